"""Whether words of a story name the cells that a finding rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from extractor.model import Finding, Observation, Span
from extractor.reference.fitting import words_of
from extractor.reference.match import Reader
from extractor.reference.tables.reference_table import Column


def cells_of(found: Finding) -> tuple[Observation, ...]:
    """The cells that a finding holds a figure to, without those of another reading."""
    return tuple(c.observation for c in found.cells if c.name != "fits")


def columns_of(reader: Reader, found: Finding) -> tuple[Column, ...]:
    """The columns of those cells."""
    own = [reader.reference.column_of(o) for o in cells_of(found)]
    return tuple(c for c in reader.reference.columns if c in own)


def names_in(reader: Reader, where: Span) -> frozenset[str]:
    """The labels of the rows that a stretch of the story names."""
    return frozenset(label for n in reader.named if where.contains(n.span) for label in n.labels)


def telling_words(reader: Reader, column: Column) -> tuple[str, ...]:
    """Roots of the words of a column that do not stand in the head of every other measure."""
    others = [words_of(c) for c in reader.reference.columns if not reader.same_measure(c, column)]
    return tuple(w for w in words_of(column) if not others or not all(w in o for o in others))


def naming(reader: Reader, o: Observation) -> Iterator[str]:
    """Roots of the words that tell the measure of a cell from others: of its head, and of its row's kinds."""
    row = reader.reference.row_of(o)
    column = reader.reference.column_of(o)
    yield from () if column is None else telling_words(reader, column)
    yield from () if row is None else reader.sorting(row)


def are_said(
    reader: Reader, words: Iterable[str], said: Sequence[str], many: Callable[[Iterable[bool]], bool]
) -> bool:
    return many(any(reader.akin(w, s) for s in said) for w in words)
