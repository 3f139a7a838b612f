"""Figures that are a cell of their row, or a change of it, with two neighbouring digits the other way round.

"The next-largest margin, 1,276 in DENE", of a cell of 1,726: no words tie the figure to its column, but
the clause names the row, and nothing of it that the figure agrees with.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations

from extractor.amount import PERCENT, difference, percent_change
from extractor.lexicon import Policy
from extractor.lexicon import table as data
from extractor.model import Amount, Claim, Finding, Span
from extractor.reference.changes.between_times import is_change
from extractor.reference.changes.cells import computed as change_of
from extractor.reference.changes.cells import spans
from extractor.reference.computed.spots import likeliest, sure_label
from extractor.reference.findings import questioned, questioned_value
from extractor.reference.fitting import fits
from extractor.reference.match import Reader
from extractor.reference.questioning.guards import counts_the_same, is_beside_the_facts
from extractor.reference.questioning.named_cells import names_in
from extractor.reference.questioning.narrowed import is_gain, is_level
from extractor.reference.readings import Explained, is_swapped
from extractor.reference.stated import Computed, agree, of_cell, stated_of
from extractor.reference.topic import topics

#: So many digits lie no swap from a cell by chance; of one fewer words have to tell the column.
_MANY = 4
_NO_NUMBER = ("date", "reference", "score", "multiple", "rank", "age", "ratio")


def transposed(
    readers: Sequence[Reader], found: Sequence[Finding], claims: Sequence[Claim], policy: Policy
) -> Iterator[Finding]:
    """A finding for every such figure of which nothing else was said."""
    decided = {questioned_value(f.relation.roles).id for f in found if f.verdict != "undecided"}
    for claim in claims:
        if claim.id in decided or claim.stance != "asserted" or claim.figure.kind in _NO_NUMBER:
            continue
        made = [m for r in readers if claim.id in r.claims for m in _made(r, r.claims[claim.id])]
        if len({m.arithmetic for m in made}) == 1:
            fit = Explained("digit", "a number with two digits changing places")
            yield questioned(stated_of(claim, policy), made[0], fit)


def _made(reader: Reader, claim: Claim) -> Iterator[Computed]:
    label = sure_label(reader, claim)
    if label is None or label not in _named(reader, claim) or is_beside_the_facts(reader, claim):
        return
    level = replace(claim, statistic=None) if is_level(reader, claim) else claim
    if level.statistic != "change" and not counts_the_same(reader, level):
        return
    made = (
        list(_changes(reader, claim, label))
        if _is_moved(reader, level)
        else list(_levels(reader, level, label))
    )
    if made and not _is_of_row(reader, level, label):
        yield from made


def _is_moved(reader: Reader, claim: Claim) -> bool:
    return is_change(claim) or is_gain(reader.told, claim)


def _named(reader: Reader, claim: Claim) -> frozenset[str]:
    """The row that the clause of a figure names alone, else its sentence."""
    place = reader.place(claim)
    clause = Span(place.before.start, place.after.end)
    named = names_in(reader, place.before) or names_in(reader, clause) or names_in(reader, claim.sentence)
    return named if len(named) == 1 else frozenset()


def _levels(reader: Reader, claim: Claim, label: str) -> Iterator[Computed]:
    columns = [c for c in reader.reference.columns if fits(claim, c)]
    cells = sorted(reader.cells(claim, columns, [label]), key=lambda c: -c.tie.firmness) if columns else []
    cells = [c for c in cells if c.dated]
    near = [c for c in likeliest(cells) if c.tie.firmness >= data("reference")["tie"]["confirm"]]
    for cell in cells:
        amount = reader.reference.amount(cell.row, cell.column)
        if amount is not None and _is_swap(claim, amount, told=cell in near):
            made = of_cell(reader, cell, False)
            yield from () if made is None else (made,)


def _changes(reader: Reader, claim: Claim, label: str) -> Iterator[Computed]:
    unit = claim.figure.amount.unit
    every = topics(reader, claim, lambda c: not c.head.is_change and (unit == PERCENT or c.unit == unit))
    found = [t for t in every if t.label == label]
    least = data("reference")["tie"]["confirm"]
    for topic in found:
        for between in spans(reader, claim, topic)[:1]:
            made = change_of(reader, topic, between, claim)
            told = topic == found[0] and topic.firmness >= least
            if made is not None and _is_swap(claim, made[2].amount, told=told):
                yield made[2]


def _is_swap(claim: Claim, amount: Amount, *, told: bool) -> bool:
    """True if the figure prints an amount with two neighbouring digits the other way round."""
    value, stated = claim.figure.value, claim.figure.amount
    if not value or amount.low is None or amount.high is None:
        return False
    middle = Fraction(amount.low + amount.high) / 2
    own, other = (str(round(abs(n) / (stated.grain or 1))) for n in (Fraction(value), middle))
    return len(own) >= (_MANY - 1 if told else _MANY) and is_swapped(own, other)


def _is_of_row(reader: Reader, claim: Claim, label: str) -> bool:
    """True if a cell of the rows told near, or the change or gap of two of its row, is what is stated."""
    around = reader.told.paragraph(claim.sentence.start)
    near = names_in(reader, around) | set(reader.labels.totals) | {label}
    stated = claim.figure.amount
    columns = [c for c in reader.reference.columns if c.unit == stated.unit or stated.unit == PERCENT]
    own: list[Amount] = []
    for name in near:
        for row in reader.rows.get(name, ()):
            given = [a for c in columns if (a := reader.reference.amount(row, c)) is not None]
            if any(agree(stated, replace(a, unit=stated.unit)) for a in given):
                return True
            own += given if name == label else []
    for a, b in combinations(own, 2):
        if stated.unit == PERCENT:
            both = [percent_change(x, y) for x, y in ((a, b), (b, a)) if x.low and x.low > 0]
        else:
            both = [difference(a, b), difference(b, a)] if a.unit == b.unit else []
        if any(agree(stated, replace(m, unit=stated.unit)) for m in both):
            return True
    return False
