"""Superlatives in a marked text: which end they mean, which place, and what kinds of figures they may rank."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from extractor.lexicon import table
from extractor.literals import may_stand
from extractor.model import Claim, ComparisonDirection
from extractor.nouns import may_be_one
from extractor.reconcile.link.cues.phrases import Marked
from extractor.reconcile.story import family
from extractor.regexes import Regex

_WORDS = table("ranks")
#: Characters before a superlative in which a word may take it back.
_BEFORE = 24


@dataclass(frozen=True, slots=True)
class Superlative:
    """A word that gives a figure its place, "the second highest"; offsets are of the marked text."""

    start: int
    end: int
    word: str
    direction: ComparisonDirection
    #: 1 for the first from the end that the word means.
    place: int
    #: The words behind it up to the next mark, comma or preposition, in lower case: "number", "".
    noun: str

    def may_rank(self, claim: Claim, *, itself: bool = False) -> bool:
        """True if the word may be of the claim's kind; `itself` where the figure is what is said to be first."""
        kind, unit = family(claim), claim.figure.amount.unit
        measured = _measured().get(self.word)
        if measured is not None:
            units = measured["units"]
            return kind in measured["families"] and (not units or unit in units) and not self.noun
        if kind not in "CMUPRD":
            return False
        nouns = set(self.noun.split())
        if nouns & set(_WORDS["noun"]["rated"]):
            return kind in "PR"
        if nouns & set(_WORDS["noun"]["counted"]):
            return kind == "C"
        sized = self.word in (*_WORDS["sized"]["higher"], *_WORDS["sized"]["lower"])
        return not sized or itself or self._counts(claim)

    def _counts(self, claim: Claim) -> bool:
        nouns = self.noun.split()
        if any(n in _WORDS["noun"]["quantity"] for n in nouns):
            return True
        return claim.measure is not None and any(may_be_one(claim.measure.key, n) for n in nouns)


def superlatives(marked: Marked, start: int, end: int) -> Iterator[Superlative]:
    """The superlatives of a stretch of a marked text that nothing in the text takes back."""
    text = marked.text
    if not may_stand(_pattern(), text[start:end]):
        return
    for found in _pattern().finditer(text, start, end):
        behind, word = text[found.end() : end], found["word"].lower()
        if _taken_back().search(text[max(start, found.start() - _BEFORE) : found.start()]):
            continue
        if _apart().search(behind[:60]) or (word == "most" and not _is_amount(found[0], behind)):
            continue
        place = _place(marked, found["ordinal"])
        if place is not None:
            yield Superlative(found.start(), found.end(), word, _ends()[word], place, _noun(behind))


def _place(marked: Marked, ordinal: str | None) -> int | None:
    """The place that an ordinal gives, 1 without one; None where its figure is no whole number above 1."""
    if ordinal is None:
        return 1
    if not ordinal.startswith("‹"):
        words: list[str] = _WORDS["ordinals"]["words"]
        return words.index(ordinal.lower()) + 2
    value = marked.claims[int(ordinal[2:-1])].figure.value
    return int(value) if value is not None and value > 1 and value == int(value) else None


def _noun(behind: str) -> str:
    found = re.match(r"(?:\s(?!(?:of|in|at|with|was|is|were|on|and|for|by|to|from)\b)[a-z’'-]+){0,4}", behind)
    return found[0].strip() if found is not None else ""


def are_opposite(one: Superlative, other: Superlative) -> bool:
    """True for the two ends of one measure, "highest" and "lowest", "longest" and "shortest"."""
    groups = (
        (*_WORDS["plain"]["higher"], *_WORDS["plain"]["lower"]),
        (*_WORDS["sized"]["higher"], *_WORDS["sized"]["lower"]),
        *((*m["higher"], *m["lower"]) for m in _WORDS["measured"].values()),
    )
    return one.direction != other.direction and any({one.word, other.word} <= set(g) for g in groups)


def _is_amount(found: str, behind: str) -> bool:
    """True for "the most complaints" and "sold most: 40"; "most people" and "the most popular" rank no figure."""
    definite = found.lower().startswith("the")
    if behind.startswith(" of "):
        return definite
    if re.match(r"\s?[,:.(|]|\s(?:with|at)\b|\sand\s[A-Z]", behind):
        return True
    counted = re.match(r"\s(?:people|(?!\w*(?:ous|ss|us|is)\b)[a-z’'-]+s)\b", behind)
    return definite and counted is not None


@cache
def _ends() -> Mapping[str, ComparisonDirection]:
    ends: dict[str, ComparisonDirection] = {}
    directions: tuple[ComparisonDirection, ...] = ("higher", "lower")
    for group in (_WORDS["plain"], _WORDS["sized"], *_WORDS["measured"].values()):
        for direction in directions:
            ends.update(dict.fromkeys(group[direction], direction))
    return ends


@cache
def _measured() -> Mapping[str, Mapping[str, str | list[str]]]:
    return {w: group for group in _WORDS["measured"].values() for w in (*group["higher"], *group["lower"])}


@cache
def _pattern() -> Regex:
    ordinals = "|".join((*_WORDS["ordinals"]["words"], r"‹K\d+›"))
    return Regex(
        rf"(?<!\w)(?:the\s)?(?:(?P<ordinal>{ordinals})[\s-])?\b(?P<word>{'|'.join(_ends())})\b(?!-)",
        re.IGNORECASE,
    )


@cache
def _taken_back() -> Regex:
    return Regex(rf"\b(?:{'|'.join(_WORDS['apart']['before'])})$", re.IGNORECASE)


@cache
def _apart() -> Regex:
    return Regex(rf"^[\s-](?:[a-z-]+\s){{0,2}}?(?:{'|'.join(_WORDS['apart']['after'])})", re.IGNORECASE)
