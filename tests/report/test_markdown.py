"""The Markdown report: cards and check sheet, with text that stays text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractor.model import Review
from extractor.report.markdown import plain, render_markdown
from tests.report.marlowe import BOTH, COMPLEMENT, EVENTS, MAIN, REVIEW, SHARE


def test_a_card_is_a_section_with_its_reasons() -> None:
    told = render_markdown(replace(REVIEW, findings=(COMPLEMENT, EVENTS))).splitlines()
    assert told[:3] == ["# More than 400 council tenants call for a fire check, figures show", "", told[2]]
    for line in (
        "## Check first: paragraph 3",
        "> **The 63.4 rate** is **slightly higher than the national average**.",
        "Rests on paragraph 6:",
        "> More than half of all calls (**62 per cent**) **did not lead to a visit** taking place.",
        "- Arithmetic: 100 − 62 = 38; 63.4 − 38 = 24.85 to 25.95 points, not slightly above",
        "- Would fit if: one share counts those that did and the other those that did not",
        "- Caveat: “accepted” is not the same as a visit “taking place”.",
        "- It would need: a national rate of visits accepted, which the story does not print",
        f"- Id: {COMPLEMENT.id}",
    ):
        assert line in told


def test_the_check_sheet_has_a_row_for_each_figure_and_room_to_write() -> None:
    told = render_markdown(REVIEW).splitlines()
    table = told[told.index("## Check sheet") + 2 :]
    rows = [line for line in table if line.startswith("| ")]
    assert len(rows) == 2 + 9
    assert rows[2].endswith("|  |  |  |")
    assert "| agrees with other figures in this text | no fewer than 410 (paragraph 1) |" not in rows[2]
    assert {row.count(" | ") for row in rows} == {9}


def test_what_agrees_is_told_on_demand() -> None:
    review = replace(REVIEW, findings=(SHARE,))
    assert "260 / 410" not in render_markdown(review)
    assert "- Arithmetic: 260 / 410 = 63.41 per cent" in render_markdown(review, everything=True)


@pytest.mark.parametrize(
    ("text", "literal"),
    [
        ("*5* `x` [a](b)", r"\*5\* \`x\` \[a\](b)"),
        ("<script>", r"\<script\>"),
        ("a|b\n# c", r"a\|b \# c"),
        ("&lt;", r"\&lt;"),
        ("5 per cent", "5 per cent"),
    ],
)
def test_text_from_a_story_is_literal(text: str, literal: str) -> None:
    assert plain(text) == literal


def test_a_hostile_title_is_only_a_title() -> None:
    document = replace(MAIN, title="x\n\n<img src=a onerror=b>\n# y")
    first = render_markdown(replace(REVIEW, documents=(document,))).splitlines()[0]
    assert first == r"# x \<img src=a onerror=b\> \# y"


def test_every_document_has_its_chapter_and_the_end_its_closing_line() -> None:
    told = render_markdown(BOTH)
    assert told.count("## Check sheet") == 2
    assert "agreement is not proof.\n\nMachine-made and unreviewed." in told
    assert render_markdown(Review()) == ""
