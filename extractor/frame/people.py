"""People whom print counts without naming them: "a town of 9,300", "300 were hurt", "1,200 had signed"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from extractor.frame import grammar
from extractor.frame.earlier import Framed
from extractor.frame.ellipsis import COUNTS, Measured, carry
from extractor.frame.keys import Acronyms
from extractor.frame.sentences import Spot
from extractor.lexicon import table
from extractor.model import Mention
from extractor.nouns import kinds

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
    after = spot.last.nbor() if spot.last.i + 1 < len(spot.last.doc) else spot.last
    of = grammar.of_noun(spot.root)
    if of is not None and of.lower_ in table("nouns")["states"]:
        return _people(spot, earlier, known)  # "12 of the dead"
    state = after.lower_ in table("nouns")["states"] and not _goes_on(after)
    return _people(spot, earlier, known) if state else None


def acting(spot: Spot, earlier: Sequence[Framed], known: Acronyms) -> Measured | None:
    """The people of a bare number that does or suffers what only people do: "1,200 had SIGNED"."""
    words, root = table("nouns")["acts"], spot.root
    verb = root.head
    lemma = verb.lemma_.lower()
    done = root.dep_ == "nsubj" and (lemma in words["does"] or _object(verb) in words["with"].get(lemma, ()))
    suffered = root.dep_ in {"nsubjpass", "dobj"} and lemma in words["suffers"]
    stricken = root.dep_ in grammar.SUBJECTS and _in_state(verb)
    return _people(spot, earlier, known) if done or suffered or stricken else None


def _people(spot: Spot, earlier: Sequence[Framed], known: Acronyms) -> Measured:
    """Those who were counted last where they are alive or of no known kind, else simply people."""
    last = carry(spot, earlier, known)
    alive = last is not None and (not kinds(last.mention.key) or kinds(last.mention.key) & _ALIVE)
    return last if last is not None and alive else Measured(Mention(None, "people", "person"))


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
