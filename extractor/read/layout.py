"""Printed lines back to paragraphs: running heads off, columns one after the other, broken lines joined."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extractor.model import BlockKind
from extractor.read.columns import in_reading_order
from extractor.read.draft import Box, Piece, Sheet
from extractor.read.furniture import numbered_from, repeated, without_lone_heads, without_running_heads
from extractor.read.printed import Line, Page
from extractor.read.style import PARAGRAPH_GAP, Style, style_of
from extractor.read.tabular import without_tables
from extractor.read.zones import ends_sentence, kind_by_opening
from extractor.regexes import Regex

_BULLET = Regex(r"[•▪◦‣·●■–*-]\s|\(?\d{1,2}[.)]\s")
_NUMBERED = Regex(r"\(?\d{1,2}[.)]\s")
#: Indents of a first line, in letter heights; what stands further off is another column.
_LEAST_INDENT, _MOST_INDENT = 0.8, 5
#: Lines above and below that show where the margins are.
_NEAR = 8
#: Headings are set this much larger than the running text.
_LARGER = 1.1


@dataclass(frozen=True, slots=True)
class Zone:
    """The lines of one paragraph or heading, on one page or over the break between two."""

    page: int
    lines: tuple[Line, ...]

    @property
    def size(self) -> float:
        return self.lines[0].size

    @property
    def box(self) -> Box:
        return (
            min(line.left for line in self.lines),
            min(line.top for line in self.lines),
            max(line.right for line in self.lines),
            max(line.bottom for line in self.lines),
        )


def parts_of_pages(pages: Sequence[Page]) -> list[Piece | Sheet]:
    """Headline, headings, paragraphs and tables of the pages in reading order."""
    known, numbered = repeated(pages), numbered_from(pages)
    parted = [without_tables(without_running_heads(page, known, numbered)) for page in pages]
    ordered = [in_reading_order(page) for page, _ in parted]
    style = style_of(ordered)
    bare = [without_lone_heads(page, style) for page in ordered]
    zones = _over_page_breaks([zone for page in bare for zone in _zones(page, style)])
    pieces = list(_told(zones, style, _vocabulary(bare)))
    return _with_tables(pieces, [part for _, tables in parted for part in tables])


def _with_tables(pieces: Sequence[Piece], tables: Sequence[Piece | Sheet]) -> list[Piece | Sheet]:
    """The pieces with each table before the first that stands below it on its page, or on a later one."""
    parts: list[Piece | Sheet] = list(pieces)
    start = 0
    for table in tables:
        page, box = table.page or 0, table.box or (0, 0, 0, 0)
        below = (i for i in range(start, len(parts)) if _is_below(parts[i], page, box))
        at = start = next(below, len(parts))
        before = parts[at - 1] if at else None
        titled = isinstance(before, Piece) and before.kind == "caption" and isinstance(table, Sheet)
        parts.insert(at, replace(table, caption=before.text) if titled else table)  # type: ignore[arg-type, union-attr]
    return parts


def _is_below(part: Piece | Sheet, page: int, box: Box) -> bool:
    own = part.box or (0, 0, 0, 0)
    return (part.page or 0) > page or (part.page == page and own[1] > box[1])


def join(lines: Sequence[str], words: frozenset[str]) -> str:
    """The lines as one; a word broken at a line end is whole again, a hyphen that belongs there stays."""
    joined = lines[0].strip() if lines else ""
    for line in lines[1:]:
        own = line.strip()
        if joined.endswith("-") and own[:1].isalpha() and joined[-2:-1].isalpha():
            joined = _rejoined(joined, own, words)
        elif joined.endswith(("-", "–", "/")) and joined[-2:-1].isdigit() and own[:1].isdigit():
            joined += own
        else:
            joined = f"{joined} {own}"
    return joined


def _rejoined(joined: str, own: str, words: frozenset[str]) -> str:
    head = re.search(r"[^\W\d_]+(?=-$)", joined)
    tail = re.match(r"[^\W\d_]+", own)
    if head is None or tail is None:
        return joined + own
    whole, hyphened = head[0] + tail[0], f"{head[0]}-{tail[0]}"
    if (
        hyphened.lower() in words
        or own[:1].isupper()
        or (head[0].lower() in words and whole.lower() not in words and tail[0].lower() in words)
    ):
        return joined + own
    return joined[:-1] + own


def _vocabulary(pages: Iterable[Page]) -> frozenset[str]:
    """The words that stand whole inside a line, in lower case, with their hyphens and without."""
    found: set[str] = set()
    broken = False
    for line in (line for page in pages for line in page.lines):
        words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", line.text.lower())
        breaks = line.text.endswith("-")
        found.update(words[int(broken) : len(words) - breaks])
        broken = breaks
    return frozenset(found)


def _zones(page: Page, style: Style) -> Iterator[Zone]:
    current: list[Line] = []
    for i, line in enumerate(page.lines):
        near = page.lines[max(0, i - _NEAR) : i + _NEAR]
        if current and _parts(current, line, near, style):
            yield Zone(page.number, tuple(current))
            current = []
        current.append(line)
    if current:
        yield Zone(page.number, tuple(current))


def _parts(above: Sequence[Line], line: Line, near: Sequence[Line], style: Style) -> bool:
    """True if a line opens a paragraph of its own below the lines above."""
    last = above[-1]
    step = line.top - last.top
    if abs(line.size - last.size) > 0.5 or _opens_item(above, line):
        return True
    if step < -style.step or line.left > last.right:
        return _is_over(above, line) or last.size > _LARGER * style.size
    usual = style.step if abs(line.size - style.size) < 0.5 else 1.35 * line.size
    if step > PARAGRAPH_GAP * usual:
        return True
    return not style.spaced and _ends_short(above, line, near, style)


def _opens_item(above: Sequence[Line], line: Line) -> bool:
    """True if a bullet opens the line; "against / 43. The cabinet" is a sentence that goes on."""
    if _NUMBERED.match(line.text):
        return (
            bool(_NUMBERED.match(above[0].text))
            or ends_sentence(above[-1].text)
            or above[-1].text.endswith(":")
        )
    return bool(_BULLET.match(line.text))


def _is_over(above: Sequence[Line], line: Line) -> bool:
    """True if a column or page ends with the end of a paragraph, as far as the words tell."""
    item = bool(_BULLET.match(above[0].text)) and not line.text[:1].islower()
    return item or ends_sentence(above[-1].text)


def _ends_short(above: Sequence[Line], line: Line, near: Sequence[Line], style: Style) -> bool:
    """True if the last line stops well before the margin at a sentence end, or the next is indented."""
    last = above[-1]
    beside = [n for n in near if n.size == line.size and abs(n.left - line.left) < _MOST_INDENT * style.size]
    short = _next_word_fits(last, line, max((n.right for n in beside), default=line.right))
    indented = line.left - min((n.left for n in beside), default=line.left) > _LEAST_INDENT * style.size
    if indented and (short or ends_sentence(last.text)):
        return not _BULLET.match(above[0].text)
    return short and ends_sentence(last.text)


def _next_word_fits(last: Line, line: Line, margin: float) -> bool:
    """True if the first word of a line would have had room at the end of the one above."""
    letter = (last.right - last.left) / max(len(last.text), 1)
    word = line.text.split(" ", 1)[0]
    return margin - last.right > (len(word) + 2) * letter


def _over_page_breaks(zones: Sequence[Zone]) -> Iterator[Zone]:
    """The zones, a paragraph that a page break parted whole again."""
    current: Zone | None = None
    for zone in zones:
        if current is not None and _goes_on(current, zone):
            current = Zone(current.page, (*current.lines, *zone.lines))
            continue
        if current is not None:
            yield current
        current = zone
    if current is not None:
        yield current


def _goes_on(zone: Zone, following: Zone) -> bool:
    moved = zone.page != following.page
    if not moved or abs(zone.size - following.size) > 0.5 or _BULLET.match(following.lines[0].text):
        return False
    return not _is_over(zone.lines, following.lines[0])


def _told(zones: Iterable[Zone], style: Style, words: frozenset[str]) -> Iterator[Piece]:
    largest = 0.0
    for number, zone in enumerate(zones):
        text = join([line.text for line in zone.lines], words)
        kind = _kind(zone, text, style)
        if number < 4 and kind == "heading" and zone.size > largest:
            largest, kind = zone.size, "headline"
        yield Piece(text, kind, zone.page, zone.box)


def _kind(zone: Zone, text: str, style: Style) -> BlockKind:
    if told := kind_by_opening(text):
        return told
    if _BULLET.match(text):
        return "list_item"
    larger = zone.size > _LARGER * style.size
    if larger and len(text) < 250:
        return "heading"
    plain = ends_sentence(text) or text.endswith((":", ",", ";", "”", '"')) or len(text) > 120
    return "paragraph" if plain else "heading"
