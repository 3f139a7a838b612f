"""How well sources and denials are told in short news stories with a mark on every figure.

`python -m tests.frame.snippet` prints the scores of both halves, with `--show` what goes wrong in the
tuned one. A source is met when it shares a word that is no title with whom the mark names, as the gold
counts speakers.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.frame import frame, load_model
from gold.slots import words
from tests.frame.conftest import story

if TYPE_CHECKING:
    from spacy.language import Language

    from extractor.model import Claim

FOLDER = Path(__file__).parent / "snippets"
HALVES = ("tuned", "held")
_MARK = re.compile(r"\[(?P<no>!?)(?P<figure>[^\]<]+?)(?: <= (?P<source>[^\]=]+?) = (?P<who>[^\]]+))?\]")


@dataclass(frozen=True, slots=True)
class Marked:
    """A figure as marked and as framed, with the whole story and its sentence."""

    claim: Claim
    printed: str
    sentence: str
    negated: bool
    source: str | None
    who: str | None

    @property
    def told(self) -> str | None:
        """Whom the frames name."""
        named = self.claim.speaker or self.claim.source
        return named.key if named else None

    @property
    def met(self) -> bool:
        """True if the frames name whom the mark names."""
        return bool(words(self.told or "") & words(self.who or ""))

    @property
    def exact(self) -> bool:
        """True if they do, by the marked words."""
        return self.met and self.claim.source is not None and self.claim.source.text == self.source


@dataclass(frozen=True, slots=True)
class Share:
    """How many there are, how many are told, and how many of those are right."""

    there: int
    told: int
    right: int

    @property
    def f1(self) -> float:
        """The harmonic mean of recall and precision."""
        return 2 * self.right / (self.there + self.told)

    def __str__(self) -> str:
        recall, precision = self.right / self.there, self.right / self.told
        return (
            f"recall {recall:.1%} of {self.there}, precision {precision:.1%} of {self.told}, F1 {self.f1:.1%}"
        )


def marked(half: str, nlp: Language) -> tuple[Marked, ...]:
    """The figures of a half, each with what its mark and what the frames say."""
    lines = (FOLDER / f"{half}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(m for line in lines if line and not line.startswith("#") for m in _read(line, nlp))


def sources(found: tuple[Marked, ...]) -> Share:
    """How well sources are told."""
    met = sum(m.met for m in found)
    return Share(sum(m.who is not None for m in found), sum(m.told is not None for m in found), met)


def denials(found: tuple[Marked, ...]) -> Share:
    """How well those that did not are told from those that did."""
    right = sum(m.negated and m.claim.negated for m in found)
    return Share(sum(m.negated for m in found), sum(m.claim.negated for m in found), right)


def exact(found: tuple[Marked, ...]) -> float:
    """The share of the sources whose words are the marked ones."""
    named = [m for m in found if m.who is not None]
    return sum(m.exact for m in named) / len(named)


def _read(line: str, nlp: Language) -> Iterator[Marked]:
    marks = list(_MARK.finditer(line))
    document, figures = story(_MARK.sub(lambda m: f"[{m['figure']}]", line).replace(" ¶ ", "\n"))
    claims = frame(document, figures, nlp).claims
    for mark, claim in zip(marks, claims, strict=True):
        sentence = claim.sentence.of(document.text)
        yield Marked(claim, document.text, sentence, bool(mark["no"]), mark["source"], mark["who"])


def _main() -> None:
    nlp = load_model()
    for half in HALVES:
        found = marked(half, nlp)
        print(f"{half}: {len(found)} figures\n  source {sources(found)}, exact {exact(found):.1%}")
        print(f"  negated {denials(found)}")
        for one in found if "--show" in sys.argv and half == "tuned" else ():
            _show(one)


def _show(one: Marked) -> None:
    given = one.claim.source.text if one.claim.source else None
    if not one.exact if one.who else one.told:
        slip = "words" if one.met else "WRONG"
        told = f"{one.source} = {one.who}, not {given} = {one.told}"
        print(f"{slip} {one.claim.figure.text}: {told}: {one.sentence}")
    if one.negated != one.claim.negated:
        print(f"{'MISSED' if one.negated else 'FALSE'} NOT {one.claim.figure.text}: {one.sentence}")


if __name__ == "__main__":
    _main()
