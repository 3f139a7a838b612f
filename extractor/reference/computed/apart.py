"""How far two columns of one row are apart: "women earn $283 less than men", "paid 33 per cent more"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractor.amount import PERCENT, POINTS, difference, negate, percent_change
from extractor.lexicon import Policy
from extractor.model import Claim, Finding
from extractor.reference.computed.spots import amount_at, cited, shown_cells, spots, sure_label
from extractor.reference.findings import agrees, questioned
from extractor.reference.fitting import words_of
from extractor.reference.match import Candidate, Reader
from extractor.reference.questioning.strangers import is_of_more
from extractor.reference.readings import Explained
from extractor.reference.stated import Computed, agree, shown, shown_cell, stated_of
from extractor.reference.tables.reference_table import Column
from extractor.reference.words import roots
from extractor.regexes import Regex

#: "$283 a week less than a man", "25 per cent more than women", "1,554 more Democrats than Republicans".
_THAN = Regex(
    r"(?:\s+(?:an?|per|each)\s+[a-z]+)?\s+(?P<way>more|higher|greater|less|fewer|lower)"
    r"(?P<noun>(?:\s+[\w-]+){0,3}?)\s+than\s+(?P<other>[^.,;:()]{2,40})"
)
_MORE = ("more", "higher", "greater")


@dataclass(frozen=True, slots=True)
class Two:
    """Two cells of a row that are told apart by their columns, and which is said to be more."""

    one: Candidate
    other: Candidate
    more: bool


def apart(reader: Reader, claim: Claim, policy: Policy) -> Iterator[Finding]:
    """A stated difference against that of two columns which the words name, one on either side of "than"."""
    two = _two(reader, claim)
    if two is None:
        return
    stated = stated_of(claim, policy)
    made = _computed(reader, claim, two)
    if agree(stated.amount, made.amount):
        yield agrees(stated, made)
    elif claim.stance == "asserted" and not is_of_more(reader, claim):
        turned = _computed(reader, claim, Two(two.other, two.one, not two.more))
        base = claim.figure.amount.unit == PERCENT and agree(stated.amount, turned.amount)
        fit = (
            Explained("base", f"the difference as a share of {shown(amount_at(reader, two.one))}")
            if base
            else None
        )
        yield questioned(stated, made, fit)


def _two(reader: Reader, claim: Claim) -> Two | None:
    text, span = reader.told.document.text, claim.figure.span
    inside = re.search(r"\b(?:more|less|fewer|higher|lower)$", claim.figure.text)
    found = _THAN.match(text, span.end - len(inside[0]) - 1 if inside else span.end)
    label = sure_label(reader, claim)
    if found is None or label is None:
        return None
    cells = spots(reader, claim, [label], lambda c: _may_differ(claim, c))
    before = text[reader.place(claim).before.start : span.start] + found["noun"]
    others = _named(reader, cells, roots(found["other"]))
    ones = _named(reader, [c for c in cells if c not in others], roots(before))
    pairs = [(a, b) for a in ones for b in others if a.column.unit == b.column.unit]
    return Two(*pairs[0], found["way"] in _MORE) if len(pairs) == 1 else None


def _may_differ(claim: Claim, column: Column) -> bool:
    unit = claim.figure.amount.unit
    if column.head.is_change:
        return False
    if unit in (PERCENT, POINTS):
        return (column.unit == PERCENT) == (unit == POINTS)
    return column.unit == ("" if claim.figure.kind == "count" else unit)


def _named(reader: Reader, cells: Sequence[Candidate], words: Sequence[str]) -> list[Candidate]:
    """The cells whose column has a word that others of its unit do not, and that is among some words."""
    found = []
    for cell in cells:
        beside = {w for c in cells if c.column != cell.column for w in words_of(c.column)}
        own = [w for w in words_of(cell.column) if w not in beside]
        if any(reader.akin(a, b) for a in own for b in words):
            found.append(cell)
    return found


def _computed(reader: Reader, claim: Claim, two: Two) -> Computed:
    a, b = amount_at(reader, two.one), amount_at(reader, two.other)
    relative = claim.figure.amount.unit == PERCENT
    amount = percent_change(b, a) if relative else difference(a, b)
    amount = amount if two.more else negate(amount)
    amount = replace(amount, unit=claim.figure.amount.unit)
    both = cited(reader, [("cell", two.one), ("other", two.other)])
    shown_both = [shown_cell(c.observation) for c in both]
    steps = f"{shown_both[0]} − {shown_both[1]}" if two.more else f"{shown_both[1]} − {shown_both[0]}"
    steps = f"({steps}) / {shown_both[1]}" if relative else steps
    told = f"{two.one.row.label}, {two.one.column.head.text} against {two.other.column.head.text}"
    return Computed(amount, f"{shown_cells(both)}; {steps} = {shown(amount)}", told, both, "compare")
