"""One number in two units: acres in one story and hectares in the other, a pound and a kilogram, a day and a week.

The number, its dimension and a word beside it have to be one; a story that has the other's unit for that as well
converts it, or tells something else.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from extractor.lexicon import table
from extractor.model import Claim, Reading
from extractor.reconcile.link.retold.facts import facts, slot, tie
from extractor.reconcile.link.retold.near_numbers import digits
from extractor.reconcile.link.retold.unit_stretches import contained, yearly
from extractor.reconcile.siblings import units
from extractor.reconcile.siblings.periods import may_be_one_time
from extractor.reconcile.siblings.shift import Shift
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex

#: What a number is for each of: "$8 A POUND", "6,000 hampers A DAY".
_EACH = (
    r"(?P<one>day|week|month|year|hour|night|pound|lb|kilogramm?e?|kilo|kg|tonne|ton|t|lit(?:re|er)|l|gallon|acre|hectare|ha"
    r"|mile|kilomet(?:re|er)|km|barrel|bbl|bushel|quintal)s?\b"
)
_A = r"(?:(?:an?|per|each|every|for\s(?:an?|each|every))\s|/\s?)"
_PER = Regex(
    rf"[\s-]{{0,2}}(?:[\w-]+\s){{0,3}}?{_A}(?:metric\s)?{_EACH}"
    r"(?!\s(?:ago|earlier|before|later|after|since|old)\b)"
)
_INSIDE = Regex(rf"(?:\b|(?=/)){_A}(?:metric\s)?{_EACH}$")
#: Forms of one unit besides those of the list of units: papers that weigh in tonnes write tons.
_ONE_UNIT = {
    "t": "tonne",
    "ton": "tonne",
    "metric ton": "tonne",
    "l": "litre",
    "bbl": "barrel",
    "kw": "kilowatt",
    "mw": "megawatt",
    "gw": "gigawatt",
    "mwh": "megawatt-hour",
}
#: Units of one dimension that a paper may take for each other, a dimension a row.
_DIMENSIONS = (
    ("acre", "hectare", "square mile", "square kilometre"),
    ("mile", "kilometre"),
    ("metre", "foot", "yard"),
    ("tonne", "kilogram", "pound", "quintal", "gram"),
    ("litre", "gallon", "barrel", "megalitre", "cubic metre"),
    ("megawatt", "kilowatt", "gigawatt", "megawatt-hour"),
)
_STRETCH = frozenset(("day", "week", "month", "year", "hour", "night"))
_NUMBER = Regex(
    r"[\d.,]+|\b(?:million|billion|thousand|lakh|crore|about|some|around|more than|nearly|an estimated)\b"
)
#: Digits of a measured number that one story hardly has for two things.
TELLING = 2


def other_units(a: Story, b: Story) -> Iterator[tuple[Claim, Claim, Shift]]:
    """The figures that both stories tell with one number, and in two units of one dimension."""
    for x in a.claims:
        for y in b.claims:
            if _is_one_number(x, y):
                shift = yearly(a, x, b, y)
                if shift is None and may_be_one_time(x.period, y.period):
                    shift = _measured(a, x, b, y) or _apiece(a, x, b, y) or contained(a, x, b, y)
                if shift is not None:
                    yield x, y, shift


def _is_one_number(x: Claim, y: Claim) -> bool:
    value = x.figure.value
    return bool(value) and value == y.figure.value and not {x.block, y.block} & DISPLAY


def _measured(a: Story, x: Claim, b: Story, y: Claim) -> Shift | None:
    """6,400 acres and 6,400 hectares, neither story having the other's unit in that sentence."""
    if x.figure.kind != "measure" or y.figure.kind != "measure" or digits(x) < TELLING:
        return None
    ours, theirs = _unit(x), _unit(y)
    if ours == theirs or not any({ours, theirs} <= row for row in _dimensions()):
        return None
    if units.per_no_time(x.figure.amount.unit) == units.per_no_time(y.figure.amount.unit):
        return None
    if _has(a, x, theirs) or _has(b, y, ours) or not tie(a, x, b, y):
        return None
    return Shift("unit", x.figure.text, y.figure.text)


def _unit(claim: Claim) -> str:
    told = " ".join(_NUMBER.sub(" ", claim.figure.text.lower()).split())
    return _one_unit(told[:-1] if told.endswith("s") else told)


@cache
def _dimensions() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(map(_one_unit, row)) for row in _DIMENSIONS)


def _one_unit(word: str) -> str:
    """The one name of a unit in whatever form: "kilo", "kg" and "kilogram" are one, and so are "t" and "tonne"."""
    word = _ONE_UNIT.get(word, word)
    names: dict[str, str] = {**table("units")["symbols"], **table("units")["names"]}
    return names.get(word, word)


def _has(story: Story, claim: Claim, unit: str) -> bool:
    """True if a sentence tells its amount in another unit as well."""
    return any(_unit(c) == unit for c in story.in_sentence(claim.sentence) if family(c) == "U")


def _apiece(a: Story, x: Claim, b: Story, y: Claim) -> Shift | None:
    """$8 a pound and $8 a kilogram, 6,000 hampers a day and 6,000 a week."""
    ours, theirs = _per(a, x), _per(b, y)
    if not ours or not theirs or _one_unit(ours) == _one_unit(theirs) or not _of_one_sort(x, y):
        return None
    nouns = frozenset(w for c in (x, y) if c.measure is not None for w in facts(c.measure.key))
    if (ours in _STRETCH) != (theirs in _STRETCH) or not tie(a, x, b, y) - nouns:
        return None  # "ships 74 containers a month", "handles 74 containers a day"
    if _tells(a, x, theirs) or _tells(b, y, ours):
        return None
    reading: Reading = "period" if ours in _STRETCH else "unit"
    return Shift(reading, f"{x.figure.text} a {ours}", f"{y.figure.text} a {theirs}")


def _per(story: Story, claim: Claim) -> str:
    """What a number is for each of, where its own words say so."""
    inside = _INSIDE.search(claim.figure.text.lower())
    if inside is not None:
        return str(inside["one"])
    behind = story.following(claim)
    end = claim.sentence.end
    if behind is not None and behind.sentence == claim.sentence:
        end = behind.figure.span.start
    found = _PER.match(story.document.text.lower(), claim.figure.span.end, end)
    return "" if found is None else str(found["one"])


def _of_one_sort(x: Claim, y: Claim) -> bool:
    """True for two sums of money, or two counts, of which one may be read as a rate."""
    kinds = {x.figure.kind, y.figure.kind}
    return kinds == {"money"} or kinds <= {"count", "rate"}


def _tells(story: Story, claim: Claim, one: str) -> bool:
    """True if a story has a number of the same thing for each of the other's units: "£5 a week, £20 a month"."""
    return any(
        _one_unit(_per(story, c)) == _one_unit(one) and slot(story, c) & slot(story, claim) - facts(one)
        for c in story.claims
    )


__all__ = ["other_units"]
