"""Level or change, and which way; means, medians, peaks."""

from __future__ import annotations

import pytest

from tests.frame.conftest import Claims

CHANGES = [
    ("Exports rose [12%].", "12%", "rose"),
    ("Exports rose by [$300m] to [$4.2bn].", "$300m", "rose"),
    ("Membership is up [370] on 2024.", "370", "rose"),
    ("There was a fall of [300] in the number of pupils.", "300", "fell"),
    ("A [37.5 per cent] increase in permits was recorded.", "37.5 per cent", "rose"),
    ("The charity spent [£240] less, a cut of [4.4 per cent].", "4.4 per cent", "fell"),
    ("The charity spent [£240] less, a cut of [4.4 per cent].", "£240", "fell"),
    ("Occupancy was [nine points] down.", "nine points", "fell"),
    ("The thirstiest used [262 litres|measure], [76 per cent] more.", "76 per cent", "rose"),
    ("Mumbai's collections jumped [18 per cent] in April.", "18 per cent", "rose"),
    ("Sydney rents have gone up [19 per cent] in [four|duration] years.", "19 per cent", "rose"),
    ("The council will cut its budget by [£3m].", "£3m", "fell"),
    ("Fares cost [a third] more than the other line.", "a third", "rose"),
    ("The new phone is [12 grams|measure] lighter.", "12 grams", "fell"),
    ("The journey will be [20 minutes|duration] longer.", "20 minutes", "rose"),
    ("Homes will pay [$300] more for heating.", "$300", "rose"),
    ("Pensioners are [£8.50] a week better off.", "£8.50", "rose"),
    ("It sold [3,000] fewer cars.", "3,000", "fell"),
    ("The index lost [120] points, or [1.2%], to [9,870].", "120", "fell"),
    ("The index lost [120] points, or [1.2%], to [9,870].", "1.2%", "fell"),
    ("The Dow was off [1.1%].", "1.1%", "fell"),
    ("Profits fell [more than 40%] to [£12m].", "more than 40%", "fell"),
    ("Wages are growing at [5.9%] a year.", "5.9%", "rose"),
    ("Prices climbed at an annual rate of [3.2%].", "3.2%", "rose"),
    ("The euro strengthened [0.5%].", "0.5%", "rose"),
    ("The wait shortened by [12 days|duration].", "12 days", "fell"),
    ("Turnout was [two] points higher than in 2019.", "two", "rose"),
    ("Blood pressure fell by an average of [8 mmHg|measure].", "8 mmHg", "fell"),
]
LEVELS = [
    ("Exports rose by [$300m] to [$4.2bn].", "$4.2bn", "rose"),
    ("Households fell to [21,640] from [22,330].", "21,640", "fell"),
    ("Households fell to [21,640] from [22,330].", "22,330", "fell"),
    ("Average class sizes crept up from [24.1] to [24.8].", "24.8", "rose"),
    ("Residents used [178 litres|measure], down from [193 litres|measure].", "193 litres", "fell"),
    ("Levies make up [15 per cent] of a bill.", "15 per cent", None),
    ("Interviews were declined after [3,160] incidents.", "3,160", None),
    ("The firm cut [300] jobs.", "300", None),
    ("She sent down [22|count] aces.", "22", None),
    ("Bitcoin tumbled [below $20,000].", "below $20,000", None),
    ("Inflation rose [above 5%].", "above 5%", None),
    ("They dug up [16|count] tonnes of ore.", "16", None),
    ("It bought [12|count] longer trains.", "12", None),
    ("[Twelve|count] more schools joined.", "Twelve", None),
    ("Buyers must put down [10 per cent].", "10 per cent", None),
]


@pytest.mark.parametrize(("marked", "figure", "direction"), CHANGES)
def test_a_change_and_its_direction(claims: Claims, marked: str, figure: str, direction: str) -> None:
    claim = claims(marked)[figure]
    assert (claim.statistic, claim.direction) == ("change", direction)


@pytest.mark.parametrize(("marked", "figure", "direction"), LEVELS)
def test_a_level_is_no_change(claims: Claims, marked: str, figure: str, direction: str | None) -> None:
    claim = claims(marked)[figure]
    assert claim.statistic != "change"
    assert claim.direction == direction


@pytest.mark.parametrize(
    ("marked", "figure", "statistic"),
    [
        ("Pupils missed an average of [4.2] days each.", "4.2", "mean"),
        ("The [$36] gift is the average; on average, [five] came.", "five", "mean"),
        ("The median wage was [£31,400].", "£31,400", "median"),
        ("The reservoir hit a peak of [1,200] litres.", "1,200", "maximum"),
        ("Turnout sank to a low of [31%].", "31%", "minimum"),
        ("Children went missing a total of [27,000] times.", "27,000", "total"),
        ("[Fifty-three per cent] of carers were women.", "Fifty-three per cent", "share"),
        ("The club has [14] players.", "14", None),
    ],
)
def test_the_statistic(claims: Claims, marked: str, figure: str, statistic: str | None) -> None:
    assert claims(marked)[figure].statistic == statistic
