"""A share of those who did told of those who did not: "63 per cent were under 25" beside "37 per cent were".

The two shares make a whole, the whole is one, and the words beside them say the same of it: in one of the stories
they are of the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from extractor.lexicon import table
from extractor.model import Claim, Cue, Relation, Role
from extractor.reconcile.clauses import own_words
from extractor.reconcile.contrary import contrary, parted
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.stems import stems
from extractor.reconcile.link.retold.one_topic import told_alike
from extractor.reconcile.link.retold.same_number import is_half
from extractor.reconcile.named import of_others
from extractor.reconcile.siblings.periods import may_be_one_time
from extractor.reconcile.siblings.rows import of_two_rows
from extractor.reconcile.story import DISPLAY, Story, family, prints
from extractor.regexes import Regex

WHOLE = 100
#: Verbs that say no more than that something was so.
_LIGHT = stems("made make makes took take place came come happened occurred carried")
#: On which side votes were.
_SIDE = Regex(r"\bvoted\s(?:(against|no)|(for|yes|in\sfavour|in\sfavor))\b")


def turned_round(a: Story, b: Story) -> Iterator[Relation]:
    """Exact shares of one whole that make it up together, and are told of one part of it."""
    for x in a.claims:
        told = [y for y in b.claims if _makes_up(x, y) and _is_one(a, x, b, y)]
        if len({y.figure.amount for y in told}) == 1:
            cue = Cue(x.document, x.figure.span, x.figure.text)
            yield Relation("same", (Role("stated", x), Role("from", told[0])), cue, "stated")


def _makes_up(x: Claim, y: Claim) -> bool:
    both = (x, y)
    if any(c.figure.kind != "percentage" or c.stance != "asserted" or c.block in DISPLAY for c in both):
        return False
    plain = not any(is_change(c) or is_half(c) or c.negated for c in both)
    return plain and (x.figure.value or 0) + (y.figure.value or 0) == WHOLE


def _is_one(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    if prints(a, y) or prints(b, x) or of_others(a, x, b, y) or of_two_rows(a, x, b, y):
        return False
    ours, theirs = a.sentence(x).lower(), b.sentence(y).lower()
    if contrary(ours, theirs) is not None or parted(ours, theirs) is not None:
        return False
    if any(_others().search(own_words(s, c).lower()) for s, c in ((a, x), (b, y))):
        return False
    if not may_be_one_time(x.period, y.period):
        return False
    if _one_vote(a, x, b, y):
        return True
    return _one_limit(a, x, b, y) or (told_alike(a, x, b, y) and not _each_says_more(a, x, b, y))


def _one_vote(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True for votes on one side in one place: "in Bergli 58 per cent voted against"."""
    p, q = x.place, y.place
    if p is None or q is None or p.key != q.key or {p.found, q.found} - {"here", "sentence"}:
        return False
    if x.base is not None and y.base is not None and x.base.key != y.base.key:
        return False
    if any(c.measure is not None and c.measure.found == "here" for c in (x, y)):
        return False  # "39 per cent of women voted for"
    ours, theirs = (_SIDE.search(own_words(s, c).lower()) for s, c in ((a, x), (b, y)))
    return ours is not None and theirs is not None and bool(ours[1]) == bool(theirs[1])


def _each_says_more(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True if both figures have words of their own that the other's sentence lacks: "members own", "the club owns"."""
    ours, theirs = (stems(own_words(s, c)) - stems(c.figure.text) - _LIGHT for s, c in ((a, x), (b, y)))
    return bool(ours - stems(b.sentence(y))) and bool(theirs - stems(a.sentence(x)))


@cache
def _others() -> Regex:
    """Words by which a share is of those who are left: "elsewhere", "other than", "without"."""
    rule = table("siblings")
    return Regex(
        rf"\b(?:{'|'.join([*rule['rest'], *rule['lacking']])}|not|no|none|never|rather|except|non)\b|n['’]t\b"
    )


def _one_limit(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True for shares of one whole up to one limit, which stands right behind both: "under 25"."""
    p, q = x.base or x.measure, y.base or y.measure
    if p is None or q is None or p.key != q.key or {p.found, q.found} - {"here", "sentence"}:
        return False
    ours, theirs = a.following(x), b.following(y)
    if ours is None or theirs is None or ours.sentence != x.sentence or theirs.sentence != y.sentence:
        return False
    return ours.figure.text.lower() == theirs.figure.text.lower() and family(ours) != "P"


__all__ = ["turned_round"]
