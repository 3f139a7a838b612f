"""A measurement and the same in the other system of units beside it: "1,300 hectares (3,200 acres)".

The place ties them, in brackets or behind ", or". Print converts loosely: what is converted may lie a little off
and is rounded at its last digit that is no nought, so that "100 yards (100m)" agrees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import pairwise

from extractor.amount import add, between, exact, middle, product, ratio, scale, widen
from extractor.lexicon import table
from extractor.model import Amount, Claim, Cue, Derived, Relation, Role, Span, stable_id
from extractor.reconcile.story import Story
from extractor.regexes import Regex
from extractor.shown import str_amount

_SIZED = r"(?:\s(?:long|wide|high|tall|deep|away|across|apart|square|thick))?"
#: Between the two: "1,214lb (515kg)", "40-acre (16-hectare)", "20 miles, or 32km,".
_OPENS = Regex(
    rf"^(?:{_SIZED}|\s(?:of\s)?(?:the\s)?[a-z]{{4,}})\s?(?:[(\[]\s?|[,–—]\s?or\s)(?:that\sis,?\s|i\.?e\.?\s|or\s)?$",
    re.IGNORECASE,
)
#: Behind the second: what closes it, so that "(20 hectares of it burned)" is none.
_CLOSES = Regex(rf"^{_SIZED}\s?(?:[)\].;,–—]|$)", re.IGNORECASE)
#: The unit of "515kg", "about 530 acres" and "16-hectare" as it is printed.
_BEHIND_DIGITS = Regex(r"\d[\s-]?([^\d\s-]\D*)$")
_DEGREES = {"degree_Celsius", "degree_Fahrenheit"}
_LOOSE = Fraction(table("conversions")["loose"])


@dataclass(frozen=True, slots=True)
class _Unit:
    """What a unit measures, of which system it is, and its size: of the least to the most of that name."""

    kind: str
    system: str
    size: Amount


def converted(story: Story) -> Iterator[Relation]:
    """One relation for each measurement that stands beside the same in another unit."""
    for one, two in pairwise(story.claims):
        if one.sentence == two.sentence and _are_beside(story, one, two):
            told = _in_unit_of(two, one)
            if told is not None:
                span = Span(one.figure.span.start, two.figure.span.end)
                cue = Cue(story.document.id, span, story.words(span))
                yield Relation("same", (Role("stated", two), Role("from", told)), cue, "stated")


def _are_beside(story: Story, one: Claim, two: Claim) -> bool:
    behind = story.words(Span(two.figure.span.end, two.sentence.end))[:40]
    return _OPENS.match(story.between(one, two)) is not None and _CLOSES.match(behind) is not None


def _in_unit_of(two: Claim, one: Claim) -> Derived | None:
    """The first figure in the unit of the second, as loosely as print may tell it; None where it has no such unit."""
    unit, value = two.figure.amount.unit, two.figure.value
    amount = _temperature(one, unit, value) if unit in _DEGREES else _measure(one, unit)
    if amount is None:
        return None
    as_printed = _BEHIND_DIGITS.search(two.figure.text)
    name = as_printed[1] if as_printed is not None else unit.replace("_", " ")
    told = f"{one.figure.text} = {str_amount(amount, 2)} {name}"
    loosened = widen(_loose(amount), Fraction(10) ** _last_place(value) / 2)
    return Derived(
        stable_id("d", one.id, two.id, "converted"), loosened, f"{one.figure.text} in {name}", (one,), told
    )


def _measure(one: Claim, unit: str) -> Amount | None:
    """A figure in a unit of the same kind and the other system; None where the units are no such two."""
    a, b = _units().get(one.figure.amount.unit), _units().get(unit)
    if a is None or b is None or a.kind != b.kind or a.system == b.system:
        return None
    return product(one.figure.amount, ratio(a.size, b.size), unit)


def _temperature(one: Claim, unit: str, value: Decimal | None) -> Amount | None:
    """A temperature, or a difference of two, on the other scale, whichever lies nearer to what is printed."""
    if value is None or {one.figure.amount.unit, unit} != _DEGREES:
        return None
    a, warm = one.figure.amount, unit == "degree_Fahrenheit"
    step = scale(a, Fraction(9, 5) if warm else Fraction(5, 9), unit)
    level = add(step, exact(32 if warm else Fraction(-160, 9), unit))
    return min((level, step), key=lambda m: abs((middle(m) or 0) - Fraction(value)))


def _loose(a: Amount) -> Amount:
    """The amount with what a conversion in print may be off; of temperatures, one degree."""
    if a.unit in _DEGREES:
        return widen(a, 1)
    return product(a, between(1 - _LOOSE, 1 + _LOOSE), a.unit)


def _last_place(value: Decimal | None) -> int:
    """The place of the last digit that is no nought: 2 for 3,200, -1 for 3.3; of a range the last whole one."""
    return 0 if value is None else int(value.normalize().as_tuple().exponent)


@cache
def _units() -> Mapping[str, _Unit]:
    told = {kind: systems for kind, systems in table("conversions").items() if isinstance(systems, Mapping)}
    return {
        unit: _Unit(kind, system, _size([size] if isinstance(size, str) else size))
        for kind, systems in told.items()
        for system, units in systems.items()
        for unit, size in units.items()
    }


def _size(told: Sequence[str]) -> Amount:
    return between(Fraction(told[0]), Fraction(told[-1]))
