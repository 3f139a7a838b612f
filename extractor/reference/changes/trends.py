"""Two levels and the change between them, held to a row's cells at two times by the level that a cell prints.

"The number was cut from 3,519 to 2,195" names no column: 3,519 prints the older cell of one measure of the
row, and 2,195 has to be the newer one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extractor.amount import PERCENT, POINTS, difference, percent_change, ratio
from extractor.lexicon import Policy
from extractor.lexicon import table as data
from extractor.model import Claim, Finding, Period
from extractor.reference.changes.trend_slips import Fit, has_size_alone, is_latest, later, off
from extractor.reference.changes.trend_words import Trend, may_run, trends_in
from extractor.reference.computed.multiples import in_times
from extractor.reference.computed.spots import shown_cells
from extractor.reference.findings import agrees, cite, questioned, questioned_value
from extractor.reference.fitting import fits
from extractor.reference.match import At, Candidate, Reader, Tie
from extractor.reference.questioning.guards import is_beside_the_facts, is_of_another_whole, is_out_of_reach
from extractor.reference.questioning.narrowed import column_before
from extractor.reference.readings import Explained, reading_of
from extractor.reference.row_counts import is_of_counted_rows
from extractor.reference.stated import (
    Computed,
    Stated,
    agree,
    has_many_digits,
    of_cell,
    shown,
    shown_cell,
    signed,
    stated_of,
)
from extractor.reference.tables.reference_table import Column
from extractor.reference.topic import Topic, at_time, one_measure, times_of

#: A row this sure may bear a trend out, and one as sure as the second question it.
_LIKELY, _SURE = 0.5, 0.6
#: A number of so many digits hardly prints another cell of its row by chance.
_DIGITS = 4


def trends(reader: Reader, found: Sequence[Finding], policy: Policy) -> Iterator[Finding]:
    """Every trend of the story of which one level prints a cell."""
    rows = [n.span for n in reader.named if not n.home]
    for trend in trends_in(reader.told, reader.numbers, rows):
        if not any(c.negated and c.figure.amount.unit != PERCENT for c in trend.claims()):
            yield from _judged(
                reader,
                trend,
                _borne_out(reader, found),
                column_before(reader, trend.claims()[0], found),
                policy,
            )


def _borne_out(reader: Reader, found: Sequence[Finding]) -> Mapping[str, tuple[int, int]]:
    """Figure → row and column of the one cell of the table that bears it out."""
    return {
        questioned_value(f.relation.roles).id: (f.cells[0].observation.row, f.cells[0].observation.column)
        for f in found
        if f.verdict == "consistent" and f.relation.kind == "same" and len(f.cells) == 1
        if f.cells[0].observation.table == reader.reference.name
    }


def _judged(
    reader: Reader, trend: Trend, borne: Mapping[str, tuple[int, int]], meant: Column | None, policy: Policy
) -> Iterator[Finding]:
    labels, certainty = _labels(reader, trend)
    fitted = [f for label in labels for f in _fits(reader, trend, label, policy)]
    if meant is not None:
        fitted = [f for f in fitted if reader.same_measure(f.topic.at.column, meant)]
    anchored = [f for f in fitted if _is_anchored(reader, trend, f, borne)]
    whole = [f for f in anchored if len(f.held) == len(trend.claims())]
    if whole:
        yield from _told(reader, trend, whole[:1], policy)
        return
    sized = [f for f in fitted if has_size_alone(trend, f)]
    shifted = later(reader, sized, anchored) if anchored else off(reader, trend, sized, policy)
    if meant is not None and not anchored:  # "such homes rose by 7 per cent to": the words leave no other
        shifted = sized
    if not shifted and anchored:
        # "1,856 fly-tips, 1.7 per cent fewer": the change is that of the tips, the level of something else.
        nearer = [f for f in sized if _is_nearer(reader, trend, f, anchored)]
        shifted = nearer if len({f.topic.at for f in nearer}) == 1 else []
        if sized and not all(_is_nearer(reader, trend, a, sized) for a in anchored) and not shifted:
            return
    if certainty >= _SURE and len(shifted) == 1:
        yield from _told(reader, trend, shifted, policy)
        return
    both = (
        [f for f in anchored if {c.id for c in _levels(trend)} <= f.held] if trend.old and trend.new else []
    )
    turned = [] if both or certainty < _SURE else list(_swapped(reader, trend, labels, anchored, policy))
    if turned:
        yield from turned
        return
    anchored = both or anchored
    if certainty < _SURE or len({(f.topic.label, f.topic.at) for f in anchored}) != 1:
        return
    if all(_is_strong(reader, trend, f) for f in anchored):
        yield from _told(reader, trend, anchored, policy)


def _is_nearer(reader: Reader, trend: Trend, fit: Fit, others: Sequence[Fit]) -> bool:
    """True if words tie the figures of a trend more firmly to one measure than to others."""
    first = trend.new or trend.claims()[0]
    return all(_firmness(reader, first, fit.new) > _firmness(reader, first, o.new) for o in others)


def _labels(reader: Reader, trend: Trend) -> tuple[tuple[str, ...], float]:
    """The rows that a trend may be of, and how sure they are: those that its first figure speaks of."""
    found = reader.subjects(trend.claims()[0])
    if not found or found[0].certainty < _LIKELY:
        return (), 0.0
    return found[0].labels, found[0].certainty


def _fits(reader: Reader, trend: Trend, label: str, policy: Policy) -> Iterator[Fit]:
    for topic in _measures(reader, trend, label):
        times = times_of(reader, topic)
        for at, new in enumerate(times):
            for old in times[:at]:
                ends = at_time(reader, topic, old), at_time(reader, topic, new)
                if ends[0] is None or ends[1] is None or not _may_run(reader, trend, times, old, new):
                    continue
                laid = Fit(topic, ends[0], ends[1], frozenset())
                held = (c.id for c, s, m in _laid(reader, trend, laid, policy) if _holds(s, m))
                yield replace(laid, held=frozenset(held))


def _may_run(reader: Reader, trend: Trend, times: Sequence[Period], old: Period, new: Period) -> bool:
    return may_run(reader.told, trend, times, old, new)


def _measures(reader: Reader, trend: Trend, label: str) -> Iterator[Topic]:
    """The measures of a row of which the levels of a trend may be."""
    levels = _levels(trend)
    seen: list[At] = []
    for row in reader.rows.get(label, ()):
        for column in reader.reference.columns:
            at = At(row, column)
            if column.head.is_change or column.head.is_rank or any(one_measure(reader, at, s) for s in seen):
                continue
            if all(fits(c, column) for c in levels):
                seen.append(at)
                yield Topic(label, at, 1.0, True)


def _levels(trend: Trend) -> list[Claim]:
    """The levels of a trend, a bare number in the unit of the other."""
    told = [c for c in (trend.old, trend.new) if c is not None]
    units = [c for c in told if c.figure.amount.unit]
    if not units or len(units) == len(told):
        return [replace(c, statistic=None) if c.statistic == "change" else c for c in told]
    return [c if c is units[0] else _like(c, units[0]) for c in told]


def _like(claim: Claim, other: Claim) -> Claim:
    amount = replace(claim.figure.amount, unit=other.figure.amount.unit)
    return replace(
        claim, figure=replace(claim.figure, kind=other.figure.kind, amount=amount), statistic=other.statistic
    )


def _laid(reader: Reader, trend: Trend, fit: Fit, policy: Policy) -> Iterator[tuple[Claim, Stated, Computed]]:
    """Each figure of a trend with what the cells make for it."""
    for claim in _levels(trend):
        stated = stated_of(claim, policy)
        at = fit.old if trend.old is not None and claim.id == trend.old.id else fit.new
        made = of_cell(reader, at, stated.negated)
        if made is not None:
            yield claim, stated, made
    if trend.change is not None:
        stated, changed = _changed(reader, trend.change, fit, policy)
        if changed is not None:
            yield trend.change, stated, changed


def _holds(stated: Stated, made: Computed) -> bool:
    amount = signed(made.amount, stated.claim.direction) if made.kind == "change" else made.amount
    return agree(stated.amount, amount)


def _changed(reader: Reader, claim: Claim, fit: Fit, policy: Policy) -> tuple[Stated, Computed | None]:
    """The change between the two cells in the unit of a figure."""
    stated = stated_of(claim, policy)
    old, new = (reader.reference.amount(at.row, at.column) for at in (fit.old, fit.new))
    cells = (cite(reader, fit.old, "from"), cite(reader, fit.new, "to"))
    a, b = (shown_cell(c.observation) for c in cells)
    if old is None or new is None or not old.low or old.low <= 0:
        return stated, None
    unit = stated.amount.unit
    if claim.figure.kind == "multiple":
        stated = in_times(stated)
        amount, steps = replace(ratio(new, old), unit="times"), f"{b} / {a}"
    elif unit == PERCENT:
        amount, steps = percent_change(old, new), f"({b} − {a}) / {a}"
    else:
        amount, steps = difference(new, old), f"{b} − {a}"
        if (amount.unit == POINTS) != (unit == POINTS) and fit.new.column.unit != unit:
            return stated, None
        amount = replace(amount, unit=unit)
    told = f"the change in {fit.topic.label}, {fit.new.column.head.text}"
    kind = "multiple" if claim.figure.kind == "multiple" else "change"
    arithmetic = f"{shown_cells(cells)}; {steps} = {shown(amount)}"
    return stated, Computed(amount, arithmetic, told, cells, kind)  # type: ignore[arg-type]


def _is_anchored(reader: Reader, trend: Trend, fit: Fit, borne: Mapping[str, tuple[int, int]]) -> bool:
    """True if a level prints its cell, and has digits enough or is borne out by it already."""
    told = ((c, fit.old if c is trend.old else fit.new) for c in (trend.old, trend.new) if c is not None)
    return any(
        c.id in fit.held and (has_many_digits(c) or _is_at(reader, borne.get(c.id), at)) for c, at in told
    )


def _is_at(reader: Reader, where: tuple[int, int] | None, at: At) -> bool:
    return where == tuple(n + 1 for n in reader.reference.address(at.row, at.column))


def _is_strong(reader: Reader, trend: Trend, fit: Fit) -> bool:
    """True if two figures hold, or one that hardly does by chance, or whose words name the measure."""
    if len(fit.held) > 1:
        return True
    told = ((c, fit.old if c is trend.old else fit.new) for c in (trend.old, trend.new) if c is not None)
    return any(c.id in fit.held and _is_named(reader, c, at) for c, at in told)


def _is_named(reader: Reader, claim: Claim, at: At) -> bool:
    value = claim.figure.value
    if value is not None and len(value.normalize().as_tuple().digits) >= _DIGITS:
        return True
    least: float = data("reference")["tie"]["confirm"]
    return _firmness(reader, claim, at) >= least


def _firmness(reader: Reader, claim: Claim, at: At) -> float:
    """How firmly the words near a figure tie it to a cell's measure."""
    near = reader.near(claim)
    tie = reader.ties(near, [at.column], [at.row])[at.column.number, at.row.kinds]
    return reader.firmness(near, at.column, tie)


def _told(reader: Reader, trend: Trend, fits_: Sequence[Fit], policy: Policy) -> Iterator[Finding]:
    """What the cells say of each figure of a trend; a figure is questioned where it fits at no two times."""
    held = frozenset(i for f in fits_ for i in f.held)
    for claim, stated, made in _laid(reader, trend, fits_[0], policy):
        if claim.id in fits_[0].held:
            yield agrees(stated, made)
        elif claim.id not in held and _may_question(reader, claim, trend, fits_[0]):
            at = fits_[0].old if trend.old is not None and claim.id == trend.old.id else fits_[0].new
            candidate = Candidate(at.row, at.column, Tie(1.0), 1.0, True)
            reading = reading_of(reader, stated, candidate) if made.kind == "same" else None
            if (
                made.kind != "same"
                or reading is not None
                or not is_out_of_reach(claim, candidate, made.amount)
            ):
                yield questioned(stated, made, reading)


def _may_question(reader: Reader, claim: Claim, trend: Trend, fit: Fit) -> bool:
    """True if nothing says that a figure is of something else; a change is of what its level is of."""
    if claim.stance != "asserted" or is_beside_the_facts(reader, claim) or is_of_counted_rows(reader, claim):
        return False
    level = trend.change is None or claim.id != trend.change.id
    first = trend.claims()[0]  # beside which the words stand that say what all are of
    candidate = Candidate(fit.new.row, fit.new.column, Tie(1.0), 1.0, True)
    return (
        not level or None not in (trend.old, trend.new) or not is_of_another_whole(reader, first, candidate)
    )


def _swapped(
    reader: Reader, trend: Trend, labels: Sequence[str], anchored: Sequence[Fit], policy: Policy
) -> Iterator[Finding]:
    """Two levels that print the two cells of a measure the wrong way round.

    An old level that is right for a change to the latest time is not questioned: the new one is off.
    """
    if trend.old is None or trend.new is None or not any(map(has_many_digits, (trend.old, trend.new))):
        return
    turned = Trend(trend.old, trend.new)
    found = [f for label in labels for f in _fits(reader, turned, label, policy) if len(f.held) == 2]
    if len(found) != 1:
        return
    words = Explained("direction", "the two times changing places")
    for claim, stated, made in _laid(reader, trend, found[0], policy):
        right = any(
            claim.id == trend.old.id and claim.id in f.held and is_latest(reader, f) for f in anchored
        )
        if not right and _may_question(reader, claim, trend, found[0]) and not _holds(stated, made):
            yield questioned(stated, made, words)
