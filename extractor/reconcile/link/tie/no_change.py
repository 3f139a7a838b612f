"""What words make of a change that stands beside two levels and is not theirs."""

from __future__ import annotations

import re

from extractor.lexicon import table
from extractor.model import Claim
from extractor.reconcile.link.cues.beside import is_of_another, is_own
from extractor.reconcile.link.cues.moves import MOVE, direction_of, is_change
from extractor.reconcile.link.cues.other_subject import is_of_other_subject
from extractor.reconcile.link.cues.times import LEFT, in_order, time_of
from extractor.reconcile.link.fits.facts import unit_of
from extractor.reconcile.link.tie.triple import (
    Triple,
    between,
    distance,
)
from extractor.reconcile.link.window.change import (
    MEASURED_FROM,
    WHEN,
    is_of_other,
    is_other_clause,
)
from extractor.reconcile.link.window.levels import (
    is_elsewhere,
    is_old,
)
from extractor.reconcile.link.window.scope import after, are_nested, before, one_thing
from extractor.reconcile.story import Story
from extractor.regexes import Regex

_WORDS = table("windows")["change"]
FROM = Regex(rf"\b(?:{'|'.join(_WORDS['from'])})\s(?:[\w’'-]+\s){{0,4}}$", re.IGNORECASE)
#: Between a level and its own change.
_MOVED_TO = Regex(
    r"^(?:\s[\w’'-]+){0,2},?\s(?:up|down|an?\s(?:rise|fall|increase|decrease)\sof)\s(?:by\s|some\s)?$"
)
_SUBJECT = Regex(
    r"^(?:The|His|Her|Its|Their|Our)\s((?:[\w’'-]+\s){1,3}?)(?:has|have|had|is|are|was|were|rose|fell|went|came)\s"
)
_RISE_IN = Regex(rf"\b{MOVE}\sin\s(?:the\s)?((?:[\w’'-]+\s){{1,3}}?)of\s(?:\w+\s)?$", re.IGNORECASE)
_WHILE = Regex(r"\b(?:while|whereas)\b", re.IGNORECASE)
#: "Support among women fell 11 per cent", "The intake as a whole was larger": of another group, or of the whole.
_GROUP = Regex(r"^(?:[\w’'-]+\s){1,3}?(?:among|amongst|as\s(a))\s(?:the\s)?([\w’'-]{4,})\s", re.IGNORECASE)
_TO_FROM = Regex(r"^(?:\s[\w’'-]+){0,2},?\s(?:from|to)\s(?:[\w’'-]+\s){0,2}$", re.IGNORECASE)
_TO = Regex(r"\bto\s(?:[\w’'-]+\s){0,2}$")
#: "Losing 16 points in less than a month" measures nothing.
_WITHIN = Regex(r"^\s(?:in|within|for|over)\s(?:little\s)?(?:less|more)\sthan\b")
_NOUN = Regex(r"[A-Za-z]{3,}")
#: Between a change and the level that it names: "six more than the", but not "six more than last year, and".
_NEXT = Regex(r"^(?:(?!\band\b|\bbut\b)[^,;:.()–—]){0,45}$")


def told_order(story: Story, x: Claim, y: Claim, change: Claim) -> tuple[Claim, Claim] | None:
    return in_order(story, x, y, (change,))


def is_owned(story: Story, triple: Triple, level: Claim) -> bool:
    """True if another change tells where the level came from: "Brent at $46.42, down 1.1 percent"."""
    for claim in story.in_sentence(level.sentence):
        other = level.figure.span < claim.figure.span and claim is not triple.target and is_change(claim)
        if other and _MOVED_TO.match(between(story, level, claim)):
            return not is_old(story, level)
    return False


def measured_from(story: Story, triple: Triple) -> str:
    """Whether a change that names what it is measured from is followed by one of the two."""
    t = triple.target
    if not MEASURED_FROM.match(after(story, t)) or _WITHIN.match(after(story, t)):
        return "untold"
    following = [c for c in story.in_sentence(t.sentence) if c.figure.span > t.figure.span]
    own = following and following[0] in triple.claims and _NEXT.match(between(story, t, following[0]))
    apart = t.sentence not in (triple.first.sentence, triple.second.sentence)
    return "own" if own else f"other:{apart}"


def is_ruled_out(story: Story, triple: Triple) -> bool:
    """True where the words give the change or a level another partner.

    "28 per cent below the 1,849 of 2021" beside "to 1,331 from 1,280": each level is left for another. "24, six
    more than last year, and 58": the earlier one is not among them. "$45.41 and Brent at $46.42, down 1.1 percent":
    the change is that of the second.
    """
    t, x, y = triple.claims
    if not (one_thing(x, y) or one_thing(t, x) or one_thing(t, y)):
        return True  # "14 caps, nine tries and dropped three goals"
    if any(story.once(is_elsewhere, c) or is_owned(story, triple, c) for c in (x, y)):
        return True
    if is_of_other_subject(story, t, x, y):
        return True
    if _is_of_new_subject(story, triple) or _is_of_other_clause(story, triple):
        return True
    if any(_is_bound(story, triple, c) for c in (x, y)) or are_nested(story, (x, y)):
        return True
    left = [time_of(story, c, triple.claims) == LEFT for c in (x, y)]
    if all(left) or is_of_another(story, t, story.words(triple.extent).replace(after(story, t), "")):
        return True
    ordered = story.once(told_order, x, y, t)
    if ordered is not None and is_own(story, t, ordered[0]):
        return True
    measured = measured_from(story, triple)
    return measured == "other:True" or (measured == "other:False" and not any(left) and ordered is None)


def _is_of_new_subject(story: Story, triple: Triple) -> bool:
    """True for "The fee has come down by 15 per cent" and "a rise in fees of 15 per cent" where no fee is told."""
    t, x, y = triple.claims
    subject = story.once(_rise_in, t)
    apart = t.sentence not in (x.sentence, y.sentence)
    levels = f"{story.sentence(x)} {story.sentence(y)}"
    if apart and (_is_of_group(story, triple) or is_of_other(story, t, levels)):
        return True
    if subject is None and apart:
        subject = _SUBJECT.match(story.lead(t))
    if subject is None or direction_of(subject[1]) is not None:
        return False
    named, told = ({w.lower()[:4] for w in _NOUN.findall(words)} for words in (subject[1], levels))
    return bool(named) and not named & told


def _rise_in(story: Story, change: Claim) -> re.Match[str] | None:
    return _RISE_IN.search(story.lead(change))


def _is_of_group(story: Story, triple: Triple) -> bool:
    """True where the change begins its sentence with a group, or a whole, that the levels are not told of."""
    group = _GROUP.match(story.lead(triple.target))
    told = f"{story.sentence(triple.first)} {story.sentence(triple.second)}".lower()
    return group is not None and (group[1] is not None or group[2].lower() not in told)


def _is_of_other_clause(story: Story, triple: Triple) -> bool:
    """True for "rose 12 per cent to £56m while costs fell from £60m" and "30 last year, where the wage is 19 per cent"."""
    t, x, y = triple.claims
    if not t.sentence == x.sentence == y.sentence:
        return False
    near = x if distance(t, x) <= distance(t, y) else y
    if near.figure.span < t.figure.span and WHEN.search(between(story, t, near)):
        return True
    apart = any(_WHILE.search(between(story, a, b)) for a, b in ((t, x), (t, y), (x, y)))
    return apart or is_other_clause(story, t, between(story, t, near))


def _is_bound(story: Story, triple: Triple, level: Claim) -> bool:
    """True for the £38.25 of "the other to £39.75 from £38.25" in a triple without the £39.75."""
    if time_of(story, level, triple.claims) != LEFT:
        return False
    for claim in story.in_sentence(level.sentence):
        if claim not in triple.claims and unit_of(claim) == unit_of(level) and not is_change(claim):
            words = between(story, level, claim)
            led = before(story, min(level, claim, key=lambda c: c.figure.span), 20)
            if _TO_FROM.match(words) and (_TO.search(led) or FROM.search(led)):
                return True
    return False
