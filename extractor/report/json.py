"""A review as JSON: one object (`json`), or a line for each document (`jsonl`)."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from extractor.model import Review
from extractor.report.encode import review_record
from extractor.report.records import DocumentLine, ErrorsLine, FindingsLine, run_of


def render_json(review: Review) -> str:
    """The whole review as one indented object, with a final line end."""
    return msgspec.json.format(msgspec.json.encode(review_record(review)), indent=2).decode() + "\n"


def render_jsonl(review: Review) -> str:
    """A line for each document in input order, then findings between documents, then errors."""
    return "".join(msgspec.json.encode(line).decode() + "\n" for line in _lines(review))


def _lines(review: Review) -> Iterator[DocumentLine | FindingsLine | ErrorsLine]:
    record = review_record(review)
    run = run_of(record)
    for document in record.documents:
        yield DocumentLine(**msgspec.structs.asdict(document), **run)
    if record.findings:
        yield FindingsLine(record.findings)
    if record.errors:
        yield ErrorsLine(record.errors)
