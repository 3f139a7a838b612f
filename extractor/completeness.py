"""Whether a claim is complete: a reader should find its source, its period, what is measured and of what.

Read from the slots of the claim alone: one that the words fill and the frames missed counts as not printed.
"""

from __future__ import annotations

from typing import Literal

from extractor.model import Claim, FigureKind

#: What a figure needs beside it, in the order in which people ask for it.
Part = Literal["source", "period", "measure", "base"]

#: Kinds that claim no quantity of something in the world: they need nothing beside them.
_ALONE: frozenset[FigureKind] = frozenset({"date", "reference", "score", "rank", "age"})
#: Kinds that are of a whole; the whole of a rate ("per 1,000 people") is its unit.
_OF_A_WHOLE: frozenset[FigureKind] = frozenset({"percentage", "ratio"})


def not_printed(claim: Claim) -> tuple[Part, ...]:
    """The parts that the text does not give a claim; empty where it is complete, or needs none.

    A period that only the day of publication supplies is not printed. A change is of an earlier level
    and has no base of its own.
    """
    if claim.figure.kind in _ALONE:
        return ()
    told: dict[Part, bool] = {
        "source": claim.source is not None or claim.speaker is not None,
        "period": claim.period is not None and claim.period.span is not None,
        "measure": claim.measure is not None,
        "base": claim.base is not None or not _needs_base(claim),
    }
    return tuple(part for part, printed in told.items() if not printed)


def _needs_base(claim: Claim) -> bool:
    return claim.figure.kind in _OF_A_WHOLE and claim.statistic != "change" and claim.direction is None
