"""Figures by two sides: the police counted 6,500 marchers, and those who called the march 12,000.

Where a sentence gives a number to a side of a dispute, or says that a number is not accepted, the sibling's other
number is no slip, unless it is that side's as well.
"""

from __future__ import annotations

from functools import cache

from extractor.lexicon import table
from extractor.model import Claim
from extractor.reconcile.story import Story
from extractor.regexes import Regex

_SAYS = (
    r"(?:sa(?:ys?|id)|claim(?:s|ed)?|counts?|counted|puts?|speaks?|spoke|talk(?:s|ed)?|insist(?:s|ed)?|believes?"
    r"|believed|estimate[sd]?|think|thought|reckon(?:s|ed)?|maintain(?:s|ed)?|made\sit|reports?|reported|told|cit(?:es?|ed|ing)"
    r"|argue[sd]?|want(?:s|ed)?|demand(?:s|ed)?|asked?|asks|according)"
)
_DISPUTED = Regex(
    r"\b(?:disput(?:es?|ed|ing)|contest(?:s|ed)|challeng(?:es?|ed)|reject(?:s|ed)|den(?:y|ies|ied)|quarrel(?:s|led)?\swith"
    r"|(?:did|does|do|will|would)(?:\snot|n['’]t)\s(?:accept|agree|recogni[sz]e)|far\sfrom\sthe)\b"
)


def by_two_sides(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True if one sentence alone gives its figure to a side of a dispute, or says that it is disputed."""
    ours, theirs = a.sentence(x).lower(), b.sentence(y).lower()
    here, there = _sides(ours), _sides(theirs)
    if here != there and not here & there:
        return True
    return (_DISPUTED.search(ours) is None) != (_DISPUTED.search(theirs) is None)


def _sides(sentence: str) -> frozenset[str]:
    """The sides of a dispute that a sentence lets speak, by their first letters."""
    return frozenset((m[1] or m[2])[:5] for m in _side().finditer(sentence))


@cache
def _side() -> Regex:
    words = "|".join(table("siblings")["parties"])
    return Regex(
        rf"\b({words})\b(?=[^.;:]{{0,40}}\b{_SAYS}\b)|\baccording\sto\s(?:[\w’'-]+\s){{0,4}}?({words})\b"
    )


__all__ = ["by_two_sides"]
