"""Whether a figure is asserted, and how sure the text is of it."""

from __future__ import annotations

import pytest

from tests.frame.conftest import Claims

STANCES = [
    ("There were [330] episodes.", "330", "asserted"),
    ("The institute wants the quota reduced by [26 per cent].", "26 per cent", "target"),
    ("It urged that the dose be cut to [40] milligrams.", "40", "target"),
    ("The union would like hours shortened by [12 per cent].", "12 per cent", "target"),
    ("The board proposes to have fares raised by [9 per cent].", "9 per cent", "target"),
    ("It cut fares and raised wages by [9 per cent].", "9 per cent", "asserted"),
    ("The council said [54] homes had closed.", "54", "asserted"),
    ("An earlier version of this article said [54] homes had closed.", "54", "superseded"),
    ("We wrongly said [54] homes had closed.", "54", "superseded"),
    ("The toll was revised down from [391|count] to 214.", "391", "superseded"),
    ("There is no evidence that [40] people died.", "40", "denied"),
    ("The minister denied that [40] people died.", "40", "denied"),
    ("It is false that [40%] of beds were lost.", "40%", "denied"),
    ("The [40%] figure is wrong.", "40%", "denied"),
    ("It is unclear whether [40] people died.", "40", "questioned"),
    ("Have [40] people died?", "40", "questioned"),
    ("The council aims to build [300] homes.", "300", "target"),
    ("Ministers have a target of [95 per cent].", "95 per cent", "target"),
    ("She pledged to plant [300] trees.", "300", "target"),
    ("If [300] homes were built, rents would fall.", "300", "hypothetical"),
    ("It would cost [£3m].", "£3m", "asserted"),
    ("The airline rejected [120] claims of [£3m].", "120", "asserted"),
    ("The airline rejected [120] claims of [£3m].", "£3m", "asserted"),
    ("They denied [120] children an interview.", "120", "asserted"),
    ("“Crime is up [70 per cent].” Not so. It fell.", "70 per cent", "denied"),
    ("A post says [40] homes closed. This is false.", "40", "denied"),
    ("No, the council did not lose [40] homes", "40", "denied"),
    ("The firm has withdrawn its claim of [900] jobs.", "900", "superseded"),
    ("The charity, which said [130] were missing, withdrew that figure.", "130", "superseded"),
    ("The figure of [391] given on Wednesday was wrong.", "391", "denied"),
    ("Farming was to give [25 per cent].", "25 per cent", "target"),
    ("The force plans to hire [200] on top of its present [3,850].", "3,850", "asserted"),
    ("Can a couple on [€78,000] still buy a home?", "€78,000", "asserted"),
    ("Among the rejected claims, [868], were from tenants.", "868", "asserted"),
    ("Posts stayed empty for want of [30] teachers.", "30", "asserted"),
    ("“Crime is up [70 per cent].” - Karl Brand. Not so. It fell.", "70 per cent", "denied"),
    ("A plan to save [£31m] was shown.", "£31m", "asserted"),
    ("Unless [300] sign, it will close.", "300", "hypothetical"),
    ("Asked whether they want a bypass, [29,051] voters said yes.", "29,051", "asserted"),
    ("When asked if they would move, [62 per cent] of the nurses said no.", "62 per cent", "asserted"),
    ("The mayor asked whether [300] homes had been sold.", "300", "questioned"),
    ("Asked if [300] homes had been sold, he shrugged.", "300", "hypothetical"),
    ("The plant made [300] cars and has plans. It sold them.", "300", "asserted"),
]
CERTAINTIES = [
    ("There were [330] episodes.", "330", "reported"),
    ("Sales are expected to reach [£3m].", "£3m", "projected"),
    ("The bank forecasts growth of [2 per cent].", "2 per cent", "projected"),
    ("It will cost [£3m].", "£3m", "projected"),
    ("An estimated [330] people came.", "330", "estimated"),
    ("The council estimates that [330] people came.", "330", "estimated"),
    ("The association reckons its members have [330] beds.", "330", "estimated"),
]


@pytest.mark.parametrize(("text", "figure", "stance"), STANCES)
def test_how_a_figure_is_taken(claims: Claims, text: str, figure: str, stance: str) -> None:
    assert claims(text)[figure].stance == stance


@pytest.mark.parametrize(("text", "figure", "certainty"), CERTAINTIES)
def test_how_sure_the_text_is(claims: Claims, text: str, figure: str, certainty: str) -> None:
    assert claims(text)[figure].certainty == certainty


def test_a_comparison_that_is_denied_is_not_asserted(told: object) -> None:
    marked = "The minister denied that the rate of [40%] is higher than the national average."
    comparisons = told(marked).comparisons  # type: ignore[operator]
    assert [c.stance for c in comparisons] == ["denied"]
