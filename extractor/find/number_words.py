"""Numbers in letters: "twenty-seven thousand four hundred and six", "two-thirds", "half a million".

The reader takes words from left to right as long as they still make one number, so that
"seven eight" is two and a text of nothing but number words is read in linear time.
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from extractor.find.fraction_words import denominator, mixed, one_part, part_after_and
from extractor.find.halves import half, is_no_share, tail_of_half
from extractor.find.numerals import SCALES, Numeral, by_scale
from extractor.find.word_values import CARDINALS, NEXT_AND, NEXT_WORD, ORDINALS, PARTS, VAGUE, Sum
from extractor.lexicon import table
from extractor.regexes import Regex

_PLACE_END = Regex(r"[.,;)]|$|[ ](?:out of|of|in|on|place|overall|birthday|anniversary)\b")
#: Vague numbers that need no "of" behind them: "thousands marched", where "scores" would be a verb.
_ALONE = frozenset(table("numbers")["vague_alone"])
#: Scales that may stand without a number before them, and what leads to one of them there.
#: How far back the place before may be named: "a fifth man ... a sixth".
_ROW = 100
BARE_SCALES = ("dozen", "hundred", "thousand", "million", "billion", "trillion")
_LED = Regex(rf"\b(?:{'|'.join(table('numbers')['before_scale'])}) $", re.IGNORECASE)
_PAST = Regex(r"\b(?:past|last|next|previous|first) $")
#: Behind quarters of a year: "three quarters RUNNING", and behind "after three quarters": "OF GROWTH".
_ON_END = Regex(
    r" quarters (?:running|straight|consecutively|in a row|in succession|on end|on the trot|so far"
    r"|(?:this|last) year|out of (?:the )?(?:last |past )?(?:four|five|six|eight)|ended|to [A-Z][a-z]+)\b"
)
_AFTER = Regex(r"\b(?:for|after|following) $", re.IGNORECASE)
_OF_GROWTH = Regex(
    r" quarters (?:now|of (?:\w+ )?(?:growth|declines?|loss(?:es)?|contraction|profits?|recession))\b"
)
_POINT = Regex(r"[ \u00a0-]point(?=[ \u00a0-])", re.IGNORECASE)
#: What may follow "a third" where it is a share and not the one after the second.
_SHARE_FOLLOWS = Regex(
    r"\s*(?:[.,;:!?)\]—–\"”’']|$|-(?!\w))|[ \u00a0]*\n\s*\n|"
    r"[ \u00a0\n](?:of|more|less|fewer|higher|lower|larger|smaller|"
    r"bigger|the|that|"
    r"what|since|in|on|from|to|was|were|is|are|have|has|had|said|say|did|do|would|will|can|could|and|or|"
    r"as|than|by|"
    r"over|among|off|each|at|for|with|think|believe|want|come|live|support|between|cheaper|faster|"
    r"because|who|did|may|might|must|should|need|never|still|already|now|under|this|last|next|every|annually|before|"
    r"after|against|per)\b|[ \u00a0\n-](?:percentage[ -])?points?\b",
    re.IGNORECASE,
)
#: "Nearly a third", whatever follows.
_HEDGED = Regex(
    r"\b(?:up to|about|around|nearly|almost|roughly|than|at least|approximately) $", re.IGNORECASE
)
_OF_POINTS = Regex(r"[ \u00a0\n-](?:of an? )?(?:percentage[ -])?points?\b")
_SCALE_OF = Regex(
    r"[ \u00a0-](?:of an? )?(million|billion|trillion|lakh|crore|thousand|dozen)\b", re.IGNORECASE
)


#: "The remaining THIRD bring food": what is left, and what those do.
_LEFT = Regex(r"\b(?:the|its|their) (?:other|remaining) $", re.IGNORECASE)
_THEY_DO = Regex(rf"[ \u00a0](?:{'|'.join(table('numbers')['left_do'])})\b")


def _is_left(text: str, at: int, end: int) -> bool:
    """True for the half of "the other half have signed nothing"."""
    return _LEFT.search(text, max(0, at - 20), at) is not None and _THEY_DO.match(text, end) is not None


def words_at(text: str, at: int) -> Numeral | None:
    """The number in letters that starts at the offset, or None.

    Zero, vague numbers ("dozens") and ordinals are numbers of their own form; whether "one" is a
    number at all is for the caller to say.
    """
    first = NEXT_WORD.match(text, at)
    if first is None:
        return None
    word = first[1].lower()
    if word in ("a", "an"):
        return _after_article(text, at, first.end())
    if (word == "half" or word in PARTS) and _is_left(text, at, first.end()):
        return one_part(at, first.end(), PARTS.get(word, 2))
    if word == "half":
        return half(text, at, first.end())
    if word == "quarter":
        scaled = _of_a_scale(text, one_part(at, first.end(), 4))
        return scaled if scaled.form != "fraction" or _OF_POINTS.match(text, first.end()) else None
    if word in BARE_SCALES:
        return _led_scale(text, at, first.end(), word)
    if word == "several":
        return _few(text, at, first.end())
    if word in VAGUE:
        return _vague(text, at, word, first.end())
    if CARDINALS.get(word) == 0:
        return _tail(text, Numeral(at, first.end(), Fraction(0), "words"))
    return _counted(text, at, first.end(), word)


def _led_scale(text: str, at: int, end: int, word: str) -> Numeral | None:
    """ "Another dozen", "her first million": one of a scale without "a" or "one" before it."""
    if text[end : end + 1] == "-" or _LED.search(text, max(0, at - 24), at) is None:
        return None
    running = Sum()
    running.take("one")
    running.take(word)
    return _rest(text, at, end, running)


def _counted(text: str, at: int, end: int, word: str) -> Numeral | None:
    running = Sum()
    if not running.take(word):
        return None
    return _rest(text, at, end, running)


def _rest(text: str, at: int, end: int, running: Sum) -> Numeral:
    while True:
        found = NEXT_WORD.match(text, end)
        if found is not None and found[1].lower() == "and":
            found = _after_and(text, end, running)
        if found is None or not running.take(found[1].lower()):
            break
        end = found.end()
    step = running.step()
    number = Numeral(at, end, Fraction(running.value()), "words", Fraction(step), rounded=step > 1)
    return _tail(text, number)


def _after_and(text: str, end: int, running: Sum) -> re.Match[str] | None:
    """The word after "and", where one number can go on there: "two hundred and six"."""
    joined = NEXT_AND.match(text, end)
    if joined is None or (running.hundreds and not running.total):
        return None
    if running.group % 100:
        return None
    part = part_after_and(text, joined.end(), scaled=False)
    if part is not None and part.form == "fraction":
        return None
    following = NEXT_WORD.match(text, joined.end())
    return following if following is not None and following[1].lower() in CARDINALS else None


def _tail(text: str, number: Numeral) -> Numeral:
    """The number with what may still follow: decimals in words, a fraction, an ordinal ending."""
    point = _POINT.match(text, number.end)
    if point is not None:
        return _decimals(text, number, point.end())
    found = NEXT_WORD.match(text, number.end)
    if found is not None:
        word = found[1].lower()
        part = denominator(text, word, number.value == 1, found.end())
        if (
            part is not None
            and (not number.rounded or word.endswith("ths"))
            and not (number.value % 10 == 0 and word in ORDINALS)
            and not (word == "quarters" and _are_times(text, number))
        ):
            value = number.value / part[0]
            return _of_a_scale(
                text, replace(number, end=part[1], value=value, form="fraction", step=Fraction(1, part[0]))
            )
        if _makes_ordinal(number, word):
            return replace(number, end=found.end(), value=number.value + ORDINALS[word], form="ordinal")
    return _joined_ordinal(text, number) or mixed(text, number)


def _joined_ordinal(text: str, number: Numeral) -> Numeral | None:
    """ "One hundred and second out of 156", a place in an order."""
    joined = NEXT_AND.match(text, number.end)
    found = NEXT_WORD.match(text, joined.end()) if joined is not None else None
    value = ORDINALS.get(found[1].lower(), 100) if found is not None else 100
    if found is None or number.value % 100 or not number.value or value > 99 or number.form != "words":
        return None
    if not _PLACE_END.match(text, found.end()):
        return None  # "two hundred and third parties"
    return replace(number, end=found.end(), value=number.value + value, form="ordinal")


def _are_times(text: str, number: Numeral) -> bool:
    """True for "two quarters", "the past three quarters" and "three quarters running", parts of a year."""
    before, after = (text, max(0, number.start - 12), number.start), (text, number.end)
    if number.value != 3 or _PAST.search(*before) is not None or _ON_END.match(*after) is not None:
        return True
    return _AFTER.search(*before) is not None and _OF_GROWTH.match(*after) is not None


def _of_a_scale(text: str, number: Numeral) -> Numeral:
    """ "Three quarters of a million", "a quarter billion"."""
    found = _SCALE_OF.match(text, number.end)
    if found is None or found[1].lower() not in SCALES:
        return number
    return by_scale(number, SCALES[found[1].lower()], found.end())


def _makes_ordinal(number: Numeral, word: str) -> bool:
    value = ORDINALS.get(word)
    if value is None or number.value == 0:
        return False
    return (value < 10 and number.value % 10 == 0 and number.value % 100 != 10) or (
        value < 100 and number.value % 100 == 0
    )


def _decimals(text: str, number: Numeral, at: int) -> Numeral:
    digits, end = "", at
    while len(digits) < 12:
        found = NEXT_WORD.match(text, end)
        value = CARDINALS.get(found[1].lower()) if found is not None else None
        if found is None or value is None or value > 9:
            break
        digits, end = digits + str(value), found.end()
    if not digits:
        first = NEXT_WORD.match(text, at)
        tail = words_at(text, first.start(1)) if first is not None and first[1].lower() in CARDINALS else None
        if tail is None or tail.form != "words" or not 9 < tail.value < 100:
            return number
        digits, end = str(tail.value), tail.end
    step = Fraction(1, 10 ** len(digits))
    read = replace(number, end=end, value=number.value + int(digits) * step, step=step, rounded=True)
    scale = NEXT_WORD.match(text, end)
    if scale is not None and scale[1].lower() in SCALES:
        return by_scale(read, SCALES[scale[1].lower()], scale.end())
    return read


def _after_article(text: str, at: int, end: int) -> Numeral | None:
    """ "A million", "a dozen", "a third", "a couple of": what an article makes a number."""
    found = NEXT_WORD.match(text, end)
    if found is None:
        return None
    word = found[1].lower()
    if word in SCALES and not word.endswith("s"):
        running = Sum()
        running.take("one")
        return _rest(text, at, found.end(), running) if running.take(word) and found else None
    if word == "half":
        return None if is_no_share(text, found.end()) else tail_of_half(text, at, found.end())
    if word == "quarter" and (scaled := _of_a_scale(text, one_part(at, found.end(), 4))).form != "fraction":
        return scaled
    if word in ORDINALS and _is_next(text, at, ORDINALS[word]):
        return None
    if word in PARTS and (
        _SHARE_FOLLOWS.match(text, found.end()) or _HEDGED.search(text, max(0, at - 14), at)
    ):
        return one_part(at, found.end(), PARTS[word])
    if word in ("few", "couple"):
        return _few(text, at, found.end())
    return None


def _is_next(text: str, at: int, place: int) -> bool:
    """True for the "a sixth" of "a fifth man was held; a sixth is sought"."""
    before = next((word for word, value in ORDINALS.items() if value == place - 1), None)
    return before is not None and re.search(rf"\b{before} [a-z]", text[max(0, at - _ROW) : at]) is not None


_FEW = Regex(r"(?: of)?[ \u00a0]([a-z]+)(?:[ \u00a0]([a-z]+))?")


def _few(text: str, at: int, end: int) -> Numeral | None:
    """ "A few hundred", "several hundred thousand", "a couple of thousand": at least two of the scale."""
    found = _FEW.match(text, end)
    scale = SCALES.get(found[1]) if found is not None else None
    if found is None or scale is None:
        return None
    more = SCALES.get(found[2] or "", 1)
    stop = found.end(2) if more > scale else found.end(1)
    return Numeral(at, stop, Fraction(2 * scale * (more if more > scale else 1)), "vague", rounded=True)


_OF_SCALES = Regex(r"[ \u00a0]of[ \u00a0]([a-z]+)", re.IGNORECASE)
#: "In their thousands", "by the dozen": a manner, and "per millions of" a unit.
_MANNER = Regex(
    r"\b(?:by the|in the|in their|into the|in|per|multi-|the low|the high|the mid) ?$", re.IGNORECASE
)


def _vague(text: str, at: int, word: str, end: int) -> Numeral | None:
    """ "Dozens of", "hundreds of thousands", "thousands marched": a number from below only."""
    value, following = VAGUE[word], _OF_SCALES.match(text, end)
    if following is None:
        alone = word in _ALONE and not _MANNER.search(text, max(0, at - 12), at)
        return Numeral(at, end, Fraction(value), "vague", rounded=True) if alone else None
    scale = SCALES.get(following[1].lower().removesuffix("s"))
    if scale is not None and following[1].lower().endswith("s"):
        return Numeral(at, following.end(), Fraction(value * scale), "vague", rounded=True)
    return Numeral(at, end, Fraction(value), "vague", rounded=True)
