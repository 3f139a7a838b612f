"""Directions without a size: "robbery went down", "the share rose", against the two times of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from extractor.amount import PERCENT, POINTS, difference, surely_less
from extractor.lexicon import table as data
from extractor.model import Cited, Claim, Comparison, Direction, Finding, Role, Span
from extractor.reference.changes.cells import spans
from extractor.reference.findings import finding
from extractor.reference.fitting import fits, words_of
from extractor.reference.match import Reader
from extractor.reference.phrases import phrase
from extractor.reference.row_counts import is_of_counted_rows
from extractor.reference.setting import place_of
from extractor.reference.stated import agree, has_many_digits, in_table, shown_cell
from extractor.reference.tables.reference_table import Column
from extractor.reference.topic import Topic, at_time, times_of, topics
from extractor.reference.words import root, roots
from extractor.regexes import Regex

#: "UP TO 300", "set up", "fell ill", "rose garden": no movement.
_NO_MOVE = Regex(r"\s*(?:ill|asleep|apart|garden|petals?|through|short|for|with|in love)\b", re.IGNORECASE)
_UP_DOWN = Regex(
    r"(?:went|gone|goes|going|is|are|was|were|been)\s*(?:\w+\s+)?$|[,;]\s*(?:\w+\s+)?$", re.IGNORECASE
)
_PRONOUN = Regex(r"\b(?:it|they|this|that)\b\s*(?:has|have|had|also|then)?\s*$", re.IGNORECASE)
_TO = Regex(r"\s+(?:\w+ly\s+)?to\s+(?:just\s+|only\s+)?")
_NUMBER = Regex(r"\bnumbers?\b|\bhow many\b", re.IGNORECASE)
_SHARE = Regex(r"\b(?:share|proportion|percentage|rate)\b", re.IGNORECASE)
#: "Crime fell in just one of the five regions" is told of so many rows.
_IN_SOME = Regex(
    r"\s+in\s+(?:just\s+|only\s+|all\s+but\s+|nearly\s+|almost\s+)*(?:\d+|[a-z-]+)\s+(?:out\s+)?of\s+(?:the|its|their|all)\b",
    re.IGNORECASE,
)
#: So many words that the table does not know may stand in the subject.
_MOST_UNKNOWN = 1


@dataclass(frozen=True, slots=True)
class Move:
    """Words that say which way something went."""

    span: Span
    direction: Direction


def moves(reader: Reader) -> Iterator[Finding]:
    """Every direction that the story tells without a size, against the table's two times."""
    for move in moves_in(reader.told.document.text):
        if not _IN_SOME.match(reader.told.document.text, move.span.end):
            yield from _judged(reader, move)


def moves_in(text: str) -> Iterator[Move]:
    """The words of movement in a text.

    >>> [m.direction for m in moves_in("Robbery went down, while burglary has risen; she set up a stall.")]
    ['fell', 'rose']
    """
    for match in _words().finditer(text):
        alone = match[0].lower() in ("up", "down")
        if alone and not _UP_DOWN.search(text[max(0, match.start() - 24) : match.start()]):
            continue
        behind = text[match.end() : match.end() + 12]
        if not (_NO_MOVE.match(behind) or (alone and _TO.match(behind))):
            yield Move(Span(match.start(), match.end()), "rose" if match["rose"] else "fell")


@cache
def _words() -> Regex:
    listed = data("reference")["moves"]
    rose, fell = ("|".join(sorted(listed[n], key=len, reverse=True)) for n in ("rose", "fell"))
    return Regex(rf"\b(?:(?P<rose>{rose})|(?P<fell>{fell}))\b", re.IGNORECASE)


def _judged(reader: Reader, move: Move) -> Iterator[Finding]:
    value = phrase(reader.told, move.span, "higher" if move.direction == "rose" else "lower")
    place = place_of(reader.told, value.sentence, move.span)
    subject = place.before.of(reader.told.document.text)
    level = _level(reader, move)
    if is_of_counted_rows(reader, value):
        return
    if level is None and _has_size(reader, value):
        return
    found = topics(reader, value, lambda c: _may_move(c, subject), _near(reader, value, subject))
    if level is not None:
        found = _printing(reader, found, level)
    if not found or not found[0].firm or _unknown(reader, subject) > _MOST_UNKNOWN:
        return
    told = [t for t in found if set(words_of(t.at.column)) == set(words_of(found[0].at.column))]
    judged = [f for t in told for f in _of_topic(reader, move, value, t)]
    agreeing = [f for f in judged if f.verdict == "consistent"]
    yield from agreeing[:1] or judged[:1]


def _level(reader: Reader, move: Move) -> Claim | None:
    """The level that something rose or fell to: "fell to 181,610"."""
    text = reader.told.document.text
    told = _TO.match(text, move.span.end)
    if told is None:
        return None
    return next((c for c in reader.told.claims if c.figure.span.start == told.end()), None)


def _printing(reader: Reader, found: Sequence[Topic], level: Claim) -> tuple[Topic, ...]:
    """The one topic whose latest cell a level prints, if there is one."""
    if not has_many_digits(level):
        return ()
    told = []
    for topic in found:
        at = at_time(reader, topic, next(reversed(times_of(reader, topic)), None))
        amount = None if at is None else reader.reference.amount(at.row, at.column)
        if (
            at is not None
            and amount is not None
            and fits(level, at.column)
            and agree(level.figure.amount, amount)
        ):
            told.append(topic)
    return (replace(told[0], firm=True),) if len(told) == 1 and told[0].label == found[0].label else ()


def _of_topic(reader: Reader, move: Move, value: Comparison, topic: Topic) -> Iterator[Finding]:
    for between in spans(reader, value, topic)[:1]:
        if between.sure:
            ends = (at_time(reader, topic, p) for p in (between.old, between.new))
            cells = [None if a is None else reader.reference.observation(a.row, a.column) for a in ends]
            cited = [Cited(n, o) for n, o in zip(("from", "to"), cells, strict=True) if o is not None]
            if len(cited) == 2:
                yield from _against(reader, move, value, topic, cited)


def _has_size(reader: Reader, value: Comparison) -> bool:
    """True if a figure beside the words says by how much, or from where to where."""
    near = reader.told.document.text[value.span.end : value.span.end + 30]
    return bool(re.match(r"\s*(?:by|from|to|at|\d|[£$€₹])", near))


def _may_move(column: Column, subject: str) -> bool:
    if column.head.is_change:
        return False
    if _NUMBER.search(subject):
        return column.unit == ""
    return column.unit == PERCENT or "rate" in column.head.words if _SHARE.search(subject) else True


def _near(reader: Reader, value: Comparison, subject: str) -> dict[str, float]:
    """What moved stands before the words of movement, or in the sentence before."""
    near = reader.near(value)
    if _PRONOUN.search(subject):
        return near
    own = set(roots(subject))
    return {w: n for w, n in near.items() if w in own or n <= data("reference")["tie"]["before"]}


def _unknown(reader: Reader, subject: str) -> int:
    """How many words of a subject the table does not know: "complaints about burglary" is no burglary."""
    named = {w for form in reader.labels.forms for w in map(root, form)}
    words = [w for w in roots(subject) if w not in named and not w.isdigit()]
    return sum(not any(reader.akin(w, v) for v in reader.vocabulary) for w in words)


def _against(
    reader: Reader, move: Move, value: Comparison, topic: Topic, cited: list[Cited]
) -> Iterator[Finding]:
    old, new = (c.observation for c in cited)
    gap = difference(new.amount, old.amount)
    rose, fell = surely_less(old.amount, new.amount), surely_less(new.amount, old.amount)
    unit = " points" if gap.unit == POINTS else ""
    steps = f"{shown_cell(new)} − {shown_cell(old)}"
    arithmetic = f"{in_table(old)}; {in_table(new)}; {steps}{unit}"
    beside = tuple(_other_measure(reader, move, value, topic))
    if (rose, fell) == (move.direction == "rose", move.direction == "fell"):
        yield finding("change", "consistent", (Role("stated", value),), cited, arithmetic=arithmetic)
    elif (rose, fell) == (move.direction == "fell", move.direction == "rose"):
        words = " It would fit the share of the whole, which went that way." if beside else ""
        yield finding(
            "change",
            "mismatch",
            (Role("stated", value), *beside),
            cited,
            severity="error",
            reading="base" if beside else "direction",
            arithmetic=arithmetic,
            explanation=f"“{value.text}” does not agree with the table: {old.entity}, {old.measure} "
            f"went from {shown_cell(old)} to {shown_cell(new)}.{words}",
            missing=("two other times that the sentence compares, if it means others",),
            suggestion="check the direction against the table",
        )


def _other_measure(reader: Reader, move: Move, value: Comparison, topic: Topic) -> Iterator[Role]:
    """Two shares that the story prints and that went the told way, where the number went the other."""
    if topic.at.column.unit == PERCENT:
        return
    for figures in reader.told.figures.values():
        shares = [c for c in figures if c.figure.kind == "percentage" and c.statistic != "change"]
        changes = [c for c in figures if c.figure.kind == "points" and c.direction == move.direction]
        if len(shares) == 2 and changes and value.sentence != figures[0].sentence:
            yield from (Role("context", c) for c in shares)
            return
