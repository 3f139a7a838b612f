"""Stories in which everything is right, beside tables of many like rows and columns."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor import pipeline
from extractor.read import document_from_text

CARE = """Table 3: Children missing from care and return interviews by authority
"Year ending 31 March 2024, with 2023. Numbers rounded to the nearest 5. c = fewer than 5"

Region,Authority,Children missing,,Missing incidents,,Interviews offered (%),,Interviews accepted \
(%),
,,2023,2024,2023,2024,2023,2024,2023,2024
England,All authorities,11890,12350,80190,84310,81,83,62,64
Fenland,Total,1240,1305,8410,9225,78,80,58,61
Fenland,Aldreth,210,235,1410,1720,74,71,55,49
Fenland,Benwick and Holme,330,320,2380,2290,85,88,66,70
Fenland,Saint Ives Vale,700,750,4620,5215,76,80,56,61
Moorland,Total,980,955,6230,5980,84,86,60,63
Moorland,Cawton,410,395,2790,2605,82,85,57,62
Moorland,Dunsley,570,560,3440,3375,86,87,62,64
"""
FOSTER = """Fostering households and approvals by council (year to 31 March)

Council,Fostering households 2024,Fostering households 2025 p,Approvals 2024,Approvals 2025 \
p,Places filled (%) 2024,Places filled (%) 2025 p
Barrowdale,312,296,24,19,61.4,63.0
Eastrigg,455,461,38,41,58.2,57.1
Fellmoor,208,190,15,17,70.3,72.6
Gillsland,377,352,30,22,54.9,56.8
All councils,1352,1299,107,99,60.2,61.2
"""
ABSENCE = """Absence from school by authority and year, per cent of sessions

Authority,Year,Pupils enrolled,Overall absence (%),Unauthorised absence (%),Persistent absentees (%)
Nation,2022/23,6950400,7.5,2.4,21.2
Nation,2023/24,6978100,7.1,2.3,20.0
Harwick,2022/23,21300,8.2,3.1,24.6
Harwick,2023/24,21650,8.4,3.3,25.1
Inglebrook,2022/23,48700,7.3,2.2,20.1
Inglebrook,2023/24,48950,6.9,2.0,18.8
Jesmere,2022/23,33100,7.9,2.8,22.7
Jesmere,2023/24,32800,7.6,2.6,21.9
"""
RUNAWAYS = """Aldreth's missing children rarely asked why

Two in three of the missing incidents nobody hears about begin with a quarrel, say those who work \
with runaways in Aldreth. The council's homes recorded 1,720 missing incidents in the year to \
March, 310 more than the year before, although only 235 children were missing, 25 more.

When a child comes back somebody should ask what happened. In Aldreth 71 per cent were offered \
such an interview, down from 74 per cent, and just 49 per cent accepted one. In England 83 per \
cent were offered one and 64 per cent said yes. In the region as a whole it was 80 per cent and 61.

The region had 9,225 incidents, a tenth more than in 2023. St Ives Vale has most of them, 5,215. \
Benwick & Holme, with 320 children, has had fewer than before.

"I ran off 14 times before I was 15," said Kel Mossman, now 22. The council has set aside \
£120,000 for four more workers."""
CARERS = """Gillsland is losing its foster carers

The council had 352 fostering households at the end of March, 25 fewer than a year ago. It \
approved 22, against 30 in the year before.

Across the four councils there were 1,299, a drop of 3.9 per cent. Only Eastrigg has grown, by \
six to 461, and it approved 41 households. Barrowdale has lost 16.

Places are not the trouble everywhere: in Gillsland 56.8 per cent were filled, in Fellmoor 72.6. \
The average is 61.2 per cent.

"A room of your own is what counts," said Wendla Firth, who has had 37 children in 19 years. She \
is paid £210 a week. Gillsland wants 400 households by 2027."""
DESKS = """More empty desks in Harwick

Pupils in Harwick missed 8.4 per cent of their sessions last year, when the nation's rate came \
down to 7.1. In 2022/23 it had been 8.2 and 7.5 per cent. One in four pupils there was \
persistently absent, against one in five in the nation.

Jesmere did better, at 7.6 per cent, and Inglebrook, the largest of the three with 48,950 pupils, \
stood at 6.9. Unauthorised absence there is 2 per cent; in Harwick it is 3.3.

Harwick has 21,650 pupils. The council employs 12 attendance officers and issued 1,140 fines. \
"The bus was cut in 2021," said one head."""


@pytest.mark.parametrize(
    ("table", "text", "least"), [(CARE, RUNAWAYS, 12), (FOSTER, CARERS, 7), (ABSENCE, DESKS, 4)]
)
def test_nothing_right_is_questioned(table: str, text: str, least: int, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text(table)
    review = pipeline.review_documents([document_from_text(text)], references=[path])
    found = [f for f in review.findings if f.cells]
    assert [f.relation.cue.text for f in found if f.verdict == "mismatch"] == []
    assert sum(f.verdict == "consistent" for f in found) >= least


@pytest.mark.parametrize(
    ("table", "text", "right", "wrong"),
    [
        (CARE, RUNAWAYS, "71 per cent were offered", "80 per cent were offered"),
        (CARE, RUNAWAYS, "has most of them, 5,215", "has most of them, 4,620"),
        (FOSTER, CARERS, "had 352 fostering", "had 325 fostering"),
    ],
)
def test_the_same_words_with_a_slip_are_questioned(
    table: str, text: str, right: str, wrong: str, tmp_path: Path
) -> None:
    path = tmp_path / "table.csv"
    path.write_text(table)
    assert right in text
    review = pipeline.review_documents([document_from_text(text.replace(right, wrong))], references=[path])
    met = [f for f in review.findings if f.cells and f.verdict == "mismatch"]
    assert len(met) >= 1
