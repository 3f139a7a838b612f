"""Sources that are no subject of a verb of saying, and words of saying that say nothing."""

from __future__ import annotations

import pytest

from tests.frame.conftest import Claims

#: A story, its figure, the words that name the source and whom they stand for.
CREDITED = [
    ("Rents are [12%] lower there, per the same lettings survey.", "12%", "the same lettings survey"),
    ("A memo in the Ashby Echo that said [12] would go was forged.", "12", "A memo in the Ashby Echo"),
    ("He cited data from the port showing [40%] of it lost.", "40%", "data from the port"),
    ("With the latest polls showing Lowe ahead by [9 points], he left.", "9 points", "the latest polls"),
    ("The league quotes the Tern Institute, which says [12] nests failed.", "12", "Tern Institute"),
    ("It met bus drivers, among them Ann Lee, who say [12] routes are unsafe.", "12", "bus drivers"),
    ("“Fine,” said Dr. Ann Lee of the Dune Trust, who believes [12] died.", "12", "Ann Lee"),
    ("Mr. Ford was asked by Senator Ann Lee: “Did you pay [$12]?”", "$12", "Senator Ann Lee"),
    ("The clinic sent this statement: “We lost [12] beds.”", "12", "The clinic"),
    ("As the Ashby Echo noted last week, polls put Lowe [12 points] ahead.", "12 points", "the Ashby Echo"),
    ("Prices, one 2019 Barrow College study found, rose by [12%].", "12%", "one 2019 Barrow College study"),
    ("The bill would close a fund, which Ann Lee said held [$12].", "$12", "Ann Lee"),
    ("According to her, the price of gas, at [$12], is too high. Ann Lee left.", "$12", None),
    ("Ann Lee sells gas. According to her, the price is [$12].", "$12", "her"),
    ("Analysts called it weak but also noted that [12] shops had opened.", "12", "Analysts"),
    ("Some landlords were predicting that [12%] would leave.", "12%", "Some landlords"),
    ("Drivers have charged that the firm owes them [$12 million].", "$12 million", "Drivers"),
    ("“I'd give anything for [12] more,” Ann Lee would say.", "12", "Ann Lee"),
    ("Some argue that [12] is enough.", "12", "Some"),
    ("Doctors told us that he had a [12%] chance, his wife, Bo, said.", "12%", "his wife, Bo"),
    ("Sen. Ann Lee (R-Idaho) says it would cost [$12].", "$12", "Sen. Ann Lee (R-Idaho)"),
    ("“She was kind.” Police put the crowd at [120].", "120", "Police"),
    ("The mill sold 900 loaves, its owner, Bo Ray, recalled. It sells [12].", "12", None),
    ("Ann Lee has promised [$12 million] for roads.", "$12 million", "Ann Lee"),
    ("Of those, [12] were lost, according to Legal Help Queensland.", "12", "Legal Help Queensland"),
    ("Consumer groups put the loss at [$12].", "$12", "Consumer groups"),
    ("The city's own count puts it at [12].", "12", "The city's own count"),
    (
        "It is [9 points|points] ahead, according to the Echo, while Barrow pegs it at [12 points].",
        "12 points",
        "Barrow",
    ),
]


@pytest.mark.parametrize(("text", "figure", "source"), CREDITED)
def test_names_the_source(claims: Claims, text: str, figure: str, source: str | None) -> None:
    told = claims(text)[figure].source
    assert (told.text if told else None) == source


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “Gang of [8|count]” wrote the bill.",
        "Three senators called on the mayor to sack [12] aides.",
        "The centre has had 36 reports of fires, and [nine|count] of these were false.",
        "To put it in perspective, the firm owns [12] mills.",
        "The deal, which Ann Lee announced in June, is worth [$12].",
        "More voters showed up than in 2014 in [12] states.",
        "She has paid [$12 per day|money] since May.",
        "Voters split their priorities, [19%] name the price of food.",
    ],
)
def test_words_of_saying_that_say_nothing_of_a_figure(claims: Claims, text: str) -> None:
    assert all(c.source is None for c in claims(text).values())


@pytest.mark.parametrize(
    ("text", "figure", "key"),
    [
        ("Bo Ray won in May. Ann Lee has won since. “I hoped for [12],” she said.", "12", "ann lee"),
        (
            "Ann Lee was there, and the nurse wrote “3 units” on a box. “I called [27],” she said.",
            "27",
            "ann lee",
        ),
        (
            "The Ashby group found [9|count] gaps. State officials doubt it. They say there are [12].",
            "12",
            "State officials",
        ),
        ("Ann Lee left. The pay is from a fund, which she said held [12] coins.", "12", "ann lee"),
        ("Ann Lee backs the Northern Trade Partnership. She says [12] would gain.", "12", "ann lee"),
    ],
)
def test_a_pronoun_stands_for_the_nearest_subject(claims: Claims, text: str, figure: str, key: str) -> None:
    told = claims(text)[figure].source
    assert told is not None
    assert told.key == key.lower()


def test_who_presents_a_transcript_is_no_source(claims: Claims) -> None:
    told = claims(
        "PRESENTER: It is [12] degrees.\nLEE: Yes, [13].\nPRESENTER: And then?\n"
        "CLIP, BO RAY, PILOT: I saw [14].\nLEE: Bye."
    )
    assert told["12"].source is None
    assert told["13"].source is not None
    assert told["14"].source is not None
    assert told["14"].source.key == "bo ray"


def test_an_answer_in_quotes_is_whose_the_interview_is(claims: Claims) -> None:
    told = claims(
        "We put questions to its director, Ann Lee.\nIs it hard?\n“It is. [12%] never come.”\nAnd the rest?\n"
        "“They do. [13%] come twice.”\nIs [14%] enough?"
    )
    assert [c.source.key if c.source else None for c in told.values()] == ["ann lee", "ann lee", None]


#: What a paper does to say something, by whose count something is so, and what analysts look for.
BY_COUNT = [
    ("By the harbour board's count, [92%] of the boats stayed in.", "92%", "the harbour board"),
    ("On the union's own figures, [92%] of them stayed out.", "92%", "the union"),
    ("In the coroner's view, [14] of them could have lived.", "14", "the coroner"),
    ("By the reckoning of the harbour master, [14] boats sank.", "14", "the harbour master"),
    ("By Friday's count, [14] had left.", "14", None),
    ("In last year's figures, [14] had left.", "14", None),
    ("The suit seeks [$2.5 million] in damages.", "$2.5 million", "The suit"),
    ("The letter, seen by the Echo, lists [14] failings.", "14", "The letter"),
    ("The indictment accuses him of taking [$14 million].", "$14 million", "The indictment"),
    ("The council seeks [$14 million] for roads.", "$14 million", None),
    ("A consultant recommended hiring [14] more nurses.", "14", "A consultant"),
    ("Analysts polled by Tarn Data were looking for [12] cents.", "12", "Analysts polled by Tarn Data"),
    ("The City had been expecting a profit of [£14m].", "£14m", "The City"),
    ("Police were looking for [14] men.", "14", None),
    (
        "In a poll of 1,004 adults by Tarn Data, [57%] backed it.",
        "57%",
        "a poll of 1,004 adults by Tarn Data",
    ),
    ("In a survey of the coast, Ann Lee said [14] seals had died.", "14", "Ann Lee"),
    ("In a survey of [40] streets, crews found leaks.", "40", None),
]


@pytest.mark.parametrize(("text", "figure", "source"), BY_COUNT)
def test_by_whose_count_it_is_so(claims: Claims, text: str, figure: str, source: str | None) -> None:
    told = claims(text)[figure].source
    assert (told.text if told else None) == source


#: A headline, its figure, and whom it credits.
HEADLINES = [
    ("Jail overtime jumped [30 percent], audit says", "30 percent", "audit"),
    ("Ferry trips up [20 per cent], agency says, but boats are full", "20 per cent", "agency"),
    ("Pay to rise [3 per cent], superintendent tells parents", "3 per cent", "superintendent"),
    ("Driver drank [nine|count] pints before crash, court hears", "nine", "court"),
    ("Suit: Man fell [nine|count] times in four months", "nine", "Suit"),
    ("Over [1,300] hostels never applied for licence: panel", "1,300", "panel"),
    ("[Four|count] in hospital after crash – police", "Four", "police"),
    ("Council to cut [40] jobs, says leader", "40", "leader"),
    ("Audit finds [12] bridges unsafe", "12", "Audit"),
    ("Police find [12] cars in lake", "12", None),
    ("Analysis: why [12] bridges are unsafe", "12", None),
    ("Storm Oonagh: [14,600] homes without power", "14,600", None),
    ("Rugby: Town [12|count], City nine", "12", None),
]


@pytest.mark.parametrize(("line", "figure", "source"), HEADLINES)
def test_whom_a_headline_credits(claims: Claims, line: str, figure: str, source: str | None) -> None:
    claim = claims(f"{line}\nIt was cold in the night and nobody had slept.")[figure]
    assert (claim.source.text if claim.source else None) == source
    assert (claim.voice, claim.speaker) == ("headline", None)
