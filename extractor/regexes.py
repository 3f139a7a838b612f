"""Regular expressions that are compiled when they are first used.

The package holds some 2,500. To compile them all takes a second, and a story needs a third of them: most are
searched for only where a text holds the words that they need, which their text alone tells (`literals`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from sys import maxsize
from typing import Any

#: What of a compiled pattern is called; once it is compiled, its own are asked without a detour.
_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")


class Regex:
    """What `re.compile(pattern, flags)` gives, compiled at the first call of one of its methods.

    A pattern that is none raises `re.error` only then; tests/test_regexes.py compiles every one.
    Two are equal that have the same text and flags. Flags stand in `flags`, never in the text.
    """

    #: Sets of words of each of which a text must hold one, once `literals` was asked; None before.
    needs: tuple[frozenset[str], ...] | None = None

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self.flags = int(flags)

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself, the same each time: what `match.re` of its matches is."""
        made = re.compile(self.pattern, self.flags)
        vars(self).update((name, getattr(made, name)) for name in _METHODS)
        return made

    @property
    def groupindex(self) -> dict[str, int]:
        """Names of groups and their numbers."""
        return dict(self.compiled.groupindex)

    def search(self, string: str, pos: int = 0, endpos: int = maxsize) -> re.Match[str] | None:
        """The first match anywhere."""
        return self.compiled.search(string, pos, endpos)

    def match(self, string: str, pos: int = 0, endpos: int = maxsize) -> re.Match[str] | None:
        """The match that begins at `pos`."""
        return self.compiled.match(string, pos, endpos)

    def fullmatch(self, string: str, pos: int = 0, endpos: int = maxsize) -> re.Match[str] | None:
        """The match from `pos` to `endpos`."""
        return self.compiled.fullmatch(string, pos, endpos)

    def finditer(self, string: str, pos: int = 0, endpos: int = maxsize) -> Iterator[re.Match[str]]:
        """All matches, one after the other."""
        return self.compiled.finditer(string, pos, endpos)

    def findall(self, string: str, pos: int = 0, endpos: int = maxsize) -> list[Any]:
        """The texts of all matches: of their group, or of their groups, where there are some."""
        return self.compiled.findall(string, pos, endpos)

    def sub(self, repl: str | Callable[[re.Match[str]], str], string: str, count: int = 0) -> str:
        """The text with other words for what matches."""
        return self.compiled.sub(repl, string, count)

    def split(self, string: str, maxsplit: int = 0) -> list[str | Any]:
        """The text between the matches."""
        return self.compiled.split(string, maxsplit)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Regex):
            return NotImplemented
        return (self.pattern, self.flags) == (other.pattern, other.flags)

    def __hash__(self) -> int:
        return hash(self.pattern)

    def __repr__(self) -> str:
        return f"Regex({self.pattern!r}, {self.flags})"

    def __reduce__(self) -> tuple[type[Regex], tuple[str, int]]:
        return Regex, (self.pattern, self.flags)


__all__ = ["Regex"]
