"""A comparing word with its reference: what makes words a comparison, and what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, cast

from extractor.frame.comparison.references import reference_key, reference_words
from extractor.frame.sentences import Sentence
from extractor.lexicon import table
from extractor.model import ComparisonDirection, Span
from extractor.regexes import Regex

if TYPE_CHECKING:
    from spacy.tokens import Token

_SECOND = Regex(r"\b(?:from|against|to|with|on|versus)\s+(?:only\s+|just\s+)?$", re.IGNORECASE)
#: Words between "the" and a figure by which the figure is another thing's: "above the shop with two cats".
_APART = Regex(r"\b(?:with|by|on|near|from|to|that|who|which)\b", re.IGNORECASE)
_DENIED = Regex(
    r"(?:\b(?:no|not|never|nor)|n[’']t)(?:\s+(?:any|much|be|far|significantly))?\s+$", re.IGNORECASE
)


_WORD = Regex(r"\w+")
#: Characters back in which an adverb of degree stands.
_BACK = 40


@dataclass(frozen=True)
class Line:
    """A sentence as characters, with the figures in it; offsets count from the sentence's start.

    Without its `sentence` nothing is known of its grammar.
    """

    text: str
    sentence: Sentence | None
    figures: tuple[Span, ...]

    @cached_property
    def words(self) -> frozenset[str]:
        """All words of the sentence in lower case."""
        return frozenset(_WORD.findall(self.text.lower()))

    def figure_at(self, start: int, end: int) -> bool:
        """True if a figure shares a character with the range."""
        return any(f.start < end and start < f.end for f in self.figures)

    def tokens(self) -> Iterator[tuple[int, Token]]:
        """The tokens, each with where it starts; none where the grammar is not known."""
        if self.sentence is not None:
            first = self.sentence.offset - self.sentence.span.start
            yield from ((first + token.idx, token) for token in self.sentence.tokens)


@dataclass(frozen=True, slots=True)
class Comparing:
    """Comparing words and a reference, as offsets into the sentence."""

    start: int
    end: int
    direction: ComparisonDirection
    reference_start: int
    reference: str
    degree: str | None = None


def made(
    line: Line,
    direction: str,
    word: re.Match[str],
    at: int,
    *,
    open_reference: bool = False,
    names: bool = False,
    hedged: bool = False,
) -> Iterator[Comparing]:
    """The comparison of a word with the reference at an offset, unless it is no comparison after all.

    Any words serve as a reference after "than" (`open_reference`), a name too after a verb
    (`names`); elsewhere it must name a value. A word that is part of a printed figure only
    hedges it ("more than 300"), except where the figure itself compares (`hedged`).
    """
    reference = reference_words(line.text[at:])
    if not reference or (line.figure_at(word.start(), word.end()) and not hedged):
        return
    if _denied(line.text[: word.start()]) or _bare_figure(line, at):
        return
    named = reference_key(reference) is not None or _names_figure(line, at, reference)
    named = named or (names and reference[:1].isupper())
    if not named and not open_reference:
        return
    start, degree = _with_degree(line.text, word.start())
    end = _end_of_words(line.text, word)
    yield Comparing(start, end, cast(ComparisonDirection, direction), at, reference, degree)


def sized(line: Line, word: re.Match[str]) -> bool:
    """True if "higher than" needs no size, or "more than" has one before it: "12 per cent more than"."""
    if word[0].lower() not in {"more", "less", "fewer", "greater", "longer", "older", "younger"}:
        return True
    return (
        any(0 <= word.start() - f.end <= 1 for f in line.figures)
        or _degree_before(line.text, word.start())[1] is not None
    )


def _bare_figure(line: Line, at: int) -> bool:
    """True if the reference is a number and no more: "higher than 50" names no other thing."""
    held = next((f for f in line.figures if f.start <= at < f.end), None)
    if held is None:
        return False
    return re.match(r"\s*(?:[.,;:)]|$)", line.text[held.end :]) is not None and not _second(line.text[:at])


def _names_figure(line: Line, at: int, reference: str) -> bool:
    """True if a figure is what is named: "above THE $118 MILLION", "from 193", "against only 30 per cent"."""
    found = next((f for f in line.figures if at <= f.end and f.start < at + len(reference)), None)
    if found is None:
        return False
    lead = line.text[at : max(at, found.start)]
    if re.match(r"(?:the|its|their|that|a|an)\s", lead, re.IGNORECASE):
        return len(lead.split()) <= 5 and _APART.search(lead) is None
    return _second(line.text[:at]) and len(lead.split()) <= 1


def _second(before: str) -> bool:
    """True after words that set a second value beside the first: "down from", "against"."""
    return _SECOND.search(before) is not None


def _denied(before: str) -> bool:
    """True after "no", "not", "never": "no higher than the average" says neither higher nor lower."""
    return _DENIED.search(before) is not None


def _with_degree(text: str, start: int) -> tuple[int, str | None]:
    at, degree = _degree_before(text, start)
    return (start if degree is None else at), degree


def _degree_before(text: str, start: int) -> tuple[int, str | None]:
    found = _degrees().search(text, max(0, start - _BACK), start)
    return (start, None) if found is None else (found.start(1), found[1].lower())


def _end_of_words(text: str, word: re.Match[str]) -> int:
    """The end of the comparing words: "more likely" closes with its adjective, "higher" by itself."""
    if word[0].lower() not in {"more", "less", "most", "least"}:
        return word.end()
    amounts = "|".join(table("comparisons")["amounts"])
    after = re.match(rf"\s+(?:{amounts})\b", text[word.end() :])
    return word.end() + (after.end() if after else 0)


@cache
def _degrees() -> Regex:
    words = sorted(table("comparisons")["degree"], key=len, reverse=True)
    return Regex(rf"\b({'|'.join(map(re.escape, words))})\s+$", re.IGNORECASE)
