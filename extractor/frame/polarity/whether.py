"""Polarity: whether a figure counts those that did, or those that did not.

A verb that says no is told by the verb that it denies: "declined an interview" is the event
`accept:interview`, negated. Two denials make none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.frame import grammar
from extractor.frame.event import event_of
from extractor.frame.keys import Acronyms
from extractor.frame.polarity.denial import (
    cut_off,
    denied_next,
    is_definite,
    is_denied,
    misread,
    own_verb,
    role_in,
    through_failing,
    through_saying,
)
from extractor.frame.polarity.denied_straight import denied_straight
from extractor.frame.polarity.denying_words import by_word, numbered, of_ratio
from extractor.frame.polarity.scope import denies, left_out
from extractor.frame.sentences import Spot
from extractor.lexicon import table
from extractor.model import Mention
from extractor.nouns import kinds

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Happening:
    """An event and whether the figure counts those without it."""

    event: Mention | None
    negated: bool = False


#: Kinds whose figures count those that did or did not; an age or a length counts nobody.
_COUNTING = frozenset({"count", "rate", "percentage", "ratio", "money"})

#: Tokens before a figure in which "six OF the county's" stands.
WHOLE = 7

#: Labels of a figure that only describes a noun.
_MODIFIES = frozenset({"nummod", "amod", "compound", "nmod", "quantmod"})


def happening(spot: Spot, noun: Token | None, known: Acronyms) -> Happening:
    """What the thing counted did or what was done to it, and whether it did not."""
    if is_whole(spot):
        return Happening(None)
    counting = spot.figure.kind in _COUNTING or _amount(spot)
    denied = by_word(spot, noun, known) if counting else None
    if denied is not None:
        return Happening(denied, negated=True)
    verb = _verb(spot, noun)
    taking = verb is not None and role_in(spot, verb) in {*grammar.SUBJECTS, *grammar.OBJECTS}
    if counting and not (taking and verb is not None and is_denied(verb)) and not left_out(spot):
        # The parser may hang what follows the figure on something else.
        straight = denied_straight(spot)
        if straight is not None:
            return Happening(straight, negated=True)
    if verb is None:
        return Happening(None, counting and left_out(spot))
    acting, parity = through_failing(through_saying(verb, spot))
    denied_too = denies(acting, spot, noun)
    negated = parity != (denied_too != left_out(spot))
    lemma = _positive(acting, spot, noun)
    # "Has not ruled out talks between the two leaders" turns nothing down.
    if lemma != acting.lemma_.lower() and (denied_too or not is_denied(acting)):
        negated = not negated
    countable = counting and _may_deny(acting, spot, noun)
    return Happening(event_of(acting, lemma, spot, noun, known), negated and countable)


def _may_deny(verb: Token, spot: Spot, noun: Token | None) -> bool:
    """False where a denial is told of something other than the things counted."""
    role = role_in(spot, verb)
    if spot.figure.kind == "percentage" and spot.root.dep_ in _MODIFIES and grammar.is_noun(spot.root.head):
        return False  # "a 22 per cent RATE would not hurt"
    # "Turned down £9,000": the sum was offered all the same. "Has yet to repay £3m OF THE loan."
    definite = is_definite(spot) or left_out(spot)  # "paid all but £6m"
    definite = definite or verb.lemma_.lower() in table("polarity")["paying"]
    if spot.figure.kind == "money" and role not in grammar.SUBJECTS and not definite:
        return False
    if spot.root.dep_ == "nummod" and spot.root.head.dep_ in {"compound", "amod", "nmod"}:
        return False  # "was unable to save the TWO-TERM representative"
    timed = noun is not None and noun.lemma_.lower() in table("nouns")["time"] and not _days_on(spot)
    # "The cap, 32 million a year, has not gone": the figure stands beside the subject.
    beside = stands_beside(spot) and verb.dep_ not in grammar.NOUN_CLAUSES
    return not timed and not beside and not cut_off(spot.root, verb)


def _amount(spot: Spot) -> bool:
    """True for an amount that is itself a subject: "810,000 LITRES never reached a tap"."""
    return (
        spot.figure.kind == "measure"
        and spot.root.dep_ in grammar.SUBJECTS
        and not any(c.dep_ == "appos" for c in spot.root.children)
    )


def _days_on(spot: Spot) -> bool:
    """True for days that are counted by what did not happen: "no trains ran ON 11 days"."""
    back = (t.lower_ for t in reversed(spot.before))
    return next((w for w in back if w not in {"but", "all", "the", "at", "least"}), None) == "on"


def stands_beside(spot: Spot) -> bool:
    """True for a figure that explains another noun; "most of them (60 per cent)" says again how many."""
    above = spot.root.head
    return (
        spot.root.dep_ == "appos"
        and denied_next(spot) is None
        and above.lower_ not in table("polarity")["part"]
        and not above.like_num
    )


def is_whole(spot: Spot) -> bool:
    """True for the whole of a part: what befell "six OF 24 jobs" did not befall all 24."""
    before = spot.close_before(WHOLE)
    while before and (before[-1].lower_ in table("polarity")["before_whole"] or before[-1].tag_ == "JJ"):
        before.pop()
    if before and before[-1].tag_ == "POS":  # "214 of Ashby's 856 sailings"
        while before and (
            before[-1].tag_ == "POS" or before[-1].pos_ == "PROPN" or before[-1].lower_ == "the"
        ):
            before.pop()
    if len(before) > 1 and before[-1].lower_ == "of" and _names_part(before[-2]):
        return True
    # "Of the city's 120 ambulances, 54 could not be driven."
    prep = spot.root.head.head if spot.root.dep_ == "nummod" else spot.root.head
    first = next((t for t in spot.sentence.tokens if not t.is_punct), prep)
    opens = first.lower_ in {"of", "among"} and (prep.i == first.i or spot.tokens[0].i == first.i + 1)
    return bool(opens and any(t.like_num for t in spot.sentence.tokens if t.i > spot.last.i))


def _names_part(word: Token) -> bool:
    """True for what a whole follows after "of": "six", "one IN SIX out", "NONE of the 14"."""
    superlative = word.tag_ in {"JJS", "RBS"}  # "the best of the seven"
    return bool(word.like_num or superlative or word.lower_ in table("polarity")["of_whole"])


def _positive(verb: Token, spot: Spot, noun: Token | None) -> str:
    """The lemma of the verb that a verb which says no denies: "declined" → "accept"; else its own."""
    lemma = str(verb.lemma_.lower())
    listed = table("polarity")["opposite"]
    beside = [c for c in grammar.children(verb, "prt", "advmod", "prep") if c.i > verb.i]
    phrases = (f"{lemma} {c.lower_}" for c in beside if c.dep_ != "prep" or c.i == verb.i + 1)
    phrase = next((listed[p] for p in phrases if p in listed), None)
    opposite = None if _says_nothing(verb, lemma, spot, noun) else phrase or listed.get(lemma)
    if opposite in table("polarity")["of_people"] and not _people(noun):
        return lemma  # "we turn away 20 calls"
    if opposite in table("polarity")["of_pleas"] and not _plea(noun):
        return lemma  # "sixty pies were thrown out"
    return str(opposite) if opposite is not None and _concerns(spot, verb) else lemma


def _people(noun: Token | None) -> bool:
    named = kinds(str(noun.lemma_.lower())) if noun is not None else frozenset()
    return not named or bool(named & {"person", "household"})


def _plea(noun: Token | None) -> bool:
    return noun is not None and noun.lemma_.lower() in table("polarity")["plea"]


def _says_nothing(verb: Token, lemma: str, spot: Spot, noun: Token | None) -> bool:
    """True for "are missing", "shares declined" and "failed by 600 votes", which turn nothing down."""
    if lemma == "decline":
        passive = grammar.children(verb, "nsubjpass", "auxpass", "dobj", "xcomp", "agent")
        shared = verb.dep_ == "conj" and grammar.children(verb.head, "auxpass")  # "was held or declined"
        return not (passive or shared) and verb.dep_ not in grammar.NOUN_CLAUSES and verb.tag_ != "VBN"
    if lemma == "cancel":  # "cancelled 212 trains" tells what was done; "were cancelled" what was not
        return not (grammar.children(verb, "nsubjpass", "auxpass") or verb.dep_ in grammar.NOUN_CLAUSES)
    if lemma in table("polarity")["leaving"]:  # "pulled out £3m" leaves nothing
        return bool(grammar.children(verb, "dobj"))
    if lemma == "deny":  # "denies two counts" refuses nobody
        given = grammar.children(verb, "nsubjpass", "auxpass", "dative") or grammar.of_noun(verb, "to")
        return not given or role_in(spot, verb) == "agent"
    if lemma == "ignore":  # "ignored two letters" tells of no others
        return role_in(spot, verb) in grammar.OBJECTS and not is_definite(spot)
    if lemma == "fail":
        broke = (
            noun is not None
            and not grammar.children(verb, "dobj")
            and noun.lemma_.lower() in table("polarity")["breaks"]
        )
        return broke or role_in(spot, verb) not in grammar.SUBJECTS
    return bool(verb.lower_ == "missing")


def _word_before(token: Token) -> str:
    """What stands before the words of a token; nothing before the first of a sentence."""
    edge = token.left_edge
    return edge.nbor(-1).text if edge.i else ""


def _verb(spot: Spot, noun: Token | None) -> Token | None:
    """The verb of the clause that hangs on what the figure counts, or else of the figure's own clause."""
    # "Of the cars that were sold, 40 failed": the clause of another phrase says nothing of the 40.
    if (straight := denied_next(spot)) is not None:
        return straight
    near = {spot.root, spot.root.head}
    owners = [o for o in (noun, spot.root) if o is not None and (o in near or of_ratio(o, spot))]
    told_beside = [spot.root.head] if spot.root.dep_ == "appos" else []  # "those who did not, 31 per cent,"
    for owner in (*owners, *numbered(spot), *told_beside):
        clause = [c for c in grammar.children(owner, *grammar.NOUN_CLAUSES) if c.pos_ in grammar.VERBS]
        # ", which was refused twice" adds something and counts nobody.
        if clause and clause[0].i > owner.i and _word_before(clause[0]) != ",":
            return _main(owner, clause[0])
    verb = own_verb(spot) or grammar.verb_of(spot.root) or misread(spot)
    return verb if verb is not None and _inside(spot, verb) else None


def _main(owner: Token, clause: Token) -> Token:
    """The main verb where that says no: "22 per cent of claims lodged last year WERE REFUSED"."""
    verb = owner.head
    says_no = verb.lemma_.lower() in table("polarity")["opposite"] or is_denied(verb)
    reduced = clause.dep_ == "acl" and clause.tag_ == "VBN" and not is_denied(clause)
    return verb if reduced and owner.dep_ == "nsubjpass" and says_no and verb.i > clause.i else clause


def _inside(spot: Spot, token: Token) -> bool:
    return bool(spot.sentence.tokens[0].i <= token.i <= spot.sentence.tokens[-1].i)


def _concerns(spot: Spot, verb: Token) -> bool:
    """True if the thing counted is in the verb's clause as more than a time, a manner or a place."""
    role = role_in(spot, verb)
    if role == "prep":
        preps = [c for c in verb.children if c.dep_ == "prep" and c.is_ancestor(spot.root)]
        giving = {"to", "from"} if verb.lemma_.lower() in table("polarity")["giving"] else set()
        return (
            bool(preps)
            and preps[0].lower_ in {"after", "in", "by", "for", "on", "of", *giving}
            # "Missed its target BY 4 per cent" gives a margin.
            and (preps[0].lower_ != "by" or bool(grammar.children(verb, "auxpass")))
            and _closes(preps[0], spot)
        )
    straight = spot.tokens[0].i == verb.i + 1 and spot.figure.kind == "percentage"
    return role not in {"npadvmod", "advcl"} or (role == "npadvmod" and straight)  # "missed 5 per cent"


def _closes(prep: Token, spot: Spot) -> bool:
    """True if the figure stands in the preposition's own phrase, not in one inside it."""
    inner = next(iter(grammar.children(prep, "pobj", "pcomp")), None)
    return inner is not None and (spot.holds(inner) or inner in {spot.root, spot.root.head})
