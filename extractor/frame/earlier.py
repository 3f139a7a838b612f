"""What was framed before: the memory that ellipsis falls back on.

"Eight could boast a full record" counts whatever "Four local authorities" counted just
before; "of the nine" counts what "nine customers" did.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from extractor.frame.sentences import Spot
from extractor.lexicon import table
from extractor.model import Direction, Mention, Statistic

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Figures back to which "THE nine" may go: more than a news story has.
REMEMBERED = 500


@dataclass(frozen=True, slots=True)
class Framed:
    """A figure with the slots that grammar gave it."""

    spot: Spot
    measure: Mention | None = None
    #: Head noun of the measure where it stands in the figure's own sentence.
    noun: Token | None = None
    base: Mention | None = None
    event: Mention | None = None
    negated: bool = False
    statistic: Statistic | None = None
    direction: Direction | None = None
    #: True for a number without a sign that goes on with a share: "In May it was 15".
    share: bool = False
    #: True where only learnt weights hold that it counts those that did not.
    guessed: bool = False


def in_sentence(spot: Spot, earlier: Sequence[Framed]) -> Iterator[Framed]:
    """What was framed before in the figure's own sentence, the nearest first."""
    for framed in reversed(earlier):
        if framed.spot.sentence.span != spot.sentence.span:
            return
        yield framed


def before_any(spot: Spot, earlier: Sequence[Framed]) -> Iterator[Framed]:
    """All figures of the paragraph that stand before, the nearest first."""
    return takewhile(lambda f: f.spot.sentence.block is spot.sentence.block, reversed(earlier))


def before(spot: Spot, earlier: Sequence[Framed], kinds: frozenset[str], blocks: int = 2) -> Iterator[Framed]:
    """Figures of some kinds whose measure is a thing counted, the nearest first, so many blocks back."""
    # "27,000 times" tells how often, and is never what "6,400 of them" goes back to.
    vague = uncounted()
    gone = 0
    block = spot.sentence.block
    for framed in reversed(earlier):
        if framed.spot.sentence.block is not block:
            # The items of a list all hang on the stem above it.
            gone += block.kind != "list_item"
            block = framed.spot.sentence.block
        if gone > blocks:
            return
        named = framed.measure is not None and (framed.measure.key not in vague or _things(framed))
        if named and framed.spot.figure.kind in kinds:
            yield framed


@cache
def uncounted() -> frozenset[str]:
    """What is no thing that a pronoun goes back to."""
    return frozenset([*table("nouns")["vague"], *table("nouns")["time"], "time"]) | empty_nouns()


def _things(framed: Framed) -> bool:
    """True for "seven GOALS", "12 RECORDS": things by a noun that else holds a number ("a goal of 300")."""
    counted = framed.measure is not None and framed.measure.key in table("nouns")["idle"]
    return counted and framed.noun is not None and framed.noun.tag_ == "NNS"


@cache
def empty_nouns() -> frozenset[str]:
    """Nouns that hold a number and are not what it counts: "a FIGURE of 391", "a RISE of 300"."""
    words, moves = table("nouns"), table("comparisons")["move_nouns"]
    return frozenset([*words["idle"], *words["further"], *moves["rose"], *moves["fell"]])


def same_value(spot: Spot, earlier: Sequence[Framed]) -> Framed | None:
    """The nearest earlier count of the same value, as far back as anybody remembers for "THE nine"."""
    if spot.figure.value is None:
        return None
    first = spot.tokens[0]
    definite = first.i > 0 and first.nbor(-1).lower_ in {"the", "these", "those"}
    counts = before(spot, earlier[-REMEMBERED:], frozenset({"count"}), blocks=REMEMBERED if definite else 2)
    return next((f for f in counts if f.spot.figure.value == spot.figure.value), None)
