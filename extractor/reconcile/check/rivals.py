"""Rivals: another figure of the passage that may be the one meant.

A relation that fails is no mismatch if it holds with another figure of its sentences in one of
its places: then the phrase was read wrongly, not printed wrongly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractor.amount import meet, surely_less
from extractor.lexicon import Policy
from extractor.model import Claim, Relation, Role
from extractor.reconcile.check.equations import EQUATIONS
from extractor.regexes import Regex

#: Right before a rate that says its part again.
_AGAIN = Regex(
    r"^[^,;:()]{0,40}(?:,\sor|\s\()\s?(?:(?:about|nearly|almost|just|only|over|some)\s)?$", re.IGNORECASE
)


def with_rival(relation: Relation, policy: Policy) -> Relation | None:
    """The relation with one place taken by a rival so that it holds; None if no rival makes it hold."""
    for candidate in _candidates(relation):
        equation = EQUATIONS[candidate.kind](candidate, policy)
        if candidate.kind == "share" and not (_is_fair(candidate) and _is_beside(relation, candidate)):
            continue
        if meet(equation.stated, equation.computed):
            return replace(candidate, strength="numeric", rivals=())
    return None


def _candidates(relation: Relation) -> Iterator[Relation]:
    for place, role in enumerate(relation.roles):
        if not isinstance(role.value, Claim):
            continue
        for rival in relation.rivals:
            if place == 0 and _is_open(rival):
                continue  # "a tenth or more of their lessons" would agree with any larger share
            if _may_stand_for(rival, role.value):
                roles = (*relation.roles[:place], Role(role.name, rival), *relation.roles[place + 1 :])
                yield replace(relation, roles=roles)


def _is_open(claim: Claim) -> bool:
    return None in (claim.figure.amount.low, claim.figure.amount.high)


def _may_stand_for(rival: Claim, claim: Claim) -> bool:
    kinds = {rival.figure.kind, claim.figure.kind}
    one_kind = len(kinds) == 1 or kinds == {"percentage", "ratio"}
    if rival.figure.text.isalpha() and _is_open(rival) and rival.figure.kind != "ratio":
        return False  # "hundreds" are nearly any number
    return one_kind and rival.figure.amount.unit == claim.figure.amount.unit


def _is_fair(share: Relation) -> bool:
    """False for "at least one", which makes any share, and for parts above their whole."""
    amounts = [c.figure.amount for name in ("part", "whole") for c in share.claims(name)]
    if any(None in (a.low, a.high) for a in amounts):
        return False
    return len(amounts) < 2 or not surely_less(amounts[1], amounts[0])


def _is_beside(relation: Relation, candidate: Relation) -> bool:
    """False for a figure behind a rate that says its part again, or is open to one side: nearly any would do.

    "It got 512 back, less than half, and 30 were blank": the 30 are no rival of the 512.
    "Sewage turned up at 84 tanks, or three in ten, and tar at 55": the 55 are none of the 84.
    """
    rate, part, other = relation.roles[0].value, relation.claims("part"), candidate.claims("part")
    if not isinstance(rate, Claim) or not part or not other or part == other:
        return True
    if not part[0].figure.span < rate.figure.span < other[0].figure.span:
        return True
    a = rate.figure.amount
    one_sided = a.low is None or a.high is None or (a.low == 0 and a.high_open)
    start = 0 if relation.cue.span is None else relation.cue.span.start
    between = relation.cue.text[part[0].figure.span.end - start : rate.figure.span.start - start]
    return not (one_sided or (part[0].sentence == rate.sentence and _AGAIN.search(between)))
