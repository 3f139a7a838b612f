"""Polarity: whether a figure counts those that did, or those that did not.

A verb that says no is told by the verb that it denies: "declined an interview" is the event
`accept:interview`, negated. Two denials make none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.frame import grammar
from extractor.frame.event import event_of, words_of
from extractor.frame.keys import Acronyms, event_noun, noun_key
from extractor.frame.sentences import Spot
from extractor.lexicon import table
from extractor.model import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Happening:
    """An event and whether the figure counts those without it."""

    event: Mention | None
    negated: bool = False


def happening(spot: Spot, noun: Token | None, known: Acronyms) -> Happening:
    """What the thing counted did or what was done to it, and whether it did not."""
    denied = _denied_by_word(spot, noun, known)
    if denied is not None:
        return denied
    verb = _verb(spot, noun)
    if verb is None:
        return Happening(None)
    acting, parity = _through_failing(verb)
    negated = parity != _denies(acting, spot, noun)
    lemma = acting.lemma_.lower()
    opposite = table("polarity")["opposite"].get(lemma)
    if opposite is not None and _concerns(spot, noun, acting):
        negated, lemma = not negated, opposite
    return Happening(event_of(acting, lemma, spot, known), negated)


def _verb(spot: Spot, noun: Token | None) -> Token | None:
    """The verb of the figure's own clause, or of the clause that hangs on its noun."""
    for owner in (noun, spot.root):
        if owner is None:
            continue
        clause = [c for c in grammar.children(owner, *grammar.NOUN_CLAUSES) if c.pos_ in grammar.VERBS]
        if clause and clause[0].i > owner.i:
            return clause[0]
    root = spot.root
    if noun is not None and spot.sentence.tokens[0].i <= noun.i <= spot.sentence.tokens[-1].i:
        root = noun if root.head == noun else root
    verb = grammar.verb_of(root)
    return verb if verb is not None and _inside(spot, verb) else None


def _inside(spot: Spot, token: Token) -> bool:
    return bool(spot.sentence.tokens[0].i <= token.i <= spot.sentence.tokens[-1].i)


def _through_failing(verb: Token) -> tuple[Token, bool]:
    """The infinitive behind "failed to", and True if such a verb denied it."""
    if verb.lemma_.lower() in table("polarity")["fails"]:
        deeper = next((c for c in grammar.children(verb, "xcomp") if c.pos_ in grammar.VERBS), None)
        if deeper is not None:
            return deeper, not _not(verb)
    return verb, False


def _denies(verb: Token, spot: Spot, noun: Token | None) -> bool:
    """True if "not", "never", "no ..." or "nobody" denies the clause for the thing counted."""
    words = table("polarity")
    if _not(verb) and _reaches(verb, spot, noun):
        return True
    for token in grammar.children(verb, *grammar.SUBJECTS, *grammar.OBJECTS):
        if spot.holds(token) or token == noun:
            continue
        if token.lower_ in words["nobody"] or (token.lower_ == "one" and _det_no(token)):
            return True
        if _det_no(token) and verb.lemma_.lower() not in words["state"]:
            return True
    return False


def _det_no(token: Token) -> bool:
    return any(c.lower_ in {"no", "neither"} and c.dep_ == "det" for c in token.children)


def _not(verb: Token) -> bool:
    """True for "not", "n't" or "never" on the verb, unless "only" or "just" follows."""
    for token in grammar.children(verb, "neg"):
        after = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
        if after not in table("polarity")["soft"]:
            return True
    return False


def _reaches(verb: Token, spot: Spot, noun: Token | None) -> bool:
    """True if what is counted takes part in the verb's clause so that its denial is told of it."""
    owner = noun if noun is not None else spot.root
    if verb.dep_ in grammar.NOUN_CLAUSES and verb.head in {owner, spot.root}:
        return True
    if verb.lemma_.lower() in table("polarity")["unmoved"]:
        return _role(spot, owner, verb) in grammar.SUBJECTS
    return True


def _role(spot: Spot, owner: Token, verb: Token) -> str:
    """The label under which the figure's phrase hangs on the verb."""
    for start in (owner, spot.root):
        below = start
        for above in grammar.upward(start):
            if above == verb:
                return str(below.dep_)
            below = above
    return ""


def _concerns(spot: Spot, noun: Token | None, verb: Token) -> bool:
    """True if the thing counted is in the verb's clause as more than a time or a manner."""
    role = _role(spot, noun if noun is not None else spot.root, verb)
    return role not in {"npadvmod", "advcl"} or role == ""


def _denied_by_word(spot: Spot, noun: Token | None, known: Acronyms) -> Happening | None:
    """The event that an adjective or "without" denies: "330 unfilled posts", "40 pupils without a place"."""
    for owner in (noun, spot.root):
        if owner is None:
            continue
        for word in owner.children:
            if word.dep_ in {"amod", "acomp"} and word.lower_ in table("polarity")["adjective"]:
                return _adjective(word, spot)
            if word.dep_ == "prep" and word.lower_ == "without" and not _far(owner, word):
                return _without(word, spot, known)
    verb = grammar.verb_of(spot.root)
    after = grammar.children(verb, "acomp", "oprd", "advcl", "xcomp") if verb is not None else []
    for word in after:
        if (
            word.lower_ in table("polarity")["adjective"]
            and _role(spot, noun or spot.root, verb) in grammar.SUBJECTS
        ):
            return _adjective(word, spot)
    return None


def _far(owner: Token, word: Token) -> bool:
    return bool(word.i - owner.i > 4)


def _adjective(word: Token, spot: Spot) -> Happening | None:
    verb = table("polarity")["adjective"][word.lower_]
    if not verb:
        return None
    return Happening(Mention(spot.sentence.span_of(word), word.text, event_noun(verb)), negated=True)


def _without(prep: Token, spot: Spot, known: Acronyms) -> Happening | None:
    inner = next(iter(grammar.children(prep, "pobj", "pcomp")), None)
    if inner is None or spot.holds(inner):
        return None
    key = noun_key(inner, known) if grammar.is_noun(inner) else event_noun(inner.lemma_.lower())
    return Happening(Mention(spot.sentence.span_of(prep, inner), words_of(prep, inner), key), negated=True)
