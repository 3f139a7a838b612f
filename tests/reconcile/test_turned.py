"""Movements told the wrong way round: questioned where the words fix both levels, and nowhere else."""

from __future__ import annotations

import pytest

from extractor.pipeline import review_documents
from extractor.read import document_from_text


def flags(text: str) -> list[str | None]:
    (review,) = (review_documents([document_from_text(text, id="t")]),)
    return [f.reading for f in review.findings if f.verdict == "mismatch"]


#: A sound text with the word in braces, and what it would be if the movement were told the other way.
TURNED = [
    ("The toll, which was £4.20 in 2021, has since {shrunk} by 35p to £3.85, drivers say.", "grown"),
    ("A wetsuit cost £95 ten years ago; now the cheapest is £140, £45 {dearer}.", "cheaper"),
    (
        "The choir, 212 strong today, has {shrunk} by 38 since its tour two years ago, when it was 250.",
        "grown",
    ),
    (
        "Waiting lists fell again. There were 1,340 names on Monday. A month ago there were 1,420, "
        "so the clinic has 80 {fewer}.",
        "more",
    ),
    ("The depot, built for 260 buses, keeps 190, 70 {below} the 260 that it was built for.", "above"),
    ("Rents in the port {eased} 2.5 per cent, with the average settling at £780 after £800.", "rose"),
    ("Oyster landings: 48,000 in May, 60,000 in April. The 20% {fall} has alarmed nobody yet.", "rise"),
    (
        "We sold 5.1 million tins. The previous year's was 4.6 million tins. We are half a million {up}.",
        "down",
    ),
]


@pytest.mark.parametrize(("text", "contrary"), TURNED, ids=[t[:30] for t, _ in TURNED])
def test_the_contrary_word_is_questioned_and_the_right_one_is_not(text: str, contrary: str) -> None:
    start, end = text.index("{"), text.index("}")
    assert flags(text[:start] + text[start + 1 : end] + text[end + 1 :]) == []
    assert flags(text[:start] + contrary + text[end + 1 :]) == ["direction"]


#: Sound texts whose figures fit a movement the other way, or nearly do.
SOUND = [
    # the change belongs to the earlier level
    "In 2019 the fair drew 8,400 visitors, down 600 on the year before. In 2023 it drew 9,000.",
    "A stall was £40 five years ago, £15 cheaper than today. It is now £55.",
    "Tickets were £18 in March, £4 less than they are now. They are now £22.",
    # another verb, another span of time
    "Inflation fell to 3.4 per cent in June. That is 0.4 points more than last June, when it was 3.0.",
    "The index rose 40 points in the morning but closed at 5,210. On Monday it had closed at 5,250.",
    "Wheat fell to $212 after a week of gains. It is still $12 dearer than in May, when it was $200.",
    # places, strokes and rates of exchange, which count backwards
    "The club has climbed four places since March, from 16 to 12 in the table.",
    "Ranked 31 last year, she is now 24, having risen seven places in the list.",
    "Sterling rose two pence to 85p per euro from 87p on Friday.",
    "He was two strokes worse than on Friday: 74 against 72, and under par no more.",
    "The relay team was three seconds faster than last year: 58 seconds, down from 61.",
    # something else fell or rose
    "The clinic saw 240 patients, up from 200 last year. Clinics with a nurse gave 40 fewer injections.",
    "Fines doubled. The town collected £90,000, against £60,000 in 2022. Complaints fell by a third.",
    "The herd has grown to 310 from 280. Milk sales are down by 30 a day since the dairy closed.",
    "He won 14 caps for Scotland, scored nine tries and dropped three goals.",
    "Membership is 1,150 now; it was 1,000 in 2015. The fee has come down by 15 per cent in that time.",
    "There are 45 teachers where there were 40. The school has five fewer classrooms than it needs.",
    "There are 14,600 beds, last year there were 14,150. The rent in the town fell by 3 per cent, to £890.",
    "The band has 30 players, up from 25, and the audience is 5 smaller on a good night.",
    # plans, forecasts, adjusted figures
    "Profit was £120m last year and £140m this year, £20m less than the £160m that analysts expected.",
    "The budget rises from £50m to £52m, which the council calls a cut of 4 per cent in real terms.",
    "It sold 900 tractors in May and 1,000 in June, 100 fewer than planned.",
    "The museum had hoped for 60,000 visitors and got 50,000, up 10,000 on 2021, when it had 40,000.",
    # denials and what did not happen
    "Staff numbers went from 80 to 95. That is not 15 fewer, as the union first said.",
    "Instead of falling by 12 per cent the catch went from 500 tonnes to 560.",
    "No driver pays £5 less than before: the fare was £20 and is £25.",
    # two places, two groups
    "Fees are £9,250 in Ridley and £9,000 in Marsh, which makes the second £250 cheaper.",
    "Northside took 52 per cent of the vote against 47 per cent for Southside, five points more.",
    "Boys took 41 minutes and girls 38 minutes, three minutes less.",
    "Compared with 410 in Ashby, the 390 cases in Corley were 20 fewer.",
    # recoveries, with the trough in between
    "The lake stood at 8.2 metres in May, sank to 6.9 metres in July and is 8.1 metres now, 1.2 metres up.",
    "Shares went from 90p to 84p and then gained 6p to close where they began.",
    "It had 700 members before the war and 500 after it. Since then it has grown by 200.",
    # round numbers near one another
    "The village has built 20 houses since 1990, when it had 60. Its neighbour has 40 now.",
    "Two buses went in 2010 and four now go, two more, but fares are up by two pounds.",
    "She ran 10 miles in May and 15 miles in June; her brother ran five miles less.",
    "A pint costs £5, a half pint £3, which is £2 less.",
    "The bill fell by £30 in spring. It is now £130, having been £100 in 2018.",
    # negative levels
    "It was minus 4 degrees at dawn and minus 9 by night, a fall of 5 degrees.",
    "The loss was £3m, £2m less than the £5m of last year.",
    "The deficit narrowed by £4m, to £11m from £15m.",
    # averages and records
    "Rain of 62 mm was 8 mm more than the record of 54 mm set in 1988.",
    "The average is 31 pupils to a class, one more than the 30 that the law allows.",
    "A ton of sugar costs $410; at its peak in 2022 it cost $450, and it has fallen by $40 since.",
    "The train takes 95 minutes, 15 minutes longer than the 80 that it took before the works.",
]


@pytest.mark.parametrize("text", SOUND, ids=[t[:40] for t in SOUND])
def test_a_sound_text_is_left_alone(text: str) -> None:
    assert flags(text) == []
