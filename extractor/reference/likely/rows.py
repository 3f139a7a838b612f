"""The rows that a figure may be of, each described by where and how the story names it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from extractor.model import Span
from extractor.reference.likely.around import Around, step
from extractor.reference.rows.labels import Named
from extractor.regexes import Regex

_GOES_ON = Regex(r"\b(?:it|its|there|they|their|that|this|those|these|where|which|whose)\b", re.IGNORECASE)
_OPENS = Regex(r"\W*(?:It|Its|There|They|Their|That|This|Those|These|He|She)\b")
_AGAINST = Regex(
    r"\b(?:compared\s+(?:with|to)|against|than|versus|above|below|behind|ahead\s+of|short\s+of|twice|times)"
    r"\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
_IN = Regex(r"\b(?:in|at|for|across|of|by|from|with|among|on)\s+(?:the\s+)?$", re.IGNORECASE)
_CUT = Regex(r"[,;:]|\b(?:and|but|while)\b")
_JOINT = Regex(r"[,;:(]")
#: Characters before a name in which words set it against another.
_NEAR = 40
#: A sentence opens with a name that stands in its first characters.
_FIRST = 6
#: Names that were told last.
_LAST = 3
#: The certainties of the rules for rows, which they give in steps.
_SURE = (0.3, 0.45, 0.55, 0.59, 0.65, 0.75, 0.9)


def rows(around: Around) -> dict[str, frozenset[str]]:
    """Name of a row → features."""
    board = around.board
    if board.names == {""}:
        return {"": frozenset({"only"})}
    found: dict[str, set[str]] = {}
    for name, feature in _features(around):
        if name in board.names:
            found.setdefault(name, set()).add(feature)
    named = {n for n, own in found.items() if any(f.startswith(("clause", "sentence")) for f in own)}
    locals_ = min(len({n.labels for n in _within(around, around.sentence)}), 2)
    for name, own in found.items():
        if "total" not in own and name:
            own.add("local")
        if name not in named:
            own.add(f"unnamed here {locals_}")
    return {name: frozenset(own) for name, own in found.items()}


def _within(around: Around, where: Span) -> list[Named]:
    names = (n for n in around.board.reader.named if not n.span.overlaps(around.span))
    return [n for n in names if where.start <= n.span.start and n.span.end <= where.end]


def _features(around: Around) -> Iterator[tuple[str, str]]:
    reader = around.board.reader
    for named in reader.named:
        own = [] if named.span.overlaps(around.span) else list(_of_name(around, named))
        more = list(_of_kind(named, own[0])) if own else []
        yield from ((label, f) for label in named.labels for f in (*own, *more))
    yield from _of_totals(around)
    yield from _of_rules(around)
    yield from _of_order(around)
    yield from ((label, "paired" if own else "paired other") for label, own in around.paired.items())
    for where, keys in around.neighbours:
        names = {name for name, _, _ in keys}
        for name in names if where != "paragraph after" else ():
            yield name, f"neighbour {where}{' one' if len(names) == 1 else ''}"


def _of_kind(named: Named, where: str) -> Iterator[str]:
    if not named.full:
        yield "part"
    if named.wide:
        yield f"wide {where}"
    if named.home:
        yield f"home {where}"
    if len(named.labels) > 1:
        yield "shared"


def _of_name(around: Around, named: Named) -> Iterator[str]:
    """How a name stands to the figure, the stretch first."""
    span, sentence, previous = named.span, around.sentence, around.previous
    if sentence.start <= span.start and span.end <= sentence.end:
        yield from _before(around, span) if span.end <= around.span.start else _after(around, span)
    elif previous.start <= span.start < previous.end:
        told = around.text[around.place.before.start : around.place.before.end]
        onward = _OPENS.match(around.text, sentence.start) or _GOES_ON.search(told)
        yield f"previous sentence{' goes on' if onward else ''}"
        if span.start - previous.start < _FIRST:
            yield "opened previous"
        if _AGAINST.search(around.text[max(previous.start, span.start - _NEAR) : span.start]):
            yield "against previous"
    else:
        yield from _farther(around, span)


def _before(around: Around, span: Span) -> Iterator[str]:
    here = [n.span for n in _within(around, around.sentence)]
    last = span == max(s for s in here if s.end <= around.span.start)
    first = span == min(here)
    own = around.place.before.start <= span.start
    where = "clause before" if own else "sentence before"
    yield f"{where}{' last' if last else ''}{' first' if first and not own else ''}"
    if _AGAINST.search(around.text[max(around.sentence.start, span.start - _NEAR) : span.start]):
        yield "against before"
    if first and span.start - around.sentence.start < _FIRST:
        yield "opens sentence"
    if not own and _CUT.search(around.text[span.end : around.span.start]):
        yield "cut between"


def _after(around: Around, span: Span) -> Iterator[str]:
    between = around.text[around.span.end : span.start]
    if span.end > around.clause.end:
        yield "sentence after"
    elif _IN.search(between) and len(between) < _NEAR and not _JOINT.search(between):
        yield "clause after in"
    elif _AGAINST.search(between):
        yield "clause after against"
    else:
        yield "clause after"


def _farther(around: Around, span: Span) -> Iterator[str]:
    told = around.board.reader.told
    shown, lead = told.openings
    above = told.paragraph_before(around.paragraph)
    if around.paragraph.start <= span.start < around.previous.start:
        yield "paragraph"
    elif above is not None and above.start <= span.start < above.end:
        yield "paragraph before"
    elif any(s.contains(span) for s in shown):
        yield "headline"
    elif any(s.contains(span) for s in lead):
        yield "lead"


def _told_before(around: Around) -> Sequence[str]:
    """The names told before the figure, the last first."""
    before = [n for n in around.board.reader.named if n.span.end <= around.span.start]
    return list(dict.fromkeys(label for n in reversed(before) for label in n.labels))


def _of_totals(around: Around) -> Iterator[tuple[str, str]]:
    locals_ = min(len({n.labels for n in _within(around, around.sentence)}), 2)
    order = step(len(_told_before(around)), 0, 1, 3)
    for label in around.board.reader.labels.totals:
        yield from ((label, f) for f in ("total", f"total {locals_} here", f"total {order} before"))
    yield "", "nameless"


def _of_rules(around: Around) -> Iterator[tuple[str, str]]:
    """What the rules say that a figure is of."""
    for at, subject in enumerate(around.board.reader.subjects(around.claim)):
        for label in subject.labels:
            yield label, f"rule {step(subject.certainty, *_SURE)}"
            yield label, f"rule place {min(at, 3)}"
            if len(subject.labels) > 1:
                yield label, "rule shared"


def _of_order(around: Around) -> Iterator[tuple[str, str]]:
    locals_ = min(len({n.labels for n in _within(around, around.sentence)}), 2)
    for at, label in enumerate(_told_before(around)[:_LAST]):
        yield label, f"recent {at} {locals_} here"
    times = Counter(label for n in around.board.reader.named for label in n.labels)
    if times:
        yield max(times, key=lambda label: times[label]), "most named"
