"""The group of rows that a rank is among: "the most of any force in the North", "highest in the region"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.model import Comparison
from extractor.reference.match import At, Reader
from extractor.reference.words import roots

#: "The same region", "its region", "the smallest in the county": a group that is not named again.
_GROUP = re.compile(
    r"\b(?:the\s+same|its|their|that|the)\s+"
    r"(?:region|county|division|group|category|state|province|class|sector|type|league|conference)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Scope:
    """The kinds that a rank may be among, the likeliest first; "" stands for all rows."""

    among: tuple[str, ...]


def scope_of(reader: Reader, value: Comparison, at: At) -> Scope:
    """The group that the words set a row in: a kind of its own that the sentence names, else all rows.

    Where the sentence speaks of a group without naming it, or goes on about one named before, any of the
    row's kinds may be meant.
    """
    text = reader.told.document.text
    sentence = value.sentence.of(text)
    before = text[reader.told.paragraph(value.span.start).start : value.sentence.start]
    groups = [k for k in at.row.kinds if len({r.label for r in reader.reference.rows if k in r.kinds}) > 1]
    named = [k for k in groups if _names(sentence, k)]
    if named:
        return Scope(tuple(named))
    loose = groups if _GROUP.search(sentence) else [k for k in groups if _names(before, k)]
    return Scope(("", *loose))


def _names(text: str, kind: str) -> bool:
    if re.search(rf"\b{re.escape(kind)}\b", text, re.IGNORECASE):
        return True
    own = set(roots(kind))  # "animal charities" are of the kind "Animals"
    return bool(own) and own <= set(roots(text))
