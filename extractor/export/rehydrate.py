"""Texts put back into a record that was handed on without them, by whoever has the texts.

A text is known by its digest, so that another edition of a story is never taken for the one that was checked.
From `quote` everything comes back. From `none` come the words that offsets point to; the keys of slots, and
what Crossfoot wrote in sentences, do not: check the texts again for those.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from msgspec.structs import replace

from extractor.export.kinds import TextMode
from extractor.export.texts import mode_of
from extractor.model import Document
from extractor.report.encode import text_digest
from extractor.report.records import (
    ClaimRecord,
    ComparisonRecord,
    CueRecord,
    DocumentRecord,
    FigureRecord,
    FindingRecord,
    ReviewRecord,
    SlotRecord,
)


@dataclass(frozen=True, slots=True)
class Rehydrated:
    """A record with its texts, and the ids of the documents whose text was not among those given."""

    record: ReviewRecord
    missing: tuple[str, ...]


def rehydrated(record: ReviewRecord, documents: Iterable[Document]) -> Rehydrated:
    """The record with the texts of the documents; it stays as it was where a text is missing.

    The settings of a whole one say "full" under "text", and under "rehydrated" what it held before.
    """
    known = {text_digest(d.text): d for d in documents}
    wordless = mode_of(record) is TextMode.none
    made = tuple(_filled(d, known.get(d.text_sha256), wordless) for d in record.documents)
    missing = tuple(d.id for d in record.documents if d.text_sha256 not in known)
    whole = replace(record, documents=made)
    if wordless:
        texts = {d.id: d.text for d in made}
        whole = replace(whole, findings=tuple(_finding(f, "", texts) for f in record.findings))
    if not missing:
        settings = {**record.settings, "text": TextMode.full.value, "rehydrated": mode_of(record).value}
        whole = replace(whole, settings=settings)
    return Rehydrated(whole, missing)


def _filled(record: DocumentRecord, document: Document | None, wordless: bool) -> DocumentRecord:
    if document is None:
        return record
    text = document.text
    if not wordless:
        return replace(record, text=text)
    return replace(
        record,
        text=text,
        title=None if record.title is None else document.title,
        claims=tuple(_claim(c, text) for c in record.claims),
        comparisons=tuple(_comparison(c, text) for c in record.comparisons),
        findings=tuple(_finding(f, record.id, {record.id: text}) for f in record.findings),
    )


def _claim(claim: ClaimRecord, text: str) -> ClaimRecord:
    slots = _slots(claim.slots, text)
    period = claim.period and replace(claim.period, text=slots["period"].text)
    return replace(
        claim, quote=text[claim.start : claim.end], slots=slots, period=period, **_flat(claim, slots)
    )


def _comparison(comparison: ComparisonRecord, text: str) -> ComparisonRecord:
    slots = _slots(comparison.slots, text)
    quote = text[comparison.start : comparison.end]
    return replace(comparison, quote=quote, slots=slots, **_flat(comparison, slots))


def _slots(slots: Mapping[str, SlotRecord], text: str) -> dict[str, SlotRecord]:
    return {name: replace(s, text=_words(text, s.start, s.end)) for name, s in slots.items()}


def _flat(record: ClaimRecord | ComparisonRecord, slots: Mapping[str, SlotRecord]) -> dict[str, str]:
    """The slots that stand in the record itself, as words."""
    return {name: slot.text for name, slot in slots.items() if getattr(record, name, None) == ""}


def _finding(finding: FindingRecord, home: str, texts: Mapping[str, str]) -> FindingRecord:
    return replace(
        finding,
        cue=_quoted(finding.cue, home, texts),
        figures=tuple(_quoted(f, home, texts) for f in finding.figures),
    )


Words = TypeVar("Words", CueRecord, FigureRecord)


def _quoted(words: Words, home: str, texts: Mapping[str, str]) -> Words:
    text = texts.get(words.document if isinstance(words.document, str) else home, "")
    quote = _words(text, words.start, words.end)
    return replace(words, quote=quote) if quote else words


def _words(text: str, start: int | None, end: int | None) -> str:
    return "" if start is None or end is None else text[start:end]
