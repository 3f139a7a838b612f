"""Words that a movement and its levels may have for one measure: "the backlog" of cases pending."""

from __future__ import annotations

from extractor.lexicon import table
from extractor.model import Claim
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import Story
from extractor.regexes import Regex
from extractor.wording import any_of

_WORDS = table("then_now")["same"]
GROUPS = tuple(any_of(words) for words in _WORDS["groups"])
#: Characters beside a level within which a word of a group tells what it is a level of.
BESIDE = int(_WORDS["beside"])
#: Where the words beside a level stop being about it.
STOP = Regex(r"[,;:(–—]\s")


def beside(story: Story, level: Claim) -> str:
    """The words right beside a level, up to a comma."""
    return f"{STOP.split(before(story, level, BESIDE))[-1]} ‹› {STOP.split(after(story, level, BESIDE))[0]}"


def are_in_one(one: str, other: str) -> bool:
    """True if some words and some others have words of one group."""
    return any(group.search(one) and group.search(other) for group in GROUPS)


__all__ = ["STOP", "are_in_one", "beside"]
