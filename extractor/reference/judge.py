"""A claim against the cells that it may mean: agrees, does not, or which cells would decide it.

To agree, the firmest cells that the words allow are enough. To question a figure, words have to tie it
to one row, one column and one time, its noun has to be one that the table counts, and no other
cell that the words could mean may agree with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from extractor.amount import PERCENT
from extractor.lexicon import Policy
from extractor.lexicon import table as data
from extractor.model import Claim, Finding
from extractor.reference.changes.between_times import change, is_change, is_step
from extractor.reference.changes.printed import printed_changes
from extractor.reference.column_nouns import (
    counts,
    has_noun,
    is_of_other_number,
    is_second_of_pair,
    of_noun,
)
from extractor.reference.computed.column_shares import shares_told
from extractor.reference.computed.portions import is_told_otherwise, rest
from extractor.reference.computed.ratios import per, per_of
from extractor.reference.computed.ways import of_several
from extractor.reference.findings import agrees, questioned, undecided
from extractor.reference.fitting import words_of
from extractor.reference.match import At, Candidate, Reader
from extractor.reference.other_column import meant_cell
from extractor.reference.other_time import is_by_chance, main_cell
from extractor.reference.questioning.guards import (
    counts_the_same,
    is_carried_too_far,
    is_near_bound,
    is_out_of_reach,
    is_printed_beside,
)
from extractor.reference.questioning.narrowed import (
    has_none,
    is_change_of_another,
    is_gain,
    is_lead,
    is_of_all_kinds,
    is_of_those_before,
    is_part_of_named,
    is_whole_of_part,
)
from extractor.reference.questioning.questionable import (
    _SURE_ROW,
    could_question,
    is_of_other_column,
    is_told_so,
    may_question,
    names_part_of,
    same_but_for_time,
)
from extractor.reference.readings import reading_of
from extractor.reference.row_counts import counts_rows
from extractor.reference.setting import is_name
from extractor.reference.stated import (
    Stated,
    agree,
    cell_amount,
    has_many_digits,
    is_inside,
    of_cell,
    stated_of,
    to_whole,
    told_in,
    unsigned,
)
from extractor.reference.times.story_time import goes_on_in_time, tells_now
from extractor.reference.words import root, roots
from extractor.regexes import Regex

_NOT = Regex(r"\b(?:not|never|no|none|neither|without|fail(?:s|ed|ing)?)\b|n['’]t\b", re.IGNORECASE)
#: A row within this certainty of the surest may be meant as well.
_AS_SURE = 0.12
#: More candidates than this name nothing.
_MOST_NAMED = 4


def judge(reader: Reader, claim: Claim, policy: Policy) -> Iterator[Finding]:
    """What the table says of a claim; nothing where it does not speak of it."""
    if counts_rows(reader, claim) or is_name(claim, reader.numbers):
        return
    stated = as_told(reader, claim, policy)
    several = of_several(reader, claim, policy)
    if several is not None:
        yield from several
        return
    for_one = per_of(reader, claim)
    if for_one is not None:
        quotient = list(per(reader, claim, for_one, policy))
        if quotient or claim.figure.kind != "rate":
            yield from quotient
            return
    if is_change(claim) or is_gain(reader.told, claim) or is_step(reader, claim):
        changed = list(change(reader, claim, policy))
        # A change may be a column of its own, but a level questions no change.
        level = _as_share(reader, claim)
        cells = _by_cell(reader, level, replace(stated, claim=level))
        printed = printed_changes(reader, claim, list(cells), changed)
        yield from (
            printed if all(f.verdict == "mismatch" for f in changed) and printed else changed or printed
        )
        return
    found = list(rest(reader, claim, policy)) or list(_by_cell(reader, claim, stated))
    if any(f.verdict != "undecided" for f in found):
        yield from found
        return
    yield from shares_told(reader, claim, policy) or found


def as_told(reader: Reader, claim: Claim, policy: Policy) -> Stated:
    """What a claim states, and whether it tells the rest of what a column counts."""
    stated = told_in(reader.told.document.text, stated_of(claim, policy))
    if stated.negated and _is_named_so(reader, claim):
        stated = replace(stated, negated=False)
    return replace(stated, negated=True) if reader.is_turned(claim) else stated


def _as_share(reader: Reader, claim: Claim) -> Claim:
    """ "Lost 13.6 per cent of appointments" may be the share that was lost."""
    behind = reader.told.document.text[claim.figure.span.end : claim.sentence.end]
    share = claim.figure.amount.unit == PERCENT and re.match(r"\s+of\s", behind)
    return replace(claim, statistic="share") if share else claim


def _by_cell(reader: Reader, claim: Claim, stated: Stated) -> Iterator[Finding]:
    """One cell against a claim."""
    found: Sequence[Candidate] = reader.candidates(claim)
    if not found:
        return
    found = of_noun(reader, claim, found, _best(found)[0])
    best = _best(found)
    stated = to_whole(stated, best[0].column)
    firm = [c for c in best if c.tie.firmness >= best[0].tie.firmness - data("reference")["tie"]["margin"]]
    agreeing = [c for c in firm if _agrees(reader, stated, c)]
    if agreeing and _is_of_main_time(reader, claim, best):
        agreeing = [c for c in agreeing if c.dated or not same_but_for_time(reader, c, best[0])]
    slip = main_cell(reader, claim, agreeing, best)
    if slip is not None:
        yield from _questioned(reader, claim, stated, slip)
        return
    agreeing = [c for c in agreeing if not is_by_chance(reader, claim, c, best)]
    if agreeing:
        if _confirms(reader, claim, agreeing, best):
            yield from _agrees_with(reader, stated, agreeing[0])
        return
    yield from _unborne(reader, claim, stated, found, best, firm)


def _unborne(
    reader: Reader,
    claim: Claim,
    stated: Stated,
    found: Sequence[Candidate],
    best: Sequence[Candidate],
    firm: Sequence[Candidate],
) -> Iterator[Finding]:
    """What is said of a figure with which none of the cells agrees that its words tie it to most firmly."""
    found = [c for c in found if not is_of_other_number(reader, claim, c)]
    printed = [c for c in best if c in found and _agrees(reader, stated, c) and has_noun(reader, claim, c)]
    if printed and has_many_digits(claim) and best[0].tie.firmness < data("reference")["tie"]["full"]:
        yield from _agrees_with(reader, stated, printed[0])
        return
    if may_question(reader, claim, best):
        yield from _questioned(reader, claim, stated, best[0])
        return
    meant = meant_cell(reader, claim, found)
    if meant is not None:
        yield from _questioned(reader, claim, stated, meant)
        return
    by_number = _by_number(reader, claim, stated, found, best)
    slip = main_cell(reader, claim, by_number, best)
    if slip is not None:
        yield from _questioned(reader, claim, stated, slip)
    elif by_number:
        yield from _agrees_with(reader, stated, by_number[0])
    elif could_question(reader, claim, best[0]):
        given = [c for c in firm if _given(reader, c)][:_MOST_NAMED]
        yield from [undecided(reader, stated, given)] if given else []


def _questioned(reader: Reader, claim: Claim, stated: Stated, first: Candidate) -> Iterator[Finding]:
    computed, reading = of_cell(reader, first, stated.negated), reading_of(reader, stated, first)
    inside = computed is not None and is_inside(stated, unsigned(computed.amount, stated.amount))
    if inside and (reading is None or reading.reading != "scale"):
        return  # "fewer than 50" is true of 12
    if is_second_of_pair(reader, claim, first) or is_told_otherwise(reader, claim, first.column):
        return
    if reading is not None and (
        is_of_other_column(reader, claim, first, reading) or names_part_of(reader, claim, first, reading)
    ):
        return
    if reading is not None and reading.reading == "definition" and is_told_so(reader, claim, first, reading):
        return
    before = is_of_those_before(reader, claim, first.column)
    if (
        before
        or is_of_all_kinds(reader, claim, first)
        or is_lead(reader, claim)
        or is_change_of_another(reader, claim)
    ):
        return  # of what was counted before, whose measure `parallels` carries on
    if not stated.negated and has_none(reader, claim, first.column):
        return
    if is_part_of_named(reader, claim, first.column) or is_whole_of_part(reader, claim, first):
        return
    if is_printed_beside(reader, claim, first) or is_carried_too_far(reader, claim, first):
        return
    if computed is not None and (reading or not is_out_of_reach(claim, first, computed.amount)):
        yield questioned(stated, computed, reading)


def _by_number(
    reader: Reader, claim: Claim, stated: Stated, found: Sequence[Candidate], best: Sequence[Candidate]
) -> list[Candidate]:
    """The cells that agree with a number which would hardly agree by chance, whatever their heads say."""
    if not has_many_digits(claim):
        return []
    likely = found if best[0].subject < _SURE_ROW else [c for c in best if c in found]
    agreeing = [c for c in likely if _agrees(reader, stated, c)]
    if any(counts(claim, c) for c in best):  # "52,510 donors" are no donations
        return [c for c in agreeing if has_noun(reader, claim, c)]
    return agreeing


def _is_of_main_time(reader: Reader, claim: Claim, best: Sequence[Candidate]) -> bool:
    """True where a cell of another time than the first one's may not bear a figure out."""
    if not best[0].dated or not may_question(reader, claim, best):
        return False
    return tells_now(reader, claim) or goes_on_in_time(reader, claim, best[0])


def _agrees_with(reader: Reader, stated: Stated, at: At) -> Iterator[Finding]:
    computed = of_cell(reader, at, stated.negated)
    if computed is not None:
        yield agrees(stated, computed)


def _best(found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates whose row is about as sure as the surest, the firmest tie first."""
    surest = max(c.subject for c in found)
    return sorted(
        (c for c in found if c.subject >= surest - _AS_SURE), key=lambda c: (-c.tie.firmness, not c.dated)
    )


def _given(reader: Reader, candidate: Candidate) -> bool:
    return reader.reference.amount(candidate.row, candidate.column) is not None


def _agrees(reader: Reader, stated: Stated, candidate: Candidate) -> bool:
    amount = cell_amount(reader, candidate, stated.negated)
    if amount is None:
        return False
    told = unsigned(amount, stated.amount)
    return agree(stated.amount, told) and is_near_bound(stated.amount, told)


def _confirms(reader: Reader, claim: Claim, agreeing: Sequence[Candidate], best: Sequence[Candidate]) -> bool:
    """True if words, many digits, or being the only cell that agrees and the nearest bear a claim out."""
    tie, candidate = data("reference")["tie"], agreeing[0]
    if candidate.tie.firmness >= tie["confirm"] or has_many_digits(claim):
        return True
    alone = (
        len(agreeing) == 1
        and candidate == best[0]
        and candidate.tie.firmness > 0
        and counts_the_same(reader, claim)
    )
    return alone or _only_one(reader, claim, candidate)


def _only_one(reader: Reader, claim: Claim, candidate: Candidate) -> bool:
    """True if no other column has numbers of the kind, and words tie the figure to the table."""
    alike = [c for c in reader.reference.columns if c.unit == candidate.column.unit]
    near = reader.near(claim)
    return len(alike) == 1 and any(reader.support(near, w) > 0 for w in reader.vocabulary)


def _is_named_so(reader: Reader, claim: Claim) -> bool:
    """True for what a verb denies that names a column itself: "cancelled 6 per cent of its trains"."""
    place = reader.place(claim)
    text = reader.told.document.text[place.before.start : place.after.end]
    own = {w for c in reader.reference.columns if c.unit == PERCENT for w in words_of(c)}
    near = {w for w, n in reader.near(claim).items() if n >= data("reference")["tie"]["sentence"]}
    told = {w for w in own if any(w == n or reader.akin(w, n) for n in near & _denying())}
    return not _NOT.search(text) and (bool(told) or any(w in own for w in roots(text)))


@cache
def _denying() -> frozenset[str]:
    """Roots of the words that deny by themselves: "absence", "missed"."""
    return frozenset(root(w) for w in data("reference")["denying"])
