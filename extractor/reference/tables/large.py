"""Tables too large to hold cell by cell, and Parquet: DuckDB keeps the rows, a story gets those it names.

    file → LargeTable (loaded once) → the rows whose names, kinds or totals a story tells → ReferenceTable

A rank among a million rows is not looked up: the slice holds only the rows named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

from extractor.errors import InputError, SettingsError
from extractor.lexicon import table as data
from extractor.model import Document, Table
from extractor.reference.setting import Told
from extractor.reference.tables.describe import Description
from extractor.reference.tables.interpret import tables_of
from extractor.reference.tables.reference_table import ReferenceTable, is_total
from extractor.reference.words import roots
from extractor.regexes import Regex

#: A CSV file of more bytes is kept by DuckDB, and one of more rows is sliced.
LARGE_BYTES, _MOST_ROWS = 8_000_000, 20_000
#: Rows by which the columns are understood.
_SAMPLE = 2_000
#: A slice has no more rows than this.
_LARGEST_SLICE = 4_000
#: A column of kinds has no more different values than this.
_MOST_KINDS = 2_000
_TOKEN = Regex(r"[^\W_]+")


@dataclass(frozen=True)
class LargeTable:
    """A file of many rows, kept by DuckDB and understood by a sample."""

    path: Path
    heads: tuple[str, ...]
    #: The columns and rows of the sample.
    sample: ReferenceTable
    engine: Any = field(repr=False, compare=False, hash=False)
    #: Column of kinds → its different values.
    kinds: dict[int, tuple[str, ...]] = field(default_factory=dict, compare=False, hash=False)

    @property
    def label_column(self) -> int:
        """The column that names the rows."""
        return self.heads.index(self.sample.row_noun)

    def slice(self, told: Told) -> ReferenceTable:
        """The rows that a story may speak of: those of the names in it and of all, of the kinds it names."""
        text = told.document.text
        numbers, cells = self._fetch(self._labels(text), self._kinds(text))
        document = Document("slice", "", tables=(Table(self.sample.caption, self.heads, cells),))
        given = replace(self.sample.description, label=self.sample.row_noun)
        found = tables_of(replace(document, source=str(self.path)), given)
        if not found:
            return replace(self.sample, rows=(), cells=(), numbers=(), partial=True)
        # Columns are what the sample says: a few rows tell less.
        return replace(found[0], columns=self.sample.columns, numbers=numbers, partial=True)

    def _labels(self, text: str) -> list[str]:
        """The labels whose first word stands in a text, and those that stand for all rows."""
        words = sorted({"all", "total", *(w.lower() for w in _TOKEN.findall(text))})
        totals = data("reference")["totals"]
        query = "SELECT DISTINCT label FROM labels WHERE first IN ? OR lower(label) IN ?"
        found = [row[0] for row in self.engine.execute(query, [words, totals]).fetchall()]
        plain = f" {' '.join(w.lower() for w in _TOKEN.findall(text))} "
        return [label for label in found if is_total(label) or _is_named(label, plain)]

    def _kinds(self, text: str) -> dict[int, list[str]]:
        """Column of kinds → those that the text names and those for all; none where it names none."""
        said = set(roots(text))
        kept: dict[int, list[str]] = {}
        for column, values in self.kinds.items():
            named = [v for v in values if set(roots(v)) and set(roots(v)) <= said]
            whole = [v for v in values if is_total(v) or v.lower() in data("reference")["whole_kinds"]]
            if named or whole:
                kept[column] = [*named, *whole]
        return kept

    def _fetch(
        self, labels: Sequence[str], kinds: dict[int, list[str]]
    ) -> tuple[tuple[int, ...], tuple[tuple[str, ...], ...]]:
        """Numbers and cells of the rows with these labels and kinds, in the order of the file."""
        where, values = [f"c{self.label_column} IN ?"], [list(labels)]
        for column, named in kinds.items():
            where.append(f"c{column} IN ?")
            values.append(named)
        query = (
            f"SELECT rowid, * FROM cells WHERE {' AND '.join(where)} ORDER BY rowid LIMIT {_LARGEST_SLICE}"
        )
        rows = self.engine.execute(query, values).fetchall()
        return tuple(r[0] for r in rows), tuple(tuple(v or "" for v in r[1:]) for r in rows)


def _is_named(label: str, plain: str) -> bool:
    """True if the first words of a label stand in a text: all of a short one, two of a longer one."""
    words = [w.lower() for w in _TOKEN.findall(re.sub(r"\s*[\[(].*", "", label))]
    if not words:
        return False
    return f" {' '.join(words[:2])} " in plain or (len(words) < 3 and f" {words[0]} " in plain)


def is_large(path: Path) -> bool:
    """True for Parquet, and for a CSV file that DuckDB had better keep."""
    if path.suffix.lower() == ".parquet":
        return True
    try:
        return path.suffix.lower() in (".csv", ".tsv") and path.stat().st_size > LARGE_BYTES
    except OSError:
        return False


def load_large(path: Path, description: Description | None = None) -> ReferenceTable | LargeTable | None:
    """A file kept by DuckDB, loaded once in a process; as a whole where it is small; None without numbers.

    Raises:
        InputError: DuckDB cannot read it.
        SettingsError: DuckDB is not installed.
    """
    try:
        stamp = path.stat()
    except OSError as error:
        raise InputError(str(path), "no such file; check the path") from error
    loaded = _loaded(path, (stamp.st_mtime_ns, stamp.st_size))
    given = description or Description()
    document = Document(path.stem, "", tables=(loaded.table,), source=str(path))
    found = next(iter(tables_of(document, given)), None)
    if found is None or loaded.rows <= _MOST_ROWS:
        return found
    numbered = frozenset(c.number for c in found.columns)
    kinds = _indexed(loaded, loaded.heads.index(found.row_noun), numbered)
    return LargeTable(path, loaded.heads, found, loaded.engine, kinds)


def _is_year(value: str) -> bool:
    return re.search(r"\b(?:19|20)\d\d\b", value) is not None


@dataclass(frozen=True, eq=False)
class _Loaded:
    """The rows in DuckDB, and the first of them, or all where they are few."""

    heads: tuple[str, ...]
    table: Table
    rows: int
    engine: Any

    def values(self, column: int) -> tuple[str, ...]:
        """The different values of a column, up to one more than a column of kinds may have."""
        query = f"SELECT DISTINCT c{column} FROM cells WHERE c{column} IS NOT NULL LIMIT {_MOST_KINDS + 1}"
        return tuple(sorted(row[0] for row in self.engine.execute(query).fetchall()))


@lru_cache(maxsize=4)
def _loaded(path: Path, _state: tuple[int, int]) -> _Loaded:
    """The rows of a file in the state that it is in: when it was changed, and its size."""
    duckdb = _duckdb()
    engine = duckdb.connect()
    source = (
        "read_parquet(?)"
        if path.suffix.lower() == ".parquet"
        else "read_csv(?, all_varchar=true, header=true)"
    )
    try:
        engine.execute(f"CREATE TABLE cells AS SELECT COLUMNS(*)::VARCHAR FROM {source}", [str(path)])
    except duckdb.Error as error:
        raise InputError(str(path), f"cannot be read as a table: {str(error).splitlines()[0]}") from error
    heads = tuple(row[0] for row in engine.execute("DESCRIBE cells").fetchall())
    for number, name in enumerate(heads):
        quoted = name.replace('"', '""')
        engine.execute(f'ALTER TABLE cells RENAME COLUMN "{quoted}" TO c{number}')
    count = engine.execute("SELECT count(*) FROM cells").fetchone()[0]
    query = "SELECT * FROM cells ORDER BY rowid LIMIT ?"
    first = engine.execute(query, [count if count <= _MOST_ROWS else _SAMPLE]).fetchall()
    rows = tuple(tuple(v or "" for v in row) for row in first)
    return _Loaded(heads, Table(path.stem.replace("_", " "), heads, rows), count, engine)


@lru_cache(maxsize=4)
def _indexed(loaded: _Loaded, label: int, numbered: frozenset[int]) -> dict[int, tuple[str, ...]]:
    """The columns of kinds with their values; the different labels with their first words go into DuckDB."""
    loaded.engine.execute(
        f"CREATE OR REPLACE TABLE labels AS SELECT DISTINCT c{label} AS label,"
        f" lower(regexp_extract(c{label}, '[^\\W_]+')) AS first FROM cells WHERE c{label} IS NOT NULL"
    )
    others = (n for n in range(len(loaded.heads)) if n != label and n not in numbered)
    values = {n: loaded.values(n) for n in others}
    return {n: v for n, v in values.items() if 1 < len(v) <= _MOST_KINDS and not any(_is_year(x) for x in v)}


def _duckdb() -> Any:
    try:
        return import_module("duckdb")
    except ModuleNotFoundError as error:
        raise SettingsError(
            "Parquet and tables of many rows need DuckDB; install it: pip install '.[audit]'"
        ) from error
