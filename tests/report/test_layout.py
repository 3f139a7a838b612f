"""Lines of text: cleaned, marked, cut and wrapped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.model import Span
from extractor.report.layout import ASCII, UNICODE, Page, clean, glyphs_for, marked


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\n  b\tc", "a b c"),
        ("a\x1b[31mb", "a�[31mb"),
        ("a\u202eb", "a�b"),
        ("a\ud800b", "a�b"),
        ("1\u00a0000\u202f000", "1\u00a0000\u202f000"),
        ("a\u2028b", "a b"),
    ],
)
def test_clean(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(st.text())
def test_nothing_that_steers_a_terminal_is_left(text: str) -> None:
    assert all(c.isprintable() or c in " \u00a0\u202f" or ord(c) > 0x9F for c in clean(text))
    assert "\n" not in clean(text)


@pytest.mark.parametrize(
    ("encoding", "glyphs"),
    [("utf-8", UNICODE), ("ascii", ASCII), ("latin-1", ASCII), (None, ASCII), ("nonsense", ASCII)],
)
def test_glyphs_for(encoding: str | None, glyphs: object) -> None:
    assert glyphs_for(encoding) == glyphs


def test_a_long_sentence_keeps_its_marks_and_is_cut_between_words() -> None:
    text = "first " + "word " * 200 + "last 7 " + "tail " * 200
    at = text.index("7")
    line = marked(text, Span(0, len(text)), [Span(0, 5), Span(at, at + 1)])
    assert line.plain.startswith("first word word")
    assert "word … word" in line.plain
    assert line.plain.endswith("tail …")
    assert len(line.plain) < 600
    assert [line.plain[s.start : s.end] for s in line.spans] == ["first", "7"]


def test_marks_of_wide_characters_stand_below_them() -> None:
    page = Page(40, colour=False)
    text = "約５割 of 7"
    page.quote(marked(text, Span(0, len(text)), [Span(7, 8)]), "red")
    words, marks = str(page).splitlines()
    assert words == "  │ 約５割 of 7"
    assert marks == "  │           ‾"


def test_a_single_item_has_no_bullet_and_none_no_line() -> None:
    page = Page(60, colour=False)
    page.items("Notes", [])
    page.items("Notes", ["one", "one", ""])
    assert str(page).splitlines() == ["  Notes          one"]


def test_labels_stand_above_in_a_narrow_terminal() -> None:
    page = Page(40, colour=False)
    page.items("Notes", ["one", "two"])
    assert [line.rstrip() for line in str(page).splitlines()] == ["  Notes", "    • one", "    • two"]
