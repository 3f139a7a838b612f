"""Rows as Parquet, and back without a loss.

The columns are those of the CSV, with types: lists and objects are such, days are days, values and bounds
are decimal strings as everywhere. A map is a list of objects, each with its "name", because loaders of
datasets know no maps. What the run was also stands in the metadata of the file, under "crossfoot", so that
it is there even where no row is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

import msgspec
from msgspec.inspect import (
    BoolType,
    DateType,
    DictType,
    FloatType,
    IntType,
    NoneType,
    StructType,
    TupleType,
    Type,
    VarTupleType,
)

from extractor.errors import SettingsError
from extractor.export.columns import Column, alternatives, columns_of, flattened, nested
from extractor.export.kinds import Rows
from extractor.export.rows import ROW, Row
from extractor.report.records import FigureRecord, ReviewRecord, run_of

#: What the figures of a finding name only where there is something to name.
ABSENT = frozenset(f.encode_name for f in msgspec.structs.fields(FigureRecord) if not f.required)
#: Types without parts; all others that have none are text.
SIMPLE: dict[type[Type], str] = {
    BoolType: "BOOLEAN",
    DateType: "DATE",
    FloatType: "DOUBLE",
    IntType: "BIGINT",
}


def render_rows_parquet(record: ReviewRecord, rows: Iterable[Row], kind: Rows) -> bytes:
    """The rows of a record as one file.

    Raises:
        SettingsError: DuckDB, which writes it, is not installed.
    """
    columns = columns_of(kind)
    run = run_of(record)
    with TemporaryDirectory(prefix="crossfoot-") as folder:
        lines, made = Path(folder) / "rows.jsonl", Path(folder) / "rows.parquet"
        lines.write_bytes(
            b"".join(
                msgspec.json.encode(_turned(flattened(row, columns), columns, _entries)) + b"\n"
                for row in rows
            )
        )
        types = ", ".join(f"{quoted(c.name)}: {_text(_sql(c.type))}" for c in columns)
        with _duckdb().connect() as engine:
            engine.execute(
                f"COPY (SELECT * FROM read_json({_text(str(lines))}, format = 'newline_delimited',"
                f" columns = {{{types}}})) TO {_text(str(made))} (FORMAT parquet, COMPRESSION zstd,"
                f" KV_METADATA {{crossfoot: {_text(msgspec.json.encode(run).decode())}}})"
            )
        return made.read_bytes()


def read_rows_parquet(path: Path, kind: Rows) -> list[Row]:
    """The rows of a file that `render_rows_parquet` made.

    Raises:
        SettingsError: it is no such file, or DuckDB is not installed.
    """
    columns = columns_of(kind)
    names = [c.name for c in columns]
    wanted = ", ".join(map(quoted, names))
    duckdb = _duckdb()
    try:
        with duckdb.connect() as engine:
            answer = engine.execute(f"SELECT {wanted} FROM read_parquet({_text(str(path))})").fetchall()
    except duckdb.Error as error:
        raise SettingsError(f"{path}: no Parquet of {kind.value} as Crossfoot writes it: {error}") from error
    told = (_turned(dict(zip(names, values, strict=True)), columns, _mapped) for values in answer)
    return [msgspec.convert(_present(nested(values, columns)), ROW[kind]) for values in told]


def _turned(
    values: dict[str, Any], columns: Iterable[Column], turn: Callable[[Any, DictType], Any]
) -> dict[str, Any]:
    """Column → its value, where those of columns of maps are turned."""
    maps = {c.name: c.type for c in columns if isinstance(c.type, DictType)}
    return {name: turn(value, maps[name]) if name in maps else value for name, value in values.items()}


def _entries(told: dict[str, Any], kind: DictType) -> list[dict[str, Any]]:
    """A map as a list: "name" beside the fields of each object, or beside the "value" of each text."""
    whole = isinstance(kind.value_type, StructType)
    return [{"name": name, **(value if whole else {"value": value})} for name, value in told.items()]


def _mapped(listed: list[dict[str, Any]], kind: DictType) -> dict[str, Any]:
    """The map that a list was made of."""
    if not isinstance(kind.value_type, StructType):
        return {entry["name"]: entry["value"] for entry in listed}
    return {entry["name"]: {k: v for k, v in entry.items() if k != "name"} for entry in listed}


def _present(value: Any) -> Any:
    """The objects in lists without what is null there and was absent before."""
    if isinstance(value, dict) and isinstance(value.get("figures"), list):
        kept = [{k: v for k, v in f.items() if v is not None or k not in ABSENT} for f in value["figures"]]
        return {**value, "figures": kept}
    return value


def _duckdb() -> ModuleType:
    try:
        return import_module("duckdb")
    except ModuleNotFoundError as error:
        raise SettingsError("Parquet needs DuckDB; install it: pip install duckdb") from error


def _sql(kind: Type) -> str:
    """The type of a column, or of a part of one, in DuckDB's words."""
    (first, *_) = [t for t in alternatives(kind) if not isinstance(t, NoneType)]
    match first:
        case DictType():
            return f"STRUCT({quoted('name')} VARCHAR, {_entry(first.value_type)})[]"
        case VarTupleType():
            return f"{_sql(first.item_type)}[]"
        case TupleType():
            return f"{_sql(first.item_types[0])}[]"
        case StructType():
            return f"STRUCT({_parts(first)})"
    return SIMPLE.get(type(first), "VARCHAR")


def _entry(value: Type) -> str:
    return _parts(value) if isinstance(value, StructType) else f"{quoted('value')} {_sql(value)}"


def _parts(kind: StructType) -> str:
    return ", ".join(f"{quoted(f.encode_name)} {_sql(f.type)}" for f in kind.fields)


def quoted(name: str) -> str:
    return f'"{name}"'


def _text(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"
