"""Texts that a regular expression is made for: one of the ways through it, drawn."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from random import Random
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from extractor.regexes import Regex

#: So many times is repeated at most what may be repeated without end.
_MOST = 2
_CLASSES = {"CATEGORY_DIGIT": "0123456789", "CATEGORY_SPACE": " \n\u00a0", "CATEGORY_WORD": "abzAZ059é_"}
_OTHERS = {"CATEGORY_NOT_DIGIT": "a -", "CATEGORY_NOT_SPACE": "a0-", "CATEGORY_NOT_WORD": " -.,"}
#: What an excluded character may be instead.
_ANY = "e 7.,-“é"


def made_for(pattern: Regex, chance: Random) -> str:
    """A text that goes through the pattern; what looks ahead, or must not stand there, may still refuse."""
    return _row(_parsed(pattern), chance, {})


@cache
def _parsed(pattern: Regex) -> Any:
    return parser.parse(pattern.pattern, pattern.flags)


def _row(pieces: Any, chance: Random, groups: dict[int, str]) -> str:
    row = [(str(op), value) for op, value in pieces]
    # What must follow at the end is written; elsewhere the rest of the pattern has to be it.
    ahead = row and row[-1][0] == "ASSERT" and row[-1][1][0] > 0
    last = _row(row[-1][1][1], chance, groups) if ahead else ""
    return "".join(_piece(op, value, chance, groups) for op, value in row) + last


def _piece(op: str, value: Any, chance: Random, groups: dict[int, str]) -> str:
    if op in _LETTERS:
        return _LETTERS[op](value, chance)
    if op == "BRANCH":
        return _row(chance.choice(value[1]), chance, groups)
    if op.endswith("_REPEAT"):
        least, most, inner = value
        times = chance.randint(least, min(int(most), least + _MOST))
        return "".join(_row(inner, chance, groups) for _ in range(times))
    if op == "SUBPATTERN":
        number, _, _, inner = value
        groups[number] = _row(inner, chance, groups)
        return groups[number]
    if op == "ATOMIC_GROUP":
        return _row(value, chance, groups)
    if op == "GROUPREF":
        return groups.get(value, "")
    # What must stand before is written as well; of places, and what must not stand there, nothing.
    return _row(value[1], chance, groups) if op == "ASSERT" and value[0] < 0 else ""


def _one_of(choices: Any, chance: Random) -> str:
    if str(choices[0][0]) == "NEGATE":
        excluded = re.compile(f"[{''.join(_in_class(op, value) for op, value in choices[1:])}]")
        return chance.choice([c for c in _ANY if not excluded.match(c)] or ["\u2603"])
    op, value = chance.choice(choices)
    if str(op) == "RANGE":
        return chr(chance.randint(*value))
    if str(op) == "CATEGORY":
        return chance.choice({**_CLASSES, **_OTHERS}[str(value)])
    return chr(value)


def _in_class(op: Any, value: Any) -> str:
    """A choice as it is written in brackets."""
    if str(op) == "RANGE":
        return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
    if str(op) == "CATEGORY":
        return {"DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w"}.get(str(value)[9:]) or (
            {"NOT_DIGIT": r"\D", "NOT_SPACE": r"\S", "NOT_WORD": r"\W"}[str(value)[9:]]
        )
    return re.escape(chr(value))


#: The pieces that are one character.
_LETTERS: dict[str, Callable[[Any, Random], str]] = {
    "LITERAL": lambda value, _: chr(value),
    "NOT_LITERAL": lambda value, chance: chance.choice([c for c in _ANY if c != chr(value)]),
    "ANY": lambda _, chance: chance.choice(_ANY),
    "IN": _one_of,
}

__all__ = ["made_for"]
