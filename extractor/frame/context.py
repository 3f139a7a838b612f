"""All about a figure that is not what it counts: who says it, where, when, and whether it is asserted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from extractor.frame.earlier import Framed
from extractor.frame.organisations import organisations_of
from extractor.frame.period import Times, period_of, times_of
from extractor.frame.place import Places, place_of, places_of
from extractor.frame.sentences import Sentence
from extractor.frame.speaker import Speech, said_of, speech_of
from extractor.frame.stance import certainty_of, stance_of
from extractor.model import Certainty, Document, Mention, Period, Span, Stance, Voice


@dataclass(frozen=True, slots=True)
class Context:
    """The slots of a claim that the text around the figure fills."""

    place: Mention | None = None
    period: Period | None = None
    speaker: Mention | None = None
    voice: Voice = "narration"
    organisations: tuple[Mention, ...] = ()
    stance: Stance = "asserted"
    certainty: Certainty = "reported"


def contexts(
    document: Document, framed: Sequence[Framed], published: date | None = None
) -> tuple[Context, ...]:
    """One context for each framed figure, in their order; `published` dates what is told relative to now."""
    speech, places = speech_of(document), places_of(document)
    times = times_of(document, published or document.published)
    found: list[Context] = []
    for number, one in enumerate(framed):
        before = number and framed[number - 1].spot.sentence.block is one.spot.sentence.block
        found.append(_context(document, one, speech, places, times, found[-1] if before else None))
    return tuple(found)


def comparison_context(
    document: Document, sentences: Sequence[Sentence], span: Span
) -> tuple[Stance, Mention | None]:
    """Stance and speaker of comparing words."""
    sentence = next((s for s in sentences if s.span.contains(span)), None)
    if sentence is None:
        return "asserted", None
    held = sentence.inside(span)
    said = said_of(_speech(document), sentence, span, held[0] if held else None)
    return stance_of(document.text, sentence, span), said.speaker


@lru_cache(maxsize=4)
def _speech(document: Document) -> Speech:
    return speech_of(document)


def _context(
    document: Document, framed: Framed, speech: Speech, places: Places, times: Times, earlier: Context | None
) -> Context:
    sentence, span = framed.spot.sentence, framed.spot.figure.span
    said = said_of(speech, sentence, span, framed.spot.root)
    return Context(
        place=place_of(places, sentence, span, earlier.place if earlier else None),
        period=period_of(
            times, sentence, span, earlier.period if earlier else None, said=said.voice != "narration"
        ),
        speaker=said.speaker,
        voice=said.voice,
        organisations=organisations_of(document.text, sentence.span, said.source),
        stance=stance_of(document.text, sentence, span),
        certainty=certainty_of(document.text, sentence, span),
    )
