"""Numbers may confirm: the one fit that chance would hardly make, and never an accusation."""

from __future__ import annotations

import pytest

from extractor.model import Finding
from extractor.pipeline import review_documents
from extractor.read import document_from_text
from extractor.reconcile import reconcile
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.sum_phrases import CUES
from extractor.reconcile.link.fits.facts import ends
from extractor.reconcile.link.fits.hypotheses import HYPOTHESES
from tests.reconcile.told import told


def numeric(text: str) -> list[Finding]:
    return [f for f in reconcile([told(text)]).findings if f.relation.strength == "numeric"]


#: A story, and the figures in the roles of the relation that its numbers make.
MADE = [
    (
        "Some {402:reply} came in.\n\nThe form was short.\n\nOf them {214:reply}, {53.2 per cent}, said no.",
        {"53.2 per cent"},
    ),
    (
        "Fuel cost {£64m}, a burden.\n\nIt made up {22.3 per cent} of a turnover of {£287m}.",
        {"22.3 per cent"},
    ),
    ("The raffle sold {1,052:ticket} tickets for {£1.25} each and made {£1,315}.", {"£1.25", "£1,315"}),
    ("Men were {241:victim} of the dead and women {35:victim}; in all {276:victim} died.", {"276"}),
]


@pytest.mark.parametrize(("text", "stated"), MADE, ids=[t[:30] for t, _ in MADE])
def test_the_one_fit_is_confirmed(text: str, stated: set[str]) -> None:
    found = [f for f in reconcile([told(text)]).findings if f.verdict == "consistent"]
    assert stated & {c.figure.text for f in found for c in f.relation.claims()}


def test_a_figure_that_does_not_fit_is_passed_over() -> None:
    text = MADE[0][0].replace("53.2", "63.2")
    assert numeric(text) == []
    assert not [f for f in reconcile([told(text)]).findings if f.verdict == "mismatch"]


def test_among_many_numbers_a_fit_proves_nothing() -> None:
    crowd = " ".join(f"{{{n}:boat}} boats left pier {{{n + 7}:pier}}." for n in range(11, 61, 3))
    assert not [f for f in numeric(f"{crowd} And {{52 per cent}} were late.") if f.relation.kind == "share"]


def test_small_counts_make_simple_shares_all_the_time() -> None:
    assert numeric("There were {4:dog} dogs, {8:cat} cats and {2:bird} birds, and {50 per cent} slept.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Athlea held on with 14 men.\n\nThey have let in 210 points, 15 a match.",
        "December brought 38,300 stays, 2,700 more than a year earlier.\n\nFour of the 14 lifts ran.",
        "The two fryers are new.\n\nThe well was £5.2 million. Last came the engine, at £2.6 million.",
    ],
)
def test_no_mean_of_what_the_words_do_not_divide_by(text: str) -> None:
    findings = review_documents([document_from_text(text, id="story")]).findings
    assert [f for f in findings if f.relation.kind == "mean"] == []


def test_a_hedge_lies_near_its_number() -> None:
    (claim,) = told("{more than 300:boat} boats").claims
    assert ends(claim) == (300.0, 345.0)


def test_a_hedged_share_is_no_change() -> None:
    hedged, moved = told("{more than 50 per cent} came, {up 12 per cent}").claims
    assert not is_change(hedged)
    assert is_change(moved)


def test_every_hypothesis_names_a_family_for_each_role() -> None:
    assert all(len(h.roles) == len(h.families) for h in HYPOTHESES)


@pytest.mark.parametrize("cue", CUES, ids=lambda c: c.name)
def test_the_cues_of_a_total_keep_to_their_examples(cue: object) -> None:
    pattern = cue.pattern  # type: ignore[attr-defined]
    assert all(pattern.search(printed) for printed in cue.accepts)  # type: ignore[attr-defined]
    assert not pattern.search(cue.refuses)  # type: ignore[attr-defined]
