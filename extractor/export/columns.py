"""The columns of a table of rows, worked out from the types of the rows.

An object becomes columns of its own ("period_from"), a list or a map is one column.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import msgspec
from msgspec.inspect import (
    BoolType,
    DictType,
    Field,
    Metadata,
    NoneType,
    StrType,
    StructType,
    Type,
    UnionType,
    VarTupleType,
    type_info,
)

from extractor.export.kinds import Rows
from extractor.export.rows import HOME, ROW, Row
from extractor.report.records import RUN

#: text: words that people wrote; plain: numbers and codes of ours; many: a list or a map.
Kind = Literal["text", "plain", "flag", "many"]
#: The columns that name the document come first, those of the run last.
FIRST = ("document", *HOME, "id")


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its name in the table, the path to it in the row, and what stands in it."""

    name: str
    path: tuple[str, ...]
    type: Type
    #: True where the value may be null.
    nullable: bool
    #: True where the value may be absent, which is not null.
    optional: bool
    #: True where the whole object that the value stands in may be null.
    loose: bool = False

    @property
    def kind(self) -> Kind:
        """How the values are written where all cells are text."""
        if isinstance(self.type, DictType | VarTupleType):
            return "many"
        if isinstance(self.type, BoolType):
            return "flag"
        return "text" if isinstance(self.type, StrType) and self.type.pattern is None else "plain"


@cache
def columns_of(rows: Rows) -> tuple[Column, ...]:
    """The columns of a table, in order."""
    found = [c for field in _fields(ROW[rows]) for c in _columns(field, ())]
    return tuple(sorted(found, key=lambda column: _rank(column.path[0])))


def _rank(name: str) -> int:
    """Where a column stands: a sort keeps the order of those that rank alike."""
    if name in FIRST:
        return FIRST.index(name)
    return len(FIRST) + (1 + RUN.index(name) if name in RUN else 0)


def _fields(struct: type[msgspec.Struct]) -> tuple[Field, ...]:
    info = type_info(struct)
    assert isinstance(info, StructType)
    return info.fields


def _columns(field: Field, above: tuple[str, ...], loose: bool = False) -> Iterator[Column]:
    path = (*above, field.encode_name)
    types = alternatives(field.type)
    first = next(t for t in types if not isinstance(t, NoneType))
    nullable = any(isinstance(t, NoneType) for t in types) or not field.required
    if isinstance(first, StructType):
        for part in first.fields:
            yield from _columns(part, path, nullable)
    else:
        yield Column("_".join(path), path, first, nullable, not field.required, loose)


def alternatives(kind: Type) -> tuple[Type, ...]:
    """The types that a value may be of, their descriptions taken off."""
    bare = kind.type if isinstance(kind, Metadata) else kind
    if isinstance(bare, UnionType):
        return tuple(t.type if isinstance(t, Metadata) else t for t in bare.types)
    return (bare,)


def flattened(row: Row, columns: tuple[Column, ...]) -> dict[str, Any]:
    """Column → the value of a row, in types that JSON has; None where there is none."""
    told = msgspec.to_builtins(row)
    return {column.name: _at(told, column.path) for column in columns}


def _at(told: Any, path: tuple[str, ...]) -> Any:
    for name in path:
        told = told.get(name) if told else None
    return told


def nested(values: Mapping[str, Any], columns: tuple[Column, ...]) -> dict[str, Any]:
    """A row again, from the values of its columns; an object of which all are empty is null if it may be."""
    filled = {c.path[:-1] for c in columns if values[c.name] not in (None, "")}
    told: dict[str, Any] = {}
    for column in columns:
        *above, name = column.path
        value = values[column.name]
        if column.loose and column.path[:-1] not in filled:
            told[above[0]] = None
        elif value is not None or not column.optional:
            place = told.setdefault(above[0], {}) if above else told
            place[name] = value
    return told
