"""The language model, loaded once, and stories whose figures are marked by hand: "[330] episodes".

In a marked text every figure stands in square brackets, with its kind after a bar where the
print does not show it: "[178 litres|measure]", "[14|count]".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from extractor.amount import exact
from extractor.frame import Frames, frame, load_model
from extractor.model import Block, Claim, Document, Figure, FigureKind, Span

if TYPE_CHECKING:
    from spacy.language import Language

Told = Callable[[str], Frames]
Claims = Callable[[str], dict[str, Claim]]

_MARK = re.compile(r"\[([^\]|]+)(?:\|(\w+))?\]")
_KINDS: tuple[tuple[str, FigureKind], ...] = (
    (r"points?\b", "points"),
    (r"%|per\s?cent", "percentage"),
    (r"[$£€₹]", "money"),
    (r"\bin\b|third|half|quarter|fifth", "ratio"),
    (r"times\b|twice", "multiple"),
)
_SMALL = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "nine": 9, "ten": 10}


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The English model that the package finds."""
    return load_model()


@pytest.fixture(scope="session")
def told(nlp: Language) -> Told:
    """What the frames say of a marked text; its paragraphs are its blocks, the first may be a headline."""

    def say(marked: str) -> Frames:
        document, figures = story(marked)
        return frame(document, figures, nlp)

    return say


@pytest.fixture(scope="session")
def claims(told: Told) -> Claims:
    """The claims of a marked text by the printed figure; the last wins where a figure stands twice."""
    return lambda marked: {c.figure.text: c for c in told(marked).claims}


def story(marked: str) -> tuple[Document, tuple[Figure, ...]]:
    """A document and its figures from a text with marks."""
    text, figures, at = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        span = Span(len(text), len(text) + len(mark[1]))
        figures.append(_figure(span, mark[1], mark[2]))
        text, at = text + mark[1], mark.end()
    text += marked[at:]
    return Document("d", text, _blocks(text)), tuple(figures)


def _figure(span: Span, printed: str, kind: str | None) -> Figure:
    digits = re.search(r"\d[\d,]*(?:\.\d+)?", printed)
    small = next((n for word, n in _SMALL.items() if re.search(rf"\b{word}\b", printed.lower())), 1)
    value = Decimal(digits[0].replace(",", "")) if digits else Decimal(small)
    guessed: FigureKind = next((k for p, k in _KINDS if re.search(p, printed)), "count")
    return Figure(span, printed, kind or guessed, exact(value), value)  # type: ignore[arg-type]


def _blocks(text: str) -> tuple[Block, ...]:
    found = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    headline = len(found) > 1 and not found[0].of(text).endswith((".", "”", '"'))
    kinds = ["headline" if headline and i == 0 else "paragraph" for i in range(len(found))]
    return tuple(Block(kind, span) for kind, span in zip(kinds, found, strict=True))  # type: ignore[arg-type]
