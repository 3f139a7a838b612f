"""Words that say the contrary of each other: "rose" and "fell", "profit" and "loss"."""

from __future__ import annotations

from functools import cache, lru_cache

from extractor.lexicon import table
from extractor.model import Reading
from extractor.regexes import Regex

#: A denial right before a word.
_DENIED = Regex(
    r"(?:\b(?:not|never|cannot|without|nor)|n['’]t)(?:\s(?:be|been|being|yet|have|all))*\s(?:[a-z]+\s)?$"
)
#: What contrary words are of: which way it went, or whether it happened.
_OF: tuple[tuple[Reading, str], ...] = (("direction", "direction"), ("complement", "outcome"))


def contrary(ours: str, theirs: str) -> tuple[Reading, str, str] | None:
    """The words by which one of two texts, in lower case, says the contrary of the other."""
    for reading, name in _OF:
        sides = _sides(name, ours, theirs)
        if sides is not None:
            return reading, *sides
    return None


def opposed(ours: str, theirs: str) -> bool:
    """True if one text has a word for what happened and the other its contrary, denied or not."""
    return any(
        (p.search(ours) and q.search(theirs)) or (q.search(ours) and p.search(theirs))
        for p, q in _pairs("outcome")
    )


def parted(ours: str, theirs: str) -> tuple[str, str] | None:
    """The words by which two texts, in lower case, speak of two parts of a whole: "adults" and "children"."""
    return _sides("whole", ours, theirs)


def staged(ours: str, theirs: str) -> tuple[str, str] | None:
    """The words by which two texts speak of what was begun and of what came of it: "sat", "passed"."""
    return _sides("stage", ours, theirs)


def _sides(name: str, ours: str, theirs: str) -> tuple[str, str] | None:
    """A word of one side in one text and of the other in the other, neither text having both."""
    for here, there in zip(_said(name, ours), _said(name, theirs), strict=True):
        for side, other in ((0, 1), (1, 0)):
            if here[side] and there[other] and not here[other] and not there[side]:
                return here[side], there[other]
    return None


@lru_cache(maxsize=4096)
def _said(name: str, text: str) -> tuple[tuple[str, str], ...]:
    """For each listed pair the first word of either side that a text has; stories are compared many times."""
    return tuple((_first(this, text), _first(that, text)) for this, that in _pairs(name))


def _first(words: Regex, text: str) -> str:
    """The first word of a list that is not denied: papers that "could not be counted" are spoiled ones."""
    found = (
        m[0] for m in words.finditer(text) if not _DENIED.search(text[max(0, m.start() - 30) : m.start()])
    )
    return next(found, "")


@cache
def _pairs(name: str) -> tuple[tuple[Regex, Regex], ...]:
    return tuple((_any(a), _any(b)) for a, b in table("siblings")["opposite"][name])


def _any(words: str) -> Regex:
    return Regex(rf"\b(?:{words})\b")
