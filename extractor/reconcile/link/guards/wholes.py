"""Shares of one whole are of one thing: "the other 44 per cent of the money" is no rest of the residents."""

from __future__ import annotations

from itertools import combinations

from extractor.model import Relation
from extractor.nouns import may_be_one
from extractor.reconcile.story import family


def of_one_whole(relation: Relation) -> bool:
    """False for shares that are told to make up a whole and name, each beside itself, two different ones."""
    if relation.kind not in ("complement", "sum"):
        return True
    shares = [c for c in relation.claims() if family(c) == "P"]
    named = {c.base.key for c in shares if c.base is not None and c.base.found == "here"}
    return all(may_be_one(a, b) for a, b in combinations(named, 2))
