"""Fits that chance could have made: borne out where the text speaks for a tie, and never an accusation."""

from __future__ import annotations

import pytest

from extractor.lexicon import table
from extractor.model import Finding
from extractor.pipeline import review_documents
from extractor.read import document_from_text
from extractor.reconcile.link.fits.weighed import described_fits, weighed
from tests.reconcile.told import told


def findings(text: str) -> list[Finding]:
    return review_documents([document_from_text(text, id="story")]).findings


def figures(finding: Finding) -> set[str]:
    return {c.figure.text for c in finding.relation.claims()}


#: A story, and the figures that one of its findings bears out together.
TOLD = [
    (
        "Harbour trust hands out 640 moorings\n\nThe harbour trust let 640 moorings this spring.\n\n"
        "It was the first year of the new tariff, and nobody had known what to expect.\n\n"
        "The inner basin took 318, the pontoons 204 and the river wall 118.",
        {"640", "318", "204", "118"},
    ),
    (
        "One in eight boats stays ashore\n\nThe harbour office examined 1,240 boats before the season.\n\n"
        "It kept 155 in port, the harbour master said.",
        {"One in eight", "1,240", "155"},
    ),
]


@pytest.mark.parametrize(("text", "wanted"), TOLD, ids=[t[:30] for t, _ in TOLD])
def test_what_the_text_speaks_for_is_borne_out(text: str, wanted: set[str]) -> None:
    found = {f.verdict for f in findings(text) if figures(f) == wanted}
    assert found == {"consistent"}


def test_a_card_says_that_only_numbers_tie_its_figures() -> None:
    text, wanted = TOLD[0]
    found = [f for f in findings(text) if figures(f) == wanted]
    assert {f.relation.strength for f in found} == {"numeric"}
    assert {f.notes for f in found} == {("tied by nothing but the numbers",)}


@pytest.mark.parametrize(("text", "wanted"), TOLD, ids=[t[:30] for t, _ in TOLD])
def test_it_never_accuses(text: str, wanted: set[str]) -> None:
    for printed in wanted:
        broken = text.replace(printed, printed.replace("1", "7").replace("3", "9"))
        questioned = [f for f in findings(broken) if f.verdict == "mismatch"]
        assert not [f for f in questioned if f.relation.strength == "numeric"]


#: Figures that fit by chance.
CHANCE = [
    # a part that is lost in the rounding of its total
    "The growers shipped pears worth £442 million, or £441.9 million then. A box cost £118, down from £125.",
    # a count below ten with one of another sentence
    "The two rangers counted seals. They were paid £22 a day. The third, who had 11 days, went home.",
    # unlike things, paragraphs apart
    "A total of 71 cyclists came.\n\nThe road has 48 lamps.\n\nIt is said that 23 dogs live there.",
    # the same small number
    "He has coached for nineteen seasons.\n\nFire took 19 barns.",
]


@pytest.mark.parametrize("text", CHANCE, ids=[t[:30] for t in CHANCE])
def test_what_only_fits_is_passed_over(text: str) -> None:
    assert not [f for f in findings(text) if f.relation.strength == "numeric" and f.relation.kind != "same"]


def test_figures_have_one_relation() -> None:
    story = told("Some {402:reply} came.| Of these, {214:reply}, or {53 per cent}, said no.")
    (first, *_) = weighed(story, [])
    assert not [r for r in weighed(story, [first]) if set(r.claims()) == set(first.claims())]


def test_weights_are_of_features_that_fits_have() -> None:
    story = told("{402:reply} came.| Of these, {214:reply}, or {53 per cent}, said no.| It was {402:reply}.")
    weights = table("fits")["weights"]
    seen = frozenset().union(*(described for _, described in described_fits(story, [])))
    assert len(seen & weights.keys()) > len(seen) / 2


def test_no_feature_tells_the_numbers() -> None:
    story = told("Some {402:reply} came.| Of these, {214:reply}, or {53 per cent}, said no.")
    seen = frozenset().union(*(described for _, described in described_fits(story, [])))
    assert seen
    assert not [feature for feature in seen if "402" in feature or "214" in feature or "53" in feature]
