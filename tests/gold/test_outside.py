"""Other systems on the gold: what they are given, and how what they answer is scored."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gold.outside import OutsideError, answered, load_predictions, read, score_predictions, texts_of
from gold.predict import predict
from gold.score import score_document
from gold.tally import Proportion
from gold.texts import LabelledSet, Part, load_part

Json = dict[str, Any]
TEXT = "Of 412 nests, 103 were empty, or 25 per cent, Ann Weir said."


def figure(quote: str, **more: object) -> Json:
    start = TEXT.index(quote)
    place = {"quote": quote, "start": start, "end": start + len(quote)}
    empty = {"kind": "count", "low": 0, "high": 0, "unit": "", "of": None, "negated": False}
    return {**place, **empty, "place": None, "period": None, "speaker": None, "source": None, **more}


SAID = {"speaker": "Ann Weir", "source": "Ann Weir"}
FIGURES = [
    figure("412", low=412, high=412, of="nests", unit="nests"),
    figure("103", low=103, high=103, of="nests", unit="nests", negated=True),
    figure("25 per cent", kind="percentage", low=24.5, high=25.5, unit="%", **SAID),
]
SHARE = {
    "verdict": "consistent",
    "class": "E02",
    "hard": False,
    "reading": None,
    "figures": [
        {"quote": "25 per cent", "start": 33, "end": 44, "role": "stated"},
        {"quote": "103", "start": 14, "end": 17, "role": "part"},
    ],
}
LABEL = {"id": "nests", "genre": "x", "twin_of": None, "text": TEXT, "figures": FIGURES, "findings": [SHARE]}
PART = Part("tune", (LABEL,), ())
BARE = {"id": "nests", "claims": [{"start": 3, "end": 6}, {"start": 14, "end": 17}]}


def saved(folder: Path, text: str) -> Path:
    path = folder / "found.json"
    path.write_text(text, encoding="utf-8")
    return path


def hits(folder: Path, given: object, score: str) -> Proportion:
    return score_predictions(PART, load_predictions(saved(folder, json.dumps(given)))).get(score)


def test_the_offsets_of_this_test_are_right() -> None:
    assert all(TEXT[f["start"] : f["end"]] == f["quote"] for f in [*FIGURES, *SHARE["figures"]])


def test_a_system_is_given_texts_and_no_labels() -> None:
    (line,) = texts_of(PART)
    assert json.loads(line) == {"id": "nests", "text": TEXT}


@pytest.mark.parametrize(
    "given", [{"documents": [BARE]}, [BARE], BARE], ids=["an object", "a list", "one document"]
)
def test_places_alone_are_enough(tmp_path: Path, given: object) -> None:
    assert hits(tmp_path, given, "figures.recall") == Proportion(2, 3)
    assert hits(tmp_path, given, "figures.value") == Proportion(0, 3)
    assert hits(tmp_path, given, "consistent.recall") == Proportion(0, 1)


def test_lines_are_read_as_well(tmp_path: Path) -> None:
    path = saved(tmp_path, json.dumps(BARE) + "\n" + json.dumps({"findings": []}) + "\n")
    assert score_predictions(PART, load_predictions(path)).get("figures.recall") == Proportion(2, 3)


def test_slots_may_be_plain_words(tmp_path: Path) -> None:
    told = {"start": 14, "end": 17, "kind": "count", "value": 103, "negated": True, "measure": "nests"}
    given = {"id": "nests", "claims": [{**told, "speaker": "Weir", "period": {"text": "May"}}]}
    assert hits(tmp_path, given, "figures.value") == Proportion(1, 3)
    assert hits(tmp_path, given, "negated.recall") == Proportion(1, 1)
    assert hits(tmp_path, given, "measure") == Proportion(1, 2)
    assert hits(tmp_path, given, "speaker.precision") == Proportion(0, 1)


def test_labels_of_a_person_are_scored_as_a_system(tmp_path: Path) -> None:
    slots = ("measure", "speaker.recall", "source.recall")
    for score in ("figures.recall", "figures.interval", *slots, "consistent.recall"):
        got = hits(tmp_path, [LABEL], score)
        assert got.n > 0
        assert got.hits == got.n, score


def test_what_is_not_answered_is_missed(tmp_path: Path) -> None:
    assert hits(tmp_path, [{"id": "other"}], "figures.recall") == Proportion(0, 3)
    predicted = load_predictions(saved(tmp_path, json.dumps([BARE])))
    assert read(PART, predicted) == "1 of 1 documents answered"


def test_the_packages_own_output_scores_as_it_does_by_itself(tmp_path: Path) -> None:
    label = next(d for d in load_part("tune").documents if d["id"] == "c-fries-sodium")
    found = predict([label])
    path = saved(tmp_path, json.dumps(found))
    there = score_predictions(Part("tune", (label,), ()), load_predictions(path))
    assert there.scores == score_document(label, found["documents"][0]).scores


def test_findings_between_documents_are_scored_in_their_set(tmp_path: Path) -> None:
    other = {**LABEL, "id": "nests-2", "findings": []}
    cross = {**SHARE, "figures": [{**f, "doc": d} for f, d in zip(SHARE["figures"], ("a", "b"), strict=True)]}  # type: ignore[arg-type]
    labelled = LabelledSet(
        {"id": "s", "docs": {"a": "nests.json", "b": "nests-2.json"}, "cross_findings": [cross]},
        (LABEL, other),
    )
    between = {
        "verdict": "consistent",
        "figures": [
            {**f, "document": d} for f, d in zip(SHARE["figures"], ("nests", "nests-2"), strict=True)
        ],  # type: ignore[arg-type]
    }
    path = saved(tmp_path, json.dumps({"documents": [BARE], "findings": [between]}))
    scores = score_predictions(Part("tune", (), (labelled,)), load_predictions(path))
    assert scores.get("sets.consistent.recall") == Proportion(1, 1)


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ([{"id": "nests", "text": "Another text."}], "another one"),
        ([{"id": "nests", "claims": [{"start": 0, "end": 999}]}], "outside of the text"),
        ([{"id": "nests", "findings": [{"verdict": "mismatch"}]}], "figures"),
        ("x", "not in the format"),
    ],
)
def test_what_cannot_be_scored_is_told(tmp_path: Path, given: object, why: str) -> None:
    with pytest.raises(OutsideError, match=why):
        hits(tmp_path, given, "figures.recall")


def test_the_script_writes_texts_and_scores_answers(tmp_path: Path) -> None:
    texts = tmp_path / "texts.jsonl"
    command = [sys.executable, "-m", "gold.evaluate", "--part", "tune"]
    root = Path(__file__).resolve().parent.parent.parent
    subprocess.run([*command, "--texts", str(texts)], cwd=root, check=True)
    lines = [json.loads(line) for line in texts.read_text(encoding="utf-8").splitlines()]
    assert {tuple(line) for line in lines} == {("id", "text")}
    path = saved(tmp_path, json.dumps({**BARE, "id": lines[0]["id"]}))
    done = subprocess.run(
        [*command, "--predicted", str(path)], cwd=root, check=True, capture_output=True, text=True
    )
    assert f"1 of {len(lines)} documents answered" in done.stdout
    broken = subprocess.run(
        [*command, "--predicted", "gone.json"], cwd=root, check=False, capture_output=True, text=True
    )
    assert (broken.returncode, broken.stderr.startswith("scripts/evaluate: gone.json")) == (2, True)


def test_labels_of_a_person_count_what_their_unit_names(tmp_path: Path) -> None:
    told = {**LABEL, "figures": [{**f, "of": "empty nests of terns"} for f in FIGURES]}
    assert hits(tmp_path, told, "measure") == Proportion(2, 2)


def test_only_what_was_answered_can_be_asked(tmp_path: Path) -> None:
    two = replace(PART, documents=(LABEL, {**LABEL, "id": "other"}))
    found = load_predictions(saved(tmp_path, json.dumps(BARE)))
    assert score_predictions(two, found).get("figures.recall") == Proportion(2, 6)
    assert score_predictions(answered(two, found), found).get("figures.recall") == Proportion(2, 3)


def test_the_second_labels_lie_where_the_texts_are() -> None:
    found = load_predictions(Path(__file__).resolve().parents[2] / "gold" / "second.jsonl")
    asked = [answered(load_part(name), found) for name in ("tune", "report")]
    assert [len(part.documents) for part in asked] == [30, 30]
    assert all(score_predictions(part, found).get("figures.value").hits for part in asked)
