"""Every pattern on texts that are made for it: where it matches, and that no look before loses a match."""

from __future__ import annotations

import gc
import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

import extractor
from extractor.literals import find_all, find_within, may_stand, search
from extractor.regexes import Regex
from tests.matching import made_for

few = settings(max_examples=2)
#: Around what a pattern is made for; nothing, words, the ends of sentences and lines.
AROUND = ("", " ", "a ", " a", " the ", ". ", ", ", "\n", "“", "12 ", " 12", " per cent")


@cache
def patterns() -> tuple[Regex, ...]:
    """All that the modules of the package hold, each once, however deep in tables of theirs."""
    for module in pkgutil.walk_packages(extractor.__path__, "extractor."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    held = {found for found in gc.get_objects() if isinstance(found, Regex)}
    return tuple(sorted(held, key=lambda p: (p.pattern, p.flags)))


def texts(pattern: Regex, chance: Random) -> Iterator[str]:
    """A text that is made for the pattern, by itself and among others, in capitals where these are one."""
    text = made_for(pattern, chance)
    yield text
    text = chance.choice(AROUND) + text + chance.choice(AROUND)
    yield text
    if pattern.flags & re.IGNORECASE:
        yield text.upper()
        yield text.title()


def spans(found: Iterator[re.Match[str]]) -> list[tuple[int, int]]:
    """Where the matches stand."""
    return [match.span() for match in found]


def test_most_patterns_match_what_is_made_for_them() -> None:
    chance = Random(1)
    matched = sum(any(map(p.search, texts(p, chance))) for p in patterns())
    assert len(patterns()) > 2000
    assert matched > 0.95 * len(patterns())


@few
@given(st.integers(0, 2**32))
def test_a_match_stands_in_its_text_and_again_where_it_stood(seed: int) -> None:
    chance = Random(seed)
    for pattern in patterns():
        for text in texts(pattern, chance):
            found = spans(pattern.finditer(text))
            assert found == spans(pattern.finditer(text)), pattern
            assert all(0 <= start <= end <= len(text) for start, end in found), pattern
            assert all(a[1] <= b[0] for a, b in pairwise(found)), pattern


@few
@given(st.integers(0, 2**32))
def test_no_look_before_a_search_loses_a_match(seed: int) -> None:
    chance = Random(seed)
    lost = []
    for pattern in patterns():
        for text in texts(pattern, chance):
            start, stop = sorted(chance.randint(0, len(text)) for _ in range(2))
            found = spans(pattern.finditer(text))
            pairs = (
                (bool(found), bool(found) and may_stand(pattern, text)),
                (found, spans(find_all(pattern, text))),
                (found[:1], [m.span() for m in [search(pattern, text)] if m is not None]),
                (spans(pattern.finditer(text, start)), spans(find_all(pattern, text, start))),
                (spans(pattern.finditer(text, start, stop)), spans(find_within(pattern, text, start, stop))),
            )
            lost += [(pattern, text) for asked, looked in pairs if asked != looked]
    assert lost == []
