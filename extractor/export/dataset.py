"""A review as a folder to hand on: everything as JSON, two tables, a card and Croissant metadata."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import msgspec

from extractor.errors import SettingsError
from extractor.export.card import render_card
from extractor.export.croissant import render_croissant
from extractor.export.csv import render_rows_csv
from extractor.export.kinds import Rows
from extractor.export.parquet import render_rows_parquet
from extractor.export.rows import rows_of
from extractor.report.files import write_atomically
from extractor.report.records import DocumentLine, ErrorsLine, FindingsLine, ReviewRecord, json_schema, run_of


def write_dataset(record: ReviewRecord, folder: Path, *, name: str = "", licence: str | None = None) -> None:
    """Write a dataset into a folder, which is made if there is none; the same record makes the same bytes.

    Raises:
        SettingsError: something else is in the folder, or it cannot be written to.
    """
    files = dict(_files(record))
    title = name or folder.resolve().name
    made = {
        **files,
        "croissant.json": render_croissant(record, files, title, licence).encode(),
        "README.md": render_card(record, title, licence).encode(),
    }
    _refuse_others(folder, set(made))
    for path, data in made.items():
        write_atomically(folder / path, data)


def _files(record: ReviewRecord) -> Iterator[tuple[str, bytes]]:
    yield "documents.jsonl", b"".join(msgspec.json.encode(line) + b"\n" for line in lines_of(record))
    for kind in Rows:
        rows = rows_of(record, kind)
        yield f"{kind.value}.csv", render_rows_csv(rows, kind).encode()
        yield f"{kind.value}.parquet", render_rows_parquet(record, rows, kind)
    yield "crossfoot-1.schema.json", (json.dumps(json_schema(), indent=2) + "\n").encode()


def lines_of(record: ReviewRecord) -> Iterator[DocumentLine | FindingsLine | ErrorsLine]:
    """The lines of `--format jsonl`, out of a record."""
    run = run_of(record)
    for document in record.documents:
        yield DocumentLine(**msgspec.structs.asdict(document), **run)
    if record.findings:
        yield FindingsLine(record.findings)
    if record.errors:
        yield ErrorsLine(record.errors)


def _refuse_others(folder: Path, ours: set[str]) -> None:
    try:
        folder.mkdir(exist_ok=True)
        others = sorted(p.name for p in folder.iterdir() if p.name not in ours)
    except OSError as error:
        raise SettingsError(f"--output {folder}: {error.strerror}; name a new folder") from error
    if others:
        raise SettingsError(
            f"--output {folder}: holds {others[0]}, which is no part of a dataset; name a new folder"
        )
