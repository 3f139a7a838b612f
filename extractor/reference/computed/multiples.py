"""How many times one cell is another: "twice as many as in Dene", "sixteen times that at Marsh"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from extractor.amount import PERCENT, ratio, scale
from extractor.lexicon import Policy
from extractor.model import Amount, Claim, Finding
from extractor.periods import find_periods
from extractor.reference.changes.cells import Between, spans
from extractor.reference.computed.spots import SURE_ROW, amount_at, cited, same_column, shown_cells, spots
from extractor.reference.findings import agrees, questioned
from extractor.reference.match import At, Candidate, Reader
from extractor.reference.questioning.narrowed import is_told_of_another, level_beside
from extractor.reference.questioning.strangers import is_of_more
from extractor.reference.rows.labels import Named
from extractor.reference.stated import Computed, Stated, agree, has_many_digits, shown, shown_cell, stated_of
from extractor.reference.times.when import one_time
from extractor.reference.topic import Topic, at_time, rivals, times_of, topics
from extractor.reference.words import roots
from extractor.regexes import Regex

#: What leads from a multiple to the row that it is a multiple of.
_OF = Regex(
    r"\s*(?:as\s+(?:many|much|high|long|large|big|often|likely|fast|old|[a-z]+ly)\b|that\b|those\b|what\b|the\b"
    r"|higher\b|more\b|larger\b|bigger\b|greater\b)",
    re.IGNORECASE,
)
#: "Doubled", "twice as long as in 2019": of another time of the row itself.
_GREW = Regex(r"(?:doubled|trebled|tripled|quadrupled|halved)$", re.IGNORECASE)
_THEN = Regex(
    r"\s*as\s+[a-z]+(?:\s+[a-z]+){0,4}?\s+as\s+(?:it\s+(?:was|did)\s+)?(?:in|a|the|last|before|at)\b",
    re.IGNORECASE,
)
#: "Double the number of 2022", "half the rate of a year before", "three times its 2019 level".
_LEVEL_THEN = Regex(
    r"\s*(?:the|its|their)\s+(?:(?P<of>(?:number|rate|figure|total|level|amount|share|sum|count|average)\s+"
    r"(?:of|in|for|from|recorded\s+in|seen\s+in))\s+(?:the\s+|a\s+)?(?:(?:19|20)\d\d|year|12\s+months|last|previous)"
    r"|(?:19|20)\d\d\b)",
    re.IGNORECASE,
)
#: "Ten times as many passengers" and no more.
_AS_MANY = Regex(
    r"\s*(?:as\s+(?:many|much)|(?:more|fewer))(?:\s+(?!as\b|than\b)[a-z-]+){0,3}?(?=\s*[.,;]|\s+(?:and|but)\b)"
    r"|\s*(?:that|this)(?:\s+(?:number|figure|total|amount|many|sum))?(?=\s*[.,;])",
    re.IGNORECASE,
)
_FRACTION = Regex(r"\s*as\s+(?:many|much|high|long|large|big|often)\b", re.IGNORECASE)
#: Characters behind a multiple in which the other row has to be named.
_NEAR = 80


def is_multiple(reader: Reader, claim: Claim) -> bool:
    """True for a figure that tells one amount as a multiple of another: "twice", "a quarter as many as"."""
    if claim.figure.kind == "multiple":
        return True
    behind = reader.told.document.text[claim.figure.span.end : claim.sentence.end]
    told = _FRACTION.match(behind) or _LEVEL_THEN.match(behind)
    return claim.figure.kind == "ratio" and told is not None


def multiple(reader: Reader, claim: Claim, policy: Policy) -> Iterator[Finding]:
    """A stated multiple against the quotient of two cells of one column, or of one row at two times."""
    stated = in_times(stated_of(claim, policy))
    other = _other(reader, claim)
    text, end = reader.told.document.text, claim.figure.span.end
    grew = _GREW.search(claim.figure.text) or _THEN.match(text, end) or _LEVEL_THEN.match(text, end)
    many = _AS_MANY.match(text, end) if other is None and not grew else None
    if many is not None:
        made = list(_of_level(reader, claim))
    elif other is not None:
        made = list(_of_rows(reader, claim, other))
    else:
        made = list(_of_times(reader, claim)) if grew else []
    agreeing = [m for _, m in made if agree(stated.amount, m.amount)]
    if agreeing:
        yield agrees(stated, agreeing[0])
    elif (
        made
        and (len(made) == 1 or other is None)
        and all(firm for firm, _ in made)
        and claim.stance == "asserted"
        and not (is_of_more(reader, claim) if many is None else _counts_more(reader, many[0]))
        and not is_told_of_another(reader, claim, (c.observation.amount for c in made[0][1].cells))
    ):
        yield questioned(stated, made[0][1], None)


def _counts_more(reader: Reader, many: str) -> bool:
    """True if "as many visitors" counts what the table does not know."""
    said = [w for w in roots(many) if w not in ("many", "much", "number", "figure", "total", "amount", "sum")]
    return any(not any(reader.akin(w, v) for v in reader.vocabulary) for w in said)


def in_times(stated: Stated) -> Stated:
    """ "A quarter as many" is 0.25 times."""
    if stated.amount.unit != PERCENT:
        return stated
    return replace(stated, amount=scale(stated.amount, Fraction(1, 100), "times"))


def _other(reader: Reader, claim: Claim) -> Named | None:
    """The row behind a multiple that it is a multiple of."""
    text, end = reader.told.document.text, claim.figure.span.end
    if _OF.match(text, end) is None:
        return None
    behind = [
        n for n in reader.named if end <= n.span.start <= end + _NEAR and n.span.end <= claim.sentence.end
    ]
    named = next((n for n in behind if len(n.labels) == 1), None)
    parted = named is not None and re.search(r"[.;:,]", text[end : named.span.start])
    return None if parted else named


def _of_level(reader: Reader, claim: Claim) -> Iterator[tuple[bool, Computed]]:
    """A multiple of the level before it, of another row: "Dene had 20, and Marsh twice as many"."""
    start = claim.figure.span.start
    levels = [
        c
        for c in reader.told.figures.get(claim.sentence, ())
        if c.figure.span.end <= start and c.figure.kind not in ("multiple", "ratio")
    ]
    if not levels or levels[-1].statistic == "change" or not has_many_digits(levels[-1]):
        return
    last = levels[-1].figure.span
    named = [n for n in reader.named if claim.sentence.contains(n.span) and len(n.labels) == 1]
    own = [n for n in named if last.end <= n.span.start and n.span.end <= start]
    other = [n for n in named if n.span.end <= last.start]
    if len(own) != 1 or not other or own[0].labels == other[-1].labels:
        return
    cells = spots(reader, levels[-1], other[-1].labels, lambda c: not c.head.is_change)
    printed = [c for c in cells if _is_of(levels[-1], amount_at(reader, c))]
    for second in printed:
        for cell in same_column(reader, second, own[0].labels[0], levels[-1]):
            told = f"{cell.row.label} against {second.row.label}, {cell.column.head.text}"
            yield from _with(len(printed) == 1, _quotient(reader, cell, second, told))


def _of_rows(reader: Reader, claim: Claim, other: Named) -> Iterator[tuple[bool, Computed]]:
    rows = [s for s in reader.subjects(claim) if not set(s.labels) & set(other.labels)]
    if not rows or rows[0].certainty < SURE_ROW or len(rows[0].labels) != 1:
        return
    for cell, firm in _cells(reader, claim, rows[0].labels[0]):
        for second in same_column(reader, cell, other.labels[0], claim):
            told = f"{cell.row.label} against {second.row.label}, {cell.column.head.text}"
            yield from _with(firm, _quotient(reader, cell, second, told))


def _cells(reader: Reader, claim: Claim, label: str) -> Iterator[tuple[Candidate, bool]]:
    """The cell that the figure before prints, else those of the measure that words name."""
    found = spots(reader, claim, [label], lambda c: not c.head.is_change)
    printed = [c for c in found if _prints(reader, claim, c)]
    if printed:
        yield from ((c, len(printed) == 1) for c in printed)
        return
    told = topics(reader, claim, lambda c: not c.head.is_change)
    for topic in told[:1]:
        alike = [
            c for c in found if c.column == topic.at.column or reader.same_measure(c.column, topic.at.column)
        ]
        yield from ((c, topic.firm and not _has_levels(reader, claim)) for c in alike[:1])


def _has_levels(reader: Reader, claim: Claim) -> bool:
    """True if the sentence prints an amount beside the multiple: it may be of that, and not of a cell."""
    figures = reader.told.figures.get(claim.sentence, ())
    end = claim.figure.span.end
    return any(
        c.figure.span.end <= end or c.figure.span.start < end + _NEAR for c in figures if c is not claim
    )


def _prints(reader: Reader, claim: Claim, cell: Candidate) -> bool:
    """True if the last figure before a multiple in its sentence prints a cell."""
    figures = reader.told.figures.get(claim.sentence, ())
    before = [
        c for c in figures if c.figure.span.end <= claim.figure.span.start and c.figure.kind != "multiple"
    ]
    return bool(before) and _is_of(before[-1], amount_at(reader, cell))


def _is_of(claim: Claim, amount: Amount) -> bool:
    return claim.figure.amount.unit == amount.unit and agree(claim.figure.amount, amount)


def _of_times(reader: Reader, claim: Claim) -> Iterator[tuple[bool, Computed]]:
    found = topics(reader, claim, lambda c: not c.head.is_change)
    figures = reader.told.figures.get(claim.sentence, ())
    before = [c for c in figures if c.figure.span.end <= claim.figure.span.start]
    level = level_beside(reader, claim) or next(reversed(before), None)
    printed = [t for t in found if level is not None and _printed_at(reader, t, level)]
    first = printed if len(printed) == 1 else found
    several = [first[0], *rivals(first)] if first and first[0].contested else first[:1]
    for topic in several:
        for between in _since(reader, claim, topic) or spans(reader, claim, topic)[:1]:
            ends = [at_time(reader, topic, p) for p in (between.new, between.old)]
            new, old = ends
            if new is not None and old is not None:
                told = f"{topic.label}, {new.column.head.text} against {old.column.head.text}"
                firm = between.sure and (topic.firm or bool(printed) or len(several) > 1)
                yield from _with(firm, _quotient(reader, new, old, told))


def _since(reader: Reader, claim: Claim, topic: Topic) -> Sequence[Between]:
    """From the one time that the words behind a multiple tell to the latest: "double the figure for 2023"."""
    text, end, known = reader.told.document.text, claim.figure.span.end, times_of(reader, topic)
    level = _THEN.match(text, end) or _LEVEL_THEN.match(text, end)
    told = [k for p in find_periods(claim.sentence.of(text)) for k in known if one_time(p, k)]
    if level is None or len({k.key for k in told}) != 1 or told[0].key == known[-1].key:
        return ()
    behind = find_periods(text[end : claim.sentence.end])
    return [Between(told[0], known[-1], True)] if any(one_time(p, told[0]) for p in behind) else []


def _printed_at(reader: Reader, topic: Topic, claim: Claim) -> bool:
    cells = (at_time(reader, topic, t) for t in times_of(reader, topic))
    amounts = (reader.reference.amount(at.row, at.column) for at in cells if at is not None)
    return any(a is not None and _is_of(claim, a) for a in amounts)


def _with(firm: bool, computed: Computed | None) -> Iterator[tuple[bool, Computed]]:
    if computed is not None:
        yield firm, computed


def _quotient(reader: Reader, a: At, b: At, told: str) -> Computed | None:
    amounts: Sequence[Amount | None] = [reader.reference.amount(at.row, at.column) for at in (a, b)]
    one, other = amounts
    if one is None or other is None or not other.low or other.low <= 0:
        return None
    amount = replace(ratio(one, other, "times"), unit="times")
    both = cited(reader, [("part", a), ("whole", b)])
    steps = f"{shown_cell(both[0].observation)} / {shown_cell(both[1].observation)} = {shown(amount)}"
    return Computed(amount, f"{shown_cells(both)}; {steps}", told, both, "multiple")
