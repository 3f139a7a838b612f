"""One number in an edited sentence: which words that were taken out and put in tell it of another thing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from extractor.lexicon import table
from extractor.reconcile.contrary import contrary, opposed, parted
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.siblings.denied import denies
from extractor.reconcile.siblings.shift import Shift
from extractor.reconcile.siblings.stretches import stretches
from extractor.regexes import Regex

#: Words that leave nobody out; "every day" is no more than "a day".
_EVERY = Regex(r"\b(?:all|every)(?:\s|$)")


def shift_of_words(lost: Sequence[str], gained: Sequence[str]) -> Shift | None:
    """The change of meaning in an edited sentence, by the words that were taken out and put in."""
    ours, theirs = (" ".join(w.lower() for w in words) for words in (lost, gained))
    return (
        denied_in(ours, theirs) or turned(ours, theirs) or _stretched(ours, theirs) or _widened(ours, theirs)
    )


def denied_in(ours: str, theirs: str) -> Shift | None:
    """What is done in one story and not in the other, if the words of one alone deny."""
    here, there = (
        denies(ours) or _undone(ours, theirs),
        denies(theirs) or _undone(theirs, ours),
    )
    if here == there or opposed(ours, theirs):
        return None
    return Shift("complement", ours or "(nothing)", theirs or "(nothing)")


def _undone(ours: str, theirs: str) -> bool:
    """True if a word here is one from there with "un" before it."""
    other = set(theirs.split())
    cut = {w[:4] for w in other if len(w) > 3}
    return any(w.startswith("un") and (w[2:] in other or w[2:6] in cut) for w in ours.split())


def _widened(ours: str, theirs: str) -> Shift | None:
    """Two parts of a whole, or "all" in place of the word that picked some out."""
    found = parted(ours, theirs)
    if found is None and _of_all(ours) != _of_all(theirs):
        picked = content_words(theirs if _of_all(ours) else ours)
        found = (ours, theirs) if picked - _saying() else None
    return None if found is None else Shift("base", *found, "warning")


def _of_all(words: str) -> bool:
    every = _EVERY.search(words)
    return every is not None and "in all" not in words and not stretches(words[every.end() :].split(" ")[0])


@cache
def _saying() -> frozenset[str]:
    return content_words(" ".join(table("siblings")["saying"]))


def turned(ours: str, theirs: str) -> Shift | None:
    """What contrary words make of it: "rose" here and "fell" there."""
    found = contrary(ours, theirs)
    return None if found is None else Shift(*found)


def _stretched(ours: str, theirs: str) -> Shift | None:
    here, there = stretches(ours), stretches(theirs)
    if len(here) == len(there) == 1 and here != there:
        return Shift("period", " ".join(here), " ".join(there))
    if _season_for_days(ours, here, theirs, there) or _season_for_days(theirs, there, ours, here):
        return Shift("period", ours, theirs)
    return None


def _season_for_days(ours: str, here: frozenset[str], theirs: str, there: frozenset[str]) -> bool:
    """True for "last week" here and "last summer" there; a month or a year may be told by its season."""
    seasons = {*table("siblings")["season"], *table("siblings")["vague_time"]}
    short = len(here) == 1 and here <= frozenset(table("siblings")["short"])
    return short and not there and bool(seasons & set(theirs.split())) and not seasons & set(ours.split())
