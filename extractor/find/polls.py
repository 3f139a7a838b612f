"""The two shares behind a gap in points: "leads by 12 points, 53 to 41"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor.find.nouns import Draft, Item
from extractor.find.unit import Unit
from extractor.regexes import Regex

_PERCENT = Unit("percentage", "%")
_GAP = Regex(r"[^.\d\n]{0,40}(?:, |\(|: )")


def polls(text: str, drafts: Sequence[Item]) -> list[Item]:
    """Two bare numbers whose difference is the number of points right before them are per cent."""
    out = list(drafts)
    for i in range(len(out) - 2):
        three = [draft for draft in out[i : i + 3] if isinstance(draft, Draft)]
        if len(three) == 3 and _are_shares(text, *three):
            out[i + 1 : i + 3] = [replace(draft, unit=_PERCENT, pattern="percentage") for draft in three[1:]]
    return out


def _are_shares(text: str, gap: Draft, more: Draft, less: Draft) -> bool:
    if gap.kind != "points" or not (more.bare and less.bare) or more.number.value > 100:
        return False
    apart = more.number.value - less.number.value == abs(gap.number.value)
    return apart and text[more.end : less.start] == " to " and bool(_GAP.fullmatch(text, gap.end, more.start))
