"""A majority with its share: "most members, 47 per cent", "a slight majority of them (47 per cent)".

A majority is more than half of those it is of, a minority less.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.amount import exact
from extractor.model import (
    Claim,
    ComparisonDirection,
    Cue,
    Derived,
    Relation,
    Role,
    Span,
    stable_id,
)
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.order.compared import compared
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

_SIZED = r"(?:(?:slight|narrow|clear|small|large|big|solid|overall|bare|thin|comfortable|substantial)\s)?"
#: The words before a share that is told in apposition, and where the apposition ends.
_BEFORE: tuple[tuple[ComparisonDirection, Regex], ...] = (
    (
        "higher",
        Regex(
            rf"(?:\b(?:a|the)\s{_SIZED}(?P<a>majority)\sof|(?<!\bthe\s)(?<!\bat\s)\b(?P<b>most)(?:\sof)?)"
            r"\s(?:(?!\b(?:and|but|while|with)\b)[\w’'-]+\s?){1,4}(?:,\s(?:or\s)?|\s?\(|\s[–—]\s)$",
            re.IGNORECASE,
        ),
    ),
    (
        "lower",
        Regex(
            rf"\b(?:a|the)\s{_SIZED}(?P<a>minority)\sof\s(?P<b>)(?:(?!\b(?:and|but|while|with)\b)[\w’'-]+\s?){{1,4}}"
            r"(?:,\s(?:or\s)?|\s?\(|\s[–—]\s)$",
            re.IGNORECASE,
        ),
    ),
)
_END = Regex(r"^\s?[,);.–—]")


def majorities(story: Story) -> Iterator[Relation]:
    """One relation for each share that the print tells as a majority or a minority."""
    for claim in story.claims:
        if family(claim) == "P" and not is_change(claim) and _END.match(after(story, claim)):
            yield from _majority(story, claim)


def _majority(story: Story, claim: Claim) -> Iterator[Relation]:
    lead = before(story, claim, 80)
    for direction, pattern in _BEFORE:
        found = pattern.search(lead)
        if found is None:
            continue
        name = "a" if found["a"] else "b"
        start = claim.figure.span.start - len(lead)
        word = Span(start + found.start(name), start + found.end(name))
        comparison = compared(story, word, claim, direction, "majority", str(word.start))
        half = Derived(stable_id("d", claim.id, "half"), exact(50, "%"), "one half", (), "half = 50")
        roles = (Role("stated", comparison), Role("subject", claim), Role("reference", half))
        cue = Cue(story.document.id, Span(word.start, claim.figure.span.end), story.words(word))
        yield Relation("compare", roles, cue, "stated")
        return


__all__ = ["majorities"]
