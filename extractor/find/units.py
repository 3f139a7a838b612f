"""What is printed before or after a number and says what kind of quantity it is.

Unit names are pint's ("kilometer", "degree_Celsius"), money is named by its ISO code, per cent and points
as in `amount`. Ambiguities settled here:

- "5m" is five million, and metres before a word such as "high" or "away".
- "pounds" are money in a text that shows sterling, else weight.
- "points" are percentage points where they are called so, or near a percentage; see `scan`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from extractor.amount import PERCENT, POINTS
from extractor.lexicon import table
from extractor.model import FigureKind

#: The unit of quantities that are told as "5 per 1,000".
PER = "per "


@dataclass(frozen=True, slots=True)
class Unit:
    """A kind of quantity and its unit, with the factor that brings the print to that unit."""

    kind: FigureKind
    name: str
    #: What one printed unit is in `name`, as a divisor: 100 for pence, 100 for basis points.
    divisor: int | Fraction = 1
    #: False where the print may mean something else and the text has to decide ("points").
    sure: bool = True


_PERCENT = Unit("percentage", PERCENT)
_POINTS = Unit("points", POINTS)
_BASIS = Unit("points", POINTS, 100)
_PLAIN_POINTS = Unit("points", POINTS, sure=False)
METRE = Unit("measure", "meter")

_SIGN_CHARS = "$€£₹¥₩₿₡₾₭₦₽₺₱₫฿₪₴元¢"
_AFTER = re.compile(
    r"(?:[ \u00a0\u202f\u2009]{1,2}\n?|\n|[-‑–](?=[A-Za-z])\n?)?"
    rf"([A-Za-z%‰°ºµμ\"″{_SIGN_CHARS}][A-Za-z²³2/\"]*\.?)"
)
_NEXT = re.compile(r"[ \u00a0\n-]{1,2}([A-Za-z°º]+)")
_POINT_WORDS = re.compile(
    r"[ \u00a0-]{0,2}\n?(?:(?:(?:per[ \u00a0\n-]?cent(?:age)?|%|pct)[ \u00a0-]?\n?)(?:points?|pts?)\b|"
    r"pp(?:ts?)?\b|ppts?\b|"
    r"(basis[ \u00a0-]points?|bps?)\b|(points?|pts)\b)",
    re.IGNORECASE,
)
_PERCENT_WORDS = re.compile(
    r"[ \u00a0\u202f-]{0,2}\n?(?:%|per[ \u00a0\n-]{1,2}cents?\b|percents?\b|percentage\b(?!-| points?|"
    r" of the)|pct\b\.?|pc\b(?!s)|per[ ]c\b)",
    re.IGNORECASE,
)
_MAY_BE_PERCENT = re.compile(r"[ \u00a0\u202f-]{0,2}\n?[%pPb]")
_OF_A = re.compile(r"[ \u00a0](?:of )?(?:an?|one)[ \u00a0-]", re.IGNORECASE)
_AGE = re.compile(
    r"[ \u00a0-]{0,2}(?:years?|months?|weeks?|days?|yrs?|y)[ \u00a0-]{1,3}(?:olds?\b|of[ ]age\b|o\b)",
    re.IGNORECASE,
)
_AGE_SHORT = re.compile(r"[ ]?(?:y/?o|year olds?)\b")
#: Letters that are units after a space too; others would be words.
_AFTER_SPACE = frozenset("CFLWVgt")
#: "13 C Foy" is a player with an initial.
_SURNAME = re.compile(r"\.?[ ][A-Z][a-z]")
_INCH = re.compile(r"[ ]in(?=[,;)]|\.?$|\.\n|[ ](?:long|wide|thick|tall|high|deep|by|x|more)\b)")
_METRE = re.compile(rf"[ \u00a0-]?m[ \u00a0-](?:{'|'.join(table('units')['metre'])})\b")
_SPACED_METRE = re.compile(r"[ \u00a0]m(?![A-Za-z0-9²³'’])")


@cache
def _names() -> dict[str, list[tuple[tuple[str, ...], Unit]]]:
    """First word → the rest of the words, with the unit, longest first; lower case."""
    data, money = table("units"), table("money")
    found: dict[str, list[tuple[tuple[str, ...], Unit]]] = {}

    def add(printed: str, unit: Unit) -> None:
        first, *rest = printed.replace("-", " ").split()
        found.setdefault(first, []).append((tuple(rest), unit))

    for printed, name in data["names"].items():
        for form in {printed, _plural(printed)}:
            add(form, Unit("measure", name))
    for printed, name in data["time"].items():
        for form in {printed, _plural(printed)}:
            add(form, Unit("duration", name))
    for printed, code in money["words"].items():
        add(printed, Unit("money", code))
    for printed, code in money["hundredths"].items():
        add(printed, Unit("money", code, 100))
    for options in found.values():
        options.sort(key=lambda option: -len(option[0]))
    return found


def _plural(word: str) -> str:
    return word if word.endswith("s") or word in ("feet", "celsius", "horsepower", "hertz") else f"{word}s"


#: Codes that name a currency by another name than ISO does.
_CODE_OF = {"RMB": "CNY", "BTC": "XBT"}


@cache
def _symbols() -> dict[str, Unit]:
    data = table("units")
    measures = {printed: Unit("measure", name) for printed, name in data["symbols"].items()}
    times = {printed: Unit("duration", name) for printed, name in data["symbols_time"].items()}
    money = table("money")
    codes = {code: Unit("money", _CODE_OF.get(code, code)) for code in money["codes"]}
    lower = {code: codes[code.upper()] for code in money["codes_lower"]}
    millions = {f"M{code}": Unit("money", unit.name, Fraction(1, 10**6)) for code, unit in codes.items()}
    return {**measures, **times, **codes, **lower, **millions}


@cache
def _touching() -> dict[str, Unit]:
    data, money = table("units")["attached"], table("money")
    letters = {letter: Unit("money", code, 100) for letter, code in money["letters"].items()}
    signs = {s: Unit("money", c) for s, c in money["signs"].items() if not s.isalpha() and "." not in s}
    return {**{s: Unit("measure", name) for s, name in data.items()}, **letters, **signs}


@dataclass(frozen=True, slots=True)
class Currencies:
    """Which money a text speaks of, for the words and signs that leave it open."""

    #: Currency of "cents" and "c"; of "$".
    hundredths: str
    dollar: str
    #: True where "pounds" are money.
    pounds: bool

    @staticmethod
    def of(text: str) -> Currencies:
        """Read off the signs that the text prints."""
        dollar = "USD"
        if "$" in text:
            named = (
                ("A$", "AUD"),
                ("Australian dollars", "AUD"),
                ("C$", "CAD"),
                ("Canadian dollars", "CAD"),
                ("NZ$", "NZD"),
            )
            dollar = next((code for sign, code in named if sign in text), "USD")
        hundredths = dollar if "$" in text or "€" not in text else "EUR"
        return Currencies(
            hundredths, dollar, any(word in text for word in table("money")["plain"]["pounds"][1:])
        )


def unit_after(text: str, at: int, *, digits: bool, currencies: Currencies) -> tuple[Unit, int] | None:
    """The unit printed at the offset, right after a number, and where it ends.

    `digits` says that the number is in digits, which alone take symbols.
    """
    if _MAY_BE_PERCENT.match(text, at):
        found = _percent(text, at)
        if found is not None:
            return found
    word = _AFTER.match(text, at)
    if word is None:
        return None
    if (
        not digits
        and (code := _symbols().get(word[1].removesuffix("."))) is not None
        and code.kind == "money"
    ):
        return code, word.start(1) + len(word[1].removesuffix("."))
    if digits:
        symbol = _symbol(text, at, word, currencies)
        if symbol is not None:
            return symbol
    return _named(text, word, currencies)


def _percent(text: str, at: int) -> tuple[Unit, int] | None:
    points = _POINT_WORDS.match(text, at)
    if points is not None:
        unit = _BASIS if points[1] else _PLAIN_POINTS if points[2] else _POINTS
        return unit, points.end()
    percent = _PERCENT_WORDS.match(text, at)
    return (_PERCENT, percent.end()) if percent is not None else None


def _symbol(text: str, at: int, word: re.Match[str], currencies: Currencies) -> tuple[Unit, int] | None:
    printed, end = word[1], word.end()
    if printed.endswith("."):
        printed, end = printed[:-1], end - 1
    touches = word.start(1) == at
    raised = _RAISED.match(text, end)
    if raised is not None and printed in _symbols() | _LENGTHS:
        length = (_symbols() | _LENGTHS)[printed]
        return Unit("measure", f"{length.name} ** {raised[1] or _POWERS[raised[2]]}"), raised.end()
    unit = _symbols().get(printed)
    if unit is not None and (
        printed not in ("h", "min", "sec", "ms", "mi") or touches or text[at] in " \u00a0"
    ):
        return unit, end
    if printed[0] in "°º":
        return _degrees(text, word)
    if touches or not printed[0].isascii() or printed == "$":
        unit = _touching().get(printed)
        if unit is not None and not text[end : end + 1].isalnum() and text[end : end + 2] != "'s":
            return _in_currency(unit, currencies), end
    if text[at] in " \u00a0" and printed in _AFTER_SPACE and not _SURNAME.match(text, end):
        return _touching()[printed], end
    inch = _INCH.match(text, at)
    if inch is not None:
        return Unit("measure", "inch"), inch.end()
    metre = _METRE.match(text, at)
    if metre is not None:
        return METRE, at + text[at : metre.end()].index("m") + 1
    spaced = _SPACED_METRE.match(text, at)
    return (METRE, spaced.end()) if spaced is not None else None


_RAISED = re.compile(r"\^([23])(?!\d)|[ ](squared|cubed)\b")
_POWERS = {"squared": 2, "cubed": 3}
_LENGTHS = {"m": METRE}


def _degrees(text: str, word: re.Match[str]) -> tuple[Unit, int]:
    found = re.compile(r"[°º] ?([CF])(?![A-Za-z])").match(text, word.start(1))
    if found is None:
        return Unit("measure", "degree"), word.start(1) + 1
    return Unit("measure", "degree_Celsius" if found[1] == "C" else "degree_Fahrenheit"), found.end()


def _in_currency(unit: Unit, currencies: Currencies) -> Unit:
    if unit.kind == "money" and unit.name == "":
        return Unit("money", currencies.hundredths, unit.divisor)
    return unit


def _named(text: str, word: re.Match[str], currencies: Currencies) -> tuple[Unit, int] | None:
    first = word[1].lower().removesuffix(".")
    options = _names().get(first)
    if options is None:
        return None
    end = word.start(1) + len(first)
    for rest, unit in options:
        stop = _words_end(text, end, rest)
        if stop is not None:
            return _settled(text, first, unit, stop, currencies)
    return None


def _settled(text: str, first: str, unit: Unit, end: int, currencies: Currencies) -> tuple[Unit, int] | None:
    if unit.name == "pound" and currencies.pounds:
        return Unit("money", "GBP"), end
    if first == "stone" and text[end : end + 1].isalpha():
        return None
    if unit.name == "USD" and first in ("dollar", "dollars"):
        return Unit("money", currencies.dollar), end
    return _in_currency(unit, currencies), end


def _words_end(text: str, at: int, words: tuple[str, ...]) -> int | None:
    """Where the words end that follow the offset, or None if others stand there."""
    for wanted in words:
        found = _NEXT.match(text, at)
        if found is None or found[1].lower() != wanted:
            return None
        at = found.end()
    return None if text[at : at + 1].isalnum() else at


_MONEY = table("money")
_LETTERS = "|".join(sorted(map(re.escape, _MONEY["dollars"]), key=len, reverse=True))
_DOLLAR = re.compile(rf"(?<![A-Za-z])({_LETTERS})[ \u00a0]?\$[ \u00a0]?$", re.IGNORECASE)
_SIGNS = "|".join(sorted(map(re.escape, _MONEY["signs"]), key=len, reverse=True))
_SIGN = re.compile(rf"(?<![A-Za-z])({_SIGNS})[ \u00a0]?$")
_CODE = re.compile(rf"(?<![A-Za-z])({'|'.join([*_MONEY['codes'], *_MONEY['codes_lower']])})[ \u00a0]?$")
_SIGN_LAST = {s[-1] for s in (*_MONEY["signs"], *_MONEY["codes"], *_MONEY["codes_lower"])}


def currency_before(text: str, at: int, currencies: Currencies) -> tuple[Unit, int] | None:
    """The currency sign or code that touches the offset from the left, and where it starts."""
    near = text[at - 1 : at] if at else ""
    if near in (" ", "\u00a0"):
        near = text[at - 2 : at - 1] if at > 1 else ""
    if near not in _SIGN_LAST:
        return None
    if near == "$" and (dollar := _DOLLAR.search(text, max(0, at - 8), at)) is not None:
        return Unit("money", _MONEY["dollars"][dollar[1].lower()]), dollar.start(1)
    found = _SIGN.search(text, max(0, at - 6), at)
    if found is not None:
        name = currencies.dollar if found[1] == "$" else _MONEY["signs"][found[1]]
        return Unit("money", name), found.start(1)
    found = _CODE.search(text, max(0, at - 5), at)
    if found is None:
        return None
    code = found[1].upper()
    return Unit("money", _CODE_OF.get(code, code)), found.start(1)


def age_after(text: str, at: int) -> int | None:
    """Where "-year-old", "years old" or "years of age" ends that follows a number."""
    found = _AGE.match(text, at) or _AGE_SHORT.match(text, at)
    return found.end() if found is not None else None
