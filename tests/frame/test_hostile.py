"""Shapes that break parsers: nothing crashes, and every span stays inside the text."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.amount import exact
from extractor.frame import Frames, frame
from extractor.frame.comparison.comparing import may_compare
from extractor.frame.sentences import HEAP, LONGEST, parse
from extractor.model import Block, Claim, Document, Figure, FigureKind, Mention, Span
from tests.frame.conftest import Told

if TYPE_CHECKING:
    from spacy.language import Language

KINDS: tuple[FigureKind, ...] = ("count", "percentage", "ratio", "money", "points", "multiple", "date")
WORDS = [
    "the",
    "of",
    "12",
    "per",
    "cent",
    "(",
    ")",
    ",",
    ".",
    "“",
    '"',
    "\n\n",
    "than",
    "below",
    "average",
    "not",
]
WORDS += [
    "children",
    "rose",
    "from",
    "to",
    "that",
    "was",
    "£3m",
    "—",
    "who",
    "those",
    "more",
    "\t",
    "é",
    "𝟙",
    "%",
]


@pytest.mark.parametrize(
    "marked",
    [
        "[12]",
        "[12] [13] [14%]",
        "“[12] of them, he said, and never closed the quote. [14] more came.",
        "HEADLINE IN CAPITALS: [300] CHILDREN GONE\n[300] children went.",
        "- [12] dogs\n- [14] cats\n- and [two] carp",
        "It fell by [12\n\nper cent|percentage] in a year.",
        "[12%] than than below the average of of [14%] not not.",
        "Q: How many? A: [12]. Q: Sure? A: [Twelve|count], of those who of those.",
        "of which, of which, of [12] of [13] of [14]",
        "compared with [12] against [13] versus [14] up from [15] down from",
        "[12]\u200b\u00a0children\u2028were [13%]\u0000 absent",
    ],
)
def test_hostile_shapes_are_framed(told: Told, marked: str) -> None:
    assert told(marked).claims


@settings(max_examples=60)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40), st.data())
def test_any_words_and_any_spans_are_framed(nlp: Language, words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    figures = _figures(text, data)
    _inside(frame(Document("d", text), figures, nlp), len(text))


def test_a_block_longer_than_the_parser_takes_is_cut(nlp: Language) -> None:
    text = ("Some 12 dogs barked at the gate. " * 4000).strip()
    document = Document("d", text, (Block("paragraph", Span(0, len(text))),))
    at = text.rindex("12")
    (claim,) = frame(document, [Figure(Span(at, at + 2), "12", "count", exact(12), Decimal(12))], nlp).claims
    assert claim.measure is not None
    assert claim.measure.span is not None
    assert claim.measure.span.of(text) == claim.measure.text == "dogs"
    longest = max(len(s.tokens[0].doc.text) for s in parse(document, [claim.figure], nlp))
    assert longest <= LONGEST


@pytest.mark.parametrize(("between", "heaps"), [(" ", [HEAP, HEAP, 40]), (". ", [2 * HEAP + 40])])
def test_a_sentence_of_hundreds_of_figures_is_read_in_heaps(
    nlp: Language, between: str, heaps: list[int]
) -> None:
    text = between.join(["Goats 7"] * (2 * HEAP + 40)) + "."
    starts = [at for at, letter in enumerate(text) if letter == "7"]
    figures = [Figure(Span(at, at + 1), "7", "count", exact(7), Decimal(7)) for at in starts]
    claims = frame(Document("d", text), figures, nlp).claims
    assert [c.figure.span.start for c in claims] == starts
    docs = {s.tokens[0].doc for s in parse(Document("d", text), figures, nlp)}
    assert sorted((sum(t.text == "7" for t in doc) for doc in docs), reverse=True) == heaps


def test_only_blocks_with_a_figure_or_a_comparing_word_are_parsed(nlp: Language) -> None:
    text = "Half of us left above all.\n\nTurnout was below the national average.\n\nIt rained."
    sentences = parse(Document("d", text), [], nlp, may_compare)
    assert [s.span.of(text) for s in sentences] == ["Turnout was below the national average."]


def _figures(text: str, data: st.DataObject) -> list[Figure]:
    found, at = [], 0
    while at < len(text):
        start = data.draw(st.integers(at, len(text) - 1))
        end = min(len(text), start + data.draw(st.integers(1, 9)))
        kind = data.draw(st.sampled_from(KINDS))
        found.append(Figure(Span(start, end), text[start:end], kind, exact(12), Decimal(12)))
        at = end + data.draw(st.integers(1, 30))
    return found


def _inside(frames: Frames, length: int) -> None:
    for claim in frames.claims:
        for mention in _mentions(claim):
            assert mention.span is None or mention.span.end <= length
            assert mention.key
    for comparison in frames.comparisons:
        assert comparison.span.end <= length
        assert comparison.text


def _mentions(claim: Claim) -> list[Mention]:
    return [m for m in (claim.measure, claim.base, claim.event, claim.place, claim.speaker) if m is not None]
