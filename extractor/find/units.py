"""What is printed before or after a number and says what kind of quantity it is.

Unit names are pint's ("kilometer", "degree_Celsius"), money is named by its ISO code, per cent and points
as in `amount`. Ambiguities settled here:

- "5m" is five million, and metres before a word such as "high" or "away".
- "pounds" are money in a text that shows sterling, and by the million unless weighed; else weight.
- "points" are percentage points where they are called so, or near a percentage; see `scan`.
"""

from __future__ import annotations

import re
from functools import cache

from extractor.amount import PERCENT, POINTS
from extractor.find.currencies import Currencies, in_currency
from extractor.find.symbols import symbol_after, symbols
from extractor.find.unit import Unit
from extractor.lexicon import table
from extractor.regexes import Regex

_PERCENT = Unit("percentage", PERCENT)
_POINTS = Unit("points", POINTS)
_BASIS = Unit("points", POINTS, 100)
_PLAIN_POINTS = Unit("points", POINTS, sure=False)
_SIGN_CHARS = "$€£₹¥₩₿₡₾₭₦₽₺₱₫฿₪₴元¢"
_AFTER = Regex(
    r"(?:[ \u00a0\u202f\u2009]{1,2}\n?|\n|[-‑–](?=[A-Za-z])\n?)?"
    rf"([A-Za-z%‰°ºµμ\"″{_SIGN_CHARS}][A-Za-z²³2/\"]*\.?)"
)
_NEXT = Regex(r"[ \u00a0\n-]{1,2}([A-Za-z°º]+)")
_POINT_WORDS = Regex(
    r"[ \u00a0-]{0,2}\n?(?:(?:(?:per[ \u00a0\n-]?cent(?:age)?|%|pct)[ \u00a0-]?\n?)(?:points?|pts?)\b|"
    r"pp(?:ts?)?\b|ppts?\b|"
    r"(basis[ \u00a0-]points?|bps?)\b|(points?|pts)\b)",
    re.IGNORECASE,
)
_PERCENT_WORDS = Regex(
    r"[ \u00a0\u202f-]{0,2}\n?(?:%|per[ \u00a0\n-]{1,2}cents?\b|percents?\b|percentage\b(?!-| points?|"
    r" of the)|pct\b\.?|pc\b(?!s)|per[ ]c\b|\(per ?cent\))",
    re.IGNORECASE,
)
#: Words near millions of pounds that are weighed and not paid.
_CROP = Regex(rf"\b(?:{'|'.join(table('units')['weighed'])})", re.IGNORECASE)
_PAID = Regex(rf"\b(?:{'|'.join(table('units')['paid'])})\w*", re.IGNORECASE)
_SCALES = Regex(
    r"\b(?:weigh|los[et]|gain|heav|lift|bench|force|thrust|pounds of \w+ (?:per|a)\b|per square)", re.I
)
_MILLIONS = Regex(r"[mb]illions?(?: of)?$")
_WEIGHED = Regex(
    r"[ \u00a0\n](?:of (?!(?:debt|losses|cuts|savings|investment|funding|tax|public|taxpayer|extra|new))|"
    r"less\b|heavier|lighter|each\b|in weight|on the scale)"
)
#: How far from "won" its country has to be named for it to be money.
_FAR = 400
_MAY_BE_PERCENT = Regex(r"[ \u00a0\u202f-]{0,2}\n?[%pPb(]")
_AGE = Regex(
    r"[ \u00a0-]{0,2}(years?|months?|weeks?|days?|yrs?|y)[ \u00a0-]{1,3}(?:olds?\b|of[ ]age\b|o\b)",
    re.IGNORECASE,
)
_AGE_SHORT = Regex(r"[ ]?(?:y/?o|year olds?)\b")


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


def unit_words() -> frozenset[str]:
    """The words that a unit may begin with after an article: "a mile", "a percentage point", "a EUR"."""
    codes = (code for code, unit in symbols().items() if unit.kind == "money")
    words = (*_names(), *codes, "per", "percent", "percentage", "pct", "pc", "basis", "point", "pp")
    return frozenset(word for word in words if word.isascii() and word.isalpha())


def _plural(word: str) -> str:
    return word if word.endswith("s") or word in ("feet", "celsius", "horsepower", "hertz") else f"{word}s"


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
    if not digits and (code := symbols().get(word[1].removesuffix("."))) is not None and code.kind == "money":
        return code, word.start(1) + len(word[1].removesuffix("."))
    if digits:
        symbol = symbol_after(text, at, word, currencies)
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


def _named(text: str, word: re.Match[str], currencies: Currencies) -> tuple[Unit, int] | None:
    first = word[1].lower().removesuffix(".")
    options = _names().get(first)
    if options is None:
        return None
    end = word.start(1) + len(first)
    for rest, unit in options:
        stop = _words_end(text, end, rest)
        if stop is not None:
            weighed = _CROP.search(text, max(0, word.start() - 70), word.start())
            millions = (
                not weighed and _MILLIONS.search(text, max(0, word.start() - 9), word.start()) is not None
            )
            return _settled(text, first, unit, stop, currencies, millions=millions)
    return None


def _is_paid(text: str, end: int) -> bool:
    """True for "pounds" near words of paying and far from words of weighing."""
    near = text[max(0, end - 60) : end + 20]
    return _PAID.search(near) is not None and not _CROP.search(near) and not _SCALES.search(near)


def _settled(
    text: str, first: str, unit: Unit, end: int, currencies: Currencies, *, millions: bool
) -> tuple[Unit, int] | None:
    paid = currencies.pounds or (not currencies.signed and _is_paid(text, end))
    if unit.name == "pound" and (paid or (millions and not _WEIGHED.match(text, end))):
        return Unit("money", "GBP"), end
    if first == "won" and not millions and "Korea" not in text[max(0, end - _FAR) : end + _FAR]:
        return None  # "two won medals"
    if first == "stone" and text[end : end + 1].isalpha():
        return None
    if unit.name == "USD" and first in ("dollar", "dollars"):
        return Unit("money", currencies.dollar), end
    return in_currency(unit, currencies), end


def _words_end(text: str, at: int, words: tuple[str, ...]) -> int | None:
    """Where the words end that follow the offset, or None if others stand there."""
    for wanted in words:
        found = _NEXT.match(text, at)
        if found is None or found[1].lower() != wanted:
            return None
        at = found.end()
    return None if text[at : at + 1].isalnum() else at


NO_CURRENCY = Currencies("USD", "USD", pounds=False)


def head_unit(head: str, *, bracketed: bool) -> Unit | None:
    """The measure or money that the head of a column names: "Litres", "(km)", "(KSh)".

    Only what stands in brackets may be a sign or a symbol.
    """
    words = head.strip()
    code = table("money")["signs"].get(words) or (words if words in table("money")["codes"] else None)
    if bracketed and code is not None:
        return Unit("money", code)
    found = unit_after(f"1 {words}", 1, digits=bracketed, currencies=NO_CURRENCY) if len(words) > 1 else None
    if found is None or found[1] != len(words) + 2 or found[0].divisor != 1:
        return None
    return found[0] if found[0].kind in ("measure", "money") else None


def age_after(text: str, at: int) -> tuple[Unit, int] | None:
    """The age and where it ends that follows a number: "-year-old", "months old", "years of age"."""
    found = _AGE.match(text, at)
    if found is not None:
        name = found[1].lower().rstrip("s")
        return Unit("age", name if name in ("month", "week", "day") else "year"), found.end()
    short = _AGE_SHORT.match(text, at)
    return (Unit("age", "year"), short.end()) if short is not None else None
