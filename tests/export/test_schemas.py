"""The schemas of rows and labels are those of the code, and hold for what is written."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from extractor.export.jsonl import render_rows_jsonl
from extractor.export.kinds import Rows, TextMode
from extractor.export.labels import labels_of, render_labels
from extractor.export.rows import rows_of
from extractor.export.schemas import schema_texts
from extractor.export.texts import with_text
from gold.texts import FOLDER, load_split
from tests.export.made import HAND, ROOT

STORED = ROOT / "docs" / "schema"


def validator(name: str) -> Draft202012Validator:
    schema = json.loads((STORED / name).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_the_schemas_are_those_of_the_code() -> None:
    for name, text in schema_texts().items():
        assert (STORED / name).read_text(encoding="utf-8") == text, (
            "run python -m extractor.export.schemas docs/schema"
        )


@pytest.mark.parametrize("kind", list(Rows))
@pytest.mark.parametrize("mode", list(TextMode))
def test_rows_are_as_their_schema_says(kind: Rows, mode: TextMode) -> None:
    check = validator("crossfoot-rows-1.schema.json")
    lines = render_rows_jsonl(rows_of(with_text(HAND, mode), kind)).splitlines()
    assert lines
    for line in lines:
        check.validate(json.loads(line))
        assert not check.is_valid({**json.loads(line), "schema": 1})


PATHS = [p for p in load_split()["tune"] if not p.endswith(("/set.json", "/case.json"))]


@pytest.mark.parametrize("path", PATHS)
def test_the_gold_is_as_the_schema_of_labels_says(path: str) -> None:
    validator("crossfoot-labels-1.schema.json").validate(
        json.loads((FOLDER / path).read_text(encoding="utf-8"))
    )


def test_what_is_read_from_people_is_as_well() -> None:
    for document in json.loads(render_labels(list(labels_of(HAND)))):
        validator("crossfoot-labels-1.schema.json").validate(document)
    assert not validator("crossfoot-labels-1.schema.json").is_valid({"id": "x", "text": "y", "figures": [{}]})
