"""When a figure holds: its own clause's period, and not the date of something else."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from extractor.frame import frame
from extractor.pipeline import review_documents
from extractor.read import document_from_text
from tests.frame.conftest import Claims, story

if TYPE_CHECKING:
    from spacy.language import Language

DATED = [
    ("We looked in last Saturday. Some [40] chairs had been booked.", "40", "last:saturday"),
    ("It uses [5.4m] litres a day. In winter it was [4.5m].", "4.5m", "winter"),
    ("On Christmas Eve [8] lifts were shut.", "8", "feast:christmas eve"),
    ("Since Waitangi Day it has had [36] reports.", "36", "feast:waitangi day/"),
    ("In the last round [630] posts stayed empty.", "630", "then-1:round"),
    ("In its first year it had [16] nurses.", "16", "first:1:year"),
    ("It bought [94] tons, up from [61] the winter before.", "61", "then-1:winter"),
    ("In 2019 there were [330]. The force has [1,940] officers now.", "1,940", "now"),
    ("In 2019 there were [330]. That is a rise of [40].", "40", "2019"),
    ("There were [330] episodes in 2018-19.", "330", "2018-04/2019-03"),
    ("In 2019 there were [330] episodes and [40] visits.", "40", "2019"),
    (
        "It lost [£18.4m] in the year to March, after a profit of [£2.6m] the year before.",
        "£2.6m",
        "then-1:year",
    ),
    (
        "It lost [£18.4m] in the year to March, after a profit of [£2.6m] the year before.",
        "£18.4m",
        "--04/--03",
    ),
    ("Drink was noted in [24 per cent] in 2009, compared with [21 per cent] in 2005.", "21 per cent", "2005"),
    ("Drink was noted in [24 per cent] in 2009, compared with [21 per cent] in 2005.", "24 per cent", "2009"),
    (
        "There were [276] last year, [24] fewer than the year before, when [300] were seen.",
        "300",
        "then-1:year",
    ),
    (
        "There were [276] last year, [24] fewer than the year before, when [300] were seen.",
        "276",
        "now-1:year",
    ),
    ("It pays [£31m] a year.", "£31m", "per:year"),
    ("It starts at [£1.7m] in 2026 and reaches [£4.6m] in 2028.", "£4.6m", "2028"),
    (
        "Sales for 2018-19 were poor.\nIn 2018-19 there were [40]. Of those [30] left.",
        "30",
        "2018-04/2019-03",
    ),
    ("Ashby had [330] episodes\nThere were [330] episodes in 2019.", "330", "2019"),
    ("Wind was strong in February\nIt made [40] units.", "40", "--02"),
    ("Revenue was [$404m] in the third quarter, from [$380m] a year earlier.", "$380m", "then-1:year"),
]
#: What tells no time has that of the story's first sentence that does.
LED = [
    ("Farmers sold [2,846] sheep on Tuesday.\nLambs fetched [36|count] bids.", "36", "weekday:tuesday"),
    ("Fewer calls answered\nIn October the room took [412] calls.\nIt lost [19].", "19", "--10"),
    ("Ashby mends holes\nThis term [311] pupils came.\nOf these [41] left.", "41", "now+0:term"),
    (
        "Ashby had [41] old holes left unmended for more than a month between April and June.",
        "41",
        "--04/--06",
    ),
    ("On Sunday it hit [44] degrees, [17] above its January average.", "17", "weekday:sunday"),
    (
        "It sold [40] cars in May.\nSome [7%] of men had one, against [9%] of women.",
        "9%",
        "--05",
    ),
]
UNDATED = [
    ("Crews fined [40] drivers in May.\nA hut stands [400 yards|measure] off.", "400 yards"),
    ("Crews fined [40] drivers in May.\nEach van costs [£92,000].", "£92,000"),
    ("Crews fined [40] drivers in May.\nI have [168|count] points, she said.", "168"),
    ("In 2014 it had [19] mills.\nThere are [40] mills.", "40"),
    ("Ashby took [40] fish in all.\nThe mayor said on Monday that prices fell.\nOf these [9] were cod.", "9"),
    ("Ann Lee, [63|age], has run it since 1991.", "63"),
    ("The ward, opened in 1987, has [40] beds, [30] nurses and a bar.", "30"),
    ("It told unions on Wednesday it would cut [40] jobs.", "40"),
    ("Under the Proceeds of Crime Act 2002 he must pay [£95,000].", "£95,000"),
    ("She must pay [£95,000] before 30 June.", "£95,000"),
    ("There are [40] homes.", "40"),
    ("In 2014 the share was [19 per cent]. There are [40] mills.", "40"),
    ("It has [120] volunteers, half what it had in 2020.", "120"),
    ("There are [840] pupils, up 370 on 2024.", "840"),
    ("There are now 40 homes in Ashby, and Corby has [90].", "90"),
    ("The mayor said on Friday that all was well. Some [86] beds were lost.", "86"),
    ("The mill opened in 1987. It lost [12] looms.", "12"),
]


@pytest.mark.parametrize(("text", "figure", "key"), DATED)
def test_when_a_figure_holds(claims: Claims, text: str, figure: str, key: str) -> None:
    period = claims(text)[figure].period
    assert period is not None
    assert period.key == key


@pytest.mark.parametrize(("text", "figure", "key"), LED)
def test_silent_figures_have_the_time_of_the_start(claims: Claims, text: str, figure: str, key: str) -> None:
    period = claims(text)[figure].period
    assert period is not None
    assert period.key == key


@pytest.mark.parametrize(("text", "figure"), UNDATED)
def test_dates_of_something_else(claims: Claims, text: str, figure: str) -> None:
    assert claims(text)[figure].period is None


def test_a_headline_takes_the_period_that_its_number_is_printed_with(claims: Claims) -> None:
    (first, second) = _periods(
        claims, "Ashby lost [1,330] homes\nThere were [1,330|count] lost in 2019, it says."
    )
    assert (first, second) == ("document", "sentence")


def _periods(claims: Claims, marked: str) -> tuple[str, ...]:
    document, figures = story(marked)
    assert len(figures) == 2
    from extractor.frame import load_model

    told = frame(document, figures, load_model()).claims
    return tuple(c.period.found for c in told if c.period is not None)


def test_last_year_is_dated_from_the_day_of_publication(nlp: Language) -> None:
    document, figures = story("There were [276] of them last year.")
    (claim,) = frame(document, figures, nlp, date(2021, 5, 3)).claims
    assert claim.period is not None
    assert (claim.period.key, claim.period.start) == ("2020", date(2020, 1, 1))


#: Sentences as the news has them, and the words of the period of each printed figure.
IN_THE_NEWS: tuple[tuple[str, dict[str, str | None]], ...] = (
    (
        "Revenue rose to $4.1 billion in the first quarter from $3.8 billion a year earlier.",
        {"$4.1 billion": "first quarter", "$3.8 billion": "a year earlier"},
    ),
    (
        "In the year to March the firm made £12m, against £9m the year before.",
        {"£12m": "year to March", "£9m": "year before"},
    ),
    ("Sales were £12m in the same period last year.", {"£12m": "same period last year"}),
    ("The force recorded 412 thefts in 2023 and 388 in 2024.", {"412": "2023", "388": "2024"}),
    ("Thefts rose from 388 in 2023 to 412 last year.", {"388": "2023", "412": "last year"}),
    ("Since 2015 the state has lost 41 clinics.", {"41": "Since 2015"}),
    ("Between April and June 2,310 patients were seen.", {"2,310": "April and June"}),
    ("In the 12 months to September it sold 41,000 cars.", {"41,000": "12 months to September"}),
    ("During the 2022-23 season he scored 31 goals.", {"31": "2022-23 season"}),
    ("There were 1,240 births in May, 14 fewer than in April.", {"1,240": "May", "14": "May"}),
    (
        "Last winter 3,100 families were fed; this winter it is 4,200.",
        {"3,100": "Last winter", "4,200": "this winter"},
    ),
    ("On Tuesday 41 flights were cancelled, and 12 on Wednesday.", {"41": "Tuesday", "12": "Wednesday"}),
    ("Police said on Tuesday that 41 people were held last month.", {"41": "last month"}),
    (
        "So far this year 61 have died, compared with 48 at the same time last year.",
        {"61": "So far this year", "48": "same time last year"},
    ),
    ("In fiscal 2024 the agency spent $61 million.", {"$61 million": "fiscal 2024"}),
    ("The budget for 2025-26 sets aside ₹14 crore.", {"₹14 crore": "2025-26"}),
    ("The club now has 1,030 members, up from 890 in 2019.", {"890": "2019"}),
    ("Ten years ago there were 61 pubs; today there are 38.", {"61": "Ten years ago", "38": "today"}),
    ("In the three months to June 412 homes were built.", {"412": "three months to June"}),
    ("One hundred and sixty have joined since January, and 74 have left.", {"74": "since January"}),
    ("Class sizes crept up from 24.1 to 24.8 since 2022.", {"24.1": "since 2022"}),
    ("By 2030 the city wants 4,000 homes.", {"4,000": "2030"}),
    ("In the match on Friday night, 2,310 people saw it.", {"2,310": "Friday night"}),
    (
        "In December, the shop sold 412 trees, 41 more than the previous December.",
        {"412": "December", "41": "December"},
    ),
    ("Unemployment was 4.1 percent in October, unchanged from September.", {"4.1 percent": "October"}),
    ("The hospital treated 612 patients in March. Of these, 41 died.", {"41": "March"}),
    ("The plant opened in 1987 and employs 340 people.", {"340": None}),
    ("The village will get water by March. It has 41 wells.", {"41": None}),
    ("Attendance was 41,000, up 4 per cent on last year.", {"41,000": None}),
    ("It sold 900 more than at the same time last season.", {"900": None}),
    ("At the end of June 412 people were waiting.", {"412": "end of June"}),
    ("As of 31 March, 412 people were waiting.", {"412": "31 March"}),
    ("In the second half of 2023 it fell by 4 per cent.", {"4 per cent": "second half of 2023"}),
    ("Over the past decade 41 species were lost.", {"41": "past decade"}),
    ("In the week ending 4 May, 41 cases were reported.", {"41": "week ending 4 May"}),
    ("Every year 41 people drown.", {"41": "Every year"}),
    ("On the first of March there had been 13,500 fish.", {"13,500": "first of March"}),
    ("It left its full-year outlook at $1.64 billion.", {"$1.64 billion": "full-year"}),
    ("First-half profit was $12 million.", {"$12 million": "First-half"}),
    ("$8 below the $386 of a week ago.", {"$386": "a week ago", "$8": None}),
    (
        "It made £12m in the year to March, against £9m the year before. Sales rose to £1.90bn (£1.80bn).",
        {"£1.80bn": "year before"},
    ),
    ("In eleven weeks the lake has risen by 72 percent.", {"72 percent": "eleven weeks"}),
    ("Taxes have gone up 19 per cent in four years.", {"19 per cent": "four years"}),
    ("A loan of €312,000 is paid back over 35 years at 3.6 per cent.", {"3.6 per cent": None}),
    ("The list fell by 41 per cent. In two years' time it will be gone.", {"41 per cent": None}),
    ("A normal winter gives us 11 storms.", {"11": "normal winter"}),
    ("Some 14,600 vehicles pass on an average weekday.", {"14,600": "average weekday"}),
    ("On an average day in October 3,150 came.", {"3,150": "October"}),
    ("On Saturday I queued for 25 minutes.", {"25 minutes": "Saturday"}),
    ("On Saturday he spoke of all the 25 minutes that were lost, from 12 minutes.", {"12 minutes": None}),
    (
        "Tilemaker lifts Q2 profit\n\nIt was its best July-September quarter.\n\nProfit rose to ₹84 crore.",
        {"₹84 crore": "July-September"},
    ),
    ("Tilemaker lifts Q2 profit\n\nThe firm is old.\n\nProfit rose to ₹84 crore.", {"₹84 crore": "Q2"}),
)


@pytest.mark.parametrize(("text", "periods"), IN_THE_NEWS, ids=[c[0][:60] for c in IN_THE_NEWS])
def test_when_a_figure_in_the_news_holds(text: str, periods: dict[str, str | None]) -> None:
    claims = {c.figure.text: c for c in review_documents([document_from_text(text, id="d")]).claims}
    for printed, period in periods.items():
        found = next(c.period for figure, c in claims.items() if figure.endswith(printed))
        assert (found.text if found is not None else None) == period
