"""Prints the page on fields and columns, from the types of the records and rows.

python docs/make_schema.py > docs/schema.md
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from msgspec.inspect import (  # noqa: E402
    BoolType,
    DateTimeType,
    DateType,
    DictType,
    Field,
    FloatType,
    IntType,
    LiteralType,
    Metadata,
    NoneType,
    StrType,
    StructType,
    TupleType,
    Type,
    UnionType,
    VarTupleType,
    type_info,
)

from extractor.export.columns import columns_of  # noqa: E402
from extractor.export.kinds import Rows  # noqa: E402
from extractor.report import records  # noqa: E402

HEAD = """\
# Columns and fields

Made by `docs/make_schema.py` from the code; do not edit it here.

The output of `--format json` is described for programs by a [JSON Schema](schema/crossfoot-1.schema.json).
Here are the same fields for people, and the columns that [exports](exports.md) make of them.
"""
SHOWN = (
    records.ReviewRecord,
    records.DocumentRecord,
    records.ClaimRecord,
    records.PeriodRecord,
    records.SlotRecord,
    records.ComparisonRecord,
    records.FindingRecord,
    records.FigureRecord,
    records.AmountRecord,
    records.CueRecord,
    records.DerivedRecord,
    records.BlockRecord,
    records.ErrorRecord,
)
NAMES: dict[type[Type], str] = {
    BoolType: "true or false",
    DateTimeType: "date and time",
    DateType: "date",
    FloatType: "number",
    IntType: "integer",
    NoneType: "null",
}


def page() -> str:
    """The page: a section for each kind of object, then the columns of both tables."""
    sections = [_section(record) for record in SHOWN]
    return "\n".join([HEAD, *sections, *(_columns(kind) for kind in Rows)])


def _section(record: type) -> str:
    info = type_info(record)
    assert isinstance(info, StructType)
    name = record.__name__.removesuffix("Record").lower()
    told = " ".join((record.__doc__ or "").split())
    lines = (f"| `{f.encode_name}` | {_type(f.type)} | {_note(f)} |" for f in info.fields)
    return "\n".join([f"## {name}\n", f"{told}\n", "| field | type | |", "|---|---|---|", *lines, ""])


def _note(field: Field) -> str:
    kind = field.type
    told = kind.extra_json_schema if isinstance(kind, Metadata) else None
    return str((told or {}).get("description", ""))


def _type(kind: Type) -> str:
    match kind:
        case Metadata():
            return _type(kind.type)
        case UnionType():
            parts = [
                _type(t)
                for t in kind.types
                if not (isinstance(t, StructType) and t.cls.__name__ == "UnsetType")
            ]
            return " or ".join(dict.fromkeys(p for p in parts if p))
        case LiteralType():
            return ", ".join(f"`{v}`" for v in kind.values)
        case StructType():
            return f"[{_name(kind)}](#{_name(kind)})" if kind.cls in SHOWN else "start and end"
        case VarTupleType():
            return f"list of {_type(kind.item_type)}"
        case TupleType():
            return f"{len(kind.item_types)} numbers"
        case DictType():
            return f"map to {_type(kind.value_type)}"
        case StrType():
            return (
                "text" if kind.pattern is None or kind.pattern.startswith("^crossfoot") else "decimal string"
            )
    return NAMES.get(type(kind), "")


def _name(kind: StructType) -> str:
    return kind.cls.__name__.removesuffix("Record").lower()


def _columns(kind: Rows) -> str:
    return "\n".join([f"## Columns of {kind.value}\n", *_cells(kind), ""])


def _cells(kind: Rows) -> Iterator[str]:
    yield from ("| column | type | may be empty |", "|---|---|---|")
    for column in columns_of(kind):
        yield f"| `{column.name}` | {_type(column.type)} | {'yes' if column.nullable else ''} |"


if __name__ == "__main__":
    sys.stdout.write(page())
