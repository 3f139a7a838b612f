"""The zones of plain texts."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.errors import InputError
from extractor.read import document_from_text
from extractor.read.zones import LONGEST_BLOCK, zoned

STORY = "Council sells 120 homes\n\nThe council sold 120 homes. It was more than in the year before.\n\n"


def kinds(text: str) -> list[tuple[str, str]]:
    joined, blocks = zoned(text)
    return [(b.kind, b.span.of(joined)) for b in blocks]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Homes sold\n\nThe council sold 9.",
            [("headline", "Homes sold"), ("paragraph", "The council sold 9.")],
        ),
        (
            "Who sold 9 homes?\n\nThe council.",
            [("headline", "Who sold 9 homes?"), ("paragraph", "The council.")],
        ),
        ("It sold 9 homes.\n\nAnd more.", [("paragraph", "It sold 9 homes."), ("paragraph", "And more.")]),
        ("It “sold 9.”\n\nAnd more.", [("paragraph", "It “sold 9.”"), ("paragraph", "And more.")]),
        (
            "Homes sold\nThe council sold 9.",
            [("paragraph", "Homes sold"), ("paragraph", "The council sold 9.")],
        ),
        ("Homes sold", [("paragraph", "Homes sold")]),
    ],
)
def test_the_first_line_is_the_headline_if_a_blank_line_follows_and_no_full_stop_ends_it(
    text: str, wanted: list[tuple[str, str]]
) -> None:
    assert kinds(text) == wanted


@pytest.mark.parametrize(
    ("below", "wanted"),
    [
        ("What it cost\n\nIt cost £5m.", [("heading", "What it cost"), ("paragraph", "It cost £5m.")]),
        (
            "It sold:\n- 5 flats\n- 6 houses",
            [("paragraph", "It sold:"), ("list_item", "- 5 flats"), ("list_item", "- 6 houses")],
        ),
        ("1. Five flats\n2) Six houses", [("list_item", "1. Five flats"), ("list_item", "2) Six houses")]),
        (
            "Correction: an earlier version said 130.",
            [("correction", "Correction: an earlier version said 130.")],
        ),
        ("This article was amended on 1 May.", [("correction", "This article was amended on 1 May.")]),
        ("Pictured: one of 120 homes", [("caption", "Pictured: one of 120 homes")]),
        ("Source: the council", [("footnote", "Source: the council")]),
        ("“That is enough,” he said", [("paragraph", "“That is enough,” he said")]),
    ],
)
def test_what_stands_below(below: str, wanted: list[tuple[str, str]]) -> None:
    assert kinds(STORY + below)[2:] == wanted


def test_a_line_under_the_headline_is_the_standfirst() -> None:
    found = kinds("Homes sold\n\nFamilies say that the sale of 120 homes came without warning\n\nIt sold 9.")
    assert [kind for kind, _ in found] == ["headline", "standfirst", "paragraph"]


def test_wrapped_lines_are_joined_and_no_offset_moves() -> None:
    text = (
        "Homes\n\nThe council sold more than half of its homes, 56.9 per\ncent, to those who live in them.\n"
    )
    joined, blocks = zoned(text)
    assert len(joined) == len(text)
    assert [b.span.of(joined) for b in blocks][1:] == [
        "The council sold more than half of its homes, 56.9 per cent, to those who live in them."
    ]


def test_a_monster_of_a_paragraph_is_cut() -> None:
    text = "The council sold 120 homes in the year. " * 5_000
    document = document_from_text(text)
    assert max(len(b.span) for b in document.blocks) <= LONGEST_BLOCK
    assert len(document.blocks) > 1


@given(st.text(alphabet="ab9.-• \n\t“”", max_size=200))
def test_every_word_lies_in_one_zone_and_nothing_moves(text: str) -> None:
    joined, blocks = zoned(text)
    assert len(joined) == len(text)
    assert joined.replace("\n", " ") == text.replace("\n", " ")
    assert all(a.span.end <= b.span.start for a, b in pairwise(blocks))
    assert "".join("".join(b.span.of(joined) for b in blocks).split()) == "".join(text.split())


def test_a_long_quote_in_another_language_is_named_and_the_story_read() -> None:
    quote = (
        "“Le conseil a vendu les maisons et les familles ne sont pas contentes, mais il n'est pas trop tard.”"
    )
    document = document_from_text(STORY + "She said this in the council of the town:\n\n" + quote)
    assert document.language == "en"
    assert [b.language for b in document.blocks][-1] == "fr"
    assert document.notes == ("one passage in French, not checked",)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Der Rat hat im vergangenen Jahr 120 Wohnungen verkauft, und die Familien sind nicht froh.",
            "German",
        ),
        (
            "El consejo vendió 120 casas en el año, según los datos que se publicaron el lunes por la tarde.",
            "Spanish",
        ),
        (
            "Mae'r cyngor wedi gwerthu 120 o dai yn y flwyddyn, ac mae'r teuluoedd yn anhapus am hyn.",
            "Welsh",
        ),
        ("В прошлом году совет продал 120 домов, и семьи недовольны этим решением.", "Cyrillic script"),
        ("市議会は昨年120戸の住宅を売却したと発表しました。", "Japanese"),
    ],
)
def test_another_language_is_named(text: str, language: str) -> None:
    with pytest.raises(InputError, match=f"the text is in {language}"):
        document_from_text(text)
