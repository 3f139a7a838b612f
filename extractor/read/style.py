"""What running text looks like in a document: its size, the step of its lines, how its paragraphs part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.read.printed import Line, Page
from extractor.read.zones import ends_sentence

#: Steps between lines wider than this many usual ones part two paragraphs.
PARAGRAPH_GAP = 1.25
_FEW = 5


@dataclass(frozen=True, slots=True)
class Style:
    """What running text looks like in a document."""

    size: float
    step: float
    #: True where a wider gap, not the indent or the short last line alone, parts paragraphs.
    spaced: bool = False


def style_of(pages: Iterable[Page]) -> Style:
    """Size and line step of most of the text."""
    lines = [line for page in pages for line in page.lines]
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    running = ((a, b) for a, b in pairwise(lines) if a.size == b.size == size and not ends_sentence(a.text))
    steps = [b.top - a.top for a, b in running if 0 < b.top - a.top < 3 * size]
    step = _closest_common(steps) or 1.2 * size
    if len(steps) < _FEW:  # too few broken lines to tell their step from a gap between paragraphs
        step = min(step, 1.35 * size)
    return Style(size, step, _is_spaced(lines, Style(size, step)))


def _is_spaced(lines: Sequence[Line], style: Style) -> bool:
    """True if most sentences that end in mid-line at a paragraph's end have a wider gap below."""
    pairs = [
        (a, b)
        for a, b in pairwise(lines)
        if 0 < b.top - a.top < 4 * style.step and a.size == b.size == style.size
    ]
    margin = max((a.right - a.left for a, _ in pairs), default=0.0)
    short = [(a, b) for a, b in pairs if ends_sentence(a.text) and a.right - a.left < 0.75 * margin]
    return sum(b.top - a.top > PARAGRAPH_GAP * style.step for a, b in short) > len(short) / 2


def _closest_common(steps: Sequence[float]) -> float:
    """The smallest step that is no exception: gaps between short paragraphs may be as many as line steps."""
    seen = Counter(round(2 * step) / 2 for step in steps)
    return min((step for step, times in seen.items() if times >= 0.15 * len(steps)), default=0.0)
