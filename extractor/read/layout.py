"""Printed lines back to paragraphs: running heads off, columns one after the other, broken lines joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from extractor.model import BlockKind
from extractor.read.columns import in_reading_order
from extractor.read.draft import Box, Piece, Sheet
from extractor.read.printed import Line, Page
from extractor.read.tabular import without_tables
from extractor.read.zones import ends_sentence, kind_by_opening, may_be_headline

_BULLET = re.compile(r"[•▪◦‣·●■–*-]\s|\(?\d{1,2}[.)]\s")
_NUMBERED = re.compile(r"\(?\d{1,2}[.)]\s")
_DIGITS = re.compile(r"\d+|\b[ivxl]+\b")
_PAGE_NUMBER = re.compile(r"(?:page\s*)?\W*\d+\W*(?:(?:of|/)\s*\d+)?\W*", re.IGNORECASE)
_HAS_PAGE = re.compile(r"\bpage\s*\d+\b|\b\d+\s*(?:of|/)\s*\d+\s*$", re.IGNORECASE)
#: Share of the height at the top and bottom of a page in which running heads stand.
_MARGIN = 0.12
#: Steps between lines wider than this many usual ones part two paragraphs.
_PARAGRAPH_GAP = 1.25
#: Share of the height in which a line that is not repeated may be a running head.
_FAR_UP = 0.075
#: Indents of a first line, in letter heights; what stands further off is another column.
_LEAST_INDENT, _MOST_INDENT = 0.8, 5
_FEW = 5
#: Lines above and below that show where the margins are.
_NEAR = 8
#: Headings are set this much larger than the running text.
_LARGER = 1.1


@dataclass(frozen=True, slots=True)
class Style:
    """What running text looks like in a document."""

    size: float
    step: float
    #: True where a wider gap, not the indent or the short last line alone, parts paragraphs.
    spaced: bool = False


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
    known = repeated(pages)
    parted = [without_tables(without_running_heads(page, known)) for page in pages]
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


def repeated(pages: Sequence[Page]) -> frozenset[str]:
    """Lines in the margins of two pages or more, digits aside: running heads and feet."""
    seen = Counter(key for page in pages for key in {_key(ln) for ln in page.lines if _in_margin(ln, page)})
    return frozenset(key for key, times in seen.items() if times > 1 and times >= len(pages) / 4)


def without_running_heads(page: Page, known: frozenset[str]) -> Page:
    """The page without running heads, running feet and its number."""
    kept = [
        ln
        for ln in page.lines
        if not (_in_margin(ln, page) and (_key(ln) in known or _is_furniture(ln, page)))
    ]
    return replace(page, lines=tuple(kept))


def without_lone_heads(page: Page, style: Style) -> Page:
    """The page without a line that stands far up or down in the margin and apart from all others.

    A headline may stand there too: it is set larger, or what follows is no headline.
    """
    down = sorted(page.lines, key=lambda line: line.top)
    if len(down) < 3:
        return page
    lone = [down[0]] if _is_lone_head(down, page, style) else []
    last, above = down[-1], down[-2]
    if (
        last.top > (1 - _FAR_UP) * page.height
        and last.top - above.bottom > style.step
        and _is_plain(last, style)
    ):
        lone.append(last)
    return replace(page, lines=tuple(line for line in page.lines if line not in lone))


def _is_lone_head(down: Sequence[Line], page: Page, style: Style) -> bool:
    head, first = down[0], down[1]
    if head.bottom > _FAR_UP * page.height or first.top - head.bottom < 0.7 * style.step:
        return False
    return _is_plain(head, style) and (
        first.size > head.size or may_be_headline(_first_zone(down[1:], style))
    )


def _is_plain(line: Line, style: Style) -> bool:
    return line.size <= _LARGER * style.size and len(line.text) < 100 and not ends_sentence(line.text)


def _first_zone(down: Sequence[Line], style: Style) -> str:
    """The lines up to the first gap that parts paragraphs."""
    words = [down[0].text]
    for above, line in pairwise(down):
        if line.top - above.top > _PARAGRAPH_GAP * style.step:
            break
        words.append(line.text)
    return " ".join(words)


def style_of(pages: Iterable[Page]) -> Style:
    """Size and line step of most of the text."""
    lines = [line for page in pages for line in page.lines]
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    running = ((a, b) for a, b in pairwise(lines) if a.size == b.size == size and not ends_sentence(a.text))
    steps = [b.top - a.top for a, b in running if 0 < b.top - a.top < 3 * size]
    step = _closest_common(steps) or 1.2 * size
    if len(steps) < _FEW:  # too few broken lines to tell their step from a gap between paragraphs
        step = min(step, 1.35 * size)
    return Style(size, step, _is_spaced(lines, Style(size, step)))


def _is_spaced(lines: Sequence[Line], style: Style) -> bool:
    """True if most sentences that end in mid-line at a paragraph's end have a wider gap below."""
    pairs = [
        (a, b)
        for a, b in pairwise(lines)
        if 0 < b.top - a.top < 4 * style.step and a.size == b.size == style.size
    ]
    margin = max((a.right - a.left for a, _ in pairs), default=0.0)
    short = [(a, b) for a, b in pairs if ends_sentence(a.text) and a.right - a.left < 0.75 * margin]
    return sum(b.top - a.top > _PARAGRAPH_GAP * style.step for a, b in short) > len(short) / 2


def _closest_common(steps: Sequence[float]) -> float:
    """The smallest step that is no exception: gaps between short paragraphs may be as many as line steps."""
    seen = Counter(round(2 * step) / 2 for step in steps)
    return min((step for step, times in seen.items() if times >= 0.15 * len(steps)), default=0.0)


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


def _key(line: Line) -> str:
    return _DIGITS.sub("#", " ".join(line.text.lower().split()))


def _in_margin(line: Line, page: Page) -> bool:
    return line.bottom < _MARGIN * page.height or line.top > (1 - _MARGIN) * page.height


def _is_furniture(line: Line, page: Page) -> bool:
    """True if a line in the margin can be nothing but a running head, whether it is repeated or not."""
    if _PAGE_NUMBER.fullmatch(line.text.strip()):
        return True
    body = median(other.size for other in page.lines)
    return line.size < body and bool(_HAS_PAGE.search(line.text)) and not ends_sentence(line.text)


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
    if step > _PARAGRAPH_GAP * usual:
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
