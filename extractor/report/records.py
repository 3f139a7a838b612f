"""The shape of the JSON output, schema "crossfoot/1": these structs are its only source.

Values are decimal strings, percentages in per cent (56.9); bounds are rounded outward to
six places and null where there is none. Offsets count Unicode code points of a document's
`text`. A flat slot is the text as printed; `slots` says where it stands and how it was found.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType, field

from extractor.model import (
    BlockKind,
    Certainty,
    ComparisonDirection,
    Direction,
    FigureKind,
    Found,
    PeriodKind,
    Reading,
    RelationKind,
    Severity,
    Stance,
    Statistic,
    Strength,
    Verdict,
    Voice,
)

SCHEMA = "crossfoot/1"
#: What is the same for all that one run of Crossfoot wrote.
RUN = ("schema", "version", "model", "policy", "settings")

Decimals = Annotated[str, Meta(pattern=r"^-?[0-9]+(\.[0-9]+)?$", description="A decimal number as a string.")]
Offset = Annotated[int, Meta(ge=0, description="Unicode code points into the document's text.")]
#: Left, top, right, bottom in points from the top left corner of the page.
Box = tuple[float, float, float, float]


class SlotRecord(Struct, frozen=True):
    """Where the words of a slot stand, and the key under which slots meet."""

    text: str
    start: Offset | None
    end: Offset | None
    key: str
    found: Found


class PeriodRecord(Struct, frozen=True):
    """When a claim holds; both days belong to the period, null where the words name none."""

    text: str
    from_: date | None = field(name="from")
    to: date | None
    kind: PeriodKind


class SentenceRecord(Struct, frozen=True):
    """The sentence that something stands in."""

    start: Offset
    end: Offset


class BlockRecord(Struct, frozen=True):
    """A zone of the text."""

    kind: BlockKind
    start: Offset
    end: Offset
    page: int | None
    box: Box | None
    row: int | None
    column: int | None
    heads: tuple[str, ...]
    language: str | None
    posted: datetime | None = None


class ClaimRecord(Struct, frozen=True):
    """A figure with its frame: one row of the claim table."""

    id: str
    start: Offset
    end: Offset
    quote: str
    kind: FigureKind
    value: Annotated[Decimals | None, Meta(description="The number as printed; null for a range.")]
    low: Annotated[Decimals | None, Meta(description="Null where unbounded.")]
    high: Annotated[Decimals | None, Meta(description="Null where unbounded.")]
    low_open: bool
    high_open: bool
    unit: str
    hedge: str | None
    direction: Direction | None
    measure: str | None
    base: str | None
    event: str | None
    negated: bool
    place: str | None
    period: PeriodRecord | None
    speaker: str | None
    voice: Voice
    organisation: Annotated[str | None, Meta(description="The first one; `slots` names the others.")]
    statistic: Statistic | None
    stance: Stance
    certainty: Certainty
    block: BlockKind
    page: int | None
    boxes: tuple[Box, ...]
    sentence: SentenceRecord
    slots: dict[str, SlotRecord]


class ComparisonRecord(Struct, frozen=True):
    """Words that set two things side by side."""

    id: str
    start: Offset
    end: Offset
    quote: str
    direction: ComparisonDirection
    degree: str | None
    subject: str | None
    reference: str | None
    speaker: str | None
    stance: Stance
    block: BlockKind
    page: int | None
    boxes: tuple[Box, ...]
    sentence: SentenceRecord
    slots: dict[str, SlotRecord]


class AmountRecord(Struct, frozen=True):
    """An interval; null where a side is unbounded."""

    low: Decimals | None
    high: Decimals | None
    unit: str


class DerivedRecord(Struct, frozen=True):
    """An amount that is printed nowhere but follows from claims."""

    id: str
    label: str
    low: Decimals | None
    high: Decimals | None
    low_open: bool
    high_open: bool
    unit: str
    claims: Annotated[tuple[str, ...], Meta(description="Ids of the claims that it follows from.")]
    arithmetic: str


class CueRecord(Struct, frozen=True):
    """The words that say why figures belong together; no offsets where it is the layout."""

    start: Offset | None
    end: Offset | None
    quote: str
    document: str | UnsetType = UNSET


class FigureRecord(Struct, frozen=True):
    """What a finding rests on: words of a document, or a cell of a reference table.

    `claim` is null where it is a phrase ("slightly higher") or a cell; a cell has no offsets.
    """

    role: str
    claim: str | None
    start: Offset | None
    end: Offset | None
    quote: str
    document: Annotated[
        str | UnsetType, Meta(description="Id of its document, in findings between documents.")
    ] = UNSET
    table: Annotated[str | UnsetType, Meta(description="File, and caption where it holds several.")] = UNSET
    row: Annotated[int | UnsetType, Meta(description="Row below the head, from 1.")] = UNSET
    column: Annotated[int | UnsetType, Meta(description="Column, from 1.")] = UNSET
    label: Annotated[str | UnsetType, Meta(description="Label of the row and head of the column.")] = UNSET


class FindingRecord(Struct, frozen=True):
    """A relation between figures, judged."""

    id: str
    relation: RelationKind
    verdict: Verdict
    severity: Severity
    reading: Reading | None
    strength: Strength
    cue: CueRecord
    figures: tuple[FigureRecord, ...]
    asserted_by: tuple[str, ...]
    stated: AmountRecord | None
    computed: AmountRecord | None
    arithmetic: str
    assumptions: tuple[str, ...]
    notes: tuple[str, ...]
    missing: tuple[str, ...]
    suggestion: str
    explanation: str


class DocumentRecord(Struct, frozen=True):
    """One text as it was read, with all that was found in it alone."""

    id: str
    source: str | None
    url: str | None
    title: str | None
    outlet: str | None
    agency: str | None
    published: date | None
    language: str | None
    sha256: str
    text_sha256: Annotated[str, Meta(description="SHA-256 of `text` in UTF-8, also where it is left out.")]
    text: Annotated[str, Meta(description="As read; `settings.text` tells if parts are left out.")]
    notes: Annotated[tuple[str, ...], Meta(description="What a reader should know of the reading.")]
    duplicate_of: Annotated[
        str | None, Meta(description="Id of the earlier document with the same text; a repeat has no claims.")
    ]
    blocks: tuple[BlockRecord, ...]
    claims: tuple[ClaimRecord, ...]
    comparisons: tuple[ComparisonRecord, ...]
    derived: tuple[DerivedRecord, ...]
    findings: tuple[FindingRecord, ...]


class ErrorRecord(Struct, frozen=True):
    """An input that could not be read, or not wholly."""

    source: str
    line: int | None
    message: str


class ReviewRecord(Struct, frozen=True):
    """The whole output of one run with `--format json`."""

    schema: Annotated[str, Meta(pattern="^crossfoot/1$")]
    version: str
    model: Annotated[str | None, Meta(description="Name and version of the language model.")]
    policy: Annotated[str | None, Meta(description="Digest of the word policy.")]
    settings: dict[str, str]
    documents: tuple[DocumentRecord, ...]
    findings: Annotated[
        tuple[FindingRecord, ...], Meta(description="Findings between documents, and against tables.")
    ]
    errors: tuple[ErrorRecord, ...]


class DocumentLine(DocumentRecord, frozen=True):
    """A line of `--format jsonl`: one document, with the run that it came from."""

    schema: Annotated[str, Meta(pattern="^crossfoot/1$")]
    version: str
    model: str | None
    policy: str | None
    settings: dict[str, str]


class FindingsLine(Struct, frozen=True, forbid_unknown_fields=True):
    """The line of `--format jsonl` for findings between documents; it has no "id"."""

    findings: tuple[FindingRecord, ...]


class ErrorsLine(Struct, frozen=True, forbid_unknown_fields=True):
    """The line of `--format jsonl` for inputs that could not be read; it has no "id"."""

    errors: tuple[ErrorRecord, ...]


def run_of(record: ReviewRecord | DocumentLine) -> dict[str, Any]:
    """What a record says of the run that made it."""
    return {name: getattr(record, name) for name in RUN}


def json_schema() -> dict[str, object]:
    """The JSON Schema (2020-12) of the whole output; `$defs` also holds the three kinds of line."""
    kinds = (ReviewRecord, DocumentLine, FindingsLine, ErrorsLine)
    (whole, *_), parts = msgspec.json.schema_components(kinds, ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": SCHEMA,
        "description": "Output of `crossfoot check` and `crossfoot claims`; "
        "a line of jsonl is a DocumentLine, a FindingsLine or an ErrorsLine.",
        **whole,
        "$defs": parts,
    }
