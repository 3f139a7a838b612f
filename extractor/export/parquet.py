"""Rows as Parquet, and back without a loss.

The columns are those of the CSV, with types: lists, maps and objects are such, days are days, values and
bounds are decimal strings as everywhere. What the run was also stands in the metadata of the file, under
"crossfoot", so that it is there even where no row is.
"""

from __future__ import annotations

from collections.abc import Iterable
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
from extractor.export.columns import alternatives, columns_of, flattened, nested
from extractor.export.kinds import Rows
from extractor.export.rows import ROW, RUN, Row
from extractor.report.records import FigureRecord, ReviewRecord

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
    run = {name: getattr(record, name) for name in RUN}
    with TemporaryDirectory(prefix="crossfoot-") as folder:
        lines, made = Path(folder) / "rows.jsonl", Path(folder) / "rows.parquet"
        lines.write_bytes(b"".join(msgspec.json.encode(flattened(row, columns)) + b"\n" for row in rows))
        types = ", ".join(f"{_quoted(c.name)}: {_text(_sql(c.type))}" for c in columns)
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
    names = ", ".join(_quoted(c.name) for c in columns)
    duckdb = _duckdb()
    try:
        with duckdb.connect() as engine:
            answer = engine.execute(f"SELECT {names} FROM read_parquet({_text(str(path))})").fetchall()
    except duckdb.Error as error:
        raise SettingsError(f"{path}: no Parquet of {kind.value} as Crossfoot writes it: {error}") from error
    told = (dict(zip([c.name for c in columns], values, strict=True)) for values in answer)
    return [msgspec.convert(_present(nested(values, columns)), ROW[kind]) for values in told]


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
            return f"MAP(VARCHAR, {_sql(first.value_type)})"
        case VarTupleType():
            return f"{_sql(first.item_type)}[]"
        case TupleType():
            return f"{_sql(first.item_types[0])}[]"
        case StructType():
            parts = (f"{_quoted(f.encode_name)} {_sql(f.type)}" for f in first.fields)
            return f"STRUCT({', '.join(parts)})"
    return SIMPLE.get(type(first), "VARCHAR")


def _quoted(name: str) -> str:
    return f'"{name}"'


def _text(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"
