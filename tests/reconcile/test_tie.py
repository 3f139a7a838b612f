"""Learnt ties: what describes three figures, and that no feature looks whether they fit."""

from __future__ import annotations

import pytest

from extractor.lexicon import table
from extractor.model import Relation
from extractor.reconcile.link.tie import TIES, Tie, tied
from extractor.reconcile.link.tie.triple import LATE, late
from extractor.reconcile.link.tie.wording import tokens
from extractor.reconcile.story import Story
from tests.reconcile.told import told

CHANGE, _SHARE = TIES


def described(tie: Tie, text: str, figure: str) -> dict[tuple[str, str], frozenset[str]]:
    story = told(text)
    (target,) = (c for c in story.claims if c.figure.text == figure)
    triples = tie.triples(story, target)
    return {(t.first.figure.text, t.second.figure.text): tie.describe(story, t) for t in triples}


def ties(story: Story) -> list[Relation]:
    return list(tied(story, []))


GROWN = (
    "The club had {95:member} members in 2019, a survey said.| It has {140:chair} chairs.| "
    "They are now {133:member}, a rise of {40 per cent:rise:change}."
)


def test_every_pair_with_the_level_beside_the_change_is_described() -> None:
    assert set(described(CHANGE, GROWN, "40 per cent")) == {("95", "133"), ("140", "133")}


def test_no_level_is_taken_from_a_heap_of_numbers() -> None:
    few, heap = (" and".join(f" {{{n}:member}}" for n in range(201, 201 + many)) for many in (4, 120))
    assert len(described(CHANGE, f"The clubs had{few}.| {GROWN}", "40 per cent")) > 2
    assert set(described(CHANGE, f"The clubs had{heap}.| {GROWN}", "40 per cent")) == {
        ("95", "133"),
        ("140", "133"),
    }


def test_the_features_tell_where_the_three_stand() -> None:
    features = described(CHANGE, GROWN, "40 per cent")["95", "133"]
    assert {"sides=PS", "order=xyt", "measure xy=same:11", "rivals=1"} <= features


@pytest.mark.parametrize("number", ["60 per cent", "15 per cent"])
def test_no_feature_looks_whether_the_numbers_fit(number: str) -> None:
    broken = GROWN.replace("40 per cent", number)
    assert described(CHANGE, broken, number) == described(CHANGE, GROWN, "40 per cent")


#: A change that is hoped for, or set against a level that is not printed.
NO_CHANGE = [
    ("{811} fell here, {two-thirds:rain:change} more than in the west, and {1,027} are usual.", "two-thirds"),
    ("They hope for a rise of {4 per cent:rise:change} from {50} to {52}.", "4 per cent"),
    (
        "Brayton had {24:fire}, {60 per cent:fire:change} more than last year, and Wick {58:fire}.",
        "60 per cent",
    ),
    (
        "There were {412:birth}, compared with {398} in Cork, a rise of {6 per cent:rise:change}.",
        "6 per cent",
    ),
    (
        "It took {£19.8m}, more than the {£18.7m} of 2019, from {25 per cent:person:change} fewer people.",
        "25 per cent",
    ),
]


@pytest.mark.parametrize(("text", "change"), NO_CHANGE, ids=[t[:30] for t, _ in NO_CHANGE])
def test_a_change_against_something_else_has_no_levels(text: str, change: str) -> None:
    assert described(CHANGE, text, change) == {}


def test_two_levels_that_are_both_left_make_no_change() -> None:
    text = (
        "Thefts rose to {1,331:theft} from {1,280:theft}.| "
        "That is {28 per cent:fall:change} below the {1,849:theft} of 2021."
    )
    assert set(described(CHANGE, text, "28 per cent")) == {("1,331", "1,849")}


def test_a_level_may_leave_its_unit_out() -> None:
    text = "The van needs {230 grams} now.| Before the works it took {140}, so {64 per cent:gas:change} more."
    assert "unit left out" in described(CHANGE, text, "64 per cent")["230 grams", "140"]


def test_a_word_beside_a_number_makes_it_a_change() -> None:
    text = "The wait is {17:week} weeks, up from {11:week} in May.| {6} extra weeks cost money."
    assert set(described(CHANGE, text, "6")) == {("17", "11")}


#: Three figures that a phrase would also tie: likely enough.
LIKELY = "Membership has grown by {40 per cent:rise:change} to {133:member} from {95:member} last year."


def test_a_likely_tie_keeps_its_rivals() -> None:
    (made,) = ties(told(LIKELY))
    assert [r.name for r in made.roles] == ["change", "from", "to"]
    assert {c.figure.text for c in made.rivals} == {"95", "133"}


def test_a_tie_is_stated_where_one_sentence_tells_which_level_was_left() -> None:
    apart = LIKELY.replace(" to {133", ".| It has {133").replace("} from {95", "} members.| It had {95")
    assert [m.strength for m in ties(told(LIKELY))] == ["stated"]
    assert [m.strength for m in ties(told(apart)) if m.strength == "stated"] == []


def test_figures_explained_already_are_left_alone() -> None:
    story = told(LIKELY)
    made = ties(story)
    assert made
    assert list(tied(story, made)) == []


HALF = "Of {3,400:car} cars {1,700:car} are red, or {50 per cent}."
TOLD = {"change": ((LIKELY, "40 per cent"), (GROWN, "40 per cent")), "share": ((HALF, "50 per cent"),)}


@pytest.mark.parametrize("tie", TIES, ids=[t.name for t in TIES])
def test_the_weights_are_those_of_features_that_are_described(tie: Tie) -> None:
    weights = table("ties")[tie.name]["weights"]
    features = described(tie, *TOLD[tie.name][0])
    assert all(len(f & weights.keys()) > 20 for f in features.values())


@pytest.mark.parametrize("tie", TIES, ids=[t.name for t in TIES])
def test_what_is_left_to_see_is_named_and_seen_once_at_most(tie: Tie) -> None:
    for text, figure in TOLD[tie.name]:
        story = told(text)
        (target,) = (c for c in story.claims if c.figure.text == figure)
        for triple in tie.triples(story, target):
            names = [f.partition("=")[0] for f in late(story, triple)]
            assert set(names) <= LATE
            assert len(names) == len(set(names)) > 8
            early = {f.partition("=")[0] for f in tie.early(story, triple)}
            assert len(early) > 20
            assert not early & LATE


def test_words_that_tell_what_is_spoken_of_are_one_mark() -> None:
    assert tokens("of the year’s 3,640 calls, which makes") == (
        "of",
        "the",
        "N",
        "#",
        "N",
        ",",
        "which",
        "makes",
    )


def test_a_part_that_another_whole_explains_is_not_tied() -> None:
    text = "It has {4,250:car} cars.| Of the {3,400:car} here {1,700:car} are red, or {40 per cent}."
    story = told(text)
    assert [r for r in tied(story, []) if r.kind == "share"] == []
