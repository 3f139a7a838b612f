"""A row's share of a column, whose name stands behind the share: "had 13 per cent OF THE FATALITIES".

    Auckland ... 13 per cent of the fatalities  →  deaths in Auckland / deaths in all regions

Such a share only bears a figure out: "of the fatalities" may be of those in the row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.amount import PERCENT, POINTS
from extractor.lexicon import Policy
from extractor.lexicon import table as data
from extractor.model import Claim, Finding
from extractor.reference.computed.portions import share_of, shares
from extractor.reference.computed.spots import amount_at, same_column, spots
from extractor.reference.findings import agrees
from extractor.reference.fitting import words_of
from extractor.reference.match import Candidate, Reader
from extractor.reference.stated import agree, has_many_digits, stated_of
from extractor.reference.tables.reference_table import Column, is_average
from extractor.reference.words import roots
from extractor.regexes import Regex

#: What a share is of, up to where its clause goes on: "of all road deaths | in the country".
_OF = Regex(r"\s+of\s+(?:(?:the|all|its|their|those|these)\s+)*(?P<what>[^.,;:()—–]+)")
#: "One in every five road deaths".
_IN_N = Regex(r"(?P<what>[^.,;:()—–]+)")
_ENDS = Regex(
    r"\s(?:in|across|at|on|by|for|from|with|and|but|while|that|which|who|is|are|was|were|has|have|had|happen\w*|occurr\w*)\b"
)
_MOST_WORDS = 6
#: A row has to be this sure.
_SURE = 0.55
#: Rows named in a sentence, of which one may be meant.
_FEW = 3
#: "It accounted for 24 per cent", "the city alone took a fifth".
_GOES_ON = Regex(r"\b(?:it|its|there|that|this|they|their|the)\b", re.IGNORECASE)


def shares_told(reader: Reader, claim: Claim, policy: Policy) -> list[Finding]:
    """A share by two cells; what bears it out before what questions it."""
    found = list(shares(reader, claim, policy))
    if any(f.verdict == "consistent" for f in found):
        return found
    return list(of_column(reader, claim, policy)) or found


def of_column(reader: Reader, claim: Claim, policy: Policy) -> Iterator[Finding]:
    """A share that the cells of a row and of the row for all make, in the one column that words name."""
    told = claim.figure.amount.unit == PERCENT and claim.figure.kind in ("percentage", "ratio")
    if not told or claim.statistic in ("change", "mean", "median"):
        return
    what, stated = _what(reader, claim), stated_of(claim, policy)
    wholes = [w for w in reader.labels.totals if not is_average(w)]
    if what is None or stated.negated or not wholes:
        return
    named = _named(reader, what)
    for label in _rows(reader, claim):
        cells = spots(reader, claim, [label], lambda c: c in _counts(reader))
        for cell in _meant(reader, claim, cells, what, named):
            for whole in same_column(reader, cell, wholes[0], claim):
                made = share_of(reader, stated, cell, whole)
                if agree(stated.amount, made.amount):
                    yield agrees(stated, made)
                    return


def _what(reader: Reader, claim: Claim) -> tuple[str, ...] | None:
    """The roots of what a share is said to be of, without words for all; None where it is of nothing."""
    text, end = reader.told.document.text, claim.figure.span.end
    found = _OF.match(text, end, claim.sentence.end)
    if found is None and claim.figure.kind == "ratio":
        found = _IN_N.match(text, end, claim.sentence.end)
    if found is None:
        return None
    stop = _ENDS.search(found["what"])
    words = found["what"][: stop.start() if stop else None].split()[:_MOST_WORDS]
    totals = {*roots(" ".join(data("reference")["totals"])), *roots(reader.labels.noun)}
    return tuple(w for w in roots(" ".join(words)) if w not in totals)


def _counts(reader: Reader) -> list[Column]:
    """The columns whose cells may be added."""
    return [
        c
        for c in reader.reference.columns
        if c.unit not in (PERCENT, POINTS)
        and not c.unit.startswith("per ")
        and not c.head.is_rank
        and not c.head.is_change
    ]


def _named(reader: Reader, what: Sequence[str]) -> list[Column]:
    """The columns of the one measure that the words name best."""
    best: list[Column] = []
    most = (1, -len(what) * 9)
    for column in _counts(reader):
        own = words_of(column)
        said = sum(any(reader.akin(w, o) for o in own) for w in what)
        score = (said, -sum(not any(reader.akin(w, o) for w in what) for o in own))
        if score >= most:
            best = [*best, column] if score == most else [column]
            most = score
    return best if best and all(reader.same_measure(c, best[0]) for c in best) else []


def _meant(
    reader: Reader,
    claim: Claim,
    cells: Sequence[Candidate],
    what: Sequence[str],
    named: Sequence[Column],
) -> list[Candidate]:
    """The cells of a row that may be the part: of the measure named, printed, or any for many digits."""
    if named:
        return [c for c in cells if c.column in named]
    if has_many_digits(claim):
        return list(cells)
    before = [
        c
        for c in reader.told.figures.get(claim.sentence, ())
        if c.figure.span.end <= claim.figure.span.start and has_many_digits(c)
    ]
    printed = [c for c in cells if any(agree(b.figure.amount, amount_at(reader, c)) for b in before)]
    if len(printed) == 1 and not what:
        return printed
    sole = {c.column.number for c in cells}
    return list(cells) if len(sole) == 1 else []


def _rows(reader: Reader, claim: Claim) -> list[str]:
    """The rows that a share may be of: the surest that is not for all, else those named before it."""
    totals = set(reader.labels.totals)
    own = [s for s in reader.subjects(claim) if not set(s.labels) & totals]
    if own and own[0].certainty >= _SURE and len(own[0].labels) == 1:
        return [own[0].labels[0]]
    before = [
        n
        for n in reader.named
        if n.span.end <= claim.figure.span.start and len(n.labels) == 1 and not set(n.labels) & totals
    ]
    here = [n for n in before if n.span.start >= claim.sentence.start]
    if not here and _GOES_ON.search(reader.told.document.text, claim.sentence.start, claim.sentence.end):
        around = reader.told.paragraph(claim.sentence.start)
        here = [n for n in before if n.span.start >= around.start][-1:]
    labels = list(dict.fromkeys(n.labels[0] for n in here))
    return labels if len(labels) <= _FEW else []
