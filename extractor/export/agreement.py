"""How far two sets of labels on the same texts agree, each part apart, with n.

Figures meet where they share characters, the longest overlap first, each once; findings meet where they have
the same verdict and share two figures. What both leave empty is no agreement on a slot: it would make every
rare slot look easy. Cohen's kappa stands beside shares of which chance alone would explain some.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from extractor.errors import SettingsError
from extractor.export.labels import LabelledDocument, LabelledFigure, LabelledFinding

#: Standard normal quantile of a two-sided 95% interval.
Z95 = 1.959963984540054
#: Words that make no difference between two slots.
EMPTY = frozenset({"the", "a", "an", "of", "for", "in", "at", "on", "to", "and"})
SLOTS = ("of", "base", "place", "period", "speaker")
Pair = tuple[LabelledFigure, LabelledFigure]


@dataclass(frozen=True, slots=True)
class Score:
    """On how many of n both agree; kappa is None where it says nothing, as where all values are one."""

    name: str
    hits: int
    n: int
    kappa: float | None = None

    @property
    def interval(self) -> tuple[float, float]:
        """The 95% score interval of the share (Wilson 1927), in 0 to 1; the whole range where n is 0."""
        if self.n == 0:
            return 0.0, 1.0
        share, n = self.hits / self.n, self.n
        middle = (share + Z95**2 / (2 * n)) / (1 + Z95**2 / n)
        half = Z95 / (1 + Z95**2 / n) * sqrt(share * (1 - share) / n + Z95**2 / (4 * n**2))
        return max(0.0, middle - half), min(1.0, middle + half)


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing on which the two do not agree."""

    document: str
    what: str
    one: str
    other: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """The scores over all documents that both labelled, and what is behind them."""

    documents: int
    scores: tuple[Score, ...]
    differences: tuple[Difference, ...]


def agreement(one: Sequence[LabelledDocument], other: Sequence[LabelledDocument]) -> Agreement:
    """How far two annotators agree on the documents that both labelled.

    Raises:
        SettingsError: they have no document in common, or labelled different texts under one id.
    """
    second = {d.id: d for d in other}
    both = [(d, second[d.id]) for d in one if d.id in second]
    if not both:
        raise SettingsError("no document has labels from both; compare labels of the same texts")
    for a, b in both:
        if a.text and b.text and a.text != b.text:
            raise SettingsError(f"{a.id}: the two labelled different texts under this id")
    found = [(a, b, sorted(paired(a.figures, b.figures), key=lambda p: p[0].start)) for a, b in both]
    return Agreement(len(both), tuple(_scores(found)), tuple(_differences(found)))


def paired(one: Sequence[LabelledFigure], other: Sequence[LabelledFigure]) -> Iterator[Pair]:
    """Figures of the two that share characters, each once, the longest overlap first."""
    shared = [
        (overlap, -n, -m)
        for n, a in enumerate(one)
        for m, b in enumerate(other)
        if (overlap := min(a.end, b.end) - max(a.start, b.start)) > 0
    ]
    taken: set[tuple[str, int]] = set()
    for _, n, m in sorted(shared, reverse=True):
        if ("one", -n) not in taken and ("other", -m) not in taken:
            taken |= {("one", -n), ("other", -m)}
            yield one[-n], other[-m]


Found = Sequence[tuple[LabelledDocument, LabelledDocument, list[Pair]]]


def _scores(found: Found) -> Iterator[Score]:
    pairs = [pair for *_, some in found for pair in some]
    total = sum(len(a.figures) + len(b.figures) for a, b, _ in found)
    yield Score("figures that both mark (F1)", 2 * len(pairs), total)
    yield Score("the same span", sum((a.start, a.end) == (b.start, b.end) for a, b in pairs), len(pairs))
    yield _categories("kind", pairs, lambda f: f.kind)
    yield _categories("negated or not", pairs, lambda f: str(f.negated))
    bounded = [(a, b) for a, b in pairs if (a.low, a.high) != (None, None) != (b.low, b.high)]
    yield Score("interval, where both give one", sum(_same_bounds(a, b) for a, b in bounded), len(bounded))
    for name in SLOTS:
        filled = sum(bool(getattr(f, name)) for pair in pairs for f in pair)
        yield Score(f"{name} (F1)", 2 * sum(_same_slot(name, a, b) for a, b in pairs), filled)
    yield _findings("findings (F1)", found, lambda _: True)
    yield _findings("mismatches (F1)", found, lambda f: f.verdict == "mismatch")


def _categories(name: str, pairs: Sequence[Pair], value: Callable[[LabelledFigure], str]) -> Score:
    told = [(value(a), value(b)) for a, b in pairs]
    return Score(name, sum(a == b for a, b in told), len(told), kappa(told))


def kappa(told: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa of two annotators' categories; None where chance would explain everything."""
    if not told:
        return None
    n = len(told)
    one, other = Counter(a for a, _ in told), Counter(b for _, b in told)
    observed = sum(a == b for a, b in told) / n
    expected = sum(one[c] * other[c] for c in one) / n**2
    return None if expected == 1 else (observed - expected) / (1 - expected)


def _same_bounds(a: LabelledFigure, b: LabelledFigure) -> bool:
    return all(_close(getattr(a, name), getattr(b, name)) for name in ("low", "high"))


def _close(a: float | None, b: float | None) -> bool:
    return a is b if a is None or b is None else abs(a - b) <= 1e-6 * max(1.0, abs(a), abs(b))


def _same_slot(name: str, a: LabelledFigure, b: LabelledFigure) -> bool:
    """True if the words are the same, or one side only adds some."""
    one, other = (_words(getattr(f, name)) for f in (a, b))
    return bool(one and other) and (one <= other or other <= one)


def _words(text: str | None) -> set[str]:
    return set(re.findall(r"\w+", (text or "").casefold())) - EMPTY


def _findings(name: str, found: Found, kind: Callable[[LabelledFinding], bool]) -> Score:
    hits = total = 0
    for a, b, _ in found:
        ones, others = [f for f in a.findings if kind(f)], [f for f in b.findings if kind(f)]
        total += len(ones) + len(others)
        for finding in ones:
            met = next((f for f in others if _same_finding(finding, f)), None)
            if met is not None:
                others.remove(met)
                hits += 2
    return Score(name, hits, total)


def _same_finding(a: LabelledFinding, b: LabelledFinding) -> bool:
    shared = sum(any(x.start < y.end and y.start < x.end for y in b.figures) for x in a.figures)
    return a.verdict == b.verdict and shared >= min(2, len(a.figures), len(b.figures))


def _differences(found: Found) -> Iterator[Difference]:
    for a, b, pairs in found:
        met = {id(f) for pair in pairs for f in pair}
        yield from (Difference(a.id, "figure", f.quote, "") for f in a.figures if id(f) not in met)
        yield from (Difference(a.id, "figure", "", f.quote) for f in b.figures if id(f) not in met)
        for x, y in pairs:
            yield from _on_one(a.id, x, y)


def _on_one(document: str, a: LabelledFigure, b: LabelledFigure) -> Iterator[Difference]:
    """What two say differently of one figure."""
    for name in ("kind", "negated"):
        one, other = (str(getattr(f, name)) for f in (a, b))
        if one != other:
            yield Difference(document, f"{name} of {a.quote}", one, other)
    if (a.low, a.high) != (None, None) != (b.low, b.high) and not _same_bounds(a, b):
        yield Difference(document, f"interval of {a.quote}", f"{a.low} to {a.high}", f"{b.low} to {b.high}")
    for name in SLOTS:
        one, other = (getattr(f, name) or "" for f in (a, b))
        if (one or other) and not _same_slot(name, a, b):
            yield Difference(document, f"{name} of {a.quote}", one, other)
