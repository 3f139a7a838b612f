"""What sets figures of one list apart: a bound or an age, a rival's figure, a share in place of a part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractor.lexicon import table
from extractor.model import Claim, Span
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

_LIST = table("sums")["list"]
_BOUND = Regex(r"(?:under|over|above|below|beyond)\s", re.IGNORECASE)
_TWO_ENDS = Regex(r"\w\s?(?:\band\b|\bto\b|[-–—])\s?[\d]", re.IGNORECASE)
_BETWEEN = Regex(r"\b(?:between|aged|ages)\s$", re.IGNORECASE)
#: What stands alone between two rivals' figures.
_AGAINST = frozenset(("to", "-", "–", "v", "vs", "versus", "against"))
_SUBSET = Regex(rf"\b(?:{'|'.join(_LIST['subset'])})\s(?:[\w’'-]+\s){{0,2}}?$", re.IGNORECASE)
_OF_THEM = Regex(r"\b(?:of\s(?:those|these|them|whom|which)|including|among\sthem)\b", re.IGNORECASE)
#: "Otunba accounted for 14,620 of these and Ereko for 12,975": what the first part of a list is of stands before it.
_FIRST_OF = Regex(r"^\s(?:[\w’'-]+\s){0,2}?of\s(?:those|these|them)\b", re.IGNORECASE)
#: "Of the 43, 19 were from heart disease": the second is a part of the first.
_OF_A = Regex(r"\bof\sthe(?:se)?\s$", re.IGNORECASE)
_COMMA = Regex(r"^(?:\s[\w’'-]+){0,4},\s")

#: Behind a share: the part that it is of, "one in six FROM THE WEST"; and before one that only says a part again.
_LABEL = Regex(r"^\s(?:from|to|in|at|by|on|for|via|through|with)\s", re.IGNORECASE)
_SAYS_AGAIN = Regex(r"(?:\bor\s|\()(?:[\w’'-]+\s)?$", re.IGNORECASE)
#: Between a share and the part that it says again.
_BESIDE = Regex(r"^(?:\s[\w’'-]+){0,3}?\s?(?:,|\(|\s[–—-]|\sor)\s?(?:or\s)?(?:[\w’'-]+\s)?$")


def has_part_as_share(story: Story, whole: Claim, parts: Sequence[Claim]) -> bool:
    """True for a part told by its share alone: "24,960 from the north, ONE IN FIVE from the west and the other 5,760"."""
    inside = story.starting(whole.figure.span.end, max(whole.figure.span.end, parts[-1].figure.span.start))
    return any(family(c) == "P" and not _is_said_again(story, c, parts) for c in inside)


def _is_said_again(story: Story, share: Claim, parts: Sequence[Claim]) -> bool:
    """True for a share right beside its part: "two in three, 24,960", "24,960, or two in three"."""
    if _LABEL.match(after(story, share)) and not _SAYS_AGAIN.search(before(story, share)):
        return False
    spans = (sorted((share.figure.span, p.figure.span)) for p in parts)
    return any(_BESIDE.match(story.words(Span(a.end, max(a.end, b.start)))) for a, b in spans)


def is_range(story: Story, claim: Claim) -> bool:
    """True for two ends or one bound, as of the ages of a group: "70 are BETWEEN 5 AND 17 and 46 UNDER 5"."""
    text = claim.figure.text
    return bool(_BOUND.match(text) or _TWO_ENDS.search(text) or _BETWEEN.search(before(story, claim, 12)))


def are_rivals(story: Story, claims: Sequence[Claim]) -> bool:
    """True if one of the figures is set against the next: a score or a lead in a poll, "35 to 32"."""
    ordered = sorted(claims, key=lambda c: c.figure.span)
    gaps = (story.between(a, b) for a, b in pairwise(ordered))
    return any(gap.strip() in _AGAINST for gap in gaps)


def set_apart(story: Story, parts: Sequence[Claim]) -> bool:
    """True if the words between two figures of a list make the second a part of the first, or compare them."""
    ordered = sorted(parts, key=lambda c: c.figure.span)
    gaps = [story.between(a, b) for a, b in pairwise(ordered)]
    gaps[:1] = [_FIRST_OF.sub("", gap) for gap in gaps[:1]]
    if any(
        _OF_A.search(before(story, a)) and _COMMA.match(gap) for a, gap in zip(ordered, gaps, strict=False)
    ):
        return True
    return any(_SUBSET.search(words) or _OF_THEM.search(words) for words in gaps)
