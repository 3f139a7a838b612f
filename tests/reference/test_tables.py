"""Tables as published: heads, cells, labels, totals."""

from __future__ import annotations

import pytest

from extractor.model import Document, Table
from extractor.names import short_forms
from extractor.reference import tables_of
from extractor.reference.tables.cells import amounts, cell
from extractor.reference.tables.heads import head
from extractor.reference.words import root
from extractor.shown import str_amount

EXAMS = Table(
    "Table 2: Results by district",
    ("District", "Pupils", "English (%)", "Maths (%)"),
    (
        ("Ashcombe", "1200", "71.0", "68.5"),
        ("Brackley DSB", "800", "64.5", "c"),
        ("Corran", "2000", "80.5", "77.0 [p]"),
        ("Norland", "4000", "74.4", "71.8"),
    ),
)


def document(*tables: Table) -> Document:
    return Document("table", "", tables=tables, source="exams.csv")


@pytest.mark.parametrize(
    ("printed", "unit", "factor", "period"),
    [
        ("alcohol_share_2009_pct", "%", 1, "2009"),
        ("Expenditure (£000s) 2018-19", "GBP", 1000, "2018-04/2019-03"),
        ("Five good passes (%) [note 2]", "%", 1, None),
        ("tests_per_1000", "per 1000", 1, None),
        ("Rainfall (mm)", "millimeter", 1, None),
        ("Total spend £m", "GBP", 1_000_000, None),
        ("Median wait (weeks)", "week", 1, None),
        ("Pupils", "", 1, None),
    ],
)
def test_a_head_names_unit_scale_and_period(printed: str, unit: str, factor: int, period: str | None) -> None:
    taken = head(printed)
    told = None if taken.period is None else taken.period.key
    assert (taken.unit, taken.factor, told) == (unit, factor, period)


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("84", "84"),
        ("84 [p]", "84"),
        ("1,234*", "1234"),
        ("(3)", "-3"),
        ("1 234", "1234"),
        ("12.0%", "12.0"),
        ("c", None),
        ("[x]", None),
        ("..", None),
        ("see note", None),
    ],
)
def test_a_cell_is_a_number_or_none(printed: str, value: str | None) -> None:
    read = cell(printed)
    assert (None if read is None else str(read.value)) == value


def test_a_cell_below_a_threshold_is_an_interval() -> None:
    (small,) = amounts([cell("<5")], "", 1, None)
    assert small is not None
    assert str_amount(small) == "0 to 5"
    assert small.high_open


def test_noughts_at_the_end_of_all_cells_are_rounding() -> None:
    read = amounts([cell(str(100 * n)) for n in range(11, 31)], "", 1, None)
    assert read[0] is not None
    assert str_amount(read[0]) == "1,050 to 1,150"


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("achieving", "achieved", True),
        ("violence", "violent", True),
        ("tests", "testing", True),
        ("offences", "offenders", False),
        ("burglary", "burial", False),
    ],
)
def test_roots(a: str, b: str, one: bool) -> None:
    assert (root(a) == root(b)) is one


@pytest.mark.parametrize(
    ("label", "form", "accepted"),
    [
        ("Hexley DSB", ("hexley",), True),
        ("Marlow, City of", ("city", "of", "marlow"), True),
        ("Wexcombe (UA)", ("wexcombe",), True),
        ("Hexley North", ("hexley",), False),
    ],
)
def test_short_forms_of_a_label(label: str, form: tuple[str, ...], accepted: bool) -> None:
    assert (form in short_forms(label)) is accepted


def test_columns_rows_and_the_row_for_all() -> None:
    (table,) = tables_of(document(EXAMS))
    assert [c.unit for c in table.columns] == ["", "%", "%"]
    assert table.row_noun == "District"
    assert [r.label for r in table.totals] == ["Norland"]  # its pupils are the sum of the others'


def test_a_suppressed_cell_gives_no_observation() -> None:
    (table,) = tables_of(document(EXAMS))
    brackley, maths = table.rows[1], table.columns[2]
    assert table.observation(brackley, maths) is None


def test_an_observation_knows_its_address() -> None:
    (table,) = tables_of(document(EXAMS))
    seen = table.observation(table.rows[2], table.columns[2])
    assert seen is not None
    assert (seen.row, seen.column, seen.entity, seen.measure) == (3, 4, "Corran", "Maths (%)")
    assert str_amount(seen.amount) == "76.95 to 77.05"
