"""The row that a story is about, where it is told as "the city" or "the council"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from extractor.lexicon import table as data
from extractor.model import Span
from extractor.reference.rows.labels import Labels, Named, size_of
from extractor.reference.setting import Told
from extractor.reference.words import root
from extractor.regexes import Regex

#: Where the lead names several rows, the story is about one named so often, and so many times the next.
_LEAST, _TIMES = 3, 2


def homes(told: Told, named: Sequence[Named], labels: Labels, vocabulary: frozenset[str]) -> Iterator[Named]:
    """Every "the city" of a story about one row; with the row named last before it, if that is another."""
    unnamed = _unnamed(labels)
    home = unnamed or home_label(told, named)
    if home is None:
        return
    text, taken = told.document.text, [n.span for n in named]
    for match in _words().finditer(text):
        if match["all"] and not unnamed:
            continue  # "the district as a whole" is no row of its districts
        span = Span(match.start(), match.end("word"))
        if any(span.overlaps(t) for t in taken) or not _may_be(match["word"].lower(), labels, vocabulary):
            continue
        last = _last(told, named, span)
        meant = {home} if last is None else {home, *last.labels}
        yield Named(span, tuple(sorted(meant)), full=False, home=True)


def _unnamed(labels: Labels) -> str | None:
    """The row of a table about one place that is called by its kind: "Local authority", "The borough"."""
    kinds = {*data("reference")["home_places"], *data("reference")["home_bodies"]}
    found = {label for form, own in labels.forms.items() if " ".join(form) in kinds for label in own}
    return found.pop() if len(found) == 1 else None


def home_label(told: Told, named: Sequence[Named]) -> str | None:
    """The one row that the headline names, or the first paragraph, else the one named by far most often."""
    single = [n for n in named if not n.wide and len(n.labels) == 1]
    for opening in told.openings:
        lead = {n.labels[0] for n in single if any(s.contains(n.span) for s in opening)}
        if len(lead) == 1:
            return next(iter(lead))
    often = Counter(n.labels[0] for n in single).most_common(2)
    if not often or often[0][1] < _LEAST or (len(often) > 1 and often[0][1] < _TIMES * often[1][1]):
        return None
    return often[0][0]


def rows_about(told: Told, named: Sequence[Named]) -> list[Named]:
    """The rows that the story is about, one place for each: the one of the headline, else the lead's."""
    own = [n for n in named if not n.wide and n.full]
    shown = _one_each(n for n in own if any(s.contains(n.span) for s in told.openings[0]))
    if len(shown) == 1:
        return shown
    return _one_each(n for n in own if n.span.of(told.document.text) in told.lead)


def is_alone(told: Told, named: Sequence[Named], one: Named) -> bool:
    """True if headline and lead name no other row."""
    lead = [n for n in named if n.span.of(told.document.text) in told.lead and not n.wide and n.full]
    return all(n.labels == one.labels for n in lead)


def _one_each(named: Iterable[Named]) -> list[Named]:
    first: dict[tuple[str, ...], Named] = {}
    for one in named:
        first.setdefault(one.labels, one)
    return list(first.values())


def _last(told: Told, named: Sequence[Named], span: Span) -> Named | None:
    around = told.paragraph(span.start)
    before = [n for n in named if around.start <= n.span.start and n.span.end <= span.start and not n.wide]
    return before[-1] if before else None


def _may_be(word: str, labels: Labels, vocabulary: frozenset[str]) -> bool:
    """True for a size of place below that of the rows for all, and a body that the table names."""
    if word in data("reference")["home_bodies"]:
        known = vocabulary | {root(w) for form in labels.forms for w in form}
        own = root(word.split(" ")[-1])
        return own in known or (own in _local() and bool(_local() & known))
    sizes = {size for t in labels.totals if (size := size_of(t))}
    larger = data("reference")["home_larger"]
    return bool(sizes) and all(size_of(word) in larger[size] for size in sizes)


@cache
def _local() -> frozenset[str]:
    """Roots of the words for bodies that govern a place: a "planning authority" is a council."""
    return frozenset(root(w) for w in data("reference")["home_councils"])


@cache
def _words() -> Regex:
    listed = [*data("reference")["home_bodies"], *data("reference")["home_places"]]
    words = "|".join(sorted(listed, key=len, reverse=True))
    return Regex(rf"\b[Tt]he\s+(?P<word>{words})\b(?!\s+(?:of|average|rate)\b)(?P<all>\s+as\b)?")
