"""Two numbers printed with a dash: "113-107", "(32-18)", "9-of-17 shooting".

Which columns are printed so is told by the `joins` of a description: the heads of two columns of one row, or
of one column that is printed with that of another row; words after them say by what the pair is called.
A pair without words is a record behind a name, "Marsh (32-18)", or the result, "beat Marsh 113-107".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from extractor.lexicon import table as data
from extractor.model import Amount, Comparison, Finding, Role, Span
from extractor.reference.findings import cite, finding
from extractor.reference.match import At, Reader
from extractor.reference.phrases import phrase
from extractor.reference.stated import in_table
from extractor.reference.tables.reference_table import Column, Row
from extractor.regexes import Regex

_PAIR = Regex(
    r"(?<![\w/.,-])(?P<a>\d{1,4})\s?[-–]\s?(?:(?:of|for)\s?[-–]\s?)?(?P<b>\d{1,4})(?![\w/–-]|[.,]\d)"
)
#: Characters behind a pair in which its own name has to begin.
_NEAR = 24
#: A row has to be this sure to question a pair by it.
_SURE_ROW = 0.6


@dataclass(frozen=True, slots=True)
class Join:
    """Columns that are printed together, and what the pair is called."""

    columns: tuple[Column, ...]
    names: tuple[str, ...]

    @property
    def across(self) -> bool:
        """True if the pair sets two rows side by side."""
        return len(self.columns) == 1


@dataclass(frozen=True, slots=True)
class Pair:
    """Two numbers with a dash."""

    span: Span
    numbers: tuple[int, int]


def joins_of(reader: Reader) -> tuple[Join, ...]:
    """The joins that the description of a table tells."""
    columns = {c.head.text: c for c in reader.reference.columns}
    found = []
    for group in reader.reference.description.joins:
        own = tuple(columns[g] for g in group if g in columns)
        if own:
            found.append(Join(own, tuple(g.lower() for g in group if g not in columns)))
    return tuple(found)


def pairs_in(text: str) -> Iterator[Pair]:
    """The pairs of a text.

    >>> [p.numbers for p in pairs_in("Marsh (32-18) won 113-107 on 9-of-17 shooting in 2018-19-20.")]
    [(32, 18), (113, 107), (9, 17)]
    """
    for match in _PAIR.finditer(text):
        yield Pair(Span(match.start(), match.end()), (int(match["a"]), int(match["b"])))


def pairs(reader: Reader, known: Sequence[Join]) -> Iterator[Finding]:
    """Every pair of the story against the cells that are printed so; `known` are the joins of all tables."""
    joins = joins_of(reader)
    for pair in pairs_in(reader.told.document.text) if joins else ():
        value = phrase(reader.told, pair.span, "equal")
        cells = _cells(reader, pair, value, joins, known)
        if len(cells) == 2:
            yield from _judged(reader, pair, value, cells)


def _cells(
    reader: Reader, pair: Pair, value: Comparison, joins: Sequence[Join], known: Sequence[Join]
) -> tuple[At, ...]:
    """The two cells that a pair prints; none where the words leave a choice."""
    text = reader.told.document.text
    behind = text[pair.span.end : pair.span.end + _NEAR].lower()
    called = next((j for j in known if not j.across and any(_opens(behind, n) for n in j.names)), None)
    if called is not None:
        own = called in joins
        return _of_row(_subject(reader, value), called) if own else ()
    if "of" in value.text or "for" in value.text:
        return ()  # "9-of-17" of something that is not told
    record = next((j for j in joins if not j.across and not j.names), None)
    if text[pair.span.start - 1 : pair.span.start] == "(" and record is not None:
        return _of_row(_bracketed(reader, pair), record)
    return _of_rows(reader, pair, value, [j for j in joins if j.across])


def _opens(behind: str, name: str) -> bool:
    return re.match(rf"\W*(?:from\s+)?(?:the\s+)?{re.escape(name)}\b", behind) is not None


def _subject(reader: Reader, value: Comparison) -> Row | None:
    """The one row that a phrase speaks of."""
    found = reader.subjects(value)
    sure = found and found[0].certainty >= _SURE_ROW and len(found[0].labels) == 1
    return _row(reader, found[0].labels[0]) if sure else None


def _bracketed(reader: Reader, pair: Pair) -> Row | None:
    """The row whose name stands right before the bracket."""
    named = [n for n in reader.named if 0 < pair.span.start - n.span.end <= 2 and len(n.labels) == 1]
    return _row(reader, named[-1].labels[0]) if named else None


def _row(reader: Reader, label: str) -> Row | None:
    rows = reader.rows.get(label, ())
    return rows[0] if len(rows) == 1 else None


def _of_row(row: Row | None, join: Join) -> tuple[At, ...]:
    return () if row is None else tuple(At(row, c) for c in join.columns)


def _of_rows(reader: Reader, pair: Pair, value: Comparison, joins: Sequence[Join]) -> tuple[At, ...]:
    """One column of two rows: the one that the words name, else the result that a verb tells."""
    rows = _two_rows(reader, value)
    near = _stretch(reader, pair, value)
    if len(rows) != 2 or _refused().search(near):
        return ()
    named = [j for j in joins if any(re.search(rf"\b{re.escape(n)}", near) for n in j.names)]
    plain = [j for j in joins if not j.names and _results().search(near)]
    meant = named or plain
    return tuple(At(r, meant[0].columns[0]) for r in rows) if len(meant) == 1 else ()


def _stretch(reader: Reader, pair: Pair, value: Comparison) -> str:
    """The words of the sentence around a pair, up to the pairs beside it."""
    text, sentence = reader.told.document.text, value.sentence
    others = [p.span for p in pairs_in(sentence.of(text))]
    at = pair.span.start - sentence.start
    start = max((s.end for s in others if s.end <= at), default=0)
    end = min((s.start for s in others if s.start > at), default=len(sentence))
    # What is said in brackets, a record, parts nothing.
    if start and text[sentence.start + start : sentence.start + start + 1] == ")":
        start = 0
    return text[sentence.start + start : sentence.start + end].lower()


def _two_rows(reader: Reader, value: Comparison) -> tuple[Row, ...]:
    """The two rows of a table of two; of a longer one the two that the sentence names."""
    rows = [r for r in reader.reference.rows if r.label not in reader.labels.totals]
    if len(rows) == 2:
        return tuple(rows)
    labels = [n.labels[0] for n in reader.named if value.sentence.contains(n.span) and len(n.labels) == 1]
    named = list(dict.fromkeys(labels))
    found = [_row(reader, label) for label in named]
    return tuple(r for r in found if r is not None) if len(named) == 2 else ()


def _judged(reader: Reader, pair: Pair, value: Comparison, cells: Sequence[At]) -> Iterator[Finding]:
    amounts = [reader.reference.amount(at.row, at.column) for at in cells]
    if any(a is None or a.low is None for a in amounts):
        return
    cited = tuple(cite(reader, at) for at in cells)
    arithmetic = "; ".join(in_table(c.observation) for c in cited)
    roles = (Role("stated", value),)
    if _fits(pair, amounts, ordered=cells[0].row == cells[1].row):
        yield finding("same", "consistent", roles, cited, arithmetic=arithmetic)
        return
    shown = "-".join(c.observation.text for c in cited)
    yield finding(
        "same",
        "mismatch",
        roles,
        cited,
        severity="error",
        arithmetic=arithmetic,
        explanation=f"“{value.text}” does not agree with the table, which gives {shown}.",
        missing=("another row, column or period, if the sentence means one",),
        suggestion="check both numbers against the table",
    )


def _fits(pair: Pair, amounts: Sequence[Amount | None], *, ordered: bool) -> bool:
    given = [a for a in amounts if a is not None]
    if all(_holds(a, n) for a, n in zip(given, pair.numbers, strict=True)):
        return True
    return not ordered and all(_holds(a, n) for a, n in zip(given, reversed(pair.numbers), strict=True))


def _holds(amount: Amount, number: int) -> bool:
    low, high = amount.low, amount.high
    return (low is None or low <= Fraction(number)) and (high is None or Fraction(number) <= high)


@cache
def _results() -> Regex:
    return Regex(rf"\b(?:{'|'.join(data('reference')['pairs']['results'])})\b")


@cache
def _refused() -> Regex:
    return Regex(rf"\b(?:{'|'.join(data('reference')['pairs']['refused'])})\b")
