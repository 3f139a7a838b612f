"""What number words are worth, and a number that grows word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.find.numerals import SCALES
from extractor.lexicon import table
from extractor.regexes import Regex

#: The next word of a number behind a word of it, and the "and" that may stand between.
NEXT_WORD = Regex(r"(?:[ \u00a0]{1,3}\n?|\n|[-‑]\n?)?([A-Za-z]+)")
NEXT_AND = Regex(r"(?:[ \u00a0]{1,3}|\n|-)and(?=[ \u00a0\n-])", re.IGNORECASE)

_DATA = table("numbers")
CARDINALS: dict[str, int] = {**_DATA["cardinals"], **_DATA["tens"]}
ORDINALS: dict[str, int] = dict(_DATA["ordinals"])
TENS: dict[str, int] = dict(_DATA["tens"])
PARTS: dict[str, int] = dict(_DATA["parts"])
PLURAL_PARTS: dict[str, int] = {**{f"{w}s": n for w, n in PARTS.items()}, **_DATA["irregular"]}
VAGUE: dict[str, int] = dict(_DATA["vague"])


@dataclass(slots=True)
class Sum:
    """A number being read: what is complete, the group below the next scale, the smallest scale so far."""

    total: int = 0
    group: int = 0
    floor: int = 10**18
    #: True while a word below ten, or from ten up, may still join the group.
    ones: bool = True
    tens: bool = True
    hundreds: bool = True
    scaled: bool = False

    def take(self, word: str) -> bool:
        """Add the word, or say that it belongs to another number."""
        if word in CARDINALS:
            return self._cardinal(word, CARDINALS[word])
        scale = SCALES.get(word)
        if scale is None or (self.group == 0 and not (self.total and scale > self.floor)):
            return False
        if scale == 100:
            return self._hundred()
        return self._scale(scale)

    def _cardinal(self, word: str, value: int) -> bool:
        if value == 0:
            return False
        if value < 10 and self.ones:
            self.ones = self.tens = False
        elif value >= 10 and self.tens:
            self.tens = False
            self.ones = word in TENS
        else:
            return False
        self.group += value
        return True

    def _hundred(self) -> bool:
        if not self.hundreds or not 0 < self.group < 100:
            return False
        self.group *= 100
        self.ones = self.tens = True
        self.hundreds = False
        return True

    def _scale(self, scale: int) -> bool:
        if scale == 12 and (self.total or self.group > 99):
            return False
        if scale < self.floor:
            self.total += self.group * scale
        elif not self.group and self.total < 10**15:
            self.total *= scale
        else:
            return False
        self.floor, self.group = scale, 0
        self.ones = self.tens = self.hundreds = scale != 12
        self.scaled = scale != 12
        return True

    def step(self) -> int:
        """How finely the words tell: the last scale, if nothing follows it."""
        return self.floor if self.scaled and self.group == 0 else 1

    def value(self) -> int:
        return self.total + self.group
