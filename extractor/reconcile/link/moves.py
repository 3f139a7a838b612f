"""Words of change and the way they point: "rose", "a fall of", "down".

The lemmas stand in `data/comparisons.toml`; their forms are made here, because phrases see
print, not lemmas.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from extractor.lexicon import table
from extractor.model import Claim, Direction

#: Forms that no rule makes.
IRREGULAR = {
    "rise": ("rose", "risen"),
    "grow": ("grew", "grown"),
    "leap": ("leapt",),
    "swell": ("swollen",),
    "creep": ("crept",),
    "fall": ("fell", "fallen"),
    "shrink": ("shrank", "shrunk"),
    "slide": ("slid",),
    "sink": ("sank", "sunk"),
    "lose": ("lost",),
    "cut": ("cut", "cutting"),
    "shed": ("shed", "shedding"),
    "drop": ("dropped", "dropping"),
    "slip": ("slipped", "slipping"),
    "dip": ("dipped", "dipping"),
    "plunge": ("plunging",),
    "trim": ("trimmed", "trimming"),
    "slim": ("slimmed", "slimming"),
    "dive": ("dove",),
    "spring": ("sprang", "sprung"),
}
#: Words of change that are no verbs or nouns of the lists.
PLAIN: dict[Direction, tuple[str, ...]] = {
    "rose": ("up", "higher", "more", "greater", "larger", "increase", "rise", "bigger", "above"),
    "fell": ("down", "lower", "less", "fewer", "smaller", "decrease", "fall", "below"),
}
#: Verbs that tell a new level or a size, not a direction, or that point both ways.
UNTOLD = {
    "narrow",
    "widen",
    "improve",
    "recover",
    "slow",
    "accelerate",
    "ease",
    "edge",
    "lose",
    "gain",
    "raise",
}


def _forms(lemma: str) -> set[str]:
    stem = lemma.removesuffix("e")
    regular = {lemma, lemma + "s", stem + "ed", stem + "ing"}
    if lemma.endswith(("s", "sh", "ch", "x")):
        regular.add(lemma + "es")
    if lemma.endswith("y"):
        regular |= {lemma[:-1] + "ies", lemma[:-1] + "ied"}
    return regular | set(IRREGULAR.get(lemma, ()))


def _of(way: Direction) -> frozenset[str]:
    lists = table("comparisons")
    lemmas = [*lists["moves"][way], *lists["move_nouns"][way]]
    forms = {form for lemma in lemmas for form in _forms(lemma)}
    return frozenset(forms | set(PLAIN[way]))


UP, DOWN = _of("rose"), _of("fell")
#: Both ways by themselves: a profit that narrowed is lower, a gap that narrowed too, a loss is better.
_UNTOLD = frozenset(form for lemma in UNTOLD for form in _forms(lemma))


def alternatives(words: Iterable[str]) -> str:
    """The words as a group of a regular expression, the longest first, whole words only."""
    ordered = sorted(words, key=lambda w: (-len(w), w))
    return r"\b(?:" + "|".join(re.escape(w) for w in ordered) + r")\b"


@cache
def direction_of(words: str) -> Direction | None:
    """Which way some words point; None where none does or both ways are told."""
    told = set(re.findall(r"[a-z]+", words.lower()))
    up, down = bool(told & UP), bool(told & DOWN)
    if up == down:
        return None
    return "rose" if up else "fell"


def untold(words: str) -> bool:
    """True for verbs that do not say by themselves which of two numbers is the larger."""
    return bool(set(re.findall(r"[a-z]+", words.lower())) & _UNTOLD)


def is_change(claim: Claim) -> bool:
    """True if the words make a figure a change and no level or share."""
    return claim.statistic == "change" or direction_of(claim.figure.text) is not None
