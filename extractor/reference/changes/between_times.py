"""Changes between two times of a table: "a fall of 5.2 per cent", "up by 300", "1.6 points more"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.amount import PERCENT, POINTS
from extractor.lexicon import Policy
from extractor.lexicon import table as data
from extractor.model import Claim, Finding
from extractor.periods import find_periods
from extractor.reference.changes.cells import ADJACENT, Between, about, computed, spans
from extractor.reference.changes.slips import reading_of_change
from extractor.reference.changes.subject_nouns import is_of_own_noun
from extractor.reference.computed.gaps import in_points
from extractor.reference.findings import agrees, questioned
from extractor.reference.match import Reader
from extractor.reference.questioning.guards import is_strange
from extractor.reference.questioning.narrowed import (
    is_level,
    is_of_those_before,
    is_told_of_another,
    may_be_points,
)
from extractor.reference.readings import Explained
from extractor.reference.row_counts import is_of_counted_rows
from extractor.reference.stated import (
    Computed,
    Stated,
    agree,
    has_many_digits,
    signed,
    stated_of,
    to_whole,
)
from extractor.reference.tables.reference_table import Column
from extractor.reference.topic import Topic, at_time, levels_of, printed, rivals, topics
from extractor.regexes import Regex

#: "15.3 points more.", set against what was told before, another row as likely as another time.
_MORE = Regex(
    r"\s*(?:percentage\s+)?(?:points?\s+)?(?:more|fewer|less|higher|lower|better|worse|bigger|smaller|larger)\b(?!\s+than\b)",
    re.IGNORECASE,
)

#: "By six to 461": what follows a change is the level.
_TO_LEVEL = Regex(r"\s{0,3}(?:per\s{1,3}cent|%|[a-z]{1,30})?,?\s{0,3}to\s{1,3}(?:just\s{1,3}|only\s{1,3})?")
#: "11.5 per cent to 78.8", behind a verb; "from 11.5 to" and "between" tell two levels.
_STEP = Regex(r"\s{0,3}(?:points?)?,?\s{1,3}to\s{1,3}(?:just\s{1,3}|only\s{1,3})?")
_RANGE = Regex(r"\b(?:from|between|ranging|anywhere|of)\s+(?:\w+\s+)?\Z", re.IGNORECASE)
#: "Gained 300 jobs" is no change in job vacancies: what is gained has to be named in full to be questioned.
_FULLY = 0.8


def is_change(claim: Claim) -> bool:
    """True for the size of a change."""
    if claim.figure.kind in ("multiple", "rank", "score"):
        return False
    noun = "" if claim.measure is None else claim.measure.key
    told = noun in data("reference")["changes"]["nouns"] and claim.figure.kind in ("percentage", "ratio")
    return claim.statistic == "change" or told  # "the rise was only 13 per cent"


def is_step(reader: Reader, claim: Claim) -> bool:
    """True for a share right before the level that it led to: "slid 11.5 per cent to 78.8"."""
    if claim.figure.amount.unit not in (PERCENT, POINTS) or claim.figure.kind == "ratio":
        return False
    text, span = reader.told.document.text, claim.figure.span
    behind = next(
        (c for c in reader.told.figures.get(claim.sentence, ()) if c.figure.span.start > span.end), None
    )
    if behind is None or _RANGE.search(text, claim.sentence.start, span.start):
        return False
    return _STEP.fullmatch(text, span.end, behind.figure.span.start) is not None and has_many_digits(behind)


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
    plain = claim.statistic == "change" or firmest >= _FULLY or is_step(reader, claim)
    loose = claim.figure.amount.unit == PERCENT  # "9 per cent more" may be of anything
    strange = loose and bool(made) and is_strange(reader, claim, made[0][0].at.column, alone=True)
    firm = bool(made) and (made[0][0].firm or _all_disagree(reader, stated, found))
    if is_of_counted_rows(reader, claim) or is_against_what_was_told(reader, claim):
        return
    if is_of_those_before(reader, claim) or may_be_points(reader, claim) or is_level(reader, claim):
        return
    if made and _is_to_another_level(reader, claim, made[0]):
        return
    if firm and plain and made[0][1].sure and _asserted(claim) and not strange:
        topic, between, result = made[0]
        another = is_told_of_another(reader, claim, levels_of(reader, topic))
        if another or is_of_own_noun(reader, claim, topic.at.column):
            return
        yield questioned(stated, result, reading_of_change(reader, stated, topic, between))
        return
    yield from _number_for_rate(reader, stated, made, beside=found != tuple(named))


def _number_for_rate(
    reader: Reader, stated: Stated, made: Sequence[tuple[Topic, Between, Computed]], *, beside: bool
) -> Iterator[Finding]:
    """The number by which a cell changed told as per cent: "jumped 74 per cent to 538,500", from 464,400.

    So many digits hardly meet by chance; fewer do not where a level `beside` the change prints the cell.
    """
    claim = stated.claim
    printed_so = claim.figure.amount.unit == PERCENT and any(c.isdigit() for c in claim.figure.text)
    if not made or not printed_so or not _asserted(claim) or not (beside or has_many_digits(claim)):
        return
    topic, between, result = made[0]
    read = reading_of_change(reader, stated, topic, between)
    if read is not None and read.reading == "unit":
        yield questioned(stated, result, read)


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
    told = about(reader, claim)
    return not ADJACENT.search(told) and not any(p.span is not None for p in find_periods(told))


def _points_of_count(reader: Reader, claim: Claim, policy: Policy) -> Iterator[Finding]:
    """ "Came down by 38 points to 496,900": per cent, where the sentence prints a count that fell so."""
    told = replace(claim, figure=replace(claim.figure, amount=replace(claim.figure.amount, unit=PERCENT)))
    named = topics(reader, claim, lambda c: c.unit != PERCENT and not c.head.is_change)
    found = printed(reader, claim, named)
    printed_so = bool(found) and found != tuple(named)  # a level beside it prints a cell
    if not found or not (found[0].firm or printed_so) or not _asserted(claim):
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
