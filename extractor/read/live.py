"""Live pages: posts that went up one after the other, each with the time that it shows.

A page counts as live only where it says so of itself; times stand beside comments and teasers too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from extractor.read.about import linked_data
from extractor.read.draft import Piece
from extractor.regexes import Regex

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LIVE_TYPE = Regex(r"LiveBlog", re.IGNORECASE)
_LIVE_NAME = Regex(r"(?:^|[\s_-])live-?(?:blog|feed|page|updates?|report\w*)(?:$|[\s_-])", re.IGNORECASE)
_POSTS = ("article", "section", "div", "li")
_HEADINGS = ("h2", "h3", "h4", "h5")
#: Fewer timed posts side by side are no live page.
_FEWEST = 2
#: A post is no further above its time than this many elements.
_HIGHEST = 12
#: Private characters around the time that opens each paragraph of a post, and one for its heading.
_TIME, _HEADING = "\ue003", "\ue004"
_OPENING = Regex(rf"\s*{_TIME}([^{_TIME}]*){_TIME}({_HEADING}?)")


def mark_posts(tree: HtmlElement) -> None:
    """Set the time of its post at the head of every paragraph of a live page, in place.

    Headings become paragraphs: trafilatura drops all but the first of them.
    """
    if not _is_live(tree):
        return
    for post, time in _posts(tree):
        for element in post.iter("p", "li", *_HEADINGS):
            is_heading = element.tag in _HEADINGS
            element.tag = "p" if is_heading else element.tag
            element.text = f"{_TIME}{time}{_TIME}{_HEADING if is_heading else ''}{element.text or ''}"


def unmarked(text: str) -> tuple[str, datetime | None, bool]:
    """The text of a paragraph without the marks of its post, the post's time, and if it is a heading."""
    opening = _OPENING.match(text)
    if opening is None:
        return text, None, False
    return text[opening.end() :], datetime.fromisoformat(opening[1]), bool(opening[2])


def stated_posts(tree: HtmlElement) -> tuple[Piece, ...]:
    """The posts that a live page states in its JSON-LD, in its order, each heading above its text."""
    updates = (u for page in linked_data(tree) for u in _listed(page.get("liveBlogUpdate")))
    return tuple(piece for update in updates if isinstance(update, dict) for piece in _stated(update))


def _is_live(tree: HtmlElement) -> bool:
    """True if the page calls itself live: in JSON-LD, or by the name of a part of it."""
    if any(_LIVE_TYPE.search(str(page.get("@type", ""))) for page in linked_data(tree)):
        return True
    parts = tree.iter("body", "main", *_POSTS)
    return any(_LIVE_NAME.search(f"{part.get('class', '')} {part.get('id', '')}") for part in parts)


def _posts(tree: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """The elements that stand side by side, each with a time of day of its own."""
    timed: defaultdict[tuple[HtmlElement, str], dict[HtmlElement, str]] = defaultdict(dict)
    for time in tree.iter("time"):
        shown = _time(time.get("datetime"))
        for above in list(time.iterancestors())[:_HIGHEST] if shown else ():
            parent = above.getparent()
            if parent is not None and above.tag in _POSTS:
                timed[parent, above.tag].setdefault(above, str(shown))
    rows = [posts for posts in timed.values() if len(posts) >= _FEWEST]
    yield from max(rows, key=len, default={}).items()


def _stated(update: dict[str, Any]) -> Iterator[Piece]:
    shown = _time(update.get("datePublished"))
    time = datetime.fromisoformat(shown) if shown else None
    if isinstance(heading := update.get("headline"), str):
        yield Piece(heading, "heading", posted=time)
    if isinstance(body := update.get("articleBody"), str):
        yield from (Piece(line, posted=time) for line in body.splitlines() if line.strip())


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _time(stamp: object) -> str | None:
    """A stamp with a time of day, in ISO 8601 as Python writes it; None for a day alone and all else."""
    if not isinstance(stamp, str) or ":" not in stamp:
        return None
    try:
        return datetime.fromisoformat(stamp.strip()).isoformat()
    except ValueError:
        return None
