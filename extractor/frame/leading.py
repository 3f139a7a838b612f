"""What a text counts most, for a number of which nothing else says what it counts: "The north got 1,910".

A guess from the whole document, right in two cases of five: it is marked so, no other slot rests on it
and nothing is checked by it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extractor.frame.earlier import Framed, empty_nouns
from extractor.lexicon import table
from extractor.model import Mention

#: How often a thing has to be counted by name before it is what the text counts.
_LEAST = 2


def with_leading(framed: Sequence[Framed]) -> list[Framed]:
    """The figures, those that count something unknown with what the text counts most."""
    leading = _leading(framed)
    return [_filled(f, leading) for f in framed] if leading is not None else list(framed)


def _filled(framed: Framed, leading: Mention) -> Framed:
    unknown = framed.measure is None and framed.spot.figure.kind == "count" and not framed.share
    return replace(framed, measure=leading) if unknown and framed.statistic != "change" else framed


def _leading(framed: Sequence[Framed]) -> Mention | None:
    """The thing that most counts name beside the figure; the first of them where several are equal."""
    nouns = table("nouns")
    empty = {*nouns["vague"], *nouns["time"], "time", *empty_nouns()}
    named = [
        f.measure
        for f in framed
        if f.measure is not None and f.measure.found == "here" and f.spot.figure.kind == "count"
    ]
    told = Counter(m.key for m in named if m.key not in empty)
    key, number = max(told.items(), key=lambda kn: kn[1], default=("", 0))
    if number < _LEAST:
        return None
    return replace(next(m for m in named if m.key == key), found="guess")
