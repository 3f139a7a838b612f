"""Print a number in any way that people print it, and read it back."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.find import find
from extractor.model import Figure

ONES = (
    *(
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SCALES = ((10**9, "billion"), (10**6, "million"), (10**3, "thousand"))
#: Years and the like are read as dates; the frame keeps the number a number.
FRAME = "They found {} letters there."


def in_words(n: int, *, hyphen: str = "-", joined: str = " and ") -> str:
    """The number in letters, as the British ("and") or the Americans ("") say it."""
    for scale, name in SCALES:
        if n >= scale:
            head, rest = divmod(n, scale)
            said = f"{in_words(head, hyphen=hyphen, joined=joined)} {name}"
            if not rest:
                return said
            return said + (joined if rest < 100 else " ") + in_words(rest, hyphen=hyphen, joined=joined)
    if n >= 100:
        rest = n % 100
        return f"{ONES[n // 100]} hundred" + (
            joined + in_words(rest, hyphen=hyphen, joined=joined) if rest else ""
        )
    if n >= 20:
        return TENS[n // 10] + (hyphen + ONES[n % 10] if n % 10 else "")
    return ONES[n]


def indian(n: int) -> str:
    """Digits grouped in lakhs and crores."""
    head, tail = str(n)[:-3], str(n)[-3:]
    groups: list[str] = []
    while head:
        head, group = head[:-2], head[-2:]
        groups.insert(0, group)
    return ",".join([*groups, tail])


def only(text: str) -> Figure:
    """The one figure of a text."""
    figures = find(text)
    assert len(figures) == 1, f"{text!r} holds {[f.text for f in figures]}"
    return figures[0]


whole = st.integers(min_value=2, max_value=10**12 - 1)


@given(whole, st.sampled_from(["-", " "]), st.sampled_from([" and ", " "]))
def test_whole_numbers_in_words(n: int, hyphen: str, joined: str) -> None:
    figure = only(FRAME.format(in_words(n, hyphen=hyphen, joined=joined)))
    assert figure.value == n
    assert figure.text == in_words(n, hyphen=hyphen, joined=joined)


@given(whole)
def test_a_capital_changes_nothing(n: int) -> None:
    words = in_words(n)
    assert (
        only(f"{words.capitalize()} letters came.").value == only(f"{words.upper()} letters came.").value == n
    )


@given(whole, st.sampled_from(["plain", "comma", "thin space", "indian"]))
def test_whole_numbers_in_digits(n: int, style: str) -> None:
    printed = {
        "plain": f"{n}",
        "comma": f"{n:,}",
        "thin space": f"{n:,}".replace(",", "\u2009"),
        "indian": indian(n),
    }[style]
    figure = only(FRAME.format(printed))
    assert figure.value == n
    assert figure.text == printed


@given(
    st.decimals(min_value="0.01", max_value="999.99", places=2),
    st.sampled_from(
        [
            ("m", 10**6),
            (" million", 10**6),
            ("bn", 10**9),
            (" bn", 10**9),
            (" crore", 10**7),
            (" lakh", 10**5),
            ("", 1),
        ]
    ),
    st.sampled_from(
        [("£", "GBP"), ("€", "EUR"), ("US$", "USD"), ("₹", "INR"), ("A$", "AUD"), ("Rs ", "INR")]
    ),
)
def test_money(number: Decimal, scale: tuple[str, int], sign: tuple[str, str]) -> None:
    printed = f"{sign[0]}{number}{scale[0]}"
    figure = only(f"They spent {printed} on it.")
    assert (figure.kind, figure.amount.unit) == ("money", sign[1])
    assert figure.value == number * scale[1]
    assert figure.text == printed


@given(
    st.decimals(min_value="0", max_value="100", places=1),
    st.sampled_from(["%", " %", " per cent", " percent", " pc", " per\ncent", " pct"]),
    st.sampled_from(["", "about ", "more than ", "nearly "]),
)
def test_per_cent(number: Decimal, sign: str, hedge: str) -> None:
    figure = only(f"It was {hedge}{number}{sign} of sales.")
    assert (figure.kind, figure.value, figure.amount.unit) == ("percentage", number, "%")
    assert figure.text == f"{hedge}{number}{sign}"
    assert figure.hedge == (hedge.strip() or None)


@given(st.integers(2, 400), st.integers(2, 400), st.sampled_from([" to ", "-", "–"]), st.booleans())
def test_ranges(a: int, b: int, dash: str, between: bool) -> None:
    low, high = sorted((a, a + b))
    said = f"between {low} and {high}" if between else f"{low}{dash}{high}"
    figure = only(f"It took {said} days.")
    assert (figure.kind, figure.value) == ("duration", None)
    assert (figure.amount.low, figure.amount.high) == (low, high)


@given(st.integers(2, 99), st.sampled_from(["one in {}", "1 in {}", "one in every {}", "one out of {}"]))
def test_one_in_n(n: int, way: str) -> None:
    figure = only(f"It is {way.format(n)}.")
    assert figure.kind == "ratio"
    assert figure.amount.low is not None
    assert figure.amount.high is not None
    assert figure.amount.low < 100 / n < figure.amount.high


@given(st.text(max_size=200))
def test_any_text_gives_ordered_figures_apart_from_each_other(text: str) -> None:
    figures = find(text)
    assert all(f.span.of(text) == f.text for f in figures)
    assert all(a.span.end <= b.span.start for a, b in pairwise(figures))


#: What figures are made of, in any order: more likely to trip the grammar than random characters.
SCRAPS = (
    *("one", "two", "half", "a", "third", "of", "and", "hundred", "million", "point", "in", "out of", "per"),
    *("cent", "1", "12", "1,234", "5.5", "2/3", "2019", "£", "$", "%", "m", "bn", "-", "–", "to", "from"),
    *(
        "between",
        "over",
        "up to",
        "about",
        "or more",
        "years",
        "km",
        "old",
        "aged",
        "times",
        ",",
        ".",
        "\n\n",
    ),
    *("(", ")", "no", "not one", "every one", "dozens of", "½", "@", "#", "minus", "points", "each", "a day"),
)


@given(st.lists(st.sampled_from(SCRAPS), max_size=30), st.sampled_from([" ", "", "-"]))
def test_scraps_of_figures_never_break_it(scraps: list[str], glue: str) -> None:
    text = glue.join(scraps)
    figures = find(text)
    assert all(f.span.of(text) == f.text for f in figures)
    assert all(a.span.end <= b.span.start for a, b in pairwise(figures))


@pytest.mark.parametrize("n", [1, 21, 305, 1000, 2_000_001])
def test_the_printer_of_this_test(n: int) -> None:
    assert in_words(n) in {
        "one",
        "twenty-one",
        "three hundred and five",
        "one thousand",
        "two million and one",
    }
