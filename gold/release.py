"""Writes the gold as a dataset to hand on: `python -m gold.release FOLDER`.

Each part of the split is a file of lines, for documents, sets, stories with a table and passages. Every line
names its `part` and its `family`: lines of one family belong on one side of any other split, too.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from extractor.export.croissant import croissant, file_object, text_field
from gold.count import lines as counted
from gold.passages.passage import FOLDER as PASSAGES
from gold.passages.passage import load as load_passages
from gold.tally import Json
from gold.texts import FOLDER, PARTS, digest, load_part

#: What goes along as it is.
PAGES = ("README.md", "DATASHEET.md", "GUIDE.md", "LICENSE.md", "CHANGELOG.md")
#: Kind of line → what loaders are told of by name: plain values alone; labels, being lists, stay in lines.
FIELDS = {
    "documents": ("id", "part", "family", "genre", "text"),
    "sets": ("id", "part", "family"),
    "cases": ("id", "part", "family", "table", "text"),
    "passages": ("id", "part", "family", "kind", "text"),
}
DESCRIPTION = (
    "Invented English news stories with every figure and every checkable relation labelled, by one annotator,"
    " to test programs that check figures; read the datasheet before the scores."
)


def family_of(label: Json) -> str:
    """What a document has in common with its twin."""
    return str(label.get("twin_of") or label["id"])


def released(part: str) -> Iterator[tuple[str, Json]]:
    """Kind and content of every line of a part."""
    loaded = load_part(part)
    sets = {document["id"]: s.label["id"] for s in loaded.sets for document in s.documents}
    for label in loaded.documents:
        yield "documents", {**label, "family": sets.get(label["id"], family_of(label))}
    for labelled in loaded.sets:
        ids = {name: d["id"] for name, d in zip(labelled.label["docs"], labelled.documents, strict=True)}
        yield "sets", {**labelled.label, "docs": ids, "family": labelled.label["id"]}
    for case in loaded.cases:
        yield "cases", {**case.label, "table": f"tables/{_table(case.table)}", "family": case.label["id"]}
    known = {p.id for p in load_passages(part)}
    for path in sorted(PASSAGES.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and json.loads(line)["id"] in known:
                yield "passages", {**json.loads(line), "family": json.loads(line)["id"]}


def _table(path: Path) -> str:
    return f"{path.parent.name}{path.suffix}"


def write_release(folder: Path) -> None:
    """Write the dataset into a folder; the same gold makes the same bytes."""
    (folder / "tables").mkdir(parents=True, exist_ok=True)
    files: dict[str, bytes] = {}
    for part in PARTS:
        for kind, label in released(part):
            line = json.dumps({**label, "part": part}, ensure_ascii=False) + "\n"
            name = f"{kind}-{part}.jsonl"
            files[name] = files.get(name, b"") + line.encode()
        for case in load_part(part).cases:
            shutil.copyfile(case.table, folder / "tables" / _table(case.table))
    for name, data in files.items():
        (folder / name).write_bytes(data)
    for page in PAGES:
        shutil.copyfile(FOLDER / page, folder / page)
    (folder / "croissant.json").write_text(_croissant(files), encoding="utf-8")


def _croissant(files: dict[str, bytes]) -> str:
    sets = [
        {
            "@type": "cr:RecordSet",
            "@id": name.removesuffix(".jsonl"),
            "name": name.removesuffix(".jsonl"),
            "field": [
                text_field(name.removesuffix(".jsonl"), name, f) for f in FIELDS[name.partition("-")[0]]
            ],
        }
        for name in files
    ]
    return croissant(
        {
            "name": "Crossfoot gold",
            "description": DESCRIPTION,
            "version": f"sha256.{digest()[:16]}",
            "license": "https://creativecommons.org/licenses/by/4.0/",
            "citeAs": f"Crossfoot gold, the Crossfoot authors, CC BY 4.0, sha256 {digest()[:16]}",
            "dataCollection": "Written and labelled by one annotator for testing; see the datasheet.",
            "dataBiases": "Slips are far more common than in print, and invented; see the datasheet.",
            "distribution": [file_object(name, data) for name, data in files.items()],
            "recordSet": sets,
        }
    )


if __name__ == "__main__":
    write_release(Path(sys.argv[1]))
    print(*counted(), sep="\n")
