"""The words that compare, and where the words of the reference begin.

Each way to compare is one function from a sentence to what it found; together they stand in
`WAYS`, the strict ones first. A span that an earlier way took is not taken again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from extractor.frame.comparison.compared import Comparing, Line, made, sized
from extractor.frame.comparison.references import reference_key, reference_words
from extractor.lexicon import table
from extractor.literals import find_all
from extractor.regexes import Regex
from extractor.wording import any_of

Way = Callable[[Line], Iterator[Comparing]]


_TIME = Regex(
    r"\s+(?:the|these|those|that|a)\s+(?:past|last|next|first|coming|same|course|year|plan)\b", re.IGNORECASE
)
#: Without one of these words nothing is compared where no figure stands.
_CUES = Regex(
    r"\b(?:than|average|compar\w+|against|versus|twice|half|third|quarter|double\w*|likelier|rates?|figures?"
    r"|totals?|most|majority|above|below|overt\w+|outstrip\w*|exceed\w*|lag\w*|trail\w*|match\w*|buck\w*"
    r"|level with|on a par|in line with|since)\b",
    re.IGNORECASE,
)
#: From a verb to what its subject is compared with: "lagged behind that of".
_TO_OBJECT = Regex(r"(?:\s+(?:behind|that\s+of|those\s+of))?\s+(?=\S)")


def comparing(line: Line) -> tuple[Comparing, ...]:
    """Everything in a sentence that compares, in the order of print; nothing twice."""
    taken: list[Comparing] = []
    for way in WAYS:
        for found in way(line):
            if not any(found.start < t.end and t.start < found.end for t in taken):
                taken.append(found)
    return tuple(sorted(taken, key=lambda c: c.start))


def may_compare(text: str) -> bool:
    """False for words without a figure in which nothing compares, whatever their grammar turns out to be."""
    line = Line(text, None, ())
    return _CUES.search(text) is not None and any(True for way in WAYS for _ in way(line))


def by_than(line: Line) -> Iterator[Comparing]:
    """Comparative and "than": "slightly higher than the national average", "more likely ... than"."""
    for direction, word in _listed("words", line):
        rest = re.match(r"((?:\s+[\w’'%£$€.-]+){0,9}?)\s+than\s+(?=\S)", line.text[word.end() :])
        if rest is None or (not rest[1] and not sized(line, word)):
            continue
        at = word.end() + rest.end()
        if _of_quantity(line, word, at):
            yield from made(line, direction, word, at, open_reference=True)


def by_preposition(line: Line) -> Iterator[Comparing]:
    """A preposition before a value that is named: "well below the England average"."""
    for direction, word in _listed("prepositions", line):
        space = re.match(r"\s+(?=\S)", line.text[word.end() :])
        # "Over the past year" is a time, "under the plan" a condition.
        timed = word[0].lower() in {"over", "under"} and _is_time(line.text[word.end() :])
        if space is not None and not timed:
            yield from made(line, direction, word, word.end() + space.end())


def by_verb(line: Line) -> Iterator[Comparing]:
    """A verb that compares its subject with its object: "outpaced the regional average"."""
    for direction, word, names in _verbs(line):
        rest = _TO_OBJECT.match(line.text, word.end())
        # "On top of 18.7%" adds, it compares nothing.
        if rest is not None and not line.text.startswith("of ", rest.end()):
            yield from made(line, direction, word, rest.end(), names=names)


def _verbs(line: Line) -> Iterator[tuple[str, re.Match[str], bool]]:
    """Direction, word, whether any name may be its object; without grammar all that begin like one."""
    if line.sentence is None:
        for direction in table("comparisons")["verbs"]:
            yield from ((direction, word, True) for word in find_all(_beginnings(direction), line.text))
    for start, token in line.tokens():
        lemma = token.lemma_.lower()
        if lemma in _directions() and token.pos_ in {"VERB", "NOUN"}:
            word = Regex(re.escape(token.text)).match(line.text, start)
            if word is not None:
                yield _directions()[lemma], word, lemma not in table("comparisons")["contests"]


@cache
def _directions() -> dict[str, str]:
    """The lemma of each verb that compares → its direction."""
    return {lemma: d for d, lemmas in table("comparisons")["verbs"].items() for lemma in lemmas}


@cache
def _beginnings(direction: str) -> Regex:
    """How the forms of the verbs of a direction begin: "overt" of "overtook"."""
    firsts = sorted({lemma[:4] for lemma in table("comparisons")["verbs"][direction]})
    return Regex(rf"\b(?:{'|'.join(firsts)})\w*", re.IGNORECASE)


def by_multiple(line: Line) -> Iterator[Comparing]:
    """A multiple of a value that is named: "twice the rate of", "half the national average"."""
    for direction, word in _listed("multiples", line):
        rest = re.match(
            r"\s+(?:as\s+[\w-]+(?:\s+[\w-]+)?\s+as\s+|(?:the\s+)?(?:rate|level|figure|number|share|proportion)\s+"
            r"(?:of|for|in|among)\s+|(?=the\s|that\s|its\s|last\s))",
            line.text[word.end() :],
        )
        if rest is not None and not _is_verb(line, word):
            named = bool(re.search(r"\w", rest[0]))
            yield from made(line, direction, word, word.end() + rest.end(), open_reference=named, hedged=True)


def by_superlative(line: Line) -> Iterator[Comparing]:
    """A superlative with its scope in time: "the lowest since 2010", "the highest on record"."""
    for direction, word in _listed("superlatives", line):
        rest = re.match(
            r"(?:\s+[\w-]+){0,5}?\s+(?=since\s|on\s+record|ever\b|in\s+(?:more\s+than\s+|at\s+least\s+|nearly\s+)?"
            r"(?:a|two|three|four|five|six|seven|eight|nine|ten|\d+)\s+(?:years|decades?|century|months))",
            line.text[word.end() :],
        )
        if rest is not None:
            yield from made(line, direction, word, word.end() + rest.end(), open_reference=True)


def by_movement(line: Line) -> Iterator[Comparing]:
    """A value that moved from another: "down from 193 a year ago", "up on last year"."""
    for direction, word in _listed("move_words", line):
        space = re.match(r"\s+(?=\S)", line.text[word.end() :])
        if space is not None:
            yield from made(line, direction, word, word.end() + space.end())


def by_trend(line: Line) -> Iterator[Comparing]:
    """A movement against the trend: "rose, bucking the national trend" went higher than it."""
    found = re.search(
        r"\b(?:buck|defi|defy|against)(?:s|ed|es|ing)?\s+(?=(?:the|a)\s+[\w’'-]+\s+trend\b)", line.text
    )
    if found is None:
        return
    moves = {t.lemma_.lower() for _, t in line.tokens() if t.pos_ in {"VERB", "NOUN"}}
    words = table("comparisons")["moves"]
    rose, fell = bool(moves & set(words["rose"])), bool(moves & set(words["fell"]))
    if rose != fell or line.sentence is None:
        word = Regex(r"\w+").match(line.text, found.start())
        assert word is not None
        yield from made(line, "higher" if rose else "lower", word, found.end())


def by_against(line: Line) -> Iterator[Comparing]:
    """A comparative, then a second value: "more likely to be seen: 50 per cent, against 30 for others"."""
    if _against().search(line.text) is None:
        return
    for direction, word in _listed("words", line):
        if re.match(r"(?:\s+[\w’'%-]+){0,9}?\s+than\b", line.text[word.end() :]):
            continue
        rest = _against().search(line.text[word.end() :])
        if rest is not None:
            yield from made(line, direction, word, word.end() + rest.end())


@cache
def _against() -> Regex:
    return Regex(rf"\b(?:{'|'.join(map(re.escape, table('comparisons')['against']))})\s+(?=\S)")


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


def _listed(section: str, line: Line) -> Iterator[tuple[str, re.Match[str]]]:
    for direction, pattern, openers in _section(section):
        if openers is None or not openers.isdisjoint(line.words):
            for found in pattern.finditer(line.text):
                yield direction, found


@cache
def _section(name: str) -> tuple[tuple[str, Regex, frozenset[str] | None], ...]:
    """For each direction its pattern, and the words of which one opens what it matches; None for any."""
    patterns = name == "multiples"
    return tuple(
        (d, _any_of(words, patterns=patterns), None if patterns else _openers(words))
        for d, words in table("comparisons")[name].items()
    )


def _openers(words: Iterable[str]) -> frozenset[str]:
    return frozenset(re.split(r"\W", w.lower())[0] for w in words)


def _any_of(words: Iterable[str], *, patterns: bool) -> Regex:
    ordered = sorted(words, key=len, reverse=True)
    parts = ordered if patterns else [re.escape(w).replace(r"\ ", r"\s+") for w in ordered]
    return any_of(parts)


def _of_quantity(line: Line, word: re.Match[str], at: int) -> bool:
    """True if "more" or "less" compares amounts: "more jobs than", not "more useful than"."""
    if word[0].lower() not in {"more", "less", "fewer"} or line.sentence is None:
        return True
    after = next((t for start, t in line.tokens() if start >= word.end()), None)
    if after is not None and after.lower_ in table("comparisons")["amounts"]:
        return True
    if after is None or (after.pos_ in {"ADJ", "ADV"} and after.lower_ != "than"):
        return False
    return bool(line.figures) or reference_key(reference_words(line.text[at:])) is not None


def _is_time(text: str) -> bool:
    return _TIME.match(text) is not None


def _is_verb(line: Line, word: re.Match[str]) -> bool:
    """True for the verb of "would double the number of visas"."""
    token = next((t for start, t in line.tokens() if start >= word.start()), None)
    return token is not None and token.pos_ == "VERB"
