"""How a sheet shows a stored number: 0.441 in a cell of per cent is printed as 44.1%."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal

from extractor.regexes import Regex

_SECTION = Regex(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_CURRENCY = Regex(r"\[\$([^\]-]*)[^\]]*\]|([£$€₹])")
_DIGITS = Regex(r"[#0?](?:[#0?,]*[#0?])?(?:\.([0#?]+))?(,*)")
_QUOTED = Regex(r'"([^"]*)"')
#: Digits that a value without a format shows at most.
_GENERAL_DIGITS = 10


def shown(value: object, code: str = "General") -> str:
    """The value as its cell shows it under the number format; dates as ISO days."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, int | float):
        return _number(Decimal(repr(value)), code)
    return str(value)


def _number(value: Decimal, code: str) -> str:
    if not value.is_finite():
        return ""
    form = _form_for(value, code)
    digits = _DIGITS.search(_SECTION.sub("", form))
    if code == "General" or digits is None:
        return _general(value)
    return _formatted(value, form, digits)


def _form_for(value: Decimal, code: str) -> str:
    """The part of the format for the value's sign; a format may have one for negative numbers."""
    forms = code.split(";")
    return forms[1] if value < 0 and len(forms) > 1 and forms[1] else forms[0]


def _general(value: Decimal) -> str:
    """Without a format: the number with no trailing noughts and no exponent."""
    short = round(value, max(0, _GENERAL_DIGITS - max(value.adjusted(), 0)))
    text = f"{short:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def _formatted(value: Decimal, form: str, digits: re.Match[str]) -> str:
    bare = _SECTION.sub("", form)
    percent = "%" in bare
    scaled = (value * 100 if percent else value) / 1000 ** len(digits[2])
    places = digits[1] or ""
    least = len(places.rstrip("#"))
    rounded = scaled.quantize(Decimal(1).scaleb(-len(places)), ROUND_HALF_UP)
    grouped = "," in digits[0][: len(digits[0]) - len(digits[2])]
    text = f"{abs(rounded):{',' if grouped else ''}f}"
    if "#" in places:
        whole, _, part = text.partition(".")
        part = part[:least] + part[least:].rstrip("0")
        text = f"{whole}.{part}" if part else whole
    sign = "-" if rounded < 0 else ""
    return f"{sign}{_currency(form)}{text}{'%' if percent else ''}{_suffix(form)}"


def _currency(form: str) -> str:
    found = _CURRENCY.search(form)
    return (found[1] or found[2] or "") if found else ""


def _suffix(form: str) -> str:
    """Words in quotes after the digits, such as "m" or " people"; notes in brackets are kept as well."""
    at = max(form.rfind(c) for c in "0#?")
    return "".join(_QUOTED.findall(form[at:])) if at >= 0 else ""
