"""Organisations of a claim's sentence, sources first."""

from __future__ import annotations

import pytest

from tests.frame.conftest import Claims


@pytest.mark.parametrize(
    ("text", "figure", "first"),
    [
        ("Figures from the Home Office show [330] cases.", "330", "Home Office"),
        ("[330] cases were seen, according to Ashby Council.", "330", "Ashby Council"),
        ("A report by the Fair Heat Campaign found [330] cases.", "330", "Fair Heat Campaign"),
        ("NHS England data show [330] cases.", "330", "NHS England"),
        ("Ashby Council, using Ofsted figures, counted [330] cases.", "330", "Ofsted"),
        ("Ashby Council counted [330] cases.", "330", "Ashby Council"),
    ],
)
def test_the_source_stands_first(claims: Claims, text: str, figure: str, first: str) -> None:
    assert claims(text)[figure].organisations[0].text == first


def test_two_forms_of_a_name_are_one(claims: Claims) -> None:
    text = "The Local Government Association (LGA) said [330] councils answered the LGA survey."
    assert len(claims(text)["330"].organisations) == 1


def test_a_sentence_without_any_has_none(claims: Claims) -> None:
    assert claims("Ann Lee counted [330] cases.")["330"].organisations == ()
