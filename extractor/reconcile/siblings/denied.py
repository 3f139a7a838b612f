"""One number of those who did in one story, and of those who did not in the other."""

from __future__ import annotations

import re
from functools import cache

from extractor.lexicon import table
from extractor.model import Claim
from extractor.nouns import may_be_one
from extractor.reconcile.contrary import opposed
from extractor.reconcile.link.cues.stems import stems
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.retold.near_numbers import UNLIKELY, digits
from extractor.reconcile.story import Story, alike, family
from extractor.regexes import Regex

#: Words right before a limit that was passed.
_BEYOND = Regex(r"(?<!\bno )(?<!\bnot )\b(?:longer|more|older|farther|further) than $")
#: What is done in time or not: "within a week".
_WITHIN = Regex(r"\bwithin\s(\w+\s\w+)")
#: The share that those who did and those who did not may have both, in per cent.
HALF = 50
#: Digits of a count whose noun is printed in both sentences.
HAS = 2
#: Words besides the noun that two sentences have in common.
SHARED = 2


def denied(a: Story, x: Claim, b: Story, y: Claim) -> tuple[str, str] | None:
    """How each story tells a long number of one thing, where only one of them denies it.

    "Free school meals go to 5,226 children" beside "5,226 children are not entitled to free school meals": a
    sentence with another word for what is missing, "still wait", "went without", may say the same.
    """
    if x.measure is None or y.measure is None or family(x) != family(y):
        return None
    if _has_none(a, x, b, y) or _has_none(b, y, a, x):
        return _told(x), _told(y)
    if x.negated == y.negated:
        return None
    noun = may_be_one(x.measure.key, y.measure.key) and x.measure.found == y.measure.found == "here"
    if not noun or not (_is_long_and_shared(a, x, b, y) or _is_share_of_one(a, x, b, y)):
        return None
    if opposed(a.sentence(x).lower(), b.sentence(y).lower()):
        return None
    plain = b.sentence(y) if x.negated else a.sentence(x)
    denying = a.sentence(x) if x.negated else b.sentence(y)
    if _lacking().search(plain) or not _negation().search(denying):
        return None
    return _told(x), _told(y)


def _is_long_and_shared(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    return min(digits(x), digits(y)) >= UNLIKELY and len(_shared(a, x, b, y)) >= SHARED


def _is_share_of_one(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True for one share of one whole with one limit: "58 per cent were not mended within a week"."""
    p, q = x.base, y.base
    if family(x) != "P" or p is None or q is None or p.key != q.key or not p.found == q.found == "here":
        return False
    if min(digits(x), digits(y)) < HAS or x.figure.value == HALF:
        return False
    limits = (frozenset(_WITHIN.findall(s.sentence(c).lower())) for s, c in ((a, x), (b, y)))
    return bool(frozenset.intersection(*limits))


def _has_none(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True for "62 schools have no kitchens" beside "kitchens in 62 schools"."""
    p, q = x.measure, y.measure
    if p is None or q is None or family(x) != "C" or p.key != q.key or min(digits(x), digits(y)) < HAS:
        return False
    missing = _no().search(a.sentence(x))
    if missing is None or _lacking().search(b.sentence(y)) or _no().search(b.sentence(y)):
        return False
    thing = stems(missing["thing"]) - stems(p.key)
    return bool(thing & stems(b.sentence(y)))


def beyond(a: Story, x: Claim, b: Story, y: Claim) -> tuple[str, str] | None:
    """Two ends of one limit behind a number: 719 who waited longer than four hours, and no more than four."""
    p, q = _next(a, x), _next(b, y)
    if p is None or q is None or not alike(p, q) or p.figure.value != q.figure.value:
        return None
    turned = (_is_over(a, p) and _is_under(q)) or (_is_under(p) and _is_over(b, q))
    return (p.figure.text, q.figure.text) if turned else None


def _next(story: Story, claim: Claim) -> Claim | None:
    """The span, age or measure that is the next figure of the sentence."""
    later = [c for c in story.in_sentence(claim.sentence) if c.figure.span > claim.figure.span]
    return later[0] if later and family(later[0]) in "UDA" else None


def _is_over(story: Story, claim: Claim) -> bool:
    if claim.figure.amount.low and claim.figure.amount.high is None:
        return True
    return _BEYOND.search(story.lead(claim)) is not None


def _is_under(claim: Claim) -> bool:
    return not claim.figure.amount.low and claim.figure.amount.high is not None


def _shared(a: Story, x: Claim, b: Story, y: Claim) -> frozenset[str]:
    nouns = content_words(" ".join(c.measure.text for c in (x, y) if c.measure is not None))
    return content_words(a.sentence(x)) & content_words(b.sentence(y)) - nouns


def _told(claim: Claim) -> str:
    noun = "" if claim.measure is None else claim.measure.text
    return f"{claim.figure.text} {noun}{', denied' if claim.negated else ''}"


def is_denied(claim: Claim) -> bool:
    """True for what was not done, and for "did not visit 214 kitchens": others may have been."""
    return claim.negated or (claim.event is not None and denies(claim.event.text))


def denies(words: str) -> bool:
    """True if some words deny: "not", "never", "failed"."""
    return _negation().search(words) is not None


@cache
def _no() -> Regex:
    """What there is none of: "no kitchens", "without a kitchen", "lack their own kitchens"."""
    return Regex(
        r"\b(?:ha(?:ve|s|d)\sno|sent(?:\sin)?\sno|with\sno|without|lack(?:s|ed|ing)?|got\sno|made\sno|filed\sno|gave\sno)"
        r"\s(?!(?:more|fewer|less|longer|doubt|idea|problem)\b)(?:(?:an?|any|the|their|its|own)\s){0,2}(?P<thing>[a-z-]{4,20}(?:\s[a-z-]{4,20})?)"
    )


@cache
def _negation() -> Regex:
    words = "|".join(map(re.escape, table("siblings")["negation"]))
    return Regex(rf"\b(?:{words})\b|n['’]t\b", re.IGNORECASE)


@cache
def _lacking() -> Regex:
    words = "|".join([*map(re.escape, table("siblings")["negation"]), *table("siblings")["lacking"]])
    return Regex(rf"\b(?:{words})\b|n['’]t\b|\bun[a-z]{{3,}}ed\b", re.IGNORECASE)
