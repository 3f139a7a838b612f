"""How fast a whole check is, and how much memory it holds, beside spaCy's own full pipeline on the same news.

Both take every text once, in groups that take turns, so that neither a busy machine nor a cache favours one.
"""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import process_time

from extractor.find import find
from extractor.frame import load_model
from extractor.frame.language_model import PACKAGES
from extractor.pipeline import review_documents
from extractor.read import document_from_text

NEWS = Path(__file__).resolve().parent.parent / "corpora" / "clean"
#: Every third of the shipped texts: the ratio settles on fewer, and nobody waits.
STEP = 3
#: Texts in a group: enough for spaCy to work in batches.
GROUP = 4
#: Texts that the memory is measured on: more of them take longer and hold no more.
HELD = 8
#: What spaCy's documentation calls a batch; larger ones hold more memory and are no faster here.
BATCH = 8
NO_QUANTITY = {"date", "reference", "score"}

#: Something that reads texts and keeps nothing.
Reader = Callable[[Sequence[str]], None]


def checker() -> Reader:
    """The whole check, from characters to findings, each text a story of its own."""
    nlp = load_model()

    def read(texts: Sequence[str]) -> None:
        for number, text in enumerate(texts):
            review_documents([document_from_text(text, id=f"story-{number}")], nlp=nlp)

    return read


def full_spacy() -> Reader:
    """The same model with all its components, entities among them, and nothing of ours."""
    import spacy

    nlp = spacy.load(_package())

    def read(texts: Sequence[str]) -> None:
        for _ in nlp.pipe(texts, batch_size=BATCH):
            pass

    return read


def _package() -> str:
    """The package that the check takes its model from."""
    from spacy.util import is_package

    return next(name for name in PACKAGES if is_package(name))


READERS: dict[str, Callable[[], Reader]] = {"check": checker, "spacy": full_spacy}


def news() -> list[str]:
    """Some of the shipped news texts, in the order of their names."""
    return [path.read_text(encoding="utf-8") for path in sorted(NEWS.glob("*.txt"))[::STEP]]


def cost(read: Reader, texts: Sequence[str]) -> float:
    """Processor seconds of one reading."""
    start = process_time()
    read(texts)
    return process_time() - start


def turns(texts: Sequence[str]) -> list[tuple[float, float]]:
    """For each group of texts, processor seconds of the check and of spaCy; who begins changes every time."""
    readers = [make() for make in READERS.values()]
    for read in readers:
        read(["Warm words, 12 of them, in a sentence that nobody counts."])
    costs = []
    for number, start in enumerate(range(0, len(texts), GROUP)):
        group = texts[start : start + GROUP]
        order = readers if number % 2 == 0 else readers[::-1]
        seconds = {read: cost(read, group) for read in order}
        costs.append((seconds[readers[0]], seconds[readers[1]]))
    return costs


def peak(name: str) -> float:
    """Megabytes that a process of its own holds at most while it reads the first texts.

    A new process begins with the peak of the one that starts it: ask before a model is loaded.
    """
    ran = subprocess.run([sys.executable, __file__, name], check=True, capture_output=True, text=True)
    return float(ran.stdout)


def hold(name: str) -> None:
    """Read the first texts and print this process's peak: what `peak` starts."""
    READERS[name]()(news()[:HELD])
    unit = 1024**2 if sys.platform == "darwin" else 1024
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit)


def told_cost(seconds: Sequence[float], texts: Sequence[str]) -> str:
    """Speed over all texts, and the processor time of one in the middle group."""
    speed = sum(map(len, texts)) / sum(seconds) / 1000
    sizes = [len(texts[start : start + GROUP]) for start in range(0, len(texts), GROUP)]
    middle = median(1000 * s / size for s, size in zip(seconds, sizes, strict=True))
    return f"{speed:.1f} kB/s, {middle:.0f} ms a text in the middle group"


def main() -> None:
    """Print speed, ratio and memory."""
    peaks = {name: peak(name) for name in READERS}
    texts = news()
    characters = sum(map(len, texts))
    figures = sum(f.kind not in NO_QUANTITY for text in texts for f in find(text))
    density = 1000 * figures / characters
    print(f"news: {len(texts)} texts, {characters} characters, {density:.1f} figures in 1,000 characters")
    print(f"model: {_package()}")
    costs = turns(texts)
    for side, name in enumerate(READERS):
        print(f"{name}: {told_cost([c[side] for c in costs], texts)}")
    ratios = sorted(spacy / check for check, spacy in costs)
    print(
        f"check is {median(ratios):.2f} times as fast: median of {len(ratios)} groups,"
        f" {ratios[0]:.2f} to {ratios[-1]:.2f}"
    )
    print(f"peak memory: check {peaks['check']:.0f} MB, spaCy {peaks['spacy']:.0f} MB")


if __name__ == "__main__":
    hold(sys.argv[1]) if len(sys.argv) > 1 else main()
