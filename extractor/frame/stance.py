"""Whether a figure is asserted at all, and how sure the text is of it.

A story that quotes a figure to refute it, a correction notice, a target or a forecast is not in
error by it: only asserted figures accuse.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractor.frame.sentences import Sentence
from extractor.lexicon import table
from extractor.literals import holds
from extractor.model import Certainty, Span, Stance

#: Characters around a figure in which a word of stance governs it, within its sentence.
_REACH = 140
#: Words right before a figure that make it what there is, whatever is wanted: "on top of its present 3,850".
_PRESENT = re.compile(r"\b(?:present|current|existing|already|now)\s+$", re.IGNORECASE)
#: The name that signs a quote before the verdict on it: `"Crime is up." - Karl Brandt. Not so.`
_SIGNED = re.compile(r"^[-–—]+\s*[A-Z][^.]{1,40}\.\s+")
#: A character of the same clause: "the town, which will host the fair, HAS 40" goes back to another.
_GOES_ON = r"(?!, (?:has|had|was|were|is|are)\b)[^.;:!?”\"]"
_STANCES: tuple[Stance, ...] = ("superseded", "denied", "questioned", "target", "hypothetical")
_DEGREES: tuple[Certainty, ...] = ("projected", "estimated")


@dataclass(frozen=True, slots=True)
class _Rule:
    """Patterns of the words around a figure that give it one stance."""

    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    #: What opens the sentence after the figure's own, and its own.
    next: re.Pattern[str] | None
    opens: re.Pattern[str] | None
    #: What stands right behind the figure and what it counts: "its 95 per cent waiting-time TARGET".
    beside: re.Pattern[str] | None


def stance_of(text: str, sentence: Sentence, span: Span) -> Stance:
    """How the words around a figure take it; asserted where nothing says otherwise."""
    if sentence.block.kind == "correction":
        before = _rule("superseded").before
        return "superseded" if before and before.search(text, sentence.span.start, span.start) else "asserted"
    return next((s for s in _STANCES if _takes(_rule(s), text, sentence, span)), "asserted")


def certainty_of(text: str, sentence: Sentence, span: Span) -> Certainty:
    """Whether a figure is projected, estimated or reported."""
    return next((c for c in _DEGREES if _takes(_rule(c), text, sentence, span)), "reported")


def _takes(rule: _Rule, text: str, sentence: Sentence, span: Span) -> bool:
    lead = text[max(sentence.span.start, span.start - _REACH) : span.start]
    tail = text[span.end : min(sentence.span.end, span.end + _REACH)]
    low = lead.lower()
    if (
        rule.before is not None
        and holds(low, rule.before)
        and rule.before.search(lead)
        and not _PRESENT.search(lead)
    ):
        return True
    low = tail.lower()
    if any(p is not None and holds(low, p) and p.match(tail) for p in (rule.after, rule.beside)):
        return True
    if rule.opens is not None and rule.opens.match(sentence.span.of(text)):
        return True
    if rule.next is None:
        return False
    following = _SIGNED.sub("", text[sentence.span.end : sentence.block.span.end].lstrip(" ”\"’'")[:_REACH])
    return rule.next.match(following) is not None


@cache
def _rule(name: str) -> _Rule:
    row = table("stance")[name]
    gap = row["gap"]
    before, after, following, opens, beside, apart = (
        "|".join(row.get(k, ())) for k in ("before", "after", "next", "opens", "beside", "apart")
    )
    counted = rf"(?:[ -](?!(?:{apart})\b)[\w’'&/-]+){{0,5}}?"
    return _Rule(
        re.compile(rf"\b(?:{before})\b(?:{_GOES_ON}){{0,{gap}}}$", re.IGNORECASE) if before else None,
        re.compile(rf"[^.;!?\d]{{0,{gap}}}?\b(?:{after})\b", re.IGNORECASE) if after else None,
        re.compile(rf"(?:{following})", re.IGNORECASE) if following else None,
        re.compile(rf"[“\"‘']?(?:{opens})", re.IGNORECASE | re.DOTALL) if opens else None,
        re.compile(rf"{counted}[ -](?:{beside})\b", re.IGNORECASE) if beside else None,
    )
