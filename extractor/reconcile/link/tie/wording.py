"""How figures are told together: the words between and beside them, without what they speak of.

"1,274 of the year's 3,640 calls, which makes 45 per cent" becomes "1,274 of the N 3,640 N , which makes 45":
nouns, verbs and names are one mark however many stand together, other numbers another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import pairwise

from extractor.lexicon import table
from extractor.model import Claim, Span
from extractor.reconcile.link.tie.triple import step
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import Story
from extractor.regexes import Regex

#: What stands for words that tell what is spoken of, for other numbers, and for the end of a paragraph.
CONTENT, NUMBER, BREAK = "N", "#", "¶"
#: Words between two figures that are told as one string at most.
LONGEST = 9
_TOKEN = Regex(
    r"[A-Za-z’'][A-Za-z’'.-]*[A-Za-z’']|[A-Za-z]|[,;:()—–\-.\n“”]|\d[\d,.]*", re.ASCII | re.IGNORECASE
)


@lru_cache(maxsize=8192)
def tokens(text: str) -> tuple[str, ...]:
    """The words that bind, the stops, and marks for all else."""
    found: list[str] = []
    for word in _TOKEN.findall(text.replace("\n\n", "\n")):
        told = word.lower().replace("’", "'")
        if told == "\n":
            found.append(BREAK)
        elif told in _closed() or (len(told) == 1 and not told.isalnum()):
            found.append(told)
        elif told[0].isdigit():
            found.append(NUMBER)
        elif found[-1:] != [CONTENT]:
            found.append(CONTENT)
    return tuple(found)


def wording(story: Story, named: Mapping[str, Claim]) -> Iterator[str]:
    """How some figures, each with the letter of its place, are told together."""
    letters = sorted(named, key=lambda letter: named[letter].figure.span)
    for a, b in pairwise(letters):
        yield from _between(story, a + b, named[a], named[b])
    for letter in letters:
        yield from (f"{what} {letter}={words}" for what, words in story.once(_beside, named[letter]))


def _between(story: Story, name: str, a: Claim, b: Claim) -> Iterator[str]:
    words = tokens(story.words(Span(a.figure.span.end, max(a.figure.span.end, b.figure.span.start))))
    if len(words) <= LONGEST:
        yield f"between {name}={' '.join(words)}"
    if a.sentence != b.sentence:
        yield f"paragraphs {name}={step(story.paragraphs_apart(a, b), 0, 1, 2)}"
        return
    yield f"first {name}={' '.join(words[:1])}"
    yield f"first two {name}={' '.join(words[:2])}"
    yield f"last {name}={' '.join(words[-1:])}"
    yield f"last two {name}={' '.join(words[-2:])}"
    yield f"long {name}={step(len(words), 1, 2, 4, 6, 9, 14)}"
    if NUMBER in words:
        yield f"numbers {name}={min(words.count(NUMBER), 3)}"


def _beside(story: Story, claim: Claim) -> tuple[tuple[str, str], ...]:
    """The words next to a figure within its sentence; ^ and $ are the ends of that."""
    led, followed = tokens(before(story, claim)), tokens(after(story, claim))
    start = Span(claim.sentence.start, max(claim.sentence.start, claim.figure.span.start))
    return (
        ("before", " ".join(led[-1:] or ("^",))),
        ("two before", " ".join(("^", "^", *led)[-2:])),
        ("three before", " ".join(("^", "^", "^", *led)[-3:])),
        ("behind", " ".join(followed[:1] or ("$",))),
        ("two behind", " ".join((*followed, "$", "$")[:2])),
        ("opens", " ".join(tokens(story.words(start))[:2])),
    )


@cache
def _closed() -> frozenset[str]:
    return frozenset(table("closed_words")["words"])
