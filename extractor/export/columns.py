"""The columns of a table of rows, worked out from the types of the rows.

An object becomes columns of its own ("period_from"), a list or a map one column.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

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
from extractor.export.rows import HOME, ROW, RUN

#: text: words that people wrote; plain: numbers and codes of ours; json: a list or a map.
Kind = Literal["text", "plain", "flag", "json"]
#: The columns that name the document come first, those of the run last.
FIRST = ("document", *HOME, "id")


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its name in the table, the path to it in the row, and what stands in it."""

    name: str
    path: tuple[str, ...]
    kind: Kind
    #: True where the value may be null.
    nullable: bool
    #: True where the value may be absent, which is not null.
    optional: bool


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


def _columns(field: Field, above: tuple[str, ...]) -> Iterator[Column]:
    path = (*above, field.encode_name)
    kinds = [t for t in _alternatives(field.type) if not isinstance(t, NoneType)]
    struct = next((t for t in kinds if isinstance(t, StructType)), None)
    if struct is not None:
        for part in struct.fields:
            yield from _columns(part, path)
    else:
        nullable = len(kinds) < len(_alternatives(field.type)) or not field.required
        yield Column("_".join(path), path, _kind(kinds[0]), nullable, not field.required)


def _alternatives(kind: Type) -> tuple[Type, ...]:
    bare = _bare(kind)
    return tuple(map(_bare, bare.types)) if isinstance(bare, UnionType) else (bare,)


def _bare(kind: Type) -> Type:
    return kind.type if isinstance(kind, Metadata) else kind


def _kind(kind: Type) -> Kind:
    if isinstance(kind, DictType | VarTupleType):
        return "json"
    if isinstance(kind, BoolType):
        return "flag"
    if isinstance(kind, StrType) and kind.pattern is None:
        return "text"
    return "plain"
