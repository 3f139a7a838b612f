"""Which columns the noun of a count names, and the numbers in heads: "5,726 households", "over 52 weeks"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor.lexicon import table as data
from extractor.model import Claim, Span
from extractor.reference.fitting import words_of
from extractor.reference.match import At, Candidate, Reader
from extractor.reference.stated import agree
from extractor.reference.words import root, roots
from extractor.regexes import Regex

_AND = Regex(r"\s+and\s+(?:just\s+|only\s+)?")
#: Words have to cover half of a column's name for its noun to rule other columns out.
_NAMED = 0.5


def has_noun(reader: Reader, claim: Claim, candidate: Candidate) -> bool:
    """True if the noun of a claim names a column, or sorts its row."""
    if claim.measure is None:
        return False
    noun = root(claim.measure.key)
    names = {*words_of(candidate.column), *(w for k in candidate.row.kinds for w in roots(k))}
    return any(reader.akin(noun, w) for w in names)


def is_second_of_pair(reader: Reader, claim: Claim, first: Candidate) -> bool:
    """True for the 61 of "80 per cent and 61", where the 80 prints the cell: one cell is told once."""
    amount = reader.reference.amount(first.row, first.column)
    text = reader.told.document.text
    for other in reader.told.figures.get(claim.sentence, ()):
        between = Span(min(other.figure.span.end, claim.figure.span.start), claim.figure.span.start)
        if other is claim or other.figure.span.end > claim.figure.span.start or amount is None:
            continue
        if _AND.fullmatch(between.of(text)) and agree(
            other.figure.amount, replace(amount, unit=other.figure.amount.unit)
        ):
            return True
    return False


def of_noun(
    reader: Reader, claim: Claim, found: Sequence[Candidate], first: Candidate
) -> Sequence[Candidate]:
    """The cells of columns that the noun right behind a count names, where the firmest is one of them.

    "5,726 households" are no children, though a column of children has the number.
    """
    noun = claim.measure
    behind = noun is not None and noun.span is not None and 0 <= noun.span.start - claim.figure.span.end <= 1
    firm = first.tie.firmness >= _NAMED and has_noun(reader, claim, first)
    if claim.figure.kind != "count" or not behind or not firm:
        return found
    return [c for c in found if has_noun(reader, claim, c)]


def is_of_other_number(reader: Reader, claim: Claim, candidate: At) -> bool:
    """True where the words name the number of another head: "52 weeks", of a column "Over 26 weeks"."""
    own = {w for w in words_of(candidate.column) if w.isdigit()}
    near, least = reader.near(claim), data("reference")["tie"]["sentence"]
    said = {w for w in reader.numbers if near.get(w, 0.0) >= least}
    named = {w for c in reader.reference.columns for w in words_of(c) if w in said}
    return bool(own and named) and not own & named


def counts(claim: Claim, candidate: Candidate) -> bool:
    """True if the noun printed behind a figure is that of a column."""
    noun = claim.measure
    if noun is None or noun.span is None or not 0 <= noun.span.start - claim.figure.span.end <= 1:
        return False
    return candidate.column.head.words[-1:] == (root(noun.key),)
