"""Label Studio: tasks as it imports them, and what people label as it exports it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import msgspec
import pytest
from jsonschema import Draft202012Validator
from msgspec.structs import replace

from extractor.errors import SettingsError
from extractor.export.kinds import TextMode
from extractor.export.label_config import PHRASE, RELATIONS, label_config
from extractor.export.labels import LabelledDocument, LabelledFigure, labels_of
from extractor.export.labelstudio import render_labelstudio
from extractor.export.labelstudio_in import is_labelstudio, read_labelstudio
from extractor.export.texts import with_text
from extractor.report.records import DocumentRecord, ReviewRecord
from tests.export.made import HAND, checked

Json = dict[str, Any]

#: What Label Studio's documentation says of tasks with predictions, for the interface that is used.
TASKS: Json = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["data"],
        "properties": {
            "data": {"required": ["text", "document"], "properties": {"text": {"type": "string"}}},
            "predictions": {
                "items": {
                    "required": ["result", "model_version"],
                    "properties": {"result": {"items": {"$ref": "#/$defs/result"}}},
                }
            },
        },
    },
    "$defs": {
        "place": {
            "required": ["start", "end", "text"],
            "properties": {"start": {"type": "integer"}, "end": {"type": "integer"}},
        },
        "words": {"type": "array", "minItems": 1, "items": {"type": "string"}},
        "result": {
            "oneOf": [
                {
                    "required": ["id", "from_name", "to_name", "type", "value"],
                    "properties": {
                        "type": {"const": "labels"},
                        "from_name": {"const": "figure"},
                        "value": {
                            "$ref": "#/$defs/place",
                            "required": ["labels"],
                            "properties": {"labels": {"$ref": "#/$defs/words"}, "text": {"type": "string"}},
                        },
                    },
                },
                {
                    "required": ["id", "from_name", "to_name", "type", "value"],
                    "properties": {
                        "type": {"const": "choices"},
                        "from_name": {"const": "negated"},
                        "value": {
                            "required": ["choices"],
                            "properties": {"choices": {"$ref": "#/$defs/words"}},
                        },
                    },
                },
                {
                    "required": ["id", "from_name", "to_name", "type", "value"],
                    "properties": {
                        "type": {"const": "textarea"},
                        "value": {"required": ["text"], "properties": {"text": {"$ref": "#/$defs/words"}}},
                    },
                },
                {
                    "required": ["type", "from_id", "to_id", "direction", "labels"],
                    "properties": {
                        "type": {"const": "relation"},
                        "direction": {"enum": ["left", "right", "bi"]},
                    },
                },
            ]
        },
    },
}


def tasks(record: ReviewRecord, *, blind: bool = False) -> list[Json]:
    made: list[Json] = json.loads(render_labelstudio(record, blind=blind))
    return made


def labelled(record: ReviewRecord, folder: Path) -> list[LabelledDocument]:
    """What comes back where people accept all predictions as they are."""
    done = [
        {**t, "annotations": [{"completed_by": 7, "result": t["predictions"][0]["result"]}]}
        for t in tasks(record)
    ]
    path = folder / "export.json"
    path.write_text(json.dumps(done), encoding="utf-8")
    assert is_labelstudio(path)
    return read_labelstudio(path)


@pytest.mark.parametrize("mode", [TextMode.quote, TextMode.full])
def test_tasks_are_as_label_studio_wants_them(mode: TextMode) -> None:
    Draft202012Validator(TASKS).validate(tasks(with_text(checked(), mode)))
    Draft202012Validator(TASKS).validate(tasks(HAND))


def test_the_interface_knows_every_name_that_tasks_use() -> None:
    view = ET.fromstring(label_config())
    named = {e.get("name") for e in view.iter() if e.get("name")}
    offered = {e.get("value") for e in view.iter("Label")}
    results = [r for t in [*tasks(HAND), *tasks(checked())] for r in t["predictions"][0]["result"]]
    regions = [r for r in results if r["type"] != "relation"]
    assert {r["from_name"] for r in regions} | {"text"} <= named
    assert {w for r in regions for w in r["value"].get("labels", [])} <= offered
    assert PHRASE in offered
    assert {w for r in results if r["type"] == "relation" for w in r["labels"]} <= set(RELATIONS)
    known = {r["id"] for r in regions}
    assert all({r["from_id"], r["to_id"]} <= known for r in results if r["type"] == "relation")
    assert len(RELATIONS) == len(set(RELATIONS))


@pytest.mark.parametrize("name", ["hand", "checked"])
def test_what_people_accept_comes_back(name: str, tmp_path: Path) -> None:
    record = HAND if name == "hand" else checked()
    quantities = ("date", "reference", "score")
    for back, whole in zip(labelled(record, tmp_path), labels_of(record), strict=True):
        figures = tuple(f for f in back.figures if f.kind not in quantities)
        assert figures == tuple(replace(f, unit=f.unit or None) for f in whole.figures)
        tied = [{(r.start, r.end) for r in f.figures} for f in whole.findings if len(f.figures) > 1]
        assert all(any(t <= {(r.start, r.end) for r in f.figures} for f in back.findings) for t in tied)
        assert back.annotator == "7"


def test_the_record_goes_along_in_the_data() -> None:
    for task, document in zip(tasks(HAND), HAND.documents, strict=True):
        kept = msgspec.convert(task["data"]["record"], DocumentRecord)
        assert replace(kept, text=task["data"]["text"]) == document
        assert [f["id"] for f in task["data"]["findings_between"]] == ["f-between"]


def test_a_blind_task_tells_nothing_that_was_found() -> None:
    for task in tasks(HAND, blind=True):
        assert list(task) == ["data"]
        assert set(task["data"]) == {"text", "title", "document", "text_sha256", "run"}


def test_offsets_are_counted_as_browsers_do(tmp_path: Path) -> None:
    """ "🐟" is one code point and two UTF-16 code units."""
    home = HAND.documents[0]
    (first, *_) = home.claims
    moved = replace(first, start=first.start + 2, end=first.end + 2)
    text = f"🐟 {home.text}"
    record = replace(
        HAND, documents=(replace(home, text=text, claims=(moved,), findings=(), comparisons=()),)
    )
    value = tasks(record)[0]["predictions"][0]["result"][0]["value"]
    assert (value["start"], value["text"]) == (first.start + 3, first.quote)
    (back,) = labelled(record, tmp_path)
    assert [(f.start, f.quote) for f in back.figures] == [(first.start + 2, first.quote)]


def write_export(folder: Path, result: list[Json], **more: object) -> Path:
    path = folder / "labels.json"
    data = {"text": "Of 70 calls 25 were answered.", "document": "calls"}
    path.write_text(
        json.dumps([{"data": data, "annotations": [{"result": result, **more}]}]), encoding="utf-8"
    )
    return path


def region(name: str, start: int, end: int, label: str) -> Json:
    value = {"start": start, "end": end, "text": "", "labels": [label]}
    return {"id": name, "from_name": "figure", "to_name": "text", "type": "labels", "value": value}


def test_what_a_person_draws_is_read(tmp_path: Path) -> None:
    drawn = [
        region("a", 3, 5, "count"),
        region("b", 12, 14, "count"),
        {"id": "b", "from_name": "of", "to_name": "text", "type": "textarea", "value": {"text": ["calls"]}},
        {"type": "relation", "from_id": "a", "to_id": "b", "direction": "right", "labels": ["share", "part"]},
        {
            "id": "gone",
            "from_name": "place",
            "to_name": "text",
            "type": "textarea",
            "value": {"text": ["Here"]},
        },
    ]
    (found,) = read_labelstudio(write_export(tmp_path, drawn, completed_by={"email": "ann@example.org"}))
    assert found.annotator == "ann@example.org"
    assert found.figures == (
        LabelledFigure("70", 3, 5, "count"),
        LabelledFigure("25", 12, 14, "count", of="calls"),
    )
    (finding,) = found.findings
    assert (finding.relation, finding.verdict) == ("share", "consistent")
    assert [(r.quote, r.role) for r in finding.figures] == [("70", "stated"), ("25", "part")]


def test_a_cancelled_annotation_is_nobodys(tmp_path: Path) -> None:
    assert read_labelstudio(write_export(tmp_path, [], was_cancelled=True)) == []


def test_a_label_outside_of_its_text_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"labels\.json"):
        read_labelstudio(write_export(tmp_path, [region("a", 3, 500, "count")]))


def test_without_words_there_is_nothing_to_label() -> None:
    with pytest.raises(SettingsError, match="--text quote or full"):
        render_labelstudio(with_text(HAND, TextMode.none))


def test_its_own_kit_accepts_interface_and_tasks() -> None:
    """Runs where somebody has installed the kit, which is too large for everybody's environment."""
    kit = pytest.importorskip("label_studio_sdk.label_interface", reason="no label-studio-sdk here")
    interface = kit.LabelInterface(label_config())
    interface.validate()
    for task in [*tasks(HAND), *tasks(checked())]:
        assert interface.validate_task({"data": task["data"]})
        assert interface.validate_prediction(task["predictions"][0], return_errors=True) == []
