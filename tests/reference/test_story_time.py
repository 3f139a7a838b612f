"""What time a story is about, months without a year, columns of other times, scopes that are no subject."""

from __future__ import annotations

import pytest

from tests.reference.told import about, found

DAMS = """Dam,Capacity (GL),Storage (%) June 2023,Storage (%) December 2023,Rain (mm) 2022,Rain (mm) 2023
Ashwater,1200,61.5,50.2,810,640
Brindale,480,72.0,75.5,905,870
Coolamong,90,33.1,28.4,620,455
Dunwater,2300,55.5,49.9,1010,790
All dams,4070,58.8,52.6,836,689
"""
ROLLS = """County,Voters 2020,Voters 2024,GPs,Patients
Adair,1200,1500,4.0,6600
Barlow,900,880,2.5,5100
Custer,3100,3400,8.2,14000
Statewide,5200,5780,14.7,25700
"""


@pytest.mark.parametrize(
    ("text", "start", "verdict"),
    [
        ("Adair has 1,500 voters, more than in 2020.", "1,500", "consistent"),
        ("Adair has 1,600 voters, more than in 2020.", "1,600", "mismatch"),
        ("Rolls are longer than in 2020. There are 5,780 voters statewide.", "5,780", "consistent"),
        ("In 2020 the rolls were short. Barlow had 900 voters.", "900", "consistent"),
    ],
)
def test_an_older_year_that_is_only_compared_with_is_not_the_storys(
    text: str, start: str, verdict: str
) -> None:
    assert about(text, ROLLS, start) == [verdict]


@pytest.mark.parametrize(
    ("text", "start", "verdict"),
    [
        ("Storage at Ashwater was 50.2 per cent in December.", "50.2", "consistent"),
        ("Storage at Ashwater was 61.5 per cent in December.", "61.5", "mismatch"),
        ("Storage at Ashwater was 61.5 per cent in June.", "61.5", "consistent"),
        ("In 2023 Brindale had 870 mm of rain.", "870", "consistent"),
        ("In 2023 Brindale had 970 mm of rain.", "970", "mismatch"),
        ("Coolamong has a capacity of 90 gigalitres.", "90", "consistent"),
        ("Coolamong has a capacity of 190 gigalitres.", "190", "mismatch"),
    ],
)
def test_each_column_has_its_own_times(text: str, start: str, verdict: str) -> None:
    assert about(text, DAMS, start) == [verdict]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Dunwater, the state's biggest dam, has a capacity of 2,300 gigalitres.", "consistent"),
        ("Dunwater, the state's biggest dam, has a capacity of 3,200 gigalitres.", "mismatch"),
    ],
)
def test_the_scope_of_a_rank_is_not_its_subject(text: str, verdict: str) -> None:
    about = found(text, DAMS)
    assert verdict in [f.verdict for f in about if "gigalitres" in f.relation.cue.text]


@pytest.mark.parametrize(
    ("text", "start", "verdict"),
    [
        ("There is one GP for every 1,748 patients statewide.", "1,748", "consistent"),
        ("There is one GP for every 1,448 patients statewide.", "1,448", "undecided"),
        ("In Custer each GP has 1,707 patients.", "1,707", "consistent"),
    ],
)
def test_a_quotient_is_rounded_as_it_is_printed(text: str, start: str, verdict: str) -> None:
    assert about(text, ROLLS, start) == [verdict]


def test_codes_in_every_row_are_no_foreign_language() -> None:
    names = [f"{a}{b}" for a in ("Ash", "Brack", "Cor", "Dun") for b in ("ford", "ham", "ley", "mere", "ton")]
    rows = "".join(f"E06{n:03d},{name},{200 + n}\n" for n, name in enumerate(names))
    text = "Ashford has 200 halls. Ashham has 250 halls."
    assert [f.verdict for f in found(text, "Code,Town,Halls\n" + rows)] == [
        "consistent",
        "mismatch",
    ]


def test_the_noun_of_a_count_is_more_than_its_verb() -> None:
    table = "Route,Passengers,Cars carried\nArdle,362806,90500\nBrae,71400,8800\nCorran,15020,4100\n"
    text = "Ardle carried 462,806 passengers and Brae carried 8,800 cars."
    assert [f.verdict for f in found(text, table)] == ["mismatch", "consistent"]


DONORS = """Area,Donors,Sessions,Donors 2022
Arden,19789,162,21013
Borders,24860,22,24992
Calder,32676,163,32303
Deeside,23301,198,23049
"""


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Arden has 19,789 donors, down 5.8 per cent on 2022.", ["consistent", "consistent"]),
        ("Arden has 19,789 donors, down 9.8 per cent on 2022.", ["consistent", "mismatch"]),
        ("Arden has 21,013 donors.", ["mismatch"]),
        ("Arden had 21,013 donors in 2022.", ["consistent"]),
        ("Calder gained 373 donors in the two years.", ["consistent"]),
    ],
)
def test_a_column_without_a_year_is_later_than_its_twin(sentence: str, expected: list[str]) -> None:
    assert [f.verdict for f in found(sentence, DONORS)] == expected


COURTS = """Court,Open 2019,Open 2024,Median wait 2019 (weeks),Median wait 2024 (weeks)
Ashdene,769,1274,26.7,28.1
Barrow,1175,2682,21.0,30.0
Cantley,627,769,23.5,39.4
Quorn,950,1998,17.6,25.7
"""


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # 2019 is not the year before 2024.
        ("In Quorn the median wait was 17.6 weeks last year.", ["mismatch"]),
        ("In Quorn the median wait was 25.7 weeks last year.", ["consistent"]),
        (
            "In Barrow, with 1,175 open in 2019, the rise was 128 per cent.",
            ["consistent", "consistent"],
        ),
    ],
)
def test_last_year_of_a_table_with_gaps_and_rises_told_by_a_noun(sentence: str, expected: list[str]) -> None:
    assert [f.verdict for f in found(sentence, COURTS)] == expected


SINCE = """Borough,Children,Decay 2019 (%),Decay 2023 (%)
Calder,33519,45.7,43.9
Dunholme,69209,14.0,18.9
Easter,18102,49.1,40.4
Yarm,16540,16.6,11.8
Whole region,137370,28.3,26.2
"""


def test_a_story_that_names_a_year_only_to_compare_is_about_the_latest() -> None:
    text = (
        "Dentists found decay in 26.2 per cent of children, down from 28.3 per cent in 2019.\n\n"
        "Calder has the highest share with decay. Yarm has the lowest share with decay, 11.8 per cent."
    )
    assert [f.verdict for f in found(text, SINCE)] == ["consistent"] * 5
