"""One number that two stories tell of two things that each names: two lines of a business, two wholes."""

from __future__ import annotations

import re
from functools import cache

from extractor.lexicon import table
from extractor.model import Claim
from extractor.nouns import may_be_one
from extractor.reconcile.clauses import clause_of, lead_of
from extractor.reconcile.link.cues.stems import moves, stems, times
from extractor.reconcile.link.retold.facts import facts
from extractor.reconcile.siblings.stretches import stretches
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

#: Whose the figures are, which does not tell of what they are.
_WHO = "group company firm chain council government ministry country state year last while"
#: Words for a change or a level, whatever it is of.
_WHAT = "increase decrease sum amount rate gain"
#: Another firm or town of the sort, and where or among whom something moved.
_RIVAL = Regex(r"\b(?:rivals?|competitors?|neighbou?rs?|neighbou?ring|peers?)\b", re.IGNORECASE)
_SITE = Regex(
    r"\b(?:in|on|at|across|among)\s(?:the\s|its\s|their\s|all\s)?((?:[a-z-]{3,}\s){0,2}?[a-z-]{3,})(?=[,.;]|$|\s(?:to|from|and|as|by))"
)


def of_two_lines(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True for shares of two things of a sort that went two ways: "goat milk rose", "cow milk fell"."""
    if not family(x) == family(y) == "P" or None in (x.direction, y.direction) or x.direction == y.direction:
        return False
    ours, theirs = (_line(s, c) - moves() - times() for s, c in ((a, x), (b, y)))
    return bool(ours & theirs) and bool(ours - theirs) and bool(theirs - ours)


def _line(story: Story, claim: Claim) -> frozenset[str]:
    """The words of what moved, or those before its figure where none is known."""
    noun = claim.measure
    return stems(lead_of(story, claim) if noun is None or noun.found != "here" else noun.text)


def of_two_subjects(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True for two changes whose subjects have no word in common: "SALES rose 4.2%", "BEER fell 4.2%".

    Where the words before a figure name none, "an increase of 4.2%", any word of its sentence may be it.
    """
    p, q = x.measure, y.measure
    printed = p is not None and q is not None and p.found == q.found == "here"
    if printed and may_be_one(p.key, q.key):  # type: ignore[union-attr]
        return False
    return not _subject(a, x) & _subject(b, y)


def of_two_sites(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True for changes at two sites or over two spans, "ON THE RING ROAD", "in town", and for a rival's."""
    ours, theirs = a.sentence(x), b.sentence(y)
    if (_RIVAL.search(ours) is None) != (_RIVAL.search(theirs) is None):
        return True
    spans = [stretches(clause_of(s, c)) for s, c in ((a, x), (b, y))]
    if all(spans) and not spans[0] & spans[1]:
        return True
    here, there = (stems(" ".join(_SITE.findall(s))) - moves() - times() for s in (ours, theirs))
    return bool(here - stems(theirs)) and bool(there - stems(ours)) and not here & there


def _subject(story: Story, claim: Claim) -> frozenset[str]:
    """What moved, by the noun of a change or the words before it, or else all that its sentence tells."""
    noun = claim.measure
    told = lead_of(story, claim) if noun is None or noun.found != "here" else noun.text
    return _naming(told) or _naming(lead_of(story, claim)) or _naming(story.sentence(claim))


def _naming(words: str) -> frozenset[str]:
    """The words that may name what moved: "sales" and "turnover" are one."""
    return facts(words) - moves() - times() - _plain()


@cache
def _plain() -> frozenset[str]:
    """Words of the telling, and of who tells it, that name nothing of what moved."""
    listed = table("siblings")
    return facts(
        " ".join([*listed["saying"], *listed["finding"], *listed["plain"], *listed["houses"], _WHO, _WHAT])
    )


def of_two_movements(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True for amounts that no word makes changes of one thing: a loss cut by £15m, £15m more put in."""
    ours, theirs = (
        stems(clause_of(s, c)) - moves() - times() - stems(c.figure.text) for s, c in ((a, x), (b, y))
    )
    return family(x) != "P" and bool(ours) and bool(theirs) and not ours & theirs


def of_two_wholes(x: Claim, y: Claim) -> bool:
    """True for shares of two wholes, or spans of two doers, that both sentences name."""
    if family(x) not in "PD":
        return False
    p, q = ((c.base if family(c) == "P" else c.measure) for c in (x, y))
    named = p is not None and q is not None and p.found == q.found == "here"
    return named and not may_be_one(p.key, q.key)  # type: ignore[union-attr]


__all__ = ["of_two_lines", "of_two_movements", "of_two_sites", "of_two_subjects", "of_two_wholes"]
