"""What a page says of itself: JSON-LD first, Open Graph and other meta tags next, the print last.

Only what is stated is taken. A year in a copyright line is no date of publication.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from extractor.read.clean import one_line
from extractor.read.dates import day
from extractor.read.draft import Origin
from extractor.regexes import Regex

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE = Regex(r"Article|BlogPosting|Report|Review|LiveBlog", re.IGNORECASE)
_BYLINE = Regex(r"(?:^|[\s_-])(?:byline|author)(?:$|[\s_-])", re.IGNORECASE)
_BY = Regex(r"^by\s+", re.IGNORECASE)
_LONGEST_BYLINE = 100
#: "Headline | Outlet", "Headline - Outlet": what follows the last bar is the outlet's name.
_OUTLET_IN_TITLE = Regex(r"\s+[|–—-]\s+[^|–—]{2,40}$")
#: Copies in an archive carry the address of what they copy.
_ARCHIVED = Regex(r"^https?://web\.archive\.org/web/\d+[a-z_]*/(https?://.+)$")


def about(tree: HtmlElement, origin: Origin) -> Origin:
    """The origin with what the page states of itself wherever nothing was given."""
    metas = _metas(tree)
    data = next(linked_data(tree), {})
    modified = _day(
        data.get("dateModified"), metas.get("article:modified_time"), _property(tree, "dateModified")
    )
    return origin.with_defaults(
        title=_line(data.get("headline"), metas.get("og:title"), _heading(tree), _title(tree)),
        url=_address(tree, metas, data),
        outlet=_line(_name(data.get("publisher")), metas.get("og:site_name"), metas.get("application-name")),
        byline=_byline(tree, metas, data),
        published=_day(
            data.get("datePublished"),
            *(
                metas.get(name)
                for name in ("article:published_time", "datepublished", "date", "dc.date", "pubdate")
            ),
            _property(tree, "datePublished"),
            _time(tree),
        ),
        modified=modified,
    )


def _metas(tree: HtmlElement) -> dict[str, str]:
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if name and meta.get("content"):
            metas.setdefault(name.lower(), meta.get("content"))
    return metas


def linked_data(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """What the JSON-LD of a page says of each article in it; what cannot be read is passed over."""
    for script in tree.iter("script"):
        if script.get("type", "").lower().startswith("application/ld+json"):
            try:
                yield from _articles(json.loads(script.text or ""))
            except (ValueError, RecursionError):
                continue


def _articles(value: Any) -> Iterator[dict[str, Any]]:
    nodes = value if isinstance(value, list) else [value]
    for node in nodes:
        if isinstance(node, dict):
            if _ARTICLE.search(str(node.get("@type", ""))):
                yield node
            yield from _articles(node["@graph"]) if isinstance(node.get("@graph"), list) else ()


def _line(*values: Any) -> str | None:
    """The first that is a text and not empty, on one line."""
    return next((own for v in values if isinstance(v, str) and (own := one_line(v))), None)


def _day(*values: Any) -> Any:
    return next((found for v in values if isinstance(v, str) and (found := day(v))), None)


def _name(value: Any) -> str | None:
    """The names in a JSON-LD person, organisation or list of them."""
    if isinstance(value, list):
        return ", ".join(name for one in value if (name := _name(one))) or None
    return _line(value.get("name") if isinstance(value, dict) else value)


def _heading(tree: HtmlElement) -> str | None:
    heads = [one_line(head.text_content()) for head in tree.iter("h1")]
    return heads[0] if len(heads) == 1 else None


def _title(tree: HtmlElement) -> str | None:
    title = next(tree.iter("title"), None)
    text = one_line(title.text_content()) if title is not None else ""
    return _OUTLET_IN_TITLE.sub("", text) or None


def _address(tree: HtmlElement, metas: dict[str, str], data: dict[str, Any]) -> str | None:
    canonical = (link.get("href") for link in tree.iter("link") if "canonical" in link.get("rel", "").split())
    found = _line(next(canonical, None), metas.get("og:url"), data.get("url"), data.get("mainEntityOfPage"))
    archived = _ARCHIVED.match(found or "")
    return archived[1] if archived else found


def _byline(tree: HtmlElement, metas: dict[str, str], data: dict[str, Any]) -> str | None:
    printed = (e.text_content() for e in _marked(tree, _BYLINE))
    short = (one_line(text) for text in printed)
    line = _line(
        _name(data.get("author")),
        metas.get("author"),
        next((s for s in short if 0 < len(s) < _LONGEST_BYLINE), None),
    )
    return _BY.sub("", line) if line and not line.startswith("http") else None


def _marked(tree: HtmlElement, names: Regex) -> Iterable[HtmlElement]:
    return (e for e in tree.iter("p", "span", "div", "a", "address") if names.search(e.get("class", "")))


def _property(tree: HtmlElement, name: str) -> str | None:
    found = tree.xpath("//*[@itemprop=$name]", name=name)
    return (found[0].get("datetime") or found[0].get("content") or found[0].text_content()) if found else None


def _time(tree: HtmlElement) -> str | None:
    """The one time that an article prints, or the first that stands above its text."""
    times = tree.xpath("//article//time[@datetime]") or tree.xpath("//main//time[@datetime]")
    return times[0].get("datetime") if times else None
