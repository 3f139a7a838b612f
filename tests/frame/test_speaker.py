"""Who says a figure: in quotes, in indirect speech, over paragraphs, in transcripts, or nobody."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.frame.sentences import zones
from extractor.frame.speaker.quotes import quotes
from extractor.frame.speaker.sayings import sayings
from extractor.model import Document
from tests.frame.conftest import Claims

SPOKEN = [
    # quotes of whom the sentence before tells
    ("Ann Lee, 34, has waited since May. “They sent me [12] letters.”", "12", "Ann Lee"),
    ('For Tom Reid the wait is over. "I sat here for [19] weeks."', "19", "Tom Reid"),
    (
        'Jai Whitelow, 24, found out by accident. "I had moved [four] times.\n\n"It took me [15] minutes."',
        "15",
        "Jai Whitelow",
    ),
    # a clause between commas that says who says it
    ("Marcus Hale, speaking at a news conference, said [19] wells were dry.", "19", "Marcus Hale"),
    # direct quotes
    ("“We had [19] days of rain,” Chief Executive Marcus Hale told analysts.", "19", "Marcus Hale"),
    ('"We had [19] days of rain," said Marcus Hale.', "19", "Marcus Hale"),
    (
        "“We got one at [11 kilos|measure],” said ranger Mick Tan, 36. “Blew the scales.”",
        "11 kilos",
        "Mick Tan",
    ),
    (
        "“It was cold,” said Priya Rao, 52, chief executive since 2021. “[Two] of them left.”",
        "Two",
        "Priya Rao",
    ),
    ("“I had [four] rooms let,” its owner, Sally Wynn, told the paper.", "four", "Sally Wynn"),
    ("Its director, Giles Pomfrey, said: “[Three] parties promised.”", "Three", "Giles Pomfrey"),
    ("Cllr Bob Stott (Ind) said: “There are [6,200] books.”", "6,200", "Bob Stott"),
    ("“It's [nine] teachers, that,” said Ashby's head, Duncan Fry, 55.", "nine", "Duncan Fry"),
    ("“You can't run [a third|ratio] of a bus,” said Iain Gow, who drives it.", "a third", "Iain Gow"),
    ("“It happened to [12] of us,” Sen. Mary T. Okafor, D-Ohio, said Tuesday.", "12", "Mary T. Okafor"),
    ("“It happened to [12] of us,” according to Dr. Ann Lee.", "12", "Ann Lee"),
    ("In a statement, Ann Lee said: “We lost [12] posts.”", "12", "Ann Lee"),
    ("The council said: “Today [80%] of children are offered one.”", "80%", "The council"),
    ("The council put it this way: “We had [330] episodes.”", "330", "The council"),
    ("“We have built [13,000] homes.” — Ana Paewa", "13,000", "Ana Paewa"),
    ("“We lost [12],” thundered Ann Lee of Ashby.", "12", "Ann Lee"),
    # split and running quotes
    ("“It is bad,” Ann Lee said. “We lost [12] posts.”", "12", "Ann Lee"),
    ("Ann Lee said the list was short on purpose. “You can't do [forty|count] things.”", "forty", "Ann Lee"),
    ("“It is bad,” said Ann Lee. “It was.\n“We lost [12] posts.”", "12", "Ann Lee"),
    ("“It is bad,” said Ann Lee.\n“We lost [12] posts.”", "12", "Ann Lee"),
    ("Postman Glyn Harris, 71, waits. “I walked [11] miles,” he said.", "11", "Glyn Harris"),
    ("Ann Lee said nobody would go. “It is [25] years,” she said.", "25", "Ann Lee"),
    ("“It is bad,” said dietitian Meera Patel.\n“We lost [12],” Patel said.", "12", "Meera Patel"),
    # indirect speech
    ("Regional officer Brian Lock said [64%] of members had answered.", "64%", "Brian Lock"),
    (
        "Cold brew shrank to [11 percent], finance chief Dana Whit said on the call.",
        "11 percent",
        "Dana Whit",
    ),
    ("Wes Tran voted no. He noted that taxes have gone up [19 per cent].", "19 per cent", "Wes Tran"),
    ("Meera Patel has said so. And pop, Patel says, brings [45] more.", "45", "Meera Patel"),
    ("“It is bad,” said councillor Ann Lee.\n“We lost [12],” the councillor added.", "12", "Ann Lee"),
    ("“It is bad,” said Ann Lee.\n“We lost [12],” Ann said.", "12", "Ann Lee"),
    ("Ann Lee, of Ashby Food Bank, said: “We lost [12].”", "12", "Ann Lee"),
    ("Rao told the court: “I lost [12].”", "12", "Rao"),
    ("Det Insp Ann Lee, of Ashby Police, said: “We lost [12].”", "12", "Ann Lee"),
    ("“We lost [12],” R. K. Sharma, the union minister, told Parliament.", "12", "R. K. Sharma"),
    ("President Ann Lee took the stage, saying: “We lost [12].”", "12", "Ann Lee"),
    ("Ann Lee gave the board a new estimate, saying that [12] had left.", "12", "Ann Lee"),
    ("“It is bad,” said a speaker at the rally. “We lost [12].”", "12", "a speaker at the rally"),
    ("Wages, said Ann Lee, a nurse from Ashby, are down by [12%].", "12%", "Ann Lee"),
    ("It was cold.\n“We lost [12] of them.”\nAnn Lee, the Ashby Echo", "12", "Ann Lee"),
    ("Gen. Ann Lee, who led them, said [12] had left.", "12", "Ann Lee"),
    # somebody without a name
    ("A caller from Ashby said goats had eaten all [30] of them.", "30", "A caller from Ashby"),
    ("The board's spokesperson said [15] had come.", "15", "The board's spokesperson"),
    ("One grower said he had lost [90] lambs.", "90", "One grower"),
    ("[70] bags were lost, a Ports Police spokesman said.", "70", "a Ports Police spokesman"),
    ("A Border Patrol agent said [19] were held.", "19", "A Border Patrol agent"),
    (
        "An inspector for the board, who gave no name, said [17] were lost.",
        "17",
        "An inspector for the board",
    ),
    # a name behind what its bearer is
    ("Nurse Ann Lee of the referral hospital said [51] had come.", "51", "Ann Lee"),
    ("Holy Cross Hospital refused [41], its medical superintendent, Dr Ann Lee, said.", "41", "Ann Lee"),
    ("The university filled [61] places, the registrar, Mrs Ann Lee, said on Friday.", "61", "Ann Lee"),
    ("In March traffic took [58] lives, acting police chief Ann Lee disclosed.", "58", "Ann Lee"),
    # a clause of its own in the middle
    ("Ann Lee met them. The board, Lee told councillors, had spent [62].", "62", "Ann Lee"),
    ("Ann Lee met them. The office, she told the House, had let [61] go.", "61", "Ann Lee"),
    # questions, and what somebody counts
    ("Deputy Ann Lee asked whether it was true that [40] were shut.", "40", "Ann Lee"),
    ("Senator Ann Lee wanted to know why only [12] had come.", "12", "Ann Lee"),
    ("“It is bad,” said Ann Lee. By her own count [28] had left.", "28", "Ann Lee"),
    ("“It is bad,” said Ann Lee. In her experience [a third|ratio] fail.", "a third", "Ann Lee"),
    # an apposition, a clause or an aside between the name and the verb
    (
        "Board member Ann Lee, who voted no, said the city had spent [$3.1 million] of it.",
        "$3.1 million",
        "Ann Lee",
    ),
    (
        "Ann Lee, a pupil who plays the horn at Ashby High, told the board she had [two|count].",
        "two",
        "Ann Lee",
    ),
    ("Ann Lee, in a letter to parents on Tuesday night, wrote that it took [120] more.", "120", "Ann Lee"),
    ("Chief executive Ann Lee, speaking after the vote, said the council owed [£14m].", "£14m", "Ann Lee"),
    ("Ann Lee told the state in a notice it would lay off [212] hands.", "212", "Ann Lee"),
    # other verbs, where they end or part a sentence, or a group's
    (
        "The price has climbed to [$7.4 million], Ann Lee answered, and now it is late.",
        "$7.4 million",
        "Ann Lee",
    ),
    ("Ann Lee ran home. She guessed the whole thing took her [five minutes].", "five minutes", "Ann Lee"),
    ("Ann Lee met them. She put the national average at [86%].", "86%", "Ann Lee"),
    # whoever opens a sentence that a participle tells on
    (
        "The widow of a miner has sued the pit, alleging that [14] warnings were ignored.",
        "14",
        "The widow of a miner",
    ),
    # what goes on behind a quote, a clause or the verb
    ("Ann Lee said it was “bad”, and that [14] had left.", "14", "Ann Lee"),
    ("Ann Lee said trade was best in Ashby, where sales were up [9%].", "9%", "Ann Lee"),
    ("Some 40 failed, Ann Lee told reporters Wednesday, against [31] in 2019.", "31", "Ann Lee"),
    ("Each lorry costs [£92,000], Ann Lee said, “and I haven't got it”.", "£92,000", "Ann Lee"),
    # a transcript
    (
        "ANN LEE: How many were there?\nBOB RAY: We had [330] of them.\nANN LEE: And now?\nBOB RAY: Few.",
        "330",
        "BOB RAY",
    ),
]
UNSPOKEN = [
    ("Ann Lee, [63], said she had stopped counting.", "63"),
    ("“People fixate,” said Ann Lee, who has advised patients for [17 years|duration].", "17 years"),
    ("She has offered a “golden hello” of [£6,000].", "£6,000"),
    ("The council opened [12] homes. “It is bad,” said Ann Lee.", "12"),
    ("The energy ministry says [2.3 million|count] homes get a bill.", "2.3 million"),
    ("Officials said [214] of the schools had less money.", "214"),
    ("“It is bad,” said Ann Lee.\nThe council has [12] homes.", "12"),
    ("Ann Lee promised that the force would solve [25 per cent].", "25 per cent"),
    ("Council leader Ann Lee offered to match [10p|money].", "10p"),
    ("The index added [18] points while others fell.", "18"),
    ("Troops will go from Ashby Global, two army sources said, by [40].", "40"),
    ("“It is bad, said Ann Lee.\nThe council has [12] homes.", "12"),
    ("About [an hour|duration] after the rain began, Ann Lee said, “It is bad.”", "an hour"),
    ("“It is bad,” Ann Lee said, an hour after [12] had left.", "12"),
    ("One Side: It has [12].\nThe Other Side: It has 9.\nOne Side: No.\nThe Other Side: Yes.", "12"),
    ("The company, Ashby Ropes, says that it is short of [90] hands.", "90"),
    ("Riders said [14] buses were late.", "14"),
    ("The insurer said [31] were paid.", "31"),
    ("The World Polio Desk says [27] came.", "27"),
    ("Their chamber of commerce said [12] had shut.", "12"),
    ("In Scotland, consultancy Delft Insights said, [18] were lost.", "18"),
    ("The Pinecrest & Western Railroad said it will cut [460] jobs.", "460"),
    ("Ann Lee asked the board for [40] more.", "40"),
    ("On their own account [40] left.", "40"),
    ("Ann Lee told the story of the [14] men who died.", "14"),
    ("Ann Lee put up [86] posters at home.", "86"),
    ("Ann Lee was told that [14] had left.", "14"),
    ("Manager Ann Lee was asked if [2,000] was possible.", "2,000"),
    ("Ann Lee said it was “bad”, and Tom Reid left with [14] others.", "14"),
    ("Rents rose in May, claiming [14] more shops.", "14"),
    ("Ann Lee said she would shut the pool, which costs [£14m] a year.", "£14m"),
]


@pytest.mark.parametrize(("text", "figure", "speaker"), SPOKEN)
def test_who_says_a_figure(claims: Claims, text: str, figure: str, speaker: str) -> None:
    said = claims(text)[figure].speaker
    assert said is not None
    assert said.text == speaker


@pytest.mark.parametrize(("text", "figure"), UNSPOKEN)
def test_what_nobody_says(claims: Claims, text: str, figure: str) -> None:
    assert claims(text)[figure].speaker is None


@pytest.mark.parametrize(
    ("text", "figure", "voice"),
    [
        ("“We had [19] days,” said Ann Lee.", "19", "direct_quote"),
        ("Ann Lee said [64%] had answered.", "64%", "indirect_quote"),
        ("The council said [64%] had answered.", "64%", "indirect_quote"),
        ("The council has [64] homes.", "64", "narration"),
        ("Council shuts [64] homes\nThe council has shut homes, it is said.", "64", "headline"),
    ],
)
def test_in_what_voice(claims: Claims, text: str, figure: str, voice: str) -> None:
    assert claims(text)[figure].voice == voice


def test_the_speaker_is_found_where_the_name_stands(claims: Claims) -> None:
    text = "“We had [19] days,” said ranger Mick Tan."
    said = claims(text)["19"].speaker
    assert said is not None
    assert said.span is not None
    assert said.span.of(text.replace("[", "").replace("]", "")) == "Mick Tan"
    assert (said.key, said.found) == ("mick tan", "sentence")


WORDS = [
    "said",
    "told",
    "Ann",
    "Lee",
    "the council",
    "report",
    "by",
    "according to",
    "that",
    "who",
    "5",
    ",",
    ".",
    ":",
    "“",
]
WORDS += [
    "”",
    '"',
    "’s",
    "was",
    "and",
    "at",
    "(",
    ")",
    "chair",
    "of",
    "-",
    "\n",
    "found",
    "in",
    "He",
    "It",
    "J.",
    "Mr",
    "A",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25))
def test_any_words_are_sayings_within_their_zone(words: list[str]) -> None:
    text = " ".join(words)
    zoned = zones(Document("d", text))
    for saying in sayings(text, zoned, quotes(text, zoned)):
        assert zoned[saying.zone].span.contains(saying.verb)
        assert saying.sayer.text == saying.sayer.span.of(text)
        assert 0 <= saying.sayer.printed.start <= saying.sayer.printed.end <= len(text)


HOSTILE = [
    "“““ [5] ”” said said said",
    "said “[5]",
    "COUNCIL SHUTS [5] HOMES, SAYS ANN LEE\nANN LEE SAID [6] MORE WOULD GO.",
    "- [5] homes\n- [6] schools, said Ann Lee\n- “[7] libraries",
    "Name Homes Rate\nAshby [5] 36%\nCorby [6] 48%",
    "“The sentence is cut [5]\nby a paragraph,” said Ann Lee, [6|age].",
    "Q: [5]?\nA: [6].\nQ: “[7]",
    "He said [5]. She said [6]. They said [7]. It said [8|count].",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_shape_breaks_it(claims: Claims, text: str) -> None:
    assert "5" in claims(text)


@pytest.mark.parametrize(
    "text",
    [
        "Crews dug up [40] pipes last year, Commissioner Dale Ash told aldermen on Tuesday.",
        "A year earlier, chief nurse Dale Ash told the board, it had been [26].",
        "Some [40] do not turn up, Dale Ash has told the supporters' trust.",
        "In all [12] went, Dale Ash told MPs.",
        "Some [31] desks stand idle, Dale Ash told staff in June.",
        "By then, Dale Ash told his members, [9] had left.",
    ],
)
def test_whom_somebody_told_stands_behind_the_verb(claims: Claims, text: str) -> None:
    number = text.partition("[")[2].partition("]")[0]
    found = claims(text)
    speaker = next(c.speaker for c in (found[n] for n in (number, f"Some {number}") if n in found))
    assert speaker is not None
    assert speaker.text == "Dale Ash"
