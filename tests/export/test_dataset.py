"""A dataset folder, as those load it who work with it."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from jsonschema import Draft202012Validator

from extractor.cli import run
from extractor.errors import SettingsError
from extractor.export.card import render_card
from extractor.export.csv import read_rows_csv
from extractor.export.dataset import write_dataset
from extractor.export.kinds import Rows, TextMode
from extractor.export.load import load_record
from extractor.export.parquet import read_rows_parquet
from extractor.export.rows import rows_of
from extractor.export.texts import with_text
from tests.export.made import HAND, ROOT

QUOTED = with_text(HAND, TextMode.quote)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("data") / "fire-checks"
    write_dataset(QUOTED, made, name="Fire checks", licence="CC-BY-4.0")
    return made


def test_every_part_of_it_holds_everything(folder: Path) -> None:
    assert load_record(folder / "documents.jsonl") == QUOTED
    for kind in Rows:
        rows = rows_of(QUOTED, kind)
        assert read_rows_csv((folder / f"{kind.value}.csv").read_bytes().decode(), kind) == rows
        assert read_rows_parquet(folder / f"{kind.value}.parquet", kind) == rows
        assert pq.read_table(folder / f"{kind.value}.parquet").num_rows == len(rows)


def test_documents_are_as_the_schema_beside_them_says(folder: Path) -> None:
    schema = json.loads((folder / "crossfoot-1.schema.json").read_text(encoding="utf-8"))
    kinds = {
        "$defs": schema["$defs"],
        "anyOf": [{"$ref": f"#/$defs/{n}"} for n in ("DocumentLine", "FindingsLine", "ErrorsLine")],
    }
    lines = (folder / "documents.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(HAND.documents) + 2
    for line in lines:
        Draft202012Validator(kinds).validate(json.loads(line))


#: Runs on its own: the validator's packages warn of each other.
LOADER = """
import json, sys
import mlcroissant as mlc
data = mlc.Dataset(sys.argv[1])
issues = data.metadata.ctx.issues
told = {kind: list(data.records(kind)) for kind in ("claims", "findings")}
print(json.dumps({
    "errors": sorted(issues.errors), "warnings": sorted(issues.warnings),
    "ids": {kind: [r[f"{kind}/id"].decode() for r in rows] for kind, rows in told.items()},
    "low": [r["claims/low"] for r in told["claims"]],
}))
"""


def test_croissant_is_valid_and_loads(folder: Path) -> None:
    """The two warnings are of what only the one who publishes it knows."""
    done = subprocess.run(
        [sys.executable, "-c", LOADER, str(folder / "croissant.json")],
        capture_output=True,
        text=True,
        check=True,
    )
    told = json.loads(done.stdout)
    assert told["errors"] == []
    assert [w.partition("Property ")[2].split('"')[1] for w in told["warnings"]] == [
        "http://mlcommons.org/croissant/citeAs",
        "https://schema.org/datePublished",
    ]
    for kind in Rows:
        assert told["ids"][kind.value] == [r.id for r in rows_of(QUOTED, kind)]
    assert told["low"][0] == 400.0


#: Loads both tables by the head of the card, as its users would: by the folder's name alone.
TRAINER = """
import json, sys
from datasets import load_dataset
told = {name: load_dataset(sys.argv[1], name, split="train") for name in ("claims", "findings")}
(event,) = [s for c in told["claims"] if c["negated"] for s in c["slots"] if s["name"] == "event"][:1]
print(json.dumps({"ids": {name: rows["id"][:] for name, rows in told.items()}, "event": event["text"]}))
"""


def test_those_who_train_load_it_by_its_card(folder: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", TRAINER, str(folder)],
        env={**os.environ, "HF_HOME": str(tmp_path), "HF_HUB_OFFLINE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["ids"] == {kind.value: [r.id for r in rows_of(QUOTED, kind)] for kind in Rows}
    assert told["event"] == "did not lead to a visit"


def test_the_card_says_what_it_is_and_what_it_is_not(folder: Path) -> None:
    card = (folder / "README.md").read_text(encoding="utf-8")
    assert card.startswith('---\npretty_name: "Fire checks"\nlanguage: en\nlicense: "CC-BY-4.0"\n')
    assert "| count | 6 |" in card
    assert f"word policy {HAND.policy}" in card
    assert "Nobody has reviewed the labels" in card
    assert "other character is “░”" in card


@pytest.mark.parametrize("mode", list(TextMode))
def test_the_card_names_how_much_text_there_is(mode: TextMode) -> None:
    card = render_card(with_text(HAND, mode), "x", None)
    assert {TextMode.none: "No word", TextMode.quote: "sentences with figures", TextMode.full: "texts whole"}[
        mode
    ] in card
    assert "not named yet" in card


def test_the_same_record_makes_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    write_dataset(QUOTED, tmp_path / "again", name="Fire checks", licence="CC-BY-4.0")
    for path in folder.iterdir():
        assert path.read_bytes() == (tmp_path / "again" / path.name).read_bytes(), path.name


def test_nothing_of_others_is_written_over(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis.tex").write_text("mine", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"holds thesis\.tex"):
        write_dataset(QUOTED, tmp_path)
    write_dataset(QUOTED, folder, name="Fire checks", licence="CC-BY-4.0")


@pytest.fixture
def loud() -> Iterator[None]:
    yield
    logging.disable(logging.NOTSET)


@pytest.mark.usefixtures("loud")
def test_the_command_makes_it_and_texts_come_back(tmp_path: Path) -> None:
    story = str(ROOT / "corpora" / "demo" / "noise-complaints.txt")
    made = tmp_path / "noise"
    assert run(["export", story, "--format", "dataset", "--name", "Noise", "-o", str(made)]) == 0
    assert run(["rehydrate", str(made / "documents.jsonl"), story, "-o", str(tmp_path / "whole.json")]) == 0
    whole = load_record(tmp_path / "whole.json")
    assert whole.documents[0].text.strip() == Path(story).read_text(encoding="utf-8").strip()


@pytest.mark.usefixtures("loud")
def test_a_dataset_without_a_place_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "x.json", "--format", "dataset"]) == 2
    assert "name it with --output" in capsys.readouterr().err
