"""A change told apart from its two levels: in the headline or the lead, or some sentences behind them.

"Blood donations drop by a third ... Donors left 1,806 units between January and March. In the same
quarter of last year it was 2,718": the second level opens with an earlier time and tells the first
one's thing again, so that the two are one thing at two times. A headline with a word of theirs, or
a sentence that says "the fall of", is about them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.amount import meet
from extractor.lexicon import table
from extractor.model import Claim, Cue, Direction, Relation, Role, Span
from extractor.nouns import may_be_one
from extractor.reconcile.link.change import fits_kind
from extractor.reconcile.link.cues.beside import way_beside
from extractor.reconcile.link.cues.moves import MOVE, is_change
from extractor.reconcile.link.cues.stretch import are_over_one
from extractor.reconcile.link.cues.times import in_order
from extractor.reconcile.link.fits.hypotheses import way_of
from extractor.reconcile.link.window.change import MEASURED_FROM, is_of_other
from extractor.reconcile.link.window.levels import is_level
from extractor.reconcile.link.window.plain import is_plain
from extractor.reconcile.link.window.scope import after, before, one_place, one_thing, stems
from extractor.reconcile.story import DISPLAY, Story, alike, family
from extractor.regexes import Regex
from extractor.wording import any_of

_WORDS = table("windows")["twice"]
_EARLIER = rf"(?:{'|'.join(_WORDS['earlier'])})"
#: The words before a level that is told as the earlier one of two.
_OPENS = Regex(rf"^[“\"‘]?(?:(?:But|And|Yet)\s)?[^;:.]{{0,40}}?\b{_EARLIER}\b[^;:.]*$", re.IGNORECASE)
#: What tells the thing of the sentence before again.
_AGAIN = any_of(_WORDS["again"])
#: Between what is told of one thing and of another.
_TURN = Regex(r";|\b(?:but|while|whereas|although|though|yet|even\sas)\b", re.IGNORECASE)
#: How a sentence points back to two levels told before.
_BACK = Regex(
    rf"^[“\"‘]?(?:(?:that|this|it)(?:\s(?:is|was|means|makes|made|marks?|represents?)|[’']s)|so)\b[^;]{{0,50}}$"
    rf"|(?:^[“\"‘]?(?:an?|the|that|this)|\b(?:the|that|this))\s(?:[\w’'-]+\s){{0,2}}?{MOVE}\sof\s(?:[\w’'-]+\s){{0,2}}?$",
    re.IGNORECASE,
)
#: A figure that is a part of the one before it.
_AMONG = Regex(
    r"\b(?:among|including|of)\s(?:(?:them|these|those|which|whom),?\s)?(?:about\s|some\s)?$", re.IGNORECASE
)
#: Sentences between two levels, between them and a change, and characters from the first to the last.
APART, FAR = 4, 1200
#: Characters before the first level that may name its thing.
_LEAD_IN = 200
#: Words that two sentences share whatever they are about.
_EMPTY = frozenset(table("windows")["twice"]["empty"])


_THE = Regex(r"\b(?:The|That|This)\s$")


@dataclass(frozen=True, slots=True)
class _Pair:
    """One thing at two times."""

    old: Claim
    new: Claim

    @property
    def ends(self) -> tuple[Claim, Claim]:
        """The two in the order of print."""
        return (self.old, self.new) if self.old.figure.span < self.new.figure.span else (self.new, self.old)


def twice(story: Story, open_ones: Sequence[Claim]) -> Iterator[Relation]:
    """One relation for each change that is told of the only two levels that it can be about."""
    changes = [c for c in open_ones if _way(story, c) is not None and is_plain(story, c)]
    if not changes:
        return
    pairs = list(_pairs(story))
    for change in changes:
        fitting = [p for p in pairs if fits_kind(change, p.new) and _are_levels(story, change, p)]
        told = [p for p in fitting if _is_about(story, change, p) and not _points_back(story, change, p)]
        if len(told) == 1:
            yield _relation(story, change, told[0])


def _points_back(story: Story, change: Claim, pair: _Pair) -> bool:
    """True for "THE two-point dip" before both levels: it goes back to what was told already."""
    ahead = change.figure.span.end < pair.ends[0].figure.span.start
    return ahead and _THE.search(before(story, change, 10)) is not None


def _relation(story: Story, change: Claim, pair: _Pair) -> Relation:
    roles = (Role("change", change), Role("from", pair.old), Role("to", pair.new))
    first, last = pair.ends
    extent = Span(first.sentence.start, last.sentence.end)
    return Relation(
        "change",
        roles,
        Cue(story.document.id, extent, story.words(extent)),
        "contextual",
        _way(story, change),
    )


def _way(story: Story, change: Claim) -> Direction | None:
    """The way that a change points by its grammar or by the word right before it, "slump by a fifth"."""
    if is_change(change):
        return way_of(story, change)
    return way_beside(story, change) if family(change) in "PX" else None


def _are_levels(story: Story, change: Claim, pair: _Pair) -> bool:
    """True if both levels were so, and no words tell them in the other order."""
    ordered = in_order(story, *pair.ends, (change,))
    return ordered in (None, (pair.old, pair.new)) and all(is_level(story, change, c) for c in pair.ends)


def _pairs(story: Story) -> Iterator[_Pair]:
    """Each earlier level with the nearest one of its unit before it."""
    levels = [c for c in story.claims if c.block not in DISPLAY and _is_plain_level(c)]
    for at, old in enumerate(levels):
        if not _opens(story, old):
            continue
        new = next((c for c in reversed(levels[:at]) if _may_be_new(c, old)), None)
        if new is None or _is_first_of_many(story, old):
            continue
        beside = [c for c in _before(story, old, new.sentence) if _may_be_new(c, old)]
        alone = all(c.figure.amount == new.figure.amount for c in beside)
        if alone and _are_one(story, old, new):
            yield _Pair(old, new)


def _before(story: Story, old: Claim, sentence: Span) -> Iterator[Claim]:
    """The levels of a sentence that stand before a level."""
    inside = story.in_sentence(sentence)
    return (c for c in inside if _is_plain_level(c) and c.figure.span < old.figure.span)


def _may_be_new(level: Claim, old: Claim) -> bool:
    """True for a level of the unit in a sentence of its own that names no other thing."""
    if level.sentence == old.sentence or not alike(level, old):
        return False
    if family(level) != "C" or level.measure is None or level.measure.found != "here":
        return True
    return old.measure is None or may_be_one(level.measure.key, old.measure.key)


def _is_plain_level(claim: Claim) -> bool:
    low, high = claim.figure.amount.low, claim.figure.amount.high
    return (
        family(claim) in "CMURP" and not is_change(claim) and low is not None and high is not None and low > 0
    )


def _opens(story: Story, old: Claim) -> bool:
    """True if a level's sentence begins with an earlier time and goes on about a thing told before."""
    lead = story.lead(old)
    found = _OPENS.match(lead)
    return found is not None and len(lead) < 110


def _is_first_of_many(story: Story, old: Claim) -> bool:
    """True if its sentence has other levels of its unit before it."""
    return any(alike(c, old) for c in _before(story, old, old.sentence))


def _are_one(story: Story, old: Claim, new: Claim) -> bool:
    """True if two levels are near each other, of two times, and the earlier one tells the thing of the other again."""
    if (
        story.number_of(old) - story.number_of(new) > APART
        or old.figure.span.start - new.figure.span.end > FAR
    ):
        return False
    if meet(old.figure.amount, new.figure.amount) or not one_thing(old, new) or not one_place(old, new):
        return False
    if _opens(story, new) or ("mean" in {old.statistic, new.statistic} and old.statistic != new.statistic):
        return False
    if old.period is not None and new.period is not None and old.period.key == new.period.key:
        return False
    lead = story.lead(old)
    named = old.measure is not None and old.measure.found == "here"
    if named and family(old) == "C" and new.measure is not None and old.measure is not None:
        return may_be_one(old.measure.key, new.measure.key)
    return _AGAIN.search(lead) is not None or bool(stems(lead) & stems(story.sentence(new)))


def _is_about(story: Story, change: Claim, pair: _Pair) -> bool:
    """True for a headline or a lead with a word of the levels, and for a sentence that points back to them."""
    if MEASURED_FROM.match(after(story, change)) and not _BACK.search(before(story, change, 80)):
        return False
    first, last = pair.ends
    if is_of_other(story, change, story.words(Span(first.sentence.start, last.sentence.end))):
        return False
    if not are_over_one(story.sentence(change).replace(change.figure.text, ""), story.sentence(pair.old)):
        return False
    if change.block in DISPLAY:
        return _shares_word(story, change, pair)
    if change.sentence in (first.sentence, last.sentence) or not _has_no_level(story, change, pair):
        return False
    if change.figure.span < first.figure.span:
        near = 0 < story.number_of(first) - story.number_of(change) <= APART
        return near and _shares_word(story, change, pair) and _is_alone(story, pair, change)
    near = 0 < story.number_of(change) - story.number_of(last) <= APART
    lead = story.lead(change)
    return near and _BACK.search(lead) is not None and _is_alone(story, pair, change)


def _has_no_level(story: Story, change: Claim, pair: _Pair) -> bool:
    """True if a change's sentence has no level of its own that it could be told of."""
    return not any(alike(c, pair.new) and _is_plain_level(c) for c in story.in_sentence(change.sentence))


def _is_alone(story: Story, pair: _Pair, change: Claim) -> bool:
    """True if no third level of the unit, and no other change, stands between a change and its levels."""
    first, last = pair.ends
    start = min(change.figure.span.start, first.figure.span.start)
    end = max(change.figure.span.end, last.figure.span.end)
    between = [c for c in story.starting(start, end) if c not in (change, pair.old, pair.new)]
    return not any(
        is_change(c) or (alike(c, pair.new) and _could_be(story, change, c, pair)) for c in between
    )


def _could_be(story: Story, change: Claim, claim: Claim, pair: _Pair) -> bool:
    """True for a level that may be of the pair's thing: counts that name another thing are none."""
    if not is_level(story, change, claim) or _AMONG.search(before(story, claim)):
        return False
    if family(claim) != "C" or claim.measure is None or claim.measure.found != "here":
        return True
    keys = [c.measure.key for c in (pair.old, pair.new) if c.measure is not None]
    return not keys or any(may_be_one(claim.measure.key, k) for k in keys)


def _shares_word(story: Story, change: Claim, pair: _Pair) -> bool:
    """True if a sentence of change names what the levels count, or a word beside them."""
    first, last = pair.ends
    start = max(
        first.sentence.start - _LEAD_IN, change.sentence.end if change.figure.span < first.figure.span else 0
    )
    own = _stems(_clause(story, change))
    shared = own & _stems(story.words(Span(start, last.sentence.end)))
    noun = pair.new.measure if family(pair.new) == "U" else None
    if noun is not None and noun.found == "here" and not own & _stems(noun.text):
        return len(shared) > 1  # tonnes of ore below "gold output" are of something else
    return bool(shared)


def _clause(story: Story, change: Claim) -> str:
    """The words of a sentence that tell a change, without those set against it: "wind met 38%, BUT payments doubled"."""
    words, at = story.sentence(change), change.figure.span.start - change.sentence.start
    turns = list(_TURN.finditer(words))
    start = max((m.end() for m in turns if m.end() <= at), default=0)
    return words[start : min((m.start() for m in turns if m.start() > at), default=len(words))]


def _stems(words: str) -> set[str]:
    """The stems of some words, without the ends of plurals."""
    return {s.removesuffix("s") for s in stems(words)} - _EMPTY
