"""Tables that a text prints with bars: "Pool | Visits | Hours" over "Old Lido | 9,150 | 42".

A reader of plain text gives one block a line. Here each line below the first gets the heads of
the table, one for each column; what the cell at an offset counts follows from the bars before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from extractor.model import Block
from extractor.regexes import Regex

_BAR = Regex(r"[|\t]")
_YEAR = Regex(r"\b(?:19|20)\d\d\b")


def with_heads(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks; those that are lines of a barred table with the heads of its columns."""
    if not _BAR.search(text):
        return tuple(blocks)
    found: list[Block] = []
    for bars, group in groupby(blocks, key=lambda block: _bars(text, block)):
        lines = list(group)
        found.extend(_headed(text, lines) if bars else lines)
    return tuple(found)


def column_head(block: Block, before: str) -> str | None:
    """The head over a cell in a line of a barred table, by what stands before it in the line."""
    column = len(_BAR.findall(before.lstrip(" |")))
    barred = block.kind != "table_cell" and column < len(block.heads)
    return block.heads[column] if barred else None


def _bars(text: str, block: Block) -> int:
    """The number of bars in a line, those at its ends left out; 0 for all that is no such line."""
    line = block.span.of(text).strip(" |")
    plain = block.kind in {"paragraph", "headline", "heading"} and "\n" not in line
    return len(_BAR.findall(line)) if plain else 0


def _headed(text: str, lines: Sequence[Block]) -> Iterator[Block]:
    first = lines[0].span.of(text).strip(" |")
    named = re.search(r"\d", _YEAR.sub("", first)) is None
    heads = tuple(head.strip() for head in _BAR.split(first)) if named else ()
    yield lines[0]
    yield from (replace(line, heads=heads) for line in lines[1:])
