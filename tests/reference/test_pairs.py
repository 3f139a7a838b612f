"""Pairs with a dash and ones told by an article, against tables with a description."""

from __future__ import annotations

import json

import pytest

from extractor import pipeline
from extractor.model import Finding
from extractor.read import document_from_text
from extractor.reference.pairs import pairs_in

SIDES = "Side,Goals,Goals 1st half,Won,Lost\nHoldfast,31,12,14,6\nMarlow,27,15,9,11\n"
SQUAD = (
    "Player,Goals,Passes,Saves,Shots on,Shots\nAnn Bell,7,1,2,5,9\nCy Dorn,4,6,1,4,8\nEve Firth,2,3,0,1,6\n"
)
OF_SIDES = {
    "label": "Side",
    "joins": [["Won", "Lost"], ["Goals"], ["Goals 1st half", "first half"]],
}
OF_SQUAD = {
    "label": "Player",
    "joins": [["Shots on", "Shots", "shooting"]],
    "schema": {"fields": [{"name": n, "title": n.lower()} for n in ("Goals", "Passes", "Saves")]},
}


def found(text: str, tmp_path_factory: pytest.TempPathFactory) -> list[Finding]:
    folder = tmp_path_factory.mktemp("tables")
    paths = []
    for name, table, described in (("sides", SIDES, OF_SIDES), ("squad", SQUAD, OF_SQUAD)):
        (folder / f"{name}.csv").write_text(table)
        (folder / f"{name}.json").write_text(json.dumps(described))
        paths.append(folder / f"{name}.csv")
    review = pipeline.review_documents([document_from_text(text)], references=paths)
    return [f for f in review.findings if f.cells]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("They won 113-107.", [(113, 107)]),
        ("Marsh (32-18) shot 9-of-17.", [(32, 18), (9, 17)]),
        ("It ran from 2018-19-20, see 020-7946-0018, and cost 1.5-2.5.", []),
    ],
)
def test_what_is_a_pair(text: str, numbers: list[tuple[int, int]]) -> None:
    assert [p.numbers for p in pairs_in(text)] == numbers


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("Holdfast beat Marlow 31-27 on Sunday.", "consistent"),
        ("Marlow lost 27-31 to Holdfast on Sunday.", "consistent"),
        ("Holdfast beat Marlow 31-24 on Sunday.", "mismatch"),
        ("Marlow led 15-12 over Holdfast in the first half.", "consistent"),
        ("Marlow were ahead of Holdfast 17-12 in the first half.", "mismatch"),
        ("Holdfast (14-6) travel on Friday.", "consistent"),
        ("Holdfast (14-9) travel on Friday.", "mismatch"),
        ("Ann Bell scored on 5-of-9 shooting.", "consistent"),
        ("Ann Bell scored on 4-of-8 shooting.", "mismatch"),
    ],
)
def test_a_pair_against_its_two_cells(
    sentence: str, verdict: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert [f.verdict for f in found(sentence, tmp_path_factory)] == [verdict]


@pytest.mark.parametrize(
    "sentence",
    [
        "Holdfast beat Marlow on a 9-2 run.",
        "Holdfast will be 3-1 favourites.",
        "Ann Bell went 3-of-4 from somewhere else.",
    ],
)
def test_a_pair_that_no_words_tie_to_columns_is_left_alone(
    sentence: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert not found(sentence, tmp_path_factory)


@pytest.mark.parametrize(
    ("sentence", "verdicts"),
    [
        ("Ann Bell had seven goals, two saves and a pass.", {"consistent"}),
        ("Eve Firth had two goals, three passes and a save.", {"consistent", "mismatch"}),
        ("Ann Bell had seven goals, a pass and a pair of saves.", {"consistent"}),
        ("Cy Dorn had four goals, six passes and a pair of saves.", {"consistent", "mismatch"}),
    ],
)
def test_one_told_by_an_article_in_a_list(
    sentence: str, verdicts: set[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert {f.verdict for f in found(sentence, tmp_path_factory)} == verdicts


@pytest.mark.parametrize(
    "sentence",
    [
        "Ann Bell bought a pass for the bus.",
        "Ann Bell had seven goals. Grace Ida Holt led the bench with nine goals.",
        "Ann Bell had seven goals. She combined for 19 goals over her last two games.",
    ],
)
def test_what_is_of_another_row_or_span_is_not_questioned(
    sentence: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert "mismatch" not in {f.verdict for f in found(sentence, tmp_path_factory)}
