"""Phrases that make a list of parts complete, or a figure beside it their total."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.lexicon import table
from extractor.regexes import Regex


@dataclass(frozen=True, slots=True)
class SumCue:
    """Words that make a list of parts complete."""

    name: str
    meaning: str
    pattern: Regex
    accepts: tuple[str, ...]
    refuses: str


#: Between the list and a total that follows it.
BEFORE_TOTAL = SumCue(
    "making-a-total",
    "the total follows its parts",
    Regex(
        r"(?:\b(?:making|giving|which\smakes|that\smakes)\s(?:it\s|up\s|an?\s|the\s)*(?:(?:combined\s|grand\s|overall\s)?(?:total|sum)\sof\s)?"
        r"|\b(?:a|in\sa|for\sa|to\sa|combined|grand)\s(?:combined\s|grand\s|overall\s)?(?:total|sum)\sof\s"
        r"|\badds?\sup\sto\s|\badded\sup\sto\s|\btotall?ing\s)(?:about\s|some\s|around\s|just\s)?$",
        re.IGNORECASE,
    ),
    ("making a total of ", "making ", "totalling "),
    "compared with a",
)
#: "In all", but not "in all competitions": of every one, and no total.
_IN_ALL = table("sums")["total"]["in_all"][0]
#: Right after a total that follows its list.
AFTER_TOTAL = SumCue(
    "in-all",
    "the figure just before is the total",
    Regex(
        rf"^\s(?:[\w’'-]+\s){{0,3}}?(?:in\stotal|{_IN_ALL}|altogether|all\stold|all\sup|combined|overall)\b"
        r"(?!\s(?:with|including|since|so\sfar|excluding|ever)\b)",
        re.IGNORECASE,
    ),
    (" new positions in all", " in total"),
    " of all",
)
#: Between a total and the list of its parts.
INTO_PARTS = SumCue(
    "made-up-of",
    "the list after the total is complete",
    Regex(
        r"(?:\b(?:made\sup\sof|comprising|comprises|comprised\sof|consisting\sof|consists\sof|composed\sof|split\s(?:between|into)"
        r"|divided\s(?:between|into)|broken\sdown\s(?:as|into)|namely)|:)\s*(?:the\s)?(?:\w+\s)?$",
        re.IGNORECASE,
    ),
    ("made up of", "comprising", ": "),
    "including",
)
CUES = (BEFORE_TOTAL, AFTER_TOTAL, INTO_PARTS)
