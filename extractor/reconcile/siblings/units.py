"""Units of one number in two stories: which of them are one, and which figures name none of their own."""

from __future__ import annotations

import re

from extractor.lexicon import table
from extractor.model import Claim, Figure
from extractor.nouns import kinds
from extractor.regexes import Regex

#: How often, and what is bought and sold.
_TIMES, _SHARES = Regex(r"\d\s(?:(?:m|b)illion\s)?times\b"), Regex(r"\bshares\b")


def told_of_two(ours: str, theirs: str) -> bool:
    """True if one sentence alone tells how often, "3.2 million times", or of shares that are traded."""
    return any((p.search(ours) is None) != (p.search(theirs) is None) for p in (_TIMES, _SHARES))


def one_coin(ours: Figure, theirs: Figure) -> bool:
    """True if one sum names no country, "$11.6m", and the other is in money of the same name, "A$11.6m"."""
    units = {ours.amount.unit, theirs.amount.unit}
    bare = any(not re.search(r"[A-Z]", figure.text) for figure in (ours, theirs))
    return bare and any(units <= {*coins} for coins in table("siblings")["coins"])


def are_degrees(ours: Figure, theirs: Figure) -> bool:
    """True for "1.1 C" and "1.1 degrees", which leave the scale to the reader."""
    return any("degree" in f.amount.unit and len(f.amount.unit) <= len("degrees") for f in (ours, theirs))


def in_digits(figure: Figure) -> bool:
    """True for "11", False for "eleven"."""
    return any(c.isdigit() for c in figure.text)


def picked_out(claim: Claim) -> bool:
    """True for "55 of them": what is counted was told before, and a noun beside it may be another."""
    told = claim.measure is None or claim.measure.found == "here"
    return not told or (claim.base is not None and claim.base.found != "here")


def per_no_time(unit: str) -> str:
    """The unit of a rate without its time: what is lost "every day" is told in litres, or in litres a day."""
    return unit.split("/")[0].strip()


def with_noun(claim: Claim) -> str:
    noun = "" if claim.figure.kind != "count" or claim.measure is None else f" {claim.measure.text}"
    return f"{claim.figure.text}{noun}"


def is_room(claim: Claim) -> bool:
    """True for seats, beds and places, which are as many as the people for whom they are."""
    noun = None if claim.measure is None else claim.measure.key
    return noun is not None and (noun in ("place", "slot") or "place" in kinds(noun))
