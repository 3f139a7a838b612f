"""The whole of a part that names it and stands paragraphs behind it: "The yards took on 144 apprentices ... 63 of the apprentices"."""

from __future__ import annotations

import re

from extractor.amount import surely_less
from extractor.lexicon import table
from extractor.model import Claim
from extractor.nouns import may_be_one
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.window.scope import after
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex

_WORDS = table("windows")["named_whole"]
#: Paragraphs back to the whole.
BACK = int(_WORDS["back"])
_OF_THE = Regex(r"^\sof\s(?:the|its|their|those|these)\s([a-z’'-]{4,})\b", re.IGNORECASE)


def named_whole(story: Story, rate: Claim, part: Claim) -> Claim | None:
    """The last count before a part of what part or rate say they are of; None if the story counts it more than once."""
    key = _named(part) or _named(rate)
    word = _printed(story, part) or _printed(story, rate)
    if (key is None and word is None) or family(part) != "C":
        return None
    plain = [c for c in story.claims if c not in (part, rate) and _is_count(c)]
    counted = [c for c in plain if (_counts(c, key) if key is not None else _prints(c, word or ""))]
    earlier = [c for c in counted if c.figure.span < part.figure.span]
    larger = [c for c in earlier if surely_less(part.figure.amount, c.figure.amount)]
    if len({c.figure.amount for c in counted}) != 1 or not larger:
        return None
    return larger[-1] if story.paragraphs_apart(larger[-1], part) <= BACK else None


def _named(claim: Claim) -> str | None:
    """What a figure is told to be of, right beside it; nothing for a noun that may be anybody's."""
    if claim.base is None or claim.base.found != "here" or claim.base.key in _WORDS["general"]:
        return None
    return claim.base.key


def _printed(story: Story, claim: Claim) -> str | None:
    """The noun of "of the children" right behind a figure, as it is printed."""
    found = _OF_THE.match(after(story, claim))
    return found[1].lower() if found is not None else None


def _is_count(claim: Claim) -> bool:
    """True for a plain count of the running text that names its thing."""
    if claim.block in DISPLAY or family(claim) != "C" or is_change(claim):
        return False
    bounded = claim.figure.amount.low is not None and claim.figure.amount.high is not None
    return bounded and claim.measure is not None and claim.measure.found == "here"


def _counts(claim: Claim, key: str) -> bool:
    return claim.measure is not None and may_be_one(claim.measure.key, key)


def _prints(claim: Claim, word: str) -> bool:
    """True if the noun of a count is printed with that very word."""
    return claim.measure is not None and word in re.findall(r"[\w’'-]+", claim.measure.text.lower())


__all__ = ["named_whole"]
