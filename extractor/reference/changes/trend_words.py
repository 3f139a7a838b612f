"""Figures that are joined as two levels of one thing and the change between them.

"from 3,519 to 2,195", "by 12 per cent to 640", "93,928, a drop of 5.4 per cent", "99.6, against 60.4 in 2022"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from extractor.lexicon import table as data
from extractor.model import Claim, Direction, Period, Span
from extractor.periods import find_periods
from extractor.reference.changes.between_times import is_change
from extractor.reference.elliptic import is_bare
from extractor.reference.setting import Told, is_name
from extractor.reference.times.when import one_time
from extractor.regexes import Regex
from extractor.wording import FEW, how_many

_FROM = Regex(r"\bfrom\s+$", re.IGNORECASE)
_TO = Regex(r"(?:\s+[\w'’-]+){0,3}\s+to\s+")
#: "2,195, down from 3,519"; "2,195 from 3,519".
_SET_AGAINST = Regex(r"\b(?:against|compared\s+(?:with|to)|than|from)\s+(?:just\s+|only\s+)?\Z")
_EVERY = Regex(r"\b(?:per|(?:for|in|of)\s+every)\s+\Z", re.IGNORECASE)
_UP_FROM = Regex(
    r"(?:\s{1,3}[\w'’-]{1,40}){0,3}?(?:\s{1,3}(?:per|for\s{1,3}every)\s{1,3}\d[\d,]{1,12}\d)?\s{0,3}[,(]?\s{0,3}(?:(?:up|down)\s{1,3})?(?:on\s{1,3}the\s{1,3})?from\s{1,3}"
)
_AGAINST = Regex(
    r"(?:\s{1,3}[\w'’-]{1,40}){0,3}?\s{0,3}[,(]?\s{0,3}(?:and\s{1,3})?(?:compared\s{1,3}(?:with|to)|against)\s{1,3}(?:the\s{1,3})?"
)
#: "By 12 per cent to 640", "down 5.4 per cent at 640", "halved over the year, to 338".
_SIZE_TO = Regex(
    r"(?:\s{1,3}(?!from\b|than\b|and\b|of\b)[\w'’-]{1,40}){0,5}?\s{0,3},?\s{1,3}(?:to|at)\s{1,3}"
)
_SIZE_FROM = Regex(r"(?:\s{1,3}(?!to\b|than\b|and\b|of\b)[\w'’-]{1,40}){0,2}?\s{0,3},?\s{1,3}from\s{1,3}")
#: What may stand between a level and the change that is told beside it.
_BESIDE = Regex(
    r"(?:\s+(?!than\s+\D|and\b|but\b|while\b|with\b|from\b|to\b(?!\s+(?:[A-Z]|the\s+end)))[\w'’-]+){0,14}?\s*[,(–—]\s*(?:or\s+)?"
    r"(?:(?:which|that)\s+(?:is|was)\s+)?(?P<lead>(?:up|down)\s+(?:by\s+)?|(?:an?|the)\s+(?:[a-z-]+\s+){0,2}?(?P<noun>[a-z]+)\s+of\s+)?"
)
_WAY = Regex(
    r"\s*(?:(?:percentage\s+)?points?\s+)?(?:more|fewer|less|higher|lower|up|down|better|worse|longer|shorter)\b",
    re.IGNORECASE,
)
_WORDED = Regex(r"\b(?:more|fewer|less|higher|lower|up|down)$", re.IGNORECASE)
_THAN = Regex(r"\s+(?:\w+\s+){0,2}?than\b")
#: "That is a rise of 5 per cent", "The fall, of 5 per cent,".
_THAT_IS = Regex(
    r"(?:(?:that|this|it)\s+(?:is|was|means|meant|represents|represented|marks|marked|amounts\s+to)\s+(?:an?\s+)(?:[a-z-]+\s+)?(?P<noun>[a-z]+)\s+of"
    r"|the\s+(?P<bare>[a-z]+),?\s+(?:of|was|is))\s+",
    re.IGNORECASE,
)
_THEN = Regex(
    r"\b(?:year|quarter|month|season)s?\s+(?:earlier|before|ago|previously)\b|\btwelve\s+months\s+(?:earlier|before)\b"
    r"|\b(?:previous|preceding|prior|last)\s+(?:year|12\s+months|twelve\s+months|quarter|season)\b|\bthen\b",
    re.IGNORECASE,
)
#: "The year before", of a change from one year to the next.
_YEAR_BEFORE = Regex(
    r"\ba\s+year\b|\b(?:year|twelve\s+months|12\s+months)\s+(?:earlier|before|ago|previously)\b"
    r"|\b(?:previous|preceding|prior|last)\s+year\b|\bon\s+the\s+year\b",
    re.IGNORECASE,
)
_N = "|".join(FEW)
#: "Down from 61 two years before", "from 44 per cent in three years".
_YEARS = Regex(
    rf"\b(?P<n>{_N}|\d)\s+years\s+(?:(?P<sure>before|earlier|previously)|ago)\b"
    rf"|\b(?:in|over|within|during)\s+(?:the\s+)?(?:(?:just|past|last|space\s+of)\s+)?(?P<m>{_N}|\d)\s+years\b",
    re.IGNORECASE,
)
#: Kinds of figures that are no level of anything in a table.
_NO_LEVEL = ("multiple", "points", "date", "duration", "age", "rank", "reference", "score")
_IN_TIME = Regex(r"\b(?:in|over|for|during|within)\s+(?:the\s+)?(?:past\s+|last\s+)?$", re.IGNORECASE)
_STOP = Regex(r"[.;:!?](?=\s|$)|,|\s(?:and|but|while|whereas)\b")


@dataclass(frozen=True, slots=True)
class Trend:
    """Two levels of one thing and the change between them, as far as they are told."""

    new: Claim | None = None
    old: Claim | None = None
    change: Claim | None = None

    def claims(self) -> tuple[Claim, ...]:
        """Its figures in the order of print."""
        told = (c for c in (self.new, self.old, self.change) if c is not None)
        return tuple(sorted(told, key=lambda c: c.figure.span))


def trends_in(told: Told, names: frozenset[str], rows: Sequence[Span]) -> Iterator[Trend]:
    """The trends of a text, of two figures at least.

    `rows` is where rows of the table are named, `names` the numbers in its heads.
    """
    last: Trend | None = None
    for sentence in sorted(told.figures, key=lambda s: s.start):
        figures = [c for c in told.figures[sentence] if _may_join(told, c, names)]
        found = _in_sentence(told, figures, rows)
        opening = None if not figures or last is None else _that_is(told, figures[0], last)
        if opening is not None:
            found = [opening, *found]
        yield from found
        levels = [c for c in figures if not is_change(c) and c.figure.kind not in _NO_LEVEL]
        if levels:
            last = _last(found, levels)


def _may_join(told: Told, claim: Claim, names: frozenset[str]) -> bool:
    text = told.document.text
    if _EVERY.search(text, claim.sentence.start, claim.figure.span.start):
        return False  # the 10,000 of "62.3 for every 10,000"
    return not (is_name(claim, names) or claim.figure.kind == "rank" or _is_stretch(text, claim))


def _last(found: Sequence[Trend], levels: Sequence[Claim]) -> Trend | None:
    """What the next sentence may give the size of: the only level of a sentence, or its trend."""
    trend = next((t for t in reversed(found) if t.new in levels), None)
    if trend is not None:
        return replace(trend, change=None)
    return Trend(levels[0]) if len(levels) == 1 else None


def _in_sentence(told: Told, figures: Sequence[Claim], rows: Sequence[Span]) -> list[Trend]:
    found: list[Trend] = []
    for a, b in pairwise(figures):
        between = told.document.text[a.figure.span.end : b.figure.span.start]
        if _has_row(rows, a.figure.span.end, b.figure.span.start) or re.search(r"[.;]\s", between):
            continue
        pair = _joined(told, a, b, between, rows)
        if pair is None:
            continue
        found = _with(found, pair)
    return found


def _with(found: list[Trend], pair: Trend) -> list[Trend]:
    """Trends with one more pair, which goes into the last trend where they share a figure."""
    if not found or not {c.id for c in found[-1].claims()} & {c.id for c in pair.claims()}:
        return [*found, pair]
    last = found[-1]
    if (last.new, pair.new).count(None) == 0 and last.new is not pair.new:
        return [*found, pair]
    whole = Trend(last.new or pair.new, last.old or pair.old, last.change or pair.change)
    return [*found[:-1], whole] if len(whole.claims()) > 2 else [*found, pair]


def _joined(told: Told, a: Claim, b: Claim, between: str, rows: Sequence[Span]) -> Trend | None:
    """Two neighbouring figures as the ends of a trend, or one end and its size."""
    text = told.document.text
    before = text[a.sentence.start : a.figure.span.start]
    sized = _is_size(a)
    if sized and _SIZE_TO.fullmatch(between) and not _is_size(b):
        return Trend(new=b, change=a)
    if sized and _SIZE_FROM.fullmatch(between) and not _is_size(b):
        return Trend(old=b, change=a)
    if sized:
        return None
    lead = _BESIDE.fullmatch(between)
    if not _is_size(b) and (lead is None or lead["noun"] is None):
        return _levels(told, a, b, between, before, rows)
    return _beside(told, a, b, between, rows)


def _levels(told: Told, a: Claim, b: Claim, between: str, before: str, rows: Sequence[Span]) -> Trend | None:
    if _FROM.search(before) and _TO.fullmatch(between):
        return Trend(new=b, old=a)
    if not _counts_alike(told.document.text, a, b):
        return None
    if _UP_FROM.fullmatch(between) or (_AGAINST.fullmatch(between) and _is_then(told, b, rows)):
        return Trend(new=a, old=b)
    return None


def _counts_alike(text: str, a: Claim, b: Claim) -> bool:
    """False where the second of two figures has another noun: "96,000 visits, against 97,000 burgers"."""
    if b.figure.kind != "count" or is_bare(text, b) or a.measure is None or b.measure is None:
        return True
    return a.measure.key == b.measure.key


def _is_then(told: Told, claim: Claim, rows: Sequence[Span]) -> bool:
    """True where the words behind a figure say that it is of another time: "60.4 the year before"."""
    behind = _tail(told, claim)
    if _has_row(rows, claim.figure.span.end, claim.figure.span.end + len(behind)):
        return False
    return bool(_THEN.search(behind) or find_periods(behind))


def _tail(told: Told, claim: Claim) -> str:
    """The words behind a figure up to the next joint, or to the next figure but a stretch of time."""
    text, end = told.document.text, claim.figure.span.end
    figures = (c for c in told.figures.get(claim.sentence, ()) if not _is_stretch(text, c))
    until = min(
        (c.figure.span.start for c in figures if c.figure.span.start >= end), default=claim.sentence.end
    )
    behind = text[end:until]
    stop = _STOP.search(behind)
    return behind if stop is None else behind[: stop.start()]


def _is_stretch(text: str, claim: Claim) -> bool:
    """True for the time between two levels: "in the twelve months before", "over three years"."""
    span = claim.figure.span
    if claim.figure.kind != "duration":
        return False
    before = text[claim.sentence.start : span.start]
    return bool(
        _IN_TIME.search(before) or re.match(r"\s+(?:before|earlier|ago|previously)\b", text[span.end :])
    )


def _beside(told: Told, a: Claim, b: Claim, between: str, rows: Sequence[Span]) -> Trend | None:
    """A level and the change that follows it: "640, a drop of 5 per cent", "640, 15 fewer than in 2023"."""
    found = _BESIDE.fullmatch(between)
    behind = _tail(told, b)
    if found is None or _has_row(rows, b.figure.span.end, b.figure.span.end + len(behind)):
        return None
    if _SET_AGAINST.search(told.document.text, a.sentence.start, a.figure.span.start):
        return None  # "2,372 against 2,022, a rise of 17 per cent": on the 2,022
    if found["lead"] is None and not (_WAY.match(behind) or _WORDED.search(b.figure.text)):
        return None
    if found["noun"] is not None and found["noun"].lower() not in _sizes():
        return None
    than = _THAN.search(behind)
    if than is not None and not (_THEN.search(behind, than.end()) or find_periods(behind[than.end() :])):
        return None
    return Trend(new=a, change=as_change(b, found["noun"]))


def _that_is(told: Told, claim: Claim, last: Trend) -> Trend | None:
    """The size that a sentence gives to what the one before told."""
    before = told.document.text[claim.sentence.start : claim.figure.span.start]
    found = _THAT_IS.fullmatch(before)
    if found is None or (found["noun"] or found["bare"]).lower() not in _sizes():
        return None
    return replace(last, change=as_change(claim, found["noun"] or found["bare"]))


def _is_size(claim: Claim) -> bool:
    """True for a change or a multiple by which something went."""
    return is_change(claim) or claim.figure.kind in ("multiple", "points")


@cache
def _sizes() -> frozenset[str]:
    changes = data("reference")["changes"]
    return frozenset([*changes["nouns"], *changes["better"]])


def as_change(claim: Claim, noun: str | None) -> Claim:
    """A figure told as "a drop of": a change, of the direction that the noun has."""
    listed = data("reference")["changes"]
    told: Direction | None = None
    if noun is not None and noun.lower() in listed["falling"]:
        told = "fell"
    if noun is not None and noun.lower() in listed["rising"]:
        told = "rose"
    return replace(claim, statistic="change", direction=told or claim.direction)


def _has_row(rows: Sequence[Span], start: int, end: int) -> bool:
    return any(start <= r.start < end for r in rows)


def may_run(told: Told, trend: Trend, times: Sequence[Period], old: Period, new: Period) -> bool:
    """True if the words of a trend allow it to run between two times of a table."""
    behind = " ".join(_tail(told, c) for c in (trend.old, trend.change) if c is not None)
    latest = "" if trend.new is None else _tail(told, trend.new)
    if not (_allows(behind, old) and _allows(latest, new)):
        return False
    if (years_told := _YEARS.search(behind)) is not None:
        return _is_so_long(years_told, old, new)
    if not _YEAR_BEFORE.search(behind):
        return True
    if times.index(new) - times.index(old) != 1:
        return False
    years = (old.start, new.start)
    return years[0] is None or years[1] is None or years[1].year - years[0].year == 1


def _is_so_long(told: re.Match[str], old: Period, new: Period) -> bool:
    """True if as many years lie between two times; "ago" may be told from the year after the second."""
    if old.start is None or new.start is None:
        return True
    word, gap = (told["n"] or told["m"]).lower(), new.start.year - old.start.year
    years = how_many(word)
    return gap == years or (not told["sure"] and gap == years - 1)


def _allows(words: str, period: Period) -> bool:
    named = [p for p in find_periods(words) if p.kind != "relative" and p.start is not None]
    return not named or any(one_time(p, period) for p in named)
