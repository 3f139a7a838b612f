"""Drafts of reviews: words that schema.org knows, and nothing that would pass for a published review."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator
from typing import Any

import pytest
from msgspec.structs import replace
from rdflib import SDO, Graph
from rdflib.namespace import RDF

from extractor.export.claimreview import LEFT_TO_PEOPLE, render_claimreviews
from extractor.export.kinds import TextMode
from extractor.export.texts import with_text
from extractor.report.records import ReviewRecord
from tests.export.made import HAND, checked

Json = dict[str, Any]


def drafts(record: ReviewRecord) -> list[Json]:
    graph = json.loads(render_claimreviews(record))["@graph"]
    return [node for node in graph if node["@type"] == "ClaimReview"]


def test_each_mismatch_to_be_checked_has_a_draft() -> None:
    told = [(d["identifier"], d["claimReviewed"]) for d in drafts(HAND)]
    assert [name for name, _ in told] == ["f-unit", "f-complement", "f-between"]
    assert told[1][1] == "The 63.4 rate is slightly higher than the national average."
    noted = tuple(replace(f, severity="note") for f in HAND.documents[0].findings)
    assert drafts(replace(HAND, documents=(replace(HAND.documents[0], findings=noted),), findings=())) == []


@pytest.mark.parametrize("mode", list(TextMode))
def test_a_draft_never_poses_as_a_review(mode: TextMode) -> None:
    for draft in [*drafts(with_text(HAND, mode)), *drafts(with_text(checked(), mode))]:
        assert draft["creativeWorkStatus"] == "Draft"
        assert "nobody has reviewed" in draft["disambiguatingDescription"]
        assert not LEFT_TO_PEOPLE & draft.keys()


def test_no_word_accuses_anybody() -> None:
    told = render_claimreviews(checked()).lower()
    assert not [w for w in ("false", "misleading", "wrong", "lie") if f" {w} " in told]


def terms(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for name, part in value.items():
            if name == "@type":
                yield part
            elif not name.startswith("@"):
                yield name
            yield from terms(part)
    elif isinstance(value, list):
        for part in value:
            yield from terms(part)


def test_schema_org_knows_every_term() -> None:
    used = set(terms(json.loads(render_claimreviews(HAND))))
    assert {"ClaimReview", "claimReviewed", "itemReviewed", "appearance"} <= used
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert all(SDO[name] in SDO for name in used)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
def test_a_reader_of_json_ld_finds_the_drafts() -> None:
    """The context is given here: a reader would fetch it."""
    graph = json.loads(render_claimreviews(HAND))
    graph["@context"] = {"@vocab": str(SDO)}
    read = Graph().parse(data=json.dumps(graph), format="json-ld")
    assert len(set(read.subjects(RDF.type, SDO.ClaimReview))) == 3
    assert len(set(read.objects(None, SDO.claimReviewed))) == 3
