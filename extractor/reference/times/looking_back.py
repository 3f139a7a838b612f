"""Times that a story tells only to look back: "In 2019 it had been 12 per cent"."""

from __future__ import annotations

import re

from extractor.model import Claim, Comparison, Period
from extractor.reference.setting import Told
from extractor.regexes import Regex

#: "In 2022-23 that share had stood at 28": told of a time before that of the next sentence.
_HAD = Regex(
    r"\bhad\s+(?:[a-z]+\s+)?(?:been|[a-z]+ed|stood|had|come|gone|made|run|cost|taken|given|got|lost|won|met)\b"
)
#: Before a time that is only compared with: "after 41 in", "down by 4.3 per cent on".
_AGAINST = Regex(
    r"\b(?:after|against|than|from|(?:again|much|many|high|long|large|big|often)\s+as|compared\s+(?:with|to)|cent\s+on|%\s+on|points?\s+on|set\s+against"
    r"|under|below|above|short\s+of|ahead\s+of|behind|(?:up|down)\s+on)"
    r"(?:\s+(?:just|only|some|the|its|their))?"
    r"(?:\s+(?:[£$€₦₹N]|[A-Z]{1,2}\$)?\d[\d,.]*\w*(?:\s+(?:per\s+cent|percent|million|billion|trillion|points?)|\s?%)?)?"
    r"(?:\s+(?:in|at|of))?\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_COMPARED = Regex(
    r"\b(?:compared\s+(?:with|to)|against|up\s+from|down\s+from|(?:more|fewer|less|higher|lower|better|worse)\s+than)\b",
    re.IGNORECASE,
)
#: "And that was in 2020", "the last time was in 2020", "the record, set in 2020": a time that is pointed out.
_POINTED = Regex(
    r"\b(?:(?:that|this|which|it|there|one)(?:\s+[a-z]+)?\s+(?:was|came|happened|occurred)"
    r"|(?:last|only(?:\s+other)?|first|previous)\s+(?:time|year|occasion|exception)\b[^.;!?]{0,40}?\s(?:was|came)"
    r"|(?:peak|trough|record|high|low|exception|best|worst|lowest|highest|quietest|busiest)\b[^.;!?]{0,25}?"
    r"\s(?:was|came|set|reached|fell|dates?)|(?:last|only|since|once)(?:\s+[a-z]+){0,3}?)"
    r"(?:\s+(?:back|reached|set|seen|as\s+long\s+ago\s+as))?(?:\s+(?:in|from|to))?(?:\s+the)?\s+\Z",
    re.IGNORECASE,
)
_FAR = 100
#: Characters before a time in which the words stand that set it against another.
_NEAR = 60
_CLAUSE = Regex(r"[.;:!?](?=\s)|\n")
#: "up from 18", "compared with 21", "against 30 a year earlier": the older of two levels.
_OLDER = Regex(
    r"\b(?:up|down|rose|fell|risen|fallen|went|gone|rising|falling|increased?|decreased?|dropped|climbed|jumped"
    r"|moved|grew|grown|shrank|slipped|sank|change|changed|drop|fall|rise)\s+from\s+(?:a\s+\w+\s+)?$"
    r"|(?:per cent|percent|%|points?)\s*,?\s*from\s+$"
    r"|\b(?:compared|comparing)\s+(?:with|to)\s+(?:just\s+|only\s+)?$|\bagainst\s+(?:just\s+)?$"
)
#: "Between 2017 and 2018, from 66.1 to 65.7 per cent": both ends of a movement, and no range of sizes.
_FROM = Regex(r"\bfrom\s+(?:just\s+|only\s+|about\s+|around\s+|nearly\s+|almost\s+)?$")
_TO = Regex(r"(?:\s*%|(?:\s+[a-z]+){0,2}?)\s+to\s+(?:[a-z]+\s+){0,2}?\W?\d")
_RANGE = Regex(r"\b(?:rang(?:e[sd]?|ing)|var(?:y|ies|ied|ying)|anywhere|aged?|ages|span(?:s|ned|ning)?)\b")
_ELSEWHERE = Regex(
    r"\s*(?:[a-z]+\s+)?(?:nationally|elsewhere|(?:in|across)\s+all\b"
    r"|(?:in|at|for|across)\s+(?:the\s+)?(?:[A-Z][a-z]|country|state|region|county"
    r"|nation\b|rest\b|north|south|east|west))"
)


def is_left(told: Told, value: Claim | Comparison, framed: Period) -> bool:
    """True for a time that was only compared with, or told in an earlier sentence that only looks back."""
    text = told.document.text
    if framed.span is None:
        return False
    if is_set_against(text, framed.span.start):
        return True
    if value.sentence.contains(framed.span):
        return False
    if _stands_against(text, framed.span.start) or _is_pointed_out(text, framed.span.start):
        return True
    return not _HAD.search(value.sentence.of(text)) and looks_back(text, framed.span.end)


def is_set_against(text: str, start: int) -> bool:
    """True for a time that is only compared with: "48, after 41 in 2024"."""
    return _AGAINST.search(text[max(0, start - _NEAR) : start]) is not None


def _stands_against(text: str, start: int) -> bool:
    """True for the last of several times that were compared with: "against 41 a year ago and 38 in 2022"."""
    before = _CLAUSE.split(text[max(0, start - _FAR) : start])[-1]
    return _COMPARED.search(before) is not None


def _is_pointed_out(text: str, start: int) -> bool:
    """True for a time that a clause only points to: "it was lower only once, and that was in 2020"."""
    return _POINTED.search(_CLAUSE.split(text[max(0, start - _FAR) : start])[-1]) is not None


def looks_back(text: str, end: int) -> bool:
    """True if the clause behind a time, which ends at `end`, tells what had been."""
    stop = _CLAUSE.search(text, end)
    return _HAD.search(text, end, len(text) if stop is None else stop.start()) is not None


def is_older(told: Told, claim: Claim) -> bool:
    """True for the older of two levels: "up from 18"."""
    text, span = told.document.text, claim.figure.span
    if _ELSEWHERE.match(text[span.end : claim.sentence.end]):
        return False  # "against 40.7 per cent in England as a whole"
    before = text[claim.sentence.start : span.start]
    return bool(_OLDER.search(before)) or _leaves(before, text[span.end : claim.sentence.end])


def _leaves(before: str, behind: str) -> bool:
    """True if the words around a figure make it the level that a movement left: "from 66.1 to 65.7"."""
    return bool(_FROM.search(before) and _TO.match(behind)) and not _RANGE.search(before)
