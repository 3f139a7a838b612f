"""Counts told as a majority or a minority of a printed whole: "320 tips. At 176 of them, a minority, ...".

The whole may stand in the words themselves: "nearly all of the 1,240 members, 517, voted".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from extractor.amount import scale, surely_less
from extractor.model import (
    Claim,
    Comparison,
    ComparisonDirection,
    Cue,
    Derived,
    Relation,
    Role,
    Span,
    stable_id,
)
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.window.scope import after, before, one_place, stems
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex

_SIZED = r"(?:(?:slight|narrow|clear|small|large|big|solid|bare|thin|comfortable|substantial|tiny|slim)\s)?"
_WORD = rf"(?:(?:a|the)\s{_SIZED}(?P<a>majority|minority)|(?<!at\s)(?<!the\s)(?P<b>most))"
_OF = r"(?:\sof\s(?:them|these|those|it|whom|which|the\s[\w’'-]+))?"
#: "A majority, 430 of them, want", "most of them, 23, had", "most (23)".
_BEFORE = Regex(rf"\b{_WORD}{_OF}(?:,\s|\s\(|\s[–—]\s)(?:some\s|about\s|only\s|just\s)?$", re.IGNORECASE)
#: "430 of them, a majority, want", "29, a majority, felt".
_BEHIND = Regex(
    rf"^(?:\s[\w’'-]+)?(?:\s(?:out\s)?of\s(?:them|these|those|it|whom|which|the\s[\w’'-]+(?:\s[\w’'-]+)?))?"
    rf"(?:,\s|\s\(|\s[–—]\s)(?:or\s)?{_WORD}(?:\sof\s(?:them|those|these|all))?(?=\s?[,).;–—])",
    re.IGNORECASE,
)
_CLOSED = Regex(r"^(?:\s(?:out\s)?of\s(?:them|these|those|it|the\s[\w’'-]+))?\s?[,).–—]", re.IGNORECASE)
_OF_THEM = Regex(
    r"\b(?:of|among)\s(?:them|these|those|it|whom|which)\b|\sof\s(?:the|its|their)\s", re.IGNORECASE
)
#: Before a whole that its part follows in apposition, and between the two: "most of the 1,240 members, 517,".
_OF_WHOLE = Regex(
    rf"(?:\b(?:a|the)\s{_SIZED}(?P<a>majority|bulk|minority)|(?<!\bthe\s)(?<!\bat\s)\b(?P<b>most|(?:nearly|almost|virtually)\sall))"
    r"\sof\s(?:the|its|their|his|her|our|these|those)\s(?:[\w’'-]+\s)?$",
    re.IGNORECASE,
)
_NOUN = Regex(
    r"^(?:\s(?!(?:and|but|while|with|for|about|than|in|on|at|from|of|to|by)\b)[\w’'-]+){1,4}(?:,\s|\s\(|\s[–—]\s)$"
)
_END = Regex(r"^\s?[,);.–—]")
_NAMED = Regex(r"^\sof\s(?:the|its|their)\s([\w’'-]+)", re.IGNORECASE)
#: Sentences with figures back to the whole.
BACK = 1
#: So many times the part the whole may be.
FACTOR = 8


def most_of(story: Story) -> Iterator[Relation]:
    """One relation for each count that the words make more or less than half of the one whole before it."""
    for part in story.claims:
        if family(part) != "C" or is_change(part) or part.block in DISPLAY:
            continue
        named = _in_words(story, part)
        if named is not None:
            yield _relation(story, part, *named)
            continue
        word = _word(story, part)
        whole = _whole(story, part) if word is not None else None
        if word is None or whole is None or not one_place(part, whole):
            continue
        if _names(story, part, whole, word):
            yield _relation(story, part, whole, word)


def _in_words(story: Story, part: Claim) -> tuple[Claim, Span] | None:
    """The whole in apposition to a part, and the word for how much of it that is: "most of the 1,240 members, 517,"."""
    earlier = [c for c in story.in_sentence(part.sentence) if c.figure.span < part.figure.span]
    if not earlier or family(earlier[-1]) != "C" or not _END.match(after(story, part)):
        return None
    whole = earlier[-1]
    lead = before(story, whole, 80)
    found = _OF_WHOLE.search(lead)
    if found is None or not _NOUN.match(story.between(whole, part)):
        return None
    name, start = "a" if found["a"] else "b", whole.figure.span.start - len(lead)
    return whole, Span(start + found.start(name), start + found.end(name))


def _names(story: Story, part: Claim, whole: Claim, word: Span) -> bool:
    """False for "58 witnesses. Most of the sessions, 23": the words name another whole."""
    found = _NAMED.match(story.words(Span(word.end, word.end + 40)))
    if found is None or part.figure.span < word or whole.measure is None:
        return True
    return stems(found[1]) <= stems(f"{whole.measure.text} {whole.measure.key}")


def _word(story: Story, part: Claim) -> Span | None:
    """Where a majority or minority is told, right before a count that says it again, or right behind it."""
    lead, behind = before(story, part, 80), after(story, part, 80)
    found = _BEFORE.search(lead)
    if found is not None and _CLOSED.match(behind):
        start = part.figure.span.start - len(lead)
    else:
        found, start = _BEHIND.match(behind), part.figure.span.end
    if found is None:
        return None
    told = _OF_THEM.search(f"{found[0]}·{behind[:30]}·{lead[-30:]}") or _is_of_whole(story, part)
    if not told and part.measure is not None and part.measure.found == "here":
        return None
    name = "a" if found["a"] else "b"
    return Span(start + found.start(name), start + found.end(name))


def _is_of_whole(story: Story, part: Claim) -> bool:
    """True for the 29 of "Of the 75 patients 29"."""
    return (
        re.search(r"^[“\"]?(?:out\s)?of\s(?:the|its|all)\b", before(story, part, 200), re.IGNORECASE)
        is not None
    )


def _whole(story: Story, part: Claim) -> Claim | None:
    """The one count that is larger and stands before a part in its sentence, else in the sentence before."""
    place = story.number_of(part)
    for number in range(place, max(-1, place - BACK - 1), -1):
        told = [
            c for c in story.in_sentence(story.sentences[number]) if family(c) == "C" and not is_change(c)
        ]
        told = [c for c in told if c.figure.span < part.figure.span and c.block not in DISPLAY]
        larger = [c for c in told if not surely_less(c.figure.amount, part.figure.amount)]
        if larger:
            alone = len({c.figure.amount for c in larger}) == 1
            sure = surely_less(part.figure.amount, larger[-1].figure.amount)
            near = story.paragraphs_apart(part, larger[-1]) <= 1
            return larger[-1] if alone and sure and near and _may_be_said(part, larger[-1]) else None
    return None


def _may_be_said(part: Claim, whole: Claim) -> bool:
    """False for so small a part that the words can hardly be about the two."""
    return not surely_less(scale(part.figure.amount, FACTOR), whole.figure.amount)


def _relation(story: Story, part: Claim, whole: Claim, word: Span) -> Relation:
    told = story.words(word)
    direction: ComparisonDirection = "lower" if told.lower() == "minority" else "higher"
    comparison = Comparison(
        stable_id("k", story.document.id, "most of", str(word.start)),
        story.document.id,
        word,
        told,
        part.sentence,
        direction,
        block=part.block,
        stance=part.stance,
        speaker=part.speaker,
    )
    amount, name = scale(whole.figure.amount, Fraction(1, 2)), whole.figure.text
    half = Derived(stable_id("d", whole.id, "half"), amount, f"half of {name}", (whole,), f"{name} / 2")
    roles = (Role("stated", comparison), Role("subject", part), Role("reference", half))
    return Relation("compare", roles, Cue(story.document.id, word, told), "stated")


__all__ = ["most_of"]
