"""The words around a figure that say something which neither its table nor its row does."""

from __future__ import annotations

import re
from functools import cache

from extractor.lexicon import table as data
from extractor.model import Claim, Span
from extractor.periods import find_periods
from extractor.reference.match import Reader
from extractor.reference.setting import without
from extractor.reference.words import root, roots
from extractor.regexes import Regex

_FROM_TO = Regex(r"\s+(?:to|or)\s+")
_NORM = Regex(
    r"(?:\s+[\w-]+){0,3}?\s+(?:is|are|was|were|would\s+be)\s+(?:\w+ly\s+)?"
    r"(?:needed|required|recommended|considered|enough|safe|the\s+(?:target|limit|threshold|aim|goal))\b"
    r"|(?:\s+of\s+[a-z]+)?\s+(?:should|ought\s+to|must)\s+(?:be|have)\b"
)
#: "The 826 it needs", "the 300 that they want".
_WANTED = Regex(
    r"(?:\s+[a-z]+)?(?:\s+that)?\s+(?:it|they|he|she|we|ministers|the\s+[a-z]+)\s+"
    r"(?:needs?|wants?|wanted|plans?|planned|hopes?|hoped|promised|expects?|expected|should|must|would\s+need)\b"
)
#: "The limit is 40", "doctors advise no more than 10".
_LIMIT = Regex(
    r"\b(?P<word>limit|target|threshold|ceiling|cap|goal|maximum|minimum|guideline|advi[sc]es?|recommends?|allows?|permits?)"
    r"(?:\s+(?:for|of)\s+[\w\s]{1,30}?)?\s*(?:(?:is|was|are|of|at|set|to|no|more|less|than|only|just)\s+)*$",
    re.IGNORECASE,
)
#: "The union puts the true number at 3,000", "its own count".
_RIVAL = Regex(
    r"\b(?:(?:true|real|actual)\s+(?:number|figure|total|toll|rate|share|scale|extent|cost)|(?:its|their)\s+own"
    r"\s+(?:count|tally|records|figures))\b"
)
#: "It has 96 under construction".
_UNDER_WAY = Regex(
    r"\s+(?:[a-z]+\s+)?(?:under\s+(?:construction|way|review|investigation|offer)|in\s+the\s+(?:pipeline|works)"
    r"|on\s+(?:order|hold|the\s+drawing\s+board)|being\s+(?:built|considered|planned)|(?:still|yet)\s+to\s+[a-z]+)\b"
)
_COMMA = Regex(r"[,;:()—“”\"]|\s–\s")


def strange_words(reader: Reader, claim: Claim, *, clause: bool = False) -> tuple[str, ...]:
    """Roots of the words of a figure's own stretch that name no row and no time and say more than "it was".

    `clause` leaves out what commas part from the figure.
    """
    text, place = reader.told.document.text, reader.place(claim)
    span = claim.figure.span
    start, end = _start(reader, claim), place.after.end
    if clause:
        start = max([start, *(m.end() for m in _COMMA.finditer(text, start, span.start))])
        end = min([end, *(m.start() for m in _COMMA.finditer(text, span.end, end))])
    times = (p.span for p in find_periods(text) if p.span is not None)
    spans = [span, *(_with_size(text, n.span) for n in reader.named), *times]
    gaps = [g for g in spans if start <= g.start and g.end <= end]
    words = roots(without(text, start, end, gaps))
    return tuple(w for w in words if w not in _carrying() and not w.isdigit())


def _with_size(text: str, name: Span) -> Span:
    """The name of a row with the word for its size: "the Rivermouth circuit"."""
    found = _sizes().match(text, name.end)
    return name if found is None else Span(name.start, found.end())


@cache
def _sizes() -> Regex:
    listed = {*data("reference")["blocks"]["sizes"], *data("reference")["row_nouns"]}
    return Regex(rf"(?:['’]s)?\s+(?:{'|'.join(sorted(listed, key=len, reverse=True))})s?\b(?!['’])")


def _start(reader: Reader, claim: Claim) -> int:
    """Where a figure's own words begin: those of A are told of B as well in "the levy went from A to B"."""
    text, start = reader.told.document.text, reader.place(claim).before.start
    for other in reader.told.figures.get(claim.sentence, ()):
        if _FROM_TO.fullmatch(text, other.figure.span.end, claim.figure.span.start):
            return min(start, reader.place(other).before.start)
    return start


@cache
def _carrying() -> frozenset[str]:
    """Roots of the words that say no more than that something is so: "the figure was", "compared with"."""
    return frozenset(
        root(w)
        for w in [*data("reference")["light"], *data("reference")["carry"], *data("reference")["anaphors"]]
    )


def is_of_more(reader: Reader, claim: Claim) -> bool:
    """True where words of a figure's clause are of what the table does not hold: "twice as much on roads"."""
    strange = strange_words(reader, claim, clause=True)
    return any(not any(reader.akin(w, v) for v in reader.vocabulary) for w in strange)


def is_norm(reader: Reader, claim: Claim) -> bool:
    """True for what ought to be: "95 per cent is needed to stop an outbreak"."""
    text = reader.told.document.text
    if _NORM.match(text, claim.figure.span.end) or _WANTED.match(text, claim.figure.span.end):
        return True
    way = _UNDER_WAY.match(text, claim.figure.span.end)
    if way is not None and not any(w in reader.measures for w in roots(way[0])):
        return True
    limit = _LIMIT.search(text[claim.sentence.start : claim.figure.span.start])
    return limit is not None and root(limit["word"]) not in reader.measures


def is_of_a_rival(told: str) -> bool:
    """True for what somebody else counts, in the words before a figure: "puts the true number at"."""
    return _RIVAL.search(told) is not None
