"""Learns the weights of `extractor/data/likely.toml`: `python -m gold.cells [--write]`.

A reference case says of each statement which cells settle it. For every figure of the tuning part that states
one, the label says which of the rows, measures and times around it are meant; and whether a figure states a
cell, a change, something else or nothing of the table follows from how many cells it has. Scores are those of
cases that were held out, a fifth at a time.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import extractor.reference
from extractor import pipeline
from extractor.model import Claim, Finding
from extractor.read import document_from_text
from extractor.reference.likely.board import Board, Key
from extractor.reference.likely.bound import Bound
from extractor.reference.likely.forms import FORMS
from extractor.reference.likely.weights import Weights
from extractor.reference.match import At, Reader
from gold.bare import FOLDS, Sample, fold, learn
from gold.tally import Json
from gold.texts import Case, load_part

OUT = Path(__file__).resolve().parent.parent / "extractor" / "data" / "likely.toml"
CHOICES = ("rows", "measures", "times")
#: What two cells make, whose measures are told in other words than that of one.
TWO = ("change", "made")
#: Times that a feature has to be seen to tell what a figure does.
SEEN = 8
#: Smaller weights are not written.
LEAST = 0.05
#: A label's names share at least so much with a row's.
LIKE = 0.3
HEADER = """\
# How much each feature speaks for a row, a measure or a time as that of a figure, and for what a figure does
# beside a table: learnt.
#
# Made by `python -m gold.cells --write`, never by hand; docs/decisions/0017-likely-cells.md tells how
# and why. Features are named in reference/likely/.
"""


@dataclass(frozen=True)
class Labelled:
    """A figure beside a table, with the cells that its label names and what it does by them."""

    case: str
    bound: Bound
    form: str
    keys: tuple[Key, ...]


def labelled(cases: Sequence[Case]) -> Iterator[Labelled]:
    """The figures of stories with tables."""
    for case in cases:
        boards = [Board(r) for r in _readers(case)]
        for board in boards:
            for claim in board.figures if board.is_small else ():
                form, keys = _told(case.label, boards, board, claim)
                yield Labelled(case.label["id"], Bound(board, claim, Weights({})), form, keys)


def _readers(case: Case) -> Sequence[Reader]:
    """A case's story beside each of its tables."""
    found: list[Reader] = []
    made = extractor.reference._reader

    def listen(*given: object) -> Reader:
        found.append(made(*given))  # type: ignore[arg-type]
        return found[-1]

    document = document_from_text(case.label["text"], id=case.label["id"])
    with (
        mock.patch.object(extractor.reference, "_reader", listen),
        mock.patch.object(extractor.reference, "settled", _as_found),
    ):
        pipeline.review_documents([document], references=(case.table,))
    return found


def _as_found(_readers: object, found: Sequence[Finding], *_others: object) -> Sequence[Finding]:
    """What the rules find, without what the weights add."""
    return found


def _told(label: Json, boards: Sequence[Board], board: Board, claim: Claim) -> tuple[str, tuple[Key, ...]]:
    span = claim.figure.span
    own = (s for s in label["statements"] if span.start < s["end"] and s["start"] < span.end)
    statement = next(own, None)
    if statement is None:
        return "none", ()
    found = [
        max(((_likeness(b, k, cell), b, k) for b in boards for k in b.cells), key=_first)
        for cell in statement["cells"]
    ]
    keys = tuple(k for like, b, k in found if like > 0 and b is board)
    if any(like <= 0 for like, _, _ in found):
        return "made", ()
    if found and found[0][1] is not board:
        return "none", ()
    return _form(keys), keys


def _first(found: tuple[float, Board, Key]) -> float:
    return found[0]


def _form(keys: Sequence[Key]) -> str:
    """What a figure does with the cells that its label names."""
    if len(keys) == 1:
        return "level"
    times = {time for _, _, time in keys}
    moved = len(keys) == len(times) == 2 and len({(name, m) for name, m, _ in keys}) == 1
    return "change" if moved else "made"


def _likeness(board: Board, key: Key, cell: Json) -> float:
    """How well a cell answers to a label's row, column and value; nothing where it is another."""
    at = board.cells[key]
    if _number(board.reader.reference.printed(at.row, at.column)) != _number(cell["value"]):
        return 0.0
    wanted = _words(cell["row"])
    time = at.row.period.text if at.row.period else ""
    shared = len(wanted & _words(f"{at.row.label} {' '.join(at.row.kinds)} {time}"))
    whole = len(wanted | _words(f"{at.row.label} {' '.join(at.row.kinds)} {time}")) or 1
    own = len(wanted & _words(at.row.label)) / (len(wanted) or 1)
    if shared / whole < LIKE and own < 1:
        return 0.0
    return shared / whole + own + _of_column(board, at, cell)


def _of_column(board: Board, at: At, cell: Json) -> float:
    periods = (p.text for p in (at.row.period, at.column.head.period) if p is not None)
    head = _words(" ".join([at.column.head.text, *periods, *at.row.kinds, board.reader.reference.title]))
    wanted = _words(cell["column"])
    both = len(head & wanted)
    return both / (len(wanted) or 1) + both / (len(head | wanted) or 1)


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z0-9]+", str(text).lower()))


def _number(printed: str) -> float | None:
    digits = re.sub(r"[^0-9.\-]", "", str(printed).replace("−", "-"))
    try:
        return float(digits)
    except ValueError:
        return None


def choices(every: Sequence[Labelled]) -> dict[str, list[Sample]]:
    """The choices of rows and measures of the figures that cells make, of times for those that state one."""
    found: dict[str, list[Sample]] = {name: [] for name in (*CHOICES, *(f"measures_{f}" for f in TWO))}
    for one in every:
        if not one.keys:
            continue
        names, measures = {k[0] for k in one.keys}, {k[1] for k in one.keys}
        found["rows"].append(_sample(one, one.bound.described_rows, names))
        of_form = "measures" if one.form == "level" else f"measures_{one.form}"
        found[of_form].append(_sample(one, one.bound.described_measures, measures))
        if one.form == "level":
            ((_, measure, time),) = one.keys
            found["times"].append(_sample(one, one.bound.described_times(measure), {time}))
    return found


def _sample(one: Labelled, described: Mapping[Any, frozenset[str]], right: Set[Any]) -> Sample:
    return Sample(one.case, tuple(described.values()), tuple(key in right for key in described))


def learnt(every: Sequence[Labelled]) -> dict[str, dict[str, float]]:
    """The weights of rows, measures and times."""
    return {name: learn(samples) for name, samples in choices(every).items()}


def learnt_forms(told: Sequence[tuple[Labelled, frozenset[str]]]) -> dict[str, dict[str, float]]:
    """The weights of what a figure does, by forms."""
    seen = Counter(f for _, features in told for f in features)
    samples = [
        Sample(
            one.case,
            tuple(
                frozenset(f"{form}|{f}" for f in (*features, "always") if f == "always" or seen[f] >= SEEN)
                for form in FORMS
            ),
            tuple(form == one.form for form in FORMS),
        )
        for one, features in told
    ]
    weights = learn(samples)
    return {
        form: {n.split("|", 1)[1]: w for n, w in weights.items() if n.startswith(f"{form}|")}
        for form in FORMS
    }


def _with(one: Labelled, weights: Mapping[str, object]) -> Bound:
    bound = Bound(one.bound.board, one.bound.claim, Weights(weights))
    for name in ("described_rows", "described_measures", "telling", "around"):
        bound.__dict__[name] = getattr(one.bound, name)
    return bound


def held_out(every: Sequence[Labelled]) -> list[tuple[Labelled, Bound]]:
    """The figures with likelihoods by weights that were learnt without their fold."""
    found: list[tuple[Labelled, Bound]] = []
    for number in range(FOLDS):
        weights: dict[str, object] = {**learnt([one for one in every if fold(one.case) != number])}
        found += [(one, _with(one, weights)) for one in every if fold(one.case) == number]
    told = [(one, bound.told) for one, bound in found]
    for number in range(FOLDS):
        forms = learnt_forms([(one, features) for one, features in told if fold(one.case) != number])
        for one, bound in found:
            if fold(one.case) == number:
                bound.__dict__["forms"] = Weights({"forms": forms}).forms(bound.told, FORMS)
    return found


def _written(weights: Mapping[str, Mapping[str, float]], forms: Mapping[str, Mapping[str, float]]) -> str:
    tables = {**weights, **{f"forms.{form}": own for form, own in forms.items()}}
    lines = [HEADER]
    for name, own in tables.items():
        lines += [f"[{name}]", *(_line(f, w) for f, w in sorted(own.items()) if abs(w) >= LEAST), ""]
    return "\n".join(lines)


def _line(feature: str, weight: float) -> str:
    return f'"{feature}" = {weight:.2f}'


def _report(judged: Sequence[tuple[Labelled, Bound]]) -> Iterator[str]:
    levels = [(one.keys[0], bound) for one, bound in judged if one.form == "level"]
    right = [_right(key, bound) for key, bound in levels]
    for place, name in enumerate((*CHOICES, "cells")):
        yield f"{name}: {sum(r[place] for r in right)} of {len(right)}"
    hits = Counter(one.form for one, b in judged if max(b.forms, key=lambda f: b.forms[f]) == one.form)
    every = Counter(one.form for one, _ in judged)
    yield "forms: " + ", ".join(f"{form} {hits[form]} of {every[form]}" for form in FORMS)


def _right(key: Key, bound: Bound) -> tuple[bool, bool, bool, bool]:
    name, measure, time = key
    times = bound.times(measure)
    told = (
        max(bound.rows, key=lambda k: bound.rows[k]) == name,
        max(bound.measures, key=lambda k: bound.measures[k]) == measure,
        max(times, key=lambda k: times[k]) == time,
    )
    return (*told, all(told))


def main() -> int:
    """Entry point of `python -m gold.cells`."""
    parser = argparse.ArgumentParser(prog="python -m gold.cells", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the weights of the whole tuning part")
    arguments = parser.parse_args()
    every = list(labelled(load_part("tune").cases))
    judged = held_out(every)
    print("\n".join(_report(judged)))
    if arguments.write:
        forms = learnt_forms([(one, bound.told) for one, bound in judged])
        OUT.write_text(_written(learnt(every), forms), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
