"""The whole that a share is taken of: "of all missing episodes", "of those with private agencies".

The text of a base keeps the words that narrow it, because they alone tell two groups apart:
"children placed directly with the local authority", "those with private fostering agencies".
The key is the head noun's lemma; "those" has the key of the noun that it stands for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.frame import grammar
from extractor.frame.earlier import Framed, before, before_any, in_sentence
from extractor.frame.ellipsis import COUNTS, SHARES, Measured
from extractor.frame.keys import Acronyms, noun_key
from extractor.frame.movement import moved
from extractor.frame.reach import linear_of, number_before, owned
from extractor.frame.sentences import Spot
from extractor.lexicon import table
from extractor.model import Mention
from extractor.nouns import kinds

if TYPE_CHECKING:
    from spacy.tokens import Token


def base_of(
    spot: Spot, measured: Measured | None, earlier: Sequence[Framed], known: Acronyms
) -> Mention | None:
    """The whole of a share, or of a count that is a part ("25 of 70 occasions"); None if unknown."""
    whole = _whole(spot)
    if whole is not None:
        return _group(whole, spot, earlier, known)
    if measured is not None and measured.host is not None:
        return _of_host(measured.host, spot)
    if spot.figure.kind not in SHARES or moved(spot, None).statistic == "change" or _beyond(spot):
        return None
    listed = _listed(spot, earlier)
    if listed is not None:
        return replace(listed, found="sentence")
    beside = _beside(spot, measured) if measured is not None else None
    if beside is not None:
        return beside
    told = next(filter(None, (level(spot, earlier, known) for level in SHARE_LEVELS)), None)
    # What was counted just before: "there were 40 dogs, and 12 per cent".
    carried = measured is not None and measured.mention.found not in {"here", "document"}
    return told or (measured.mention if measured is not None and carried else None)


def _beyond(spot: Spot) -> bool:
    """True for how far one value is from another: "20 per cent DOWN on", "4% ABOVE the £81m"."""
    after = spot.last.nbor().lower_ if spot.last.i + 1 < len(spot.last.doc) else ""
    return after in {"down", "up", "higher", "lower", "below", "above"}


def _of_host(host: Framed, spot: Spot) -> Mention | None:
    """The whole of what the figure says again: "25 of 70 OCCASIONS, 36 per cent", "504 INSPECTIONS, 16%".

    What says a change again ("a rise of 3,400, or 2.5%") is a share of nothing, nor is what says an amount
    again a share of the thing that cost it ("energy takes £632, or 51 per cent").
    """
    if host.base is not None or spot.figure.kind not in SHARES:
        return host.base
    whole = host.statistic != "change" and host.spot.figure.kind in COUNTS
    return host.measure if whole else None


def share_of(spot: Spot, earlier: Sequence[Framed], known: Acronyms) -> Mention | None:
    """The whole of a share that is called one: "cold brew's slice of the BUSINESS stood at 14 percent"."""
    beside = spot.root.head if spot.root.dep_ in {"nmod", "amod", "compound", "nummod"} else None
    noun = beside if beside is not None and grammar.is_noun(beside) else _valued(spot)
    if noun is None or noun.lemma_.lower() not in table("nouns")["shares"]:
        return None
    whole = grammar.of_noun(noun, "of", "in")
    if whole is None:
        return _before(spot, earlier)
    return _group(grammar.noun_end(whole) if grammar.is_noun(whole) else whole, spot, earlier, known)


def rate_of(spot: Spot, earlier: Sequence[Framed], _: Acronyms) -> Mention | None:
    """Those who could have: "a TURNOUT of 65 per cent" of the members who were counted before."""
    noun = grammar.noun_above(spot.root) or _valued(spot)
    kind, default = _rate(noun) if noun is not None else ("", "")
    if noun is None or not kind:
        return None
    found = before(spot, earlier, COUNTS, blocks=1)
    named = next((f.measure for f in found if f.measure is not None and kind in kinds(f.measure.key)), None)
    return replace(named, found="paragraph") if named is not None else _alone(noun, spot, default)


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
        key = _people(spot, earlier)
        return Mention(None, "people" if key == "person" else key, key, "paragraph")
    lemma = verb.lemma_.lower()
    passive = root.dep_ == "nsubjpass"  # "a fifth were never answered" is of the calls
    if lemma not in {*table("nouns")["acts"]["does"], *table("nouns")["acts"]["thinks"]} or passive:
        return _before(spot, earlier) or _last(spot, earlier)
    key = _people(spot, earlier)
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
    return _group(noun, spot, (), known)


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
            return replace(framed.base, found="document")
    return None


def _of_place(spot: Spot) -> bool:
    """True under "In Durham", "Nationally", and a place that "stood at" or "reached" the share."""
    first, *after = spot.sentence.tokens[:4]
    if first.lower_ in {"in", "at", "across"} and any(t.pos_ == "PROPN" for t in after):
        return True
    if first.lower_ in {"nationally", "elsewhere"} or first.lower_.endswith("wide"):
        return True
    subject = _valued(spot)
    reached = subject is not None and subject.head.lemma_.lower() in {"reach", "stand", "hit", "average"}
    return reached and subject is not None and subject.pos_ == "PROPN"


def filled(spot: Spot, _: Sequence[Framed], __: Acronyms) -> Mention | None:
    """What could be held: "the dam is 62 per cent FULL", "working at 80 per cent CAPACITY"."""
    after = spot.last.nbor() if spot.last.i + 1 < len(spot.last.doc) else spot.last
    return _alone(after, spot, "capacity") if after.lower_ in {"full", "capacity"} else None


#: How a share that stands without its whole tells it, from the words beside it to those before.
SHARE_LEVELS = (filled, share_of, rate_of, among, other_part, made_up, acting_share, again, elsewhere)


def _valued(spot: Spot) -> Token | None:
    """The subject of the verb that gives it the figure: "the SHARE reached 26 per cent"."""
    root = spot.root
    if root.dep_ in grammar.SUBJECTS:
        return None
    verb = next((t for t in grammar.upward(root) if t.pos_ in grammar.VERBS), None)
    return grammar.subject_of(verb) if verb is not None else None


def _before(spot: Spot, earlier: Sequence[Framed]) -> Mention | None:
    """The whole of the last share in the paragraph, a rate of change left out."""
    shares = (f for f in before_any(spot, earlier) if f.spot.figure.kind in SHARES)
    last = next((f for f in shares if f.statistic != "change"), None)
    return replace(last.base, found="paragraph") if last is not None and last.base is not None else None


def _last(spot: Spot, earlier: Sequence[Framed]) -> Mention | None:
    """What the last count of the paragraph counts."""
    found = before(spot, earlier, COUNTS, blocks=0)
    named = next((f.measure for f in found if f.measure is not None), None)
    return replace(named, found="paragraph") if named is not None else None


def _alone(noun: Token, spot: Spot, key: str) -> Mention:
    return Mention(spot.sentence.span_of(noun), noun.text, key, "sentence")


def _beside(spot: Spot, measured: Measured) -> Mention | None:
    """The measure as the whole: "one in five CHILDREN"."""
    noun = measured.noun
    near = noun is not None and 0 < noun.i - spot.last.i <= 3 and spot.figure.kind == "ratio"
    near = near and not (noun is not None and _is_verb(noun, spot))
    return measured.mention if near and measured.mention.found == "here" else None


def _is_verb(noun: Token, spot: Spot) -> bool:
    """True for the verb of "seven in ten EAT there", which the parser takes for a noun."""
    several = spot.figure.text.split()[0].lower() not in {"one", "1", "a", "an"}
    return several and noun.tag_ == "NN" and noun.i == spot.last.i + 1


def _listed(spot: Spot, earlier: Sequence[Framed]) -> Mention | None:
    """The whole of the share before in a list: "46 per cent picked A, 35 per cent B"."""
    host = next((f for f in in_sentence(spot, earlier) if f.spot.figure.kind in SHARES), None)
    if host is None or host.base is None or host.statistic == "change":
        return None
    # "Women were likelier than men to say so, 49 per cent against 43" speaks of two groups.
    apart = any(t.lower_ in {"likelier", "likely"} for t in spot.sentence.tokens)
    return None if apart else host.base


def _whole(spot: Spot) -> Token | None:
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


def _group(whole: Token, spot: Spot, earlier: Sequence[Framed], known: Acronyms) -> Mention | None:
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
    noun = _valued(spot)
    plural = noun is not None and noun.tag_ == "NNS"
    return _alone(noun, spot, noun.lemma_.lower()) if noun is not None and plural else None


def _named(spot: Spot, earlier: Sequence[Framed]) -> Iterator[Mention]:
    found = before(spot, earlier, COUNTS, blocks=1)
    return (f.measure for f in found if f.measure is not None)


def _stood_for(pronoun: Token, spot: Spot, earlier: Sequence[Framed]) -> str | None:
    """The key of what a pronoun stands for: the last whole in the sentence, or the last thing counted."""
    verb = spot.root.head if spot.root.dep_ == "nsubj" else spot.root
    if pronoun.lower_ == "them" and verb.lemma_.lower() in table("nouns")["acts"]["does"]:
        return _people(spot, earlier)
    if pronoun.lower_ in {"it", "that", "this"}:
        amounts = (f.measure.key for f in before_any(spot, earlier) if f.measure is not None)
        return next(amounts, None)
    after = pronoun.nbor() if pronoun.i + 1 < len(pronoun.doc) else pronoun
    if pronoun.lower_ == "those" and (after.lower_ == "who" or after.tag_ in {"VBN", "VBG"}):
        return _people(spot, earlier)
    here = next((f.base.key for f in in_sentence(spot, earlier) if f.base is not None), None)
    return here or next(_counted(spot, earlier), None)


def _people(spot: Spot, earlier: Sequence[Framed]) -> str:
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
