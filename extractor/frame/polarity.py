"""What they did, or did not do: the event of a figure and its polarity.

`Mention.key` of an event is a canonical form that events of different sentences share:

    interview           it happened: "resulted in an interview", "were interviewed", "took place"
    accept:interview    they accepted it: "56.9 per cent accepted RHIs", "RHIs were accepted"
    offer:interview     "failed to offer a single interview" (negated)
    go missing          a verb with its complement
    fill                a verb alone

A verb that says no is told by the verb that it denies: "declined an interview" is
`accept:interview`, negated. Two denials make none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.frame import grammar
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
    return Happening(_event(acting, lemma, spot, noun, known), negated)


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
    return spot.sentence.tokens[0].i <= token.i <= spot.sentence.tokens[-1].i


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
        if word.lower_ in table("polarity")["adjective"] and _role(spot, noun or spot.root, verb) in grammar.SUBJECTS:
            return _adjective(word, spot)
    return None


def _far(owner: Token, word: Token) -> bool:
    return word.i - owner.i > 4


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
    return Happening(Mention(spot.sentence.span_of(prep, inner), _words(prep, inner), key), negated=True)


def _event(verb: Token, lemma: str, spot: Spot, noun: Token | None, known: Acronyms) -> Mention | None:
    """The mention of a verb with what it acts on, under the canonical key."""
    if verb.pos_ == "AUX" or lemma == "be":
        return _state(verb, spot)
    acted = _acted_on(verb, spot, known)
    key = _key(verb, lemma, acted, known)
    last = acted if acted is not None and verb.i < acted.i <= verb.i + 8 else _complement(verb) or verb
    span = spot.sentence.span_of(_first(verb), last)
    return Mention(span, _words(_first(verb), last), key)


def _key(verb: Token, lemma: str, acted: Token | None, known: Acronyms) -> str:
    words = table("polarity")
    if acted is not None and grammar.is_noun(acted):
        noun = noun_key(acted, known)
        return noun if _light(verb, lemma, acted) else f"{lemma}:{noun}"
    subject = grammar.subject_of(verb)
    if subject is not None and grammar.is_noun(subject) and lemma in words["happens"] and _takes_place(verb):
        return noun_key(subject, known)
    complement = _complement(verb)
    if complement is not None:
        return f"{lemma} {complement.lower_}"
    return event_noun(lemma)


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
    return {"take": _takes(verb, "place"), "go": _takes(verb, "ahead"), "come": _takes(verb, "of"), "be": False}.get(
        lemma, True
    )


def _acted_on(verb: Token, spot: Spot, known: Acronyms) -> Token | None:
    """The noun that the verb acts on: passive subject, object, or that of "result in"."""
    objects = [c for c in grammar.children(verb, "dobj", "nsubjpass", "obj") if c.pos_ in grammar.NOUNS | {"PRON", "NUM"}]
    found = next((c for c in objects if grammar.is_noun(c) and c.lower_ != "place"), None)
    if found is not None and found != spot.root:
        return found
    phrases = table("polarity")["light_phrase"].get(verb.lemma_.lower(), ())
    inner = grammar.of_noun(verb, *phrases) if phrases else None
    return _before_taking_place(inner) if inner is not None and not spot.holds(inner) and grammar.is_noun(inner) else None


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


def _words(first: Token, last: Token) -> str:
    return str(first.doc[first.i : last.i + 1].text)
