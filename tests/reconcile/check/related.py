"""Relations made by hand, and findings as a card shows them.

    related("share", "{36 per cent:rate} are {25:part} of {70:whole}")

The first noun behind a figure is its role; "rival" makes it a figure that may be meant instead, except in
ranks. A role of "by" is the change, and "listed" is a list that was counted.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from extractor.lexicon import load_policy
from extractor.model import Amount, Claim, Comparison, Cue, Derived, Finding, Relation, Role, Span
from extractor.reconcile.check import judge
from extractor.shown import str_amount
from tests.reconcile.told import told


def related(kind: str, text: str, comparison: dict[str, Any] | None = None, **slots: Any) -> Relation:
    """The relation of the figures of a text, the first one under test; `comparison` is what holds them."""
    story = told(text)
    claims = [(_name(c), replace(c, measure=None)) for c in story.claims]
    apart = "" if kind == "rank" else "rival"
    roles = [_role(name, claim) for name, claim in claims if name != apart]
    whole = Span(0, len(story.document.text))
    if comparison is not None:
        roles.insert(0, Role("comparison", _comparison(whole, **comparison)))
    slots.setdefault("strength", "stated")
    slots.setdefault("rivals", tuple(claim for name, claim in claims if name == apart))
    return Relation(kind, tuple(roles), Cue("story", whole, story.document.text), **slots)  # type: ignore[arg-type]


def _name(claim: Claim) -> str:
    """The role that a figure's noun names; "change" is no noun for `told`, and "by" stands for it."""
    assert claim.measure is not None, claim.figure.text
    return "change" if claim.measure.key == "by" else claim.measure.key


def _role(name: str, claim: Claim) -> Role:
    if name != "listed":
        return Role(name, claim)
    amount = claim.figure.amount
    return Role("part", Derived("d-1", amount, "items listed", (), f"{str_amount(amount)} are named"))


def _comparison(span: Span, text: str, **slots: Any) -> Comparison:
    slots.setdefault("direction", "higher")
    return Comparison("k-1", "story", span, text, span, **slots)


def found(relation: Relation) -> list[Finding]:
    """What a relation comes to under the policy that is shipped."""
    return list(judge(relation, load_policy()))


def card(finding: Finding) -> dict[str, Any]:
    """All that a finding tells a reader; what is empty is left out."""
    told_of = {
        "verdict": finding.verdict,
        "severity": finding.severity if finding.severity != "note" else "",
        "reading": finding.reading,
        "stated": _shown(finding.stated),
        "computed": _shown(finding.computed),
        "arithmetic": finding.arithmetic,
        "explanation": finding.explanation,
        "assumptions": list(finding.assumptions),
        "notes": list(finding.notes),
        "missing": list(finding.missing),
        "suggestion": finding.suggestion,
        "says": [one for one in finding.asserted_by if one != "narration"],
    }
    return {name: value for name, value in told_of.items() if value}


def _shown(amount: Amount | None) -> str:
    """An interval with its unit, and how its ends stand: "[35.5, 36.5) %"."""
    if amount is None:
        return ""
    left, right = "(" if amount.low_open else "[", ")" if amount.high_open else "]"
    low, high = (None if end is None else str(round(float(end), 4)) for end in (amount.low, amount.high))
    return f"{left}{low or '-'}, {high or '-'}{right} {amount.unit}".strip()
