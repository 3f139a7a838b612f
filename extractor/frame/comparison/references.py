"""What something is compared with: the words after "than" or "below", and their key.

the national average                average:national
the England average                 average:england
the average for Wales               average:wales
a year earlier                      previous:year
the target, expected                target, expected
those with private agencies         the words themselves, in lower case
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from extractor.lexicon import table
from extractor.regexes import Regex

#: Where the words of a reference end: at punctuation or at a word that opens another clause.
_END = Regex(
    r"[;:()“”\"\n]|\s[–—-]\s|[,?!](?!\d)|\s(?:and|but|while|whereas|although|though|because|after|when|which|who)\s"
)
_LONGEST = 110
_ARTICLE = Regex(
    r"^(?:(?:the|a|an|its|their|that of|those of|that in|in|just|only|some|about)\s+)+", re.IGNORECASE
)
#: A name of a place before or after "average": capitalised words, "of" and "and" between them.
_NAME = r"(?:[A-Z][\w’'.-]*|UK|US|EU)(?:(?:\s+(?:of|and|of\s+the|and\s+the))?\s+[A-Z][\w’'.-]*){0,4}"
_MONTHS = Regex(r"(?:january|february|march|april|may|june|july|august|september|october|november|december)$")


def reference_words(text: str) -> str:
    """The words of a reference at the start of a text, up to where its clause ends."""
    found = _END.search(text[:_LONGEST])
    return text[: found.start() if found else _LONGEST].rstrip(" .")


def reference_key(words: str) -> str | None:
    """The canonical key of a reference that names a value ("the England average"); None for other words."""
    place = _place(words)
    if place is not None:
        return f"average:{place}"
    return next((key for key, pattern in _patterns() if pattern.search(words)), None)


def key_of(words: str) -> str:
    """The canonical key, or the words themselves in lower case without their article."""
    return reference_key(words) or _ARTICLE.sub("", words).casefold()


def _place(words: str) -> str | None:
    before, after = _place_patterns()
    found = before.search(words) or after.search(words)
    if found is None:
        return None
    name = re.sub(r"(?:[’']s)$", "", found[1]).casefold()
    return None if _MONTHS.search(name) else str(table("comparisons")["demonym"].get(name, name))


@cache
def _place_patterns() -> tuple[Regex, Regex]:
    nouns = "|".join(table("comparisons")["places"])
    return (
        Regex(rf"\b({_NAME})(?:-wide|\s+wide)?\s+(?:{nouns})\b"),
        Regex(rf"\b(?:{nouns})\s+(?:for|in|across|of)\s+(?:the\s+)?(?:whole\s+of\s+)?({_NAME})"),
    )


@cache
def _patterns() -> tuple[tuple[str, Regex], ...]:
    listed: Mapping[str, str] = table("comparisons")["reference"]
    return tuple((key, Regex(pattern, re.IGNORECASE)) for key, pattern in listed.items())
