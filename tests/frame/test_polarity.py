"""Whether a figure counts those that did or did not, and the event under a key that sentences share."""

from __future__ import annotations

import pytest

from tests.frame.conftest import Claims

DID_NOT = [
    ("[56 per cent] of the episodes did not result in an interview.", "56 per cent", "interview"),
    (
        "[Forty-four per cent|percentage] of patients were never seen by a doctor.",
        "Forty-four per cent",
        None,
    ),
    ("[One in five] pupils failed to reach the standard.", "One in five", None),
    ("The council failed to offer [120] children an interview.", "120", None),
    ("[330] posts are unfilled.", "330", "fill"),
    ("There are [330] unfilled posts.", "330", "fill"),
    ("[Sixty|count] letters went unanswered.", "Sixty", "answer"),
    ("[2,100] residents without a family doctor signed.", "2,100", "doctor"),
    ("[18 per cent] declined an interview.", "18 per cent", "accept:interview"),
    ("[1,200] drivers refused a breath test.", "1,200", "accept:test"),
    ("[12%] of calls weren't answered.", "12%", "answer:call"),
    ("[40] children who did not attend were visited.", "40", "attend"),
    ("Nobody inspected [31] of the homes.", "31", None),
    ("No interview came of [more than half|ratio] of the episodes.", "more than half", None),
    ("[A fifth|ratio] of teenagers left school without reaching the standard.", "A fifth", "reach"),
    ("[Two fifths|ratio] of pupils fail in maths.", "Two fifths", None),
    ("[3,000] homes could not be sold.", "3,000", None),
    ("[9,000] voters abstained.", "9,000", "vote"),
    ("[1,900] said that they did not want one.", "1,900", "want"),
    ("An interview was held in [53%] of cases and declined in [28%].", "28%", None),
    ("[12] tenants were unable to pay.", "12", "pay"),
    ("All but [12] of the pupils passed.", "12", "pass"),
    ("There were [31] refusals and [4] abstentions.", "31", "accept"),
    ("There were [31] refusals and [4] abstentions.", "4", "vote"),
    ("[22m|count] homes have yet to get one.", "22m", None),
    ("In [412] of those cases the person had not even been told.", "412", None),
    ("Of the [120] buses, [54] could not be driven.", "54", None),
    ("Of [7,560] requests, [1,512] were turned down.", "1,512", None),
    ("[Nine|count] cars were without a licence.", "Nine", "licence"),
    ("[54] buses could not be driven. That is [45%] of the fleet.", "45%", None),
    ("Of the posts, [53] are unfilled. A year ago it was [38].", "38", None),
    ("The firm left [4,000] repairs undone.", "4,000", "do"),
    ("[Seven|count] appointments were cancelled.", "Seven", None),
    ("Most of the calls ([60 per cent]) did not lead to a visit.", "60 per cent", "visit"),
]
DID = [
    "The rate, [5 per cent], has not been published.",
    "[56.9 per cent] of them accepted an interview.",
    "Not only [330] posts are to go.",
    "You can't do [forty|count] things.",
    "The [£64,000] came from a widow who cannot be named.",
    "The bowl had [1,150 milligrams|measure], which adults should not exceed.",
    "[Three|count] reported a better season and the rest no change.",
    "The total did not exceed [30].",
    "The service did not lose [40,000] beds.",
    "She denies [two] counts of fraud.",
    "She turned down [£9,000].",
    "The cap, [32 million] a year, has not gone away.",
    "No checks were made in the first [14] months.",
    "On the exchange [1,003] shares declined.",
    "The levy failed by [611] votes.",
    "A basket of [ten] things is not a basket.",
    "The [75 per cent] increase was not enough.",
    "Nobody else had [more than three|count].",
    "A total of [46] people are missing.",
    "It is short of [18,000] drivers.",
    "[300] homes were sold, not let.",
    "It does not know how [40] dogs died.",
    "In [six|count] others there was not a single one.",
]


@pytest.mark.parametrize(("marked", "figure", "event"), DID_NOT, ids=[d[0][:40] for d in DID_NOT])
def test_those_who_did_not(claims: Claims, marked: str, figure: str, event: str | None) -> None:
    claim = claims(marked)[figure]
    assert claim.negated
    if event is not None:
        assert claim.event is not None
        assert claim.event.key == event


@pytest.mark.parametrize("marked", DID)
def test_those_who_did(claims: Claims, marked: str) -> None:
    assert not any(c.negated for c in claims(marked).values())


@pytest.mark.parametrize(
    ("marked", "whole"),
    [
        ("[Six|count] of [24] jobs went unfilled.", "24"),
        ("Of the city's [120] buses, [54] could not be driven.", "120"),
        ("In [105] of the [700] visits they did not.", "700"),
    ],
)
def test_what_befell_a_part_did_not_befall_the_whole(claims: Claims, marked: str, whole: str) -> None:
    assert not claims(marked)[whole].negated


@pytest.mark.parametrize(
    ("marked", "figure", "key"),
    [
        ("Interviews were accepted in [56.9 per cent] of cases.", "56.9 per cent", "accept:interview"),
        ("[56 per cent] of episodes resulted in an interview.", "56 per cent", "interview"),
        ("[25] return home interviews took place.", "25", "interview"),
        ("[25] interviews were carried out.", "25", "interview"),
        ("[44%] were interviewed.", "44%", "interview"),
        ("Foster children went missing [27,000] times.", "27,000", "go missing"),
        ("[12] people were arrested.", "12", "arrest"),
    ],
)
def test_events_meet_under_one_key(claims: Claims, marked: str, figure: str, key: str) -> None:
    claim = claims(marked)[figure]
    assert claim.event is not None
    assert claim.event.key == key
