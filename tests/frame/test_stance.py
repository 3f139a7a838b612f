"""Whether a figure is asserted, and how sure the text is of it."""

from __future__ import annotations

import pytest

from tests.frame.conftest import Claims

STANCES = [
    ("There were [330] episodes.", "330", "asserted"),
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
    ("It would cost [£3m].", "£3m", "hypothetical"),
    ("Unless [300] sign, it will close.", "300", "hypothetical"),
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
