"""The nouns in the shape of the JSON output: offsets, exact decimals, findings sorted to their documents."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from extractor import __version__
from extractor.amount import outward
from extractor.model import (
    Amount,
    Block,
    Cited,
    Claim,
    Comparison,
    Derived,
    Document,
    Finding,
    Mention,
    Period,
    Problem,
    Review,
    Role,
    Span,
)
from extractor.report.evidence import documents_of, evidence_of
from extractor.report.records import (
    SCHEMA,
    AmountRecord,
    BlockRecord,
    Box,
    ClaimRecord,
    ComparisonRecord,
    CueRecord,
    DerivedRecord,
    DocumentRecord,
    ErrorRecord,
    FigureRecord,
    FindingRecord,
    PeriodRecord,
    ReviewRecord,
    SentenceRecord,
    SlotRecord,
)

#: Decimals that a bound keeps; verdicts use the exact ones.
PLACES = 6


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
    return tuple(_finding_record(f, documents, between=True) for f in between)


def _document_record(document: Document, found: _Found) -> DocumentRecord:
    own = {document.id: document}
    return DocumentRecord(
        id=document.id,
        source=document.source,
        url=document.url,
        title=document.title,
        outlet=document.outlet,
        published=document.published,
        language=document.language,
        sha256=document.sha256,
        text_sha256=text_digest(document.text),
        text=document.text,
        notes=document.notes,
        duplicate_of=document.duplicate_of,
        blocks=tuple(_block_record(b) for b in document.blocks),
        claims=tuple(claim_record(c, document) for c in found.claims),
        comparisons=tuple(_comparison_record(c, document) for c in found.comparisons),
        derived=tuple(_derived_record(d) for d in found.derived),
        findings=tuple(_finding_record(f, own) for f in found.findings),
    )


def text_digest(text: str) -> str:
    """SHA-256 of a text in UTF-8, by which the text is known again where only its record is at hand."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def claim_record(claim: Claim, document: Document) -> ClaimRecord:
    """A claim as a row of the claim table."""
    figure, span = claim.figure, claim.figure.span
    low, high = _bounds(figure.amount)
    page, boxes = _place(document, span)
    return ClaimRecord(
        id=claim.id,
        start=span.start,
        end=span.end,
        quote=span.of(document.text),
        kind=figure.kind,
        value=None if figure.value is None else _plain(figure.value),
        low=low,
        high=high,
        low_open=figure.amount.low_open,
        high_open=figure.amount.high_open,
        unit=figure.amount.unit,
        hedge=figure.hedge,
        direction=claim.direction,
        measure=_words(claim.measure),
        base=_words(claim.base),
        event=_words(claim.event),
        negated=claim.negated,
        place=_words(claim.place),
        period=_period_record(claim.period),
        speaker=_words(claim.speaker),
        voice=claim.voice,
        organisation=_words(next(iter(claim.organisations), None)),
        statistic=claim.statistic,
        stance=claim.stance,
        certainty=claim.certainty,
        block=claim.block,
        page=page,
        boxes=boxes,
        sentence=SentenceRecord(claim.sentence.start, claim.sentence.end),
        slots=_claim_slots(claim),
    )


def _claim_slots(claim: Claim) -> dict[str, SlotRecord]:
    named: dict[str, Mention | Period | None] = {
        "measure": claim.measure,
        "base": claim.base,
        "event": claim.event,
        "place": claim.place,
        "period": claim.period,
        "speaker": claim.speaker,
        "source": claim.source,
    }
    for number, organisation in enumerate(claim.organisations, start=1):
        named["organisation" if number == 1 else f"organisation_{number}"] = organisation
    return _slots(named)


def _slots(named: dict[str, Mention | Period | None]) -> dict[str, SlotRecord]:
    return {name: _slot_record(m) for name, m in named.items() if m is not None}


def _slot_record(mention: Mention | Period) -> SlotRecord:
    start, end = _offsets(mention.span)
    return SlotRecord(mention.text, start, end, mention.key, mention.found)


def _comparison_record(comparison: Comparison, document: Document) -> ComparisonRecord:
    page, boxes = _place(document, comparison.span)
    named: dict[str, Mention | Period | None] = {
        "subject": comparison.subject,
        "reference": comparison.reference,
        "speaker": comparison.speaker,
    }
    return ComparisonRecord(
        id=comparison.id,
        start=comparison.span.start,
        end=comparison.span.end,
        quote=comparison.span.of(document.text),
        direction=comparison.direction,
        degree=comparison.degree,
        subject=_words(comparison.subject),
        reference=_words(comparison.reference),
        speaker=_words(comparison.speaker),
        stance=comparison.stance,
        block=comparison.block,
        page=page,
        boxes=boxes,
        sentence=SentenceRecord(comparison.sentence.start, comparison.sentence.end),
        slots=_slots(named),
    )


def _derived_record(derived: Derived) -> DerivedRecord:
    low, high = _bounds(derived.amount)
    return DerivedRecord(
        id=derived.id,
        label=derived.label,
        low=low,
        high=high,
        low_open=derived.amount.low_open,
        high_open=derived.amount.high_open,
        unit=derived.amount.unit,
        claims=tuple(c.id for c in derived.claims),
        arithmetic=derived.arithmetic,
    )


def _finding_record(finding: Finding, documents: dict[str, Document], between: bool = False) -> FindingRecord:
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
        stated=_amount_record(finding.stated),
        computed=_amount_record(finding.computed),
        arithmetic=finding.arithmetic,
        assumptions=finding.assumptions,
        notes=finding.notes,
        missing=finding.missing,
        suggestion=finding.suggestion,
        explanation=finding.explanation,
    )


def _cue_record(finding: Finding, between: bool) -> CueRecord:
    cue = finding.relation.cue
    start, end = _offsets(cue.span)
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


def _amount_record(amount: Amount | None) -> AmountRecord | None:
    if amount is None:
        return None
    low, high = _bounds(amount)
    return AmountRecord(low, high, amount.unit)


def _period_record(period: Period | None) -> PeriodRecord | None:
    if period is None:
        return None
    return PeriodRecord(text=period.text, from_=period.start, to=period.end, kind=period.kind)


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
    )


def _error_record(problem: Problem) -> ErrorRecord:
    return ErrorRecord(problem.source, problem.line, problem.message)


def _words(mention: Mention | None) -> str | None:
    return None if mention is None else mention.text


def _offsets(span: Span | None) -> tuple[int | None, int | None]:
    return (None, None) if span is None else (span.start, span.end)


def _place(document: Document, span: Span) -> tuple[int | None, tuple[Box, ...]]:
    found = document.locate(span)
    if found is None:
        return None, ()
    page, box = found
    return page, () if box is None else (box,)


def _bounds(amount: Amount) -> tuple[str | None, str | None]:
    low, high = outward(amount, PLACES)
    return _decimals(low), _decimals(high)


def _decimals(value: Fraction | None) -> str | None:
    """A bound with at most six decimals, written out without an exponent."""
    if value is None:
        return None
    steps = int(value * 10**PLACES)
    whole, rest = divmod(abs(steps), 10**PLACES)
    decimals = str(rest).zfill(PLACES).rstrip("0")
    return ("-" if steps < 0 else "") + str(whole) + (f".{decimals}" if decimals else "")


def _plain(value: Decimal) -> str:
    return format(value, "f")
