"""What a card says of a questioned relation: in words that ask and never accuse."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.amount import is_exact
from extractor.model import Claim, Comparison, Derived, Relation
from extractor.reconcile.check.equations import Equation, amount_of, shown
from extractor.reconcile.check.readings import Explanation

#: What the equation of a kind says, for a reader.
MEANING = {
    "share": "the part, the whole and the rate",
    "change": "the two levels and the change between them",
    "sum": "the parts and their total",
    "complement": "the share and the rest",
    "multiple": "the two levels and their multiple",
    "mean": "the total, the number and the average",
    "same": "the two figures for one fact",
}
RIGHT = {
    "share": "a base other than the one printed beside it",
    "change": "other levels than the two printed",
    "sum": "a part that is not printed, or parts that overlap",
    "complement": "a third group that is not printed",
    "multiple": "other levels than the two printed",
    "mean": "another total or number than those printed",
    "same": "two different facts",
}


@dataclass(frozen=True, slots=True)
class Told:
    """The sentences of a card."""

    explanation: str
    assumptions: tuple[str, ...]
    missing: tuple[str, ...]
    suggestion: str


def describe(relation: Relation, equation: Equation, explanation: Explanation | None) -> Told:
    """The sentences for a mismatch."""
    first = relation.roles[0].value
    stated = f"“{first.figure.text}”" if isinstance(first, Claim) else shown(equation.stated)
    if relation.kind == "sum" and not any(r.name == "total" for r in relation.roles):
        lead = f"The shares of one whole make {shown(equation.computed)}, not 100%."
    elif any(isinstance(r.value, Derived) and r.value.label == "items listed" for r in relation.roles):
        lead = f"{stated} does not agree with the list, which names {shown(equation.computed)}."
    else:
        lead = f"{stated} does not agree with {shown(equation.computed)}, which the other figures give."
    fit = f" It would fit {explanation.words}." if explanation is not None else ""
    if explanation is not None and explanation.reading == "list":
        return Told(lead + fit, (), ("an item that is not listed",), "check the number against the list")
    return Told(
        lead + fit,
        tuple(dict.fromkeys(filter(None, (assumed(r.value) for r in relation.roles)))),
        (RIGHT.get(relation.kind, ""),),
        f"check {MEANING.get(relation.kind, 'the figures')} against the source",
    )


def assumed(value: Claim | Comparison | Derived) -> str:
    """The rounding that was supposed for a figure; nothing for exact ones and for those that say it."""
    if not isinstance(value, Claim) or is_exact(amount_of(value)):
        return ""
    reach = shown(amount_of(value))
    return "" if value.figure.text.lower() == reach else f"{value.figure.text} stands for {reach}"
