"""The tables that are shipped: where they come from, and stories against them."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from extractor import pipeline
from extractor.read import document_from_text

FOLDER = Path(__file__).resolve().parents[2] / "corpora" / "reference"
DOCUMENTS = json.loads((FOLDER / "manifest.json").read_text())["documents"]


def test_every_table_stands_in_the_manifest() -> None:
    assert {d["file"] for d in DOCUMENTS} == {p.name for p in FOLDER.glob("*.csv")}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: str(d["file"]))
def test_a_table_is_the_one_whose_source_is_named(document: dict[str, str]) -> None:
    assert document["source"]
    assert hashlib.sha256((FOLDER / document["file"]).read_bytes()).hexdigest() == document["sha256"]


def test_the_regions_of_the_referendum_add_up() -> None:
    (table,), _ = pipeline._tables([FOLDER / "eu-referendum-2016.csv"])
    assert [r.label for r in table.totals] == ["United Kingdom"]
    for column in table.columns:
        amounts = {r.label: table.amount(r, column) for r in table.rows}
        whole = amounts.pop("United Kingdom")
        assert whole is not None
        assert sum(a.low or 0 for a in amounts.values() if a is not None) == whole.low


@pytest.mark.parametrize(
    ("table", "sentence", "verdicts"),
    [
        ("eu-referendum-2016", "In Scotland there were 1,661,191 votes for Remain.", ["consistent"]),
        ("eu-referendum-2016", "In Wales there were 772,347 votes for Leave.", ["mismatch"]),
        ("eu-referendum-2016", "London had the most Remain votes of any region.", ["mismatch"]),
        ("olympic-medals-2024", "Great Britain won 65 medals.", ["consistent"]),
        ("olympic-medals-2024", "France won 24 medals.", ["mismatch"]),
        (
            "missing-from-foster-care-2018-19",
            "There were 27,000 missing episodes of foster children in England in 2018-19.",
            ["consistent"],
        ),
        (
            "missing-from-foster-care-2018-19",
            "In England 56 per cent of missing episodes led to a return home interview in 2018-19.",
            ["mismatch"],
        ),
    ],
)
def test_a_sentence_against_a_shipped_table(table: str, sentence: str, verdicts: list[str]) -> None:
    review = pipeline.review_documents([document_from_text(sentence)], references=[FOLDER / f"{table}.csv"])
    assert [f.verdict for f in review.findings if f.cells] == verdicts
