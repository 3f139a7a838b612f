"""Breaks relations that hold, one figure at a time, and counts what is noticed: `scripts/mutate --help`.

Harmless changes, after which everything still holds, stand beside them: nothing may be flagged there.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from gold.findings import match_findings
from gold.reprint import Interval, Reprint, looser, others
from gold.tally import Json, Proportion, Tally, wilson
from gold.texts import PARTS, Part, load_part
from gold.validate import check_test

#: A document with its label → what the package says of it, in the shape of its JSON output.
Reviewer = Callable[[Json], Json]
#: Evidence of a finding as ranges of the unchanged text.
Evidence = frozenset[tuple[int, int]]

SCORES: tuple[tuple[str, str], ...] = (
    ("caught, of all broken", "caught.all"),
    ("caught, of those linked before", "caught.linked"),
    ("linked before, of all broken", "linked"),
    ("on the relation itself, of those caught", "caught.itself"),
    ("undecided, of those missed", "missed.undecided"),
    ("still called consistent, of those missed", "missed.consistent"),
    ("flagged elsewhere, of all broken", "broken.elsewhere"),
    ("flagged, of harmless changes", "harmless.flagged"),
)


@dataclass(frozen=True, slots=True)
class Target:
    """A relation that holds, and the labelled document that it stands in."""

    document: Json
    number: int

    @property
    def finding(self) -> Json:
        """The label of the relation."""
        found: Json = self.document["findings"][self.number]
        return found

    def random(self, seed: int) -> Random:
        """Chance that depends on the seed and the relation alone, not on what else is in the gold."""
        return Random(f"{seed} {self.document['id']} {self.number}")


@dataclass(frozen=True, slots=True)
class Change:
    """Other words for a range of a text."""

    start: int
    end: int
    reprint: Reprint

    def applied(self, text: str) -> str:
        """The text with the new words."""
        return text[: self.start] + self.reprint.quote + text[self.end :]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The range of the old text that a range of the new one stands for."""
        new_end = self.start + len(self.reprint.quote)
        if start < new_end and self.start < end:
            return self.start, self.end
        shift = 0 if end <= self.start else self.end - new_end
        return start + shift, end + shift


def targets(documents: Iterable[Json]) -> list[Target]:
    """Relations that are labelled consistent and have a test to compute, in the order of the labels."""
    return [
        Target(document, number)
        for document in documents
        for number, finding in enumerate(document["findings"])
        if finding["verdict"] == "consistent" and finding.get("test") and not finding.get("cells")
    ]


def breaking(target: Target, random: Random) -> Change | None:
    """A change of one figure after which the relation is impossible; None where no print does it."""
    changes = [
        c
        for figure, interval in _figures(target)
        for c in _changes(figure, others(figure["quote"], interval))
    ]
    random.shuffle(changes)
    return next((c for c in changes if not holds(target, c)), None)


def harmless(target: Target, random: Random) -> Change | None:
    """A change of one figure after which all still holds; the ways of changing have equal chances."""
    text = target.document["text"]
    changes = [
        c
        for figure, interval in _figures(target)
        for c in _changes(figure, looser(figure["quote"], interval, text[: figure["start"]]))
    ]
    ways = sorted({c.reprint.how for c in changes})
    if not ways:
        return None
    way = random.choice(ways)
    return random.choice([c for c in changes if c.reprint.how == way])


def holds(target: Target, change: Change | None = None) -> bool:
    """True if the test of the relation is possible, with a figure printed otherwise where one is."""
    roles: dict[str, list[Interval]] = {}
    for figure, interval in _figures(target, everything=True):
        changed = change is not None and (figure["start"], figure["end"]) == (change.start, change.end)
        roles.setdefault(figure["role"], []).append(
            change.reprint.interval if change and changed else interval
        )
    told: str | None = check_test(target.finding["test"], roles, "consistent")  # type: ignore[no-untyped-call]
    return told is None


def _figures(target: Target, *, everything: bool = False) -> Iterator[tuple[Json, Interval]]:
    """The printed figures of a relation with their intervals; phrases too where everything is asked for."""
    printed = {(f["start"], f["end"]): f for f in target.document["figures"]}
    for figure in target.finding["figures"]:
        label = printed.get((figure["start"], figure["end"]))
        source = figure if "low" in figure else label
        if source is not None and (label is not None or everything):
            yield figure, (source["low"], source["high"])


def _changes(figure: Json, reprints: Iterable[Reprint]) -> Iterator[Change]:
    return (Change(figure["start"], figure["end"], r) for r in reprints)


def score_targets(chosen: Sequence[Target], review: Reviewer, seed: int) -> Tally:
    """Break every relation once and change it harmlessly once, each in a text of its own."""
    tally, told = Tally(), {}
    for target in chosen:
        name = target.document["id"]
        if name not in told:
            told = {name: review(target.document)}
        score_target(target, told[name], review, seed, tally)
    return tally


def score_target(target: Target, before: Json, review: Reviewer, seed: int, tally: Tally) -> None:
    """Count one relation; `before` is the review of the unchanged text, whose mismatches are no news."""
    change, kind = breaking(target, target.random(seed)), target.finding["class"]
    if change is not None:
        after = review(_changed(target.document, change))
        new = _news(change, before, after)
        touching = [e for e in new if (change.start, change.end) in e]
        strength = link_strength(target, before)
        tally.count("linked", bool(strength), 1)
        groups = ("all", f"class.{kind}", f"how.{change.reprint.how}")
        for group in (*groups, *(("linked", f"strength.{strength}") if strength else ())):
            tally.count(f"caught.{group}", bool(touching), 1)
        if touching:
            tally.count("caught.itself", any(_shared(target, e) >= 2 for e in touching), 1)
        else:
            for verdict in ("undecided", "consistent"):
                tally.count(f"missed.{verdict}", _says(target, change, after, verdict), 1)
            tally.tell(f"missed, {strength or 'not linked'}", target.document["id"], _told(target, change))
        _count_alarm("broken.elsewhere", len(new) > len(touching), target, change, tally)
    change = harmless(target, target.random(seed))
    if change is not None:
        flagged = bool(_news(change, before, review(_changed(target.document, change))))
        tally.count(f"harmless.how.{change.reprint.how}", flagged, 1)
        _count_alarm("harmless.flagged", flagged, target, change, tally)


def _count_alarm(score: str, flagged: bool, target: Target, change: Change, tally: Tally) -> None:
    tally.count(score, flagged, 1)
    if flagged:
        tally.tell(score, target.document["id"], _told(target, change))


def _changed(document: Json, change: Change) -> Json:
    return {**document, "text": change.applied(document["text"])}


def _news(change: Change, before: Json, after: Json) -> list[Evidence]:
    """The mismatches that the changed text has and the unchanged one has not, as ranges of the latter."""
    old = {_evidence(f, None) for f in _with("mismatch", before)}
    return [e for f in _with("mismatch", after) if (e := _evidence(f, change)) not in old]


def _says(target: Target, change: Change, after: Json, verdict: str) -> bool:
    """True if the changed figure stands in a finding with that verdict, beside another of the relation."""
    told = (_evidence(f, change) for f in _with(verdict, after))
    return any((change.start, change.end) in e and _shared(target, e) >= 2 for e in told)


def _with(verdict: str, review: Json) -> Iterator[Json]:
    return (f for f in review["findings"] if f["verdict"] == verdict)


def _evidence(finding: Json, change: Change | None) -> Evidence:
    """Where a finding's figures stand in the unchanged text; what meets the changed words is that figure."""
    ranges = ((f["start"], f["end"]) for f in finding["figures"])
    return frozenset(r if change is None else change.back(*r) for r in ranges)


def _shared(target: Target, evidence: Evidence) -> int:
    figures = {(f["start"], f["end"]) for f in target.finding["figures"]}
    return sum(any(start < e and s < end for s, e in evidence) for start, end in figures)


def link_strength(target: Target, before: Json) -> str:
    """Whether words, context or numbers alone led the review to find that it holds; "" where it did not."""
    labels, found = target.document["findings"], before["findings"]
    matches = match_findings(labels, found)
    return next(
        (found[m.predicted]["strength"] for m in matches if m.label == target.number and m.strict), ""
    )


def _told(target: Target, change: Change) -> str:
    text = target.document["text"]
    quotes = " | ".join(f"{f['role']}: {f['quote']}" for f in target.finding["figures"])
    return f"{target.finding['class']} {quotes} ({text[change.start : change.end]} -> {change.reprint.quote})"


def documents_of(part: Part) -> list[Json]:
    """All documents of a part, those of its sets among them, each once."""
    everything = [*part.documents, *(d for s in part.sets for d in s.documents)]
    return list({d["id"]: d for d in everything}.values())


def sample(possible: Sequence[Target], number: int, seed: int) -> list[Target]:
    """So many of the relations, chosen by the seed, in their old order; all of them where the number is 0."""
    if number <= 0 or number >= len(possible):
        return list(possible)
    chosen = Random(seed).sample(range(len(possible)), number)
    return [possible[n] for n in sorted(chosen)]


def table(tally: Tally) -> Iterator[str]:
    """The scores as lines, each with n and 95% interval; then by way of changing and class of relation."""
    yield from (_row(label, tally.get(name)) for label, name in SCORES)
    for title, prefix in (
        ("caught, by what linked it before", "caught.strength."),
        ("caught, by what was changed", "caught.how."),
        ("caught, by class of relation", "caught.class."),
        ("flagged, by harmless change", "harmless.how."),
    ):
        yield title
        names = sorted(n for n in tally.scores if n.startswith(prefix))
        yield from (_row(name.removeprefix(prefix), tally.get(name)) for name in names)


def _row(label: str, p: Proportion) -> str:
    if p.n == 0:
        return f"  {label:<40} nothing to count"
    low, high = wilson(p)
    share = f"{100 * p.hits / p.n:5.1f}%  {p.hits:>4} of {p.n:<5}"
    return f"  {label:<40} {share} {100 * low:5.1f} to {100 * high:.1f}"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="scripts/mutate",
        description="Breaks relations of the gold that hold, and counts what is noticed.",
    )
    parser.add_argument("--part", choices=PARTS, default="tune", help="side of the split")
    parser.add_argument("--sample", type=int, default=120, metavar="N", help="so many relations; 0 takes all")
    parser.add_argument("--seed", type=int, default=1, help="another seed chooses and changes others")
    parser.add_argument("--only", default="", metavar="WORDS", help="only documents whose id contains this")
    parser.add_argument("--show", action="store_true", help="list what was missed or flagged, tune part only")
    return parser.parse_args()


def main() -> int:
    """Entry point of scripts/mutate."""
    from gold.predict import predict

    arguments = _arguments()
    documents = [d for d in documents_of(load_part(arguments.part)) if arguments.only in d["id"]]
    possible = [t for t in targets(documents) if holds(t)]
    breakable = [t for t in possible if breaking(t, t.random(arguments.seed))]
    chosen = sample(breakable, arguments.sample, arguments.seed)
    print(f"{arguments.part}: {len(possible)} relations that hold, {len(breakable)} can be broken")
    print(f"{len(chosen)} tried, seed {arguments.seed}")
    tally = score_targets(chosen, lambda label: predict([label])["documents"][0], arguments.seed)
    print(*table(tally), sep="\n")
    if arguments.show and arguments.part == "tune":
        print(
            *(f"{d.kind}: {d.document}: {d.text}" for d in sorted(tally.details, key=lambda d: d.kind)),
            sep="\n",
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
