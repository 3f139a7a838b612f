"""Frames: what each figure claims, as a reader would say it.

`frame` takes a document and its figures and gives claims and comparisons. It knows grammar
and words, and no arithmetic. Every slot may be empty, and says how it was found.

A folder for each slot that takes more than a file, and in it the module that settles the slot: `measure/`
(`what`), `polarity/` (`whether`), `place/` (`where`), `period/` (`when`), `speaker/` (`who`). `event`,
`movement`, `stance` and `organisations` fill the others, `comparison/` finds comparisons. All stand
on `sentences` (spaCy's parse, with the way back to the text) and `grammar`; `earlier` is what later figures
remember of those before.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from extractor.frame.comparison.comparing import may_compare
from extractor.frame.comparison.words import comparisons
from extractor.frame.context import Context, comparison_context, contexts
from extractor.frame.earlier import REMEMBERED, Framed
from extractor.frame.keys import Acronyms, acronyms
from extractor.frame.language_model import dictionary, load_model, model_name
from extractor.frame.lent_units import with_lent_units
from extractor.frame.measure.base import base_of
from extractor.frame.measure.continued import continued
from extractor.frame.measure.ellipsis import taken_up
from extractor.frame.measure.what import measured
from extractor.frame.movement import moved
from extractor.frame.parsed import Parsed, bare, parsed, without_parse
from extractor.frame.place.subjects import subject_starts
from extractor.frame.polarity.likely_denied import likely_denied
from extractor.frame.polarity.restated import denied_again, denied_before, denied_part
from extractor.frame.polarity.whether import Happening, happening
from extractor.frame.sentences import Sentence, Spans, Spot, parse, with_spots
from extractor.frame.speaker.who import Speech, speech_of
from extractor.model import NO_QUANTITY, Claim, Comparison, Document, Figure, stable_id

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["Frames", "frame", "load_model", "model_name"]


@dataclass(frozen=True, slots=True)
class Frames:
    """What the figures of one document claim, and what it sets side by side."""

    claims: tuple[Claim, ...] = ()
    comparisons: tuple[Comparison, ...] = ()


def frame(
    document: Document, figures: Iterable[Figure], nlp: Language, published: date | None = None
) -> Frames:
    """Claims for all figures that are quantities, and the document's comparisons, in the order of print.

    Periods told relative to now ("last year") are dated from `published`, or from the
    document's own date.
    """
    quantities = [f for f in figures if f.kind not in NO_QUANTITY]
    read = _read(document, quantities, nlp)
    around = contexts(document, read.parsed, frozenset(read.subjects), published, dictionary(nlp))
    claims = (claim_of(document, f, c) for f, c in zip(read.framed, around, strict=True))
    return Frames(tuple(with_lent_units(document, claims)), tuple(read.comparisons))


@dataclass(slots=True)
class _Read:
    """What is kept of the sentences that were parsed, when their parse is gone."""

    framed: list[Framed] = field(default_factory=list)
    parsed: list[Parsed] = field(default_factory=list)
    subjects: set[int] = field(default_factory=set)
    comparisons: list[Comparison] = field(default_factory=list)


def _read(document: Document, quantities: Sequence[Figure], nlp: Language) -> _Read:
    """What grammar gives of each figure and each sentence, one sentence after the other."""
    known, speech = acronyms(document.text), speech_of(document)
    spans = Spans([f.span for f in quantities])
    read, recent = _Read(), list[Framed]()
    for sentence, inside in with_spots(parse(document, quantities, nlp, may_compare), quantities):
        kept = bare(sentence)
        for spot in inside:
            recent.append(framed_one(spot, recent, known))
            read.parsed.append(parsed(document.text, speech, spot, kept))
            read.framed.append(without_parse(recent[-1], read.parsed[-1]))
        read.subjects |= subject_starts(inside, dictionary(nlp))
        compared = comparisons(document, sentence, spans.inside(sentence.span), known)
        read.comparisons += (_spoken(speech, sentence, c) for c in compared)
        if len(recent) > 2 * REMEMBERED:
            del recent[:-REMEMBERED]
    return read


def framed_one(spot: Spot, earlier: list[Framed], known: Acronyms) -> Framed:
    """The slots that grammar gives a figure: measure, base, event and polarity, statistic and direction."""
    counted = measured(spot, earlier, known)
    base = base_of(spot, counted, earlier, known)
    noun = counted.noun if counted is not None else None
    host = counted.host if counted is not None and counted.host is not None else taken_up(spot, earlier)
    going_on = continued(spot, earlier)
    share = going_on is not None and spot.figure.kind == "count"
    base = base or (going_on.base if going_on is not None else None)
    host = (going_on if share else host or going_on) or denied_part(spot, earlier)
    told = Happening(host.event, host.negated) if host is not None else happening(spot, noun, known)
    gone = moved(spot, base)
    # "The 75 per cent increase was not enough" is an increase all the same.
    again = denied_before(spot, earlier) or denied_again(spot, earlier)
    negated = (told.negated or again) and gone.statistic != "change"
    mention = counted.mention if counted is not None else None
    guessed = likely_denied(spot, noun, earlier) and not negated and gone.statistic != "change"
    return Framed(
        spot, mention, noun, base, told.event, negated, gone.statistic, gone.direction, share, guessed
    )


def _spoken(speech: Speech, sentence: Sentence, comparison: Comparison) -> Comparison:
    """The comparison with who makes it, and whether it is asserted."""
    stance, speaker = comparison_context(speech, sentence, comparison.span)
    return replace(comparison, stance=stance, speaker=speaker)


def claim_of(document: Document, framed: Framed, around: Context) -> Claim:
    """The claim that a framed figure makes."""
    spot = framed.spot
    figure, sentence = spot.figure, spot.sentence
    return Claim(
        id=stable_id("c", document.id, figure.span.start, figure.span.end, figure.kind),
        document=document.id,
        figure=figure,
        sentence=sentence.span,
        block=sentence.block.kind,
        measure=framed.measure,
        base=framed.base,
        event=framed.event,
        negated=framed.negated or framed.guessed,
        negated_found="guess" if framed.guessed else "here",
        statistic=framed.statistic,
        direction=framed.direction,
        place=around.place,
        period=around.period,
        speaker=around.speaker,
        source=around.source,
        voice=around.voice,
        organisations=around.organisations,
        stance=around.stance,
        certainty=around.certainty,
    )
