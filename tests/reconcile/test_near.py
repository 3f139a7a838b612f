"""How far a stated figure may be from the computed one and still be a misprint of it."""

from __future__ import annotations

import pytest

from extractor.model import Cue, Direction, Relation, Role, Strength
from extractor.reconcile.link.window.near import is_excused, is_near
from tests.reconcile.told import told


def change(text: str, strength: Strength = "contextual", way: Direction = "rose") -> Relation:
    """The change of a text whose figures are the change, the old and the new level, in this order."""
    story = told(text)
    roles = tuple(Role(n, c) for n, c in zip(("change", "from", "to"), story.claims, strict=True))
    return Relation("change", roles, Cue("story", None, ""), strength, way)


#: A change that is off by a factor, how it is tied, and whether it is near.
FACTORS = [
    ("{20 per cent:change}, {100} to {140}", "contextual", True),
    ("{20 per cent:change}, {100} to {190}", "contextual", False),
    ("{20 per cent:change}, {100} to {190}", "stated", True),
    ("{20 per cent:change}, {100} to {300}", "stated", False),
]


@pytest.mark.parametrize(("text", "strength", "near"), FACTORS, ids=[f"{t} {s}" for t, s, _ in FACTORS])
def test_what_one_sentence_tells_may_be_further_off(text: str, strength: Strength, near: bool) -> None:
    assert is_near(change(text, strength)) is near


def test_a_change_that_points_away_must_fit() -> None:
    assert is_near(change("{40 per cent:change}, {100} to {140}", way="fell"))
    assert not is_near(change("{30 per cent:change}, {100} to {140}", way="fell"))
    assert is_excused(change("{30 per cent:change}, {100} to {140}", way="fell"))


def test_what_is_off_by_a_hair_is_no_slip() -> None:
    assert is_excused(change("{39 per cent:change}, {10000} to {13849}"))
    assert not is_excused(change("{39 per cent:change}, {10000} to {13800}"))
