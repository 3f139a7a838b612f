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


#: Kinds whose figures count those that did or did not; an age or a length counts nobody.
_COUNTING = frozenset({"count", "rate", "percentage", "ratio", "money"})


def happening(spot: Spot, noun: Token | None, known: Acronyms) -> Happening:
    """What the thing counted did or what was done to it, and whether it did not."""
    if _is_whole(spot):
        return Happening(None)
    counting = spot.figure.kind in _COUNTING
    denied = _denied_by_word(spot, noun, known) if counting else None
    if denied is not None:
        return denied
    verb = _verb(spot, noun)
    if verb is None:
        return Happening(None)
    acting, parity = _through_failing(verb)
    negated = parity != (_denies(acting, spot, noun) != _excepted(spot))
    lemma = _positive(acting, spot)
    if lemma != acting.lemma_.lower():
        negated = not negated
    return Happening(event_of(acting, lemma, spot, noun, known), negated and counting)


def _excepted(spot: Spot) -> bool:
    """True for the few that did not: "all BUT 12 passed"."""
    first = spot.tokens[0]
    return bool(first.i > 1 and first.nbor(-1).lower_ == "but" and first.nbor(-2).lower_ in {"all", "every"})


def _is_whole(spot: Spot) -> bool:
    """True for the whole of a part: what befell "six OF 24 jobs" did not befall all 24."""
    before = [t for t in spot.sentence.tokens if spot.tokens[0].i - 4 <= t.i < spot.tokens[0].i]
    while before and before[-1].lower_ in {"the", "its", "their", "these", "those", "all", "some", "about"}:
        before.pop()
    return (
        len(before) > 1 and before[-1].lower_ == "of" and (before[-2].like_num or before[-2].lower_ == "out")
    )


def _positive(verb: Token, spot: Spot) -> str:
    """The lemma of the verb that a verb which says no denies: "declined" → "accept"; else its own."""
    lemma = str(verb.lemma_.lower())
    phrase = next((f"{lemma} {c.lower_}" for c in grammar.children(verb, "prt")), lemma)
    listed = table("polarity")["opposite"]
    opposite = None if _says_nothing(verb, lemma, spot) else listed.get(phrase) or listed.get(lemma)
    return str(opposite) if opposite is not None and _concerns(spot, verb) else lemma


def _says_nothing(verb: Token, lemma: str, spot: Spot) -> bool:
    """True for "are missing", "shares declined" and "failed by 600 votes", which turn nothing down."""
    if lemma == "decline":
        passive = grammar.children(verb, "nsubjpass", "auxpass", "dobj", "xcomp", "agent")
        return not passive and verb.dep_ not in grammar.NOUN_CLAUSES and verb.tag_ != "VBN"
    if lemma == "fail":
        return _role(spot, verb) not in grammar.SUBJECTS
    return bool(verb.lower_ == "missing")


def _verb(spot: Spot, noun: Token | None) -> Token | None:
    """The verb of the clause that hangs on what the figure counts, or else of the figure's own clause."""
    # "Of the cars that were sold, 40 failed": the clause of another phrase says nothing of the 40.
    owners = [o for o in (noun, spot.root) if o is not None and o in {spot.root, spot.root.head}]
    for owner in owners:
        clause = [c for c in grammar.children(owner, *grammar.NOUN_CLAUSES) if c.pos_ in grammar.VERBS]
        if clause and clause[0].i > owner.i:
            return clause[0]
    verb = grammar.verb_of(spot.root) or _misread(spot)
    return verb if verb is not None and _inside(spot, verb) else None


def _misread(spot: Spot) -> Token | None:
    """The main verb of "In 412 of those cases the owner was not told", which the parser hangs on "cases"."""
    whole = grammar.of_noun(spot.root)
    clauses = grammar.children(whole, "relcl") if whole is not None else []
    return next((c for c in clauses if not any(t.tag_ in {"WDT", "WP"} for t in c.subtree)), None)


def _inside(spot: Spot, token: Token) -> bool:
    return bool(spot.sentence.tokens[0].i <= token.i <= spot.sentence.tokens[-1].i)


def _through_failing(verb: Token) -> tuple[Token, bool]:
    """The infinitive of "failed to" or "have yet to", and True if such words denied it."""
    fails = table("polarity")["fails"]
    if verb.lemma_.lower() in fails:
        deeper = next((c for c in grammar.children(verb, "xcomp") if c.pos_ in grammar.VERBS), None)
        return (deeper, not _not(verb)) if deeper is not None else (verb, False)
    if verb.dep_ == "xcomp" and verb.head.lemma_.lower() in fails:
        return verb, not _not(verb.head)
    unable = next(
        (c for c in grammar.children(verb, "acomp") if c.lower_ in table("polarity")["unable"]), None
    )
    if unable is not None and (deeper := next(iter(grammar.children(unable, "xcomp")), None)) is not None:
        return deeper, not _not(verb)
    if any(c.lower_ == "yet" and c.i + 1 < len(c.doc) and c.nbor().lower_ == "to" for c in verb.children):
        return next(iter(grammar.children(verb, "xcomp")), verb), True
    return verb, False


def _denies(verb: Token, spot: Spot, noun: Token | None) -> bool:
    """True if "not", "never", "no ..." or "nobody" denies the clause for the thing counted."""
    if _not(verb):
        return _reaches(verb, spot, noun)
    beside = grammar.children(verb, *grammar.SUBJECTS, *grammar.OBJECTS)
    said = any(_says_no(token, verb) for token in beside if not spot.holds(token) and token != noun)
    return said and _takes_part(verb, spot, _role(spot, verb))


def _says_no(token: Token, verb: Token) -> bool:
    """True for "nobody" and "no one", and for "no interview" with a verb that does something."""
    words = table("polarity")
    if token.lower_ in words["nobody"] or (token.lower_ == "one" and _det_no(token)):
        return True
    # "Three reported a better season and the rest no change": another's object is far off.
    near = abs(token.i - verb.i) <= 5
    return near and _det_no(token) and verb.lemma_.lower() not in words["state"]


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
    role = _role(spot, verb)
    if verb.lemma_.lower() in table("polarity")["unmoved"]:
        return role in grammar.SUBJECTS
    if verb.lemma_.lower() == "be" and (role == "prep" or grammar.children(verb, "attr")):
        return False  # "in six others there was not one", "ten things are not a basket"
    return _takes_part(verb, spot, role)


def _takes_part(verb: Token, spot: Spot, role: str) -> bool:
    """False for what merely could not be, and for a number of things that there were not."""
    if _modal(verb):
        return role in grammar.SUBJECTS
    if role in grammar.OBJECTS and spot.figure.kind in {"count", "money"}:
        return _definite(spot)
    return True


def _definite(spot: Spot) -> bool:
    """True for "12 OF THE schools", "THE 12 schools"; "did not lose 40,000 beds" denies that there were."""
    before = spot.tokens[0].nbor(-1).lower_ if spot.tokens[0].i > 0 else ""
    return before in {"the", "these", "those", "its", "their"} or grammar.of_noun(spot.root) is not None


def _modal(verb: Token) -> bool:
    """True if what is denied is only that one can, must or should: "you can't do forty things"."""
    return any(c.dep_ == "aux" and c.tag_ == "MD" and c.lower_ != "could" for c in verb.children)


def _role(spot: Spot, verb: Token) -> str:
    """The label under which the figure's phrase hangs on the verb; "" where it does not."""
    below = spot.root
    for above in grammar.upward(spot.root):
        if above == verb:
            return str(below.dep_)
        below = above
    return ""


def _concerns(spot: Spot, verb: Token) -> bool:
    """True if the thing counted is in the verb's clause as more than a time, a manner or a place."""
    role = _role(spot, verb)
    if role == "prep":
        preps = [c for c in verb.children if c.dep_ == "prep" and c.is_ancestor(spot.root)]
        return (
            bool(preps)
            and preps[0].lower_ in {"after", "in", "by", "for", "on", "of"}
            and _closes(preps[0], spot)
        )
    return role not in {"npadvmod", "advcl"}


def _closes(prep: Token, spot: Spot) -> bool:
    """True if the figure stands in the preposition's own phrase, not in one inside it."""
    inner = next(iter(grammar.children(prep, "pobj", "pcomp")), None)
    return inner is not None and (spot.holds(inner) or inner in {spot.root, spot.root.head})


def _denied_by_word(spot: Spot, noun: Token | None, known: Acronyms) -> Happening | None:
    """The event that an adjective or "without" denies: "330 unfilled posts", "40 pupils without a place"."""
    if noun is not None and noun in {spot.root, spot.root.head}:
        refused = table("polarity")["noun"].get(noun_key(noun, known))
        if refused is not None:
            return Happening(Mention(spot.sentence.span_of(noun), noun.text, refused), negated=True)
    for owner in filter(None, (noun, spot.root)):
        for word in owner.children:
            if word.dep_ in {"amod", "acomp"} and word.lower_ in table("polarity")["adjective"]:
                return _adjective(word, spot)
            if word.dep_ == "prep" and word.lower_ == "without" and not _far(owner, word):
                return _without(word, spot, known)
    verb = grammar.verb_of(spot.root)
    if verb is None:
        return None
    role = _role(spot, verb)
    if role in grammar.SUBJECTS or (role in grammar.OBJECTS and verb.lemma_.lower() == "leave"):
        return _of_clause(verb, spot, known)
    return None


def _of_clause(verb: Token, spot: Spot, known: Acronyms) -> Happening | None:
    """What a clause denies of a thing: "60 went unanswered", "leaves 40 undone", "were without a licence"."""
    for word in grammar.children(verb, "acomp", "oprd", "advcl", "xcomp", "ccomp"):
        inner = [word, *word.children]
        said = next((w for w in inner if w.lower_ in table("polarity")["adjective"]), None)
        if said is not None and not _not(verb):
            return _adjective(said, spot)
    for word in grammar.children(verb, "prep"):
        bare = verb.lemma_.lower() in {"be", "go", "live", "remain"}
        if word.lower_ == "without" and (bare or grammar.children(word, "pcomp")) and not _not(verb):
            return _without(word, spot, known)
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
