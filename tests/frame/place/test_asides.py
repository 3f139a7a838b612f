"""Places of an aside, of a firm's seat and of the paragraph before."""

from __future__ import annotations

import pytest

from tests.frame.conftest import Claims

_HEAD = "Pipes burst across Ashby\nPipes in Ashby burst 840 times last year, the water board said.\n\n"
_FIRM = "Kerbline lifts profit as pipes sell\n\n"

#: A figure, and the key of its place.
PLACES = [
    (_HEAD + "At Tarbolt, which serves the Free State, [200] burst.", "200", "tarbolt"),
    (_HEAD + "In Maharashtra, where the rains came late, [200] burst.", "200", "maharashtra"),
    (_HEAD + "Leeds, home to the Scottish firm, lost [41] mains.", "41", "leeds"),
    (_HEAD + "In Leeds, which is nearer to Wales, the rate was [41] per cent.", "41 per cent", "leeds"),
    (_HEAD + "In Leeds the mains burst on Friday.\n\nIts plumbers mended [41] of them.", "41", "leeds"),
    (_HEAD + "In Leeds the mains burst on Friday.\n\nThey were [41] years old, of iron.", "41", "leeds"),
    (_HEAD + "Leeds and York lost mains on Friday.\n\nIts plumbers mended [41] of them.", "41", "ashby"),
    ("Hoax calls fall\n\nFirefighters on Clydeside turned out to [41] calls.", "41", "clydeside"),
]
#: Reports of firms, whose seat is nowhere that anything was counted.
FIRMS = [
    _FIRM + "The Lund-based pipe maker sold [41] miles of mains. Net profit rose.",
    _FIRM + "LUND: Kerbline said on Monday it sold [41] miles of mains.\n\nShares fell 9 pence.",
    _FIRM + "LUND, March 3 (Wire) - Kerbline sold [41] miles of mains.\n\nNet profit rose by half.",
]


@pytest.mark.parametrize(("text", "figure", "place"), PLACES)
def test_where_a_figure_holds(claims: Claims, text: str, figure: str, place: str) -> None:
    found = next(c for f, c in claims(text).items() if figure.startswith(f)).place
    assert found is not None
    assert found.key == place


@pytest.mark.parametrize("text", FIRMS)
def test_a_firm_counts_nowhere(claims: Claims, text: str) -> None:
    assert claims(text)["41"].place is None


def test_a_town_of_a_dateline_is_what_a_story_is_about(claims: Claims) -> None:
    text = "Mains burst again\n\nLUND: The water board mended [41] mains.\n\nPlumbers worked all night."
    found = claims(text)["41"].place
    assert found is not None
    assert found.key == "lund"


#: Words before a name that are not those of the sentence, and names that hold others.
NAMES = [
    ("“In Tarbolt we traced [58] of them,” Mr Lomax said.", "58", "tarbolt"),
    ("Lunn's Point handled [970] of them.", "970", "lunn's point"),
    ("The wharf at Lunn's Point handled [970] of them.", "970", "lunn's point"),
    ("Skell, a village of some [900] people, has no water.", "900", "skell"),
    ("Jim Bell, a town councillor, counted [41] leaks.", "41", "ashby"),
    ("In Leeds the mains burst. There are [41] leaks.", "41", "leeds"),
    ("Leeds lost its water. Nine days on there were [41] leaks in Ashby.", "41", "ashby"),
    ("In Leeds 412 mains burst. The remaining [24] held.", "24", "leeds"),
    ("A nurse who works in Leeds was less cheerful. Of [22] families, she said, nine came.", "22", "leeds"),
    ("On the west side of Tarbolt boats landed [41] tons.", "41", "the west side of tarbolt"),
    ("Nation-wide, [41] mains burst.", "41", "country"),
]


@pytest.mark.parametrize(("text", "figure", "place"), NAMES)
def test_a_name_is_told_apart(claims: Claims, text: str, figure: str, place: str) -> None:
    found = claims(_HEAD + text)[figure].place
    assert found is not None
    assert found.key == place
