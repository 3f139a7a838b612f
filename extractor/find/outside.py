"""Numbers that are no quantities: labels, telephone numbers, clock times, scores, addresses.

Each rule looks at one number in digits with the characters around it, and says how far the
thing goes that it is part of. They are found so that nobody takes them for quantities.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from extractor.find.attached import attached
from extractor.find.clocks import hour, spoken_clock
from extractor.find.labels import label, numbered, paragraph, word_label
from extractor.find.names import (
    describes_rooms,
    idiom,
    is_idiom,
    is_tailed,
    machine,
    model,
    named_in_words,
    picture,
    product,
    saying,
)
from extractor.find.nouns import Outside
from extractor.find.numerals import Numeral
from extractor.find.scores import jersey, result_line, score, special, told_score
from extractor.lexicon import table
from extractor.regexes import Regex

_DIGITS = Regex(r"\d+")
Rule = Callable[[str, int], Outside | None]
_ADDRESS_SIGN = Regex(r"@|https?://|www\.")
_ADDRESS_REST = Regex(r"[^\s<>\"“”]{0,400}")
_MAILBOX = Regex(r"[A-Za-z0-9.+_-]+$")
_CLOCK = Regex(
    r"\d{1,2}(?:[:.]\d{2}){0,2}[ \u00a0]?(?:[ap]\.?m\b\.?|[ap]\.m\.|o['’]clock\b|noon\b|hrs\b(?= on|"
    r" GMT| IST))"
    r"|\d{1,2}:\d{2}(?::\d{2})?(?:\.\d{1,3})?(?!\d|:\d)|\d{4}[ ](?-i:GMT|BST|EST|IST|ET|UTC|hours)\b",
    re.IGNORECASE,
)
_TIMED = Regex(r"(?:[01]?\d|2[0-3])\.[0-5]\d(?=[ \u00a0][A-Z“\"])")
_PHONE = Regex(r"(?:\+|\()?\d[\d()]{1,6}(?:[ \u00a0.-]{1,2}\(?\d[\d()]{1,7}){1,5}(?![\d,])")
_AMERICAN = Regex(r"\d{3}(?:\)[ ]?|[ .-])\d{3}[-.]\d{4}(?![\d,])")
_DOMAIN = Regex(r"\d+[\w-]{0,20}\.(?:org|com|net|info|gov|edu|io)\b")
#: "13 00 55" in Australia.
_SHORT_PHONE = Regex(r"1[38](?:[ \u00a0]\d{2}){2}")
_CHAIN = Regex(r"\d{1,12}(?:[-–/.]\d{1,12}){2,8}(?!\d)")
_DECIMAL_RANGE = Regex(r"\d+\.\d+[-–]\d+(?:\.\d+)?|\d+[-–]\d+\.\d+")
_MIXED = Regex(r"\d{1,2}-[1-7]/[2-8]")
_HOUSE = Regex(
    r"(\d{1,4}[A-Za-z]?)(?: [A-Z][a-z]+){1,3},? (?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Close|Square|"
    r"Place|Boulevard|Blvd|Terrace|Crescent)\b"
)
_TWO_DIGITS = Regex(r"\d{2}(?:s\b|(?!\w|[.,]\d))")
_MONTH = Regex(rf"(?:{'|'.join(table('periods')['months'])})[ \u00a0]$")
_AFTER_MONTH = Regex(r"(\d{1,2})(?:st|nd|rd|th)?(?![\d%]|[.,]\d)")


#: The mark of a note: one to three digits that touch ".”" or a word with its full stop, with a space behind.
_NOTE_BEFORE = Regex(r"[a-z)][.!?,]?[”\"’]$|[a-z)]{2}[.!?;]$|[.!?,][”\"’]$")
_NOTE = Regex(r"[1-9]\d{0,2}(?=\s|$)")
_SERIAL = Regex(r"\d{13,}(?![\d,.])")


def outside_at(text: str, at: int) -> Outside | None:
    """What the number in digits at the offset is part of, where that is no quantity."""
    end = _digits_end(text, at)
    after = text[end : end + 2]
    for rule in _rules(text[at], after):
        found = rule(text, at)
        if found is not None:
            return found
    return None


def words_outside_at(text: str, at: int, number: Numeral) -> Outside | None:
    """What a number in words is part of, where that is no quantity: a label, an hour, a name."""
    said = saying(text, at)
    if said is not None:
        return said
    found = word_label(text, at)
    if found is not None:
        return replace(found, end=number.end)
    clock_time = spoken_clock(text, at, number)
    if clock_time is not None:
        return clock_time
    named = named_in_words(text, at, number.end) or describes_rooms(text, number)
    if named or is_idiom(text, at, number.end) or is_tailed(text, at):
        return Outside(at, number.end, "reference", "name with a number")
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
    """ "5.45pm", "10:30", "2 a.m.", "1900 GMT", and "15.40" at the head of a line of a live blog."""
    line = at == 0 or text[at - 1] == "\n"
    found = _CLOCK.match(text, at) or (_TIMED.match(text, at) if line else None)
    if found is None or (at and text[at - 1] in "£$€.:-"):
        return None
    return Outside(at, found.end(), "date", "clock time")


def telephone(text: str, at: int) -> Outside | None:
    """Groups of digits that begin with a nought or a plus, and hold at least eight digits."""
    american = _AMERICAN.match(text, at)
    if american is not None:
        return Outside(at, american.end(), "reference", "telephone number")
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
    found = Regex(r"\d+(?:[ -]\d{2,9}){0,3}").match(text, at)
    return Outside(at, found.end(), "reference", "telephone number") if found is not None else None


def chain(text: str, at: int) -> Outside | None:
    """Three or more numbers joined by dashes, dots or slashes: dates, versions, codes."""
    found = _CHAIN.match(text, at)
    if found is None or _DECIMAL_RANGE.fullmatch(found[0]) or _MIXED.fullmatch(found[0]):
        return None
    return Outside(at, found.end(), "reference", "code")


_ERA = Regex(
    r"\d{1,4}(?: (?:to|and|-) \d{1,4}| ?[-–] ?\d{1,4})? ?(?:A\.D\.|AD|B\.C\.(?:E\.)?|BCE?|CE)(?![\w])"
)


def era(text: str, at: int) -> Outside | None:
    """ "79 AD", "218 to 222 A.D."."""
    found = _ERA.match(text, at)
    return Outside(at, found.end(), "date", "period") if found is not None else None


def footnote(text: str, at: int) -> Outside | None:
    """The mark of a note that touches the end of a sentence or a quotation: "said so.12"."""
    if not _NOTE_BEFORE.search(text, max(0, at - 4), at):
        return None
    found = _NOTE.match(text, at)
    return Outside(at, found.end(), "reference", "note") if found is not None else None


def domain(text: str, at: int) -> Outside | None:
    """ "350.org": an address that begins with digits."""
    found = _DOMAIN.match(text, at)
    return Outside(at, found.end(), "reference", "address") if found is not None else None


def serial(text: str, at: int) -> Outside | None:
    """More digits in a row than any quantity prints: the number of a file, a card, an account."""
    found = _SERIAL.match(text, at)
    return Outside(at, found.end(), "reference", "code") if found is not None else None


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


#: In this order; the first that holds wins.
RULES: tuple[Rule, ...] = (
    clock,
    telephone,
    leading_nought,
    serial,
    footnote,
    domain,
    chain,
    paragraph,
    address,
    attached,
    numbered,
    hour,
    day_of_month,
    short_year,
    label,
    special,
    score,
    told_score,
    result_line,
    jersey,
    era,
    idiom,
    machine,
    picture,
    model,
    product,
)
#: Rules for numbers that something other than a letter joins to the next.
_JOINED = (telephone, domain, chain, special, score)
