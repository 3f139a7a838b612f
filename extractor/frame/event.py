"""Events: what the thing counted did, or what was done to it, under a key that sentences share.

interview           it happened: "resulted in an interview", "were interviewed", "took place"
accept:interview    they accepted it: "56.9 per cent accepted RHIs", "RHIs were accepted"
go missing          a verb with its complement
fill                a verb alone
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.frame import grammar
from extractor.frame.keys import Acronyms, event_noun, noun_key
from extractor.frame.sentences import Spot
from extractor.lexicon import table
from extractor.model import Mention
from extractor.nouns import kinds

if TYPE_CHECKING:
    from spacy.tokens import Token


def event_of(verb: Token, lemma: str, spot: Spot, noun: Token | None, known: Acronyms) -> Mention | None:
    """The mention of a verb with what it acts on, under the canonical key."""
    if verb.pos_ == "AUX" or lemma == "be":
        return _state(verb, spot)
    acted = _acted_on(verb, spot, noun)
    lemma = _plain(verb, lemma)
    key = _key(verb, lemma, acted, known)
    last = acted if acted is not None and verb.i < acted.i <= verb.i + 8 else _complement(verb) or verb
    span = spot.sentence.span_of(_first(verb), last)
    return Mention(span, words_of(_first(verb), last), key)


def _key(verb: Token, lemma: str, acted: Token | None, known: Acronyms) -> str:
    words = table("polarity")
    if verb.lower_ == "missing":  # "reported missing", "were missing": nobody missed anything
        return "go missing"
    if acted is not None and grammar.is_noun(acted) and "person" not in kinds(noun_key(acted, known)):
        noun = noun_key(acted, known)
        return noun if _light(verb, lemma, acted) else f"{lemma}:{noun}"
    subject = grammar.subject_of(verb)
    if subject is not None and grammar.is_noun(subject) and lemma in words["happens"] and _takes_place(verb):
        return noun_key(subject, known)
    complement = _complement(verb)
    if complement is not None:
        return f"{lemma} {complement.lower_}"
    return event_noun(lemma)


def _plain(verb: Token, lemma: str) -> str:
    """The plain verb for a phrase: "agreed TO an interview", "took UP a place" → "accept"."""
    words = [c.lower_ for c in grammar.children(verb, "prt", "prep")]
    same = table("polarity")["same"]
    return next((str(same[f"{lemma} {w}"]) for w in words if f"{lemma} {w}" in same), lemma)


def _prepositions(verb: Token) -> tuple[str, ...]:
    """The prepositions behind which stands what the verb acts on: "resulted IN", "agreed TO"."""
    words, lemma = table("polarity"), verb.lemma_.lower()
    listed = (p.split() for p in words["same"])
    return (*words["light_phrase"].get(lemma, ()), *(word for first, word in listed if first == lemma))


def _light(verb: Token, lemma: str, acted: Token) -> bool:
    """True if the verb says no more than that its noun happened."""
    words = table("polarity")
    if acted.dep_ == "pobj":
        return acted.head.lower_ in words["light_phrase"].get(lemma, ())
    particle = {"carry": "out", "go": "ahead", "take": "place"}.get(lemma)
    return lemma in words["light"] and (particle is None or _takes(verb, particle))


def _takes(verb: Token, word: str) -> bool:
    return any(c.lower_ == word for c in verb.children)


def _takes_place(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    return {
        "take": _takes(verb, "place"),
        "go": _takes(verb, "ahead"),
        "come": _takes(verb, "of"),
        "be": False,
    }.get(lemma, True)


def _acted_on(verb: Token, spot: Spot, noun: Token | None) -> Token | None:
    """The noun that the verb acts on: passive subject, object, or that of "result in"."""
    objects = [
        c
        # "Children were offered an INTERVIEW": what was handed over goes before those who got it.
        for c in (*grammar.children(verb, "dobj", "obj", "oprd"), *grammar.children(verb, "nsubjpass"))
        if c.pos_ in grammar.NOUNS | {"PRON", "NUM"}
    ]
    found = next(
        (c for c in objects if grammar.is_noun(c) and c.lower_ != "place" and not spot.holds(c)), None
    )
    if found is None and spot.root in objects and noun is not None and noun in spot.sentence.tokens:
        return noun  # "12% of CALLS were answered" hangs on the figure
    if found is not None:
        return found
    phrases = _prepositions(verb)
    inner = grammar.of_noun(verb, *phrases) if phrases else None
    return (
        _before_taking_place(inner)
        if inner is not None and not spot.holds(inner) and grammar.is_noun(inner)
        else None
    )


def _before_taking_place(noun: Token) -> Token:
    """The interview of "an interview taking place", which the parser takes for one long noun."""
    if noun.lower_ == "place" and noun.i > 1 and noun.nbor(-1).lower_ in {"taking", "being"}:
        return noun.nbor(-2)
    return noun


def _complement(verb: Token) -> Token | None:
    """The adjective, participle or particle that belongs to the verb: "go MISSING", "drop OUT"."""
    for child in grammar.children(verb, "prt", "acomp", "oprd", "advcl", "xcomp"):
        near = 0 < child.i - verb.i <= 2
        if near and (child.dep_ in {"prt", "acomp", "oprd"} or child.tag_ == "VBG"):
            return child
    return None


def _state(verb: Token, spot: Spot) -> Mention | None:
    """The state that "be" tells: "12% were not AVAILABLE", "more likely to be INTERVIEWED"."""
    for child in grammar.children(verb, "acomp"):
        if child.lower_ in {"likely", "likelier"}:
            child = next(iter(grammar.children(child, "xcomp")), child)
            return Mention(spot.sentence.span_of(child), child.text, event_noun(child.lemma_.lower()))
        if not spot.holds(child) and child.tag_ not in {"JJR", "RBR"}:
            return Mention(spot.sentence.span_of(child), child.text, child.lemma_.lower())
    return None


def _first(verb: Token) -> Token:
    """The first auxiliary or denial that closes up to the verb: "DID not result"."""
    first = verb
    for token in reversed(list(verb.lefts)):
        if token.dep_ not in {"aux", "auxpass", "neg"} or token.i != first.i - 1:
            break
        first = token
    return first


def words_of(first: Token, last: Token) -> str:
    """The words from one token to another as printed."""
    return str(first.doc[first.i : last.i + 1].text)
