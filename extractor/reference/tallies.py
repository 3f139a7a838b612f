"""How many rows do something: "in nine of the twelve regions it fell", "17 of the 22 were above 10"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from extractor.amount import between, exact, surely_less
from extractor.lexicon import Policy
from extractor.lexicon import table as data
from extractor.model import Amount, Claim, Direction, Finding, Period, Span
from extractor.periods import find_periods
from extractor.reference.changes.moves import moves_in
from extractor.reference.findings import agrees, cite, questioned, questioned_value
from extractor.reference.fitting import fits, span_of
from extractor.reference.match import At, Reader
from extractor.reference.row_counts import counts_rows
from extractor.reference.row_groups import Counted, counted, leaves
from extractor.reference.stated import Computed, agree, stated_of
from extractor.reference.tables.reference_table import Column, Row
from extractor.reference.times.when import one_time, periods_of
from extractor.reference.topic import Topic, at_time
from extractor.regexes import Regex

_MORE = Regex(
    r"\b(?:above|over|more\s+than|exceed(?:s|ed|ing)?|at\s+least|higher\s+than)\s+(?:the\s+)?$", re.IGNORECASE
)
_LESS = Regex(r"\b(?:below|under|less\s+than|fewer\s+than|lower\s+than)\s+(?:the\s+)?$", re.IGNORECASE)
_COMPARED = Regex(
    r"\b(?:(?P<more>more|higher|longer|larger|bigger|greater)|fewer|less|lower|shorter|smaller)\b(?!\s+of\b)",
    re.IGNORECASE,
)
_THAN = Regex(r"\bthan\s+(?:in\s+|at\s+|it\s+was\s+(?:in\s+)?|they\s+were\s+(?:in\s+)?)?")
_BEFORE = Regex(
    r"\b(?:a\s+year|the\s+year|twelve\s+months|12\s+months)\s+(?:earlier|before|ago)\b|\b(?:last|previous)\s+year\b",
    re.IGNORECASE,
)
_CLAUSE = Regex(r"[;:]\s|,\s+(?:although|while|whereas|but|where|and)\s", re.IGNORECASE)
#: What stands for the measure that was told before.
_NUMBER = Regex(r"\b(?:numbers?|figures?|totals?|counts?|shares?|rates?|it|they|lists?)\b", re.IGNORECASE)
#: A count in which a larger share of the rows is not given says nothing.
_MOST_UNKNOWN = 0.2
_TO = Regex(r"\s+(?:slightly\s+|sharply\s+)?(?:by|from|to)\b")


@dataclass(frozen=True, slots=True)
class Condition:
    """What rows are counted by: above or below a bound, or risen or fallen where there is none."""

    direction: Direction
    bound: Claim | None = None


def tallies(
    reader: Reader, claims: Sequence[Claim], found: Sequence[Finding], policy: Policy
) -> Iterator[Finding]:
    """Every number of rows that is told, of all of them or of those that a condition holds for.

    `found` is what the tables say of the other figures, of whose measure "the number rose in nine" is.
    """
    if reader.reference.partial:
        return
    tested: set[str] = set()
    for one in counted(reader, claims):
        for finding in _of_condition(reader, one, found, policy):
            tested.add(one.claim.id)
            yield finding
    rows = leaves(reader)
    for claim in claims:
        known = claim.figure.kind == "count" and claim.stance == "asserted" and claim.id not in tested
        if known and rows and claim.figure.value == len(rows) and counts_rows(reader, claim):
            yield agrees(stated_of(claim, policy), _all_rows(reader, rows))


def _of_condition(
    reader: Reader, one: Counted, found: Sequence[Finding], policy: Policy
) -> Iterator[Finding]:
    stated = stated_of(one.claim, policy)
    made = list(_made(reader, one, found))
    fitting = next((c for _, c in made if agree(stated.amount, c.amount)), None)
    if fitting is not None:
        yield agrees(stated, fitting)
    elif len(made) == 1 and made[0][0] and one.sure:
        yield questioned(stated, made[0][1], None)


def _made(reader: Reader, one: Counted, found: Sequence[Finding]) -> Iterator[tuple[bool, Computed]]:
    """How many rows do what the sentence says, by the measure that its words name; and if that is sure."""
    tests = [*_bounds(reader, one.claim), *_directions(reader, one.claim)]
    if len(tests) != 1:
        return
    families, sure = _families(reader, one, tests[0])
    if not families:
        families, sure = _carried(reader, one.claim, found), True
    for column in families:
        made = _computed(reader, one.claim, column, one.rows, tests[0])
        if made is not None:
            yield sure, made


def _families(reader: Reader, one: Counted, test: Condition) -> tuple[list[Column], bool]:
    """The measures that the words near a number tie to, a column of each; True if firmly to one."""
    near, bound, rows = reader.near(one.claim), test.bound, one.rows
    columns = [c for c in reader.reference.columns if bound is None or fits(bound, c)]
    ties = reader.ties(near, columns, rows[:1]) if columns else {}
    best = max((t.firmness for t in ties.values()), default=0.0)
    tie = data("reference")["tie"]
    least = max(best - tie["margin"], tie["confirm"])
    families: list[Column] = []
    for column in (c for c in columns if ties[c.number, rows[0].kinds].firmness >= least):
        if not any(reader.same_measure(column, f) for f in families):
            families.append(column)
    return families, best >= tie["accuse"] and len(families) == 1


def _carried(reader: Reader, claim: Claim, found: Sequence[Finding]) -> list[Column]:
    """The measure of the last figure of the paragraph that a cell bears out, where none is named again."""
    text, start = reader.told.document.text, claim.sentence.start
    if not _NUMBER.search(_clause(reader, claim).of(text)):
        return []
    around = reader.told.paragraph(start)
    before = [
        (span_of(value).start, f.cells[0].observation)
        for f in found
        if f.verdict == "consistent" and f.cells and f.cells[0].observation.table == reader.reference.name
        if (value := questioned_value(f.relation.roles)) is not None
        and around.start <= span_of(value).start < claim.figure.span.start
    ]
    if not before:
        return []
    last = max(before, key=lambda b: b[0])[1]
    return [c for c in (reader.reference.column_of(last),) if c is not None]


def _bounds(reader: Reader, claim: Claim) -> Iterator[Condition]:
    text = reader.told.document.text
    for other in reader.told.figures.get(claim.sentence, ()):
        lead = re.match(r"\D*", other.figure.text)  # "more than" may be part of the figure
        start = other.figure.span.start + (lead.end() if lead is not None else 0)
        before = text[claim.sentence.start : start].rstrip("£$€₹")
        if other.id != claim.id and (_MORE.search(before) or _LESS.search(before)):
            yield Condition("rose" if _MORE.search(before) else "fell", other)


def _directions(reader: Reader, claim: Claim) -> Iterator[Condition]:
    """What went up or down in the clause of a number, or was more or less than at another time."""
    clause = _clause(reader, claim)
    text = clause.of(reader.told.document.text)
    for move in moves_in(text):
        if not _TO.match(text, move.span.end):
            yield Condition(move.direction)
    for found in _COMPARED.finditer(text):
        behind = text[found.end() :]
        than = _THAN.search(behind)
        timed = find_periods(behind[than.end() :]) or _BEFORE.search(behind) if than else True
        if timed and not _TO.match(behind) and not re.match(r"\s+(?:than\s+)?\d", behind):
            yield Condition("rose" if found["more"] else "fell")


def _clause(reader: Reader, claim: Claim) -> Span:
    """The clause around a number: of "all six had fewer homes, although it rose in five of them" the last."""
    text, span = reader.told.document.text, claim.figure.span
    cuts = [m.end() for m in _CLAUSE.finditer(text, claim.sentence.start, span.start)]
    end = _CLAUSE.search(text, span.end, claim.sentence.end)
    return Span(cuts[-1] if cuts else claim.sentence.start, end.start() if end else claim.sentence.end)


def _computed(
    reader: Reader, claim: Claim, column: Column, rows: Sequence[Row], wanted: Condition
) -> Computed | None:
    """The number of rows above or below a bound, or that rose or fell between two times."""
    family = [c for c in reader.reference.columns if reader.same_measure(c, column)]
    times = periods_of(reader.reference, family)
    before, latest = _between(reader, claim, family, times)
    if (times and latest is None) or (wanted.bound is None and before is None):
        return None
    held: list[At] = []
    unknown = 0
    for row in rows:
        ends = _ends(reader, Topic(row.label, At(row, column), 1.0, True), latest, before, wanted.bound)
        if ends is None:
            unknown += 1
            continue
        at, new, old = ends
        if surely_less(old, new) if wanted.direction == "rose" else surely_less(new, old):
            held.append(at)
    few = unknown > len(rows) * _MOST_UNKNOWN
    return _told(column, rows, held, unknown, wanted, reader) if held and not few else None


def _between(
    reader: Reader, claim: Claim, family: Sequence[Column], times: Sequence[Period]
) -> tuple[Period | None, Period | None]:
    """The time that rows are told of, and the one before it; "than in 2022" names the earlier."""
    text = claim.sentence.of(reader.told.document.text)
    than = _THAN.search(text)
    named = [] if than is None else find_periods(text[than.end() :])
    older = next((t for t in times for p in named if one_time(p, t)), None)
    if older is not None and older is not times[-1]:
        return older, times[-1]
    if than is not None and _BEFORE.search(text) and len(times) > 1:
        return times[-2], times[-1]
    latest = reader.when(claim, family).main if times else None
    return (times[times.index(latest) - 1] if latest in times[1:] else None), latest


def _told(
    column: Column, rows: Sequence[Row], held: Sequence[At], unknown: int, wanted: Condition, reader: Reader
) -> Computed:
    cells = tuple(cite(reader, at) for at in held)
    told = f"rows of {column.head.text} that are {'higher' if wanted.direction == 'rose' else 'lower'}"
    arithmetic = f"{len(held)} of {len(rows)} rows: {', '.join(at.row.label for at in held)}"
    amount = between(len(held), len(held) + unknown, "") if unknown else exact(Fraction(len(held)), "")
    return Computed(amount, arithmetic, told, cells, "same")


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
