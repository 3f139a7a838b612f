"""Figures whose likeliest cell is told too loosely to question them, but which are a slip of digits from it.

"The Hill line fared worst, with 29,240", of a cell of 22,940: by chance a number hardly lies one slip of
digits from a cell that is meant. So less need be told of the cell, the less the more digits there are.
"""

from __future__ import annotations

from dataclasses import replace

from extractor.lexicon import table as data
from extractor.reference.fitting import fits
from extractor.reference.likely.board import digits_of
from extractor.reference.likely.bound import Bound
from extractor.reference.likely.levels import Level
from extractor.reference.match import At
from extractor.reference.questioning.guards import counts_the_same, is_beside_the_facts
from extractor.reference.questioning.named_cells import names_in
from extractor.reference.questioning.strangers import strange_words
from extractor.reference.stated import Stated, agree

#: A number of so many digits is hardly one slip from another, or that of another column, by chance.
_MANY_DIGITS = 3
#: Words that are of nothing in the table, beside words for the measure or a number of more digits.
_MOST_UNKNOWN = 3
#: A figure without words for its measure goes on as the one before it.
_CARRIED = ("neighbour same before", "last figure")


def is_digit_slip(bound: Bound, stated: Stated, level: Level, at: At) -> bool:
    """True if words tie a figure, which is a slip of digits from its likeliest cell, firmly enough to it."""
    rules = data("reference")["likely"]["slip"]
    if level.most * bound.forms["level"] < rules["likely"] or bound.forms["none"] >= rules["none"]:
        return False
    return _is_of_the_sort(bound, stated, at) and _is_told(bound, at)


def _is_of_the_sort(bound: Bound, stated: Stated, at: At) -> bool:
    """True if a cell may be what a figure states, and its clause is of no other row or column."""
    reader, claim = bound.board.reader, bound.board.reader.claims[bound.claim.id]
    if stated.negated or claim.statistic == "change" or not fits(claim, at.column):
        return False
    if is_beside_the_facts(reader, claim) or not counts_the_same(reader, claim):
        return False
    named, own = names_in(reader, bound.around.clause), bound.board.name(at.row)
    if named and own not in named:
        return False
    against = any(f.startswith("against") for f in bound.described_rows[own])
    return not against and not _is_of_another_column(bound, stated, at)


def _is_of_another_column(bound: Bound, stated: Stated, at: At) -> bool:
    """True for the number of another column of the row, in any unit, where no words are of this one's."""
    measure, name = bound.measure_of(at), bound.board.name(at.row)
    if "clause best" in bound.described_measures[measure] or digits_of(bound.claim) < _MANY_DIGITS:
        return False
    others = (bound.board.amount(key) for key in bound.board.cells if key[0] == name and key[1] != measure)
    told = replace(stated.amount, unit="")
    return any(a is not None and agree(told, replace(a, unit="")) for a in others)


def _is_told(bound: Bound, at: At) -> bool:
    """True if a clause tells the measure or goes on as a figure of it, and few words are of anything else."""
    measure, digits = bound.described_measures[bound.measure_of(at)], digits_of(bound.claim)
    said = "clause cover 0" not in measure
    carried = any(f.startswith(_CARRIED) for f in measure)
    reader = bound.board.reader
    strange = strange_words(reader, reader.claims[bound.claim.id])
    unknown = sum(not any(reader.akin(w, v) for v in reader.vocabulary) for w in strange)
    firm = said or digits > _MANY_DIGITS
    return unknown <= _MOST_UNKNOWN if firm else carried and not unknown
