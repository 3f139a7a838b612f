"""Between documents: one fact printed by several, and figures that a sibling supplies.

Two claims of different stories are one fact if they count one thing, tell one deed and share
the words around them. Agreeing values confirm; to question a pair the nouns, the bases and the
deeds have to be the same, and neither story may print the other's value as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from extractor.amount import is_exact, meet
from extractor.model import Claim, Cue, Relation, Role
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.order.average import references, same_side
from extractor.reconcile.link.retold.apart import apart
from extractor.reconcile.link.retold.elsewhere import one_place
from extractor.reconcile.link.retold.one_topic import picks_some
from extractor.reconcile.named import of_others
from extractor.reconcile.siblings.periods import may_be_one_time
from extractor.reconcile.siblings.units import in_digits
from extractor.reconcile.story import DISPLAY, Story, alike, family, one_noun

#: Words that two sentences must share: to confirm, and to question.
CONFIRMING, QUESTIONING = 2, 3


def between(stories: Sequence[Story]) -> Iterator[Relation]:
    """All relations between the claims of different stories."""
    for a, b in combinations(stories, 2):
        yield from _pairs(a, b)


def supplied(stories: Sequence[Story], alone: Sequence[Relation]) -> Iterator[Relation]:
    """Comparisons whose reference a sibling prints: "lower than the England average"."""
    for relation in alone:
        comparison = relation.comparison()
        subject = [c for r in relation.roles if r.name == "subject" and isinstance(c := r.value, Claim)]
        if relation.kind != "compare" or comparison is None or comparison.reference is None or not subject:
            continue
        others = [s for s in stories if s.document.id != comparison.document]
        found = [c for s in others for c in references(s, subject[0], comparison.reference.key)]
        if len({c.figure.amount for c in found}) == 1:
            known = [r for r in relation.roles if r.name != "reference"]
            roles = (*known, Role("reference", same_side(subject[0], found[0])))
            yield Relation("compare", roles, relation.cue, "contextual")


def _pairs(a: Story, b: Story) -> Iterator[Relation]:
    for x in a.claims:
        partners = [y for y in b.claims if alike(x, y) and x.negated == y.negated and _one_time(x, y)]
        partners = [y for y in partners if is_change(x) == is_change(y)]
        agreeing = [y for y in partners if meet(x.figure.amount, y.figure.amount) and _one_fact(a, b, x, y)]
        if agreeing:
            best = max(agreeing, key=lambda y: (y.block not in DISPLAY, len(_shared(a, b, x, y))))
            yield _pair(*_vaguer_first(x, best))
        else:
            yield from _conflicts(a, b, x, partners)


def _vaguer_first(x: Claim, y: Claim) -> tuple[Claim, Claim]:
    return (y, x) if is_exact(x.figure.amount) and not is_exact(y.figure.amount) else (x, y)


def _pair(stated: Claim, other: Claim) -> Relation:
    cue = Cue(stated.document, stated.figure.span, stated.figure.text)
    return Relation("same", (Role("stated", stated), Role("from", other)), cue, "contextual")


def _shared(a: Story, b: Story, x: Claim, y: Claim) -> frozenset[str]:
    return content_words(a.sentence(x)) & content_words(b.sentence(y))


def _one_time(x: Claim, y: Claim) -> bool:
    if x.period is None or y.period is None or x.period.start is None or y.period.start is None:
        return True
    return x.period.key == y.period.key


def _one_fact(a: Story, b: Story, x: Claim, y: Claim) -> bool:
    shared = len(_shared(a, b, x, y))
    if x.figure.value is None or y.figure.value is None or not _near(x, y):
        return False
    if x.figure.value != y.figure.value and None not in (x.figure.hedge, y.figure.hedge):
        return False  # "over 1,400" and "more than 1,500" agree whatever was counted
    if family(x) == "C" and not one_noun(x, y):
        return False
    exact = x.figure.value == y.figure.value and len(x.figure.value.normalize().as_tuple().digits) >= 3
    return shared >= CONFIRMING or (exact and shared >= 1)


def _leads(story: Story, claim: Claim) -> bool:
    """True if a claim stands in the headline or the first two paragraphs: what the story is about."""
    return story.block_number(claim.figure.span.start) <= 2


def _near(x: Claim, y: Claim) -> bool:
    a, b = x.figure.value, y.figure.value
    if a is None or b is None or a <= 0 or b <= 0:
        return a == b
    return Fraction(2, 3) <= Fraction(a) / Fraction(b) <= Fraction(3, 2)


def _conflicts(a: Story, b: Story, x: Claim, partners: Sequence[Claim]) -> Iterator[Relation]:
    """The one figure of the other story that must be the same fact and does not agree."""
    told = [y for y in partners if _must_be_one(a, b, x, y)]
    values = {y.figure.amount for y in told}
    if len(values) != 1 or is_change(x):
        return
    y = told[0]
    if _prints(a, y) or _prints(b, x):
        return
    yield _pair(x, y)


def _prints(story: Story, claim: Claim) -> bool:
    """True if a story prints the other's value of the same whole as well."""
    return any(
        alike(claim, c) and meet(claim.figure.amount, c.figure.amount) and _one_base(claim, c)
        for c in story.claims
    )


def _one_base(x: Claim, y: Claim) -> bool:
    return x.base is None or y.base is None or x.base.key == y.base.key


def _must_be_one(a: Story, b: Story, x: Claim, y: Claim) -> bool:
    # "Nearly a third" and "more than a third" share no word that says of what.
    shared = _shared(a, b, x, y) - content_words(x.figure.text) - content_words(y.figure.text)
    if x.stance != "asserted" or y.stance != "asserted" or of_others(a, x, b, y):
        return False
    if not one_place(x, y) or not may_be_one_time(x.period, y.period):
        return False
    if in_digits(x.figure) != in_digits(y.figure) and not _near(x, y):
        return False  # "some 12,000 people", "a dozen people came by boat"
    if len(shared) < QUESTIONING and not (_leads(a, x) and _leads(b, y) and len(shared) >= CONFIRMING):
        return False
    same_measure = x.measure is not None and y.measure is not None and x.measure.key == y.measure.key
    if family(x) == "P":
        same_base = x.base is not None and y.base is not None and x.base.key == y.base.key
        beyond = x.base is None or bool(shared - content_words(x.base.text))
        other_deed = x.event is not None and y.event is not None and x.event.key != y.event.key
        return same_measure and same_base and beyond and not other_deed and apart(a, x, b, y) is None
    if family(x) == "C" and picks_some(a, x, b, y):
        return False
    same_deed = x.event is not None and y.event is not None and x.event.key == y.event.key
    same_thing = same_measure and same_deed and x.base is None and y.base is None and family(x) in "CM"
    return same_thing and apart(a, x, b, y) is None
