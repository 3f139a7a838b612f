"""Drafts of schema.org ClaimReviews, one for each mismatch that has to be checked.

They never pose as reviews. What search engines and aggregators require of a published one is left for the
person who reviews: no author, no rating, no date of publication, no address. Each says that it is a draft
made by a machine, and that nobody has looked at it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from extractor.export.annotations import URN, finding_words
from extractor.export.rows import placed_findings
from extractor.report.records import (
    ClaimRecord,
    ComparisonRecord,
    DocumentRecord,
    FigureRecord,
    FindingRecord,
    ReviewRecord,
    run_of,
)

Json = dict[str, Any]
NOTICE = (
    "Machine-made draft that nobody has reviewed. It says that figures do not agree with each other, and not"
    " which of them is right. Before it is published, a person checks it and adds author, rating and date."
)
#: What a published review needs, and a draft must not have.
LEFT_TO_PEOPLE = frozenset({"author", "datePublished", "reviewRating", "url", "publisher"})


def render_claimreviews(record: ReviewRecord) -> str:
    """The drafts as one JSON-LD graph: errors and warnings alone, after the program that they come from."""
    run = msgspec.to_builtins(run_of(record))
    program = {
        "@type": "SoftwareApplication",
        "@id": f"{URN}version:{record.version}",
        "name": "Crossfoot",
        "softwareVersion": record.version,
        "description": json.dumps(run, ensure_ascii=False),
    }
    graph = {"@context": "https://schema.org", "@graph": [program, *_drafts(record, program["@id"])]}
    return json.dumps(graph, ensure_ascii=False, indent=2) + "\n"


def _drafts(record: ReviewRecord, program: str) -> Iterator[Json]:
    documents = {d.id: d for d in record.documents}
    for home, finding in placed_findings(record):
        if finding.verdict == "mismatch" and finding.severity != "note":
            yield {**_draft(finding, home, documents), "isBasedOn": {"@id": program}}


def _draft(
    finding: FindingRecord, home: DocumentRecord | None, documents: Mapping[str, DocumentRecord]
) -> Json:
    places = [(f, documents[f.document] if isinstance(f.document, str) else home) for f in finding.figures]
    figure, document = next((f, d) for f, d in places if d is not None and f.start is not None)
    draft = {
        "@type": "ClaimReview",
        "identifier": finding.id,
        "creativeWorkStatus": "Draft",
        "disambiguatingDescription": NOTICE,
        "claimReviewed": _sentence(figure, document),
        "reviewBody": finding_words(finding),
        "itemReviewed": {"@type": "Claim", "appearance": _appearance(document)},
    }
    return {name: value for name, value in draft.items() if value}


def _sentence(figure: FigureRecord, document: DocumentRecord) -> str:
    """The sentence of the figure or phrase under test; "" where the export holds no words."""
    told: list[ClaimRecord | ComparisonRecord] = [*document.claims, *document.comparisons]
    inside = [
        s.sentence
        for s in told
        if figure.start is not None and s.sentence.start <= figure.start < s.sentence.end
    ]
    return " ".join(document.text[inside[0].start : inside[0].end].split()) if inside else figure.quote


def _appearance(document: DocumentRecord) -> Json:
    outlet = document.outlet and {"@type": "Organization", "name": document.outlet}
    told = {
        "name": document.title,
        "url": document.url,
        "datePublished": document.published and document.published.isoformat(),
        "publisher": outlet,
        "identifier": document.id,
    }
    return {"@type": "CreativeWork", **{name: value for name, value in told.items() if value}}
