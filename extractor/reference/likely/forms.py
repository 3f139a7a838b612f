"""What a figure may do beside a table: state a cell, a change, what else cells make, or none of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extractor.reference.likely.around import Around, step
from extractor.reference.likely.board import digits_of
from extractor.reference.likely.measures import unit_of
from extractor.reference.questioning.strangers import strange_words
from extractor.reference.rows.elsewhere import is_elsewhere, other_name
from extractor.regexes import Regex

FORMS = ("level", "change", "made", "none")

_BEFORE = Regex(r"[a-z'’-]+|\d|[,;:(—–]")
_AFTER = Regex(r"[a-z'’-]+|\d|[,;:)—–.]")
_CUES = (
    (
        "moved",
        Regex(
            r"\b(?:rose|risen|ris(?:e|ing)|grew|grown|growth|increas\w+|up|climb\w+|jump\w+|gain\w*|fell|fall\w*"
            r"|drop\w*|declin\w+|down|decreas\w+|shrank|lost|shed|slip\w*|cut|change\w*)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "more",
        Regex(
            r"\b(?:more|fewer|less|higher|lower|above|below|ahead|behind|short|longer|better|worse|gap|difference"
            r"|lead|apart|between)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "of",
        Regex(r"\b(?:of|share|proportion|account\w*|made up|makes up|contribut\w+)\b", re.IGNORECASE),
    ),
    ("older", Regex(r"\b(?:year|month|quarter|season)s?\s+(?:earlier|before|ago)\b", re.IGNORECASE)),
)
#: Words on either side that are told.
_WORDS = 2
_SMALL = 12
#: Beginnings of the features of the likeliest row, measure and time that tell what a figure does.
_OF_ROW = ("clause", "sentence", "previous", "unnamed", "total", "headline", "nameless", "neighbour")
_OF_MEASURE = (
    "unit",
    "tie",
    "clause cover",
    "clause beyond",
    "sentence",
    "noun",
    "size",
    "neighbour",
    "unsaid",
    "fits",
)
_OF_TIME = ("rule", "said", "another said", "only")

#: The likeliest of some things, its likelihood and its features.
Likeliest = tuple[float, frozenset[str]]


def features(around: Around, row: Likeliest, measure: Likeliest, time: Likeliest) -> frozenset[str]:
    """What tells what a figure does."""
    own = {*_of_claim(around), *_of_words(around), *_of_strangers(around)}
    for name, (likelihood, told), kept in (
        ("row", row, _OF_ROW),
        ("measure", measure, _OF_MEASURE),
        ("time", time, _OF_TIME),
    ):
        own.add(f"{name} likely {step(likelihood, 0.5, 0.7, 0.85, 0.95)}")
        own |= set(_kept(name, told, kept))
    return frozenset(own)


def _kept(name: str, told: Iterable[str], kept: tuple[str, ...]) -> Iterator[str]:
    return (f"{name}: {f}" for f in told if f.startswith(kept))


def _of_claim(around: Around) -> Iterator[str]:
    claim = around.claim
    unit = unit_of(claim)
    yield from (f"unit {unit}", f"statistic {claim.statistic} {unit}", f"stance {claim.stance}")
    yield from (f"speaker {claim.speaker is not None}", f"negated {claim.negated}", f"block {claim.block}")
    if claim.base is not None:
        yield f"base {unit}"
    if claim.direction is not None:
        yield f"direction {unit}"
    if claim.figure.value is not None:
        yield f"digits {min(digits_of(claim), 4)}"
        yield f"small {claim.figure.value <= _SMALL} {unit}"
    yield f"in words {not any(c.isdigit() for c in claim.figure.text)} {unit}"


def _of_words(around: Around) -> Iterator[str]:
    text, unit = around.text, unit_of(around.claim)
    before = _BEFORE.findall(text[around.sentence.start : around.span.start].lower())[-_WORDS:]
    after = _AFTER.findall(text[around.span.end : around.sentence.end].lower())[:_WORDS]
    for side, words in (("before", before[::-1]), ("after", after)):
        for at, word in enumerate(words):
            yield f"{side} {at} {word}"
        if words:
            yield f"{side} {words[0]} {unit}"
    for side, where in (("before", around.place.before), ("after", around.place.after)):
        yield from (f"{cue} {side} {unit}" for cue, found in _CUES if found.search(where.of(text)))


def _of_strangers(around: Around) -> Iterator[str]:
    reader, claim, sentence = around.board.reader, around.claim, around.sentence
    strange = min(len(strange_words(reader, claim)), 3)
    yield from (f"strange {strange}", f"strange {strange} {unit_of(claim)}")
    here = [n for n in reader.named if sentence.start <= n.span.start and n.span.end <= sentence.end]
    if is_elsewhere(reader.told, around.place, here, reader.vocabulary):
        yield "elsewhere"
    if other_name(reader.told, around.place, around.span, reader.named):
        yield "other name"
    if not reader.subjects(claim):
        yield "no subject"
    yield f"candidates {bool(reader.candidates(claim))}"
