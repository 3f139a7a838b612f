"""What the figures of a text come to when a table is laid beside them."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from extractor import pipeline
from extractor.model import Comparison, Finding
from extractor.read import document_from_text


def found(text: str, table: str, name: str = "table.csv") -> list[Finding]:
    """The findings on a text that rest on cells of a table, which is printed as CSV."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text(table)
        review = pipeline.review_documents([document_from_text(text)], references=[path])
    assert not review.errors
    return [f for f in review.findings if f.cells]


def about(text: str, table: str, start: str = "") -> list[str]:
    """The verdicts on what is printed with such a start."""
    return [f.verdict for f in found(text, table) if f.relation.cue.text.strip().startswith(start)]


def verdicts(text: str, table: str) -> dict[str, str]:
    """Each printed figure or comparison on which a verdict was given, with it."""
    return {_printed(f): f.verdict for f in found(text, table) if f.verdict != "undecided"}


def _printed(finding: Finding) -> str:
    value = finding.relation.roles[0].value
    figure = value if isinstance(value, Comparison) else getattr(value, "figure", value)
    return str(getattr(figure, "text", "")).lower()
