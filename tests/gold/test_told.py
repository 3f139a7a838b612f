"""The cuttings that ties are learnt from: every figure is found, and a share holds."""

from __future__ import annotations

import pytest

from gold.told.cutting import load

CUTTINGS = load()


def test_ids_are_told_once() -> None:
    assert len({c.id for c in CUTTINGS}) == len(CUTTINGS) >= 1200


@pytest.mark.parametrize("kind", ["share", "change", "sum", "multiple", "mean"])
def test_every_kind_is_there(kind: str) -> None:
    told = [r for c in CUTTINGS for r in c.relations if r.kind == kind]
    assert len(told) > 80
    assert all(len(set(r.figures)) == len(r.figures) >= (3 if kind != "sum" else 2) for r in told)
