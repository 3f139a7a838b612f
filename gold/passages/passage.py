"""The passages of this folder and the edits that break or spare them; README.md beside it is the format."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from gold.tally import Json

FOLDER = Path(__file__).resolve().parent
#: First hex digits of the SHA-256 of an id that put a passage into the part to tune on.
TUNED = "01234567"


@dataclass(frozen=True, slots=True)
class Edit:
    """A few printed characters of one passage, and those that take their place."""

    start: int
    end: int
    by: str

    def apply(self, text: str) -> str:
        """The passage with the edit made."""
        return text[: self.start] + self.by + text[self.end :]

    def move(self, span: tuple[int, int]) -> tuple[int, int]:
        """Where a span of the passage stands after the edit: it grows if the edit is inside it."""
        longer = len(self.by) - (self.end - self.start)
        start, end = span
        return start + (longer if start >= self.end else 0), end + (longer if end >= self.end else 0)


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage; `figures` are the offsets of those related, or of the tempting ones if it is innocent."""

    id: str
    kind: str
    text: str
    figures: tuple[tuple[int, int], ...]
    broken: tuple[Edit, ...]
    harmless: tuple[Edit, ...]

    @property
    def part(self) -> str:
        """`tune` or `report`."""
        return "tune" if hashlib.sha256(self.id.encode()).hexdigest()[0] in TUNED else "report"

    @property
    def innocent(self) -> bool:
        """Whether nothing in it may be flagged for want of a relation."""
        return self.kind == "innocent"


def load(part: str | None = None, folder: Path = FOLDER) -> list[Passage]:
    """The passages of a part, or all, in the order of their files.

    Raises ValueError where a quote or an edit does not occur in its text.
    """
    lines = (line for path in sorted(folder.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines())
    found = [_passage(json.loads(line)) for line in lines]
    return [p for p in found if part in (None, p.part)]


def _passage(label: Json) -> Passage:
    text = label["text"]
    quotes = [{"quote": f} if isinstance(f, str) else f for f in label["figures"]]
    return Passage(
        label["id"],
        label["kind"],
        text,
        tuple(occurrence(text, q["quote"], q.get("nth", 1)) for q in quotes),
        tuple(_edit(text, e) for e in label["broken"]),
        tuple(_edit(text, e) for e in label["harmless"]),
    )


def _edit(text: str, label: Json) -> Edit:
    return Edit(*occurrence(text, label["replace"], label.get("nth", 1)), label["by"])


def occurrence(text: str, quote: str, nth: int) -> tuple[int, int]:
    """Where a quote stands for the nth time in a text, counted from 1 from left to right."""
    start, end = -1, 0
    for _ in range(nth):
        start = text.find(quote, end)
        if start < 0:
            raise ValueError(f"{quote!r} does not occur {nth} times in {text!r}")
        end = start + len(quote)
    return start, end
