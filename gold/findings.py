"""Findings against labels: what was found, what was missed, what accuses without cause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from gold.tables import table_findings
from gold.tally import Json, Tally

VERDICTS = ("mismatch", "consistent", "not_comparable", "undecided")
#: How many figures the evidence of a prediction may have beyond the label's.
EXCESS = 2

#: The equations that can show each class of slip: labels know slips, predictions equations.
RELATIONS_OF_CLASS: dict[str, set[str]] = {
    "E01": {"change", "compare"},
    "E02": {"share", "bound"},
    "E03": {"complement", "compare", "share", "same"},
    "E04": {"same", "share", "compare", "mean"},
    "E05": {"same", "change", "mean", "compare", "sum"},
    "E06": {"sum", "share", "bound"},
    "E07": {"sum", "complement"},
    "E08": {"change", "bound"},
    "E09": {"change", "multiple", "compare"},
    "E10": {"compare", "change", "rank"},
    "E11": {"compare", "same", "bound", "share"},
    "E12": {"same", "compare", "change", "share"},
    "E13": {"same", "sum", "compare", "rank"},
    "E14": {"share"},
    "E15": {"same", "mean", "multiple", "share"},
    "E16": {"multiple"},
    "E17": {"mean"},
    "E18": {"rank", "compare"},
    "E20": {"mean", "compare"},
    "E22": {"same", "compare"},
    "E23": {"same", "compare"},
}


class Place(NamedTuple):
    """Characters of a document; the document is "" where there is only one."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Match:
    """A prediction that found a label; strict where its evidence holds the figure under test."""

    label: int
    predicted: int
    overlap: int
    strict: bool


def score_findings(label: Json, predicted: Json, tally: Tally) -> None:
    printed = [f for f in label["findings"] if not f.get("cells")]
    tabled = [f for f in label["findings"] if f.get("cells")]
    found = predicted["findings"]
    false_alarms = score_relations("", label["id"], printed, found, tabled, tally)
    group = "clean" if label["twin_of"] or label["genre"].startswith("control") else "other"
    if any(f["verdict"] == "mismatch" for f in label["findings"]):
        group = "error"
    tally.count(f"alarms.{group}", false_alarms, 1)
    if group != "error":
        flagged = any(f["verdict"] == "mismatch" for f in found)
        tally.count("documents.unflagged", not flagged, 1)


def score_tables(label: Json, predicted: Json) -> Tally:
    """What was found of the labels that rest on cells, with the table at hand."""
    tally, found = Tally(), table_findings(predicted)
    tabled = [f for f in label["findings"] if f.get("cells")]
    everything = [*found, *(f for d in predicted["documents"] for f in d["findings"])]
    matched = {m.label: m for m in match_findings(tabled, everything) if m.strict}
    for number, finding in enumerate(tabled):
        tally.count(f"tables.{finding['verdict']}.recall", number in matched, 1)
        if number not in matched:
            quotes = " | ".join(f["quote"] for f in finding["figures"])
            tally.tell(f"missed tables.{finding['verdict']}", label["id"], quotes)
    right = {m.predicted for m in match_findings(label["findings"], found)}
    for number, finding in enumerate(found):
        if finding["verdict"] == "mismatch":
            tally.count("tables.mismatch.precision", number in right, 1)
            if number not in right:
                tally.tell("false alarm tables", label["id"], _evidence(finding))
    return tally


def score_relations(
    group: str,
    name: str,
    labels: Sequence[Json],
    found: Sequence[Json],
    waived: Sequence[Json],
    tally: Tally,
) -> int:
    """Count the findings of one document or set; labels that are `waived` may be found, but need not be.

    Returns the number of false alarms.
    """
    everything = [*labels, *waived]
    matches = match_findings(everything, found)
    prefix = f"{group}." if group else ""
    by_label = {m.label: m for m in matches}
    for number, finding in enumerate(labels):
        _score_label(prefix, name, finding, by_label.get(number), found, tally)
    matched = {m.predicted for m in matches}
    for verdict in VERDICTS:
        tally.count(f"{prefix}predicted.{verdict}", sum(f["verdict"] == verdict for f in found), len(found))
    tally.count(f"{prefix}evidence.excess", *_excess(everything, found))
    return _score_alarms(prefix, name, everything, found, matched, tally)


def _score_label(
    prefix: str, name: str, label: Json, match: Match | None, found: Sequence[Json], tally: Tally
) -> None:
    score, strict = f"{prefix}{label['verdict']}.recall", match is not None and match.strict
    tally.count(score, strict, 1)
    tally.count(f"{score}.loose", match is not None, 1)
    if not label["hard"]:
        tally.count(f"{score}.easy", strict, 1)
    if match is None:
        quotes = " | ".join(f"{f['role']}: {f['quote']}" for f in label["figures"])
        tally.tell(f"missed {prefix}{label['verdict']}", name, f"{label['class']} {quotes}")
        return
    finding = found[match.predicted]
    relations = RELATIONS_OF_CLASS.get(label["class"], set())
    tally.count(f"{prefix}agree.class", finding["relation"] in relations, 1)
    if label["reading"] is not None:
        tally.count(f"{prefix}agree.reading", finding["reading"] == label["reading"], 1)


def _score_alarms(
    prefix: str, name: str, labels: Sequence[Json], found: Sequence[Json], matched: set[int], tally: Tally
) -> int:
    """A predicted mismatch that matches no labelled one is a false alarm, also where it repeats one."""
    false_alarms = 0
    for number, finding in enumerate(found):
        if finding["verdict"] != "mismatch":
            continue
        right = number in matched
        tally.count(f"{prefix}mismatch.precision", right, 1)
        if right:
            continue
        false_alarms += 1
        worst = any(f["verdict"] == "consistent" and _rests_on(finding, f) for f in labels)
        repeat = any(f["verdict"] == "mismatch" and overlap(f, finding) >= 2 for f in labels)
        tally.count(f"{prefix}alarms.on_consistent", worst, 1)
        tally.count(f"{prefix}alarms.repeated", repeat, 1)
        kind = "false alarm on a consistent relation" if worst else "false alarm"
        tally.tell(f"{prefix}{kind}", name, f"{_evidence(finding)} {finding['arithmetic']}")
    return false_alarms


def match_findings(labels: Sequence[Json], found: Sequence[Json]) -> list[Match]:
    """Labels found, one prediction each at most: strict ones first, then the largest overlap."""
    possible = [
        Match(g, p, shared, _holds_stated(label, finding))
        for g, label in enumerate(labels)
        for p, finding in enumerate(found)
        if (shared := _found_overlap(label, finding)) and not _exceeds(label, finding)
    ]
    possible.sort(key=lambda m: (not m.strict, -m.overlap, len(found[m.predicted]["figures"]), m.label))
    matches: list[Match] = []
    for match in possible:
        if all(match.label != m.label and match.predicted != m.predicted for m in matches):
            matches.append(match)
    return matches


def _found_overlap(label: Json, finding: Json) -> int:
    """How many figures the two share, 0 where that is too few or the verdict another."""
    if label["verdict"] != finding["verdict"]:
        return 0
    needed = 1 if label.get("cells") and len(label["figures"]) == 1 else 2
    shared = overlap(label, finding)
    return shared if shared >= needed else 0


def _exceeds(label: Json, finding: Json) -> bool:
    return len(finding["figures"]) > len(label["figures"]) + EXCESS


def _excess(labels: Sequence[Json], found: Sequence[Json]) -> tuple[int, int]:
    """Predictions that met a label with too much evidence, of all that met one."""
    meeting = [(g, f) for f in found for g in labels if _found_overlap(g, f)]
    fitting = {f["id"] for g, f in meeting if not _exceeds(g, f)}
    everyone = {f["id"] for _, f in meeting}
    return len(everyone - fitting), len(everyone)


def overlap(label: Json, finding: Json) -> int:
    """The most figures of the label that different figures of the prediction can stand for."""
    places = [_place(f) for f in finding["figures"]]
    reach = [[p for p, place in enumerate(places) if _meet(_place(f), place)] for f in label["figures"]]
    taken: dict[int, int] = {}

    def find_room(g: int, tried: set[int]) -> bool:
        for p in reach[g]:
            if p not in tried:
                tried.add(p)
                if p not in taken or find_room(taken[p], tried):
                    taken[p] = g
                    return True
        return False

    return sum(find_room(g, set()) for g in range(len(reach)))


def _rests_on(finding: Json, label: Json) -> bool:
    return overlap(label, finding) >= 2 and _holds_stated(label, finding)


def _holds_stated(label: Json, finding: Json) -> bool:
    stated = [_place(f) for f in label["figures"] if f["role"] == "stated"]
    return any(_meet(a, _place(f)) for a in stated for f in finding["figures"])


def _place(figure: Json) -> Place:
    return Place(figure.get("document", ""), figure["start"], figure["end"])


def _meet(a: Place, b: Place) -> bool:
    return a.document == b.document and a.start < b.end and b.start < a.end


def _evidence(finding: Json) -> str:
    quotes = " | ".join(f"{f['role']}: {f['quote']}" for f in finding["figures"])
    return f"{finding['relation']} ({finding['reading']}) {quotes}"
