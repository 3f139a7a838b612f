"""Bare numbers that neither grammar nor the figure before explains: "the theatre seats 1,200".

The levels come after those that find a noun in the figure's own words. Each is told by one small
sign: a relative "who", a verb of holding people, a noun that the next figure brings; the last ones
go back to what the whole text counts, or to people, of whom print speaks most often without a noun.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from extractor.frame import grammar
from extractor.frame.earlier import Framed, before, empty_nouns, in_sentence
from extractor.frame.keys import Acronyms
from extractor.frame.measure.ellipsis import COUNTS, Measured, brought, carry, topic
from extractor.frame.measure.reach import through
from extractor.frame.sentences import Spot
from extractor.lexicon import table
from extractor.model import Mention
from extractor.nouns import kinds

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Tokens in which the noun that is still to come has to stand: "built for 240, held 391 INMATES".
_AHEAD = 12
_ALIVE = frozenset({"person", "organisation", "household", "animal"})
#: Kinds whose nouns are verbs as well: "612 WAIT on trolleys", "300 CALL for a ban", "90 VISIT in a day".
_DEEDS = frozenset({"wait", "request", "treatment", "offence", "event"})


def others(spot: Spot, earlier: Sequence[Framed], known: Acronyms) -> Measured | None:
    """More of what was counted, or people: "another 96 MORE", "he beat 41 OTHERS"."""
    told = carry(spot, earlier, known) or topical(spot, earlier, known)
    # "1,344 more than it was" tells a difference, of whatever.
    if told or spot.figure.kind != "count" or any(t.lower_ == "than" for t in spot.sentence.tokens):
        return told
    return Measured(Mention(None, "people", "person", "document"))


def who_did(spot: Spot, earlier: Sequence[Framed], known: Acronyms) -> Measured | None:
    """The people of a number with a "who": "of the 40 WHO applied", "nine of those WHO answered"."""
    after = spot.sentence.tokens[-1] if spot.last == spot.sentence.tokens[-1] else spot.last.nbor()
    if spot.figure.kind not in COUNTS or after.lower_ not in {"who", "whose"}:
        return None
    return people(spot, earlier, known)


def held(spot: Spot, earlier: Sequence[Framed], known: Acronyms) -> Measured | None:
    """The people for whom there is room: "the theatre SEATS 1,200", "ROOM FOR 300", "with 52 ON BOARD"."""
    words, root = table("nouns")["acts"], spot.root
    after = [t.lower_ for t in spot.close_behind(2)]
    before_it = [t.lower_ for t in spot.close_before(3)]
    aboard = after[:1] == ["aboard"] or after == ["on", "board"]
    room = before_it[-1:] == ["for"] and bool({*before_it} & {*words["room"]})
    seats = root.head.lemma_.lower() in words["seats"] and not _counts_things(root)
    return people(spot, earlier, known) if aboard or room or (seats and root.dep_ == "dobj") else None


def _counts_things(root: Token) -> bool:
    return grammar.is_noun(root) or any(grammar.is_noun(c) for c in root.rights)


def polled(spot: Spot, earlier: Sequence[Framed], __: Acronyms) -> Measured | None:
    """The votes of a result: "31,420 AGAINST and 22,750 IN FAVOR", "the bill PASSED 217 to 213"."""
    tokens = spot.sentence.tokens
    after = [t.lower_ for t in spot.close_behind(2)]
    before_it = spot.close_before(6)
    words = table("nouns")["acts"]
    sides = after[:1] == ["against"] or after in (["in", "favour"], ["in", "favor"])
    told = sides and _counts_votes(spot, earlier) and any(t.lemma_.lower() in words["voting"] for t in tokens)
    to = after[:1] == ["to"] and tokens[-1].i > spot.last.i + 1 and spot.last.nbor(2).like_num
    second = len(before_it) > 1 and before_it[-1].lower_ == "to" and before_it[-2].like_num
    result = (to or second) and (
        any(t.lemma_.lower() in words["decides"] for t in before_it) or _turned_down(spot, words)
    )
    return Measured(Mention(None, "votes", "vote")) if told or result else None


def _counts_votes(spot: Spot, earlier: Sequence[Framed]) -> bool:
    """True if the figures before in the sentence count votes, or there is none that counts anything."""
    counted = (f.measure.key for f in in_sentence(spot, earlier) if f.measure is not None)
    return next(counted, "vote") == "vote"


def _turned_down(spot: Spot, words: Mapping[str, Sequence[str]]) -> bool:
    """True under "voters TURNED the levy DOWN on Tuesday, 3,412 to 2,987"."""
    before_it = spot.before
    if not any(t.text in {",", "("} for t in before_it[-3:]):
        return False
    down = any(t.lower_ == "down" and t.head.lemma_.lower() in words["down"] for t in before_it)
    return down or any(t.lemma_.lower() in words["decides"] for t in before_it)


def put_at(spot: Spot, earlier: Sequence[Framed], known: Acronyms) -> Measured | None:
    """The object of a verb that gives it a value: "put the NUMBER OF DEAD at 214", "set the LIMIT at 40"."""
    prep = spot.root.head
    verb = prep.head
    if prep.lower_ != "at" or verb.lemma_.lower() not in table("nouns")["acts"]["puts"]:
        return None
    noun = next((c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}), None)
    if noun is None or not grammar.is_noun(noun):
        return None
    found = through(noun, spot, known)
    return carry(spot, earlier, known) if found.mention.key in empty_nouns() else found


def stood_for(spot: Spot, earlier: Sequence[Framed], known: Acronyms) -> Measured | None:
    """What economists and the like "had expected" instead: "above the 180,000 that ECONOMISTS EXPECTED"."""
    tokens = spot.ahead(7)
    at = next(
        (n for n, t in enumerate(tokens) if t.lemma_.lower() in table("nouns")["acts"]["expects"]), None
    )
    led = spot.tokens[0].i > 0 and spot.tokens[0].nbor(-1).lower_ in {"the", "than"}
    if at is None or not led or not any(t.tag_ in {"NNS", "NNP"} for t in tokens[:at]):
        return None
    passed = all(t.pos_ in {"NOUN", "PROPN", "AUX", "ADJ", "PART", "PRON", "DET", "ADV"} for t in tokens[:at])
    return carry(spot, earlier, known) if passed else None


def verb_after(spot: Spot, earlier: Sequence[Framed], known: Acronyms) -> Measured | None:
    """Whoever does what the parser took for a noun: "at least 70 SLEEP on the floor", "12 RELAPSE"."""
    verb = spot.last.nbor() if spot.last != spot.sentence.tokens[-1] else None
    if verb is None or not _misread(verb, spot):
        return None
    return carry(spot, earlier, known) or people(spot, earlier, known)


def _misread(word: Token, spot: Spot) -> bool:
    """True for a singular noun after a number above one in a clause that has no other verb."""
    value = spot.figure.value
    several = value is not None and value > 1 and spot.figure.kind in COUNTS
    if several and word.lower_ in table("nouns")["acts"]["flees"] and word.i + 1 < len(word.doc):
        return word.tag_ not in {"NNS", "NNPS"}
    if not several or word.tag_ != "NN" or not kinds(word.lemma_.lower()) <= _DEEDS:
        return False
    if word.lower_ in table("nouns")["uncounted"] or word.i + 1 >= len(word.doc):
        return False
    clause = _clause(word)
    following = word.nbor()
    onward = following.pos_ in {"ADP", "ADV", "PART", "PUNCT"} and following.text not in {"-", "of"}
    return onward and not any(t.pos_ in grammar.VERBS for t in clause if t != word)


def _clause(token: Token) -> list[Token]:
    """The tokens of a sentence between the commas, colons, "and" and "as" around a token."""
    ends = {",", ";", ":", "and", "as", "but", "while"}
    sentence = list(token.sent)
    at = sentence.index(token)
    start = next((i + 1 for i in range(at - 1, -1, -1) if sentence[i].lower_ in ends), 0)
    stop = next((i for i in range(at + 1, len(sentence)) if sentence[i].lower_ in ends), len(sentence))
    return sentence[start:stop]


def ahead(spot: Spot, _: Sequence[Framed], known: Acronyms) -> Measured | None:
    """The noun of the next number in the sentence: "built for 240, held 391 INMATES"."""
    tokens = spot.close_behind(_AHEAD)
    number = next((t for t in tokens if t.like_num and t.dep_ == "nummod"), None)
    if number is None or not grammar.is_noun(number.head) or number.head.tag_ not in {"NNS", "NNPS"}:
        return None
    noun = grammar.noun_end(number.head)
    timed = noun.lemma_.lower() in {*table("nouns")["time"], *table("nouns")["vague"]}
    return None if timed or noun.i < number.i else through(noun, spot, known)


def topical(spot: Spot, earlier: Sequence[Framed], known: Acronyms) -> Measured | None:
    """What the sentence before speaks of, or what the paragraph before counts, for a bare number as subject.

    In any other place ("confirmed the disease in 52") two guesses of three would be wrong.
    """
    spoken = topic(spot, known, back=True)
    if spoken is not None or spot.figure.kind not in COUNTS or spot.root.dep_ not in grammar.SUBJECTS:
        return spoken
    counted = [f.measure for f in before(spot, earlier, COUNTS, blocks=1) if f.measure is not None]
    keys = Counter(m.key for m in counted)
    if not counted or keys[counted[0].key] < max(keys.values()):
        return None
    return Measured(brought(counted[0], "document"))


def people(spot: Spot, earlier: Sequence[Framed], known: Acronyms) -> Measured:
    """Those who were counted last where they are alive or of no known kind, else simply people."""
    last = carry(spot, earlier, known, people=True)
    alive = last is not None and (not kinds(last.mention.key) or kinds(last.mention.key) & _ALIVE)
    return last if last is not None and alive else Measured(Mention(None, "people", "person"))
