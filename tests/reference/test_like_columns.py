"""Like rows and columns, totals beside rates: what is right of one is never held against another."""

from __future__ import annotations

import pytest

from extractor import pipeline
from extractor.read import document_from_text

EXAMS = """Subject,2019 entries,2019 A*-C %,2020 entries,2020 A*-C %
English Language,301200,61.8,296400,62.5
Applied English,24300,48.1,28900,47.2
English Literature,210400,73.0,208800,73.9
Mathematics,388000,59.6,391700,59.9
Applied Mathematics,12800,44.0,11900,45.3
Science,240100,63.3,236000,63.0
Applied Science,40200,51.0,43800,52.4
All subjects,1217000,63.1,1217500,63.4
"""
COUNTRIES = """Country,Tests,Population (millions),Tests per 1000,Cases,Deaths
Norland,1250000,5.4,231,21400,258
Sudmark,870000,8.7,100,19800,705
Westria,2910000,60.3,48,240000,34700
Ostia,3430000,83.1,41,195000,8960
Insulae,9100000,66.8,136,311000,43500
Minor,118000,0.6,197,4300,110
"""
STATES = """State,Tests done,Population,Positive tests,Deaths
Arcadia,1204000,8100000,36100,640
Benholm,482300,1770000,9650,101
Cressing,910400,5180000,27300,402
Dunmere,233100,541000,2330,19
Eastland,1650200,6680000,61050,911
Fernvale,96500,247000,580,4
"""
HOMES = """District,Finished 2023,Finished 2024,of which affordable 2024,Residents,Per 1000 residents 2024
Ambleton,388,505,121,98200,5.1
Brackwater,1034,960,288,231500,4.1
Cawley,254,241,96,64100,3.8
Drayford,905,1018,254,187300,5.4
Eastmoor,160,98,12,41800,2.3
County,2741,2822,771,622900,4.5
"""
GRADES = """School,Pupils,English and maths 2023 %,English and maths 2024 %,Girls 2024 %,Boys 2024 %
Canon Slater,180,78,76,79,73
Fairfield High,240,54,51,55,47
St Oswin's,150,83,85,88,82
Westgate,226,47,49,54,44
Local authority,1206,62,64,67,61
England,571000,65,65,69,62
"""
SEGMENTS = """$ millions,Q3 2023,Q3 2024,Change %,Nine months 2023,Nine months 2024
Cloud,1210,1501,24,3412,4180
Licences,840,781,-7,2610,2433
Total revenue,2452,2680,9,7212,7814
"""
#: Stories in which everything is right, each with its table.
SOUND = [
    (
        GRADES,
        "St Oswin's tops table\n\nPupils in the borough have drawn almost level with the rest of "
        "the country: 64 "
        "per cent got a grade 4 or better in both English and maths this summer, two points more "
        "than in 2023, "
        "against 65 per cent across England.\n\nSt Oswin's came top again with 85 per cent, ahead "
        "of Canon Slater.",
    ),
    (
        GRADES,
        "Fairfield High was the only school where results fell. Just 51 per cent of its pupils reached the "
        "standard, and among boys it was 47 per cent.\n\nIn the borough as a whole 67 per cent of "
        "girls and 61 per "
        "cent of boys made it. Westgate is last at 49 per cent.",
    ),
    (
        SEGMENTS,
        "Revenue rose 9 percent to $2.68 billion in the third quarter. Cloud sales were up 24 percent, while "
        "licence revenue slipped 7 percent. Over nine months the company has had sales of $7.8 billion.",
    ),
    (
        HOMES,
        "Drayford passes 1,000 homes\n\nMeasured against its residents, Drayford built 5.4 homes "
        "for every 1,000 "
        "people, Ambleton 5.1 and Eastmoor 2.3.\n\nAffordable homes made up 27 per cent of the "
        "total, or 771. "
        "In Cawley it was 40 per cent, the highest proportion.",
    ),
    (
        EXAMS,
        "Applied English had 28,900 entries, and 47.2 per cent got a C or better; it was 48.1 a year ago. "
        "In the language paper it was 62.5 per cent, 15.3 points more.",
    ),
    (
        COUNTRIES,
        "For its population Norland has tested 231 people in every 1,000, and Minor, with its 600,000 "
        "inhabitants, 197. Insulae is third at 136. Ostia has done the fewest for its size, 41.",
    ),
    (
        COUNTRIES,
        "Some 792,000 cases have been found, with 311,000 of them, or 39 per cent, in Insulae. Of those who "
        "fell ill there, one in seven died.",
    ),
    (
        STATES,
        "Some 2,077 people have died, 911 of them in Eastland. That is 136 deaths per million, 1.7 times as "
        "many as the 79 per million of Arcadia.",
    ),
]
#: Stories with a slip in the same words.
WRONG = [
    (EXAMS, "In applied English 47.2 per cent got a C or better, 2.9 points less than last year."),
    (COUNTRIES, "Ostia has done 5,430,000 tests, and Insulae 9,100,000 tests."),
    (GRADES, "At St Oswin's 83 per cent got a grade 4 or better in English and maths in 2024."),
    (GRADES, "In the borough as a whole 68 per cent of girls got a grade 4 or better."),
    (STATES, "Eastland has had 919 deaths, and Arcadia 640 deaths."),
]


def questioned(table: str, text: str, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    path = tmp_path_factory.mktemp("tables") / "table.csv"
    path.write_text(table)
    review = pipeline.review_documents([document_from_text(text)], references=[path])
    return [f.arithmetic for f in review.findings if f.verdict == "mismatch" and f.cells]


@pytest.mark.parametrize(("table", "text"), SOUND)
def test_no_total_is_held_against_a_rate(
    table: str, text: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert questioned(table, text, tmp_path_factory) == []


@pytest.mark.parametrize(("table", "text"), WRONG)
def test_slips_in_such_tables_are_questioned(
    table: str, text: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert len(questioned(table, text, tmp_path_factory)) == 1
