"""When a figure holds, ten short stories for each way in which a time is told or only seems to be.

The last four of each ten were written after the rule.
"""

from __future__ import annotations

import pytest

from tests.frame.conftest import Claims

#: What was counted by what happened to it then, and seasons that only their place knows.
COUNTED = [
    (
        "Visits missed\nNurses did not see [812] of the [4,060] babies born in the borough last year.",
        "812",
        "now-1:year",
    ),
    (
        "Visits missed\nOf [4,060] babies born here last year most were seen.\nSome [301] were not.",
        "301",
        "now-1:year",
    ),
    ("A shop\nThe shop, opened in 1987, has [12] clerks.", "12", None),
    (
        "A shop\nMore than a month into the fall term, [1,150] wait.\nAt Hob [40] gave up.",
        "40",
        "season:fall term",
    ),
    (
        "Bags run out\nOf [48,000] sent a voucher for the long rains, [15,600] lost it.",
        "15,600",
        "season:long rains",
    ),
    ("Beds\nIn all [1,150] wait, 2.5 times the [460] of October 2023.\nAt Hob [40] wait.", "40", None),
    ("Homes\nThe [31] homes built here last year are let.\nOf these [9] are small.", "9", "now-1:year"),
    ("Lambs\nDuring the lambing season [44] ewes died.\nVets saw [19] farms.", "19", "season:lambing season"),
    ("Fires\nIn this bushfire season [61] homes burned.", "61", "season:bushfire season"),
    ("Goals\nThe striker, born in 1999, has [14] goals.", "14", None),
]
#: Days of what is counted, not of who said so; bounds; and what a report's month dates.
TOLD = [
    ("Ferries\nNorlink said [nine|count] of Sunday's [12] sailings had not left.", "nine", "weekday:sunday"),
    ("Bags\nShe said that [6,000] bags would reach us by Tuesday.", "6,000", "weekday:tuesday"),
    ("Nurses\nA report by the Health Trust in May put the gap at [5,200] nurses.", "5,200", None),
    ("Wind\nAt Hob it reached [84mph|measure], the strongest there since 1997.", "84mph", None),
    ("Storm\nInsurers put it at [40]; in the storm of a decade ago it was [62].", "40", None),
    ("Pipes\nSo far the city has failed to dig up [300] pipes.", "300", "now"),
    ("Trains\nThe firm says [eight|count] of Friday's [90] trains were late.", "eight", "weekday:friday"),
    (
        "Marks\nPasses made up [32%], compared with [21%] in the same term last year.",
        "21%",
        "same:now-1:year",
    ),
    ("Beds\nA survey by Shelter Now in June put it at [700] beds.", "700", None),
    ("Snow\nIt lay [30] deep, the deepest in the glen since 1963.", "30", None),
]


@pytest.mark.parametrize(("text", "figure", "key"), [*COUNTED, *TOLD])
def test_when_a_figure_holds(claims: Claims, text: str, figure: str, key: str | None) -> None:
    period = claims(text)[figure].period
    assert (period and period.key) == key
