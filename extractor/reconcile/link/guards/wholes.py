"""Shares of one whole are of one thing: "the other 44 per cent of the money" is no rest of the residents."""

from __future__ import annotations

import re
from itertools import combinations

from extractor.model import Claim, Relation
from extractor.nouns import may_be_one
from extractor.reconcile.link.window.scope import before
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

#: Above this no number is an age.
OLDEST = 110
_AGED = Regex(r"\b(?:aged|past)\s$", re.IGNORECASE)
#: "In Selby, where": what the sentence tells is of a place of its own.
_ELSEWHERE = Regex(r"(?:In|At)\s([A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*),")


def of_one_whole(relation: Relation) -> bool:
    """False for shares that are told to make up a whole and name, each beside itself, two different ones."""
    if relation.kind not in ("complement", "sum"):
        return True
    shares = [c for c in relation.claims() if family(c) == "P"]
    named = {c.base.key for c in shares if c.base is not None and c.base.found == "here"}
    return all(may_be_one(a, b) for a, b in combinations(named, 2))


def is_part_of_another(story: Story, relation: Relation) -> bool:
    """True for a share whose part is of a place that the sentence of the whole does not name, or an age."""
    parts, wholes = relation.claims("part"), relation.claims("whole")
    if relation.kind != "share" or len(parts) != 1 or len(wholes) != 1:
        return False
    opened = _ELSEWHERE.match(story.sentence(parts[0]))
    return _is_age(story, parts[0]) or (opened is not None and opened[1] not in story.sentence(wholes[0]))


def _is_age(story: Story, part: Claim) -> bool:
    """True for the 85 of "patients past 85 made up 9 per cent"."""
    return (part.figure.value or 0) <= OLDEST and _AGED.search(before(story, part, 20)) is not None
