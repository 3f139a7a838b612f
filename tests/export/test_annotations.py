"""Web annotations: what the Recommendation requires of each, and the way back."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from extractor.errors import SettingsError
from extractor.export.annotations import AROUND, read_annotations, render_annotations
from extractor.export.kinds import TextMode
from extractor.export.rows import placed_findings
from extractor.export.texts import LEFT_OUT, with_text
from extractor.report.records import ReviewRecord
from tests.export.made import HAND, checked

Json = dict[str, Any]

IRI = {"type": "string", "pattern": "^[a-z]+:.+"}
#: The MUSTs of the Web Annotation Data Model, sections 3.1 to 3.3, 4.2.4, 4.2.5 and 5.1 to 5.2, as far as
#: what is written uses them.
MODEL: Json = {
    "type": "object",
    "required": ["@context", "id", "type", "total", "first", "label"],
    "properties": {
        "@context": {"contains": {"const": "http://www.w3.org/ns/anno.jsonld"}},
        "id": IRI,
        "type": {"const": "AnnotationCollection"},
        "total": {"type": "integer", "minimum": 0},
        "first": {
            "required": ["id", "type", "items", "startIndex"],
            "properties": {
                "id": IRI,
                "type": {"const": "AnnotationPage"},
                "items": {"type": "array", "items": {"$ref": "#/$defs/annotation"}},
            },
        },
    },
    "$defs": {
        "motivation": {"enum": ["describing", "assessing"]},
        "annotation": {
            "required": ["id", "type", "target"],
            "properties": {
                "id": IRI,
                "type": {"const": "Annotation"},
                "motivation": {"$ref": "#/$defs/motivation"},
                "body": {"type": "array", "items": {"$ref": "#/$defs/body"}},
                "target": {
                    "oneOf": [
                        {"$ref": "#/$defs/target"},
                        {"type": "array", "minItems": 2, "items": {"$ref": "#/$defs/target"}},
                    ]
                },
            },
        },
        "body": {
            "required": ["type", "value"],
            "properties": {
                "type": {"const": "TextualBody"},
                "value": {"type": "string"},
                "format": {"pattern": "^[a-z]+/[a-z]+$"},
                "purpose": {"$ref": "#/$defs/motivation"},
            },
        },
        "target": {
            "type": "object",
            "required": ["source", "selector"],
            "properties": {
                "type": {"const": "SpecificResource"},
                "source": {"required": ["id"], "properties": {"id": IRI, "via": IRI}},
                "selector": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/selector"}},
            },
        },
        "selector": {
            "oneOf": [
                {
                    "required": ["type", "start", "end"],
                    "properties": {
                        "type": {"const": "TextPositionSelector"},
                        "start": {"type": "integer", "minimum": 0},
                        "end": {"type": "integer", "minimum": 1},
                    },
                },
                {
                    "required": ["type", "exact"],
                    "properties": {
                        "type": {"const": "TextQuoteSelector"},
                        "exact": {"type": "string", "minLength": 1},
                        "prefix": {"type": "string"},
                        "suffix": {"type": "string"},
                    },
                },
            ]
        },
    },
}


#: The terms of the context of the Recommendation that are used; JSON-LD drops every other one without a word.
TERMS = {
    *(
        "id",
        "type",
        "Annotation",
        "AnnotationCollection",
        "AnnotationPage",
        "SpecificResource",
        "TextualBody",
    ),
    *(
        "TextPositionSelector",
        "TextQuoteSelector",
        "Software",
        "Text",
        "body",
        "target",
        "source",
        "selector",
    ),
    *(
        "motivation",
        "purpose",
        "describing",
        "assessing",
        "format",
        "language",
        "value",
        "via",
        "exact",
        "prefix",
    ),
    *("suffix", "start", "end", "label", "generator", "name", "total", "first", "items", "startIndex"),
}


def keys(value: object) -> set[str]:
    if isinstance(value, dict):
        return {*value, *(k for part in value.values() for k in keys(part))}
    return {k for part in value for k in keys(part)} if isinstance(value, list) else set()


def test_every_term_is_one_of_the_contexts() -> None:
    made = json.loads(render_annotations(HAND))
    (named,) = [c for c in made["@context"] if isinstance(c, dict)]
    assert {
        k for k in keys(made) if not k.startswith(("@", *(f"{prefix}:" for prefix in named)))
    } <= TERMS | set(named)


def items(record: ReviewRecord) -> list[Json]:
    found: list[Json] = json.loads(render_annotations(record))["first"]["items"]
    return found


def targets(item: Json) -> list[Json]:
    return item["target"] if isinstance(item["target"], list) else [item["target"]]


@pytest.mark.parametrize("mode", list(TextMode))
def test_the_recommendation_is_kept(mode: TextMode) -> None:
    Draft202012Validator(MODEL).validate(json.loads(render_annotations(with_text(HAND, mode))))


def test_every_annotation_has_a_name_of_its_own() -> None:
    names = [item["id"] for item in items(HAND)]
    assert len(set(names)) == len(names) == json.loads(render_annotations(HAND))["total"]


@pytest.mark.parametrize("mode", list(TextMode))
def test_everything_comes_back(mode: TextMode) -> None:
    record = with_text(HAND, mode)
    claims, findings = read_annotations(render_annotations(record))
    assert claims == {d.id: list(d.claims) for d in record.documents if d.claims}
    assert findings == [(home and home.id, finding) for home, finding in placed_findings(record)]


def test_both_selectors_select_the_same_words() -> None:
    told = {item["id"].rpartition(":")[2]: item for item in items(checked())}
    for document in checked().documents:
        for claim in document.claims:
            quote, position = targets(told[claim.id])[0]["selector"]
            start, end = position["start"], position["end"]
            assert document.text[start:end] == quote["exact"] == claim.quote
            around = quote["prefix"] + quote["exact"] + quote["suffix"]
            assert document.text[max(0, start - AROUND) :].startswith(around)


def test_what_is_left_out_is_no_part_of_a_quote() -> None:
    assert LEFT_OUT in with_text(checked(), TextMode.quote).documents[0].text
    assert LEFT_OUT not in render_annotations(with_text(checked(), TextMode.quote))


def test_without_words_only_positions_are_left() -> None:
    for item in items(with_text(HAND, TextMode.none)):
        assert all([s["type"] for s in t["selector"]] == ["TextPositionSelector"] for t in targets(item))


def test_a_finding_annotates_all_that_it_rests_on() -> None:
    (between,) = [i for i in items(HAND) if i["id"] == "urn:crossfoot:finding:f-between"]
    assert len({t["source"]["id"] for t in targets(between)}) == 2


@pytest.mark.parametrize("text", ["", "{}", '{"first": {"items": [{"body": []}]}}'])
def test_another_file_is_refused(text: str) -> None:
    with pytest.raises(SettingsError, match="no web annotations"):
        read_annotations(text)
