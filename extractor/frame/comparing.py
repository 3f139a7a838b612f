"""The words that compare, and where the words of the reference begin: regular English, no parse.

Each way to compare is one function from a sentence to what it found; together they stand in
`WAYS`, the strict ones first. A span that an earlier way took is not taken again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import cast

from extractor.frame.references import reference_key, reference_words
from extractor.frame.sentences import Sentence
from extractor.lexicon import table
from extractor.model import ComparisonDirection, Span

_SECOND = re.compile(r"\b(?:from|against|to|with|on|versus)\s+(?:only\s+|just\s+)?$", re.IGNORECASE)
#: Words between "the" and a figure by which the figure is another thing's: "above the shop with two cats".
_APART = re.compile(r"\b(?:with|by|on|near|from|to|that|who|which)\b", re.IGNORECASE)
_DENIED = re.compile(
    r"(?:\b(?:no|not|never|nor)|n[’']t)(?:\s+(?:any|much|be|far|significantly))?\s+$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as characters, with the figures in it; offsets count from the sentence's start."""

    text: str
    sentence: Sentence
    figures: tuple[Span, ...]

    def figure_at(self, start: int, end: int) -> bool:
        """True if a figure shares a character with the range."""
        return any(f.start < end and start < f.end for f in self.figures)


@dataclass(frozen=True, slots=True)
class Comparing:
    """Comparing words and a reference, as offsets into the sentence."""

    start: int
    end: int
    direction: ComparisonDirection
    reference_start: int
    reference: str
    degree: str | None = None


Way = Callable[[Line], Iterator[Comparing]]


def comparing(line: Line) -> tuple[Comparing, ...]:
    """Everything in a sentence that compares, in the order of print; nothing twice."""
    taken: list[Comparing] = []
    for way in WAYS:
        for found in way(line):
            if not any(found.start < t.end and t.start < found.end for t in taken):
                taken.append(found)
    return tuple(sorted(taken, key=lambda c: c.start))


def by_than(line: Line) -> Iterator[Comparing]:
    """Comparative and "than": "slightly higher than the national average", "more likely ... than"."""
    for direction, word in _listed("words", line):
        rest = re.match(r"((?:\s+[\w’'%£$€.-]+){0,9}?)\s+than\s+(?=\S)", line.text[word.end() :])
        if rest is None or (not rest[1] and not _sized(line, word)):
            continue
        at = word.end() + rest.end()
        yield from _made(line, direction, word, at, open_reference=True)


def by_preposition(line: Line) -> Iterator[Comparing]:
    """A preposition before a value that is named: "well below the England average"."""
    for direction, word in _listed("prepositions", line):
        space = re.match(r"\s+(?=\S)", line.text[word.end() :])
        if space is not None:
            yield from _made(line, direction, word, word.end() + space.end())


def by_verb(line: Line) -> Iterator[Comparing]:
    """A verb that compares its subject with its object: "outpaced the regional average"."""
    for direction, lemmas in table("comparisons")["verbs"].items():
        for token in line.sentence.tokens:
            if token.pos_ not in {"VERB", "NOUN"} or token.lemma_.lower() not in lemmas:
                continue
            start = line.sentence.offset + token.idx - line.sentence.span.start
            found = re.compile(rf"{re.escape(token.text)}(?:\s+(?:behind|that\s+of|those\s+of))?\s+(?=\S)")
            match = found.match(line.text, start)
            if match is not None:
                word = re.compile(re.escape(token.text)).match(line.text, start)
                assert word is not None
                yield from _made(line, direction, word, match.end(), names=True)


def by_multiple(line: Line) -> Iterator[Comparing]:
    """A multiple of a value that is named: "twice the rate of", "half the national average"."""
    for direction, word in _listed("multiples", line):
        rest = re.match(
            r"\s+(?:as\s+[\w-]+(?:\s+[\w-]+)?\s+as\s+|(?:the\s+)?(?:rate|level|figure|number|share|proportion)\s+"
            r"(?:of|for|in|among)\s+|(?=the\s|that\s|its\s|last\s))",
            line.text[word.end() :],
        )
        if rest is not None:
            named = bool(re.search(r"\w", rest[0]))
            yield from _made(
                line, direction, word, word.end() + rest.end(), open_reference=named, hedged=True
            )


def by_superlative(line: Line) -> Iterator[Comparing]:
    """A superlative with its scope in time: "the lowest since 2010", "the highest on record"."""
    for direction, word in _listed("superlatives", line):
        rest = re.match(
            r"(?:\s+[\w-]+){0,5}?\s+(?=since\s|on\s+record|ever\b|in\s+(?:more\s+than\s+|at\s+least\s+|nearly\s+)?"
            r"(?:a|two|three|four|five|six|seven|eight|nine|ten|\d+)\s+(?:years|decades?|century|months))",
            line.text[word.end() :],
        )
        if rest is not None:
            yield from _made(line, direction, word, word.end() + rest.end(), open_reference=True)


def by_movement(line: Line) -> Iterator[Comparing]:
    """A value that moved from another: "down from 193 a year ago", "up on last year"."""
    for direction, word in _listed("move_words", line):
        space = re.match(r"\s+(?=\S)", line.text[word.end() :])
        if space is not None:
            yield from _made(line, direction, word, word.end() + space.end())


def by_trend(line: Line) -> Iterator[Comparing]:
    """A movement against the trend: "rose, bucking the national trend" went higher than it."""
    found = re.search(
        r"\b(?:buck|defi|defy|against)(?:s|ed|es|ing)?\s+(?=(?:the|a)\s+[\w’'-]+\s+trend\b)", line.text
    )
    moves = {t.lemma_.lower() for t in line.sentence.tokens if t.pos_ in {"VERB", "NOUN"}}
    words = table("comparisons")["moves"]
    rose, fell = bool(moves & set(words["rose"])), bool(moves & set(words["fell"]))
    if found is not None and rose != fell:
        word = re.compile(r"\w+").match(line.text, found.start())
        assert word is not None
        yield from _made(line, "higher" if rose else "lower", word, found.end())


def by_against(line: Line) -> Iterator[Comparing]:
    """A comparative, then a second value: "more likely to be seen: 50 per cent, against 30 for others"."""
    against = "|".join(map(re.escape, table("comparisons")["against"]))
    for direction, word in _listed("words", line):
        if re.match(r"(?:\s+[\w’'%-]+){0,9}?\s+than\b", line.text[word.end() :]):
            continue
        rest = re.search(rf"\b(?:{against})\s+(?=\S)", line.text[word.end() :])
        if rest is not None:
            yield from _made(line, direction, word, word.end() + rest.end())


WAYS: tuple[Way, ...] = (
    by_than,
    by_superlative,
    by_multiple,
    by_movement,
    by_trend,
    by_verb,
    by_preposition,
    by_against,
)


def _made(
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


def _sized(line: Line, word: re.Match[str]) -> bool:
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
    found = _degrees().search(text[:start])
    return (start, None) if found is None else (found.start(1), found[1].lower())


def _end_of_words(text: str, word: re.Match[str]) -> int:
    """The end of the comparing words: "more likely" closes with its adjective, "higher" by itself."""
    if word[0].lower() not in {"more", "less", "most", "least"}:
        return word.end()
    after = re.match(
        r"\s+(?:likely|common|frequent|often|expensive|popular|dangerous|prevalent|costly)\b",
        text[word.end() :],
    )
    return word.end() + (after.end() if after else 0)


def _listed(section: str, line: Line) -> Iterator[tuple[str, re.Match[str]]]:
    for direction, pattern in _section(section):
        for found in pattern.finditer(line.text):
            yield direction, found


@cache
def _section(name: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (d, _any_of(words, patterns=name == "multiples")) for d, words in table("comparisons")[name].items()
    )


def _any_of(words: Iterable[str], *, patterns: bool) -> re.Pattern[str]:
    ordered = sorted(words, key=len, reverse=True)
    parts = ordered if patterns else [re.escape(w).replace(r"\ ", r"\s+") for w in ordered]
    return re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE)


@cache
def _degrees() -> re.Pattern[str]:
    words = sorted(table("comparisons")["degree"], key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(map(re.escape, words))})\s+$", re.IGNORECASE)
