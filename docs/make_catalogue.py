"""Prints the catalogue of phrases and of patterns of figures, from the code and data that read them.

python docs/make_catalogue.py > docs/catalogue.md
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from extractor.lexicon import table  # noqa: E402
from extractor.reconcile.link.cues.phrases import Phrase  # noqa: E402

HEAD = """\
# The catalogue

Made by `docs/make_catalogue.py` from the code; do not edit it here. [The phrases that tie figures
together](#the-phrases-that-tie-figures-together), and [the patterns of figures](#the-patterns-of-figures).

## The phrases that tie figures together

A figure is compared with another only where words or layout say that they belong together. These are
the words: under each relation its phrases, each with what it means, print that it reads and print that
it must not take for it. In the examples "|" ends a sentence. Tests run every line of this list.
"""
FIGURES = """\
## The patterns of figures

Every figure carries the name of the pattern that read it. Under each: what it is, sentences with the words
that it reads, the number and the interval that they allow, and sentences that hold no figure of the kind.
Tests run every line of this list too.
"""


def phrases() -> Iterator[Phrase]:
    """Every phrase of the linkers, each once, in the order of the modules."""
    seen: set[str] = set()
    package = import_module("extractor.reconcile.link")
    for module in sorted(m.name for m in walk_packages(package.__path__, f"{package.__name__}.")):
        for value in vars(import_module(module)).values():
            for phrase in value if isinstance(value, tuple) else (value,):
                if isinstance(phrase, Phrase) and phrase.name not in seen:
                    seen.add(phrase.name)
                    yield phrase


def catalogue() -> str:
    """The page, a section for each relation."""
    of: defaultdict[str, list[Phrase]] = defaultdict(list)
    for phrase in phrases():
        of[phrase.relation].append(phrase)
    sections = (_section(kind, found) for kind, found in sorted(of.items()))
    figures = (_pattern(name, pattern) for name, pattern in table("figures").items())
    return "\n".join([HEAD, *sections, FIGURES, *figures])


def _section(kind: str, found: list[Phrase]) -> str:
    return "\n".join([f"### {kind}\n", *(_entry(p) for p in found)])


def _entry(phrase: Phrase) -> str:
    read = "\n".join(f"- reads: {example}" for example in phrase.accepts)
    return f"**{phrase.name}**: {phrase.meaning}\n\n{read}\n- not: {phrase.refuses}\n"


def _pattern(name: str, pattern: dict[str, Any]) -> str:
    rows = "\n".join(_row(*example) for example in pattern["reads"])
    refused = "\n".join(f"- not: {sentence}" for sentence in pattern["refuses"])
    head = "| sentence | words | number | from | to |\n|---|---|---|---|---|"
    return f"### {name}\n\n{pattern['meaning']}\n\n{head}\n{rows}\n\n{refused}\n"


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


if __name__ == "__main__":
    sys.stdout.write(catalogue())
