"""Stories beside tables of like columns: total and rate, national and local, this year and last."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor import pipeline
from extractor.read import document_from_text

CARE = """"Table 2: Children in care at 31 March, by authority"
"Rates per 10,000 children under 18. Placed outside: living more than 20 miles from home."

Area,Children in care,,"Rate per 10,000",,Placed outside,,% placed outside,
,2024,2025,2024,2025,2024,2025,2024,2025
England,2205,2284,66.1,68.4,738,795,33.5,34.8
Lowmoor region,1401,1454,71.2,73.9,479,506,34.2,34.8
  Ashby Vale,402,431,65.7,70.4,118,141,29.4,32.7
  Brennish,211,204,54.9,53.1,70,66,33.2,32.4
  Corley and Denham,655,690,89.8,94.7,240,251,36.6,36.4
  Saint Osyth,133,129,54.7,53.1,51,48,38.3,37.2
Highwold region,804,830,58.7,60.6,259,289,32.2,34.8
  Fennick,288,301,64.0,66.9,92,99,31.9,32.9
  Garth Hill,341,333,58.0,56.6,101,110,29.6,33.0
  Hexbourne,175,196,52.9,59.2,66,80,37.7,40.8
"""
HOMES = """Table 118: New homes and waiting lists in the combined authority
Financial years

District,Year,Homes started,Homes completed,of which affordable,Households on waiting list,% \
affordable
Aldermoor,2022-23,610,540,120,3410,22.2
Aldermoor,2023-24,655,602,131,3520,21.8
Aldermoor,2024-25,590,633,158,3705,25.0
Bexcombe,2022-23,1210,1105,310,8120,28.1
Bexcombe,2023-24,1185,1150,287,8340,25.0
Bexcombe,2024-25,1020,1098,241,8890,21.9
Crossholme,2022-23,330,298,44,1290,14.8
Crossholme,2023-24,301,315,52,1275,16.5
Crossholme,2024-25,342,288,61,1240,21.2
Dunster Bay,2022-23,905,870,205,5430,23.6
Dunster Bay,2023-24,930,891,214,5610,24.0
Dunster Bay,2024-25,871,902,236,5580,26.2
All districts,2022-23,3055,2813,679,18250,24.1
All districts,2023-24,3071,2958,684,18745,23.1
All districts,2024-25,2823,2921,696,19415,23.8
"""
WAITS = """Referral to treatment: trusts in the two regions and nation
March 2024 and March 2025; median wait in weeks

Trust,Region,Referrals 2024,Referrals 2025,Patients waiting 2024,Patients waiting 2025,Waiting \
over 18 weeks 2024,Waiting over 18 weeks 2025,% within 18 weeks 2024,% within 18 weeks \
2025,Median wait (weeks) 2024,Median wait (weeks) 2025
England,,4626014,4744411,2304758,2351930,871202,890599,62.2,62.1,13.2,13.5
East Carrow Hospitals NHS Foundation \
Trust,North,84210,86940,41200,43105,15820,16990,61.6,60.6,14.1,14.9
Mallow Vale NHS Trust,North,52100,53380,23810,23120,7410,6880,68.9,70.2,11.6,11.0
Saint Bride Teaching Hospitals NHS \
Trust,North,118400,121900,66720,70010,28960,31440,56.6,55.1,16.2,17.3
Pellworth General Hospital NHS Trust,South,40330,40110,17620,18250,5230,5770,70.3,68.4,10.9,11.4
Quantham Hospitals NHS Foundation \
Trust,South,96700,99020,50340,48870,19800,17650,60.7,63.9,13.4,12.6
Rushmere Community NHS Trust,South,28800,29950,9820,10440,1960,2210,80.0,78.8,8.7,9.1
"""
CRIME = """Table P1: Police recorded crime by force area and offence
Years ending June. Population in thousands; rates per 1,000 people

Force,Group,Population (000s),Burglary,,Robbery,,Shoplifting,,Shoplifting per 1000,
,,,2024,2025,2024,2025,2024,2025,2024,2025
Arnvale Police,Northern,1012,6120,5710,812,866,11310,13250,11.2,13.1
Bramley and Thane Police,Northern,1488,9940,9310,1704,1640,19870,22810,13.4,15.3
Coldshire Constabulary,Northern,640,3010,3140,240,228,5210,6020,8.1,9.4
Northern forces,All,3140,19070,18160,2756,2734,36390,42080,11.6,13.4
Delmouth Police,Southern,905,5230,4870,690,715,9930,11120,11.0,12.3
Eastmarch Constabulary,Southern,1190,6480,6310,733,702,12040,15470,10.1,13.0
Fairholt Police,Southern,2210,18320,17150,4410,4830,30110,36240,13.6,16.4
Southern forces,All,4305,30030,28330,5833,6247,52080,62830,12.1,14.6
All forces,All,7445,49100,46490,8589,8981,88470,104910,11.9,14.1
"""
A_RIGHT = """More of Ashby Vale's children live far from home

Ashby Vale looked after 431 children at the end of March, 29 more than a year earlier. Of these \
141 lived more than 20 miles away, or 32.7 per cent; in England as a whole it was 34.8 per cent.

For every 10,000 children in the district 70.4 were in care, against 68.4 nationally and 73.9 \
across the Lowmoor region. A year before the council's rate had been 65.7, just below the 66.1 \
for the nation.

The region as a whole had 1,454 children in care, an increase of 3.8 per cent. Nearly half of \
them, 690, belonged to Corley & Denham, where the number of those placed outside rose from 240 \
to 251. St Osyth had the fewest in the country, and it placed 48 of its 129 far away, three \
fewer than in 2024.

In Highwold the rise was 3.2 per cent. Hexbourne placed 40.8 per cent of its children at a \
distance, the highest share of the seven authorities; Brennish, at 32.4, had the lowest.

“I moved 11 times in six years,” said Tam Orrick, now 19. The council spends £41m a year on the \
service, and a place in a home costs £5,400 a week.
"""
B_RIGHT = """Bexcombe starts fewer homes as its waiting list grows

Builders began 1,020 homes in Bexcombe in 2024-25, down from 1,185 in the year before. It was a \
fall of 13.9 per cent. In the four districts together there were 2,823 starts, 8.1 per cent fewer.

Some 1,098 were completed in the district, and 241 of them were affordable, 21.9 per cent. In \
2022-23 that share had stood at 28.1 per cent. Dunster Bay completed 902, of which 236 could be \
called affordable, and Aldermoor 633. A quarter of Aldermoor's were affordable; in Crossholme it \
was 21.2 per cent, the lowest of the four.

Meanwhile 8,890 households wait, 550 more than a year ago, and 46 per cent of all those on the \
lists of the combined authority. Crossholme is the only one whose list has become shorter since \
2022-23: it has 1,240 names, against 1,290 then. It completed 288 homes, the fewest, though it \
started 342.

“We have been to 14 viewings since May,” said Petra Lund. The council wants 1,400 starts a year \
by 2028 and has bought 22 hectares for £9.5m.
"""
C_RIGHT = """Longer queues at St Bride

The typical patient at St Bride Teaching Hospitals waits 17.3 weeks, almost a month longer than \
the 13.5 weeks in England. A year ago it was 16.2.

The trust had 70,010 patients on its list in March 2025, 4.9 per cent more than in March 2024, \
and 31,440 of them had waited for over 18 weeks. It saw 55.1 per cent within 18 weeks, the worst \
record of the six; in England the share was 62.1 per cent, hardly changed from 62.2.

Mallow Vale has gone the other way: 23,120 patients were waiting, after 23,810 a year before, \
and the median was down to 11 weeks. It was sent 53,380 new patients, 1,280 more than in the \
year before.

In the south, Quantham cut the number waiting over 18 weeks by 10.9 per cent to 17,650. \
Rushmere, where 78.8 per cent are seen in time, has the shortest median wait, 9.1 weeks. \
Pellworth received 40,110 referrals.

“I have waited 61 weeks for a knee,” said Ada Quill, 70. St Bride has a deficit of £23m and 410 \
vacancies.
"""
D_RIGHT = """Shoplifting soars in Fairholt while burglary falls

Fairholt Police recorded 36,240 shoplifting offences in the year to June 2025, a rise of 20.4 \
per cent. That is 16.4 for every 1,000 people, the highest rate of the six forces and above the \
14.1 of all forces together. Bramley and Thane came second, with 15.3.

Burglary went the other way. The force had 17,150 cases, 1,170 fewer than in 2024. Across the \
south it fell by 5.7 per cent, in the north by 4.8. In Coldshire alone burglary rose, by 130 to \
3,140.

Robbery is rarer. There were 4,830 in Fairholt, more than half of the 8,981 in all six. Delmouth \
had 715, up from 690; Eastmarch counted 702, 31 fewer.

“They took 40 bottles in one go,” said a shopkeeper who has put up 12 cameras. The force is \
short of 140 officers, and its budget will be cut by 3 per cent.
"""
A_HALF = """Fewer children in care in Garth Hill

Garth Hill had 333 children in care in March, 18 fewer than in 2024. Its rate came to 56.6 per \
10,000, against 70.4 in England. The Highwold region stood at 58.7.

Of the council's children 101 were placed outside, or 33 per cent; the year before it had been \
29.6 per cent. In the Lowmoor region the number placed outside went up from 479 to 560. There \
34.8 per cent were placed so.

Corley and Denham, with 690 in care, has the second highest rate. Brennish has 240 in care. \
Hexbourne's number grew by 12 per cent and Fennick's by 13 per cent. In St Osyth the number in \
care rose.

Across the country 795 were placed outside, 6.7 per cent more than the year before. Ashby Vale \
looked after 431, and England as a whole 2,284.

“Nobody asked me for 13 weeks,” said one of them. The council needs 60 new carers.
"""
B_HALF = """Dunster Bay builds more homes

Dunster Bay completed 902 homes in 2024-25, 21 more than in the year before, and 236 of these \
were affordable. The share of affordable homes rose by 2.2 points to 24.0 per cent. Across all \
districts it was 25 per cent.

Work on 930 homes was started there. Bexcombe started 1,020, Aldermoor 590 and Crossholme 324.

The list got shorter: 5,580 households wait in Dunster Bay, 80 fewer than the year before. In \
Aldermoor there are 3,705, 185 more. Bexcombe, with 8,890, has the second longest list. In the \
combined authority the lists grew by 2.6 per cent to 19,415.

Crossholme completed 315 in 2024-25, 61 of them affordable, and Aldermoor 633. In Bexcombe \
completions rose.

The borough has 31 cranes at work, said Olu Fennimore, whose firm employs 260.
"""
C_HALF = """Quantham cuts its waiting list

Quantham Hospitals had 48,870 patients waiting in March 2025, 2.0 per cent fewer than in March \
2024. Of these 17,650 had waited for over 18 weeks, down from 19,080. The share seen within 18 \
weeks rose from 60.7 per cent to 68.4 per cent. In England it was 62.1 per cent.

Its median wait is 12.6 weeks, 1.8 weeks less than a year ago. The nation's is 13.2 weeks. St \
Bride has the second longest, 17.3 weeks; at Rushmere it is 9.1.

Referrals to Quantham rose by 2.4 per cent. East Carrow received 84,210 in 2025, and Pellworth \
40,110. At Pellworth the number of patients waiting fell, and 5,770 of them have waited for more \
than 18 weeks, a quarter of the list.

Mallow Vale treats 70.2 per cent within 18 weeks and East Carrow 66.6.

“I had 19 letters and no date,” said Bram Tolliver. The trust will open two theatres for £31m.
"""
D_HALF = """Shop theft leaps in Eastmarch

Eastmarch recorded 15,470 shoplifting offences in the year to June 2025, 3,430 more than a year \
before, a rise of 18.5 per cent. That made 14.1 per 1,000 people, against 14.6 in the southern \
forces. Delmouth had 11,020, or 12.3 per 1,000.

Burglary came down by 3.6 per cent in Eastmarch, to 6,310. In Arnvale it fell to 5,710 and in \
Bramley and Thane to 9,940. In Coldshire burglary fell. All forces together had 46,490 \
burglaries, 6.3 per cent fewer than in 2024.

Of robberies Eastmarch had 702, the third lowest number. Fairholt's 4,830 were 54 per cent of \
the total. In the northern forces robbery fell by 1.8 per cent. Bramley & Thane had 1,640, 46 \
fewer than the year before.

“It is 30 a day in here,” said one shop assistant. The force has hired 55 officers.
"""
#: Stories in which everything is right, with so many figures that the cells bear out at least.
SOUND = [(CARE, A_RIGHT, 23), (HOMES, B_RIGHT, 23), (WAITS, C_RIGHT, 16), (CRIME, D_RIGHT, 19)]
#: Stories of which half is wrong, with what is.
HALF = [
    (CARE, A_HALF, {"101", "18", "560", "58.7", "6.7 per cent", "70.4", "the second highest"}),
    (
        HOMES,
        B_HALF,
        {
            "2.6 per cent",
            "21",
            "24.0 per cent",
            "315",
            "324",
            "80",
            "930",
            "the second longest",
        },
    ),
    (
        WAITS,
        C_HALF,
        {"1.8 weeks", "13.2 weeks", "66.6", "68.4 per cent", "84,210", "fell"},
    ),
    (
        CRIME,
        D_HALF,
        {
            "1.8 per cent",
            "18.5 per cent",
            "3.6 per cent",
            "46",
            "6.3 per cent",
            "9,940",
            "fell",
            "the third lowest",
        },
    ),
]


def found(table: str, text: str, folder: Path) -> dict[str, list[str]]:
    """Verdict → the words that it is on."""
    path = folder / "table.csv"
    path.write_text(table)
    review = pipeline.review_documents([document_from_text(text)], references=[path])
    told: dict[str, list[str]] = {"mismatch": [], "consistent": []}
    for finding in (f for f in review.findings if f.cells):
        value = finding.relation.roles[0].value
        told.setdefault(finding.verdict, []).append(getattr(value, "figure", value).text)
    return told


@pytest.mark.parametrize(("table", "text", "least"), SOUND)
def test_nothing_right_is_questioned(table: str, text: str, least: int, tmp_path: Path) -> None:
    told = found(table, text, tmp_path)
    assert told["mismatch"] == []
    assert len(told["consistent"]) >= least


@pytest.mark.parametrize(("table", "text", "wrong"), HALF)
def test_only_what_is_wrong_is_questioned(table: str, text: str, wrong: set[str], tmp_path: Path) -> None:
    assert set(found(table, text, tmp_path)["mismatch"]) == wrong
