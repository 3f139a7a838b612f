"""One fact printed twice: said again in other words, in the headline, further down, in another story.

Figures that agree and count one thing confirm each other. To question a figure the print has
to tie the two: an apposition ("more than half, 48 per cent"), or a headline over the one
figure of the body that it can mean.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from heapq import merge
from itertools import takewhile
from math import floor, log

from extractor.amount import is_exact, meet
from extractor.model import Claim, Cue, Relation, Role, Span, Strength
from extractor.nouns import are_distinct, may_be_one
from extractor.reconcile.link.cues.phrases import Marked, Phrase, first_of_each, matches, relation_of
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.story import Story, alike, family
from extractor.regexes import Regex

#: A little more than how many times another a number is at most that may be the other with a hedge.
_BAND = 1.4

RESTATED = (
    Phrase(
        "share-said-again",
        "a share in words, then in digits",
        r"{stated:P}(?:\s[\w’'-]+){0,9}?(?:\s\(|,\sor\s|,\s|\s[–—]\s){from:P}(?=\s*[),.;–—|])",
        "same",
        ("More than half of all missing episodes (56 per cent)", "Fewer than one in ten, 8 per cent, had"),
        "More than half of the men and 8 per cent of the women",
    ),
    Phrase(
        "share-in-digits-said-again",
        "a share in digits, then in words",
        r"{from:P}(?:\s[\w’'-]+){0,6}?(?:\s\(|,\sor\s|\s[–—]\s){stated:P}(?=\s*[),.;–—|])",
        "same",
        ("56 per cent – more than half –", "33.4 per cent of them (a third)"),
        "56 per cent, more than half of them women",
    ),
)
PHRASES = RESTATED
#: Between two shares: the second is told as another one, "about two-fifths on the first and slightly more, 44 per cent".
_ANOTHER = Regex(
    r"\b(?:more|less|fewer|higher|lower|another|other|others|further|second|rest|remainder|remaining)\b",
    re.IGNORECASE,
)


def repeats(story: Story, marked: Marked) -> Iterator[Relation]:
    """All facts that the story prints more than once."""
    seen: set[frozenset[str]] = set()
    for relation in (*_restated(story, marked), *_again(story)):
        pair = frozenset(c.id for c in relation.claims())
        if pair not in seen:
            seen.add(pair)
            yield relation


def _restated(story: Story, marked: Marked) -> Iterator[Relation]:
    for match in first_of_each(matches(marked, RESTATED), "stated"):
        stated, exact = match.roles["stated"], match.roles["from"]
        first, second = sorted((stated.figure.span, exact.figure.span))
        if _ANOTHER.search(story.words(Span(first.end, second.start))):
            continue
        if not in_digits(stated) and in_digits(exact) and "change" not in (stated.statistic, exact.statistic):
            yield relation_of(story, match, "stated", "from")


def in_digits(claim: Claim) -> bool:
    """True for "56 per cent" and "one in 8", False for "more than half"."""
    return any(c.isdigit() for c in claim.figure.text)


def _again(story: Story) -> Iterator[Relation]:
    """Each figure with the first one that prints the same fact."""
    printed = _Printed(story.claims)
    for later in range(len(story.claims)):
        candidates = (story.claims[n] for n in printed.before(later))
        claim = story.claims[later]
        earlier = next((e for e in candidates if _one_fact(story, e, claim)), None)
        if earlier is not None:
            yield pair(story, *_stated_first(earlier, claim))


class _Printed:
    """Claims by what they print, so that a long story need not be gone through for each of its figures."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._claims = claims
        self._by_value: defaultdict[tuple[str, Decimal | None], list[int]] = defaultdict(list)
        self._counts: defaultdict[tuple[bool, int | None], list[int]] = defaultdict(list)
        for number, claim in enumerate(claims):
            self._by_value[family(claim), claim.figure.value].append(number)
            if family(claim) == "C":
                self._counts[is_hedged(claim), _band(claim)].append(number)

    def before(self, number: int) -> Iterator[int]:
        """Which earlier claims print the same value, or are counts of which one alone is hedged, in order."""
        claim = self._claims[number]
        alike = self._by_value[family(claim), claim.figure.value] if claim.figure.value is not None else []
        others = self._near(not is_hedged(claim), _band(claim)) if family(claim) == "C" else []
        return takewhile(lambda n: n < number, merge(alike, *others))

    def _near(self, hedged: bool, band: int | None) -> list[list[int]]:
        bands = (
            [b for h, b in self._counts if h == hedged] if band is None else [None, band - 1, band, band + 1]
        )
        return [self._counts[hedged, b] for b in bands if (hedged, b) in self._counts]


def _band(claim: Claim) -> int | None:
    """Equal or neighbouring for values that are close; None for a range and for nothing, which are far from none."""
    value = claim.figure.value
    return None if value is None or value <= 0 else floor(log(value, _BAND))


def _stated_first(earlier: Claim, later: Claim) -> tuple[Claim, Claim]:
    """The vaguer of two figures is the one under test, the earlier one of two alike."""
    if is_exact(earlier.figure.amount) and not is_exact(later.figure.amount):
        return later, earlier
    return earlier, later


def _one_fact(story: Story, a: Claim, b: Claim) -> bool:
    """True if two figures are alike, agree, and speak of one thing."""
    if not alike(a, b) or a.negated != b.negated or family(a) not in "CMPUT":
        return False
    if family(a) == "C" and not _same_thing(a, b):
        return False
    if not _scopes_agree(a, b) or not _close(a, b) or not meet(a.figure.amount, b.figure.amount):
        return False
    if family(a) == "C":
        return True
    if family(a) == "P":
        return _same_print(a, b) and not are_distinct(key_of(a), key_of(b)) and _shares_words(story, a, b, 1)
    return (
        _same_print(a, b)
        and significant_digits(a) >= 2
        and (significant_digits(a) >= 3 or _shares_words(story, a, b, 1))
    )


def _same_thing(a: Claim, b: Claim) -> bool:
    if a.measure is None or b.measure is None or not may_be_one(a.measure.key, b.measure.key):
        return False
    return _same_print(a, b) or is_hedged(a) != is_hedged(b)


def is_hedged(claim: Claim) -> bool:
    """True for "nearly 400", which is not exactly so many."""
    return claim.figure.hedge is not None and not is_exact(claim.figure.amount)


def _same_print(a: Claim, b: Claim) -> bool:
    return a.figure.value is not None and a.figure.value == b.figure.value


def significant_digits(claim: Claim) -> int:
    """How many digits of a printed value are no trailing zeros."""
    return 0 if claim.figure.value is None else len(claim.figure.value.normalize().as_tuple().digits)


def _close(a: Claim, b: Claim) -> bool:
    """True if the two printed values are near enough to be one number with and without a hedge."""
    x, y = a.figure.value, b.figure.value
    if x is None or y is None:
        return is_exact(a.figure.amount) == is_exact(b.figure.amount)
    if x <= 2 and y <= 2:
        return False
    return x == y or (x > 0 and y > 0 and Fraction(3, 4) <= Fraction(x) / Fraction(y) <= Fraction(4, 3))


def _scopes_agree(a: Claim, b: Claim) -> bool:
    places = a.place is None or b.place is None or a.place.key == b.place.key
    periods = (
        a.period is None
        or b.period is None
        or a.period.start is None
        or b.period.start is None
        or a.period.key == b.period.key
    )
    return places and periods


def _shares_words(story: Story, a: Claim, b: Claim, least: int) -> bool:
    if a.sentence == b.sentence:
        return False
    return len(content_words(story.sentence(a)) & content_words(story.sentence(b))) >= least


def pair(story: Story, stated: Claim, other: Claim, strength: Strength = "contextual") -> Relation:
    """The relation that two claims print one fact."""
    cue = Cue(story.document.id, stated.figure.span, stated.figure.text)
    return Relation("same", (Role("stated", stated), Role("from", other)), cue, strength)


def key_of(claim: Claim) -> str:
    """The key of what a figure counts or measures; empty where that is not known."""
    return "" if claim.measure is None else claim.measure.key


__all__ = ["PHRASES", "in_digits", "pair", "repeats"]
