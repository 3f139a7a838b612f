"""Reading a text for periods: jump to what may start one, then read from there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.model import Period, PeriodKind, Span
from extractor.periods import fragments as f
from extractor.periods.calendar import Point, Stretch, year_up_to
from extractor.periods.patterns import DIGITS, LETTERS, Pattern, Read, between
from extractor.periods.relative import RELATIVE
from extractor.periods.years import is_month, is_year

_WORDS = "|".join(
    [
        *(m[:3] for m in f.WORDS["months"]),
        *(m[:3].upper() for m in f.WORDS["months"]),
        *(w[:3] for w in f.WORDS["weekdays"]),
        *(w[:3].upper() for w in f.WORDS["weekdays"]),
        r"FY|Q[1-4]\b|H[12]\b",
        r"(?i:last|this|next|past|previous|preceding|following|coming|current|present|latest|same|that)\s",
        r"(?i:first|second|third|fourth|final)[-\s]",
        r"(?i:(?:year|month|quarter|week|half|season|day)s?\b|period\b)",
        r"(?i:financial|fiscal|tax|academic|school|calendar)\s",
        r"(?i:today|yesterday|tomorrow|tonight|so\sfar)",
        rf"(?i:{f.SEASON}|fall)\s",
        rf"(?i:{f.either(list(f.WORDS['numbers']))})\s",
    ]
)
#: Where a period may start: a digit, or one of the words, at the start of a word.
_START = re.compile(rf"(?<![^\W_])(?:(\d)|{_WORDS})")
_NUMBER_RUN = re.compile(r"\d+(?:[.,]\d+)*")
_YEAR = re.compile(rf"{f.YEAR}(?!\d|[.,]\d)")
_BEFORE_DIGIT = "£$€₹¥#@/\\_.+%"
_PREFIXED = re.compile(r"\b(?:mid|pre|post|early|late|end|non)[-–]$", re.IGNORECASE)
_TO = re.compile(f.TO)
_AND = re.compile(r"\s+and\s+(?:the\s+)?")
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
_UP_TO = re.compile(
    rf"(?:({f.NUMBER})[-\s])?((?:{f.OTHER_YEAR}|calendar year|half[-\s]year|year|quarter|month|week|day))(s?)"
    r"\s+(?:that\s+|which\s+)?(?:ending|ended|ends|to|up\s+to)\s+(?:in\s+|on\s+)?((?:the\s+)?end\s+of\s+)?",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"\b(since|(?:end|close)\s+of|(?:start|beginning)\s+of|early|late|mid|middle\s+of)(?:\s+in)?[-\s]+(?:the\s+)?$",
    re.IGNORECASE,
)
_IN_THE = re.compile(r"\b(?:in|during|for|over|throughout|within)\s+the\s+$", re.IGNORECASE)
_THE_YEAR = re.compile(
    r"(year|quarter|month|period)\b(?=[,.;:)]|\s+(?:and|but|was|were|there|it|they)\b|\s*$)", re.IGNORECASE
)
#: Characters looked back at for the words that lead up to a period.
_BACK = 28


def find_periods(text: str) -> tuple[Period, ...]:
    """The periods of a text in the order of print; no two overlap.

    Dates are set where the words alone fix them; see `resolve` for the others. The span holds
    "the end of" and "since" where they belong to the meaning, and no other preposition.
    """
    return tuple(_periods(text))


def _periods(text: str) -> Iterator[Period]:
    at = 0
    while start := _START.search(text, at):
        read = _digits(text, start.start()) if start[1] else _letters(text, start.start())
        if read is None:
            run = _NUMBER_RUN.match(text, start.start()) if start[1] else None
            at = run.end() if run else start.end()
            continue
        period = _led(text, start.start(), read, at)
        yield period
        at = read.end


def _digits(text: str, at: int) -> Read | None:
    if at and not _may_open(text, at):
        return None
    run = _NUMBER_RUN.match(text, at)
    if run is not None and len(run[0]) > 10:
        return None
    return (
        _up_to(text, at)
        or _stretched(text, at, _printed(text, at, DIGITS) or _year(text, at))
        or _relative(text, at)
    )


def _letters(text: str, at: int) -> Read | None:
    return (
        _up_to(text, at)
        or _relative(text, at)
        or _stretched(text, at, _printed(text, at, LETTERS))
        or _the_year(text, at)
    )


def _may_open(text: str, at: int) -> bool:
    """False for digits that go on from something: "£2019", "3.2019", "Covid-19"."""
    before = text[at - 1]
    if before in "-–":
        return at < 2 or not text[at - 2].isalnum() or bool(_PREFIXED.search(text, max(0, at - 6), at))
    return before not in _BEFORE_DIGIT


def _printed(text: str, at: int, patterns: tuple[Pattern, ...]) -> Read | None:
    for pattern in patterns:
        found = pattern.rule.match(text, at)
        if found is None or (pattern.name in {"month", "day after its month"} and not is_month(text, found)):
            continue
        read = pattern.build(found)
        if read is not None:
            return read
    return None


def _year(text: str, at: int) -> Read | None:
    found = _YEAR.match(text, at)
    if found is None or not is_year(text, found.start(), found.end()):
        return None
    whole = Stretch(Point(int(found[0])), Point(int(found[0])))
    return Read(found.end(), "calendar", whole, whole.key())


def _stretched(text: str, at: int, first: Read | None) -> Read | None:
    """The period, or the stretch that it opens: "June 2019 to March 2020", "between May and July"."""
    if first is None or first.stretch is None:
        return first
    join = _TO.match(text, first.end)
    if join is None and _BETWEEN.search(text, max(0, at - _BACK), at):
        join = _AND.match(text, first.end)
    if join is None:
        return first
    last = _end_of_stretch(text, join.end())
    return (between(first, last) if last is not None else None) or first


def _end_of_stretch(text: str, at: int) -> Read | None:
    if not text[at : at + 1].isdigit():
        return _printed(text, at, LETTERS)
    whole = _YEAR.match(text, at)
    bare = (
        Read(whole.end(), "calendar", Stretch(Point(int(whole[0])), Point(int(whole[0]))), whole[0])
        if whole
        else None
    )
    return _printed(text, at, DIGITS) or bare


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


def _relative(text: str, at: int) -> Read | None:
    for pattern in RELATIVE:
        found = pattern.rule.match(text, at)
        read = pattern.build(found) if found is not None else None
        if read is not None:
            return read
    return None


def _the_year(text: str, at: int) -> Read | None:
    """ "In the year" is the one spoken of."""
    found = _THE_YEAR.match(text, at)
    if found is None or not _IN_THE.search(text, max(0, at - _BACK), at):
        return None
    return Read(found.end(), "relative", None, f"then+0:{found[1].lower()}")


def _led(text: str, at: int, read: Read, floor: int) -> Period:
    """The period with the words that lead up to it: "since 2010", "the end of September"."""
    stretch, key, kind = read.stretch, read.key, read.kind
    lead = _LEAD.search(text, max(floor, at - _BACK), at)
    if lead is None:
        return _made(text, at, read.end, key, kind, stretch)
    word = lead[1].lower()
    if word == "since":
        opened = Stretch(stretch.first, None) if stretch is not None else None
        return _made(
            text, lead.start(), read.end, f"{key}/" if opened is None else opened.key(), "span", opened
        )
    if (
        stretch is not None
        and stretch.last is not None
        and word.split()[0] in {"end", "close", "start", "beginning"}
    ):
        edge = stretch.last.last_day() if word[0] in "ec" else stretch.first.first_day()
        return _made(text, lead.start(), read.end, edge.key(), "day", Stretch(edge, edge))
    return _made(text, lead.start(), read.end, f"{word.split()[0]}:{key}", kind, None)


def _made(text: str, start: int, end: int, key: str, kind: PeriodKind, stretch: Stretch | None) -> Period:
    dated = stretch is not None and stretch.first.year is not None
    return Period(
        span=Span(start, end),
        text=text[start:end],
        key=key,
        kind=kind,
        start=stretch.start() if stretch is not None and dated else None,
        end=stretch.end() if stretch is not None and dated else None,
    )
