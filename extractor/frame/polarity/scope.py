"""How far a denial reaches: whether "not", "no" or "nobody" in a clause is told of what a figure counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.frame import grammar
from extractor.frame.polarity.denial import (
    cannot,
    contrasted,
    det_no,
    is_definite,
    is_denied,
    is_modal,
    nothing_in,
    role_in,
    told_inside,
    will_not,
)
from extractor.frame.polarity.denying_words import numbered
from extractor.frame.sentences import Spot
from extractor.lexicon import table

if TYPE_CHECKING:
    from spacy.tokens import Token


def denies(verb: Token, spot: Spot, noun: Token | None) -> bool:
    """True if "not", "never", "no ..." or "nobody" denies the clause for the thing counted."""
    if is_denied(verb):
        return _reaches(verb, spot, noun)
    beside = grammar.children(verb, *grammar.SUBJECTS, *grammar.OBJECTS)
    others = [t for t in beside if not spot.holds(t) and t != noun and not t.is_ancestor(spot.root)]
    said = any(_says_no(token, verb) for token in others)
    role = role_in(spot, verb)
    # "Nobody else TOPPED 2 per cent" denies no such share.
    unmoved = verb.lemma_.lower() in table("polarity")["unmoved"] and role in grammar.OBJECTS
    if said and (is_definite(spot) or not unmoved) and _takes_part(verb, spot, role):
        return True
    return nothing_in(verb, spot) or _left_by_all(verb, spot)


def _left_by_all(verb: Token, spot: Spot) -> bool:
    """True under "nobody": "NOBODY has come forward to claim three of the paintings"."""
    if verb.dep_ not in {"xcomp", "advcl"} or not any(c.tag_ == "TO" for c in grammar.children(verb, "aux")):
        return False
    subjects = grammar.children(verb.head, *grammar.SUBJECTS)
    return any(_says_no(s, verb.head) for s in subjects) and is_definite(spot)


def _says_no(token: Token, verb: Token) -> bool:
    """True for "nobody" and "no one", and for "no interview" with a verb that does something."""
    words = table("polarity")
    if (
        token.i + 1 < len(token.doc)
        and token.lower_ in words["nobody"]
        and token.nbor().lower_ in {"but", "except"}
    ):
        return False  # "hold NOTHING BUT dust"
    if token.lower_ == "none" and token.dep_ in grammar.OBJECTS and verb.lemma_.lower() in words["state"]:
        return False  # "homes have none"
    if token.lower_ in words["nobody"] or (token.lower_ == "one" and det_no(token)):
        return True
    # "Three reported a better season and the rest no change": another's object is far off.
    near = abs(token.i - verb.i) <= 5
    idle = verb.lemma_.lower() in words["state"] or token.lemma_.lower() in words["no_matter"]
    return near and det_no(token) and not idle


def _reaches(verb: Token, spot: Spot, noun: Token | None) -> bool:
    """True if what is counted takes part in the verb's clause so that its denial is told of it."""
    owner = noun if noun is not None else spot.root
    if verb.dep_ in grammar.NOUN_CLAUSES and verb.head in {owner, spot.root, *numbered(spot)}:
        return True
    # A verb under "said that they" has the subject of "said".
    role = role_in(spot, verb) or "nsubj"
    if verb.lemma_.lower() in table("polarity")["unmoved"]:
        return role in grammar.SUBJECTS or (role == "prep" and _for(verb, spot))
    if verb.lemma_.lower() == "be" and grammar.children(verb, "attr", "expl"):
        return False  # "in six others there was not one", "ten things are not a basket"
    if verb.lemma_.lower() == "be" and role == "prep" and grammar.of_noun(spot.root) is None:
        return False  # "in two cities the mood is not good", unlike "in 27 OF THE SHOPS"
    if any(c.lower_ in table("polarity")["judging"] for c in grammar.children(verb, "acomp")):
        return False  # "the 420 officers are not enough"
    return _takes_part(verb, spot, role)


def _for(verb: Token, spot: Spot) -> bool:
    """True for those for whom something did not come: "help did not come FOR one in six"."""
    prep = next((c for c in verb.children if c.is_ancestor(spot.root)), None)
    return prep is not None and prep.lower_ == "for" and spot.figure.kind in {"ratio", "percentage"}


def _takes_part(verb: Token, spot: Spot, role: str) -> bool:
    """False for what merely could not be, and for a number of things that there were not."""
    if role in {*grammar.OBJECTS, *grammar.SUBJECTS} and told_inside(verb, spot):
        return False
    if role in grammar.OBJECTS and spot.figure.kind in {"count", "money"}:
        some = cannot(verb) and grammar.of_noun(spot.root) is not None
        free = some or will_not(verb) or not is_modal(verb)
        owed = spot.figure.kind == "money" and is_denied(verb)
        owed = owed and verb.lemma_.lower() in table("polarity")["paying"]
        return ((is_definite(spot) or owed) and free) or contrasted(verb, spot)
    if role in {"prep", "agent"} and not _is_place_of_it(verb, spot):
        return False
    return role in grammar.SUBJECTS or not is_modal(verb)


def _is_place_of_it(verb: Token, spot: Spot) -> bool:
    """True for where it did not happen: "had not come AT 17 centres"; not for "despite nine rounds"."""
    prep = next((c for c in verb.children if c.is_ancestor(spot.root)), None)
    part = grammar.of_noun(spot.root) is not None and spot.root.dep_ in {"pobj", "nummod"}
    if spot.root.head.lemma_.lower() in table("polarity")["spans"] and not is_definite(spot):
        return False  # "did not lose in 40 games" tells for how long
    return prep is not None and (prep.lower_ in table("polarity")["places"] or part)


def left_out(spot: Spot) -> bool:
    """True for the few that did not: "all BUT 12 passed", "every pupil EXCEPT three"."""
    before = [t.lower_ for t in spot.before[-5:]]
    bare = [w for w in before[-4:] if w not in {"the", "other", "another", "a", "further"}]
    if bare[-2:] == ["but", "not"]:
        return True  # "helped 24 of the patients BUT NOT the other 46"
    words = table("polarity")["except"]
    if before[-2:] in (["all", "but"], ["every", "but"]) or before[-2:] == ["except", "for"]:
        return True
    return (
        before[-1:] != [] and before[-1] in words and any(w in {"all", "every", "each"} for w in before[-5:])
    )
