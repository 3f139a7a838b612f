"""How the time of a whole check grows with a document: shipped news joined to ever longer ones."""

from __future__ import annotations

from itertools import cycle
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from time import process_time

from extractor.frame import load_model
from extractor.pipeline import review_documents
from extractor.read import document_from_text

NEWS = Path(__file__).resolve().parent.parent / "corpora" / "clean"
#: Characters: about 4, 16, 64, 256 and 1,000 pages of a report.
LENGTHS = (10_000, 40_000, 160_000, 640_000, 2_500_000)


def document(length: int) -> str:
    """The shipped texts in the order of their names, joined and cut at a length."""
    texts: list[str] = []
    for path in cycle(sorted(NEWS.glob("*.txt"))):
        texts.append(path.read_text(encoding="utf-8"))
        if sum(map(len, texts)) >= length:
            return "\n\n".join(texts)[:length]
    raise FileNotFoundError(f"{NEWS} holds no texts")


def main() -> None:
    """Print the processor time of each length, characters in a second, and the most memory held so far."""
    nlp = load_model()
    review_documents([document_from_text(document(2_000), id="warm")], nlp=nlp)
    for length in LENGTHS:
        story = document_from_text(document(length), id="long")
        start = process_time()
        found = review_documents([story], nlp=nlp)
        seconds = process_time() - start
        speed, peak = length / seconds / 1000, getrusage(RUSAGE_SELF).ru_maxrss / 1024
        figures = f"{length:,} characters, {len(found.claims):,} figures"
        print(f"{figures}: {seconds:.1f} s, {speed:.1f} kB/s, {peak:.0f} MB", flush=True)


if __name__ == "__main__":
    main()
