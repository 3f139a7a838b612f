"""What a command costs from the shell: its help beside a bare Python, a story's check beside spaCy alone.

Processor time of whole processes, the commands taking turns; the median of the rounds and their ratio.
A round before them, not counted, lets Python write its bytecode, as it does for everyone.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from scripts.bench_check import package

STORY = Path(__file__).resolve().parent.parent / "corpora" / "demo" / "noise-complaints.txt"
ROUNDS = 7
#: Seconds of processor time that the check of one story should stay under.
GOAL = 2.5

PARSE = "import sys, spacy; spacy.load(sys.argv[1])(open(sys.argv[2], encoding='utf-8').read())"


#: Without what would make Python compile the package anew each time.
AROUND = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def cost(arguments: Sequence[str]) -> float:
    """Seconds of processor time that Python with these arguments takes, from its start to its end."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, env=AROUND, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print medians and ratios."""
    commands = {
        "python": ["-c", "pass"],
        "help": ["-m", "extractor", "--help"],
        "spaCy": ["-c", PARSE, package(), os.fspath(STORY)],
        "check": ["-m", "extractor", "check", os.fspath(STORY)],
    }
    rounds = [{name: cost(arguments) for name, arguments in commands.items()} for _ in range(1 + ROUNDS)][1:]
    middle = {name: median(r[name] for r in rounds) for name in commands}
    print(f"shell, {ROUNDS} rounds: " + ", ".join(f"{name} {middle[name]:.2f} s" for name in commands))
    print(f"help takes {middle['help'] / middle['python']:.1f} times a bare Python")
    beside = middle["check"] / middle["spaCy"]
    print(f"check takes {beside:.2f} times spaCy alone on the story; goal under {GOAL} s")


if __name__ == "__main__":
    main()
