"""Deeds told in other words: "took £212,000" above "stole £212,386", "repair" above "the work cost".

The words stand in `data/deeds.toml`, each deed with the families of the figures that it is told with.
"""

from __future__ import annotations

from functools import cache, lru_cache

from extractor.lexicon import table
from extractor.model import Claim
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex

#: Characters on either side of a figure in which the deed that it is of is told.
BESIDE = 80


def one_deed(story: Story, x: Claim, y: Claim) -> bool:
    """True if the words around two figures tell one deed, or their claims one event."""
    return _one_event(x, y) or bool(story.once(_deeds, x) & story.once(_deeds, y))


def _one_event(x: Claim, y: Claim) -> bool:
    if x.event is None or y.event is None:
        return False
    ours, theirs = (c.event.key.split(":")[0] for c in (x, y) if c.event is not None)
    return ours == theirs and ours not in table("deeds")["empty"]


def _deeds(story: Story, claim: Claim) -> frozenset[str]:
    """The deeds that the words beside a figure tell; all of its sentence in a headline or caption."""
    text, span, sentence = story.document.text, claim.figure.span, claim.sentence
    if claim.block in DISPLAY:
        return _told(story.sentence(claim).lower(), family(claim))
    before = text[max(sentence.start, span.start - BESIDE) : span.start]
    return _told(f"{before}#{text[span.end : min(sentence.end, span.end + BESIDE)]}".lower(), family(claim))


@lru_cache(maxsize=4096)
def _told(words: str, of: str) -> frozenset[str]:
    return frozenset(name for name, families, told in _patterns() if of in families and told.search(words))


@cache
def _patterns() -> tuple[tuple[str, str, Regex], ...]:
    deeds = table("deeds")["deed"]
    return tuple((n, d["of"], Regex(rf"\b(?:{'|'.join(d['words'])})\b")) for n, d in deeds.items())


__all__ = ["one_deed"]
