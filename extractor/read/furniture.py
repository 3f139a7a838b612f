"""Running heads, running feet and page numbers: what stands on a page and is not of its text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from extractor.read.printed import Line, Page
from extractor.read.style import PARAGRAPH_GAP, Style
from extractor.read.zones import ends_sentence, may_be_headline
from extractor.regexes import Regex

_DIGITS = Regex(r"\d+|\b[ivxl]+\b")
_PAGE_NUMBER = Regex(r"(?:page\s*)?\W*\d+\W*(?:(?:of|/)\s*\d+)?\W*", re.IGNORECASE)
_LONE_NUMBER = Regex(r"[-–—\s]*(\d{1,4})[-–—\s]*")
_HAS_PAGE = Regex(r"\bpage\s*\d+\b|\b\d+\s*(?:of|/)\s*\d+\s*$", re.IGNORECASE)
#: Share of the height at the top and bottom of a page in which running heads stand.
_MARGIN = 0.12
#: Share of the height in which a number that grows with the pages is theirs.
_OUTER = 0.2
#: Share of the height in which a line that is not repeated may be a running head.
_FAR_UP = 0.075
#: Headings are set this much larger than the running text.
_LARGER = 1.1


def repeated(pages: Sequence[Page]) -> frozenset[str]:
    """Lines in the margins of two pages or more, digits aside: running heads and feet."""
    seen = Counter(key for page in pages for key in {_key(ln) for ln in page.lines if _in_margin(ln, page)})
    return frozenset(key for key, times in seen.items() if times > 1 and times >= len(pages) / 4)


def numbered_from(pages: Sequence[Page]) -> int | None:
    """By how much the numbers that stand alone at the edge of pages differ from the pages' own, if all alike.

    A number at the edge is the page's where it grows with the pages, however wide the margins are.
    """
    alone = ((page, _lone_number(line)) for page in pages for line in _edges(page))
    steps = Counter(number - page.number for page, number in alone if number is not None)
    step, times = steps.most_common(1)[0] if steps else (0, 0)
    return step if times > 1 and times >= len(pages) / 4 else None


def without_running_heads(page: Page, known: frozenset[str], numbered: int | None) -> Page:
    """The page without running heads, running feet and its number."""
    own = None if numbered is None else page.number + numbered
    numbers = [ln for ln in _edges(page) if own is not None and _lone_number(ln) == own]
    kept = [
        ln
        for ln in page.lines
        if ln not in numbers and not (_in_margin(ln, page) and (_key(ln) in known or _is_furniture(ln, page)))
    ]
    return replace(page, lines=tuple(kept))


def _edges(page: Page) -> tuple[Line, ...]:
    """The uppermost and the lowest line of a page, in its outer fifths."""
    if not page.lines:
        return ()
    first, last = min(page.lines, key=lambda ln: ln.top), max(page.lines, key=lambda ln: ln.bottom)
    outer = (first.bottom < _OUTER * page.height, last.top > (1 - _OUTER) * page.height)
    return tuple(line for line, is_outer in zip((first, last), outer, strict=True) if is_outer)


def _lone_number(line: Line) -> int | None:
    alone = _LONE_NUMBER.fullmatch(line.text.strip())
    return int(alone[1]) if alone else None


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
        if line.top - above.top > PARAGRAPH_GAP * style.step:
            break
        words.append(line.text)
    return " ".join(words)


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
