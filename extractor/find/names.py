"""Numbers inside names, by the capitals around them: "the Six Nations", "the Polestar 2", kinds of homes."""

from __future__ import annotations

import re
from functools import lru_cache

from extractor.find.nouns import Outside
from extractor.find.numerals import Numeral
from extractor.find.symbols import symbols
from extractor.find.word_values import CARDINALS
from extractor.lexicon import table
from extractor.regexes import Regex

_LABELS = table("labels")
#: A word in small letters right before: the capital that follows is no start of a sentence.
_INSIDE = Regex(r"[a-z][,]?[ \u00a0]$")
#: A capital right before, or before "of", with a small letter ahead: "the Big Four", "the Gang of Eight".
_CAPITAL_BEFORE_INSIDE = Regex(r"[a-z\"“] [\"“]?[A-Z][A-Za-z]+ (?:of )?$")
_CAPITAL_AFTER = Regex(r"[ ][A-Z][a-z]")
_WORD = Regex(r"[A-Za-z][\w'’]*")
#: Words of three letters and more, and those of them that have no capital in a headline.
_LONG = Regex(r"\b[A-Za-z][a-z]{2,}")
_SMALL = frozenset(("the", "and", "but", "for", "nor", "with", "from", "into", "over", "per"))
_SURNAME = Regex(r"[ ][A-Z][a-z]+['’]s\b(?![ ][A-Z])")
_LIVING = Regex(
    r"-bed(?:room)?(?:ed)?\b(?![ ](?:hospital|ward|unit|clinic|centre|center|facility|hotel|home for))|"
    rf"[ ]bed(?:room)?[ ](?:{'|'.join(_LABELS['homes'])})\b"
)
#: More rooms than a home has.
_MANY_ROOMS = 12
_PRODUCT = Regex(
    r"\b(?:the|on|via|called|runs|an?|its|his|her|their|our|new|this|that|old|original|latest|['’]s) "
    r"(?:[A-Z][A-Za-z]+ ){0,2}[A-Z][A-Za-z]*[A-Za-rt-z] $"
)
#: A number of a product: short, without a unit and without what it could count.
_NUMBER = Regex(
    r"\d{1,4}(?:\.\d)?(?=[.,;:!?)”\"](?!\d)|['’]s\b|$|[ \u00a0\n](?:is|was|has|had|will|can|and|or|in|on|at|"
    r"with|from|for|gets?|comes?|costs?|starts?|that|which|owners?|users?|series|when|after|before|[a-z]+ed|outsold|sold|led)\b)"
)
_IDIOM = Regex(rf"(?:{'|'.join(_LABELS['idioms'])})")
_SAYING = Regex(rf"(?:{'|'.join(_LABELS['sayings'])})", re.IGNORECASE)
_HOURS = Regex(r"-to-\d")
#: Plans to save for old age that American law numbers.
_SAVINGS = Regex(r"(?:401|403|457)\(?[bk]\b\)?")
_BEST_OF = Regex(r"\bbest[- ]of[- ]$", re.IGNORECASE)
_PREFIX = Regex(r"([A-Za-z]+)[-‑]$")
_OPEN_PREFIXES = frozenset(_LABELS["open_prefixes"])
_CHANNEL = Regex(rf"\b(?:{'|'.join(_LABELS['channels'])}) $")
_PENCE = Regex(r"(?<![\w.,£$€])\d{1,3}(?:\.\d)?p\b(?!\.m)")
#: The mark of a model that follows a number and is no unit: "2.0 TDI", "737 MAX", "1.0 EcoBoost".
_MODEL = Regex(
    r"[ ]((?:e?[A-Z]{2,5}|[A-Z][a-z]+[A-Z][a-z]+))(?!\w)"
    r"(?![ ](?!(?:is|was|has|costs|comes|gets)\b)[a-z-]+s\b)"
)
_CAPITAL_BEFORE = Regex(r"[A-Za-z]*[A-Z][\w-]* $")
_ARTICLE = Regex(r"\b(?:an?|the|its|this) $")
_PIXELS = Regex(
    r"(?:240|360|480|576|720|1080|1440|2160)[pi]\b(?![ ](?:an?|per|each)\b)|[248]K\b(?![ ][a-z]+s\b)"
)
#: "The 737's", "737s", "a 787 Dreamliner": airliners, which Boeing numbers from 707 to 787.
_AIRLINER = Regex(
    r"7[0-8]7(?:s\b|['’]s\b|-\d{1,4}\b|[ ]"
    r"(?:Max|MAX|Dreamliner|jets?|planes?|crash|programme|program|fleet)\b)"
)
_RELAY = Regex(r"[2-9] ?[x×] ?\d{2,4}m\b")
_SHORT = Regex(r"\d{1,4}(?:\.\d)?(?!\d|[.,]\d)")
_NO_NAME = frozenset(_LABELS["no_name"])


def named_in_words(text: str, at: int, end: int) -> bool:
    """True for a number with a capital inside a sentence: "the Big Four", "the Six Nations", "Ten Hag's"."""
    if not text[at].isupper() or text[at + 1].isupper():
        return False
    if _SURNAME.match(text, end):
        return True
    if _CAPITAL_BEFORE_INSIDE.search(text, max(0, at - 32), at) is None and not (
        _INSIDE.search(text, max(0, at - 3), at) and _CAPITAL_AFTER.match(text, end)
    ):
        return False
    return not _in_headline(text, at)


def _in_headline(text: str, at: int) -> bool:
    """True among words that all have a capital: "Court Strikes Down Four Life Terms Against Him"."""
    start, end = text.rfind("\n", max(0, at - 30), at) + 1, text.find("\n", at, at + 30)
    words = _LONG.findall(text, max(start, at - 30), end if end >= 0 else at + 30)[1:-1]
    return all(word[0].isupper() or word in _SMALL for word in words)


def product(text: str, at: int) -> Outside | None:
    """ "The Polestar 2 is", "a new Leica 11.": a short number behind a name, which counts nothing."""
    if at < 4 or text[at - 1] != " " or not text[at - 2].isalpha():
        return None
    number = _NUMBER.match(text, at)
    if number is None:
        return None
    if _CHANNEL.search(text, max(0, at - 12), at):
        return Outside(at, number.end(), "reference", "name with a number")
    found = _PRODUCT.search(text, max(0, at - 48), at)
    if found is None or not _NO_NAME.isdisjoint(_WORD.findall(found[0])):
        return None
    return Outside(at, number.end(), "reference", "name with a number")


def describes_rooms(text: str, number: Numeral) -> bool:
    """True for "a two-bedroom flat", whose number says what kind of home it is."""
    return number.value < _MANY_ROOMS and _LIVING.match(text, number.end) is not None


def model(text: str, at: int) -> Outside | None:
    """ "The Golf 2.0 TDI", "a Ferrari 296 GTB": a number between a name and the mark of a model."""
    number = _SHORT.match(text, at)
    if number is None:
        return None
    named = _CAPITAL_BEFORE.search(text, max(0, at - 24), at)
    if named is None and not ("." in number[0] and _ARTICLE.search(text, max(0, at - 6), at)):
        return None
    mark = _MODEL.match(text, number.end())
    if mark is None or mark[1] in symbols():
        return None
    return Outside(at, mark.end(), "reference", "name with a number")


def machine(text: str, at: int) -> Outside | None:
    """ "The 737's", "a 4x100m relay": a machine or a race that its number names."""
    found = _AIRLINER.match(text, at) or _RELAY.match(text, at)
    if found is None or text[at - 1 : at] in ("$", "£", "€"):
        return None
    end = at + 3 if found.re is _AIRLINER.compiled else found.end()
    return Outside(at, end, "reference", "name with a number")


def picture(text: str, at: int) -> Outside | None:
    """ "1080p", "4K": the lines of a picture, unless its sign or other pence of the text make it a price."""
    found = _PIXELS.match(text, at)
    if found is None or text[at - 1 : at] in ("$", "£", "€"):
        return None
    if found[0].endswith("p") and _tells_pence(text):
        return None
    return Outside(at, found.end(), "reference", "name with a number")


@lru_cache(maxsize=2)
def _tells_pence(text: str) -> bool:
    """True if a text prints pence that no picture has as lines: "closed 36p lower at 324p"."""
    return any(_PIXELS.match(text, found.start()) is None for found in _PENCE.finditer(text))


def idiom(text: str, at: int) -> Outside | None:
    """Digits in a manner of speaking: "a 7-figure sum", "the 9-to-5 job", "a 10-K"."""
    number = _SAVINGS.match(text, at) or _SHORT.match(text, at)
    if number is None or not (number.re is _SAVINGS.compiled or is_idiom(text, at, number.end())):
        return None
    hours = _HOURS.match(text, number.end())
    end = hours.end() if hours is not None else number.end()
    return Outside(at, end, "reference", "name with a number")


def saying(text: str, at: int) -> Outside | None:
    """A manner of speaking with a number in letters: "a one-two punch", "working nine to five"."""
    found = _SAYING.match(text, at)
    return Outside(at, found.end(), "reference", "saying") if found is not None else None


def is_idiom(text: str, at: int, end: int) -> bool:
    """True for "a six-figure sum", "five-a-side", "best of three", where nothing is counted."""
    return _IDIOM.match(text, end) is not None or _BEST_OF.search(text, max(0, at - 9), at) is not None


def is_tailed(text: str, at: int) -> bool:
    """True for a number that a dash joins to a word before it: "phase-one", "a flat-six"."""
    found = _PREFIX.search(text, max(0, at - 24), at)
    return found is not None and found[1].lower() not in _OPEN_PREFIXES and found[1].lower() not in CARDINALS
