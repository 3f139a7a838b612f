"""What a value is told of: "The BACKLOG stood at 41,200", "a WORKFORCE of 1,460", "cut the LIST to 3,000"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from extractor.frame import grammar
from extractor.frame.earlier import Framed, empty_nouns, in_sentence
from extractor.frame.keys import Acronyms
from extractor.frame.measure.ellipsis import COUNTS, Measured, carry
from extractor.frame.measure.reach import named, through
from extractor.frame.sentences import Spot
from extractor.lexicon import table
from extractor.nouns import kinds

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Verbs whose object is the value of their subject: "the list NUMBERS 300".
_DIRECT = frozenset(
    {"be", "number", "total", "reach", "hit", "exceed", "top", "average", "near", "approach", "surpass"}
)
#: Prepositions that lead from a verb to the value that it gives: "stood AT 41,200".
_LEADING = frozenset(
    {"at", "to", "from", "by", "of", "below", "above", "under", "over", "between", "around", "past"}
)


def container(spot: Spot, earlier: Sequence[Framed], known: Acronyms) -> Measured | None:
    """The noun that the figure tells the size of: "a WORKFORCE of 1,460", "a 37.5 per cent INCREASE"."""
    noun = grammar.noun_above(spot.root)
    # "St Anne's, with 210, is full" counts no saints, "a hub in 92" no hubs.
    if noun is None or named(noun) or (spot.figure.kind in COUNTS and spot.root.head.lower_ != "of"):
        return None
    if spot.figure.kind not in COUNTS or _names_itself(noun):
        return through(noun, spot, known)
    if noun.lemma_.lower() in {*empty_nouns(), *table("nouns")["reading"]}:
        inner = grammar.of_noun(noun, "in")
        return _of_value(noun, spot, earlier, known) if inner is None else through(inner, spot, known)
    return through(noun, spot, known)


def sized(spot: Spot, earlier: Sequence[Framed], known: Acronyms) -> Measured | None:
    """The container of a count that is a thing itself: "a CREW of 19", not "a fall of 300"."""
    noun = grammar.noun_above(spot.root)
    holds = noun is not None and noun.lemma_.lower() in {*empty_nouns(), *table("nouns")["reading"]}
    return None if holds else container(spot, earlier, known)


def _of_value(value: Token, spot: Spot, earlier: Sequence[Framed], known: Acronyms) -> Measured | None:
    """What has the value: "Housing STARTS slid to an annual rate of 1.36 million"; else what was counted."""
    verb = value.head.head if value.dep_ == "pobj" and value.head.lower_ in _LEADING else None
    moves = table("comparisons")["moves"]
    gives = verb is not None and any(verb.lemma_.lower() in moves[way] for way in ("rose", "fell", "stood"))
    # "Volume totalled 3.2 billion shares, below the average of 3.9 billion"
    gives = gives and verb is not None and not _counted_since(verb, spot, earlier)
    noun = grammar.subject_of(verb) if verb is not None and gives else None
    if noun is None or not grammar.is_noun(noun) or noun.lemma_.lower() in table("nouns")["reading"]:
        return carry(spot, earlier, known)
    return through(noun, spot, known)


def _names_itself(noun: Token) -> bool:
    """True for "JOB losses", "HOUSING starts": a movement of things that is counted itself."""
    return noun.tag_ == "NNS" and any(grammar.is_noun(c) for c in grammar.children(noun, "compound"))


def subject(spot: Spot, earlier: Sequence[Framed], known: Acronyms) -> Measured | None:
    """The subject of a verb that gives a value: "The BACKLOG stood at 41,200", "MARGIN widened to 43.1%"."""
    verb = _valuing_verb(spot)
    noun = grammar.subject_of(verb) if verb is not None else None
    if verb is None or noun is None or spot.holds(noun) or _counted_since(verb, spot, earlier):
        return None
    idle = spot.figure.kind in COUNTS and noun.lemma_.lower() in empty_nouns() and not _names_itself(noun)
    if spot.figure.kind in COUNTS and _is_name(noun, known):
        return carry(spot, earlier, known)
    if noun.pos_ == "PRON" or noun.lower_ in table("nouns")["reading"] or idle:
        inner = grammar.of_noun(noun, "of", "for")
        return carry(spot, earlier, known) if inner is None else through(noun, spot, known)
    return through(noun, spot, known) if grammar.is_noun(noun) and not named(noun) else None


def _is_name(noun: Token, known: Acronyms) -> bool:
    """True for what a number is told of and never counts: "WANSTEAD slid to 96"."""
    return noun.tag_ == "NNP" and not noun.is_upper and known.head(noun.text) is None


def moved_object(spot: Spot, earlier: Sequence[Framed], known: Acronyms) -> Measured | None:
    """The object that a verb moves to the figure: "bring the LIST down to 3,000", "cut STAFF by 50%"."""
    prep = spot.root.head
    verb = grammar.verb_of(prep) if prep.lower_ in {"to", "from", "by", "below", "under", "above"} else None
    words = table("comparisons")
    if verb is None or verb.lemma_.lower() not in {*words["transitive"], *words["movers"]}:
        return None
    noun = next((c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"} and not spot.holds(c)), None)
    if noun is None:
        return None
    # "April's GAIN was cut to 139,000" counts no gains.
    idle = spot.figure.kind in COUNTS and noun.lemma_.lower() in empty_nouns() and not _names_itself(noun)
    if noun.pos_ in {"PRON", "DET"} or noun.lower_ in table("nouns")["reading"] or idle:
        return carry(spot, earlier, known)
    return through(noun, spot, known) if grammar.is_noun(noun) else None


def _valuing_verb(spot: Spot) -> Token | None:
    """The verb that gives its subject the figure as a value; None where the figure itself is subject."""
    root = spot.root
    for token in grammar.upward(root):
        if token.pos_ in grammar.VERBS and token.dep_ not in {"amod", "compound"}:
            lemma = token.lemma_.lower()
            direct = root.dep_ in grammar.OBJECTS | {"acomp"} and root.head == token
            if direct and spot.figure.kind in COUNTS:
                return token if lemma in _DIRECT else None
            led = spot.figure.kind not in COUNTS or _is_led(root)
            return token if led and root.dep_ not in grammar.SUBJECTS and _moves(spot, lemma) else None
        # "The list stands at 128 children, 80 for Saturday": the 80 hangs on what was counted.
        if token.dep_ in grammar.SUBJECTS or _is_counted(token):
            return None
    return None


def _counted_since(verb: Token, spot: Spot, earlier: Sequence[Framed]) -> bool:
    """True for the 80 of "the list stands at 128 CHILDREN, 80 for Saturday": children, not lists."""
    nouns = (f.noun for f in in_sentence(spot, earlier) if f.spot.figure.kind in COUNTS)
    return any(noun is not None and verb.i < noun.i < spot.root.i for noun in nouns)


def _is_counted(token: Token) -> bool:
    return grammar.is_noun(token) and any(c.dep_ == "nummod" for c in token.children)


def _is_led(root: Token) -> bool:
    """True for "stood AT 300"; "open 25 and close 300" gives its subject no value."""
    if root.head.pos_ == "ADP":
        return root.head.lower_ in _LEADING
    return root.dep_ not in grammar.OBJECTS


def _moves(spot: Spot, lemma: str) -> bool:
    verbs = table("comparisons")["moves"]
    listed = lemma in verbs["rose"] or lemma in verbs["fell"] or lemma in verbs["stood"]
    return listed or spot.figure.kind not in COUNTS


def accounting(spot: Spot, _: Sequence[Framed], known: Acronyms) -> Measured | None:
    """A part of a total: "breakdowns accounted for 241 of the DELAYS".

    Whoever was counted accounts for themselves: "MEN accounted for 241 of the dead".
    """
    prep = spot.root.head
    if spot.figure.kind not in COUNTS or prep.lower_ != "for":
        return None
    if not any(t.lemma_ == "account" for t in spot.sentence.tokens if t.i < prep.i):
        return None
    noun: Token | None = prep.nbor(-1)  # "and women for 35", where the second verb is left out
    if noun is not None and not grammar.is_noun(noun):
        noun = grammar.subject_of(prep.head) if prep.head.lemma_ == "account" else None
    who = through(noun, spot, known) if noun is not None and grammar.is_noun(noun) else None
    if who is not None and kinds(who.mention.key) & {"person", "animal"}:
        return who
    whole = grammar.of_noun(spot.root, "of", "among")
    named_whole = whole is not None and grammar.is_noun(whole) and not whole.like_num
    if whole is None or not named_whole or whole.lower_ in table("nouns")["wholes"]:
        return None
    return through(whole, spot, known)
