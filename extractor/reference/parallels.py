"""Figures that go on as the one before: "Marsh ran 12 per cent late, and Dene 15", "31, against 35 in 2022".

The figure before is borne out by cells. The next one has a row or a time of its own and no other words: it
is of the same cells in that row, or at that time.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from extractor.lexicon import Policy
from extractor.lexicon import table as data
from extractor.model import Claim, Finding, Observation, Span
from extractor.periods import find_periods
from extractor.reference.computed.portions import share_of
from extractor.reference.computed.ratios import quotient
from extractor.reference.computed.spots import spots, sure_label
from extractor.reference.findings import agrees, questioned, questioned_value
from extractor.reference.fitting import span_of
from extractor.reference.match import At, Candidate, Reader, Tie
from extractor.reference.questioning.guards import (
    is_beside_the_facts,
    is_carried_too_far,
    is_of_another_whole,
    is_out_of_reach,
)
from extractor.reference.questioning.narrowed import is_of_those_before
from extractor.reference.questioning.strangers import strange_words
from extractor.reference.readings import reading_of
from extractor.reference.stated import Computed, Stated, agree, has_many_digits, of_cell, stated_of
from extractor.reference.tables.reference_table import Column, Row
from extractor.reference.times.when import one_time
from extractor.reference.words import roots
from extractor.regexes import Regex

#: "Per 1,000", "per 100,000": what the figure before may have been told for so many of.
_MANY = (1, 100, 1000, 10_000, 100_000, 1_000_000)
#: Words in a sentence that may set two times side by side.
_ANOTHER = Regex(
    r"\b(?:ago|before|earlier|previous(?:ly)?|once|(?<!, )(?<!and )then|used\s+to|since|until|than|from"
    r"|against|compared|last|still|again)\b",
    re.IGNORECASE,
)
_NO_QUANTITY = ("date", "reference", "rank", "score", "age")


def parallels(reader: Reader, found: Sequence[Finding], policy: Policy) -> Iterator[Finding]:
    """Every figure of the story that no cell was found for, and that goes on as one that was borne out."""
    columns = Counter(
        _where(reader, f) for f in found if f.verdict == "consistent" and f.relation.kind == "same"
    )
    models = {
        questioned_value(f.relation.roles).id: f
        for f in found
        if _is_model(reader, f, supported=columns[_where(reader, f)] > 1)
    }
    judged = {questioned_value(f.relation.roles).id for f in found if f.verdict != "undecided"}
    claims = [c for c in reader.told.claims if c.figure.kind not in _NO_QUANTITY]
    ordered = sorted(claims, key=lambda c: c.figure.span)
    for at, claim in enumerate(ordered):
        before = _before(reader, claim, ordered[:at])
        model = None if before is None else models.get(before.id)
        if claim.id in judged and not _is_of_another_time(reader, claim, before, model, found):
            continue
        if before is None or model is None or not _goes_on(reader, claim, before):
            continue
        for finding in _judged(reader, claim, before, model, policy):
            models |= {claim.id: finding} if finding.verdict == "consistent" else {}
            yield finding


def _is_of_another_time(
    reader: Reader, claim: Claim, before: Claim | None, model: Finding | None, found: Sequence[Finding]
) -> bool:
    """True where the cell that bears a figure out is of another time than that of the figure before.

    "Dene stood at 41.6 and Marsh at 46.6" tells one time, whatever Marsh stood at three years ago.
    """
    own = [f for f in found if f.verdict != "undecided" and questioned_value(f.relation.roles).id == claim.id]
    if before is None or model is None or before.sentence != claim.sentence or len(own) != 1:
        return False
    sentence = claim.sentence.of(reader.told.document.text)
    if own[0].verdict != "consistent" or find_periods(sentence) or _ANOTHER.search(sentence):
        return False
    one, other = own[0].cells, model.cells
    if len(one) != 1 or len(other) != 1 or not _is_of(reader, one[0].observation):
        return False
    a, b = (At(_row(reader, c.observation), _column(reader, c.observation)) for c in (one[0], other[0]))
    times = [reader.reference.period(at.row, at.column) for at in (a, b)]
    alike = reader.same_measure(a.column, b.column) and a.row.kinds == b.row.kinds
    return alike and times[0] != times[1] and has_many_digits(before)


def _is_of(reader: Reader, o: Observation) -> bool:
    """True for a cell of the table: another one may have its name."""
    row = reader.reference.row_of(o)
    column = reader.reference.column_of(o)
    return row is not None and column is not None and reader.reference.printed(row, column) == o.text


def _where(reader: Reader, finding: Finding) -> tuple[int, str, int]:
    """Paragraph, table and column of a finding: several there do not agree by chance."""
    cell, span = finding.cells[0].observation, span_of(questioned_value(finding.relation.roles))
    return reader.told.paragraph(span.start).start, cell.table, cell.column


def _is_model(reader: Reader, finding: Finding, *, supported: bool) -> bool:
    """True for a figure that cells bear out, and not by chance: firm ones, several, or with digits enough."""
    claim = questioned_value(finding.relation.roles)
    if finding.verdict != "consistent" or not isinstance(claim, Claim) or not finding.cells:
        return False
    if not all(_is_of(reader, c.observation) for c in finding.cells):
        return False
    if finding.relation.kind in ("share", "mean"):
        return _is_told(reader, claim, finding)
    if finding.relation.kind != "same":
        return False
    best = next(iter(reader.candidates(claim)), None)
    firm = best is not None and best.tie.firmness >= data("reference")["tie"]["accuse"]
    return firm or supported or has_many_digits(claim)


def _is_told(reader: Reader, claim: Claim, finding: Finding) -> bool:
    """True unless a row that makes the figure is not named in its paragraph, and may fit by chance."""
    entities = {c.observation.entity for c in finding.cells}
    if len(entities) == 1:
        return True
    around = reader.told.paragraph(claim.figure.span.start)
    named = {label for n in reader.named if around.contains(n.span) for label in n.labels}
    return entities <= named | set(reader.labels.totals)


def _before(reader: Reader, claim: Claim, earlier: Sequence[Claim]) -> Claim | None:
    """The last figure of the same unit before one, in its sentence or the one before in the paragraph."""
    alike = [c for c in earlier if _unit(c) == _unit(claim) and _sort(c) == _sort(claim)]
    if not alike:
        return None
    around = reader.told.paragraph(claim.sentence.start)
    start = reader.told.sentence_before(claim.sentence, around)
    return alike[-1] if alike[-1].figure.span.start >= start else None


def _unit(claim: Claim) -> str:
    """The unit of a figure; none for "3.4 homes per 1,000", which may go on as "in Dene 5.9"."""
    unit = claim.figure.amount.unit
    return "" if unit.startswith("per ") else unit


def _sort(claim: Claim) -> str:
    alike = {"rate": "count", "ratio": "percentage"}
    return alike.get(claim.figure.kind, claim.figure.kind)


def _goes_on(reader: Reader, claim: Claim, before: Claim) -> bool:
    """True if the words around a figure name rows, times and nothing that the sentence before does not."""
    if is_beside_the_facts(reader, claim):
        return False
    if claim.stance != "asserted" or claim.negated != before.negated or claim.statistic == "change":
        return False
    text, start = reader.told.document.text, reader.place(claim).before.start
    own = before.sentence == claim.sentence
    told = Span(before.sentence.start, start if own else before.sentence.end)
    known = {*roots(told.of(text)), *roots(reader.reference.row_noun)}
    return all(w in known for w in strange_words(reader, claim))


def _judged(reader: Reader, claim: Claim, before: Claim, model: Finding, policy: Policy) -> Iterator[Finding]:
    label = _label(reader, claim, model)
    if label is None:
        return
    stated = stated_of(claim, policy)
    made = list(_made(reader, claim, before, model, label, stated))
    if len(made) != 1:
        return
    at, computed = made[0]
    if agree(stated.amount, computed.amount):
        yield agrees(stated, computed)
        return
    candidate = Candidate(at.row, at.column, Tie(1.0), 1.0, True)
    reading = reading_of(reader, stated, candidate) if computed.kind == "same" else None
    if is_of_another_whole(reader, claim, candidate) or _is_left_behind(reader, claim, before, at):
        return
    if computed.kind == "same" and is_carried_too_far(reader, claim, candidate):
        return
    if is_of_those_before(reader, claim, at.column):
        return
    if reading is None and is_out_of_reach(claim, candidate, computed.amount):
        return
    yield questioned(stated, computed, reading)


def _is_left_behind(reader: Reader, claim: Claim, before: Claim, at: At) -> bool:
    """True for the time of a sentence before set against: "under the 103 of 2023. Dene had 84"."""
    period, main = reader.reference.period(at.row, at.column), reader.when(claim).main
    if before.sentence == claim.sentence or period is None or main is None or _has_time(reader, claim):
        return False
    return not one_time(period, main)


def _label(reader: Reader, claim: Claim, model: Finding) -> str | None:
    """The row that a figure names; where it has none but a time of its own, that of the figure before."""
    place = reader.place(claim)
    if _has_time(reader, claim) and not any(place.holds(n.span) for n in reader.named):
        return model.cells[0].observation.entity
    return sure_label(reader, claim)


def _made(
    reader: Reader, claim: Claim, before: Claim, model: Finding, label: str, stated: Stated
) -> Iterator[tuple[At, Computed]]:
    """What the cells of the figure before make in the row, or at the time, of the next one."""
    first = model.cells[0].observation
    timed = _has_time(reader, claim)
    if timed and model.relation.kind == "same":
        column = _column(reader, first)
        family = [c for c in reader.reference.columns if reader.same_measure(c, column)]
        for spot in spots(reader, claim, [label], lambda c: c in family):
            # "123, and it was 134 last year": of another time than the cell that the 123 is of.
            same = spot.row == _row(reader, first) and spot.column == column
            if spot.row.kinds == _row(reader, first).kinds and not same:
                yield from _with(spot, of_cell(reader, spot, stated.negated))
        return
    if timed or label == first.entity:
        return
    cells = [_moved(reader, c.observation, first.entity, label) for c in model.cells]
    if any(c is None for c in cells):
        return
    yield from _of_cells(reader, [c for c in cells if c is not None], before, model, stated)


def _has_time(reader: Reader, claim: Claim) -> bool:
    place = reader.place(claim)
    return bool(find_periods(reader.told.document.text[place.before.start : place.after.end]))


def _of_cells(
    reader: Reader, cells: Sequence[At], before: Claim, model: Finding, stated: Stated
) -> Iterator[tuple[At, Computed]]:
    if model.relation.kind == "same":
        yield from _with(cells[0], of_cell(reader, cells[0], stated.negated))
    elif len(cells) == 2 and all(reader.reference.amount(c.row, c.column) is not None for c in cells):
        part, whole = cells
        if model.relation.kind == "share":
            yield part, share_of(reader, stated, part, whole)
        else:
            many = _many(reader, before, model)
            yield from ((part, q) for q in quotient(reader, stated, part, whole, many) if many)


def _many(reader: Reader, before: Claim, model: Finding) -> int:
    """Of how many the figure before was told for one; 0 where none fits."""
    top, whole = (At(_row(reader, c.observation), _column(reader, c.observation)) for c in model.cells)
    own = Stated(before, before.figure.amount, negated=False)
    fits = (m for m in _MANY for q in quotient(reader, own, top, whole, m) if agree(own.amount, q.amount))
    return next(fits, 0)


def _with(at: At, computed: Computed | None) -> Iterator[tuple[At, Computed]]:
    if computed is not None:
        yield at, computed


def _moved(reader: Reader, o: Observation, old: str, new: str) -> At | None:
    """A cell of one row in another row of the same kind and time; the row for all stays."""
    row, column = _row(reader, o), _column(reader, o)
    if row.label != old:
        return At(row, column)
    rows = [r for r in reader.rows.get(new, ()) if r.period == row.period]
    alike = rows if len(rows) == 1 else [r for r in rows if r.kinds == row.kinds]
    return At(alike[0], column) if len(alike) == 1 else None


def _column(reader: Reader, o: Observation) -> Column:
    column = reader.reference.column_of(o)
    assert column is not None
    return column


def _row(reader: Reader, o: Observation) -> Row:
    row = reader.reference.row_of(o)
    assert row is not None
    return row
