"""The second pass: what numbers lend each other. Shares, ranges, elided units and scales, rates.

Each rule takes the drafts of a text in the order of print and gives them back with some changed or
joined; the rules run in the order of `JOINS`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction

from extractor.find.lending import ages_of_ranges, lent_back, lent_forward
from extractor.find.nouns import Draft, Item, Pair
from extractor.find.polls import polls
from extractor.find.ranges import ranges
from extractor.find.rates import rates
from extractor.find.shares import per_number, shares
from extractor.find.unit import Unit
from extractor.lexicon import table
from extractor.regexes import Regex

#: "15 dollars 50": the cents without their name, at the end of a clause.
_CENTS_LEFT_OUT = Regex(r"[ \u00a0]")
_CLAUSE_END = Regex(r"[.,;:!?)](?!\d)|$| more\b|\n")
_COMPOUND: dict[str, int] = dict(table("units")["compound"])
_HEIGHT_END = Regex(r"[.,;:)](?!\d)|$|[ ](?:is|was|and|or|tall|who|with|in|but|to|when)\b")
_AND_MORE = Regex(r",? and \d")
_JOINED = Regex(r"[ \u00a0-](?:and )?")


def compounds(text: str, drafts: Sequence[Item]) -> list[Item]:
    """ "5 feet 2 inches", "13 dollars and 45 cents", "1 year 1 month": one quantity in two units."""
    out: list[Item] = []
    tail = ""
    for draft in drafts:
        first = out[-1] if out else None
        parts = (
            _parts(text, first, draft, tail)
            if isinstance(first, Draft) and isinstance(draft, Draft) and not _goes_on(text, out, draft)
            else None
        )
        if parts is not None and isinstance(first, Draft) and isinstance(draft, Draft):
            out[-1] = _compound(first, draft, parts)
        else:
            out.append(draft)
        tail = draft.unit.name if isinstance(draft, Draft) else ""
    return out


def _goes_on(text: str, out: Sequence[Item], draft: Draft) -> bool:
    """True inside "3 years, 2 months, 14 days, and 16 hours", a list of quantities and no quantity."""
    if len(out) < 2 or text[out[-1].end : draft.start] != ", ":
        return False
    before = out[-2]
    return (
        isinstance(before, Draft) and before.kind == draft.kind and text[before.end : out[-1].start] == ", "
    )


def _parts(text: str, first: Draft, last: Draft, tail: str) -> Fraction | None:
    """How many of the second unit make one of the first; None where the two are two quantities."""
    if last.start - first.end > 5 or first.outside or last.outside or first.kind == "age":
        return None
    if last.number.value < 0 or first.number.rounded:
        return None
    gap = text[first.end : last.start]
    if first.kind == "money" and last.bare and _CENTS_LEFT_OUT.fullmatch(gap):
        whole = text[first.end - 1].isalpha() and 0 < last.number.value < 100 and not last.number.rounded
        return Fraction(100) if whole and _CLAUSE_END.match(text, last.end) else None
    if first.unit.kind == last.unit.kind == "money" and first.unit.name == last.unit.name:
        cents = last.unit.divisor == 100 and first.unit.divisor == 1 and last.number.value < 100
        return Fraction(100) if cents and _JOINED.fullmatch(gap) else None
    pair = f"{tail or first.unit.name} {last.unit.name}"
    size = _COMPOUND.get(pair)
    if first.unit.name == "foot" and last.bare and (gap == "-" or _ends_height(text, gap, last.end)):
        size = 12  # "6-foot-4": the inches without their name
    if size is None or last.number.value >= size or not _are_joined(text, gap, last):
        return None
    base = _COMPOUND.get(f"{first.unit.name} {tail}", 1) if tail != first.unit.name else 1
    return Fraction(size * base)


def _are_joined(text: str, gap: str, last: Draft) -> bool:
    """True for "1 year 1 month", and for the comma of "3 years, 2 months and 11 days"."""
    return _JOINED.fullmatch(gap) is not None or (gap == ", " and _AND_MORE.match(text, last.end) is not None)


def _ends_height(text: str, gap: str, end: int) -> bool:
    """True for "5 feet 4 was", whose second number counts nothing."""
    return gap == " " and _HEIGHT_END.match(text, end) is not None


def _compound(first: Draft, last: Draft, parts: Fraction) -> Draft:
    value = first.number.value + last.number.value / parts
    number = replace(first.number, end=last.end, value=value, form="fraction", step=1 / parts)
    return replace(first, end=last.end, number=number)


_MARGIN = Regex(r"[ \u00a0]?(?:\+/[-−–]|±)[ \u00a0]?|[ ](?:plus or minus|give or take)[ ]")


def margins(text: str, drafts: Sequence[Item]) -> list[Item]:
    """ "52% ± 3%", "12.4 +/- 0.2 km": a number and how far it may be off, in one unit."""
    out: list[Item] = []
    for draft in drafts:
        first = out[-1] if out else None
        if isinstance(first, Draft) and isinstance(draft, Draft) and _is_margin(text, first, draft):
            unit = last_unit(first, draft)
            out[-1] = Pair(replace(first, unit=unit), replace(draft, unit=unit), "margin")
        else:
            out.append(draft)
    return out


def last_unit(first: Draft, last: Draft) -> Unit:
    """The unit of a number and its margin: that of whichever prints one."""
    return last.unit if first.bare else first.unit


def _is_margin(text: str, first: Draft, last: Draft) -> bool:
    if first.outside or last.outside or last.start - first.end > 15 or first.maybe or last.maybe:
        return False
    points = (first.kind, last.kind) == ("percentage", "points")
    alike = first.bare or last.bare or first.unit == last.unit or points
    near = 0 < last.number.value < abs(first.number.value)
    return near and alike and _MARGIN.fullmatch(text, first.end, last.start) is not None


Join = Callable[[str, Sequence[Item]], list[Item]]
JOINS: tuple[Join, ...] = (
    compounds,
    margins,
    shares,
    per_number,
    rates,
    lent_forward,
    ages_of_ranges,
    polls,
    lent_back,
    ranges,
)
