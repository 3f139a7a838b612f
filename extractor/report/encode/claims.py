"""Claims, comparisons and derived figures in the shape of the output."""

from __future__ import annotations

from extractor.model import Claim, Comparison, Derived, Document, Mention, Period
from extractor.report.encode.amounts import bounds, period_record, plain
from extractor.report.encode.spans import offsets, place_of, words_of
from extractor.report.records import ClaimRecord, ComparisonRecord, DerivedRecord, SentenceRecord, SlotRecord


def claim_record(claim: Claim, document: Document) -> ClaimRecord:
    """A claim as a row of the claim table."""
    figure, span = claim.figure, claim.figure.span
    low, high = bounds(figure.amount)
    page, boxes = place_of(document, span)
    return ClaimRecord(
        id=claim.id,
        start=span.start,
        end=span.end,
        quote=span.of(document.text),
        kind=figure.kind,
        value=None if figure.value is None else plain(figure.value),
        low=low,
        high=high,
        low_open=figure.amount.low_open,
        high_open=figure.amount.high_open,
        unit=figure.amount.unit,
        hedge=figure.hedge,
        direction=claim.direction,
        measure=words_of(claim.measure),
        base=words_of(claim.base),
        event=words_of(claim.event),
        negated=claim.negated,
        place=words_of(claim.place),
        period=period_record(claim.period),
        speaker=words_of(claim.speaker),
        voice=claim.voice,
        organisation=words_of(next(iter(claim.organisations), None)),
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
    if claim.negated and claim.negated_found == "guess":
        named["negated"] = Mention(None, "", "not", "guess")
    return _slots(named)


def _slots(named: dict[str, Mention | Period | None]) -> dict[str, SlotRecord]:
    return {name: _slot_record(m) for name, m in named.items() if m is not None}


def _slot_record(mention: Mention | Period) -> SlotRecord:
    start, end = offsets(mention.span)
    return SlotRecord(mention.text, start, end, mention.key, mention.found)


def comparison_record(comparison: Comparison, document: Document) -> ComparisonRecord:
    """A comparison with its words, sides and place in the document."""
    page, boxes = place_of(document, comparison.span)
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
        subject=words_of(comparison.subject),
        reference=words_of(comparison.reference),
        speaker=words_of(comparison.speaker),
        stance=comparison.stance,
        block=comparison.block,
        page=page,
        boxes=boxes,
        sentence=SentenceRecord(comparison.sentence.start, comparison.sentence.end),
        slots=_slots(named),
    )


def derived_record(derived: Derived) -> DerivedRecord:
    """A figure that is not printed but follows, with the claims that it follows from."""
    low, high = bounds(derived.amount)
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
