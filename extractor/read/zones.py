"""The zones of a plain text: headline, standfirst, headings, list items, paragraphs.

The text stays as it is but for the line ends inside a paragraph that was wrapped to a width:
those become spaces, one for one, so that no offset moves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.lexicon import table
from extractor.model import Block, BlockKind, Span
from extractor.regexes import Regex

_CHUNK = Regex(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_LINE = Regex(r"[^\n]+")
_BULLET = Regex(r"\s*(?:[•▪◦‣·●■*–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+(?=\S)")
_BLANK_ABOVE = Regex(r"\n[ \t]*\n\s*$|^\s*$")
_BLANK_BELOW = Regex(r"[ \t]*\n[ \t]*\n")
#: "Table 3: Homes sold", not "Table 3 is on the website."
_TABLE_TITLE = Regex(r"(?:table|figure|chart|box)\s+\w[\w.]{0,5}\s*[:.–—-]\s", re.IGNORECASE)
_CLOSING = "\"'”’»)]"
_SENTENCE_END = ".!?…"
#: Longer than this is no headline and no heading, whatever it ends in.
_LONGEST_HEADLINE = 250
_LONGEST_HEADING = 120
#: The width to which people wrap text, and the least that a full line holds of it.
_WIDEST_WRAP = 100
_NARROWEST_WRAP = 40


@dataclass(frozen=True, slots=True)
class _Lines:
    """The lines between two blank ones."""

    spans: tuple[Span, ...]

    @property
    def span(self) -> Span:
        return Span(self.spans[0].start, self.spans[-1].end)


def zoned(text: str) -> tuple[str, tuple[Block, ...]]:
    """The text with wrapped lines joined, and its zones in order; lengths and offsets are kept."""
    chunks = [_Lines(tuple(_trimmed(text, m.span()) for m in _lines(text, c))) for c in _CHUNK.finditer(text)]
    joined = _join_wrapped(text, chunks)
    spans = [span for chunk in chunks for span in _zones_of(text, chunk)]
    return joined, tuple(_told(joined, spans))


def ends_sentence(text: str) -> bool:
    """True if a full stop or the like ends the text, whatever quotes and brackets close after it."""
    return text.rstrip().rstrip(_CLOSING).endswith(tuple(_SENTENCE_END))


def may_be_headline(text: str) -> bool:
    """True if a first line is short enough for a headline and no full stop or the like ends it."""
    own = text.strip()
    return len(own) <= _LONGEST_HEADLINE and not own.rstrip(_CLOSING).endswith((".", ":", ",", ";"))


def kind_by_opening(text: str) -> BlockKind | None:
    """The kind that the first words give away: a correction, a caption, a footnote."""
    if _TABLE_TITLE.match(text):
        return "caption"
    opening = text[:60].lower()
    kinds: tuple[BlockKind, ...] = ("correction", "caption", "footnote")
    return next((k for k in kinds if opening.startswith(tuple(table("reading")["zones"][k]))), None)


def _lines(text: str, chunk: re.Match[str]) -> Iterator[re.Match[str]]:
    return _LINE.finditer(text, chunk.start(), chunk.end())


def _trimmed(text: str, where: tuple[int, int]) -> Span:
    start, end = where
    line = text[start:end]
    return Span(start + len(line) - len(line.lstrip()), end - len(line) + len(line.rstrip()))


def _join_wrapped(text: str, chunks: Sequence[_Lines]) -> str:
    """The text with a space for each line end inside what is one zone."""
    parts: list[str] = []
    at = 0
    for chunk in chunks:
        for zone in _zones_of(text, chunk):
            parts += [text[at : zone.start], zone.of(text).replace("\n", " ")]
            at = zone.end
    return "".join([*parts, text[at:]])


def _zones_of(text: str, chunk: _Lines) -> list[Span]:
    """One span where the lines are wrapped, else one for each line; a list item takes the lines below it."""
    if _is_wrapped([s.of(text) for s in chunk.spans]):
        return [chunk.span]
    zones: list[Span] = []
    for line in chunk.spans:
        own = _BULLET.match(line.of(text)) or not zones or not _continues(zones[-1].of(text), line.of(text))
        zones[-1:] = [*zones[-1:], line] if own else [Span(zones[-1].start, line.end)]
    return zones


def _is_wrapped(lines: Sequence[str]) -> bool:
    """True if lines of about one width break in mid-sentence."""
    full = lines[:-1]
    if not full or any(_BULLET.match(line) for line in lines[1:]):
        return False
    if max(map(len, lines)) > _WIDEST_WRAP or min(map(len, full)) < _NARROWEST_WRAP:
        return False
    return sum(ends_sentence(line) for line in full) <= len(full) / 2


def _continues(zone: str, line: str) -> bool:
    """True if a line goes on with the sentence that the zone broke off."""
    return bool(zone) and not ends_sentence(zone) and line[:1].islower()


def _told(text: str, spans: Sequence[Span]) -> Iterator[Block]:
    headline = _headline(text, spans)
    start = 0 if headline is None else 1
    if headline is not None:
        yield Block("headline", headline)
    for i, span in enumerate(spans[start:], start):
        last = i + 1 == len(spans)
        yield from (
            Block(_kind(text, span, first=i == start, last=last, under=headline), s) for s in cut(text, span)
        )


def _headline(text: str, spans: Sequence[Span]) -> Span | None:
    """The first line, if a blank line follows and no full stop ends it."""
    if len(spans) < 2 or not may_be_headline(spans[0].of(text)):
        return None
    return spans[0] if text[spans[0].end : spans[1].start].count("\n") > 1 else None


def _kind(text: str, span: Span, *, first: bool, last: bool, under: Span | None) -> BlockKind:
    own = span.of(text)
    if told := kind_by_opening(own):
        return told
    if _BULLET.match(own):
        return "list_item"
    if last or not _stands_apart(text, span):
        return "paragraph"
    return kind_of_paragraph(own, under_headline=first and under is not None)


def kind_of_paragraph(text: str, *, under_headline: bool) -> BlockKind:
    """What a paragraph with others below it is: a heading if it is short and ends like one."""
    if ends_sentence(text) or text.endswith((":", ",", ";", "”", '"')):
        return "paragraph"
    if under_headline and len(text) <= _LONGEST_HEADLINE and text.count(" ") >= 7:
        return "standfirst"
    return "heading" if len(text) <= _LONGEST_HEADING else "paragraph"


def _stands_apart(text: str, span: Span) -> bool:
    """True if blank lines, or the ends of the text, stand above and below."""
    above, below = text[max(0, span.start - 80) : span.start], text[span.end : span.end + 80]
    return bool(
        (not above or _BLANK_ABOVE.search(above)) and (not below.strip() or _BLANK_BELOW.match(below))
    )


#: A paragraph longer than this is cut at a line or sentence end, so that no later stage meets a monster.
LONGEST_BLOCK = 50_000
_CUT = Regex(r"(?<=[.!?])\s|\n|\s")


def cut(text: str, span: Span) -> Iterator[Span]:
    """The span itself, or where it is longer than any paragraph its parts."""
    start = span.start
    while span.end - start > LONGEST_BLOCK:
        limit = start + LONGEST_BLOCK
        stops = [m.start() for m in _CUT.finditer(text, limit - 500, limit)]
        end = stops[-1] if stops else limit
        yield Span(start, end)
        start = end
    yield Span(start, span.end)
