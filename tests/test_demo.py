"""The demo stories, end to end: the slips that they were written with are found, and nothing else."""

from __future__ import annotations

import hashlib
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from extractor import check
from extractor.model import Finding, Review
from extractor.report.evidence import values_of
from extractor.report.html import render_html
from extractor.report.json import render_json

#: Story → relation and reading of its slip, and words of the sentence that its card questions.
SLIPS = {
    "noise-complaints": ("compare", "complement", "slightly higher than the national average"),
    "bus-lane-fines": ("same", "unit", "More than 1,900 drivers"),
    "brickworks-homes": ("sum", None, "430 apartments, 260 townhouses and 120 detached houses"),
}


@pytest.fixture(scope="module")
def folder(root: Path) -> Path:
    return root / "corpora" / "demo"


@pytest.fixture(scope="module")
def review(folder: Path) -> Review:
    """The three stories checked in one call, as the demo does."""
    return check(*(folder / f"{name}.txt" for name in SLIPS))


def mismatches(review: Review) -> dict[str, list[Finding]]:
    """The mismatches by the document that they question."""
    found: dict[str, list[Finding]] = {d.id: [] for d in review.documents}
    for finding in review.findings:
        if finding.verdict == "mismatch":
            found[values_of(finding)[0].document].append(finding)
    return found


@pytest.mark.parametrize("name", SLIPS)
def test_the_slip_is_found_and_no_other(review: Review, name: str) -> None:
    relation, reading, words = SLIPS[name]
    (finding,) = mismatches(review)[name]
    (document,) = (d for d in review.documents if d.id == name)
    assert (finding.relation.kind, finding.reading, finding.severity) == (relation, reading, "error")
    assert words in values_of(finding)[0].sentence.of(document.text)


def test_the_caveat_of_the_periods_stands_beside_the_comparison(review: Review) -> None:
    told = [f.explanation for f in review.findings if f.verdict == "not_comparable"]
    assert any("September 2023" in t and "2023-24" in t for t in told)


def test_real_output_is_valid_and_its_quotes_stand_where_it_says(review: Review, root: Path) -> None:
    schema: dict[str, Any] = json.loads((root / "docs/schema/crossfoot-1.schema.json").read_text("utf-8"))
    output = json.loads(render_json(review))
    Draft202012Validator(schema).validate(output)
    for document in output["documents"]:
        figures = [f for finding in document["findings"] for f in finding["figures"]]
        for quoted in (*document["claims"], *document["comparisons"], *figures):
            assert document["text"][quoted["start"] : quoted["end"]] == quoted["quote"]


def test_a_second_run_says_the_same(review: Review, folder: Path) -> None:
    again = check(*(folder / f"{name}.txt" for name in SLIPS))
    assert render_json(again) == render_json(review)


def test_the_page_of_a_real_review_is_made(review: Review) -> None:
    page = render_html(review, everything=True)
    assert page.count('class="card mismatch error"') == len(SLIPS)


def test_the_manifest_tells_the_truth(folder: Path) -> None:
    manifest = json.loads(folder.with_suffix(".json").read_text("utf-8"))
    told = {d["file"]: (d["sha256"], d["words"]) for d in manifest["documents"]}
    real = {
        p.name: (hashlib.sha256(p.read_bytes()).hexdigest(), len(p.read_bytes().split()))
        for p in folder.glob("*.txt")
    }
    assert told == real


def test_the_folder_can_be_checked_as_a_whole(folder: Path) -> None:
    whole = check(folder)
    assert not whole.errors
    assert len(whole.documents) == len(SLIPS)


def test_the_demo_runs_from_any_folder(root: Path, tmp_path: Path) -> None:
    ran = subprocess.run(
        [root / "scripts" / "demo", "--format", "json", "corpora/demo/noise-complaints.txt"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout)["documents"][0]["id"] == "noise-complaints"
