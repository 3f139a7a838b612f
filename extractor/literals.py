"""What a text must hold for a pattern to be found in it: a cheap no before a dear search.

Most patterns of words stand in few texts. To look whether a text holds one of the words that a pattern
cannot do without takes a hundredth of the time that the search takes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

#: So many words are looked for at most; a pattern that can do with any of more is searched for at once.
MOST = 40
#: A single letter is in every text.
LEAST = 2
#: Characters up to which a text is put in lower case each time it is asked of.
SHORT = 400
_QUANTIFIER = re.compile(r"(?:[*+?]|\{(\d*)(?:,\d*)?\})[?+]?")
#: "[Nn]", one letter with and without a capital.
_CASES = re.compile(r"\[([A-Za-z])([A-Za-z])\]")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_HEX = re.compile(r"\\x([0-9a-fA-F]{2})|\\u([0-9a-fA-F]{4})")
_OPENING = re.compile(r"\((?:\?(?:P<\w+>|:|[aimsux]+(?:-[imsx]+)?:|>))?(?!\?)")
_ASIDE = re.compile(r"\((?:\?(?:[=!]|<[=!])|\?P=|\?#|\?[aimsux]+\))")

#: Words in lower case of which one must stand in a text; None where nothing is known.
Needed = frozenset[str] | None


def find_all(pattern: re.Pattern[str], text: str, start: int = 0) -> Iterator[re.Match[str]]:
    """What `pattern.finditer(text, start)` finds; nothing at once where the text lacks what it needs."""
    return pattern.finditer(text, start) if may_stand(pattern, text[start:]) else iter(())


def search(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """What `pattern.search(text)` finds; None at once where the text lacks all words that it needs."""
    return pattern.search(text) if may_stand(pattern, text) else None


def may_stand(pattern: re.Pattern[str], text: str) -> bool:
    """False where a text holds none of the words that a pattern needs."""
    return _held(text).may_hold(pattern) if len(text) > SHORT else holds(text.lower(), pattern)


class Held(dict[str, bool]):
    """Which words a text in lower case holds, each looked for once however many patterns need it."""

    def __init__(self, low: str) -> None:
        self._low = low

    def __missing__(self, word: str) -> bool:
        self[word] = word in self._low
        return self[word]

    def may_hold(self, pattern: re.Pattern[str]) -> bool:
        """False where the text holds none of the words that a pattern needs."""
        words = _words(pattern.pattern, pattern.flags)
        return words is None or any(map(self.__getitem__, words))


@lru_cache(maxsize=8)
def _held(text: str) -> Held:
    return Held(text.lower())


def holds(low: str, pattern: re.Pattern[str]) -> bool:
    """False where a text in lower case holds none of the words that a pattern needs."""
    words = _words(pattern.pattern, pattern.flags)
    if words is None:
        return True
    for word in words:  # noqa: SIM110 - `any` takes twice as long
        if word in low:
            return True
    return False


def present(pattern: re.Pattern[str], text: str) -> tuple[str, ...]:
    """The words that a pattern needs one of, in lower case, that a text holds; ("",) if none are known."""
    words = _words(pattern.pattern, pattern.flags)
    return ("",) if words is None else tuple(filter(_held(text).__getitem__, words))


@cache
def _words(pattern: str, flags: int) -> Needed:
    """What a pattern needs; the pattern itself would be no quick key: `re` hashes all of its code."""
    return None if flags & re.VERBOSE else needed(pattern)


def needed(pattern: str) -> Needed:
    """The words in lower case of which a text must hold one for a regular expression to match in it.

    None where the expression can do without any, or needs one of too many, or of too short ones.
    """
    words, end = _alternatives(pattern, 0)
    if end != len(pattern) or words is None or len(words) > MOST or min(map(len, words)) < LEAST:
        return None
    return words


def _alternatives(pattern: str, at: int) -> tuple[Needed, int]:
    """What one of the alternatives from an offset needs, and the offset behind them."""
    found, at = _sequence(pattern, at)
    sides = [found]
    while pattern[at : at + 1] == "|":
        found, at = _sequence(pattern, at + 1)
        sides.append(found)
    known = [s for s in sides if s is not None]
    return (frozenset().union(*known) if len(known) == len(sides) else None), at


def _sequence(pattern: str, at: int) -> tuple[Needed, int]:
    """The dearest thing that the pieces in a row from an offset need, and the offset behind them."""
    best: Needed = None
    letters = ""
    while at < len(pattern) and pattern[at] not in "|)":
        words, letter, at = _piece(pattern, at)
        quantifier = _QUANTIFIER.match(pattern, at)
        if quantifier is not None:
            at = quantifier.end()
            if quantifier[0][0] in "*?" or quantifier[1] in ("", "0"):
                words, letter = None, ""
        letters += letter
        if not letter or quantifier is not None:
            best, letters = _better(best, frozenset([letters]) if letters else None), ""
        best = _better(best, words)
    return _better(best, frozenset([letters]) if letters else None), at


def _better(one: Needed, two: Needed) -> Needed:
    """Of two things that are both needed the one with the longer shortest word; of equals the smaller."""
    if one is None or two is None:
        return one if two is None else two
    return max(one, two, key=lambda words: (min(map(len, words)), -len(words)))


def _piece(pattern: str, at: int) -> tuple[Needed, str, int]:
    """What a group needs or which letter stands at an offset, and the offset behind it."""
    char = pattern[at]
    if char == "[":
        cases = _CASES.match(pattern, at)
        if cases is not None and cases[1].lower() == cases[2].lower():
            return None, cases[1].lower(), cases.end()
        found = _CLASS.match(pattern, at)
        return None, "", found.end() if found is not None else len(pattern)
    if char == "(":
        aside = _ASIDE.match(pattern, at)
        opening = _OPENING.match(pattern, at)
        if aside is not None and aside[0].endswith(")"):
            return None, "", aside.end()
        if aside is None and opening is None:
            return None, "", len(pattern) + 1
        begin = aside.end() if aside is not None else opening.end() if opening is not None else at
        words, end = _alternatives(pattern, begin)
        ahead = aside is None or aside[0] == "(?="
        return (words if ahead else None), "", end + 1
    if char == "\\":
        hexed = _HEX.match(pattern, at)
        if hexed is not None:
            return None, chr(int(hexed[1] or hexed[2], 16)).lower(), hexed.end()
        plain = pattern[at + 1 : at + 2]
        return None, "" if plain.isalnum() else plain.lower(), at + 2
    return None, "" if char in ".^$" else char.lower(), at + 1


__all__ = ["Held", "find_all", "holds", "may_stand", "needed", "present", "search"]
