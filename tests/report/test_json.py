"""The JSON output: valid by its own schema, exact, and true to the text."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from extractor.amount import between, rounded
from extractor.model import Amount, Review
from extractor.report.json import render_json, render_jsonl
from extractor.report.schema import schema_text
from tests.report.marlowe import BOTH, CALLS, MAIN, REVIEW

Json = dict[str, Any]


@pytest.fixture(scope="module")
def schema(root: Path) -> Json:
    loaded: Json = json.loads((root / "docs" / "schema" / "crossfoot-1.schema.json").read_text("utf-8"))
    return loaded


def rendered(review: Review) -> Json:
    made: Json = json.loads(render_json(review))
    return made


def test_the_published_schema_is_the_one_that_the_records_make(root: Path) -> None:
    published = (root / "docs" / "schema" / "crossfoot-1.schema.json").read_text("utf-8")
    assert published == schema_text(), "run python -m extractor.report.schema > docs/schema/..."


def test_the_schema_is_a_schema(schema: Json) -> None:
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("review", [REVIEW, BOTH, Review()], ids=["one", "two", "none"])
def test_output_is_valid(schema: Json, review: Review) -> None:
    Draft202012Validator(schema).validate(rendered(review))


@pytest.mark.parametrize(
    "broken", [{"schema": "crossfoot/2"}, {"documents": None}, {"errors": [{"source": "a"}]}]
)
def test_the_schema_refuses_what_is_not_the_output(schema: Json, broken: Json) -> None:
    assert not Draft202012Validator(schema).is_valid({**rendered(REVIEW), **broken})


def test_each_line_of_jsonl_is_valid_by_its_part_of_the_schema(schema: Json) -> None:
    lines = [json.loads(line) for line in render_jsonl(BOTH).splitlines()]
    kinds = ["DocumentLine", "DocumentLine", "FindingsLine", "ErrorsLine"]
    for line, kind in zip(lines, kinds, strict=True):
        Draft202012Validator({**schema["$defs"][kind], "$defs": schema["$defs"]}).validate(line)
    assert ["id" in line for line in lines] == [True, True, False, False]
    assert [line["id"] for line in lines[:2]] == ["marlowe", "sibling"]


def test_every_quote_stands_where_its_offsets_say() -> None:
    document = rendered(REVIEW)["documents"][0]
    quoted = [
        *document["claims"],
        *document["comparisons"],
        *(figure for finding in document["findings"] for figure in finding["figures"]),
        *(finding["cue"] for finding in document["findings"]),
    ]
    assert len(quoted) > 20
    for entry in quoted:
        assert document["text"][entry["start"] : entry["end"]] == entry["quote"]


def test_slots_say_where_their_words_stand() -> None:
    document = rendered(REVIEW)["documents"][0]
    claim = next(c for c in document["claims"] if c["id"] == "c-410b")
    assert claim["measure"] == "calls from tenants"
    slot = claim["slots"]["measure"]
    assert document["text"][slot["start"] : slot["end"]] == slot["text"] == claim["measure"]
    assert claim["organisation"] == "Marlowe Council"
    assert claim["slots"]["organisation_2"]["text"] == "the council"
    assert claim["period"] == {
        "text": "Between October 2019 and October 2020",
        "from": "2019-10-01",
        "to": "2020-10-31",
        "kind": "span",
    }


def test_a_phrase_has_no_claim() -> None:
    finding = next(f for f in rendered(REVIEW)["documents"][0]["findings"] if f["id"] == "f-complement")
    assert [(f["role"], f["claim"], f["quote"]) for f in finding["figures"]] == [
        ("comparison", None, "slightly higher"),
        ("subject", "c-634b", "63.4"),
        ("reference", "c-62", "62 per cent"),
    ]


def test_findings_between_documents_stand_apart_and_name_them() -> None:
    whole = rendered(BOTH)
    assert "f-between" not in {f["id"] for d in whole["documents"] for f in d["findings"]}
    (between_them,) = whole["findings"]
    assert [f["document"] for f in between_them["figures"]] == ["marlowe", "sibling"]
    assert all("document" not in f for f in whole["documents"][0]["findings"][0]["figures"])


def test_the_run_and_its_problems_are_recorded() -> None:
    whole = rendered(BOTH)
    assert (whole["schema"], whole["version"]) == ("crossfoot/1", "0.1.0")
    assert (whole["model"], whole["policy"]) == ("en_test 3.8.0", "0123456789ab")
    assert whole["settings"] == {"published": "2020-12-03"}
    assert whole["errors"][1] == {"source": "feed.jsonl", "line": 7, "message": "not JSON"}


def bounds(amount: Amount, value: str | None = None) -> Json:
    figure = replace(CALLS.figure, amount=amount, value=None if value is None else Decimal(value))
    review = replace(REVIEW, claims=(replace(CALLS, figure=figure),), findings=())
    claim: Json = rendered(review)["documents"][0]["claims"][0]
    return claim


@pytest.mark.parametrize(
    ("amount", "low", "high"),
    [
        (rounded(Decimal("56.9"), Fraction(1, 10), "%"), "56.85", "56.95"),
        (between(410, None, low_open=True), "410", None),
        (between(Fraction(200, 3), Fraction(200, 3)), "66.666666", "66.666667"),
        (between(Fraction(-200, 3), Fraction(-1, 3)), "-66.666667", "-0.333333"),
        (between(None, 0), None, "0"),
    ],
)
def test_bounds_are_decimal_strings_rounded_outward(amount: Amount, low: str, high: str) -> None:
    made = bounds(amount)
    assert (made["low"], made["high"]) == (low, high)


@pytest.mark.parametrize(("value", "told"), [("8.00", "8.00"), ("1E+6", "1000000"), (None, None)])
def test_a_value_is_written_as_printed(value: str | None, told: str | None) -> None:
    assert bounds(between(0, None), value)["value"] == told


def test_text_that_no_terminal_would_take_is_kept_as_it_is() -> None:
    text = "5 \x1b[2J 😀 \u202e\u2028"
    document = replace(MAIN, text=text, blocks=(), title=None)
    assert rendered(Review(documents=(document,)))["documents"][0]["text"] == text
    assert len(render_jsonl(Review(documents=(document,))).splitlines()) >= 1
