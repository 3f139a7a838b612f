"""No regular expression of the package takes long, whatever text a stranger writes."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator
from functools import cache
from time import process_time

import pytest

import extractor
from extractor.regexes import Regex
from tests.read.fuzzing import limited

#: Characters of a text without end, and seconds of processor time that a pattern may search it for.
LENGTH, MOST = 1_000, 0.5
PIECES = ("a", "A", "9", " ", "-", "'", "“", ".", ",", "\n", "<", "(", "£", "é")
PIECES += ("a ", "A ", "9 ", "9,", "a-", "A.", "1/", "\n ", "<a", "of ", "to ", "A a ", "and ", "one ", "£9 ")
#: Patterns that are tried only on the few characters before a figure.
BOUNDED = {"extractor.find.names._CAPITAL_BEFORE[0]"}


@cache
def patterns() -> dict[str, re.Pattern[str] | re.Pattern[bytes]]:
    """Each pattern that a module of the package holds under a name of its own."""
    found = {}
    for module in pkgutil.walk_packages(extractor.__path__, "extractor."):
        if not module.name.endswith("__main__"):
            for name, value in _held(vars(importlib.import_module(module.name))):
                found[f"{module.name}.{name}"] = value
    return found


def _held(names: dict[str, object]) -> Iterator[tuple[str, re.Pattern[str]]]:
    for name, value in names.items():
        values = value if isinstance(value, tuple | list) else [value]
        if isinstance(value, dict) and not name.startswith("__"):
            values = list(value.values())
        for number, one in enumerate(values):
            if isinstance(one, Regex | re.Pattern):
                yield f"{name}[{number}]", one.compiled if isinstance(one, Regex) else one


def slow(pattern: re.Pattern[str] | re.Pattern[bytes], pieces: Iterable[str] = PIECES) -> list[str]:
    """The pieces that keep the pattern busy for too long when they are repeated, with an odd end."""
    found = []
    for piece in pieces:
        text = (piece * LENGTH)[:LENGTH] + "\u2603"
        start = process_time()
        try:
            with limited(5):
                pattern.search(text.encode() if isinstance(pattern.pattern, bytes) else text)  # type: ignore[call-overload]
        except TimeoutError:
            found.append(piece)
            continue
        if process_time() - start > MOST:
            found.append(piece)
    return found


def test_there_are_patterns_to_try() -> None:
    assert len(patterns()) > 1000


@pytest.mark.parametrize("name", sorted(patterns().keys() - BOUNDED))
def test_a_pattern_is_done_soon(name: str) -> None:
    assert slow(patterns()[name]) == []


def test_what_is_excepted_is_there() -> None:
    assert patterns().keys() >= BOUNDED


def test_a_pattern_that_tries_every_way_is_noticed() -> None:
    assert slow(re.compile(r"^(?:\W*[\w’'-]+){0,4}\W+(?:from|to)$"), ["a"]) == ["a"]
