"""Figures of which one is of a part of what the other is of: "ONLINE sales", "exports OF TEA", "fires IN THE EAST"."""

from __future__ import annotations

from functools import cache

from extractor.lexicon import table
from extractor.model import Claim
from extractor.nouns import may_be_one
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.stems import stems
from extractor.reconcile.link.retold.apart import plain_words
from extractor.reconcile.link.retold.facts import facts, idle
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

#: What picks some out of those that are counted: "cottages ON THE HILL", "wardens HIRED since May", "In the capital".
_BEHIND = Regex(
    r"\s(?:(?:in|on|at|from|with|without|under|over|aged|who|whose|among)\s(?:the\s|its\s|their\s|an?\s)?([\w-]+)"
    r"|([a-z]+(?:ed|en))\s(?:since|by|in|on|at|from|for|before|after)\b)"
)
#: The same where no noun is printed: "of the 131 WHO RETURNED BALLOT PAPERS".
_WHO = Regex(r"\s(?:who|that)\s(?:had\s|have\s)?(\w+\s(?:their\s|the\s|an?\s|in\s)?\w+)")
_OPENS = Regex(
    r"(?:In|Across|Among|For|At)\sthe\s(?!(?:first|second|third|fourth|last)\s)([a-z]+)\b(?!\s(?:of|to)\b)"
)
#: A noun with what it is of.
_OF = Regex(r"\b(?:of|for|on)\s(?:the\s|its\s|their\s)?")


def is_narrower(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True if the words of one of two figures pick a part of which the other story never speaks: "IN THE EAST"."""
    return any(
        bool(_picked_by(s, c) - stems(other.document.text))
        or bool(_are_one_head(c, d) and _line_of(c) - _line_of(d) - stems(other.document.text))
        for s, c, other, d in ((a, x, b, y), (b, y, a, x))
    )


def _picked_by(story: Story, claim: Claim) -> frozenset[str]:
    """The words right behind what is counted, and those that a sentence opens with, by which some are picked out."""
    noun, sentence = claim.base or claim.measure, claim.sentence
    found = [_OPENS.match(story.document.text, sentence.start, sentence.end)]
    if noun is None or noun.span is None:
        found.append(_WHO.match(story.document.text, claim.figure.span.end, sentence.end))
    if noun is not None and noun.span is not None and sentence.contains(noun.span):
        found.append(_BEHIND.match(story.document.text, noun.span.end, sentence.end))
        found.append(_BEHIND.search(f" {noun.text}"))
    return stems(" ".join(g for m in found if m is not None for g in m.groups() if g)) - plain_words()


def _line_of(claim: Claim) -> frozenset[str]:
    """What a sum or a change is of, where its clause prints the noun: "online sales", "exports of tea"."""
    noun = claim.measure
    if noun is None or noun.found != "here" or not (family(claim) == "M" or is_change(claim)):
        return frozenset()
    return frozenset(w for w in facts(_OF.sub(" ", noun.text)) - _plain() if w[0] != "=")


def _are_one_head(x: Claim, y: Claim) -> bool:
    """True if both clauses print a noun, and one that may be the other's."""
    p, q = x.measure, y.measure
    return p is not None and q is not None and p.found == q.found == "here" and may_be_one(p.key, q.key)


@cache
def _plain() -> frozenset[str]:
    """Words for a sum, a movement, or what was paid, which pick none out."""
    return idle() | plain_words() | facts(" ".join(table("siblings")["spending"]))


__all__ = ["is_narrower"]
