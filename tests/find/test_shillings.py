"""Shillings with no country, as papers at home print them."""

from __future__ import annotations

import pytest

from extractor.find import find


@pytest.mark.parametrize("text", ["a cheque of 12 million shillings", "tickets at 500 shillings apiece"])
def test_shillings_are_money(text: str) -> None:
    (figure,) = find(text)
    assert (figure.kind, figure.amount.unit) == ("money", "KES")
