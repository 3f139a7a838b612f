"""Where sentences start and end by their punctuation, before any parser has seen them."""

from __future__ import annotations

import re

from extractor.frame.named import is_short
from extractor.model import Span
from extractor.regexes import Regex

_SENTENCE_END = Regex(r"[.!?][”\"’')]*\s+(?=[“\"‘'A-Z(])")
#: Characters back in which a sentence starts.
_LONG = 2000


def sentence_start(text: str, zone: Span, at: int) -> int:
    """Where the sentence starts that holds an offset, by its punctuation."""
    start = max(zone.start, at - _LONG)
    ends = (e.end() for e in reversed(list(_SENTENCE_END.finditer(text, start, at))) if _is_end(text, e))
    return next(ends, start)


def sentence_stop(text: str, zone: Span, at: int) -> int:
    """Where the sentence ends that holds an offset."""
    ends = (
        e.start() + 1 for e in _SENTENCE_END.finditer(text, at, min(zone.end, at + _LONG)) if _is_end(text, e)
    )
    return next(ends, min(zone.end, at + _LONG))


def _is_end(text: str, found: re.Match[str]) -> bool:
    """False for the full stop of "Dr." or of an initial."""
    word = re.search(r"([A-Z]\w*)\.$", text[max(0, found.start() - 12) : found.start() + 1])
    return word is None or not is_short(word[1])
