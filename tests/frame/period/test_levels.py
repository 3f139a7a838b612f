"""Whose time it is: the level's that a figure is held against, the figure's that another is worked out of."""

from __future__ import annotations

import pytest

from tests.frame.conftest import Claims

_HEAD = (
    "Pipes burst across Ashby\nPipes in Ashby burst 840 times in the year to June, the water board said.\n\n"
)

#: The last figure that is marked, and the words of its time.
TIMES = [
    # the time of a level is not the figure's
    ("That is [11] per cent, against four per cent in the same quarter of 2023.", "year to June"),
    ("They mended [41], compared with nine in 2019.", "year to June"),
    ("They mended [41], more than the 30 of May 2019.", "year to June"),
    ("The yard mended 41, up from 264 in 2022, a fall of [84] per cent.", "year to June"),
    (
        "Boats landed 41 tons, less than the 50 of the spring of 2024, but got [14] per cent more.",
        "year to June",
    ),
    ("Leaks cost £2.16 on Thursday, [90] pence below Wednesday's close.", "Thursday"),
    ("Power cost €96 in February, down [20] per cent on January's €120.", "February"),
    ("In 2024 they mended 41, up from [30] in 2023.", "2023"),
    # a level has its own
    ("They mended 41, against [30] in May 2019.", "May 2019"),
    ("It rose from [30] in 2019 to 44 in 2021.", "2019"),
    ("It rose from 30 in 2019 to [44] in 2021.", "2021"),
    # worked out of, or a part of, the figure before
    ("On Tuesday [412] pipes burst. Of these, [86] were mended.", "Tuesday"),
    ("On Tuesday [412] pipes burst, or [11] per cent.", "Tuesday"),
    ("On Tuesday [412] pipes burst. That is [11] per cent of them.", "Tuesday"),
    ("On Tuesday [41] pipes burst in Leeds and [nine] in York. Altogether that makes [50].", "Tuesday"),
    ("By the end of March [2,150] people had no water. Of those, [860] have complained.", "end of March"),
    ("In 2021 they mended [41], which is [a third] of them.", "2021"),
    ("Last month [412] pipes burst. The other [86] held.", "Last month"),
    # stretches and events
    ("We had [45] millimetres of rain in two hours.", "two hours"),
    ("Ashby lost [40] pipes in a weekend because nobody came.", "a weekend"),
    ("They gave out [seven] in five days.", "five days"),
    ("The board put [£2.7m] into mains over three years.", "three years"),
    ("They let [85] people go before the holidays.", "before the holidays"),
    ("Six plumbers quit and [nine] more will come before Christmas.", "before Christmas"),
    ("Of the 30 pipes [21] had leaked before the flood.", "before the flood"),
    ("Ploughs broke [41] pipes last harvest.", "last harvest"),
    ("The canal burst 41 times, against [19] in the previous kharif.", "the previous kharif"),
    ("They have laid [41] miles this rabi season.", "this rabi season"),
]


@pytest.mark.parametrize(("text", "time"), TIMES)
def test_a_figure_has_its_own_time(claims: Claims, text: str, time: str) -> None:
    figure = text[text.rindex("[") + 1 : text.rindex("]")]
    found = next(c for f, c in claims(_HEAD + text).items() if f.startswith(figure)).period
    assert found is not None
    assert found.text == time


#: The top of a story, a figure of a later paragraph, and the time that the top set for it.
LEADS = [
    (
        "The board has shut [64] pumps since September for cheating.",
        "Leeds lost [22] of them.",
        "since September",
    ),
    ("Ashby has failed to pay [£5.2m] of the fines since 2020.", "Leeds owed [£1.9m].", "since 2020"),
    ("At the end of March [2,150] pumps leaked.", "Leeds accounts for [590] of them.", "end of March"),
    ("The board mended [64] pumps last year.", "Leeds lost [22] of them.", "last year"),
]
#: What somebody says further down of now, or of money, holds then only where they say so.
SPOKEN = [
    "“We have [40] pumps,” said Ann Lomax.",
    "Ann Lomax said the pumps had cost [£3m].",
    "“It cost me [£2,600] in freight,” said Ann Lomax.",
]


@pytest.mark.parametrize(("top", "later", "time"), LEADS)
def test_the_top_of_a_story_sets_a_time(claims: Claims, top: str, later: str, time: str) -> None:
    found = claims(f"Pumps burst\n\n{top}\n\n{later}")[later[later.index("[") + 1 : later.index("]")]].period
    assert found is not None
    assert found.text == time


@pytest.mark.parametrize("text", SPOKEN)
def test_what_is_said_of_now_or_of_money_has_no_time(claims: Claims, text: str) -> None:
    story = _HEAD + "Plumbers came.\n\nPlumbers worked.\n\nPlumbers left.\n\n" + text
    assert claims(story)[text[text.index("[") + 1 : text.index("]")]].period is None


#: "Over" before a length is a hedge where the words before it tell a length.
HEDGED = [
    "In May [1,533] patients waited over four hours.",
    "In May [41] calls lasted over two hours.",
    "In May [29] trains were held over three hours.",
    "In May [350] people spent over five days on a trolley.",
]


@pytest.mark.parametrize("text", HEDGED)
def test_more_than_a_length_is_no_time(claims: Claims, text: str) -> None:
    found = claims(_HEAD + text)[text[text.index("[") + 1 : text.index("]")]].period
    assert found is not None
    assert found.text == "May"
