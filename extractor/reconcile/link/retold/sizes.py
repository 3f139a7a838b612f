"""Things of two sizes: the rent of a flat of two rooms, and of one of three."""

from __future__ import annotations

from collections import defaultdict

from extractor.lexicon import table
from extractor.regexes import Regex

#: What a thing is sized by: "two-bedroom", "a family of four", "a class of 30".
_SIZE = Regex(
    r"\b(?P<n>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve)[\s-]"
    r"(?P<of>rooms?|bed(?:room)?s?|storeys?|stor(?:y|ies)|seats?|seater|litres?|kilos?|courses?|doors?|berths?|acres?|hectares?)\b"
    r"|\b(?P<who>family|household|couple|party|class|crew|team) (?:of|with) (?P<m>\d{1,2}|two|three|four|five|six|seven|eight)\b"
)


def of_two_sizes(ours: str, theirs: str) -> bool:
    """True if two sentences each size a thing, and none alike: "a flat of TWO ROOMS", "of three rooms"."""
    here, there = _sizes(ours), _sizes(theirs)
    return any(not here[noun] & there[noun] for noun in here.keys() & there.keys())


def _sizes(sentence: str) -> dict[str, set[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for m in _SIZE.finditer(sentence.lower()):
        noun = m["who"] or m["of"].rstrip("s").replace("bedroom", "bed")
        found[noun].add(_number(m["n"] or m["m"]))
    return found


def _number(word: str) -> int:
    return int(word) if word.isdigit() else 1 + list(table("siblings")["number"]).index(word)


__all__ = ["of_two_sizes"]
