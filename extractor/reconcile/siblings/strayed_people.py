"""People told by the number of what they got, did or had: "helped 68,400 people", where 68,400 parcels were.

The sibling counts the people as well, and fewer of them, and says that the one is of the other: "the parcels
went to 41,200 different people".
"""

from __future__ import annotations

from collections.abc import Iterator

from extractor.model import Claim
from extractor.nouns import kinds
from extractor.reconcile.link.retold.facts import around, facts, idle, slot
from extractor.reconcile.link.retold.strangers import of_strangers
from extractor.reconcile.siblings.strays import Stray
from extractor.reconcile.siblings.units import is_room
from extractor.reconcile.story import DISPLAY, Story, family, prints
from extractor.regexes import Regex

_PLAIN = (None, "only", "just", "some", "about", "a total of", "in all")
#: Sentences with figures between a number of things and the people whom they went to.
NEAR = 3
#: How the people are told by whom things were had, or which they went to.
_OF_THESE = Regex(
    r"\b(?:different|separate|individual|distinct|unique)\s|^(?:They|Together|Between them)\b"
    r"|\b(?:went|go(?:es)?|relates?|related|belong(?:s|ed|ing)?|given|handed|amounts?|amounted) to\b"
    r"|\b(?:stands?|stood) for\b|\b(?:came|comes?) from\b|\binvolv(?:es?|ed|ing)\b|\bconcern(?:s|ed)?\b"
    r"|\bshared (?:by|among|between)\b|\bmade by\b|\bon behalf of\b"
)
_TIMES = Regex(r"\s(?:million\s)?times\b")
_OR = Regex(r"[,;–—(]\s?(?:or|that is|meaning|i\.e\.)\s(?:[a-z]+\s){0,3}$")


def people_for_things(a: Story, b: Story) -> Iterator[Stray]:
    """The people of either story who are as many as the things that the other one counts beside them."""
    for ours, theirs in ((a, b), (b, a)):
        for told in ours.claims:
            if _are_people(told) and told.figure.hedge in _PLAIN and not _are_times(ours, told):
                yield from _of(ours, told, theirs)


def _of(ours: Story, told: Claim, theirs: Story) -> Iterator[Stray]:
    same = [c for c in theirs.claims if c.figure.value == told.figure.value and _are_things(c)]
    for things in same[:1]:
        due = next((c for c in theirs.claims if _may_be_due(theirs, things, c)), None)
        if due is None or prints(ours, due) or of_strangers(ours, told, theirs, due):
            continue
        if _are_of_them(theirs, things, due) or _tied_beyond(ours, told, theirs, due, things):
            yield Stray(told, due, (things,), "unit")


def _are_people(claim: Claim) -> bool:
    noun = claim.measure
    named = family(claim) == "C" and noun is not None and noun.found == "here"
    return named and claim.block not in DISPLAY and noun is not None and _is_person(noun.key)


def _are_times(story: Story, told: Claim) -> bool:
    """True for "3.2 million TIMES people rang the line"."""
    return _TIMES.match(story.document.text, told.figure.span.end) is not None


def _are_things(claim: Claim) -> bool:
    noun = claim.measure
    counted = family(claim) == "C" and claim.block not in DISPLAY
    named = counted and noun is not None and noun.found in ("here", "sentence")
    return named and noun is not None and not _is_person(noun.key) and not is_room(claim)


def _is_person(key: str) -> bool:
    return key in ("person", "people") or "person" in kinds(key)


def _may_be_due(story: Story, things: Claim, claim: Claim) -> bool:
    """True for fewer people, told beside some things and with their noun, or set against them."""
    fewer = bool(claim.figure.value) and (claim.figure.value or 0) < (things.figure.value or 0)
    if not fewer or not _are_people(claim) or abs(story.number_of(claim) - story.number_of(things)) > NEAR:
        return False
    one = claim.sentence == things.sentence
    noun = "" if things.measure is None else things.measure.key
    return one or bool(facts(noun) & around(story, claim)) or _follows_on(story, things, claim)


def _follows_on(story: Story, *claims: Claim) -> bool:
    """True for neighbouring sentences, the second of which goes on: "Together they face 402 charges"."""
    first, second = sorted(claims, key=lambda c: c.figure.span)
    beside = story.number_of(second) - story.number_of(first) == 1
    return beside and story.sentence(second).startswith(("They ", "Together ", "Between them "))


def _are_of_them(story: Story, things: Claim, due: Claim) -> bool:
    """True if words say that the things are those people's."""
    if things.sentence != due.sentence:
        told = f"{story.sentence(things)} {story.sentence(due)}"
        return _follows_on(story, things, due) or _OF_THESE.search(told) is not None
    between = story.between(things, due)
    return _OR.search(between) is not None or _OF_THESE.search(between) is not None


def _tied_beyond(ours: Story, told: Claim, theirs: Story, due: Claim, things: Claim) -> bool:
    """True if both tell one thing of the people that is not told of the things."""
    shared = slot(ours, told) & around(theirs, due)
    return bool(shared - around(theirs, things) - idle())


__all__ = ["people_for_things"]
