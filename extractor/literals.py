"""What a text must hold for a pattern to be found in it: a cheap no before a dear search.

Most patterns of words stand in few texts. To look whether a text holds one of the words that a pattern
cannot do without takes a hundredth of the time that the search takes.

Where case is ignored, `re` takes the long s for an s and the Turkish "ı" for an i too; here they are none.
A text that was read has no long s left (`read.clean`), and no English word has the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from extractor.regexes import Regex

#: So many words are looked for at most; a pattern that can do with any of more is searched for at once.
MOST = 40
#: So many sets are looked at: a fourth seldom tells more.
SETS = 3
#: A single letter is in every text.
LEAST = 2
#: Characters up to which a text is put in lower case each time it is asked of.
SHORT = 400
_QUANTIFIER = Regex(r"(?:[*+?]|\{(\d*)(?:,\d*)?\})[?+]?")
#: Letters that stand for themselves, up to the one before a quantifier.
_PLAIN = Regex(r"[^\\.^$*+?{\[()|]+(?![*+?{])")
#: "[Nn]", one letter with and without a capital.
_CASES = Regex(r"\[([A-Za-z])([A-Za-z])\]")
_CLASS = Regex(r"\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_HEX = Regex(r"\\x([0-9a-fA-F]{2})|\\u([0-9a-fA-F]{4})")
_OPENING = Regex(r"\((?:\?(?:P<\w+>|:|[aimsux]+(?:-[imsx]+)?:|>))?(?!\?)")
_ASIDE = Regex(r"\((?:\?(?:[=!]|<[=!])|\?P=|\?#|\?[aimsux]+\))")

#: Sets of words in lower case, of each of which one must stand in a text.
Needed = tuple[frozenset[str], ...]


def find_all(pattern: Regex, text: str, start: int = 0) -> Iterator[re.Match[str]]:
    """What `pattern.finditer(text, start)` finds; nothing at once where the text lacks what it needs."""
    return pattern.finditer(text, start) if may_stand(pattern, text[start:]) else iter(())


def find_within(pattern: Regex, text: str, start: int, stop: int) -> Iterator[re.Match[str]]:
    """What `pattern.finditer(text, start, stop)` finds; nothing where that part lacks what it needs."""
    return pattern.finditer(text, start, stop) if holds(_low(text, start, stop), pattern) else iter(())


@lru_cache(maxsize=8)
def _low(text: str, start: int, stop: int) -> str:
    return text[start:stop].lower()


def search(pattern: Regex, text: str) -> re.Match[str] | None:
    """What `pattern.search(text)` finds; None at once where the text lacks all words that it needs."""
    return pattern.search(text) if may_stand(pattern, text) else None


def may_stand(pattern: Regex, text: str) -> bool:
    """False where a text holds none of the words that a pattern needs."""
    return _held(text).may_hold(pattern) if len(text) > SHORT else holds(text.lower(), pattern)


class Held(dict[str, bool]):
    """Which words a text in lower case holds, each looked for once however many patterns need it."""

    def __init__(self, low: str) -> None:
        self._low = low

    def __missing__(self, word: str) -> bool:
        self[word] = word in self._low
        return self[word]

    def may_hold(self, pattern: Regex) -> bool:
        """False where the text lacks words that a pattern needs."""
        return all(any(map(self.__getitem__, words)) for words in _needs(pattern))


@lru_cache(maxsize=8)
def _held(text: str) -> Held:
    return Held(text.lower())


def holds(low: str, pattern: Regex) -> bool:
    """False where a text in lower case lacks words that a pattern needs."""
    for words in _needs(pattern) if pattern.needs is None else pattern.needs:
        for word in words:  # `any` takes twice as long
            if word in low:
                break
        else:
            return False
    return True


def present(pattern: Regex, text: str) -> tuple[str, ...]:
    """The words that a pattern needs one of, in lower case, that a text holds; ("",) if none are known."""
    words = _needs(pattern)
    return tuple(filter(_held(text).__getitem__, words[0])) if words else ("",)


def _needs(pattern: Regex) -> Needed:
    """What a pattern needs; it keeps the answer."""
    if pattern.needs is None:
        pattern.needs = () if pattern.flags & re.VERBOSE else needed(pattern.pattern)
    return pattern.needs


@cache
def needed(pattern: str) -> Needed:
    """Sets of words in lower case: a text must hold one of each for a regular expression to match in it.

    No more than `SETS`, the most telling first; none of too many words, or with too short ones.
    """
    found, end = _alternatives(pattern, 0)
    if end != len(pattern):
        return ()
    telling = (words for words in found if len(words) <= MOST and min(map(len, words)) >= LEAST)
    return tuple(sorted(dict.fromkeys(telling), key=_worth, reverse=True)[:SETS])


def _worth(words: frozenset[str]) -> tuple[int, int]:
    """Of two sets the one with the longer shortest word tells more; of equals the smaller."""
    return min(map(len, words)), -len(words)


def _alternatives(pattern: str, at: int) -> tuple[Needed, int]:
    """What the alternatives from an offset need, and the offset behind them."""
    found, at = _sequence(pattern, at)
    sides = [found]
    while pattern[at : at + 1] == "|":
        found, at = _sequence(pattern, at + 1)
        sides.append(found)
    if len(sides) == 1 or not all(sides):
        return (sides[0] if len(sides) == 1 else ()), at
    return (frozenset().union(*(max(side, key=_worth) for side in sides)),), at


def _sequence(pattern: str, at: int) -> tuple[Needed, int]:
    """All that the pieces in a row from an offset need, and the offset behind them."""
    found: list[frozenset[str]] = []
    letters = ""
    while at < len(pattern) and pattern[at] not in "|)":
        plain = _PLAIN.match(pattern, at)
        if plain is not None:
            letters, at = letters + plain[0].lower(), plain.end()
            continue
        words, letter, at = _piece(pattern, at)
        quantifier = _QUANTIFIER.match(pattern, at)
        if quantifier is not None:
            at = quantifier.end()
            if quantifier[0][0] in "*?" or quantifier[1] in ("", "0"):
                words, letter = (), ""
        letters += letter
        if letters and (not letter or quantifier is not None):
            found.append(frozenset([letters]))
            letters = ""
        found += words
    return (*found, *([frozenset([letters])] if letters else ())), at


def _piece(pattern: str, at: int) -> tuple[Needed, str, int]:
    """What a group needs or which letter stands at an offset, and the offset behind it."""
    char = pattern[at]
    if char == "[":
        cases = _CASES.match(pattern, at)
        if cases is not None and cases[1].lower() == cases[2].lower():
            return (), cases[1].lower(), cases.end()
        found = _CLASS.match(pattern, at)
        return (), "", found.end() if found is not None else len(pattern)
    if char == "(":
        aside = _ASIDE.match(pattern, at)
        opening = _OPENING.match(pattern, at)
        if aside is not None and aside[0].endswith(")"):
            return (), "", aside.end()
        if aside is None and opening is None:
            return (), "", len(pattern) + 1
        begin = aside.end() if aside is not None else opening.end() if opening is not None else at
        words, end = _alternatives(pattern, begin)
        ahead = aside is None or aside[0] == "(?="
        return (words if ahead else ()), "", end + 1
    if char == "\\":
        hexed = _HEX.match(pattern, at)
        if hexed is not None:
            return (), chr(int(hexed[1] or hexed[2], 16)).lower(), hexed.end()
        plain = pattern[at + 1 : at + 2]
        return (), "" if plain.isalnum() else plain.lower(), at + 2
    return (), "" if char in ".^$" else char.lower(), at + 1


__all__ = ["Held", "find_all", "find_within", "holds", "may_stand", "needed", "present", "search"]
