"""What the whole check finds in a text, for the tests that go from the print to the verdict."""

from __future__ import annotations

from extractor.model import Finding
from extractor.pipeline import review_documents
from extractor.read import document_from_text


def reviewed(text: str) -> tuple[Finding, ...]:
    """All findings of a text."""
    return review_documents([document_from_text(text, id="story")]).findings


def mismatches(text: str) -> list[Finding]:
    """What of a text is questioned."""
    return [f for f in reviewed(text) if f.verdict == "mismatch"]


def questioned(text: str) -> list[str]:
    """The kinds of relation by which a text is questioned."""
    return [f.relation.kind for f in mismatches(text)]
