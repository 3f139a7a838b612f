"""Findings gathered for people: one card for each questioned sentence.

A finding that figures are not comparable becomes a caveat on the card that questions them;
it neither replaces nor softens what the card says.
"""

from __future__ import annotations

from dataclasses import dataclass

from extractor.model import NO_QUANTITY, Document, Finding, Review, Severity, Span, Verdict
from extractor.report.evidence import Evidence, Quote, quotes_of, stance_of, values_of

#: From what to look at first to what may wait.
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class Card:
    """All that is said of one sentence under one verdict."""

    #: The questioned sentence with every word that its findings rest on.
    questioned: Quote
    #: The gravest first; all have the same verdict.
    findings: tuple[Finding, ...]
    #: Findings with the verdict not_comparable about the same figures.
    caveats: tuple[Finding, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """The verdict that all its findings share."""
        return self.findings[0].verdict

    @property
    def severity(self) -> Severity:
        """That of its gravest finding."""
        return self.findings[0].severity


@dataclass(frozen=True, slots=True)
class Tally:
    """The numbers of the opening and the closing line."""

    #: Figures that state a quantity; dates, references and scores are left out.
    figures: int
    #: Those of them that some finding could check against another.
    checked: int
    #: Findings whose comparison the text asserts and nothing here could settle.
    undecided: tuple[Finding, ...]


def cards(review: Review, verdict: Verdict = "mismatch") -> tuple[Card, ...]:
    """One card for each sentence that a finding of the verdict questions.

    Cards follow the documents' order, within a document the gravest first, then the order of print.
    """
    sentences: dict[tuple[str, Span], list[Finding]] = {}
    for finding in review.findings:
        if finding.verdict == verdict:
            first = values_of(finding)[0]
            sentences.setdefault((first.document, first.sentence), []).append(finding)
    documents = {d.id: d for d in review.documents}
    made = [_card(key, found, review, documents) for key, found in sentences.items()]
    order = {d.id: number for number, d in enumerate(review.documents)}
    return tuple(
        sorted(
            made,
            key=lambda c: (
                order[c.questioned.document.id],
                SEVERITIES.index(c.severity),
                c.questioned.sentence,
            ),
        )
    )


def _card(
    key: tuple[str, Span], findings: list[Finding], review: Review, documents: dict[str, Document]
) -> Card:
    ordered = tuple(sorted(findings, key=lambda f: SEVERITIES.index(f.severity)))
    values = dict.fromkeys(v for f in ordered for v in values_of(f))
    inside = [v for v in values if (v.document, v.sentence) == key]
    (questioned,) = quotes_of(inside, documents, [f.reading for f in ordered])
    caveats = _caveats(review, ordered, inside) if ordered[0].verdict == "mismatch" else ()
    return Card(questioned, ordered, caveats)


def _caveats(review: Review, findings: tuple[Finding, ...], inside: list[Evidence]) -> tuple[Finding, ...]:
    """Findings of unlike things about a figure of the questioned sentence, or two others of the card."""
    known = {v.id for f in findings for v in values_of(f)}
    here = {v.id for v in inside}
    unlike = [(f, {v.id for v in values_of(f)}) for f in review.findings if f.verdict == "not_comparable"]
    return tuple(f for f, ids in unlike if here & ids or len(known & ids) > 1)


def tally(review: Review) -> Tally:
    """How much of the review's figures could be checked, and what was left open."""
    quantities = {c.id for c in review.claims if c.figure.kind not in NO_QUANTITY}
    settled = (f for f in review.findings if f.verdict in ("consistent", "mismatch"))
    checked = {v.id for f in settled for v in values_of(f)} & quantities
    return Tally(len(quantities), len(checked), undecided(review))


def undecided(review: Review) -> tuple[Finding, ...]:
    """The asserted comparisons that nothing here could settle, in the order of print."""
    return tuple(f for f in review.findings if f.verdict == "undecided" and stance_of(f) == "asserted")
