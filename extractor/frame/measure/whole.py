"""The noun after "of", and what it stands for: "of those with private agencies", "of the total"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from extractor.frame import grammar
from extractor.frame.earlier import Framed, before, before_any, in_sentence
from extractor.frame.keys import Acronyms, noun_key
from extractor.frame.measure.ellipsis import COUNTS, SHARES
from extractor.frame.measure.reach import linear_of, number_before, owned
from extractor.frame.sentences import Spot
from extractor.lexicon import table
from extractor.model import Mention
from extractor.nouns import kinds

if TYPE_CHECKING:
    from spacy.tokens import Token


def valued(spot: Spot) -> Token | None:
    """The subject of the verb that gives it the figure: "the SHARE reached 26 per cent"."""
    root = spot.root
    if root.dep_ in grammar.SUBJECTS:
        return None
    verb = next((t for t in grammar.upward(root) if t.pos_ in grammar.VERBS), None)
    return grammar.subject_of(verb) if verb is not None else None


def alone(noun: Token, spot: Spot, key: str) -> Mention:
    """A noun as the whole, without the words around it."""
    return Mention(spot.sentence.span_of(noun), noun.text, key, "sentence")


def whole_of(spot: Spot) -> Token | None:
    """The noun or pronoun after "of", "out of", "among" or, on shares, "for"."""
    words = ("of", "among", "for") if spot.figure.kind in SHARES else ("of", "among")
    whole = grammar.of_noun(spot.root, *words) or (
        linear_of(spot) if spot.figure.kind == "percentage" else None
    )
    if whole is not None and whole.head.lower_ == "for" and whole.tag_ == "NNP":
        return None  # "54 per cent for Marsh", "12 per cent for England"
    if whole is None or spot.holds(whole) or whole.pos_ not in grammar.NOUNS | {"PRON", "DET"}:
        return None
    whole = owned(whole)
    if number_before(whole) != whole:
        return None  # "four of its 14 open"
    return _owned(grammar.noun_end(whole)) if grammar.is_noun(whole) else whole


def _owned(noun: Token) -> Token:
    """The energy of "of the energy Ireland uses", which the parser takes for an Ireland."""
    thing = noun.nbor(-1) if noun.i > 0 else noun
    verb = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    named = noun.tag_ == "NNP" and thing.tag_ in {"NN", "NNS"} and thing.head == noun
    return thing if named and verb.tag_ in {"VBZ", "VBD", "VBP"} else noun


def group(whole: Token, spot: Spot, earlier: Sequence[Framed], known: Acronyms) -> Mention | None:
    """The group that a noun and the words that narrow it name; None for a pronoun of nothing known."""
    last = _narrowed(whole)
    first = grammar.phrase_start(whole, spot.last.i + 2) if grammar.is_noun(whole) else whole
    span = spot.sentence.span_of(first, last)
    text = whole.doc[first.i : last.i + 1].text
    if grammar.is_noun(whole) and not _stands_for(whole):
        return Mention(span, text, noun_key(whole, known))
    if grammar.is_noun(whole):
        named = _total(whole, spot, earlier)
        return Mention(span, text, named.key if named else noun_key(whole, known), "paragraph")
    key = _stood_for(whole, spot, earlier)
    return Mention(span, text, key, "sentence") if key is not None else None


def _stands_for(noun: Token) -> bool:
    """True for a bare noun that stands for what was counted: "55% of the TOTAL", "in 15% of CASES"."""
    narrowed = any(c.dep_ not in {"det", "predet"} for c in noun.children)
    return noun.lower_ in table("nouns")["wholes"] and not narrowed


def _total(whole: Token, spot: Spot, earlier: Sequence[Framed]) -> Mention | None:
    """What "the total" or "cases" are: what the figure before counts, or the subject that is part of it."""
    last = next(in_sentence(spot, earlier), None)
    if last is not None and last.spot.figure.kind in COUNTS:
        return last.base or last.measure
    if whole.lower_ == "cases":
        events = frozenset({"event", "offence", "request", "treatment"})
        return next((m for m in _named(spot, earlier) if kinds(m.key) & events), None)
    noun = valued(spot)
    plural = noun is not None and noun.tag_ == "NNS"
    return alone(noun, spot, noun.lemma_.lower()) if noun is not None and plural else None


def _named(spot: Spot, earlier: Sequence[Framed]) -> Iterator[Mention]:
    found = before(spot, earlier, COUNTS, blocks=1)
    return (f.measure for f in found if f.measure is not None)


def _stood_for(pronoun: Token, spot: Spot, earlier: Sequence[Framed]) -> str | None:
    """The key of what a pronoun stands for: the last whole in the sentence, or the last thing counted."""
    verb = spot.root.head if spot.root.dep_ == "nsubj" else spot.root
    if pronoun.lower_ == "them" and verb.lemma_.lower() in table("nouns")["acts"]["does"]:
        return people(spot, earlier)
    if pronoun.lower_ in {"it", "that", "this"}:
        amounts = (f.measure.key for f in before_any(spot, earlier) if f.measure is not None)
        return next(amounts, None)
    after = pronoun.nbor() if pronoun.i + 1 < len(pronoun.doc) else pronoun
    if pronoun.lower_ == "those" and (after.lower_ == "who" or after.tag_ in {"VBN", "VBG"}):
        return people(spot, earlier)
    here = next((f.base.key for f in in_sentence(spot, earlier) if f.base is not None), None)
    return here or next(_counted(spot, earlier), None)


def people(spot: Spot, earlier: Sequence[Framed]) -> str:
    """The people last counted, or else bodies, for "those polled", "who answered"; else simply persons."""
    counted = list(_counted(spot, earlier))
    found = (k for kind in ("person", "household", "organisation") for k in counted if kind in kinds(k))
    return next(found, "person")


def _counted(spot: Spot, earlier: Sequence[Framed]) -> Iterator[str]:
    found = before(spot, earlier, frozenset({"count", "rate", "percentage", "ratio"}), blocks=1)
    return (f.measure.key for f in found if f.measure is not None)


def _narrowed(whole: Token) -> Token:
    """The last token of the words that narrow the group: "those WITH PRIVATE AGENCIES"."""
    last = whole
    for child in whole.rights:
        if (
            child.dep_ in {"prep", "relcl", "acl"}
            and child.i == last.i + 1
            and child.right_edge.i - whole.i < 14
        ):
            last = child.right_edge
    return last
