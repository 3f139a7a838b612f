"""How many times: "three times as many", "twice", "fourfold", "halved"."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from extractor.find.nouns import TIMES, Draft
from extractor.find.number_words import words_at
from extractor.find.numerals import Numeral
from extractor.find.unit import PER, Unit
from extractor.lexicon import table
from extractor.regexes import Regex

_NUMBERS = table("numbers")
_TIMES: dict[str, int] = dict(_NUMBERS["times"])
#: Words that multiply only where something is named that they multiply.
_NEED_MORE = ("twice", "thrice", "double", "triple", "treble")
_TIMES_WORD = Regex(r"[ \u00a0-]times\b|x\b(?![ ]?\d)|×", re.IGNORECASE)
#: "Six times that year", "six times the week before" say how often, "six times last year's sum" how much.
_WHEN = (
    r"[ \u00a0\n](?:(?:past|last|previous|following|next|same|other)[ \u00a0\n])?"
    r"(?:year|month|week|day|night|season|spring|summer|autumn|winter|quarter|morning|evening)(?!['’\w])"
)
_COMPARED = Regex(
    rf"[ \u00a0\n](?:as(?! an?\b| part\b| well\b)|more|less|fewer|higher|lower|greater|larger|bigger|smaller|"
    rf"longer|faster|(?:the|that|last|previous)(?!{_WHEN})|those|its|their|his|her|"
    r"our|what|normal|average|gross|earnings|forward|expected|trailing|estimated|likelier|cheaper|safer|worse|better|annual|current|usual|"
    r"pre|book|"
    r"sales|revenue|income)\b|['’]",
    re.IGNORECASE,
)
_SUBSCRIBED = Regex(r"subscribed (?:by )?(?:about |around |nearly |almost |over |more than )?$")
_FACTOR = Regex(r"\b[Ff]actor of (?:about |around |over |nearly )?$")
_FOLD = Regex(rf"-?{_NUMBERS['fold']}\b")
_NO_TIMES = Regex(
    r"[ ](?:down|up|as (?:an?|the)|over|back|bill\w*)\b|[ -](?:digit|figure)s?\b", re.IGNORECASE
)
_MORE_THAN = Regex(r"\b(?:more than|nearly|almost|roughly|at least|less than) $", re.IGNORECASE)
_DOUBLE_DOUBLE = Regex(r"\b(?:double|triple) ?- ?$", re.IGNORECASE)
#: "Cases HALVE in Singapore", "Stress DOUBLES the pot": of what moved, and no two halves or doubles.
_PRESENT = ("halve", "halves", "doubles", "triples", "trebles", "quadruples")
#: "Passengers DOUBLE in a year": the same of many.
_PLURALS = ("double", "triple", "treble", "quadruple")
_SUBJECT = Regex(
    r"(?<!\bthe)(?<!\bboth)(?<!\bof)(?<!\bin)(?<!\bto)(?<!\btwo)(?<!\band)(?<!\bmixed)(?<!\bfor)(?<!\bwill)"
    r"(?<!\bwould)(?<!\bcould)"
    r"(?<!\binto)(?<!\bmay)(?<!\bat)(?<!['’]s)(?<!s['’])(?<=[a-z]) $"
)
_PLURAL = Regex(r"[a-z](?:s|en|ple) $")
_BEHIND = Regex(
    r"[ ](?:in|to|from|after|since|over|the|its|their|his|her|on|within|at|again|nearly|almost|year)\b"
    r"|\n|$"
)
_MODELS_FROM = 100
_OFTEN = Regex(r"[ \u00a0](?:a|an|per|each|every)[ \u00a0](day|night|week|month|year|hour|minute|second)\b")


def times_after(text: str, start: int, number: Numeral) -> Draft | None:
    """The number with "times", "x" or "-fold" behind it."""
    found = _TIMES_WORD.match(text, number.end)
    if found is not None:
        often = _OFTEN.match(text, found.end())
        if often is not None:
            return Draft(start, number.end, number, Unit("rate", PER + often[1]), pattern="rate")
        if found[0] == "X" and number.value >= _MODELS_FROM:
            return None  # "a Ryzen 7950X"
        if (
            found[0].strip().lower() in ("x", "×")
            or _is_subscribed(text, start)
            or _COMPARED.match(text, found.end())
        ):
            return Draft(start, found.end(), number, TIMES, pattern="multiple")
        return Draft(start, number.end, number)
    fold = _FOLD.match(text, number.end)
    return Draft(start, fold.end(), number, TIMES, pattern="multiple") if fold is not None else None


def _is_subscribed(text: str, start: int) -> bool:
    """True for "oversubscribed four times", how often the shares on offer were asked for."""
    return _SUBSCRIBED.search(text, max(0, start - 24), start) is not None


def is_factor(text: str, start: int) -> bool:
    """True for "by a factor of three"."""
    return _FACTOR.search(text, max(0, start - 18), start) is not None


def _is_verb(text: str, at: int, word: str) -> bool:
    """True for a multiple in the present tense, which a subject stands before."""
    lead, behind = text[max(0, at - 24) : at], _BEHIND.match(text, at + len(word))
    told = _PLURAL.search(lead) if word in ("halve", *_PLURALS) else True
    return bool(told) and behind is not None and _SUBJECT.search(lead) is not None


def times_draft(text: str, at: int, word: str) -> Draft | None:
    """ "Twice", "doubled", "halved", "threefold"."""
    end = at + len(word)
    if word in _PRESENT and not _is_verb(text, at, word):
        return None
    if word in ("halved", "halving", "halve", "halves"):
        return Draft(at, end, Numeral(at, end, Fraction(1, 2), "words"), TIMES, pattern="multiple")
    if word.endswith(_NUMBERS["fold"]):
        number = words_at(word.removesuffix(_NUMBERS["fold"]), 0)
        if number is None or number.end != len(word) - len(_NUMBERS["fold"]):
            return None
        return Draft(at, end, replace(number, start=at, end=end), TIMES, pattern="multiple")
    number = Numeral(at, end, Fraction(_TIMES[word]), "words")
    if _DOUBLE_DOUBLE.search(text, max(0, at - 9), at):
        return None
    if _NO_TIMES.match(text, end):
        return None  # "doubled down", "doubled as a nurse"
    if word in _PLURALS and _is_verb(text, at, word):
        return Draft(at, end, number, TIMES, pattern="multiple")
    if word in _NEED_MORE and not _COMPARED.match(text, end):
        # How often something happened, or a room with two beds; "more than double our staff" stays.
        fits = (
            word not in ("twice", "thrice")
            and _MORE_THAN.search(text, max(0, at - 14), at)
            and text[end : end + 1] == " "
        )
        return Draft(at, end, number, TIMES, pattern="multiple") if fits else None
    return Draft(at, end, number, TIMES, pattern="multiple")
