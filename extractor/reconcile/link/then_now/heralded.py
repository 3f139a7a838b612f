"""Which way a thing went, told without a size in a headline or a lead, and its levels told further on.

"Bus complaints down": the story tells one pair of levels of the complaints, then and now, and nothing else in it
goes the way of the headline. Which level is the earlier one is told by words, and what the two are levels of is the
head noun of the headline's subject. Words that narrow either, another place or another movement leave it alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extractor.lexicon import table
from extractor.model import Block, Claim, Direction, Relation, Span
from extractor.reconcile.link.cues.moves import MOVE, direction_of, untold
from extractor.reconcile.link.cues.stretch import are_over_one
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.then_now.direction import OTHER, relation_of
from extractor.reconcile.link.then_now.levels import Pair, clause, pairs
from extractor.reconcile.link.then_now.naming import names
from extractor.reconcile.link.window.scope import after
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.wording import any_of, one_of

_WORDS = table("then_now")["heralded"]


_NEXT = rf"(?=[,;:.]|\s{one_of(_WORDS['goes_on'])}\b|$)"
#: "Bus complaints down in Marlow", "Thefts have fallen again": a subject and its movement, without a size or a goal.
_MOVES = re.compile(
    rf"^[“\"‘]?(?P<subject>(?:[\w’'-]+\s){{1,5}}?)(?:{one_of(_WORDS['has'])}\s){{0,3}}(?P<move>{one_of(_WORDS['verbs'])}){_NEXT}",
    re.IGNORECASE,
)
#: "Fewer complaints on the buses", "Sharp fall in thefts".
_FEWER = re.compile(
    rf"^[“\"‘]?(?P<move>more|fewer|less)\s(?P<subject>(?:[a-z’'-]+\s)?[a-z’'-]+s){_NEXT}",
    re.IGNORECASE,
)
_FALL_IN = re.compile(
    rf"^[“\"‘]?(?:an?\s)?(?:[\w-]+\s)?(?P<move>{one_of(_WORDS['nouns'])})\sin\s(?P<subject>(?:[\w’'-]+\s)?[\w’'-]+){_NEXT}",
    re.IGNORECASE,
)
#: "School meals are reaching more children".
_REACHES = re.compile(
    rf"^[“\"‘]?(?:[\w’'-]+\s){{1,5}}?(?:{one_of(_WORDS['has'])}\s){{0,2}}{one_of(_WORDS['gets'])}\s(?P<move>more|fewer)\s(?P<subject>(?:[a-z’'-]+\s)?[a-z’'-]+s|children|people|women|men)(?=[,;:.]|\s{one_of(_WORDS['goes_on'])}\b|$)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?]{1,300}[.!?]?")
#: Behind the noun of the subject, what makes it a narrower one: "complaints about fares", "thefts of bicycles".
_OF = re.compile(r"\b(?:of|about|from|by|among|on|at|in|for|to|with)\b.*$", re.IGNORECASE)
_MOVE = re.compile(MOVE, re.IGNORECASE)
_DATES = any_of(_WORDS["dates"])
#: Behind a level: "84 thefts of bicycles"; a time makes it no narrower.
_NARROWER = re.compile(
    rf"^\s(?:[\w’'-]+\s){{1,2}}?{one_of(_WORDS['of'])}\s((?:[\w’'-]+\s?){{1,3}})", re.IGNORECASE
)
_NARROWED = any_of(_WORDS["narrowed"])


@dataclass(frozen=True, slots=True)
class _Herald:
    """A movement without a size at the head of a story, with the words of what moved."""

    span: Span
    subject: str
    rest: str
    way: Direction
    #: The headline, or the first sentence of the text.
    whole: Span


def heralded(story: Story, found: Sequence[Relation]) -> Iterator[Relation]:
    """One relation for each movement at the head of a story whose only levels go the one way or the other."""
    known = {
        frozenset(c.id for c in r.claims()) for r in found if r.kind in ("compare", "change", "multiple")
    }
    told: list[Pair] | None = None
    for herald in _heralds(story):
        told = list(pairs(story)) if told is None else told
        fitting = [p for p in told if _is_of(story, herald, p)]
        if len(fitting) == 1 and frozenset(c.id for c in fitting[0].both) not in known:
            pair = fitting[0]
            relation = relation_of(story, herald.span, herald.whole, pair.old, pair.new)
            if relation is not None:
                yield relation


def _heralds(story: Story) -> Iterator[_Herald]:
    """The headline's movement and the lead's, if they tell any without a figure."""
    text = story.document.text
    for block in _heads(story):
        sentence = _SENTENCE.match(text[block.span.start : block.span.end])
        if sentence is None:
            continue
        whole = Span(block.span.start, block.span.start + sentence.end())
        if any(family(c) in "CMUPRTXI" for c in story.starting(whole.start, whole.end - 1)):
            continue
        found = next(
            (m for way in (_FALL_IN, _FEWER, _REACHES, _MOVES) if (m := way.match(sentence[0]))), None
        )
        if found is None or OTHER.search(sentence[0]) or untold(found["move"]):
            continue
        way = direction_of(found["move"])
        subject = _OF.sub("", found["subject"]).strip()
        if way is not None and subject:
            move = Span(whole.start + found.start("move"), whole.start + found.end("move"))
            yield _Herald(move, subject, sentence[0][found.end() :], way, whole)


def _heads(story: Story) -> Iterator[Block]:
    """The headline, where there is one, and the first paragraph."""
    first = next((n for n, zone in enumerate(story.zones) if zone.kind not in DISPLAY), len(story.zones))
    yield from story.zones[: first + 1][:3]


def _is_of(story: Story, herald: _Herald, pair: Pair) -> bool:
    """True if the two are levels of what moved, of no narrower thing, and nothing else goes the way that is told."""
    head = herald.subject.split()[-1]
    if not pair.ordered or not names(story, None, head, pair):
        return False
    told = [clause(story, c, *pair.both) for c in pair.both]
    if not _is_whole(story, herald, pair, told):
        return False
    if any(_NARROWED.search(words) for words in told) or not are_over_one(herald.rest, told[0]):
        return False
    if _qualifiers(herald) - content_words(" ".join(_around(story, c) for c in pair.both)):
        return False
    return not _is_elsewhere(story, herald, pair) and not _is_moved(story, herald, pair, head)


def _is_whole(story: Story, herald: _Herald, pair: Pair, told: Sequence[str]) -> bool:
    """False for thefts of bicycles under "Thefts rise", and for the winter's fires where the summer's are told."""
    words = story.words(herald.whole)
    dates = {m[0].lower() for m in _DATES.finditer(words)}
    if not all(date in " ".join(told).lower() for date in dates):
        return False
    found = [m[1] for c in pair.both if (m := _NARROWER.match(after(story, c))) is not None]
    return all(content_words(of) - _time_words() <= content_words(words) for of in found)


@cache
def _time_words() -> frozenset[str]:
    return content_words(
        "month week day quarter season winter summer spring autumn previous same earlier before ago"
    )


def _qualifiers(herald: _Herald) -> frozenset[str]:
    """What a subject has before its noun, without names: the "electric car" of "electric car sales"."""
    words = herald.subject.split()[:-1]
    return content_words(" ".join(w for w in words if w[0].islower()))


def _around(story: Story, level: Claim) -> str:
    """The paragraph of a level, and the head of the story up to it where that is near."""
    number = story.block_number(level.figure.span.start)
    return story.words(story.zones[number].span) if number >= 0 else story.sentence(level)


def _is_elsewhere(story: Story, herald: _Herald, pair: Pair) -> bool:
    """True if a level is told of a place that the movement does not name, or of one of several."""
    words = story.words(herald.whole)
    places = [c.place for c in pair.both if c.place is not None and c.place.found in ("here", "sentence")]
    return any(p.text not in words for p in places)


def _is_moved(story: Story, herald: _Herald, pair: Pair, head: str) -> bool:
    """True if a sentence of a level has a movement of its own, or another one tells the herald's of the noun again."""
    if any(_MOVE.search(_unlevelled(story, c)) for c in pair.both):
        return True
    body = story.document.text[herald.whole.end :]
    return any(_is_told_again(m[0], herald.way, content_words(head)) for m in _SENTENCE.finditer(body))


def _is_told_again(sentence: str, way: Direction, noun: frozenset[str]) -> bool:
    """True if a sentence with the noun has a word of movement that points the way."""
    if not content_words(sentence) & noun:
        return False
    return any(direction_of(m[0]) == way for m in _MOVE.finditer(sentence))


def _unlevelled(story: Story, level: Claim) -> str:
    """The sentence of a level without what hedges its number."""
    return story.sentence(level).replace(level.figure.text, "")


__all__ = ["heralded"]
