"""The figures of a release, and what each outlet made of them: same, changed, less guarded, not printed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from extractor.audit.across import story
from extractor.audit.store import Store
from extractor.model import Claim
from extractor.reconcile.story import DISPLAY, Story
from extractor.reference.source import NO_QUANTITY

#: What a text did to a figure that it prints more than once: a change stands anywhere, a caveat is dropped
#: only where no printing has it.
_FIRST = ("changed", "unit changed", "same", "rounded", "caveat dropped", "base dropped")
NOT_PRINTED = "not printed"
_TRACES = """
SELECT x.figures, t.content, t.fate, t.origin, c.quote FROM traces t JOIN contents x ON x.id = t.content
JOIN claims c ON c.content = t.content AND c.id = t.claim WHERE t.release = ? ORDER BY t.content, c.start
"""
_RELEASES = """
SELECT DISTINCT t.release, coalesce(d.title, d.name) FROM traces t
JOIN documents d ON d.content = t.release AND d.current JOIN releases r ON r.place = d.place ORDER BY 2, 1
"""
#: Outlets by the id of a text that they print.
Outlets = Callable[[str], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one wording made of a figure, and how it prints it."""

    fate: str
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A figure of the release in its sentence, with a cell for each column."""

    before: str
    quote: str
    after: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """A release: its figures down, the wordings with their outlets across."""

    title: str
    columns: tuple[tuple[str, ...], ...]
    lines: tuple[Line, ...]
    #: For each column, the figures that the release does not have.
    added: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class _Trace:
    """A figure of a text that was written from the release."""

    fate: str
    origin: str | None
    quote: str


def matrices(store: Store, outlets: Outlets) -> tuple[Matrix, ...]:
    """The matrix of each release of the store that some text prints figures of."""
    return tuple(_matrix(store, str(r), str(title), outlets) for r, title in store.rows(_RELEASES))


def _matrix(store: Store, release: str, title: str, outlets: Outlets) -> Matrix:
    given, columns = story(store, release), _columns(store, release, outlets)
    lines = (_line(given, claims, [traces for _, traces in columns]) for claims in _figures(given))
    added = (tuple(t.quote for t in traces if t.origin is None) for _, traces in columns)
    return Matrix(title, tuple(names for names, _ in columns), tuple(lines), tuple(added))


def _columns(store: Store, release: str, outlets: Outlets) -> list[tuple[tuple[str, ...], list[_Trace]]]:
    """The outlets of each wording with its traces, by name; reprints of a wording are one column."""
    traces: defaultdict[str, list[_Trace]] = defaultdict(list)
    wordings: dict[str, str] = {}
    for wording, content, fate, origin, quote in store.rows(_TRACES, release):
        if wordings.setdefault(str(wording), str(content)) == content:
            told = _Trace(str(fate), None if origin is None else str(origin), str(quote))
            traces[str(content)].append(told)
    return sorted(((outlets(c), found) for c, found in traces.items()), key=lambda column: column[0])


def _figures(given: Story) -> list[list[Claim]]:
    """The quantities of a release, those that a headline or a later sentence repeats put together."""
    found: dict[object, list[Claim]] = {}
    for claim in sorted(given.claims, key=lambda c: c.block in DISPLAY):
        if claim.figure.kind not in NO_QUANTITY:
            found.setdefault(_repeated(claim, found), []).append(claim)
    return sorted(found.values(), key=lambda claims: min(c.figure.span.start for c in claims))


def _repeated(claim: Claim, found: Mapping[object, Sequence[Claim]]) -> object:
    amount, noun = claim.figure.amount, claim.measure and claim.measure.key
    if claim.block in DISPLAY:
        return next((key for key, claims in found.items() if claims[0].figure.amount == amount), claim.id)
    return (amount, noun) if noun else claim.id


def _line(given: Story, claims: Sequence[Claim], columns: Sequence[Sequence[_Trace]]) -> Line:
    first, origins = claims[0], {c.id for c in claims}
    sentence, span = given.sentence(first), first.figure.span
    at = span.start - first.sentence.start
    cells = (_cell([t for t in traces if t.origin in origins]) for traces in columns)
    return Line(sentence[:at], given.words(span), sentence[at + len(span) :], tuple(cells))


def _cell(traces: Sequence[_Trace]) -> Cell:
    if not traces:
        return Cell(NOT_PRINTED)
    fate = min((t.fate for t in traces), key=_FIRST.index)
    return Cell(fate, tuple(dict.fromkeys(t.quote for t in traces)))
