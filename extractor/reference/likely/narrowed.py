"""Words that say a figure is of less, or of another time, than the cell that it is held to.

"1,120 through casualty", of those admitted; "could have lent 31,000"; "a decade ago".
"""

from __future__ import annotations

import re

from extractor.model import Span
from extractor.reference.likely.bound import Bound
from extractor.reference.match import At
from extractor.reference.questioning.strangers import strange_words
from extractor.reference.words import roots
from extractor.regexes import Regex

_COMMA = Regex(r"[,;:()—“”\"]|\s–\s|\.\s")
_MOST = Regex(r"\b(?:\w{3,}est|worst|best)\b[^.;]{0,40}\b(?:at|with|on)\s+$", re.IGNORECASE)
_MODAL = Regex(r"\b(?:could|would|might|may|should|ought)\b", re.IGNORECASE)
_LONG_AGO = Regex(
    r"\b(?:decades?|years?|generations?|century|months?)\s+(?:ago|earlier|before)\b|\bbefore\s+(?:it|they|the)\b"
    r"|\bused\s+to\b|\bonce\s+(?:had|lent|stood|was|were)\b",
    re.IGNORECASE,
)


def unknown(bound: Bound) -> list[str]:
    """Roots of the words beside a figure, up to commas, that are of nothing in the table.

    "Larch was slowest, at 5.9" says by an adjective no more than that it is told.
    """
    reader = bound.board.reader
    strange = strange_words(reader, reader.claims[bound.claim.id], clause=True)
    most = _MOST.search(bound.around.text, bound.around.sentence.start, bound.claim.figure.span.start)
    plain = set() if most is None else set(roots(most[0]))
    return [w for w in strange if w not in plain and not any(reader.akin(w, v) for v in reader.vocabulary)]


def is_narrowed(bound: Bound, at: At) -> bool:
    """True where words behind a figure are of nothing in the table, or it is of another time than a cell."""
    text, span = bound.around.text, bound.claim.figure.span
    behind = roots(text[span.end : _end(bound)])
    return is_elsewhen(bound, at) or any(w in behind for w in unknown(bound))


def is_elsewhen(bound: Bound, at: At) -> bool:
    """True for what might be, and for what was long before the time of a cell: "a decade ago"."""
    text, span = bound.around.text, bound.claim.figure.span
    before = text[bound.around.clause.start : span.start]
    if _MODAL.search(before) is not None:
        return True
    return _LONG_AGO.search(before + text[span.end : _end(bound)]) is not None and _is_latest(bound, at)


def _end(bound: Bound) -> int:
    """Where the words right behind a figure end, at a comma."""
    after = Span(bound.claim.figure.span.end, max(bound.claim.figure.span.end, bound.around.clause.end))
    comma = _COMMA.search(bound.around.text, after.start, after.end)
    return after.end if comma is None else comma.start()


def _is_latest(bound: Bound, at: At) -> bool:
    period = bound.board.reader.reference.period(at.row, at.column)
    return period is None or period.key == bound.board.latest
