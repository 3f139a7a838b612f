"""Stories and snippets in other voices: the slots that both halves get right at least."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.frame.voiced import labelled, scores

#: Half, score, least share of it in per cent. Rules are tuned on the first half alone.
FLOORS = [
    ("tune", "measure", 85),
    ("tune", "base", 80),
    ("tune", "place.differing", 85),
    ("tune", "period", 78),
    ("tune", "period.differing", 82),
    ("report", "measure", 82),
    ("report", "base", 66),
    ("report", "place.differing", 53),
    ("report", "period.differing", 75),
]
#: The same for the snippets.
SNIPPET_FLOORS = [
    ("tune", "measure", 80),
    ("tune", "base", 85),
    ("tune", "place.differing", 83),
    ("tune", "period.differing", 72),
    ("report", "measure", 83),
    ("report", "base", 78),
    ("report", "place.differing", 80),
    ("report", "period.differing", 85),
]
#: The same for stories of several places and times.
SCOPE_FLOORS = [
    ("tune", "place.differing", 90),
    ("tune", "period", 75),
    ("tune", "period.differing", 78),
    ("report", "place.differing", 50),
    ("report", "period", 73),
    ("report", "period.differing", 82),
]
#: The same for stories in which plain subjects and institutions stand for places.
SETTING_FLOORS = [
    ("tune", "place", 68),
    ("tune", "place.differing", 72),
    ("tune", "period", 82),
    ("report", "place", 50),
    ("report", "place.differing", 62),
    ("report", "period", 67),
]


@pytest.mark.parametrize(("half", "name", "least"), FLOORS)
def test_other_voices_are_understood_as_well(half: str, name: str, least: int) -> None:
    share = scores(half).get(name).share
    assert share is not None
    assert share >= Fraction(least, 100)


@pytest.mark.parametrize(("half", "name", "least"), SNIPPET_FLOORS)
def test_snippets_are_understood_as_well(half: str, name: str, least: int) -> None:
    share = scores(half, "snippets").get(name).share
    assert share is not None
    assert share >= Fraction(least, 100)


@pytest.mark.parametrize(("half", "name", "least"), SCOPE_FLOORS)
def test_several_places_and_times_are_told_apart(half: str, name: str, least: int) -> None:
    share = scores(half, "scopes").get(name).share
    assert share is not None
    assert share >= Fraction(least, 100)


@pytest.mark.parametrize(("half", "name", "least"), SETTING_FLOORS)
def test_subjects_and_institutions_stand_for_places(half: str, name: str, least: int) -> None:
    share = scores(half, "settings").get(name).share
    assert share is not None
    assert share >= Fraction(least, 100)


def test_a_mark_says_what_where_and_when() -> None:
    story = labelled("d", "@Leeds\n#-\nOf [40|call @York #in May], [30%|/call] were late; [£5|$].")
    assert story["text"] == "Of 40, 30% were late; £5."
    calls, late, fine = story["figures"]
    assert (calls["kind"], calls["unit"], calls["place"], calls["period"]) == (
        "count",
        "call",
        "York",
        "in May",
    )
    assert (late["kind"], late["base"], late["place"], late["period"]) == (
        "percentage",
        "call",
        "Leeds",
        None,
    )
    assert (fine["kind"], fine["quote"], "base" in fine) == ("measure", "£5", False)
