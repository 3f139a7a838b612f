"""What is written is read: the same words and figures, in order, out of every shape; and damage is told."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.find import find
from extractor.model import Document, Problem, Review
from extractor.read import document_from_text
from extractor.read.draft import Origin
from extractor.read.kinds import kind_of
from extractor.read.options import OPTIONS
from extractor.read.readers import _READERS
from extractor.read.source import read_bytes
from tests.fuzzing_stories import hold
from tests.read import fuzzing
from tests.read.shapes import STORIES, TABLES

few = settings(max_examples=6)
WORDS = (
    *("the", "council", "said", "that", "homes", "were", "of", "and", "in", "schools", "for", "with", "sold"),
    *("people", "who", "had", "been", "year", "Dunmere", "Sheer", "café", "Zoë", "they", "hospital", "built"),
)
FIGURES = (
    *(
        "1,234",
        "56.9 per cent",
        "£5.2m",
        "12%",
        "2.5",
        "330",
        "27,000",
        "€3bn",
        "three",
        "10–12",
        "one in five",
    ),
    *(
        "−4",
        "$1.25",
        "½",
        "2019-20",
        "1.2 million",
        "two thirds",
        "0.4",
        "100,000",
        "15 May 2024",
        "x5",
        "£9",
    ),
)
#: What marks something up in one shape or another, or stands in a font of its own.
ODD = (
    "&",
    "<",
    ">",
    "*",
    "_",
    "#",
    "|",
    "`",
    "~",
    "\\",
    "{",
    "}",
    "“so”",
    "’",
    "—",
    "…",
    "(a)",
    "[b]",
    '"',
    "=",
)
#: What is not to be seen, or is a space like any other.
UNSEEN = ("27\u00a0000", "a\u200bb", "5\u00a0per\u2009cent", "co\u00adop", "e\u0301t\u00e9", "ﬁve")
#: No standard font of a PDF has these.
NOT_PRINTED = ("−4", *UNSEEN)

#: Of a page with less than 250 characters of text, what stands around them is taken as well.
LAST = (
    "People who have lived in the town for most of their lives said at the meeting that no one asked them, "
    "and that those who want to build should come and see the streets for themselves before they sign. "
    "The council will meet again in the spring, when the members hope to hear from the companies as well."
)

printed = st.sampled_from([one for one in (*WORDS, *FIGURES, *ODD) if one not in NOT_PRINTED])
written = st.sampled_from((*WORDS, *FIGURES, *ODD, *UNSEEN))


@st.composite
def stories(draw: st.DrawFn, pieces: st.SearchStrategy[str] = written) -> str:
    """A headline and some paragraphs of words, figures and odd characters in any order, each of its own."""
    paragraphs = draw(st.lists(st.lists(_sentences(pieces), min_size=1, max_size=3), min_size=1, max_size=4))
    told = [
        " ".join(f"{name} {sentence}" for sentence in sentences)
        for name, sentences in zip(("Ann Lee", "Bob Ray", "Cleo Marsh", "Dev Rao"), paragraphs, strict=False)
    ]
    return "\n\n".join(["Council sells more of its homes", *told, LAST])


def _sentences(pieces: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """What somebody said; around the drawn words stand enough others to make it English."""
    inner = st.lists(pieces, min_size=1, max_size=12).map(" ".join)
    return inner.map("said that {} for the people of the town.".format)


CELLS = (
    "1,234",
    "56.9",
    "12%",
    "3.45%",
    "330",
    "0.4",
    "27,000",
    "7",
    "1,234,567",
    "-2.5",
    "£3.2m",
    "c",
    "..",
    "0",
)
TOWNS = ("Dunmere", "Sheer", "Upper Marl", "Calder & Wick", "St Ives (part)", "O’Hara", "Zoëville", "Ash/Elm")


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    """Towns and their figures under heads of words."""
    width = draw(st.integers(2, 4))
    heads = ["Town", *("Homes", "Shops <10", "Schools, all", "Parks")[:width]]
    towns = draw(st.lists(st.sampled_from(TOWNS), min_size=2, max_size=6, unique=True))
    # Of figures one in each row is a number, whatever is withheld.
    return [heads, *([t, "12", *(draw(st.sampled_from(CELLS)) for _ in heads[2:])] for t in towns)]


STORY = "Council sells 120 homes\n\nThe council sold 120 homes last year, 40 of them in the town of Dunmere."
TABLE = [["Town", "Homes", "Shops"], ["Dunmere", "1,234", "56.9"], ["Sheer", "20", "c"]]


def read_as(name: str, data: bytes) -> list[Document | Problem]:
    """What is read of a file, every offset in it checked."""
    found = list(read_bytes(data, Origin(name), OPTIONS))
    for one in found:
        if isinstance(one, Problem):
            assert one.message
            assert "\n" not in one.message
        else:
            hold(Review((one,)))
            assert all(a.span.end <= b.span.start for a, b in pairwise(one.blocks))
    return found


def only(name: str, data: bytes) -> Document:
    """The one document of a file."""
    (found,) = read_as(name, data)
    assert isinstance(found, Document), found
    return found


def words(text: str) -> list[str]:
    """The words of a text, however its lines and spaces fall."""
    return text.split()


def figures(text: str) -> list[str]:
    """The figures of a text in order, each as printed."""
    return [" ".join(figure.text.split()) for figure in find(text)]


def test_every_reader_is_asked() -> None:
    stories_made = {kind_of(make("A\n\nB of 12 homes."), name) for name, make in STORIES.items()}
    tables_made = {kind_of(make([["A", "B"], ["C", "1"]]), name) for name, make in TABLES.items()}
    assert stories_made | tables_made == {*_READERS}


@pytest.mark.parametrize("name", STORIES)
@few
@given(data=st.data())
def test_a_story_comes_back_whatever_it_is_written_in(name: str, data: st.DataObject) -> None:
    story = data.draw(stories(printed if name.endswith("pdf") else written))
    plain = document_from_text(story)
    document = only(name, STORIES[name](story))
    assert words(document.text) == words(plain.text)
    assert figures(document.text) == figures(plain.text)


@pytest.mark.parametrize("name", TABLES)
@few
@given(rows=tables())
def test_a_table_comes_back_cell_for_cell(name: str, rows: list[list[str]]) -> None:
    document = only(name, TABLES[name](rows))
    (table,) = document.tables
    assert [list(table.heads), *map(list, table.rows)] == rows
    assert table.span is not None
    in_cells = [figure for row in rows[1:] for cell in row for figure in figures(cell)]
    assert figures(table.span.of(document.text))[-len(in_cells) :] == in_cells


@pytest.mark.parametrize("name", [*STORIES, *TABLES])
@few
@given(data=st.data())
def test_damage_is_told_or_read_over(name: str, data: st.DataObject) -> None:
    made = STORIES[name](STORY) if name in STORIES else TABLES[name](TABLE)
    chance = random.Random(data.draw(st.integers(0, 2**32)))
    read_as(name, fuzzing.broken(made, chance, within=data.draw(st.booleans())))


def test_no_cell_of_a_long_table_of_word_is_lost() -> None:
    rows = [["Town", "Homes"], *([f"Town {chr(65 + n % 26)}", str(n)] for n in range(60))]
    (table,) = only("text.docx", TABLES["text.docx"](rows)).tables
    assert [*map(list, table.rows)] == rows[1:]


def test_subtitles_of_the_web_are_marked_as_pages_are() -> None:
    cue = "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ann>R&amp;D cost 27&nbsp;000 pounds, so 3 &lt; 4</v>\n"
    assert only("story.vtt", cue.encode()).text == "Ann: R&D cost 27,000 pounds, so 3 < 4"
