"""A pattern is never passed over where it would match: what it needs is in every text that it is found in."""

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import extractor
from extractor.literals import find_all, may_stand, needed, present, search
from extractor.regexes import Regex

NEWS = sorted((Path(__file__).parent.parent / "corpora" / "clean").glob("*.txt"))[::24]


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"more\slikely", {"likely"}),
        (r"(?:a\s)?(?:larger|greater)\snumber\sof", {"number"}),
        (r"(?<=pay\s)more", {"more"}),
        (r"outnumber(?:s|ed)?", {"outnumber"}),
        (r"\b(?P<word>more\slikely|likelier)\b", {"likely", "likelier"}),
        (r"[Nn]ow|[Cc]urrently", {"now", "currently"}),
        (r"foo{0,2}bar", {"bar"}),
        (r"say|sey(?!\snot)x*", {"say", "sey"}),
        (r"(?=more|less)\w+", {"more", "less"}),
        (r"a(?i:BCD)e+f", {"bcd"}),
        (r"\x27til\s+(?:then)?", {"'til"}),
    ],
)
def test_needed(pattern, words):
    assert needed(pattern)[0] == words


@pytest.mark.parametrize(
    "pattern", [r"\d+|more", r"(?:more)?\s\w", r"a|b", r"(?!more)\w+", r"(?<!more)\w+", ""]
)
def test_nothing_is_needed(pattern):
    assert needed(pattern) == ()
    assert may_stand(Regex(pattern), "any text")


def test_what_a_text_holds():
    pattern = Regex(r"\b(?:fewer|greater)\b", re.IGNORECASE)
    assert not may_stand(pattern, "Two of them came.")
    assert may_stand(pattern, "FEWER came")
    assert present(pattern, "Fewer came") == ("fewer",)
    assert [m[0] for m in find_all(pattern, "Fewer came, a greater number than")] == ["Fewer", "greater"]
    assert [m[0] for m in find_all(pattern, "Fewer came, a greater number than", 3)] == ["greater"]
    first = search(pattern, "Nobody came but fewer")
    assert first is not None
    assert first[0] == "fewer"
    assert search(pattern, "Nobody came") is None


def _patterns():
    for info in pkgutil.walk_packages(extractor.__path__, "extractor."):
        if info.name.startswith(
            ("extractor.frame", "extractor.reconcile", "extractor.find", "extractor.periods")
        ):
            for value in vars(importlib.import_module(info.name)).values():
                if isinstance(value, Regex):
                    yield value


def test_no_match_is_lost():
    texts = [path.read_text(encoding="utf-8") for path in NEWS]
    patterns = list({p.pattern: p for p in _patterns()}.values())
    known = [p for p in patterns if needed(p.pattern)]
    assert len(known) > 200
    lost = [p.pattern for p in known for t in texts if p.search(t) and not may_stand(p, t)]
    assert lost == []
