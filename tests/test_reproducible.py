"""The same stories give the same bytes: in any order, with any seed of hashes, in any number of processes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
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


def printed(*arguments: str, seed: str = "0") -> bytes:
    """What the command prints in a process of its own, whose hashes begin with the seed."""
    ran = subprocess.run(
        [sys.executable, "-m", "extractor", *arguments],
        env={**os.environ, "PYTHONHASHSEED": seed, "NO_COLOR": "1", "COLUMNS": "80"},
        capture_output=True,
        check=False,
    )
    assert ran.returncode in (0, 1), ran.stderr.decode()
    return ran.stdout


@cache
def check(form: str, stories: tuple[Path, ...] = STORIES, seed: str = "0") -> bytes:
    return printed("check", *map(str, stories), "--format", form, seed=seed)


@pytest.mark.parametrize("form", FORMS)
def test_no_seed_of_hashes_changes_a_byte(form: str) -> None:
    first = check(form, STORIES[:2])
    assert len(first) > 400
    assert check(form, STORIES[:2], seed="1") == first


@pytest.mark.parametrize("seed", ["2", "4294967295"])
def test_no_other_seed_does(seed: str) -> None:
    assert check("json", seed=seed) == check("json")


def of_each(output: bytes) -> dict[str, Any]:
    """What the output says of each document."""
    return {one["id"]: one for one in json.loads(output)["documents"]}


def test_the_order_of_files_changes_no_document() -> None:
    there, back = of_each(check("json")), of_each(check("json", STORIES[::-1]))
    assert len(there) == len(STORIES)
    assert there == back


def test_processes_and_order_change_no_audit(tmp_path: Path) -> None:
    kept = []
    for number, (workers, stories, seed) in enumerate(
        ((1, STORIES, "0"), (2, STORIES[::-1], "1"), (3, STORIES[1:] + STORIES[:1], "2"))
    ):
        out = tmp_path / f"{number}.jsonl"
        printed("audit", *map(str, stories), "--store", str(tmp_path / f"{number}.sqlite"),
                "--workers", str(workers), "--export", str(out), seed=seed)  # fmt: skip
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
