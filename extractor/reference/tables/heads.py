"""What the head of a column says: words, period, unit and scale.

>>> head("alcohol_share_2009_pct").unit, head("alcohol_share_2009_pct").period.key
('%', '2009')
>>> head("Expenditure (£000s) 2018-19").factor
1000
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extractor.amount import PERCENT, POINTS
from extractor.lexicon import table
from extractor.model import Period
from extractor.periods import find_periods
from extractor.reference.words import root, roots
from extractor.regexes import Regex

_NOTE = Regex(r"\s*[\[(](?:note\s*\d*(?:,\s*\d+)*|\d{1,2}|[a-z])[\])]", re.IGNORECASE)
#: What marks a year as not final: "2025 p", "2023-24 (revised)".
_NOT_FINAL = Regex(
    r"(?<=\d)\s*(?:[\[(](?:provisional|revised|estimated?|projected)[\])]|[prej](?=[\s:,]|$))", re.IGNORECASE
)
#: "2022_23" in the name of a field.
_YEARS = Regex(r"(?<!\d)((?:19|20)\d\d)_(\d\d)(?!\d)")
_PER = Regex(r"\bper\s+(?:each\s+)?(\d[\d,]*|thousand|million|head|capita|person|pupil)\b", re.IGNORECASE)
#: "Per 100 ml" is a concentration: its numbers are told as they stand.
_WITHIN = Regex(
    r"\s*\(?\bper\s+\d+\s*(?:ml|cl|l|kg|g|km|m3|cm3|litres?|grams?|kilomet(?:re|er)s?)\b\)?", re.IGNORECASE
)
_PER_TOLD = {"thousand": 1000, "million": 1_000_000}
_SIGN = Regex(
    r"(?:\b(?:A|C|NZ|US)|(?<!\w))\$|GH₵|[£€₹₦]|\b(?:GBP|EUR|USD|INR|NGN|ZAR|KES|AUD|CAD|NZD|gbp|eur|usd|inr|pounds|KSh"
    r"|[Ee]uros?|[Rr]upees|[Dd]ollars|[Nn]aira|[Rr]and|[Cc]edis)\b"
)
_SCALE = Regex(
    r"(?:[£$€₹]\s*|\b|(?<=\())(?P<word>'?’?000s?|thousands?|millions?|billions?|lakh|crore|mn|bn"
    r"|(?<!/)(?<!per )m)(?![a-z²³]|(?<=m)\d)",
    re.IGNORECASE,
)
_FACTORS = {"000": 1000, "thousand": 1000, "b": 1_000_000_000, "lakh": 100_000, "crore": 10_000_000}
#: What the unit of a column says already.
_RATES = frozenset(root(w) for w in ("rate", "rates", "share", "proportion"))
_YEAR_FIRST = Regex(
    r"\b((?:19|20)\d\d)\s?[-:/]?\s?(Q[1-4]|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b", re.IGNORECASE
)
#: "Nine months 2023", "First half 2024": prose says "of".
_MONTHS = Regex(
    r"\b(?:first\s+)?((?:three|six|nine|[369])\s+months|half):?\s+(?:of\s+)?((?:19|20)\d\d)\b", re.IGNORECASE
)
#: "% of 1991-2020 average": what is compared with is not when it was.
_BASELINE = Regex(
    r"\b(?:19|20)\d\d\s*[-–]\s*(?:(?:19|20)?\d\d)\s+(?:average|mean|normal|baseline|reference)\b",
    re.IGNORECASE,
)
_SQUARE = Regex(
    r"(?<!per )\bsq(?:uare|\.)?\s*(km|kilomet(?:re|er)s?|mi|miles?)\b|(?<!per )\b(km)\s?[2²](?!\w)",
    re.IGNORECASE,
)
_DEGREES = Regex(r"°\s?([CF])\b|\bdeg(?:rees?)?\s?([CF])\b")
_BEHIND = Regex(r"\s(?:in|on|at|with|for|from|against|by|under|within)\s", re.IGNORECASE)
_OF = Regex(r"(?:%|\bper\s?cent|\b(?:share|proportion|percentage))\s+of\s+([\w\s'’-]+)", re.IGNORECASE)
_BRACKETS = Regex(r"\(([a-z][^()]*)\)")
_LONGEST_ASIDE = 2
#: "Oct-23", "Sept '24", "Q3-23": the spreadsheet's way; years from 50 on are of the last century.
_SHORT_YEAR = Regex(
    r"\b(?P<part>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|Q[1-4])(?:-|\s?['’‘])(?P<year>\d\d)\b(?![-/]\d)"
)
_PIVOT = 50
_RELATIVE = Regex(r"\b(?:rank|ranking|position)\b", re.IGNORECASE)
#: "Change (percentage points)" of a share.
_POINTS = Regex(r"\bpercentage[- ]points?\b|%[- ]points?\b|\bp\.p\.|\b(?:ppts?|pts)\b", re.IGNORECASE)
_CHANGE = Regex(r"\b(?:change|difference|increase|decrease|growth)\b", re.IGNORECASE)


def year_last(text: str) -> str:
    """The text with quarters and months before their years, and these in full, as prose has them.

    >>> year_last("2023 Q3"), year_last("2022-Dec"), year_last("Oct-23"), year_last("Q4 '98")
    ('Q3 2023', 'Dec 2022', 'Oct 2023', 'Q4 1998')
    """
    return _SHORT_YEAR.sub(_in_full, _YEAR_FIRST.sub(r"\2 \1", text))


def _in_full(short: re.Match[str]) -> str:
    century = 20 if int(short["year"]) < _PIVOT else 19
    return f"{short['part']} {century}{short['year']}"


@dataclass(frozen=True, slots=True)
class Head:
    """A column head taken apart."""

    text: str
    #: Roots of what it measures, without period, unit and scale.
    words: tuple[str, ...]
    #: "%", a currency, "per 1000", a unit of measure, or "" where it names none.
    unit: str = ""
    #: What a cell is multiplied with to give whole units.
    factor: int = 1
    period: Period | None = None
    #: Roots of what narrows the name behind a preposition: "post" in "Officers in post".
    tail: frozenset[str] = frozenset()
    #: Roots of another name in brackets: "10% or more of sessions (persistent)".
    aside: tuple[str, ...] = ()
    #: Roots of the whole that a head says its shares are of: "Women (% of employees)".
    base: frozenset[str] = frozenset()
    #: True where the unit is a plain word, so that its cells may also be counted: "skier days".
    is_worded: bool = False
    #: True for a column of changes between two periods.
    is_change: bool = False
    #: True for a column of ranks.
    is_rank: bool = False


@cache
def head(text: str) -> Head:
    """A column head taken apart."""
    plain = year_last(_YEARS.sub(r"\1-\2", _NOT_FINAL.sub("", _NOTE.sub("", text))).replace("_", " ").strip())
    plain = _MONTHS.sub(r"first \1 of \2", _WITHIN.sub("", plain))
    # "Boys 2024 %" is of a year, and no 2,024 per cent.
    periods = find_periods(_BASELINE.sub(" ", plain).replace("%", " "))
    # "Open cases at 31 December: 2019" is of a year.
    period = next((p for p in periods if p.start is not None), next(iter(periods), None))
    plain = plain if period is not None else _BASELINE.sub(" ", plain)
    rest = _without(plain, periods)
    # "First nine months: 2024" counts no months, but "Ended early % 2024" is in per cent.
    unit = _unit(plain if "%" in plain else rest)
    factor = _factor(rest) if unit not in (PERCENT, POINTS) and not unit.startswith("per ") else 1
    # What stands in brackets explains the name: "Staff (full-time equivalent)".
    outside = re.sub(r"\([^)]*\)", " ", rest)
    rest = outside if roots(outside) else rest
    words = roots(_PER.sub(" ", _SCALE.sub(" ", rest)) if factor != 1 else _PER.sub(" ", rest))
    aside = _aside(plain)
    parts = {p for w in words if "-" in w for p in roots(w.replace("-", " "))}
    kept = tuple(w for w in words if w not in _unit_words() and not ("-" in w and parts & set(words)))
    told = _RATES & set(kept) if unit == PERCENT or unit.startswith("per ") else frozenset()
    return Head(
        text.strip(),
        kept,
        unit,
        factor,
        period,
        _tail(rest, kept) | (told if told < set(kept) else frozenset()),
        tuple(w for w in aside if w not in kept),
        _base(plain) if unit == PERCENT else frozenset(),
        bool(unit) and unit in table("reference")["units"]["measures"].values() and unit == _unit(outside),
        bool(_CHANGE.search(plain)),
        bool(_RELATIVE.search(plain)),
    )


def _tail(text: str, words: tuple[str, ...]) -> frozenset[str]:
    """The roots behind the first preposition, where some stand before it too."""
    found = _BEHIND.search(text)
    if found is None:
        return frozenset()
    before = set(roots(text[: found.start()])) & set(words)
    return (
        frozenset(w for w in roots(text[found.end() :]) if w in words and w not in before)
        if before
        else frozenset()
    )


def _aside(text: str) -> tuple[str, ...]:
    """The roots of what stands in the last brackets, if it is a name of a word or two and no unit."""
    found = _BRACKETS.findall(text)
    words = roots(found[-1]) if found else ()
    plain = bool(words) and len(words) <= _LONGEST_ASIDE and not any(c.isdigit() for c in found[-1])
    units = set(table("reference")["units"]["measures"]) | set(table("reference")["units"]["per"])
    named = plain and not (_unit(found[-1]) or set(words) & _unit_words() or set(found[-1].split()) & units)
    return words if named else ()


def _base(text: str) -> frozenset[str]:
    """The roots of what "% of" stands before, up to a word that goes on: "% of eligible taking meals"."""
    found = _OF.search(text)
    return frozenset(roots(found[1])[:2]) if found is not None else frozenset()


@cache
def _unit_words() -> frozenset[str]:
    """Roots of the words that name a unit or a scale, not what is measured."""
    units = table("reference")["units"]
    listed = (w for name in ("percent", "thousand", "million", "billion") for w in units[name])
    return frozenset(root(w) for w in [*listed, *units["measures"], *units["currencies"]])


def _without(text: str, periods: Sequence[Period]) -> str:
    for span in sorted((p.span for p in periods if p.span is not None), reverse=True):
        text = f"{text[: span.start]} {text[span.end :]}"
    return text


def _unit(text: str) -> str:
    lower = text.lower()
    if (per := _PER.search(text)) is not None:
        told = per[1].lower().replace(",", "")
        number = str(_PER_TOLD.get(told, told))
        return f"per {number}" if number.isdigit() else _currency(text) or "per head"
    if _CHANGE.search(text) and _POINTS.search(text):
        return POINTS
    if "%" in text or any(re.search(rf"\b{re.escape(w)}\b", lower) for w in _percent()):
        return PERCENT
    if (currency := _currency(text)) is not None:
        return currency
    if (degrees := _DEGREES.search(text)) is not None:
        return "degree_Celsius" if (degrees[1] or degrees[2]) == "C" else "degree_Fahrenheit"
    if (square := _SQUARE.search(text)) is not None:
        return "kilometer ** 2" if (square[1] or square[2]).lower().startswith("k") else "mile ** 2"
    measures: dict[str, str] = table("reference")["units"]["measures"]
    # "Within 18 weeks" counts patients, "median wait (weeks)" weeks.
    words = re.findall(r"(?<![\d+] )(?<![\d+])\b[A-Za-z]+\b", text)
    return next((measures[w] for w in words if w in measures), None) or _lower_unit(words, measures)


def _lower_unit(words: list[str], measures: dict[str, str]) -> str:
    return next((measures[w.lower()] for w in words if w.lower() in measures and len(w) > 2), "")


def _percent() -> list[str]:
    return [w for w in table("reference")["units"]["percent"] if w != "%"]


def units_in(title: str) -> tuple[str, ...]:
    """The units of weight, length and the like that a title names.

    >>> units_in("Annual mean concentrations, micrograms per cubic metre")
    ('microgram',)
    >>> units_in("Electricity generated (gigawatt-hours)"), units_in("Generation, GWh")
    (('gigawatt * hour',), ('gigawatt * hour',))
    """
    listed: dict[str, str] = {**table("units")["symbols"], **table("units")["names"]}
    words = [*re.findall(r"[a-zµμ]{2,}(?:[- ]hours?\b)?", title.lower()), *re.findall(r"\b[kMGT]Wh\b", title)]
    found = (listed.get(w) or listed.get(w.removesuffix("s"), "") for w in words)
    return tuple(dict.fromkeys(u for u in found if u in table("reference")["units"]["titled"]))


def _currency(text: str) -> str | None:
    sign = _SIGN.search(text)
    currencies: dict[str, str] = table("reference")["units"]["currencies"]
    if sign is None:
        return None
    return currencies.get(sign[0]) or currencies.get(sign[0].lower()) or currencies[sign[0].upper()]


def _factor(text: str) -> int:
    found = _SCALE.search(text)
    if found is None:
        return 1
    word = found["word"].lower().strip("'’")
    if word == "m" and not _SIGN.search(text):
        return 1  # metres
    for start, factor in _FACTORS.items():
        if word.startswith(start):
            return factor
    return 1_000_000
