"""Figures that the rules leave undecided, by the cells that they most likely state.

A likely cell bears a figure out. It questions one only where the rules had found a cell as well and were not
sure, where the sentence names the row, and where nothing else that the table holds or makes agrees with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.lexicon import Policy
from extractor.lexicon import table as data
from extractor.model import Claim, Finding, Span
from extractor.reference.findings import agrees, questioned, questioned_value
from extractor.reference.fitting import span_of
from extractor.reference.judge import as_told
from extractor.reference.likely.board import Board, ends
from extractor.reference.likely.bound import Bound
from extractor.reference.likely.levels import Level, borne_by, level_of
from extractor.reference.likely.made import is_made, made_of
from extractor.reference.likely.weights import learnt
from extractor.reference.match import At, Candidate, Reader, Tie
from extractor.reference.named_cells import names_in
from extractor.reference.readings import reading_of
from extractor.reference.stated import Stated, of_cell

_NO_LEVELS = ("multiple", "rank", "score")
_NAMED = ("clause before", "clause after in", "sentence before")


def settled(
    readers: Sequence[Reader], found: Sequence[Finding], claims: Sequence[Claim], policy: Policy
) -> list[Finding]:
    """The findings, with those of likely cells in place of undecided ones."""
    decided = [_span(f) for f in found if f.verdict != "undecided"]
    doubted = {_span(f) for f in found if f.verdict == "undecided"}
    boards = [b for b in map(Board, readers) if b.is_small]
    more = []
    for claim in claims:
        span = claim.figure.span
        if claim.figure.kind not in _NO_LEVELS and not any(span.overlaps(s) for s in decided):
            finding = _of_claim(boards, claim, policy, doubted=span in doubted)
            more += [] if finding is None else [finding]
    known = {_span(f) for f in more}
    return [f for f in found if _span(f) not in known] + more


def _span(finding: Finding) -> Span:
    return span_of(questioned_value(finding.relation.roles))


def _of_claim(boards: Sequence[Board], claim: Claim, policy: Policy, *, doubted: bool) -> Finding | None:
    """What the tables say of a figure: the first that bears it out, else one that surely does not."""
    tried = [(b, s, level_of(b, s)) for b, s in _bounds(boards, claim, policy)]
    for bound, stated, level in tried:
        borne = _borne(bound, stated, level)
        if borne is not None:
            return borne
    if not doubted or not tried or claim.stance != "asserted" or any(is_made(b, s) for b, s, _ in tried):
        return None
    if any(level.agreeing >= data("reference")["likely"]["agrees"] for _, _, level in tried):
        return None
    return next((f for b, s, level in tried if (f := _questioned(b, s, level)) is not None), None)


def _bounds(boards: Sequence[Board], claim: Claim, policy: Policy) -> Iterator[tuple[Bound, Stated]]:
    for board in boards:
        own = board.reader.claims.get(claim.id)
        bound = None if own is None or own not in board.figures else Bound(board, own, learnt())
        if own is not None and bound is not None and bound.rows:
            yield bound, as_told(board.reader, own, policy)


def _borne(bound: Bound, stated: Stated, level: Level) -> Finding | None:
    at = borne_by(bound, level)
    computed = None if at is None else of_cell(bound.board.reader, at, stated.negated)
    if computed is None:
        made = made_of(bound, stated)
        computed = None if made is None else made.computed(bound)
    return None if computed is None else agrees(stated, computed)


def _questioned(bound: Bound, stated: Stated, level: Level) -> Finding | None:
    """A figure against its likeliest cell, where its sentence names the row and a slip would do."""
    least = data("reference")["likely"]["accuse"]
    at = None if level.first is None else bound.board.cells.get(level.first)
    if at is None or level.first is None or level.most * bound.forms["level"] < least:
        return None
    named = any(f.startswith(_NAMED) for f in bound.described_rows[level.first[0]])
    if not named or _is_of_another(bound, at):
        return None
    reader = bound.board.reader
    computed = of_cell(reader, at, stated.negated)
    fit = reading_of(reader, stated, Candidate(at.row, at.column, Tie(1.0), 1.0, True))
    if computed is None or (fit is None and not _is_near(stated, at, bound)):
        return None
    if fit is not None and fit.reading == "complement":
        return None  # "74 per cent were refused", of those granted: which is meant nobody can tell
    return questioned(stated, computed, fit)


def _is_of_another(bound: Bound, at: At) -> bool:
    """True for the number of another row that is told near: "Dene left Marsh behind, by 59,174 to 52,865"."""
    stretch = Span(bound.around.previous.start, bound.around.sentence.end)
    near, text = names_in(bound.board.reader, stretch), stretch.of(bound.around.text).lower()
    printed = {name for name, _, _ in bound.board.printed[bound.claim.id]} - {at.row.label, ""}
    return any(name in near or name.lower() in text for name in printed)


def _is_near(stated: Stated, at: At, bound: Bound) -> bool:
    """True if a figure is no further from a cell than a slip takes it."""
    amount = bound.board.reader.reference.amount(at.row, at.column)
    if amount is None:
        return False
    a, b = (abs(sum(ends(x))) / 2 for x in (stated.amount, amount))
    return bool(0 < max(a, b) <= data("reference")["slip"]["far"] * min(a, b))
