"""Ranks among the rows of a table: "the highest of any district", "came top", "third most"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.amount import PERCENT
from extractor.lexicon import table as data
from extractor.model import Comparison, ComparisonDirection, Finding, Role, Span
from extractor.reference.computed.spots import shown_cells
from extractor.reference.findings import finding
from extractor.reference.fitting import words_of
from extractor.reference.match import At, Reader
from extractor.reference.phrases import phrase
from extractor.reference.ranks.carried import names_no_more, topic_before
from extractor.reference.ranks.figures import beside, is_beside, is_nearest
from extractor.reference.ranks.rates import Ordering, ordering, without_rate
from extractor.reference.ranks.scopes import scope_of
from extractor.reference.ranks.standings import standing
from extractor.reference.ranks.words import (
    AROUND,
    Rank,
    is_of_change_told,
    left_out,
    plain_forms,
    ranks_in,
)
from extractor.reference.setting import clause_cut
from extractor.reference.times.when import When
from extractor.reference.topic import Topic, at_time, times_of, topics
from extractor.reference.words import root, roots
from extractor.regexes import Regex

_SHARE = Regex(r"\s*(?:[a-z-]+\s+)?(?:share|proportion|percentage|rate)\b", re.IGNORECASE)
_BY = Regex(
    r"(?:\s+[\w-]+){0,4}?\s+(?:by|for|in\s+terms\s+of)\s+((?:[\w-]+\s+){0,3}?[\w-]+)(?=[.,;]|\s+(?:in|of|and|with)\b)"
)
#: "The most electricity", "the fewest volunteers of all".
_COUNTED = Regex(r"\s+([a-z]+)\b(?!\s+[a-z]+s\b)")
_MOST = Regex(r"\b(?:most|fewest|least)$", re.IGNORECASE)
#: "Took in 818, more than any other, and only 286 went home": what comes after is of something else.
_GOES_ON = Regex(r",\s+(?:and|but|while|whereas|though|although)\s")
_OTHER_END: dict[ComparisonDirection, ComparisonDirection] = {"higher": "lower", "lower": "higher"}


def ranks(reader: Reader, borne: Sequence[Finding] = ()) -> Iterator[Finding]:
    """Every rank that the story gives a row, against the column that its words name.

    `borne` is what was found of the figures: a rank without a measure is by that of the one before it.
    """
    found = [] if reader.reference.partial else list(ranks_in(reader.told.document.text))
    last: tuple[Span, Topic] | None = None
    for rank in found:
        if is_of_change_told(reader.told.document.text, rank.span.end):
            continue
        value = phrase(reader.told, _without_owner(reader, rank.span), rank.end or "higher")
        others = [r.span for r in found if r != rank]
        near = _near(reader, value, others)
        topic = _topic(reader, value, near, others)
        silent = not any(w in reader.measures for w in near)
        if topic is None and silent and last is not None and _goes_on(reader, value, last[0]):
            topic = _as_before(reader, value, last[1]) if names_no_more(reader, rank, value) else None
        told = topic is not None
        if topic is None and silent:
            topic = topic_before(reader, rank, value, borne)
        if topic is not None:
            last = value.sentence, topic
            judged = _judged(reader, rank, value, topic, _clause(reader, value, others))
            # Of a measure that is only carried on, "third" may be so from either end: that bears nothing out.
            yield from (f for f in judged if told or rank.end is not None or f.verdict == "mismatch")


def _without_owner(reader: Reader, span: Span) -> Span:
    """The words of a rank without the row whose it is: the "least" of "and Rossewick's least"."""
    blocks = {reader.reference.rows[n].label for n in reader.reference.parts}
    own = (n for n in reader.named if n.span.start <= span.start < n.span.end < span.end and not n.wide)
    end = max((n.span.end for n in own if not set(n.labels) & blocks), default=span.start)
    word = Regex(r"(?:['’]s)?\s*").match(reader.told.document.text, end)
    return span if end == span.start or word is None else Span(word.end(), span.end)


def _goes_on(reader: Reader, value: Comparison, last: Span) -> bool:
    """True if a rank follows another in its sentence, or in the next one of the paragraph."""
    if last == value.sentence:
        return True
    around = reader.told.paragraph(value.span.start)
    return last.start >= around.start and last.end <= value.sentence.start


def _clause(reader: Reader, value: Comparison, others: Sequence[Span]) -> Span:
    """The stretch of its sentence that a rank has for itself."""
    text = reader.told.document.text
    inside = [s for s in others if value.sentence.contains(s) and not s.overlaps(value.span)]
    left = max((s.end for s in inside if s.end <= value.span.start), default=None)
    right = min((s.start for s in inside if s.start >= value.span.end), default=None)
    start = value.sentence.start if left is None else clause_cut(text, left, value.span.start)
    end = value.sentence.end if right is None else clause_cut(text, value.span.end, right)
    told = any(
        start <= c.figure.span.start < value.span.start for c in reader.told.figures.get(value.sentence, ())
    )
    onward = _GOES_ON.search(text, value.span.end, end) if told else None
    return Span(start, end if onward is None else onward.start())


def _near(reader: Reader, value: Comparison, others: Sequence[Span]) -> dict[str, float]:
    """The words of the rank's own clause, where the sentence has another rank; else of the sentence."""
    tie, text = data("reference")["tie"], reader.told.document.text
    near = {w: n for w, n in reader.near(value).items() if n >= tie["sentence"]}
    said = {root(w): tie["own"] for w in plain_forms(value.text)}  # "the wettest" is of rain
    clause = _clause(reader, value, others)
    told = _BY.match(text, value.span.end, clause.end)
    if told is not None and any(w in reader.measures for w in roots(told[1])):
        return dict.fromkeys(roots(told[1]), tie["own"])  # "the largest airport by domestic traffic"
    own = set(roots(without_rate(clause.of(text))))
    return {w: n for w, n in near.items() if w in own} | said


def _as_before(reader: Reader, value: Comparison, topic: Topic) -> Topic | None:
    """ "... and Dene is the smallest": the measure of the rank before it, of another row."""
    subjects = [s for s in reader.subjects(value) if not set(s.labels) & set(reader.labels.totals)]
    if not subjects or len(subjects[0].labels) != 1 or subjects[0].labels[0] == topic.label:
        return None
    label = subjects[0].labels[0]
    rows = [r for r in reader.rows.get(label, ()) if r.period == topic.at.row.period]
    return Topic(label, At(rows[0], topic.at.column), topic.firmness, topic.firm) if len(rows) == 1 else None


def _judged(reader: Reader, rank: Rank, value: Comparison, topic: Topic, clause: Span) -> Iterator[Finding]:
    family = [c for c in reader.reference.columns if reader.same_measure(c, topic.at.column)]
    times, known = reader.when(value, family), times_of(reader, topic)
    period, text = times.main if known else None, reader.told.document.text
    if known and period is None:
        return
    # A number and its share have the same words: a rank may be told of either.
    cells = [at for t in _alike(reader, topic) if (at := at_time(reader, t, period)) is not None]
    given = [at for at in cells if reader.reference.amount(at.row, at.column) is not None]
    but = _left_out(reader, rank, clause)
    by = [(at, by) for at in given if (by := ordering(reader, clause.of(text), at)) is not None]
    judged = [f for at, b in by for f in _against(reader, rank, value, at, replace(b, left_out=but), times)]
    agreeing = [f for f in judged if f.verdict == "consistent"]
    yield from agreeing[:1] or judged[:1]


def _left_out(reader: Reader, rank: Rank, clause: Span) -> frozenset[str]:
    """The rows that a rank is told without: "the most of all but Dene"."""
    names = {n.span: n.labels for n in reader.named if not n.home}
    spans = left_out(reader.told.document.text, rank, clause.end, names)
    return frozenset(label for s in spans for label in names[s])


def _alike(reader: Reader, topic: Topic) -> list[Topic]:
    """The topic, and those of other columns with the same words."""
    words = set(words_of(topic.at.column))
    others = [c for c in reader.reference.columns if c != topic.at.column and set(words_of(c)) == words]
    return [topic, *(replace(topic, at=At(topic.at.row, c)) for c in others)]


def _topic(reader: Reader, value: Comparison, near: dict[str, float], others: Sequence[Span]) -> Topic | None:
    """The row and measure of a rank: by its own words, else by the figure that stands beside it."""
    behind = reader.told.document.text[value.span.end : value.span.end + AROUND]
    shares = _SHARE.match(behind) is not None
    found = topics(
        reader,
        value,
        lambda c: not c.head.is_change and (c.unit == PERCENT or c.unit.startswith("per ") or not shares),
        near,
        among_rows=True,
        others=others,
    )
    printed = {t.at: t for t in found if is_beside(reader, value, t)}
    if len({words_of(at.column) for at in printed}) > 1:
        printed = {at: t for at, t in printed.items() if is_nearest(reader, value, t)}
    measures = {words_of(at.column) for at in printed}
    if found and found[0].firm and (not measures or _is_named(reader, value, found[0], measures)):
        return found[0]
    if not printed and _is_counted(reader, value, found):
        return found[0]
    sure = found and len({t.label for t in found}) == 1
    return next(iter(printed.values())) if sure and len(measures) == 1 else None


def _is_counted(reader: Reader, value: Comparison, found: Sequence[Topic]) -> bool:
    """True if the noun behind "the most" or "the fewest" names the first topic's column and no other."""
    behind = _COUNTED.match(reader.told.document.text, value.span.end)
    if behind is None or not _MOST.search(value.text) or not found or len({t.label for t in found}) > 1:
        return False
    noun = root(behind[1])
    named = [t for t in found if any(reader.akin(noun, w) for w in words_of(t.at.column))]
    return named == [found[0]] and found[0].firmness >= data("reference")["tie"]["confirm"]


def _is_named(reader: Reader, value: Comparison, topic: Topic, printed: set[tuple[str, ...]]) -> bool:
    """True if the figure beside a rank prints the measure too, or the rank's own stretch names it."""
    words, segment = words_of(topic.at.column), data("reference")["tie"]["segment"]
    near = reader.near(value)
    return words in printed or all(near.get(w, 0.0) >= segment for w in words)


def _end_of(rank: Rank, value: Comparison, at: At) -> ComparisonDirection | None:
    """The end that words mean: the slowest has the most minutes, or the fewest miles an hour."""
    for words, end in data("reference")["rank"]["speed"].items():
        if value.text.lower().endswith(words):
            timed = at.column.unit in ("minute", "hour", "second", "day", "week", "month")
            told: ComparisonDirection = end
            return told if timed else _OTHER_END[told]
    return rank.end


def _against(
    reader: Reader, rank: Rank, value: Comparison, at: At, by: Ordering, times: When
) -> Iterator[Finding]:
    if by.amount(at.row) is None or at.row.label in by.left_out:
        return
    scope = scope_of(reader, value, at)
    tried = [standing(reader, at, by, kinds) for kinds in scope.among]
    end = _end_of(rank, value, at)
    fitting = next((s for s in tried if s.may_be(rank.place, end)), None)
    stands = fitting or tried[0]
    roles = (Role("stated", value), *beside(reader, value, at))
    cells = by.cells(reader, at)
    arithmetic = f"{shown_cells(cells)}: {stands}"
    if fitting is not None:
        yield finding("rank", "consistent", roles, cells, arithmetic=arithmetic)
        return
    turned = end is not None and stands.may_be(rank.place, _OTHER_END[end])
    words = " It would fit the other end of the column." if turned else ""
    yield finding(
        "rank",
        "mismatch",
        roles,
        cells,
        severity="error",
        reading="rank",
        arithmetic=arithmetic,
        explanation=f"“{value.text}” does not agree with the table: {at.row.label} is {stands} "
        f"in {by.name}.{words}",
        assumptions=(times.assumed,) if times.assumed else (),
        missing=("the group of rows that the rank is among, if it is a smaller one",),
        suggestion="check the rank against the table",
    )
