"""Who says something, and the saying: a verb with its speaker."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from extractor.lexicon import table
from extractor.model import Span

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


@cache
def words(section: str) -> frozenset[str]:
    """A word list of `extractor/data/speech.toml`."""
    return frozenset(table("speech")[section])
