"""Numbers inside names, by the capitals around them: "the Six Nations", "the Polestar 2", kinds of homes."""

from __future__ import annotations

import re

from extractor.find.nouns import Outside
from extractor.find.numerals import Numeral
from extractor.lexicon import table

_LABELS = table("labels")
#: A word in small letters right before: the capital that follows is no start of a sentence.
_INSIDE = re.compile(r"[a-z][,]?[ \u00a0]$")
_WORD = re.compile(r"[A-Za-z][\w'’]*")
#: Words of four letters and more, of which a headline in capitals has most.
_LONG = re.compile(r"\b[A-Za-z][a-z]{3,}")
_SURNAME = re.compile(r"[ ][A-Z][a-z]+['’]s\b(?![ ][A-Z])")
_LIVING = re.compile(
    r"-bed(?:room)?(?:ed)?\b(?![ ](?:hospital|ward|unit|clinic|centre|center|facility|hotel|home for))|"
    rf"[ ]bed(?:room)?[ ](?:{'|'.join(_LABELS['homes'])})\b"
)
#: More rooms than a home has.
_MANY_ROOMS = 12
_PRODUCT = re.compile(
    r"\b(?:the|an?|its|his|her|their|our|new|this|that|old|original|latest|['’]s) "
    r"(?:[A-Z][A-Za-z]+ ){1,3}$"
)
#: A number of a product: short, without a unit and without what it could count.
_NUMBER = re.compile(
    r"\d{1,4}(?:\.\d)?(?=[.,;:!?)”\"](?!\d)|['’]s\b|$|[ \u00a0\n](?:is|was|has|had|will|can|and|or|in|on|at|"
    r"with|from|for|gets?|comes?|costs?|starts?|that|which|owners?|users?|series|when|after|before)\b)"
)
_NO_NAME = frozenset(_LABELS["no_name"])


def named_in_words(text: str, at: int, end: int) -> bool:
    """True for a number with a capital inside a sentence: "the Big Four", "the Six Nations", "Ten Hag's"."""
    if not text[at].isupper():
        return False
    if _SURNAME.match(text, end):
        return True
    return bool(_INSIDE.search(text, max(0, at - 3), at) or _after_name(text, at)) and not _in_headline(
        text, at
    )


def _after_name(text: str, at: int) -> bool:
    """True after a word with a capital inside a sentence, as in "the Big Four"."""
    before = text[max(0, at - 40) : at]
    found = re.search(r"[a-z] [A-Z][a-z]+ $", before)
    return found is not None


def _in_headline(text: str, at: int) -> bool:
    """True in a line most of whose words have a capital."""
    start, end = text.rfind("\n", max(0, at - 160), at) + 1, text.find("\n", at, at + 160)
    words = _LONG.findall(text, max(start, at - 160), end if end >= 0 else at + 160)
    capitals = sum(word[0].isupper() for word in words)
    return bool(2 * capitals > len(words))


def product(text: str, at: int) -> Outside | None:
    """ "The Polestar 2 is", "a new Leica 11.": a short number behind a name, which counts nothing."""
    if at < 4 or text[at - 1] != " " or not text[at - 2].isalpha():
        return None
    number = _NUMBER.match(text, at)
    if number is None:
        return None
    found = _PRODUCT.search(text, max(0, at - 48), at)
    if found is None or not _NO_NAME.isdisjoint(_WORD.findall(found[0])):
        return None
    return Outside(at, number.end(), "reference", "name with a number")


def describes_rooms(text: str, number: Numeral) -> bool:
    """True for "a two-bedroom flat", whose number says what kind of home it is."""
    return number.value < _MANY_ROOMS and _LIVING.match(text, number.end) is not None
