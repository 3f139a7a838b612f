"""The group of rows that a rank is among: "the most of any force in the North", "highest in the region"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.model import Comparison
from extractor.reference.match import At, Reader
from extractor.reference.rows.labels import mentions
from extractor.reference.tables.reference_table import Row
from extractor.reference.words import roots
from extractor.regexes import Regex

#: "The same region", "its region", "the smallest in the county": a group that is not named again.
_GROUP = Regex(
    r"\b(?:the\s+same|its|their|that|the)\s+"
    r"(?:region|county|division|group|category|state|province|class|sector|type|league|conference)\b",
    re.IGNORECASE,
)
#: Right before the name of a block, behind a rank: "the lowest of the seven councils in Marl".
_WITHIN = Regex(r"\b(?:in|of|across|within|among)\s+(?:the\s+)?$", re.IGNORECASE)
#: Before a rank: "AMONG THE METROPOLITAN COUNCILS, Frankston has the lowest rate".
_AMONG = Regex(r"\bamong(?:st)?\s+(?:the\s+|its\s+|their\s+)?(?P<whom>[^,;.]{3,60})", re.IGNORECASE)
_TOTALS = frozenset(roots("total sub-total subtotal all other"))
_CLAUSE = Regex(r"[.;:!?](?=\s|$)|,|\s(?:and|but|while|whereas)\b")


@dataclass(frozen=True, slots=True)
class Scope:
    """The groups that a rank may be among, the likeliest first: kinds, labels of blocks; "" for all rows."""

    among: tuple[str, ...]


def scope_of(reader: Reader, value: Comparison, at: At) -> Scope:
    """The group that the words set a row in: a kind of its own that the sentence names, else all rows.

    Where the sentence speaks of a group without naming it, or goes on about one named before, any of the
    row's kinds may be meant.
    """
    text = reader.told.document.text
    sentence = value.sentence.of(text)
    before = text[reader.told.paragraph(value.span.start).start : value.sentence.start]
    blocks = tuple(_blocks(reader, at.row))
    told = set(_told_within(reader, value))
    if inside := tuple(b for b in blocks if b in told):
        return Scope(inside)
    if among := _AMONG.search(sentence[: value.span.start - value.sentence.start]):
        own = set(roots(among["whom"]))
        return Scope(tuple(b for b in blocks if _own_roots(b) & own) or ("", *at.row.kinds, *blocks))
    groups = [k for k in at.row.kinds if len({r.label for r in reader.reference.rows if k in r.kinds}) > 1]
    named = [k for k in groups if _names(sentence, k)]
    if named:
        return Scope(tuple(named))
    if _GROUP.search(sentence):
        return Scope(("", *groups, *blocks))
    spoken = {label for n in mentions(before + sentence, reader.labels) for label in n.labels}
    return Scope(("", *(k for k in groups if _names(before, k)), *(b for b in blocks if b in spoken)))


def is_among(reader: Reader, row: Row, group: str) -> bool:
    """True if a row is of a kind, or a part of a block."""
    return group in row.kinds or group in _blocks(reader, row)


def _blocks(reader: Reader, row: Row) -> Iterator[str]:
    """The labels of the blocks that a row is a part of."""
    rows = reader.reference.rows
    yield from (rows[n].label for n, parts in reader.reference.parts.items() if row.number in parts)


def _own_roots(label: str) -> set[str]:
    """The words that tell a block from others: "Metropolitan total"."""
    return set(roots(label)) - _TOTALS


def _told_within(reader: Reader, value: Comparison) -> Iterator[str]:
    """The labels of rows that a rank is told to be among, behind it in its clause."""
    text, start = reader.told.document.text, value.span.end
    stop = _CLAUSE.search(text, start, value.sentence.end)
    clause = text[start : value.sentence.end if stop is None else stop.start()]
    inside = [n for n in mentions(clause, reader.labels) if _WITHIN.search(clause[: n.span.start])]
    yield from (label for n in inside for label in n.labels)
    own = (n for n in reader.named if start <= n.span.start and n.span.end <= start + len(clause))
    yield from (w for n in own if _WITHIN.search(text[start : n.span.start]) for w in n.labels)


def _names(text: str, kind: str) -> bool:
    if re.search(rf"\b{re.escape(kind)}\b", text, re.IGNORECASE):
        return True
    own = set(roots(kind))  # "animal charities" are of the kind "Animals"
    return bool(own) and own <= set(roots(text))
