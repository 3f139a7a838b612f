"""Where a figure stands, and what stands around it: the stretches of text that features speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from extractor.model import Claim, Span
from extractor.reference.likely.board import Board, Key
from extractor.reference.setting import Place
from extractor.regexes import Regex

#: Between two names, and between two figures, that stand in one list.
_JOINED = Regex(r"(?:\s?,\s{0,2}|\s?,?\s(?:and|&)\s)(?:(?:the|at|in|for)\s)*")
_GAP = Regex(
    r"(?:\s?(?:%|per\s?cent|points?|\w+))?(?:\s?,\s{0,2}|\s?,?\sand\s)(?:(?:just|only|about|a|some)\s)*[£$€]?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Around:
    """A figure beside a table that is laid out."""

    board: Board
    claim: Claim

    @cached_property
    def text(self) -> str:
        """The story."""
        return self.board.reader.told.document.text

    @property
    def span(self) -> Span:
        """The figure."""
        return self.claim.figure.span

    @cached_property
    def place(self) -> Place:
        """Its stretch of the sentence."""
        return self.board.reader.place(self.claim)

    @property
    def sentence(self) -> Span:
        """Its sentence."""
        return self.place.sentence

    @cached_property
    def clause(self) -> Span:
        """Its stretch of the sentence, as one."""
        return Span(self.place.before.start, self.place.after.end)

    @cached_property
    def paragraph(self) -> Span:
        """Its paragraph."""
        return self.board.reader.told.paragraph(self.sentence.start)

    @cached_property
    def previous(self) -> Span:
        """The sentence before, in its paragraph."""
        start = self.board.reader.told.sentence_before(self.sentence, self.paragraph)
        return Span(min(start, self.sentence.start), self.sentence.start)

    @cached_property
    def above(self) -> Span:
        """Its paragraph up to the sentence."""
        return Span(min(self.paragraph.start, self.sentence.start), self.sentence.start)

    def words(self, where: Span) -> str:
        """The text of a stretch, without the names of rows."""
        return where.of(self.board.reader.plain)

    @cached_property
    def paired(self) -> Mapping[str, bool]:
        """The names of "A and B had 40 and 31": True for those in the place of the figure."""
        inside = [c.figure.span for c in self.board.figures if self.sentence.contains(c.figure.span)]
        figures = next((run for run in self._runs(inside, _GAP) if self.span in run), [])
        names = [n for n in self.board.reader.named if self.sentence.contains(n.span) and not n.wide]
        for run in self._runs([n.span for n in names], _JOINED):
            if len(run) == len(figures) > 1 and run[-1].end <= figures[0].start:
                place = figures.index(self.span)
                own = {n.span: n.labels for n in names}
                return {label: at == place for at, span in enumerate(run) for label in own[span]}
        return {}

    def _runs(self, spans: Sequence[Span], joint: Regex) -> Iterator[list[Span]]:
        """Spans that follow each other with no more than a joint between them."""
        run: list[Span] = []
        for span in spans:
            if run and joint.fullmatch(self.text, run[-1].end, span.start) is None:
                yield run
                run = []
            run.append(span)
        yield run

    @cached_property
    def neighbours(self) -> tuple[tuple[str, tuple[Key, ...]], ...]:
        """The figures around that print cells of the table, each with where it stands."""
        return tuple(self._neighbours())

    def _neighbours(self) -> Iterator[tuple[str, tuple[Key, ...]]]:
        for other in self.board.figures:
            keys = self.board.printed[other.id]
            where = self._where(other.figure.span) if keys and other.id != self.claim.id else ""
            if where:
                yield where, keys

    def _where(self, span: Span) -> str:
        after = span.start > self.span.start
        if self.sentence.contains(span):
            return "same after" if after else "same before"
        if self.previous.start <= span.start < self.previous.end:
            return "previous"
        if self.paragraph.contains(span):
            return "paragraph after" if after else "paragraph"
        return ""


def step(value: float, *steps: float) -> int:
    """The number of the step that a value lies on.

    >>> step(0.4, 0.3, 0.5, 0.7)
    1
    """
    return sum(value > s for s in steps)
