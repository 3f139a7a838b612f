"""A figure that prints the cell of another column or kind than the one that its words name.

"Gallows has 5,726 households", where 5,726 are its children, and its households are 4,459.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.lexicon import table as data
from extractor.model import Claim
from extractor.reference.column_nouns import has_noun
from extractor.reference.fitting import words_of
from extractor.reference.match import Candidate, Reader
from extractor.reference.other_time import digits_of
from extractor.reference.questioning.questionable import asserts
from extractor.reference.row_counts import is_of_counted_rows
from extractor.reference.stated import agree
from extractor.reference.words import root, roots

#: A row has to be this sure, and a number of so many digits prints no other cell of its row by chance.
_SURE_ROW, _DIGITS = 0.7, 4


def meant_cell(reader: Reader, claim: Claim, found: Sequence[Candidate]) -> Candidate | None:
    """The cell that the noun of a count or the kind beside it names, where its number is that of another.

    None where words of the sentence name the other one too.
    """
    if claim.figure.kind != "count" or not asserts(claim) or digits_of(claim) < _DIGITS:
        return None
    subjects = reader.subjects(claim)
    if not subjects or subjects[0].named is None or subjects[0].certainty < _SURE_ROW:
        return None
    own = [c for c in found if c.row.label in subjects[0].labels and len(subjects[0].labels) == 1]
    printed = [c for c in own if _prints(reader, claim, c)]
    if len({(c.column, c.row.kinds) for c in printed}) != 1 or not printed[0].dated:
        return None
    if is_of_counted_rows(reader, claim):
        return None
    return next(_named(reader, claim, own, printed[0]), None)


def _named(reader: Reader, claim: Claim, own: Sequence[Candidate], printed: Candidate) -> Iterator[Candidate]:
    """The dated cells that the words name in place of the one that prints the number."""
    given = [c for c in own if c.dated and reader.reference.amount(c.row, c.column) is not None]
    if (
        _is_behind(claim)
        and claim.measure is not None
        and not _is_said(reader, claim, words_of(printed.column))
    ):
        noun = root(claim.measure.key)  # no word that is only akin: "workers" may be of "Employed" or "Jobs"
        alike = [c for c in given if noun in words_of(c.column) and c.row.kinds == printed.row.kinds]
        if not has_noun(reader, claim, printed):
            yield from sorted(alike, key=lambda c: -c.tie.firmness)
    kinds = tuple(w for k in printed.row.kinds for w in roots(k))
    if kinds and not _is_said(reader, claim, kinds):
        near, segment = reader.near(claim), data("reference")["tie"]["segment"]
        for one in given:
            words = [w for k in one.row.kinds for w in roots(k)]
            if one.column == printed.column and words and all(near.get(w, 0.0) >= segment for w in words):
                yield one


def _prints(reader: Reader, claim: Claim, candidate: Candidate) -> bool:
    amount = reader.reference.amount(candidate.row, candidate.column)
    return amount is not None and agree(claim.figure.amount, amount)


def _is_behind(claim: Claim) -> bool:
    """True if the noun of a count stands right behind it."""
    noun = claim.measure
    return noun is not None and noun.span is not None and 0 <= noun.span.start - claim.figure.span.end <= 1


def _is_said(reader: Reader, claim: Claim, words: Sequence[str]) -> bool:
    """True if the sentence has one of some words, or one for the same thing."""
    own = set(roots(claim.sentence.of(reader.plain)))
    return any(reader.akin(w, o) for w in words for o in own)
