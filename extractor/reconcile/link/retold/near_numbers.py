"""Whether one number may be another: rounded, or misprinted with its digits turned or its scale wrong."""

from __future__ import annotations

from fractions import Fraction

from extractor.amount import meet
from extractor.lexicon import table
from extractor.model import Claim
from extractor.reconcile.siblings.units import in_digits
from extractor.reconcile.story import family
from extractor.regexes import Regex

#: Digits of a number that one event hardly has twice.
UNLIKELY = 3
#: How many times as great a number is that has its scale wrong, at least; a rounded one may be a little less.
SCALE = 950
#: How far off a rounded number may be, a scale away.
CLOSE = Fraction(1, 50)
#: A coin of which a hundred make another, and the scale that such a pair is not off by through a slip.
_MINOR, TENFOLD = Regex(r"\d\s?(?:p|c|¢|pence|penny|cents?|paise|paisa|kobo|sen)\b"), 10


def digits(claim: Claim) -> int:
    """The digits of a printed number without its noughts; 0 for a range or what is no quantity.

    "A third" and "two dozen" are one digit each: few of them are in use, and everybody uses those.
    """
    value = claim.figure.value
    if value is None or family(claim) == "?":
        return 0
    plain = claim.figure.kind != "ratio" and "dozen" not in claim.figure.text.lower()
    return len(value.normalize().as_tuple().digits) if plain else 1


def rounds(x: Claim, y: Claim) -> bool:
    """True if one is a round number behind a hedge, "more than 900", and the other an exact one beside it."""
    hedged, exact = sorted((x, y), key=digits)
    value, near = hedged.figure.value, exact.figure.value
    if not value or not near or hedged.figure.hedge is None or digits(exact) < 3:
        return False
    step = Fraction(str(table("siblings")["rounds"]))
    return abs(Fraction(value) / Fraction(near) - 1) <= step


def agree(x: Claim, y: Claim) -> bool:
    """True if amounts meet; bounds a thousand times apart, "at least £2.1m" and "at least £2,100", are two."""
    return meet(x.figure.amount, y.figure.amount) and not off(x, y)


def near(x: Claim, y: Claim) -> bool:
    """True if one number may stand for the other: it is not far from it, or a slip of the hand away."""
    a, b = x.figure.value, y.figure.value
    if a is None or b is None or a <= 0 or b <= 0:
        return False
    ratio = max(Fraction(a) / Fraction(b), Fraction(b) / Fraction(a))
    return ratio <= int(table("siblings")["apart"]) or slipped(x, y) or turned(x, y)


def turned(x: Claim, y: Claim) -> bool:
    """True for two sums of money, or two shares, of which one has the two digits of the other turned: £160, £610."""
    a, b = x.figure.value, y.figure.value
    if family(x) != family(y) or family(x) not in "MP" or not a or not b or digits(x) != 2 or digits(y) != 2:
        return False
    return a != b and sorted(str(a)) == sorted(str(b))


def off(x: Claim, y: Claim) -> bool:
    """True if two numbers have the same digits, and one of them is a thousand times as great or more."""
    if not x.figure.value or not y.figure.value or not slipped(x, y):
        return False
    ratio = Fraction(x.figure.value) / Fraction(y.figure.value)
    return max(ratio, 1 / ratio) >= SCALE


def slipped(x: Claim, y: Claim) -> bool:
    """True if one number is the other with its digits in another order, or a scale off.

    A slip of the hand keeps the form of a number: 11,000 is none for "eleven".
    """
    if in_digits(x.figure) != in_digits(y.figure):
        return False
    a, b, least = x.figure.value, y.figure.value, min(digits(x), digits(y))
    if not a or not b or least < 2:
        return False
    scale = max(Fraction(a) / Fraction(b), Fraction(b) / Fraction(a))
    swapped = sorted(str(a)) == sorted(str(b)) and (least >= UNLIKELY or one_thing_counted(x, y))
    if scale == TENFOLD and in_minor_coin(x) != in_minor_coin(y):
        return False  # "a dividend of 13.5p", "rolls at £1.35"
    known = scale in (1000, 1_000_000) or scaled(x, y)
    return known or swapped or (least >= UNLIKELY and scale in (10, 100))


def of_same_digits(x: Claim, y: Claim) -> bool:
    """True for $759 and $795: two numbers with the same digits in another order."""
    a, b = x.figure.value, y.figure.value
    return bool(a and b) and a != b and sorted(str(a)) == sorted(str(b))


def in_minor_coin(claim: Claim) -> bool:
    """True for "13.5p", "85 cents" and "40 paise"."""
    return family(claim) == "M" and _MINOR.search(claim.figure.text.lower()) is not None


def scaled(x: Claim, y: Claim) -> bool:
    """True if one number is the other rounded behind a hedge, on another scale: "almost £85,000" for £84.8m."""
    hedged, exact = sorted((x, y), key=digits)
    value, other = hedged.figure.value, exact.figure.value
    if not value or not other or hedged.figure.hedge is None or digits(exact) < UNLIKELY:
        return False
    ratio = max(Fraction(value) / Fraction(other), Fraction(other) / Fraction(value))
    return digits(hedged) >= 2 and any(abs(ratio / scale - 1) <= CLOSE for scale in (1000, 1_000_000))


def opposed(x: Claim, y: Claim) -> bool:
    """True for one share of one whole that is told to be less in one and more in the other: "nearly half", "over half"."""
    p, q = x.base, y.base
    named = p is not None and q is not None and p.key == q.key and p.found == q.found == "here"
    told = x.figure.value is not None and x.figure.value == y.figure.value and x.figure.kind == y.figure.kind
    return family(x) == family(y) == "P" and named and told and not meet(x.figure.amount, y.figure.amount)


def one_thing_counted(x: Claim, y: Claim) -> bool:
    """True if both sentences name what is counted with one noun: 13 homes and 31 homes."""
    p, q = x.measure, y.measure
    return p is not None and q is not None and p.key == q.key and p.found == q.found == "here"
