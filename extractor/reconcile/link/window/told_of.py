"""A share or a majority told beside a part and its whole: "visited 1,310 stops and found a shelter at 604. More than half".

The words say that it is of those that the whole counts. Where the share would be right for the others, those
that the part leaves, a word for the part's own deed has to say that it is of the part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from extractor.amount import difference, meet, scale
from extractor.amount import ratio as divide
from extractor.lexicon import table
from extractor.model import (
    Amount,
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
from extractor.reconcile.link.window.part_of import PartOf, parts_of
from extractor.reconcile.link.window.scope import before, stems
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import any_of, one_of

_WORDS = table("windows")["part_of"]
_SIZED = rf"(?:(?:{one_of(_WORDS['sized'])})\s)?"
#: "Most of the pubs", "a majority of the chamber".
_WORD = Regex(
    rf"\b(?:(?P<up>(?:a|the)\s{_SIZED}majority|(?<!\bthe\s)(?<!\bat\s)most)|(?P<down>a\s{_SIZED}minority))(?=\sof\s|\s[a-z]+s\b)",
    re.IGNORECASE,
)
#: Behind a share: what it is of.
_OF = Regex(
    r"^\sof\s(?:(?P<them>them|these|those|the\s(?:total|lot))\b|(?:the|its|their|those|these|all|our|his|her)?\s?(?P<noun>(?:[\w’'-]+\s?){1,5}))",
    re.IGNORECASE,
)
_CONCLUDES, _DENIED, _AGAINST = (any_of(_WORDS[n]) for n in ("concludes", "denied", "against"))
_APART = any_of(_WORDS["apart"])
_DEEDS = tuple(any_of(words) for words in _WORDS["deeds"])
_NOUNLESS = Regex(
    r"^\s(?:(?:of\sthem\s)?(?:is|are|was|were|has|have|had|did|do|will|would|now)\b|[a-z]+ed\b)",
    re.IGNORECASE,
)
_IDLE = frozenset([*table("windows")["foretold"]["idle"], "half", "most", "major", "minor"])
#: A slip makes a share no more than so many times as large.
FACTOR = Fraction(7, 4)


def told_of(story: Story, open_ones: Sequence[Claim]) -> Iterator[Relation]:
    """One relation for each share that nothing explains, and each majority, right behind or before a part of its whole."""
    pairs = list(parts_of(story))
    free = {c.id for c in open_ones}
    for pair in pairs:
        for rate in _near(story, pair):
            if rate.id in free and _is_share(rate) and _is_told(story, pair, rate):
                yield _share(story, rate, pair)
        yield from _majorities(story, pair)


def _is_told(story: Story, pair: PartOf, rate: Claim) -> bool:
    of = _is_of(story, pair, rate.figure.span, rate.sentence)
    return of and _tells_part(story, pair, rate.figure.amount, rate.sentence)


def _near(story: Story, pair: PartOf) -> Iterator[Claim]:
    """The claims of the sentence that follows a pair, and those behind it in its own."""
    end = pair.last.figure.span.end
    yield from (c for c in story.in_sentence(pair.last.sentence) if c.figure.span.start > end)
    yield from (c for s in _next(story, pair) for c in story.in_sentence(s))


def _next(story: Story, pair: PartOf) -> list[Span]:
    """The sentence with figures right behind a pair, if no counts and one share at most stand in it."""
    place = story.number_of(pair.last) + 1
    if place >= len(story.sentences):
        return []
    sentence = story.sentences[place]
    gap = story.document.text[pair.extent.end : sentence.start]
    inside = story.in_sentence(sentence)
    apart = any(family(c) in "CMU" for c in inside) or sum(family(c) == "P" for c in inside) > 1
    return [] if gap.strip() or "\n" in gap or apart else [sentence]


def _is_share(rate: Claim) -> bool:
    if family(rate) != "P" or is_change(rate) or rate.direction is not None or rate.stance != "asserted":
        return False
    return rate.block not in DISPLAY and rate.statistic not in ("mean", "median")


def _is_of(story: Story, pair: PartOf, span: Span, sentence: Span) -> bool:
    """True if the words behind a share name what the whole counts, or leave that out."""
    told = story.words(Span(span.end, sentence.end))
    if _APART.search(story.words(sentence).replace(story.words(pair.extent), "")):
        return False
    aside = _ASIDE.match(told)
    if aside is not None and _CONCLUDES.search(aside[0]):
        return True
    of = _OF.match(told)
    if of is None:
        return _NOUNLESS.match(told) is not None
    if of["them"]:
        return True
    noun = _ENDS.split(of["noun"])[0]
    if _NARROWS.match(of["noun"][len(noun) :]):
        return False  # "most of the permits FOR BOATS"
    whole = pair.whole.measure
    known = stems(f"{whole.text} {whole.key}") if whole is not None else frozenset()
    known |= stems(story.words(pair.extent)) if not known else frozenset()
    return bool(stems(noun) & known) or noun.split()[:1] in (["total"], ["sample"], ["lot"])


_STOP = Regex(r"[.!?](?:\s|$)|\n")
#: "Only 45 per cent, IN OTHER WORDS, met the standard".
_ASIDE = Regex(r"^,\s[^,.;:]{3,24},\s")
_NARROWS = Regex(r"\s?(?:for|with|without|who|whose|that|which|from|under|over|aged)\b")
_ENDS = Regex(
    r"\b(?:for|without|whose|under|over|aged|in|on|at|that|who|which|with|from|is|are|was|were|has|have|had|did|then|now|thus|therefore|by)\b"
)


def _tells_part(story: Story, pair: PartOf, stated: Amount, sentence: Span) -> bool:
    """True if a share is near that of the part, and told as the part's own, or as what follows and not right for the others."""
    own = scale(divide(pair.part.figure.amount, pair.whole.figure.amount), 100, stated.unit)
    if meet(own, stated) or not _is_near(own, stated):
        return meet(own, stated)
    if _is_of_part(story, pair, sentence):
        return True
    rest = difference(pair.whole.figure.amount, pair.part.figure.amount)
    others = scale(divide(rest, pair.whole.figure.amount), 100, stated.unit)
    return not meet(others, stated) and _CONCLUDES.search(story.words(sentence)) is not None


def _is_near(own: Amount, stated: Amount) -> bool:
    a, b = _middle(own), _middle(stated)
    return a > 0 and b > 0 and max(a / b, b / a) <= FACTOR


def _middle(amount: Amount) -> Fraction:
    ends = [e for e in (amount.low, amount.high) if e is not None]
    return sum(ends, Fraction(0)) / len(ends) if ends else Fraction(0)


def _is_of_part(story: Story, pair: PartOf, sentence: Span) -> bool:
    """True if a word that concludes, or the part's own word, says that a share is told of the part."""
    here = story.words(sentence)
    if sentence == pair.last.sentence:
        here = story.words(Span(pair.last.figure.span.end, sentence.end))
    part = story.words(Span(pair.part.figure.span.end, pair.part.sentence.end))
    if sentence == pair.part.sentence:
        part = ""
    around = f"{before(story, pair.part, 40)} {part}"
    if (_DENIED.search(here) is None) != (_DENIED.search(around) is None) or _AGAINST.search(here):
        return False
    nouns = stems(" ".join(m.text for c in (pair.part, pair.whole) if (m := c.measure) is not None))
    shared = (stems(here) & stems(around)) - nouns - _IDLE
    return bool(shared) or any(deed.search(here) and deed.search(around) for deed in _DEEDS)


def _share(story: Story, rate: Claim, pair: PartOf) -> Relation:
    roles = (Role("rate", rate), Role("part", pair.part), Role("whole", pair.whole))
    span = Span(pair.extent.start, max(pair.extent.end, rate.sentence.end))
    return Relation("share", roles, Cue(story.document.id, span, story.words(span)), "contextual")


def _majorities(story: Story, pair: PartOf) -> Iterator[Relation]:
    """The majority that words tell behind a pair, in the next sentence."""
    text, end = story.document.text, pair.extent.end
    start = len(text) - len(text[end:].lstrip())
    stop = _STOP.search(text, start)
    sentence = Span(start, start if stop is None else stop.start())
    if start - end > 2 or any(family(c) in "CMUP" for c in story.starting(sentence.start, sentence.end)):
        return
    found = _WORD.search(story.words(sentence))
    if found is None:
        return
    word = Span(start + found.start(), start + found.end())
    if not _is_of(story, pair, word, sentence) and not _counts_it(story, pair, word, sentence):
        return
    if _is_of_part(story, pair, sentence):
        yield _compare(story, pair, word, sentence, "higher" if found["up"] else "lower")


def _counts_it(story: Story, pair: PartOf, word: Span, sentence: Span) -> bool:
    """True for "most pubs" behind a whole of pubs."""
    noun = story.words(Span(word.end, sentence.end)).split()[:1]
    return pair.whole.measure is not None and bool(stems(" ".join(noun)) & stems(pair.whole.measure.text))


def _compare(
    story: Story, pair: PartOf, word: Span, sentence: Span, direction: ComparisonDirection
) -> Relation:
    told, whole = story.words(word), pair.whole
    comparison = Comparison(
        stable_id("k", story.document.id, "told of", str(word.start)),
        story.document.id,
        word,
        told,
        sentence,
        direction,
        block=pair.part.block,
        stance=pair.part.stance,
        speaker=pair.part.speaker,
    )
    name = whole.figure.text
    half = Derived(
        stable_id("d", whole.id, "half"),
        scale(whole.figure.amount, Fraction(1, 2)),
        f"half of {name}",
        (whole,),
        f"{name} / 2",
    )
    roles = (Role("stated", comparison), Role("subject", pair.part), Role("reference", half))
    return Relation("compare", roles, Cue(story.document.id, sentence, story.words(sentence)), "contextual")


__all__ = ["told_of"]
