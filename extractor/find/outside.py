"""Numbers that are no quantities: labels, telephone numbers, clock times, scores, addresses.

Each rule looks at one number in digits with the characters around it, and says how far the
thing goes that it is part of. They are found so that nobody takes them for quantities.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from extractor.lexicon import table
from extractor.model import FigureKind

_LABELS = table("labels")
_BEFORE = frozenset(_LABELS["before"])
_CAPITALISED = frozenset(_LABELS["capitalised"])
_BEFORE_WORDS = frozenset(("number", "chapter", "section", "phase", "page", "article", "platform", "part"))
_RESULT = frozenset(_LABELS["result"])


@dataclass(frozen=True, slots=True)
class Outside:
    """Something with digits that is no quantity."""

    start: int
    end: int
    kind: FigureKind
    name: str


_DIGITS = re.compile(r"\d+")
Rule = Callable[[str, int], Outside | None]

_ADDRESS_SIGN = re.compile(r"@|https?://|www\.")
_ADDRESS_REST = re.compile(r"[^\s<>\"“”]{0,400}")
_MAILBOX = re.compile(r"[A-Za-z0-9.+_-]+$")
_CLOCK = re.compile(
    r"\d{1,2}(?:[:.]\d{2}){0,2}[ \u00a0]?(?:[ap]\.?m\b\.?|[ap]\.m\.|o['’]clock\b|noon\b|hrs\b(?= on|"
    r" GMT| IST))"
    r"|\d{1,2}:\d{2}(?::\d{2})?(?![\d:])|\d{4}[ ](?-i:GMT|BST|EST|IST|ET|UTC|hours)\b",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?:\+|\()?\d[\d()]{1,6}(?:[ \u00a0.-]{1,2}\(?\d[\d()]{1,7}){1,5}(?![\d,])")
#: "13 00 55" in Australia.
_SHORT_PHONE = re.compile(r"1[38](?:[ \u00a0]\d{2}){2}")
_PAIR = re.compile(r"(\d{1,3})([-–—/:]|[ ]?[-–][ ]?)(\d{1,3})(?![\d%]|[.,]\d|[-–/]\d)")
_CHAIN = re.compile(r"\d{1,12}(?:[-–/.]\d{1,12}){2,8}(?!\d)")
_DECIMAL_RANGE = re.compile(r"\d+\.\d+[-–]\d+(?:\.\d+)?|\d+[-–]\d+\.\d+")
_LEAD = re.compile(r"([A-Za-z]+\.?)(?: ?\(?)?[ \u00a0-]$")
_NO_DOT = re.compile(r"(?:No|Nos|no|nos)\.?[ \u00a0]?$|[#@§№]$")
_RESULT_WORD = re.compile(r"[A-Za-z-]+")
_PERIOD_NEAR = 36
_ITEM = re.compile(r"(\d{1,2})(?:\.|\))(?=[ \u00a0][A-Z“\"‘])")
_PARAGRAPH = re.compile(r"\d+(?:\([a-zA-Z]\)(?:\(\d+\))*|\(\d+\)(?:\([a-z]\))+)")
_HOUSE = re.compile(
    r"(\d{1,4}[A-Za-z]?)(?: [A-Z][a-z]+){1,3},? (?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Close|Square|"
    r"Place|Boulevard|Blvd|Terrace|Crescent)\b"
)
_TWO_DIGITS = re.compile(r"\d{2}(?:s\b|(?!\w|[.,]\d))")
_MONTH = re.compile(rf"(?:{'|'.join(table('periods')['months'])})[ \u00a0]$")
_AFTER_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?(?![\d%]|[.,]\d)")


def outside_at(text: str, at: int) -> Outside | None:
    """What the number in digits at the offset is part of, where that is no quantity."""
    end = _digits_end(text, at)
    after = text[end : end + 2]
    for rule in _rules(text[at], after):
        found = rule(text, at)
        if found is not None:
            return found
    return None


def _digits_end(text: str, at: int) -> int:
    found = _DIGITS.match(text, at)
    return found.end() if found is not None else at


@cache
def _rules(first: str, after: str) -> tuple[Rule, ...]:
    """The rules worth trying by the first digit and the two characters after the digits."""
    joined = after[:1] in "-–—/:. \u00a0)(" and after[:1] != ""
    return tuple(
        rule
        for rule in RULES
        if (joined or rule not in _JOINED) and (first in "01" or rule is not leading_nought)
    )


def addresses(text: str) -> list[Outside]:
    """Web and mail addresses, with the digits that they hold."""
    found: list[Outside] = []
    for sign in _ADDRESS_SIGN.finditer(text):
        start = sign.start()
        if found and start < found[-1].end:
            continue
        before = _MAILBOX.search(text, max(0, start - 64), start) if sign[0] == "@" else None
        end = _ADDRESS_REST.match(text, sign.end())
        assert end is not None
        found.append(Outside(before.start() if before else start, end.end(), "reference", "address"))
    return found


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
    if _SHORT_PHONE.fullmatch(found[0]):
        return Outside(at, found.end(), "reference", "telephone number")
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
    if found is None or _DECIMAL_RANGE.fullmatch(found[0]):
        return None
    return Outside(at, found.end(), "reference", "code")


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
    if dash and text[start].isdigit():
        return None  # "5m-10m" is a range
    if _MONEY_LETTERS.fullmatch(text, start, at) and _AMOUNT.match(text, at):
        return None
    if dash and text[start:at].lower().rstrip("-–‑") in _OPEN_PREFIXES:
        return None
    found = re.compile(r"[\w]*(?:[-/.]\w+)*").match(text, at)
    assert found is not None
    return Outside(start, max(found.end(), at + 1), "reference", "name with a number")


_MONEY = table("money")
_MONEY_LETTERS = re.compile(
    "|".join([*_MONEY["codes"], *(re.escape(s) for s in _MONEY["signs"] if s[0].isalpha())])
)
_AMOUNT = re.compile(
    r"\d[\d,.]+(?:[ ]\d{3})*(?![\w-])|\d[\d,.]*[ ]?(?:[kmb]n?|tn|lakh|crore|million|billion)\b"
)
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


def word_label(text: str, at: int) -> Outside | None:
    """A number in words that a word before it makes a name: "Title Two", "number eight"."""
    found = _LEAD.search(text, max(0, at - 18), at)
    if found is None or not (found[1].lower() in _BEFORE_WORDS or found[1] in _CAPITALISED):
        return None
    return Outside(at, at + 1, "reference", "label")


def label(text: str, at: int) -> Outside | None:
    """A number that a word before it makes a name: "section 12", "Type 2", "No 10"."""
    if at == 0 or text[at - 1] not in " \u00a0#-(@§№.\n":
        return None
    numbered = _NO_DOT.search(text, max(0, at - 5), at) and not _DECIMAL.match(text, at)
    if (numbered and not _WITH_UNIT.match(text, at)) or _dialled(text, at):
        return Outside(at, _id_end(text, at), "reference", "label")
    found = _LEAD.search(text, max(0, at - 18), at)
    if found is None:
        return None
    word = found[1]
    if word in ("No.", "no.") and (_DECIMAL.match(text, at) or _WITH_UNIT.match(text, at)):
        return None  # the answer: "Will it rise? No. 17.6 cents is all of it."
    if word.lower() in _BEFORE or word in _CAPITALISED:
        end = _id_end(text, at)
        return None if _counted(text, end) else Outside(at, end, "reference", "label")
    return None


_SENT_TO = re.compile(
    r"\b(?:[Tt]ext(?:ing)?|[Dd]ial(?:led|ing)?|[Cc]all(?:ed|ing)?|[Rr]ing)(?: [\w’']+){0,3}?(?: to| on)? $"
)
_DECIMAL = re.compile(r"\d+\.\d|\d[\d,]*[ ]?(?:%|per cent|percent|million|billion|[kmb]n?\b)")
_WITH_UNIT = re.compile(
    r"\d[\d,.]*[ -](?:cents?|pence|years?|months?|weeks?|days?|hours?|minutes?|miles?|kilomet\w+|metres?|"
    r"people|pupils|patients|of)\b"
)
_SHORT_CODE = re.compile(r"\d{3,7}(?![\d,%]|\.\d)")
_EMERGENCY = {"911", "999", "112", "101", "111"}


def _dialled(text: str, at: int) -> bool:
    """True for "call 999" and "text HELP to 70123": a number that one rings."""
    near = text[max(0, at - 40) : at]
    if not ("all" in near or "ext" in near or "ial" in near or "ing" in near):
        return False
    found = _SHORT_CODE.match(text, at)
    if found is None or not _SENT_TO.search(near):
        return False
    return len(found[0]) > 4 or found[0] in _EMERGENCY


_NUMBERLIKE = re.compile(
    r"[ \u00a0]?(?:%|per ?cent|percent|million|billion|thousand|people|pages|years? old|times|per \d)"
)


def _counted(text: str, end: int) -> bool:
    """True where the word does not name the number: "call 5,000 people", "text 40%"."""
    return bool(_NUMBERLIKE.match(text, end)) or (
        text[end : end + 1] == "," and text[end + 1 : end + 2].isdigit()
    )


_ID = re.compile(
    r"[\dA-Za-z]+(?:[.\-/–]\d[\dA-Za-z]*)*(?:\([\dA-Za-z]{1,3}\))*"
    r"(?:(?:, | and | to | or )\d{1,4}(?![\d,.%]|[ -][a-z]))*"
)


def _id_end(text: str, at: int) -> int:
    found = _ID.match(text, at)
    return found.end() if found is not None else at + 1


def numbered(text: str, at: int) -> Outside | None:
    """The number of a list item at the head of its line: "3. Wash the rice", "2) Bring a coat"."""
    if at and text[at - 1] not in "\n(":
        return None
    found = _ITEM.match(text, at)
    return Outside(at, found.end(1), "reference", "label") if found is not None else None


def paragraph(text: str, at: int) -> Outside | None:
    """ "501(c)(4)": a paragraph of a law."""
    found = _PARAGRAPH.match(text, at)
    return Outside(at, found.end(), "reference", "label") if found is not None else None


def address(text: str, at: int) -> Outside | None:
    """ "10 Station Road": a house in a street."""
    found = _HOUSE.match(text, at)
    return Outside(at, found.end(1), "reference", "address") if found is not None else None


def short_year(text: str, at: int) -> Outside | None:
    """ "The class of '88"."""
    if at == 0 or text[at - 1] not in "'’‘" or (at > 1 and not text[at - 2].isspace()):
        return None
    found = _TWO_DIGITS.match(text, at)
    return Outside(at - 1, found.end(), "date", "period") if found is not None else None


def day_of_month(text: str, at: int) -> Outside | None:
    """ "March 26" where the month was read as a part of something else."""
    found = _AFTER_MONTH.match(text, at)
    if found is None or not 0 < int(found[1]) < 32 or not _MONTH.search(text, max(0, at - 12), at):
        return None
    return Outside(at, found.end(), "date", "period")


def special(text: str, at: int) -> Outside | None:
    """Pairs that are names: "24/7", "9/11", "50-50", "20/20"."""
    found = _PAIR.match(text, at)
    if found is None or found[2].strip() not in "-–/":
        return None
    a, b = int(found[1]), int(found[3])
    if found[2] == "/" and (a >= b or (a, b) == (9, 11) or b > 100 or _in_a_row(text, at, found.end())):
        return Outside(at, found.end(), "score" if a > b and (a, b) != (24, 7) else "reference", "pair")
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
    if a < b and _AGED.search(text, max(0, at - 14), at):
        return None
    if a >= b or found[3].startswith("0") or (b < 200 and _near_result(text, at, found.end())):
        return Outside(at, found.end(), "score", "score")
    return None


_AGED = re.compile(r"\b(?:aged?|ages|between|from|about|around|over) $", re.IGNORECASE)
_UNIT = re.compile(
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


#: In this order; the first that holds wins.
RULES: tuple[Rule, ...] = (
    clock,
    telephone,
    leading_nought,
    chain,
    paragraph,
    address,
    attached,
    numbered,
    day_of_month,
    short_year,
    label,
    special,
    score,
)
#: Rules for numbers that something other than a letter joins to the next.
_JOINED = (telephone, chain, special, score)
