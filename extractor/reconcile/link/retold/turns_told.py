"""Two turns of one thing: its complaints "doubled" in one story and "tripled" in the other.

What turned has to be told with the same words, and neither story may speak of a longer or another time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.model import Claim, Cue, Relation, Role
from extractor.reconcile.clauses import lead_of
from extractor.reconcile.link.cues.stems import moving, stems, times
from extractor.reconcile.link.retold.apart import apart, one_sided
from extractor.reconcile.named import of_others
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex

_TURNS = Regex(r"(?:doubl|tripl|trebl|quadrupl|quintupl)(?:es|ed|ing)$|^halv(?:es|ed|ing)$", re.IGNORECASE)
#: Words by which a turn is over a time of its own, or none yet.
_OTHERWISE = Regex(
    r"\b(?:since|decades?|within|over the (?:last |past )?\w+ years|in (?:two|three|four|five|ten|\d+) years|months?|weeks?|days?"
    r"|nearly|almost|more than|could|would|will|may|might|should|plans?|by (?:19|20)\d\d|from (?:19|20)\d\d|about)\b"
)


def turns_told(a: Story, b: Story) -> Iterator[Relation]:
    """Pairs of turns of one thing that are not one, each alone of its kind in its story."""
    ours, theirs = ([c for c in s.claims if _is_turn(s, c)] for s in (a, b))
    for x in ours:
        told = [y for y in theirs if _is_one(a, x, b, y)]
        if len(told) == 1 and told[0].figure.value != x.figure.value:
            cue = Cue(x.document, x.figure.span, x.figure.text)
            yield Relation("same", (Role("stated", x), Role("from", told[0])), cue, "stated")


def _is_turn(story: Story, claim: Claim) -> bool:
    plain = claim.stance == "asserted" and not claim.negated and claim.block not in DISPLAY
    turn = plain and family(claim) == "X" and claim.figure.hedge is None and _TURNS.search(claim.figure.text)
    return bool(turn) and _OTHERWISE.search(story.sentence(claim).lower()) is None


def _is_one(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True if all words before one turn are before the other, and two of them tell what turned, or all."""
    ours, theirs = (_subject(s, c) for s, c in ((a, x), (b, y)))
    shared = ours & theirs
    if len(shared) < 2 or shared not in (ours, theirs) or of_others(a, x, b, y):
        return False
    return apart(a, x, b, y) is None and not one_sided(a, x, b, y)


def _subject(story: Story, claim: Claim) -> frozenset[str]:
    """The words that lead up to a turn, without those for a movement, a time or a mark of a deed."""
    told = stems(lead_of(story, claim)) - moving() - times()
    return frozenset(w for w in told if not w.startswith("~"))


__all__ = ["turns_told"]
