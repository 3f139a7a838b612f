"""The check sheet: a row for each quantity, and what it stands beside."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO

import pytest

from extractor.model import Claim
from extractor.report.sheet import COLUMNS, Sheet, counts, render_sheet_csv
from tests.report.marlowe import (
    ACCEPTED,
    BOTH,
    CALLS,
    HEADLINE,
    LOGGED,
    MAIN,
    NATIONAL,
    NO_VISIT,
    REVIEW,
    mention,
)


def test_a_row_says_how_its_figure_stands() -> None:
    told = {row.claim.id: (row.status, row.agrees, row.differs) for row in Sheet(REVIEW).rows(MAIN)}
    assert told["c-9200"] == ("not cross-checked", (), ())
    assert told["c-half"] == ("agrees with other figures in this text", ("62 per cent (paragraph 6)",), ())
    assert told["c-400"] == (
        "check",
        ("no fewer than 410 (paragraph 1)",),
        ("no fewer than 410 (paragraph 1)", "410 (paragraph 2)"),
    )


def test_dates_have_no_row_and_rows_are_numbered_in_print_order() -> None:
    found = Sheet(REVIEW).rows(MAIN)
    assert [row.number for row in found] == list(range(1, 10))
    starts = [row.claim.figure.span.start for row in found]
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        (CALLS, "calls for a home fire check"),
        (NATIONAL, ""),
        (LOGGED, "calls from tenants"),
        (ACCEPTED, "accepted"),
        (NO_VISIT, "did not lead to a visit (negated)"),
        (
            replace(ACCEPTED, base=mention("calls from tenants", "call")),
            "accepted, out of calls from tenants",
        ),
    ],
)
def test_counts(claim: Claim, told: str) -> None:
    assert counts(claim) == told


def test_the_csv_leaves_columns_for_people() -> None:
    (first, *others) = csv.DictReader(StringIO(render_sheet_csv(BOTH)))
    assert tuple(first) == COLUMNS
    assert (first["source"], first["checked by"], first["date"]) == ("", "", "")
    assert others[-1]["document"] == "sibling"
    assert others[-1]["who says it"] == "the council"


def test_a_story_cannot_put_a_formula_in_the_sheet() -> None:
    text = "=410" + MAIN.text[4:]
    document = replace(MAIN, text=text, id="=1")
    review = replace(REVIEW, documents=(document,), claims=(replace(HEADLINE, document="=1"),), findings=())
    (row,) = csv.DictReader(StringIO(render_sheet_csv(review)))
    assert row["document"] == "'=1"
    assert row["figure"].startswith("'=410")
    assert row["sentence"].startswith("'=")
