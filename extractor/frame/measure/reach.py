"""Which noun a figure reaches: the one it modifies, follows or is a part of, and the words around it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from extractor.frame import grammar
from extractor.frame.keys import Acronyms, noun_key
from extractor.frame.measure.ellipsis import Measured
from extractor.frame.sentences import Spot
from extractor.lexicon import table
from extractor.model import Mention
from extractor.nouns import kinds

if TYPE_CHECKING:
    from spacy.tokens import Token

_NUMBER_DEPS = frozenset(
    {"nummod", "quantmod", "amod", "compound", "nmod", "det", "poss", "advmod", "npadvmod"}
)
#: Words that open a time: "80 of his 400 LAST August".
_DATING = frozenset({"last", "this", "next"})
_CLOSED = frozenset({"DET", "ADP", "VERB", "AUX", "PUNCT", "CCONJ", "SCONJ", "PRON", "ADV", "PART"})


@cache
def _adverbial() -> frozenset[str]:
    """Words of time that the parser takes for nouns: "it has 12,000 TODAY"."""
    return frozenset(table("nouns")["adverbial"])


def mention_of(noun: Token, spot: Spot, known: Acronyms) -> Mention:
    """The noun with its modifiers, less the figure itself."""
    after = spot.last.i + 1 if spot.last.i < noun.i else 0
    start, stop = grammar.phrase_start(noun, after), grammar.phrase_stop(noun)
    if start.i <= spot.tokens[0].i <= stop.i:
        start, stop = (noun, noun) if spot.tokens[0].i > noun.i else (noun.doc[spot.last.i + 1], stop)
    span = spot.sentence.span_of(start, stop)
    return Mention(span, noun.doc[start.i : stop.i + 1].text, noun_key(noun, known), "here")


def modified(spot: Spot) -> Token | None:
    """The noun outside the figure that its root modifies."""
    root = spot.root
    head = root.head
    if root.dep_ not in _NUMBER_DEPS or spot.holds(head) or not grammar.is_noun(head):
        return None
    if head.lower_ in _adverbial():
        return None
    gap = root.doc[spot.last.i + 1 : head.i]
    apart = head.i < spot.last.i or any(
        t.text in {",", ";", "(", ")", "–", "—"}
        or (t.pos_ in {"VERB", "ADP"} and t.dep_ not in {"amod", "compound", "conj"})
        or (t.like_num and t.nbor().text != "-")  # "compared with 890 five years earlier"
        for t in gap
    )
    noun = _plural(grammar.noun_end(head))
    return None if apart or is_single(noun, spot) else noun


def _plural(noun: Token) -> Token:
    """The branches of "5,670 bank and building society branches", which the parser hangs on "bank"."""
    after = noun.doc[noun.i + 1 : noun.i + 6]
    if noun.tag_ != "NN" or not len(after) or after[0].lower_ not in {"and", "or"}:
        return noun
    named = ("NN", "NNP", "JJ", "VBG")
    plural = next((t for t in after[1:] if t.tag_ not in named), None)
    return plural if plural is not None and plural.tag_ == "NNS" else noun


def following(spot: Spot) -> Token | None:
    """The noun of the run of adjectives and nouns right after the figure, whatever the parser made of it."""
    doc, at = spot.last.doc, spot.last.i + 1
    noun = None
    while at < len(doc) and not doc[at].is_sent_start and at - spot.last.i < 7:
        token = doc[at]
        closed = (token.pos_ in _CLOSED and token.text not in {"-"}) or token.lower_ in _adverbial()
        if closed or token.like_num or token.is_space or (noun is None and token.lower_ in _DATING):
            break
        noun = token if grammar.is_noun(token) else noun
        at += 1
    noun = _plural(noun) if noun is not None else None
    return None if noun is None or is_single(noun, spot) else noun


def is_single(noun: Token, spot: Spot) -> bool:
    """True for a noun in the singular right after a number above one, which it does not count: "14 OPEN"."""
    value = spot.figure.value
    if spot.figure.kind != "count" or value is None or value < 2 or noun.i != spot.last.i + 1:
        return False
    alone = noun.tag_ == "NN" and noun.lower_ == noun.lemma_.lower() and not noun.lower_.endswith("s")
    words = table("nouns")
    listed = {*words["uncounted"], *words["singular"], *words["vague"], *words["transparent"], *words["time"]}
    return alone and noun.lower_ not in listed and not kinds(noun.lower_) and noun.is_lower


def shared(spot: Spot) -> Token | None:
    """The noun that the figure shares with the next one: "5,480 and 5,216 VOTES", "40 to 50 people"."""
    doc, at = spot.last.doc, spot.last.i + 1
    if at + 2 >= len(doc) or doc[at].lower_ not in {"and", "or", "to", "–", "-"} or not doc[at + 1].like_num:
        return None
    while at + 1 < len(doc) and (doc[at + 1].like_num or doc[at + 1].pos_ in {"ADJ", "NUM"}):
        at += 1
    noun = doc[at + 1] if at + 1 < len(doc) else None
    return grammar.noun_end(noun) if noun is not None and noun.tag_ in {"NNS", "NN"} else None


def through(noun: Token, spot: Spot, known: Acronyms) -> Measured:
    """The noun itself, or the one that a transparent noun carries: "number of HOUSEHOLDS"."""
    if noun.dep_ == "poss" and noun.head.i > noun.i and grammar.is_noun(noun.head):
        noun = noun if noun.head.lower_ == "worth" else noun.head  # "24 inspectors' JOBS"
    carries, holds = table("nouns")["transparent"], table("nouns")["holding"]
    for _ in range(3):
        lemma = noun.lemma_.lower()
        if (lemma not in carries and lemma not in holds) or noun.lower_ == "counts":
            break
        inner = grammar.of_noun(noun) if lemma in holds else _inner(noun)
        if inner is not None and inner.lower_ in table("nouns")["states"]:
            # "The number of injured", "a total of missing": people.
            return Measured(replace(mention_of(noun, spot, known), key="person"), noun)
        if inner is None or not grammar.is_noun(inner) or spot.holds(inner):
            break
        noun = inner
    mention = mention_of(noun, spot, known)
    counted = table("nouns")["tolls"].get(mention.key)
    return Measured(mention if counted is None else replace(mention, key=counted), noun)


def named(noun: Token) -> bool:
    """True for the name of a person or the like: "Tama WIRIHANA, who lost nine of his 36"."""
    before = noun.nbor(-1) if noun.i > 0 else noun
    both = noun.tag_ == "NNP" and before.tag_ == "NNP" and before.head == noun and before != noun
    # Headlines write "Gross Margin" and "GROSS MARGIN".
    return both and not noun.is_upper and any(t.is_alpha and t.is_lower and len(t) > 4 for t in noun.sent)


def _inner(noun: Token) -> Token | None:
    return grammar.of_noun(noun, "of", "for", "in") or _compound(noun)


def told_of(pronoun: Token) -> Token | None:
    """What "them" are said to be right after: "34 of them LASHERS", "three of them young women"."""
    noun = None
    for token in pronoun.doc[pronoun.i + 1 : pronoun.i + 5]:
        if token.pos_ not in {"ADJ", "NOUN", "PROPN"} or token.is_sent_start:
            break
        noun = token if token.tag_ == "NNS" else noun
    return noun


def _compound(noun: Token) -> Token | None:
    return next(
        (c for c in reversed(list(noun.lefts)) if c.dep_ in {"compound", "nmod"} and grammar.is_noun(c)), None
    )


def linear_of(spot: Spot) -> Token | None:
    """The noun after "of the (nine)", "out of" right behind the figure, where the parse lost it."""
    after = spot.ahead(7)
    words = [t.lower_ for t in after]
    start = 2 if words[:2] == ["out", "of"] else 1 if words[:1] == ["of"] else 0
    rest = after[start:] if start else []
    for token in rest:
        if token.is_punct or token.pos_ in {"VERB", "AUX", "ADP"}:
            return None
        if token.lower_ in {"them", "these", "those", "which", "whom"}:
            return token
        owner = token.i + 1 < len(token.doc) and token.nbor().text in {"'s", "’s", "'", "’"}
        if grammar.is_noun(token) and not owner:
            return number_before(grammar.noun_end(token))
    return None


def owned(noun: Token) -> Token:
    """The counties of "18 of the state’s 67 COUNTIES", where the parse lost whose they are; else the noun."""
    rest = list(noun.doc[noun.i + 1 : noun.i + 6])
    if not rest or rest[0].text not in {"'s", "’s"} or noun.dep_ == "poss":
        return noun
    thing = next((t for t in rest[1:] if grammar.is_noun(t)), None)
    return grammar.noun_end(thing) if thing is not None else noun


def number_before(noun: Token) -> Token:
    """The 14 of "four of its 14 OPEN at Christmas", which is not four of the open; else the noun itself."""
    before = noun.nbor(-1) if noun.i > 0 else noun
    single = noun.tag_ == "NN" and before.like_num and before.lower_ not in {"one", "1"}
    listed = noun.lower_ in {*table("nouns")["uncounted"], *table("nouns")["vague"]} or kinds(noun.lower_)
    return before if single and not listed else noun


def has_parts(noun: Token) -> bool:
    """True if so many OF the noun are a part: "of the nine", not "two of fraud" or "2,170 of a year ago"."""
    after = noun.nbor().lower_ if noun.i + 1 < len(noun.doc) else ""
    if not grammar.is_noun(noun) or after in {"ago", "before", "earlier"}:
        return False
    if noun.lemma_.lower() in table("nouns")["time"] and noun.tag_ == "NN":
        return False  # "the 455 of the same quarter"
    if noun.text in table("periods")["months"] or noun.lower_ == "which":
        return False  # "the 53,600 of December 2023"
    plural = noun.tag_ in {"NNS", "NNPS"}
    return plural or any(c.dep_ in {"det", "poss", "nummod"} for c in noun.children)


def opens_of(token: Token, spot: Spot) -> bool:
    """True for the "of" or "among" of a phrase in front of the figure's clause."""
    if token.lower_ not in {"of", "among"} or token.i + 1 >= spot.tokens[0].i:
        return False
    starts = (
        token.i == spot.sentence.tokens[0].i
        or token.nbor(-1).is_punct
        or token.nbor(-1).lower_ in {"and", "but"}
    )
    between = [t for t in spot.sentence.tokens if token.i < t.i < spot.tokens[0].i]
    if not between:
        return False  # only spaces stand between
    which = between[0].lower_ in {"which", "whom", "these", "those", "them"}
    # "Of 96 shots 41 were on target" has no comma.
    closed = between[-1].dep_ == "pobj" and between[-1].head == token
    comma = any(t.text == "," for t in between) or which or closed
    return starts and comma and not any(t.dep_ == "ROOT" and t.pos_ in grammar.VERBS for t in between)
