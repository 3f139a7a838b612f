"""A superlative given to one row with the number of the row that has it.

"The quietest station is DENE, with 31,382 passengers": 31,382 is the fewest, but those of Marsh.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.model import Claim, Comparison, Finding, Role
from extractor.reference.computed.spots import shown_cells
from extractor.reference.findings import cite, finding
from extractor.reference.fitting import fits
from extractor.reference.match import At, Reader
from extractor.reference.phrases import phrase
from extractor.reference.questioning.named_cells import telling_words
from extractor.reference.ranks.rates import Ordering
from extractor.reference.ranks.standings import rivals_of, standing
from extractor.reference.ranks.sure import is_among_others, is_of_a_change
from extractor.reference.ranks.words import Rank, is_of_change_told, ranks_in
from extractor.reference.stated import agree, has_many_digits
from extractor.reference.tables.reference_table import Column
from extractor.reference.words import roots
from extractor.regexes import Regex

#: A number of so many digits is that of another row by no chance, whatever words name its column.
_EXACT = 4
#: "The lowest of the nine in the north": a rank among fewer rows than the table has.
_LESS = Regex(r"\b(?:among|outside|apart\s+from|except|excluding|bar|besides|after|behind|other\s+than)\b")


def holders(reader: Reader) -> Iterator[Finding]:
    """Every superlative of a row that stands beside the number of the row which has that place."""
    if reader.reference.partial:
        return
    found = [r for r in ranks_in(reader.told.document.text) if r.end is not None]
    for rank in found:
        value = phrase(reader.told, rank.span, rank.end or "higher")
        if sum(value.sentence.contains(r.span) for r in found) == 1:
            yield from _judged(reader, rank, value)


def _judged(reader: Reader, rank: Rank, value: Comparison) -> Iterator[Finding]:
    text = reader.told.document.text
    named = [n for n in reader.named if value.sentence.contains(n.span) and not n.wide]
    figures = [c for c in reader.told.figures.get(value.sentence, ()) if has_many_digits(c)]
    if len({n.labels for n in named}) != 1 or len(named[0].labels) != 1 or len(figures) != 1:
        return
    label, claim = named[0].labels[0], figures[0]
    if claim.stance != "asserted" or claim.statistic == "change" or label in reader.labels.totals:
        return
    if is_of_change_told(text, rank.span.end) or is_of_a_change(reader, value):
        return
    if (
        _LESS.search(value.sentence.of(text))
        or is_among_others(reader, value)
        or _prints_own(reader, claim, label)
    ):
        return
    held = list(_held(reader, rank, value, claim, label))
    if held and all(reader.same_measure(h[0].column, held[0][0].column) for h in held):
        yield _finding(reader, value, claim, *held[0])


def _prints_own(reader: Reader, claim: Claim, label: str) -> bool:
    """True if a figure prints a cell of the row itself, in whatever column."""
    columns = [c for c in reader.reference.columns if fits(claim, c)]
    cells = (reader.reference.amount(r, c) for r in reader.rows.get(label, ()) for c in columns)
    return any(a is not None and agree(claim.figure.amount, a) for a in cells)


def _held(reader: Reader, rank: Rank, value: Comparison, claim: Claim, label: str) -> Iterator[tuple[At, At]]:
    """Cells of the row beside those of the row that has its place, which the figure prints."""
    for own in reader.cells(claim, [c for c in reader.reference.columns if fits(claim, c)], [label]):
        by = Ordering(reader.reference, own.column)
        if not own.dated or by.amount(own.row) is None or not _is_told(reader, value, claim, own.column):
            continue
        if standing(reader, own, by, "").may_be(rank.place, rank.end):
            continue
        for row, amount in rivals_of(reader, own, by, ""):
            other = At(row, own.column)
            held = agree(claim.figure.amount, amount)
            if held and standing(reader, other, by, "").may_be(rank.place, rank.end):
                yield own, other


def _is_told(reader: Reader, value: Comparison, claim: Claim, column: Column) -> bool:
    """True if the sentence has a word of the column, or the figure more digits than chance would give."""
    number = claim.figure.value
    if number is not None and len(number.normalize().as_tuple().digits) >= _EXACT:
        return True
    said: Sequence[str] = roots(value.sentence.of(reader.plain))
    return any(reader.akin(w, s) for w in telling_words(reader, column) for s in said)


def _finding(reader: Reader, value: Comparison, claim: Claim, own: At, other: At) -> Finding:
    cells = (cite(reader, own), cite(reader, other, "fits"))
    return finding(
        "rank",
        "mismatch",
        (Role("stated", value), Role("from", claim)),
        cells,
        severity="error",
        reading="rank",
        arithmetic=shown_cells(cells),
        explanation=f"“{claim.figure.text}” is what the table gives for {other.row.label}, which has the "
        f"place that “{value.text}” gives {own.row.label}.",
        missing=("the group of rows that the rank is among, if it is a smaller one",),
        suggestion="check which row is meant",
    )
