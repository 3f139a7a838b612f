"""The claim table, for people and for a spreadsheet."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO

import pytest

from extractor.model import Review
from extractor.report.claim_table import COLUMNS, disarmed, render_claims, render_csv
from tests.report.marlowe import BOTH, CALLS, LOGGED, MAIN, NO_VISIT, REVIEW


def rows(review: Review) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(render_csv(review))))


def test_one_row_for_each_claim_in_the_order_of_print() -> None:
    assert [r["id"] for r in rows(BOTH)] == [c.id for c in BOTH.claims]
    assert tuple(rows(REVIEW)[0]) == COLUMNS


def test_a_row_says_what_the_claim_says() -> None:
    row = next(r for r in rows(REVIEW) if r["id"] == LOGGED.id)
    told = {name: row[name] for name in ("quote", "low", "high", "negated", "measure", "period_from")}
    assert told == {
        "quote": "410",
        "low": "410",
        "high": "410",
        "negated": "false",
        "measure": "calls from tenants",
        "period_from": "2019-10-01",
    }
    assert row["sentence"].startswith("A spokeswoman for the council said: “Between")
    assert row["document"] == "marlowe"


def test_an_empty_slot_is_an_empty_cell() -> None:
    row = next(r for r in rows(REVIEW) if r["id"] == CALLS.id)
    assert (row["high"], row["place"], row["period"]) == ("", "", "")


def test_what_is_not_printed_stands_in_its_own_column_on_request() -> None:
    sheet = list(csv.DictReader(StringIO(render_csv(REVIEW, missing=True))))
    lacking = {row["id"]: row["not_printed"] for row in sheet}
    assert lacking[CALLS.id].startswith("source; period")
    assert "not_printed" not in rows(REVIEW)[0]


def test_what_is_not_printed_is_told_on_request() -> None:
    assert "Not printed    source, period" in render_claims(REVIEW, missing=True)
    assert "Not printed" not in render_claims(REVIEW)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        (" @SUM(A1)", "' @SUM(A1)"),
        ("-5", "'-5"),
        ("\tx", "'\tx"),
        ("＝1", "'＝1"),
        ("a=b", "a=b"),
        ("", ""),
    ],
)
def test_a_cell_starts_no_formula(text: str, cell: str) -> None:
    assert disarmed(text) == cell


def test_a_story_cannot_put_a_formula_in_a_spreadsheet() -> None:
    document = replace(MAIN, title='=HYPERLINK("http://x")', outlet="+1")
    (row, *_) = rows(replace(REVIEW, documents=(document,)))
    assert row["title"].startswith("'=")
    assert row["outlet"] == "'+1"


def test_a_negative_bound_stays_a_number() -> None:
    figure = replace(CALLS.figure, amount=replace(CALLS.figure.amount, low=-CALLS.figure.amount.low))  # type: ignore[operator]
    (row,) = rows(replace(REVIEW, claims=(replace(CALLS, figure=figure),)))
    assert row["low"] == "-410"


def test_people_see_each_figure_in_its_sentence_with_its_slots() -> None:
    shown = render_claims(replace(REVIEW, claims=(NO_VISIT, LOGGED)), width=100)
    assert "2 figures" in shown
    for words in (
        "  Allows         61.5 to 62.5 % (percentage)",
        "  Event          did not lead to a visit (negated)",
        "  Counts         calls from tenants",
        "  When           Between October 2019 and October 2020",
        "  Says who       A spokeswoman for the council",
    ):
        assert words in shown.splitlines()


def test_a_stance_other_than_asserted_is_told() -> None:
    assert "Stance         denied" in render_claims(
        replace(REVIEW, claims=(replace(LOGGED, stance="denied"),))
    )
