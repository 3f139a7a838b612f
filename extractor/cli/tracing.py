"""Lines under a text report: what became of each figure of a release, and what the tables speak of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.model import Claim, Document, Review
    from extractor.reference.source import Traced

_NO_QUANTITY = ("date", "reference", "score")


def source_lines(review: Review, source: str, everything: bool) -> Iterator[str]:
    """For each story what became of its figures, read beside the release; all of them on request."""
    from extractor.reference.source import left_out, trace

    release = next((d for d in review.documents if d.source == source), None)
    if release is None:
        return
    given = _claims(review, release)
    for story in (d for d in review.documents if d is not release):
        traced = trace(story, _claims(review, story), release, given, review.findings)
        yield f"{story.title or story.id}, beside {release.title or release.id}:"
        yield from _fates(traced, everything)
        if everything:
            yield from (f"  left out: {c.figure.text}" for c in left_out(traced, given))


def _claims(review: Review, document: Document) -> list[Claim]:
    return [c for c in review.claims if c.document == document.id]


def _fates(traced: Sequence[Traced], everything: bool) -> Iterator[str]:
    kept = sum(t.fate in ("same", "rounded") for t in traced)
    yield f"  {kept} of {len(traced)} figures are those of the source, some of them rounded"
    for one in traced:
        if everything or one.fate not in ("same", "rounded"):
            origin = "" if one.origin is None else f" (source: {one.origin.figure.text})"
            yield f"  {one.fate}: {one.claim.figure.text}{origin}"


def coverage_line(review: Review) -> str:
    """How many figures the tables could speak to."""
    quantities = {c.id for c in review.claims if c.figure.kind not in _NO_QUANTITY}
    tabled = [f for f in review.findings if f.cells and f.verdict in ("consistent", "mismatch")]
    spoken = {c.id for f in tabled for c in f.relation.claims("stated")} & quantities
    rest = len(quantities) - len(spoken)
    return f"The tables speak to {len(spoken)} of {len(quantities)} figures and not to the other {rest}."
