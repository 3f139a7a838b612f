"""Records of reviews back from the files that hold them, and several of them as one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from extractor.errors import SettingsError
from extractor.report.records import (
    RUN,
    SCHEMA,
    DocumentLine,
    DocumentRecord,
    ErrorRecord,
    ErrorsLine,
    FindingRecord,
    FindingsLine,
    ReviewRecord,
    run_of,
)


def is_record(path: Path) -> bool:
    """True for a file that `--format json` or `--format jsonl` wrote, of `check`, `claims` or `export`."""
    written = path.suffix in (".json", ".jsonl") and path.is_file()
    return written and f'"{SCHEMA}"'.encode() in path.read_bytes()


def is_store(path: Path) -> bool:
    """True for a store of `crossfoot audit`, or any other SQLite file."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(16) == b"SQLite format 3\0"


def load_record(path: Path) -> ReviewRecord:
    """The record that a file holds.

    Raises:
        SettingsError: the file cannot be read, or is not of this schema.
    """
    try:
        data = path.read_bytes()
        if path.suffix != ".jsonl":
            return msgspec.json.decode(data, type=ReviewRecord)
        return _from_lines([line for line in data.split(b"\n") if line.strip()])
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror}; check the path") from error
    except msgspec.MsgspecError as error:
        raise SettingsError(
            f"{path}: no review of schema {SCHEMA} ({error}); write one with --format json"
        ) from error


def _from_lines(lines: Sequence[bytes]) -> ReviewRecord:
    documents: list[DocumentLine] = []
    findings: tuple[FindingRecord, ...] = ()
    errors: tuple[ErrorRecord, ...] = ()
    for line in lines:
        named = msgspec.json.decode(line, type=dict[str, msgspec.Raw])
        if "id" in named:
            documents.append(msgspec.json.decode(line, type=DocumentLine))
        elif "findings" in named:
            findings += msgspec.json.decode(line, type=FindingsLine).findings
        else:
            errors += msgspec.json.decode(line, type=ErrorsLine).errors
    if not documents:
        raise msgspec.ValidationError("no line of it is a document")
    return ReviewRecord(
        **run_of(documents[0]),
        documents=tuple(map(_document, documents)),
        findings=findings,
        errors=errors,
    )


def _document(line: DocumentLine) -> DocumentRecord:
    return DocumentRecord(**{name: getattr(line, name) for name in DocumentRecord.__struct_fields__})


def merged(records: Sequence[ReviewRecord]) -> ReviewRecord:
    """Several records as one.

    Raises:
        SettingsError: they were made in different ways, or two documents go by one id.
    """
    first = records[0]
    for name in RUN:
        made = {str(getattr(r, name)) for r in records}
        if len(made) > 1:
            raise SettingsError(
                f"the reviews differ in {name} ({', '.join(sorted(made))}); export them apart"
            )
    documents = tuple(d for r in records for d in r.documents)
    _no_id_twice(documents)
    return msgspec.structs.replace(
        first,
        documents=documents,
        findings=tuple(f for r in records for f in r.findings),
        errors=tuple(e for r in records for e in r.errors),
    )


def _no_id_twice(documents: Iterable[DocumentRecord]) -> None:
    twice = [name for name, n in Counter(d.id for d in documents).items() if n > 1]
    if twice:
        raise SettingsError(
            f"two documents have the id {twice[0]}; check those stories together, or export them apart"
        )
