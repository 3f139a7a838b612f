"""Words that lead up to a period and belong to it: "since 2010", "the end of September", "early March"."""

from __future__ import annotations

import re

from extractor.model import Period, PeriodKind, Span
from extractor.periods.calendar import Stretch
from extractor.periods.readings import Read
from extractor.regexes import Regex

_LEAD = Regex(
    r"\b(since|(?:end|close)\s+of|(?:start|beginning)\s+of|early|late|mid|middle\s+of)(?:\s+in)?[-\s]+(?:the\s+)?$",
    re.IGNORECASE,
)
#: Characters looked back at for the words that lead up to a period.
BACK = 28


def led(text: str, at: int, read: Read, floor: int) -> Period:
    """The period with the words that lead up to it: "since 2010", "the end of September"."""
    stretch, key, kind = read.stretch, read.key, read.kind
    lead = _LEAD.search(text, max(floor, at - BACK), at)
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
