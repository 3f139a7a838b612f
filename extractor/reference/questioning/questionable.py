"""What the words must allow before a cell questions a figure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.amount import PERCENT
from extractor.lexicon import table as data
from extractor.model import Claim
from extractor.reference.column_nouns import (
    has_noun,
)
from extractor.reference.elliptic import is_bare
from extractor.reference.fitting import words_of
from extractor.reference.match import Candidate, Reader
from extractor.reference.questioning.guards import (
    counts_the_same,
    is_of_another_whole,
    is_out_of_reach,
    is_strange,
)
from extractor.reference.questioning.strangers import is_of_more, strange_words
from extractor.reference.readings import Explained
from extractor.reference.row_counts import is_of_counted_rows
from extractor.reference.words import root, roots
from extractor.regexes import Regex

_BY = Regex(r"\bby\s+(?:just\s+|only\s+|about\s+|some\s+)?$", re.IGNORECASE)
_SCORED = Regex(r"\s+(?:points?|votes?|seats?|goals?|runs?|games?|shots?|lengths?)\b")
#: What people make about things that a table may count.
_CONTACTS = frozenset(
    root(w) for w in ("call", "visit", "report", "complaint", "contact", "request", "referral")
)
#: A row has to be this sure to question a figure by it.
_SURE_ROW = 0.6
#: A row that is named beside a bare share, and how firmly words before it have to tie it to the one column.
_NAMED_ROW, _ONLY = 0.9, 0.4


def is_of_other_column(reader: Reader, claim: Claim, first: Candidate, reading: Explained) -> bool:
    """True for "third at 136" in a row of 9,100,000 and 136: no word of its own says which it is."""
    amount = reader.reference.amount(first.row, first.column)
    fits = reading.reading in ("definition", "unit") and is_bare(reader.told.document.text, claim)
    return fits and amount is not None and is_out_of_reach(claim, first, amount)


def names_part_of(reader: Reader, claim: Claim, first: Candidate, reading: Explained) -> bool:
    """True for "in the language paper it was 62.5": a word of its own names the other row that it fits."""
    if reading.reading != "place" or not reading.cells:
        return False
    sentence = set(roots(claim.sentence.of(reader.told.document.text)))
    others = {w for o in reading.cells for w in roots(o.entity)} - set(roots(first.row.label))
    return bool(others & sentence) and not set(roots(first.row.label)) & sentence


def is_told_so(reader: Reader, claim: Claim, first: Candidate, reading: Explained) -> bool:
    """True if a word of its own ties a figure to the other column that it fits: "expelled ... 173"."""
    if not is_bare(reader.told.document.text, claim):
        return False  # its own noun says what it is
    near, own = reader.near(claim), set(words_of(first.column))
    columns = [reader.reference.column_of(o) for o in reading.cells]
    others = (w for c in columns if c is not None for w in words_of(c))
    sentence = data("reference")["tie"]["sentence"] * data("reference")["tie"]["akin"]
    return any(reader.support(near, w) >= sentence for w in others if w not in own)


def could_question(reader: Reader, claim: Claim, first: Candidate) -> bool:
    """True if a claim speaks of a cell, but for a choice that the words leave."""
    known = speaks_of(first) and asserts(claim) and counts_the_same(reader, claim)
    return known and not is_of_another_whole(reader, claim, first)


def may_question(reader: Reader, claim: Claim, best: Sequence[Candidate]) -> bool:
    """True if words tie a claim to one row, one column and one time."""
    tie, first = data("reference")["tie"], best[0]
    if not asserts(claim) or first.subject < _SURE_ROW or not first.dated:
        return False
    if is_of_counted_rows(reader, claim) or _is_margin(reader, claim) or _is_only_akin(reader, claim, first):
        return False
    if is_of_another_whole(reader, claim, first) or _is_of_nobody(reader, claim, first):
        return False
    percent = claim.figure.amount.unit == PERCENT
    if percent and is_strange(reader, claim, first.column, alone=True, row=first.row):
        return (
            False  # "of the staff in the Hills 61 per cent are women", after the shares of those who passed
        )
    if first.tie.rivalled or _is_of_any_rate(reader, claim, first):
        return False
    if first.tie.firmness < tie["accuse"] and not _is_only_share(reader, claim, first):
        return False
    others = [c for c in best[1:] if not same_but_for_time(reader, c, first)]
    if has_noun(reader, claim, first):  # "carried 300 passengers" counts no "cars carried"
        others = [c for c in others if has_noun(reader, claim, c)]
    if any(c.tie.firmness > first.tie.firmness - tie["margin"] for c in others):
        return False
    return counts_the_same(reader, claim) or _names_itself(reader, claim, first)


def _is_only_akin(reader: Reader, claim: Claim, first: Candidate) -> bool:
    """True for calls and the like where a head has a noun akin to them: 2,100 calls, of "incidents"."""
    if claim.figure.kind != "count" or claim.measure is None or claim.measure.span is None:
        return False
    noun, words = root(claim.measure.key), words_of(first.column)
    behind = 0 <= claim.measure.span.start - claim.figure.span.end <= 1
    return behind and noun in _CONTACTS and noun not in words and any(reader.akin(noun, w) for w in words)


def _is_only_share(reader: Reader, claim: Claim, first: Candidate) -> bool:
    """True for "In the Hills it was 89 per cent", after a paragraph that names the one share of the table."""
    if claim.figure.amount.unit != PERCENT or first.column.unit != PERCENT or first.subject < _NAMED_ROW:
        return False
    others = (c for c in reader.reference.columns if c.unit == PERCENT)
    one = all(reader.same_measure(c, first.column) for c in others)
    return one and first.tie.firmness >= _ONLY and not strange_words(reader, claim)


def _is_margin(reader: Reader, claim: Claim) -> bool:
    """True for a lead over others: "won by seven points"."""
    text, span = reader.told.document.text, claim.figure.span
    before = _BY.search(text[claim.sentence.start : span.start]) is not None
    return before and _SCORED.match(text, span.end) is not None


def _is_of_any_rate(reader: Reader, claim: Claim, first: Candidate) -> bool:
    """True for "the best rate, 74.7", without a unit or word of its own, beside columns of per cent."""
    if claim.figure.kind != "count" or not first.column.unit.startswith("per "):
        return False
    near, least = reader.near(claim), data("reference")["tie"]["before"]
    named = any(reader.support(near, w) >= least for w in words_of(first.column))
    return not named and any(c.unit == PERCENT for c in reader.reference.columns)


def _is_of_nobody(reader: Reader, claim: Claim, first: Candidate) -> bool:
    """True where no row is named near, and words are of what no table says: "the arts council spends"."""
    full = first.tie.firmness >= data("reference")["tie"]["full"] or first.column.unit == PERCENT
    return not full and reader.subjects(claim)[0].named is None and is_of_more(reader, claim)


def _names_itself(reader: Reader, claim: Claim, first: Candidate) -> bool:
    """True where the clause of a figure names the column, and its noun is that of another clause."""
    noun = None if claim.measure is None else claim.measure.span
    if noun is None or reader.place(claim).holds(noun):
        return False
    near, segment = reader.near(claim), data("reference")["tie"]["segment"]
    return any(near.get(w, 0.0) >= segment for w in words_of(first.column))


def same_but_for_time(reader: Reader, a: Candidate, b: Candidate) -> bool:
    one_row = a.row.label == b.row.label and a.row.kinds == b.row.kinds
    return one_row and reader.same_measure(a.column, b.column)


def asserts(claim: Claim) -> bool:
    return claim.stance == "asserted"


def speaks_of(candidate: Candidate) -> bool:
    return candidate.tie.firmness >= data("reference")["tie"]["accuse"] and candidate.subject >= _SURE_ROW
