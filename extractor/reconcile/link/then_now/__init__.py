"""A movement and its two levels, told paragraphs apart: "Entries came to 18,240 ... 22,800 a year ago ... down by a fifth".

The windows look at neighbouring sentences. Here the words alone bring the three together: two levels of one thing, one told
as then and the other as now, with no third that could be meant; and a movement of that thing, over that time.
"""

from __future__ import annotations

from extractor.reconcile.link.then_now.direction import directions
from extractor.reconcile.link.then_now.gone_on import gone_on
from extractor.reconcile.link.then_now.headed import headed
from extractor.reconcile.link.then_now.held_against import held_against, is_moved_lately
from extractor.reconcile.link.then_now.movements import moved
from extractor.reconcile.link.then_now.to_level import to_levels
from extractor.reconcile.link.then_now.told_back import told_back

__all__ = [
    "directions",
    "gone_on",
    "headed",
    "held_against",
    "is_moved_lately",
    "moved",
    "to_levels",
    "told_back",
]
