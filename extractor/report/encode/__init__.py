"""The nouns in the shape of the JSON output: offsets, exact decimals, findings sorted to their documents."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass, field

from extractor import __version__
from extractor.model import Block, Claim, Comparison, Derived, Document, Finding, Problem, Review
from extractor.report.encode.claims import claim_record, comparison_record, derived_record
from extractor.report.encode.findings import finding_record
from extractor.report.evidence import documents_of
from extractor.report.records import (
    SCHEMA,
    BlockRecord,
    DocumentRecord,
    ErrorRecord,
    FindingRecord,
    ReviewRecord,
)


def review_record(review: Review) -> ReviewRecord:
    """The review in the shape of the output."""
    settings = dict(review.provenance)
    found = _by_document(review)
    return ReviewRecord(
        schema=SCHEMA,
        version=settings.pop("version", __version__),
        model=settings.pop("model", None),
        policy=settings.pop("policy", None),
        settings=settings,
        documents=tuple(_document_record(d, found.get(d.id, _Found())) for d in review.documents),
        findings=_findings_between(review),
        errors=tuple(_error_record(e) for e in review.errors),
    )


@dataclass(slots=True)
class _Found:
    """What was found in one document alone."""

    claims: list[Claim] = field(default_factory=list)
    comparisons: list[Comparison] = field(default_factory=list)
    derived: list[Derived] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def _by_document(review: Review) -> dict[str, _Found]:
    found: defaultdict[str, _Found] = defaultdict(_Found)
    for claim in review.claims:
        found[claim.document].claims.append(claim)
    for comparison in review.comparisons:
        found[comparison.document].comparisons.append(comparison)
    for derived in review.derived:
        found[derived.claims[0].document].derived.append(derived)
    for finding in review.findings:
        if not _is_between(finding):
            found[documents_of(finding)[0]].findings.append(finding)
    return found


def _is_between(finding: Finding) -> bool:
    """True for a finding that rests on more than one document: on several stories, or on a table."""
    return bool(finding.cells) or len(documents_of(finding)) > 1


def _findings_between(review: Review) -> tuple[FindingRecord, ...]:
    documents = {d.id: d for d in review.documents}
    between = (f for f in review.findings if _is_between(f))
    return tuple(finding_record(f, documents, between=True) for f in between)


def _document_record(document: Document, found: _Found) -> DocumentRecord:
    own = {document.id: document}
    return DocumentRecord(
        id=document.id,
        source=document.source,
        url=document.url,
        title=document.title,
        outlet=document.outlet,
        agency=document.agency,
        published=document.published,
        language=document.language,
        sha256=document.sha256,
        text_sha256=text_digest(document.text),
        text=document.text,
        notes=document.notes,
        duplicate_of=document.duplicate_of,
        blocks=tuple(_block_record(b) for b in document.blocks),
        claims=tuple(claim_record(c, document) for c in found.claims),
        comparisons=tuple(comparison_record(c, document) for c in found.comparisons),
        derived=tuple(derived_record(d) for d in found.derived),
        findings=tuple(finding_record(f, own) for f in found.findings),
    )


def text_digest(text: str) -> str:
    """SHA-256 of a text in UTF-8, by which the text is known again where only its record is at hand."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _block_record(block: Block) -> BlockRecord:
    return BlockRecord(
        kind=block.kind,
        start=block.span.start,
        end=block.span.end,
        page=block.page,
        box=block.box,
        row=block.row,
        column=block.column,
        heads=block.heads,
        language=block.language,
        posted=block.posted,
    )


def _error_record(problem: Problem) -> ErrorRecord:
    return ErrorRecord(problem.source, problem.line, problem.message)
