"""What an audit of a made press found of its slips, and what it found that is none.

    crossfoot audit FOLDER/press.jsonl --store press.sqlite
    python -m corpora.press.score FOLDER press.sqlite [--part tuned|reported|all] [--show missed|false]

A slip is found when a mismatch between documents joins the sentence that has it with the same fact in a
sibling. Any other mismatch between documents is false; each pair of sentences counts once. `tuned` is what
rules may be made from: kinds and topics that are both of the tuned half. Everything else is `reported`.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from typing import Any

from corpora.press.topics import KINDS, topics

_ROLES = """
SELECT f.scope, f.id, d.name, r.start, r.end, x.text FROM findings f
JOIN roles r ON r.scope = f.scope AND r.relation = f.id
JOIN contents x ON x.id = r.content JOIN documents d ON d.content = r.content AND d.current
WHERE f.verdict = 'mismatch' AND f.scope IN (SELECT id FROM clusters)
ORDER BY f.scope, f.id, r.position, d.name
"""
_HALVES = {t.name: t.half for t in topics()}


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence that a finding rests on, and the fact that it tells; None where it tells none."""

    story: str
    sentence: str
    fact: str | None


@dataclass(frozen=True, slots=True)
class Scored:
    """The stories with a slip, those whose slip was found, and the pairs accused without reason."""

    planted: dict[str, dict[str, Any]]
    found: frozenset[str]
    false: dict[frozenset[tuple[str, str]], tuple[Place, ...]]


def half_of(truth: dict[str, Any]) -> str:
    """The half that a story belongs to."""
    kind = truth["planted"] and truth["planted"]["kind"]
    tuned = _HALVES[truth["topic"]] == "tuned" and (kind is None or KINDS[kind] == "tuned")
    return "tuned" if tuned else "reported"


def scored(folder: Path, store: Path, part: str) -> Scored:
    """What the store says of a part of the press."""
    truth = {
        t["id"]: t for t in map(json.loads, (folder / "truth.jsonl").read_text(encoding="utf-8").splitlines())
    }
    kept = {n: t for n, t in truth.items() if part in ("all", half_of(t))}
    found, false = set(), {}
    for places in _findings(store, truth):
        slips = {p.story for p in places if _is_slip(p, places, truth)}
        if slips:
            found |= slips
        elif places[0].story in kept:
            false[frozenset((p.story, p.sentence) for p in places)] = places
    planted = {n: t for n, t in kept.items() if t["planted"]}
    return Scored(planted, frozenset(found & planted.keys()), false)


def _is_slip(place: Place, places: tuple[Place, ...], truth: dict[str, dict[str, Any]]) -> bool:
    planted = truth[place.story]["planted"]
    if planted is None or place.fact != planted["fact"]:
        return False
    event = truth[place.story]["event"]
    return any(
        o.fact == place.fact and o.story != place.story and truth[o.story]["event"] == event for o in places
    )


def _findings(store: Path, truth: dict[str, dict[str, Any]]) -> Iterator[tuple[Place, ...]]:
    """The places of each mismatch between documents, reprints of a text each by its own name."""
    reader = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
    by_finding: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for scope, finding, name, start, end, text in reader.execute(_ROLES):
        by_finding[scope, finding].append(_place(truth[name], text, start, end))
    reader.close()
    yield from (tuple(places) for places in by_finding.values())


def _place(truth: dict[str, Any], text: str, start: int, end: int) -> Place:
    for fact, sentence in truth["told"]:
        at = text.find(sentence)
        if at >= 0 and at <= start and end <= at + len(sentence):
            return Place(truth["id"], sentence, fact)
    around = text[text.rfind("\n", 0, start) + 1 :].partition("\n")[0]
    return Place(truth["id"], around, None)


def wilson(hits: int, of: int) -> str:
    """A share with its 95% interval."""
    if not of:
        return "nothing to count"
    p, z = hits / of, 1.96
    centre, width = p + z * z / (2 * of), z * sqrt(p * (1 - p) / of + z * z / (4 * of * of))
    low, high = (centre - width) / (1 + z * z / of), (centre + width) / (1 + z * z / of)
    return f"{100 * p:5.1f}%  {hits} of {of}   {100 * low:.1f} to {100 * high:.1f}"


def report(result: Scored, show: str | None) -> Iterator[str]:
    """The scores as lines, with what was missed or is false if asked for."""
    kinds = Counter(t["planted"]["kind"] for t in result.planted.values())
    hits = Counter(result.planted[n]["planted"]["kind"] for n in result.found)
    yield f"slips found           {wilson(len(result.found), len(result.planted))}"
    accused = len(result.found) + len(result.false)
    yield f"accusations that hold {wilson(len(result.found), accused)}"
    yield from (f"  {kind:10} {KINDS[kind]:9} {hits[kind]:3} of {n}" for kind, n in sorted(kinds.items()))
    if show == "missed":
        for name in sorted(result.planted.keys() - result.found):
            told = result.planted[name]
            sentences = [s for f, s in told["told"] if f == told["planted"]["fact"]]
            yield f"{name} {told['planted']['kind']} {told['topic']}: {' | '.join(sentences)}"
    if show == "false":
        for places in result.false.values():
            yield " // ".join(f"{p.story} {p.fact}: {p.sentence}" for p in places)


def main() -> None:
    """Print the scores of a store."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("store", type=Path)
    parser.add_argument("--part", choices=("tuned", "reported", "all"), default="all")
    parser.add_argument("--show", choices=("missed", "false"))
    given = parser.parse_args()
    print(*report(scored(given.folder, given.store, given.part), given.show), sep="\n")


if __name__ == "__main__":
    main()
