"""Judging relations: exact intervals, four verdicts, the mix-up that would fit.

    relation → equation → verdict → reading → finding

Only figures that the text asserts may be questioned, and only where its words or its layout
tie them: a relation that rests on numbers alone confirms or says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from math import inf

from extractor.amount import PERCENT, complement, last_digit, meet, middle, surely_less, truncated
from extractor.lexicon import Policy
from extractor.model import (
    Amount,
    Claim,
    Comparison,
    Derived,
    Finding,
    Relation,
    Severity,
    stable_id,
)
from extractor.reconcile.caveat import Caveat
from extractor.reconcile.check.attainable import attainable
from extractor.reconcile.check.between import between_groups, between_years
from extractor.reconcile.check.equations import (
    EQUATIONS,
    Equation,
    amount_of,
    is_converted,
    printed,
    values_of,
)
from extractor.reconcile.check.finding import finding_of
from extractor.reconcile.check.order import compare, one_stance, unit_swap
from extractor.reconcile.check.rank import rank
from extractor.reconcile.check.readings import Explanation, reading_of, scale_apart
from extractor.reconcile.check.rivals import with_rival
from extractor.reconcile.check.words import describe
from extractor.reconcile.misprints import is_seldom, misprint
from extractor.reconcile.speakers import speakers_of
from extractor.regexes import Regex

#: A gap of this factor without a reading says that the figures were never one fact.
WILD = 3
#: The same where the words of one sentence tie a change to both its levels, or say a part again as its share.
TOLD = 8
#: The same for a sum whose parts only stand near: one part misprinted moves it by less.
SUMMED = 1.35
#: How many times as large a number is at least that has another scale word.
SCALE = 1000
#: What a card says of figures that no words bring together.
BY_NUMBERS = "tied by nothing but the numbers"
__all__ = ["Caveat", "check", "judge", "not_comparable"]


def check(relations: Iterable[Relation], policy: Policy) -> Iterator[Finding]:
    """The findings of all relations that can be judged, each once."""
    seen: set[str] = set()
    for relation in relations:
        for finding in judge(relation, policy):
            if finding.id not in seen:
                seen.add(finding.id)
                yield finding


def judge(relation: Relation, policy: Policy) -> Iterator[Finding]:
    """What a relation comes to; nothing where it must not speak."""
    if relation.kind == "compare":
        yield from compare(relation, policy)
    elif relation.kind == "rank":
        yield from rank(relation)
    elif relation.kind == "same" and values_of(relation, "other"):
        yield unit_swap(relation)
    elif relation.kind == "bound":
        yield from _impossible(relation)
    elif relation.kind == "share" and not values_of(relation, "part"):
        yield from attainable(relation, may_accuse=_may_accuse(relation))
    elif relation.kind == "mean" and values_of(relation, "year"):
        yield from between_years(relation, may_accuse=_may_accuse(relation))
    elif relation.kind == "mean" and values_of(relation, "group"):
        yield from between_groups(relation, may_accuse=_may_accuse(relation))
    elif relation.kind in EQUATIONS:
        yield from _equal(relation, policy)


def not_comparable(caveat: Caveat) -> Finding:
    """A reason why two figures that the text compares are not of one kind."""
    found = finding_of(
        caveat.relation, "not_comparable", reading=caveat.reading, explanation=caveat.explanation
    )
    return replace(found, id=stable_id("f", found.id, caveat.reading))


def _equal(relation: Relation, policy: Policy) -> Iterator[Finding]:
    """A relation whose two sides must have a value in common."""
    equation = EQUATIONS[relation.kind](relation, policy)
    if meet(equation.stated, equation.computed) and not scale_apart(relation):
        yield _agrees(relation, equation, ())
        return
    if _meet_cut_off(relation, equation) and not _are_points(relation):
        yield _agrees(relation, equation, ("agrees only if the last digit was cut off instead of rounded",))
        return
    if relation.strength == "numeric" or not _may_accuse(relation):
        return
    rival = with_rival(relation, policy)
    if rival is not None:
        yield _agrees(rival, EQUATIONS[rival.kind](rival, policy), ())
        return
    explanation = reading_of(relation, equation)
    if _wild(equation, _limit(relation)) and not _accounts(relation, explanation):
        return  # the phrase was read wrongly: these were never one fact
    yield _questioned(relation, equation, explanation)


def _accounts(relation: Relation, explanation: Explanation | None) -> bool:
    """True if a mix-up accounts for a wide gap; a share taken for a change is no mix-up of the print."""
    if explanation is None:
        return False
    return relation.strength == "stated" or explanation.reading != "base"


def _agrees(relation: Relation, equation: Equation, notes: tuple[str, ...]) -> Finding:
    tied = (BY_NUMBERS,) if relation.strength == "numeric" else ()
    return finding_of(
        relation,
        "consistent",
        stated=equation.stated,
        computed=equation.computed,
        arithmetic=equation.arithmetic,
        reading="truncation" if notes else None,
        notes=(*notes, *tied),
    )


def _are_points(relation: Relation) -> bool:
    """True for "a rise of six per cent" from 72 to 78 per cent: points, and no share that was cut off."""
    claims = [c for name in ("change", "from", "to") for c in relation.claims(name)]
    of_shares = relation.kind == "change" and all(c.figure.kind == "percentage" for c in claims)
    if not of_shares or len(claims) != 3 or any(c.figure.value is None for c in claims):
        return False
    size, old, new = (c.figure.value or Decimal(0) for c in claims)
    return abs(size) == abs(new - old)


def _meet_cut_off(relation: Relation, equation: Equation) -> bool:
    """True if the figure under test was cut off, or the other one of two shares that make 100."""
    cut = _cut_off(relation, relation.roles[0].value)
    if cut is not None and meet(cut, equation.computed):
        return True
    other = _cut_off(relation, relation.roles[1].value) if relation.kind == "complement" else None
    return other is not None and meet(equation.stated, complement(other))


def _cut_off(relation: Relation, value: Claim | Comparison | Derived) -> Amount | None:
    """The interval of a figure if its last digit was cut off; None for words and counts."""
    if not isinstance(value, Claim) or value.figure.kind != "percentage" or value.figure.value is None:
        return None
    if value.figure.hedge is not None or relation.kind == "sum":
        return None
    number = value.figure.value if relation.direction != "fell" else -value.figure.value
    return truncated(number, last_digit(value.figure.value), PERCENT)


#: From the last part of a list to what they come to.
_SO = Regex(r"\b(?:so(?:\sthat)?|which\smeans|meaning)\s", re.IGNORECASE)


def _may_accuse(relation: Relation) -> bool:
    """False where a figure is denied, a target or superseded, or the sides have different speakers."""
    claims = relation.claims()
    if (
        not one_stance(claims)
        and not _is_one_plan(relation)
        and not _is_bill(relation)
        and not _lacks(relation)
    ):
        return False
    if relation.kind == "change" and any(map(_is_loose, claims[1:])):
        return False
    return len(speakers_of(claims)) < 2 or (relation.kind == "same" and _is_slip(*claims[:2]))


def _is_slip(x: Claim, y: Claim) -> bool:
    """True for figures that no two speakers differ about: £186,400 and £168,400, $2.4 billion and million."""
    kind = misprint(x, y, frozenset(("swapped", "scaled")))
    if kind == "swapped":
        return is_seldom(kind, x, y)
    u, v = (c.figure.value or 1 for c in (x, y))
    return kind == "scaled" and max(u / v, v / u) >= SCALE


#: What is still to find of a target.
_LACKING = Regex(
    r"\b(?:short|shortfall|outstanding|missing|lacking|needed|to\s(?:find|raise|go|get|collect)|be\s(?:found|raised))\b"
)


def _lacks(relation: Relation) -> bool:
    """True for a target of which words tell what there is and what is still to find."""
    whole, *parts = relation.claims()
    told = relation.kind == "sum" and relation.strength == "stated" and whole.stance == "target"
    return told and len(parts) == 2 and one_stance(parts) and _LACKING.search(relation.cue.text) is not None


def _is_bill(relation: Relation) -> bool:
    """True for parts that lead to what is asked for them: "so that voters are asked for $9m in all"."""
    whole, *parts = relation.claims()
    if relation.kind != "sum" or relation.strength != "stated" or relation.cue.span is None or not parts:
        return False
    last = max(p.figure.span.end for p in parts)
    between = relation.cue.text[
        last - relation.cue.span.start : whole.figure.span.start - relation.cue.span.start
    ]
    planned = {whole.stance} <= {"asserted", "target", "projected"} and one_stance(parts)
    return planned and _SO.search(between) is not None


def _is_one_plan(relation: Relation) -> bool:
    """True for one thing that two papers plan or expect: "wants to build", "could be built"."""
    claims = relation.claims()
    apart = len({c.document for c in claims}) == len(claims) == 2
    return relation.kind == "same" and apart and {c.stance for c in claims} <= {"asserted", "target"}


def _is_loose(level: Claim) -> bool:
    """True for a level told by one end only, "it had been below $69": changes are not measured from it."""
    a = level.figure.amount
    return a.low is None or a.high is None or (a.low <= 0 < a.high)


def _limit(relation: Relation) -> float:
    """How many times too large a figure may be and still be a misprint of the computed one."""
    if (relation.kind, relation.strength) == ("sum", "contextual"):
        return SUMMED
    if any(is_converted(role.value) for role in relation.roles):
        return inf
    if relation.strength != "stated" or relation.kind not in ("change", "share"):
        return WILD
    return TOLD if relation.kind == "share" or len({c.sentence for c in relation.claims()}) == 1 else WILD


def _wild(equation: Equation, limit: float) -> bool:
    """True if the two sides differ by more than a slip would make them."""
    a, b = _told(equation.stated), middle(equation.computed)
    if a is None or b is None or a == 0 or b == 0:
        return True
    if (a > 0) != (b > 0):
        return False
    return max(abs(a / b), abs(b / a)) > limit


def _told(stated: Amount) -> Fraction | None:
    """The value that a figure names: its middle, or the bound of one like "fewer than one in ten"."""
    return stated.high if stated.low == 0 and stated.high_open else middle(stated)


def _questioned(relation: Relation, equation: Equation, explanation: Explanation | None) -> Finding:
    severity: Severity = "warning" if explanation is None and _in_words(relation) else "error"
    told = describe(relation, equation, explanation)
    return finding_of(
        relation,
        "mismatch",
        severity=severity,
        stated=equation.stated,
        computed=equation.computed,
        arithmetic=equation.arithmetic,
        reading=explanation.reading if explanation is not None else None,
        assumptions=told.assumptions,
        missing=told.missing,
        suggestion=told.suggestion,
        explanation=told.explanation,
    )


def _in_words(relation: Relation) -> bool:
    """True if the figure under test is a word that may stretch: "nearly half", "doubled"."""
    first = relation.roles[0].value
    return isinstance(first, Claim) and not any(c.isdigit() for c in first.figure.text)


def _impossible(relation: Relation) -> Iterator[Finding]:
    """A part within its whole or above it, a share above 100, a fall of more than everything."""
    parts, wholes = values_of(relation, "part"), values_of(relation, "whole")
    if parts and wholes and not surely_less(amount_of(wholes[0]), amount_of(parts[0])):
        yield finding_of(relation, "consistent", arithmetic=f"{printed(parts[0])} ≤ {printed(wholes[0])}")
        return
    if not _may_accuse(relation):
        return
    if parts and wholes:
        arithmetic = f"{printed(parts[0])} > {printed(wholes[0])}"
        told = "A part cannot be larger than the whole that it is taken of."
    else:
        arithmetic = f"{printed(values_of(relation, 'stated')[0])} > 100%"
        told = "No more than 100 per cent can belong to a share, or be lost in a fall."
    yield finding_of(
        relation,
        "mismatch",
        severity="error",
        arithmetic=arithmetic,
        explanation=told,
        suggestion="check both figures against the source",
    )
