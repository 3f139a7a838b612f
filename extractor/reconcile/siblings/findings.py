"""The findings that only siblings give: what each says of two figures that cannot both be so."""

from __future__ import annotations

from extractor.model import Claim, Cue, Finding, Reading, Relation, Role
from extractor.reconcile.check.finding import finding_of
from extractor.reconcile.siblings.shift import Shift
from extractor.reconcile.siblings.strays import Stray

SHARES = "Both stories tell the share that one part has of one whole, and the shares do not meet."


def strayed_finding(stray: Stray) -> Finding:
    """A number that the sibling has for something else."""
    told, due = stray.told.figure.text, stray.due.figure.text
    meant = " + ".join(c.figure.text for c in stray.meant)
    return finding_of(
        said_to_be_one(stray.told, stray.due),
        "mismatch",
        severity="error",
        reading=stray.reading,
        arithmetic=f"{told} ≠ {due}; {told} = {meant}",
        explanation=f"The other story has {due} for this, and {meant} for something else.",
        suggestion="see which of the two the source has",
    )


def share_finding(relation: Relation) -> Finding:
    """Two shares of one whole that do not meet."""
    x, y = relation.claims()
    return finding_of(
        relation,
        "mismatch",
        severity="warning",
        arithmetic=f"{x.figure.text} ≠ {y.figure.text}",
        explanation=SHARES,
        suggestion="see which of the two the source has, and of what whole it is",
    )


def digit_finding(relation: Relation) -> Finding:
    """Two numbers with the same digits in another order."""
    return _of_digits(relation, "digit", "in another order")


def scale_finding(relation: Relation) -> Finding:
    """Two numbers with the same digits on another scale."""
    return _of_digits(relation, "scale", "on another scale")


def _of_digits(relation: Relation, reading: Reading, how: str) -> Finding:
    x, y = relation.claims()
    return finding_of(
        relation,
        "mismatch",
        severity="error",
        reading=reading,
        arithmetic=f"{x.figure.text} ≠ {y.figure.text}",
        explanation=f"The two numbers have the same digits {how}.",
        suggestion="see which of the two the source has",
    )


def complement_finding(relation: Relation) -> Finding:
    """A share of those who did told of those who did not."""
    x, y = relation.claims()
    return finding_of(
        relation,
        "mismatch",
        severity="error",
        reading="complement",
        arithmetic=f"{x.figure.text} ≠ {y.figure.text}; 100% − {y.figure.text} = {x.figure.text}",
        explanation="Both stories tell it of the same ones, and the two shares make a whole.",
        suggestion="see which of the two the source has",
    )


def shift_finding(relation: Relation, shift: Shift) -> Finding:
    """One number told of two things."""
    x, y = relation.claims()
    return finding_of(
        relation,
        "mismatch",
        severity=shift.severity,
        reading=shift.reading,
        arithmetic=f"{x.figure.text} = {y.figure.text}",
        explanation=f"The same number is told with “{shift.ours}” in one and “{shift.theirs}” in the other.",
        suggestion="see which of the two the source has",
    )


def said_to_be_one(x: Claim, y: Claim) -> Relation:
    """The relation that two figures are one fact."""
    cue = Cue(x.document, x.figure.span, x.figure.text)
    return Relation("same", (Role("stated", x), Role("from", y)), cue, "stated")


__all__ = [
    "SHARES",
    "complement_finding",
    "digit_finding",
    "said_to_be_one",
    "scale_finding",
    "share_finding",
    "shift_finding",
    "strayed_finding",
]
