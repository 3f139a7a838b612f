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
from extractor.frame.earlier import Framed, before, in_sentence
from extractor.frame.ellipsis import SHARES, Measured
from extractor.frame.keys import Acronyms, noun_key
from extractor.frame.sentences import Spot
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
        host = measured.host
        return host.base or (host.measure if spot.figure.kind in SHARES else None)
    if spot.figure.kind not in SHARES:
        return None
    listed = _listed(spot, earlier)
    if listed is not None:
        return replace(listed, found="sentence")
    return _of_measure(spot, measured) if measured is not None else None


def _of_measure(spot: Spot, measured: Measured) -> Mention | None:
    """The measure as the whole: "one in five CHILDREN", or what was counted just before."""
    noun = measured.noun
    if measured.mention.found == "here":
        beside = noun is not None and 0 < noun.i - spot.last.i <= 3 and spot.figure.kind == "ratio"
        return measured.mention if beside else None
    return measured.mention if measured.mention.found != "document" else None


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
    whole = grammar.of_noun(spot.root, *words)
    if whole is None or spot.holds(whole) or whole.pos_ not in grammar.NOUNS | {"PRON", "DET"}:
        return None
    return grammar.noun_end(whole) if grammar.is_noun(whole) else whole


def _group(whole: Token, spot: Spot, earlier: Sequence[Framed], known: Acronyms) -> Mention | None:
    last = _narrowed(whole)
    first = grammar.phrase_start(whole, spot.last.i + 2) if grammar.is_noun(whole) else whole
    span = spot.sentence.span_of(first, last)
    text = whole.doc[first.i : last.i + 1].text
    if grammar.is_noun(whole):
        return Mention(span, text, noun_key(whole, known))
    key = _stood_for(whole, spot, earlier)
    return Mention(span, text, key, "sentence") if key is not None else None


def _stood_for(pronoun: Token, spot: Spot, earlier: Sequence[Framed]) -> str | None:
    """The key of what a pronoun stands for: the last whole in the sentence, or the last thing counted."""
    after = pronoun.nbor() if pronoun.i + 1 < len(pronoun.doc) else pronoun
    if pronoun.lower_ == "those" and (after.lower_ == "who" or after.tag_ in {"VBN", "VBG"}):
        return _people(spot, earlier)
    here = next((f.base.key for f in in_sentence(spot, earlier) if f.base is not None), None)
    return here or next(_counted(spot, earlier), None)


def _people(spot: Spot, earlier: Sequence[Framed]) -> str:
    """The people or bodies last counted, for "those polled", "those who answered"; else simply persons."""
    alive = {"person", "organisation", "household"}
    return next((k for k in _counted(spot, earlier) if kinds(k) & alive), "person")


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
