"""Spans of time that a total is over: three months in one story, six in its sibling.

A month and its year are no such pair: what happened in May happened in the year. Only words that take the
whole of a span count, "in the three months", "over the year".
"""

from __future__ import annotations

import re
from functools import cache

from extractor.lexicon import table
from extractor.model import Claim
from extractor.reconcile.link.retold.near_numbers import digits
from extractor.reconcile.siblings.own_span import is_spanned
from extractor.reconcile.story import Story
from extractor.regexes import Regex

#: Digits of a number that one event hardly has twice.
LONG = 2
#: Days of a month, and the months.
MONTH = 365 / 12
_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec"
_NAME = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
#: "Between January and June", "from April to June"; a year or a day beside a month may make it another span.
_ROW = Regex(
    rf"\b(?:[Bb]etween|[Ff]rom) (?P<first>{_NAME}) (?:and|to|until|through) (?P<last>{_NAME})\b"
    r"(?! (?:19|20)?\d)"
)
_HALF = Regex(r"\b(?:in|over|within) half a year\b", re.IGNORECASE)
_HAS = Regex(r"\b(?:has|have)\b")
_LATELY = r"(?:last|past|previous|latest|first|second|third|fourth|final|whole|full|same)"
_LAST = Regex(
    r"(?<!since )(?<!to )(?<!until )(?<!from )(?<!than )(?<!of )(?<!by )(?<!before )"
    r"\b(?:last|this|the past) (?P<unit>week|weekend|month|quarter)\b(?!['’])",
    re.IGNORECASE,
)
#: "The MOST since 2019": a year of as many is none of a sum.
_MOST = Regex(r"\b(?:(?<!at )most|fewest|worst|\w{3,}est|record)\b[^,]{0,20}$")
#: Words for telling, whose time is none of what is told.
_TOLD = Regex(
    r"\b(?:says?|said|told|tells|announc|publish|report|reveal|show|heard|hear|paper|figures?|releas|accord)"
)

_A_TIME = Regex(r"\s(?:an?|per|each|every)\s(?:hour|day|night|week|fortnight|month|quarter|year)\b")


def spans_apart(a: Story, x: Claim, b: Story, y: Claim) -> tuple[str, str] | None:
    """The spans of time that two sentences total over, where one is well longer than the other."""
    here, there = (_spans(s.sentence(c)) for s, c in ((a, x), (b, y)))
    if all(_A_TIME.match(s.document.text, c.figure.span.end) for s, c in ((a, x), (b, y))):
        return None  # "paid N52,000 A MONTH, which is owed for three months"
    if min(digits(x), digits(y)) > LONG and len(here) + len(there) == 1:
        here, there = here or _lately(a.sentence(x)), there or _lately(b.sentence(y))
    if len(here) != 1 or len(there) != 1 or "duration" in (x.figure.kind, y.figure.kind):
        return None
    if not is_spanned(a, x, here[0][0]) or not is_spanned(b, y, there[0][0]):
        return None
    (ours, long), (theirs, short) = here[0], there[0]
    apart = max(long, short) >= float(table("siblings")["longer"]) * min(long, short)
    return (ours, theirs) if apart else None


def runs_apart(x: Claim, y: Claim, a: Story, b: Story) -> tuple[str, str] | None:
    """ "Has lost $212m since 2021" beside "lost $212m last year": a sum over years is none of one of them."""
    for (story, run), (other, one) in (((a, x), (b, y)), ((b, y), (a, x))):
        since = _since().search(story.sentence(run))
        year = _one_year().search(other.sentence(one))
        if since is None or year is None or _since().search(other.sentence(one)) or digits(run) < LONG:
            continue
        # "Has shrunk by a fifth since 2019, to 184,000 tonnes": what something came to is no sum.
        if _MOST.search(story.sentence(run)[: since.start()]):
            continue
        at, number = since.start(), run.figure.span.start - run.sentence.start
        if (
            run.direction
            or one.direction
            or not (at > number or (at == 0 and _HAS.search(story.sentence(run), number)))
        ):
            continue
        if _one_year().search(story.sentence(run).replace(since[0], "")) is None and not _is_that_year(
            since["y"], year, other
        ):
            found = (since[0], year[0])
            return found if story is a else (found[1], found[0])
    return None


def _is_that_year(since: str, year: re.Match[str], story: Story) -> bool:
    """True if the one year is the one since which the other counts."""
    published = story.document.published
    last = None if published is None else str(published.year - 1)
    return since in year[0] or since == last


@cache
def _since() -> Regex:
    return Regex(r"\b[Ss]ince\s(?:[\w’'-]{1,20}\s){0,6}?(?P<y>(?:19|20)\d\d)\b")


@cache
def _one_year() -> Regex:
    return Regex(r"\b(?:[Ll]ast year|[Ii]n (?:19|20)\d\d|[Tt]he (?:past|previous|last) year)\b(?!['’])")


def _spans(sentence: str) -> list[tuple[str, float]]:
    """Each span that a sentence totals over, with its days: "in the three months", "over the year"."""
    counted = [
        (m[0], _number(m["n"] or m["m"]) * float(_days()[m["unit"].lower()]))
        for m in _span().finditer(sentence)
    ]
    rows = [(m[0], MONTH * _months(m)) for m in _ROW.finditer(sentence)]
    # "Between July and September, more than in the same three months last year" are two of one length.
    counted = [(told, days) for told, days in counted if not any(abs(days - d) < MONTH / 2 for _, d in rows)]
    counted += rows
    counted += [(m[0], float(_days()["half-year"])) for m in _HALF.finditer(sentence)]
    return counted + [(m[0], float(_of_a_span()[m["adj"].lower()])) for m in _adjective().finditer(sentence)]


def _months(row: re.Match[str]) -> int:
    """How many months "between January and June" are."""
    first, last = (_NAMES.index(row[side][:3].lower()) // 4 for side in ("first", "last"))
    return (last - first) % 12 + 1


def _lately(sentence: str) -> list[tuple[str, float]]:
    """The last span of time in which something was, "last month"; not that in which somebody said so."""
    found = [(m[0], float(_days()[m["unit"].lower()])) for m in _LAST.finditer(sentence)]
    return found if len(found) == 1 and not _TOLD.search(sentence) else []


@cache
def _adjective() -> Regex:
    """A word by which a sum is of a span: "half-year revenue", "last year" behind what was sold in it."""
    words = "|".join(sorted(map(re.escape, _of_a_span()), key=len, reverse=True))
    sums = "|".join(table("siblings")["sums"])
    return Regex(rf"(?<!by\s)(?<!than\s)(?<!on\s)\b(?P<adj>{words})\b(?=\s+(?:{sums})\b)", re.IGNORECASE)


@cache
def _of_a_span() -> dict[str, int]:
    return {str(word): int(days) for word, days in table("siblings")["of_a_span"].items()}


@cache
def _span() -> Regex:
    units, numbers = ("|".join(sorted(words, key=len, reverse=True)) for words in (_days(), _numbers()))
    return Regex(
        r"(?<!time )\b(?:in|over|during|within|for|throughout)\s+(?:the\s+course\s+of\s+)?"
        rf"(?:the\s+(?:{_LATELY}\s+)?(?:(?P<n>{numbers}|\d{{1,2}})[\s-]+)?"
        rf"|(?:the\s+)?(?P<m>{numbers})\s+)(?P<unit>{units})\b(?!\s+(?:before|earlier|after|since|ago|old))",
        re.IGNORECASE,
    )


@cache
def _days() -> dict[str, int]:
    return {str(word): int(days) for word, days in table("siblings")["days"].items()}


@cache
def _numbers() -> dict[str, int]:
    return {str(word): n for n, word in enumerate(table("siblings")["number"], 1)}


def _number(told: str | None) -> int:
    return 1 if told is None else _numbers().get(told.lower()) or int(told)
