"""Figures that count the rows of a table, and what is told of the rows that they count."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.lexicon import table as data
from extractor.model import Claim, Comparison
from extractor.reference.match import Reader
from extractor.reference.words import root, roots
from extractor.regexes import Regex

_ALL = Regex(r"(?:\b(?:the|all|these|those|its|their|our|every)|['’]s)\s+$", re.IGNORECASE)
_OF_THE = Regex(r"\s+of\s+(?:the|all|its|our)\s+(?:the\s+)?")


def counts_rows(reader: Reader, claim: Claim) -> bool:
    """True for a number of the table's own rows: "12 of the 34 boards"."""
    if claim.figure.kind != "count" or claim.measure is None:
        return False
    noun, own = root(claim.measure.key), set(roots(reader.reference.row_noun))
    places = {root(w) for w in data("reference")["row_nouns"]}
    value = claim.figure.value
    if value is not None and value > len(reader.reference.rows) and not reader.reference.partial:
        return False  # "246,177 places" for children are no areas
    return noun in own or (noun in places and bool(own & places))


def is_of_counted_rows(reader: Reader, value: Claim | Comparison) -> bool:
    """True where a sentence tells something of so many rows: "it fell in three of the six areas".

    No row's own cell, and not that of the row for all, can question it.
    """
    figures = reader.told.figures.get(value.sentence, ())
    if not any(_counts_some(reader, c, figures) for c in figures if c is not value):
        return False
    named = [n for n in reader.named if value.sentence.contains(n.span) and not n.wide]
    return not named


def _counts_some(reader: Reader, claim: Claim, figures: Sequence[Claim]) -> bool:
    """True for some of the rows: "police records in the 36 districts" are of all."""
    if not counts_rows(reader, claim):
        return False
    text, start = reader.told.document.text, claim.figure.span.start
    if not _ALL.search(text[claim.sentence.start : start]):
        return True
    return any(_OF_THE.fullmatch(text, c.figure.span.end, start) for c in figures if c is not claim)
