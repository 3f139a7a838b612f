"""The measures that a figure may be of, each described by which of its words stand where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from extractor.amount import PERCENT, POINTS
from extractor.model import Claim
from extractor.reference.fitting import fits, of_statistic
from extractor.reference.likely.around import Around, step
from extractor.reference.likely.board import Measure
from extractor.reference.tables.reference_table import Column
from extractor.reference.words import root, roots

_SCOPES = ("clause", "sentence", "previous", "paragraph", "lead")
_TIES = (0.0, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95)


def unit_of(claim: Claim) -> str:
    """The sort of unit of a figure."""
    unit = claim.figure.amount.unit
    return {PERCENT: "%", POINTS: "points"}.get(unit, claim.figure.kind)


def _unit_of(column: Column) -> str:
    if column.unit == PERCENT:
        return "%"
    return "none" if column.unit == "" else "per" if column.unit.startswith("per ") else "unit"


def measures(around: Around) -> dict[Measure, frozenset[str]]:
    """Measure → features."""
    words = _Words(around)
    own = {m: set(words.features(m)) for m in around.board.measures}
    for where, keys in around.neighbours:
        several = {measure for _, measure, _ in keys}
        for measure in several:
            own[measure].add(f"neighbour {where}{' one' if len(several) == 1 else ''}")
            own[measure].add(f"neighbour {where}, words {bool(words.told['clause'])}")
    for measure in words.last:
        own[measure].add(f"last figure, words {bool(words.told['clause'])}")
    return {m: frozenset(f) for m, f in own.items()}


@dataclass(frozen=True)
class _Words:
    """The words around a figure that name measures."""

    around: Around

    @cached_property
    def rare(self) -> Mapping[str, float]:
        """Root → how well it tells measures apart."""
        every = list(self.around.board.measures.values())
        return {w: 1 / sum(w in own for own in every) for own in every for w in own}

    @cached_property
    def told(self) -> Mapping[str, frozenset[str]]:
        """Stretch of text → the roots of measures that stand in it, or words for the same."""
        around, reader = self.around, self.around.board.reader
        stretches = {
            "clause": f"{around.words(around.place.before)} # {around.words(around.place.after)}",
            "sentence": around.words(around.sentence),
            "previous": around.words(around.previous),
            "paragraph": around.words(around.above),
            "lead": reader.told.lead,
        }
        said = {scope: roots(text) for scope, text in stretches.items()}
        return {
            scope: frozenset(w for w in self.rare if any(reader.akin(w, s) for s in words))
            for scope, words in said.items()
        }

    def cover(self, measure: Measure, scope: str) -> float:
        """The share of a measure's name that stands in a stretch."""
        own = self.around.board.measures[measure]
        whole = sum(self.rare[w] for w in own)
        return sum(self.rare[w] for w in own if w in self.told[scope]) / whole if whole else 0.0

    @cached_property
    def most(self) -> Mapping[str, float]:
        """Stretch → the largest share of a name that stands in it."""
        every = self.around.board.measures
        return {scope: max(self.cover(m, scope) for m in every) for scope in _SCOPES}

    @cached_property
    def fitting(self) -> frozenset[Measure]:
        """The measures whose cells may be what the figure states, by their unit."""
        board = self.around.board
        return frozenset(m for m in board.measures if fits(self.around.claim, board.column[m[1]]))

    @cached_property
    def ties(self) -> Mapping[Measure, tuple[float, bool]]:
        """How firmly the rules tie the figure to each measure, and whether another is named as well."""
        board, reader = self.around.board, self.around.board.reader
        near = reader.near(self.around.claim)
        columns = [board.column[number] for number in {number for _, number in board.measures}]
        rows = {at.row.number: at.row for at in board.sample.values()}
        found = reader.ties(near, columns, list(rows.values()))
        told = {m: (board.column[m[1]], found[m[1], at.row.kinds]) for m, at in board.sample.items()}
        return {m: (reader.firmness(near, c, tie), tie.rivalled) for m, (c, tie) in told.items()}

    @cached_property
    def best(self) -> float:
        """The firmest tie to a measure that fits."""
        return max((self.ties[m][0] for m in self.fitting), default=0.0)

    @cached_property
    def noun(self) -> str | None:
        """Root of the noun that the figure counts."""
        measure = self.around.claim.measure
        return None if measure is None else root(measure.key)

    def has_noun(self, measure: Measure) -> bool:
        """True if a measure's name has the noun."""
        reader, own = self.around.board.reader, self.around.board.measures[measure]
        return self.noun is not None and any(reader.akin(self.noun, w) for w in own)

    @cached_property
    def is_noun_known(self) -> bool:
        """True if any measure's name has the noun."""
        return any(self.has_noun(m) for m in self.around.board.measures)

    @cached_property
    def last(self) -> frozenset[Measure]:
        """The measures that the figure before prints."""
        board = self.around.board
        before = [c for c in board.figures if c.figure.span.end <= self.around.span.start]
        return frozenset(m for _, m, _ in board.printed[before[-1].id]) if before else frozenset()

    def features(self, measure: Measure) -> Iterator[str]:
        """What speaks for and against a measure."""
        yield from self._of_unit(measure)
        yield from self._of_ties(measure)
        for scope in _SCOPES:
            yield from self._of_scope(measure, scope)
        yield from self._of_name(measure)
        yield from self._of_size(measure)
        yield from self._of_story(measure)

    def _of_story(self, measure: Measure) -> Iterator[str]:
        """How the measure stands among others: by the latest time, the title, what the story prints."""
        board, fit = self.around.board, "fits" if measure in self.fitting else "no"
        latest = board.times[measure][-1] in (None, board.latest)
        yield f"latest {latest} {fit}"
        own = [m for m in board.measures if m in self.fitting]
        if measure in self.fitting:
            yield f"place {min(own.index(measure), 3)} of {step(len(own), 1, 2, 4)}"
        words, title = set(board.measures[measure]), board.reader.reference.title_words
        yield f"titled {step(len(words & title) / len(words), 0, 0.5, 0.99) if words else 'none'} {fit}"
        times, others = self.printed[measure], [self.printed[m] for m in own if m != measure]
        yield f"printed {step(times, 0, 2)} most {times >= max(others, default=0)} {fit}"
        whole = {w.lower() for w in board.column[measure[1]].head.text.replace(":", " ").split()}
        if whole & {"all", "total", "overall", "gross"}:
            yield f"whole {fit}"

    @cached_property
    def printed(self) -> Mapping[Measure, int]:
        """How many other figures of the story print cells of each measure."""
        board = self.around.board
        told = (keys for id_, keys in board.printed.items() if id_ != self.around.claim.id)
        return Counter(measure for keys in told for measure in {m for _, m, _ in keys})

    def _of_unit(self, measure: Measure) -> Iterator[str]:
        claim, column = self.around.claim, self.around.board.column[measure[1]]
        fit = measure in self.fitting
        same = "fits" if fit else "same" if claim.figure.amount.unit == column.unit else "no"
        yield f"unit {unit_of(claim)} {_unit_of(column)} {same}"
        if fit:
            yield f"fits of {step(len(self.fitting), 1, 2, 4)}"
        if column.head.is_change:
            yield f"column of changes, {claim.statistic == 'change'}"
        if measure[1] in of_statistic(claim, self.around.board.reader.reference.columns):
            yield "statistic"

    def _of_ties(self, measure: Measure) -> Iterator[str]:
        firmness, rivalled = self.ties[measure]
        yield f"tie {step(firmness, *_TIES)}"
        if measure in self.fitting:
            yield f"tie below best {step(self.best - firmness, 0.0, 0.05, 0.15, 0.3)}"
        if rivalled:
            yield "rivalled"

    def _of_scope(self, measure: Measure, scope: str) -> Iterator[str]:
        own, cover = self.around.board.measures[measure], self.cover(measure, scope)
        yield f"{scope} cover {step(cover, 0, 0.35, 0.7, 0.99)}"
        if scope in ("clause", "sentence"):
            beyond = sum(self.rare[w] for w in self.told[scope] if w not in own)
            yield f"{scope} beyond {step(beyond, 0, 0.5, 1.1)} cover {step(cover, 0, 0.5, 0.99)}"
        if self.most[scope] > 0:
            yield f"{scope} {'best' if cover >= self.most[scope] - 1e-9 else 'not best'}"

    def _of_name(self, measure: Measure) -> Iterator[str]:
        own = set(self.around.board.measures[measure])
        said = {w for scope in _SCOPES for w in self.told[scope]}
        yield f"unsaid {min(len(own - said), 3)}"
        yield f"words {min(len(own), 4)}"
        if self.noun is not None:
            yield f"noun {'has' if self.has_noun(measure) else 'not' if self.is_noun_known else 'nowhere'}"
            if self.noun in own:
                yield "noun exact"

    def _of_size(self, measure: Measure) -> Iterator[str]:
        """Whether the measure has numbers of the figure's size; never which."""
        low, reach = self.around.claim.figure.amount.low, self.around.board.reach.get(measure[1])
        if not low or reach is None:
            return
        value, (least, most) = abs(float(low)), reach
        inside, near = least <= value <= most, least / 3 <= value <= most * 3
        yield f"size {'inside' if inside else 'near' if near else 'far'}"
