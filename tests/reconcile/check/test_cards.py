"""What each check tells a reader, to the letter: the verdict, both sides, the sum, the words of the card."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.reconcile.check.related import card, found, related

CARDS = tomllib.loads(Path(__file__).with_name("cards.toml").read_text(encoding="utf-8"))["card"]
SLOTS = ("comparison", "direction", "strength")


@pytest.mark.parametrize("given", CARDS, ids=lambda c: c["name"])
def test_a_relation_is_told_so(given: dict[str, Any]) -> None:
    slots = {name: given[name] for name in SLOTS if name in given}
    (finding,) = found(related(given["kind"], given["text"], **slots))
    assert card(finding) == given["told"]


def test_a_relation_and_its_verdict_keep_their_id() -> None:
    wrong, right = (
        related("share", f"{{{n} per cent:rate}} are {{25:part}} of {{50:whole}}") for n in (60, 50)
    )
    (first,), (again,), (other,) = found(wrong), found(wrong), found(right)
    assert first.id == again.id
    assert first.id.startswith("f-")
    assert first.id != other.id
