"""Figures that no rule is sure of, by the cells that they most likely state."""

from __future__ import annotations

import pytest

from tests.reference.told import verdicts

GRID = """\
"Power sent to the northern grid by source, calendar years (gigawatt-hours)",,,,
Year,Coal,Wind,Solar,Total generation
2019,"61,204","18,311","2,046","81,561"
2020,"58,117","19,870","2,905","80,892"
2021,"55,930","20,644","4,118","80,692"
2022,"52,346","23,519","6,071","81,936"
2023,"47,815","25,102","8,437","81,354"
"""
BOARDINGS = """\
Average weekday boardings by station,,,,
Station,Boardings 2019,Boardings 2023,Boardings 2024,Parking spaces 2024
Alder Bay,"2,918","1,744","1,862",310
Cooper Point,"16,902","13,217","14,088",95
Farrow,"4,416","3,020","3,377",412
Gulliver Road,"1,205",961,"1,014",180
Hanmer,"8,830","7,104","7,251",640
All stations,"34,271","26,046","27,592","1,637"
"""
COURTS = """\
"Table 4. Cases and days to verdict by county, year to June 2025",,,,,
County,Cases received,Cases decided,Still open in June,of which over a year old,Median days to verdict
Arden,"4,210","4,377","1,846",402,118
Brackley,"2,655","2,419","1,530",611,187
Corvedale,"7,904","7,688","3,977",893,131
Dunmere,"1,318","1,402",506,71,96
All counties,"16,087","15,886","7,859","1,977",129
"""

#: Table, story, a figure that it bears out.
BORNE = [
    (GRID, "Coal was still the largest source last year at 47,815 GWh.", "47,815 gwh"),
    (GRID, "Wind turbines generated 25,102 GWh in 2023.", "25,102 gwh"),
    (GRID, "Solar panels sent out 8,437 gigawatt-hours in 2023, wind 25,102.", "8,437 gigawatt-hours"),
    (GRID, "The northern grid carried 81,354 GWh in all in 2023.", "81,354 gwh"),
    (GRID, "Coal stations supplied 61,204 GWh in 2019 and 47,815 GWh in 2023.", "61,204 gwh"),
    (GRID, "Total generation fell 0.7 percent in 2023.", "0.7 percent"),
    (GRID, "Output from coal was down 8.7 per cent in 2023, to 47,815 GWh.", "8.7 per cent"),
    (
        BOARDINGS,
        "Cooper Point is the busiest stop of all, with 14,088. Hanmer is next with 7,251.",
        "14,088",
    ),
    (
        BOARDINGS,
        "Cooper Point is the busiest stop of all, with 14,088. Hanmer is next with 7,251.",
        "7,251",
    ),
    (BOARDINGS, "Riders are coming back: 27,592 boarded on an average weekday.", "27,592"),
    (BOARDINGS, "Gulliver Road drew 1,014 riders on a weekday in 2024.", "1,014"),
    (BOARDINGS, "Farrow gained 357 weekday riders in 2024.", "357"),
    (BOARDINGS, "Drivers can leave a car at Hanmer, which has 640 spaces.", "640"),
    (BOARDINGS, "Alder Bay, down from 2,918 in 2019, had 1,862 boardings in 2024.", "2,918"),
    (BOARDINGS, "At Farrow 3,377 people got on each weekday, up from 3,020 in 2023.", "3,020"),
    (COURTS, "In Brackley a case takes 187 days, the longest wait of all.", "187 days"),
    (
        COURTS,
        "Of the 7,859 cases open at the end of June, 1,977 had waited for over a year.",
        "1,977",
    ),
    (COURTS, "Corvedale took in 7,904 cases and got through 7,688 of them.", "7,904"),
    (COURTS, "Corvedale took in 7,904 cases and got through 7,688 of them.", "7,688"),
    (COURTS, "Brackley has 1,530 open files, 611 of them older than a year.", "611"),
    (COURTS, "Judges in Dunmere decided 1,402 cases last year.", "1,402"),
    (COURTS, "Dunmere had 506 pending matters. Arden had 1,846.", "1,846"),
    (COURTS, "Brackley decided 236 fewer cases than it received.", "236"),
]

#: Of these none says what its figure says.
NOT_BORNE = [
    (BOARDINGS, "Farrow had 412 boardings on a weekday in 2024.", "412"),
    (BOARDINGS, "Gulliver Road lost 53 riders in 2024.", "53"),
    (COURTS, "Dunmere decided 1,318 cases last year.", "1,318"),
    (COURTS, "The county of Arden spent £118,000 on new benches.", "£118,000"),
]

#: Table, a right story and a wrong one that differ in one figure, and the figure of the wrong one.
SLIPS = [
    (BOARDINGS, "Hanmer has 640 parking spaces. Farrow has 412.", "412", "421"),
    (COURTS, "Arden received 4,210 cases and Dunmere 1,318.", "1,318", "1,138"),
]

#: Stories that speak of what the tables do not hold.
ASIDE = [
    (BOARDINGS, "Hanmer has 640 parking spaces. A rider group counted 31,000 bicycles at Farrow last year."),
    (BOARDINGS, "The firm at Alder Bay moved out 2,100 desks in 2021."),
    (COURTS, "Lawyers in Arden billed 4,120 hours. The county employs 58 clerks."),
    (COURTS, "Arden received 4,210 cases. Of 12 judges in Dunmere, seven are women."),
    (GRID, "Coal sent out 47,815 GWh in 2023. The minister wants 30,000 GWh from wind by 2030."),
]


@pytest.mark.parametrize(("table", "story", "figure"), BORNE, ids=[f"{b[1][:40]} {b[2]}" for b in BORNE])
def test_a_likely_cell_bears_a_figure_out(table: str, story: str, figure: str) -> None:
    assert verdicts(story, table).get(figure) == "consistent"


@pytest.mark.parametrize(("table", "story", "figure"), NOT_BORNE, ids=[n[1] for n in NOT_BORNE])
def test_the_number_of_another_cell_bears_nothing_out(table: str, story: str, figure: str) -> None:
    assert verdicts(story, table).get(figure) != "consistent"


@pytest.mark.parametrize(("table", "story", "right", "wrong"), SLIPS, ids=[s[1] for s in SLIPS])
def test_a_slip_is_questioned(table: str, story: str, right: str, wrong: str) -> None:
    assert verdicts(story, table)[right] == "consistent"
    assert verdicts(story.replace(right, wrong), table).get(wrong) == "mismatch"


@pytest.mark.parametrize(("table", "story"), ASIDE, ids=[a[1][-50:] for a in ASIDE])
def test_what_a_table_does_not_hold_is_not_questioned(table: str, story: str) -> None:
    assert "mismatch" not in verdicts(story, table).values()
