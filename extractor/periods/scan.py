"""Reading a text for periods: jump to what may start one, then read from there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from extractor.model import Period, PeriodKind
from extractor.periods import fragments as f
from extractor.periods.calendar import Point, Stretch, year_up_to
from extractor.periods.lead import BACK, led
from extractor.periods.patterns import DIGITS, LETTERS, Pattern
from extractor.periods.readings import Read, between
from extractor.periods.relative import RELATIVE
from extractor.periods.triggers import stops
from extractor.periods.within import WITHIN
from extractor.periods.years import is_month, is_year
from extractor.regexes import Regex

#: Reads a period at a place of a text, or None.
Rule = Callable[[str, int], Read | None]
_UNITS = (
    "calendar",
    "half",
    "years",
    "year",
    "quarter",
    "months",
    "month",
    "weeks",
    "week",
    "day",
    "days",
    "season",
)

_TOKEN = Regex(r"[A-Za-z]+|\d+(?:[.,]\d+)*")
_YEAR = Regex(rf"{f.YEAR}(?!\d|[.,]\d)")
#: What follows one to three digits that open a period, for a quick no.
_SHORT_OPENS = Regex(
    r"\d{1,3}(?:(?:st|nd|rd|th)?(?:\s+of)?\s+[JFMASOND]|(?:st|nd|rd|th)?\s+(?:to|and|or|until|till|through)\s"
    rf"|(?:st|nd|rd|th)?\s?[-–—/]\s?\d|\.\d\d?\.\d|Q|['’]?s\b|[-\s](?i:{f.UNIT}|half))"
)
#: Characters after which digits go on from something.
_BEFORE_DIGIT = "£$€₹¥#@/\\_.+%"
_PREFIXED = Regex(r"\b(?:mid|pre|post|early|late|end|non)[-–]$", re.IGNORECASE)
_TO = Regex(f.TO)
_AND = Regex(r"\s+and\s+(?:the\s+)?")
_BETWEEN = Regex(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
_UP_TO = Regex(
    rf"(?:({f.NUMBER})[-\s])?"
    rf"((?:{f.OTHER_YEAR}|calendar year|half[-\s]year|year|quarter|month|week|day|season))(s?)"
    r"\s+(?:that\s+|which\s+)?(?:ending|ended|ends|closed|closing|to|up\s+to)\s+(?:in\s+|on\s+)?((?:the\s+)?end\s+of\s+)?",
    re.IGNORECASE,
)
_IN_THE = Regex(r"\b(?:in|during|for|over|throughout|within)\s+the\s+$", re.IGNORECASE)
_THE_YEAR = Regex(
    r"(year|quarter|month|week|season|session|term|period)\b(?=[,.;:)]|\s+(?:and|but|was|were|there|it|they)\b|\s*$)",
    re.IGNORECASE,
)
#: Patterns whose month may be a verb or a name.
_MONTHS = frozenset({"month", "day after its month"})
#: Patterns and keys of single days without a date: "Friday to Sunday" is a stretch all the same.
_DAYS = frozenset({"today", "weekday", "last March"})
_DAY_KEY = Regex(r"weekday:|now[+-]\d:day|(?:last|this|next):\w+day")


def find_periods(text: str) -> tuple[Period, ...]:
    """The periods of a text in the order of print; no two overlap.

    Dates are set where the words alone fix them; see `resolve` for the others. The span holds
    "the end of" and "since" where they belong to the meaning, and no other preposition.
    """
    return tuple(_periods(text))


def _periods(text: str) -> Iterator[Period]:
    at = 0
    for stop in _STOPS.finditer(text):
        group = stop.lastindex
        if group is None:
            continue
        start = stop.start(group)
        opening = _opening(stop[group])
        rules = _RULES.get(opening)
        if rules is None or start < at or not _may_open(text, start):
            continue
        if opening == f.SHORT_DIGITS and not _SHORT_OPENS.match(text, start):
            continue
        read = _read(text, start, rules)
        if read is not None:
            yield led(text, start, read, at)
            at = read.end


def _opening(word: str) -> str:
    """What the word is to the patterns: itself in lower case, or how many digits it has."""
    if not "0" <= word[0] <= "9":
        return word.lower()
    digits = word.partition(",")[0].partition(".")[0]
    return f.LONG_DIGITS if len(digits) == 4 else f.SHORT_DIGITS if len(digits) < 4 else ""


def _read(text: str, at: int, rules: tuple[Rule, ...]) -> Read | None:
    for rule in rules:
        found = rule(text, at)
        if found is not None:
            return found
    return None


def _may_open(text: str, at: int) -> bool:
    """False for what goes on from something: "£2019", "3.2019", "Covid-19"."""
    before = text[at - 1] if at else " "
    if before in " \n":
        return True
    if before in "-–":
        return at < 2 or not text[at - 2].isalnum() or bool(_PREFIXED.search(text, max(0, at - 6), at))
    return not before.isalnum() and before not in _BEFORE_DIGIT


def _printed(pattern: Pattern) -> Rule:
    """The rule that tries one pattern at a place."""
    rule, build, may_be_other = pattern.rule, pattern.build, pattern.name in _MONTHS

    def read(text: str, at: int) -> Read | None:
        found = rule.match(text, at)
        if found is None or not pattern.is_led(text, at) or (may_be_other and not is_month(text, found)):
            return None
        return build(found)

    return read


def _opened(pattern: Pattern) -> Rule:
    """The same, going on to the end of a stretch where one follows."""
    printed = _printed(pattern)

    def read(text: str, at: int) -> Read | None:
        first = printed(text, at)
        return None if first is None else _stretched(text, at, first)

    return read


def _year(text: str, at: int) -> Read | None:
    read = _whole_year(text, at)
    return read if read is not None and is_year(text, at, read.end) else None


def _whole_year(text: str, at: int) -> Read | None:
    found = _YEAR.match(text, at)
    if found is None:
        return None
    whole = Stretch(Point(int(found[0])), Point(int(found[0])))
    return Read(found.end(), "calendar", whole, whole.key())


def _stretched(text: str, at: int, first: Read | None) -> Read | None:
    """The period, or the stretch that it opens: "June 2019 to March 2020", "between May and July"."""
    if first is None or (first.stretch is None and not _DAY_KEY.match(first.key)):
        return first
    join = _TO.match(text, first.end)
    if join is None and _BETWEEN.search(text, max(0, at - BACK), at):
        join = _AND.match(text, first.end)
    if join is None:
        return first
    last = _end_of_stretch(text, join.end())
    if last is None or (first.stretch is not None and last.stretch is not None):
        return (between(first, last) if last is not None else None) or first
    return Read(last.end, "span", None, f"stretch:{first.key}/{last.key}")


def _end_of_stretch(text: str, at: int) -> Read | None:
    token = _TOKEN.match(text, at)
    rules = _ENDS.get(_opening(token[0]), ()) if token is not None else ()
    return _read(text, at, rules)


def _up_to(text: str, at: int) -> Read | None:
    """A year, or so many months, that ends with a day or month: "the year to March 2019"."""
    lead = _UP_TO.match(text, at)
    if lead is None:
        return None
    last = _end_of_stretch(text, lead.end())
    if last is None or last.stretch is None or last.stretch.last is None or last.kind == "calendar":
        return None
    end = last.stretch.last.last_day() if lead[4] else last.stretch.last
    if end.month is None:
        return None
    return _ended(lead, end, last.end)


def _ended(lead: re.Match[str], end: Point, stop: int) -> Read:
    count = f.number(lead[1]) if lead[1] else 1
    unit = f.unit(lead[2])
    months = {
        "year": 12,
        "financial": 12,
        "fiscal": 12,
        "academic": 12,
        "half-year": 6,
        "half": 6,
        "quarter": 3,
        "month": 1,
    }.get(unit)
    if months is None or months * count > 1200:
        return Read(stop, "span", None, f"{count}:{unit}/{end.key()}")
    ends = year_up_to(end, months * count)
    if ends.first == Point():
        return Read(stop, "span", None, f"{months * count}:month/{end.key()}")
    return Read(stop, _kind(unit, ends), ends, ends.key())


def _kind(unit: str, ends: Stretch) -> PeriodKind:
    if unit in {"financial", "fiscal"} or (ends.first.month, ends.last and ends.last.month) == (4, 3):
        return "financial"
    return "academic" if unit == "academic" else "quarter" if unit == "quarter" else "span"


def _the_year(text: str, at: int) -> Read | None:
    """ "In the year" is the one spoken of."""
    found = _THE_YEAR.match(text, at)
    if found is None or not _IN_THE.search(text, max(0, at - BACK), at):
        return None
    return Read(found.end(), "relative", None, f"then+0:{found[1].lower()}")


def _table() -> dict[str, tuple[Rule, ...]]:
    """First word → the rules to try there, in order."""
    rules: dict[str, list[Rule]] = {}
    counts = (f.SHORT_DIGITS, *f.WORDS["numbers"])
    for word in (*counts, "financial", "fiscal", "tax", "academic", "school", *_UNITS):
        rules.setdefault(word, []).append(_up_to)
    for pattern in (*WITHIN, *RELATIVE, *DIGITS, *LETTERS):
        for word in pattern.opens:
            rules.setdefault(word, []).append(_opened(pattern))
    rules[f.LONG_DIGITS].append(lambda text, at: _stretched(text, at, _year(text, at)))
    for word in ("year", "quarter", "month", "week", "season", "session", "term", "period"):
        rules.setdefault(word, []).append(_the_year)
    return {word: tuple(tried) for word, tried in rules.items()}


def _end_table() -> dict[str, tuple[Rule, ...]]:
    """First word → the rules for the far end of a stretch, where any year is one."""
    rules: dict[str, list[Rule]] = {}
    days = [pattern for pattern in RELATIVE if pattern.name in _DAYS]
    for pattern in (*days, *DIGITS, *LETTERS):
        for word in pattern.opens:
            rules.setdefault(word, []).append(_printed(pattern))
    rules[f.LONG_DIGITS].append(_whole_year)
    return {word: tuple(tried) for word, tried in rules.items()}


_RULES = _table()
_UNIT_FOLLOWS = rf"[-\s]+(?:(?i:{f.UNIT})|half)"
#: Common words, and what has to follow for them to open a period.
_GATES = {
    "so": r"\s+far",
    "that": _UNIT_FOLLOWS,
    "a": _UNIT_FOLLOWS,
    "an": _UNIT_FOLLOWS,
}
_STOPS = stops((w for w in _RULES if w.isalpha()), _GATES, r"[0-9]+(?:[.,][0-9]+)*")
_ENDS = _end_table()
