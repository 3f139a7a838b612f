"""Numbers that are no quantities: labels, telephone numbers, clock times, scores, addresses.

Each rule looks at one number in digits with the characters around it, and says how far the
thing goes that it is part of. They are found so that nobody takes them for quantities.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from extractor.lexicon import table
from extractor.model import FigureKind

_LABELS = table("labels")
_BEFORE = frozenset(_LABELS["before"])
_CAPITALISED = frozenset(_LABELS["capitalised"])
_RESULT = frozenset(_LABELS["result"])


@dataclass(frozen=True, slots=True)
class Outside:
    """Something with digits that is no quantity."""

    start: int
    end: int
    kind: FigureKind
    name: str


Rule = Callable[[str, int], Outside | None]

_ADDRESS = re.compile(r"(?:https?://|www\.|@)[^\s<>\"]{1,400}|[\w.+-]{1,64}@[\w.-]{1,200}", re.IGNORECASE)
_CLOCK = re.compile(
    r"\d{1,2}(?:[:.]\d{2}){0,2}[ \u00a0]?(?:[ap]\.?m\b\.?|[ap]\.m\.|o['’]clock\b|noon\b|hrs\b(?= on| GMT| IST))"
    r"|\d{1,2}:\d{2}(?::\d{2})?(?![\d:])|\d{4}[ ](?:GMT|BST|EST|IST|ET|UTC|hours\b)",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?:\+|\()?\d[\d()]{1,6}(?:[ \u00a0.-]{1,2}\(?\d[\d()]{1,7}){1,5}(?![\d,])")
_LETTER_TAIL = re.compile(r"\d+(?:[-/]?[A-Za-z][A-Za-z0-9]*)")
_ORDINAL = re.compile(r"\d+(?:,\d{3})?(st|nd|rd|th)\b")
_PAIR = re.compile(r"(\d{1,3})([-–—/:]|[ ]?[-–][ ]?)(\d{1,3})(?![\d%]|[.,]\d|[-–/]\d)")
_CHAIN = re.compile(r"\d{1,12}(?:[-–/.]\d{1,12}){2,8}(?![\d])")
_LEAD = re.compile(r"([A-Za-z]+\.?)(?: ?\(?)?[ \u00a0-]$")
_NO_DOT = re.compile(r"(?:No|Nos|no|nos)\.?[ \u00a0]?$|[#@§№]$")
_ID_TAIL = re.compile(r"(?:[ ]?[-–/][ ]?|(?:,| and| to| or) (?=\d))?\(?[\dA-Za-z]{0,6}\)?")
_RESULT_WORD = re.compile(r"[A-Za-z-]+")
_PERIOD_NEAR = 36


def outside_at(text: str, at: int) -> Outside | None:
    """What the number in digits at the offset is part of, where that is no quantity."""
    return next((found for rule in RULES if (found := rule(text, at)) is not None), None)


def addresses(text: str) -> list[Outside]:
    """Web and mail addresses, with the digits that they hold."""
    if "@" not in text and "http" not in text and "www." not in text.lower():
        return []
    return [Outside(m.start(), m.end(), "reference", "address") for m in _ADDRESS.finditer(text)]


def clock(text: str, at: int) -> Outside | None:
    """ "5.45pm", "10:30", "2 a.m.", "1900 GMT"."""
    found = _CLOCK.match(text, at)
    if found is None or (at and text[at - 1] in "£$€.:-"):
        return None
    return Outside(at, found.end(), "date", "clock time")


def telephone(text: str, at: int) -> Outside | None:
    """Groups of digits that begin with a nought or a plus, and hold at least eight digits."""
    plus = at > 0 and text[at - 1] == "+"
    if not plus and text[at] not in "01(":
        return None
    found = _PHONE.match(text, at)
    if found is None:
        return None
    digits = sum(c.isdigit() for c in found[0])
    leading = text[at] == "0" and not text.startswith("0.", at)
    tolled = re.match(r"1-8\d\d-", found[0]) is not None
    if 8 <= digits <= 15 and (leading or plus or tolled):
        return Outside(at - plus, found.end(), "reference", "telephone number")
    return None


def leading_nought(text: str, at: int) -> Outside | None:
    """ "007", "0800": a nought that no quantity would print."""
    if text[at] != "0" or not text[at + 1 : at + 2].isdigit():
        return None
    found = re.compile(r"\d+(?:[ -]\d{2,9}){0,3}").match(text, at)
    return Outside(at, found.end(), "reference", "telephone number") if found is not None else None


def chain(text: str, at: int) -> Outside | None:
    """Three or more numbers joined by dashes, dots or slashes: dates, versions, codes."""
    found = _CHAIN.match(text, at)
    return Outside(at, found.end(), "reference", "code") if found is not None else None


def attached(text: str, at: int) -> Outside | None:
    """Digits that letters touch from the left: "A4", "G7", "Covid-19", "B-52", "H5N1"."""
    if at == 0:
        return None
    before = text[at - 1]
    dash = before in "-–‑" and at > 1 and text[at - 2].isalpha()
    if not dash and not (before.isalpha() or before in "_/\\"):
        return None
    if before in "/\\_" and not (at > 1 and text[at - 2].isalnum()):
        return None
    start = at - 1
    while start > 0 and at - start < 40 and (text[start - 1].isalnum() or text[start - 1] in "-‑"):
        start -= 1
    if dash and text[start:at].lower().rstrip("-–‑") in _OPEN_PREFIXES:
        return None
    found = re.compile(r"[\w]*(?:[-/.]\w+)*").match(text, at)
    assert found is not None
    return Outside(start, max(found.end(), at + 1), "reference", "name with a number")


#: Prefixes that leave the number a quantity: "sub-4%", "mid-30s".
_OPEN_PREFIXES = {
    "a",
    "sub",
    "mid",
    "plus",
    "minus",
    "near",
    "nearly",
    "almost",
    "around",
    "about",
    "up",
    "some",
    "over",
}
_OPEN_PREFIXES |= {"to", "and", "or", "of", "from", "at", "than", "just", "roughly", "record"}


def label(text: str, at: int) -> Outside | None:
    """A number that a word before it makes a name: "section 12", "Type 2", "No 10"."""
    if at == 0 or text[at - 1] not in " \u00a0#-(@§№.\n":
        return None
    if _NO_DOT.search(text, max(0, at - 5), at):
        return Outside(at, _id_end(text, at), "reference", "label")
    found = _LEAD.search(text, max(0, at - 18), at)
    if found is None:
        return None
    word = found[1]
    if word.lower() in _BEFORE or word in _CAPITALISED:
        end = _id_end(text, at)
        return None if _counted(text, end, word) else Outside(at, end, "reference", "label")
    return None


_NUMBERLIKE = re.compile(
    r"[ \u00a0]?(?:%|per ?cent|percent|million|billion|thousand|people|pages|years? old|times|per \d)"
)


def _counted(text: str, end: int, word: str) -> bool:
    """True where the word does not name the number: "call 5,000 people", "text 40%"."""
    return bool(_NUMBERLIKE.match(text, end)) or (
        text[end : end + 1] == "," and text[end + 1 : end + 2].isdigit()
    )


def _id_end(text: str, at: int) -> int:
    found = re.compile(r"[\dA-Za-z]+(?:[.\-/–]\d[\dA-Za-z]*)*(?:\([\dA-Za-z]{1,3}\))*").match(text, at)
    return found.end() if found is not None else at + 1


def mixed(text: str, at: int) -> Outside | None:
    """Digits that letters follow and that are no unit: "4x4", "3D", "80s", "7th-grade" stay apart by the caller."""
    found = _LETTER_TAIL.match(text, at)
    if found is None or _ORDINAL.match(text, at):
        return None
    return Outside(at, found.end(), "reference", "name with a number")


def special(text: str, at: int) -> Outside | None:
    """Pairs that are names: "24/7", "9/11", "50-50", "20/20"."""
    found = _PAIR.match(text, at)
    if found is None or found[2].strip() not in "-–/":
        return None
    a, b = int(found[1]), int(found[3])
    if found[2] == "/" and (a >= b or (a, b) == (9, 11) or b > 100 or _in_a_row(text, at, found.end())):
        return Outside(at, found.end(), "score" if a > b and not (a, b) == (24, 7) else "reference", "pair")
    return None


def _in_a_row(text: str, at: int, end: int) -> bool:
    """True for "1/7" that stands alone at the end or the head of a line: one of a thread of posts."""
    line_end = text[end : end + 1] in ("", "\n")
    line_start = at == 0 or text[at - 1] == "\n"
    return line_end or (line_start and text[end : end + 1] in ")]:.")


def score(text: str, at: int) -> Outside | None:
    """ "Won 2-1": two numbers with a dash that fall, or that words of winning and losing stand near."""
    found = _PAIR.match(text, at)
    if found is None or found[2] in "/:" or (" " in found[2] and int(found[1]) <= int(found[3])):
        return None
    a, b = int(found[1]), int(found[3])
    if text[found.end() : found.end() + 1].isalpha() or _unit_follows(text, found.end()):
        return None
    if a >= b or found[3].startswith("0") or (b < 200 and _near_result(text, at, found.end())):
        return Outside(at, found.end(), "score", "score")
    return None


_UNIT = re.compile(
    r"[ -]?(?:%|per|percent|year|month|week|day|hour|minute|mile|km|million|billion|m\b|bn\b|points?\b|pp\b)"
)


def _unit_follows(text: str, end: int) -> bool:
    return _UNIT.match(text, end) is not None


def _near_result(text: str, start: int, end: int) -> bool:
    around = text[max(0, start - _PERIOD_NEAR) : start] + " " + text[end : end + _PERIOD_NEAR // 2]
    return any(
        word.lower() in _RESULT for word in _RESULT_WORD.findall(around.rpartition("\n\n")[2] or around)
    )


#: In this order; the first that holds wins.
RULES: tuple[Rule, ...] = (telephone, leading_nought, chain, clock, attached, label, special, score)
