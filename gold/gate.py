"""Holds the scores to their floors and the gold to its digest: `scripts/gate --help`.

`floors.json` has the digest of the labelled files and, for each part, the lowest share that a score may have,
written as hits of n ("541/560"). A floor is raised by pinning and lowered only with a reason, which stays on
record. Shares are compared exactly.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path

from gold.tally import Json, Proportion, Tally
from gold.texts import FOLDER, PARTS, digest, load_part

FLOORS = FOLDER / "floors.json"
#: The scores that have floors, all better when higher.
GATED = (
    "figures.recall",
    "figures.value",
    "figures.precision",
    "figures.interval",
    "figures.kind",
    "measure",
    "negated.f1",
    "speaker.recall",
    "speaker.precision",
    "place.differing",
    "period.differing",
    "mismatch.recall",
    "mismatch.precision",
    "consistent.recall",
    "not_comparable.recall",
    "documents.unflagged",
    "sets.mismatch.recall",
    "sets.mismatch.precision",
    "sets.consistent.recall",
    "sets.not_comparable.recall",
    "cases.mismatch.recall",
    "cases.mismatch.precision",
    "cases.consistent.recall",
)

Scores = Mapping[str, Mapping[str, Proportion]]


@dataclass(frozen=True, slots=True)
class Fall:
    """A score below its floor."""

    part: str
    name: str
    floor: str
    score: str

    def __str__(self) -> str:
        return f"{self.part} {self.name}: {self.score}, floor {self.floor}"


def falls(floors: Json, scores: Scores) -> list[Fall]:
    """Every score that lies below its floor; a score of nothing (no predictions) is below none."""
    return [
        Fall(part, name, floor, _written(score))
        for part, named in floors["floors"].items()
        for name, floor in named.items()
        if (score := scores.get(part, {}).get(name, Proportion(0, 0))).n
        and Fraction(score.hits, score.n) < Fraction(floor)
    ]


def pinned(floors: Json, scores: Scores, gold: str, reason: str | None = None, day: str = "") -> Json:
    """New floors at the present scores.

    Raises:
        ValueError: a score lies below its floor, and no reason is given.
    """
    lower = falls(floors, scores)
    if lower and not reason:
        told = "; ".join(map(str, lower))
        raise ValueError(f'a floor is not lowered silently: {told}. If it must be: --lower "REASON"')
    record = [{"day": day, "reason": reason, "lowered": [str(f) for f in lower]}] if lower else []
    new = {
        part: {name: _written(named[name]) for name in GATED if name in named and named[name].n}
        for part, named in scores.items()
    }
    return {"digest": gold, "floors": new, "lowered": [*floors["lowered"], *record]}


def _written(p: Proportion) -> str:
    return f"{p.hits}/{p.n}"


def load_floors(path: Path = FLOORS) -> Json:
    """The floors on file, or none at all where there is no file."""
    if not path.exists():
        return {"digest": "", "floors": {}, "lowered": []}
    loaded: Json = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def measure() -> dict[str, dict[str, Proportion]]:
    """The present scores of both parts, each reckoned by a process of its own."""
    from gold.evaluate import negated_f1

    with ProcessPoolExecutor(len(PARTS)) as pool:
        tallies = dict(zip(PARTS, pool.map(_tally, PARTS), strict=True))
    return {part: {**t.scores, "negated.f1": negated_f1(t)} for part, t in tallies.items()}


def _tally(part: str) -> Tally:
    from gold.predict import score_part

    return score_part(load_part(part))


def check(floors: Json, scores: Scores, gold: str) -> list[str]:
    """What the gate objects to, one line each."""
    changed = [] if floors["digest"] == gold else ["the gold is not the one that the floors were pinned on"]
    return [*changed, *(f"below its floor: {fall}" for fall in falls(floors, scores))]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/gate", description="Holds scores to their floors.")
    parser.add_argument("--pin", action="store_true", help="raise the floors to the present scores")
    parser.add_argument("--lower", metavar="REASON", help="with --pin: lower floors too, and say why")
    return parser.parse_args()


def main() -> int:
    """Entry point of scripts/gate."""
    arguments = _arguments()
    floors, scores, gold = load_floors(), measure(), digest()
    if arguments.pin:
        return _pin(floors, scores, gold, arguments.lower)
    objections = check(floors, scores, gold)
    for line in objections:
        print(f"gate: {line}")
    if objections:
        print("gate: mend it, or pin anew and say why: scripts/gate --pin --help")
        return 1
    print(f"gate: {sum(map(len, floors['floors'].values()))} scores at or above their floors")
    return 0


def _pin(floors: Json, scores: Scores, gold: str, reason: str | None) -> int:
    try:
        new = pinned(floors, scores, gold, reason, date.today().isoformat())
    except ValueError as error:
        print(f"gate: {error}")
        return 1
    FLOORS.write_text(json.dumps(new, indent=1) + "\n", encoding="utf-8")
    print(f"gate: pinned {sum(map(len, new['floors'].values()))} floors")
    return 0


if __name__ == "__main__":
    sys.exit(main())
