"""How well the source of a figure is told on the marked lines of `attributed/`.

`python -m tests.frame.attribution` prints the scores of both halves, with `--show` what goes wrong in the
tuned one. A source is met when it stands for whom the line says, and exact if its words are the marked ones.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.frame import frame, load_model
from tests.frame.conftest import story

if TYPE_CHECKING:
    from spacy.language import Language

    from extractor.model import Claim

FOLDER = Path(__file__).parent / "attributed"
HALVES = ("tuned", "untouched")
_SOURCE = re.compile(r"\{([^}]+)\}")


@dataclass(frozen=True, slots=True)
class Line:
    """A story with one figure; `source` is printed in it and stands for `who`; None where nobody speaks."""

    story: str
    who: str | None
    source: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """What the frames say of a line: whom they name, and by which words."""

    line: Line
    who: str | None
    source: str | None

    @property
    def right(self) -> bool:
        """True if the one who is named is the right one, or rightly nobody."""
        return _plain(self.who) == _plain(self.line.who)

    @property
    def exact(self) -> bool:
        """True if the words that name the source are the marked ones."""
        return self.right and (self.line.source is None or self.line.source == self.source)


@dataclass(frozen=True, slots=True)
class Score:
    """Shares of the lines with a source, or of those where one was told."""

    recall: float
    precision: float
    exact: float
    lines: int


def lines(half: str) -> tuple[Line, ...]:
    """The marked lines of a half."""
    printed = (FOLDER / f"{half}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(_line(p) for p in printed if "=>" in p and not p.startswith("#"))


def told(half: str, nlp: Language) -> tuple[Told, ...]:
    """What the frames say of each line of a half."""
    return tuple(_told(line, nlp) for line in lines(half))


def score(found: Sequence[Told]) -> Score:
    """Recall and precision of whom the figures are attributed to, and the share of exact words."""
    wanted = [t for t in found if t.line.who is not None]
    given = [t for t in found if t.who is not None]
    worded = [t for t in wanted if t.line.source is not None]
    met = sum(t.right for t in wanted)
    exact = sum(t.exact for t in worded) / len(worded)
    return Score(met / len(wanted), met / len(given), exact, len(found))


def _line(printed: str) -> Line:
    text, _, who = printed.partition(" => ")
    source = _SOURCE.search(text)
    plain = _SOURCE.sub(r"\1", text).replace(" ¶ ", "\n")
    return Line(plain, None if who == "-" else who, source[1] if source else None)


def _told(line: Line, nlp: Language) -> Told:
    document, figures = story(line.story)
    claims: Sequence[Claim] = frame(document, figures, nlp).claims
    named = claims[0].speaker or claims[0].source
    printed = claims[0].source
    return Told(line, named.key if named else None, printed.text if printed else None)


def _plain(who: str | None) -> str | None:
    return None if who is None else re.sub(r"^(?:the|an?)\s+", "", who.lower())


def _main() -> None:
    nlp = load_model()
    for half in HALVES:
        found = told(half, nlp)
        print(half, score(found))
        for one in found if "--show" in sys.argv and half == "tuned" else ():
            if not one.exact:
                print("words" if one.right else "WRONG", one.line.story)
                print(f"    {one.line.source} = {one.line.who}; {one.source} = {one.who}")


if __name__ == "__main__":
    _main()
