"""Order and degree: whether two figures bear out "slightly higher than", "fell from ... to ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from extractor.amount import (
    PERCENT,
    POINTS,
    between,
    complement,
    contains,
    difference,
    meet,
    negate,
    surely_less,
    within,
)
from extractor.lexicon import Policy
from extractor.model import Amount, Claim, Comparison, Derived, Finding, Reading, Relation
from extractor.nouns import may_be_one
from extractor.reconcile.check.equations import amount_of, printed, shown, values_of
from extractor.reconcile.check.finding import finding_of
from extractor.reconcile.check.words import assumed
from extractor.shown import str_amount

__all__ = ["compare", "one_stance", "unit_swap"]

#: Stances of what a result is held against.
_GOALS = ("target", "projected")


def compare(relation: Relation, policy: Policy) -> Iterator[Finding]:
    """A comparison against the two figures that it sets side by side."""
    comparison = relation.comparison()
    subject, reference = values_of(relation, "subject"), values_of(relation, "reference")
    if comparison is None or not subject:
        return
    if not reference:
        yield _open(relation, comparison)
        return
    a, b = amount_of(subject[0]), amount_of(reference[0])
    higher = comparison.direction == "higher"
    gap = difference(a, b) if higher else difference(b, a)
    told = _arithmetic(subject[0], reference[0], gap, higher, relation)
    wanted = _wanted(comparison, policy, a, b)
    if comparison.direction == "equal":
        yield from _judged_equal(relation, a, b, told)
        return
    if within(gap, wanted) or _printed_in_order(subject[0], reference[0], gap, wanted, higher):
        yield finding_of(relation, "consistent", stated=wanted, computed=gap, arithmetic=told)
    elif not meet(gap, wanted):
        yield from _questioned(relation, comparison, subject[0], reference[0], gap, wanted, told, policy)
    else:
        missing = (f"{_name(comparison)} is known only as {shown(b)}",)
        yield finding_of(relation, "undecided", stated=wanted, computed=gap, arithmetic=told, missing=missing)


def _printed_in_order(
    a: Claim | Derived, b: Claim | Derived, gap: Amount, wanted: Amount, higher: bool
) -> bool:
    """True if the printed numbers bear the words out and no rounding turns them round: 6.0 from 6.1."""
    if not isinstance(a, Claim) or not isinstance(b, Claim):
        return False
    if a.figure.value is None or b.figure.value is None:  # "1.8 to 1.9 million, up from 1.7"
        return gap.low is not None and gap.low >= 0 and gap.high != 0 and wanted.high is None
    first, second = (a, b) if higher else (b, a)
    printed_gap = Fraction(first.figure.value or 0) - Fraction(second.figure.value or 0)
    return gap.low is not None and gap.low >= 0 and contains(wanted, printed_gap)


def _judged_equal(relation: Relation, a: Amount, b: Amount, told: str) -> Iterator[Finding]:
    if meet(a, b):
        yield finding_of(relation, "consistent", stated=b, computed=a, arithmetic=told)


def _wanted(comparison: Comparison, policy: Policy, a: Amount, b: Amount) -> Amount:
    """The gap that direction and degree allow: more than nothing, and for "slightly" not much."""
    rule = policy.degree(comparison.degree) if comparison.degree else None
    unit = POINTS if a.unit == PERCENT else a.unit
    if rule is None or "points_most" not in rule:
        return between(0, None, unit, low_open=True)
    if a.unit == PERCENT:
        return between(0, Fraction(str(rule["points_most"])), unit, low_open=True)
    centre = b.high if b.high is not None else b.low
    most = None if centre is None else abs(centre) * Fraction(str(rule["relative_most"]))
    return between(0, most, unit, low_open=True)


def _arithmetic(a: Claim | Derived, b: Claim | Derived, gap: Amount, higher: bool, relation: Relation) -> str:
    first, second = (a, b) if higher else (b, a)
    unit = " points" if gap.unit == POINTS else ""
    steps = f"{printed(first)} − {printed(second)} = {str_amount(gap)}{unit}"
    derived = [r.value.arithmetic for r in relation.roles if isinstance(r.value, Derived)]
    return "; ".join([*derived, steps])


def _questioned(
    relation: Relation,
    comparison: Comparison,
    subject: Claim | Derived,
    reference: Claim | Derived,
    gap: Amount,
    wanted: Amount,
    told: str,
    policy: Policy,
) -> Iterator[Finding]:
    if (
        not _may_accuse(relation)
        or relation.strength == "numeric"
        or _rival_holds(relation, reference, wanted)
    ):
        return
    reading, words = _reading(comparison, subject, reference, wanted, policy)
    turned = surely_less(gap, between(0, None)) or (gap.high is not None and gap.high <= 0)
    severity = "error" if reading is not None or turned else "warning"
    side = "higher" if comparison.direction == "higher" else "lower"
    fact = (
        "on the other side"
        if turned
        else f"{str_amount(gap)}{' points' if gap.unit == POINTS else ''} {side}"
    )
    explanation = f"“{comparison.text}” does not agree with the two figures: the difference is {fact}.{words}"
    yield finding_of(
        relation,
        "mismatch",
        severity=severity,
        stated=wanted,
        computed=gap,
        arithmetic=told,
        reading=reading,
        explanation=explanation,
        assumptions=tuple(filter(None, map(assumed, (subject, reference)))),
        missing=(f"a figure for {_name(comparison)} that was measured the same way, if there is another",),
        suggestion="drop the comparison, or print both figures with their base, period and source",
    )


def _rival_holds(relation: Relation, reference: Claim | Derived, wanted: Amount) -> bool:
    """True if another figure of the comparing sentence bears the comparison out: it may be the one meant.

    A change is no level: in "fell to 47 from 39, three fewer" the 3 is not what fell. Nor is what counts
    another thing: "behind Denham, which had 27 cases and has two schools".
    """
    comparison = relation.comparison()
    if comparison is None:
        return False
    b = amount_of(reference)
    levels = [c for c in relation.rivals if c.sentence == comparison.sentence and c.statistic != "change"]
    whole = reference.claims if isinstance(reference, Derived) else ()
    rivals = [c for c in levels if c.figure.amount.unit == b.unit and c not in whole]
    rivals = [c for c in rivals if not _counts_another(c, relation)]
    gaps = (difference(c.figure.amount, b) for c in rivals)
    return any(within(g if comparison.direction == "higher" else negate(g), wanted) for g in gaps)


def _counts_another(rival: Claim, relation: Relation) -> bool:
    """True for a count whose noun is neither that of the subject nor of what it is compared with."""
    own = rival.measure
    nouns = [c.measure.key for c in relation.claims() if c.measure is not None]
    if own is None or own.found != "here" or rival.figure.kind != "count" or len(nouns) < 2:
        return False
    return not any(may_be_one(own.key, n) for n in nouns)


def _reading(
    comparison: Comparison,
    subject: Claim | Derived,
    reference: Claim | Derived,
    wanted: Amount,
    policy: Policy,
) -> tuple[Reading | None, str]:
    """The mix-up under which the comparison would hold."""
    a, b = amount_of(subject), amount_of(reference)
    sign = 1 if comparison.direction == "higher" else -1
    if a.unit == b.unit == PERCENT:
        for other in (complement(b),):
            gap = difference(a, other) if sign > 0 else difference(other, a)
            if within(gap, _wanted(comparison, policy, a, other)) or (
                meet(gap, wanted) and isinstance(reference, Derived)
            ):
                return "complement", f" It would fit {str_amount(other)} per cent, the share of the opposite."
    turned = difference(b, a) if sign > 0 else difference(a, b)
    if within(turned, wanted):
        return "direction", " It would fit if the comparison went the other way."
    return None, ""


def _open(relation: Relation, comparison: Comparison) -> Finding:
    """A comparison whose reference is printed nowhere."""
    return finding_of(relation, "undecided", missing=(f"{_name(comparison)} is not given",))


def _name(comparison: Comparison) -> str:
    return comparison.reference.text if comparison.reference is not None else "what it is compared with"


def _may_accuse(relation: Relation) -> bool:
    """True where what is compared is asserted; it may be held against a target or a forecast as it stands."""
    comparison = relation.comparison()
    asserted = comparison is None or comparison.stance in ("asserted", "hypothetical")
    goals = [c for c in relation.claims("reference") if c.stance in _GOALS]
    return asserted and one_stance([c for c in relation.claims() if c not in goals])


def one_stance(claims: Sequence[Claim]) -> bool:
    """True if all claims are asserted, or a plan is told with both of its ends."""
    planned = [c for c in claims if c.stance == "hypothetical"]
    rest = {c.stance for c in claims} - {"hypothetical"}
    return rest <= {"asserted"} and len(planned) != 1


def unit_swap(relation: Relation) -> Finding:
    """One number printed as a count of two things that are never one."""
    stated = relation.claims("stated")[0]
    others, counted = relation.claims("other"), relation.claims("counted")
    here, there = _noun(stated), _noun(others[0])
    support = [r.value.arithmetic for r in relation.roles if isinstance(r.value, Derived)]
    known = [f"{printed(c)} {_noun(c)}" for c in counted]
    arithmetic = "; ".join([f"{printed(stated)} {here} ≠ {printed(others[0])} {there}", *known, *support])
    return finding_of(
        relation,
        "mismatch",
        severity="error",
        arithmetic=arithmetic,
        reading="unit",
        explanation=f"The number is given for “{here}” here and for “{there}” elsewhere; "
        f"one may stand behind several of the other. It would fit if “{there}” were meant.",
        missing=() if counted else (f"the number of “{here}”, which is not printed",),
        suggestion=f"count what the text counts: {there}",
    )


def _noun(claim: Claim) -> str:
    """What a claim counts, without the words of time and place that follow."""
    text = claim.figure.text if claim.measure is None else claim.measure.text
    return re.split(r"\s(?:in|on|at|for|from|with|between|during|over|across|who|that)\s", text)[0]
