"""What the parse of a sentence says of a figure, kept when the parse is gone.

A parse takes a hundred times the room of its text. Of each figure only this is kept until all of the
document is known, so that a report of a thousand pages takes little more room than a story.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from extractor.frame.earlier import Framed
from extractor.frame.period.lead import holds_always, is_of_today, is_whole_ahead
from extractor.frame.sentences import Sentence, Spot
from extractor.frame.speaker.who import Said, Speech, said_of
from extractor.model import Figure


@dataclass(frozen=True, slots=True)
class Parsed:
    """A figure in a sentence without its tokens, and what they said."""

    figure: Figure
    sentence: Sentence
    said: Said
    #: Its verb speaks of now or of what is to come.
    is_of_today: bool
    #: It is a distance, a price, what somebody owns or is allowed.
    holds_always: bool
    #: It is the whole of what is to come, and there already.
    is_whole_ahead: bool


def bare(sentence: Sentence) -> Sentence:
    """The sentence without its tokens."""
    return replace(sentence, tokens=(), printed="")


def parsed(text: str, speech: Speech, spot: Spot, kept: Sentence) -> Parsed:
    """What the parse says of a figure at its place; `kept` is its sentence without tokens."""
    sentence, span = spot.sentence, spot.figure.span
    return Parsed(
        spot.figure,
        kept,
        said_of(speech, sentence, span, spot.root),
        is_of_today(sentence, span),
        holds_always(text, spot),
        is_whole_ahead(text, spot),
    )


def without_parse(framed: Framed, kept: Parsed) -> Framed:
    """A framed figure without the tokens of its sentence."""
    return replace(framed, spot=Spot(kept.figure, kept.sentence, ()), noun=None)
