"""The same stories give the same bytes: in any order, with any seed of hashes, in any number of processes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from extractor.frame.polarity.likely_denied import likelihood
from extractor.reference.likely.weights import Weights
from tests.conftest import ROOT

STORIES = tuple(
    ROOT / "corpora" / "clean" / f"{name}.txt"
    for name in ("ambulance-waits-wales", "housing-sydney-rents", "irish-budget-explainer", "jobs-report-us")
)
FORMS = ("json", "jsonl", "html", "md", "sarif", "text")


#: Runs the command once for each line of arguments, in one process, which loads the language model once.
RUNS = """
import sys

from extractor.cli import run

for line in sys.stdin.read().splitlines():
    assert run(line.split("\\t")) in (0, 1), line
"""


def run(lines: Iterable[Sequence[str]], seed: str = "0") -> None:
    """Run the command in a process of its own, whose hashes begin with the seed; lines give its arguments."""
    done = subprocess.run(
        [sys.executable, "-c", RUNS],
        input="\n".join("\t".join(line) for line in lines),
        env={**os.environ, "PYTHONHASHSEED": seed, "NO_COLOR": "1", "COLUMNS": "80"},
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, done.stderr


@cache
def checked(seed: str, stories: tuple[Path, ...], forms: tuple[str, ...] = FORMS) -> dict[str, bytes]:
    """What a check of the stories writes in some forms."""
    with TemporaryDirectory() as folder:
        out = {form: Path(folder) / form for form in forms}
        run(
            (["check", *map(str, stories), "--format", form, "-o", str(out[form])] for form in forms),
            seed=seed,
        )
        return {form: path.read_bytes() for form, path in out.items()}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("seed", ["1", "2", "4294967295"])
def test_no_seed_of_hashes_changes_a_byte(seed: str, form: str) -> None:
    first = checked("0", STORIES[:2])[form]
    assert len(first) > 400
    assert checked(seed, STORIES[:2])[form] == first


def of_each(output: bytes) -> dict[str, Any]:
    """What the output says of each document."""
    return {one["id"]: one for one in json.loads(output)["documents"]}


def test_the_order_of_files_changes_no_document() -> None:
    there, back = (of_each(checked("0", stories, ("json",))["json"]) for stories in (STORIES, STORIES[::-1]))
    assert len(there) == len(STORIES)
    assert there == back


def test_processes_and_order_change_no_audit(tmp_path: Path) -> None:
    kept = []
    for number, (workers, stories, seed) in enumerate(
        ((1, STORIES, "0"), (2, STORIES[::-1], "1"), (3, STORIES[1:] + STORIES[:1], "2"))
    ):
        out = tmp_path / f"{number}.jsonl"
        store = str(tmp_path / f"{number}.sqlite")
        told = ("--store", store, "--workers", str(workers), "--export", str(out))
        run([("audit", *map(str, stories), *told)], seed=seed)
        kept.append(out.read_bytes())
    assert len(kept[0]) > 1_000
    assert kept[0] == kept[1] == kept[2]


#: Weights whose sum depends on the order in which plain addition meets them.
UNEVEN = {"a": 0.1, "b": 0.7, "c": -0.3, "d": 1e16, "e": -1e16, "": 0.2}


@pytest.mark.parametrize("order", ["abcde", "debca", "dabce", "ecbad"])
def test_no_order_of_features_changes_a_likelihood(order: str) -> None:
    assert likelihood(order, UNEVEN) == likelihood("abcde", UNEVEN)
    weights = Weights({"rows": UNEVEN, "forms": {"share": UNEVEN, "count": {"a": 0.4}}})
    assert weights.of("rows", {"x": order, "y": "a"}) == weights.of("rows", {"x": "abcde", "y": "a"})
    assert weights.forms(order, ("share", "count")) == weights.forms("abcde", ("share", "count"))
