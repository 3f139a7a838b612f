"""The tables of a store as Parquet, and back into a store: how audits of many machines come together.

Only what a run cannot make anew is taken over: texts with what was found in them, who prints them, releases,
failures and decisions. Clusters, facts and what lies between documents follow from those.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from extractor.audit.schema import MIGRATIONS
from extractor.audit.settings import Settings
from extractor.audit.store import Printing, Store, insert
from extractor.errors import SettingsError
from extractor.export.parquet import quoted

_WITHIN = "scope NOT IN (SELECT id FROM clusters)"
#: Table → which of its rows are kept, in an order that depends on nothing but them.
TABLES = {
    "contents": "1 ORDER BY id",
    "documents": "1 ORDER BY current, id",
    "claims": "1 ORDER BY content, start, id",
    "anchors": "1 ORDER BY content, hash",
    "bands": "1 ORDER BY content, hash",
    "relations": f"{_WITHIN} ORDER BY scope, id",
    "roles": f"{_WITHIN} ORDER BY scope, relation, position",
    "findings": f"{_WITHIN} ORDER BY scope, id",
    "releases": "1 ORDER BY place",
    "errors": "1 ORDER BY place, stage",
    "decisions": "1 ORDER BY finding, at",
}
#: Rows that are held in memory at once.
BATCH = 5000
#: SQLite's types in DuckDB's words.
_TYPES = {"INTEGER": "BIGINT", "BLOB": "BLOB", "TEXT": "VARCHAR"}
Column = tuple[str, str]


def write_tables(store: Store, folder: Path) -> list[Path]:
    """A file for each table in a folder, which is made; the files."""
    folder.mkdir(parents=True, exist_ok=True)
    return [_write(store, name, folder / f"{name}.parquet") for name in TABLES]


def read_tables(store: Store, folder: Path, settings: Settings) -> int:
    """Take in the tables of another store; the number of its texts.

    Raises:
        SettingsError: the folder holds none, or they were made by another version or under other settings.
    """
    _matching(folder, settings)
    for name in TABLES:
        columns = _columns(store, name)
        for rows in _batches(folder / f"{name}.parquet", columns):
            _take(store, name, columns, rows)
    with duckdb.connect() as engine:
        (texts,) = engine.execute(f"SELECT count(*) FROM {_file(folder, 'contents')}").fetchall()[0]
    return int(texts)


def _write(store: Store, name: str, target: Path) -> Path:
    columns = _columns(store, name)
    with TemporaryDirectory(prefix="crossfoot-") as folder, duckdb.connect() as engine:
        lines = Path(folder) / "rows.jsonl"
        with lines.open("w", encoding="utf-8") as file:
            file.writelines(_lines(store, name, columns))
        types = ", ".join(f"{quoted(c)}: '{'VARCHAR' if t == 'BLOB' else t}'" for c, t in columns)
        told = ", ".join(
            f"unhex({quoted(c)}) AS {quoted(c)}" if t == "BLOB" else quoted(c) for c, t in columns
        )
        engine.execute(
            f"COPY (SELECT {told} FROM read_json({_text(lines)}, format = 'newline_delimited',"
            f" maximum_object_size = 200000000, columns = {{{types}}})) TO {_text(target)}"
            f" (FORMAT parquet, COMPRESSION zstd, KV_METADATA {{crossfoot: '{len(MIGRATIONS)}'}})"
        )
    return target


def _lines(store: Store, name: str, columns: Sequence[Column]) -> Iterator[str]:
    names = ", ".join(c for c, _ in columns)
    for row in store.connection.execute(f"SELECT {names} FROM {name} WHERE {TABLES[name]}"):
        told = [value.hex() if isinstance(value, bytes) else value for value in row]
        yield json.dumps(dict(zip([c for c, _ in columns], told, strict=True))) + "\n"


def _columns(store: Store, name: str) -> list[Column]:
    """The columns of a table in order, with their types in Parquet."""
    return [(str(row[1]), _TYPES[str(row[2])]) for row in store.rows(f"PRAGMA table_info({name})")]


def _matching(folder: Path, settings: Settings) -> None:
    try:
        with duckdb.connect() as engine:
            query = f"SELECT decode(value) FROM parquet_kv_metadata({_text(folder / 'contents.parquet')})"
            versions = engine.execute(f"{query} WHERE decode(key) = 'crossfoot'").fetchall()
            made = engine.execute(f"SELECT DISTINCT settings FROM {_file(folder, 'contents')}").fetchall()
    except duckdb.Error as error:
        raise SettingsError(f"{folder}: no tables of an audit; make them with --dump: {error}") from error
    if versions != [(str(len(MIGRATIONS)),)]:
        raise SettingsError(f"{folder}: tables of another version; dump them with this Crossfoot")
    if not {digest for (digest,) in made} <= {settings.digest}:
        raise SettingsError(f"{folder}: audited with another version, policy, model or date than given here")


def _batches(path: Path, columns: Sequence[Column]) -> Iterator[list[tuple[object, ...]]]:
    names = ", ".join(quoted(c) for c, _ in columns)
    try:
        with duckdb.connect() as engine:
            answer = engine.execute(f"SELECT {names} FROM read_parquet({_text(path)})")
            while rows := answer.fetchmany(BATCH):
                yield rows
    except duckdb.Error as error:
        raise SettingsError(f"{path}: no table of an audit: {error}") from error


def _take(store: Store, name: str, columns: Sequence[Column], rows: list[tuple[object, ...]]) -> None:
    if name != "documents":
        with store.transaction() as write:
            insert(write, name, rows)
        return
    names = [c for c, _ in columns]
    for row in rows:
        _take_printing(store, dict(zip(names, row, strict=True)))


def _take_printing(store: Store, told: dict[str, object]) -> None:
    """A printing as it was read there; what this store has of the place is superseded by what is current."""
    held = store.rows("SELECT 1 FROM documents WHERE place = ? AND current", told["place"])
    if told["current"] and held:
        store.print(Printing(**{n: told[n] for n in Printing.__slots__}))  # type: ignore[arg-type]
        return
    marks = ", ".join("?" * len(told))
    with store.transaction() as write:
        write.execute(
            f"INSERT OR IGNORE INTO documents ({', '.join(told)}) VALUES ({marks})", [*told.values()]
        )


def _file(folder: Path, name: str) -> str:
    return f"read_parquet({_text(folder / f'{name}.parquet')})"


def _text(value: Path) -> str:
    return "'" + str(value).replace("'", "''") + "'"
