"""Tables as published to columns, rows and observations.

    Document → ReferenceTable: which column names the rows, which hold periods, kinds or numbers

A description (see `describe.py`) settles what guessing cannot. A column that is not understood is left
out, never guessed at.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import PurePath

from extractor.amount import PERCENT, POINTS
from extractor.lexicon import table as data
from extractor.model import Document, Table
from extractor.periods import find_periods
from extractor.reference.tables.blocks import names_blocks, rows_of
from extractor.reference.tables.cells import Cell, cell, is_missing
from extractor.reference.tables.crosstabs import turned
from extractor.reference.tables.describe import Description
from extractor.reference.tables.heads import Head, head, units_in, year_last
from extractor.reference.tables.lent import (
    in_full,
    is_scale,
    of_results,
    scale_in,
    with_measures,
    with_scale,
    with_shared_nouns,
)
from extractor.reference.tables.reference_table import Column, ReferenceTable
from extractor.reference.tables.sections import unstacked
from extractor.reference.tables.yearly import joined
from extractor.regexes import Regex

#: A column holds numbers if this share of its given cells are numbers.
_MOSTLY = 0.8
_FIRST_ROWS = 200
#: So many lines around a table say what it is about.
_MOST_LINES = 4
#: "Pupils proficient, percent of pupils tested", over columns of numbers with decimals up to 100.
_PERCENT = Regex(r"\bpercent(?:ages?)?\b|\bper\s+cent\b|%\s+of\b|\(%\)", re.IGNORECASE)
_MEANS = Regex(
    r"\b(?:average|mean|median|per|ratio|index|score|size|years?|days?|hours?|minutes?)\b", re.IGNORECASE
)
_AIM = Regex(r"\b(?:targets?|goals?|ambitions?|projected|projections?|forecasts?)\b", re.IGNORECASE)
#: A column of marks that lead to notes: "Note", "Ref.".
_MARKS = Regex(r"(?:foot)?notes?|ref(?:erence)?s?\.?", re.IGNORECASE)
#: "ONS code", "Area code (2021)"; "Code 1 incidents" are counted.
_CODE = Regex(r"code[s_]?(?:\W*(?:\[\w+\]|\(.*\)|\d{2,4}|of\b.*))?\W*$", re.IGNORECASE)
_RATE = Regex(r"(?:\b|_)(?:rate|turnout|share|completion)(?:\b|_)", re.IGNORECASE)


def tables_of(document: Document, description: Description | None = None) -> tuple[ReferenceTable, ...]:
    """The tables of a document, each with the notes of the whole document."""
    told = description or Description()
    notes = tuple(
        b.span.of(document.text) for b in document.blocks if b.kind in ("footnote", "heading", "headline")
    )
    found = (_table(t, document, notes, told) for t in document.tables)
    return joined([t for t in found if t is not None])


def _table(t: Table, document: Document, notes: tuple[str, ...], told: Description) -> ReferenceTable | None:
    width = len(t.heads) if t.heads else max((len(r) for r in t.rows), default=0)
    heads = t.heads or ("",) * width
    cells = tuple(tuple(row[:width]) + ("",) * (width - len(row)) for row in t.rows)
    poll = None if told.label is not None else turned(heads, cells, (t.caption or "", *notes))
    wide = poll or (None if told.label is not None else unstacked(heads, cells))
    if wide is not None:
        heads, cells, width = wide.heads, wide.cells, len(wide.heads)
    sorts = [_sort_of([row[i] for row in cells], heads[i]) for i in range(width)]
    named = _label_column(cells, heads, sorts, told)
    if named is None or "number" not in sorts:
        return None
    lines = _lines(t, document, notes)
    if is_scale(heads[named]):  # "$ millions" over the names of the rows
        lines = (heads[named], *lines)
    names = of_results(heads)
    columns = tuple(
        _column_of(i, names[i], cells, told, lines)
        for i in range(width)
        if sorts[i] == "number" and i != named
    )
    source = document.source or document.id
    name = PurePath(source).name + (f", {t.caption}" if t.caption and len(document.tables) > 1 else "")
    caption = " ".join([t.caption or "", *(n for n in notes if n != t.caption)][:_MOST_LINES])
    columns = _without_aims(columns)
    columns = with_shared_nouns(
        with_scale(with_measures(columns, lines), scale_in(lines)), lines[:_MOST_LINES]
    )
    # "Area planted (ha)" under "planting (hectares)": the other columns are of something else.
    named_units = tuple(u for u in units_in(caption) if all(c.unit != u for c in columns))
    columns = tuple(c if c.unit else replace(c, title_units=named_units) for c in columns)
    return ReferenceTable(
        name=name,
        caption=caption,
        heads=heads,
        cells=cells,
        columns=columns,
        rows=rows_of(cells, sorts, named),
        row_noun=heads[named],
        notes=notes,
        title=t.caption or "",
        description=told,
        spots={} if wide is None else wide.spots,
        bears_only=poll is not None,
    )


def _without_aims(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns, those of a target in a year that no other has without that year: "2030 target (%)"."""
    others = [c.head.period for c in columns if not _AIM.search(c.head.text)]
    last = max((p.end for p in others if p is not None and p.end is not None), default=date.min)
    return tuple(
        replace(c, head=replace(c.head, period=None))
        if _AIM.search(c.head.text) and c.head.period is not None and (c.head.period.end or last) > last
        else c
        for c in columns
    )


def _lines(t: Table, document: Document, notes: Sequence[str]) -> tuple[str, ...]:
    """The lines that say what a table is of: its title and those below it, other headings, then the notes."""
    above = [
        b.span.of(document.text)
        for b in document.blocks
        if b.kind in ("headline", "heading", "paragraph") and (t.span is None or b.span.end <= t.span.start)
    ]
    at = max((i for i, line in enumerate(above) if line == t.caption), default=len(above))
    return tuple(dict.fromkeys([t.caption or "", *above[at:], *above[:at], *notes]))


def _sort_of(column: Sequence[str], title: str) -> str:
    """What a column holds: numbers, periods, codes, words, or something of each."""
    given = [c.strip() for c in column if not is_missing(c)][:_FIRST_ROWS]
    if not given:
        return "empty"
    if sum(_is_period(c) for c in given) >= _MOSTLY * len(given):
        return "period"
    if _MARKS.fullmatch(title.rsplit(": ", 1)[-1].strip()):
        return "code"
    numbers = sum(cell(c) is not None for c in given)
    if _CODE.search(title) or (all(_is_code(c) for c in given) and len(set(given)) == len(given) > 2):
        return "code"
    if numbers >= _MOSTLY * len(given):
        return "number"
    return "words" if numbers <= (1 - _MOSTLY) * len(given) else "mixed"


def _is_period(printed: str) -> bool:
    found = find_periods(year_last(printed))
    if len(found) != 1 or found[0].span is None:
        return False
    return len(printed) - len(found[0].span) <= 14 and found[0].kind != "relative"


def _is_code(printed: str) -> bool:
    """ "E06000001", "RJ1": letters and digits in one word."""
    return " " not in printed and any(c.isdigit() for c in printed) and any(c.isupper() for c in printed)


def _label_column(
    cells: Sequence[Sequence[str]], heads: Sequence[str], sorts: Sequence[str], told: Description
) -> int | None:
    """The column that names the rows: the one described, else that of words with the most different cells."""
    if told.label is not None and told.label in heads:
        return heads.index(told.label)
    worded = [i for i, s in enumerate(sorts) if s == "words"]
    if not worded:
        return next((i for i, s in enumerate(sorts) if s in ("period", "code", "mixed")), None)
    worded = [i for i in worded if not names_blocks([row[i] for row in cells])] or worded
    return max(worded, key=lambda i: (len({row[i] for row in cells if row[i].strip()}), -i))


def _column_of(
    number: int, title: str, cells: Sequence[Sequence[str]], told: Description, lines: Sequence[str]
) -> Column:
    taken = replace(head(in_full(title, lines)), text=title.strip())
    described = told.columns.get(title)
    unit = taken.unit
    read: list[Cell] = [c for row in cells[:_FIRST_ROWS] if (c := cell(row[number])) is not None]
    if read and sum(c.points for c in read) > len(read) / 2:
        unit = POINTS
    unit = unit or _unit_of(read, taken, titled=any(_PERCENT.search(line) for line in lines[:2]))
    parts = taken.factor == 1 and any(c.places and c.factor == 1 for c in read)
    if described is None:
        return Column(number, taken, unit, has_parts=parts)
    return Column(number, described.head(taken), described.unit or unit, described.aliases, parts)


def _unit_of(read: Sequence[Cell], taken: Head, *, titled: bool) -> str:
    """The unit that the cells print, or that a rate has whose numbers never pass 100."""
    half = len(read) / 2
    if read and sum(c.percent for c in read) > half:
        return PERCENT
    if read and sum(bool(c.sign) for c in read) > half:
        currencies: dict[str, str] = data("reference")["units"]["currencies"]
        return currencies[next(c.sign for c in read if c.sign)]
    in_hundred = bool(read) and all(0 <= c.value <= 100 for c in read) and any(c.places for c in read)
    shares = _RATE.search(taken.text) or (titled and not _MEANS.search(taken.text))
    return PERCENT if in_hundred and shares else ""
