"""Passages of a few sentences, wrong and right: the slip is questioned once, and without it nothing is."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

TEXTS = tomllib.loads(Path(__file__).with_name("wrong_or_right.toml").read_text(encoding="utf-8"))["slips"][
    "texts"
]
_EITHER = re.compile(r"\{([^|}]*)\|([^|}]*)\}")


@pytest.mark.parametrize("text", TEXTS)
def test_a_slip_is_questioned_and_the_mended_passage_is_not(text: str) -> None:
    assert len(mismatches(_EITHER.sub(r"\1", text))) == 1
    assert mismatches(_EITHER.sub(r"\2", text)) == []
