"""Words of change and the way they point: "rose", "a fall of", "down".

The lemmas stand in `data/comparisons.toml`; their forms are made here, because phrases see
print, not lemmas.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain

from extractor.lexicon import table
from extractor.model import Claim, Direction
from extractor.regexes import Regex

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
#: Words that are no movement behind an article: "a loan for a shed".
_NO_NOUN = {"shed": r"(?<!\ba\s)(?<!\bthe\s)(?<!\bhis\s)(?<!\bher\s)"}
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

#: Nouns that tell what is good, not what is more: an improvement of a loss is a smaller one.
NEITHER = {"improvement", "improvements", "deterioration"}


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


def _stems(way: Direction) -> set[str]:
    lists = table("comparisons")
    return {
        lemma.removesuffix("e")
        for lemma in (*lists["moves"][way], *lists["move_nouns"][way])
        if " " not in lemma and lemma not in _NO_NOUN
    }


def _any_move() -> str:
    """Any form of a word of change, as the pattern of its stems: a list of all forms takes longer to compile.

    It accepts forms that nobody prints; `direction_of` knows only those that somebody does.
    """
    stems = _stems("rose") | _stems("fell")
    others = {f for forms in IRREGULAR.values() for f in forms} | {
        w for words in PLAIN.values() for w in words
    }
    ordered = [*sorted(others, key=lambda w: (-len(w), w))]
    regular = "|".join(re.escape(s) for s in sorted(stems, key=lambda w: (-len(w), w)))
    ordered = [_NO_NOUN.get(w, "") + re.escape(w) for w in ordered]
    return rf"(?<!-)\b(?:(?:{regular})(?:e[sd]?|ing|s)?|{'|'.join(ordered)})\b"


#: The pattern of any word of change.
MOVE = _any_move()
_MOVES = Regex(MOVE, re.IGNORECASE)
#: How all its words begin; the shortest has two letters and no ending.
_BEGINNINGS = frozenset(
    w[:3] for w in (*_stems("rose"), *_stems("fell"), *chain(*IRREGULAR.values(), *PLAIN.values()))
)
_WORD = Regex(r"(?<!-)\b\w\w+")


def move_starts(text: str, start: int, end: int) -> Iterator[int]:
    """Where a word of change begins between two offsets; sooner than `MOVE` is looked for at every letter."""
    begins = (m.start() for m in _WORD.finditer(text, start, end) if m[0][:3].casefold() in _BEGINNINGS)
    return (at for at in begins if _MOVES.match(text, at) is not None)


@cache
def direction_of(words: str) -> Direction | None:
    """Which way some words point; None where none does or both ways are told."""
    told = set(re.findall(r"[a-z]+", words.lower())) - NEITHER
    up, down = bool(told & UP), bool(told & DOWN)
    if up == down:
        return None
    return "rose" if up else "fell"


def untold(words: str) -> bool:
    """True for verbs that do not say by themselves which of two numbers is the larger."""
    return bool(set(re.findall(r"[a-z]+", words.lower())) & _UNTOLD)


def is_change(claim: Claim) -> bool:
    """True if the words make a figure a change and no level or share; "more than half" is a hedged level."""
    return claim.statistic == "change" or _names_change(claim.figure.text, claim.figure.hedge or "")


@lru_cache(maxsize=4096)
def _names_change(words: str, hedge: str) -> bool:
    return direction_of(words.lower().replace(hedge, "")) is not None


#: What is saved, lost or cut, and what became of it.
_AMOUNT = Regex(
    r"(?:savings?|loss(?:es)?|shortfalls?|cuts|gains)\s(?:\w+ly\s)?(?:went|moved|came|swung|ran|rose|fell|grew|shrank|widened|narrowed|climbed|dropped|increased)\b",
    re.IGNORECASE,
)


def is_amount(words: str) -> bool:
    """True for "savings went from £1,900 to £2,300": the noun is what moved, and no movement."""
    return _AMOUNT.match(words) is not None
