"""Figures with which no cell agrees that their words speak for, beside one that they do speak for.

"The Lyric sold 48,700 seats in 2023", where the table has 70,800 for it then and 48,700 a year before.
"""

from __future__ import annotations

from extractor.lexicon import table as data
from extractor.reference.fitting import fits
from extractor.reference.likely.board import Key, Measure, digits_of
from extractor.reference.likely.bound import Bound
from extractor.reference.likely.levels import Level, is_told
from extractor.reference.likely.narrowed import is_narrowed, unknown
from extractor.reference.match import At
from extractor.reference.questioning.guards import counts_the_same, is_beside_the_facts
from extractor.reference.stated import Stated, agree
from extractor.regexes import Regex

_LEAST_DIGITS = 2
#: What tells that a figure is of another name than those of the table.
_ELSEWHERE = {"other name", "elsewhere", "no subject"}
_WORD = Regex(r"[a-z]{3,}|\d+")
#: Where words of other measures stand near a figure, and none of this one.
_OF_OTHERS = {"clause not best", "sentence not best"}


def other_times(bound: Bound, stated: Stated, level: Level) -> list[At]:
    """The cells of a row and measure that agree, where words speak for it at another time."""
    rules = data("reference")["likely"]["dated"]
    if level.first is None or not _is_free(bound, stated, level, rules):
        return []
    name, measure, time = level.first
    if not bound.telling.printed[time] or bound.telling.is_of_before:
        return []
    if bound.times(measure).get(time, 0.0) < rules["time"]:
        return []
    others = (bound.board.cells.get((name, measure, t)) for t in bound.board.times[measure] if t != time)
    return [at for at in others if at is not None and is_told(bound, stated, at)]


def is_parted(bound: Bound, stated: Stated, level: Level) -> bool:
    """True for a figure whose words speak for one cell alone and say nothing that the table does not."""
    rules = data("reference")["likely"]["parted"]
    if level.first is None or not _is_free(bound, stated, level, rules):
        return False
    measure = level.first[1]
    if bound.telling.is_from or is_narrowed(bound, bound.board.cells[level.first]):
        return False
    if may_be_of_more(bound) or _may_be_of_other_row(bound, stated, level.first):
        return False
    if "clause cover 0" not in bound.described_measures[measure]:
        return True
    return _goes_on(bound, measure) and not _is_of_other_measure(bound, stated, level.first)


def _is_free(bound: Bound, stated: Stated, level: Level, rules: dict[str, float]) -> bool:
    """True where a cell is by far the likeliest, and no other figure of the sentence states it."""
    assert level.first is not None
    if level.first not in bound.board.cells:
        return False  # a cell that gives no number
    if level.most * bound.forms["level"] < rules["likely"] or bound.forms["none"] >= rules["none"]:
        return False
    if level.agreeing >= rules["agrees"] * level.most or bound.rows[level.first[0]] < rules["row"]:
        return False
    if bound.told & _ELSEWHERE:
        return False
    return _may_state(bound, stated, level.first) and not _is_taken(bound, level.first)


def _may_state(bound: Bound, stated: Stated, key: Key) -> bool:
    """True for a number of some digits that tells a level as a fact."""
    claim = bound.board.reader.claims[bound.claim.id]
    if stated.negated or claim.statistic == "change" or digits_of(claim) < _LEAST_DIGITS:
        return False
    return is_fact(bound) and (fits(claim, bound.board.cells[key].column) or _is_in_money(bound, key[1]))


def is_fact(bound: Bound) -> bool:
    """True for what a story tells in its own name."""
    reader, claim = bound.board.reader, bound.board.reader.claims[bound.claim.id]
    return claim.stance == "asserted" and claim.speaker is None and not is_beside_the_facts(reader, claim)


def _is_in_money(bound: Bound, measure: Measure) -> bool:
    """True for a sum beside a column that gives no unit, if others of the story in the currency are of it."""
    board, unit = bound.board, bound.claim.figure.amount.unit
    if bound.claim.figure.kind != "money" or board.column[measure[1]].unit:
        return False
    alike = (c for c in board.figures if c.id != bound.claim.id and c.figure.amount.unit == unit)
    return any(m == measure for c in alike for _, m, _ in board.printed[c.id])


def _is_taken(bound: Bound, key: Key) -> bool:
    """True for a cell that another figure of the sentence states."""
    amount, column = bound.board.amount(key), bound.board.cells[key].column
    others = (c for c in bound.board.figures if bound.around.sentence.contains(c.figure.span))
    return amount is not None and any(
        c.id != bound.claim.id and fits(c, column) and agree(c.figure.amount, amount) for c in others
    )


def may_be_of_more(bound: Bound) -> bool:
    """True where words of the clause are of nothing in the table, or narrow what it counts."""
    reader = bound.board.reader
    return not counts_the_same(reader, reader.claims[bound.claim.id]) or bool(unknown(bound))


def _may_be_of_other_row(bound: Bound, stated: Stated, key: Key) -> bool:
    """True for the number of a row or time of whose name the sentence has a word: "men of 25 to 29"."""
    said = set(_WORD.findall(bound.around.sentence.of(bound.around.text).lower()))
    said -= set(_WORD.findall(bound.claim.figure.text.lower()))
    others = (k for k in bound.board.cells if k[1] == key[1] and k != key)
    agreeing = (k for k in others if is_told(bound, stated, bound.board.cells[k]))
    own = _named(bound, key)
    return any(said & (_named(bound, k) - own) for k in agreeing if key[0] == k[0] or key[2] == k[2])


def _named(bound: Bound, key: Key) -> set[str]:
    """The words for a cell's row and time."""
    period = bound.board.periods.get(key[2] or "")
    return set(_WORD.findall(f"{key[0]} {period.text if period else ''}".lower()))


def _is_of_other_measure(bound: Bound, stated: Stated, key: Key) -> bool:
    """True for the number of another measure of the row."""
    others = (k for k in bound.board.cells if k[0] == key[0] and k[1] != key[1])
    return any(is_told(bound, stated, bound.board.cells[k]) for k in others)


def _goes_on(bound: Bound, measure: Measure) -> bool:
    """True where no word is of another measure, and other figures of the sentence print cells of this one."""
    if bound.described_measures[measure] & _OF_OTHERS:
        return False
    board, sentence = bound.board, bound.around.sentence
    others = (c for c in board.figures if sentence.contains(c.figure.span) and c.id != bound.claim.id)
    return all(any(m == measure for _, m, _ in board.printed[c.id]) for c in others)
