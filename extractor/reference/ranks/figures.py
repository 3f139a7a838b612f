"""The figure that stands beside a rank and prints what it ranks: "the highest, 78 per cent"."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.model import Amount, Claim, Comparison, Role
from extractor.reference.fitting import fits, of_statistic
from extractor.reference.match import At, Reader
from extractor.reference.stated import agree
from extractor.reference.topic import Topic, at_time, times_of
from extractor.regexes import Regex

#: "Took in 818, more than any other, and 286 went home": the 286 is of another clause.
_ONWARD = Regex(r",\s+(?:and|but|while|whereas)\s")
#: Characters behind a rank in which its own figure stands.
_NEAR = 40


def is_beside(reader: Reader, value: Comparison, topic: Topic) -> bool:
    """True if a figure of the sentence prints the topic at some time."""
    times = times_of(reader, topic) or (None,)
    cells = (at_time(reader, topic, t) for t in times)
    return any(at is not None and any(True for _ in beside(reader, value, at)) for at in cells)


def is_nearest(reader: Reader, value: Comparison, topic: Topic) -> bool:
    """True if the figure right behind a rank prints the topic: "the second-longest list, at 76,711".

    Where another clause begins behind the rank, it is the one before: "818, the most, and 286 went".
    """
    figures = reader.told.figures.get(value.sentence, ())
    behind = [c for c in figures if c.figure.span.start >= value.span.end]
    text, end = reader.told.document.text, value.span.end
    before = [c for c in figures if c.figure.span.end <= value.span.start]
    if before and _ONWARD.search(text, end, behind[0].figure.span.start if behind else value.sentence.end):
        behind = before[-1:]
    elif not behind or behind[0].figure.span.start - end > _NEAR:
        return False
    cells = (at_time(reader, topic, t) for t in times_of(reader, topic) or (None,))
    amounts = ((at, reader.reference.amount(at.row, at.column)) for at in cells if at is not None)
    return any(a is not None and _prints(reader, behind[0], a, at) for at, a in amounts)


def beside(reader: Reader, value: Comparison, at: At) -> Iterator[Role]:
    """The figure of the sentence that prints the cell itself: "the highest, 78 per cent"."""
    amount = reader.reference.amount(at.row, at.column)
    for claim in reader.told.figures.get(value.sentence, ()):
        if amount is not None and _prints(reader, claim, amount, at):
            yield Role("from", claim)
            return


def _prints(reader: Reader, claim: Claim, amount: Amount, at: At) -> bool:
    means = of_statistic(claim, reader.reference.columns)
    if means and at.column.number not in means:
        return False  # "on average" is of no other column than that of means
    return fits(claim, at.column) and agree(claim.figure.amount, amount)
