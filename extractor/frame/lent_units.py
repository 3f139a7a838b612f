"""Units that a number leaves out: "They pump 5.4 million litres a day. In winter it was 4.5 million".

What such a number counts is known by then: `measured` points to the unit word inside the earlier figure.
Where the words behind it tell only of which time it is ("the 1.69 billion of the same months in 2025"), the
nearest figure of the sentence lends its unit, if the number is set against it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from extractor.model import Claim, Document
from extractor.regexes import Regex

#: Kinds of figures that have a unit to lend, and how many figures back they may stand.
_LENDERS, _BACK = frozenset({"money", "measure", "rate"}), 12
#: So many times as large is no number of the same unit.
_FACTOR = 10
#: "9 per cent more THAN THE 1.69 billion", "up from 6,100", "against 30.2 million".
_SET_AGAINST = Regex(
    r"\b(?:than|from|against|versus|with|on|to|times|twice|double|half)\s(?:(?:the|a|an|its|their|about|some|just|only|nearly|almost)\s){0,2}$"
)
#: Behind it: of which time it is, or the end of the clause.
_OF_A_TIME = Regex(
    r"\s(?:of|in|for)\s(?:the\s|that\s|a\s)?(?:(?:same|previous|preceding|prior|last|corresponding|comparable|first|second|third|fourth)\s)*"
    r"(?:years?|months?|weeks?|quarters?|season|period|half|spring|summer|autumn|fall|winter|days?|night|January|February|March|April|May|June|July"
    r"|August|September|October|November|December|(?:19|20)\d\d)\b"
    r"|\s(?:a|one|the|last|two|three|five|ten)\s(?:years?|months?|weeks?|winter|summer|spring|autumn|quarter|season|time)\b"
    r"|[.;,)](?!\d)"
)

#: "The 1.18 MILLION OF the drought": one scale with the figure before, and no noun behind.
_SCALE = Regex(r"\b(?:million|billion|trillion|lakh|crore)$")
_OF = Regex(r"\s(?:of|in|at)\s(?:the|a|an|its|their)\s")
#: "OF THE 1,361 TAGGED".
_OF_THE, _DONE = Regex(r"\b(?:[Oo]f|[Aa]mong|[Aa]ll)\s(?:the\s)?$"), Regex(r"\s[a-z]{2,}ed\b")


def with_lent_units(document: Document, claims: Iterable[Claim]) -> list[Claim]:
    """The claims in the order of print, numbers with the unit of the figure whose unit they leave out."""
    out: list[Claim] = []
    for claim in claims:
        lender = _lender(document.text, claim, out[-_BACK:])
        out.append(claim if lender is None else _lent(claim, lender))
    return out


def _lender(text: str, claim: Claim, earlier: Sequence[Claim]) -> Claim | None:
    if claim.figure.kind != "count" or claim.figure.amount.unit or not claim.figure.value:
        return None
    able = [c for c in reversed(earlier) if c.figure.kind in _LENDERS and _is_of_one_size(c, claim)]
    if _is_named_back(text, claim):
        return None
    pointed = claim.measure.span if claim.measure is not None else None
    if pointed is not None:
        named = next((c for c in able if c.figure.span.contains(pointed)), None)
        if named is not None:
            return named
    return next((c for c in able[:1] if _goes_on(text, c, claim)), None)


def _is_named_back(text: str, claim: Claim) -> bool:
    """True for "Of the 1,361 tagged", which counts what was tagged and has no unit."""
    start, end = claim.figure.span.start, claim.figure.span.end
    guessed = claim.measure is not None and claim.measure.found == "guess"
    return (
        guessed
        and _OF_THE.search(text[max(0, start - 12) : start]) is not None
        and _DONE.match(text, end) is not None
    )


def _goes_on(text: str, lender: Claim, claim: Claim) -> bool:
    """True for a number set against a figure of its sentence, of whose unit nothing behind it is the noun."""
    start, end = claim.figure.span.start, claim.figure.span.end
    led = text[max(claim.sentence.start, start - 40) : start]
    if lender.sentence != claim.sentence or _SET_AGAINST.search(led) is None:
        return False
    scale = _SCALE.search(claim.figure.text)
    scaled = scale is not None and scale[0] in lender.figure.text and _OF.match(text, end) is not None
    return scaled or _OF_A_TIME.match(text, end) is not None


def _is_of_one_size(lender: Claim, claim: Claim) -> bool:
    x, y = (c.figure.value or Decimal(0) for c in (lender, claim))
    return 0 < x <= _FACTOR * y and y <= _FACTOR * x


def _lent(claim: Claim, lender: Claim) -> Claim:
    amount = replace(claim.figure.amount, unit=lender.figure.amount.unit)
    return replace(claim, figure=replace(claim.figure, kind=lender.figure.kind, amount=amount))
