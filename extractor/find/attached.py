"""Numbers that letters touch from the left: "A4" and "Covid-19" are names, "R500" and "sub-4%" are not."""

from __future__ import annotations

import re
from functools import lru_cache

from extractor.find.nouns import Outside
from extractor.lexicon import table
from extractor.regexes import Regex

#: "A D+5 sample": by how much Democrats or Republicans are more.
_LEAN = Regex(r"\d+(?:\.\d)?")
_LEANING = Regex(r"(?<!\w)[DR]\+$")
#: Capitals with a point that no sentence ends on: "BA.5".
_VARIANT = Regex(r"(?<![\w.])[A-Z]{1,4}\.$")
_MONEY = table("money")
_MONEY_LETTERS = Regex(
    "|".join([*_MONEY["codes"], *(re.escape(s) for s in _MONEY["signs"] if s[0].isalpha())])
)
_AMOUNT = Regex(r"\d[\d,.]+(?:[ ]\d{3})*(?![\w-])|\d[\d,.]*[ ]?(?:[kmb]n?|tn|lakh|crore|million|billion)\b")
#: A sum of naira by its commas or its scale: "N28,000", "N4.8bn", and not the index N225.
_SUM = Regex(r"\d{1,3}(?:,\d{3})+(?![\w-])|\d[\d.]*[ ]?(?:[kmb]n?|tn|million|billion|trillion)\b")
#: Rand likewise, and "R500" and "R12 500", but not a tyre for R19 wheels.
_RAND = Regex(rf"{_SUM.pattern}|\d{{1,3}}(?: \d{{3}})+(?![\w-])|\d{{3,}}(?![\w-])|\d+\.\d\d(?![\w-])")
_SUMS = {"N": _SUM}
#: "R96" in a text that has told a sum of rand, unless a road is called so: "on the R61", "the R61 road".
_SMALL_RAND = Regex(r"\d{1,2}(?![\w.-]|[ ](?:road|route|highway|freeway|national|film|movie|game)\b)")
_ON_THE = Regex(r"\b(?:[Tt]he|[Rr]oute|[Rr]oad)[ ]$")
#: "The R300 near Brackenfell", "closed the R512.": a road of three digits.
_ROAD = Regex(
    r"\d{2,3}(?=[.,;][ \n]|[ ](?:road|route|highway|freeway|near|between|towards|outside|at|past|into|out"
    r"|from|is|was)\b)"
)
#: Prefixes that leave the number a quantity: "sub-4%", "mid-30s".
_OPEN_PREFIXES = frozenset(table("labels")["open_prefixes"])


def attached(text: str, at: int) -> Outside | None:
    """Digits that letters touch from the left: "A4", "G7", "Covid-19", "B-52", "H5N1"."""
    if at == 0:
        return None
    before = text[at - 1]
    dash = before in "-–‑" and at > 1 and text[at - 2].isalpha()
    if before == "+" and _LEANING.search(text, max(0, at - 3), at):
        lean = _LEAN.match(text, at)
        return Outside(at - 2, lean.end() if lean else at + 1, "reference", "name with a number")
    if before == "." and _VARIANT.search(text, max(0, at - 8), at):
        before = "_"  # "BA.5", "XBB.1.5"
    if not dash and not (before.isalpha() or before in "_/\\"):
        return None
    if before in "/\\_" and not (at > 1 and text[at - 2].isalnum()):
        return None
    start = at - 1
    while start > 0 and at - start < 40 and (text[start - 1].isalnum() or text[start - 1] in "-‑"):
        start -= 1
    if dash and text[start].isdigit():
        return None  # "5m-10m" is a range
    if _MONEY_LETTERS.fullmatch(text, start, at) and _is_sum(text, start, at):
        return None
    if dash and text[start:at].lower().rstrip("-–‑") in _OPEN_PREFIXES:
        return None
    found = Regex(r"[\w]*(?:[-/.]\w+|\+\d+)*").match(text, at)
    assert found is not None
    return Outside(start, max(found.end(), at + 1), "reference", "name with a number")


def _is_sum(text: str, start: int, at: int) -> bool:
    """True if the letters before a number are a currency and no name: "R500", "N28,000"."""
    sign = text[start:at]
    if sign != "R":
        return _SUMS.get(sign, _AMOUNT).match(text, at) is not None
    named = _ON_THE.search(text, max(0, start - 6), start) is not None
    if _RAND.match(text, at):
        return not (named and _ROAD.match(text, at))
    return not named and _SMALL_RAND.match(text, at) is not None and _tells_rand(text)


@lru_cache(maxsize=2)
def _tells_rand(text: str) -> bool:
    return any(_RAND.match(text, found.end()) for found in re.finditer(r"(?<![\w-])R(?=\d)", text))
