"""Direct quotes: where they open and close, and which go on from the paragraph before.

Typographic and straight marks, double and single, are read zone by zone. A quote never runs
away: one that is not closed ends where its zone ends, unless the next zone opens with the same
mark again, as newspapers print a speech over paragraphs.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractor.model import Block, Span
from extractor.regexes import Regex

#: Opening mark → what closes it.
PAIRS = {"“": "”", "‘": "’", '"': '"', "'": "'", "«": "»", "„": "“"}
_MARKS = Regex("[“”‘’\"'«»„]")
#: A straight or single mark opens only before a letter, digit or another mark, and after none.
_OPENS_BEFORE = Regex(r"[\w£$€(\[“‘\"'.…-]")


#: Who speaks, told inside a quote that was not closed before.
_TELLS = Regex(
    r"[,!?]\s+(?:(?:said|says|added|told)\s+[^,“”\"]{3,60}|[^,.“”\"]{2,60}\s(?:said|says|added|told\s+[^,.“”\"]{3,40}))[.,]"
)


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted words within one zone, without their marks."""

    span: Span
    #: Number of the zone that holds it, from 0.
    zone: int
    #: True if the quote was still open where the zone ended.
    open: bool = False
    #: True if it goes on from a quote that was open at the end of the zone before.
    continues: bool = False


def quotes(text: str, zones: Sequence[Block]) -> tuple[Quote, ...]:
    """The outermost quotes of a text in the order of print; a quote inside a quote is part of it."""
    found: list[Quote] = []
    for number, zone in enumerate(zones):
        inside = list(_in_zone(text, zone.span, number))
        if zone.kind == "quote" and not inside:
            inside = [Quote(zone.span, number)]
        if inside and found and _goes_on(found[-1], inside[0], zone, text):
            inside[0] = replace(inside[0], continues=True)
        elif found and found[-1].open and found[-1].zone == number - 1:
            found[-1] = _told_of(text, found[-1])
        found.extend(inside)
    if found and found[-1].open:
        found[-1] = _told_of(text, found[-1])
    return tuple(found)


def _told_of(text: str, quote: Quote) -> Quote:
    """A quote that nothing closes ends before the words that tell who says it: `“We lost 7, she said.`."""
    told = _TELLS.search(text, quote.span.start, quote.span.end)
    return quote if told is None else replace(quote, span=Span(quote.span.start, told.start() + 1))


def quote_at(found: Sequence[Quote], span: Span) -> Quote | None:
    """The quote that the whole span stands in, or None."""
    return next((q for q in near(found, span.start) if q.span.contains(span)), None)


def near(found: Sequence[Quote], at: int) -> Sequence[Quote]:
    """Of the quotes in the order of print, those around an offset: the two before it and the two after."""
    index = bisect_left(found, at, key=lambda q: q.span.start)
    return found[max(0, index - 2) : index + 2]


def quoted_at(found: Sequence[Quote], at: int) -> bool:
    """True if an offset stands inside one of the quotes."""
    return any(q.span.start <= at < q.span.end for q in near(found, at))


def _goes_on(before: Quote, first: Quote, zone: Block, text: str) -> bool:
    opens_zone = not text[zone.span.start : first.span.start].strip("“\"'‘«„ \n")
    return before.open and before.zone == first.zone - 1 and opens_zone


def _in_zone(text: str, span: Span, number: int) -> Iterator[Quote]:
    opened: int | None = None
    mark = ""
    for found in _MARKS.finditer(text, span.start, span.end):
        at, char = found.start(), found[0]
        if opened is None:
            if char in PAIRS and _opens(text, at, char, span):
                opened, mark = at + 1, char
        elif mark == "“" and text[at : at + 2] in {"’’", "''"}:  # two single marks for a double one
            yield Quote(Span(opened, at), number)
            opened = None
        elif char == PAIRS[mark] and not (
            char == mark and _opens(text, at, char, span) and _nested(text, at)
        ):
            if _closes(text, at, char, span):
                yield Quote(Span(opened, at), number)
                opened = None
        elif char == mark and _opens(text, at, char, span):  # the one before was never closed
            yield Quote(Span(opened, _sentence_end(text, opened, at)), number)
            opened = at + 1
    if opened is not None and (mark not in {"'", "‘"}):
        yield Quote(Span(opened, max(opened, span.end)), number, open=True)


def _nested(text: str, at: int) -> bool:
    """A straight mark after a space opens; inside an open quote that means the first was not closed."""
    return text[at - 1 : at].isspace()


def _opens(text: str, at: int, char: str, span: Span) -> bool:
    before = text[at - 1] if at > span.start else " "
    after = text[at + 1] if at + 1 < span.end else " "
    if char in "“«„":
        return True
    return not (before.isalnum() or before in ".,!?;%") and _OPENS_BEFORE.match(after) is not None


def _closes(text: str, at: int, char: str, span: Span) -> bool:
    """False for an apostrophe: "don’t", "the boards’ plan" inside a quote in single marks."""
    if char not in "’'":
        return True
    after = text[at + 1] if at + 1 < span.end else " "
    if after.isalnum():
        return False
    before = text[at - 1]
    return before in ".,!?;:…)" or before != "s" or text.find(char, at + 1, span.end) < 0


def _sentence_end(text: str, start: int, stop: int) -> int:
    """Where the first sentence of an unclosed quote ends, at most at `stop`."""
    found = Regex(r"[.!?](?=\s)").search(text, start, stop)
    return found.end() if found else stop
