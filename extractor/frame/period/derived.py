"""Figures that are worked out of one before and have its time: "of these, 860", "that makes 51"."""

from __future__ import annotations

import re

from extractor.model import Span
from extractor.regexes import Regex

_HEDGE = (
    r"(?:(?:about|around|some|nearly|almost|roughly|just|only|a\s+little|over|under|exactly|fully)\s+){0,2}"
)
#: Before a figure that says the one before it in its sentence in another way, or tells a part of it.
_BESIDE = Regex(
    r"(?:,\s+or|,\s+(?:which|that)\s+(?:is|was|makes|made|means|meant|gives|comes\s+to|came\s+to|works\s+out\s+at|represents)"
    r"|,\s+an?\s+(?:rate|share|total|average|proportion)\s+of)"
    rf"\s+{_HEDGE}$"
)
#: What opens a sentence that goes on with the figure of the one before.
_OPENS = Regex(
    r"[“\"]?(?:(?:And|But|So)\s+)?(?:"
    r"(?:That|This)\s+(?:is|was|makes|made|means|meant|gives|comes|came|represents|amounts|works|worked)\b"
    r"|(?:Of|Among)\s+(?:these|those|them|the\s+\d[\d,]*)\b"
    r"|(?:Altogether|Together|In\s+all|All\s+told|Between\s+them)\b"
    r"|(?:The\s+(?:other|rest|remaining|remainder))\b)"
)
#: Characters back from a figure in which "on the" stands.
_BACK = 12
_ON = Regex(r"\bon\s+(?:the\s+)?$")


def stands_on(text: str, figure: Span) -> bool:
    """True for the level of "a quarter up ON THE 5,840 of the quarter before, or 1,460"."""
    return _ON.search(text, max(0, figure.start - _BACK), figure.start) is not None


def is_derived(text: str, sentence: Span, figure: Span) -> bool:
    """True for a figure that another one before it has its time for."""
    beside = _BESIDE.search(text, max(sentence.start, figure.start - 60), figure.start) is not None
    opens = _OPENS.match(text, sentence.start, figure.start)
    return beside or (opens is not None and not re.search(r"\d", text[opens.end() : figure.start]))
