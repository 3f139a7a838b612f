"""Claims and findings as rows: each with what names its document and the run that made it.

A row is the whole record of a claim or a finding, so rows become records again; `docs/schema` describes both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from extractor.export.kinds import Rows
from extractor.report.records import ClaimRecord, DocumentRecord, FindingRecord, ReviewRecord, run_of

#: What a row of claims says of its document, beside the document's id.
HOME = ("source", "url", "title", "outlet", "published", "text_sha256")


class ClaimRow(ClaimRecord, frozen=True):
    """A claim with its document, its sentence in words and its run."""

    document: str
    source: str | None
    url: str | None
    title: str | None
    outlet: str | None
    published: date | None
    text_sha256: Annotated[str, Meta(description="SHA-256 of the document's text in UTF-8.")]
    sentence_text: str
    schema: str
    version: str
    model: str | None
    policy: str | None
    settings: dict[str, str]


class FindingRow(FindingRecord, frozen=True):
    """A finding with its run; `document` is null between documents, where each figure names its own."""

    document: str | None
    schema: str
    version: str
    model: str | None
    policy: str | None
    settings: dict[str, str]


Row = ClaimRow | FindingRow
ROW: dict[Rows, type[ClaimRow] | type[FindingRow]] = {Rows.claims: ClaimRow, Rows.findings: FindingRow}


def rows_of(record: ReviewRecord, kind: Rows) -> list[Row]:
    """The rows: claims in the order of print, findings within documents before those between them."""
    run = run_of(record)
    return [*(_claims(record, run) if kind is Rows.claims else _findings(record, run))]


def _claims(record: ReviewRecord, run: dict[str, Any]) -> Iterator[ClaimRow]:
    for document in record.documents:
        home = {name: getattr(document, name) for name in HOME}
        for claim in document.claims:
            yield ClaimRow(
                **msgspec.structs.asdict(claim),
                **home,
                **run,
                document=document.id,
                sentence_text=document.text[claim.sentence.start : claim.sentence.end],
            )


def _findings(record: ReviewRecord, run: dict[str, Any]) -> Iterator[FindingRow]:
    for home, finding in placed_findings(record):
        name = None if home is None else home.id
        yield FindingRow(**msgspec.structs.asdict(finding), **run, document=name)


def placed_findings(record: ReviewRecord) -> Iterator[tuple[DocumentRecord | None, FindingRecord]]:
    """Every finding with the document that it lies in; None for one that lies between documents."""
    yield from ((document, finding) for document in record.documents for finding in document.findings)
    yield from ((None, finding) for finding in record.findings)


def claims_from(rows: Iterable[ClaimRow]) -> dict[str, list[ClaimRecord]]:
    """Document → its claims, out of rows that were read back."""
    found: dict[str, list[ClaimRecord]] = {}
    for row in rows:
        found.setdefault(row.document, []).append(_part(row, ClaimRecord))
    return found


def findings_from(rows: Iterable[FindingRow]) -> list[tuple[str | None, FindingRecord]]:
    """Findings with the document that they lie in, out of rows that were read back."""
    return [(row.document, _part(row, FindingRecord)) for row in rows]


def _part(row: Any, kind: Any) -> Any:
    return kind(**{name: getattr(row, name) for name in kind.__struct_fields__})
