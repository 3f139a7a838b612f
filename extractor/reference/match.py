"""A claim and the cells that it may mean, with how firmly words tie it to each.

Three ties have to hold: of whom (the row that the sentence names), of what (words of the head),
when. Numbers are not looked at here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from extractor.lexicon import table as data
from extractor.model import Claim, Comparison
from extractor.reference.fitting import fits, of_statistic, words_of
from extractor.reference.tables.reference_table import Column, Row, is_total
from extractor.reference.tables.shares import shares_of
from extractor.reference.wording import Wording
from extractor.reference.words import groups, roots
from extractor.regexes import Regex

#: Words at least this near to a figure are its own: "English, maths and science" is more than English.
_NEAR = 0.75
#: How much of a tie is lost where all of them name other cells.
_BEYOND = 0.6
#: What a word behind a preposition weighs: "post" in "Officers in post".
_TAIL = 0.3


_OR = Regex(r"(?<![\w-])([a-z-]{4,})\s+or\s+([a-z-]{4,})(?![\w-])", re.IGNORECASE)


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


def _either(column: Column) -> Iterator[frozenset[str]]:
    """The roots of either word of "charged or summonsed": each name is whole without the other."""
    found = _OR.search(column.head.text)
    if found is not None:
        yield from (frozenset(roots(found[n])) for n in (1, 2))


def _is_count(value: Claim | Comparison) -> bool:
    return isinstance(value, Claim) and value.figure.kind == "count"


@dataclass(frozen=True)
class Reader(Wording):
    """A story read beside one table."""

    def ties(
        self, near: Mapping[str, float], columns: Sequence[Column], rows: Sequence[Row]
    ) -> dict[tuple[int, tuple[str, ...]], Tie]:
        """(column, kinds of its row) → how firmly the words tie to it."""
        cells = {(c.number, r.kinds): self._names(c, r) for c in columns for r in rows}
        families = {frozenset(name) for names in cells.values() for name in names if name}
        rare = {w: self._rarity(w, families) for f in families for w in f}
        return {
            key: max(
                self._tie(near, name, self._weights(key[0], rare), families, {*names, *self._wholes(key[0])})
                for name in names
            )
            for key, names in cells.items()
        }

    def _weights(self, column: int, rare: Mapping[str, float]) -> Mapping[str, float]:
        """How well each word tells cells apart; less for what narrows a name that is clear without it."""
        tail = self._tails.get(column, frozenset())
        return {w: n * (_TAIL if w in tail else 1.0) for w, n in rare.items()} if tail else rare

    @cached_property
    def _tails(self) -> Mapping[int, frozenset[str]]:
        """Column → the words behind a preposition, where no other column has those before it."""
        columns = self.reference.columns
        return {
            c.number: c.head.tail
            for c in columns
            if c.head.tail
            and not any(
                set(c.head.words) - c.head.tail <= set(o.head.words) and not self.same_measure(c, o)
                for o in columns
                if o != c
            )
        }

    def _wholes(self, column: int) -> Iterator[Sequence[str]]:
        """The names of the columns that a column is a part of: "violent incidents with a drink marker"."""
        for part, whole in self._shares:
            if part == column + 1:
                yield from (words_of(c) for c in self.reference.columns if c.number + 1 == whole)

    @cached_property
    def _shares(self) -> tuple[tuple[int, int], ...]:
        return tuple(pair for _, pair in shares_of(self.reference))

    def _rarity(self, word: str, families: Iterable[frozenset[str]]) -> float:
        """How well a word tells cells apart: little if the title has it, next to nothing if all have it."""
        every = list(families)
        weight = log(len(every) / sum(word in f for f in every)) + 0.05
        common = word in self.reference.title_words or word in self._row_words
        return weight * (0.3 if common else 1.0)

    @cached_property
    def _row_words(self) -> frozenset[str]:
        """Roots of what the table calls its rows: "any other authority" names no "Billing authority"."""
        return frozenset(roots(self.reference.row_noun))

    def _names(self, column: Column, row: Row) -> tuple[tuple[str, ...], ...]:
        """The names of a cell's measure: the head's and each alias, with what sorts the rows of its label."""
        sorting = self.sorting(row)
        names = [column.head.words, *(roots(a) for a in column.aliases)]
        names += [column.head.aside] if column.head.aside else []
        names += [tuple(w for w in column.head.words if w not in root_of) for root_of in _either(column)]
        return tuple(dict.fromkeys(tuple(dict.fromkeys([*n, *sorting])) for n in names))

    def sorting(self, row: Row) -> tuple[str, ...]:
        """Roots of the kinds of a row, where others of its label are of other kinds."""
        if len({r.kinds for r in self.rows[row.label]}) < 2:
            return ()
        return tuple(w for k in row.kinds if not is_total(k) for w in roots(k))

    def _tie(
        self,
        near: Mapping[str, float],
        words: Sequence[str],
        rare: Mapping[str, float],
        families: Iterable[frozenset[str]],
        names: Iterable[Sequence[str]],
    ) -> Tie:
        """The share of a name's words that stand near, less for near words that only other cells have."""
        if not words:
            return Tie(data("reference")["tie"]["unit"])
        covered = sum(rare[w] * self.support(near, w) for w in words) / sum(rare[w] for w in words)
        said = {w: rare[w] * s for w in rare if (s := self.support(near, w)) >= _NEAR}
        own = {w for name in names for w in name}
        beyond = sum(weight for w, weight in said.items() if w not in own)
        share = beyond / sum(said.values()) if said else 0.0
        # "Long-term empty homes" names no "Empty homes": what that has more is the noun of the whole table.
        more, title = own & said.keys(), self.reference.title_words
        rivals = (f for f in families if f and f <= said.keys() and not f <= own)
        rivalled = any(not more - f or f - own - title for f in rivals)
        return Tie(covered * (1 - _BEYOND * share), rivalled)

    def support(self, near: Mapping[str, float], word: str) -> float:
        """How near a word, or one for the same thing, stands."""
        own = near.get(word, 0.0)
        if not groups(word):
            return own
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
        for subject in self.subjects(claim):
            yield from self.cells(claim, columns, subject.labels, subject.certainty)

    def cells(
        self,
        value: Claim | Comparison,
        columns: Sequence[Column],
        labels: Sequence[str],
        certainty: float = 1.0,
    ) -> Iterator[Candidate]:
        """The cells of some rows and columns that are of a time which the words allow."""
        means = of_statistic(value, columns)
        columns = [c for c in columns if c.number in means] if means else columns
        near, times = self.near(value), self.when(value, columns)
        rows = [r for label in labels for r in self.rows.get(label, ())]
        ties = self.ties(near, columns, rows)
        dating = times.main is not None and not times.assumed
        for row in rows:
            for column in columns:
                dated = times.of(self.reference.period(row, column))
                if dated is not None:
                    own = ties[column.number, row.kinds]
                    rivalled = own.rivalled and not self.is_sole(column)
                    # "21,415 cases" are no weeks, though no other column has weeks.
                    if column.head.is_worded and _is_count(value):
                        firm = own.firmness if words_of(column) else 0.0
                    else:
                        firm = self.firmness(near, column, own, dated=dating)
                    firm = max(firm, data("reference")["tie"]["mean"]) if column.number in means else firm
                    tie = Tie(firm, rivalled)
                    yield Candidate(row, column, tie, certainty, dated)

    def firmness(self, near: Mapping[str, float], column: Column, tie: Tie, *, dated: bool = False) -> float:
        """How firm a tie is: the only measure of a unit needs no words but those of table and time."""
        if not self.is_sole(column):
            return tie.firmness
        sole = data("reference")["tie"]["sole"]
        own = {*words_of(column), *self.reference.title_words, *roots(self.reference.row_noun)}
        others = self.measures - own - self._akin_of(own)
        # A rate has one column: what the sentence before named is no other measure of it.
        least = data("reference")["tie"]["segment"] if column.unit.startswith("per ") else _NEAR
        if max((near.get(w, 0.0) for w in others), default=0.0) >= least:
            return tie.firmness  # "59 per cent of appointments" is of another column
        word = max((self.support(near, w) for w in own), default=0.0)
        alone: float = sole["base"] + sole["word"] * word + (sole["dated"] if dated else 0.0)
        return max(alone, tie.firmness)
