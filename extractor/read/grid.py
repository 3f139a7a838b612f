"""A grid of printed cells to titles, tables with heads, and footnotes.

Sheets as offices publish them hold a title or two, a head of one row or more with merged cells,
the rows, and notes below; a blank row parts one table from the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from extractor.model import BlockKind
from extractor.read.draft import Piece, Sheet
from extractor.regexes import Regex

Row = tuple[str, ...]
#: "2018-19", "2022", "Q1 2023" head a column though they are digits.
_PERIOD = Regex(
    r"(?:Q[1-4]\W*)?(?:1[89]|20)\d\d(?:\s*[-–/]\s*(?:\d\d|(?:1[89]|20)\d\d))?"
    # Marks of a provisional or revised year.
    r"(?:\s*(?:\*|[\[(]?[prej][\])]?|[\[(](?:provisional|revised|estimated?|projected)[\])]))*",
    re.IGNORECASE,
)
_NUMBER = Regex(r"[-–−+(£$€₹]*\s*\d[\d,. ]*\s*(?:%|m|bn|k|p)?\)?(?:\s*\[\w+\])?", re.IGNORECASE)
#: "000" under "Working days lost": a scale, and no number.
_SCALE = Regex(r"\(?['’‘]?000(?:,?000)?s?\)?|['’‘]?0{3}s")
#: "3P" and "2B" beside "Reb" and "Pts".
_SHORT = Regex(r"\d[A-Z]{1,2}")
#: What stands in the place of a number that is not given.
_NO_NUMBER = Regex(r"\[?(?:c|z|x|u|w|low|\.{1,3}|:|-|–|—|\*|n/?a|nil)\]?", re.IGNORECASE)
_MOST_HEAD_ROWS = 5
_LONGEST_HEADING = 120
#: So many lines of words alone under a title are lines, and no table.
_MOST_TITLES = 3


def parts_of(rows: Sequence[Sequence[str]]) -> Iterator[Piece | Sheet]:
    """The titles, tables and notes of a grid in order; cells are taken as printed."""
    caption: str | None = None
    below = False
    for run in _joined(list(_runs(rows))):
        titles, body, notes = _table(run)
        for text in titles:
            yield Piece(text, _kind_of_line(text, below=below))
        caption = _caption(titles) or caption
        if body:
            yield _sheet(body, caption)
            caption, below = None, True
        for text in notes:
            yield Piece(text, "footnote")


def _joined(runs: Sequence[list[Row]]) -> Iterator[list[Row]]:
    """The runs; rows of numbers without title or head go on with the table above, after a blank row."""
    last: list[Row] = []
    for run in runs:
        if last and _goes_on(last, run):
            last = [*last, *run]
            continue
        if last:
            yield last
        last = run
    if last:
        yield last


def _goes_on(above: Sequence[Row], run: Sequence[Row]) -> bool:
    """True for rows of the width of those above, each with numbers, where those have heads and no notes."""
    _, body, notes = _table(above)
    if notes or not body or not _head_rows(body) or len(body[0]) != len(run[0]):
        return False
    return all(row[0] and not _is_head(row) for row in run)


def _caption(titles: Sequence[str]) -> str | None:
    """The line that names a table: "Table 3: ...", or the first of those above it."""
    return next((t for t in titles if t.lower().startswith("table ")), titles[0] if titles else None)


def _runs(rows: Sequence[Sequence[str]]) -> Iterator[list[Row]]:
    """The rows between blank ones, all of one width, columns without any cell left out."""
    run: list[Row] = []
    for row in [*rows, ()]:
        own = tuple(cell.strip() for cell in row)
        if any(own):
            run.append(own)
        elif run:
            yield _squared(run)
            run = []


def _squared(run: Sequence[Row]) -> list[Row]:
    width = max(map(len, run))
    wide = [row + ("",) * (width - len(row)) for row in run]
    kept = [c for c in range(width) if any(row[c] for row in wide)]
    return [tuple(row[c] for c in kept) for row in wide]


def _table(run: Sequence[Row]) -> tuple[list[str], list[Row], list[str]]:
    """Lines above the table, its rows, lines below: a line is a row whose first cell stands alone."""
    few = len(run) == 1 or (len(run) <= _MOST_TITLES and _is_line(run[0]))
    if few and all(map(_is_words, run)):
        return [", ".join(filter(None, row)) for row in run], [], []  # lines that commas cut into cells
    above = list(takewhile(_is_line, run))
    rest = run[len(above) :]
    below = list(takewhile(_is_line, reversed(rest)))
    body = list(rest[: len(rest) - len(below)])
    return [_only(r) for r in above], body, [_only(r) for r in reversed(below)]


def _is_line(row: Row) -> bool:
    return bool(row[0]) and sum(map(bool, row)) == 1


def _is_words(row: Row) -> bool:
    """True for a line of plain words, which begins in its first cell."""
    return bool(row[0]) and not any(_NUMBER.fullmatch(c) or _NO_NUMBER.fullmatch(c) for c in row if c)


def _only(row: Row) -> str:
    return row[0]


def _kind_of_line(text: str, *, below: bool) -> BlockKind:
    if below:
        return "footnote"
    return "heading" if len(text) <= _LONGEST_HEADING else "paragraph"


def _sheet(body: Sequence[Row], caption: str | None) -> Sheet:
    depth = _head_rows(body)
    return Sheet(tuple(body[depth:]), caption, _heads(body[:depth]))


def _head_rows(body: Sequence[Row]) -> int:
    """How many rows on top hold no value: all words and periods."""
    heads = list(takewhile(_is_head, body[:_MOST_HEAD_ROWS]))
    while len(heads) > 1 and _is_line(heads[-1]):
        heads.pop()  # "NORTH" over the first rows
    # A table of words alone has one row of heads.
    return min(len(heads), 1) if len(heads) == len(body[:_MOST_HEAD_ROWS]) else len(heads)


def _is_head(row: Row) -> bool:
    values = [cell for cell in row[1:] if cell]
    if not row[0] and any(map(_is_word, values)) and not any(map(_is_number, values)):
        return True  # "W, D, L, F, A" under "Home": the W withholds no number
    named = [v for v in values if not (_SHORT.fullmatch(v) or _SCALE.fullmatch(v))]
    return bool(named or not values) and all(
        _PERIOD.fullmatch(v) or not (_NUMBER.fullmatch(v) or _NO_NUMBER.fullmatch(v)) for v in named
    )


def _is_word(cell: str) -> bool:
    return not (_PERIOD.fullmatch(cell) or _NUMBER.fullmatch(cell) or _NO_NUMBER.fullmatch(cell))


def _is_number(cell: str) -> bool:
    return _NUMBER.fullmatch(cell) is not None and not (_PERIOD.fullmatch(cell) or _SCALE.fullmatch(cell))


def _heads(rows: Sequence[Row]) -> Row:
    """One head for each column; an upper head stands for all columns up to the next."""
    levels = [_spread(row) for row in rows[:-1]] + list(rows[-1:])
    return tuple(": ".join(dict.fromkeys(filter(None, column))) for column in zip(*levels, strict=True))


def _spread(row: Row) -> Row:
    """The heads of an upper row, each for as many columns as it spans; the first column heads itself."""
    values = row[1:]
    named = [i for i, cell in enumerate(values) if cell]
    if named and len(values) % len(named) == 0:
        wide = len(values) // len(named)
        # "2022" may stand at the left, the middle or the right of its columns, but in all alike.
        if [i // wide for i in named] == list(range(len(named))) and len({i % wide for i in named}) == 1:
            return (row[0], *(values[named[i // wide]] for i in range(len(values))))
    return (row[0], *_filled(values))


def _filled(cells: Row) -> Iterator[str]:
    last = ""
    for cell in cells:
        last = cell or last
        yield last
