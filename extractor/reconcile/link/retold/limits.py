"""Limits that a figure stands within: those who waited LONGER THAN A YEAR, trains WITHIN FIVE MINUTES, victims UNDER 25.

A figure that has one counts some of those that a figure without it counts, or with another limit.
"""

from __future__ import annotations

from extractor.model import Claim
from extractor.reconcile.link.window.scope import before
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

#: Words before a span, an age, a measure or a sum that is a limit.
_LIMIT = Regex(
    r"\b(?:(?:longer|more|older|younger|less|farther|further|higher|lower|later|sooner|taller|heavier|bigger|larger|smaller|fewer)"
    r"\sthan|at\s(?:least|most)|within|over|under|above|below|beyond|up\sto|inside|aged)\s(?:the\s|an?\s|their\s)?$"
)
#: The same behind it: "aged 65 or older", "18 months or more".
_BEHIND = Regex(r"^\s?(?:and|or)\s(?:over|under|older|younger|more|less|longer|above|below)\b")
#: What ends the clause of a figure.
_STOP = Regex(r"[,;:()–—]")


def limits_apart(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True if one of two figures has a limit beside it that the other's sentence does not print."""
    ours, theirs = _limits(a, x), _limits(b, y)
    return _lacks(ours, b, y) or _lacks(theirs, a, x)


def is_limit(story: Story, claim: Claim) -> bool:
    """True for the 48 hours of those who wait longer than 48 hours."""
    return _LIMIT.search(before(story, claim)) is not None


def _lacks(limits: list[Claim], story: Story, claim: Claim) -> bool:
    """True if a sentence has none of some limits, in whatever unit."""
    beside = [
        c for c in story.in_sentence(claim.sentence) if c.id != claim.id and _is_beside(story, claim, c)
    ]
    printed, units = {c.figure.value for c in beside}, {family(c) for c in beside}
    return any(c.figure.value not in printed and (not _in_words(c) or family(c) not in units) for c in limits)


def _is_beside(story: Story, claim: Claim, other: Claim) -> bool:
    """True for two figures of a sentence that no semicolon parts."""
    first, last = sorted((claim.figure.span, other.figure.span))
    return ";" not in story.document.text[first.end : last.start]


def _in_words(claim: Claim) -> bool:
    """True for "a year", which another paper prints as twelve months."""
    return not any(d.isdigit() for d in claim.figure.text)


def _limits(story: Story, claim: Claim) -> list[Claim]:
    """The next figure of the sentence, if it is a limit of spans, ages, lengths or sums."""
    later = [c for c in story.in_sentence(claim.sentence) if c.figure.span > claim.figure.span]
    if not later or family(claim) not in "CP" or family(later[0]) not in "UDACM":
        return []
    text, limit = story.document.text, later[0].figure
    before = text[claim.figure.span.end : limit.span.start]
    behind = text[limit.span.end : claim.sentence.end]
    told = _is_open(later[0]) or _LIMIT.search(before) or _BEHIND.search(behind)
    return [later[0]] if told and not _STOP.search(before) else []


def _is_open(claim: Claim) -> bool:
    amount = claim.figure.amount
    return claim.figure.hedge is not None and (not amount.low or amount.high is None)


__all__ = ["limits_apart"]
