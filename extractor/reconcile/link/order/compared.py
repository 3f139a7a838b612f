"""Words that set a figure above or below another, where a linker finds them and not the frames."""

from __future__ import annotations

from extractor.model import Claim, Comparison, ComparisonDirection, Span, stable_id
from extractor.reconcile.story import Story


def compared(
    story: Story,
    words: Span,
    claim: Claim,
    direction: ComparisonDirection,
    *key: object,
    degree: str | None = None,
) -> Comparison:
    """The comparison that some words make of a figure, told in its sentence by whoever tells it.

    `key` tells it from other comparisons of the text.
    """
    return Comparison(
        stable_id("k", story.document.id, *key),
        story.document.id,
        words,
        story.words(words),
        claim.sentence,
        direction,
        degree=degree,
        block=claim.block,
        stance=claim.stance,
        speaker=claim.speaker,
    )


__all__ = ["compared"]
