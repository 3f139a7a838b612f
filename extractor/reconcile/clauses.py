"""The words around a figure that are its own."""

from __future__ import annotations

from extractor.model import Claim
from extractor.reconcile.link.cues.stems import stems
from extractor.reconcile.story import Story
from extractor.regexes import Regex

#: A clause that adds a figure to what was told: "which is 58 per cent", "or 58 per cent".
_ADDED = Regex(r"(?:(?:and|or|which|that|this|is|was|were|are|about|some|nearly|of|all|it|in)\b\s*)*\.?")
#: Where what one figure is told with ends and the next one's begins.
_PARTS = Regex(r"[;:()–—]|,\s|\s(?:and|but|while|whereas)\s")
#: Whom or what a number that opens the next clause is of.
_OPENED = Regex(
    r"((?:Of|Among|For|In|At|Across|With)\s[^,.;:\d]{3,50}),\s"
    r"(?:(?:about|some|only|just|nearly|almost|more than)\s)?$"
)
#: Where a clause ends.
_STOP = Regex(r"[,;:()–—]")


def clause_of(story: Story, claim: Claim) -> str:
    """The words around a figure up to a comma or the next figure, in lower case."""
    text, span, sentence = story.document.text, claim.figure.span, claim.sentence
    others = [c.figure.span for c in story.in_sentence(sentence) if c.id != claim.id]
    start = max([sentence.start, *(s.end for s in others if s.end <= span.start)])
    end = min([sentence.end, *(s.start for s in others if s.start >= span.end)])
    before, after = _STOP.split(text[start : span.start]), _STOP.split(text[span.end : end])
    return f"{before[-1]} {after[0]}".lower()


def opened_clause(story: Story, claim: Claim) -> str:
    """The same with the words that open a sentence and say of whom the number is: "OF GIRLS, 46 per cent"."""
    clause = clause_of(story, claim)
    led = _OPENED.match(story.lead(claim))
    return clause if led is None else f"{led[1].lower()} {clause}"


def deed_of(story: Story, claim: Claim) -> str:
    """The words that tell what a figure is of: its clause, or its sentence where that only adds the figure.

    "1,537 succeeded, which is 58 per cent" tells of 58 per cent that they succeeded.
    """
    clause = clause_of(story, claim)
    return story.sentence(claim).lower() if _ADDED.fullmatch(clause.strip()) else clause


def own_words(story: Story, claim: Claim) -> str:
    """The words around a figure up to the next figure, clause or "and", as they are printed.

    Where none are left, those before the comma are its own as well: "the boats, 14 in all".
    """
    text, span, sentence = story.document.text, claim.figure.span, claim.sentence
    others = [c.figure.span for c in story.in_sentence(sentence) if c.id != claim.id]
    start = max([sentence.start, *(s.end for s in others if s.end <= span.start)])
    end = min([sentence.end, *(s.start for s in others if s.start >= span.end)])
    before, after = _PARTS.split(text[start : span.start]), _PARTS.split(text[span.end : end])
    right = " ".join(after[:2]) if len(after) > 1 and not stems(after[0]) else after[0]
    bare = len(before) > 1 and not stems(f"{before[-1]} {right}")
    return f"{' '.join(before[-2:]) if bare else before[-1]} {right}"


def lead_of(story: Story, claim: Claim) -> str:
    """The words that lead up to a figure from the clause, the "and" or the figure before it."""
    text, span, sentence = story.document.text, claim.figure.span, claim.sentence
    ends = (c.figure.span.end for c in story.in_sentence(sentence) if c.figure.span.end <= span.start)
    return _PARTS.split(text[max(ends, default=sentence.start) : span.start])[-1]
