"""Which ranks that a table does not bear out are tied firmly enough to be questioned by it."""

from __future__ import annotations

import re
from functools import cache

from extractor.amount import POINTS
from extractor.lexicon import table as data
from extractor.model import Comparison, Finding, Observation, Span
from extractor.reference.fitting import fits
from extractor.reference.match import Reader
from extractor.reference.questioning.named_cells import (
    are_said,
    cells_of,
    columns_of,
    names_in,
    telling_words,
)
from extractor.reference.questioning.narrowed import is_gain
from extractor.reference.ranks.words import plain_forms
from extractor.reference.row_counts import counts_rows
from extractor.reference.stated import agree, has_many_digits
from extractor.reference.words import root, roots
from extractor.regexes import Regex

#: "Lost the most jobs", "grew fastest" rank what was lost or gained.
_MOVING = Regex(
    r"\b(?:los(?:t|es?|ing)|gain(?:s|ed|ing)?|add(?:s|ed|ing)?|shed(?:s|ding)?|gr(?:ew|ows?|own|owing)|r(?:ose|ises?|isen)"
    r"|f(?:ell|alls?|allen)|dropp?(?:ed|s|ing)?|improv(?:ed|es|ing)|shr(?:ank|inks?|unk)|cut|climb(?:ed|s)?|jump(?:ed|s)?)"
    r"\s+(?:by\s+)?(?:far\s+)?$"
)
#: The names of more rows are not looked at.
_MOST_ROWS = 500
#: "371 stray dogs, more than any other": from a figure to the rank that is told of it.
_OF_IT = Regex(r"(?:\s[a-z%][a-z-]*){0,4}(?:,|\s[–—])\s(?:and\s)?(?:the\s)?")
#: "The poorest showing, at 54.1 per cent", "fourth with 1.57m": from a rank to the figure that is told of it.
_WITH_IT = Regex(
    r"(?:\s(?!and\b|but\b|while\b|than\b|after\b|ahead\b|behind\b)[a-z%-]+){0,4}?(?:,?\s(?:at|with|on|of)|:|,|\s[–—])\s"
    r"(?:(?:just|only|about|around|some|nearly|almost)\s)?(?:[£$€₹]|[A-Z]{1,2}\$)?"
)
_INSIDE = Regex(
    r"\s(?:in|across|within|inside)\s+(?:the\s+|its\s+)?(?P<where>[^,:–—]+?)(?:,|\s(?:at|with|on|of)\b|\s*$)"
)
#: "Dene, on 20.9 per cent, had the second-highest": from a figure to the rank of its row.
_HAS_IT = Regex(
    r"(?:\s[a-z%][a-z-]*){0,3},?\s(?:has|had|have|is|was|were|ranks?|ranked|came)\s(?:now\s|also\s)?(?:the\s)?"
)
#: "Of any rural council", "outside the capital", up to the end of the clause.
_AMONG = Regex(r"\b(?:of|among|amongst|outside|beyond)\s+(?:(?:all|any|the|its|these|those|every)\s+)*")
_STOP = Regex(r"[.;:!?,](?=\s|$)|\s(?:and|but|while|whereas)\s")
#: "More than any other, and returned 210": the 210 is of another clause.
_ONWARD = Regex(r",\s(?:and|but|while|whereas)\s")
#: "The city's biggest" is not the biggest of a table that has more than a city.
_OF_LESS = Regex(
    r"\b(?:city|town|village|suburb|borough|district|neighbou?rhood|island|valley|parish|metro|port)['’]s\s",
    re.IGNORECASE,
)
_NOW = Regex(r"\b(?:now|currently|today)\b", re.IGNORECASE)
#: Characters before a rank in which it is told to be of today.
_BEFORE = 12
#: Characters beside a rank in which its own figure stands.
_NEAR = 40


def is_ranked(reader: Reader, value: Comparison, found: Finding) -> bool:
    """True for a rank whose sentence names its row, and all that tells its column from others or its cell."""
    rows = {o.entity for o in cells_of(found)}
    first = reader.reference.column_of(cells_of(found)[0])
    columns = [c for c in columns_of(reader, found) if c == first]
    if _is_now(reader, value) and any(_is_older(reader, o) for o in cells_of(found)):
        return False
    if not rows & names_in(reader, value.sentence) or any(_is_among_smaller(reader, r) for r in rows):
        return False
    place = reader.place(value)
    clause = names_in(reader, Span(place.before.start, place.after.end)) | _last_before(reader, value)
    if not rows & clause and len(names_in(reader, value.sentence)) > 1:
        return False
    said = (*roots(value.sentence.of(reader.plain)), *(root(w) for w in plain_forms(value.text)))
    own = [w for c in columns for w in telling_words(reader, c)]
    if not are_said(reader, own, said, all) and not _is_of_figure(reader, value, found):
        return False
    if _is_priced(value) and any(c.unit not in _currencies() for c in columns):
        return False
    if is_of_a_change(reader, value) or _is_told_of_another(reader, value, found):
        return False
    return not is_among_others(reader, value)


def _last_before(reader: Reader, value: Comparison) -> frozenset[str]:
    """The labels of the last row named before a rank, where no figure stands between them."""
    named = [
        n for n in reader.named if value.sentence.start <= n.span.start and n.span.end <= value.span.start
    ]
    last = max(named, key=lambda n: n.span.end, default=None)
    if last is None:
        return frozenset()
    between = Span(last.span.end, value.span.start)
    figures = reader.told.figures.get(value.sentence, ())
    apart = any(between.contains(c.figure.span) and has_many_digits(c) for c in figures)
    return frozenset() if apart else frozenset(last.labels)


def _is_now(reader: Reader, value: Comparison) -> bool:
    """True for "top in 2019 with 50.8 per cent, is now third"."""
    start = max(value.sentence.start, value.span.start - _BEFORE)
    return _NOW.search(reader.told.document.text[start : value.span.end]) is not None


def _is_older(reader: Reader, cell: Observation) -> bool:
    """True for a cell of an earlier time than the last of its table."""
    ends = [c.head.period.end for c in reader.reference.columns if c.head.period is not None]
    column = reader.reference.column_of(cell)
    own = None if column is None or column.head.period is None else column.head.period.end
    return own is not None and any(end is not None and end > own for end in ends)


def is_among_others(reader: Reader, value: Comparison) -> bool:
    """True for a rank among rows that the table does not set apart: "of the inland towns"."""
    text = reader.told.document.text
    less = _OF_LESS.search(text, max(value.sentence.start, value.span.start - _BEFORE), value.span.end)
    if less is not None and roots(less[0])[0] not in roots(reader.reference.caption):
        return True
    stop = _STOP.search(text, value.span.end, value.sentence.end)
    end = value.sentence.end if stop is None else stop.start()
    behind = _AMONG.search(text, value.span.end, end)
    if behind is None or any(behind.end() <= n.span.start < end for n in reader.named):
        return False
    known = _known(reader)
    return any(w not in known and not w.isdigit() for w in roots(text[behind.end() : end]))


@cache
def _places() -> frozenset[str]:
    """Roots of the words for areas and for all of them."""
    listed = data("reference")
    sizes = [
        *listed["blocks"]["sizes"],
        *listed["row_nouns"],
        *(w for ws in listed["sizes"].values() for w in ws),
    ]
    return frozenset(root(w) for w in [*sizes, *listed["totals"], *listed["carry"], "year", "list", "table"])


def _is_of_figure(reader: Reader, value: Comparison, found: Finding) -> bool:
    """True for a rank of the figure right beside it, which prints the cell: "371 dogs, the most"."""
    text, figures = reader.told.document.text, reader.told.figures.get(value.sentence, ())
    before = [c for c in figures if c.figure.span.end <= value.span.start]
    cell = cells_of(found)[0].amount
    if before and _OF_IT.fullmatch(text, before[-1].figure.span.end, value.span.start) is not None:
        return agree(before[-1].figure.amount, cell)
    behind = next((c for c in figures if c.figure.span.start >= value.span.end), None)
    has = before and _HAS_IT.fullmatch(text, before[-1].figure.span.end, value.span.start) is not None
    own = before[-1] if has else behind
    gap = Span(value.span.end, value.span.end if behind is None or has else behind.figure.span.start)
    if not has and (
        _WITH_IT.fullmatch(text, gap.start, gap.end) is None or _is_in_less(reader, gap.of(text))
    ):
        return False
    return own is not None and has_many_digits(own) and agree(own.figure.amount, cell)


def _is_in_less(reader: Reader, told: str) -> bool:
    """True for "in the north, at" behind a rank, of a table that tells nothing of the north."""
    found = _INSIDE.search(told)
    return found is not None and any(
        w not in _known(reader) for w in roots(found["where"]) if not w.isdigit()
    )


def _known(reader: Reader) -> frozenset[str]:
    """Roots of what the table says, of its rows' names and kinds, and of the words for areas."""
    rows = reader.reference.rows[:_MOST_ROWS]
    kinds = {w for r in rows for k in (r.label, *r.kinds) for w in roots(k)}
    table = {*reader.vocabulary, *reader.reference.title_words, *roots(reader.reference.row_noun)}
    return frozenset({*table, *kinds, *_places()})


def _is_among_smaller(reader: Reader, label: str) -> bool:
    """True for "Upper Doab Division" in a table of districts, where no sum says which rows are its own."""
    sizes = {root(w) for w in data("reference")["blocks"]["sizes"]}
    own = sizes & set(roots(label))
    parts = {reader.reference.rows[n].label for n in reader.reference.parts}
    return bool(own) and label not in parts and any(not own & set(roots(w)) for w in reader.rows)


def _is_priced(value: Comparison) -> bool:
    return any(w in value.text.lower() for w in data("reference")["rank"]["priced"])


@cache
def _currencies() -> frozenset[str]:
    return frozenset(data("reference")["units"]["currencies"].values())


def is_of_a_change(reader: Reader, value: Comparison) -> bool:
    """True for "jumped 2.5 points, the most anywhere", "lost the most jobs", "shed 170, the most"."""
    if _MOVING.search(reader.told.document.text, value.sentence.start, value.span.start):
        return True
    before = [
        c
        for c in reader.told.figures.get(value.sentence, ())
        if c.figure.span.end <= value.span.start and value.span.start - c.figure.span.end < _NEAR
    ]
    if not before:
        return False
    moved = before[-1].statistic == "change" or before[-1].figure.amount.unit == POINTS
    return moved or is_gain(reader.told, before[-1])


def _is_told_of_another(reader: Reader, value: Comparison, found: Finding) -> bool:
    """True where the figure right behind a rank may print the cell and does not: it is of another row."""
    behind = (
        c
        for c in reader.told.figures.get(value.sentence, ())
        if 0 <= c.figure.span.start - value.span.end < _NEAR
        and not counts_rows(reader, c)
        and not _ONWARD.search(reader.told.document.text, value.span.end, c.figure.span.start)
    )
    figure, columns, cells = next(behind, None), columns_of(reader, found), cells_of(found)
    if figure is None or len(columns) != 1 or not fits(figure, columns[0]):
        return False
    return not agree(figure.figure.amount, cells[0].amount)
