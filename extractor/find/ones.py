"""One, zero, none and all: words that are numbers only in company."""

from __future__ import annotations

import re
from fractions import Fraction

from extractor.find.nouns import LAST_WORD, RATIO, Draft
from extractor.find.numerals import Numeral
from extractor.find.word_values import CARDINALS
from extractor.lexicon import table
from extractor.regexes import Regex

_WORDS = table("numbers")
_BEFORE_ONE = frozenset(_WORDS["before_one"])
_PRONOUN_AFTER = frozenset(
    ("the", "this", "that", "which", "no", "another", "any", "some", "every", "each", "such", "first")
)
_ZERO_AFTER = frozenset(
    ("to", "from", "at", "of", "with", "was", "were", "is", "are", "below", "above", "had", "has", "reported")
)
_MANY = "|".join(word for word, value in CARDINALS.items() if value > 1)
_ONE_OF = Regex(rf" of (?:\d[\d,]*(?!\d|[,.]\d|[ ]?%|[ ]per)|(?:{_MANY})\b)")
_NO_NOUN_ONE = Regex(
    r"['’]|[ -](?:another|thing|such|else|day|by one|side|hand|time|way|who|that|which|or|where|off|of)\b",
    re.I,
)


#: "Zero complaints": a plural that is counted, and no target or rule ("zero emissions").
_ZERO_RULE = Regex(rf"[ ](?:{'|'.join(_WORDS['not_after_zero'])})\b")
_ZERO_OF = Regex(r"[ ](?:[a-z]+[ ])?[A-Za-z]{3,}[a-rt-z]s\b")
#: "The only one man", "an average one in five": a noun or a share follows, and the word counts.
_NOUN_OF_ONE = Regex(rf"-|[ ](?:in|out of)[ ]|[ ](?!(?:{'|'.join(_WORDS['after_pronoun'])}|\w+ing)\b)[a-z]")
#: "By one point", "just one point": what a point has before it that is won or lost, and not made or reached.
_SCORED = Regex(rf"\b(?:{'|'.join(_WORDS['before_point'])}) $", re.IGNORECASE)
_POINT = Regex(r"[ ]point\b")
#: "One day he walked in", "the other night": when, and not how long.
_SOME_DAY = Regex(rf"[ ](?:day|night)\b(?!['’-]|[ ](?:{'|'.join(_WORDS['after_day'])})\b)")
_DAY_AFTER = Regex(rf"\b(?:{'|'.join(_WORDS['before_day'])}) $", re.IGNORECASE)
_DEGREES = Regex(r"(?:degrees?|°)(?: [A-Z]\w*)? (?:below|above) $")


def is_zero(text: str, at: int, end: int) -> bool:
    """True for "fell to zero" and "zero complaints", not for "net zero" and "zero tolerance"."""
    before = LAST_WORD.search(text, max(0, at - 14), at)
    lead = before[1].lower() if before is not None else ""
    if lead in ("below", "above") and _DEGREES.search(text, max(0, at - 24), at):
        return False  # "ten degrees below zero" is one figure
    if text[end : end + 1] == "-" or _ZERO_RULE.match(text, end):
        return False
    return lead in _ZERO_AFTER or _ZERO_OF.match(text, end) is not None


#: "The only one", "a longer one", "is not one of them": a word for the thing and no number.
_FOR_A_THING = Regex(
    r"\b(?:the|an?|my|his|her|their|your|our)[ ](?:(?:very|most|more|much|far)[ ])?"
    r"(?!half|past|last|first|next|mere|total)[a-z]+(?:-[a-z]+)?[ ]$|"
    r"(?:\b(?:is|was|are|were|be|am)|n['’]t|['’]s)[ ]not[ ]$"
)


def is_pronoun(text: str, at: int, end: int) -> bool:
    """True for "the one", "which one", "no one", "one another", "a longer one": no number at all."""
    before = LAST_WORD.search(text, max(0, at - 14), at)
    if before is not None and before[1].lower() in _PRONOUN_AFTER:
        return text[end : end + 1] != "-"
    if _FOR_A_THING.search(text, max(0, at - 40), at) and not _NOUN_OF_ONE.match(text, end):
        return True
    return text[end : end + 8] == " another" or text[end : end + 2] in ("'s", "’s")


def is_no_length(text: str, at: int, end: int) -> bool:
    """True for "at one point", "one day he left": a moment, and nothing measured."""
    if _POINT.match(text, end):
        return _SCORED.search(text, max(0, at - 12), at) is None
    return _SOME_DAY.match(text, end) is not None and _DAY_AFTER.search(text, max(0, at - 12), at) is None


#: "Seven said yes, two said no and one had come for the pasty": the last of numbers in a row.
_IN_A_ROW = Regex(
    rf"\b(?:\d{{1,3}}|{_MANY}) (?!years?\b|months?\b|weeks?\b|days?\b|hours?\b|per\b|call\b|area\b)[a-z]"
    r"[^.!?\n]{1,80}\b(?:and|but) $",
    re.IGNORECASE,
)
#: What people do in general: "and one can only hope".
_ANYBODY = Regex(rf"[ ](?:{'|'.join(_WORDS['after_anybody'])})\b")


def is_one(text: str, at: int, end: int) -> bool:
    """True where "one" is a number by the words before it: "at least one", "two said no and one had left"."""
    if _ONE_OF.match(text, end):
        return True
    if _IN_A_ROW.search(text, max(0, at - 100), at):
        return not (_NO_NOUN_ONE.match(text, end) or _ANYBODY.match(text, end))
    before = LAST_WORD.search(text, max(0, at - 14), at)
    if before is None or before[1].lower() not in _BEFORE_ONE:
        return False
    return not _NO_NOUN_ONE.match(text, end) or before[1].lower() in ("not", "than", "least", "every")


_IS_NOT = Regex(r"\b(?:is|was|are|were|am|be) $", re.IGNORECASE)
_NOT_ONE = Regex(r"not (?:one|a single(?: one)?)\b", re.IGNORECASE)
_NO_COUNT_NONE = Regex(r"[ -]the[ -](?:less|wiser)|[ ](?:other|too)\b", re.IGNORECASE)
_EVERY_ONE = Regex(r"(?:every (?:single )?one)", re.IGNORECASE)


def universal_draft(text: str, at: int, word: str) -> Draft | None:
    """ "None", "not one", "every one": figures without a number."""
    if word == "none":
        before = LAST_WORD.search(text, max(0, at - 14), at)
        if _NO_COUNT_NONE.match(text, at + 4) or (
            before is not None and before[1].lower() in ("almost", "to", "nearly")
        ):
            return None
        return Draft(at, at + 4, Numeral(at, at + 4, Fraction(0), "words"), pattern="none")
    found = (_NOT_ONE if word == "not" else _EVERY_ONE).match(text, at)
    if found is None or (word == "not" and _IS_NOT.search(text, max(0, at - 8), at)):
        return None
    if word == "not":
        return Draft(at, found.end(), Numeral(at, found.end(), Fraction(0), "words"), pattern="none")
    return Draft(at, found.end(), Numeral(at, found.end(), Fraction(1), "words"), RATIO, pattern="all")
