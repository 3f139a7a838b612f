"""Whatever is exported says what made it: version, schema, model, word policy and settings."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import spacy
from spacy.tokens import DocBin

from extractor.export.dataset import write_dataset
from extractor.export.formats import rendered_export
from extractor.export.kinds import Format, Rows
from extractor.report.records import RUN
from tests.export.made import HAND

Json = dict[str, Any]
WANTED: Json = {name: msgspec.to_builtins(getattr(HAND, name)) for name in RUN}


def _first_row(data: bytes) -> Json:
    row = next(csv.DictReader(StringIO(data.decode(), newline="")))
    return {**row, "settings": json.loads(row["settings"])}


def _in_user_data(data: bytes) -> Json:
    (doc, *_) = DocBin().from_bytes(data).get_docs(spacy.blank("en").vocab)
    told: Json = json.loads(doc.user_data["crossfoot"])
    return told


def _in_metadata(data: bytes) -> Json:
    told: Json = json.loads(pq.read_schema(pa.BufferReader(data)).metadata[b"crossfoot"])
    return told


#: Where the run stands in each format.
READ: dict[Format, Callable[[bytes], Json]] = {
    Format.csv: _first_row,
    Format.jsonl: lambda data: json.loads(data.splitlines()[0]),
    Format.json: json.loads,
    Format.parquet: _in_metadata,
    Format.annotations: lambda data: json.loads(json.loads(data)["crossfoot:run"]),
    Format.labelstudio: lambda data: json.loads(data)[0]["data"]["run"],
    Format.docbin: _in_user_data,
    Format.claimreview: lambda data: json.loads(json.loads(data)["@graph"][0]["description"]),
}


def test_no_format_is_left_out() -> None:
    assert set(READ) == set(Format) - {Format.dataset}


@pytest.mark.parametrize(("shape", "kind"), [(s, k) for s in READ for k in Rows])
def test_every_file_names_its_run(shape: Format, kind: Rows) -> None:
    made = rendered_export(HAND, shape, kind)
    told = READ[shape](made if isinstance(made, bytes) else made.encode())
    assert {name: told[name] for name in RUN} == WANTED


def test_card_and_metadata_of_a_dataset_name_it_too(tmp_path: Path) -> None:
    write_dataset(HAND, tmp_path / "made", name="Fire checks")
    croissant = json.loads((tmp_path / "made" / "croissant.json").read_text(encoding="utf-8"))
    assert croissant["version"] == f"{HAND.version}+policy.{HAND.policy}"
    card = (tmp_path / "made" / "README.md").read_text(encoding="utf-8")
    for name, value in WANTED.items():
        assert all(str(part) in card for part in (value.values() if isinstance(value, dict) else [value])), (
            name
        )
