"""The whole that a share is taken of."""

from __future__ import annotations

import pytest

from extractor.pipeline import review_documents
from extractor.read import document_from_text
from tests.frame.conftest import Claims

WHOLES = [
    ("[63%] of carers were over 50.", "63%", "carers", "carer"),
    ("[50 per cent] of children in care were seen.", "50 per cent", "children in care", "child"),
    ("Of [70] episodes, [25], or [36 per cent], were followed up.", "36 per cent", None, "episode"),
    ("There were [330] episodes. They were seen in [57%] of them.", "57%", "them", "episode"),
    (
        "Of the children, [50%] were seen, against [30%] of those with private agencies.",
        "30%",
        "those with private agencies",
        "child",
    ),
    ("[46%] of adults chose the north, [35%] the south and [19%] neither.", "19%", None, "adult"),
    ("[17%] of households paid, compared with [15%] last year.", "15%", None, "household"),
    ("[One in five] children lives in poverty.", "One in five", None, "child"),
    ("[Nine out of ten|ratio] Sydney schools will lose.", "Nine out of ten", None, "school"),
    ("[Two thirds|ratio] of Pune's schools closed.", "Two thirds", "Pune's schools", "school"),
    ("The party polled [1,004] voters. [61%] of those asked were men.", "61%", "those asked", "voter"),
    ("Lunch's slice of the trade stood at [14%].", "14%", None, "trade"),
    ("A [30 per cent] share of the market is theirs.", "30 per cent", None, "market"),
    ("It polled [1,612] members, a turnout of [65%].", "65%", None, "member"),
    ("[Twelve|count] dogs ran off.\n\n\nTurnout was [61%].", "61%", None, "voter"),
    ("He may lend [10%] of the price; [the other 90%] is theirs.", "the other 90%", None, "price"),
    ("[38%] do not want a meter.", "38%", "people", "person"),
    ("English was passed by [76%] and maths by [75%].", "76%", "people", "person"),
    ("Output was [41%] wind and [28%] hydro.", "28%", None, "output"),
    ("Police would solve [25%] of burglaries. Last year they solved [9%].", "9%", None, "burglary"),
    ("In households with children [27%] went hungry.", "27%", None, "household"),
    ("[130|count] beds were taken, which is [92%].", "92%", None, "bed"),
    ("[152|count] killings, [55%] of the total, were there.", "55%", "total", "killing"),
    ("Of [800|count] burglaries it came in time in [61%] of cases.", "61%", "cases", "burglary"),
    ("It is only about [20%] of the energy Ireland uses.", "20%", None, "energy"),
    ("More than [half|ratio] of all missing episodes ([56 per cent]) ended.", "56 per cent", None, "episode"),
]


@pytest.mark.parametrize(("marked", "figure", "text", "key"), WHOLES, ids=[w[0][:50] for w in WHOLES])
def test_the_whole_of_a_share(claims: Claims, marked: str, figure: str, text: str | None, key: str) -> None:
    base = claims(marked)[figure].base
    assert base is not None
    assert base.key == key
    assert text is None or base.text == text


@pytest.mark.parametrize(
    ("marked", "figure"),
    [
        ("Sales rose [12%].", "12%"),
        ("The margin was [43.1 per cent].", "43.1 per cent"),
        ("[Twelve|count] dogs ran off.\n\n\nThe margin was [61%].", "61%"),
        ("Turnout was up [6 per cent].", "6 per cent"),
        ("The number went up by [3,400], or [2.5%].", "2.5%"),
        ("Energy takes [£632], or [51 per cent].", "51 per cent"),
        ("Women were likelier than men to vote, [49%] against [43].", "43"),
    ],
)
def test_no_whole_is_made_up(claims: Claims, marked: str, figure: str) -> None:
    assert claims(marked)[figure].base is None


#: Sentences as the news has them, and the key of the whole of each printed share.
IN_THE_NEWS: tuple[tuple[str, dict[str, str | None]], ...] = (
    ("Some 64 percent of the frogs carried the fungus.", {"64 percent": "frog"}),
    ("Women made up 38 per cent of the board.", {"38 per cent": "board"}),
    ("Of the 412 patients treated, 31 per cent relapsed within a year.", {"31 per cent": "patient"}),
    ("Of those with jobs, 71 per cent drove to work.", {"71 per cent": "person"}),
    ("Just 12% of drivers had heard of the scheme.", {"12%": "driver"}),
    ("The 412 frogs were tested, and 64 percent were infected.", {"64 percent": "frog"}),
    ("A third of pupils missed a day and 8 per cent missed a week.", {"8 per cent": "pupil"}),
    ("Inflation rose to 3.2 per cent in May.", {"3.2 per cent": None}),
    ("The index closed 1.2% lower.", {"1.2%": None}),
    ("The team won 61% of its games.", {"61%": "game"}),
    (
        "Renewables supplied 43 percent of the state's power, coal 22 percent.",
        {"43 percent": "power", "22 percent": "power"},
    ),
    ("The share of homes that are empty stands at 4.1 per cent.", {"4.1 per cent": "home"}),
    ("The proportion of students who pass has fallen to 61%.", {"61%": "student"}),
    ("The tax brings in 9 per cent of revenue.", {"9 per cent": "revenue"}),
    ("He took 54 per cent of the vote.", {"54 per cent": "vote"}),
    (
        "Incumbent Mayor Lena Ortiz won with 54% of the vote to 46% for her rival.",
        {"54%": "vote", "46%": "vote"},
    ),
    ("Among children under five, 18% were underweight.", {"18%": "child"}),
    ("In households with children, 27 per cent had skipped meals.", {"27 per cent": "household"}),
    ("Unemployment fell to 4.1 percent.", {"4.1 percent": "person"}),
    ("Turnout was 36 percent.", {"36 percent": "voter"}),
    (
        "The hospital treated 3,000 patients in May; 71 per cent were seen on time.",
        {"71 per cent": "patient"},
    ),
    ("It inspected 600 kitchens. Nine per cent failed.", {"Nine per cent": "kitchen"}),
    ("It inspected 600 kitchens, of which 9 per cent failed.", {"9 per cent": "kitchen"}),
    ("The bank owns 12 per cent of the company.", {"12 per cent": "company"}),
    ("The firm has a 30 per cent share of the market.", {"30 per cent": "market"}),
    ("Profits were up 14% on the year.", {"14%": None}),
    ("Prices are 14 per cent higher than in 2020.", {"14 per cent": None}),
    ("Rents climbed by 7 per cent.", {"7 per cent": None}),
    ("Shares in the firm fell 3% to 210p.", {"3%": None}),
    ("The interest rate was left at 4.75%.", {"4.75%": None}),
    (
        "Some 55 percent said that they would vote for him and 41 percent that they would not.",
        {"55 percent": "person", "41 percent": "person"},
    ),
    ("In the survey of 1,200 nurses, 62% said they had thought of leaving.", {"62%": "nurse"}),
    ("Firms added 80,000 jobs. The unemployment rate held at 4.2 percent.", {"4.2 percent": "person"}),
    (
        "Callers rang 5,000 times. The 12 nurses took 900 calls; 20 per cent were never answered.",
        {"20 per cent": "call"},
    ),
    ("Among Democrats 46 percent say so.", {"46 percent": "democrat"}),
    ("The dam is 62 percent full.", {"62 percent": "capacity"}),
    ("The district went 54.6 percent for Marsh.", {"54.6 percent": None}),
    ("Thefts are 20 per cent down on last year's 400 thefts.", {"20 per cent": None}),
    ("Profit came in 4 per cent above the forecast of 3 per cent.", {"4 per cent": None}),
    ("He has won 38 of his 52 heats, a strike rate of 73 per cent.", {"73 per cent": "heat"}),
    ("Their share in revenue has slipped to 18 per cent.", {"18 per cent": "revenue"}),
    ("More than 80% of the 3,400 submissions opposed the plan.", {"80%": "submission"}),
    ("Only 17 per cent of reported rapes led to a charge.", {"17 per cent": "rape"}),
    ("Police cleared 41% of homicides last year, up from 36%.", {"41%": "homicide", "36%": "homicide"}),
    ("Four in ten patients, or 41%, waited longer.", {"41%": "patient"}),
    (
        "The council rejected 120 applications, 15 per cent of those it received.",
        {"15 per cent": "application"},
    ),
    ("The council rejected 120 of 800 applications (15 per cent).", {"15 per cent": "application"}),
    ("Of its 800 staff, 96, or 12 per cent, are off sick.", {"12 per cent": "staff"}),
    (
        "Girls account for 52 per cent of entries in English but only 23 per cent in physics.",
        {"52 per cent": "entry", "23 per cent": "entry"},
    ),
    ("The levy applies to 3 per cent of firms.", {"3 per cent": "firm"}),
    ("It takes 15 per cent of each sale as commission.", {"15 per cent": "sale"}),
    ("The rate of reoffending is 28 per cent.", {"28 per cent": None}),
    ("Vaccine coverage fell to 89 per cent.", {"89 per cent": None}),
    (
        "Overall, 7.2% of flights were cancelled, compared with 4.4% the year before.",
        {"7.2%": "flight", "4.4%": "flight"},
    ),
    ("On Mondays 12% of trains ran late; on Fridays it was 19%.", {"12%": "train", "19%": "train"}),
    ("Nearly 90% of the damage was to roofs.", {"90%": "damage"}),
    ("Recycling reached 47 per cent of waste.", {"47 per cent": "waste"}),
    (
        "The bill was backed by 61 per cent of members and opposed by 30 per cent.",
        {"61 per cent": "member", "30 per cent": "member"},
    ),
    ("Around 22% of adults smoke, against 31% in 2005.", {"22%": "adult", "31%": "adult"}),
    ("The drug cut deaths by 30 per cent.", {"30 per cent": None}),
    ("Ethnic minorities hold 6 per cent of senior posts.", {"6 per cent": "post"}),
    (
        "The study followed 9,000 women. Over ten years, 3 per cent developed the disease.",
        {"3 per cent": "woman"},
    ),
    ("Japan buys 22% of the catch, China 41%.", {"22%": "catch", "41%": "catch"}),
)


@pytest.mark.parametrize(("text", "keys"), IN_THE_NEWS, ids=[c[0][:60] for c in IN_THE_NEWS])
def test_the_whole_of_a_share_in_the_news(text: str, keys: dict[str, str | None]) -> None:
    claims = {c.figure.text: c for c in review_documents([document_from_text(text, id="d")]).claims}
    for printed, key in keys.items():
        base = next(c.base for figure, c in claims.items() if figure.endswith(printed))
        assert (base.key if base is not None else None) == key
