"""A story beside the prose that it was written from: what became of each figure.

The linker between documents says which figures are one fact; here each pair is only read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from extractor.amount import contains, is_exact
from extractor.model import Claim, Document, Finding
from extractor.nouns import are_distinct
from extractor.reference.words import roots

Fate = Literal[
    "same", "rounded", "changed", "caveat dropped", "base dropped", "unit changed", "not in the source"
]
#: Kinds of figures that no release is asked for.
NO_QUANTITY = ("date", "reference", "score", "age")
#: A figure of so many digits with the same unit is the same one, wherever it stands.
_DIGITS = 3
#: Of this share of its words at least a sentence must have in common with the source's.
_SHARED = 0.25
#: Sentences that share so much tell one fact, whatever their numbers.
_ONE_FACT = 0.6


@dataclass(frozen=True, slots=True)
class Traced:
    """A figure of a story, and the figure of the source that it comes from, where there is one."""

    claim: Claim
    fate: Fate
    origin: Claim | None = None


def trace(
    story: Document,
    claims: Sequence[Claim],
    source: Document,
    given: Sequence[Claim],
    findings: Sequence[Finding],
) -> tuple[Traced, ...]:
    """What became of each quantity of a story, in the order of print."""
    linked = _linked(findings, story.id, source.id)
    quantities = [c for c in claims if c.figure.kind not in NO_QUANTITY]
    return tuple(_traced(c, linked.get(c.id) or _printed(story, c, source, given)) for c in quantities)


def left_out(traced: Sequence[Traced], given: Sequence[Claim]) -> tuple[Claim, ...]:
    """The quantities of the source that no figure of the story comes from."""
    used = {t.origin.id for t in traced if t.origin is not None}
    return tuple(c for c in given if c.id not in used and c.figure.kind not in NO_QUANTITY)


def _linked(findings: Sequence[Finding], story: str, source: str) -> Mapping[str, Claim]:
    """Figure of the story → the figure of the source that a finding between them ties it to."""
    found: dict[str, Claim] = {}
    for finding in findings:
        claims = finding.relation.claims()
        if finding.relation.kind == "same" and {c.document for c in claims} == {story, source}:
            own = next(c for c in claims if c.document == story)
            found.setdefault(own.id, next(c for c in claims if c.document == source))
    return found


def _printed(story: Document, claim: Claim, source: Document, given: Sequence[Claim]) -> Claim | None:
    """The figure of the source that prints the same number in like words."""
    alike = [g for g in given if g.figure.amount.unit == claim.figure.amount.unit and _fits(claim, g)]
    ranked = sorted(alike, key=lambda g: -_shared(story, claim, source, g))
    if not ranked:
        return _changed(story, claim, source, given)
    best = _shared(story, claim, source, ranked[0])
    return ranked[0] if best >= _SHARED or (best > 0 and _many_digits(ranked[0])) else None


def _changed(story: Document, claim: Claim, source: Document, given: Sequence[Claim]) -> Claim | None:
    """The one figure of the source that says the same of another number."""
    like = [
        g
        for g in given
        if g.measure is not None
        and claim.measure is not None
        and g.measure.key == claim.measure.key
        and g.figure.amount.unit == claim.figure.amount.unit
        and (g.statistic, g.direction) == (claim.statistic, claim.direction)
        and _shared(story, claim, source, g) >= _ONE_FACT
    ]
    return like[0] if len(like) == 1 else None


def _fits(claim: Claim, given: Claim) -> bool:
    value = given.figure.value
    return value is not None and contains(claim.figure.amount, Fraction(value))


def _many_digits(claim: Claim) -> bool:
    value = claim.figure.value
    return value is not None and len(value.normalize().as_tuple().digits) >= _DIGITS


def _shared(story: Document, claim: Claim, source: Document, given: Claim) -> float:
    own, other = (set(roots(c.sentence.of(d.text))) for d, c in ((story, claim), (source, given)))
    return len(own & other) / max(1, min(len(own), len(other)))


def _traced(claim: Claim, origin: Claim | None) -> Traced:
    if origin is None:
        return Traced(claim, "not in the source")
    return Traced(claim, next(_fates(claim, origin)), origin)


def _fates(claim: Claim, origin: Claim) -> Iterator[Fate]:
    """What differs between a figure and its origin, the gravest first."""
    value = origin.figure.value
    if value is not None and not contains(claim.figure.amount, Fraction(value)):
        yield "changed"
    if claim.measure and origin.measure and are_distinct(claim.measure.key, origin.measure.key):
        yield "unit changed"
    if _is_guarded(origin) and not _is_guarded(claim):
        yield "caveat dropped"
    if origin.base is not None and claim.base is None:
        yield "base dropped"
    if claim.figure.value != value and not is_exact(claim.figure.amount):
        yield "rounded"
    yield "same"


def _is_guarded(claim: Claim) -> bool:
    """True for a figure with a hedge, an estimate or a projection."""
    return claim.figure.hedge is not None or claim.certainty != "reported"
