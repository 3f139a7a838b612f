"""Whether a figure is asserted at all, and how sure the text is of it.

A story that quotes a figure to refute it, a correction notice, a target or a forecast is not in
error by it: only asserted figures accuse.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from extractor.frame.sentences import Sentence
from extractor.lexicon import table
from extractor.literals import holds
from extractor.model import Certainty, Span, Stance
from extractor.regexes import Regex

#: Characters around a figure in which a word of stance governs it, within its sentence.
_REACH = 140
#: Words right before a figure that make it what there is, whatever is wanted: "on top of its present 3,850".
_PRESENT = Regex(r"\b(?:present|current|existing|already|now)\s+$", re.IGNORECASE)
#: The name that signs a quote before the verdict on it: `"Crime is up." - Karl Brandt. Not so.`
_SIGNED = Regex(r"^[-–—]+\s*[A-Z][^.]{1,40}\.\s+")
#: A character of the same clause: "the town, which will host the fair, HAS 40" goes back to another.
_GOES_ON = r"(?!, (?:has|had|was|were|is|are)\b)[^.;:!?”\"]"
_STANCES: tuple[Stance, ...] = ("superseded", "denied", "questioned", "target", "hypothetical")
_DEGREES: tuple[Certainty, ...] = ("projected", "estimated")


@dataclass(frozen=True, slots=True)
class _Rule:
    """Patterns of the words around a figure that give it one stance."""

    before: Regex | None
    after: Regex | None
    #: What opens the sentence after the figure's own, and its own.
    next: Regex | None
    opens: Regex | None
    #: What stands right behind the figure and what it counts: "its 95 per cent waiting-time TARGET".
    beside: Regex | None


@dataclass(frozen=True, slots=True)
class _Around:
    """The words around a figure, as printed and in lower case."""

    lead: str
    tail: str
    low_lead: str
    low_tail: str
    sentence: str
    #: What opens the next sentence of the block, without the name that signs a quote.
    following: str


def stance_of(text: str, sentence: Sentence, span: Span) -> Stance:
    """How the words around a figure take it; asserted where nothing says otherwise."""
    if sentence.block.kind == "correction":
        before = _rule("superseded").before
        return "superseded" if before and before.search(text, sentence.span.start, span.start) else "asserted"
    around = _around(text, sentence.span, sentence.block.span.end, span)
    return next((s for s in _STANCES if _takes(_rule(s), around)), "asserted")


def certainty_of(text: str, sentence: Sentence, span: Span) -> Certainty:
    """Whether a figure is projected, estimated or reported."""
    around = _around(text, sentence.span, sentence.block.span.end, span)
    return next((c for c in _DEGREES if _takes(_rule(c), around)), "reported")


@lru_cache(maxsize=2)
def _around(text: str, sentence: Span, stop: int, span: Span) -> _Around:
    """The words around a figure of a sentence whose block ends at `stop`."""
    lead = text[max(sentence.start, span.start - _REACH) : span.start]
    tail = text[span.end : min(sentence.end, span.end + _REACH)]
    following = _SIGNED.sub("", text[sentence.end : stop].lstrip(" ”\"’'")[:_REACH])
    return _Around(lead, tail, lead.lower(), tail.lower(), sentence.of(text), following)


def _takes(rule: _Rule, around: _Around) -> bool:
    before = rule.before
    if (
        before is not None
        and holds(around.low_lead, before)
        and before.search(around.lead)
        and not _PRESENT.search(around.lead)
    ):
        return True
    for behind in (rule.after, rule.beside):
        if behind is not None and holds(around.low_tail, behind) and behind.match(around.tail):
            return True
    if rule.opens is not None and rule.opens.match(around.sentence):
        return True
    return rule.next is not None and rule.next.match(around.following) is not None


@cache
def _rule(name: str) -> _Rule:
    row = table("stance")[name]
    gap = row["gap"]
    before, after, following, opens, beside, apart = (
        "|".join(row.get(k, ())) for k in ("before", "after", "next", "opens", "beside", "apart")
    )
    counted = rf"(?:[ -](?!(?:{apart})\b)[\w’'&/-]+){{0,5}}?"
    return _Rule(
        Regex(rf"\b(?:{before})\b(?:{_GOES_ON}){{0,{gap}}}$", re.IGNORECASE) if before else None,
        Regex(rf"[^.;!?\d]{{0,{gap}}}?\b(?:{after})\b", re.IGNORECASE) if after else None,
        Regex(rf"(?:{following})", re.IGNORECASE) if following else None,
        Regex(rf"[“\"‘']?(?:{opens})", re.IGNORECASE | re.DOTALL) if opens else None,
        Regex(rf"{counted}[ -](?:{beside})\b", re.IGNORECASE) if beside else None,
    )
