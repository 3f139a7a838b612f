"""Ones that are told by an article, in a list of counts: "five assists, a steal and a pair of blocks"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from extractor.amount import exact, meet
from extractor.model import Comparison, Finding, Role, Span
from extractor.reference.findings import cite, finding
from extractor.reference.match import At, Reader
from extractor.reference.phrases import phrase
from extractor.reference.stated import in_table
from extractor.reference.tables.reference_table import Column, Row
from extractor.reference.words import roots
from extractor.regexes import Regex

_ONE = Regex(r"\b(?:(?P<pair>a\s+pair\s+of)|an?)\s+(?P<noun>[a-z]+)\b")
#: What stands before an item of a list.
_ITEM = Regex(r"(?:,|\b(?:and|with|included|including|adding|plus))\s+$", re.IGNORECASE)
#: So many other counts of its sentence have to be of the table's columns.
_LEAST_BESIDE = 1
#: A row has to be this sure.
_SURE_ROW = 0.6


def singles(reader: Reader) -> Iterator[Finding]:
    """Every such item of the story whose noun is the whole name of a column of counts."""
    columns = _columns(reader)
    text = reader.told.document.text
    for match in _ONE.finditer(text):
        column = columns.get(roots(match["noun"]))
        if column is None or not _ITEM.search(text[max(0, match.start() - 12) : match.start()]):
            continue
        value = phrase(reader.told, Span(match.start(), match.end()), "equal")
        row = _subject(reader, value)
        if row is not None and _in_a_list(reader, value, columns):
            yield from _judged(reader, value, At(row, column), 2 if match["pair"] else 1)


def _columns(reader: Reader) -> dict[tuple[str, ...], Column]:
    """Root of a name of one word → its column of counts."""
    found: dict[tuple[str, ...], Column] = {}
    for column in reader.reference.columns:
        names = (column.head.words, *(roots(a) for a in column.aliases))
        if column.unit == "":
            found |= {n: column for n in names if len(n) == 1 and n not in found}
    return found


def _subject(reader: Reader, value: Comparison) -> Row | None:
    found = reader.subjects(value)
    if not found or found[0].certainty < _SURE_ROW or len(found[0].labels) != 1:
        return None
    rows = reader.rows.get(found[0].labels[0], ())
    return rows[0] if len(rows) == 1 else None


def _in_a_list(reader: Reader, value: Comparison, columns: dict[tuple[str, ...], Column]) -> bool:
    """True if other counts of the sentence have such names too."""
    claims = reader.told.figures.get(value.sentence, ())
    nouns = [roots(c.measure.key) for c in claims if c.figure.kind == "count" and c.measure is not None]
    return sum(n in columns for n in nouns) >= _LEAST_BESIDE


def _judged(reader: Reader, value: Comparison, at: At, number: int) -> Iterator[Finding]:
    amount = reader.reference.amount(at.row, at.column)
    if amount is None:
        return
    cited, roles = (cite(reader, at),), (Role("stated", value),)
    arithmetic = in_table(cited[0].observation)
    if meet(amount, exact(Fraction(number), amount.unit)):
        yield finding("same", "consistent", roles, cited, arithmetic=arithmetic)
        return
    yield finding(
        "same",
        "mismatch",
        roles,
        cited,
        severity="error",
        arithmetic=arithmetic,
        explanation=f"“{value.text}” does not agree with the table, which gives {cited[0].observation.text}.",
        missing=("another row, column or period, if the sentence means one",),
        suggestion="check the figure against the table",
    )
