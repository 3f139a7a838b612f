"""Rates of all that were counted, and of some of them, told by what was done: "of those visited", "of those fined twice"."""

from __future__ import annotations

import re

from extractor.lexicon import table
from extractor.model import Claim
from extractor.reconcile.link.window.scope import after
from extractor.reconcile.story import Story
from extractor.regexes import Regex

_THOSE = r"(?:that|those|these|them|what|everything|the\s(?:ones|lot|total|number))"
#: "Of those visited", "of all that it had printed", "of what the borough dealt with": all that were counted.
TAKEN = (
    rf"(?:all\s)?(?:{_THOSE}\s|the\s[\w’'-]+\s)"
    r"(?:(?:that|which)\s)?(?:(?:it|they|we|he|she|the\s[\w-]+)\s)?(?:(?:was|were|is|are|has|have|had|been)\s){0,2}"
    rf"(?:{'|'.join(table('windows')['worked']['taken'])})(?:\s(?:up|out|in|with|on|off|over|to|for|back))?"
    r"(?=\s?[,.;:)–—]|\s?$|\s(?:and|but|so\sfar|since|from|overall|altogether|in\sall|to\sdate)\b)"
)
#: Behind "those" and a verb: what it was done with, or when, so that they are some only.
_OF_SOME = Regex(
    r"^\sof\s(?:all\s)?those\s(?:(?:it|they|we|he|she|the\s[\w-]+)\s)?(?:(?:was|were|is|are|has|have|had|been)\s){0,2}[\w-]+\s"
    r"(?:(?:the|a|an|more|less|fewer|at\sleast|under|over|no|twice|\d[\d,.]*)\s"
    r"|(?:in|during|the|before|after)\s(?:the\s)?(?:year|month|week|season|previous|(?:19|20)\d\d))",
    re.IGNORECASE,
)


def is_of_some(story: Story, rate: Claim) -> bool:
    """True for "60 per cent of those given the higher dose": who they are is more than that they were counted."""
    return _OF_SOME.match(after(story, rate)) is not None
