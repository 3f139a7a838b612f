"""What a store holds is read back exactly, and a store that somebody made up cannot keep the reader busy."""

from __future__ import annotations

from fractions import Fraction

import msgspec
import pytest

from extractor.audit.codec import from_json, to_json
from extractor.model import Amount


@pytest.mark.parametrize("value", [Fraction(1, 3), Fraction(-7), Fraction(10**30, 7), Fraction(0)])
def test_a_bound_comes_back_exactly(value: Fraction) -> None:
    assert from_json(to_json(Amount(value, None)), Amount) == Amount(value, None)


@pytest.mark.parametrize("told", ['"1e999999999"', '"1/0x"', '"nan"', '""', "1.5", f'"{"9" * 5_000}"'])
def test_what_is_no_fraction_is_refused_at_once(told: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        from_json(f'{{"low": {told}, "high": null}}', Amount)
