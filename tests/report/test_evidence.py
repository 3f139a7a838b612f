"""What a finding rests on, taken back to the printed words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractor.model import Block, Document, Span
from extractor.report.evidence import documents_of, evidence_of, merged, quotes_of, span_of, values_of, where
from tests.report.marlowe import (
    ACCEPTED,
    BETWEEN,
    COMPLEMENT,
    LOGGED,
    LOWER,
    MAIN,
    NO_VISIT,
    RATE,
    SLIGHTLY,
    STORY,
)

DOCUMENTS = {MAIN.id: MAIN}


def test_derived_amounts_are_taken_back_to_their_claims() -> None:
    assert [(r.name, r.value) for r in evidence_of(COMPLEMENT)] == [
        ("comparison", SLIGHTLY),
        ("subject", RATE),
        ("reference", NO_VISIT),
    ]
    assert values_of(COMPLEMENT) == (SLIGHTLY, RATE, NO_VISIT)


def test_the_documents_of_a_finding() -> None:
    assert documents_of(COMPLEMENT) == ("marlowe",)
    assert documents_of(BETWEEN) == ("marlowe", "sibling")


def test_a_comparison_covers_what_it_compares_to() -> None:
    assert span_of(SLIGHTLY).of(STORY) == "slightly higher than the national average"
    assert span_of(replace(SLIGHTLY, reference=None)).of(STORY) == "slightly higher"
    far = replace(SLIGHTLY, reference=LOWER.reference)
    assert span_of(far).of(STORY) == "slightly higher", "a reference in another sentence is not spanned"


def test_figures_of_one_sentence_make_one_quote() -> None:
    (quote,) = quotes_of([LOGGED, ACCEPTED], DOCUMENTS)
    assert [m.of(STORY) for m in quote.marks] == ["410", "63.4 per cent"]
    assert quote.speaker == "A spokeswoman for the council"
    assert quote.holds(LOGGED)
    assert not quote.holds(NO_VISIT)


@pytest.mark.parametrize(
    ("reading", "words"),
    [
        ("unit", ["410", "calls from tenants"]),
        ("period", ["Between October 2019 and October 2020", "410"]),
        ("points", ["410"]),
        (None, ["410"]),
    ],
)
def test_a_reading_marks_the_slot_it_turns_on(reading: str | None, words: list[str]) -> None:
    (quote,) = quotes_of([LOGGED], DOCUMENTS, [reading])  # type: ignore[list-item]
    assert [m.of(STORY) for m in quote.marks] == words


@pytest.mark.parametrize(
    ("spans", "made"),
    [
        ([(5, 8), (0, 3)], [(0, 3), (5, 8)]),
        ([(0, 3), (2, 5)], [(0, 5)]),
        ([(0, 9), (2, 5)], [(0, 9)]),
        ([(0, 3), (3, 5)], [(0, 3), (3, 5)]),
    ],
)
def test_merged(spans: list[tuple[int, int]], made: list[tuple[int, int]]) -> None:
    assert merged(Span(*s) for s in spans) == tuple(Span(*s) for s in made)


BLOCKS = (
    Block("headline", Span(0, 1)),
    Block("paragraph", Span(1, 2)),
    Block("list_item", Span(2, 3)),
    Block("paragraph", Span(3, 4), page=3),
    Block("table_cell", Span(4, 5), heads=("2019", "England")),
    Block("table_cell", Span(5, 6), page=4),
)


@pytest.mark.parametrize(
    ("offset", "told"),
    [
        (0, "headline"),
        (1, "paragraph 1"),
        (2, "list item"),
        (3, "page 3, paragraph 2"),
        (4, "table, 2019 / England"),
        (5, "page 4, table"),
        (6, "text"),
    ],
)
def test_where(offset: int, told: str) -> None:
    assert where(Document("d", "abcdefg", BLOCKS), offset) == told
