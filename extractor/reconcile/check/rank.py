"""Ranks: whether a figure that the words put first, second or last stands there among its rivals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractor.model import Amount, Claim, Comparison, Finding, Reading, Relation
from extractor.reconcile.check.equations import printed
from extractor.reconcile.check.finding import finding_of
from extractor.reconcile.check.order import one_stance
from extractor.reconcile.speakers import speakers_of

__all__ = ["rank"]


def rank(relation: Relation) -> Iterator[Finding]:
    """A superlative against the figures that the text ranks; nothing where a tie leaves it open."""
    comparison = relation.comparison()
    subjects = relation.claims("subject")
    if comparison is not None and not subjects:
        yield from _streak(relation, comparison)
    if comparison is None or not subjects:
        return
    place = int(comparison.degree or 1)
    up = comparison.direction == "higher"
    against = _against(relation, subjects[0], place, up)
    if not against and _holds(relation, subjects[0], place, up):
        yield finding_of(relation, "consistent", arithmetic=_told(relation))
    elif against and _may_accuse(relation):
        yield _questioned(relation, subjects[0], against, place, up)


def _streak(relation: Relation, comparison: Comparison) -> Iterator[Finding]:
    """Levels that are said to rise, or fall, all the time; the newest may stand first or last."""
    steps = list(pairwise(relation.claims("level")))
    up = comparison.direction == "higher"
    onward = [_beats(b, a, up) for a, b in steps]
    back = [_beats(a, b, up) for a, b in steps]
    told = ", ".join(printed(c) for c in relation.claims("level"))
    if all(onward):
        yield finding_of(relation, "consistent", arithmetic=told)
    elif any(onward) and any(back) and _may_accuse(relation):
        wrong = [
            f"{printed(b)} {'<' if up else '>'} {printed(a)}"
            for (a, b), off in zip(steps, back, strict=True)
            if off
        ]
        yield finding_of(
            relation,
            "mismatch",
            severity="error",
            arithmetic="; ".join(wrong),
            reading="direction",
            explanation=f"“{comparison.text}” does not agree with its figures, which go both ways.",
            missing=("other levels than those printed",),
            suggestion="check the figures and their order against the source",
        )


def _against(relation: Relation, subject: Claim, place: int, up: bool) -> Sequence[Claim]:
    """The figures that surely stand where the words leave them no room."""
    behind = [c for c in relation.claims("behind") if _beats(c, subject, up)]
    ahead = [c for c in relation.claims("ahead") if _beats(subject, c, up)]
    rivals = relation.claims("rival")
    above = [c for c in rivals if _beats(c, subject, up)]
    below = [c for c in rivals if _beats(subject, c, up)]
    if len(above) >= place:
        return [*behind, *ahead, *above]
    crowded = below if rivals and len(below) > len(rivals) - place + 1 else []
    return [*behind, *ahead, *crowded]


def _holds(relation: Relation, subject: Claim, place: int, up: bool) -> bool:
    """True if no figure ties with the subject and all stand where the words put them."""
    rivals = relation.claims("rival")
    others = (*relation.claims("behind"), *relation.claims("ahead"), *rivals)
    above = sum(_beats(c, subject, up) for c in rivals)
    untied = all(_beats(c, subject, up) or _beats(subject, c, up) for c in others)
    return untied and (not rivals or above == place - 1)


def _beats(a: Claim, b: Claim, up: bool) -> bool:
    first, second = (b.figure.amount, a.figure.amount) if up else (a.figure.amount, b.figure.amount)
    return _below(first, second)


def _below(a: Amount, b: Amount) -> bool:
    """True if a < b whatever the two are, in one unit; a count in brackets may have been read as an age."""
    return a.high is not None and b.low is not None and a.high < b.low


def _may_accuse(relation: Relation) -> bool:
    claims = relation.claims()
    return one_stance(claims) and len(speakers_of(claims)) < 2


def _told(relation: Relation) -> str:
    subject = relation.claims("subject")[0]
    others = [c for r in ("ahead", "behind", "rival") for c in relation.claims(r)]
    return f"{printed(subject)} among {', '.join(printed(c) for c in others)}"


def _questioned(
    relation: Relation, subject: Claim, against: Sequence[Claim], place: int, up: bool
) -> Finding:
    comparison = relation.comparison()
    assert comparison is not None
    sign = ">" if up else "<"
    over = [c for c in against if _beats(c, subject, up)]
    told = [f"{printed(c)} {sign} {printed(subject)}" for c in over]
    told += [f"{printed(subject)} {sign} {printed(c)}" for c in against if c not in over]
    turned = place == 1 and all(_beats(c, subject, up) for c in relation.claims() if c is not subject)
    reading: Reading = "direction" if turned else "rank"
    fit = " It would fit the other end." if turned else ""
    return finding_of(
        relation,
        "mismatch",
        severity="error",
        arithmetic="; ".join(told),
        reading=reading,
        explanation=f"“{comparison.text}” does not agree with the figures that it is ranked with.{fit}",
        missing=("a smaller group in which the rank holds, or another measure than the one printed",),
        suggestion="check the rank and the figures against the source",
    )
