"""Figures of siblings that are of one sort but of two times, places or definitions: a month beside the year.

Papers pick what their readers care for: the town where the other has the county, the quarter beside the year so
far, the trains by a stricter rule. Where the words say so, two such figures are no slip and not comparable.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractor.amount import meet
from extractor.lexicon import table
from extractor.model import Claim, Cue, Reading
from extractor.nouns import may_be_one
from extractor.reconcile.caveat import Caveat, caveat_on
from extractor.reconcile.clauses import clause_of
from extractor.reconcile.contrary import contrary, parted
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.named import of_others
from extractor.reconcile.story import DISPLAY, Story, alike, family

_WORDS = table("siblings")["apart_from"]
#: Days of a span and of a month, for "first:9:month", "12:month/--03" and "--07/--09".
_DAYS: dict[str, int] = {**table("siblings")["days"], "financial": 365, "season": 120}
_SPAN = re.compile(r"^(?:first:|past:|last:|over:)?(?P<n>\d+):(?P<unit>[a-z]+)(?:/|$)")
_MONTHS = re.compile(r"^(?:\d{4}|now[+-]\d:)?-?-?-(?P<m>\d\d)/(?:\d{4})?-?-?(?P<n>\d\d)(?:-\d\d)?$")
_MONTH = re.compile(r"^(?:\d{4}-|--|now[+-]\d:--)\d\d$")
_UNIT = re.compile(r"^now[+-]\d:(?P<unit>[a-z]+)$")
#: How many times as long the longer of two times is, and the days that no time that runs on is another word for.
LONGER, RUNS_ON = 1.5, 91
#: How many times the lesser of two figures of one sort the greater may be: a county has some ten towns.
FARTHEST = 40
#: Letters of a noun that others are made with: "wildfires" are fires.
COMPOUND = 4
#: Those who do something, as a sentence begins.
_DOERS = re.compile(r"([A-Z][a-z]{3,20}s)\s(?!of\b)[a-z]+")
_READINGS: tuple[Reading, ...] = ("period", "place", "definition")


@dataclass(frozen=True, slots=True)
class Apart:
    """What keeps two figures from being one, and the words of either story that say so."""

    reading: Reading
    ours: str
    theirs: str


def apart(a: Story, x: Claim, b: Story, y: Claim) -> Apart | None:
    """What the words of two figures say that they are of, where it is not the same."""
    for reading in _READINGS:
        ours, theirs = _said(reading, a, x), _said(reading, b, y)
        if ours != theirs and not (ours in b.sentence(y) and theirs in a.sentence(x)):
            return Apart(reading, ours or x.figure.text, theirs or y.figure.text)
    return _other_stretch(x, y)


def one_sided(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True if two figures that differ are of a fact and a plan, of a part of the time, of the contrary, of others.

    "The chain will have 241 shops by Easter" is no slip for 214, nor is what it sold on the first day.
    """
    ours, theirs = clause_of(a, x), clause_of(b, y)
    if contrary(ours, theirs) is not None or parted(ours, theirs) is not None:
        return True
    if any((p.search(ours) is None) != (p.search(theirs) is None) for p in _one_sided("asides")):
        return True
    for here, there, other in ((ours, theirs, y), (theirs, ours, x)):
        timeless = other.period is None or other.period.found == "document"
        if timeless and any(p.search(here) and not p.search(there) for p in _one_sided("then")):
            return True
    return _by_others(a, x, b, y)


def _by_others(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True for one deed of two doers, each known to its story alone: "volunteers picked up", "schools picked up"."""
    if x.event is None or y.event is None or x.event.key != y.event.key:
        return False
    ours, theirs = (_DOERS.match(s.sentence(c)) for s, c in ((a, x), (b, y)))
    if ours is None or theirs is None or may_be_one(ours[1].lower(), theirs[1].lower()):
        return False
    return not _speaks_of(b, ours[1]) and not _speaks_of(a, theirs[1])


def _speaks_of(story: Story, doers: str) -> bool:
    return doers.lower()[: COMPOUND + 1] in story.document.text.lower()


@cache
def _one_sided(name: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(words) for words in table("siblings")[name])


def set_apart(a: Story, b: Story) -> Iterator[Caveat]:
    """The caveats on figures of two stories that tell one sort of thing and say that it is not the same."""
    for x in a.claims:
        yield from _caveat(a, x, b)
    for y in b.claims:
        yield from _caveat(b, y, a)


def _caveat(a: Story, x: Claim, b: Story) -> Iterator[Caveat]:
    """The caveat on a figure whose own words set it apart, beside the one of the sibling that is most like it."""
    if (
        x.block in DISPLAY
        or is_change(x)
        or not (sets_apart(a, x) or _stretch(x) is not None)
        or _prints(b, x)
    ):
        return
    told = [(y, why) for y in b.claims if _of_one_sort(a, x, b, y) and (why := apart(a, x, b, y))]
    if told:
        y, why = max(told, key=lambda pair: _likeness(a, x, b, pair[0]))
        cue = Cue(x.document, x.figure.span, x.figure.text)
        told_of = f"One is told with “{why.ours}”, the other with “{why.theirs}”."
        yield caveat_on(x, y, cue, why.reading, told_of)


def sets_apart(story: Story, claim: Claim) -> bool:
    """True if a figure's own words say that it is of a part, or by a definition, of their own."""
    return any(_said(r, story, claim) for r in _READINGS)


def _said(reading: Reading, story: Story, claim: Claim) -> str:
    """The words by which a sentence says of which time, place or definition a figure is; nothing for none."""
    words = story.sentence(claim) if reading == "definition" else _around(story, claim)
    found = _cues(reading).search(words)
    return "" if found is None else found[0].strip()


@cache
def _cues(reading: Reading) -> re.Pattern[str]:
    return re.compile("|".join(_WORDS[reading]))


def _around(story: Story, claim: Claim) -> str:
    """The words of a sentence between the figures on either side of one."""
    text, span, sentence = story.document.text, claim.figure.span, claim.sentence
    others = [c.figure.span for c in story.in_sentence(sentence) if c.id != claim.id]
    start = max([sentence.start, *(s.end for s in others if s.end <= span.start)])
    end = min([sentence.end, *(s.start for s in others if s.start >= span.end)])
    return text[start:end]


def _other_stretch(x: Claim, y: Claim) -> Apart | None:
    """A month beside a year, a quarter beside the year so far: both told in the figures' own sentences."""
    here, there = _stretch(x), _stretch(y)
    if here is None or there is None or x.period is None or y.period is None:
        return None
    return Apart("period", x.period.text, y.period.text) if _differ(here, there) else None


def _differ(here: int, there: int) -> bool:
    """True if one stretch is well longer; 0 stands for one that runs on, which a month is no other word for."""
    if 0 in (here, there):
        return 0 < max(here, there) <= RUNS_ON
    return max(here, there) >= LONGER * min(here, there)


def _stretch(claim: Claim) -> int | None:
    """The days of a period that a sentence prints, 0 for one that runs on till now; None where it tells none."""
    period = claim.period
    if period is None or period.found not in ("here", "sentence") or family(claim) == "D":
        return None
    key = period.key
    if key.startswith("to-date:") or key.endswith("/"):
        return 0
    if _MONTH.match(key):
        return _DAYS["month"]
    if months := _MONTHS.match(key):
        return _DAYS["month"] * ((int(months["n"]) - int(months["m"])) % 12 + 1)
    if counted := _SPAN.match(key):
        return int(counted["n"]) * _DAYS.get(counted["unit"], 0) or None
    return _named(key)


def _named(key: str) -> int | None:
    if re.match(r"^(?:\d{4}-)?q\d$", key):
        return _DAYS["quarter"]
    if re.match(r"^(?:\d{4}-)?h\d$", key):
        return _DAYS["half"]
    found = _UNIT.match(key)
    return _DAYS["year"] if re.match(r"^\d{4}$", key) else _DAYS.get(found["unit"]) if found else None


def _of_one_sort(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True if two figures count one sort of thing in one unit, told alike, and are not one number."""
    if not alike(x, y) or x.negated != y.negated or x.stance != y.stance or x.stance != "asserted":
        return False
    if is_change(y) or y.block in DISPLAY or meet(x.figure.amount, y.figure.amount) or of_others(a, x, b, y):
        return False
    return family(x) in "CPMU" and _of_one_size(x, y) and _one_topic(a, x, b, y)


def _of_one_size(x: Claim, y: Claim) -> bool:
    """True unless one number is far from the other, as a rate or a rank told like a count is."""
    values = [float(c.figure.value or 0) for c in (x, y)]
    return min(values) > 0 and max(values) <= FARTHEST * min(values)


def _one_topic(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    shared = len(_shared(a, x, b, y))
    if family(x) == "C":
        return _one_noun(x, y) or (shared >= 1 and (_names(a, x, y) or _names(b, y, x)))
    if family(x) == "P":
        return shared >= 2 or (shared >= 1 and _one_noun(x, y))
    return _one_noun(x, y) or shared >= 2


def _names(story: Story, claim: Claim, other: Claim) -> bool:
    """True if the sentence of a figure has the noun of the other: "calls about falls" beside 1,310 falls."""
    return other.measure is not None and bool(
        content_words(other.measure.text) & content_words(story.sentence(claim))
    )


def _one_noun(x: Claim, y: Claim) -> bool:
    """True if two figures count what may be one thing, or a sort of it: fires and wildfires."""
    if x.measure is None or y.measure is None:
        return False
    short, long = sorted((x.measure.key, y.measure.key), key=len)
    return may_be_one(short, long) or (len(short) >= COMPOUND and long.endswith(short))


def _shared(a: Story, x: Claim, b: Story, y: Claim) -> frozenset[str]:
    told = content_words(x.figure.text) | content_words(y.figure.text)
    return content_words(a.sentence(x)) & content_words(b.sentence(y)) - told


def _likeness(a: Story, x: Claim, b: Story, y: Claim) -> tuple[bool, int]:
    return _one_noun(x, y), len(_shared(a, x, b, y))


def _prints(story: Story, claim: Claim) -> bool:
    """True if a story has a figure that agrees."""
    return any(
        alike(claim, c) and meet(claim.figure.amount, c.figure.amount) and c.figure.value
        for c in story.claims
    )


__all__ = ["Apart", "apart", "one_sided", "set_apart", "sets_apart"]
