"""What counts count, in the forms that news has for it; the figures are those that the package finds."""

from __future__ import annotations

from functools import cache

import pytest

from extractor.model import Claim
from extractor.pipeline import review_documents
from extractor.read import document_from_text

#: Sentence, and the key of what each printed figure counts.
COUNTED: tuple[tuple[str, dict[str, str]], ...] = (
    ("The death toll rose to 14 on Friday.", {"14": "death"}),
    ("Officials put the toll at 214.", {"214": "person"}),
    ("The toll of 14 includes two firefighters.", {"14": "person", "two": "firefighter"}),
    ("There were 212 cases of measles.", {"212": "case"}),
    ("Some 4.2 million people with diabetes live in Texas.", {"4.2 million": "person"}),
    ("The city has a population of 312,000.", {"312,000": "population"}),
    ("The match drew an attendance of 23,415.", {"23,415": "person"}),
    ("Attendance was 23,415.", {"23,415": "attendance"}),
    ("Twelve were injured when the bus overturned.", {"Twelve": "person"}),
    ("Of the 40 who applied, 12 were turned away.", {"40": "person", "12": "person"}),
    ("Of the 40 applicants, 12 were turned away.", {"40": "applicant", "12": "applicant"}),
    ("A total of 318 homes were flooded.", {"318": "home"}),
    ("The number of people claiming benefits rose to 1.4 million.", {"1.4 million": "person"}),
    ("The number of rough sleepers fell from 4,266 to 3,898.", {"4,266": "sleeper", "3,898": "sleeper"}),
    ("The school has 900 pupils, 40 of them in the sixth form.", {"40": "pupil"}),
    ("Firefighters rescued 23 residents and eight pets.", {"23": "resident", "eight": "pet"}),
    ("The charity fed 3,100 families last winter, twice as many as in 2019.", {"3,100": "family"}),
    ("Nurses carried out 14,000 blood tests.", {"14,000": "test"}),
    ("She scored 31 points and grabbed 12 rebounds.", {"12": "rebound"}),
    ("He took six wickets for 41 runs.", {"six": "wicket"}),
    ("The Reds have won 11 of their last 13 matches.", {"11": "match"}),
    ("The senator received 51,204 votes to his rival's 48,990.", {"51,204": "vote", "48,990": "vote"}),
    ("The airline cancelled 182 flights on Monday and 96 on Tuesday.", {"96": "flight"}),
    ("The airline cancelled 182 flights on Monday and another 96 on Tuesday.", {"96": "flight"}),
    (
        "The storm wrecked 310 homes and killed 16. Another nine are missing.",
        {"16": "person", "nine": "person"},
    ),
    ("There were 90 crashes in which 14 died and 61 were injured.", {"14": "person", "61": "person"}),
    ("Some 40 miners were trapped. Six were rescued and 11 died.", {"Six": "miner", "11": "miner"}),
    ("The app has 4 million users and employs 220.", {"220": "person"}),
    ("The firm lost 40 workers and employs 220.", {"220": "worker"}),
    ("The school opened with 34 desks; it has 150 today.", {"34": "desk", "150": "desk"}),
    ("Voters turned the levy down on Tuesday, 3,120 to 2,840.", {"3,120": "vote", "2,840": "vote"}),
    ("Firms added 90 jobs. The gain was later cut to 61.", {"61": "job"}),
    ("The six House seats Democrats flipped are safe.", {"six": "seat"}),
    ("About 2,000 turned out for the vigil.", {"2,000": "person"}),
    ("Stays were fewer than the 53,600 of December 2023, when 900 stays were lost.", {"900": "stay"}),
    (
        "Nine lifts have been turning. Valdorra had four of its 14 open at Easter.",
        {"four": "lift", "14": "lift"},
    ),
    ("It gave badges to 1,300 nurses in 12 hospitals. Fifty-two gave up.", {"Fifty-two": "nurse"}),
    (
        "They saved all but 37 of the 412 barns. His cart shed was one of the 37.",
        {"412": "barn", "37": "barn"},
    ),
    ("Ashby is home to half of the thefts, and improved to 1,730.", {"1,730": "theft"}),
    ("It uses 3.2 for every 1,000 doses.", {"1,000": "dose"}),
    ("Officials in 18 of the state’s 67 counties took gifts.", {"18": "county", "67": "county"}),
    ("It sold 12,400 tickets, a third more than the 9,300 of 2022.", {"9,300": "ticket"}),
    ("More than 700 remain in hospital.", {"700": "person"}),
    ("Three died and 19 were taken to hospital.", {"Three": "person", "19": "person"}),
    ("The fund has helped 1,850 so far.", {"1,850": "person"}),
    ("Police arrested 27 at the protest, and charged nine.", {"27": "person", "nine": "person"}),
    ("The theatre seats 1,200.", {"1,200": "person"}),
    ("Of 1,032 respondents, 614 said yes.", {"614": "respondent"}),
    ("Only 38 of the town's 190 pubs brew their own beer.", {"38": "pub", "190": "pub"}),
    ("The ship was carrying 212 passengers and a crew of 19.", {"19": "crew"}),
    ("The company added 1,300 jobs in May.", {"1,300": "job"}),
    ("Employers added 272,000 jobs, well above the 180,000 economists had expected.", {"180,000": "job"}),
    ("Homebuilders broke ground on 1.3 million units.", {"1.3 million": "unit"}),
    (
        "New applications dropped to 4,120 in April from 5,310 in March.",
        {"4,120": "application", "5,310": "application"},
    ),
    ("Sales of new homes climbed to 683,000.", {"683,000": "sale"}),
    ("Registrations of electric cars more than doubled to 12,400.", {"12,400": "registration"}),
    ("Complaints to the ombudsman numbered 8,810.", {"8,810": "complaint"}),
    ("The hospital delivered 3,204 babies, 112 fewer than in 2022.", {"112": "baby"}),
    ("There have been 43 shark sightings this summer, nine of them at Bondi.", {"nine": "sighting"}),
    ("The trust cancelled 1,204 operations, including 86 for cancer.", {"86": "operation"}),
    ("Half of the 68 beds were empty.", {"68": "bed"}),
    ("The centre can take 120 children but only 74 are enrolled.", {"74": "child"}),
    ("The court heard from 16 witnesses over nine days.", {"16": "witness"}),
    ("He was convicted on 14 counts of fraud.", {"14": "count"}),
    ("The motion was carried by 31 votes to 24.", {"24": "vote"}),
    ("Its 41 stores will close, with the loss of 620 jobs.", {"41": "store", "620": "job"}),
    ("The dig has turned up 3,400 coins, 112 of which are gold.", {"112": "coin"}),
    ("Astronomers have counted 274 moons around Saturn, 128 of them new.", {"128": "moon"}),
    ("The league's average crowd was 9,870.", {"9,870": "crowd"}),
    ("Its customer base grew to 2.3 million.", {"2.3 million": "base"}),
    ("The paper sells 64,000 copies a day.", {"64,000": "copy"}),
    ("The survey covered 5,400 households in 12 states.", {"5,400": "household", "12": "state"}),
    ("Rangers counted 61 wolves, up from 54 a year ago.", {"54": "wolf"}),
    ("The queue for social housing has grown to 11,600 households.", {"11,600": "household"}),
    ("The waiting list now stands at 7.6 million.", {"7.6 million": "list"}),
    ("A record 9,214 students graduated.", {"9,214": "student"}),
    ("In all, 77 countries signed.", {"77": "country"}),
    ("Vaccines reached 81 of 94 villages.", {"81": "village", "94": "village"}),
    ("Out of every 100 patients, 12 relapse.", {"100": "patient", "12": "patient"}),
    ("Fewer than 50 of the birds survive.", {"50": "bird"}),
    ("The recall affects 38,000 of the SUVs.", {"38,000": "suv"}),
    ("The agency issued 6,000 fines in 2023 and 7,900 in 2024.", {"7,900": "fine"}),
    ("The number of deaths was 61, compared with 48 the year before.", {"61": "death", "48": "death"}),
    ("The figure for burglaries was 4,410.", {"4,410": "burglary"}),
    ("Job losses could reach 2,500.", {"2,500": "loss"}),
    ("Membership of the union has slipped below 100,000.", {"100,000": "membership"}),
    ("Enrolment fell to 4,812, from 5,020.", {"4,812": "enrolment", "5,020": "enrolment"}),
    ("Recruits: 340.", {"340": "recruit"}),
    ("Hospital beds occupied: 612", {"612": "bed"}),
    ("Eleven of the 19 candidates are women.", {"Eleven": "candidate", "19": "candidate"}),
    ("All but three of the 27 members voted for it.", {"three": "member", "27": "member"}),
    ("None of the 44 animals was hurt.", {"44": "animal"}),
    (
        "The lender has 1.1 million mortgage customers and 320 branches.",
        {"1.1 million": "customer", "320": "branch"},
    ),
    ("Engineers replaced 42 miles of track and 17 bridges.", {"17": "bridge"}),
    ("The council owns 5,200 houses and flats.", {"5,200": "house"}),
    ("Thirty-two teams entered, eight more than in 2023.", {"eight": "team"}),
    ("The team of 14 scientists spent a month there.", {"14": "scientist"}),
    ("A panel of nine judges heard the case.", {"nine": "judge"}),
    ("A pair of eagles raised three chicks.", {"three": "chick"}),
    ("He has written 23 novels, four of which have been filmed.", {"four": "novel"}),
    ("Twenty-one states sued; nine did not.", {"nine": "state"}),
    ("Doctors saw 40 patients in March, up from 25.", {"25": "patient"}),
    ("It received 310 complaints, of which it upheld 95.", {"95": "complaint"}),
    ("Of the 310 complaints, it upheld 95.", {"95": "complaint"}),
    ("Inspectors visited 22 farms. At 14 they found sick birds.", {"14": "farm"}),
    ("The county reported 130 overdose deaths in 2023. In 2022 there were 151.", {"151": "death"}),
    ("The army says it lost 31 soldiers. The rebels put the number at more than 100.", {"100": "soldier"}),
    ("The jail, built for 240, held 391 inmates.", {"240": "inmate"}),
    ("She beat a field of 64.", {"64": "person"}),
    ("As many as 5,000 may be trapped.", {"5,000": "person"}),
    ("Some 900 were left homeless.", {"900": "person"}),
    ("The bus, with 52 on board, skidded off the road.", {"52": "person"}),
    ("The hotel sleeps 80.", {"80": "person"}),
    ("There is room for 300.", {"300": "person"}),
    ("He beat 41 others to the prize.", {"41": "person"}),
    ("Her 2019 album sold 1.2 million copies; the new one has sold 300,000.", {"300,000": "copy"}),
    ("The two sides meet 38 times a year.", {"38": "time"}),
    (
        "More than 200 firefighters, backed by six helicopters and 31 engines, fought the blaze.",
        {"200": "firefighter", "six": "helicopter", "31": "engine"},
    ),
    ("The survey asked 2,014 adults; 1,127 were women.", {"1,127": "adult"}),
    ("The state has recorded 48 drownings this year, 17 involving children.", {"17": "drowning"}),
    ("Ticket inspectors caught 1,240 fare dodgers.", {"1,240": "dodger"}),
    ("There were 14 no-shows.", {"14": "no-show"}),
    ("Three quarters of the 1,600 seats were taken.", {"1,600": "seat"}),
    (
        "Burglars hit 14 homes on Elm Street, up from five. Of the 14, three were entered at the back.",
        {"five": "home", "14": "home", "three": "home"},
    ),
    ("The sheriff has 40 deputies for a county of 61,000.", {"40": "deputy", "61,000": "resident"}),
    ("The clinic saw 3,120 patients in May, of whom 1,806, or 58%, were seen in time.", {"1,806": "patient"}),
    ("Some 420 waited more than 12 hours. A further 38 left.", {"420": "person", "38": "person"}),
    (
        "Patients are waiting longer. Some 420 waited more than 12 hours. A further 38 left.",
        {"420": "patient", "38": "patient"},
    ),
    (
        "Operations called off on the day came to 112. Sixty-one were rearranged.",
        {"112": "operation", "Sixty-one": "operation"},
    ),
    (
        "The board recorded 22,150 patients. Of these, 11,900 had been before. A third (7,390) were over 60.",
        {"11,900": "patient", "7,390": "patient"},
    ),
    ("Cases of flu rose to 6,720, the most since 2009.", {"6,720": "case"}),
    (
        "Deaths from drink numbered 1,277. In England the number was 8,274.",
        {"1,277": "death", "8,274": "death"},
    ),
    (
        "The town's population slipped to 17,930 from 18,371.",
        {"17,930": "population", "18,371": "population"},
    ),
    ("Dwellings rose to 9,120, of which 8,240 were lived in.", {"9,120": "dwelling", "8,240": "dwelling"}),
    (
        "There are 61 stocks in the index; 41 fell, 12 rose and eight were flat.",
        {"41": "stock", "12": "stock", "eight": "stock"},
    ),
    (
        "Jobless claims came in at 218,000, against forecasts of 225,000.",
        {"218,000": "claim", "225,000": "claim"},
    ),
    (
        "Trading volume totalled 3.2 billion shares, below the average of 3.9 billion.",
        {"3.2 billion": "share", "3.9 billion": "share"},
    ),
    ("The team collected 1,260 beetles and sequenced 412.", {"412": "beetle"}),
    (
        "Trials with 80 mice found that 55 survived, while in cold water just 12 did.",
        {"55": "mouse", "12": "mouse"},
    ),
    ("There were 700 known species in 1990. Now it is 1,150.", {"1,150": "species"}),
    ("Chile has 65 species, of which 13 are endangered.", {"13": "species"}),
    ("A petition had drawn 410 signatures by Friday and 612 by Monday.", {"612": "signature"}),
    ("He had 11 previous convictions, seven of them for theft.", {"11": "conviction", "seven": "conviction"}),
    ("She counted 29 men and 14 women on the premises.", {"29": "man", "14": "woman"}),
    ("Police recovered 19 lambs; the other three had been sold.", {"three": "lamb"}),
    ("The pub was the last of five in the village.", {"five": "pub"}),
    ("He employed 16 and paid them late.", {"16": "person"}),
    ("Returns gave Orr 12,400 votes and Abel 9,870.", {"9,870": "vote"}),
    ("More than 200 people came, 40 fewer than last year.", {"40": "person"}),
    ("Calls to the line numbered 41,000, 12,000 of them at night.", {"12,000": "call"}),
    (
        "Volunteers took 41,000 calls, 14,000 more than in 2022 and nearly double the 22,000 of 2015.",
        {"14,000": "call", "22,000": "call"},
    ),
    ("The trust had 213 nursing vacancies, 41 of them in maternity.", {"213": "vacancy", "41": "vacancy"}),
    ("There are 31 beds on the ward and 26 were full.", {"26": "bed"}),
    ("I counted 26 of us in the corridor.", {"26": "person"}),
    ("Two of the three brothers were jailed.", {"Two": "brother", "three": "brother"}),
    ("At 41 of the 60 sites nothing was found.", {"41": "site", "60": "site"}),
    ("It won 52 of 60 games, and lost only five.", {"52": "game", "five": "game"}),
    ("He sold 12 paintings and kept 30 for himself.", {"30": "painting"}),
    ("The rebels hold 41 villages and the army 90.", {"90": "village"}),
    (
        "Of 90 schools inspected, 12 were outstanding, 60 good and 18 poor.",
        {"12": "school", "60": "school", "18": "school"},
    ),
    ("Schools shut for lack of heat: 41. Pupils sent home: 9,120.", {"41": "school", "9,120": "pupil"}),
    ("The council will fell 300 trees and plant 900.", {"900": "tree"}),
    ("One hundred and twelve died, and as many as 300 are missing.", {"300": "person"}),
    (
        "Each of the 12 boats carries six crew and 40 passengers.",
        {"12": "boat", "six": "crew", "40": "passenger"},
    ),
    ("It took 61 firefighters from nine stations four hours.", {"61": "firefighter", "nine": "station"}),
    ("It has 17 branches, run by 38 paid staff.", {"38": "staff"}),
    ("The number of calls answered fell by 400 to 3,100.", {"400": "call", "3,100": "call"}),
    ("The inquiry heard from 41 witnesses, 12 of whom wept.", {"12": "witness"}),
    ("Nine in 10 of its 400 members voted.", {"400": "member"}),
    ("Twenty-six people applied for the 12 places.", {"12": "place"}),
    ("As many as 40 of those tested were positive.", {"40": "person"}),
    ("The jury of eight men and four women took an hour.", {"eight": "man", "four": "woman"}),
)


@cache
def _claims(text: str) -> dict[str, Claim]:
    return {c.figure.text: c for c in review_documents([document_from_text(text, id="d")]).claims}


@pytest.mark.parametrize(("text", "keys"), COUNTED, ids=[c[0][:60] for c in COUNTED])
def test_what_a_count_in_the_news_counts(text: str, keys: dict[str, str]) -> None:
    claims = _claims(text)
    for printed, key in keys.items():
        claim = next(c for figure, c in claims.items() if figure.endswith(printed))
        assert claim.measure is not None
        assert claim.measure.key == key


def test_a_headline_that_names_nothing_counts_no_people() -> None:
    story = document_from_text("Heatwave: 61,000 lose power\n\nMore than 2,000 lost theirs.", id="d")
    first, second = review_documents([story]).claims
    assert first.measure is None
    assert second.measure is not None
    assert second.measure.key == "person"
