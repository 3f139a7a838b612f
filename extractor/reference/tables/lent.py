"""What title and notes of a table lend to its heads: a unit and scale, and the long form of short names.

>>> scale_in(["All figures £000 except staff."]).unit
'GBP'
>>> in_full("TA: families", ["Households in temporary accommodation (TA)"])
'temporary accommodation: families'
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor.lexicon import table as data
from extractor.reference.tables.reference_table import Column
from extractor.reference.words import roots
from extractor.regexes import Regex

_SIGN = (
    r"(?P<sign>(?:A|C|NZ|US)\$|GH₵|K?Shs?|Rs|[£$€₹₦R]"
    r"|GBP|EUR|USD|INR|NGN|ZAR|KES|AUD|CAD|NZD|GHS)\.?"
)
_WORD = r"(?P<word>['’]?000s?|thousands?|millions?|billions?|lakhs?|crores?|mn?|bn)"
#: "£000", "£ million", "$m": no amount, since no digit but those of the scale follows.
_MONEY = Regex(rf"(?<![\w]){_SIGN}\s*{_WORD}(?![\w])", re.IGNORECASE)
#: "(Thousands of dollars)", "in billions of naira", "euro million".
_NAMES = r"(?:dollars|pounds|euros?|naira|rand|rupees|cedis|shillings)"
_OF_MONEY = Regex(
    rf"\b{_WORD}\s+(?:of\s+)?(?:[A-Z][a-z]+\s+)?(?P<sign>{_NAMES})\b|\b(?P<name>{_NAMES})\s+(?P<many>thousands?|millions?|billions?)\b",
    re.IGNORECASE,
)
#: "All figures in thousands", "numbers are in thousands", "(thousands)", "Persons in thousands".
_PLAIN = Regex(
    r"(?:\b(?:all\s+)?(?:figures|numbers|amounts|values|counts)\s+(?:are\s+)?(?:shown\s+|given\s+)?(?:in\s+)?"
    r"|\b(?:persons|people|population|workers|jobs|head|animals|households|passengers|visitors|units)(?:\s+\(|,)?\s*(?:in\s+)?"
    r"|\()(?P<word>['’]000s?|000s|thousands|millions)\b(?P<after>[^.;]*)",
    re.IGNORECASE,
)
_MANY = r"(?:['’]?000['’]?s?|thousands?|millions?|billions?|lakhs?|crores?|1,?000s?)"
_FIGURES = r"(?:figures?|numbers?|data|values?|amounts?|counts?|totals?|estimates?|volumes?|entries)"
#: A line, or a part of one between commas or in brackets, that says in what a table is told and no more:
#: "Thousands of head(1)", "In thousands", "Unit: '000 tonnes", "Figures are expressed in lakh", "x 1,000".
_WHOLLY = Regex(
    r"(?:^(?:[a-z]+\s+(?=in\s+['’\w]+s\s*$))?|(?P<apart>(?:(?<!\d),\s*|[;–—-]\s+))|[(\[]\s*)"
    r"(?:(?:units?|scale|measure|note)(?:\s+of\s+measure)?\s*[:=–-]\s*)?"
    rf"(?:(?:all\s+|the\s+)?{_FIGURES}\s+)?(?:(?:are|is|have\s+been)\s+)?"
    r"(?:(?:shown|given|expressed|reported|stated|presented|told|measured|quoted)\s+)?"
    rf"(?:in\s+|[x×*]\s*)?(?P<word>{_MANY})"
    r"(?:\s+(?:of\s+)?(?:(?:metric|cubic|square|live|new|net|gross|full-time)\s+)?[a-z]{2,20})?"
    r"(?:\s*(?:\(\w{1,3}\)|\[\w{1,6}(?:\s\w)?\]|[*†‡¹²³]))*\s*(?=$|[)\],;.–—])(?P<after>[^.;]*)",
    re.IGNORECASE,
)
#: "Million" alone may be what the file is called.
_ONE = Regex(r"thousand|million|billion|lakh|crore", re.IGNORECASE)
#: A line of more words than this is a sentence: "On Monday, thousands of people, ..." is of no table.
_LINE = 20
#: "$ millions" and nothing else, as the head over the names of the rows.
_ALONE = Regex(rf"\W{{0,6}}(?:in\s{{1,3}})?{_SIGN}?\s{{0,3}}{_WORD}\W{{0,6}}", re.IGNORECASE)
_EXCEPT = Regex(
    r"\b(?:except|excluding|other than|apart from|but not)\b\s*(?:for\s+)?([^.;]*)", re.IGNORECASE
)
_FACTORS = {
    "0": 1000,
    "1": 1000,
    "t": 1000,
    "m": 1_000_000,
    "b": 1_000_000_000,
    "l": 100_000,
    "c": 10_000_000,
}
#: Sums in millions are printed with decimals.
_LARGE = 1_000_000
#: "Temporary accommodation (TA)": as many words before the brackets as letters in them.
_SHORT = Regex(r"\(([A-Z]{2,5})\)")
_BEFORE = Regex(r"[\w'’-]+")


@dataclass(frozen=True, slots=True)
class Scale:
    """A unit and scale that a title lends to the columns without one, but for some."""

    unit: str
    factor: int
    #: Roots of the heads that it is not for.
    but: frozenset[str] = frozenset()


def scale_in(notes: Sequence[str]) -> Scale | None:
    """The unit and scale that the lines above a table name for all its columns; None where they name none."""
    for note in notes:
        money = _OF_MONEY.search(note) or _MONEY.search(note)
        found = money or _PLAIN.search(note) or _wholly(note)
        if found is None:
            continue
        currencies: dict[str, str] = data("reference")["units"]["currencies"]
        named = {} if money is None else money.groupdict()
        sign = named.get("sign") or named.get("name") or ""
        unit = _currency(sign, currencies) if money is not None else ""
        excepted = _EXCEPT.search(note, found.end() if money is not None else found.start())
        return Scale(
            unit,
            _FACTORS[(named.get("many") or found["word"]).lower().strip("'’")[0]],
            frozenset(roots(excepted[1])) if excepted is not None else frozenset(),
        )
    return None


def _currency(sign: str, currencies: dict[str, str]) -> str:
    """The currency of a sign, a code or a name in letters of any size: "Rs", "KES", "Shillings"."""
    lower = {k.lower(): unit for k, unit in currencies.items()}
    return currencies.get(sign) or lower[sign.lower()]


def _wholly(note: str) -> re.Match[str] | None:
    """A stretch of a line that only names a scale; none of "1,000 homes" or of a sentence."""
    found = _WHOLLY.search(note)
    if found is None or (found["apart"] and len(note.split()) > _LINE) or _ONE.fullmatch(note.strip()):
        return None
    told = not found["word"].startswith("1") or re.search(r"(?:\bin|[x×*])\s*\Z", note[: found.start("word")])
    return found if told else None


def is_scale(title: str) -> bool:
    """True for a head that only names a unit and scale.

    >>> is_scale("$ millions"), is_scale("£000"), is_scale("Region"), is_scale("")
    (True, True, False, False)
    """
    return bool(title) and _ALONE.fullmatch(title) is not None


def with_scale(columns: Sequence[Column], scale: Scale | None) -> tuple[Column, ...]:
    """The columns, those whose heads name neither unit nor scale with that of the title."""
    if scale is None or any(c.head.factor != 1 for c in columns):
        return tuple(columns)
    # "Visits (thousands)" over years with parts; whole "Camping nights" beside them are none of these.
    bare = [c for c in columns if not c.head.words and not c.unit]
    apart = [c for c in columns if c.head.words and not c.has_parts] if _have_parts(bare) else []
    # "Persons in thousands", of 4,393.1 and the like in every column: the parts are of thousands.
    all_parts = _have_parts([c for c in columns if not c.unit and c not in apart])
    return tuple(c if c in apart else _lent(c, scale, all_parts=all_parts) for c in columns)


def _have_parts(columns: Sequence[Column]) -> bool:
    return bool(columns) and all(c.has_parts for c in columns)


def _lent(column: Column, scale: Scale, *, all_parts: bool) -> Column:
    parts = column.has_parts and not all_parts and not (scale.unit and scale.factor >= _LARGE)
    if column.unit or parts or scale.but & set(column.head.words):
        return column
    factored = replace(column.head, factor=scale.factor)
    return replace(column, head=factored, unit=scale.unit, has_parts=column.has_parts and bool(scale.unit))


#: "Area in thousand hectares; production in tonnes": what columns of a name are told in.
_MEASURED = Regex(
    r"(?:^|[;,.]\s*)(?P<what>[A-Za-z]+(?:\s[a-z]+)?)\s+(?:is\s+|are\s+)?in\s+"
    r"(?:(?P<many>thousand|million|lakh|crore|['’]?000)s?\s+(?:of\s+)?)?(?P<unit>[A-Za-z]+)\b(?!\s+per\b|/)"
)


def with_measures(columns: Sequence[Column], lines: Sequence[str]) -> tuple[Column, ...]:
    """The columns, those that a line above the table names with the unit and scale that it tells for them."""
    measures: dict[str, str] = data("reference")["units"]["measures"]
    told = [(m, measures.get(m["unit"].lower(), "")) for line in lines for m in _MEASURED.finditer(line)]
    found = list(columns)
    for match, unit in told:
        many, what = (match["many"] or "").strip("'’"), set(roots(match["what"]))
        factor = _FACTORS[many[0]] if many else 1
        for at, column in enumerate(found):
            plain = not column.unit and column.head.factor == 1 and what <= set(column.head.words)
            if unit and what and plain:
                found[at] = replace(column, unit=unit, head=replace(column.head, factor=factor))
    return tuple(found)


_ALL = Regex(r"(?:^|:\s*)(?:total|all|overall)\b", re.IGNORECASE)


def with_shared_nouns(columns: Sequence[Column], lines: Sequence[str]) -> tuple[Column, ...]:
    """The columns, one of all counts with the noun of the table that one part alone has in its name.

    "Offences" is said of "Total recorded crime", beside "Burglary" and "Vehicle offences".
    """
    last = Counter(c.head.words[-1] for c in columns if len(c.head.words) > 1 and not c.unit)
    titled = {w for line in lines for w in roots(line)}
    own = [c for c in columns if _ALL.search(c.head.text) and not c.unit]
    if len({c.head.words for c in own}) != 1:
        return tuple(columns)
    shared = tuple(w for w, n in last.items() if n == 1 and w in titled and w not in own[0].head.words)
    return tuple(replace(c, aliases=(*c.aliases, *shared)) if c in own else c for c in columns)


def in_full(title: str, notes: Sequence[str]) -> str:
    """A head with the long form of the short names that the notes explain."""
    for note in notes:
        for found in _SHORT.finditer(note):
            words = _BEFORE.findall(note[: found.start()])[-len(found[1]) :]
            if "".join(w[0].upper() for w in words) == found[1] and not set(words) <= set(title.split()):
                title = re.sub(rf"(?<![\w-]){found[1]}(?![\w-])", " ".join(words), title)
    return title


def of_results(heads: Sequence[str]) -> tuple[str, ...]:
    """The heads of a table of results with their letters told in words.

    >>> of_results(["Club", "P", "Home: W", "Home: D", "Home: L", "Pts"])
    ('Club', 'Played', 'Home: Won', 'Home: Drawn', 'Home: Lost', 'Points')
    """
    letters: dict[str, str] = data("reference")["results"]
    last = [h.rsplit(": ", 1)[-1].strip() for h in heads]
    if not {"W", "L"} <= set(last):
        return tuple(heads)
    told = ((h, w) for h, w in zip(heads, last, strict=True))
    return tuple(h[: len(h.rstrip()) - len(w)] + letters[w] if w in letters else h for h, w in told)
