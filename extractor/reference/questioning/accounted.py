"""What accounts for a figure that its cells do not bear out: other figures of its sentence, or its own words.

"6,624 rooms in 92 establishments, or 72 apiece" is no slip for the rooms of another place, and "past half"
says where a share stands, not how it moved.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import permutations

from extractor.amount import PERCENT, ratio, total
from extractor.lexicon import table as data
from extractor.model import Amount, Claim, Finding, Span
from extractor.reference.match import Reader
from extractor.reference.questioning.named_cells import are_said, cells_of, naming
from extractor.reference.stated import agree
from extractor.reference.words import roots
from extractor.regexes import Regex

#: Words right before a level that something reaches or crosses.
_REACHED = Regex(
    r"\b(?:past|above|below|beyond|through|reach(?:ed|es|ing)?|hit(?:s|ting)?|topp?(?:ed|s|ing)|pass(?:ed|es|ing)|cross(?:ed|es|ing)"
    r"|exceed(?:ed|s|ing)?|under|over)\s+(?:the\s+|a\s+|an\s+)?$",
    re.IGNORECASE,
)
_FRACTIONS = Regex(r"\b(?:half|third|quarter|fifth)s?\b", re.IGNORECASE)


def is_accounted_for(reader: Reader, claim: Claim, found: Finding) -> bool:
    """True if a figure that cells do not bear out is told to be something else than those cells make."""
    if _is_of_place(reader, claim, found) or _is_of_sections(reader, claim, found):
        return True
    if found.relation.kind == "mean":
        return is_quotient_beside(reader, claim)
    if found.relation.kind == "change":
        return _is_reached(reader, claim)
    return found.reading == "unit" and _is_told_of_column(reader, claim, found)


def is_quotient_beside(reader: Reader, claim: Claim) -> bool:
    """True if two other figures of its sentence make a quotient: "6,624 rooms in 92 places, or 72 each"."""
    others = [
        c.figure.amount
        for c in reader.told.figures.get(claim.sentence, ())
        if c.id != claim.id and c.figure.amount.unit != PERCENT and (c.figure.amount.low or 0) > 0
    ]
    stated = claim.figure.amount
    quotients = (ratio(a, b) for a, b in permutations(others, 2))
    return any(q.low is not None and agree(_bare(stated), _bare(q)) for q in quotients if q.high is not None)


def _is_of_place(reader: Reader, claim: Claim, found: Finding) -> bool:
    """True for "in the borough", of which the table has no row, beside the row for all that is no borough."""
    rows = {o.entity for o in cells_of(found)}
    if not rows <= set(reader.labels.totals):
        return False
    place, text = reader.place(claim), reader.told.document.text
    for match in _places().finditer(text, place.before.start, place.after.end):
        span = Span(match.start(), match.end())
        known = any(n.span.overlaps(span) for n in reader.named)
        if not known and not any(match["place"] in row.lower() for row in rows):
            return True
    return False


def _is_of_sections(reader: Reader, claim: Claim, found: Finding) -> bool:
    """True for what the sections of a table come to: 18 of "Men: Members" and "Women: Members"."""
    cells = cells_of(found)
    if found.relation.kind != "same" or len(cells) != 1 or cells[0].amount.unit == PERCENT:
        return False
    row, column = reader.reference.row_of(cells[0]), reader.reference.column_of(cells[0])
    if row is None or column is None or ": " not in column.head.text:
        return False
    name = column.head.text.split(": ", 1)[1]
    alike = [
        c
        for c in reader.reference.columns
        if c.unit == column.unit and ": " in c.head.text and c.head.text.split(": ", 1)[1] == name
    ]
    amounts = [a for c in alike if (a := reader.reference.amount(row, c)) is not None]
    return len(amounts) > 1 and agree(_bare(claim.figure.amount), _bare(total(amounts)))


@cache
def _places() -> Regex:
    listed = "|".join(sorted(data("reference")["home_places"], key=len, reverse=True))
    return Regex(rf"\b[Ii]n\s+the\s+(?P<place>{listed})\b(?=\s+(?:was|were|is|are|as\s+a\s+whole)\b|[,.])")


def _bare(amount: Amount) -> Amount:
    return replace(amount, unit="")


def _is_reached(reader: Reader, claim: Claim) -> bool:
    """True for "edged past half": a fraction as a level."""
    before = reader.told.document.text[claim.sentence.start : claim.figure.span.start]
    return _FRACTIONS.search(claim.figure.text) is not None and _REACHED.search(before) is not None


def _is_told_of_column(reader: Reader, claim: Claim, found: Finding) -> bool:
    """True where the clause of a figure says what only the other column is called: "over 18 months"."""
    place = reader.place(claim)
    own = {w for o in cells_of(found) for w in naming(reader, o)}
    fits = {w for c in found.cells if c.name == "fits" for w in naming(reader, c.observation)} - own
    said = roots(reader.plain[place.before.start : place.after.end])
    return bool(fits) and are_said(reader, fits, said, any)
