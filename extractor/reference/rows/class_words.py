"""What labels of a table have in common at their end: "Northern Fells Ambulance Service", "Midland forces".

A story calls such rows by the rest: "Northern Fells", "the Midlands".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from extractor.lexicon import table as data
from extractor.model import Span
from extractor.names import short_forms
from extractor.reference.rows.spellings import one_spelling, without_marks
from extractor.reference.tables.reference_table import ReferenceTable, is_total
from extractor.reference.words import root
from extractor.regexes import Regex

#: So many labels have to end in the same words; two are enough where the last is a noun for rows.
_LEAST, _LEAST_NOUNS = 3, 2
#: Words of a class at most: "Fire and Rescue Service".
_LONGEST = 4
#: "The south of the county", "the south-east", "the south and the west".
_GOES_ON = Regex(r"\s+of\b|[-–]|\s+and\s+(?:the\s+)?(?:north|south|east|west)", re.IGNORECASE)

Words = tuple[str, ...]


def without_classes(reference: ReferenceTable) -> Iterator[tuple[Words, str]]:
    """The names of rows without the words that many of them end in, each with its label."""
    every = dict.fromkeys(r.label for r in reference.rows if not is_total(r.label))
    forms = {label: next(iter(short_forms(without_marks(label))), ()) for label in every}
    ends = class_words([f for f in forms.values() if f], reference.row_noun.lower())
    starts = _starts([f for f in forms.values() if f], reference.row_noun.lower())
    for label, form in forms.items():
        if form[:1] in starts and len(form) > 2:
            yield one_spelling(form[1:]), label
        for short in without_class(form, ends):
            plain = len(short) > 1 or short[0] in _directions() or short[0] not in data("reference")["weak"]
            if plain and short[-1] not in ("of", "and"):
                yield one_spelling(short), label


def class_words(labels: Sequence[Words], noun: str) -> frozenset[Words]:
    """The words in which several labels end; `noun` is what the rows are called.

    >>> sorted(class_words([("dene", "force"), ("low", "marsh", "force"), ("all", "force")], "force"))
    [('force',)]
    """
    ends = Counter(
        label[at:] for label in set(labels) for at in range(max(1, len(label) - _LONGEST), len(label))
    )
    nouns = {root(w) for w in [*noun.split(), *data("reference")["row_nouns"]]}
    return frozenset(
        end for end, n in ends.items() if n >= (_LEAST_NOUNS if root(end[-1]) in nouns else _LEAST)
    )


def _starts(labels: Sequence[Words], noun: str) -> frozenset[Words]:
    """The nouns for rows with which most labels begin: "Route 71 Night Owl"."""
    nouns = {root(w) for w in [*noun.split(), *data("reference")["row_nouns"]]}
    first = Counter(label[:1] for label in labels if root(label[0]) in nouns)
    return frozenset(start for start, n in first.items() if n >= _LEAST and 2 * n > len(labels))


def without_class(form: Words, ends: frozenset[Words]) -> Iterator[Words]:
    """A label without the words of its class, if it ends in them; a direction in both of its forms.

    >>> list(without_class(("northern", "force"), frozenset([("force",)])))
    [('northern',), ('north',)]
    """
    for length in range(min(_LONGEST, len(form) - 1), 0, -1):
        if form[-length:] in ends:
            rest = form[:-length]
            short = {long: one for one, long in data("reference")["blocks"]["directions"].items()}
            long = {one: name for name, one in short.items()}
            turned = (tuple(way.get(w, w) for w in rest) for way in (short, long))
            yield from dict.fromkeys((rest, *turned))
            return


@cache
def _directions() -> frozenset[str]:
    directions: dict[str, str] = data("reference")["blocks"]["directions"]
    return frozenset([*directions, *directions.values()])


def is_direction(text: str, span: Span) -> bool:
    """True for a part of the country: "across the south", but not "the south of the county", "south-east"."""
    before = text[max(0, span.start - 4) : span.start].lower()
    told = span.of(text).lower() in _directions() and before == "the "
    return told and _GOES_ON.match(text, span.end) is None
