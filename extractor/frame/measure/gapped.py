"""Statements of which print gives no more than a name and a number: "Ashby HAD 17, STOKE nine".

What is counted, what happened to it and whether it did not are those of the statement that such
names go on with. The names are of the units that a story goes through: places, clinics, teams.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from extractor.frame import grammar
from extractor.frame.earlier import Framed, before, in_sentence
from extractor.frame.keys import Acronyms
from extractor.frame.measure.ellipsis import COUNTS, Measured, brought
from extractor.frame.sentences import Spot
from extractor.lexicon import table
from extractor.model import Found

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Tokens that a name before its number may have: "the Carse Road clinic".
_NAME = 6
#: What may stand between a name and its number: "Ashby ONLY nine", "the north, 31".
_BETWEEN = frozenset({",", ":", "–", "—", "(", "just", "only", "another", "a", "further", "with"})
#: What a name that takes over from the one before follows.
_OPENS = frozenset({",", ";", ".", "and", "but", "while", "–", "—"})


def gapped(spot: Spot, earlier: Sequence[Framed], _: Acronyms) -> Measured | None:
    """What the statement before counts, of another unit: "Ashby recorded 1,140, the CLINIC 870"."""
    told = _unit_had(spot)
    host = _host(spot, earlier) if told else _named_on(spot, earlier)
    if host is None or host.measure is None or (told and _own_thing(host)):
        return None
    return Measured(brought(host.measure, _found(host, spot)), host.noun if _here(host, spot) else None, host)


def _unit_had(spot: Spot) -> bool:
    """True for the bare object of "have" and the like under a name: "Great Ashby HAD 17"."""
    verb = spot.root.head
    if (
        spot.root.dep_ not in {"dobj", "attr", "npadvmod"}
        or verb.lemma_.lower() not in table("nouns")["acts"]["units"]
    ):
        return False
    subject = grammar.subject_of(verb)
    return subject is not None and subject.i < verb.i and _is_unit(subject)


def _is_unit(noun: Token) -> bool:
    """True for a name, or "the" with a noun for one of several: "the clinic", "the country as a whole"."""
    definite = any(c.lower_ in {"the", "its", "neighbouring", "neighboring"} for c in noun.children)
    return noun.pos_ == "PROPN" or (definite and noun.lemma_.lower() in table("nouns")["acts"]["unit_nouns"])


def _named_on(spot: Spot, earlier: Sequence[Framed]) -> Framed | None:
    """The statement before in the sentence, where only another name stands between: "and DRUMLEA 655"."""
    last = next(in_sentence(spot, earlier), None)
    if last is None or last.measure is None or last.spot.figure.kind != spot.figure.kind:
        return None
    between = list(takewhile(lambda t: t.i > last.spot.last.i, reversed(spot.before)))[::-1]
    while between and between[-1].lower_ in _BETWEEN:
        between.pop()
    while between and between[0].lower_ in _OPENS:
        between.pop(0)
    name = [t for t in between if t.lower_ not in {"the", "and", "of"}]
    capitals = [t for t in name if t.pos_ == "PROPN" or t.text[:1].isupper()]
    named = 0 < len(name) <= _NAME and bool(capitals) and all(_in_name(t) for t in name)
    return last if named and _first_is_unit(last) else None


def _in_name(token: Token) -> bool:
    return (
        token.text[:1].isupper()
        or token.lemma_.lower() in table("nouns")["acts"]["unit_nouns"]
        or token.text in {"’s", "'s"}
    )


def _first_is_unit(framed: Framed) -> bool:
    """True if the statement that a name goes on with has a name itself: "ASHBY had 17"."""
    return any(t.pos_ == "PROPN" for t in framed.spot.before)


def _host(spot: Spot, earlier: Sequence[Framed]) -> Framed | None:
    """The statement that a unit goes on with: the nearest count before, in this paragraph or the last."""
    return next(before(spot, earlier, COUNTS, blocks=1), None)


def _own_thing(host: Framed) -> bool:
    """True for a statement of people who act, which no place "has"."""
    return host.spot.root.dep_ in grammar.SUBJECTS and host.event is None


def _here(host: Framed, spot: Spot) -> bool:
    return host.spot.sentence.span == spot.sentence.span


def _found(host: Framed, spot: Spot) -> Found:
    if _here(host, spot):
        return "sentence"
    return "paragraph" if host.spot.sentence.block is spot.sentence.block else "document"
