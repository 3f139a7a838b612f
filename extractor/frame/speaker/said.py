"""Who says something, and the saying: a verb with its speaker."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from extractor.lexicon import table
from extractor.model import Span
from extractor.regexes import Regex

SayerKind = Literal["person", "body", "people", "pronoun"]


@dataclass(frozen=True, slots=True)
class Sayer:
    """Words that name a speaker, and what kind of speaker."""

    span: Span
    text: str
    kind: SayerKind
    #: All the words of the source as printed there: "Robert Hale, a spokesman"; None where they are the name.
    phrase: Span | None = None

    @property
    def printed(self) -> Span:
        """The words by which the text names the source at its verb."""
        return self.phrase or self.span


@dataclass(frozen=True, slots=True)
class Saying:
    """A verb of saying, or "according to", with its speaker."""

    verb: Span
    zone: int
    sayer: Sayer
    #: True where the speaker stands after the verb: "said X".
    inverted: bool = False
    #: True for "according to X".
    according: bool = False
    #: True for "was said by X", "it was announced by X".
    passive: bool = False
    #: True for the label of a line in a transcript.
    label: bool = False
    #: True where the words after it are what is said, whatever they are: "data showing 12 per cent of them".
    onward: bool = False


@cache
def words(*sections: str) -> frozenset[str]:
    """Word lists of `extractor/data/speech.toml`; of `going_on` every form: "is saying", "were saying"."""
    return frozenset(w for s in sections for w in _listed(s))


def _listed(section: str) -> Iterable[str]:
    listed: Sequence[str] = table("speech")[section]
    if section == "going_on":
        return (f"{be} {w}" for w in listed for be in ("is", "are", "was", "were", "been"))
    return listed


def _any_of(*sections: str) -> str:
    return "|".join(sorted({re.escape(w) for s in sections for w in words(s)}, key=len, reverse=True))


#: Every word of saying; those that say something only of a clause ("ruled that") where "that" follows.
SAID = Regex(
    rf"(?<![\w-])(?:{_any_of('said', 'about', 'strict', 'findings', 'bare', 'participles', 'going_on')}"
    rf"|(?:{_any_of('with_that', 'bare_that')})(?=\s+that\b)"
    rf"|(?:{_any_of('proposing')})(?=\s+(?:an?|\w+ing)\b)|(?:{_any_of('aside')})(?=[.,;!?]|\s+(?:on|in|at|last)\s|\s+\w+day\b))\b"
)
