"""The whole of a share that stands without it: "a turnout of 65 per cent", "the other 90 per cent"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from extractor.frame import grammar
from extractor.frame.earlier import Framed, before, before_any
from extractor.frame.keys import Acronyms, noun_key
from extractor.frame.measure.ellipsis import COUNTS, SHARES, brought
from extractor.frame.measure.whole import alone, group, people, valued
from extractor.frame.sentences import Spot
from extractor.lexicon import table
from extractor.model import Mention
from extractor.nouns import kinds

if TYPE_CHECKING:
    from spacy.tokens import Token


def share_of(spot: Spot, earlier: Sequence[Framed], known: Acronyms) -> Mention | None:
    """The whole of a share that is called one: "cold brew's slice of the BUSINESS stood at 14 percent"."""
    beside = spot.root.head if spot.root.dep_ in {"nmod", "amod", "compound", "nummod"} else None
    noun = beside if beside is not None and grammar.is_noun(beside) else valued(spot)
    if noun is None or noun.lemma_.lower() not in table("nouns")["shares"]:
        return None
    whole = grammar.of_noun(noun, "of", "in")
    if whole is None:
        return _before(spot, earlier)
    return group(grammar.noun_end(whole) if grammar.is_noun(whole) else whole, spot, earlier, known)


def rate_of(spot: Spot, earlier: Sequence[Framed], _: Acronyms) -> Mention | None:
    """Those who could have: "a TURNOUT of 65 per cent" of the members who were counted before."""
    noun = grammar.noun_above(spot.root) or valued(spot)
    kind, default = _rate(noun) if noun is not None else ("", "")
    if noun is None or not kind:
        return None
    found = before(spot, earlier, COUNTS, blocks=1)
    named = next((f.measure for f in found if f.measure is not None and kind in kinds(f.measure.key)), None)
    return brought(named, "paragraph") if named is not None else alone(noun, spot, default)


def _rate(noun: Token) -> tuple[str, str]:
    """The kind of those who make up the whole of a rate, "the UNEMPLOYMENT rate" too, and their noun."""
    rates = table("nouns")["rates"]
    before_it = [c.lemma_.lower() for c in grammar.children(noun, "compound", "amod", "nmod")]
    named = before_it if noun.lemma_.lower() in {"rate", "level"} else [noun.lemma_.lower()]
    return next((tuple(rates[n]) for n in named if n in rates), ("", ""))


def other_part(spot: Spot, earlier: Sequence[Framed], _: Acronyms) -> Mention | None:
    """The whole of the share before: "THE OTHER 90 per cent", "A FURTHER 12% were not available"."""
    lead = [t.lower_ for t in spot.close_before(2)]
    return _before(spot, earlier) if {*lead} & {*table("nouns")["remaining"]} else None


def acting_share(spot: Spot, earlier: Sequence[Framed], _: Acronyms) -> Mention | None:
    """Those of whom a bare share does something: "38% do not want a meter", "and 13% waited in vain"."""
    root = spot.root
    by = root.dep_ == "pobj" and root.head.dep_ == "agent"  # "English was passed by 76 per cent"
    verb = root.head.head if by else root.head
    if not by and (root.dep_ not in grammar.SUBJECTS or verb.pos_ not in grammar.VERBS):
        return None
    if any(t.lower_ in {"more", "less", "fewer"} for t in root.rights):
        return None
    if by:
        key = people(spot, earlier)
        return Mention(None, "people" if key == "person" else key, key, "paragraph")
    lemma = verb.lemma_.lower()
    passive = root.dep_ == "nsubjpass"  # "a fifth were never answered" is of the calls
    if lemma not in {*table("nouns")["acts"]["does"], *table("nouns")["acts"]["thinks"]} or passive:
        return _before(spot, earlier) or _last(spot, earlier)
    key = people(spot, earlier)
    return Mention(None, "people" if key == "person" else key, key, "paragraph")


def made_up(spot: Spot, _: Sequence[Framed], known: Acronyms) -> Mention | None:
    """The subject of "is" before a share with its part: "the island's OUTPUT was 41 per cent wind"."""
    verb = next((t for t in grammar.upward(spot.root) if t.pos_ in grammar.VERBS), None)
    after = spot.last.nbor() if spot.last != spot.sentence.tokens[-1] else spot.last
    if verb is None or verb.lemma_ != "be" or verb.i > spot.tokens[0].i or not grammar.is_noun(after):
        return None
    noun = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if noun is None or not grammar.is_noun(noun) or spot.holds(noun):
        return None
    return Mention(spot.sentence.span_of(noun), noun.text, noun_key(noun, known), "sentence")


def among(spot: Spot, _: Sequence[Framed], known: Acronyms) -> Mention | None:
    """The people or bodies that open the clause: "IN HOUSEHOLDS with children, 27 per cent had"."""
    first = spot.sentence.tokens[0]
    noun = next(iter(grammar.children(first, "pobj")), None) if first.lower_ in {"in", "among"} else None
    if noun is None or not (noun.tag_ == "NNPS" or (noun.tag_ == "NNS" and kinds(noun_key(noun, known)))):
        return None
    return group(noun, spot, (), known)


def again(spot: Spot, earlier: Sequence[Framed], _: Acronyms) -> Mention | None:
    """The whole of the share before it in the paragraph: "Last year it solved 9 per cent"."""
    return _before(spot, earlier)


def elsewhere(spot: Spot, earlier: Sequence[Framed], _: Acronyms) -> Mention | None:
    """The whole of a share some paragraphs back, told of another place: "IN DURHAM 4 per cent went home"."""
    if spot.figure.kind != "percentage" or not _of_place(spot):
        return None
    gone, block = 0, spot.sentence.block
    for framed in reversed(earlier):
        if framed.spot.sentence.block is not block:
            gone, block = gone + 1, framed.spot.sentence.block
        if gone > 3:
            return None
        if framed.spot.figure.kind in SHARES and framed.statistic != "change" and framed.base is not None:
            return brought(framed.base, "document")
    return None


def _of_place(spot: Spot) -> bool:
    """True under "In Durham", "Nationally", and a place that "stood at" or "reached" the share."""
    first, *after = spot.sentence.tokens[:4]
    if first.lower_ in {"in", "at", "across"} and any(t.pos_ == "PROPN" for t in after):
        return True
    if first.lower_ in {"nationally", "elsewhere"} or first.lower_.endswith("wide"):
        return True
    subject = valued(spot)
    reached = subject is not None and subject.head.lemma_.lower() in {"reach", "stand", "hit", "average"}
    return reached and subject is not None and subject.pos_ == "PROPN"


def filled(spot: Spot, _: Sequence[Framed], __: Acronyms) -> Mention | None:
    """What could be held: "the dam is 62 per cent FULL", "working at 80 per cent CAPACITY"."""
    after = spot.last.nbor() if spot.last.i + 1 < len(spot.last.doc) else spot.last
    return alone(after, spot, "capacity") if after.lower_ in {"full", "capacity"} else None


#: How a share that stands without its whole tells it, from the words beside it to those before.
SHARE_LEVELS = (filled, share_of, rate_of, among, other_part, made_up, acting_share, again, elsewhere)


def _before(spot: Spot, earlier: Sequence[Framed]) -> Mention | None:
    """The whole of the last share in the paragraph, a rate of change left out."""
    shares = (f for f in before_any(spot, earlier) if f.spot.figure.kind in SHARES)
    last = next((f for f in shares if f.statistic != "change"), None)
    return brought(last.base, "paragraph") if last is not None and last.base is not None else None


def _last(spot: Spot, earlier: Sequence[Framed]) -> Mention | None:
    """What the last count of the paragraph counts."""
    found = before(spot, earlier, COUNTS, blocks=0)
    named = next((f.measure for f in found if f.measure is not None), None)
    return brought(named, "paragraph") if named is not None else None
