"""Parquet as those read it who work with it: pyarrow and DuckDB; the round trip is in `test_rows.py`."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from msgspec.structs import replace

from extractor.errors import SettingsError
from extractor.export import parquet
from extractor.export.columns import columns_of
from extractor.export.kinds import Rows
from extractor.export.parquet import read_rows_parquet, render_rows_parquet
from extractor.export.rows import rows_of
from tests.export.made import HAND


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "claims.parquet"
    path.write_bytes(render_rows_parquet(HAND, rows_of(HAND, Rows.claims), Rows.claims))
    return path


def test_pyarrow_reads_types_and_values(table: Path) -> None:
    read = pq.read_table(table)
    assert read.column_names == [c.name for c in columns_of(Rows.claims)]
    assert read.schema.field("published").type == pa.date32()
    assert read.schema.field("negated").type == pa.bool_()
    assert read.schema.field("start").type == pa.int64()
    rows = read.to_pylist()
    assert [r["quote"] for r in rows] == [c.quote for d in HAND.documents for c in d.claims]
    negated = next(r for r in rows if r["negated"])
    slots = {slot["name"]: slot for slot in negated["slots"]}
    assert slots["event"]["text"] == "did not lead to a visit"


def test_the_file_names_its_run_even_without_a_row(tmp_path: Path) -> None:
    path = tmp_path / "none.parquet"
    path.write_bytes(render_rows_parquet(replace(HAND, documents=()), [], Rows.findings))
    assert read_rows_parquet(path, Rows.findings) == []
    run = json.loads(pq.read_schema(path).metadata[b"crossfoot"])
    assert (run["version"], run["policy"]) == (HAND.version, HAND.policy)


def test_duckdb_adds_up_what_the_table_says(table: Path) -> None:
    (answer,) = duckdb.sql(
        f"SELECT sum(CAST(low AS DOUBLE)) FROM '{table}' WHERE kind = 'count' AND value = '410'"
    ).fetchall()
    assert answer == (820.0,)


def test_another_file_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.parquet"
    pq.write_table(pa.table({"a": [1]}), other)
    with pytest.raises(SettingsError, match="no Parquet of claims"):
        read_rows_parquet(other, Rows.claims)


def test_a_missing_duckdb_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(name: str) -> None:
        raise ModuleNotFoundError(name=name)

    monkeypatch.setattr(parquet, "import_module", gone)
    with pytest.raises(SettingsError, match="pip install duckdb"):
        render_rows_parquet(HAND, [], Rows.claims)
