"""Prints how the package does on the passages, by kind: `python -m gold.passages.evaluate --help`.

- *linked*: a `consistent` finding rests on two or more of the related figures of a passage that holds;
- *found*: a `mismatch` rests on two or more of them after a breaking edit;
- *false*: any `mismatch` in a passage as it stands, in an innocent one, or after a harmless edit.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence

from gold.passages.passage import Edit, Passage, load
from gold.predict import predict
from gold.tally import Json, Proportion, wilson

Span = tuple[int, int]
#: What is counted of each kind, in the order of the columns.
COLUMNS = ("linked", "found", "false")
#: One outcome: kind, column, passage, the text that was read, whether it is a hit.
Outcome = tuple[str, str, str, str, bool]


def outcomes(passage: Passage) -> Iterator[Outcome]:
    """Everything that is counted of one passage."""
    kind, text = passage.kind, passage.text
    findings = _findings(text)
    if not passage.innocent:
        yield kind, "linked", passage.id, text, _rests(findings, "consistent", passage.figures)
    yield kind, "false", passage.id, text, _flags(findings)
    for edit in passage.harmless:
        edited = edit.apply(text)
        yield kind, "false", passage.id, edited, _flags(_findings(edited))
    for edit in passage.broken:
        edited = edit.apply(text)
        yield kind, "found", passage.id, edited, _rests(_findings(edited), "mismatch", _moved(passage, edit))


def table(counted: Sequence[Outcome]) -> Iterator[str]:
    """A line for each kind, with hits out of n, and a last one for all of them with 95% intervals."""
    yield f"{'':12}" + "".join(f"{c:>18}" for c in COLUMNS)
    for kind in sorted({o[0] for o in counted}):
        yield f"{kind:12}" + "".join(f"{_printed(_count(counted, c, kind)):>18}" for c in COLUMNS)
    for column in COLUMNS:
        p = _count(counted, column)
        low, high = wilson(p)
        yield f"{column:12}{_printed(p):>18}   {100 * low:.1f} to {100 * high:.1f}"


def _findings(text: str) -> list[Json]:
    found: list[Json] = predict([{"id": "passage", "text": text}])["documents"][0]["findings"]
    return found


def _flags(findings: Sequence[Json]) -> bool:
    return any(f["verdict"] == "mismatch" for f in findings)


def _rests(findings: Sequence[Json], verdict: str, figures: Sequence[Span]) -> bool:
    """Whether a finding of that verdict rests on two of the figures, or on more."""
    told = [[(e["start"], e["end"]) for e in f["figures"]] for f in findings if f["verdict"] == verdict]
    return any(sum(any(_meet(s, e) for e in evidence) for s in figures) >= 2 for evidence in told)


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _moved(passage: Passage, edit: Edit) -> list[Span]:
    return [edit.move(span) for span in passage.figures]


def _count(counted: Sequence[Outcome], column: str, kind: str | None = None) -> Proportion:
    hits = [o[4] for o in counted if o[1] == column and kind in (None, o[0])]
    return Proportion(sum(hits), len(hits))


def _printed(p: Proportion) -> str:
    return f"{p.hits} of {p.n} ({100 * p.hits / p.n:.0f}%)" if p.n else "-"


def _slips(counted: Sequence[Outcome], column: str) -> Iterator[str]:
    wrong = column == "false"
    yield from (f"{o[2]}: {o[3]}\n" for o in counted if o[1] == column and o[4] is wrong)


def main() -> int:
    """Entry point; only the slips of the tuning part can be listed."""
    parser = argparse.ArgumentParser(description="Scores of the package on the passages.")
    parser.add_argument("--part", choices=("tune", "report"), default="tune")
    parser.add_argument("--kind", default="", metavar="WORDS", help="only kinds that contain this")
    parser.add_argument("--show", choices=COLUMNS, help="list these slips of the tuning part")
    arguments = parser.parse_args()
    chosen = [p for p in load(arguments.part) if arguments.kind in p.kind]
    counted = [o for p in chosen for o in outcomes(p)]
    print(f"{arguments.part}: {len(chosen)} passages", *table(counted), sep="\n")
    if arguments.show and arguments.part == "tune":
        print("", *_slips(counted, arguments.show), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
