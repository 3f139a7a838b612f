"""Ranks among the rows of a table: "the highest of any district", "came top", "third most"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from extractor.amount import surely_less
from extractor.lexicon import table as data
from extractor.model import Amount, Claim, Comparison, ComparisonDirection, Finding, Role, Span
from extractor.reference.findings import cite, finding
from extractor.reference.interpret import is_average
from extractor.reference.match import At, Reader, fits, words_of
from extractor.reference.phrases import phrase
from extractor.reference.scopes import scope_of
from extractor.reference.stated import agree, in_table
from extractor.reference.times import When
from extractor.reference.topic import Topic, at_time, times_of, topics

#: Characters around a rank in which words may say that it is none.
_AROUND = 24


@dataclass(frozen=True, slots=True)
class Rank:
    """Words that give a row its place among the others."""

    span: Span
    #: 1 for first from the end that the words mean.
    place: int
    #: None where praise or blame may mean either end.
    end: ComparisonDirection | None


_OTHER_END: dict[ComparisonDirection, ComparisonDirection] = {"higher": "lower", "lower": "higher"}


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a row stands in a column: so many are surely above it, so many surely below."""

    rows: int
    above: int
    below: int
    #: The kind that the rows are of, "Northmarch"; "" for all.
    kind: str = ""

    def __str__(self) -> str:
        among = f" in {self.kind}" if self.kind else ""
        return (
            f"{self.above + 1} from the top and {self.below + 1} from the bottom of {self.rows} rows{among}"
        )

    def may_be(self, place: int, end: ComparisonDirection | None) -> bool:
        """True if the place, counted from an end or from either, may be the row's; ties share places."""
        tied = self.rows - 1 - self.above - self.below
        ahead = {"higher": (self.above,), "lower": (self.below,)}.get(end or "", (self.above, self.below))
        return any(n + 1 <= place <= n + 1 + tied for n in ahead)


def ranks(reader: Reader) -> Iterator[Finding]:
    """Every rank that the story gives a row, against the column that its words name."""
    for rank in ranks_in(reader.told.document.text):
        yield from _judged(reader, rank)


def ranks_in(text: str) -> Iterator[Rank]:
    """The words of rank in a text.

    >>> [r.place for r in ranks_in("Marsh has the third highest rate, and Dene the fewest staff.")]
    [3, 1]
    >>> list(ranks_in("It was the highest since 2010 and one of the largest in the county."))
    []
    """
    for match in _words().finditer(text):
        before = text[max(0, match.start() - _AROUND) : match.start()].lower().rstrip(" the")
        after = text[match.end() : match.end() + _AROUND].lower().lstrip(" -")
        listed = data("reference")["rank"]
        if any(re.search(rf"\b{w}$", before) for w in listed["never_before"]):
            continue
        if any(re.match(rf"(?:\w+\s+)?{w}\b", after) for w in listed["never_after"]):
            continue
        name = next(n for n in ("highest", "lowest", "either") if match[n] or match[f"{n}_phrase"])
        ordinals: list[str] = listed["ordinals"]
        place = ordinals.index(match["ordinal"].lower()) + 2 if match["ordinal"] else 1
        ends: dict[str, ComparisonDirection | None] = {"highest": "higher", "lowest": "lower", "either": None}
        yield Rank(Span(match.start(), match.end()), place, ends[name])


@cache
def _words() -> re.Pattern[str]:
    listed = data("reference")["rank"]
    ends = ("highest", "lowest", "either")
    words = "|".join(rf"(?P<{n}>{'|'.join(listed[n])})" for n in ends)
    phrases = "|".join(rf"(?P<{n}_phrase>{'|'.join(listed[f'phrases_{n}'])})" for n in ends)
    ordinal = rf"(?:(?P<ordinal>{'|'.join(listed['ordinals'])})[-\s])?"
    lead = r"(?:the|its|their|with|whose|had|has|as)\s+"
    return re.compile(rf"\b(?:(?:{lead}){ordinal}(?:{words})\b|{phrases})", re.IGNORECASE)


def _judged(reader: Reader, rank: Rank) -> Iterator[Finding]:
    value = phrase(reader.told, rank.span, rank.end or "higher")
    topic = _topic(reader, value)
    if topic is None:
        return
    times, known = reader.when(value), times_of(reader, topic)
    period = times.main if known else None
    if known and period is None:
        return
    # A number and its share have the same words: a rank may be told of either.
    cells = [at for t in _alike(reader, topic) if (at := at_time(reader, t, period)) is not None]
    given = [at for at in cells if reader.reference.amount(at.row, at.column) is not None]
    judged = [f for at in given for f in _against(reader, rank, value, at, times)]
    agreeing = [f for f in judged if f.verdict == "consistent"]
    yield from agreeing[:1] or judged[:1]


def _alike(reader: Reader, topic: Topic) -> list[Topic]:
    """The topic, and those of other columns with the same words."""
    words = set(words_of(topic.at.column))
    others = [c for c in reader.reference.columns if c != topic.at.column and set(words_of(c)) == words]
    return [topic, *(replace(topic, at=At(topic.at.row, c)) for c in others)]


def _topic(reader: Reader, value: Comparison) -> Topic | None:
    """The row and measure of a rank: by its own words, else by the figure that stands beside it."""
    sentence = data("reference")["tie"]["sentence"]
    near = {w: n for w, n in reader.near(value).items() if n >= sentence}
    found = topics(reader, value, lambda c: not c.head.is_change, near, among_rows=True)
    printed = {t.at: t for t in found if any(True for _ in _beside(reader, value, t.at))}
    measures = {words_of(at.column) for at in printed}
    if found and found[0].firm and (not measures or _is_named(reader, value, found[0], measures)):
        return found[0]
    sure = found and len({t.label for t in found}) == 1
    return next(iter(printed.values())) if sure and len(measures) == 1 else None


def _is_named(reader: Reader, value: Comparison, topic: Topic, printed: set[tuple[str, ...]]) -> bool:
    """True if the figure beside a rank prints the measure too, or the rank's own stretch names it."""
    words, segment = words_of(topic.at.column), data("reference")["tie"]["segment"]
    near = reader.near(value)
    return words in printed or all(near.get(w, 0.0) >= segment for w in words)


def _against(reader: Reader, rank: Rank, value: Comparison, at: At, times: When) -> Iterator[Finding]:
    amount = reader.reference.amount(at.row, at.column)
    assert amount is not None
    scope = scope_of(reader, value, at)
    tried = [_standing(reader, at, amount, kinds) for kinds in scope.among]
    fitting = next((s for s in tried if s.may_be(rank.place, rank.end)), None)
    standing = fitting or tried[0]
    roles = (Role("stated", value), *_beside(reader, value, at))
    arithmetic = f"{in_table(cite(reader, at).observation)}: {standing}"
    if fitting is not None:
        yield finding("rank", "consistent", roles, (cite(reader, at),), arithmetic=arithmetic)
        return
    turned = rank.end is not None and standing.may_be(rank.place, _OTHER_END[rank.end])
    words = " It would fit the other end of the column." if turned else ""
    yield finding(
        "rank",
        "mismatch",
        roles,
        (cite(reader, at),),
        severity="error",
        reading="rank",
        arithmetic=arithmetic,
        explanation=f"“{value.text}” does not agree with the table: {at.row.label} is {standing} "
        f"in {at.column.head.text}.{words}",
        assumptions=(times.assumed,) if times.assumed else (),
        missing=("the group of rows that the rank is among, if it is a smaller one",),
        suggestion="check the rank against the table",
    )


def _standing(reader: Reader, at: At, amount: Amount, kind: str) -> Standing:
    """Where a row stands among all, or among those of its kind."""
    field = list(_field(reader, at, kind))
    above, below = (sum(surely_less(amount, a) for a in field), sum(surely_less(a, amount) for a in field))
    return Standing(len(field) + 1, above, below, kind)


def _field(reader: Reader, at: At, kind: str) -> Iterator[Amount]:
    """What the other rows of a column have: those of one time and kind, no totals and averages."""
    table = reader.reference
    by_kind = len({r.kinds for r in reader.rows[at.row.label]}) > 1
    for row in table.rows:
        if row.label == at.row.label or row.label in reader.labels.totals or is_average(row.label):
            continue
        if row.period != at.row.period or (by_kind and row.kinds != at.row.kinds):
            continue
        if kind and kind not in row.kinds:
            continue
        amount = table.amount(row, at.column)
        if amount is not None:
            yield amount


def _beside(reader: Reader, value: Comparison, at: At) -> Iterator[Role]:
    """The figure of the sentence that prints the cell itself: "the highest, 78 per cent"."""
    amount = reader.reference.amount(at.row, at.column)
    for claim in reader.told.figures.get(value.sentence, ()):
        if amount is not None and _prints(claim, amount, at):
            yield Role("from", claim)
            return


def _prints(claim: Claim, amount: Amount, at: At) -> bool:
    return fits(claim, at.column) and agree(claim.figure.amount, amount)
