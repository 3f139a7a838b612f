"""A story beside a table: whose rows it names, in what words of whose heads, and of what times."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations

from extractor.amount import PERCENT
from extractor.lexicon import table as data
from extractor.model import Claim, Comparison, Period, Span
from extractor.reference.elliptic import is_bare
from extractor.reference.fitting import span_of, words_of
from extractor.reference.opposites import turned
from extractor.reference.rows.among import without_scopes
from extractor.reference.rows.homes import homes
from extractor.reference.rows.labels import Labels, Named, labels_of, mentions
from extractor.reference.rows.regions import regions
from extractor.reference.rows.spellings import with_weeks
from extractor.reference.rows.subjects import Subject, subjects
from extractor.reference.rows.together import together
from extractor.reference.setting import Place, Told, place_of, weights
from extractor.reference.tables.layout import EVER
from extractor.reference.tables.reference_table import Column, ReferenceTable, Row
from extractor.reference.times.when import When, when
from extractor.reference.words import groups, members, root, roots
from extractor.regexes import Regex

_WRITTEN = Regex(r"(?:,[^\n.,:]{2,20}){0,2}\s*(?:\([^)\n]{2,20}\)\s*)?(?::|\s[–—-]{1,2})\s")
#: Days of no more than a point in time.
_SNAPSHOT = 20
#: How sure the one thing of a table of times is where the sentence names a place.
_ANYWHERE = 0.5


def _printed_at(named: Named) -> Span:
    return named.span


def _is_dateline(text: str, name: Span) -> bool:
    """True for a name that opens a paragraph to say where it was written: "Mumbai: ", "LEEDS, Tuesday — "."""
    start = text.rfind("\n", 0, name.start) + 1
    return 0 < start == name.start and _WRITTEN.match(text, name.end) is not None


def _is_series(columns: Sequence[Column]) -> bool:
    """True for columns of one time each, unless two share no word but days: "Cleared 2024/25", "Old 2025"."""
    keys = [c.head.period.key if c.head.period else "" for c in columns]
    if not all(keys) or len(set(keys)) < len(keys):
        return False
    return not any(_are_apart(a, b) for a, b in combinations(columns, 2))


def _are_apart(a: Column, b: Column) -> bool:
    """True for two columns whose names have nothing in common, of times that do."""
    own, other = set(words_of(a)), set(words_of(b))
    return bool(own and other) and not own & other and _overlap(a.head.period, b.head.period)


def _overlap(a: Period | None, b: Period | None) -> bool:
    if a is None or b is None or a.start is None or b.start is None or a.end is None or b.end is None:
        return False
    return a.start <= b.end and b.start <= a.end


def _as_long(a: Period | None, b: Period | None) -> bool:
    """False for a quarter and nine months: no level rises from the one to the other."""
    days = [(p.end - p.start).days for p in (a, b) if p is not None and p.start and p.end]
    return len(days) < 2 or min(days) < _SNAPSHOT or max(days) <= 2 * min(days)


@dataclass(frozen=True)
class Wording:
    """A story beside one table, as far as words go."""

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
        text = self.told.document.text
        heads = {w for c in self.reference.columns for w in roots(c.head.text)}
        # "Overall absence" is the name of a column and no row for all, and "English" one of a subject.
        found = tuple(
            n
            for n in without_scopes(text, mentions(text, self.labels), self.reference)
            if ((n.full and not n.wide) or root(n.span.of(text)) not in heads)
            and not _is_dateline(text, n.span)
        )
        every = together(text, self.labels.totals, self.reference)
        found += tuple(n for n in every if not any(n.span.overlaps(f.span) for f in found))
        blocks = tuple(regions(self.told, found, self.reference))
        found = (*(n for n in found if not any(n.span.overlaps(b.span) for b in blocks)), *blocks)
        found = tuple(
            sorted((*found, *homes(self.told, found, self.labels, self.vocabulary)), key=_printed_at)
        )
        return tuple(self._with_numbers(n) for n in found)

    def _with_numbers(self, named: Named) -> Named:
        """A name without the heading of a block: "NORTH WEST" over its rows, beside "Total North West"."""
        given = tuple(w for w in named.labels if w not in self._headings)
        return replace(named, labels=given) if given and given != named.labels else named

    @cached_property
    def _headings(self) -> frozenset[str]:
        """The labels of rows in which no cell is printed."""
        table = self.reference
        printed = {r.label for r in table.rows if any(table.printed(r, c) for c in table.columns)}
        return frozenset(r.label for r in table.rows) - printed

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
        alike = (a.unit, a.head.is_change, a.head.is_rank) == (b.unit, b.head.is_change, b.head.is_rank)
        return alike and self._family(a) == self._family(b) and _as_long(a.head.period, b.head.period)

    def _family(self, column: Column) -> frozenset[str]:
        """The words that tell a column from others of its time; none where it is the only one of its unit."""
        return frozenset() if column.unit in self._sole else frozenset(words_of(column))

    @cached_property
    def _sole(self) -> frozenset[str]:
        """The units in which no two columns are of one time: their words tell times apart, not measures."""
        columns: dict[str, list[Column]] = {}
        for c in self.reference.columns:
            if not c.head.is_change and not c.head.is_rank:
                columns.setdefault(c.unit, []).append(c)
        series = {u for u, own in columns.items() if len(own) > 1 and _is_series(own)}
        alone = {u for u, own in columns.items() if len(own) == 1 and u not in ("", PERCENT)}
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
        found = subjects(self.told, place, span_of(value), self.named, totals, self.vocabulary)
        # Where time alone tells rows apart, a place in the sentence is no other row.
        return found or ((Subject(totals, _ANYWHERE),) if totals == (EVER,) else ())

    def near(self, value: Claim | Comparison) -> dict[str, float]:
        """Root → how near it stands to a figure or phrase.

        A sentence that names no measure goes on about that of the one before: "In Dene it was 12 per cent".
        """
        near = self._told_near(value)
        return near | self._turned(value, near)

    def is_turned(self, value: Claim | Comparison) -> bool:
        """True for a share told by the opposite of what its column counts: "85 per cent were refused"."""
        return bool(self._turned(value, self._told_near(value)))

    def _turned(self, value: Claim | Comparison, near: Mapping[str, float]) -> dict[str, float]:
        place = self.place(value)
        stretch = self.told.document.text[place.before.start : place.after.end]
        return turned(value, stretch, near, self._of_shares)

    @cached_property
    def _of_shares(self) -> frozenset[str]:
        """Roots of the words of columns of per cent."""
        return frozenset(w for c in self.reference.columns if c.unit == PERCENT for w in words_of(c))

    def _told_near(self, value: Claim | Comparison) -> dict[str, float]:
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
        """The story with blanks in place of the names of rows, and spans of time as heads print them."""
        kept = list(self.told.document.text)
        for one in self.named:
            if not one.wide and not one.home:
                kept[one.span.start : one.span.end] = " " * len(one.span)
        return with_weeks("".join(kept), self.vocabulary)

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
