"""The check sheet: every figure, who says it, what it agrees with here, and room for a desk's notes."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from io import StringIO

from extractor.model import Claim, Document, Finding, Review, Verdict
from extractor.report.claim_table import disarmed
from extractor.report.evidence import Evidence, Places, span_of, values_of
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


class Sheet:
    """Rows for the documents of one review; what they share is worked out once."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._documents = {d.id: d for d in review.documents}
        self._places = {d.id: Places(d) for d in review.documents}
        self._findings: defaultdict[str, list[Finding]] = defaultdict(list)
        for finding in review.findings:
            for value in values_of(finding):
                self._findings[value.id].append(finding)

    def rows(self, document: Document) -> tuple[Row, ...]:
        """A row for each quantity of a document, in the order of print."""
        figures = (m for m in marks_of(self._review, document) if isinstance(m.value, Claim))
        return tuple(self._row(n, m, document) for n, m in enumerate(figures, start=1))

    def _row(self, number: int, mark: Marked, document: Document) -> Row:
        claim = mark.value
        assert isinstance(claim, Claim)
        return Row(
            number=number,
            claim=claim,
            place=self._places[document.id].of(claim.figure.span.start),
            quote=clean(claim.figure.span.of(document.text)),
            counts=clean(counts(claim)),
            speaker=clean(claim.speaker.text) if claim.speaker else "",
            status=STATUS[mark.state],
            agrees=self._others(claim, "consistent"),
            differs=self._others(claim, "mismatch"),
            sentence=clean(claim.sentence.of(document.text)).strip(),
        )

    def _others(self, claim: Claim, verdict: Verdict) -> tuple[str, ...]:
        """What some findings set beside a figure, each once, with where it stands."""
        own = (f for f in self._findings[claim.id] if f.verdict == verdict)
        others = {v.id: v for f in own for v in values_of(f) if v.id != claim.id}
        return tuple(self._named(v) for v in others.values())

    def _named(self, value: Evidence) -> str:
        words = clean(span_of(value).of(self._documents[value.document].text))
        return f"{words} ({self._places[value.document].of(span_of(value).start)})"


def counts(claim: Claim) -> str:
    """What a figure counts, of what: "calls from tenants, of all calls (not: lead to a visit)"."""
    parts = [m.text for m in (claim.measure, claim.event) if m is not None]
    told = ", ".join(parts) + (f", out of {claim.base.text}" if claim.base else "")
    return f"{told} (negated)".strip() if claim.negated else told


def render_sheet_csv(review: Review) -> str:
    """The sheet for a spreadsheet; no cell starts a formula."""
    sheet = StringIO()
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerow(COLUMNS)
    made = Sheet(review)
    for document in review.documents:
        for row in made.rows(document):
            writer.writerow([disarmed(document.id), row.number, *map(disarmed, _cells(row)), "", "", ""])
    return sheet.getvalue()


def _cells(row: Row) -> tuple[str, ...]:
    agrees, differs = "; ".join(row.agrees), "; ".join(row.differs)
    return (row.place, row.quote, row.counts, row.speaker, row.status, agrees, differs, row.sentence)
