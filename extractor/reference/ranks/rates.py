"""Ranks by rate: "deaths per million are highest in Marsh", of a table that has deaths and people apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.amount import PERCENT, ratio
from extractor.model import Amount, Cited
from extractor.reference.computed.ratios import is_of, noun_in
from extractor.reference.computed.spots import cited
from extractor.reference.fitting import words_of
from extractor.reference.match import At, Reader
from extractor.reference.tables.reference_table import Column, ReferenceTable, Row
from extractor.reference.words import roots
from extractor.regexes import Regex

#: "per head", "per 100,000 people", "for every pupil"; the noun may be left out, as in "per million".
_PER = Regex(
    r"\b(?:per|(?:for|to)\s+(?:every|each))\s+(?:(?:\d[\d,]*|thousand|million)\b\s*)?(?:of\s+)?(?P<noun>[a-z]+)?"
    r"(?:\s+of\s+(?:the\s+)?population)?",
    re.IGNORECASE,
)
#: "A head", "for its size", "relative to population", "proportionally".
_HEADS = Regex(
    r"\b(?:an?\s+head|for\s+(?:its|their)\s+(?:size|population)|(?:relative|in\s+proportion)\s+to\s+(?:(?:its|their)\s+)?"
    r"(?:size|population)s?|proportiona(?:l|te)ly)\b",
    re.IGNORECASE,
)
_UNTOLD = Regex(r"\brates?\b", re.IGNORECASE)


def rate_told(text: str) -> str | None:
    """The noun for one of which words tell a rate: "head" for people, "" if unsaid; None for no rate."""
    if (found := _PER.search(text)) is not None:
        return noun_in(found)
    if _HEADS.search(text):
        return "head"
    return "" if _UNTOLD.search(text) else None


def without_rate(text: str) -> str:
    """A clause without the words that say for one of what: "the most tests per head of population"."""
    return _HEADS.sub(" ", _PER.sub(" ", text))


def is_rate(column: Column) -> bool:
    """True if the cells of a column are told for so many of something already."""
    words = {*words_of(column), *roots(column.head.text)}
    return (
        column.unit == PERCENT
        or column.unit.startswith("per ")
        or bool(words & {"rate", "per", "share", "average", "mean"})
    )


@dataclass(frozen=True, slots=True)
class Ordering:
    """What a rank orders the rows by: the cells of a column, or their quotients by those of another."""

    table: ReferenceTable
    column: Column
    base: Column | None = None
    #: Rows that the words leave out: "of all but Dene".
    left_out: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """What a card calls it."""
        top = self.column.head.text
        return top if self.base is None else f"{top} for each of {self.base.head.text}"

    def amount(self, row: Row) -> Amount | None:
        """What a row has; None where a cell gives no number or the base may be none."""
        part = self.table.amount(row, self.column)
        if self.base is None or part is None:
            return part
        whole = self.table.amount(row, self.base)
        return None if whole is None or not whole.low or whole.low <= 0 else ratio(part, whole)

    def cells(self, reader: Reader, at: At) -> tuple[Cited, ...]:
        """The cells of one row that it rests on."""
        if self.base is None:
            return cited(reader, [("cell", at)])
        return cited(reader, [("part", at), ("whole", At(at.row, self.base))])


def ordering(reader: Reader, clause: str, at: At) -> Ordering | None:
    """What the words of a clause order the rows by; None where they tell a rate that no column gives."""
    noun, table = rate_told(clause), reader.reference
    if noun is None or is_rate(at.column):
        return Ordering(table, at.column)
    bases = [c for c in table.columns if noun and c != at.column and is_of(reader, noun, c)]
    same = [c for c in bases if c.head.period == at.column.head.period] or bases
    return Ordering(table, at.column, same[0]) if len(same) == 1 else None
