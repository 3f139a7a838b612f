"""A page made ready for the search of its article: what would be lost is marked, what misleads goes.

Trafilatura keeps paragraphs, lists and tables, but forgets captions and standfirsts, takes a raised
footnote mark for a digit, and reads a table made of divisions as loose words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.model import BlockKind
from extractor.regexes import Regex

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: Private characters that stand at the start of a paragraph for its kind.
MARKS: dict[str, BlockKind] = {"\ue000": "caption", "\ue001": "standfirst", "\ue002": "quote"}
#: Ends a paragraph that repeats the one before.
REPEATED = "\ue00f"
_PARAGRAPHS = ("p", "h1", "h2", "h3", "h4", "li")
_MARK_OF = {kind: mark for mark, kind in MARKS.items()}
#: Names of classes and ids of what stands around an article or in its midst without being of it.
_AROUND = Regex(
    r"(?:^|[\s_-])(?:related|recirc\w*|recommend\w*|read-?more|more-(?:from|on|stories)|most-(?:read|popular)|trending|"
    r"promo\w*|newsletter|sign-?up|subscri\w*|advert\w*|ads?|ad-\w+|sponsor\w*|taboola|outbrain|cookie\w*|consent|"
    r"share|sharing|social\w*|breadcrumb\w*|skip-link)(?:$|[\s_-])",
    re.IGNORECASE,
)
_STANDFIRST = Regex(
    r"(?:^|[\s_-])(?:standfirst|sub-?head(?:line)?|dek|deck|strapline|sub-?title|intro-?text)(?:$|[\s_-])",
    re.IGNORECASE,
)
#: A raised footnote mark: "4,245¹" set as <sup>1</sup>.
_NOTE_MARK = Regex(r"\s*[\[(]?(?:\d{1,2}|[a-z]|[*†‡§]+)[\])]?\s*$")
#: Units whose power is raised: m², km³.
_RAISED_UNIT = Regex(r"(?:^|[\s\d])(?:m|km|cm|mm|ft|yd|mi)$")
_POWERS = {"2": "²", "3": "³"}
_ROW = Regex(r"(?:^|[\s_-])(?:row|tr)(?:$|[\s_-])", re.IGNORECASE)
_LONGEST_CELL = 80


def prepare(tree: HtmlElement) -> None:
    """Make the tree of a page ready for trafilatura, in place."""
    for element in list(tree.iter("sup", "figcaption", "div", "ul", "p", "h2", "section", "aside")):
        _prepare(element)
    _tell_repeats_apart(tree)


def _tell_repeats_apart(tree: HtmlElement) -> None:
    """Trafilatura takes a paragraph that repeats the one before for a slip; people do print them twice."""
    before = ""
    for element in tree.iter(*_PARAGRAPHS):
        text = "".join(element.itertext()).strip()
        if text and text == before and not len(element):
            element.text = f"{element.text}{REPEATED}"
        before = text


def _prepare(element: HtmlElement) -> None:
    names = f"{element.get('class', '')} {element.get('id', '')}"
    if element.tag == "sup":
        _settle_raised(element)
    elif element.tag == "figcaption":
        _as_paragraph(element, "caption")
    elif element.tag in ("p", "h2") and _STANDFIRST.search(names):
        _mark(element, "standfirst")
    elif _AROUND.search(names) and not element.xpath(
        "ancestor-or-self::body|descendant::article|descendant::h1"
    ):
        element.drop_tree()
    elif element.tag == "div" and len(element) > 1:
        _as_table(element)


def _settle_raised(sup: HtmlElement) -> None:
    """Drop a raised footnote mark; the power of a unit is told by its own character."""
    before, parent = sup.getprevious(), sup.getparent()
    if parent is None:
        return
    text = (parent.text if before is None else before.tail) or ""
    raised = sup.text_content().strip()
    if _RAISED_UNIT.search(text) and raised in _POWERS:
        sup.text = _POWERS[raised]
    elif _NOTE_MARK.match(raised):
        sup.drop_tree()


def _mark(element: HtmlElement, kind: BlockKind) -> None:
    element.tag = "p"
    element.text = _MARK_OF[kind] + (element.text or "").lstrip()


def _as_paragraph(caption: HtmlElement, kind: BlockKind) -> None:
    """Set a caption as a marked paragraph below its figure, which trafilatura throws away."""
    text = " ".join(caption.text_content().split())
    figure = next(caption.iterancestors("figure"), None)
    if not text or figure is None or figure.getparent() is None:
        return
    below = caption.makeelement("p")
    below.text = _MARK_OF[kind] + text
    below.tail, figure.tail = figure.tail, None
    figure.addnext(below)
    caption.drop_tree()


def _as_table(division: HtmlElement) -> None:
    """Make a table of divisions into one: rows of as many short cells each."""
    rows = list(division)
    widths = {len(row) for row in rows}
    if (
        len(widths) != 1
        or widths == {0}
        or widths == {1}
        or not all(_ROW.search(r.get("class", "")) for r in rows)
    ):
        return
    cells = [cell for row in rows for cell in row]
    if any(len(cell.text_content()) > _LONGEST_CELL for cell in cells):
        return
    division.tag = "table"
    for row in rows:
        row.tag = "tr"
    for cell in cells:
        cell.tag = "td"
