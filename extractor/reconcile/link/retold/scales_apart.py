"""One amount ten or a thousand times as great in one story as in the other: 3.9 billion euros, 390 million euros.

The digits are the same, or round to the same two; a word that is its own ties the two, and neither story has both.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from extractor.lexicon import table
from extractor.model import Claim, Cue, Relation, Role
from extractor.reconcile.clauses import clause_of
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.retold.facts import is_then, slot
from extractor.reconcile.link.retold.near_numbers import digits, in_minor_coin
from extractor.reconcile.link.retold.per_head import of_two_ranks, per_head
from extractor.reconcile.link.retold.strangers import of_strangers
from extractor.reconcile.siblings.periods import may_be_one_time
from extractor.reconcile.siblings.stretches import stretches
from extractor.reconcile.story import Story, family, prints
from extractor.regexes import Regex

_KILOS, _TONNES = Regex(r"\b(?:kg|kilos?|kilogramm?e?s?)$"), Regex(r"\b(?:t|tonnes?|tons)$")
#: "Interest on the debt is".
_OF_IT = Regex(
    r"\b(?P<noun>[A-Za-z]{3,})\s(?:of|on|for)\s(?:the|its|their|an?)\s(?P<of>\w+)(?=[,.;:]|$|\s(?:is|are|was|were"
    r"|came|comes|stands|stood|has|have|had|will|rose|fell)\b)"
)
#: How many times one is the other, and how far off it may be where one is rounded to two digits.
_EXACT, ROUNDED, CLOSE = (10, 100, 1000), 10, Fraction(15, 1000)
#: Digits of the shorter number at least, and of the longer one where they are not as many.
LEAST, LONG = 2, 3
#: Words of their own that two numbers have in common where one of them is rounded.
ROUNDLY = 2


def scales_apart(a: Story, b: Story) -> Iterator[Relation]:
    """Sums of money and measured amounts of one thing with the scale of one of them wrong."""
    theirs = [c for c in b.claims if _may_be(c)]
    for x in (c for c in a.claims if _may_be(c)):
        for y in theirs:
            if _is_scale(x, y) and _is_one(a, x, b, y):
                cue = Cue(x.document, x.figure.span, x.figure.text)
                yield Relation("same", (Role("stated", x), Role("from", y)), cue, "stated")


def _may_be(claim: Claim) -> bool:
    return (
        family(claim) in "MU" and bool(claim.figure.value) and digits(claim) >= LEAST and not is_change(claim)
    )


def _is_scale(x: Claim, y: Claim) -> bool:
    if family(x) != family(y):
        return False
    (v, one), (w, other) = _amount(x), _amount(y)
    if one != other or v <= 0 or w <= 0:
        return False
    ratio = _ratio(x, y)
    if ratio == ROUNDED and in_minor_coin(x) != in_minor_coin(y):
        return False  # "a levy of 12.5p a litre", "diesel at £1.25"
    if ratio in _EXACT:
        return True
    rounded = digits(x) != digits(y) and max(digits(x), digits(y)) >= LONG
    return rounded and abs(ratio / ROUNDED - 1) <= CLOSE


def _ratio(x: Claim, y: Claim) -> Fraction:
    """How many times as great the greater of two amounts is."""
    v, w = _amount(x)[0], _amount(y)[0]
    return max(v / w, w / v)


def _amount(claim: Claim) -> tuple[Fraction, str]:
    """The value and the unit of a figure, tonnes in kilograms."""
    value, text = Fraction(claim.figure.value or 0), claim.figure.text.lower()
    if family(claim) == "U" and _KILOS.search(text):
        return value, "kg"
    if family(claim) == "U" and _TONNES.search(text):
        return value * 1000, "kg"
    return value, claim.figure.amount.unit


def _is_one(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True if one word is both figures' own, and nothing sets them apart."""
    if not _own_in_common(a, x, b, y) or prints(a, y) or prints(b, x):
        return False
    if not may_be_one_time(x.period, y.period):
        return False
    if x.direction != y.direction or x.negated != y.negated or x.stance != y.stance:
        return False
    if of_two_ranks(a, x, b, y):
        return False
    if bool(stretches(clause_of(a, x))) != bool(stretches(clause_of(b, y))):
        return False  # "pays $6.5 million a year"
    return not of_strangers(a, x, b, y) and is_then(a, x) == is_then(b, y) and not per_head(a, x, b, y)


def _own_in_common(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True if the two have a word in common that is not of another noun in one of them: "interest on the DEBT"."""
    shared = slot(a, x) & slot(b, y)
    if len(shared) < (1 if _ratio(x, y) in _EXACT else ROUNDLY):
        return False
    return any(_is_of_it(w, a.sentence(x)) == _is_of_it(w, b.sentence(y)) for w in shared)


def _is_of_it(word: str, sentence: str) -> bool:
    """True if a word is no more than what another noun is of; what a thing costs is told of the thing."""
    told = [m for m in _OF_IT.finditer(sentence) if m["of"].lower().startswith(word)]
    return any(m["noun"].lower() not in table("siblings")["spending"] for m in told)


__all__ = ["scales_apart"]
