"""What a figure or phrase is about, whatever its own number: one row and one measure at all its times.

A change, a rank or a direction needs the same ties as a cell, but no cell of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extractor.lexicon import table as data
from extractor.model import Amount, Claim, Comparison, Period, Span
from extractor.reference.fitting import fits, span_of, words_of
from extractor.reference.match import At, Reader
from extractor.reference.questioning.narrowed import level_beside
from extractor.reference.rows.subjects import Subject
from extractor.reference.stated import agree, has_many_digits
from extractor.reference.tables.reference_table import Column
from extractor.reference.times.when import periods_of
from extractor.regexes import Regex

#: A row has to be this sure, and no other within the second of these, to question anything by it.
_SURE_ROW, _AS_SURE = 0.6, 0.12
#: A clause with a subject of its own: ", and its orders", "; the rest".
_OWN_CLAUSE = Regex(
    r";\s|,\s+(?:and|but|while|whereas|though|although)\s+(?:its|their|the|his|her|[A-Za-z]+['’]s)\s",
    re.IGNORECASE,
)
#: A tie below this says nothing.
_IDLE = 0.2


@dataclass(frozen=True, slots=True)
class Topic:
    """One measure of one row, with how firmly words tie it."""

    label: str
    #: A cell of the measure, at any time.
    at: At
    firmness: float
    #: True if words tie it firmly enough to question the figure.
    firm: bool
    #: True if they would, but for other measures that they may mean as well.
    contested: bool = False


def topics(
    reader: Reader,
    value: Claim | Comparison,
    wanted: Callable[[Column], bool],
    near: Mapping[str, float] | None = None,
    *,
    among_rows: bool = False,
    others: Sequence[Span] = (),
) -> tuple[Topic, ...]:
    """The measures that a figure or phrase may be about, the firmest first, of the surest rows.

    `others` are phrases that have rows of their own: a row beyond one of them is not meant.
    """
    columns = [c for c in reader.reference.columns if not c.head.is_rank and wanted(c)]
    subjects = reader.subjects(value)
    if among_rows:  # "the highest in the country" is told of a row, not of the country
        subjects = tuple(s for s in subjects if not set(s.labels) & set(reader.labels.totals))
    own = tuple(s for s in subjects if not _is_beyond(s, value, others))
    subjects = own or subjects
    if not columns or not subjects:
        return ()
    words = reader.near(value) if near is None else near
    surest = subjects[0].certainty
    likely = [s for s in subjects if s.certainty >= surest - _AS_SURE]
    one_row = len(likely) == 1 and len(likely[0].labels) == 1 and surest >= _SURE_ROW
    sole = {c.number for c in columns if reader.is_sole(c)}
    one_unit = len({c.unit for c in columns}) == 1
    found: list[tuple[float, bool, str, At]] = []
    for subject in likely:
        for label in subject.labels:
            rows = reader.rows.get(label, ())
            ties = reader.ties(words, columns, rows)
            for at in (At(r, c) for r in rows for c in columns):
                tie = ties[at.column.number, at.row.kinds]
                rest = (t.firmness for (n, _), t in ties.items() if n not in sole)
                alone = one_unit or all(f < _IDLE for f in rest)
                firmness = reader.firmness(words, at.column, tie) if alone else tie.firmness
                if not words_of(at.column) and not _has_unit_of(value, at.column):
                    firmness = 0.0  # "Value (£)" is named by its unit alone
                # "15 per cent more" has no unit: the only column of minutes may bear it out, no more.
                loose = firmness > tie.firmness and not one_unit
                rivalled = tie.rivalled and not (alone and reader.is_sole(at.column))
                found.append((firmness, rivalled or loose, label, at))
    return _ranked(reader, found, one_row)


def _has_unit_of(value: Claim | Comparison, column: Column) -> bool:
    """True for a change told in the unit of a column: "£300 more"."""
    return isinstance(value, Claim) and value.figure.amount.unit == column.unit


def _is_beyond(subject: Subject, value: Claim | Comparison, others: Sequence[Span]) -> bool:
    """True if another phrase stands between a row and the one that it might belong to."""
    named, span = subject.named, span_of(value)
    if named is None:
        return False
    between = Span(min(named.span.end, span.end), max(named.span.start, span.start))
    return any(between.start <= o.start and o.end <= between.end for o in others)


def _ranked(reader: Reader, found: Sequence[tuple[float, bool, str, At]], one_row: bool) -> tuple[Topic, ...]:
    """Each measure once, firm where it is the only one that the words name."""
    best: list[tuple[float, bool, str, At]] = []
    for one in sorted(found, key=lambda f: -f[0]):
        if not any(one[2] == b[2] and one_measure(reader, one[3], b[3]) for b in best):
            best.append(one)
    if not best:
        return ()
    tie = data("reference")["tie"]
    # A number and its share have the same words: whichever is meant, neither may agree.
    words = set(words_of(best[0][3].column))
    others = [b for b in best[1:] if set(words_of(b[3].column)) != words]
    clear = not others or best[0][0] - others[0][0] >= tie["margin"]
    tied = one_row and best[0][0] >= tie["accuse"] and not best[0][1]
    firm, contested = tied and clear, tied and not clear
    return tuple(Topic(b[2], b[3], b[0], firm and not n, contested and not n) for n, b in enumerate(best))


def rivals(found: Sequence[Topic]) -> list[Topic]:
    """The measures that words may mean in place of the first, which they tie about as firmly."""
    margin = data("reference")["tie"]["margin"]
    return [t for t in found[1:] if t.firmness > found[0].firmness - margin]


def printed(reader: Reader, value: Claim | Comparison, found: Sequence[Topic]) -> tuple[Topic, ...]:
    """The topics, first and firm the one of which another figure of the sentence prints a cell.

    "Marsh was up 16 per cent, to 32,150" is of what 32,150 is a number of.
    """
    level = level_beside(reader, value) if isinstance(value, Claim) else None
    others = [
        c
        for c in (reader.told.figures.get(value.sentence, ()) if level is None else [level])
        if not c.figure.span.overlaps(span_of(value)) and has_many_digits(c) and c.statistic != "change"
    ]
    told = [t for t in found if any(_is_printed(reader, t, c) for c in others)]
    if len(told) != 1 or (told[0] is not found[0] and _is_apart(reader, value, found, others)):
        return tuple(found)
    first = replace(told[0], firm=bool(reader.subjects(value)) and told[0].label == found[0].label)
    return (first, *(t for t in found if t is not told[0]))


def _is_apart(
    reader: Reader, value: Claim | Comparison, found: Sequence[Topic], others: Sequence[Claim]
) -> bool:
    """True where words name the first topic outright, and the levels stand in clauses of their own.

    "Sales fell by 28, and its orders dropped to 176": the 28 is of sales, whatever the 176 prints.
    """
    text, span = reader.told.document.text, span_of(value)
    behind = [c.figure.span for c in others if c.figure.span.start >= span.end]
    if not found[0].firm or len(behind) < len(others):
        return False
    return all(_OWN_CLAUSE.search(text, span.end, s.start) for s in behind)


def _is_printed(reader: Reader, topic: Topic, claim: Claim) -> bool:
    """True if a figure prints a cell of a topic, at one time or another."""
    cells = (at_time(reader, topic, p) for p in (*times_of(reader, topic), None))
    given = ((at, reader.reference.amount(at.row, at.column)) for at in cells if at is not None)
    return any(a is not None and fits(claim, at.column) and agree(claim.figure.amount, a) for at, a in given)


def one_measure(reader: Reader, a: At, b: At) -> bool:
    """True if two cells hold one measure, at one time or another."""
    return a.row.kinds == b.row.kinds and reader.same_measure(a.column, b.column)


def at_time(reader: Reader, topic: Topic, period: Period | None) -> At | None:
    """The cell of a topic at a time of the table; the only one where the table has no times."""
    table = reader.reference
    for row in reader.rows[topic.label]:
        for column in table.columns:
            if one_measure(reader, At(row, column), topic.at):
                own = table.period(row, column)
                if own is period or (own is not None and period is not None and own.key == period.key):
                    return At(row, column)
    return None


def times_of(reader: Reader, topic: Topic) -> tuple[Period, ...]:
    """The periods for which a topic has a number, oldest first."""
    return tuple(p for p in periods_of(reader.reference) if _has_number(reader, topic, p))


def levels_of(reader: Reader, topic: Topic) -> Iterator[Amount]:
    """What the cells of a topic allow, at all its times."""
    cells = (at_time(reader, topic, p) for p in times_of(reader, topic))
    amounts = (reader.reference.amount(at.row, at.column) for at in cells if at is not None)
    yield from (a for a in amounts if a is not None)


def _has_number(reader: Reader, topic: Topic, period: Period) -> bool:
    at = at_time(reader, topic, period)
    return at is not None and reader.reference.amount(at.row, at.column) is not None
