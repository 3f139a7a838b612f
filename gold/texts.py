"""The labelled documents and sets, by part of the split, and a digest of all of them."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path

from gold.tally import Json

FOLDER = Path(__file__).resolve().parent
#: What is tuned on, and what is only looked at for a report.
PARTS = ("tune", "report")
#: Scores, not labels.
NO_LABELS = {"floors.json"}


@dataclass(frozen=True, slots=True)
class LabelledSet:
    """Siblings that are also checked against each other."""

    label: Json
    documents: tuple[Json, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A labelled story with the table that it is checked against."""

    label: Json
    table: Path


@dataclass(frozen=True, slots=True)
class Part:
    """One side of the split."""

    name: str
    documents: tuple[Json, ...]
    sets: tuple[LabelledSet, ...]
    #: Stories whose statements are labelled by a table alone.
    cases: tuple[Case, ...] = ()
    #: The documents that have a reference table beside them.
    tabled: tuple[Case, ...] = ()


def load_part(name: str, folder: Path = FOLDER) -> Part:
    """The documents and sets of a part, in the order of the split."""
    paths = load_split(folder)[name]
    texts = [p for p in paths if not p.endswith(("/set.json", "/case.json"))]
    documents = tuple(_read(folder / p) for p in texts)
    sets = tuple(_read_set(folder / p) for p in paths if p.endswith("/set.json"))
    cases = tuple(_read_case(folder / p) for p in paths if p.endswith("/case.json"))
    tabled = tuple(_read_case(folder / p) for p, d in zip(texts, documents, strict=True) if "table" in d)
    return Part(name, documents, sets, cases, tabled)


def family(document: str) -> str:
    """The name that an error story shares with its twin, and a sibling with the others of its set."""
    return re.sub(r"-(?:twin|[abc])$", "", document)


def load_split(folder: Path = FOLDER) -> dict[str, list[str]]:
    """Part → paths of its files below the folder."""
    split = _read(folder / "split.json")
    return {name: split[name] for name in PARTS}


def labelled_files(folder: Path = FOLDER) -> list[Path]:
    """Every file that labels, texts, tables or the split stand in, sorted by path."""
    found = [p for kind in ("*.json", "*.csv", "*.xlsx") for p in folder.rglob(kind)]
    return sorted(p for p in found if p.name not in NO_LABELS)


def digest(folder: Path = FOLDER) -> str:
    """SHA-256 over the names and bytes of all labelled files."""
    whole = hashlib.sha256()
    for path in labelled_files(folder):
        data = path.read_bytes()
        whole.update(f"{path.relative_to(folder).as_posix()}\0{len(data)}\0".encode())
        whole.update(data)
    return whole.hexdigest()


def _read_case(path: Path) -> Case:
    label = _read(path)
    # The messy spreadsheet of a case is read where there is one: it holds the same cells.
    return Case(label, path.parent / (label.get("table_xlsx") or label["table"]))


def _read_set(path: Path) -> LabelledSet:
    label = _read(path)
    return LabelledSet(label, tuple(_read(path.parent / name) for name in label["docs"].values()))


def _read(path: Path) -> Json:
    loaded: Json = json.loads(path.read_text(encoding="utf-8"))
    return loaded
