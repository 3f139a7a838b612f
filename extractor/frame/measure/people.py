"""People whom print counts without naming them: "a town of 9,300", "300 were hurt", "1,200 had signed"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from extractor.frame import grammar
from extractor.frame.earlier import Framed
from extractor.frame.keys import Acronyms
from extractor.frame.measure.ellipsis import COUNTS, Measured, carry
from extractor.frame.sentences import Spot
from extractor.lexicon import table
from extractor.model import Mention
from extractor.nouns import kinds, may_be_one

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Kinds of things that do what people do, or to whom it is done.
_ALIVE = frozenset({"person", "animal", "organisation", "household"})


def people_of(spot: Spot, _: Sequence[Framed], __: Acronyms) -> Measured | None:
    """The people of a place or a gathering: "a TOWN of 9,300", "a survey of 1,004", "a crowd of 300"."""
    noun = grammar.noun_above(spot.root)
    if noun is None or spot.figure.kind not in COUNTS:
        return None
    words, lemma = table("nouns"), noun.lemma_.lower()
    key = "resident" if lemma in words["peopled"] else "person" if lemma in words["gathering"] else None
    return Measured(Mention(spot.sentence.span_of(noun), noun.text, key), noun) if key else None


def voted(spot: Spot, _: Sequence[Framed], __: Acronyms) -> Measured | None:
    """The votes of "voted six to three", "backed it by 12 to nine"."""
    verb = grammar.verb_of(spot.root)
    if verb is None or verb.lemma_.lower() != "vote" or verb not in spot.sentence.tokens:
        return None
    near = spot.sentence.tokens[-1].i >= spot.tokens[0].i > verb.i >= spot.tokens[0].i - 4
    return Measured(Mention(spot.sentence.span_of(verb), verb.text, "vote")) if near else None


def hurt(spot: Spot, earlier: Sequence[Framed], known: Acronyms) -> Measured | None:
    """The people of "left 14 HURT", where the parser takes the state for a noun, and of "12 of the DEAD"."""
    after = _after_more(spot)
    of = grammar.of_noun(spot.root)
    if of is not None and of.lower_ in table("nouns")["states"]:
        return _people(spot, earlier, known)  # "12 of the dead"
    state = after.lower_ in table("nouns")["states"] and not _goes_on(after)
    return _people(spot, earlier, known) if state else None


def _after_more(spot: Spot) -> Token:
    """The token after the figure, less "more" or "others": "57 more UNACCOUNTED for"."""
    doc, at = spot.last.doc, spot.last.i
    further = table("nouns")["further"]
    while at + 1 < len(doc) and (at == spot.last.i or doc[at].lower_ in further):
        at += 1
    return doc[at]


def acting(spot: Spot, earlier: Sequence[Framed], known: Acronyms) -> Measured | None:
    """The people of a bare number that does or suffers what only people do: "1,200 had SIGNED"."""
    words, root = table("nouns")["acts"], spot.root
    verb = root.head
    lemma = verb.lemma_.lower()
    done = root.dep_ == "nsubj" and (lemma in words["does"] or _object(verb) in words["with"].get(lemma, ()))
    suffered = root.dep_ in {"nsubjpass", "dobj"} and lemma in words["suffers"]
    stricken = root.dep_ in grammar.SUBJECTS and _in_state(verb)
    if not (done or suffered or stricken):
        return None
    mortal = stricken or lemma in words["mortal"]
    if lemma in words["employs"]:
        return _staff(spot, earlier, known)
    return _people(spot, earlier, known, mortal=mortal)


def suffering(spot: Spot, earlier: Sequence[Framed], known: Acronyms) -> Measured | None:
    """The people of a bare number to whom it happens: "arrested 27", "14 died"; not of one that only acts."""
    lemma = spot.root.head.lemma_.lower()
    acts = spot.root.dep_ == "nsubj" and not _in_state(spot.root.head)
    return None if acts and lemma not in table("nouns")["acts"]["mortal"] else acting(spot, earlier, known)


def _staff(spot: Spot, earlier: Sequence[Framed], known: Acronyms) -> Measured:
    """The workers who were counted last, not the customers: "5 million users. It employs 310"."""
    last = carry(spot, earlier, known)
    workers = last is not None and may_be_one(last.mention.key, "worker")
    return last if last is not None and workers else Measured(Mention(None, "people", "person"))


def _people(spot: Spot, earlier: Sequence[Framed], known: Acronyms, *, mortal: bool = True) -> Measured:
    """Those who were counted last where they are alive or of no known kind, else simply people.

    What only a living body suffers (`mortal`) is told of no home or centre: "330 HOMES burnt, 12 died".
    """
    last = carry(spot, earlier, known)
    living = last is not None and (is_living if mortal else _may_live)(last.mention.key)
    return last if last is not None and living else Measured(Mention(None, "people", "person"))


def _may_live(key: str) -> bool:
    return not kinds(key) or bool(kinds(key) & _ALIVE)


def is_living(key: str) -> bool:
    """True for people and animals: by their kind, or by an ending where that is unknown ("lasher")."""
    if kinds(key):
        return bool(kinds(key) & {"person", "animal"})
    words = table("nouns")
    return key in words["living"] or (key.endswith(tuple(words["personal"])) and key not in words["lifeless"])


def _in_state(verb: Token) -> bool:
    """True for "60 are still MISSING", "38 were found DEAD", "eight fell ILL"."""
    states = table("nouns")["states"]
    return verb.lower_ in states or any(c.lower_ in states for c in verb.rights)


def _object(verb: Token) -> str:
    found = grammar.children(verb, "dobj")
    return found[0].lemma_.lower() if found else ""


def _goes_on(state: Token) -> bool:
    """True for "14 hurt MEN", "12 missing persons"."""
    return state.i + 1 < len(state.doc) and state.nbor().pos_ in grammar.NOUNS
