"""SARIF: every mismatch at its words, in the file's own lines and columns."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any, get_args

import pytest
from sarif_pydantic import Sarif

from extractor.model import RelationKind, Review
from extractor.report.sarif import RULES, render_sarif
from tests.report.marlowe import BOTH, COMPLEMENT, MAIN, REVIEW, STORY

Json = dict[str, Any]


def run_of(review: Review) -> Json:
    log = json.loads(render_sarif(review))
    assert (log["version"], log["$schema"]) == ("2.1.0", "https://json.schemastore.org/sarif-2.1.0.json")
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def test_every_relation_has_its_rule() -> None:
    assert set(RULES) == set(get_args(RelationKind))


def test_only_mismatches_are_results() -> None:
    results = run_of(REVIEW)["results"]
    assert [(r["ruleId"], r["level"]) for r in results] == [("same", "warning"), ("compare", "error")]
    rules = run_of(REVIEW)["tool"]["driver"]["rules"]
    assert all(rules[r["ruleIndex"]]["id"] == r["ruleId"] for r in results)


def test_a_result_says_why() -> None:
    (result,) = run_of(replace(REVIEW, findings=(COMPLEMENT,)))["results"]
    message = result["message"]["text"]
    assert message.startswith("Check first: 62 per cent of calls did not lead to a visit")
    assert "100 − 62 = 38" in message
    assert "would fit if one share counts" in message


def test_places_are_lines_and_columns_of_the_file() -> None:
    (result,) = run_of(replace(REVIEW, findings=(COMPLEMENT,)))["results"]
    lines = STORY.split("\n")
    places = [*result["locations"], *result["relatedLocations"]]
    assert len(places) == 3
    for place in places:
        physical = place["physicalLocation"]
        assert physical["artifactLocation"]["uri"] == "marlowe.txt"
        region = physical["region"]
        assert region["startLine"] == region["endLine"]
        words = lines[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1]
        offset = region["charOffset"]
        assert words == STORY[offset : offset + region["charLength"]] == place["message"]["text"]


@pytest.mark.parametrize(
    ("source", "uri", "points"),
    [("a b/c.TXT", "a%20b/c.TXT", True), ("page.html", "page.html", False), (None, "marlowe", True)],
)
def test_a_place_is_given_where_the_text_is_the_file(source: str | None, uri: str, points: bool) -> None:
    review = replace(REVIEW, documents=(replace(MAIN, source=source),), findings=(COMPLEMENT,))
    (result,) = run_of(review)["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == uri
    assert ("region" in place) is points


def test_what_could_not_be_read_is_told() -> None:
    (invocation,) = run_of(BOTH)["invocations"]
    assert not invocation["executionSuccessful"]
    assert invocation["toolExecutionNotifications"][0]["message"]["text"].startswith("missing.txt: no such")
    assert run_of(REVIEW)["invocations"][0]["executionSuccessful"]


def test_another_program_reads_every_place_of_it() -> None:
    log = Sarif.model_validate_json(render_sarif(BOTH))
    (run,) = log.runs
    assert run.results
    assert {r.rule_id for r in run.results} <= {r.id for r in run.tool.driver.rules}
    for result in run.results:
        for place in (*result.locations, *result.related_locations):
            region = place.physical_location.region
            text = next(
                d.text for d in BOTH.documents if d.source == place.physical_location.artifact_location.uri
            )
            assert text.split("\n")[region.start_line - 1][region.start_column - 1 :].startswith(
                place.message.text
            )
