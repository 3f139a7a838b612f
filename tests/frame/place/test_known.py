"""Cities and provinces of several countries are places though nothing around them says so."""

from __future__ import annotations

import pytest

from tests.frame.conftest import Claims

_HEAD = "Pipes burst across Ashby\nPipes in Ashby burst 840 times last year, the water board said.\n\n"

KNOWN = [
    ("Newry came in at [8.7] per cent, Enniskillen at 13.9.", "newry"),
    ("Toledo had 38 and Akron [29].", "akron"),
    ("Exports of mango from Sindh rose [eight] per cent.", "sindh"),
    ("The number carried across the Eastern Cape fell to [127,000].", "eastern cape"),
    ("In Mississauga it was 14 and in Hamilton [nine].", "hamilton"),
    ("Woodlands followed with 2,460 and Jurong West with [2,205].", "jurong west"),
    ("Pipes burst [41] times in Tripura.", "tripura"),
    ("Benue lost [41] mains.", "benue"),
]


@pytest.mark.parametrize(("text", "place"), KNOWN)
def test_a_known_name_is_a_place(claims: Claims, text: str, place: str) -> None:
    figure = text[text.index("[") + 1 : text.index("]")]
    found = next(c for f, c in claims(_HEAD + text).items() if f.startswith(figure)).place
    assert found is not None
    assert found.key == place
