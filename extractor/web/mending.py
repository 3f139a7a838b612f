"""Corrections laid over claims: a person's words for a slot become a mention with a key.

The key is what slots meet under. It is taken from a mention of the same words in the same text where there
is one, and from the grammar of the words where there is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.errors import InputError
from extractor.frame.keys import acronyms, noun_key
from extractor.frame.place.names import gazetteer
from extractor.model import Claim, Correction, Document, Mention, Period, Review, Slot, Span
from extractor.periods import find_periods, resolve

if TYPE_CHECKING:
    from spacy.language import Language

#: Slots in the order of a form, with what the form asks.
SLOTS: dict[Slot, str] = {
    "measure": "What it counts",
    "base": "Out of what",
    "negated": "Those that did not",
    "place": "Where",
    "period": "When",
}
#: The longest words that a slot takes.
LONGEST = 200


def words_in(claim: Claim, slot: Slot) -> str:
    """What a slot says now, in the words of its form."""
    value = getattr(claim, slot)
    if slot == "negated":
        return "yes" if value else "no"
    return "" if value is None else str(value.text)


def mended(review: Review, corrections: Sequence[Correction], nlp: Language) -> tuple[Claim, ...]:
    """The review's claims with the corrections over them; one that fits no claim any more is left out."""
    documents = {d.id: d for d in review.documents}
    over: dict[str, list[Correction]] = {}
    for correction in corrections:
        over.setdefault(correction.claim, []).append(correction)
    return tuple(_over(c, over.get(c.id, ()), review, documents[c.document], nlp) for c in review.claims)


def _over(
    claim: Claim, corrections: Iterable[Correction], review: Review, home: Document, nlp: Language
) -> Claim:
    for correction in corrections:
        claim = corrected(claim, correction, review, home, nlp)
    return claim


def corrected(claim: Claim, correction: Correction, review: Review, home: Document, nlp: Language) -> Claim:
    """The claim with one slot filled anew.

    Raises:
        InputError: the words are no period that can be understood.
    """
    words = " ".join(correction.text.split())[:LONGEST]
    if correction.slot == "negated":
        return replace(claim, negated=words == "yes", negated_found="here")
    if correction.slot == "period":
        return replace(claim, period=_period(words, claim, review, home) if words else None)
    filled = _mention(words, correction.slot, claim, review, home, nlp) if words else None
    return replace(claim, **{correction.slot: filled})  # type: ignore[arg-type]


def _same_words(words: str, slot: Slot, claim: Claim, review: Review) -> Mention | Period | None:
    """What fills the slot of another figure of the same text with the same words."""
    own = (getattr(c, slot) for c in review.claims if c.document == claim.document)
    return next((m for m in own if m is not None and m.text.casefold() == words.casefold()), None)


def _mention(words: str, slot: Slot, claim: Claim, review: Review, home: Document, nlp: Language) -> Mention:
    known = _same_words(words, slot, claim, review)
    if known is not None:
        key = known.key
    elif slot == "place":
        key = gazetteer().get(words, words.casefold())
    else:
        key = _noun(words, home, nlp)
    return Mention(_span_in(claim.sentence, words, home), words, key)


def _noun(words: str, home: Document, nlp: Language) -> str:
    """The key of the noun that a phrase turns on: "episodes of children in care" → "episode"."""
    parsed = nlp(words)
    head = next((t for t in parsed if t.head is t), parsed[0])
    return noun_key(head, acronyms(home.text))


def _period(words: str, claim: Claim, review: Review, home: Document) -> Period:
    known = _same_words(words, "period", claim, review)
    if isinstance(known, Period):
        return replace(known, span=_span_in(claim.sentence, words, home), found="here")
    for lead in ("", "in "):
        for found in find_periods(lead + words):
            return replace(resolve(found, home.published), span=None, text=words)
    raise InputError(words, "no period that can be read; write it as 2018-19, March 2019 or 12 May 2021")


def _span_in(sentence: Span, words: str, home: Document) -> Span | None:
    at = home.text.find(words, sentence.start, sentence.end)
    return None if at < 0 else Span(at, at + len(words))
