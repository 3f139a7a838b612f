"""Why two figures of siblings that differ are no slip: they are of two times, places, sorts or rows."""

from __future__ import annotations

from extractor.amount import meet
from extractor.model import Claim, Relation
from extractor.reconcile.link.retold.apart import (
    apart,
    of_other_wholes,
    of_two_sorts,
    one_sided,
)
from extractor.reconcile.link.retold.elsewhere import is_scale_off
from extractor.reconcile.link.retold.exchanged import exchanged
from extractor.reconcile.link.retold.follows import are_others, is_left
from extractor.reconcile.link.retold.limits import limits_apart
from extractor.reconcile.link.retold.narrower import is_narrower
from extractor.reconcile.link.retold.near_numbers import rounds, slipped
from extractor.reconcile.link.retold.per_head import per_head
from extractor.reconcile.link.retold.portion import of_other_parts
from extractor.reconcile.siblings.rows import of_two_rows
from extractor.reconcile.story import Story, alike
from extractor.regexes import Regex

_FROM = Regex(
    r"\b(?:up|down|rose|risen|rising|fell|fallen|falling|grew|dropped|climbed|higher|lower) from"
    r" (?:about |some |just )?$"
)
_YEAR = Regex(r"\b(?:19|20)\d\d\b")


def is_other(a: Story, b: Story, relation: Relation) -> bool:
    """True for two figures that differ, where one is what others of the other story leave."""
    x, y = relation.claims()
    ours, theirs = (x, y) if x.document == a.document.id else (y, x)
    if meet(x.figure.amount, y.figure.amount):
        return False
    return is_left(b, ours) or is_left(a, theirs) or _sided(a, ours, b, theirs)


def explained(a: Story, b: Story, relation: Relation) -> bool:
    """True if two figures are of two times or places, or one is what others of the other story leave."""
    a, x, b, y = sides(a, b, relation)
    left = not rounds(x, y) and (is_left(b, x) or is_left(a, y))
    told_apart = apart(a, x, b, y) is not None or _sided(a, x, b, y)
    sorts = of_two_sorts(a, x, b, y) and not (slipped(x, y) or rounds(x, y) or _of_same_digits(x, y))
    dealt = _is_dealt_out(b, x, y) or _is_dealt_out(a, y, x)
    return told_apart or left or dealt or sorts or are_others(x, y) or of_two_rows(a, x, b, y)


def _is_dealt_out(story: Story, told: Claim, part: Claim) -> bool:
    """True for 18 schools of one story beside "one board closed 11 and the other seven" of the other."""
    whole, own = told.figure.value, part.figure.value
    others = (c.figure.value for c in story.in_sentence(part.sentence) if c is not part and alike(c, told))
    return whole is not None and own is not None and any(o is not None and own + o == whole for o in others)


def _of_same_digits(x: Claim, y: Claim) -> bool:
    """True for £730 and £370, whatever their sentences say that they are."""
    return sorted(str(x.figure.value)) == sorted(str(y.figure.value))


def of_two(a: Story, b: Story, relation: Relation) -> bool:
    """True for figures of an edited sentence that are of two times, of a fact and a plan, of all and each."""
    a, x, b, y = sides(a, b, relation)
    if per_head(a, x, b, y) or _is_start(a, x) != _is_start(b, y):
        return True
    differ = not meet(x.figure.amount, y.figure.amount)
    years = [set(_YEAR.findall(s.sentence(c))) for s, c in ((a, x), (b, y))]
    if differ and all(years) and not years[0] & years[1]:
        return True
    return differ and (_sided(a, x, b, y) or is_left(b, x) or is_left(a, y))


def _is_start(story: Story, claim: Claim) -> bool:
    """True for "was down FROM £38m": the level that a movement led away from."""
    return _FROM.search(story.lead(claim)) is not None


def _sided(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True if the words beside two figures that differ make them two; a slip of the hand needs more."""
    if is_scale_off(a, x, b, y):
        return False
    others = of_other_wholes(a, x, b, y) or is_narrower(a, x, b, y) or limits_apart(a, x, b, y)
    others = others and not slipped(x, y)
    return one_sided(a, x, b, y) or exchanged(a, x, b, y) or others or of_other_parts(a, x, b, y)


def sides(a: Story, b: Story, relation: Relation) -> tuple[Story, Claim, Story, Claim]:
    x, y = relation.claims()
    return (a, x, b, y) if x.document == a.document.id else (b, x, a, y)


__all__ = ["explained", "is_other", "of_two", "sides"]
