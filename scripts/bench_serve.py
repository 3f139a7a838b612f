"""What a warm check of a 600-word story costs through the review page, from the form to the page with cards.

The stories are of two densities, as in the bench of the whole check: shipped news, which has a figure in
every sentence, and the same thinned to twice what ordinary news has.

Processor time of the server and of the process that checks for it, the asking client and the drawing
of the page included. Linux only: a process tells what another has used in /proc.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from scripts.bench_check import DENSITIES, figures, thinned
from tests.web.served import Client, served

NEWS = Path(__file__).resolve().parent.parent / "corpora" / "clean"
WORDS = 600
ROUNDS = 15
#: Milliseconds of processor time that a check should stay under.
GOAL = 150


def stories(texts: Iterable[str] | None = None) -> list[str]:
    """Shipped news, a few at a time joined and cut after the paragraph in which 600 words are reached."""
    given = (
        texts if texts is not None else (p.read_text(encoding="utf-8") for p in sorted(NEWS.glob("*.txt")))
    )
    paragraphs = [p for text in given for p in text.split("\n\n") if p]
    made, taken = [], list[str]()
    for paragraph in paragraphs:
        taken.append(paragraph)
        if sum(len(p.split()) for p in taken) >= WORDS:
            made.append("\n\n".join(taken))
            taken = []
    return made[: ROUNDS + 2]


def used() -> float:
    """Seconds of processor that this process and its living children have used, the latter in hundredths."""
    children = (Path(f"/proc/{child.pid}/stat") for child in multiprocessing.active_children())
    ticks = sum(sum(map(int, stat.read_text().rpartition(")")[2].split()[11:13])) for stat in children)
    return process_time() + ticks / os.sysconf("SC_CLK_TCK")


def cost(client: Client, story: str) -> tuple[float, float, float]:
    """Milliseconds of processor and of clock from the form to the page, and of processor to draw it again."""
    cpu, clock = used(), perf_counter()
    address, _ = client.paste(story)
    whole, waited = used() - cpu, perf_counter() - clock
    cpu = used()
    client.get(address)
    return 1000 * whole, 1000 * waited, 1000 * (used() - cpu)


def main() -> None:
    """Print medians for each density."""
    tell("dense with figures", stories())
    tell("thinned to twice ordinary news", stories(thinned(DENSITIES[0])))


def tell(what: str, given: Sequence[str]) -> None:
    """Print the medians for stories of one kind."""
    warming, *texts = given
    with served() as client:
        for _ in range(3):
            client.paste(warming)
        costs = [cost(client, text) for text in texts]
    words = median(len(t.split()) for t in texts)
    density = 1000 * sum(map(figures, texts)) / sum(map(len, texts))
    cpu, clock, drawn = ([c[side] for c in costs] for side in (0, 1, 2))
    print(
        f"serve, {what}: {len(costs)} stories of about {words:.0f} words, "
        f"{density:.1f} figures in 1,000 characters, model warm"
    )
    print(f"processor {median(cpu):.0f} ms ({min(cpu):.0f} to {max(cpu):.0f}); goal under {GOAL}")
    print(f"of it {median(drawn):.0f} ms for the page ({min(drawn):.0f} to {max(drawn):.0f})")
    print(f"clock {median(clock):.0f} ms ({min(clock):.0f} to {max(clock):.0f})")


if __name__ == "__main__":
    main()
