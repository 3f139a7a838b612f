"""Rows added up: "Marsh and Dene between them had 300"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.amount import PERCENT, percent_of, total
from extractor.lexicon import Policy
from extractor.lexicon import table as data
from extractor.model import Amount, Claim, Finding
from extractor.reference.computed.spots import amount_at, cited, is_firm, likeliest, shown_cells, spots
from extractor.reference.findings import agrees, questioned
from extractor.reference.fitting import fits
from extractor.reference.match import Candidate, Reader
from extractor.reference.questioning.guards import counts_the_same, is_out_of_reach
from extractor.reference.rows.labels import Named
from extractor.reference.stated import Computed, agree, shown, shown_cell, stated_of
from extractor.reference.tables.reference_table import is_average
from extractor.regexes import Regex

_TOGETHER = Regex(
    r"\b(?:together|between them|combined|jointly|between the (?:two|three|four|pair)|collectively)\b",
    re.IGNORECASE,
)
#: What stands between the names that are added up.
_AND = Regex(r"\s*+(?:,|,\s*+and|and|&|plus)\s++(?:the\s+|in\s+|at\s+)?", re.IGNORECASE)
_BETWEEN_THEM = Regex(r"\b(?:between\s+them|between\s+the\s+\w+\s+of\s+them)\b", re.IGNORECASE)
#: Characters behind a figure in which "between them" may stand.
_NEAR = 40
_EACH = Regex(r"\b(?:each|apiece|respectively|both)\b", re.IGNORECASE)


def joined_rows(reader: Reader, claim: Claim) -> tuple[str, ...]:
    """The rows that stand joined by "and" before a figure, all of one list; none for a single one."""
    text = reader.told.document.text
    span, sentence = claim.figure.span, claim.sentence
    before = [
        n
        for n in reader.named
        if sentence.start <= n.span.start and n.span.end <= span.start and len(n.labels) == 1 and not n.wide
    ]
    chain: list[Named] = []
    for named in before:
        linked = chain and _AND.fullmatch(text[chain[-1].span.end : named.span.start])
        chain = [*chain, named] if linked else [named]
    if _BETWEEN_THEM.search(text, span.start, min(len(text), span.end + _NEAR)):
        return tuple(dict.fromkeys(n.labels[0] for n in chain)) if len(chain) > 1 else ()
    figures = reader.told.figures.get(sentence, ())
    between = any(chain and chain[-1].span.end <= c.figure.span.start < span.start for c in figures)
    labels = tuple(dict.fromkeys(n.labels[0] for n in chain))
    return labels if len(labels) > 1 and not between else ()


def sums(reader: Reader, claim: Claim, policy: Policy) -> Iterator[Finding]:
    """A figure of several rows against the sum of their cells; questioned where a word says "together"."""
    labels, sentence = joined_rows(reader, claim), claim.sentence.of(reader.told.document.text)
    if not labels or _EACH.search(sentence) or claim.statistic in ("mean", "median", "change"):
        return
    stated = stated_of(claim, policy)
    cells = spots(reader, claim, labels[:1], lambda c: fits(claim, c) and "%" not in c.unit)
    made = [c for cell in likeliest(cells) for c in _computed(reader, claim, cell, labels)]
    agreeing = [c for c in made if agree(stated.amount, c.amount)]
    if agreeing:
        yield agrees(stated, agreeing[0])
    elif (
        made
        and is_firm(cells)
        and _TOGETHER.search(sentence)
        and _may_question(reader, claim, cells[0], made[0])
    ):
        yield questioned(stated, made[0], None)


def _may_question(reader: Reader, claim: Claim, cell: Candidate, made: Computed) -> bool:
    known = counts_the_same(reader, claim) and not is_out_of_reach(claim, cell, made.amount)
    return known and claim.stance == "asserted"


def share_of_sum(reader: Reader, claim: Claim, policy: Policy) -> Iterator[Finding]:
    """A share told of several rows, against the sum of their cells as a part of the row for all."""
    labels, wholes = joined_rows(reader, claim), [w for w in reader.labels.totals if not is_average(w)]
    if claim.figure.amount.unit != PERCENT or not labels or not wholes or claim.statistic == "change":
        return
    stated, tie = stated_of(claim, policy), data("reference")["tie"]
    cells = spots(reader, claim, labels[:1], lambda c: "%" not in c.unit and not c.unit.startswith("per "))
    tied = [c for c in cells if c.tie.firmness >= tie["confirm"]]
    for cell in [*_printed(reader, claim, cells), *tied]:
        for part in _computed(reader, claim, cell, labels):
            for whole in spots(reader, claim, wholes[:1], lambda c, own=cell.column: c == own):  # type: ignore[misc]
                amount = percent_of(part.amount, amount_at(reader, whole))
                if agree(stated.amount, amount):
                    yield agrees(stated, _share(reader, part, whole, amount))
                    return


def _printed(reader: Reader, claim: Claim, cells: Sequence[Candidate]) -> list[Candidate]:
    """The cells that an earlier figure of the sentence prints."""
    figures = reader.told.figures.get(claim.sentence, ())
    before = [c.figure.amount for c in figures if c.figure.span.end <= claim.figure.span.start]
    amounts = ((c, amount_at(reader, c)) for c in cells)
    return [c for c, a in amounts if any(b.unit == a.unit and agree(b, a) for b in before)]


def _share(reader: Reader, part: Computed, whole: Candidate, amount: Amount) -> Computed:
    total_cell = cited(reader, [("whole", whole)])
    steps = f"{shown(part.amount)} / {shown_cell(total_cell[0].observation)} = {shown(amount)}"
    arithmetic = f"{part.arithmetic}; {shown_cells(total_cell)}; {steps}"
    told = f"{part.told} as a share of {whole.row.label}"
    return Computed(amount, arithmetic, told, (*part.cells, *total_cell), "share")


def _computed(reader: Reader, claim: Claim, cell: Candidate, labels: tuple[str, ...]) -> Iterator[Computed]:
    found = [next(iter(spots(reader, claim, [w], lambda c: c == cell.column)), None) for w in labels]
    parts = [c for c in found if c is not None]
    if len(parts) != len(labels):
        return
    amount = total(amount_at(reader, c) for c in parts)
    both = cited(reader, [("part", c) for c in parts])
    steps = " + ".join(shown_cell(c.observation) for c in both)
    told = f"{' and '.join(labels)} together, {cell.column.head.text}"
    yield Computed(amount, f"{shown_cells(both)}; {steps} = {shown(amount)}", told, both, "sum")
