"""A claim and the cells that it may mean, with how firmly words tie it to each.

Three ties have to hold: of whom (the row that the sentence names), of what (words of the head),
when. Numbers are not looked at here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from extractor.amount import PERCENT
from extractor.lexicon import table as data
from extractor.model import Claim, Comparison, Span
from extractor.reference.elliptic import is_bare
from extractor.reference.fitting import fits, span_of, words_of
from extractor.reference.homes import homes
from extractor.reference.labels import Labels, Named, labels_of, mentions
from extractor.reference.setting import Place, Told, place_of, weights
from extractor.reference.shares import shares_of
from extractor.reference.subjects import Subject, subjects
from extractor.reference.tables import Column, ReferenceTable, Row, is_total
from extractor.reference.times import When, when
from extractor.reference.words import groups, members, roots

#: Words at least this near to a figure are its own: "English, maths and science" is more than English.
_NEAR = 0.75
#: How much of a tie is lost where all of them name other cells.
_BEYOND = 0.6
#: What a word behind a preposition weighs: "post" in "Officers in post".
_TAIL = 0.3


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


def _printed_at(named: Named) -> Span:
    return named.span


@dataclass(frozen=True)
class Reader:
    """A story read beside one table."""

    told: Told
    reference: ReferenceTable

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """The claims of the story by their id."""
        return {c.id: c for c in self.told.claims}

    @cached_property
    def labels(self) -> Labels:
        """The names of the table's rows."""
        return labels_of(self.reference)

    @cached_property
    def named(self) -> tuple[Named, ...]:
        """Where the story names rows."""
        found = mentions(self.told.document.text, self.labels)
        return tuple(
            sorted((*found, *homes(self.told, found, self.labels, self.vocabulary)), key=_printed_at)
        )

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
        heads |= {w for c in r.columns for w in roots(c.head.text)}
        return frozenset(heads | kinds | r.title_words | set(roots(r.row_noun)))

    @cached_property
    def text(self) -> str:
        """Title, notes and heads of the table."""
        r = self.reference
        return "\n".join([r.caption, *r.notes, *(c.head.text for c in r.columns)])

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

    def same_measure(self, a: Column, b: Column) -> bool:
        """True if two columns hold one measure, at different times."""
        return (
            a.unit == b.unit and a.head.is_change == b.head.is_change and self._family(a) == self._family(b)
        )

    def _family(self, column: Column) -> frozenset[str]:
        """The words that tell a column from others of its time; none where it is the only one of its unit."""
        return frozenset() if column.unit in self._sole else frozenset(words_of(column))

    @cached_property
    def _sole(self) -> frozenset[str]:
        """The units in which no two columns are of one time: their words tell times apart, not measures."""
        times: dict[str, list[str]] = {}
        for c in self.reference.columns:
            if not c.head.is_change and not c.head.is_rank:
                times.setdefault(c.unit, []).append(c.head.period.key if c.head.period else "")
        series = {u for u, keys in times.items() if len(set(keys)) == len(keys) > 1 and all(keys)}
        alone = {u for u, keys in times.items() if len(keys) == 1 and u not in ("", PERCENT)}
        return frozenset(series | alone)

    def is_sole(self, column: Column) -> bool:
        """True if no other column has numbers of the unit at the same time."""
        return column.unit in self._sole and not column.head.is_change

    def place(self, value: Claim | Comparison) -> Place:
        """The stretch of its sentence that belongs to a figure or phrase."""
        return place_of(self.told, value.sentence, span_of(value), self.numbers)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers in heads: the 18 of "within 18 weeks"."""
        return frozenset(w for w in self.vocabulary if w.isdigit())

    def subjects(self, value: Claim | Comparison) -> tuple[Subject, ...]:
        """The rows that a figure or phrase may speak of, the surest first."""
        place, totals = self.place(value), self.labels.totals
        return subjects(self.told, place, span_of(value), self.named, totals, self.vocabulary)

    def near(self, value: Claim | Comparison) -> dict[str, float]:
        """Root → how near it stands to a figure or phrase.

        A sentence that names no measure goes on about that of the one before: "In Dene it was 12 per cent".
        """
        place = self.place(value)
        near = weights(self.told, value, place, self.plain)
        said = max((near.get(w, 0.0) for w in self.measures), default=0.0)
        if said >= data("reference")["tie"]["sentence"]:
            return near
        return weights(self.told, value, place, self.plain, carried=self._carried(value, place))

    def _carried(self, value: Claim | Comparison, place: Place) -> Span:
        """The sentence whose measure a figure goes on about: the last that names one."""
        around = self.told.paragraph(place.sentence.start)
        before = list(self.told.sentences_before(place.sentence.start, around))
        first = before[0] if before else Span(place.sentence.start, place.sentence.start)
        if isinstance(value, Comparison):
            return first
        # "In Dene it was 12 per cent" may open a paragraph, "In Dene 300 people came" is of its own.
        counted = value.figure.kind == "count" and not is_bare(self.told.document.text, value)
        above = None if counted else self.told.paragraph_before(around)
        before += list(self.told.sentences_before(above.end, above)) if above is not None else []
        named = (s for s in before if any(w in self.measures for w in roots(s.of(self.plain))))
        return next(named, first)

    @cached_property
    def plain(self) -> str:
        """The story with blanks in place of the names of rows."""
        kept = list(self.told.document.text)
        for one in self.named:
            if not one.wide and not one.home:
                kept[one.span.start : one.span.end] = " " * len(one.span)
        return "".join(kept)

    def _akin_of(self, words: Iterable[str]) -> frozenset[str]:
        return frozenset(m for w in words for g in groups(w) & self.groups for m in members(g))

    @cached_property
    def measures(self) -> frozenset[str]:
        """Roots of all words that name columns or sort rows, and those for the same things."""
        r = self.reference
        own = {w for c in r.columns for w in words_of(c)} | {
            w for row in r.rows[:500] for k in row.kinds for w in roots(k)
        }
        return frozenset(own | {w for g in self.groups for w in members(g)})

    def when(self, value: Claim | Comparison, columns: Sequence[Column] | None = None) -> When:
        """The periods of the table, or of some of its columns, that a figure may speak of."""
        return when(self.told, self.reference, value, self.place(value), columns)

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
        return weight * (0.3 if word in self.reference.title_words else 1.0)

    def _names(self, column: Column, row: Row) -> tuple[tuple[str, ...], ...]:
        """The names of a cell's measure: the head's and each alias, with what sorts the rows of its label."""
        sorting = self._sorting(row)
        names = [column.head.words, *(roots(a) for a in column.aliases)]
        names += [column.head.aside] if column.head.aside else []
        return tuple(dict.fromkeys(tuple(dict.fromkeys([*n, *sorting])) for n in names))

    def _sorting(self, row: Row) -> tuple[str, ...]:
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
        rivalled = any(f and f <= said.keys() and not f <= own for f in families)
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
                    tie = Tie(self.firmness(near, column, own, dated=dating), rivalled)
                    yield Candidate(row, column, tie, certainty, dated)

    def firmness(self, near: Mapping[str, float], column: Column, tie: Tie, *, dated: bool = False) -> float:
        """How firm a tie is: the only measure of a unit needs no words but those of table and time."""
        if not self.is_sole(column):
            return tie.firmness
        sole = data("reference")["tie"]["sole"]
        own = {*words_of(column), *self.reference.title_words, *roots(self.reference.row_noun)}
        others = self.measures - own - self._akin_of(own)
        if max((near.get(w, 0.0) for w in others), default=0.0) >= _NEAR:
            return tie.firmness  # "59 per cent of appointments" is of another column
        word = max((self.support(near, w) for w in own), default=0.0)
        alone: float = sole["base"] + sole["word"] * word + (sole["dated"] if dated else 0.0)
        return max(alone, tie.firmness)
