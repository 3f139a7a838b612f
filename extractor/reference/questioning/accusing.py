"""Of what does not agree with a table: what may be said to, and what stays undecided.

A figure may stand for something that the table does not hold, or for another cell than the one found. So
a figure is questioned only where it has the size of a slip, its row is told near it, and no other row that
the text goes on about has it: a mix-up gives it, or it lies near what the cells make.
"""

from __future__ import annotations

from fractions import Fraction

from extractor.amount import PERCENT, complement, meet, scale
from extractor.lexicon import table as data
from extractor.model import Amount, Claim, Finding, Span
from extractor.reference.findings import doubted, questioned_value
from extractor.reference.fitting import fits, of_statistic, words_of
from extractor.reference.match import Reader
from extractor.reference.questioning.accounted import is_accounted_for
from extractor.reference.questioning.named_cells import (
    are_said,
    cells_of,
    columns_of,
    names_in,
    naming,
    telling_words,
)
from extractor.reference.questioning.strangers import strange_words
from extractor.reference.ranks.sure import is_ranked
from extractor.reference.readings import digits, one_slip
from extractor.reference.stated import agree, has_many_digits
from extractor.reference.tables.reference_table import Column
from extractor.reference.words import root, roots
from extractor.regexes import Regex

#: Tables print thousands and millions in titles that may have been missed.
_SCALES = tuple(Fraction(1000) ** n for n in (1, 2, 3, -1, -2, -3))
_OF = Regex(r"\s+of\s")
_THERE = Regex(
    r"\b(?:is|are|was|were|live[sd]?|comes?|came|happen(?:s|ed)?|occur(?:s|red)?)\s+(?:from|in|at|on)\b"
)
_OWN = Regex(r"(?:['’]s)?\s+(?:figure|number|total|level|rate|average|mark|count|sum|yield|tally)\b")


def weighed(reader: Reader, found: Finding) -> Finding:
    """A finding; one that does not agree as undecided where the words tie it too loosely to its cells."""
    if found.verdict != "mismatch" or _may_be_said(reader, found):
        return found
    return doubted(found)


def _may_be_said(reader: Reader, found: Finding) -> bool:
    claim = questioned_value(found.relation.roles)
    if not isinstance(claim, Claim):
        return found.relation.kind != "rank" or is_ranked(reader, claim, found)
    if _is_of_another_figure(reader, claim, found) or _is_of_another_scale(reader, claim, found):
        return False
    if is_accounted_for(reader, claim, found):
        return False
    return _is_bound(reader, claim, found)


def _is_bound(reader: Reader, claim: Claim, found: Finding) -> bool:
    """True if a figure has the size of a slip of what the cells make, and its words tie it to them."""
    if found.relation.kind == "same":
        return _is_level(reader, claim, found)
    if found.relation.kind == "change":
        return _is_change(reader, claim, found)
    if found.relation.kind == "mean":
        return _is_near(found, "near") and _stands_before(reader, claim, found)
    if found.relation.kind in ("share", "sum"):
        return found.reading is not None or _is_near(found, "near") or _is_rest(found)
    return found.reading is not None or _is_near(found, "far")


def _is_level(reader: Reader, claim: Claim, found: Finding) -> bool:
    """True for a level that a mix-up or a slip of digits makes of the cell, or that lies near it."""
    if found.reading == "place":
        return _is_other_row(reader, claim, found)
    if found.reading == "definition":
        return _is_other_column(reader, claim, found)
    if found.reading is not None or _has_its_digits(claim, found):
        return True
    if _is_near(found, "near"):
        return _is_tied(reader, claim, found)
    return _is_near(found, "far") and _says_no_more(reader, claim, found)


def _says_no_more(reader: Reader, claim: Claim, found: Finding) -> bool:
    """True if a sentence names row and column in full and no more: "In mining 61 per cent are women"."""
    if not {o.entity for o in cells_of(found)} & names_in(reader, claim.sentence):
        return False
    own, said = (
        [w for o in cells_of(found) for w in naming(reader, o)],
        roots(claim.sentence.of(reader.plain)),
    )
    strange = (
        w for w in strange_words(reader, claim) if not any(reader.akin(w, v) for v in reader.vocabulary)
    )
    return bool(own) and are_said(reader, own, said, all) and not any(True for _ in strange)


def _is_tied(reader: Reader, claim: Claim, found: Finding) -> bool:
    """True if the sentence of a figure names the row and the measure of its cells, or prints one of them."""
    if not {o.entity for o in cells_of(found)} & names_in(reader, claim.sentence):
        return False
    level = found.relation.kind == "same" and claim.figure.kind == "count"
    if level and not _knows_noun(reader, claim, found):
        return False
    said = roots(claim.sentence.of(reader.plain))
    own = [w for c in columns_of(reader, found) for w in telling_words(reader, c)]
    return any(reader.akin(w, s) for w in own for s in said) or _is_printed(reader, claim, found)


def _knows_noun(reader: Reader, claim: Claim, found: Finding) -> bool:
    """True unless the noun of a count is of something else than the columns."""
    if claim.measure is None:
        return True
    noun = root(claim.measure.key)
    return any(reader.akin(noun, w) for c in columns_of(reader, found) for w in words_of(c))


def _is_printed(reader: Reader, claim: Claim, found: Finding) -> bool:
    """True if another figure of the sentence prints a cell of the columns, in the row that it names."""
    others = (c for c in reader.told.figures.get(claim.sentence, ()) if c.id != claim.id)
    return any(_prints(reader, c, column) for c in others for column in columns_of(reader, found))


def _is_change(reader: Reader, claim: Claim, found: Finding) -> bool:
    """True for a change in another sense or direction, or of digits; for one near it, where words tie it."""
    if found.reading is not None or _has_its_digits(claim, found):
        return True
    return _is_near(found, "far") and _is_tied(reader, claim, found)


def _is_near(found: Finding, how: str) -> bool:
    """True if what is printed and what the cells make are no further apart than a slip."""
    a, b = _centre(found.stated), _centre(found.computed)
    most = Fraction(str(data("reference")["slip"][how]))
    return bool(a and b) and max(a, b) <= most * min(a, b)


def _centre(amount: Amount | None) -> Fraction:
    if amount is None:
        return Fraction(0)
    given = [abs(Fraction(x)) for x in (amount.low, amount.high) if x is not None]
    return sum(given, Fraction(0)) / len(given) if given else Fraction(0)


def _has_its_digits(claim: Claim, found: Finding) -> bool:
    """True for the digits of what the cells make in another order, or with one more or less of them."""
    value = claim.figure.value
    if value is None or found.computed is None:
        return False
    own, right = (digits(Fraction(n), value) for n in (value, _centre(found.computed)))
    return sorted(own) == sorted(right) or one_slip(own, right)


def _is_of_another_scale(reader: Reader, claim: Claim, found: Finding) -> bool:
    """True where thousands part figure and cell, and no other figure of the story prints the column."""
    if found.stated is None or found.computed is None:
        return False
    one = next((s for s in _SCALES if meet(found.stated, scale(found.computed, s))), None)
    if one is None:
        return False
    others = [c for c in reader.told.claims if c.id != claim.id and has_many_digits(c)]
    return not any(_prints(reader, c, column) for c in others for column in columns_of(reader, found))


def _prints(reader: Reader, claim: Claim, column: Column) -> bool:
    if not fits(claim, column):
        return False
    labels = reader.subjects(claim)[:1]
    rows = [r for s in labels for label in s.labels for r in reader.rows.get(label, ())]
    amounts = [reader.reference.amount(r, column) for r in rows]
    return any(a is not None and agree(claim.figure.amount, a) for a in amounts)


def _is_other_row(reader: Reader, claim: Claim, found: Finding) -> bool:
    """True for the number of another row beside words for this one, if the text does not speak of that row.

    "Its 4,182 put it ahead of Dene", after a sentence about the row that has 4,182, is no slip for Dene's.
    """
    fitting = {c.observation.entity for c in found.cells if c.name == "fits"}
    around, place = reader.told.paragraph(claim.sentence.start), reader.place(claim)
    if fitting & names_in(reader, Span(around.start, max(claim.sentence.end, place.after.end))):
        return False
    clause = Span(place.before.start, place.after.end)
    own = [w for c in columns_of(reader, found) for w in telling_words(reader, c)]
    told = any(reader.akin(w, s) for w in own for s in roots(clause.of(reader.plain)))
    named = bool({o.entity for o in cells_of(found)} & names_in(reader, clause))
    return named and (told or _is_printed(reader, claim, found))


def _is_other_column(reader: Reader, claim: Claim, found: Finding) -> bool:
    """True for the number of another column, where a clause says all of this one's name and none of that."""
    place, around = reader.place(claim), reader.told.paragraph(claim.sentence.start)
    clause = Span(place.before.start, place.after.end)
    before = Span(reader.told.sentence_before(claim.sentence, around), claim.sentence.end)
    if not {o.entity for o in cells_of(found)} & names_in(reader, clause):
        return False
    own = {w for o in cells_of(found) for w in naming(reader, o)}
    strange = {w for c in found.cells if c.name == "fits" for w in naming(reader, c.observation)} - own
    said, spoken = roots(clause.of(reader.plain)), roots(before.of(reader.plain))
    column = reader.reference.column_of(cells_of(found)[0])
    means = of_statistic(claim, reader.reference.columns)
    told = are_said(reader, own, said, all) or (column is not None and column.number in means)
    return bool(strange) and told and not are_said(reader, strange, spoken, any)


def _stands_before(reader: Reader, claim: Claim, found: Finding) -> bool:
    """True if what a quotient is of is named before it in its sentence."""
    before = names_in(reader, Span(claim.sentence.start, claim.figure.span.start))
    return bool({o.entity for o in cells_of(found)} & before)


def _is_of_another_figure(reader: Reader, claim: Claim, found: Finding) -> bool:
    """True for a share of what another row has, "55 per cent of the Dene figure", or of those who are there.

    "Three in four of the new claimants are in Dene" is no rate of Dene's.
    """
    if claim.figure.amount.unit != PERCENT or found.relation.kind != "same":
        return False
    text, end = reader.told.document.text, claim.figure.span.end
    rows = {o.entity for o in cells_of(found)}
    behind = [n for n in reader.named if end <= n.span.start < claim.sentence.end and rows & set(n.labels)]
    if not behind or _OF.match(text, end) is None:
        return False
    between = text[end : behind[0].span.start]
    return _THERE.search(between) is not None or _OWN.match(text, behind[0].span.end) is not None


def _is_rest(found: Finding) -> bool:
    """True for a share that is what the right one leaves."""
    if found.stated is None or found.computed is None or found.stated.unit != PERCENT:
        return False
    return meet(found.stated, complement(found.computed))
