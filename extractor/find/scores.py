"""Two numbers joined by a dash or a stroke that are scores or names: "won 2-1", "24/7"."""

from __future__ import annotations

import re

from extractor.find.nouns import Outside
from extractor.lexicon import table
from extractor.regexes import Regex

_RESULT = frozenset(table("labels")["result"])
_PAIR = Regex(r"(\d{1,3})([-–—/:]|[ ]?[-–][ ]?)(\d{1,3})(?![\d%]|[.,]\d|[-–/]\d)")
#: A line that holds a result and nothing else: "Athlacca 23 Corrin Rovers 20".
_SIDE = r"[A-Z][\w'’.&-]*(?: [A-Z&][\w'’.&-]*){0,4}"
_RESULT_LINE = Regex(rf"{_SIDE} (\d{{1,3}}),? {_SIDE} (\d{{1,3}})")
_LINE = 90
_JERSEY = Regex(r"\d{1,2}(?=[ ][A-Z]\.?[ ][A-Z][a-z]+)")
_RESULT_WORD = Regex(r"[A-Za-z-]+")
_PERIOD_NEAR = 36


def special(text: str, at: int) -> Outside | None:
    """Pairs that are names: "24/7", "9/11", "50-50", "20/20"."""
    found = _PAIR.match(text, at)
    if (
        found is not None
        and found[2] == ":"
        and len(found[3]) == 1
        and text[found.end() : found.end() + 1] != ":"
    ):
        return Outside(at, found.end(), "score", "pair")  # "a ratio of 3:1", "a 2:1 win"
    if found is None or found[2].strip() not in "-–/":
        return None
    a, b = int(found[1]), int(found[3])
    if found[2] == "/" and (a >= b or (a, b) == (9, 11) or b > 100 or _in_a_row(text, at, found.end())):
        return Outside(at, found.end(), "score" if a > b and (a, b) != (24, 7) else "reference", "pair")
    return None


_SCORE_WAS = Regex(r"\bscore (?:was|is|stood at|of) (?:then |now |still )?$")
_TO = Regex(r"\d{1,3} to \d{1,3}(?![\d%]|[.,]\d)")


def told_score(text: str, at: int) -> Outside | None:
    """ "The score was 21 to 14"."""
    found = _TO.match(text, at)
    if found is None or not _SCORE_WAS.search(text, max(0, at - 26), at):
        return None
    return Outside(at, found.end(), "score", "score")


def _in_a_row(text: str, at: int, end: int) -> bool:
    """True for "1/7" that stands alone at the end or the head of a line: one of a thread of posts."""
    line_end = text[end : end + 1] in ("", "\n")
    line_start = at == 0 or text[at - 1] == "\n"
    return line_end or (line_start and text[end : end + 1] in ")]:.")


def score(text: str, at: int) -> Outside | None:
    """ "Won 2-1": two numbers with a dash that fall, or that words of winning and losing stand near."""
    found = _PAIR.match(text, at)
    if found is None or found[2] in "/:":
        return None
    if text[max(0, at - 2) : at] == "( " and text.startswith(" )", found.end()):
        return Outside(at, found.end(), "score", "score")  # "( 17 - 36 )", a record in a text cut into words
    if " " in found[2] and int(found[1]) <= int(found[3]):
        return None
    a, b = int(found[1]), int(found[3])
    if text[found.end() : found.end() + 1].isalpha() or _unit_follows(text, found.end()):
        return None
    if a < b and _AGED.search(text, max(0, at - 14), at):
        return None
    if a >= b or found[3].startswith("0") or (b < 200 and _near_result(text, at, found.end())):
        tie_break = _TIE_BREAK.match(text, found.end())
        return Outside(at, tie_break.end() if tie_break else found.end(), "score", "score")
    return None


_TIE_BREAK = Regex(r" ?\(\d{1,2}\)(?![\w%])")
_AGED = Regex(r"\b(?:aged?|ages|between|from|about|around|over) $", re.IGNORECASE)
_UNIT = Regex(
    r"[ -]?(?:%|per|percent|year|month|week|day|hour|minute|mile|km|million|billion|m\b|bn\b|points?\b|"
    r"pp\b)"
)


def _unit_follows(text: str, end: int) -> bool:
    return _UNIT.match(text, end) is not None


def _near_result(text: str, start: int, end: int) -> bool:
    around = text[max(0, start - _PERIOD_NEAR) : start] + " " + text[end : end + _PERIOD_NEAR // 2]
    return any(
        word.lower() in _RESULT for word in _RESULT_WORD.findall(around.rpartition("\n\n")[2] or around)
    )


def result_line(text: str, at: int) -> Outside | None:
    """The two numbers of a line like "Athlacca 23 Corrin Rovers 20"."""
    start = text.rfind("\n", max(0, at - _LINE), at) + 1
    end = text.find("\n", at, at + _LINE)
    line = _RESULT_LINE.fullmatch(text, start, end if end >= 0 else min(len(text), at + _LINE))
    if line is None or at not in (line.start(1), line.start(2)):
        return None
    return Outside(at, line.end(1) if at == line.start(1) else line.end(2), "score", "score")


def jersey(text: str, at: int) -> Outside | None:
    """ "15 D Foy; 14 P Shine": the numbers of a line-up."""
    found = _JERSEY.match(text, at)
    if found is None or (at and text[at - 2 : at] not in ("; ", ": ", ", ") and text[at - 1] != "\n"):
        return None
    return Outside(at, found.end(), "reference", "label")
