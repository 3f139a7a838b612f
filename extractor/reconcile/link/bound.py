"""Impossible values: a part above its whole, a share above everything, a fall of more than all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.amount import exact, surely_less
from extractor.model import Claim, Cue, Relation, Role
from extractor.nouns import kinds
from extractor.reconcile.link.change import same_unit
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.phrases import Marked, Phrase, first_of_each, matches, relation_of
from extractor.reconcile.link.fits.hypotheses import way_of
from extractor.reconcile.story import Story, family

PHRASES = (
    Phrase(
        "part-of-whole",
        "a part and the whole that it is taken from",
        r"{part:CU}\s(?:out\s)?of\s(?:the|its|their|a\stotal\sof|all)\s{whole:CU}\s",
        "bound",
        ("214 of the 402 schools", "9 out of a total of 40 boats"),
        "214 of the schools, 402 of the pupils",
    ),
    Phrase(
        "substance-in-weight",
        "something that weighs so much, and how much of a substance is in it",
        r"\bweigh(?:s|ed|ing)?\s(?:in\sat\s)?{whole:U}\s(?:and|with|but)\s(?:[\w’'-]+\s){0,3}?(?:‹[A-Z]\d+›\s(?:and|with)\s)?{part:U}\sof\s",
        "bound",
        ("weighs 140 grams and has 3 grams of salt",),
        "weighs 140 grams, and 3 kilometres of road",
    ),
)
#: Shares of these are never above 100: nobody counts one person twice.
_PERSONS = "person"
_OVER = exact(100)


def bounds(story: Story, marked: Marked) -> Iterator[Relation]:
    """All figures that cannot be, whatever the others are."""
    for match in first_of_each(matches(marked, PHRASES), "part"):
        part, whole = match.roles["part"], match.roles["whole"]
        if same_unit(part, whole) and surely_less(whole.figure.amount, part.figure.amount):
            yield relation_of(story, match, "part", "whole")
    for claim in story.claims:
        if (
            family(claim) == "P"
            and claim.figure.kind == "percentage"
            and surely_less(_OVER, claim.figure.amount)
        ):
            yield from _beyond(story, claim)


def _beyond(story: Story, claim: Claim) -> Iterator[Relation]:
    """A share of people above 100, or a fall of a count or price by more than 100 per cent."""
    text, span = story.document.text, claim.figure.span
    after = text[span.end : span.end + 40]
    of_people = (
        claim.base is not None
        and _PERSONS in kinds(claim.base.key)
        and re.match(r"\s?of\s(?:the\s|all\s)?", after)
    )
    fell = is_change(claim) and way_of(story, claim) == "fell" and _counted(claim)
    if (of_people and not is_change(claim)) or fell:
        yield Relation(
            "bound", (Role("stated", claim),), Cue(story.document.id, span, claim.figure.text), "stated"
        )


def _counted(claim: Claim) -> bool:
    """True for a fall of things that are counted, which cannot go below none."""
    return claim.measure is not None and bool(kinds(claim.measure.key))
