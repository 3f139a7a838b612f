"""How many rows do something: "in nine of the twelve regions it fell", "17 of the 22 were above 10"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from extractor.amount import exact, surely_less
from extractor.lexicon import Policy
from extractor.lexicon import table as data
from extractor.model import Amount, Claim, Direction, Finding, Period
from extractor.reference.findings import agrees, cite, questioned
from extractor.reference.fitting import fits
from extractor.reference.match import At, Reader
from extractor.reference.moves import moves_in
from extractor.reference.row_counts import counts_rows
from extractor.reference.stated import Computed, agree, stated_of
from extractor.reference.tables import Column, Row, is_average, is_total
from extractor.reference.times import periods_of
from extractor.reference.topic import Topic, at_time

_OF = re.compile(r"\s+of\s+(?:the\s+|its\s+|all\s+|our\s+)?(?:\w+['’]s\s+)?")
_MORE = re.compile(
    r"\b(?:above|over|more\s+than|exceed(?:s|ed|ing)?|at\s+least|higher\s+than)\s+(?:the\s+)?$", re.IGNORECASE
)
_LESS = re.compile(r"\b(?:below|under|less\s+than|fewer\s+than|lower\s+than)\s+(?:the\s+)?$", re.IGNORECASE)
_TO = re.compile(r"\s+(?:slightly\s+|sharply\s+)?(?:by|from|to)\b")


@dataclass(frozen=True, slots=True)
class Condition:
    """What rows are counted by: above or below a bound, or risen or fallen where there is none."""

    direction: Direction
    bound: Claim | None = None


def tallies(reader: Reader, claims: Sequence[Claim], policy: Policy) -> Iterator[Finding]:
    """Every number of rows that is told, of all of them or of those that a condition holds for."""
    rows = leaves(reader)
    if reader.reference.partial or not rows:
        return
    for claim in claims:
        if claim.stance != "asserted" or claim.figure.kind != "count":
            continue
        whole = _whole_behind(reader, claim, claims)
        if whole is not None and counts_rows(reader, whole):
            yield from _of_condition(reader, claim, whole, rows, policy)
        elif counts_rows(reader, claim) and claim.figure.value == len(rows):
            yield agrees(stated_of(claim, policy), _all_rows(reader, rows))


def leaves(reader: Reader) -> tuple[Row, ...]:
    """The rows that are no totals, averages or sums of others; of several kinds those for all kinds."""
    table = reader.reference
    plain = [
        r
        for r in table.rows
        if r.label not in reader.labels.totals and not is_average(r.label) and r.number not in table.parts
    ]
    whole = [r for r in plain if any(is_total(k) for k in r.kinds)]
    chosen = whole if whole and len({r.label for r in whole}) == len({r.label for r in plain}) else plain
    return tuple(chosen) if len({r.label for r in chosen}) == len(chosen) else ()


def _whole_behind(reader: Reader, claim: Claim, claims: Sequence[Claim]) -> Claim | None:
    """The 12 of "nine of the 12 regions"."""
    found = _OF.match(reader.told.document.text, claim.figure.span.end)
    return None if found is None else next((c for c in claims if c.figure.span.start == found.end()), None)


def _of_condition(
    reader: Reader, claim: Claim, whole: Claim, rows: Sequence[Row], policy: Policy
) -> Iterator[Finding]:
    stated = stated_of(claim, policy)
    made = list(_counted(reader, claim, rows))
    fitting = next((c for _, c in made if agree(stated.amount, c.amount)), None)
    if fitting is not None:
        yield agrees(stated, fitting)
    elif len(made) == 1 and made[0][0] and whole.figure.value == len(rows):
        yield questioned(stated, made[0][1], None)


def _counted(reader: Reader, claim: Claim, rows: Sequence[Row]) -> Iterator[tuple[bool, Computed]]:
    """How many rows do what the sentence says, by the measure that its words name; and if that is sure."""
    tests = [*_bounds(reader, claim), *_directions(reader, claim)]
    if len(tests) != 1:
        return
    bound = tests[0].bound
    near = reader.near(claim)
    columns = [c for c in reader.reference.columns if bound is None or fits(bound, c)]
    ties = reader.ties(near, columns, rows[:1]) if columns else {}
    best = max((t.firmness for t in ties.values()), default=0.0)
    tie = data("reference")["tie"]
    least = max(best - tie["margin"], tie["confirm"])
    likely = [c for c in columns if ties[c.number, rows[0].kinds].firmness >= least]
    families: list[Column] = []
    for column in likely:
        if not any(reader.same_measure(column, f) for f in families):
            families.append(column)
    for column in families:
        found = _computed(reader, claim, column, rows, tests[0])
        if found is not None:
            yield best >= tie["accuse"] and len(families) == 1, found


def _bounds(reader: Reader, claim: Claim) -> Iterator[Condition]:
    text = reader.told.document.text
    for other in reader.told.figures.get(claim.sentence, ()):
        lead = re.match(r"\D*", other.figure.text)  # "more than" may be part of the figure
        start = other.figure.span.start + (lead.end() if lead is not None else 0)
        before = text[claim.sentence.start : start].rstrip("£$€₹")
        if other.id != claim.id and (_MORE.search(before) or _LESS.search(before)):
            yield Condition("rose" if _MORE.search(before) else "fell", other)


def _directions(reader: Reader, claim: Claim) -> Iterator[Condition]:
    text = claim.sentence.of(reader.told.document.text)
    for move in moves_in(text):
        if not _TO.match(text, move.span.end):
            yield Condition(move.direction)


def _computed(
    reader: Reader, claim: Claim, column: Column, rows: Sequence[Row], wanted: Condition
) -> Computed | None:
    """The number of rows above or below a bound, or that rose or fell between the last two times."""
    family = [c for c in reader.reference.columns if reader.same_measure(c, column)]
    times = periods_of(reader.reference, family)
    latest = reader.when(claim, family).main if times else None
    before = times[times.index(latest) - 1] if latest in times[1:] else None
    if (times and latest is None) or (wanted.bound is None and before is None):
        return None
    held: list[At] = []
    for row in rows:
        ends = _ends(reader, Topic(row.label, At(row, column), 1.0, True), latest, before, wanted.bound)
        if ends is None:
            return None
        at, new, old = ends
        if surely_less(old, new) if wanted.direction == "rose" else surely_less(new, old):
            held.append(at)
    return _told(reader, column, rows, held, wanted) if held else None


def _told(
    reader: Reader, column: Column, rows: Sequence[Row], held: Sequence[At], wanted: Condition
) -> Computed:
    cells = tuple(cite(reader, at) for at in held)
    told = f"rows of {column.head.text} that are {'higher' if wanted.direction == 'rose' else 'lower'}"
    arithmetic = f"{len(held)} of {len(rows)} rows: {', '.join(at.row.label for at in held)}"
    return Computed(exact(Fraction(len(held)), ""), arithmetic, told, cells, "same")


def _ends(
    reader: Reader, topic: Topic, latest: Period | None, before: Period | None, bound: Claim | None
) -> tuple[At, Amount, Amount] | None:
    """A cell with what it allows, and the bound or the cell before that it is set against."""
    at = at_time(reader, topic, latest)
    new = None if at is None else reader.reference.amount(at.row, at.column)
    if at is None or new is None:
        return None
    if bound is not None:
        value = bound.figure.value
        return None if value is None else (at, new, exact(Fraction(value), new.unit))
    older = at_time(reader, topic, before)
    old = None if older is None else reader.reference.amount(older.row, older.column)
    return None if old is None else (at, new, replace(old, unit=new.unit))


def _all_rows(reader: Reader, rows: Sequence[Row]) -> Computed:
    column = reader.reference.columns[0]
    ends = (At(rows[0], column), At(rows[-1], column))
    cells = tuple(cite(reader, at) for at in ends if reader.reference.amount(at.row, at.column) is not None)
    arithmetic = f"rows from {rows[0].label} to {rows[-1].label} of {reader.reference.name}: {len(rows)}"
    return Computed(exact(Fraction(len(rows)), ""), arithmetic, "the rows of the table", cells, "same")
