"""Names in a sentence that are no rows: places where a figure may stand instead, and whoever acts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.lexicon import table as data
from extractor.model import Span
from extractor.periods import find_periods
from extractor.reference.rows.labels import Named
from extractor.reference.setting import Place, Told
from extractor.reference.words import root
from extractor.regexes import Regex

_ELSEWHERE = Regex(
    r"\b(?i:in|at|across|near|throughout|outside|around)\s+(?:([A-Z][a-z]+)"
    r"|the\s+((?:north|south|east|west)(?:ern\b|\b(?!-))))"
)
#: A person or body that acts: "Ann Maria Cole led the bench with".
_NAME = Regex(
    r"(?:(?<=[.!?”\"\n]\s)|(?<=\swhile\s)|(?<=\swith\s)|(?<=\sand\s)|\A)"
    r"((?:[A-Z][\w'’.-]*[a-z][\w'’.-]*\s){1,3}[A-Z][\w'’-]*[a-z][\w'’-]*)\s+(?:[a-z]+ed|was|had|has|led|went|got|shot)\b"
)
#: A word with a capital; where a sentence or quotation opens before one.
_PROPER = Regex(r"\b[A-Z][a-z]+(?:[-–][A-Z][a-z]+)*\b")
_OPENED = Regex(r"(?:^|[.!?:“\"\n])\s*$")
#: "At Saint Hilda's, the most popular school", opening a sentence, and what says where that is.
_AT_ANOTHER = Regex(r"(?:\A|[,;]\s)(?:At|In|at|in)\s+([A-Z][\w'’-]+)")
_RIGHT_IN = Regex(r"\b(?:in|of|within|across|near)\s+(?:the\s+)?\Z")


def only_says_where(text: str, place: Place, span: Span, one: Named, named: Sequence[Named]) -> bool:
    """True for a row that says where another place is: "At Saint Hilda's, in the same district, were 512"."""
    if one.span.start >= span.start or not _RIGHT_IN.search(text[: one.span.start]):
        return False
    before = text[place.sentence.start : one.span.start]
    found = _AT_ANOTHER.search(before)
    if found is None:
        return False
    own = Span(place.sentence.start + found.start(1), place.sentence.start + found.end(1))
    return not any(own.overlaps(n.span) for n in named) and not find_periods(f"in {found[1]}")


def is_elsewhere(told: Told, place: Place, here: Sequence[Named], vocabulary: frozenset[str]) -> bool:
    """True if a sentence names a place that is no row: "in West Corran", "in the south"; but not "in May"."""
    text = told.document.text
    for match in _ELSEWHERE.finditer(text, place.sentence.start, place.sentence.end):
        own = Span(*match.span(1 if match[1] else 2))
        known = root(own.of(text)) in vocabulary or any(n.span.overlaps(own) for n in here)
        if not known and not find_periods(f"in {own.of(text)}"):
            return True
    return False


def names_another(told: Told, place: Place, named: Sequence[Named], vocabulary: frozenset[str]) -> bool:
    """True if a clause, or the sentence that its pronoun stands for, names what is no row: "Surpur lost"."""
    text = told.document.text
    start = place.sentence.start
    if goes_on(place.sentence.of(text)):
        start = told.sentence_before(place.sentence, told.paragraph(start))
    for match in _PROPER.finditer(text, start, place.after.end):
        own = Span(match.start(), match.end())
        in_clause = own.start >= place.before.start or own.start in (start, place.sentence.start)
        if not in_clause or any(own.overlaps(n.span) for n in named) or find_periods(f"in {match[0]}"):
            continue
        opens = own.start == start or bool(_OPENED.search(text[: own.start]))
        if not opens or _is_proper(match[0], vocabulary):
            return root(match[0]) not in vocabulary
    return False


def _is_proper(word: str, vocabulary: frozenset[str]) -> bool:
    """True for the first word of a sentence that is hardly a common noun: no plural, no word of the lists."""
    lower = word.lower()
    listed = {*data("reference")["empty"], *data("reference")["carry"], *data("reference")["openers"]}
    return not (lower in listed or lower.endswith(("s", "ing", "ly", "en")) or root(word) in vocabulary)


def other_name(told: Told, place: Place, span: Span, named: Sequence[Named]) -> bool:
    """True if the sentence, or the clause of a figure, opens with a name of several words that is no row."""
    text = told.document.text
    for match in _NAME.finditer(text, place.sentence.start, span.start):
        own = Span(match.start(1), match.end(1))
        if not any(own.overlaps(n.span) for n in named) and not find_periods(match[1]):
            return True
    return False


def goes_on(sentence: str) -> bool:
    """True if a sentence opens with a pronoun for what the one before names."""
    words = re.findall(r"[a-z]+", sentence.lower())[:8]
    return any(w in data("reference")["anaphors"] for w in words)
