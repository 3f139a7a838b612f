"""What follows from the claims without being printed: the opposite share, events for each person.

A derived amount is evidence for a finding and a line for the reader. Nothing here recovers a
suppressed cell: only printed figures are combined.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractor.amount import complement, exact, ratio, surely_less
from extractor.model import Claim, Derived, Mention, stable_id
from extractor.nouns import are_distinct, kinds
from extractor.reconcile.story import Story, family
from extractor.shown import str_amount


def opposite(claim: Claim) -> Derived:
    """The share of those who did, from the share of those who did not; and the other way round."""
    printed = claim.figure.value
    amount = complement(claim.figure.amount)
    told = (
        f"100 − {claim.figure.text} = {str_amount(amount)}%"
        if printed is None
        else f"100 − {printed} = {100 - printed}"
    )
    what = claim.event.text if claim.event is not None else claim.figure.text
    return Derived(
        stable_id("d", claim.id, "opposite"), amount, f"the share opposite to “{what}”", (claim,), told
    )


def each(story: Story) -> Iterator[Derived]:
    """How many events there were for each person, where one sentence counts both."""
    for sentence in story.sentences:
        counts = [c for c in story.in_sentence(sentence) if family(c) == "C" and _whole(c) and not c.negated]
        for people in counts:
            for events in counts:
                if people.measure is not None and events.measure is not None:
                    yield from _each(people, people.measure, events, events.measure)


def _whole(claim: Claim) -> bool:
    """True if a count is no part of something else."""
    return claim.base is None or (claim.measure is not None and claim.base.key == claim.measure.key)


def _each(people: Claim, who: Mention, events: Claim, what: Mention) -> Iterator[Derived]:
    if "person" not in kinds(who.key) or not are_distinct(who.key, what.key):
        return
    if not surely_less(people.figure.amount, events.figure.amount):
        return
    amount = ratio(events.figure.amount, people.figure.amount)
    a, b = events.figure.value, people.figure.value
    shown = str_amount(ratio(exact(a), exact(b)), 1) if a is not None and b else str_amount(amount)
    told = f"{events.figure.text} / {people.figure.text} = {shown} each"
    label = f"{what.text} for each of the {who.text}"
    yield Derived(stable_id("d", events.id, people.id, "each"), amount, label, (events, people), told)


def derived(story: Story) -> Iterator[Derived]:
    """All that follows from one story, for the reader: "not printed, but follows"."""
    yield from each(story)
    for claim in story.claims:
        if (
            family(claim) == "P"
            and claim.negated
            and claim.figure.kind == "percentage"
            and claim.stance == "asserted"
        ):
            yield opposite(claim)
