"""When a figure holds that a poll found, that is the whole of what is to come, or that falls in a fall."""

from __future__ import annotations

import pytest

from tests.frame.conftest import Claims

_HEAD = "Plans for Ashby\n"

#: The figure, and the key of its time.
TIMED = [
    (
        "In 2019 there were [30] gulls.\n"
        "A survey last month found that [58] people oppose it. [Thirty-three] like it.",
        "Thirty-three",
        "now-1:month",
    ),
    ("A poll in May found that [58] people want it. [Nine] do not care.", "Nine", "--05"),
    ("The railroad said it will cut [460] jobs this fall, the third round.", "460", "this:autumn"),
    ("It shut [40] yards last fall.", "40", "last:autumn"),
    (
        "Across Ashby this decade, a study found last month, turnout averaged [24] people.",
        "24",
        "now+0:decade",
    ),
    (
        "The railroad will cut [460] jobs this fall. It will lose [180] of its [450] people.",
        "180",
        "this:autumn",
    ),
]
#: Words that stand for the time told before: they are printed, its key is kept.
AGAIN = [
    (
        "It took 400 tolls last year. Marl's rose by [13 per cent] in the same year.",
        "13 per cent",
        "same year",
    ),
    ("It took 400 tolls last year. Marl found [27] boats over the same months.", "27", "same months"),
    ("It took 400 tolls last year. Of the calls over the year, [640] were late.", "640", "year"),
    ("It took 400 tolls last year. Marl managed just [two|count] all year.", "two", "all year"),
]
#: The same words of another thing: no such time.
UNTIMED = [
    (
        "The railroad will cut [460] jobs this fall. It will lose [180] of its [450] people.",
        "450",
        "this:autumn",
    ),
    (
        "The railroad will cut [460] jobs this fall. A fifth of the [380] posts are to go.",
        "380",
        "this:autumn",
    ),
    ("This fall of [8] per cent was the first.", "8", "this:autumn"),
    ("Prices will next fall by [9] per cent.", "9", "next:autumn"),
    ("The town has [11,840] students, up [370] on 2024. [Nine] are new.", "Nine", "2024"),
    ("Works announced in last year's Budget go on. They include [9] halls.", "9", "now-1:year"),
    ("Rice cost [31] in March at the market. The board counts [112] mills.", "112", "--03"),
]


@pytest.mark.parametrize(("text", "figure", "key"), TIMED)
def test_a_figure_has_the_time_that_is_told_of_it(claims: Claims, text: str, figure: str, key: str) -> None:
    found = claims(_HEAD + text)[figure].period
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize(("text", "figure", "key"), UNTIMED)
def test_what_stands_apart_has_another_time(claims: Claims, text: str, figure: str, key: str) -> None:
    found = claims(_HEAD + text)[figure].period
    assert found is None or found.key != key


@pytest.mark.parametrize(("text", "figure", "printed"), AGAIN)
def test_the_time_told_before_is_printed_as_it_stands(
    claims: Claims, text: str, figure: str, printed: str
) -> None:
    period = claims(_HEAD + text)[figure].period
    assert period is not None
    assert (period.text, period.key) == (printed, "now-1:year")
