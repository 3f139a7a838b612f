"""Prints scores on the gold, of the package or of any other system: `scripts/evaluate --help`."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from gold.outside import OutsideError, answered, load_predictions, read, score_predictions, texts_of
from gold.predict import sample_consistent, score_part
from gold.tally import Proportion, Tally, f1, wilson
from gold.texts import PARTS, Part, load_part

#: Section → rows: what a reader sees, the score, and the score of a guess without reading.
ROWS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "Figures": (
        ("found", "figures.recall", ""),
        ("found with the right value", "figures.value", ""),
        ("precision", "figures.precision", ""),
        ("interval, of those found", "figures.interval", ""),
        ("kind, of those found", "figures.kind", ""),
        ("exact span, of those found", "figures.span", ""),
    ),
    "Slots": (
        ("measure, head noun on counts", "measure", "measure.guess"),
        ("base of percentages, or none", "base", "base.guess"),
        ("base, where there is one", "base.named", ""),
        ("base, precision", "base.precision", ""),
        ("negated, recall", "negated.recall", ""),
        ("negated, precision", "negated.precision", ""),
        ("negated, F1", "negated.f1", ""),
        ("speaker, recall", "speaker.recall", ""),
        ("speaker, precision", "speaker.precision", ""),
        ("source, recall", "source.recall", ""),
        ("source, precision", "source.precision", ""),
        ("place", "place", "place.guess"),
        ("place, where not the commonest", "place.differing", ""),
        ("period", "period", "period.guess"),
        ("period, where not the commonest", "period.differing", ""),
    ),
    "Findings in one document": (
        ("mismatch, recall", "mismatch.recall", ""),
        ("mismatch, recall, loosely", "mismatch.recall.loose", ""),
        ("mismatch, recall without hard ones", "mismatch.recall.easy", ""),
        ("mismatch, precision", "mismatch.precision", ""),
        ("consistent, recall", "consistent.recall", ""),
        ("consistent, recall, loosely", "consistent.recall.loose", ""),
        ("consistent, recall without hard ones", "consistent.recall.easy", ""),
        ("not comparable, recall", "not_comparable.recall", ""),
        ("not comparable, recall, loosely", "not_comparable.recall.loose", ""),
        ("not comparable, without hard ones", "not_comparable.recall.easy", ""),
        ("undecided, recall", "undecided.recall", ""),
        ("class, of those found", "agree.class", ""),
        ("reading, of those found with one", "agree.reading", ""),
        ("too much evidence, of those met", "evidence.excess", ""),
        ("undecided, of all predicted", "predicted.undecided", ""),
    ),
    "False alarms": (
        ("documents without mismatch, unflagged", "documents.unflagged", ""),
        ("in twins and controls, a document", "alarms.clean", ""),
        ("in error documents, a document", "alarms.error", ""),
        ("in other documents, a document", "alarms.other", ""),
        ("on a consistent relation", "alarms.on_consistent", ""),
        ("repeating a found mismatch", "alarms.repeated", ""),
    ),
    "Findings between documents": (
        ("mismatch, recall", "sets.mismatch.recall", ""),
        ("mismatch, precision", "sets.mismatch.precision", ""),
        ("consistent, recall", "sets.consistent.recall", ""),
        ("not comparable, recall", "sets.not_comparable.recall", ""),
        ("undecided, recall", "sets.undecided.recall", ""),
    ),
    "Against reference tables": (
        ("mismatch, recall", "tables.mismatch.recall", ""),
        ("mismatch, precision", "tables.mismatch.precision", ""),
        ("consistent, recall", "tables.consistent.recall", ""),
    ),
    "Statements with a table": (
        ("wrong ones questioned", "cases.mismatch.recall", ""),
        ("questioned ones wrong", "cases.mismatch.precision", ""),
        ("right ones borne out", "cases.consistent.recall", ""),
        ("borne out ones right", "cases.consistent.precision", ""),
        ("reading, of those found with one", "cases.reading", ""),
    ),
}
#: Counts a document, not shares: an interval for a share would mislead.
RATES = {"alarms.clean", "alarms.error", "alarms.other"}


def negated_f1(tally: Tally) -> Proportion:
    """F1 of the negated figures, as hits out of n."""
    recall, precision = tally.get("negated.recall"), tally.get("negated.precision")
    return f1(recall.hits, precision.n - precision.hits, recall.n - recall.hits)


def table(tally: Tally) -> Iterator[str]:
    """The scores as lines of a table, each apart with its n and its 95% interval."""
    scores = {**tally.scores, "negated.f1": negated_f1(tally)}
    for section, rows in ROWS.items():
        if not any(scores.get(name, Proportion(0, 0)).n for _, name, _ in rows):
            continue
        yield section
        for label, name, guess in rows:
            yield _row(label, scores.get(name, Proportion(0, 0)), name, scores.get(guess))


def _row(label: str, p: Proportion, name: str, guess: Proportion | None) -> str:
    if p.n == 0:
        return f"  {label:<40} nothing to count"
    if name in RATES:
        return f"  {label:<40} {p.hits / p.n:6.2f}  {p.hits:>4} in {p.n} documents"
    low, high = wilson(p)
    beside = "" if guess is None or guess.n == 0 else f"   guess {100 * guess.hits / guess.n:.1f}%"
    interval = "" if name == "negated.f1" else f"{100 * low:5.1f} to {100 * high:.1f}"
    return f"  {label:<40} {100 * p.hits / p.n:5.1f}%  {p.hits:>4} of {p.n:<5} {interval}{beside}".rstrip()


def slips(tally: Tally, kinds: str) -> Iterator[str]:
    """What went wrong, by kind of slip; only the kinds that contain some words where those are given."""
    told = [d for d in tally.details if kinds in d.kind]
    for kind, number in sorted(Counter(d.kind for d in told).items()):
        yield f"{kind}: {number}"
        yield from (f"  {d.document}: {d.text}" for d in told if d.kind == kind)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/evaluate", description="Scores of the package on gold/.")
    parser.add_argument("--part", choices=(*PARTS, "both"), default="both", help="side of the split")
    parser.add_argument("--only", default="", metavar="WORDS", help="only ids that contain this")
    parser.add_argument(
        "--show", nargs="?", const="", metavar="KIND", help="list slips of the tune part ('missed', 'false')"
    )
    parser.add_argument("--reveal", action="store_true", help="list slips of the report part too: spends it")
    parser.add_argument("--sample", type=int, metavar="N", help="print N predicted consistent to be read")
    parser.add_argument(
        "--texts", type=Path, metavar="FILE", help="write the texts, for another system to read"
    )
    parser.add_argument(
        "--predicted", type=Path, metavar="FILE", help="score what another system found in them"
    )
    parser.add_argument(
        "--answered", action="store_true", help="with --predicted: score only the documents in FILE"
    )
    return parser.parse_args()


def main() -> int:
    """Entry point of scripts/evaluate."""
    arguments = _arguments()
    parts = [load_part(name) for name in (PARTS if arguments.part == "both" else (arguments.part,))]
    if arguments.texts:
        lines = [line for part in parts for line in texts_of(part, arguments.only)]
        arguments.texts.write_text("".join(lines), encoding="utf-8")
        print(f"{len(lines)} texts in {arguments.texts}")
        return 0
    try:
        for part in parts:
            _print_part(part, arguments)
    except OutsideError as error:
        print(f"scripts/evaluate: {error}", file=sys.stderr)
        return 2
    return 0


def _print_part(part: Part, arguments: argparse.Namespace) -> None:
    open_to_read = part.name == "tune" or arguments.reveal
    if arguments.sample:
        if open_to_read:
            print(*sample_consistent(part, arguments.sample), sep="\n")
        return
    tally, told = _scored(part, arguments)
    print(f"{part.name}: {len(part.documents)} documents, {len(part.sets)} sets{told}")
    print(*table(tally), "", sep="\n")
    if arguments.show is not None and open_to_read:
        print(*slips(tally, arguments.show), "", sep="\n")


def _scored(part: Part, arguments: argparse.Namespace) -> tuple[Tally, str]:
    """The scores of the package, or of the system whose findings are given with how much it answered."""
    if arguments.predicted is None:
        return score_part(part, arguments.only), ""
    predicted = load_predictions(arguments.predicted)
    asked = answered(part, predicted) if arguments.answered else part
    return score_predictions(asked, predicted, arguments.only), f", {read(part, predicted)}"


if __name__ == "__main__":
    sys.exit(main())
