"""Numbers that leave out the scale word of the number before them."""

from __future__ import annotations

import re

from extractor.model import Claim
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

_SCALE = Regex(r"(?:\b|\d)(?:thousand|million|billion|trillion|lakh|crore|k|m|mn|bn|tn)\b", re.IGNORECASE)


def leaves_scale_out(story: Story, claim: Claim) -> bool:
    """True for the second number of "gets 525 million litres and needs 850", which is in millions too."""
    others = [c for c in story.in_sentence(claim.sentence) if c.figure.span < claim.figure.span]
    if family(claim) == "C" and claim.measure is not None and claim.measure.found == "here":
        others = [c for c in others if family(c) != "M"]  # "₹96 crore for 8,400 streetlights"
    return not _SCALE.search(claim.figure.text) and any(_SCALE.search(c.figure.text) for c in others)
