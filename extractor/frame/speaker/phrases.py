"""The whole words that name a source: "Robert Hale, a spokesman for the agency", "data from the bank".

A phrase is read in pieces between commas. The piece with the name or noun is its core; pieces that only say
who that is belong to it ("the clerk", "34", "D-Ohio"), and a clause does not ("who owns the bakery").
"""

from __future__ import annotations

import re
from functools import cache

from extractor.lexicon import table
from extractor.model import Span
from extractor.regexes import Regex

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_WHEN = (
    rf"(?:on\s+|late\s+|early\s+|last\s+|this\s+)*(?:{_DAY}|yesterday|today|tonight|night|week|month|year)"
    r"(?:\s+(?:night|morning|evening|afternoon))?"
)
_ADVERB = (
    r"has|have|had|would|also|later|then|now|still|already|previously|recently|repeatedly|further|himself|herself"
    r"|themselves|itself|has\s+since|did|does|do|even|only|just|first|once|again|always|never|often|long|instead|therefore"
    r"|(?!(?:family|rally|ally|supply|assembly|reply|monopoly|bully|fly|july)\b)[a-z]+ly"
)
#: What stands between a subject and its verb and is no part of it: "on Thursday", "has since", "also".
_BETWEEN = Regex(
    rf",?\s+(?:{_ADVERB}|{_WHEN}|the\s+(?:next|following|same)\s+(?:day|morning|evening|night|week))\s*,?$"
)
_LAST_BETWEEN = Regex(rf"\s+(?:{_ADVERB}|{_WHEN})\s*,?\s*$")
_SUBORDINATE = Regex(r"\b(?:after|before|when|while|because|since|although|though|if|until|whether)\s+")
_JOINED = Regex(
    r"(?:(?:[Aa]nd|[Bb]ut|[Oo]r|[Aa]s|[Ww]hile|[Tt]hen|[Yy]et|[Ss]o|that|[Aa]fter|[Ww]hen|[Ss]ince|[Bb]ecause"
    r"|[Aa]lthough|[Tt]hough)\s+)+"
)
_DATELINE = Regex(r"\s[–—-]{1,2}\s+")
_CLAUSAL = Regex(r"\b(?:is|was|are|were|he|she|they|it|we|has|have|had)\b|[a-z][.!?][A-Z]")
_CLAUSE = Regex(r",?\s+(?:who|whose|whom|which|that)\b")
_ROLE = Regex(r"\b[\w-]+\b")
_AGE = Regex(r"(?:aged\s+)?\d{1,3}|[DRI]-[A-Z][\w. ]*|(?:MP|TD|MEP|QC|KC|MLA|OBE)(?:\s+for\s+.*)?")
_DETERMINED = Regex(
    r"(?:an?|the|his|her|its|their|our|my|one|another|[\w’'-]+[’']s|[\w-]+s[’'])\s+", re.IGNORECASE
)
_ARTICLED = Regex(r"(?:an?|the|his|her|its|their|our|my|one|another)\s+", re.IGNORECASE)
FINITE = Regex(
    r"\b(?:is|was|are|were|has|have|had|will|would|could|should|can|may|might|must|been|he|she|they|it|we|fell|rose|left)\b"
)
#: Where the source that follows its verb stops: "said X in a statement", "said X on Monday".
_AFTER = Regex(
    rf"\s+(?:on|in|at|during|after|before|via|when|while|as|to|through|by|following|outside|about|against)\b"
    rf"|\s+(?:{_WHEN})\b|\s+\(|\s+[–—-]\s|(?<![A-Z])[.](?!\w)|[;:!?“”\"](?!\w)"
)
#: Pieces of a name's surroundings that may be long: "a retired nurse who lives nearby" is cut at "who".
_LONGEST = 12
#: And words of what leads up to a name before a comma: "the county's deputy director of roads".
_HERALD = 9


@cache
def _roles() -> frozenset[str]:
    words = table("speech")
    titles = (t.lower() for t in words["titles"])
    named = ("people_nouns", "body_nouns", "occupations")
    return frozenset((*titles, *(w for section in named for w in words[section])))


def trimmed(text: str, start: int, stop: int) -> Span:
    """The range without punctuation at its ends, and without what stands between a subject and its verb."""
    while start < stop and not (text[start].isalnum() or text[start] in "($£€₹"):
        start += 1
    joined = _JOINED.match(text, start, stop)
    start = joined.end() if joined is not None else start
    clause = _CLAUSE.search(text, start, stop)
    stop = clause.start() if clause is not None else stop
    while stop > start:
        words = text[start:stop].rstrip(' ,\n“”"‘(-—–')
        found = _BETWEEN.search(words)
        stop = start + (found.start() if found is not None else len(words))
        if found is None:
            break
    return Span(start, max(start, stop))


def verb_start(text: str, start: int, stop: int) -> int:
    """Where the words between a subject and its verb start ("has", "on Thursday"); a comma stays."""
    while (found := _LAST_BETWEEN.search(text, start, stop)) is not None:
        stop = found.start()
    return stop


def phrase_before(text: str, core: Span, start: int, stop: int, *, human: bool = False) -> Span:
    """The words that name the source whose core stands before its verb, between two offsets.

    No body leads up to the name of a `human`: in "The board, Lee told them, had paid" only Lee speaks.
    """
    begin = _piece_start(text, start, core.start)
    cuts = list(_SUBORDINATE.finditer(text, begin, core.start))
    begin = max(
        [
            begin,
            *(c.end() for c in cuts[-1:]),
            *(d.end() for d in _DATELINE.finditer(text, begin, core.start)),
        ]
    )
    while begin > start and _heralds(text[_piece_start(text, start, begin - 2) : begin - 2], human=human):
        begin = _piece_start(text, start, begin - 2)
    whole = trimmed(text, begin, max(stop, core.end))
    lead, tail = text[whole.start : core.start], text[core.end : whole.end]
    fits = (
        whole.contains(core)
        and not FINITE.search(tail)
        and not _CLAUSAL.search(lead)
        and len(lead.split()) <= _LONGEST
    )
    return whole if fits else core


def phrase_after(text: str, core: Span, start: int, stop: int) -> Span:
    """The words that name the source whose core follows its verb, between two offsets."""
    while start < core.start and not (text[start].isalnum()):
        start += 1
    end = _core_end(text, start, core, stop)
    while text[end : end + 2] == ", ":
        piece = _piece(text, end + 2, stop)
        if not _tells_who(piece.of(text)):
            break
        end = piece.end
    clause = _CLAUSE.search(text, core.end, end)
    return Span(start, max(start, clause.start() if clause is not None else end))


def phrase_stop(text: str, start: int, stop: int) -> int:
    """Where a phrase stops that starts at an offset: at a comma, a clause, or words of time and place."""
    return _piece(text, start, stop).end


def _piece_start(text: str, start: int, at: int) -> int:
    comma = text.rfind(", ", start, max(start, at))
    return comma + 2 if comma >= 0 else start


def _piece(text: str, start: int, stop: int) -> Span:
    """The words up to the next comma or to where a source stops."""
    comma = text.find(",", start, stop)
    end = comma if comma >= 0 else stop
    first = Regex(r"\w+").match(text, start, end)
    cut = _AFTER.search(text, first.end() if first else start, end)
    while cut is not None and cut[0].strip() in {"in", "at"} and _ends_in_role(text[start : cut.start()]):
        cut = _AFTER.search(text, cut.end(), end)
    return Span(start, _end(text, start, cut.start() if cut is not None else end, " \n"))


def _core_end(text: str, start: int, core: Span, stop: int) -> int:
    comma = text.find(",", core.end, stop)
    end = comma if comma >= 0 else stop
    cut = _AFTER.search(text, core.end, end)
    while cut is not None and cut[0].strip() in {"in", "at"} and _ends_in_role(text[start : cut.start()]):
        cut = _AFTER.search(text, cut.end(), end)
    return _end(text, core.end, cut.start() if cut is not None else end, ' .”"')


def _end(text: str, start: int, stop: int, marks: str) -> int:
    """Where the words end that stand before some marks, at least at the start."""
    while stop > start and text[stop - 1] in marks:
        stop -= 1
    return max(start, stop)


def _heralds(piece: str, *, human: bool) -> bool:
    """True for what leads up to a name after a comma: "the union's general secretary", "its owner"."""
    piece = piece.strip()
    if len(piece.split()) > _HERALD or re.search(r"\d", piece):
        return False  # "The bakery sold 900 loaves before the fire"
    if human and _ROLE.findall(piece)[-1:] and _ROLE.findall(piece)[-1] in table("speech")["body_nouns"]:
        return False
    return _DETERMINED.match(piece) is not None and _ends_in_role(piece) and not FINITE.search(piece)


def _ends_in_role(piece: str) -> bool:
    words = _ROLE.findall(piece)
    return bool(words) and words[-1].lower() in _roles()


def _tells_who(piece: str) -> bool:
    """True for a piece between commas that says who somebody is: "34", "D-Ohio", "chair of the board"."""
    piece = piece.strip()
    if not piece or FINITE.search(piece) or len(piece.split()) > _LONGEST:
        return False
    if _AGE.fullmatch(piece) or _ARTICLED.match(piece):
        return True
    if piece.split()[0].lower() in {"of", "from"}:
        return True
    return any(w.lower() in _roles() for w in _ROLE.findall(piece)[:5])
