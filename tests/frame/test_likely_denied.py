"""Figures that count those that did not, where only the weights of the signs around them say so."""

from __future__ import annotations

import json

import pytest

from extractor.frame.language_model import load_model
from extractor.frame.polarity.likely_denied import likelihood, signs
from extractor.frame.sentences import parse, with_spots
from extractor.model import Document
from extractor.pipeline import review_documents, unguessed
from extractor.report.json import render_json
from tests.frame.conftest import Claims, story

#: Marked text, the figure that counts those that did not.
DENIED = [
    ("Of [82] churches, [31] rang no bell at all on Sunday.", "31"),
    ("The rest, [46] in all, never got an answer.", "46"),
    ("Ballots went to [900] members. The other [310] did not vote.", "310"),
    ("[Eleven] buses failed to turn up on Monday. On Tuesday it was [seven].", "seven"),
    ("Another [58] could not be tested because nobody answered the door.", "58"),
    ("[One in five|ratio] tenants has yet to get a key.", "One in five"),
    ("Nurses were offered [93] posts and turned down [41].", "41"),
    ("They failed to collect bins in [14] streets, [eight] of them in Sandymount.", "eight"),
    ("About [a third] of the pupils stayed away.", "a third"),
    ("[58 per cent] of the growers registered in the district did not get a single bag.", "58 per cent"),
    ("Inspectors were refused entry to [nine] kitchens.", "nine"),
    ("[Thirty] were seen. The remaining [19] were sent home without a scan.", "19"),
    ("Last year [212] claims were not paid, up from [160].", "160"),
    ("For [26] of them no teacher could be found.", "26"),
    ("[Twelve] of the trains scheduled from Cork never left the depot.", "Twelve"),
    ("Almost [2,000] children are still waiting for a first dose.", "2,000"),
]
#: Marked text, a figure that counts those that did, or that something else is denied of.
DID = [
    ("In May the clinic saw [212] patients.", "212"),
    ("[Twelve] did not pay. Of the rest, [30] paid late.", "30"),
    ("The council could not say how many of the [40] shops would open.", "40"),
    ("No one was hurt in the fire, which damaged [12] homes.", "12"),
    ("The plan is not popular: [61 per cent] oppose it.", "61 per cent"),
    ("Nobody expected [300] people to come.", "300"),
    ("[Nine] buses did not run. Each carries [40] people.", "40"),
    ("It was not the first time. In 2019 [14] were arrested.", "14"),
    ("The depot has [60] buses, and never enough drivers.", "60"),
    ("He lost his licence but still made [12] deliveries.", "12"),
    ("Without the grant, [30] jobs would be at risk.", "30"),
    ("More than [200] people waited for the doors to open.", "200"),
]


@pytest.mark.parametrize(("marked", "figure"), DENIED, ids=[t[0][:60] for t in DENIED])
def test_a_figure_counts_those_that_did_not(claims: Claims, marked: str, figure: str) -> None:
    assert claims(marked)[figure].negated


@pytest.mark.parametrize(("marked", "figure"), DID, ids=[t[0][:60] for t in DID])
def test_a_figure_counts_those_that_did(claims: Claims, marked: str, figure: str) -> None:
    assert not claims(marked)[figure].negated


def test_what_only_the_weights_say_is_marked_and_checks_do_not_see_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("extractor.frame.likely_denied", lambda spot, *_: spot.figure.text == "12")
    text = "Nine shops did not open. The office called 12 owners."
    review = review_documents([Document("d", text)])
    nine, twelve = review.claims
    assert (nine.negated, nine.negated_found) == (True, "here")
    assert (twelve.negated, twelve.negated_found) == (True, "guess")
    (document,) = json.loads(render_json(review))["documents"]
    assert [c["slots"].get("negated", {}).get("found") for c in document["claims"]] == [None, "guess"]
    assert [c.negated for c in unguessed(review.claims)] == [True, False]


def test_signs_tell_where_the_words_stand_that_deny() -> None:
    document, figures = story("The water never reached [240] homes, and [12] pumps ran.")
    read = with_spots(parse(Document("d", document.text), figures, load_model()), figures)
    first, second = (signs(spot, None, ()) for _, spots in read for spot in spots)
    assert {"before not", "before near not", "verb not as object"} <= first
    assert "before past number not" in second
    assert "before near not" not in second


def test_signs_without_a_weight_speak_for_nothing() -> None:
    assert likelihood({"a"}, {}) == 0.5
    assert likelihood({"a", "b"}, {"a": 2.0, "": -2.0}) == 0.5
