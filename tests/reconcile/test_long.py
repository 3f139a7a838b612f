"""Long stories are looked through in parts, and what is found is what a look at everything finds."""

from __future__ import annotations

import random

import pytest

from extractor.model import Claim
from extractor.reconcile.link.fits.around import MOST, REACHES, Around, page_of
from extractor.reconcile.link.fits.confirm import HEAP, confirmed
from extractor.reconcile.link.fits.facts import Fact, facts_of
from extractor.reconcile.link.retold import same
from extractor.reconcile.story import Story
from tests.reconcile.told import told

SHAPES = [(1, 1, 90), (1, 30, 5), (40, 1, 3), (12, 5, 4), (200, 1, 1)]


def crowded(zones: int, sentences: int, figures: int) -> Story:
    """So many zones of so many sentences with so many figures each, the same ones on every run."""
    chance = random.Random(f"{zones} {sentences} {figures}")

    def sentence() -> str:
        boats = (f"{{{hedge()}{chance.randint(1, 150)}:boat}} boats" for _ in range(figures))
        return f"In all there were {' and '.join(boats)}."

    def hedge() -> str:
        return chance.choice(("", "", "", "more than "))

    return told("\n\n".join(" ".join(sentence() for _ in range(sentences)) for _ in range(zones)))


@pytest.mark.parametrize("shape", SHAPES)
def test_each_figure_is_paired_with_the_first_that_prints_its_fact(shape: tuple[int, int, int]) -> None:
    story = crowded(*shape)
    expected = []
    for number, later in enumerate(story.claims):
        before = (e for e in story.claims[:number] if same._one_fact(story, e, later))
        first: Claim | None = next(before, None)
        expected += [] if first is None else [{first.id, later.id}]
    assert [{c.id for c in r.claims()} for r in same._again(story)] == expected
    assert expected


@pytest.mark.parametrize("shape", SHAPES)
def test_every_level_has_the_nearest_figures_of_the_whole_story(
    shape: tuple[int, int, int],
) -> None:
    story = crowded(*shape)
    facts = facts_of(story)
    page = page_of(story, facts)
    some = facts[:: max(1, len(facts) // 12)]

    def nearest(around: Around) -> list[list[int]]:
        """What each tier has, the widest asked for last, so that each is looked for when its turn comes."""
        return [[n.fact.number for n in around.near(tier)] for tier in range(len(REACHES))]

    def of_all(fact: Fact) -> list[list[int]]:
        """The same, from a look at the whole page."""
        start = fact.claim.figure.span.start
        once: dict[int, Fact] = {}
        for other in sorted(facts, key=lambda f: abs(f.claim.figure.span.start - start)):
            once.setdefault(other.amount, other) if other is not fact else None
        levels = [[f for f in once.values() if f.sentence == fact.sentence]]
        levels += [[f for f in once.values() if abs(f.zone - fact.zone) <= reach] for reach in REACHES[1:]]
        return [[f.number for f in level][:MOST] for level in levels]

    found = [nearest(Around(page, fact)) for fact in some]
    assert found == [of_all(fact) for fact in some]
    assert any(len(level) == MOST for levels in found for level in levels)


def test_figures_that_begin_between_two_offsets() -> None:
    story = told("There were {12:boat} boats, {40:oar} oars and {7:flag} flags.")
    _, oars, flags = (c.figure.span.start for c in story.claims)
    assert [c.figure.text for c in story.starting(oars, flags)] == ["40", "7"]
    assert story.starting(oars + 1, flags - 1) == ()


def test_what_stands_behind_a_claim() -> None:
    story = told("There were {12:boat} boats, {40:oar} oars and {7:flag} flags.")
    boats, oars, flags = story.claims
    assert [story.following(c) for c in story.claims] == [oars, flags, None]
    assert story.following(boats) is oars


@pytest.mark.parametrize(("others", "met"), [(HEAP - 3, True), (HEAP - 2, False)])
def test_among_more_figures_than_a_sentence_has_nothing_is_confirmed(others: int, met: bool) -> None:
    # Alone the three make a sum that the words tell; every further figure is another thing's.
    heap = " ".join(f"{{{n}.5 grams}}" for n in range(others))
    story = told(f"In all {{4,310:seat}} seats, {{1,207:seat}} and {{3,103:seat}} together, {heap}.")
    assert bool(list(confirmed(story, []))) == met
