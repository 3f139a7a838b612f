"""The two cells that a change is the difference of: between which times it may run, and what they make."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor.amount import PERCENT, POINTS, difference, percent_change
from extractor.model import Amount, Cited, Claim, Comparison, Period
from extractor.periods import find_periods
from extractor.reference.changes.steps import stepped
from extractor.reference.changes.year_spans import apart, years_told
from extractor.reference.fitting import span_of
from extractor.reference.match import Reader
from extractor.reference.setting import without_concessions
from extractor.reference.stated import Computed, in_table, shown, shown_cell
from extractor.reference.times.when import days_of, one_time
from extractor.reference.topic import Topic, at_time, times_of
from extractor.regexes import Regex

#: Days of what is no part of a year, and words for parts: "in the same three months of 2023".
_YEAR = 300
_PARTS = Regex(r"\b(?:quarter(?:ly|s)?|months?)\b(?!\s+of\s+(?:the|all)\b)", re.IGNORECASE)
_SINCE = Regex(
    r"\b(?:since|from|than|compared with|compared to|against|on|over|short of|below|above)\s+(?:in\s+)?"
    r"(?:the\s+|those\s+(?:of|in)\s+)?(?:[£$€]?\d[\d,.]*\w*\s+(?:of|in)\s+)?(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
ADJACENT = Regex(
    r"\b(?:year|quarter|month|season)s?\s+(?:earlier|before|ago)\b"
    r"|\b(?:previous|preceding|prior|last)\s+(?:year|12 months|quarter|season)\b"
    r"|\bfor\s+(?:a|the)\s+(?:second|third|fourth|fifth)\s+(?:\w+\s+)?(?:year|quarter|month|season)\b"
    r"|\b12 months\s+(?:earlier|before)\b|\bthis year's\b|\bon the year\b|\byear[- ]on[- ]year\b|\ba year\b",
    re.IGNORECASE,
)

#: Behind a size: what it is above or below is no earlier time, "32 per cent ABOVE NORMAL".
_NORM = Regex(
    r"\s+(?:above|below|over|under|short\s+of|ahead\s+of|(?:more|less|fewer|higher|lower)\s+than)\s+(?:the\s+|its\s+|their\s+|a\s+)?"
    r"(?:[\w’'-]+\s+){0,2}?(?:normal|average|mean|median|norm|usual|target|budget|plan|forecast|quota|limit|par)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Between:
    """Two times of a table, and whether words fix them."""

    old: Period
    new: Period
    sure: bool


def is_over_years(reader: Reader, claim: Claim) -> bool:
    """True for a change over several years, which no column of "change on previous year" gives."""
    return years_told(about(reader, claim)) is not None


def spans(reader: Reader, value: Claim | Comparison, topic: Topic) -> Sequence[Between]:
    """The pairs of times that a change may run between, the likeliest first."""
    if _NORM.match(reader.told.document.text, span_of(value).end):
        return ()
    text = about(reader, value)
    known = _of_one_length(times_of(reader, topic), text)
    if len(known) < 2:
        return ()
    named = [
        (k, text[: p.span.start])
        for p in find_periods(text)
        if p.span is not None
        for k in known
        if one_time(p, k)
    ]
    meant = sorted({known.index(k) for k, _ in named})
    if len(meant) >= 2:
        return [Between(known[meant[0]], known[meant[-1]], True)]
    if not meant and (years := years_told(text)) is not None:
        ends = apart(known, years)
        return [] if ends is None else [Between(*ends, True)]
    if not meant and (step := stepped(known, text)) is not None:
        return [Between(*step, True)]
    if len(known) == 2:
        return [Between(known[0], known[1], True)]
    adjacent = bool(ADJACENT.search(text))
    if meant:
        return _from_one(known, meant[0], any(_SINCE.search(before) for _, before in named), adjacent)
    return [Between(known[-2], known[-1], adjacent), Between(known[0], known[-1], False)]


def _of_one_length(known: Sequence[Period], text: str) -> Sequence[Period]:
    """The years of a table that has their quarters too, or the quarters where the words tell one."""
    years = [k for k in known if days_of(k) > _YEAR]
    parts = [k for k in known if 0 < days_of(k) <= _YEAR]
    if len(years) < 2 or len(parts) < 2:
        return known
    told = any(0 < days_of(p) <= _YEAR or p.kind in ("month", "quarter") for p in find_periods(text))
    return parts if told or _PARTS.search(text) else years


def about(reader: Reader, value: Claim | Comparison) -> str:
    """The stretch of a change where it tells a time, else its sentence."""
    text, place = reader.told.document.text, reader.place(value)
    stretch = text[place.before.start : place.after.end]
    timed = any(p.span is not None for p in find_periods(stretch)) or ADJACENT.search(stretch)
    if timed:
        return stretch
    return without_concessions(value.sentence.of(text), span_of(value).start - value.sentence.start)


def _from_one(known: Sequence[Period], at: int, since: bool, adjacent: bool) -> Sequence[Between]:
    last = len(known) - 1
    if at == last or (at > 0 and not since):
        return [
            Between(known[at - 1], known[at], adjacent or at - 1 == 0),
            Between(known[0], known[at], False),
        ]
    return [Between(known[at], known[last], since or at + 1 == last)]


def computed(
    reader: Reader, topic: Topic, between: Between, claim: Claim
) -> tuple[Topic, Between, Computed] | None:
    """The change that two cells make, in the unit of a claim."""
    pair = pair_of(reader, topic, between)
    if pair is None:
        return None
    (old, a), (new, b) = pair
    relative = claim.figure.amount.unit == PERCENT
    amount = percent_change(a, b) if relative else difference(b, a)
    steps = f"({shown_cell(new.observation)} − {shown_cell(old.observation)})"
    steps += f" / {shown_cell(old.observation)}" if relative else ""
    arithmetic = f"{in_table(old.observation)}; {in_table(new.observation)}; {steps} = {shown(amount)}"
    told = f"the change in {topic.label}, {new.observation.measure}"
    if not relative and claim.figure.amount.unit != POINTS:
        amount = replace(amount, unit=claim.figure.amount.unit)
    return topic, between, Computed(amount, arithmetic, told, (old, new), "change")


def pair_of(
    reader: Reader, topic: Topic, between: Between
) -> tuple[tuple[Cited, Amount], tuple[Cited, Amount]] | None:
    """The cells of a topic at both times, with what they allow; None unless both are given."""
    found: list[tuple[Cited, Amount]] = []
    for name, period in (("from", between.old), ("to", between.new)):
        at = at_time(reader, topic, period)
        observation = None if at is None else reader.reference.observation(at.row, at.column)
        if observation is None:
            return None
        found.append((Cited(name, observation), observation.amount))
    return found[0], found[1]
