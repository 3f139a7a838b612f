"""A share by two cells: "40 per cent of all call-outs", "one in 34 prisoners", "22 per cent of it"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.amount import PERCENT, complement, difference, percent_of
from extractor.lexicon import Policy
from extractor.lexicon import table as data
from extractor.model import Amount, Claim, Finding
from extractor.reference.computed.spots import (
    SURE_ROW,
    amount_at,
    cited,
    likeliest,
    same_column,
    shown_cells,
    spots,
    sure_label,
)
from extractor.reference.findings import agrees, questioned
from extractor.reference.fitting import words_of
from extractor.reference.match import At, Candidate, Reader
from extractor.reference.opposites import is_opposite
from extractor.reference.questioning.narrowed import is_of_those_who, is_told_of_another, level_beside
from extractor.reference.readings import Explained
from extractor.reference.stated import Computed, Stated, agree, shown, shown_cell, stated_of
from extractor.reference.tables.reference_table import Column, is_average
from extractor.reference.words import roots
from extractor.regexes import Regex

#: "9 per cent of the total", "of the whole catch", "one in 34 prisoners".
_OF_ALL = Regex(
    r"\s*of\s+(?:the\s+|all\s+)?(?:total|whole|overall|national|country|state)\b|\s*of\s+all\b|"
    r"\s*of\s+(?:the\s+|all\s+)(?:[a-z]{4,}(?:ish|ese|ian|ean|elsh|rench|utch)|all-[a-z]+|nationwide|statewide|provincial)"
    r"\s+(?:total|figure|number|sum|population|tally|count)\b|"
    r"\s*of\s+(?:the\s+)?(?:country|nation|state)['’]s\b",
    re.IGNORECASE,
)
_IN_ALL = Regex(r"(?:\s+[a-z]+)?\s+in\s+the\s+(?:country|nation|state|province|whole)\b")
_DENIED = Regex(r"\b(?:not|never|no|none|neither|nor|only)\b|n['’]t\b", re.IGNORECASE)
#: The noun right behind them.
_NOUN = Regex(
    r"\s+(?!(?:total|whole|number|figure|count|in|for|across|and|while|there|of|at|on|by|to|from|but|that|who|which|were|was|is|are)\b)([a-z]{3,})"
)
_PRONOUNS = ("it", "them", "those", "these", "that")


def rest(reader: Reader, claim: Claim, policy: Policy) -> Iterator[Finding]:
    """A count told by the opposite of a column: "Of the 700 offered, 413 were turned down", of "accepted".

    Only a figure that prints the cell itself is questioned, and only where the whole is printed before it.
    """
    text, place = reader.told.document.text, reader.place(claim)
    if claim.figure.kind != "count" or _DENIED.search(place.before.of(text) + place.after.of(text)):
        return
    columns = [c for c in reader.reference.columns if is_told_otherwise(reader, claim, c)]
    before = [
        c for c in reader.told.figures.get(claim.sentence, ()) if c.figure.span.end <= claim.figure.span.start
    ]
    label = sure_label(reader, claim) if columns and before else None
    if label is None:
        return
    made = list(_rests(reader, claim, before[-1], label, columns))
    stated = stated_of(claim, policy)
    for part, computed in made if len(made) == 1 else ():
        if agree(stated.amount, computed.amount):
            yield agrees(stated, computed)
        elif agree(stated.amount, part) and claim.stance == "asserted":
            yield questioned(stated, computed, None)


def is_told_otherwise(reader: Reader, claim: Claim, column: Column) -> bool:
    """True for a count behind which the opposite of a column stands: "40 were turned down", of "accepted"."""
    if claim.figure.kind != "count":
        return False
    behind = reader.place(claim).after.of(reader.told.document.text)
    return is_opposite(behind, frozenset(words_of(column)), reader.measures)


def _rests(
    reader: Reader, claim: Claim, whole: Claim, label: str, columns: Sequence[Column]
) -> Iterator[tuple[Amount, Computed]]:
    """The cells of a part, each with what is left of the whole that a figure prints."""
    cells = [
        c for c in reader.cells(claim, reader.reference.columns, [label]) if c.dated and c.column.unit == ""
    ]
    wholes = [
        c for c in cells if c.column not in columns and agree(whole.figure.amount, amount_at(reader, c))
    ]
    for part in (c for c in cells if c.column in columns):
        for one in wholes[:1] if len(wholes) == 1 else ():
            a, b = amount_at(reader, one), amount_at(reader, part)
            both = cited(reader, [("whole", one), ("part", part)])
            left = difference(a, b)
            if left.low is not None and left.low > 0:
                steps = " − ".join(shown_cell(c.observation) for c in both)
                told = f"the rest of {label}, {one.column.head.text}"
                yield b, Computed(left, f"{shown_cells(both)}; {steps} = {shown(left)}", told, both)


def shares(reader: Reader, claim: Claim, policy: Policy) -> Iterator[Finding]:
    """A share against two cells: two columns of one row, or one column of a row and of all rows."""
    if claim.figure.amount.unit != PERCENT or claim.figure.kind not in ("percentage", "ratio"):
        return
    if claim.statistic in ("change", "mean", "median"):
        return
    stated = stated_of(claim, policy)
    stated = replace(stated, negated=True) if reader.is_turned(claim) else stated
    label = _part_label(reader, claim)
    made = (
        []
        if label is None
        else [*_of_all(reader, claim, label, stated), *_of_row(reader, claim, label, stated)]
    )
    agreeing = [m for _, m in made if agree(stated.amount, m.amount)]
    if agreeing:
        yield agrees(stated, agreeing[0])
    elif made and made[0][0] and claim.stance == "asserted" and not _is_of_another(reader, claim):
        if is_of_those_who(reader.told, claim):
            return
        if is_told_of_another(reader, claim, (c.observation.amount for c in made[0][1].cells)):
            return
        yield questioned(stated, made[0][1], _of_block(reader, stated, made[0][1]))


def _of_block(reader: Reader, stated: Stated, made: Computed) -> Explained | None:
    """The whole of the row's own block, where a share of all would fit it: "half of the NATIONAL figure"."""
    part, whole = (reader.reference.row_of(c.observation) for c in made.cells)
    if part is None or whole is None or whole.label not in reader.labels.totals:
        return None
    column = reader.reference.column_of(made.cells[0].observation)
    if column is None:
        return None
    for number, parts in reader.reference.parts.items():
        block = At(reader.reference.rows[number], column)
        if part.number not in parts or block.row.label == whole.label:
            continue
        given = reader.reference.observation(block.row, column)
        if given is not None and agree(
            stated.amount, share_of(reader, stated, At(part, column), block).amount
        ):
            return Explained("base", f"the share of {block.row.label}", (given,))
    return None


def _is_of_another(reader: Reader, claim: Claim) -> bool:
    """True for a part of what the table does not know: "30 per cent of the total budget"."""
    found = _OF_ALL.match(reader.told.document.text, claim.figure.span.end)
    noun = None if found is None else _NOUN.match(reader.told.document.text, found.end())
    if noun is None:
        return False
    places = {*roots(reader.labels.noun), *roots(" ".join(data("reference")["totals"]))}
    known = {*reader.vocabulary, *places}
    return not any(w == v or reader.akin(w, v) for w in roots(noun[1]) for v in known)


def _part_label(reader: Reader, claim: Claim) -> str | None:
    """The row that a share speaks of: with "of the state's voters" not the row for all."""
    label = sure_label(reader, claim)
    rows = [s for s in reader.subjects(claim) if not set(s.labels) & set(reader.labels.totals)]
    text = reader.told.document.text[claim.figure.span.start : claim.figure.span.end + 24]
    if label is not None and label not in reader.labels.totals:
        return label
    named = rows and rows[0].certainty >= SURE_ROW and len(rows[0].labels) == 1
    return rows[0].labels[0] if _OF_ALL.search(text) and named else label


def _of_all(reader: Reader, claim: Claim, label: str, stated: Stated) -> Iterator[tuple[bool, Computed]]:
    """A row's part of the row for all: of the column that the figure before it prints, or that words name."""
    text = reader.told.document.text
    end = claim.figure.span.end
    inside = text[claim.figure.span.start : claim.sentence.end]
    told = _OF_ALL.match(text[end:]) or _OF_ALL.search(inside[: end - claim.figure.span.start + 24])
    told = told or _told_before(reader, claim)
    own = reader.labels.noun.split(" ")[-1]
    if told is not None and own and own in told[0].lower():
        return  # "of the state's generation" in a table of states is of the row itself
    one_in = claim.figure.kind == "ratio"
    if told is None and one_in:  # "4,599, or one in 13 in the country"
        told = _IN_ALL.match(text, end)
    wholes = [w for w in reader.labels.totals if not is_average(w)]
    if not (told or one_in) or label in reader.labels.totals or not wholes:
        return
    cells = spots(reader, claim, [label], lambda c: c.unit != PERCENT and not c.unit.startswith("per "))
    printed = [c for c in cells if _prints_before(reader, claim, c)]
    for cell in printed or [c for c in cells if c.tie.firmness >= data("reference")["tie"]["confirm"]]:
        for whole in same_column(reader, cell, wholes[0], claim):
            firm = bool(told) and (
                len(printed) == 1 or cell.tie.firmness >= data("reference")["tie"]["accuse"]
            )
            yield firm, share_of(reader, stated, cell, whole)


def _told_before(reader: Reader, claim: Claim) -> re.Match[str] | None:
    """ "3 per cent of all visits and Dene for 8 per cent": what an earlier share of the sentence is of."""
    figures = [c for c in reader.told.figures.get(claim.sentence, ()) if c.figure.amount.unit == PERCENT]
    earlier = [c for c in figures if c.figure.span.end <= claim.figure.span.start]
    if (
        not earlier
        or claim.base is None
        or earlier[-1].base is None
        or claim.base.key != earlier[-1].base.key
    ):
        return None
    return _OF_ALL.search(reader.told.document.text[earlier[-1].figure.span.start : claim.figure.span.start])


def _prints_before(reader: Reader, claim: Claim, cell: Candidate) -> bool:
    """True if an earlier figure of the sentence prints a cell."""
    amount = amount_at(reader, cell)
    figures = reader.told.figures.get(claim.sentence, ())
    before = [c for c in figures if c.figure.span.end <= claim.figure.span.start]
    told = level_beside(reader, claim)
    before += [] if told is None else [told]
    return any(c.figure.amount.unit == amount.unit and agree(c.figure.amount, amount) for c in before)


def _of_row(reader: Reader, claim: Claim, label: str, stated: Stated) -> Iterator[tuple[bool, Computed]]:
    """One column by another: the part that the words near the figure name, the whole that its base names."""
    cells = spots(reader, claim, [label], lambda c: c.unit != PERCENT and not c.unit.startswith("per "))
    confirm, accuse = (data("reference")["tie"][k] for k in ("confirm", "accuse"))
    named = [c for c in cells if _is_whole(reader, claim, c)]
    printed = [c for c in cells if _prints_before(reader, claim, c)]
    parts = [*printed, *(c for c in likeliest(cells) if c.tie.firmness >= confirm and c not in printed)]
    of_all = bool(
        _OF_ALL.search(reader.told.document.text[claim.figure.span.start : claim.figure.span.end + 24])
    )
    for part in parts:
        wide = of_all or is_of_those_who(reader.told, claim)
        wider = [c for c in cells if set(words_of(c.column)) < set(words_of(part.column))] if wide else []
        wholes = wider or named
        for whole in wholes:
            apart = part.column != whole.column and part.column.unit == whole.column.unit
            if apart and not _is_more(reader, part, whole):
                best = part == next((p for p in parts if p.column != whole.column), None)
                firm = best and part.tie.firmness >= accuse and len(wholes) == 1
                yield firm, share_of(reader, stated, part, whole)


def _is_whole(reader: Reader, claim: Claim, cell: Candidate) -> bool:
    """True if the base of a share, or the figure before it, names a column."""
    if _prints_before(reader, claim, cell):
        return True
    if claim.base is None or claim.base.span is None:
        return False  # "people" for want of a word is no column of inhabitants
    if claim.base.text.lower() in _PRONOUNS and _is_last_before(reader, claim, cell):
        return True
    places = {*roots(reader.labels.noun), *roots(" ".join(data("reference")["totals"]))}
    words = tuple(w for w in roots(claim.base.text) if w not in places)
    names = words_of(cell.column)
    return (
        bool(names) and any(reader.akin(w, n) for w in words for n in names) and _covers(reader, words, names)
    )


def _is_last_before(reader: Reader, claim: Claim, cell: Candidate) -> bool:
    """True if the last figure of the sentences before in the paragraph prints a cell: "22 per cent of it"."""
    around = reader.told.paragraph(claim.sentence.start)
    before = [c for s, group in reader.told.figures.items() if around.contains(s) for c in group]
    before = [c for c in before if c.figure.span.end <= claim.sentence.start]
    amount = amount_at(reader, cell)
    last = max(before, key=lambda c: c.figure.span, default=None)
    return last is not None and last.figure.amount.unit == amount.unit and agree(last.figure.amount, amount)


def _covers(reader: Reader, words: Sequence[str], names: Sequence[str]) -> bool:
    """True if the base names nothing that the column does not, and the column little more than the base."""
    known = [w for w in words if any(reader.akin(w, n) for n in names)]
    return len(known) == len(words) or len(known) >= len(names)


def _is_more(reader: Reader, part: Candidate, whole: Candidate) -> bool:
    a, b = amount_at(reader, part), amount_at(reader, whole)
    return a.low is not None and b.high is not None and a.low > b.high


def share_of(reader: Reader, stated: Stated, part: At, whole: At) -> Computed:
    """One cell as a share of another; the rest to 100 for those that did not."""
    amount = replace(percent_of(amount_at(reader, part), amount_at(reader, whole)), unit=PERCENT)
    amount = complement(amount) if stated.negated else amount
    both = cited(reader, [("part", part), ("whole", whole)])
    steps = f"{shown_cell(both[0].observation)} / {shown_cell(both[1].observation)} = {shown(amount)}"
    told = (
        f"{part.row.label}, {part.column.head.text} as a share of {whole.row.label}, {whole.column.head.text}"
    )
    return Computed(amount, f"{shown_cells(both)}; {steps}", told, both, "share")
