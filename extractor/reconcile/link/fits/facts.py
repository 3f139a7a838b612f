"""What the search of numeric fits asks of every figure of a story, looked up once for all its tries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from extractor.model import Amount, Claim, Direction
from extractor.reconcile.link.cues.moves import MOVE, direction_of, is_change
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

Ends = tuple[float, float]
#: "More than 300" is seldom said of more than this times 300.
HEDGED = 1.15
#: Counts below this are so common that their sums and quotients tell little.
SMALL = 10

_CHANGE_BEFORE = Regex(MOVE + r"(?:\s[\w’'-]+){0,2}\s*$", re.IGNORECASE)
_CHANGE_AFTER = Regex(r"^\s?(?:[\w’'-]+\s){0,2}?" + MOVE, re.IGNORECASE)


_ADDING = Regex(
    r"\b(?:total\w*|in\sall|altogether|together|combined|making|of\swhich|of\swhom|further|another|remaining|remainder|rest|plus|add\w*|includ\w+|comprising|split"
    r"|made\sup|balance|swing|left|leaving|leaves|difference|net|surplus|save[sd]?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, eq=False)
class Fact:
    """A claim as the equations see it."""

    claim: Claim
    #: Its place among the story's claims, counted from 0.
    number: int
    kind: str
    #: Equal for figures that can be added or divided.
    unit: str
    #: Equal for figures that print the same amount.
    amount: int
    ends: Ends
    zone: int
    #: Which sentence with figures it stands in, counted from 0.
    sentence: int
    #: Whether the words of its sentence add figures or part a whole.
    adds: bool
    change: bool
    #: Which way it points, asked of changes and points alone.
    way: Direction | None
    #: A count so small that it meets others all the time.
    small: bool
    #: How many digits it prints, noughts at its ends aside.
    digits: int


def facts_of(story: Story) -> tuple[Fact, ...]:
    """One fact for each claim of a story that an equation can take, in the order of print."""
    amounts: dict[tuple[str, Amount], int] = {}
    return tuple(_facts(story, amounts))


def _facts(story: Story, amounts: dict[tuple[str, Amount], int]) -> Iterator[Fact]:
    for number, claim in enumerate(story.claims):
        reach = ends(claim)
        if reach is None:
            continue
        kind, change = family(claim), is_change(claim)
        yield Fact(
            claim=claim,
            number=number,
            kind=kind,
            unit=unit_of(claim),
            amount=amounts.setdefault((kind, claim.figure.amount), len(amounts)),
            ends=reach,
            zone=story.block_number(claim.sentence.start),
            sentence=story.number_of(claim),
            adds=_adds(story.sentence(claim)),
            change=change,
            way=way_of(story, claim) if change or kind == "T" else None,
            small=kind == "C" and (claim.figure.value or 0) < SMALL,
            digits=len("".join(c for c in claim.figure.text if c.isdigit()).strip("0")),
        )


@lru_cache(maxsize=1024)
def _adds(sentence: str) -> bool:
    """True if the words of a sentence add figures or part a whole; asked for each of its figures."""
    return _ADDING.search(sentence) is not None


def ends(claim: Claim) -> Ends | None:
    """Both ends as floats, for a quick look; a one-sided hedge is taken to lie near its number."""
    a = claim.figure.amount
    if a.high is None:
        return None if a.low is None or a.low <= 0 else (float(a.low), HEDGED * float(a.low))
    if a.low is None or (a.low == 0 and claim.figure.hedge is not None):
        return (float(a.high) / HEDGED, float(a.high)) if a.high > 0 else None
    return float(a.low), float(a.high)


def unit_of(claim: Claim) -> str:
    """Equal for figures that can be added, subtracted or divided; a count has no unit, whatever it counts."""
    kind = family(claim)
    return kind if kind in "CP" else f"{kind} {claim.figure.amount.unit}"


def words_around(story: Story, claim: Claim) -> tuple[str, str]:
    """Up to 60 characters before and after a figure in its sentence."""
    text, span = story.document.text, claim.figure.span
    return text[max(claim.sentence.start, span.start - 60) : span.start], text[
        span.end : min(claim.sentence.end, span.end + 60)
    ]


def way_of(story: Story, claim: Claim) -> Direction | None:
    """Which way the words around a figure of change point."""
    if claim.direction:
        return claim.direction
    before, after = words_around(story, claim)
    around = (_CHANGE_BEFORE.search(before), _CHANGE_AFTER.match(after))
    words = [claim.figure.text, *(found[0] for found in around if found)]
    return next((w for w in map(direction_of, words) if w is not None), None)
