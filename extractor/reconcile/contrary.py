"""Words that say the contrary of each other: "rose" and "fell", "profit" and "loss"."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extractor.lexicon import table
from extractor.model import Reading
from extractor.reconcile.link.cues.stems import words

#: A denial right before a word.
_DENIED = re.compile(
    r"(?:\b(?:not|never|cannot|without|nor)|n['’]t)(?:\s(?:be|been|being|yet|have|all))*\s(?:[a-z]+\s)?$"
)
_UNDONE = re.compile(
    r"(?:\b(?:not|never|cannot|yet to)|n['’]t)(?:\s(?:be|been|being|yet|have|had))*"
    r"\s(?:(?!only|just|all|every|necessarily|fully|always|until|simply|so|as|more|less)[a-z]+\s)?$"
)
#: Letters by which two forms of a word are one, and words that say nothing of what was done.
SHORT = 4
_HELPING = frozenset({"have", "been", "were", "some", "stil", "just", "only", "alre", "far", "yet", "also"})
#: What contrary words are of: which way it went, or whether it happened.
_OF: tuple[tuple[Reading, str], ...] = (("direction", "direction"), ("complement", "outcome"))


def contrary(ours: str, theirs: str) -> tuple[Reading, str, str] | None:
    """The words by which one of two texts, in lower case, says the contrary of the other."""
    for reading, name in _OF:
        sides = _sides(name, ours, theirs)
        if sides is not None:
            return reading, *sides
    undone = _undone(ours, theirs)
    turned = None if undone is not None else _undone(theirs, ours)
    sides = undone if turned is None else turned[::-1]
    return None if sides is None else ("complement", *sides)


def _undone(ours: str, theirs: str) -> tuple[str, str] | None:
    """ "Have not solved" beside "were cleared up": one deed, denied in one text and plain in the other."""
    told = zip(_pairs("outcome"), _said("outcome", ours), _said("outcome", theirs), strict=True)
    for pair, here, there in told:
        for side, other in ((0, 1), (1, 0)):
            plain = there[side] and not (here[side] or here[other] or there[other])
            missing = _denied_first(pair[side], ours) if plain else ""
            if missing and not any(_denied_first(listed, theirs) for listed in pair):
                one = _says_no_more(ours.replace(missing, " "), theirs.replace(there[side], " "))
                return (f"not {missing}", there[side]) if one else None
    return None


def _says_no_more(ours: str, theirs: str) -> bool:
    """True unless each text has words of its own: "trust their landlord", "do not trust the council"."""
    here, there = ({w[:SHORT] for w in words(t)} - _HELPING for t in (ours, theirs))
    return here <= there or there <= here


@lru_cache(maxsize=4096)
def _denied_first(listed: re.Pattern[str], text: str) -> str:
    """The first word of a list that a text denies: "have yet to solve", but not "not only solved"."""
    found = (m[0] for m in listed.finditer(text) if _UNDONE.search(text[max(0, m.start() - 30) : m.start()]))
    return next(found, "")


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


def _first(words: re.Pattern[str], text: str) -> str:
    """The first word of a list that is not denied: papers that "could not be counted" are spoiled ones."""
    found = (
        m[0] for m in words.finditer(text) if not _DENIED.search(text[max(0, m.start() - 30) : m.start()])
    )
    return next(found, "")


@cache
def _pairs(name: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((_any(a), _any(b)) for a, b in table("siblings")["opposite"][name])


def _any(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b")
