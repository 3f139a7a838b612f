"""Units of one number in two stories: which of them are one, and which figures name none of their own."""

from __future__ import annotations

import re

from extractor.lexicon import table
from extractor.model import Claim, Figure


def one_coin(ours: Figure, theirs: Figure) -> bool:
    """True if one sum names no country, "$11.6m", and the other is in money of the same name, "A$11.6m"."""
    units = {ours.amount.unit, theirs.amount.unit}
    bare = any(not re.search(r"[A-Z]", figure.text) for figure in (ours, theirs))
    return bare and any(units <= {*coins} for coins in table("siblings")["coins"])


def in_digits(figure: Figure) -> bool:
    """True for "11", False for "eleven"."""
    return any(c.isdigit() for c in figure.text)


def picked_out(claim: Claim) -> bool:
    """True for "55 of them": what is counted was told before, and a noun beside it may be another."""
    told = claim.measure is None or claim.measure.found == "here"
    return not told or (claim.base is not None and claim.base.found != "here")
