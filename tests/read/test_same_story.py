"""One story as text, page, PDF, office file, mail or in an archive: the same paragraphs come out of each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.model import Document, Problem
from extractor.read import document_from_text, read
from tests.read import making

STORIES = dict(making.gold_texts())
#: The stories that the standard fonts of a PDF can print: none of them has the sign of the rupee.
PRINTABLE = [n for n, text in STORIES.items() if text.encode("cp1252", "ignore").decode("cp1252") == text]
#: The stories whose findings the product promises in any shape, and one with a list.
FEW = ["seed-wigan.json", "seed-wiltshire.json", "c-penny-trail.json"]


def only(path: Path) -> Document:
    """The one document in a file."""
    (found,) = read(path)
    assert not isinstance(found, Problem), found.message
    return found


@pytest.mark.parametrize("name", STORIES)
def test_a_clean_text_is_taken_unchanged(name: str, tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    file.write_text(STORIES[name], encoding="utf-8", newline="")
    for document in (only(file), document_from_text(STORIES[name])):
        assert document.text == STORIES[name]
        assert document.blocks[0].kind == "headline"
        blocks = [b.span.of(document.text) for b in document.blocks]
        assert blocks == STORIES[name].replace("\n\n", "\n").split("\n")


@pytest.mark.parametrize("name", STORIES)
def test_a_web_page_gives_the_same_paragraphs(name: str, tmp_path: Path) -> None:
    file = tmp_path / "story.html"
    file.write_text(making.web_page(STORIES[name]), encoding="utf-8")
    document = only(file)
    assert making.paragraphs(document.text) == making.paragraphs(STORIES[name])
    assert not [words for words in making.AROUND if words in document.text]
    assert (document.blocks[0].kind, document.outlet) == ("headline", "The Dunmere Post")


#: A sentence fills the last line of its column within a paragraph: nothing printed tells that from an end.
BLIND = [
    ("reference/reference-district-completions/case.json", 3),
    ("reference/reference-childhood-vaccination/case.json", 3),
    ("reference/reference-cricket-averages/case.json", 2),
    ("reference/reference-division-backlog/case.json", 3),
    ("reference/reference-goods-exports/case.json", 3),
    ("reference/reference-library-loans/case.json", 2),
    ("reference/reference-library-loans/case.json", 3),
    ("reference/reference-rain-stations/case.json", 3),
    ("reference/reference-university-admissions/case.json", 2),
]
SET = [
    pytest.param(
        n,
        c,
        marks=pytest.mark.xfail(strict=True, reason="a sentence ends with its column")
        if (n, c) in BLIND
        else (),
    )
    for n in PRINTABLE
    for c in (1, 2, 3)
]


@pytest.mark.parametrize(("name", "columns"), SET)
def test_a_pdf_gives_the_same_paragraphs(name: str, columns: int, tmp_path: Path) -> None:
    file = tmp_path / "story.pdf"
    file.write_bytes(making.pdf(STORIES[name], columns=columns))
    document = only(file)
    assert making.paragraphs(document.text) == making.paragraphs(STORIES[name])
    assert document.blocks[0].kind == "headline"
    assert all(b.page and b.box for b in document.blocks)


@pytest.mark.parametrize(
    "make",
    [
        lambda text: making.pdf(text, columns=2, rows_first=True),
        lambda text: making.pdf(text, columns=3, rows_first=True),
        lambda text: making.flowed(text, gap=8, justified=True),
        lambda text: making.flowed(text, gap=12, plain=True),
        lambda text: making.flowed(text, indent=14),
    ],
    ids=["two drawn across", "three drawn across", "justified", "plain headline", "indented"],
)
@pytest.mark.parametrize(
    "name", ["seed-wigan.json", "seed-wiltshire.json", "sets/levy/a.json", "c-ctl-wind.json"]
)
def test_a_pdf_may_be_set_and_drawn_in_any_way(
    name: str, make: Callable[[str], bytes], tmp_path: Path
) -> None:
    file = tmp_path / "story.pdf"
    file.write_bytes(make(STORIES[name]))
    document = only(file)
    assert making.paragraphs(document.text) == making.paragraphs(STORIES[name])
    assert document.blocks[0].kind == "headline"


@pytest.mark.parametrize("ending", making.MAKERS)
@pytest.mark.parametrize("name", FEW)
def test_any_other_shape_gives_the_same_paragraphs_and_kinds(name: str, ending: str, tmp_path: Path) -> None:
    file = tmp_path / f"story.{ending}"
    file.write_bytes(making.MAKERS[ending](STORIES[name]))
    document = only(file)
    plain = document_from_text(STORIES[name])
    assert making.paragraphs(document.text) == making.paragraphs(plain.text)
    assert [b.kind for b in document.blocks] == [b.kind for b in plain.blocks]
