"""The news agency that a text credits: in its byline, its dateline or at its end.

Papers print agency copy as it came; whoever counts errors per paper has to know whose they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from extractor.lexicon import table
from extractor.regexes import Regex

#: A credit stands in one of so many paragraphs at either end.
_NEAR = 3
#: Longer than this is no line that only credits.
_LONGEST_LINE = 120
_PLACE = r"[A-Z][\w.,'’/ -]{2,60}?"
_DASH = r"\s*[-–—]"


def agency_of(paragraphs: Iterable[str], byline: str | None) -> str | None:
    """The agency's full name; None where no agency is credited, or more than one."""
    told = [p.strip() for p in paragraphs if p.strip()]
    found = {
        *_in_byline(byline or ""),
        *(name for p in told[: _NEAR + 1] for name in _in_dateline(p)),
        *(name for p in told[-_NEAR:] for name in _at_end(p)),
    }
    return found.pop() if len(found) == 1 else None


def _in_byline(byline: str) -> Iterator[str]:
    """ "Reuters"; "Ann Lee, Associated Press"; "By Ann Lee and PA"."""
    parts = re.split(r",|;|/|\||\band\b|\bfor\b|^\s*by\b", byline, flags=re.IGNORECASE)
    return (name for part in parts if (name := _names().get(part.strip().lower())))


def _in_dateline(paragraph: str) -> Iterator[str]:
    """ "LONDON (Reuters) -"; "AUSTIN, Texas (AP) —"."""
    if opening := _dateline().match(paragraph):
        yield _names()[opening[1].lower()]


def _at_end(paragraph: str) -> Iterator[str]:
    """ "© 2024 The Associated Press."; "(PTI)"; "Source: Reuters"; "– AFP"."""
    if len(paragraph) > _LONGEST_LINE:
        return
    if whole := _credit().fullmatch(paragraph):
        yield _names()[whole[1].lower()]


@cache
def _names() -> dict[str, str]:
    """A form in lower case → the full name."""
    agencies: dict[str, list[str]] = table("reading")["agencies"]
    return {form.lower(): name for name, forms in agencies.items() for form in (name, *forms)}


@cache
def _dateline() -> Regex:
    return Regex(rf"(?:{_PLACE}\s*)?\((?i:({_any()}))\){_DASH}")


@cache
def _credit() -> Regex:
    right = r"(?:©|\(c\)|copyright)[\s\d,©]*"
    end = r"[.,]?(?:\s*all rights reserved\b.*)?"
    return Regex(
        rf"(?:{right}|sources?:\s*|reporting by\s+|[-–—(\[]\s*)({_any()})[)\]]?{end}",
        re.IGNORECASE | re.DOTALL,
    )


def _any() -> str:
    return "|".join(re.escape(form) for form in sorted(_names(), key=len, reverse=True))
