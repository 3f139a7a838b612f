"""Mismatches as SARIF 2.1.0, so that editors and build pipelines show them beside the text.

Lines and columns count from 1, columns in Unicode code points. They are given where the file is plain
text, so that they point into the file itself; elsewhere the quoted words have to do.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from extractor import __version__
from extractor.model import Document, Finding, Review, Severity, Span
from extractor.report.evidence import Evidence, span_of, values_of
from extractor.report.layout import clean
from extractor.report.words import READING, SEVERITY

Json = dict[str, Any]

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVEL: Mapping[Severity, str] = {"error": "error", "warning": "warning", "note": "note"}
#: Relation → what its rule says, for the list of rules in a viewer.
RULES: Mapping[str, str] = {
    "share": "A part, its whole and their rate agree.",
    "complement": "Those that did and those that did not make up the whole.",
    "change": "Two levels and the change between them agree.",
    "sum": "Parts make up their total.",
    "multiple": "One amount is as many times the other as the words say.",
    "mean": "A total, a number and their average agree.",
    "same": "A figure printed twice is the same.",
    "compare": "Words of comparison fit the figures that they compare.",
    "bound": "No value is impossible.",
    "rank": "A rank fits the values that are ranked.",
}
#: Endings of files whose text is the file.
PLAIN_TEXT = frozenset({".txt", ".text", ".md", ".markdown", ""})


def render_sarif(review: Review) -> str:
    """One run with a result for each mismatch, as indented JSON."""
    documents = {d.id: d for d in review.documents}
    driver = {
        "name": "crossfoot",
        "version": review.provenance.get("version", __version__),
        "rules": [{"id": name, "shortDescription": {"text": told}} for name, told in RULES.items()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": list(_results(review, documents)),
        "invocations": [_invocation(review)],
        "properties": dict(review.provenance),
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _results(review: Review, documents: Mapping[str, Document]) -> Iterator[Json]:
    for finding in review.findings:
        if finding.verdict == "mismatch":
            first, *others = values_of(finding)
            yield {
                "ruleId": finding.relation.kind,
                "ruleIndex": list(RULES).index(finding.relation.kind),
                "level": LEVEL[finding.severity],
                "message": {"text": _message(finding)},
                "locations": [_location(first, documents)],
                "relatedLocations": [
                    {"id": number, **_location(value, documents)} for number, value in enumerate(others, 1)
                ],
                "partialFingerprints": {"findingId/v1": finding.id},
            }


def _message(finding: Finding) -> str:
    reading = f"would fit if {READING[finding.reading]}" if finding.reading else ""
    parts = [finding.explanation, finding.arithmetic, reading, finding.suggestion]
    return clean(f"{SEVERITY[finding.severity]}: {' | '.join(p for p in parts if p)}")


def _location(value: Evidence, documents: Mapping[str, Document]) -> Json:
    document, span = documents[value.document], span_of(value)
    place: Json = {"artifactLocation": {"uri": _uri(document)}}
    if PurePath(document.source or "").suffix.lower() in PLAIN_TEXT:
        place["region"] = _region(document.text, span)
    return {"physicalLocation": place, "message": {"text": clean(span.of(document.text))}}


def _uri(document: Document) -> str:
    return quote(PurePath(document.source or document.id).as_posix())


def _region(text: str, span: Span) -> Json:
    start, end = _line_and_column(text, span.start), _line_and_column(text, span.end)
    return {
        "startLine": start[0],
        "startColumn": start[1],
        "endLine": end[0],
        "endColumn": end[1],
        "charOffset": span.start,
        "charLength": len(span),
    }


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _invocation(review: Review) -> Json:
    """Inputs that could not be read are told as notifications of the run."""
    told = [
        {"level": "error", "message": {"text": clean(f"{problem.source}: {problem.message}")}}
        for problem in review.errors
    ]
    return {"executionSuccessful": not told, "toolExecutionNotifications": told}
