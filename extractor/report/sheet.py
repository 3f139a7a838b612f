"""The check sheet: every figure, who says it, what it agrees with here, and room for a desk's notes."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

from extractor.model import Claim, Document, Finding, Review
from extractor.report.claim_table import disarmed
from extractor.report.evidence import Evidence, span_of, values_of, where
from extractor.report.layout import clean
from extractor.report.passages import Marked, State, marks_of

#: Columns of the CSV; the last three are for people to fill in.
COLUMNS = (
    "document",
    "number",
    "where",
    "figure",
    "counts",
    "who says it",
    "status here",
    "agrees with",
    "does not agree with",
    "sentence",
    "source",
    "checked by",
    "date",
)

STATUS: Mapping[State, str] = {
    "error": "check first",
    "warning": "check",
    "note": "note",
    "undecided": "undecided",
    "not_comparable": "not comparable",
    "consistent": "agrees with other figures in this text",
    "alone": "not cross-checked",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of the sheet, in the words that people read."""

    number: int
    claim: Claim
    place: str
    quote: str
    counts: str
    speaker: str
    status: str
    agrees: tuple[str, ...]
    differs: tuple[str, ...]
    sentence: str


def rows(review: Review, document: Document) -> tuple[Row, ...]:
    """A row for each quantity of a document, in the order of print."""
    figures = [m for m in marks_of(review, document) if isinstance(m.value, Claim)]
    return tuple(_row(n, m, document, review) for n, m in enumerate(figures, start=1))


def _row(number: int, mark: Marked, document: Document, review: Review) -> Row:
    claim = mark.value
    assert isinstance(claim, Claim)
    own = [f for f in review.findings if claim in values_of(f)]
    documents = {d.id: d for d in review.documents}
    return Row(
        number=number,
        claim=claim,
        place=where(document, claim.figure.span.start),
        quote=clean(claim.figure.span.of(document.text)),
        counts=clean(counts(claim)),
        speaker=clean(claim.speaker.text) if claim.speaker else "",
        status=STATUS[mark.state],
        agrees=_others(claim, [f for f in own if f.verdict == "consistent"], documents),
        differs=_others(claim, [f for f in own if f.verdict == "mismatch"], documents),
        sentence=clean(claim.sentence.of(document.text)).strip(),
    )


def counts(claim: Claim) -> str:
    """What a figure counts, of what: "calls from tenants, of all calls (not: lead to a visit)"."""
    parts = [m.text for m in (claim.measure, claim.event) if m is not None]
    told = ", ".join(parts) + (f", out of {claim.base.text}" if claim.base else "")
    return f"{told} (negated)".strip() if claim.negated else told


def _others(claim: Claim, findings: Sequence[Finding], documents: Mapping[str, Document]) -> tuple[str, ...]:
    others = dict.fromkeys(v for f in findings for v in values_of(f) if v != claim)
    return tuple(_named(v, documents[v.document]) for v in others)


def _named(value: Evidence, document: Document) -> str:
    return f"{clean(span_of(value).of(document.text))} ({where(document, value.sentence.start)})"


def render_sheet_csv(review: Review) -> str:
    """The sheet for a spreadsheet; no cell starts a formula."""
    sheet = StringIO()
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerow(COLUMNS)
    for document in review.documents:
        for row in rows(review, document):
            writer.writerow([disarmed(document.id), row.number, *map(disarmed, _cells(row)), "", "", ""])
    return sheet.getvalue()


def _cells(row: Row) -> tuple[str, ...]:
    agrees, differs = "; ".join(row.agrees), "; ".join(row.differs)
    return (row.place, row.quote, row.counts, row.speaker, row.status, agrees, differs, row.sentence)
