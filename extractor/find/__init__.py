"""Every figure of a text, by rule alone and in linear time: number, unit, hedge, and the interval they allow.

    >>> for figure in find("Almost 6,400 children, or 56.9 per cent, got £5.2m."):
    ...     print(figure.text, figure.kind, figure.value)
    Almost 6,400 count 6400
    56.9 per cent percentage 56.9
    £5.2m money 5200000

Units are pint's names ("kilometer", "year"), money is named by its ISO code, per cent is "%", percentage
points are "points", factors are "times", rates "per 1000" or "per day"; counts have none.

Three passes: `drafts` reads a number with what touches it, `joins` says what numbers lend each other,
`finish` adds hedges (`hedges`) and intervals (`intervals`). `outside`, `labels` and `names` know what is
no quantity.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extractor.find.finish import figures_of
from extractor.find.rounding import widened
from extractor.find.scan import drafts_of
from extractor.lexicon import Policy, load_policy
from extractor.model import Block, Figure, Span

__all__ = ["find"]


def find(text: str, policy: Policy | None = None, blocks: Sequence[Block] = ()) -> tuple[Figure, ...]:
    """The figures of a text in the order of print; no two overlap, and all spans point into `text`.

    Numbers that are no quantities come too, as kind `date`, `reference` or `score`. One that runs over the
    end of a block, "5.6 per" and "cent" in the next paragraph, is what its words make it and ends there.
    """
    rules = load_policy() if policy is None else policy
    figures = figures_of(text, drafts_of(text), rules)
    return tuple(_within(text, widened(text, figures, blocks), blocks))


def _within(text: str, figures: Iterable[Figure], blocks: Sequence[Block]) -> Iterator[Figure]:
    """The figures, each cut off where the block ends in which it begins."""
    starts = [block.span.start for block in blocks]
    for figure in figures:
        at = bisect_right(starts, figure.span.start) - 1
        end = blocks[at].span.end if at >= 0 else 0
        if figure.span.start < end < figure.span.end:
            span = Span(figure.span.start, end)
            yield replace(figure, span=span, text=span.of(text))
        else:
            yield figure
