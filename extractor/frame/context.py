"""All about a figure that is not what it counts: who says it, where, when, and whether it is asserted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache

from extractor.frame.earlier import Framed
from extractor.frame.organisations import organisations_of
from extractor.frame.period import Earlier, Times, is_compared, period_of, times_of
from extractor.frame.place import Places, place_of, places_of
from extractor.frame.sentences import Sentence
from extractor.frame.speaker import Speech, said_of, speech_of
from extractor.frame.stance import certainty_of, stance_of
from extractor.model import (
    Certainty,
    Document,
    Figure,
    FigureKind,
    Found,
    Mention,
    Period,
    Span,
    Stance,
    Voice,
)

#: A period found so near is printed with the number.
_PRINTED: frozenset[Found] = frozenset({"here", "sentence", "paragraph"})


@dataclass(frozen=True, slots=True)
class Context:
    """The slots of a claim that the text around the figure fills."""

    place: Mention | None = None
    period: Period | None = None
    speaker: Mention | None = None
    source: Mention | None = None
    voice: Voice = "narration"
    organisations: tuple[Mention, ...] = ()
    stance: Stance = "asserted"
    certainty: Certainty = "reported"


def contexts(
    document: Document, framed: Sequence[Framed], published: date | None = None
) -> tuple[Context, ...]:
    """One context for each framed figure, in their order; `published` dates what is told relative to now."""
    speech, places = _speech(document), places_of(document)
    times = times_of(document, published or document.published)
    found: list[Context] = []
    for number, one in enumerate(framed):
        earlier = list(_earlier(document.text, framed[:number], found, one))
        found.append(_context(document, one, speech, places, times, earlier))
    return tuple(_repeated(framed, found))


def _repeated(framed: Sequence[Framed], found: Sequence[Context]) -> Iterator[Context]:
    """A number that is printed again without its period has the one that it was printed with."""
    told: dict[tuple[FigureKind, Decimal], Period] = {}
    for one, context in zip(framed, found, strict=True):
        figure = one.spot.figure
        if context.period is not None and context.period.found in _PRINTED and _telling(figure):
            told.setdefault((figure.kind, figure.value or Decimal(0)), context.period)
    for one, context in zip(framed, found, strict=True):
        figure = one.spot.figure
        period = told.get((figure.kind, figure.value)) if figure.value is not None else None
        inherited = context.period is None or context.period.found == "document"
        yield replace(context, period=replace(period, found="document")) if period and inherited else context


def _telling(figure: Figure) -> bool:
    """True for a number that is hardly printed twice by chance: three digits, or a decimal point."""
    return figure.value is not None and len(figure.value.as_tuple().digits) >= 3


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
    document: Document,
    framed: Framed,
    speech: Speech,
    places: Places,
    times: Times,
    earlier: Sequence[Earlier],
) -> Context:
    sentence, span = framed.spot.sentence, framed.spot.figure.span
    said = said_of(speech, sentence, span, framed.spot.root)
    return Context(
        place=place_of(places, sentence, span),
        period=period_of(times, sentence, framed.spot.figure, earlier),
        speaker=said.speaker,
        source=said.source,
        voice=said.voice,
        organisations=organisations_of(document.text, sentence.span, said.sayer),
        stance=stance_of(document.text, sentence, span),
        certainty=certainty_of(document.text, sentence, span),
    )


def _earlier(text: str, framed: Sequence[Framed], found: Sequence[Context], one: Framed) -> Iterator[Earlier]:
    """The figures before in the same paragraph with their periods, the nearest first."""
    for before, context in zip(reversed(framed), reversed(found), strict=True):
        spot = before.spot
        if spot.sentence.block is not one.spot.sentence.block:
            return
        compared = is_compared(text, spot.sentence.span, spot.figure.span)
        yield Earlier(spot.figure, context.period, compared)
