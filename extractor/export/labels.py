"""What people say of the figures of a text, in the format that `gold/README.md` describes.

Other tools and other people's systems can be compared on it. A review in this format says less than its
record does: no ids, no keys, no stance.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from extractor.errors import SettingsError
from extractor.report.records import ClaimRecord, FindingRecord, ReviewRecord


class LabelledFigure(Struct, frozen=True):
    """A quantity of a text."""

    quote: str
    start: Annotated[int, Meta(ge=0, description="Unicode code points into the text.")]
    end: Annotated[int, Meta(ge=0)]
    kind: str
    low: Annotated[float | None, Meta(description="Null where unbounded or not labelled.")] = None
    high: float | None = None
    unit: str | None = None
    of: Annotated[str | None, Meta(description="What is counted, as near to the print as possible.")] = None
    base: Annotated[str | None, Meta(description="The whole that a percentage is a share of.")] = None
    negated: bool = False
    place: str | None = None
    period: str | None = None
    speaker: str | None = None


class LabelledRole(Struct, frozen=True):
    """A figure or phrase in a finding."""

    quote: str
    start: int
    end: int
    role: str


class LabelledFinding(Struct, frozen=True):
    """A relation between figures; the first or the one in the role `stated` is under test."""

    verdict: str
    figures: tuple[LabelledRole, ...]
    relation: str | None = None


class LabelledDocument(Struct, frozen=True):
    """A text with its labels, and whose they are."""

    id: str
    text: str
    figures: tuple[LabelledFigure, ...]
    findings: tuple[LabelledFinding, ...] = ()
    annotator: str | None = None


def labels_of(record: ReviewRecord) -> Iterator[LabelledDocument]:
    """What a review says of its documents, as labels; dates, references and scores are no quantities."""
    for document in record.documents:
        figures = tuple(_figure(c) for c in document.claims if c.kind not in ("date", "reference", "score"))
        findings = tuple(map(_finding, document.findings))
        yield LabelledDocument(document.id, document.text, figures, findings, f"Crossfoot {record.version}")


def _figure(claim: ClaimRecord) -> LabelledFigure:
    return LabelledFigure(
        quote=claim.quote,
        start=claim.start,
        end=claim.end,
        kind=claim.kind,
        low=None if claim.low is None else float(claim.low),
        high=None if claim.high is None else float(claim.high),
        unit=claim.unit,
        of=claim.measure,
        base=claim.base,
        negated=claim.negated,
        place=claim.place,
        period=None if claim.period is None else claim.period.text,
        speaker=claim.speaker,
    )


def _finding(finding: FindingRecord) -> LabelledFinding:
    roles = (
        LabelledRole(f.quote, f.start, f.end, f.role)
        for f in finding.figures
        if f.start is not None and f.end is not None
    )
    return LabelledFinding(finding.verdict, tuple(roles), finding.relation)


def render_labels(documents: Sequence[LabelledDocument]) -> str:
    """Labelled documents as one list of JSON."""
    return msgspec.json.format(msgspec.json.encode(documents), indent=1).decode() + "\n"


def load_labels(path: Path) -> list[LabelledDocument]:
    """The labelled documents in a file that holds one or a list of them, or in the .json files of a folder.

    Raises:
        SettingsError: there is no such file, or it holds no labelled document.
    """
    if path.is_dir():
        return [document for file in sorted(path.glob("*.json")) for document in load_labels(file)]
    try:
        data = path.read_bytes().strip()
        if data.startswith(b"["):
            return msgspec.json.decode(data, type=list[LabelledDocument])
        return [msgspec.json.decode(data, type=LabelledDocument)]
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror}; check the path") from error
    except msgspec.MsgspecError as error:
        raise SettingsError(f"{path}: no labelled documents ({error})") from error
