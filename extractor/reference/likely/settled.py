"""Figures that the rules leave undecided, by the cells that they most likely state.

A likely cell bears a figure out. It questions one only where the clause names the row, or the sentence where
the rules had found a cell as well and were not sure, and where nothing else agrees that the table holds or
that two of its cells make.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.lexicon import Policy
from extractor.lexicon import table as data
from extractor.model import Claim, Finding, Observation, Span
from extractor.reference.changes.between_times import is_change
from extractor.reference.changes.cells import is_over_years
from extractor.reference.findings import agrees, doubted, questioned, questioned_value
from extractor.reference.fitting import span_of
from extractor.reference.judge import as_told
from extractor.reference.likely.board import Board, digits_of, ends
from extractor.reference.likely.bound import Bound
from extractor.reference.likely.levels import Level, borne_by, level_of
from extractor.reference.likely.made import is_made, made_of
from extractor.reference.likely.moved import moved
from extractor.reference.likely.narrowed import is_elsewhen, is_narrowed, unknown
from extractor.reference.likely.parted import is_parted, other_times
from extractor.reference.likely.slips import is_digit_slip
from extractor.reference.likely.weights import learnt
from extractor.reference.match import At, Candidate, Reader, Tie
from extractor.reference.questioning.guards import counts_the_same, is_beside_the_facts
from extractor.reference.questioning.named_cells import names_in
from extractor.reference.questioning.strangers import strange_words
from extractor.reference.readings import reading_of
from extractor.reference.stated import Stated, of_cell

_NO_LEVELS = ("multiple", "rank", "score")
_NAMED = ("clause before", "clause after in", "sentence before")
#: Mix-ups of one cell with another that may be what is meant.
_EXCUSED = ("period", "place")
_NEAR = ("clause before", "clause after in")
#: Numbers of fewer digits are questioned only where the rules had found a cell as well.
_LEAST_DIGITS = 2


def settled(
    readers: Sequence[Reader], found: Sequence[Finding], claims: Sequence[Claim], policy: Policy
) -> list[Finding]:
    """The findings, with those of likely cells in place of undecided ones."""
    boards = [b for b in map(Board, readers) if b.is_small]
    found = [_doubted_where_borne(boards, f, policy) for f in found]
    found = [_doubted_where_far(boards, f, policy) for f in found]
    found = [_questioned_where_borne(boards, f, policy) for f in found]
    decided = [_span(f) for f in found if f.verdict != "undecided"]
    unsure = {_span(f) for f in found if f.verdict == "undecided"}
    more = []
    for claim in claims:
        span = claim.figure.span
        if claim.figure.kind not in _NO_LEVELS and not any(span.overlaps(s) for s in decided):
            finding = _of_claim(boards, claim, policy, unsure=span in unsure)
            more += [] if finding is None else [finding]
    known = {_span(f) for f in more}
    return [f for f in found if _span(f) not in known] + more


def _doubted_where_borne(boards: Sequence[Board], finding: Finding, policy: Policy) -> Finding:
    """A finding; a mismatch as undecided where cells with which the figure agrees are as likely as others."""
    claim = questioned_value(finding.relation.roles)
    tried = finding.verdict == "mismatch" and finding.relation.kind == "same" and finding.reading in _EXCUSED
    if not tried or not isinstance(claim, Claim):
        return finding
    least = data("reference")["likely"]["excuses"]
    levels = ((b, level_of(b, s)) for b, s in _bounds(boards, claim, policy))
    borne = any(level.agreeing * bound.forms["level"] >= least for bound, level in levels)
    return doubted(finding) if borne else finding


def _doubted_where_far(boards: Sequence[Board], finding: Finding, policy: Policy) -> Finding:
    """A finding; a mismatch that no mix-up explains as undecided if far off, in numbers or in time."""
    claim = questioned_value(finding.relation.roles)
    tried = finding.verdict == "mismatch" and finding.relation.kind == "same" and finding.reading is None
    if not tried or not isinstance(claim, Claim):
        return finding
    if _is_far(finding):
        return doubted(finding)
    cited = [c.observation for c in finding.cells] if len(finding.cells) == 1 else []
    for bound, _ in _bounds(boards, claim, policy):
        cells = (_at(bound, o) for o in cited)
        if any(at is not None and is_elsewhen(bound, at) for at in cells):
            return doubted(finding)
    return finding


def _is_far(finding: Finding) -> bool:
    """True for numbers so far apart that no slip takes one to the other: 21 and 5,412."""
    if finding.stated is None or finding.computed is None:
        return False
    a, b = (abs(sum(ends(x))) / 2 for x in (finding.stated, finding.computed))
    return bool(0 < min(a, b) * data("reference")["likely"]["apart"] < max(a, b))


def _at(bound: Bound, cited: Observation) -> At | None:
    """The cell of a table that a finding cites."""
    reference = bound.board.reader.reference
    cells = bound.board.cells.values()
    return next((at for at in cells if reference.observation(at.row, at.column) == cited), None)


def _questioned_where_borne(boards: Sequence[Board], finding: Finding, policy: Policy) -> Finding:
    """A finding; one that agrees with the cell of another time than words tell as a mismatch."""
    claim = questioned_value(finding.relation.roles)
    tried = finding.verdict == "consistent" and finding.relation.kind == "same"
    if not tried or not isinstance(claim, Claim) or claim.stance != "asserted":
        return finding
    cited = [c.observation for c in finding.cells]
    asked = (_of_other_time(b, s, level_of(b, s), cited) for b, s in _bounds(boards, claim, policy))
    return next((f for f in asked if f is not None), finding)


def _of_other_time(
    bound: Bound, stated: Stated, level: Level, cited: Sequence[Observation]
) -> Finding | None:
    """A figure against its likeliest cell, where a finding rests on the same at another time."""
    at = None if level.first is None else bound.board.cells.get(level.first)
    reader = bound.board.reader
    others = (reader.reference.observation(o.row, o.column) for o in other_times(bound, stated, level))
    if at is None or not any(o in cited for o in others):
        return None
    computed = of_cell(reader, at, stated.negated)
    fit = reading_of(reader, stated, Candidate(at.row, at.column, Tie(1.0), 1.0, True))
    return None if computed is None or fit is None else questioned(stated, computed, fit)


def _span(finding: Finding) -> Span:
    return span_of(questioned_value(finding.relation.roles))


def _of_claim(boards: Sequence[Board], claim: Claim, policy: Policy, *, unsure: bool) -> Finding | None:
    """What the tables say of a figure: the first that bears it out, else one that surely does not."""
    if is_change(claim) and any(is_over_years(b.reader, claim) for b in boards):
        return None  # "26.8 per cent on five years ago" is none of a column of yearly changes
    tried = [(b, s, level_of(b, s)) for b, s in _bounds(boards, claim, policy)]
    for bound, stated, level in tried:
        borne = _borne(bound, stated, level)
        if borne is not None:
            return borne
    if not tried or claim.stance != "asserted" or any(is_made(b, s) for b, s, _ in tried):
        return None
    if any(level.agreeing >= data("reference")["likely"]["slip"]["agrees"] for _, _, level in tried):
        return None
    asked = (_questioned(b, s, level, unsure=unsure) or moved(b, s) for b, s, level in tried)
    return next((f for f in asked if f is not None), None)


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


def _questioned(bound: Bound, stated: Stated, level: Level, *, unsure: bool) -> Finding | None:
    """A figure against its likeliest cell, where a slip would do."""
    at = None if level.first is None else bound.board.cells.get(level.first)
    if at is None or level.first is None or _is_of_another(bound, at):
        return None
    reader, measure = bound.board.reader, bound.described_measures[level.first[1]]
    computed = of_cell(reader, at, stated.negated)
    fit = reading_of(reader, stated, Candidate(at.row, at.column, Tie(1.0), 1.0, True))
    if computed is None or (fit is None and not _is_near(stated, at, bound)):
        return None
    if fit is None and (unknown(bound) or is_narrowed(bound, at)):
        return None
    slip = fit is not None and fit.reading == "digit" and is_digit_slip(bound, stated, level, at)
    slip = slip or bool(other_times(bound, stated, level)) or is_parted(bound, stated, level)
    if not slip and not _is_named(bound, level, unsure=unsure):
        return None
    if fit is not None and fit.reading == "definition" and "clause best" not in measure:
        return None  # "Westgate is last at 49", after a sentence on another column
    if fit is not None and fit.reading == "complement":
        return None  # "74 per cent were refused", of those granted: which is meant nobody can tell
    return questioned(stated, computed, fit)


def _is_named(bound: Bound, level: Level, *, unsure: bool) -> bool:
    """True for a likely cell whose row the clause of a figure names, and all of whose words the table knows.

    Where the rules are `unsure` of a cell, too, the sentence may name the row, and other words be told.
    """
    assert level.first is not None
    least = data("reference")["likely"]["accuse_unsure" if unsure else "accuse"]
    if level.agreeing >= data("reference")["likely"]["agrees"]:
        return False
    if level.most * bound.forms["level"] < least:
        return False
    where = _NAMED if unsure else _NEAR
    said = "clause cover 0" not in bound.described_measures[level.first[1]]
    named = any(f.startswith(where) for f in bound.described_rows[level.first[0]])
    return named and (unsure or (said and _says_no_more(bound)))


def _says_no_more(bound: Bound) -> bool:
    """True for a number of some digits, told as a fact, beside which all words are of the table's."""
    reader, claim = bound.board.reader, bound.board.reader.claims[bound.claim.id]
    if digits_of(claim) < _LEAST_DIGITS or claim.speaker is not None or is_beside_the_facts(reader, claim):
        return False
    strange = strange_words(reader, claim)
    known = all(any(reader.akin(w, v) for v in reader.vocabulary) for w in strange)
    return known and counts_the_same(reader, claim)


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
