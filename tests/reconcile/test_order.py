"""Two figures with a comparing word from one to the other: the words and the numbers have to agree."""

from __future__ import annotations

import pytest

from extractor.model import Comparison
from extractor.pipeline import review_documents
from extractor.read import document_from_text
from extractor.reconcile import reconcile
from tests.reconcile.told import told


def verdicts(text: str) -> list[str]:
    return [f.verdict for f in reconcile([told(text)]).findings if f.relation.kind == "compare"]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Wheat fetches {£347}, dearer than a cargo from the east at {£331}.", "consistent"),
        ("Wheat fetches {£317}, dearer than a cargo from the east at {£331}.", "mismatch"),
        ("Donations of {£206} did not quite cover the costs, which came to {£211}.", "consistent"),
        ("Donations of {£260} did not quite cover the costs, which came to {£211}.", "mismatch"),
        (
            "The cost of a day in the ward, {£380}, dwarfs that of a day at home, which is {£41}.",
            "consistent",
        ),
        ("The cost of a day in the ward, {£38}, dwarfs that of a day at home, which is {£41}.", "mismatch"),
        ("A typical adult eats {19 grams} a day, over the European mean of {22 grams}.", "mismatch"),
        ("The catch of {1,310:tonne} tonnes exceeded the quota, {1,450:tonne} tonnes.", "mismatch"),
    ],
)
def test_words_between_two_figures_are_borne_out_or_not(text: str, verdict: str) -> None:
    assert verdicts(text) == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        # The first figure is the difference.
        "It is {£4} above the England figure of {£61}.",
        # Another thing is compared.
        "Wheat fetches {£317}, and barley is dearer than a cargo from the east at {£331}.",
        "It sold for {£317}, more than it was worth when prices stood at {£331}.",
        # A small count is of anything.
        "They had {18:fan} fans, more than had come to the first {3} together.",
        # A figure in between.
        "Wheat fetches {£317}, dearer than rye at {£300} and oats at {£331}.",
    ],
)
def test_what_the_words_set_against_something_else_is_left_alone(text: str) -> None:
    assert "mismatch" not in verdicts(text)


def test_a_degree_is_read_with_the_comparing_word() -> None:
    text = (
        "Women were slightly more likely to say yes, at {58 per cent:yes} against {36 per cent:yes} of men.\n"
    )
    (finding,) = (f for f in reconcile([told(text)]).findings if f.relation.kind == "compare")
    words = finding.relation.roles[0].value
    assert isinstance(words, Comparison)
    assert (finding.verdict, finding.severity, words.text) == ("mismatch", "warning", "slightly more likely")


def test_the_word_of_a_change_is_no_comparison_of_its_own() -> None:
    text = "The team has nine officers, three fewer than the 12 it had in 2019."
    found = review_documents([document_from_text(text, id="story")]).findings
    assert [f.relation.kind for f in found] == ["change"]
