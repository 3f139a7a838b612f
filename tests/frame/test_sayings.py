"""Who says something, told from the words around a verb of saying: no figure and no parser is needed."""

from __future__ import annotations

import pytest

from extractor.frame.sentences import zones
from extractor.frame.speaker.quotes import quotes
from extractor.frame.speaker.said import Saying
from extractor.frame.speaker.sayings import sayings
from extractor.model import Document


def said(text: str) -> tuple[Saying, ...]:
    """The sayings of a text."""
    zoned = zones(Document("d", text))
    return sayings(text, zoned, quotes(text, zoned))


SAYINGS = [
    # text, who, the words that name the source
    (
        "Yet another study, which few have read, found that it works.",
        "Yet another study",
        "Yet another study",
    ),
    (
        "A Transport Department report into the crash, obtained by the Echo News on Friday, found no fault.",
        "Transport Department",
        "A Transport Department report into the crash",
    ),
    ("The survey of 1,112 farmers showed gains.", "survey", "The survey of 1,112 farmers"),
    ("The Oct. 4 poll showed gains.", "Oct. 4 poll", "The Oct. 4 poll"),
    ("Two governors, including Mr. Hale of Ashby, have warned of it.", "Two governors", "Two governors"),
    ("Profits fell, reported Reuters.", "Reuters", "Reuters"),
    ("Voters are undecided, according to polling company Sigma.", "Sigma", "polling company Sigma"),
    (
        "The town was quiet as police kept watch, community leaders said.",
        "community leaders",
        "community leaders",
    ),
    ("It was a number that analysts said was low.", "analysts", "analysts"),
    ("And Mayor Ann Lee said so.", "Ann Lee", "Mayor Ann Lee"),
    ("Hurricane Ida - the worst in years - will strengthen, say forecasters.", "forecasters", "forecasters"),
    ("An Army commander told them so.", "Army commander", "Army commander"),
    (
        "It would cost more, according to the Centre for Open Budgets.",
        "Centre for Open Budgets",
        "the Centre for Open Budgets",
    ),
    (
        "It would cost more, according to the Joint Committee on Rates.",
        "Joint Committee on Rates",
        "the Joint Committee on Rates",
    ),
    ("The company, Tarn Ropes, says it is short of hands.", "Tarn Ropes", "The company, Tarn Ropes"),
    ("Mississippi Light told the panel so.", "Mississippi Light", "Mississippi Light"),
    ("Gun owners, who say it works, stayed away.", "Gun owners", "Gun owners"),
    ("It was confirmed on Friday by the Harbour Board.", "Harbour Board", "the Harbour Board"),
    ("The city said it had paid, and councillor Ann Lee that it had not.", "Ann Lee", "councillor Ann Lee"),
    ("Ann Lee, the board’s only nurse, has since said so.", "Ann Lee", "Ann Lee, the board’s only nurse"),
]
SAYINGS += [
    ("And yet the Ashby Times reports that it is.", "Ashby Times", "the Ashby Times"),
    ("Las Perras police say it is so.", "Las Perras police", "Las Perras police"),
    ("Ann Lee supporters said no.", "Ann Lee supporters", "Ann Lee supporters"),
    ("Tarn Mutual Inc., with a third of the market, said so.", "Tarn Mutual Inc", "Tarn Mutual Inc."),
]
SAYINGS += [("A spokesman said the rules needed to be explained.", "A spokesman", "A spokesman")]
SAYINGS += [
    ("The new study’s authors report that it is so.", "The new study’s authors", "The new study’s authors"),
    ("Two former guards have sued, contending that it is so.", "Two former guards", "Two former guards"),
    ("In a paper out today, and in June, Ann Lee says so. In a note today she reports it.", "Ann Lee", "she"),
]
SILENT = [
    "The police report that was lost is here.",
    "The nurses went on strike.",
    "The blast claimed 40 lives.",
    "The index added 67 points.",
    "The lender responded with a letter.",
    "It is too early to say.",
    "A worker puts together the front end.",
    "Ann Lee was there, announced his candidacy and left.",
    "We have long argued for this.",
    "The fact says a lot.",
]


@pytest.mark.parametrize(("text", "who", "printed"), SAYINGS)
def test_who_is_told_at_a_verb_of_saying(text: str, who: str, printed: str) -> None:
    sayer = said(text)[-1].sayer
    assert (sayer.text.removeprefix("An "), sayer.printed.of(text).removeprefix("An ")) == (who, printed)


@pytest.mark.parametrize("text", SILENT)
def test_what_tells_of_no_saying(text: str) -> None:
    assert said(text) == ()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ann Lee came by. North Carolina was cold. She said so.", "Ann Lee"),
        ("Mr Roy Hale met Mrs Ann Lee. She said so.", "Ann Lee"),
        ("Mrs Ann Lee met Mr Roy Hale. He said so.", "Roy Hale"),
        ("Gov. Ruth Salas signed it. The mayor left. The governor said so.", "Ruth Salas"),
        ("Ann Lee, the coroner, was there. Bob Ray said no. The coroner said so.", "Ann Lee"),
        ("The Rail Board met. Meanwhile, the board said so.", "Rail Board"),
        ("Tarn Ropes has shut. Meanwhile, the company said so.", "Tarn Ropes"),
        ("The Fund was set up. Brinkwell Reuters reported it. The agency said so.", "Brinkwell Reuters"),
    ],
)
def test_whom_a_pronoun_or_a_noun_stands_for(text: str, who: str) -> None:
    assert said(text)[-1].sayer.text == who
