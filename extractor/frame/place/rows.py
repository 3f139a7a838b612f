"""Places that name the rows of a table printed with bars: "Route | Members" over "Gatunda | 412"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.frame.gazetteer import listed
from extractor.model import Block
from extractor.regexes import Regex

#: The first cell of a line: a name of up to four words with a capital each.
_NAME = Regex(r"\s*(?:\|\s*)?([A-Z][\w'’.-]+(?:[ -](?:[a-z]{1,3}[ -])?[A-Z][\w'’.-]+){0,3})\s*[|\t]")
_WHOLE = Regex(r"(?:All|Total|Other|Others|Rest|Average)\b")


def row_places(text: str, zoned: Sequence[Block]) -> Iterator[tuple[str, str]]:
    """The names in the first column → their keys, where the head of the column says that it names places."""
    for zone in zoned:
        if zone.kind == "table_cell" or not zone.heads or not _names_places(zone.heads[0]):
            continue
        found = _NAME.match(text, zone.span.start, zone.span.end)
        if found is not None and not _WHOLE.match(found[1]):
            yield found[1], found[1].lower()


def _names_places(head: str) -> bool:
    words = head.casefold().split()
    return bool(words) and words[-1] in listed("row_heads")
