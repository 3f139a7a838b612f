"""Which money is meant: the signs and codes before a number, and the words that a text leaves open."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.find.unit import Unit
from extractor.lexicon import table
from extractor.regexes import Regex

#: Codes that name a currency by another name than ISO does.
CODE_OF = {"RMB": "CNY", "BTC": "XBT"}


#: What "$" means in a text that prints its dollars in full, the first of these that it does.
_DOLLARS = tuple((Regex(rf"(?<![A-Za-z]){words}"), code) for words, code in table("money")["dollar_of"])


@dataclass(frozen=True, slots=True)
class Currencies:
    """Which money a text speaks of, for the words and signs that leave it open."""

    #: Currency of "cents" and "c"; of "$".
    hundredths: str
    dollar: str
    #: True where "pounds" are money.
    pounds: bool
    #: True where other money is printed by its sign.
    signed: bool = False

    @staticmethod
    def of(text: str) -> Currencies:
        """Read off the signs that the text prints."""
        dollar = "USD"
        if "$" in text:
            dollar = next((code for sign, code in _DOLLARS if sign.search(text)), "USD")
        hundredths = dollar if "$" in text or "€" not in text else "EUR"
        return Currencies(
            hundredths,
            dollar,
            any(word in text for word in table("money")["plain"]["pounds"][1:]),
            "$" in text or "€" in text or "₹" in text,
        )


def in_currency(unit: Unit, currencies: Currencies) -> Unit:
    if unit.kind == "money" and unit.name == "":
        return Unit("money", currencies.hundredths, unit.divisor)
    return unit


_MONEY = table("money")
_LETTERS = "|".join(sorted(map(re.escape, _MONEY["dollars"]), key=len, reverse=True))
_DOLLAR = Regex(rf"(?<![A-Za-z])({_LETTERS})[ \u00a0]?\$[ \u00a0]?$", re.IGNORECASE)
_SIGNS = "|".join(sorted(map(re.escape, _MONEY["signs"]), key=len, reverse=True))
_SIGN = Regex(rf"(?<![A-Za-z])({_SIGNS})[ \u00a0]?$")
_CODE = Regex(rf"(?<![A-Za-z])({'|'.join([*_MONEY['codes'], *_MONEY['codes_lower']])})[ \u00a0]?$")
_SIGN_LAST = {s[-1] for s in (*_MONEY["signs"], *_MONEY["codes"], *_MONEY["codes_lower"])}


def currency_before(text: str, at: int, currencies: Currencies) -> tuple[Unit, int] | None:
    """The currency sign or code that touches the offset from the left, and where it starts."""
    near = text[at - 1 : at] if at else ""
    if near in (" ", "\u00a0"):
        near = text[at - 2 : at - 1] if at > 1 else ""
    if near not in _SIGN_LAST:
        return None
    dollar = _DOLLAR.search(text, max(0, at - 8), at) if near == "$" else None
    if dollar is not None and dollar[0] != "us $":  # "give us $5"
        return Unit("money", _MONEY["dollars"][dollar[1].lower()]), dollar.start(1)
    found = _SIGN.search(text, max(0, at - 6), at)
    if found is not None:
        name = currencies.dollar if found[1] == "$" else _MONEY["signs"][found[1]]
        return Unit("money", name), found.start(1)
    found = _CODE.search(text, max(0, at - 5), at)
    if found is None:
        return None
    code = found[1].upper()
    return Unit("money", CODE_OF.get(code, code)), found.start(1)
