"""Rows as tables: a round trip through each format keeps every field."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import UNSET
from msgspec.structs import replace as with_fields

from extractor.errors import SettingsError
from extractor.export.columns import columns_of
from extractor.export.csv import read_rows_csv, render_rows_csv
from extractor.export.jsonl import read_rows_jsonl, render_rows_jsonl
from extractor.export.kinds import Rows, TextMode
from extractor.export.parquet import read_rows_parquet, render_rows_parquet
from extractor.export.rows import ClaimRow, claims_from, findings_from, placed_findings, rows_of
from extractor.export.texts import with_text
from extractor.model import stable_id
from extractor.pipeline import check
from extractor.report.encode import review_record
from extractor.report.records import AmountRecord, CueRecord, FigureRecord, ReviewRecord
from tests.export.made import HAND, ROOT, checked

RECORDS: dict[str, Callable[[], ReviewRecord]] = {
    "hand": lambda: HAND,
    "checked": checked,
    "quoted": lambda: with_text(checked(), TextMode.quote),
}


def through(name: str, record: ReviewRecord, kind: Rows, folder: Path) -> list[object]:
    rows = rows_of(record, kind)
    if name == "parquet":
        path = folder / "rows.parquet"
        path.write_bytes(render_rows_parquet(record, rows, kind))
        return list(read_rows_parquet(path, kind))
    if name == "csv":
        return list(read_rows_csv(render_rows_csv(rows, kind), kind))
    return list(read_rows_jsonl(render_rows_jsonl(rows), kind))


@pytest.mark.parametrize("kind", list(Rows))
@pytest.mark.parametrize("name", ["csv", "jsonl", "parquet"])
@pytest.mark.parametrize("made", RECORDS)
def test_rows_come_back_as_they_went(made: str, name: str, kind: Rows, tmp_path: Path) -> None:
    record = RECORDS[made]()
    rows = rows_of(record, kind)
    assert rows
    assert through(name, record, kind, tmp_path) == rows


def test_rows_become_the_records_that_they_were_made_of() -> None:
    claims = claims_from(r for r in rows_of(HAND, Rows.claims) if isinstance(r, ClaimRow))
    assert claims == {d.id: list(d.claims) for d in HAND.documents if d.claims}
    rows = read_rows_csv(render_rows_csv(rows_of(HAND, Rows.findings), Rows.findings), Rows.findings)
    wanted = [(home and home.id, finding) for home, finding in placed_findings(HAND)]
    assert findings_from(rows) == wanted  # type: ignore[arg-type]


def test_without_words_only_their_absence_is_lost_in_csv() -> None:
    """An empty cell is null; that a slot was filled is still told by the column of slots."""
    bare = with_text(HAND, TextMode.none)
    rows = rows_of(bare, Rows.claims)
    back = read_rows_csv(render_rows_csv(rows, Rows.claims), Rows.claims)
    assert [(r.id, r.slots) for r in back] == [(r.id, r.slots) for r in rows]  # type: ignore[union-attr]


@pytest.mark.parametrize("name", ["csv", "jsonl", "parquet"])
def test_a_cue_without_words_and_place_is_still_a_cue(name: str, tmp_path: Path) -> None:
    """As in findings by layout alone, or out of a store."""
    finding = with_fields(HAND.documents[0].findings[0], cue=CueRecord(None, None, ""), stated=None)
    home = with_fields(HAND.documents[0], findings=(finding,))
    record = with_fields(HAND, documents=(home,), findings=())
    assert through(name, record, Rows.findings, tmp_path) == rows_of(record, Rows.findings)


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs"], blacklist_characters="\0")))
def test_any_words_come_back(words: str) -> None:
    row = rows_of(HAND, Rows.claims)[0]
    odd = with_fields(row, quote=words, sentence_text=words, measure=words or None)
    (back,) = read_rows_csv(render_rows_csv([odd], Rows.claims), Rows.claims)
    assert back == odd


@given(st.text(alphabet="=+-@'\t\r\n ＝x1\"", max_size=6))
def test_no_cell_starts_a_formula(words: str) -> None:
    row = with_fields(rows_of(HAND, Rows.claims)[0], sentence_text=words)
    (cells,) = csv.DictReader(StringIO(render_rows_csv([row], Rows.claims), newline=""))
    cell = cells["sentence_text"]
    assert not cell.lstrip().startswith(("=", "+", "-", "@", "＝"))


def test_every_column_says_what_it_is() -> None:
    names = [c.name for c in columns_of(Rows.claims)]
    assert names[0] == "document"
    assert names[-5:] == ["schema", "version", "model", "policy", "settings"]
    assert len(names) == len(set(names))


def test_every_row_names_its_run() -> None:
    (row, *_) = csv.DictReader(StringIO(render_rows_csv(rows_of(HAND, Rows.claims), Rows.claims), newline=""))
    assert (row["version"], row["model"], row["policy"]) == (HAND.version, HAND.model, HAND.policy)
    assert json.loads(row["settings"]) == {"published": date(2020, 12, 3).isoformat()}


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n"])
def test_another_csv_is_refused(text: str) -> None:
    with pytest.raises(SettingsError, match="no column document"):
        read_rows_csv(text, Rows.claims)


def test_a_cell_that_is_no_number_is_told() -> None:
    table = render_rows_csv(rows_of(HAND, Rows.claims), Rows.claims)
    broken = table.replace(f",{HAND.documents[0].claims[0].start},", ",soon,", 1)
    with pytest.raises(SettingsError, match="start"):
        read_rows_csv(broken, Rows.claims)


def test_an_id_hangs_on_document_span_and_kind_alone() -> None:
    """The same story has the same ids, whatever it is checked with."""
    alone = review_record(check(ROOT / "corpora" / "demo" / "bus-lane-fines.txt")).documents[0]
    among = next(d for d in checked().documents if d.id == alone.id)
    assert [c.id for c in alone.claims] == [c.id for c in among.claims]
    for document in checked().documents:
        for claim in document.claims:
            assert claim.id == stable_id("c", document.id, claim.start, claim.end, claim.kind)


WORDS = st.text(alphabet=st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=8)
NUMBER = st.none() | st.decimals(-(10**6), 10**6, places=2).map(str)
AMOUNT = st.none() | st.builds(AmountRecord, low=NUMBER, high=NUMBER, unit=st.sampled_from(["%", "points"]))
PLACE = st.none() | st.integers(0, 10**6)
CUE = st.builds(CueRecord, start=PLACE, end=PLACE, quote=WORDS, document=st.just(UNSET) | WORDS.filter(bool))
FIGURE = st.builds(
    FigureRecord,
    role=WORDS,
    claim=st.none() | WORDS,
    start=PLACE,
    end=PLACE,
    quote=WORDS,
    document=st.just(UNSET) | WORDS.filter(bool),
    row=st.just(UNSET) | st.integers(1, 99),
)


@settings(max_examples=30)
@given(data=st.data())
@pytest.mark.parametrize("name", ["csv", "jsonl", "parquet"])
def test_any_finding_comes_back(
    name: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    finding = with_fields(
        HAND.documents[0].findings[0],
        cue=data.draw(CUE),
        figures=tuple(data.draw(st.lists(FIGURE, max_size=3))),
        stated=data.draw(AMOUNT),
        computed=data.draw(AMOUNT),
        arithmetic=data.draw(WORDS),
        notes=tuple(data.draw(st.lists(WORDS, max_size=2))),
        reading=data.draw(st.none() | st.just("unit")),
    )
    record = with_fields(HAND, documents=(with_fields(HAND.documents[0], findings=(finding,)),), findings=())
    folder = tmp_path_factory.mktemp("rows")
    assert through(name, record, Rows.findings, folder) == rows_of(record, Rows.findings)
