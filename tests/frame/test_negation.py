"""Which figures count those that did not, in sentences of many voices; half of them full of traps.

`python -m tests.frame.test_negation` prints the scores of both halves. Rules are mended on
`negation/tuned.txt` alone; of `negation/held.txt` only the sums are looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from extractor.frame import frame, load_model
from tests.frame.conftest import story

if TYPE_CHECKING:
    from spacy.language import Language

FOLDER = Path(__file__).parent / "negation"
#: Least recall and precision on the held half: what was measured, less two figures.
FLOOR_RECALL, FLOOR_PRECISION = 0.85, 0.89


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence with marked figures and, in their order, whether each counts those that did not."""

    marked: str
    expected: tuple[bool, ...]
    #: True for a sentence that is known to be read wrong.
    slips: bool = False


def labelled(part: str) -> Iterator[Labelled]:
    """The sentences of a part ("tuned", "held")."""
    for line in (FOLDER / f"{part}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            text = line.removeprefix("~").strip()
            expected = tuple(piece.startswith("!") for piece in text.split("[")[1:])
            yield Labelled(text.replace("[!", "["), expected, line.startswith("~"))


def read(sentence: Labelled, nlp: Language, *, guesses: bool = True) -> tuple[bool, ...]:
    """What the frames say of each figure, with or without what only weights hold for likely."""
    document, figures = story(sentence.marked)
    claims = frame(document, figures, nlp).claims
    return tuple(c.negated and (guesses or c.negated_found != "guess") for c in claims)


def scores(part: str, nlp: Language) -> tuple[int, int, int]:
    """Figures that are negated, those found to be, and those of the found that are."""
    pairs = [pair for s in labelled(part) for pair in zip(s.expected, read(s, nlp), strict=True)]
    return sum(e for e, _ in pairs), sum(r for _, r in pairs), sum(e and r for e, r in pairs)


TUNED = tuple(labelled("tuned"))


@pytest.mark.parametrize("sentence", TUNED, ids=[s.marked[:60] for s in TUNED])
def test_rules_read_what_they_are_tuned_on(
    sentence: Labelled, nlp: Language, request: pytest.FixtureRequest
) -> None:
    if sentence.slips:
        request.applymarker(pytest.mark.xfail(reason="known slip", strict=True))
    assert read(sentence, nlp, guesses=False) == sentence.expected


def test_reads_as_well_what_it_was_not_tuned_on(nlp: Language) -> None:
    there, found, right = scores("held", nlp)
    assert right / there >= FLOOR_RECALL
    assert right / found >= FLOOR_PRECISION


def test_half_of_the_figures_are_negated_in_either_part() -> None:
    for part in ("tuned", "held"):
        told = [e for s in labelled(part) for e in s.expected]
        assert 0.4 < sum(told) / len(told) < 0.6


def _print_scores() -> None:
    nlp = load_model()
    for part in ("tuned", "held"):
        there, found, right = scores(part, nlp)
        print(
            f"{part}: recall {right} of {there} ({right / there:.1%}), "
            f"precision {right} of {found} ({right / found:.1%}), F1 {2 * right / (there + found):.1%}"
        )


if __name__ == "__main__":
    _print_scores()
