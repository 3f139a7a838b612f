"""The split: what belongs to one family is never on both sides of it."""

from __future__ import annotations

import json
import re
from itertools import product
from pathlib import PurePath

import pytest

from extractor.export.labels import load_labels
from gold.count import counts_of, lines
from gold.passages.passage import load
from gold.texts import FOLDER, PARTS, Part, digest, load_part, load_split

TUNE, REPORT = (load_part(name) for name in PARTS)


def test_no_file_is_on_both_sides() -> None:
    tune, report = (set(paths) for paths in load_split().values())
    assert not tune & report
    assert all((FOLDER / path).is_file() for path in tune | report)


def test_twins_are_on_one_side() -> None:
    for part in (TUNE, REPORT):
        ids = {d["id"] for d in part.documents}
        twins = [d["twin_of"] for d in part.documents if d.get("twin_of")]
        assert twins
        assert set(twins) <= ids


@pytest.mark.parametrize("folder", ["sets", "ref", "reference"])
def test_a_set_and_a_story_with_its_table_are_whole(folder: str) -> None:
    sides = [
        {str(PurePath(p).parent) for p in paths if p.startswith(f"{folder}/")}
        for paths in load_split().values()
    ]
    assert not set.intersection(*sides)


def shingles(text: str, size: int = 8) -> set[str]:
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[n : n + size]) for n in range(len(words) - size + 1)}


def test_no_text_is_told_again_on_the_other_side() -> None:
    """Eight words in a row may be a common phrase; a tenth of a story's phrases are a retelling."""
    made = [[(d["id"], shingles(d["text"])) for d in part.documents] for part in (TUNE, REPORT)]
    close = [(a, b) for (a, x), (b, y) in product(*made) if len(x & y) > 0.1 * min(len(x), len(y))]
    assert close == []
    twin = next(d for d in TUNE.documents if d.get("twin_of"))
    base = next(d for d in TUNE.documents if d["id"] == twin["twin_of"])
    assert len(shingles(twin["text"]) & shingles(base["text"])) > 0.1 * len(shingles(base["text"]))


def test_passages_keep_to_their_half() -> None:
    tune, report = ({p.id for p in load(name)} for name in PARTS)
    assert tune
    assert report
    assert not tune & report


PATHS = [p for p in load_split()["tune"] if not p.endswith(("/set.json", "/case.json"))]


@pytest.mark.parametrize("path", PATHS)
def test_a_document_is_in_the_published_format(path: str) -> None:
    label = json.loads((FOLDER / path).read_text(encoding="utf-8"))
    (read,) = load_labels(FOLDER / path)
    assert (read.id, read.text) == (label["id"], label["text"])
    assert [(f.start, f.end, f.low, f.negated) for f in read.figures] == [
        (f["start"], f["end"], f["low"], f["negated"]) for f in label["figures"]
    ]
    assert [f.verdict for f in read.findings] == [f["verdict"] for f in label["findings"]]


def test_the_counts_add_up() -> None:
    counted = dict(counts_of(Part("tune", TUNE.documents[:2], ())))
    assert counted["documents"] == 2
    assert counted["figures"] == sum(len(d["figures"]) for d in TUNE.documents[:2])
    assert list(lines())[-1] == f"sha256 {digest()}"
