"""Changes and shares that name no measure: they are of what the figure before them was of.

"Dene built 640 homes ... In Marsh the number rose by 20 per cent", "28 per cent of the total"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extractor.amount import PERCENT, POINTS
from extractor.lexicon import Policy
from extractor.lexicon import table as data
from extractor.model import Claim, Finding, Observation
from extractor.reference.changes.between_times import is_against_what_was_told, is_change
from extractor.reference.changes.cells import computed, spans
from extractor.reference.changes.trend_words import as_change
from extractor.reference.computed.portions import share_of
from extractor.reference.computed.spots import sure_label
from extractor.reference.findings import agrees, questioned, questioned_value
from extractor.reference.fitting import span_of
from extractor.reference.match import At, Reader
from extractor.reference.questioning.guards import is_beside_the_facts
from extractor.reference.questioning.narrowed import is_level
from extractor.reference.questioning.strangers import strange_words
from extractor.reference.row_counts import is_of_counted_rows
from extractor.reference.rows.labels import Named
from extractor.reference.stated import Computed, Stated, agree, signed, stated_of
from extractor.reference.tables.reference_table import Column, Row, is_average
from extractor.reference.topic import Topic
from extractor.reference.words import root, roots
from extractor.regexes import Regex

#: "28 per cent of the total".
_OF_ALL = Regex(
    r"\s+of\s+(?:the\s+)?(?:total|whole|national\s+total|overall\s+total)"
    r"(?=\s*(?:[.,;:)”]|\Z|(?:in|for|across|and|while|there)\b))",
    re.IGNORECASE,
)
#: "46 per cent of those in the South", "a third of Marl's total".
_IN_ROW = Regex(
    r"\s+of\s+(?:those|them|all|the\s+total|the\s+number)\s+(?:in|at|across|for)\s+(?:the\s+)?", re.IGNORECASE
)
_OF_ITS = Regex(r"\s+of\s+(?:the\s+)?", re.IGNORECASE)
_TOTAL = Regex(r"['’]s?\s+total\b")
#: "15 per cent below the", "300 more than"; "than in 2022", "than a year before".
_THAN = Regex(
    r"\s+(?:(?:percentage\s+)?points?\s+)?(?:below|above|behind|ahead\s+of|short\s+of|under|over|off"
    r"|(?:more|fewer|less|higher|lower|better|worse)\s+than)\s+",
    re.IGNORECASE,
)
_THEN = Regex(r"(?:in\s+|at\s+)?(?:\d{4}|an?\s+(?:year|quarter)|the\s+(?:year|quarter)\s+before|last|then)\b")
#: So many figures of a paragraph have to be of a column for it to be what the paragraph is about.
_SUPPORT = 2


def carried(reader: Reader, found: Sequence[Finding], policy: Policy) -> Iterator[Finding]:
    """Every change or share without a measure of its own, by the measure of the last figure borne out."""
    settled = {questioned_value(f.relation.roles).id for f in found if f.verdict != "undecided"}
    for claim in reader.told.claims:
        told = is_change(claim) or _is_of_all(reader, claim) or _of_row(reader, claim) is not None
        if claim.id in settled or not told or claim.negated:
            continue
        if _is_set_against(reader, claim) or is_level(reader, claim):
            continue
        before = _before(reader, claim, found)
        if before and _names_nothing(reader, claim):
            yield from _judged(reader, claim, before, _times(found), policy)


def _is_set_against(reader: Reader, claim: Claim) -> bool:
    """True for what is set against something else than another time: "15 per cent below the 1.9m of old"."""
    text, end = reader.told.document.text, claim.figure.span.end
    behind = _THAN.match(text, end)
    return behind is not None and not _THEN.match(text, behind.end())


def _of_row(reader: Reader, claim: Claim) -> Named | None:
    """The row behind a share of its own: "46 per cent of those in the South", "a third of Marl's total"."""
    text, end = reader.told.document.text, claim.figure.span.end
    if claim.figure.amount.unit != PERCENT or is_change(claim):
        return None
    behind = (n for n in reader.named if n.span.start >= end and len(n.labels) == 1)
    found = min(behind, key=lambda n: n.span.start, default=None)
    if found is None or found.span.end > claim.sentence.end:
        return None
    total = _TOTAL.match(text, found.span.end) is not None
    words = text[end : found.span.start]
    return found if _IN_ROW.fullmatch(words) or (total and _OF_ITS.fullmatch(words)) else None


def _is_of_all(reader: Reader, claim: Claim) -> bool:
    behind = _OF_ALL.match(reader.told.document.text, claim.figure.span.end)
    return claim.figure.amount.unit == PERCENT and behind is not None


def _times(found: Sequence[Finding]) -> frozenset[tuple[str, ...]]:
    """The pairs of times of the changes that cells bear out in the story."""
    held = (f for f in found if f.verdict == "consistent" and len(f.cells) == 2)
    pairs = (tuple(c.observation for c in f.cells) for f in held)
    return frozenset(
        _pair(a.period, b.period) for a, b in pairs if a.entity == b.entity and a.period != b.period
    )


def _pair(*periods: str | None) -> tuple[str, ...]:
    return tuple(sorted(p or "" for p in periods))


def _before(reader: Reader, claim: Claim, found: Sequence[Finding]) -> list[Observation]:
    """The cells that bear out figures of the paragraph, up to a claim, in the order of print."""
    around = reader.told.paragraph(claim.sentence.start)
    told = [
        (span_of(questioned_value(f.relation.roles)).start, f.cells[-1].observation)
        for f in found
        if f.verdict == "consistent" and f.cells and f.relation.kind in ("same", "change", "share")
    ]
    inside = [t for t in told if around.start <= t[0] < claim.figure.span.start]
    own = [o for _, o in sorted(inside, key=lambda t: t[0])]
    return own if own and own[-1].table == reader.reference.name else []


def _names_nothing(reader: Reader, claim: Claim) -> bool:
    """True if the words around a figure say no more than that a number went up or down, or is a share."""
    rows = {w for s in reader.subjects(claim)[:1] for label in s.labels for w in roots(label)}
    return all(w in _empty() or w in rows for w in strange_words(reader, claim))


@cache
def _empty() -> frozenset[str]:
    listed = data("reference")
    moves = (w for way in ("rose", "fell") for one in listed["moves"][way] for w in one.split())
    return frozenset(root(w) for w in [*listed["changes"]["nouns"], *moves, *listed["carried"]["words"]])


def _judged(
    reader: Reader,
    claim: Claim,
    before: Sequence[Observation],
    times: frozenset[tuple[str, ...]],
    policy: Policy,
) -> Iterator[Finding]:
    if claim.figure.amount.unit == POINTS:  # "87 per cent of 628, two points more" is of the share
        shares = [o for o in before if o.amount.unit == PERCENT]
        before = shares or before
    label = sure_label(reader, claim) if _of_row(reader, claim) is None else _part(reader, claim)
    column = reader.reference.column_of(before[-1])
    row = None if label is None or column is None else _row(reader, label, before[-1])
    if row is None or column is None or label is None:
        return
    if (column.unit == PERCENT) != (claim.figure.amount.unit == POINTS):
        return
    told = _directed(claim) if is_change(claim) else claim
    stated = stated_of(told, policy)
    made = _made(reader, told, stated, At(row, column))
    if made is None:
        return
    sure, cells = made
    if cells.kind == "change" and not sure:
        sure = times == {_pair(*(c.observation.period for c in cells.cells))}
    amount = signed(cells.amount, told.direction) if cells.kind == "change" else cells.amount
    support = sum(_is_alike(reader, o, column) for o in before)
    if agree(stated.amount, amount):
        yield agrees(stated, cells)
    elif sure and support >= _SUPPORT and _may_question(reader, told):
        yield questioned(stated, cells, None)


def _part(reader: Reader, claim: Claim) -> str | None:
    """The row that is a part of the one behind a share: the last named before it in its sentence."""
    start, end = claim.sentence.start, claim.figure.span.start
    before = [n for n in reader.named if start <= n.span.start and n.span.end <= end and not n.wide]
    labels = {n.labels for n in before}
    return before[-1].labels[0] if len(labels) == 1 and len(before[-1].labels) == 1 else None


def _directed(claim: Claim) -> Claim:
    noun = None if claim.measure is None else claim.measure.key
    return as_change(claim, noun)


def _row(reader: Reader, label: str, like: Observation) -> Row | None:
    rows = reader.rows.get(label, ())
    other = reader.reference.row_of(like)
    period = None if other is None else other.period
    alike = rows if len(rows) == 1 else [r for r in rows if r.period == period]
    return alike[0] if len(alike) == 1 else None


def _is_alike(reader: Reader, o: Observation, column: Column) -> bool:
    other = reader.reference.column_of(o)
    return other is not None and (other == column or reader.same_measure(other, column))


def _made(reader: Reader, claim: Claim, stated: Stated, at: At) -> tuple[bool, Computed] | None:
    """The change of a row between two times, or its share of the row for all; and whether words fix it."""
    named = _of_row(reader, claim)
    if named is not None:
        wider = [r for r in reader.rows[named.labels[0]] if r.period == at.row.period]
        given = all(reader.reference.amount(r, at.column) is not None for r in (*wider, at.row))
        if len(wider) != 1 or not given or named.labels[0] == at.row.label:
            return None
        return True, share_of(reader, stated, at, At(wider[0], at.column))
    if _is_of_all(reader, claim):
        whole = [r for t in reader.labels.totals if not is_average(t) for r in reader.rows[t]]
        whole = [r for r in whole if r.period == at.row.period]
        given = all(reader.reference.amount(r, at.column) is not None for r in (*whole, at.row))
        if len(whole) != 1 or not given or at.row.label == whole[0].label:
            return None
        return True, share_of(reader, stated, at, At(whole[0], at.column))
    topic = Topic(at.row.label, at, 1.0, firm=True)
    for between in spans(reader, claim, topic)[:1]:
        made = computed(reader, topic, between, claim)
        if made is not None:
            return between.sure, made[2]
    return None


def _may_question(reader: Reader, claim: Claim) -> bool:
    if claim.stance != "asserted" or is_beside_the_facts(reader, claim):
        return False
    return not is_of_counted_rows(reader, claim) and not is_against_what_was_told(reader, claim)
