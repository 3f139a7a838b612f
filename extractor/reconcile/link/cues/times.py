"""Which of two levels the words tell as the earlier one, whatever the numbers are.

"It came to $8.59 a ride in 2023 and has since shrunk to $7.45": the first is left behind, the second is
reached. Words right before a level count most, then those of its clause, then the tense of its verb.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from extractor.lexicon import table
from extractor.model import Claim
from extractor.reconcile.link.cues.moves import MOVE
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex
from extractor.wording import any_of, one_of

_WORDS = table("windows")["times"]
_STEPS = (
    r"\s(?:(?!and\b|to\b|from\b|of\b)[\w’'-]+\s){0,3}"
    r"(?:(?:total|level|figure|number|count|sum|peak|record|average)\sof\s)?[“\"(]?$"
)


def _any(name: str) -> str:
    return rf"\b{one_of(_WORDS[name])}\b"


_LEFT = Regex(rf"(?<!apart )(?<!aside )(?<!according ){_any('left')}{_STEPS}", re.IGNORECASE)
#: "Came to" gives a level that nothing has moved to.
_REACHED = Regex(
    rf"(?<!{')(?<!'.join(_WORDS['unmoved'])}){_any('reached')}\s(?:(?:{'|'.join(_WORDS['steps'])})\s){{0,3}}[“\"(]?$",
    re.IGNORECASE,
)
_THEN, _NOW, _COMING = (any_of(_WORDS[n]) for n in ("then", "now", "coming"))
#: "Last year", and what is before even that: "the year before", "in the previous season".
_LAST, _BEFORE = (any_of(_WORDS[n]) for n in ("last", "before"))
#: Behind a difference, and no "than" that tells of what.
_MORE = Regex(
    r"\s(?:[\w’'-]+\s)?(?:more|fewer|less|higher|lower|larger|smaller|longer|shorter|better|worse|dearer|cheaper)\b"
    r"(?!\s(?:[\w’'-]+\s){0,3}than\b)"
)
#: "So the clinic has 80 more": of now.
_GOES_ON = Regex(r"\b(?:now|has|have|there\sare)\b", re.IGNORECASE)
_AT = Regex(rf"^\W*(?:{'|'.join(_WORDS['at'])})\s", re.IGNORECASE)
#: "Before the merger they took 14", "Where there were 312 in 2019".
_OPENING = Regex(r"^\W*(?:Before|Until|Previously|Originally)\b")
_HAD = Regex(r"\b(?:had|having)\s(?:\w+ly\s)?(?:been|stood|come|cost|run|sold|made|held|\w+ed|\w+en)\b")
#: "Had become", "had risen to": told as earlier than something else, but as reached.
_HAD_MOVED = Regex(rf"\bhad\s(?:since\s|then\s)?(?:become|{MOVE})", re.IGNORECASE)
_VERB = Regex(
    rf"(?P<past>{_any('past')}|\b(?!need|speed|feed|breed|seed|hundred)\w{{2,}}ed\b)|(?P<present>{_any('present')})",
    re.IGNORECASE,
)
_YEAR = Regex(r"\b((?:19|20)\d\d)\b")
#: Where the words behind a level stop being about it.
_STOP = Regex(r"[,;:()–—]|\s(?:and|but|while|whereas|to|from|against|compared|up|down|than|after)\s")
#: Where a clause begins that has its own time: "six more than last year, and Wick 58".
_CLAUSE = Regex(r";|,\s(?:and|but|while|whereas)\s")
#: How far behind a level its own words reach.
REACH = 60

#: Ranks in time; `UNTOLD` for a level that no word places, `BOTH` for one that words place twice, `HAD` for one
#: that only its tense makes earlier.
BOTH, UNTOLD, LEFT, HAD, PAST, PRESENT, COMING = range(7)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = Regex(
    r"\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember|t?\.)?(?![a-z])"
)


def in_order(story: Story, x: Claim, y: Claim, others: Sequence[Claim] = ()) -> tuple[Claim, Claim] | None:
    """The earlier and the later of two levels; None where the words do not tell, or tell it both ways.

    `others` are figures, such as the change between the two, at which the words about a level end too.
    """
    one, two = (time_of(story, c, (x, y, *others)) for c in (x, y))
    if BOTH in (one, two):
        return None
    if LEFT in (one, two) and (told := _beside_last(story, x, y, others)) is not None:
        return told or None
    if HAD in (one, two) and _is_dated(story, y if one == HAD else x, (x, y, *others)):
        return None  # "had taken in 96,400. In 2024 it received 120,500"
    if one != two and (LEFT in (one, two) or UNTOLD not in (one, two)):
        return (x, y) if two == UNTOLD or UNTOLD != one < two else (y, x)
    return _by_calendar(story, x, y, others) if one == two or UNTOLD in (one, two) else None


def _beside_last(
    story: Story, x: Claim, y: Claim, others: Sequence[Claim]
) -> tuple[Claim, Claim] | tuple[()] | None:
    """The two in order where one is of last year and the other of another time; nothing where that may be either.

    "It lent 532 last year. In 2019 it had lent 420", "532 last winter, and 420 the winter before": last year is the
    later one. "In 2025" may be this year, and "At Easter" before or after last month. None where neither is of last
    year, or both are, or where the other one is told as now.
    """
    last = [c for c in (x, y) if _LAST.search(" ".join(words_of(story, c, (x, y, *others))))]
    if len(last) != 1:
        return None
    other = y if last[0] is x else x
    led, told = words_of(story, other, (x, y, *others))
    rank = time_of(story, other, (x, y, *others))
    if _BEFORE.search(f"{led} {told}") or (_YEAR.search(f"{led} {told}") and rank == HAD):
        return other, last[0]
    if rank in (PRESENT, COMING):
        return None
    return () if _YEAR.search(f"{led} {told}") or _AT.match(story.sentence(other)) else None


def is_of_earlier(story: Story, change: Claim, old: Claim, new: Claim) -> bool:
    """True for "420 this year. A year ago it was 532. That was 112 more": it may be the earlier level that is more."""
    if not new.figure.span < old.figure.span < change.figure.span:
        return False
    text = story.document.text
    led = text[max(old.figure.span.end, change.figure.span.start - REACH) : change.figure.span.start]
    return _MORE.match(text, change.figure.span.end) is not None and not _GOES_ON.search(led)


def is_marked(story: Story, x: Claim, y: Claim, others: Sequence[Claim] = ()) -> bool:
    """True if words, and not only tenses, tell the earlier level from the later one."""
    if {LEFT, HAD} & {time_of(story, c, (x, y, *others)) for c in (x, y)}:
        return True
    about = [words_of(story, c, (x, y, *others)) for c in (x, y)]
    return any(_REACHED.search(led) or _NOW.search(f"{led} {told}") for led, told in about)


def time_of(story: Story, level: Claim, others: Sequence[Claim] = ()) -> int:
    """The rank in time of a level, by the words around it."""
    led, told = words_of(story, level, others)
    opens = len(led) == level.figure.span.start - level.sentence.start
    return _rank(led, told, opens)


@lru_cache(maxsize=4096)
def _rank(led: str, told: str, opens: bool) -> int:
    """The rank by the words before a level and behind it; linkers ask of the same words over and over."""
    if _LEFT.search(led):
        return LEFT
    if _REACHED.search(led):
        return COMING if _COMING.search(led) else PRESENT
    then, now = _is_then(led, told, opens), bool(_NOW.search(led) or _NOW.search(told))
    if then and now:
        return BOTH
    if then:
        return LEFT
    if _HAD.search(led) and not _HAD_MOVED.search(led):
        return HAD if not now else BOTH
    if _COMING.search(led):
        return COMING
    return PRESENT if now else _tense(led)


def _is_dated(story: Story, level: Claim, others: Sequence[Claim]) -> bool:
    """True for a level in the simple past that names its own year or month."""
    words = " ".join(words_of(story, level, others))
    dated = _YEAR.search(words) or _MONTH.search(words)
    return dated is not None and time_of(story, level, others) in (UNTOLD, PAST)


def _is_then(led: str, told: str, opens: bool) -> bool:
    if _THEN.search(led) or _THEN.search(told):
        return True
    return opens and bool(_OPENING.match(led))


def words_of(story: Story, level: Claim, others: Sequence[Claim] = ()) -> tuple[str, str]:
    """The words before a level and behind it that are about no other figure of its kind."""
    start, end = story.once(_bounds, level)
    span = level.figure.span
    for other in others:
        if other is not level and level.sentence.contains(other.figure.span):
            if other.figure.span < span:
                start = max(start, other.figure.span.end)
            elif span < other.figure.span:
                end = min(end, other.figure.span.start)
    words = story.document.text[start:end]
    return _words_between(words, span.start - start, span.end - start, start > level.sentence.start)


@lru_cache(maxsize=4096)
def _words_between(words: str, start: int, end: int, behind: bool) -> tuple[str, str]:
    """The words about a level, from its offsets among those that can be, the first of them maybe behind a figure."""
    led = words[:start]
    if behind:
        told = _about(words, 0, start)
        led = led if told == led else led[len(told) :]
    return _CLAUSE.split(led)[-1], _about(words, end, len(words))


def _bounds(story: Story, level: Claim) -> tuple[int, int]:
    """From where to where the words about a level go: from one figure of its kind to the next, or its sentence."""
    span, kind = level.figure.span, family(level)
    near = [c.figure.span for c in story.in_sentence(level.sentence) if family(c) == kind != "D"]
    start = max((s.end for s in near if s < span), default=level.sentence.start)
    return start, min((s.start for s in near if s > span), default=level.sentence.end)


def _about(text: str, start: int, end: int) -> str:
    """The words behind a figure that are still about it."""
    words = text[start : min(end, start + REACH)]
    stop = _STOP.search(words)
    return words if stop is None else words[: stop.start()]


def _tense(led: str) -> int:
    """By the last verb before a level."""
    verbs = list(_VERB.finditer(led))
    if not verbs:
        return UNTOLD
    return PAST if verbs[-1]["past"] else PRESENT


def _by_calendar(story: Story, x: Claim, y: Claim, others: Sequence[Claim]) -> tuple[Claim, Claim] | None:
    """By the one year, or else the one month, that the words about each level name."""
    about = [" ".join(words_of(story, c, (x, y, *others))) for c in (x, y)]
    years = [set(_YEAR.findall(words)) for words in about]
    if any(years):
        if any(len(found) != 1 for found in years) or years[0] == years[1]:
            return None
        return (x, y) if min(years[0]) < min(years[1]) else (y, x)
    months = [{m.lower() for m in _MONTH.findall(words)} for words in about]
    if any(len(found) != 1 for found in months) or months[0] == months[1]:
        return None
    one, two = (_MONTHS.index(found.pop()) for found in months)
    return (x, y) if (two - one) % 12 < 6 else (y, x)
