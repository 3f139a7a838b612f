"""The cuttings of this folder, from which ties are learnt; README.md beside it is the format."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from gold.passages.passage import occurrence
from gold.tally import Json

FOLDER = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Told:
    """Figures that the words of a cutting tie, the one that the others make first, by their offsets."""

    kind: str
    figures: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Cutting:
    """A few sentences of news, and all that their figures say of each other."""

    id: str
    text: str
    relations: tuple[Told, ...]


def load(folder: Path = FOLDER) -> list[Cutting]:
    """All cuttings, in the order of their files.

    Raises ValueError where a figure does not occur in its text.
    """
    lines = (line for path in sorted(folder.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines())
    return [_cutting(json.loads(line)) for line in lines]


def _cutting(label: Json) -> Cutting:
    text = label["text"]
    told = tuple(Told(r["kind"], tuple(_figure(text, f) for f in r["figures"])) for r in label["relations"])
    return Cutting(label["id"], text, told)


def _figure(text: str, label: str | Json) -> tuple[int, int]:
    return occurrence(text, label, 1) if isinstance(label, str) else occurrence(text, **label)
