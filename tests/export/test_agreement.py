"""How far two people agree, and the commands that ask them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from extractor.cli import run
from extractor.errors import SettingsError
from extractor.export.agreement import Score, agreement, kappa, paired
from extractor.export.labels import (
    LabelledDocument,
    LabelledFigure,
    LabelledFinding,
    LabelledRole,
    load_labels,
)
from extractor.report.json import render_json
from tests.export.made import ROOT
from tests.report.marlowe import REVIEW

Json = dict[str, Any]
TEXT = "Of 412 nests, 103 were empty, or 25 per cent, Ann Weir said."
STORY = str(ROOT / "corpora" / "demo" / "noise-complaints.txt")


def figure(quote: str, kind: str = "count", **more: Any) -> LabelledFigure:
    start = TEXT.index(quote)
    return LabelledFigure(quote, start, start + len(quote), kind, **more)


def finding(verdict: str, *quotes: str) -> LabelledFinding:
    roles = (LabelledRole(q, TEXT.index(q), TEXT.index(q) + len(q), "part") for q in quotes)
    return LabelledFinding(verdict, tuple(roles))


NESTS = figure("412", low=412, high=412, of="nests")
EMPTY = figure("103", low=103, high=103, of="nests", negated=True)
SHARE = figure("25 per cent", "percentage", low=24.5, high=25.5, speaker="Ann Weir")
ONE = LabelledDocument(
    "nests", TEXT, (NESTS, EMPTY, SHARE), (finding("consistent", "25 per cent", "103"),), "one"
)
OTHER = LabelledDocument(
    "nests",
    TEXT,
    (NESTS, figure("103", low=103, high=103, of="empty nests"), figure("25", low=25, high=25)),
    (finding("mismatch", "25 per cent", "103"),),
    "other",
)


def scores(one: LabelledDocument, other: LabelledDocument) -> dict[str, Score]:
    return {s.name: s for s in agreement([one], [other]).scores}


def test_who_says_the_same_agrees_wholly() -> None:
    told = scores(ONE, ONE)
    assert all(s.hits == s.n for s in told.values())
    assert (told["kind"].n, told["kind"].kappa, told["findings (F1)"].n) == (3, 1.0, 2)


def test_each_part_is_counted_apart() -> None:
    told = {name: (s.hits, s.n) for name, s in scores(ONE, OTHER).items()}
    assert told == {
        "figures that both mark (F1)": (6, 6),
        "the same span": (2, 3),
        "kind": (2, 3),
        "negated or not": (2, 3),
        "interval, where both give one": (2, 3),
        "of (F1)": (4, 4),
        "base (F1)": (0, 0),
        "place (F1)": (0, 0),
        "period (F1)": (0, 0),
        "speaker (F1)": (0, 1),
        "findings (F1)": (0, 2),
        "mismatches (F1)": (0, 1),
    }


def test_what_they_differ_on_is_told() -> None:
    told = [(d.what, d.one, d.other) for d in agreement([ONE], [OTHER]).differences]
    assert told == [
        ("negated of 103", "True", "False"),
        ("kind of 25 per cent", "percentage", "count"),
        ("interval of 25 per cent", "24.5 to 25.5", "25 to 25"),
        ("speaker of 25 per cent", "Ann Weir", ""),
    ]


def test_a_figure_meets_one_other_at_most() -> None:
    most = LabelledFigure("2 nests, 103", 5, 17, "count")
    assert list(paired([most], [NESTS, EMPTY])) == [(most, EMPTY)]


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ([], None),
        ([("a", "a")] * 5, None),
        ([("a", "a"), ("b", "b")], 1.0),
        ([("a", "b"), ("b", "a")], -1.0),
        # 20 and 15 agreed of 50, as in Cohen's kind of table: (0.7 - 0.5) / (1 - 0.5).
        ([("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15, 0.4),
    ],
)
def test_kappa(told: list[tuple[str, str]], wanted: float | None) -> None:
    assert kappa(told) == (wanted if wanted is None else pytest.approx(wanted))


def test_other_texts_are_not_compared() -> None:
    with pytest.raises(SettingsError, match="no document has labels from both"):
        agreement([ONE], [msgspec.structs.replace(OTHER, id="gulls")])
    with pytest.raises(SettingsError, match="different texts"):
        agreement([ONE], [msgspec.structs.replace(OTHER, text="Another.")])


@pytest.fixture
def quiet() -> Iterator[None]:
    import logging

    yield
    logging.disable(logging.NOTSET)


pytestmark = pytest.mark.usefixtures("quiet")


def test_blind_tasks_hold_texts_alone(tmp_path: Path) -> None:
    assert run(["annotate", "make", STORY, "-o", str(tmp_path / "blind")]) == 0
    (task,) = json.loads((tmp_path / "blind" / "tasks.json").read_text(encoding="utf-8"))
    assert list(task) == ["data"]
    assert task["data"]["text"].startswith("Council goes out")
    assert "61.7" in task["data"]["text"]
    told = json.dumps({k: v for k, v in task["data"].items() if k not in ("text", "title")})
    assert "61.7" not in told
    assert (tmp_path / "blind" / "interface.xml").read_text(encoding="utf-8").startswith("<View>")


def exported(folder: Path, *people: str) -> Path:
    """What Label Studio would export after each of some people marked one more figure than the one before."""
    assert run(["annotate", "make", STORY, "-o", str(folder)]) == 0
    (task,) = json.loads((folder / "tasks.json").read_text(encoding="utf-8"))
    text = task["data"]["text"]
    marked = [_region(text, quote) for quote in ("61.7 per cent", "412", "103")]
    task["annotations"] = [
        {"completed_by": {"email": who}, "result": marked[: n + 1]} for n, who in enumerate(people, 1)
    ]
    path = folder / "export.json"
    path.write_text(json.dumps([task]), encoding="utf-8")
    return path


def _region(text: str, quote: str) -> Json:
    start = text.index(quote)
    value = {"start": start, "end": start + len(quote), "text": quote, "labels": ["count"]}
    return {"id": quote, "from_name": "figure", "to_name": "text", "type": "labels", "value": value}


def test_two_people_in_one_export_are_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = exported(tmp_path, "ann@example.org", "bob@example.org")
    assert run(["annotate", "agree", str(path), "--show"]) == 0
    out = capsys.readouterr().out
    assert "figures that both mark (F1)       80.0%   n 5\n" in out
    assert "noise-complaints: figure: nothing | 103\n" in out


@pytest.mark.parametrize("people", [("ann",), ("ann", "bob", "cem")])
def test_one_file_must_be_by_two(
    people: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["annotate", "agree", str(exported(tmp_path, *people))]) == 2
    assert "name two files" in capsys.readouterr().err


def test_labels_are_read_and_compared_with_a_review(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "labels.json"
    assert run(["annotate", "read", str(exported(tmp_path, "ann")), "-o", str(kept)]) == 0
    (document,) = load_labels(kept)
    assert (document.annotator, [f.quote for f in document.figures]) == ("ann", ["412", "61.7 per cent"])
    review = tmp_path / "review.json"
    assert run(["check", STORY, "--format", "json", "-o", str(review)]) == 1
    assert run(["annotate", "agree", str(kept), str(review)]) == 0
    assert "1 documents labelled by both" in capsys.readouterr().out


def test_a_folder_of_labels_is_read(tmp_path: Path) -> None:
    (tmp_path / "nests.json").write_bytes(msgspec.json.encode(ONE))
    assert load_labels(tmp_path) == [ONE]
    (tmp_path / "bad.json").write_text(render_json(REVIEW), encoding="utf-8")
    with pytest.raises(SettingsError, match="no labelled documents"):
        load_labels(tmp_path / "bad.json")
    with pytest.raises(SettingsError, match=r"gone\.json"):
        load_labels(tmp_path / "gone.json")


def test_nothing_to_label_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["annotate", "make", str(tmp_path / "gone.txt"), "-o", str(tmp_path / "blind")]) == 2
    assert "nothing to label" in capsys.readouterr().err
