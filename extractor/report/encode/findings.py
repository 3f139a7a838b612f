"""A finding in the shape of the output: its cue, the figures it rests on, and what was computed."""

from __future__ import annotations

from extractor.model import Cited, Claim, Derived, Document, Finding, Role
from extractor.report.encode.amounts import amount_record
from extractor.report.encode.spans import offsets
from extractor.report.evidence import evidence_of
from extractor.report.records import CueRecord, FigureRecord, FindingRecord


def finding_record(finding: Finding, documents: dict[str, Document], between: bool = False) -> FindingRecord:
    """A finding; one between documents names the document of each figure."""
    return FindingRecord(
        id=finding.id,
        relation=finding.relation.kind,
        verdict=finding.verdict,
        severity=finding.severity,
        reading=finding.reading,
        strength=finding.relation.strength,
        cue=_cue_record(finding, between),
        figures=(
            *(_figure_record(r, documents, between) for r in evidence_of(finding)),
            *(_cell_record(c) for c in finding.cells),
        ),
        asserted_by=finding.asserted_by,
        stated=amount_record(finding.stated),
        computed=amount_record(finding.computed),
        arithmetic=finding.arithmetic,
        assumptions=finding.assumptions,
        notes=finding.notes,
        missing=finding.missing,
        suggestion=finding.suggestion,
        explanation=finding.explanation,
    )


def _cue_record(finding: Finding, between: bool) -> CueRecord:
    cue = finding.relation.cue
    start, end = offsets(cue.span)
    if between:
        return CueRecord(start, end, cue.text, cue.document)
    return CueRecord(start, end, cue.text)


def _figure_record(role: Role, documents: dict[str, Document], between: bool) -> FigureRecord:
    value = role.value
    assert not isinstance(value, Derived)
    claim, span = (value.id, value.figure.span) if isinstance(value, Claim) else (None, value.span)
    quote = span.of(documents[value.document].text)
    if between:
        return FigureRecord(role.name, claim, span.start, span.end, quote, value.document)
    return FigureRecord(role.name, claim, span.start, span.end, quote)


def _cell_record(cited: Cited) -> FigureRecord:
    cell = cited.observation
    label = f"{cell.entity}, {cell.measure}"
    return FigureRecord(
        cited.name,
        None,
        None,
        None,
        cell.text,
        table=cell.table,
        row=cell.row,
        column=cell.column,
        label=label,
    )
