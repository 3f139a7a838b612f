"""Figures told for one of something: "£46 a head", "2.3 to each officer", "one for every 46 workers"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from extractor.amount import PERCENT, ratio, scale, widen
from extractor.lexicon import Policy
from extractor.lexicon import table as data
from extractor.model import Claim, Finding
from extractor.reference.computed.spots import (
    amount_at,
    cited,
    likeliest,
    shown_cells,
    spots,
    sure_label,
)
from extractor.reference.findings import agrees, questioned
from extractor.reference.fitting import words_of
from extractor.reference.match import At, Candidate, Reader
from extractor.reference.stated import (
    Computed,
    Stated,
    agree,
    half_digit,
    has_many_digits,
    shown,
    shown_cell,
    stated_of,
)
from extractor.reference.tables.reference_table import Column
from extractor.reference.words import roots
from extractor.regexes import Regex

#: "£46 a head", "2.3 prisoners for every officer", "0.8 deaths per 100,000 people", "31 per million".
_PER = Regex(
    r"(?:(?:\s+[a-z-]+){0,3}?\s+(?:for\s+(?:every|each)|to\s+(?:every|each)|per)|\s+an?)\s+"
    r"(?:(?P<many>\d[\d,]*|thousand|million)\b\s*)?(?P<noun>[a-z-]+\b)?",
    re.IGNORECASE,
)
#: What may follow "per million" where its people go without saying.
_JOINING = (
    "are",
    "is",
    "was",
    "were",
    "in",
    "at",
    "than",
    "and",
    "but",
    "had",
    "has",
    "for",
    "to",
    "while",
    "by",
    "last",
    "this",
)
#: "Each resident of Marsh threw away", "one vacancy for every 46 workers".
_OPENS = Regex(
    r"(?:^\W*an?|(?:^\W*|\s)(?:each|every))\s+(?P<noun>[a-z-]+)\b(?:\s+[\w'’-]+){0,6}\s*$", re.IGNORECASE
)
_APIECE = Regex(r"(?:\s+[a-z-]+){0,2}?\s+(?:each|apiece)\b", re.IGNORECASE)
_FOR_EVERY = Regex(r"\bone\s+(?P<noun>[a-z-]+)\s+(?:for|to)\s+(?:every|each)\s+$", re.IGNORECASE)
_TOLD_PER = Regex(r"\b(?:per|for\s+(?:each|every))\b", re.IGNORECASE)
_TIMES = ("year", "month", "week", "day", "hour", "minute", "night", "season", "time", "quarter")
_MANY = {"thousand": 1000, "million": 1_000_000}
#: Measures whose unit is another's times a number.
_LARGER = {("kilogram", "metric_ton"): 1000, ("gram", "kilogram"): 1000, ("meter", "kilometer"): 1000}


@dataclass(frozen=True, slots=True)
class Per:
    """What a figure is told for one of: the noun, and of how many of them."""

    noun: str
    many: int


def per_of(reader: Reader, claim: Claim) -> Per | None:
    """The words that say for one of what a figure is told, where the table has a column for that."""
    if claim.figure.kind not in ("count", "money", "measure", "rate") or claim.statistic == "change":
        return None
    text, span = reader.told.document.text, claim.figure.span
    before, behind = text[claim.sentence.start : span.start], text[span.start : claim.sentence.end]
    own = re.match(r"\W*\S+(?:\s+(?:million|billion|thousand))?", behind)
    for found in (
        _PER.match(behind, own.end() if own else 0),
        _FOR_EVERY.search(before),
        _OPENS.search(before),
    ):
        if found is None:
            continue
        told, noun = (found.groupdict().get("many") or "").lower().replace(",", ""), noun_in(found)
        if (told or found["noun"]) and _is_base(reader, noun):
            return Per(noun, _MANY.get(told) or int(told or 1))
    return _each(reader, claim)


def noun_in(found: re.Match[str]) -> str:
    """What words tell a rate for one of; people ("head") where it goes without saying."""
    noun = (found["noun"] or "").lower()
    return "head" if noun in ("", *_JOINING) else noun


def _each(reader: Reader, claim: Claim) -> Per | None:
    """ "300 members, who borrow 7 books each": for one of what the figure before it counts."""
    text = reader.told.document.text
    if _APIECE.match(text, claim.figure.span.end) is None:
        return None
    figures = reader.told.figures.get(claim.sentence, ())
    before = [c for c in figures if c.figure.span.end <= claim.figure.span.start and c.measure is not None]
    noun = before[-1].measure.key if before and before[-1].measure is not None else ""
    return Per(noun, 1) if noun and _is_base(reader, noun) else None


def _is_base(reader: Reader, noun: str) -> bool:
    return noun.lower() not in _TIMES and any(is_of(reader, noun, c) for c in reader.reference.columns)


def is_of(reader: Reader, noun: str, column: Column) -> bool:
    """True if a column counts the things that a noun names: residents for "a head", tonnes for "a tonne"."""
    if column.unit == PERCENT or column.unit.startswith("per "):
        return False
    words = set(roots(noun))
    if noun.lower() in data("reference")["ratios"]["heads"]:
        words |= set(roots(" ".join(data("reference")["ratios"]["population"])))
        return column.unit == "" and bool(words & {*words_of(column), *_named_unit(column)})
    units: dict[str, str] = data("reference")["units"]["measures"]
    if column.unit and column.unit in (units.get(noun.lower()), units.get(f"{noun.lower()}s")):
        return True
    return column.unit == "" and any(
        reader.akin(a, b) for a in words for b in words_of(column)[-1:] + words_of(column)[:1]
    )


def _named_unit(column: Column) -> Sequence[str]:
    return roots(column.head.text)


def per(reader: Reader, claim: Claim, told: Per, policy: Policy) -> Iterator[Finding]:
    """A figure for one of something against the quotient of two cells of its row."""
    label = sure_label(reader, claim)
    if label is None:
        return
    stated = stated_of(claim, policy)
    wholes = spots(reader, claim, [label], lambda c: is_of(reader, told.noun, c))
    tops = spots(reader, claim, [label], lambda c: _may_top(claim, c) and not is_of(reader, told.noun, c))
    tied = tuple(t for t in tops if t.tie.firmness >= data("reference")["tie"]["confirm"])
    tops = tied or (tops if has_many_digits(claim) else _sole(tops))
    made = [
        (top, m)
        for top in tops
        for whole in wholes
        if whole.column != top.column
        for m in quotient(reader, stated, top, whole, told.many)
    ]
    agreeing = [m for _, m in made if agree(stated.amount, m.amount)]
    one_choice = len(likeliest(tops)) == 1 and len(wholes) == 1 and claim.stance == "asserted"
    if agreeing:
        yield agrees(stated, agreeing[0])
    elif made and one_choice and made[0][0].tie.firmness >= data("reference")["tie"]["accuse"]:
        yield questioned(stated, made[0][1], None)


def _sole(found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    return tuple(found) if len({c.column.number for c in found}) == 1 else ()


def _may_top(claim: Claim, column: Column) -> bool:
    unit = claim.figure.amount.unit
    if _TOLD_PER.search(column.head.text):
        return False  # "Dollars per lane mile" is a quotient itself
    if claim.figure.kind in ("count", "rate"):
        return column.unit == ""
    return column.unit == unit or (unit, column.unit) in _LARGER


def quotient(reader: Reader, stated: Stated, top: At, whole: At, many: int) -> Iterator[Computed]:
    """One cell for so many of another; nothing where that may be none."""
    a, b = amount_at(reader, top), amount_at(reader, whole)
    if not b.low or b.low <= 0:
        return
    unit = stated.amount.unit
    factor = Fraction(many) * _LARGER.get((unit, a.unit), 1)
    amount = replace(widen(scale(ratio(a, b, unit), factor), half_digit(stated.claim)), unit=unit)
    both = cited(reader, [("part", top), ("whole", whole)])
    times = f" × {factor}" if factor != 1 else ""
    steps = f"{shown_cell(both[0].observation)} / {shown_cell(both[1].observation)}{times} = {shown(amount)}"
    told = f"{top.row.label}, {top.column.head.text} for each of {whole.column.head.text}"
    yield Computed(amount, f"{shown_cells(both)}; {steps}", told, both, "mean")
