"""Printed figures, printed otherwise: another number in the same style, or other words that still hold.

The intervals follow the policy in gold/README.md and are worked out from the label, without the package that
is measured with them. Where the policy leaves two ways open (a hedge that reaches so many units, or so many
per cent), a broken figure gets the wider of the two: what is impossible then is so on any reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from gold.validate import printed_number

#: Low and high as labelled; None is open.
Interval = tuple[float | None, float | None]

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
#: "71st" takes other letters with another digit.
ORDINAL = re.compile(r"\d(?:st|nd|rd|th)\b")
TO_NINETEEN = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
#: 1 to 99 as newspapers spell them.
WORDS = (
    *TO_NINETEEN,
    *(f"{ten}{unit}" for ten in TENS for unit in ("", *(f"-{u}" for u in TO_NINETEEN[:9]))),
)
VALUES = {word: n for n, word in enumerate(WORDS, 1)}
SPELT = re.compile(rf"\b(?:{'|'.join(sorted(WORDS, key=len, reverse=True))})\b(?!-)", re.IGNORECASE)
#: Words of one grammar each: any may stand where another does.
SWAPS: tuple[dict[str, float], ...] = (
    {"third": 100 / 3, "quarter": 25, "fifth": 20},
    {"thirds": 200 / 3, "fifths": 40},
    {"doubled": 2, "trebled": 3, "quadrupled": 4},
    {"twice": 2, "three times": 3, "four times": 4},
)
#: Words before a figure that take no hedge after them: "the about 300".
NO_HEDGE_AFTER = {
    *("a", "an", "the", "this", "that", "these", "those", "its", "their", "his", "her", "our"),
    *("all", "every", "than", "only", "exactly", "to", "and"),
}


@dataclass(frozen=True, slots=True)
class Reprint:
    """Another print of a figure, and the interval that it allows."""

    quote: str
    interval: Interval
    how: str


def others(quote: str, interval: Interval) -> Iterator[Reprint]:
    """Prints with another number: one digit or number word changed; hedge, grouping, places and unit stay."""
    yield from _other_digits(quote, interval)
    yield from _other_words(quote, interval)
    yield from _other_odds(quote, interval)
    yield from _swapped(quote, interval)


def looser(quote: str, interval: Interval, before: str = "") -> Iterator[Reprint]:
    """Prints that hold where this one does: rounded further, hedged, in words; `before` is the text ahead."""
    widened = (
        *_rounded(quote, interval),
        *_hedged(quote, interval, before),
        *_spelt(quote, interval, before),
    )
    yield from (r for r in widened if _covers(r.interval, interval))


def moved(interval: Interval, old: float, new: float) -> Interval:
    """The interval of a print whose number went from old to new: the wider of shifted and stretched."""
    low, high = interval
    if low == high == old:
        return new, new
    step, factor = new - old, new / old
    return (
        None if low is None else min(low + step, low * factor),
        None if high is None else max(high + step, high * factor),
    )


def _other_digits(quote: str, interval: Interval) -> Iterator[Reprint]:
    old = _value(quote, interval)
    if not old or ORDINAL.search(quote):
        return
    number = _number(quote)
    for at in _telling_digits(number.group()):
        for digit in "0123456789":
            print_ = f"{number.group()[:at]}{digit}{number.group()[at + 1 :]}"
            if digit == number.group()[at] or not _same_style(number.group(), print_):
                continue
            new = old * float(_decimal(print_) / _decimal(number.group()))
            yield Reprint(_put(quote, number, print_), moved(interval, old, new), "digit")


def _telling_digits(number: str) -> list[int]:
    """Where a digit can change without another rounding: not among the noughts that end a whole number."""
    end = len(number) if "." in number else len(number.rstrip("0,"))
    return [at for at in range(end) if number[at].isdigit()]


def _same_style(old: str, new: str) -> bool:
    """True if the two have as many ending noughts, and no leading one came in."""
    leading = new[0] == "0" and old[0] != "0"
    grain = "." in old or len(new) - len(new.rstrip("0,")) == len(old) - len(old.rstrip("0,"))
    return grain and not leading and _decimal(new) != 0


def _other_words(quote: str, interval: Interval) -> Iterator[Reprint]:
    found = list(SPELT.finditer(quote))
    if len(found) != 1 or NUMBER.search(quote):
        return
    old = VALUES[found[0].group().lower()]
    if old == 1 or not _covers(interval, (old, old)):
        return
    for new in range(max(2, old // 2), min(2 * old + 2, 99)):
        if new != old:
            yield Reprint(_put(quote, found[0], WORDS[new - 1]), moved(interval, old, new), "word")


def _other_odds(quote: str, interval: Interval) -> Iterator[Reprint]:
    """ "One in five" as one in any other number up to twenty."""
    found = re.search(r"(?i)\bone in (?:every )?([a-z]+)$", quote)
    old = VALUES.get(found[1].lower(), 0) if found else 0
    if found is None or old < 2 or not _near(interval, _odds(old)):
        return
    for new in range(2, 21):
        if new != old:
            yield Reprint(quote[: found.start(1)] + WORDS[new - 1], _odds(new), "odds")


def _odds(n: int) -> Interval:
    return 100 / (n + 0.5), 100 / (n - 0.5)


def _swapped(quote: str, interval: Interval) -> Iterator[Reprint]:
    for words in SWAPS:
        found = re.search(rf"(?i)\b(?:{'|'.join(words)})\b", quote)
        if not found or not _covers(interval, (words[found.group().lower()],) * 2):
            continue
        old = words[found.group().lower()]
        for word, new in words.items():
            if new != old:
                yield Reprint(_put(quote, found, word), moved(interval, old, new), "word")


def _rounded(quote: str, interval: Interval) -> Iterator[Reprint]:
    """One decimal place fewer, at least two digits left: "56.9%" as "57%"; never pounds and pence."""
    number = _bare(quote)
    coins = bool(re.fullmatch(r"[^\w\s]\d[\d,]*\.\d\d", quote))
    value = _value(quote, interval)
    if not number or not value or "." not in number.group() or coins:
        return
    old = _decimal(number.group())
    step = Decimal(10) ** (1 - len(number.group().split(".")[1]))
    new = old.quantize(step, ROUND_HALF_UP)
    if len(f"{new}".replace(".", "").lstrip("0")) >= 2:
        scale = value / float(old)
        half = float(step) / 2
        reach = (scale * (float(new) - half), scale * (float(new) + half))
        yield Reprint(_put(quote, number, f"{new:,}"), reach, "rounding")


def _hedged(quote: str, interval: Interval, before: str) -> Iterator[Reprint]:
    """The number at two digits behind a hedge that reaches back to it: "more than 410" for 412."""
    number, value = _bare(quote), _value(quote, interval)
    ahead = before.split()
    if not number or not value or not ahead or ahead[-1].lower() in NO_HEDGE_AFTER or before[-1] != " ":
        return
    old = _decimal(number.group())
    if "." in number.group() or old < 100 or _two_digits(old, ROUND_FLOOR) == old:
        return
    scale = value / float(old)
    down, near, up = (_two_digits(old, way) for way in (ROUND_FLOOR, ROUND_HALF_UP, ROUND_CEILING))
    for hedge, new, low, high in (
        ("more than", down, 1.0, None),
        ("about", near, 0.95, 1.05),
        ("nearly", up, 0.9, 1.0),
    ):
        reach = (low * float(new) * scale, None if high is None else high * float(new) * scale)
        yield Reprint(f"{hedge} {_put(quote, number, f'{new:,}')}", reach, "hedge")


def _spelt(quote: str, interval: Interval, before: str) -> Iterator[Reprint]:
    """Whole numbers up to 99, alone or with "per cent", in words; "Twelve" where a sentence starts."""
    found = re.fullmatch(r"(\d\d?)( per ?cent)?", quote)
    if found and int(found[1]) > 0:
        word = WORDS[int(found[1]) - 1]
        starts = not before.strip() or before.rstrip(" ")[-1] in ".!?\n"
        yield Reprint(f"{word.capitalize() if starts else word}{found[2] or ''}", interval, "words")


def _bare(quote: str) -> re.Match[str] | None:
    """The number of a quote without a hedge: at its start, or behind nothing but a currency sign."""
    return NUMBER.search(quote) if re.match(r"[^\w\s+−–-]?\d", quote) else None


def _number(quote: str) -> re.Match[str]:
    found = NUMBER.search(quote)
    assert found is not None
    return found


def _value(quote: str, interval: Interval) -> float | None:
    """The one number of a quote, its scale word applied, where the label's interval holds it."""
    value = _printed(quote)
    return value if value is not None and _covers(interval, (value, value)) else None


def _printed(quote: str) -> float | None:
    """What `printed_number` reads, and per cents and small coins, which it leaves alone."""
    plain = re.sub(r"per ?cent", "%", quote)
    coins = re.sub(r"(?<=\d)(?:p|c| cents?| pence| paise)\b", "", plain)
    value: float | None = printed_number(coins)  # type: ignore[no-untyped-call]
    return value if value is None or coins == plain else value / 100


def _decimal(number: str) -> Decimal:
    return Decimal(number.replace(",", ""))


def _two_digits(number: Decimal, way: str) -> Decimal:
    step = Decimal(10) ** (number.adjusted() - 1)
    return ((number / step).quantize(Decimal(1), way) * step).quantize(Decimal(1))


def _put(quote: str, found: re.Match[str], new: str) -> str:
    word = new.capitalize() if found.group()[0].isupper() else new
    return quote[: found.start()] + word + quote[found.end() :]


def _covers(outer: Interval, inner: Interval) -> bool:
    """True if no value of the inner interval lies outside the outer one."""
    low = outer[0] is None or (inner[0] is not None and outer[0] <= inner[0] * (1 + 1e-9))
    high = outer[1] is None or (inner[1] is not None and inner[1] <= outer[1] * (1 + 1e-9))
    return low and high


def _near(a: Interval, b: Interval) -> bool:
    return all(x is not None and y is not None and abs(x - y) < 0.01 * y for x, y in zip(a, b, strict=True))
