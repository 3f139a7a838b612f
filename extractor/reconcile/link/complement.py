"""Those who did and those who did not: two shares of one whole can make no more than all of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from extractor.amount import exact, surely_less, total
from extractor.model import Claim, Cue, Relation, Role
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.tally.polar import is_of_condition
from extractor.reconcile.story import Story, family


def complements(story: Story) -> Iterator[Relation]:
    """Pairs of shares of one whole and one deed, told with opposite polarity, that exceed the whole.

    Less than the whole proves nothing: some may not know.
    """
    for sentence in story.sentences:
        shares = [c for c in story.in_sentence(sentence) if family(c) == "P" and not is_change(c)]
        shares = [c for c in shares if not is_of_condition(story, c)]
        for a, b in combinations(shares, 2):
            if a.negated != b.negated and _one_whole(a, b) and _too_much(a, b):
                cue = Cue(story.document.id, sentence, story.words(sentence))
                yield Relation("complement", (Role("stated", b), Role("other", a)), cue, "contextual")


def _one_whole(a: Claim, b: Claim) -> bool:
    """True if both shares name one deed and one base."""
    if a.event is None or b.event is None or a.event.key != b.event.key:
        return False
    return a.base is not None and b.base is not None and a.base.key == b.base.key


def _too_much(a: Claim, b: Claim) -> bool:
    return surely_less(exact(100), total((a.figure.amount, b.figure.amount)))
