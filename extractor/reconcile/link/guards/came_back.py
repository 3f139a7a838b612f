"""Levels that came after the one to which a movement led: "doubled TO 48 and have since COME BACK to 36"."""

from __future__ import annotations

import re

from extractor.model import Claim, Relation
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

#: From a movement to the level that it led to: "doubled within a fortnight TO".
_LED_TO = Regex(
    r"^(?:\s(?!(?:and|but|while|from|compared|according)\b)[\w’'-]+){0,6}?,?\sto\s(?:about\s|some\s"
    r"|just\s|nearly\s|almost\s|over\s|a\s)?$",
    re.IGNORECASE,
)
#: From that level to the next one: told as later than it.
_LATER = Regex(
    r"(?:\b(?:since|then|later|afterwards|thereafter|subsequently|soon|eventually|now)\b"
    r"|\bbefore\s\w+ing\b|\bafter\swhich\b)"
    r"[^,;:.]{0,40}?\s(?:back\s)?(?:to|at)\s(?:about\s|some\s|just\s|nearly\s|almost\s|only\s|around\s)?$",
    re.IGNORECASE,
)
#: Or, in its own clause, as the earlier one after all: "doubled to 48; it was then at 24".
_WAS = Regex(r"\b(?:was|were|had\sbeen|stood|used)\b|\bfrom\s$", re.IGNORECASE)


def is_later(story: Story, relation: Relation) -> bool:
    """True for a movement told with its own new level, set against the one that came after it."""
    change = relation.roles[0].value
    levels = sorted((c for n in ("from", "to") for c in relation.claims(n)), key=lambda c: c.figure.span)
    if not isinstance(change, Claim) or len(levels) != 2 or family(levels[0]) != family(levels[1]):
        return False
    reached, other = levels
    if not change.figure.span < reached.figure.span or reached.sentence != change.sentence:
        return False
    if not _LED_TO.match(story.between(change, reached)):
        return False
    gap = story.between(reached, other)
    clause = re.split(r"[,;.:]|\b(?:and|but|while|before)\b", gap)[-1]
    return _LATER.search(gap) is not None and _WAS.search(clause) is None


__all__ = ["is_later"]
