"""The report at a terminal: what stands on a card, in what order, in which words."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from rich.cells import cell_len

from extractor.model import Document, Review
from extractor.report.layout import ASCII
from extractor.report.terminal import render_text
from tests.report.marlowe import BOTH, COMPLEMENT, COUNTY, EVENTS, MAIN, REVIEW, SHARE, UNIT


def plain(review: Review, **more: object) -> str:
    return render_text(review, **more)  # type: ignore[arg-type]


def flat(text: str) -> str:
    """The words alone, as if on one line."""
    return " ".join(re.sub(r"[│‾─]", " ", text).split())


def test_the_title_source_and_tally_come_first() -> None:
    assert plain(REVIEW, width=100).splitlines()[:3] == [
        "More than 400 council tenants call for a fire check, figures show",
        "marlowe.txt · The Fenwold Mercury · 3 December 2020",
        "2 sentences questioned · other checks: 3 consistent, 1 undecided",
    ]


def test_the_gravest_card_comes_first() -> None:
    heads = re.findall(r"── (Check first|Check|Note|Consistent)", plain(REVIEW))
    assert heads == ["Check first", "Check"]


def test_a_card_shows_everything_that_a_sceptic_needs() -> None:
    card = flat(plain(replace(REVIEW, findings=(COMPLEMENT, EVENTS))))
    for words in (
        "The 63.4 rate is slightly higher than the national average.",
        "so 38 per cent did. 63.4 is about 25 points above 38",
        "rests on paragraph 6",
        "Arithmetic 100 − 62 = 38; 63.4 − 38 = 24.85 to 25.95 points, not slightly above",
        "Would fit if one share counts those that did and the other those that did not",
        "Supposing 62 per cent is rounded to a whole number",
        "Caveats “accepted” is not the same as a visit “taking place”.",
        "It would need a national rate of visits accepted, which the story does not print",
        "Suggestion drop the comparison, or print both rates with their base, period and source",
        f"Id {COMPLEMENT.id}",
    ):
        assert words in card


def test_the_questioned_words_are_marked_below_without_colour() -> None:
    lines = plain(replace(REVIEW, findings=(COMPLEMENT,))).splitlines()
    at = next(n for n, line in enumerate(lines) if "The 63.4 rate" in line)
    words, marks = lines[at], lines[at + 1]
    marked = "".join(w if m == "‾" else " " for w, m in zip(words, marks, strict=False)).split("  ")
    assert [m.strip() for m in marked if m.strip()] == [
        "The 63.4 rate",
        "slightly higher than the national average",
    ]


def test_colour_marks_the_words_themselves() -> None:
    coloured = plain(replace(REVIEW, findings=(COMPLEMENT,)), colour=True)
    assert "\x1b[1;4;31mThe 63.4 rate\x1b[0m is \x1b[1;4;31mslightly higher than" in coloured
    assert "‾" not in coloured


def test_without_colour_there_are_no_escape_codes() -> None:
    assert "\x1b" not in plain(BOTH, everything=True)


def test_a_caveat_has_no_card_of_its_own_and_needs_one_to_stand_on() -> None:
    assert "taking place”" not in flat(plain(replace(REVIEW, findings=(EVENTS,))))
    assert "Not comparable" in plain(replace(REVIEW, findings=(EVENTS,)), everything=True)


def test_what_agrees_is_shown_only_on_demand() -> None:
    quiet, full = (plain(replace(REVIEW, findings=(SHARE,)), everything=e) for e in (False, True))
    assert "260 / 410" not in quiet
    assert "260 / 410 = 63.41 per cent" in full


def test_a_finding_between_stories_names_the_other_and_who_says_it() -> None:
    assert (
        "paragraph 1 of Fire checks: calls to Marlowe Council, figures given by the council, "
        "quoted by Radio Fenwold" in flat(plain(BOTH))
    )


def test_the_closing_line_says_what_was_not_settled() -> None:
    assert flat(plain(REVIEW)).endswith(
        "7 of 9 figures could be cross-checked here; 1 asserted comparison undecided (“lower than the "
        "average for the county”: the county's rate is not given); agreement is not proof."
    )


def test_a_long_list_of_open_questions_is_cut() -> None:
    many = tuple(replace(COUNTY, id=f"f-{n}", missing=(f"rate {n}",)) for n in range(7))
    closing = flat(plain(replace(REVIEW, findings=many)))
    assert "7 asserted comparisons undecided" in closing
    assert "rate 4; 2 more);" in closing
    assert "rate 5" not in closing


def test_a_story_without_findings_is_still_told_of() -> None:
    told = plain(replace(REVIEW, findings=()))
    assert "nothing questioned" in told
    assert "0 of 9 figures could be cross-checked here" in flat(told)


def test_nothing_is_said_where_there_is_no_document() -> None:
    assert plain(Review()) == ""


@pytest.mark.parametrize("width", [24, 40, 80, 100])
@pytest.mark.parametrize("colour", [False, True])
def test_no_line_is_wider_than_the_terminal(width: int, colour: bool) -> None:
    text = re.sub(r"\x1b\[[0-9;]*m", "", plain(BOTH, width=width, colour=colour, everything=True))
    assert max(cell_len(line) for line in text.splitlines()) <= width


def test_a_terminal_without_unicode_gets_plain_signs() -> None:
    drawn = plain(replace(REVIEW, findings=(UNIT,)), glyphs=ASCII)
    assert "-- Check ---" in drawn
    assert "  | More than 400 council tenants" in drawn
    assert "    ^^^^^^^^^^^^^" in drawn


HOSTILE = "A \x1b[2Jclean\x07 screen\u202eesrever\x9b31m 5 of\rmany\ud800"


def test_a_story_cannot_steer_the_terminal() -> None:
    document = replace(MAIN, title=HOSTILE, source=HOSTILE, outlet=HOSTILE)
    told = plain(replace(REVIEW, documents=(document,)), everything=True)
    assert not set(told) & set("\x1b\x07\u202e\x9b\r\ud800")
    told.encode()


def test_hostile_markup_is_only_text() -> None:
    document = replace(MAIN, title="[bold red]5[/] :warning: <b>")
    assert "[bold red]5[/] :warning: <b>" in plain(replace(REVIEW, documents=(document,)))


def test_notes_of_the_reading_are_told() -> None:
    scanned = Document("scan", "", notes=("page 2 has no text",))
    assert "page 2 has no text" in plain(Review(documents=(scanned,)))
