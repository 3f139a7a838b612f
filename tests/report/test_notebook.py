"""What a notebook shows, and the table that it gives."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest

from extractor.model import Review
from tests.report.marlowe import CLAIMS, REVIEW
from tests.report.test_html import hostile


class Table:
    """Stands for the data frames of pandas and polars, which take rows as dictionaries."""

    def __init__(self, rows: list[dict[str, object]]) -> None:
        self.rows = rows


def installed(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    for name in ("pandas", "polars"):
        module = ModuleType(name)
        module.DataFrame = Table  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, name, module if name in names else None)


@pytest.mark.parametrize(
    ("names", "wanted"), [(("pandas",), None), (("polars",), None), (("polars",), "polars")]
)
def test_a_row_for_each_claim(
    monkeypatch: pytest.MonkeyPatch, names: tuple[str, ...], wanted: str | None
) -> None:
    installed(monkeypatch, *names)
    rows = REVIEW.to_frame(wanted).rows
    assert len(rows) == len(CLAIMS)
    row = next(r for r in rows if r["id"] == "c-410b")
    assert (row["document"], row["value"], row["measure"]) == ("marlowe", "410", "calls from tenants")
    assert str(row["period_from"]) == "2019-10-01"


def test_without_either_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    installed(monkeypatch)
    with pytest.raises(ModuleNotFoundError, match="pip install pandas"):
        Review().to_frame()


def test_a_notebook_shows_the_report_in_a_frame_of_its_own() -> None:
    shown = hostile()._repr_html_()
    assert shown.startswith('<iframe srcdoc="&lt;!doctype html&gt;')
    assert 'sandbox="allow-scripts"' in shown
    assert "<script" not in shown
