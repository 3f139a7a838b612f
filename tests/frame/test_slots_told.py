"""Times, denials and speakers that are told by more than the words beside the figure.

Ten short stories for each cause, the last four of each written after the rule.
"""

from __future__ import annotations

import pytest

from tests.frame.conftest import Claims

TIMES = [
    (
        "Fruit sold\nGrowers sold [318] tons in the season that closed on April 15.\nHob took [86].",
        "86",
        "1:season/--04-15",
    ),
    ("Cane\nMills cut [616] loads in the season to May, she said.", "616", "1:season/--05"),
    ("Rent\nTenants paid [£40m] in the year to May, figures show.", "£40m", "--06/--05"),
    ("Lunches\nChildren left [38] meals in term three.\nIn Lund it was [19].", "19", "term:three"),
    ("Shops\n[Nineteen] shops closed in Ashby last year.\nIn Lund [23] did.", "23", "now-1:year"),
    ("Planes\nBy Tuesday the airport said all but [six] had left.", "six", "weekday:tuesday"),
    ("Games\nSchools moved [23] games to Thursday since August.", "23", "--08/"),
    ("Games\n“On a bad Friday I need [175],” he said.", "175", None),
    (
        "Tea\nSome 40 lots sold on Thursday.\nPrices eased to [$216] from $224 last week.",
        "$216",
        "weekday:thursday",
    ),
    ("Cooks\nOf 19 young cooks who joined in 2023, [eight] left.", "eight", "2023"),
]
#: Whether a figure counts those that did not.
DENIALS = [
    ("Meals\nIn Ashby [14] meals went uneaten.", "14", True),
    ("Wood\nSome [21] logs stood ungiven away.", "21", True),
    ("Cane\nHaryana paid all but [£74m] by June.", "£74m", True),
    ("Cover\nIn all [22 per cent] of claims lodged last year were refused.", "22 per cent", True),
    ("Wells\n[Five] of the [13] wells gave no water. That is [38 per cent].", "38 per cent", True),
    ("Scans\nMany waited. “That's [80 per cent] who never had a letter,” he said.", "80 per cent", True),
    ("Homes\nThe ground at Lund is uneven in [12] places.", "12", False),
    ("Books\nSome [40] letters lay unwritten.", "40", True),
    ("Loans\nThe firm repaid all but [£9m] of it.", "£9m", True),
    ("Cover\nSome [31] claims lodged by post were paid.", "31", False),
]
#: The whole of a share that is told of another place, some paragraphs on.
WHOLES = [
    (
        "Desk\nAt Lund [12 per cent] of callers left.\n\nHot.\n\nIn Durham [4 per cent] left.",
        "4 per cent",
        "caller",
    ),
    (
        "Stalls\nIn Lund [9 per cent] of stalls are shut.\n\nNationally the rate was [5 per cent].",
        "5 per cent",
        "stall",
    ),
    (
        "Meals\nIn Lund [9 per cent] of meals were left.\n\nGisborne stood at [33 per cent].",
        "33 per cent",
        "meal",
    ),
    ("Seats\nIn Lund [9 per cent] of seats were empty.\n\nThe fee rose [4 per cent].", "4 per cent", None),
    (
        "Trees\nIn Lund [9 per cent] of trees fell.\n\nElsewhere the rate was [3 per cent].",
        "3 per cent",
        "tree",
    ),
    ("Trees\nIn Lund [9 per cent] of trees fell.\n\nThe bank lent at [3 per cent].", "3 per cent", None),
]
#: Labels of transcripts: who speaks, and who only reports.
_OPENS = "HOST: Our correspondent Tamsin Briggs was there.\n\n"
LABELS = [
    (f"{_OPENS}BRIGGS: We saw [40] wells.\n\nAMAKI: We mended [12].\n\nBRIGGS: So they say.", "40", None),
    (f"{_OPENS}BRIGGS: We saw [40] wells.\n\nAMAKI: We mended [12].\n\nBRIGGS: So they say.", "12", "AMAKI"),
    (
        "HOST: Here is our reporter Ann Oduya.\n\nODUYA: I counted [31] boats.\n\nODUYA: It is dark.\n\n"
        "HOST: Thank you.",
        "31",
        None,
    ),
    (
        "HOST: Ann Oduya has been finding out why.\n\nODUYA: I counted [31] boats.\n\nODUYA: It is dark.\n\n"
        "HOST: Thank you.",
        "31",
        None,
    ),
    (
        "HOST: Ann Oduya has been cross.\n\nODUYA: I lost [31] boats.\n\nODUYA: It is late.\n\nHOST: Bye.",
        "31",
        "ODUYA",
    ),
    (
        "HOST: Ann Oduya.\n\nODUYA: I counted [31] boats.\n\nODUYA: It is dark.\n\nHOST: Thank you.",
        "31",
        "ODUYA",
    ),
]


@pytest.mark.parametrize(("text", "figure", "key"), TIMES)
def test_when_a_figure_is_told_to_hold(claims: Claims, text: str, figure: str, key: str | None) -> None:
    period = claims(text)[figure].period
    assert (period and period.key) == key


@pytest.mark.parametrize(("text", "figure", "negated"), DENIALS)
def test_whether_a_figure_is_told_of_those_that_did_not(
    claims: Claims, text: str, figure: str, negated: bool
) -> None:
    assert claims(text)[figure].negated is negated


@pytest.mark.parametrize(("text", "figure", "key"), WHOLES)
def test_what_a_share_is_told_to_be_of(claims: Claims, text: str, figure: str, key: str | None) -> None:
    base = claims(text)[figure].base
    assert (base and base.key) == key


@pytest.mark.parametrize(("text", "figure", "name"), LABELS)
def test_who_a_label_says_speaks(claims: Claims, text: str, figure: str, name: str | None) -> None:
    speaker = claims(text)[figure].speaker
    assert (speaker and speaker.text) == name
