"""Floors on sets that others made; see `docs/decisions/find-public-sets.md` for the conventions."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import public_sets

#: Set → the least share of its sentences with all spans and values right.
FLOORS = {
    "NumberModel": 0.90,
    "NumberRangeModel": 0.80,
    "PercentModel": 0.90,
    "CurrencyModel": 0.85,
    "DimensionModel": 0.80,
    "AgeModel": 0.80,
    "DurationExtractor": 0.75,
    "DatePeriodExtractor": 0.75,
}


@pytest.mark.shared
@pytest.mark.parametrize("name", FLOORS)
def test_recognizers_text(shared: Path, name: str) -> None:
    outcomes = public_sets.recognizers(shared, name)
    assert sum(o.right for o in outcomes) >= FLOORS[name] * len(outcomes)


@pytest.mark.shared
def test_quantulum3(shared: Path) -> None:
    outcomes = public_sets.quantulum(shared)
    assert sum(o.right for o in outcomes) >= 0.80 * len(outcomes)
