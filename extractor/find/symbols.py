"""Units in symbols, which only digits take: "km", "°C", "µg/m3", "p" for pence."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

from extractor.find.currencies import CODE_OF, Currencies, in_currency
from extractor.find.unit import METRE, Unit
from extractor.lexicon import table
from extractor.regexes import Regex

#: Letters that are units after a space too; others would be words.
_AFTER_SPACE = frozenset("CFLWVgt")
#: "13 C Foy" is a player with an initial.
_SURNAME = Regex(r"\.?[ ][A-Z][a-z]|-\d")
_INCH = Regex(r"[ ]in(?=[,;)]|\.?$|\.\n|[ ](?:long|wide|thick|tall|high|deep|by|x|more)\b)")
_METRE = Regex(rf"[ \u00a0-]?m[ \u00a0-](?:{'|'.join(table('units')['metre'])})\b")
_SPACED_METRE = Regex(r"[ \u00a0]m(?![A-Za-z0-9²³'’])")
#: The other measure of one length: "13ft (4m)", "4m (13ft)".
_FEET_BEFORE = Regex(
    r"\d[ \u00a0-]?(?:ft|feet|foot|in|inch(?:es)?|yds?|yards?|miles?)\.?[ \u00a0]\([\d.,]+[ \u00a0]?$"
)
_FEET_AFTER = Regex(r"m[ \u00a0]\([\d.,]+[ \u00a0-]?(?:ft|feet|foot|in|inch(?:es)?|yds?|yards?|miles?)\b")
#: Symbols of time and length that have to touch the digits or stand one space off.
_SHORT = frozenset(("h", "min", "sec", "ms", "mi"))


@cache
def symbols() -> dict[str, Unit]:
    """Every symbol that stands for its unit wherever it follows digits."""
    data = table("units")
    measures = {printed: Unit("measure", name) for printed, name in data["symbols"].items()}
    times = {printed: Unit("duration", name) for printed, name in data["symbols_time"].items()}
    money = table("money")
    codes = {code: Unit("money", CODE_OF.get(code, code)) for code in money["codes"]}
    lower = {code: codes[code.upper()] for code in money["codes_lower"]}
    millions = {f"M{code}": Unit("money", unit.name, Fraction(1, 10**6)) for code, unit in codes.items()}
    return {**measures, **times, **codes, **lower, **millions}


@cache
def _touching() -> dict[str, Unit]:
    data, money = table("units")["attached"], table("money")
    letters = {letter: Unit("money", code, 100) for letter, code in money["letters"].items()}
    signs = {
        s: Unit("money", c)
        for s, c in money["signs"].items()
        if not (s.isascii() and s.isalpha()) and "." not in s
    }
    return {**{s: Unit("measure", name) for s, name in data.items()}, **letters, **signs}


def symbol_after(text: str, at: int, word: re.Match[str], currencies: Currencies) -> tuple[Unit, int] | None:
    """The unit that a symbol prints right after the digits that end at the offset, and where it ends."""
    printed, end = word[1], word.end()
    if printed.endswith("."):
        printed, end = printed[:-1], end - 1
    touches = word.start(1) == at
    per_100 = _per_100_km(text, printed, end)
    if per_100 is not None:
        return per_100
    composed = _composed(text, word.start(1), printed, end)
    if composed is not None:
        return composed
    if printed[0] in "°º":
        return _degrees(text, word)
    if text[end : end + 1].isdigit():
        return None  # "24703m212"
    unit = symbols().get(printed)
    if unit is not None and (printed not in _SHORT or touches or text[at] in " \u00a0"):
        return unit, end
    if touches or not printed[0].isascii() or printed == "$":
        unit = _touching().get(printed)
        if unit is not None and not text[end : end + 1].isalnum() and text[end : end + 2] != "'s":
            return in_currency(unit, currencies), end
    if text[at] in " \u00a0" and printed in _AFTER_SPACE and not _SURNAME.match(text, end):
        return _touching()[printed], end
    return _inch_or_metre(text, at)


def _inch_or_metre(text: str, at: int) -> tuple[Unit, int] | None:
    inch = _INCH.match(text, at)
    if inch is not None:
        return Unit("measure", "inch"), inch.end()
    metre = _METRE.match(text, at)
    if metre is not None:
        return METRE, at + text[at : metre.end()].index("m") + 1
    if text.startswith("m", at) and (
        _FEET_BEFORE.search(text, max(0, at - 30), at) or _FEET_AFTER.match(text, at)
    ):
        return METRE, at + 1
    spaced = _SPACED_METRE.match(text, at)
    return (METRE, spaced.end()) if spaced is not None else None


_SPORT = Regex(
    rf"\b(?:{'|'.join(table('units')['metre_after'])})(?: (?:about|over|just|only|a|the))*[ \u00a0]$", re.I
)
_EVENT = Regex(
    r"\b(?:the|men['’]s|women['’]s|boys['’]|girls['’]|indoor|outdoor|over|ran|run|in) $", re.IGNORECASE
)
_RACE = Regex(
    rf"(?:{'|'.join(table('units')['races'])})m(?=[.,;:)]|[ \u00a0](?:in|at|and|or|gold|silver|"
    r"bronze|title|record|world|Olympic|national|individual|medley|heats?|semi-?finals?|champion\w*|runner|"
    r"on|by|but|for)\b|$)"
)


def is_length(text: str, start: int) -> bool:
    """True for the "m" of "cleared 1.98m" and "won the 1500m in", which is metres and no million."""
    if _SPORT.search(text, max(0, start - 28), start):
        return True
    return bool(_RACE.match(text, start) and _EVENT.search(text, max(0, start - 10), start))


def _composed(text: str, at: int, printed: str, end: int) -> tuple[Unit, int] | None:
    """A power or a quotient of units: "5 km^2", "35 µg/m3"."""
    raised = _RAISED.match(text, end)
    if raised is not None:
        length = METRE if printed == "m" else symbols().get(printed)
        if length is not None:
            return Unit("measure", f"{length.name} ** {raised[1] or _POWERS[raised[2]]}"), raised.end()
    if "/" not in printed or printed in symbols():
        return None
    return _quotient(text, at)


_PER_100 = Regex(r"100[ ]?km\b")


def _per_100_km(text: str, printed: str, end: int) -> tuple[Unit, int] | None:
    """ "5.9L/100km", "17kWh/100km"."""
    found = _PER_100.match(text, end) if printed.endswith("/") else None
    name = _simple().get(printed[:-1]) if found is not None else None
    if found is None or name is None:
        return None
    return Unit("measure", f"{name} / (100 * kilometer)"), found.end()


_QUOTIENT = Regex(r"([A-Za-zµμ]{1,3})/([A-Za-zµμ]{1,3})(?:\^?([23])|([²³]))?(?![\w/^])")


def _quotient(text: str, at: int) -> tuple[Unit, int] | None:
    """One symbol over another: "µg/m3", "mg/dL", "W/min"."""
    found = _QUOTIENT.match(text, at)
    if found is None:
        return None
    over, under = (_simple().get(symbol) for symbol in found.group(1, 2))
    if over is None or under is None:
        return None
    power = found[3] or {"²": "2", "³": "3"}.get(found[4] or "", "")
    return Unit("measure", f"{over} / {under}" + (f" ** {power}" if power else "")), found.end()


@cache
def _simple() -> dict[str, str]:
    """Symbol → the name of its unit, for symbols that may stand over or under a stroke."""
    data = table("units")
    return {**data["symbols"], **data["symbols_time"], **data["quotients"]}


_RAISED = Regex(r"\^([23])(?!\d)|[ ](squared|cubed)\b")
_POWERS = {"squared": 2, "cubed": 3}


_SCALE = Regex(r"[°º] ?([CF](?![A-Za-z])|[Cc](?=elsius\b)|[Ff](?=ahrenheit\b))(?:elsius|ahrenheit)?")


def _degrees(text: str, word: re.Match[str]) -> tuple[Unit, int]:
    found = _SCALE.match(text, word.start(1))
    if found is None:
        return Unit("measure", "degree"), word.start(1) + 1
    name = "degree_Celsius" if found[1] in "Cc" else "degree_Fahrenheit"
    return Unit("measure", name), found.end()
