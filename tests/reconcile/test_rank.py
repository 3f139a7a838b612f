"""Ranks within a text: questioned where the words say among which figures, left alone everywhere else."""

from __future__ import annotations

import pytest

from extractor.model import Finding
from extractor.reconcile import reconcile
from tests.reconcile.told import told


def found(text: str) -> list[Finding]:
    return [f for f in reconcile([told(text)]).findings if f.relation.kind == "rank"]


def mismatches(text: str) -> list[Finding]:
    return [f for f in found(text) if f.verdict == "mismatch"]


#: A text with a gap, the figure with which it holds, and one with which it cannot.
TIED = [
    ("Leeds had the most complaints, with {212}, ahead of York ({@}) and Hull ({140}).", "198", "240"),
    ("Turnout was highest in Marrow at {61%}, followed by Tilling on {@} and Orme on {49%}.", "58%", "68%"),
    ("Absence was lowest at Hythe with {3.1%}, ahead of Lydd ({@}) and Rye ({4.4%}).", "3.9%", "2.9%"),
    ("At {@}, Leeds had the highest number of fires, ahead of York on {198}.", "212", "112"),
    ("Okafor had the most rebounds with {14}, ahead of Lind ({11}) and Pratt ({@}).", "9", "19"),
    ("Canal had the second highest number of calls, {310}, behind Station ({@}).", "412", "212"),
    (
        "Of the four ports, Selby handled the fewest boxes: {@}, against {3,310} at Goole, {2,905} at Blyth "
        "and {1,870} at Amble.",
        "1,240",
        "2,240",
    ),
    (
        "Of the three lenders, Cray charges the lowest fee, {@}, against {£120} at Tolland "
        "and {£140} at Merrin.",
        "£95",
        "£195",
    ),
    (
        "St Anne's raised {£1,420}, the highest of the three schools, while Holy Cross raised {@} "
        "and Park Road {£960}.",
        "£1,180",
        "£1,810",
    ),
    (
        "Kestrel took the biggest share of the four, {@}, while Ferro had {27%}, Oake {21%} and Lumen {18%}.",
        "34%",
        "24%",
    ),
    (
        "The crowd of {18,204} was the largest of the three home games, after {@} for the derby "
        "and {12,411} at the start.",
        "15,930",
        "19,530",
    ),
    (
        "Vacancies stood at {14%} in the north, {11%} in the east, {9%} in the west and {@} in the south.| "
        "The northern rate is the highest of the four at {14%}.",
        "12%",
        "17%",
    ),
    (
        "Among the three clinics, Dell had the second highest number, {166}.| Arden saw {@} and Bray {131}.",
        "204",
        "104",
    ),
    (
        "Ashby {41}, Corringham {@}, Denny {38}, Elstow {22}.| Corringham had the most, Elstow the fewest.",
        "57",
        "37",
    ),
    ("They counted {31} in Ashby, {@} in Denny and {27} in Corringham.| Denny had the most.", "44", "24"),
    ("The highest bid was {@} and the lowest {£12}, the clerk said.", "£31", "£9"),
    ("The largest donation, {£430}, came by post; the smallest was {@}.", "£26", "£620"),
    ("Turnout was highest in Marrow ({61%}) and lowest in Orme ({@}).", "49%", "69%"),
]
IDS = [t[:30] for t, *_ in TIED]


@pytest.mark.parametrize(("text", "right", "wrong"), TIED, ids=IDS)
def test_a_rank_that_holds_is_confirmed(text: str, right: str, wrong: str) -> None:
    findings = found(text.replace("@", right))
    assert {f.verdict for f in findings} == {"consistent"}


@pytest.mark.parametrize(("text", "right", "wrong"), TIED, ids=IDS)
def test_a_rank_that_a_rival_takes_is_questioned(text: str, right: str, wrong: str) -> None:
    (finding,) = mismatches(text.replace("@", wrong))
    assert finding.severity == "error"
    assert finding.arithmetic
    assert finding.reading in ("rank", "direction")


#: Texts in which a larger figure than the "highest" stands near it, and is no rival.
LEFT_ALONE = [
    # The scope is not in the text.
    "Leeds had the highest rate in the country, {12%}; Lisbon's was {19%}.",
    "Unemployment is the highest for ten years at {6.1%}.| It was {7.9%} in 1993.",
    "It is the highest since 2010 at {6.1%}, ahead of {5.8%} then and {7.9%} in 1993.",
    # One of several, nearly, or not.
    "Marrow has one of the highest rates of the three, {31%}, while Tilling has {35%} and Orme {28%}.",
    "Marrow has almost the highest rate of the three, {31%}, while Tilling has {35%} and Orme {28%}.",
    "Marrow does not have the highest rate of the three, {31%}, while Tilling has {35%} and Orme {28%}.",
    "Marrow has the joint highest rate of the three, {31%}, while Tilling has {35%} and Dene {28%}.",
    # Another measure than the one printed.
    "Leeds {212}, York {198}, Hull {240}.| Leeds had the highest rate, the brigade said.",
    "Ashby {41}, Corringham {57}, Denny {38}.| Denny is the oldest of the villages.",
    "Ashby {41}, Corringham {57}, Denny {38}.| Denny is the largest of the villages.",
    "Ashby {41}, Corringham {57}, Denny {38}.| Denny had the most popular show.",
    "Kestrel is the largest of the three by sales, with {9%}, while Ferro has {12%} and Oake {14%}.",
    "Cray had the biggest fall of the three, {8%}, while Tolland rose {12%} and Merrin {9%}.",
    "Mill Lane won the most prizes of the three, {12}, from {140} entries; Back Hill took {9} from {88}.",
    "Rowe led the most laps, {31}, ahead of Lind, who started {40} races for the team.",
    "The highest bid was {£31} and the lowest rate {£40}.",
    "The highest-paid got {£31} and the lowest {£40} in tips.",
    "Leeds had the most complaints, {212}, and moved to third, ahead of York ({310}).",
    "Leeds had the most complaints, with {212}, ahead of York ({198}) and closed {240} of them.",
    # Of another list, or of something that is added to it.
    "Leeds recorded {212} fires, York {198} and Hull {240}.| Last year Leeds had the most.",
    "Of the three brothers, Tom was paid the most, {£40}, though Will took {£52} with tips and Sam {£31}.",
    "The highest of the three bids was {£95}, but the seller took {£88}, and paid {£101}.",
    # Not the figures of one list: a mean, a total, another time, a hedge.
    "The highest of the three was {£95}; the average was {£101}, and the agent took {£40}.",
    "Canal had the most calls of the three wards, {310}, while Lime had {280} last year and Park {340}.",
    "Canal had the most calls of the three wards, {310}, while Lime had {about 320} and Park {150}.",
    "Of the five wards, Canal had the most calls, {310}.| Two of them had {280} and {340}.",
    # A tie, and a smaller number that may be the better.
    "Leeds had the most complaints, with {212}, ahead of York ({212}) and Hull ({140}).",
    "Lind had the best round of the three, {68}, ahead of Pratt ({70}) and Okafor ({66}).",
    # People mostly.
    "Most of the {212} people in Leeds stayed, but {240} of them left.",
    # Somebody else's figure.
    "Leeds had the most complaints, with {212:speaker=council}, ahead of York ({240:speaker=rival}).",
    "Leeds will have the most complaints, with {212:stance=target}, ahead of York ({240}).",
]


@pytest.mark.parametrize("text", LEFT_ALONE, ids=[t[:40] for t in LEFT_ALONE])
def test_what_no_words_tie_is_left_alone(text: str) -> None:
    assert mismatches(text) == []


def test_the_reading_names_the_other_end() -> None:
    (finding,) = mismatches("Leeds had the most, with {112}, ahead of York ({198}) and Hull ({140}).")
    assert finding.reading == "direction"
    assert finding.arithmetic == "198 > 112; 140 > 112"
