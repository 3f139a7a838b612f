"""When a figure holds: its own clause's period, and not the date of something else."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from extractor.frame import frame
from tests.frame.conftest import Claims, story

if TYPE_CHECKING:
    from spacy.language import Language

DATED = [
    ("There were [330] episodes in 2018-19.", "330", "2018-04/2019-03"),
    ("In 2019 there were [330] episodes and [40] visits.", "40", "2019"),
    (
        "It lost [£18.4m] in the year to March, after a profit of [£2.6m] the year before.",
        "£2.6m",
        "then-1:year",
    ),
    (
        "It lost [£18.4m] in the year to March, after a profit of [£2.6m] the year before.",
        "£18.4m",
        "--04/--03",
    ),
    ("Drink was noted in [24 per cent] in 2009, compared with [21 per cent] in 2005.", "21 per cent", "2005"),
    ("Drink was noted in [24 per cent] in 2009, compared with [21 per cent] in 2005.", "24 per cent", "2009"),
    (
        "There were [276] last year, [24] fewer than the year before, when [300] were seen.",
        "300",
        "then-1:year",
    ),
    (
        "There were [276] last year, [24] fewer than the year before, when [300] were seen.",
        "276",
        "now-1:year",
    ),
    ("It pays [£31m] a year.", "£31m", "per:year"),
    ("It starts at [£1.7m] in 2026 and reaches [£4.6m] in 2028.", "£4.6m", "2028"),
    (
        "Sales for 2018-19 were poor.\nIn 2018-19 there were [40]. Of those [30] left.",
        "30",
        "2018-04/2019-03",
    ),
    ("Ashby had [330] episodes\nThere were [330] episodes in 2019.", "330", "2019"),
    ("Wind was strong in February\nIt made [40] units.", "40", "--02"),
    ("Revenue was [$404m] in the third quarter, from [$380m] a year earlier.", "$380m", "then-1:year"),
]
UNDATED = [
    ("Ann Lee, [63|age], has run it since 1991.", "63"),
    ("The ward, opened in 1987, has [40] beds, [30] nurses and a bar.", "30"),
    ("It told unions on Wednesday it would cut [40] jobs.", "40"),
    ("Under the Proceeds of Crime Act 2002 he must pay [£95,000].", "£95,000"),
    ("She must pay [£95,000] before 30 June.", "£95,000"),
    ("There are [40] homes.", "40"),
]


@pytest.mark.parametrize(("text", "figure", "key"), DATED)
def test_when_a_figure_holds(claims: Claims, text: str, figure: str, key: str) -> None:
    period = claims(text)[figure].period
    assert period is not None
    assert period.key == key


@pytest.mark.parametrize(("text", "figure"), UNDATED)
def test_dates_of_something_else(claims: Claims, text: str, figure: str) -> None:
    assert claims(text)[figure].period is None


def test_a_headline_takes_the_period_that_its_number_is_printed_with(claims: Claims) -> None:
    (first, second) = _periods(
        claims, "Ashby lost [1,330] homes\nThere were [1,330|count] lost in 2019, it says."
    )
    assert (first, second) == ("document", "sentence")


def _periods(claims: Claims, marked: str) -> tuple[str, ...]:
    document, figures = story(marked)
    assert len(figures) == 2
    from extractor.frame import load_model

    told = frame(document, figures, load_model()).claims
    return tuple(c.period.found for c in told if c.period is not None)


def test_last_year_is_dated_from_the_day_of_publication(nlp: Language) -> None:
    document, figures = story("There were [276] of them last year.")
    (claim,) = frame(document, figures, nlp, date(2021, 5, 3)).claims
    assert claim.period is not None
    assert (claim.period.key, claim.period.start) == ("2020", date(2020, 1, 1))
