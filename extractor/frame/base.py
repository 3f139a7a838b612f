"""The whole that a share is taken of: "of all missing episodes", "of those with private agencies".

The text of a base keeps the words that narrow it, because they alone tell two groups apart:
"children placed directly with the local authority", "those with private fostering agencies".
The key is the head noun's lemma; "those" has the key of the noun that it stands for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.frame import grammar
from extractor.frame.earlier import Framed, before
from extractor.frame.ellipsis import COUNTS, SHARES, Measured
from extractor.frame.keys import Acronyms, noun_key
from extractor.frame.sentences import Spot
from extractor.model import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token


def base_of(
    spot: Spot, measured: Measured | None, earlier: Sequence[Framed], known: Acronyms
) -> Mention | None:
    """The whole of a share, or of a count that is a part ("25 of 70 occasions"); None if unknown."""
    whole = _whole(spot)
    if whole is not None:
        return _group(whole, spot, earlier, known)
    if measured is not None and measured.restates and earlier:
        return earlier[-1].base or (earlier[-1].measure if spot.figure.kind in SHARES else None)
    if spot.figure.kind not in SHARES or measured is None:
        return None
    found = measured.mention.found
    return measured.mention if found != "here" or measured.noun is None else None


def _whole(spot: Spot) -> Token | None:
    """The noun or pronoun after "of", "out of", "among" or, on shares, "for"."""
    words = ("of", "among", "for", "in") if spot.figure.kind == "percentage" else ("of", "among")
    for holder in (spot.root, spot.root.head if spot.figure.kind in COUNTS else spot.root):
        whole = grammar.of_noun(holder, *words[:3])
        if whole is not None and not spot.holds(whole) and (whole.pos_ in grammar.NOUNS | {"PRON", "DET"}):
            return whole if holder is spot.root else None
    return None


def _group(whole: Token, spot: Spot, earlier: Sequence[Framed], known: Acronyms) -> Mention:
    last = _narrowed(whole)
    first = grammar.phrase_start(whole, spot.last.i + 2) if grammar.is_noun(whole) else whole
    span = spot.sentence.span_of(first, last)
    text = whole.doc[first.i : last.i + 1].text
    if grammar.is_noun(whole):
        return Mention(span, text, noun_key(whole, known))
    nearest = next(before(spot, earlier, frozenset({"count", "rate", "percentage", "ratio"})), None)
    key = nearest.measure.key if nearest is not None and nearest.measure is not None else whole.lower_
    return replace(Mention(span, text, key), found="sentence")


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
