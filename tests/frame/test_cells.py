"""What table cells and list items count."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from extractor.amount import exact
from extractor.frame import frame
from extractor.frame.keys import Acronyms
from extractor.frame.measure.cells import head_noun
from extractor.model import Block, Claim, Document, Figure, Span
from tests.frame.conftest import Claims

if TYPE_CHECKING:
    from spacy.language import Language


def cell(nlp: Language, heads: tuple[str, ...]) -> Claim:
    """The claim of the only cell of a table."""
    figure = Figure(Span(0, 3), "330", "count", exact(330), Decimal(330))
    document = Document("d", "330", (Block("table_cell", Span(0, 3), heads=heads),))
    return frame(document, [figure], nlp).claims[0]


@pytest.mark.parametrize(
    ("heads", "key"),
    [
        (("Kent", "Missing episodes"), "episode"),
        (("Pupils on roll", "2018-19"), "pupil"),
        (("Number of children in care", "Total"), "child"),
        (("Leeds", "Homes (empty)"), "home"),
    ],
)
def test_the_heads_of_a_cell_say_what_it_counts(nlp: Language, heads: tuple[str, ...], key: str) -> None:
    measure = cell(nlp, heads).measure
    assert measure is not None
    assert measure.key == key


def test_a_cell_without_a_telling_head_counts_nothing(nlp: Language) -> None:
    assert cell(nlp, ("2019", "Total")).measure is None


@pytest.mark.parametrize(
    ("head", "noun"),
    [
        ("Number of children (2019)", "child"),
        ("Episodes, 2018-19", "episode"),
        ("2018-19", None),
        ("%", None),
    ],
)
def test_the_noun_of_a_head(head: str, noun: str | None) -> None:
    assert head_noun(head, Acronyms({})) == noun


def test_list_items_hang_on_their_stem(claims: Claims) -> None:
    found = claims("The county closed [40] libraries.\n[12] were sold.\n[28] stand idle.")
    assert {c.measure.key for c in found.values() if c.measure} == {"library"}
