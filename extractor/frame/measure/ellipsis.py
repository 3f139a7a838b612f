"""The noun that print leaves out: what a reader carries over from the figure before.

330 episodes (56 per cent)                    the same thing again, in brackets
half of the contracts, 26 of 52               a part and its whole
rose to 91,160 visits, from 86,000            the other end of a movement
Eight could boast a full record               whatever was counted last
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractor.frame.earlier import (
    REMEMBERED,
    Framed,
    before,
    empty_nouns,
    in_sentence,
    same_value,
)
from extractor.frame.grammar import SUBJECTS
from extractor.frame.keys import Acronyms, noun_key
from extractor.frame.sentences import Spot
from extractor.lexicon import table
from extractor.model import Found, Mention, Span
from extractor.nouns import kinds
from extractor.regexes import Regex

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Kinds that count things; the others measure something.
COUNTS = frozenset({"count", "rate"})
SHARES = frozenset({"percentage", "ratio"})
#: Words before the second value of a pair, and between two values that are told of one thing.
_OTHER_END = Regex(
    r"(?:\b(?:up|down)\s+(?:from|on|to)|\bagainst|\bversus|\bcompared (?:with|to)"
    r"|\b(?:more|fewer|less) than(?=\s+the\s)|\b(?:below|above|beyond)(?=\s+the\s)"
    r"|^(?:\W*+[\w’'-]++){0,4}\W+(?:from|to))"
    r"\s+(?:(?:only|just|about|the|around|some)\s+)*$",
    re.IGNORECASE,
)
_OUT_OF = Regex(r"\s+(?:out\s+)?of\s+(?:just\s+|only\s+|about\s+|some\s+)*", re.IGNORECASE)
_PART_OF = Regex(r"\s+(?:out\s+)?of\s+(?:(?:the|its|their|his|her|those|these|all)\s+)?")
_FOREMOST = frozenset({"nsubj", "nsubjpass", "dobj"})
#: What leads to where the things counted are: "in 12 hospitals", "at 26 sites".
_PLACING = frozenset({"in", "at", "across", "on", "over", "around", "throughout"})
_FURTHER = Regex(r"\s*(?:more|fewer|less)\s+(?:than|on)\b|\s*(?:up|down)\b", re.IGNORECASE)
#: Kinds of two figures that may say one thing twice.
_ONE_THING = ({"count", "percentage"}, {"count", "ratio"}, {"ratio", "percentage"})


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure, and its head noun where that stands in the figure's own sentence."""

    mention: Mention
    noun: Token | None = None
    #: The claim that the figure goes on with, so that what happened and did not holds for it too.
    host: Framed | None = None


def brought(mention: Mention, found: Found) -> Mention:
    """A mention carried over, marked with how far it came; a guess stays one."""
    return mention if mention.found == "guess" else replace(mention, found=found)


def restated(spot: Spot, earlier: Sequence[Framed], _: Acronyms) -> Measured | None:
    """What the figure just before counts, where this one says it again: "(56 per cent)"."""
    host = next(in_sentence(spot, earlier), None)
    if host is None or host.measure is None or not _says_again(spot, host.spot):
        return None
    # "An increase of 6 per cent, or 294,168": no increases are counted.
    if spot.figure.kind in COUNTS and host.measure.key in empty_nouns():
        return None
    return Measured(brought(host.measure, "sentence"), host.noun, host)


def other_end(spot: Spot, earlier: Sequence[Framed], _: Acronyms) -> Measured | None:
    """What the figure before counts, where this one is set beside it: "to 91,160 visits, FROM 86,000"."""
    host = next((f for f in in_sentence(spot, earlier) if _alike(f.spot, spot)), None)
    if host is None or host.measure is None or not _set_beside(spot, host.spot):
        return None
    return Measured(brought(host.measure, "sentence"), host.noun, None if _part(spot) else host)


def gone_on(spot: Spot, earlier: Sequence[Framed], _: Acronyms) -> Measured | None:
    """What an earlier figure counts, taken up by a pronoun: "THAT IS 45%", "a year ago IT WAS 38"."""
    host = taken_up(spot, earlier)
    carried_on = _from(host, spot) if host is not None else None
    return replace(carried_on, host=host) if carried_on is not None else None


def taken_up(spot: Spot, earlier: Sequence[Framed]) -> Framed | None:
    """The claim that a figure goes on with after "that is" or "it was"."""
    root = spot.root
    verb = root.head if root.head.lemma_ == "be" else root
    said = next((t for t in verb.children if t.dep_ == "nsubj" and t.i < root.i), None)
    if verb.lemma_ != "be" or said is None or spot.figure.kind not in COUNTS | SHARES:
        return None
    if said.lower_ == "which" and spot.figure.kind in SHARES:
        # As in: 130,000 beds were occupied, which is 92%.
        host = next(in_sentence(spot, earlier), None)
        return host if host is not None and host.spot.figure.kind in COUNTS else None
    if said.lower_ in {"that", "this"}:
        if any(c.dep_ == "relcl" for t in (root, root.head) if t != verb for c in t.children):
            return None  # "That's 80 per cent who never had a letter"
        return _of_pair(list(before(spot, earlier, COUNTS | SHARES)))
    family = SHARES if spot.figure.kind in SHARES else frozenset({spot.figure.kind})
    again = said.lower_ == "it" or _stands_for_figure(said)
    return next(before(spot, earlier, family), None) if again else None


def _of_pair(found: Sequence[Framed]) -> Framed | None:
    """The nearest figure, or its part: "FIVE of the 13 were shut. That is 38 per cent"."""
    if len(found) > 1 and found[1].spot.sentence.block is found[0].spot.sentence.block:
        left, _ = _around(found[0].spot, found[1].spot)
        if _PART_OF.fullmatch(left):
            return found[1]
    return found[0] if found else None


def _stands_for_figure(noun: Token) -> bool:
    """True for "the share", "the figure" with nothing that says of what."""
    alone = [t for t in noun.children if not t.is_punct]
    return noun.lemma_.lower() in table("nouns")["again"] and [t.lower_ for t in alone] == ["the"]


def named_before(spot: Spot, earlier: Sequence[Framed], _: Acronyms) -> Measured | None:
    """What THE same number counted before: "all but 37 of the buildings ... his garage was one of the 37"."""
    first = spot.tokens[0]
    definite = first.i > spot.sentence.tokens[0].i and first.nbor(-1).lower_ == "the"
    if not definite or spot.figure.kind != "count" or (spot.figure.value or 0) < 3:
        return None
    twin = same_value(spot, earlier)
    return _from(twin, spot) if twin is not None else None


def carried(spot: Spot, earlier: Sequence[Framed], known: Acronyms) -> Measured | None:
    """What the nearest figure before counts: "EIGHT could boast", "compared with 30"."""
    return carry(spot, earlier, known)


def carry(
    spot: Spot, earlier: Sequence[Framed], known: Acronyms, *, pronoun: bool = False, people: bool = False
) -> Measured | None:
    """What the figure of the same value, or else the nearest, counts; of people only if asked.

    A `pronoun` ("ten of THEM") may go back to things that were named without a number.
    """
    named = COUNTS if spot.figure.kind in COUNTS | SHARES else frozenset({spot.figure.kind})
    # A bare number goes back to its own paragraph and no further: beyond, half of the guesses are wrong.
    blocks = 1 if pronoun and spot.figure.kind in COUNTS else 0
    found = (f for f in before(spot, earlier, named, blocks) if not people or _is_people(f))
    twin = same_value(spot, earlier) if spot.figure.kind in COUNTS else None
    nearest = twin or _foremost(spot, found)
    if nearest is not None and (twin is not None or nearest.spot.sentence.block is spot.sentence.block):
        return _from(nearest, spot)
    spoken = topic(spot, known) if pronoun else None
    return spoken or (_from(nearest, spot) if nearest is not None else None)


def _foremost(spot: Spot, found: Iterator[Framed]) -> Framed | None:
    """The nearest figure, or one before it in its sentence that stands in a better place there.

    "420 pies were sent in by 105 bakeries. SIXTY-THREE were thrown out": pies, of which the sentence speaks.
    """
    nearest = next(found, None)
    free = spot.root.dep_ in {*SUBJECTS, "conj", "dobj", "appos"} and not _led(spot)
    if nearest is None or not _aside(nearest) or not free:
        return nearest
    same = [f for f in found if f.spot.sentence.span == nearest.spot.sentence.span]
    first = next((f for f in same if f.noun is not None and f.noun.dep_ in _FOREMOST), None)
    # "It gave trackers to 1,300 nurses IN 12 HOSPITALS. Fifty-two gave up": nurses.
    placed = nearest.noun is not None and nearest.noun.head.lower_ in _PLACING
    return first or (
        next((f for f in same if f.noun is not None and not _placed(f)), nearest) if placed else nearest
    )


def _placed(framed: Framed) -> bool:
    return framed.noun is not None and framed.noun.dep_ == "pobj" and framed.noun.head.lower_ in _PLACING


def _led(spot: Spot) -> bool:
    """True for "one for EVERY 430", "OF the 40", "IN 12"."""
    before_it = spot.close_before(2)
    return any(t.pos_ == "ADP" or t.lower_ in {"every", "each"} for t in before_it)


def _aside(framed: Framed) -> bool:
    """True for what is counted in a phrase like "by 105 bakeries", "to six islands"."""
    return framed.noun is not None and framed.noun.dep_ == "pobj" and framed.noun.head.lower_ != "of"


def printed_as(number: str, spot: Spot, earlier: Sequence[Framed]) -> Measured | None:
    """What the earlier count that was printed so counts: "four of THE NINE" after "nine customers"."""
    for framed in reversed(earlier[-REMEMBERED:]):
        counted = framed.measure is not None and framed.spot.figure.kind in COUNTS
        if counted and framed.spot.figure.text.casefold().endswith(number.casefold()):
            return _from(framed, spot)
    return None


def _from(framed: Framed, spot: Spot) -> Measured | None:
    """A measure carried over, marked with how far it came."""
    if framed.measure is None:
        return None
    here = framed.spot.sentence.span == spot.sentence.span
    block = framed.spot.sentence.block is spot.sentence.block
    where: Found = "sentence" if here else "paragraph" if block else "document"
    return Measured(brought(framed.measure, where), framed.noun if here else None)


def _part(spot: Spot) -> bool:
    """True for the whole of a part: in "26 of 52" what happened to the 26 did not happen to all 52."""
    first = spot.tokens[0]
    return bool(first.i > 0 and first.nbor(-1).lower_ == "of")


def topic(spot: Spot, known: Acronyms, *, back: bool = False) -> Measured | None:
    """The things that the words before speak of: "The ferries are old. NINE of them are to go".

    With `back` only those of the sentence before, not of the figure's own.
    """
    if spot.figure.kind not in COUNTS:
        return None
    doc, first = spot.last.doc, spot.sentence.tokens[0].i
    here = list(doc[first : spot.tokens[0].i])
    before_it = [t for t in doc[max(0, first - 40) : first] if t.sent.end == first]
    nouns = (_subjects(tokens, known) for tokens in (() if back else here, before_it))
    noun = next((n for found in nouns for n in found), None)
    if noun is None:
        return None
    span = Span(spot.sentence.offset + noun.idx, spot.sentence.offset + noun.idx + len(noun))
    return Measured(Mention(span, noun.text, noun_key(noun, known), "paragraph"))


def _subjects(tokens: Sequence[Token], known: Acronyms) -> Iterator[Token]:
    plural = (t for t in tokens if t.dep_ in {"nsubj", "nsubjpass"} and t.tag_ in {"NNS", "NNPS"})
    return (t for t in plural if noun_key(t, known) not in empty_nouns())


def _is_people(framed: Framed) -> bool:
    return framed.measure is not None and bool(kinds(framed.measure.key) & {"person", "organisation"})


def _alike(a: Spot, b: Spot) -> bool:
    return a.figure.kind == b.figure.kind or {a.figure.kind, b.figure.kind} <= COUNTS


def _set_beside(spot: Spot, host: Spot) -> bool:
    """True for the second of a pair ("from 86,000") and for a difference ("five more than")."""
    between, after = _around(spot, host)
    if _OTHER_END.search(between) is not None or _OUT_OF.fullmatch(between) is not None:
        return True
    return between.rstrip().endswith((",", "–", "—")) and _FURTHER.match(after) is not None


def _says_again(spot: Spot, host: Spot) -> bool:
    """True for a figure in brackets or between commas right after another of another kind."""
    left, right = _around(spot, host)
    kinds_of_both = {host.figure.kind, spot.figure.kind}
    if re.search(r"\(\s*(?:or\s+)?$", left):
        return len(kinds_of_both) > 1 and right[:1] in {")", ",", ";"} and left.count("(") == 1
    opens = (
        re.search(r"[,–—]\s*(?:or\s+|that is\s+|an? (?:\w+ )?(?:rate|share|proportion) of\s+)?$", left)
        is not None
    )
    closes = re.match(r"\s*(?:[,.;:)–—]|$)|\s+(?:out\s+)?of\s+\d", right) is not None
    return kinds_of_both in _ONE_THING and opens and closes and ";" not in left


def _around(spot: Spot, host: Spot) -> tuple[str, str]:
    """The print between two figures of one block, and that after the second."""
    text, offset = spot.sentence.printed, spot.sentence.offset
    end = spot.figure.span.end - offset
    return text[host.figure.span.end - offset : spot.figure.span.start - offset], text[end : end + 40]
