"""Changes between two times of a table: "a fall of 5.2 per cent", "up by 300", "1.6 points more"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractor.amount import PERCENT, POINTS, difference, negate, percent_change
from extractor.lexicon import Policy
from extractor.lexicon import table as data
from extractor.model import Amount, Cited, Claim, Comparison, Finding, Period, Reading
from extractor.periods import find_periods
from extractor.reference.findings import agrees, questioned
from extractor.reference.fitting import span_of
from extractor.reference.gaps import in_points
from extractor.reference.guards import is_strange
from extractor.reference.match import Reader
from extractor.reference.narrowed import is_level, is_of_those_before, is_told_of_another, may_be_points
from extractor.reference.readings import Explained
from extractor.reference.row_counts import is_of_counted_rows
from extractor.reference.setting import without_concessions
from extractor.reference.stated import (
    Computed,
    Stated,
    agree,
    in_table,
    shown,
    shown_cell,
    signed,
    stated_of,
    to_whole,
)
from extractor.reference.tables import Column
from extractor.reference.times import one_time
from extractor.reference.topic import Topic, at_time, levels_of, printed, rivals, times_of, topics
from extractor.regexes import Regex

_SINCE = Regex(
    r"\b(?:since|from|than|compared with|compared to|against|on|over|short of|below|above)\s+(?:in\s+)?"
    r"(?:the\s+|those\s+(?:of|in)\s+)?(?:[£$€]?\d[\d,.]*\w*\s+(?:of|in)\s+)?(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
_ADJACENT = Regex(
    r"\b(?:year|quarter|month|season)s?\s+(?:earlier|before|ago)\b"
    r"|\b(?:previous|preceding|prior|last)\s+(?:year|12 months|quarter|season)\b"
    r"|\bfor\s+(?:a|the)\s+(?:second|third|fourth|fifth)\s+(?:\w+\s+)?(?:year|quarter|month|season)\b"
    r"|\b12 months\s+(?:earlier|before)\b|\bthis year's\b|\bon the year\b|\byear[- ]on[- ]year\b|\ba year\b",
    re.IGNORECASE,
)

#: "15.3 points more.", set against what was told before, another row as likely as another time.
_MORE = Regex(
    r"\s*(?:percentage\s+)?(?:points?\s+)?(?:more|fewer|less|higher|lower|better|worse|bigger|smaller|larger)\b(?!\s+than\b)",
    re.IGNORECASE,
)

#: "By six to 461": what follows a change is the level.
_TO_LEVEL = Regex(r"\s{0,3}(?:per\s{1,3}cent|%|[a-z]{1,30})?,?\s{0,3}to\s{1,3}(?:just\s{1,3}|only\s{1,3})?")
#: "Gained 300 jobs" is no change in job vacancies: what is gained has to be named in full to be questioned.
_FULLY = 0.8


@dataclass(frozen=True, slots=True)
class Between:
    """Two times of a table, and whether words fix them."""

    old: Period
    new: Period
    sure: bool


def is_change(claim: Claim) -> bool:
    """True for the size of a change."""
    if claim.figure.kind in ("multiple", "rank", "score"):
        return False
    noun = "" if claim.measure is None else claim.measure.key
    told = noun in data("reference")["changes"]["nouns"] and claim.figure.kind in ("percentage", "ratio")
    return claim.statistic == "change" or told  # "the rise was only 13 per cent"


def change(reader: Reader, told: Claim, policy: Policy) -> Iterator[Finding]:
    """A stated change against the change that the table's own cells make."""
    claim = in_points(reader, told)
    stated = stated_of(claim, policy)
    named = topics(reader, claim, lambda c: _may_change(claim, c))
    found = printed(reader, claim, named)
    stated = to_whole(stated, found[0].at.column) if found else stated
    tried = (computed(reader, t, b, claim) for t in found[:2] for b in spans(reader, claim, t))
    made = [m for m in tried if m is not None]
    firmest = found[0].firmness if found else 0.0
    if not made and claim.figure.amount.unit == POINTS:
        yield from _points_of_count(reader, claim, policy)
        return
    for topic, _, result in made:
        near_enough = topic.firm or (topic.firmness >= firmest - 0.15 and topic.firmness > 0.2)
        if near_enough and agree(stated.amount, signed(result.amount, claim.direction)):
            yield agrees(stated, result)
            return
    # "1,002 people set a date, 2.4 per cent more": of the dates, though 1,002 prints something else.
    nearer = (
        m
        for t in named
        if t.firmness > firmest
        for b in spans(reader, claim, t)[:1]
        if (m := computed(reader, t, b, claim))
    )
    if any(agree(stated.amount, signed(m[2].amount, claim.direction)) for m in nearer):
        return
    plain = claim.statistic == "change" or firmest >= _FULLY
    loose = claim.figure.amount.unit == PERCENT  # "9 per cent more" may be of anything
    strange = loose and bool(made) and is_strange(reader, claim, made[0][0].at.column, alone=True)
    firm = bool(made) and (made[0][0].firm or _all_disagree(reader, stated, found))
    if is_of_counted_rows(reader, claim) or is_against_what_was_told(reader, claim):
        return
    if is_of_those_before(reader, claim) or may_be_points(reader, claim):
        return
    if is_level(reader, claim) or (made and _is_to_another_level(reader, claim, made[0])):
        return
    if firm and plain and made[0][1].sure and _asserted(claim) and not strange:
        topic, between, result = made[0]
        if is_told_of_another(reader, claim, levels_of(reader, topic)):
            return
        yield questioned(stated, result, _reading(reader, stated, topic, between))


def _is_to_another_level(reader: Reader, claim: Claim, made: tuple[Topic, Between, Computed]) -> bool:
    """True where the level behind a change is none of the measure: "by six to 461", of approvals of 41."""
    span = claim.figure.span
    others = reader.told.figures.get(claim.sentence, ())
    levels = [
        c
        for c in others
        if c.figure.span.start > span.end
        and _TO_LEVEL.fullmatch(reader.told.document.text, span.end, c.figure.span.start)
    ]
    at = at_time(reader, made[0], made[1].new)
    cell = None if at is None else reader.reference.amount(at.row, at.column)
    return bool(levels) and cell is not None and not agree(levels[0].figure.amount, cell)


def is_against_what_was_told(reader: Reader, claim: Claim) -> bool:
    """True for "15.3 points more" in a stretch that tells no time."""
    if _MORE.match(reader.told.document.text, claim.figure.span.end, claim.sentence.end) is None:
        return False
    told = _about(reader, claim)
    return not _ADJACENT.search(told) and not any(p.span is not None for p in find_periods(told))


def _points_of_count(reader: Reader, claim: Claim, policy: Policy) -> Iterator[Finding]:
    """ "Came down by 38 points to 496,900": per cent, where the sentence prints a count that fell so."""
    told = replace(claim, figure=replace(claim.figure, amount=replace(claim.figure.amount, unit=PERCENT)))
    found = printed(
        reader, claim, topics(reader, claim, lambda c: c.unit != PERCENT and not c.head.is_change)
    )
    if not found or not found[0].firm or not _asserted(claim):
        return
    for between in spans(reader, claim, found[0]):
        made = computed(reader, found[0], between, told)
        if made is not None and agree(told.figure.amount, signed(made[2].amount, claim.direction)):
            yield questioned(stated_of(claim, policy), made[2], Explained("points", "the change in per cent"))
            return


def _all_disagree(reader: Reader, stated: Stated, found: Sequence[Topic]) -> bool:
    """True where words leave a choice of measures, and the change fits none of them."""
    if not found[0].contested:
        return False
    for topic in rivals(found):
        tried = (computed(reader, topic, b, stated.claim) for b in spans(reader, stated.claim, topic))
        made = [m for m in tried if m is not None]
        turned = (signed(m[2].amount, stated.claim.direction) for m in made)
        if not made or any(agree(stated.amount, a) for a in turned):
            return False
    return True


def _asserted(claim: Claim) -> bool:
    return claim.stance == "asserted"


def _may_change(claim: Claim, column: Column) -> bool:
    """True if a change of a column's numbers may be stated in the unit of a claim."""
    unit = claim.figure.amount.unit
    if column.head.is_change:
        return False
    if unit == PERCENT:
        return True
    if unit == POINTS:
        return column.unit == PERCENT
    return column.unit == ("" if claim.figure.kind == "count" else unit)


def spans(reader: Reader, value: Claim | Comparison, topic: Topic) -> Sequence[Between]:
    """The pairs of times that a change may run between, the likeliest first."""
    known = times_of(reader, topic)
    if len(known) < 2:
        return ()
    text = _about(reader, value)
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
    if len(known) == 2:
        return [Between(known[0], known[1], True)]
    adjacent = bool(_ADJACENT.search(text))
    if meant:
        return _from_one(known, meant[0], any(_SINCE.search(before) for _, before in named), adjacent)
    return [Between(known[-2], known[-1], adjacent), Between(known[0], known[-1], False)]


def _about(reader: Reader, value: Claim | Comparison) -> str:
    """The stretch of a change where it tells a time, else its sentence."""
    text, place = reader.told.document.text, reader.place(value)
    stretch = text[place.before.start : place.after.end]
    timed = any(p.span is not None for p in find_periods(stretch)) or _ADJACENT.search(stretch)
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
    pair = _pair(reader, topic, between)
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


def _pair(
    reader: Reader, topic: Topic, between: Between
) -> tuple[tuple[Cited, Amount], tuple[Cited, Amount]] | None:
    found: list[tuple[Cited, Amount]] = []
    for name, period in (("from", between.old), ("to", between.new)):
        at = at_time(reader, topic, period)
        observation = None if at is None else reader.reference.observation(at.row, at.column)
        if observation is None:
            return None
        found.append((Cited(name, observation), observation.amount))
    return found[0], found[1]


def _reading(reader: Reader, stated: Stated, topic: Topic, between: Between) -> Explained | None:
    """The mix-up under which a change would fit."""
    pair = _pair(reader, topic, between)
    assert pair is not None
    (_, a), (new, b) = pair
    direction = stated.claim.direction
    plain, relative = replace(difference(b, a), unit=""), percent_change(a, b)
    of_rate = topic.at.column.unit == PERCENT
    mixed = "per cent and percentage points changing places"
    in_percent = stated.amount.unit == PERCENT
    ways: list[tuple[Reading, str, Amount, bool]] = [
        ("direction", "a change the other way", relative if in_percent else plain, True),
        ("points", mixed, plain, of_rate and in_percent),
        ("points", mixed, relative, stated.amount.unit == POINTS),
        ("level", "the new level", b, True),
        ("level", "the old level", a, True),
    ]
    for reading, words, amount, applies in ways:
        turned = signed(amount, direction)
        told = negate(turned) if reading == "direction" else turned
        if applies and agree(replace(stated.amount, unit=""), replace(told, unit="")):
            return Explained(reading, words)
    backwards = signed(negate(percent_change(b, a)), direction)
    if stated.amount.unit == PERCENT and agree(stated.amount, backwards):
        return Explained("base", f"the change taken of {shown_cell(new.observation)}", (new.observation,))
    return None
