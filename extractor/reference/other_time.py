"""A figure that prints the cell of another time than the one that its story tells of.

"It decided 895", where 895 is the number of the year before, and all around is of this year.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.amount import is_exact
from extractor.lexicon import table as data
from extractor.model import Claim, Period
from extractor.reference.fitting import fits
from extractor.reference.match import Candidate, Reader
from extractor.reference.questioning.questionable import asserts, same_but_for_time, speaks_of
from extractor.reference.stated import agree, has_many_digits
from extractor.reference.times.story_time import tells_no_time
from extractor.reference.times.when import one_time
from extractor.regexes import Regex

_LAST_YEAR = Regex(r"\b(?:(?:in\s+)?the\s+)?(?:last|past)\s+year\b(?![’'])", re.IGNORECASE)
_THIS_YEAR = Regex(r"\b(?:this year|so far|year to date)\b", re.IGNORECASE)
#: A row has to be this sure, and a number of so many digits prints no cell by chance.
_SURE_ROW, _DIGITS = 0.6, 4
_LEAST, _ROUND = 3, 100
#: So many figures elsewhere in the story do what one of the same paragraph does.
_ELSEWHERE = 2


def main_cell(
    reader: Reader, claim: Claim, agreeing: Sequence[Candidate], best: Sequence[Candidate]
) -> Candidate | None:
    """The cell of the story's own time, where a figure prints that of another; None where unsure."""
    if not agreeing or any(c.dated for c in agreeing) or not asserts(claim) or digits_of(claim) < _LEAST:
        return None
    first = agreeing[0]
    meant = [c for c in best if c.dated and same_but_for_time(reader, c, first)]
    one = all(same_but_for_time(reader, c, first) for c in agreeing)
    if len(meant) != 1 or not one or meant[0].subject < _SURE_ROW:
        return None
    period = reader.reference.period(meant[0].row, meant[0].column)
    if not tells_no_time(reader, claim) and not (period and _is_of_last_year(reader, claim, period)):
        return None
    if not (speaks_of(first) or (digits_of(claim) >= _DIGITS and _is_tied(first))):
        return None
    return meant[0] if period is not None and _is_around(reader, claim, period) else None


def is_by_chance(reader: Reader, claim: Claim, one: Candidate, best: Sequence[Candidate]) -> bool:
    """True for a cell of another time than the story's that no word ties to a figure which tells none."""
    if one.dated or _is_tied(one) or not tells_no_time(reader, claim):
        return False
    return any(c.dated and same_but_for_time(reader, c, one) for c in best)


def _is_tied(candidate: Candidate) -> bool:
    least: float = data("reference")["tie"]["confirm"]
    return candidate.tie.firmness >= least


def digits_of(claim: Claim) -> int:
    """The digits of a number, those of "930" too; without noughts where it is rounded."""
    value = claim.figure.value
    if value is None:
        return 0
    exact = is_exact(claim.figure.amount) and value % _ROUND != 0
    places = value.as_tuple().exponent
    printed = exact or (isinstance(places, int) and places < 0)
    return len((value if printed else value.normalize()).as_tuple().digits)


def _is_around(reader: Reader, claim: Claim, period: Period) -> bool:
    """True if figures around one print cells of a time and none of another."""
    around = reader.told.paragraph(claim.sentence.start)
    others = [c for c in reader.told.claims if c.id != claim.id and _prints(reader, c, period)]
    return any(around.contains(c.sentence) for c in others) or len(others) >= _ELSEWHERE


def _is_of_last_year(reader: Reader, claim: Claim, period: Period) -> bool:
    """True for "last year", where other figures of last year print cells of one time and no other."""
    if not tells_no_time(reader, claim, but=_LAST_YEAR) or _THIS_YEAR.search(reader.told.document.text):
        return False
    alike = [
        c for c in reader.told.claims if c.id != claim.id and has_many_digits(c) and _of_last_year(reader, c)
    ]
    held = [times for c in alike if (times := _times(reader, c))]
    return bool(held) and all(any(one_time(p, period) for p in times) for times in held)


def _of_last_year(reader: Reader, claim: Claim) -> bool:
    """True if the words right around a figure are "last year", and none is of another time."""
    place = reader.place(claim)
    own = reader.told.document.text[place.before.start : place.after.end]
    return _LAST_YEAR.search(own) is not None and tells_no_time(reader, claim, but=_LAST_YEAR)


def _prints(reader: Reader, claim: Claim, period: Period) -> bool:
    """True if a figure with digits enough prints a cell of a time, in the row that it names."""
    held = _times(reader, claim) if has_many_digits(claim) else []
    return bool(held) and all(one_time(p, period) for p in held)


def _times(reader: Reader, claim: Claim) -> list[Period]:
    """The times of the cells that a figure prints, in the row that it names."""
    rows = [r for s in reader.subjects(claim)[:1] for w in s.labels for r in reader.rows.get(w, ())]
    cells = [(r, c) for r in rows for c in reader.reference.columns if fits(claim, c)]
    held = [
        reader.reference.period(r, c)
        for r, c in cells
        if (amount := reader.reference.amount(r, c)) is not None and agree(claim.figure.amount, amount)
    ]
    return [p for p in held if p is not None]
