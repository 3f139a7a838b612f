"""Figures of siblings that are of one sort but of two times, places or definitions: a month beside the year.

Papers pick what their readers care for: the town where the other has the county, the quarter beside the year so
far, the trains by a stricter rule. Where the words say so, two such figures are no slip and not comparable.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractor.lexicon import table
from extractor.model import Claim, Reading
from extractor.nouns import may_be_one
from extractor.reconcile.clauses import opened_clause
from extractor.reconcile.contrary import contrary, parted, staged
from extractor.reconcile.link.cues.stems import stems
from extractor.reconcile.link.retold.count_stages import of_two_counts
from extractor.reconcile.link.retold.sizes import of_two_sizes
from extractor.reconcile.link.retold.two_sides import by_two_sides
from extractor.reconcile.siblings.denied import is_denied
from extractor.reconcile.siblings.periods import of_equal_months
from extractor.reconcile.siblings.scopes import level_rank
from extractor.reconcile.siblings.spans import spans_apart
from extractor.reconcile.siblings.stretches import stretches
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

_WORDS = table("siblings")["apart_from"]
#: Days of a span and of a month, for "first:9:month", "12:month/--03" and "--07/--09".
_DAYS: dict[str, int] = {**table("siblings")["days"], "financial": 365, "season": 120}
_SPAN = Regex(r"^(?:first:|past:|last:|over:)?(?P<n>\d+):(?P<unit>[a-z]+)(?:/|$)")
_MONTHS = Regex(r"^(?:\d{4}|now[+-]\d:)?-?-?-(?P<m>\d\d)/(?:\d{4})?-?-?(?P<n>\d\d)(?:-\d\d)?$")
_MONTH = Regex(r"^(?:\d{4}-|--|now[+-]\d:--)\d\d$")
_UNIT = Regex(r"^now[+-]\d:(?P<unit>[a-z]+)$")
#: How many times as long the longer of two times is, and the days that no time that runs on is another word for.
LONGER, RUNS_ON = 1.5, 91
#: Letters of a noun that others are made with: "wildfires" are fires.
COMPOUND = 4
#: Those who do something, as a sentence begins.
_DOERS = Regex(r"([A-Z][a-z]{3,20}s)\s(?!of\b)[a-z]+")
_DAY = Regex(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_QUARTER = Regex(r"\b(?:[Ii]n\s)?[Tt]he\s(north|south|east|west)(?:ern)?\b")
READINGS: tuple[Reading, ...] = ("period", "place", "definition")


@dataclass(frozen=True, slots=True)
class Apart:
    """What keeps two figures from being one, and the words of either story that say so."""

    reading: Reading
    ours: str
    theirs: str


def apart(a: Story, x: Claim, b: Story, y: Claim) -> Apart | None:
    """What the words of two figures say that they are of, where it is not the same."""
    for reading in READINGS:
        ours, theirs = said(reading, a, x), said(reading, b, y)
        if ours != theirs and not (ours in b.sentence(y) and theirs in a.sentence(x)):
            return Apart(reading, ours or x.figure.text, theirs or y.figure.text)
    return on_levels(a, x, b, y) or _other_stretch(x, y)


def on_levels(a: Story, x: Claim, b: Story, y: Claim) -> Apart | None:
    """ "Starting school in the city" beside "the region's school starters"."""
    here, there = levels(a.sentence(x)), levels(b.sentence(y))
    if len(here) != 1 or len(there) != 1 or level_rank(here[0]) == level_rank(there[0]):
        return None
    return Apart("place", f"the {here[0]}", f"the {there[0]}")


def levels(sentence: str) -> list[str]:
    return [m[1] or m[2] for m in _level().finditer(sentence)]


@cache
def _level() -> Regex:
    words = "|".join(w for level in table("siblings")["levels"] for w in level)
    return Regex(
        rf"\b(?:[Ii]n|[Aa]cross|[Tt]hroughout)\sthe\s(?:whole\s|entire\s)?({words})\b(?!\s(?:hall|centre|council|court))"
        rf"|\b[Tt]he\s({words})['’]s\s(?!(?:mayor|council|police|chief|largest|biggest|only|first|main)\b)"
    )


def one_sided(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True if two figures that differ are of a fact and a plan, of a part of the time, of the contrary, of others.

    "The chain will have 241 shops by Easter" is no slip for 214, nor is what it sold on the first day.
    """
    if by_two_sides(a, x, b, y) or _of_two_quarters(a, x, b, y) or of_two_counts(a, x, b, y):
        return True
    if of_two_sizes(a.sentence(x), b.sentence(y)) or spans_apart(a, x, b, y) is not None:
        return True
    ours, theirs = _without_one_time(a, x, b, y)
    if contrary(ours, theirs) is not None or parted(ours, theirs) is not None:
        return True
    if staged(ours, theirs) is not None or (
        x.figure.value != y.figure.value and is_denied(x) != is_denied(y)
    ):
        return True
    if any((p.search(ours) is None) != (p.search(theirs) is None) for p in _one_sided("asides")):
        return True
    for here, there, other in ((ours, theirs, y), (theirs, ours, x)):
        if any(p.search(here) and not p.search(there) for p in _one_sided("before")):
            return True
        timeless = other.period is None or other.period.found == "document"
        if timeless and any(p.search(here) and not p.search(there) for p in _one_sided("then")):
            return True
    spans = [stretches(ours), stretches(theirs)]
    if family(x) == "M" and all(len(s) == 1 for s in spans) and spans[0] != spans[1]:
        return True  # a ticket for the day and one for the week
    days = [set(_DAY.findall(s.sentence(c))) for s, c in ((a, x), (b, y))]
    return (all(days) and not days[0] & days[1]) or _by_others(a, x, b, y)


def _of_two_quarters(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True for the north in one sentence and the south in the other."""
    here, there = ({m[1] for m in _QUARTER.finditer(s.sentence(c))} for s, c in ((a, x), (b, y)))
    return bool(here) and bool(there) and not here & there


def of_two_sorts(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True if one sentence alone says that its figure is a forecast, an average, the highest, one before tax."""
    ours, theirs = a.sentence(x).lower(), b.sentence(y).lower()
    return any((p.search(ours) is None) != (p.search(theirs) is None) for p in _one_sided("status"))


def _without_one_time(a: Story, x: Claim, b: Story, y: Claim) -> tuple[str, str]:
    """The clauses of two figures, without what they say of one and the same part of a year."""
    ours, theirs = opened_clause(a, x), opened_clause(b, y)
    p, q = x.period, y.period
    if p is None or q is None or not of_equal_months(p, q):
        return ours, theirs
    return ours.replace(p.text.lower(), ""), theirs.replace(q.text.lower(), "")


def of_other_wholes(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True if each figure's noun has a word that the other's sentence lacks: "electricity bills", "energy bills"."""
    ours, theirs = named(x), named(y)
    if _are_one_noun(x, y):
        heads = frozenset(w for c in (x, y) for w in stems(_noun_key(c)))
        ours, theirs = ours - heads, theirs - heads
    here, there = stems(a.sentence(x)), stems(b.sentence(y))
    return bool(ours - there) and bool(theirs - here)


def _are_one_noun(x: Claim, y: Claim) -> bool:
    ours, theirs = _noun_key(x), _noun_key(y)
    return bool(ours and theirs) and may_be_one(ours, theirs)


def _noun_key(claim: Claim) -> str:
    noun = claim.base or claim.measure
    return "" if noun is None else noun.key


def named(claim: Claim) -> frozenset[str]:
    """The words of what a figure is of, or counts, where its own sentence prints it."""
    noun = claim.base or claim.measure
    printed = noun is not None and noun.found in ("here", "sentence")
    return stems(noun.text) - plain_words() if noun is not None and printed else frozenset()


@cache
def plain_words() -> frozenset[str]:
    """Words of a noun that pick none out: "the AVERAGE bill", "TOTAL costs"."""
    return stems(" ".join(table("siblings")["plain"]))


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
def _one_sided(name: str) -> tuple[Regex, ...]:
    return tuple(Regex(words) for words in table("siblings")[name])


def sets_apart(story: Story, claim: Claim) -> bool:
    """True if a figure's own words say that it is of a part, or by a definition, of their own."""
    return any(said(r, story, claim) for r in READINGS)


def said(reading: Reading, story: Story, claim: Claim) -> str:
    """The words by which a sentence says of which time, place or definition a figure is; nothing for none."""
    words = story.sentence(claim) if reading == "definition" else around(story, claim)
    found = _cues(reading).search(words)
    return "" if found is None else found[0].strip()


@cache
def _cues(reading: Reading) -> Regex:
    return Regex("|".join(_WORDS[reading]))


def around(story: Story, claim: Claim) -> str:
    """The words of a sentence between the figures on either side of one."""
    text, span, sentence = story.document.text, claim.figure.span, claim.sentence
    others = [c.figure.span for c in story.in_sentence(sentence) if c.id != claim.id]
    start = max([sentence.start, *(s.end for s in others if s.end <= span.start)])
    end = min([sentence.end, *(s.start for s in others if s.start >= span.end)])
    return text[start:end]


def _other_stretch(x: Claim, y: Claim) -> Apart | None:
    """A month beside a year, a quarter beside the year so far: both told in the figures' own sentences."""
    here, there = stretch(x), stretch(y)
    if here is None or there is None or x.period is None or y.period is None:
        return None
    return Apart("period", x.period.text, y.period.text) if differ(here, there) else None


def differ(here: int, there: int) -> bool:
    """True if one stretch is well longer; 0 stands for one that runs on, which a month is no other word for."""
    if 0 in (here, there):
        return 0 < max(here, there) <= RUNS_ON
    return max(here, there) >= LONGER * min(here, there)


def stretch(claim: Claim, *, inherited: bool = False) -> int | None:
    """The days of a period that a sentence prints, 0 for one that runs on till now; None where it tells none.

    `inherited` takes the period of the text around for one that no sentence prints.
    """
    period = claim.period
    if period is None or family(claim) == "D" or not (inherited or period.found in ("here", "sentence")):
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


__all__ = [
    "COMPOUND",
    "READINGS",
    "Apart",
    "apart",
    "around",
    "differ",
    "levels",
    "named",
    "of_other_wholes",
    "of_two_sorts",
    "on_levels",
    "one_sided",
    "plain_words",
    "said",
    "sets_apart",
    "stretch",
]
