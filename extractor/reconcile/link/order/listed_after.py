"""A figure that the words put before all of a list behind it: "dearer than in any other county. Clare asks €930 ...".

Two ways of print: a comparison with "any" or "all" of others, whose figures the next sentence lists, and an
order that goes down from one sentence to the next, "Snores drove out 34 per cent. Then came rows, at 27". The
second is one only of shares or behind a superlative: a story tells in turn what happened as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.lexicon import table
from extractor.literals import find_all
from extractor.model import Claim, ComparisonDirection, Cue, Relation, Role, Span
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.order.compared import compared
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import DISPLAY, Story, alike, family
from extractor.regexes import Regex

_WORDS = table("windows")["listed_after"]
_WAYS: tuple[ComparisonDirection, ...] = ("higher", "lower")
_ANY = {
    way: Regex(
        rf"\b(?P<word>{'|'.join(_WORDS[way])})(?:\s(?:here|there|now))?\sthan\s(?:(?:in|at|for|on|with)\s)?"
        rf"(?:{'|'.join(_WORDS['all'])})\b(?!\s(?:{'|'.join(_WORDS['not_all'])})\b)[^.;:|]{{0,60}}[.;:]",
        re.IGNORECASE,
    )
    for way in _WAYS
}
_NEXT = Regex(
    rf"(?<=[.!?”\"]\s)(?P<word>{'|'.join(_WORDS['next'])})\b|(?<=\n\n)(?P<first>{'|'.join(_WORDS['next'])})\b"
)
_FIRST = {way: Regex(rf"\b(?:{'|'.join(_WORDS[f'first_{way}'])})\b", re.IGNORECASE) for way in _WAYS}
_OF = Regex(
    r"^\s(?:per\scent\s|percent\s)?(?:of|among|in)\s((?:the\s|its\s|their\s|all\s)?(?!them\b|those\sasked\b)[\w’'-]+(?:\s[\w’'-]+)?)"
)
#: Paragraphs back to the figure that comes first, characters on to those behind it.
BACK, ON = 2, 160

#: "That is 9 OUT OF 120": the whole, and no other item of a list.
_OUT_OF = Regex(r"\b(?:out\sof|of)\s(?:the\s|all\s)?$", re.IGNORECASE)


def listed_after(story: Story) -> Iterator[Relation]:
    """One relation for each figure and the one of the list behind it that is nearest to it."""
    text = story.document.text
    for way, pattern in _ANY.items():
        for found in find_all(pattern, text, story.start):
            earlier = [c for c in _levels(story) if c.figure.span.end <= found.start("word")]
            sentence = story.sentences[story.number_of(earlier[-1])] if earlier else None
            if sentence is not None and sentence.end > found.start():
                earlier = [c for c in earlier if alike(c, earlier[-1])]
            elif _counts_itself(story, found.start()):
                continue
            yield from _relation(story, earlier, Span(*found.span("word")), found.end(), way)
    for found in find_all(_NEXT, text, story.start):
        word = Span(*found.span("word" if found["word"] else "first"))
        earlier = [c for c in _levels(story) if c.figure.span.end <= word.start]
        way_told = _way(story, earlier[-1]) if earlier and not _is_deed(story, word.end) else None
        if way_told is not None:
            yield from _relation(story, earlier, word, word.end, way_told)


#: "Then came the budget, PASSED BY 25 to 22", "the war, IN WHICH 25 died": what happened next, and no item.
_HAPPENED = Regex(
    r",\s(?:which|who|when|where|(?:in|at|on|by|after|during|for)\s(?:which|whom)"
    r"|(?:[a-z]+ly\s)?(?:[a-z]{3,}ed|won|lost|beaten|fought|held|drawn))\b"
)
#: A vote or a score: "25 TO 22".
_VOTE = Regex(r"^(?:\svotes?|\sseats?)?\s?(?:to|–|-)\s?\d")


def _is_deed(story: Story, start: int) -> bool:
    """True if what comes next is told as a thing that happened, or with the numbers of a vote."""
    behind = next((c for c in _levels(story) if c.figure.span.start >= start), None)
    if behind is None:
        return False
    led = story.words(Span(start, behind.figure.span.start))
    return _HAPPENED.search(led) is not None or _VOTE.match(after(story, behind)) is not None


def _counts_itself(story: Story, word: int) -> bool:
    """True if the sentence of a comparison has a figure before it, so that none of a sentence before is meant."""
    sentence = next((s for s in story.sentences if s.start <= word < s.end), None)
    inside = story.in_sentence(sentence) if sentence is not None else ()
    return any(c.figure.span.end <= word and family(c) in "CMUDP" for c in inside)


def _levels(story: Story) -> list[Claim]:
    return [c for c in story.claims if _is_level(c)]


def _is_level(claim: Claim) -> bool:
    plain = claim.stance == "asserted" and claim.figure.hedge is None and claim.block not in DISPLAY
    return plain and family(claim) in "CMUDP" and not is_change(claim) and claim.figure.value is not None


def _way(story: Story, last: Claim) -> ComparisonDirection | None:
    """Which end a list begins at: the one that a superlative of the sentence or the headline says, for shares the top."""
    shown = " ".join(story.words(z.span) for z in story.zones if z.kind in DISPLAY)
    told = f"{story.sentence(last)} {shown}"
    ways = [way for way, pattern in _FIRST.items() if pattern.search(told)]
    if len(ways) == 1:
        return ways[0]
    return "higher" if family(last) == "P" and not ways else None


def _relation(
    story: Story, earlier: Sequence[Claim], word: Span, start: int, way: ComparisonDirection
) -> Iterator[Relation]:
    """The last figure before the words against that of the list which comes nearest to it, or passes it."""
    behind = [c for c in _levels(story) if c.figure.span.start >= start]
    if not behind or behind[0].figure.span.start - start > ON:
        return
    listed = [c for c in behind if c.sentence == behind[0].sentence and alike(c, behind[0])]
    if any(_OUT_OF.search(before(story, c, 12)) for c in listed):
        return
    told = [c for c in earlier if alike(c, listed[0])]
    if not told or story.paragraphs_apart(told[-1], listed[0]) > BACK:
        return
    subject = told[-1]
    inside = [c for c in told if c.sentence == subject.sentence]
    if _are_of_two_wholes(story, subject, listed[0]):
        return
    if len(inside) > 1 or subject.sentence == listed[0].sentence or not _of_one_thing(subject, listed):
        return
    nearest = (max if way == "higher" else min)(listed, key=lambda c: c.figure.value or 0)
    comparison = compared(story, word, subject, way, "listed", str(word.start))
    roles = (Role("stated", comparison), Role("subject", subject), Role("reference", nearest))
    span = Span(subject.sentence.start, nearest.sentence.end)
    yield Relation("compare", roles, Cue(story.document.id, span, story.words(span)), "contextual")


def _are_of_two_wholes(story: Story, *shares: Claim) -> bool:
    """True for "34 per cent of what it spent on food ... 39 per cent of all its costs", "of those in cities"."""
    told = [_OF.match(after(story, c)) for c in shares if family(c) == "P"]
    return len(told) > 1 and None not in told and len({m[1].lower() for m in told if m is not None}) > 1


def _of_one_thing(subject: Claim, listed: Sequence[Claim]) -> bool:
    """True unless a count of the list names another thing than the subject."""
    if family(subject) != "C":
        return True
    named = {c.measure.key for c in (subject, *listed) if c.measure is not None and c.measure.found == "here"}
    return len(named) == 1


__all__ = ["listed_after"]
