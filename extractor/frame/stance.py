"""Whether a figure is asserted at all, and how sure the text is of it.

A story that quotes a figure to refute it, a correction notice, a target or a forecast is not in
error by it: only asserted figures accuse.
"""

from __future__ import annotations

import re
from functools import cache

from extractor.frame.sentences import Sentence
from extractor.lexicon import table
from extractor.model import Certainty, Span, Stance

#: Characters around a figure in which a word of stance governs it, within its sentence.
_REACH = 140


def stance_of(text: str, sentence: Sentence, span: Span) -> Stance:
    """How the words around a figure take it; asserted where nothing says otherwise."""
    if sentence.block.kind == "correction":
        return "superseded" if _said_before(text, sentence, span) else "asserted"
    before = text[max(sentence.span.start, span.start - _REACH) : span.start]
    after = text[span.end : min(sentence.span.end, span.end + _REACH)]
    stances: tuple[Stance, ...] = ("superseded", "denied", "questioned", "target", "hypothetical")
    for stance in stances:
        ahead, behind = _rules(stance)
        if (ahead is not None and ahead.search(before)) or (behind is not None and behind.match(after)):
            return stance
    if sentence.span.of(text).rstrip("”\"’' ").endswith("?"):
        return "questioned"
    return "asserted"


def certainty_of(text: str, sentence: Sentence, span: Span) -> Certainty:
    """Whether a figure is projected, estimated or reported."""
    before = text[max(sentence.span.start, span.start - _REACH) : span.start]
    after = text[span.end : min(sentence.span.end, span.end + _REACH)]
    degrees: tuple[Certainty, ...] = ("projected", "estimated")
    for certainty in degrees:
        ahead, behind = _rules(certainty)
        if (ahead is not None and ahead.search(before)) or (behind is not None and behind.match(after)):
            return certainty
    return "reported"


def _said_before(text: str, sentence: Sentence, span: Span) -> bool:
    ahead, _ = _rules("superseded")
    return ahead is not None and ahead.search(text, sentence.span.start, span.start) is not None


@cache
def _rules(name: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """Patterns for the words before a figure (ending near it) and after it."""
    row = table("stance")[name]
    ahead = "|".join(row.get("before", ()))
    behind = "|".join(row.get("after", ()))
    gap = row.get("gap", 60)
    return (
        re.compile(rf"\b(?:{ahead})\b[^.;:!?”\"]{{0,{gap}}}$", re.IGNORECASE) if ahead else None,
        re.compile(rf"[^.;!?]{{0,{gap}}}?\b(?:{behind})\b", re.IGNORECASE) if behind else None,
    )
