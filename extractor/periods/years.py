"""Whether four digits are a year, and whether a month's name is the month."""

from __future__ import annotations

import re

from extractor.periods import fragments as f
from extractor.regexes import Regex

_WORD_BEFORE = Regex(r"([A-Za-z]+)['’]?[-\s–(]{1,2}$")
_WORD_AFTER = Regex(r"[-\s]([A-Za-z]+)")
_QUANTITY_AFTER = Regex(
    r"\s?(?:%|per\s?cent|[mbk]n?\b|million|billion|st\b|nd\b|rd\b|th\b)|[°º]", re.IGNORECASE
)
_BEFORE_YEAR = frozenset(f.WORDS["before_year"])
_BEFORE_NUMBER = frozenset(f.WORDS["before_number"])
_COUNTED = frozenset(f.WORDS["counted"])
_DATED = frozenset(f.WORDS["dated"])
#: Words before a month's name that make it a month even where it is a verb or a name as well.
_SURE_LEADS = frozenset(f.WORDS["before_month"])
_MONTH_LEADS = _SURE_LEADS | frozenset(
    {"of", "by", "from", "between", "to", "and", "for", "before", "after", "on"}
)
_DOUBTFUL = frozenset({"may", "march", "april", "june", "august"})
_PERSON_AFTER = Regex(r"\s+[A-Z][a-z]|['’]s?\s+[A-Z]")
_SPEAKS_AFTER = Regex(
    r"\s+(?:said|says|told|added|is|was|has|had|will|would|be|not|have|also|well)\b|\s+(?:for|on|of|against)\s+[A-Z]"
)
#: "The year to May", "the season to May".
_YEAR_TO = Regex(r"\b(?:year|months|quarter|season|week|half|fortnight)\s+to\s+$", re.IGNORECASE)
#: How far back the word before is looked for.
_BACK = 16


def is_year(text: str, start: int, end: int) -> bool:
    """True if the four digits at the place are a year and no number."""
    year = int(text[start:end])
    before, after = _neighbours(text, start, end)
    if _QUANTITY_AFTER.match(text, end) or before in _BEFORE_NUMBER or after in _COUNTED:
        return False
    if before in _BEFORE_YEAR:
        return year >= 1900 or not _plural(after)
    if year < 1900:
        return before in {"of", "from", "by", "to", "before", "after", "between", "and"} and not after
    if start and text[start - 1] not in " \n\t(\u00a0-–—“‘'\"[":
        return False
    return not _plural(after)


def is_month(text: str, found: re.Match[str]) -> bool:
    """True if the name is the month's: not the verb "May", nor a person called April."""
    name = found[1].rstrip(".").lower()
    before = _word_before(text, found.start())
    alone = found.end() == found.end(1)
    if not alone:  # "March 12": after "in" the digits are no day ("in March 12 people")
        return found.lastindex is not None and (before != "in" or found[3] is not None)
    if name not in _DOUBTFUL:
        return True
    if before in _SURE_LEADS or _YEAR_TO.search(text, max(0, found.start() - _BACK), found.start()):
        return True
    if _SPEAKS_AFTER.match(text, found.end()) or _PERSON_AFTER.match(text, found.end()):
        return False
    if name == "may":
        return False
    return name != "march" or before in _MONTH_LEADS or before == "" or before[:1].islower()


def _neighbours(text: str, start: int, end: int) -> tuple[str, str]:
    after = _WORD_AFTER.match(text, end)
    return _word_before(text, start), after[1].lower() if after and after[1][0].islower() else ""


def _word_before(text: str, start: int) -> str:
    found = _WORD_BEFORE.search(text, max(0, start - _BACK), start)
    return found[1].lower() if found else ""


def _plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss") and word not in _DATED and len(word) > 3
