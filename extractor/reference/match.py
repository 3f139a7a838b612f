"""A claim and the cells that it may mean, with how firmly words tie it to each.

Three ties have to hold: of whom (the row that the sentence names), of what (words of the head),
when. Numbers are not looked at here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from extractor.amount import PERCENT, POINTS
from extractor.lexicon import table as data
from extractor.model import Claim, Comparison, Span
from extractor.reference.interpret import Column, ReferenceTable, Row
from extractor.reference.labels import Labels, Named, labels_of, mentions
from extractor.reference.setting import Place, Subject, Told, place_of, subjects, weights
from extractor.reference.times import When, when
from extractor.reference.words import groups, roots

#: Words at least this near to a figure are its own: "English, maths and science" is more than English.
_NEAR = 0.75
#: How much of a tie is lost where all of them name other cells.
_BEYOND = 0.6


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """How firmly the words near a figure tie it to a cell's measure, from 0 to 1."""

    firmness: float
    #: True if the figure's own words name another measure of the table in full as well.
    rivalled: bool = False


@dataclass(frozen=True, slots=True)
class At:
    """A cell by its row and column."""

    row: Row
    column: Column


@dataclass(frozen=True, slots=True)
class Candidate(At):
    """A cell that a claim may mean."""

    tie: Tie
    #: How sure the row is.
    subject: float
    #: True if the words, or the table for want of others, fix the period.
    dated: bool


@dataclass(frozen=True)
class Reader:
    """A story read beside one table."""

    told: Told
    reference: ReferenceTable

    @cached_property
    def labels(self) -> Labels:
        """The names of the table's rows."""
        return labels_of(self.reference)

    @cached_property
    def named(self) -> tuple[Named, ...]:
        """Where the story names rows."""
        return mentions(self.told.document.text, self.labels)

    @cached_property
    def rows(self) -> Mapping[str, tuple[Row, ...]]:
        """Label → its rows."""
        found: dict[str, list[Row]] = {}
        for row in self.reference.rows:
            found.setdefault(row.label, []).append(row)
        return {label: tuple(rows) for label, rows in found.items()}

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Roots of all words in heads, titles, kinds and the noun of the rows."""
        r = self.reference
        heads = {w for c in r.columns for w in words_of(c)}
        kinds = {w for row in r.rows for k in row.kinds for w in roots(k)}
        return frozenset(heads | kinds | r.title_words | set(roots(r.row_noun)))

    @cached_property
    def groups(self) -> frozenset[int]:
        """The groups of words for one thing that tell no two columns of the table apart."""
        seen: dict[int, set[str]] = {}
        named = {w for c in self.reference.columns for w in words_of(c)}
        named |= {w for row in self.reference.rows[:500] for k in row.kinds for w in roots(k)}
        for word in named:
            for group in groups(word):
                seen.setdefault(group, set()).add(word)
        return frozenset(g for g, words in seen.items() if len(words) == 1)

    def akin(self, a: str, b: str) -> bool:
        """True if two roots may name one thing in this table."""
        return a == b or bool(groups(a) & groups(b) & self.groups)

    def place(self, value: Claim | Comparison) -> Place:
        """The stretch of its sentence that belongs to a figure or phrase."""
        return place_of(self.told, value.sentence, span_of(value))

    def subjects(self, value: Claim | Comparison) -> tuple[Subject, ...]:
        """The rows that a figure or phrase may speak of, the surest first."""
        place, totals = self.place(value), self.labels.totals
        return subjects(self.told, place, span_of(value), self.named, totals, self.vocabulary)

    def near(self, value: Claim | Comparison) -> dict[str, float]:
        """Root → how near it stands to a figure or phrase."""
        return weights(self.told, value, self.place(value))

    def when(self, value: Claim | Comparison) -> When:
        """The periods of the table that a figure may speak of."""
        return when(self.told, self.reference, value, self.place(value))

    def ties(
        self, near: Mapping[str, float], columns: Sequence[Column], rows: Sequence[Row]
    ) -> dict[tuple[int, tuple[str, ...]], Tie]:
        """(column, kinds of its row) → how firmly the words tie to it."""
        cells = {(c.number, r.kinds): self._words(c, r) for c in columns for r in rows}
        spread = {key: frozenset(words) for key, words in cells.items()}
        families = set(spread.values())
        rare = {
            w: log((len(families) + 1) / sum(w in f for f in families)) + 0.1 for f in families for w in f
        }
        return {key: self._tie(near, words, rare, families) for key, words in cells.items()}

    def _words(self, column: Column, row: Row) -> tuple[str, ...]:
        return tuple(dict.fromkeys([*words_of(column), *(w for k in row.kinds for w in roots(k))]))

    def _tie(
        self,
        near: Mapping[str, float],
        words: Sequence[str],
        rare: Mapping[str, float],
        families: Iterable[frozenset[str]],
    ) -> Tie:
        """The share of a cell's words that stand near, less for near words that only other cells have."""
        if not words:
            return Tie(0.0)
        covered = sum(rare[w] * self.support(near, w) for w in words) / sum(rare[w] for w in words)
        said = {w: rare[w] * s for w in rare if (s := self.support(near, w)) >= _NEAR}
        beyond = sum(weight for w, weight in said.items() if w not in words)
        share = beyond / sum(said.values()) if said else 0.0
        rivalled = any(f and f <= said.keys() and not f <= set(words) for f in families)
        return Tie(covered * (1 - _BEYOND * share), rivalled)

    def support(self, near: Mapping[str, float], word: str) -> float:
        """How near a word, or one for the same thing, stands."""
        own = near.get(word, 0.0)
        akin = max((near[n] for n in near if n != word and self.akin(n, word)), default=0.0)
        less: float = data("reference")["tie"]["akin"]
        return max(own, akin * less)

    def candidates(self, claim: Claim) -> tuple[Candidate, ...]:
        """The cells that a claim may mean, the firmest first."""
        columns = [c for c in self.reference.columns if fits(claim, c)]
        if not columns:
            return ()
        return tuple(
            sorted(
                self._candidates(claim, columns), key=lambda c: (-c.tie.firmness - c.subject, c.row.number)
            )
        )

    def _candidates(self, claim: Claim, columns: Sequence[Column]) -> Iterator[Candidate]:
        near, times = self.near(claim), self.when(claim)
        for subject in self.subjects(claim):
            rows = [r for label in subject.labels for r in self.rows.get(label, ())]
            ties = self.ties(near, columns, rows)
            for row in rows:
                for column in columns:
                    dated = times.of(self.reference.period(row, column))
                    if dated is not None:
                        tie = ties[column.number, row.kinds]
                        yield Candidate(row, column, tie, subject.certainty, dated)


def words_of(column: Column) -> tuple[str, ...]:
    """Roots of the words that name a column, aliases too."""
    return tuple(dict.fromkeys([*column.head.words, *(w for a in column.aliases for w in roots(a))]))


def span_of(value: Claim | Comparison) -> Span:
    """The printed words."""
    return value.figure.span if isinstance(value, Claim) else value.span


def fits(claim: Claim, column: Column) -> bool:
    """True if a column's cells may be what a claim states: counts with counts, shares with shares."""
    unit, kind = claim.figure.amount.unit, claim.figure.kind
    if column.head.is_rank or kind in ("date", "reference", "score", "multiple", "rank") or unit == POINTS:
        return False
    if column.head.is_change != (claim.statistic == "change"):
        return False
    if unit == PERCENT:
        return column.unit == PERCENT or "rate" in column.head.text.lower()
    if column.unit == PERCENT or column.unit.startswith("per "):
        return kind == "rate" and column.unit.startswith("per ")
    if kind == "count":
        return column.unit == ""
    return column.unit in (unit, "")
