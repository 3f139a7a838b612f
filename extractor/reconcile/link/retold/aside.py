"""What the words near a figure say of it: that it is of another time, of somebody else, or set apart."""

from __future__ import annotations

import re

from extractor.lexicon import table
from extractor.model import Claim
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import Story
from extractor.regexes import Regex
from extractor.wording import any_of

_WORDS = table("windows")["retelling"]
#: Characters behind a figure in which an hour is told of it.
BESIDE = 30
_STRANGER, _APART = (any_of(_WORDS[name]) for name in ("stranger", "apart"))
#: Characters on either side of a figure in which a word sets it apart.
ASIDE = 35
_HOUR = Regex(
    r"\b(?:by|at|until)\s(dawn|noon|midday|dusk|midnight|nightfall|lunchtime|first\slight"
    r"|\d{1,2}(?:[.:]\d\d)?\s?[ap]m|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b",
    re.IGNORECASE,
)
#: "The firm, which made a loss last year, will cut 380 posts".
#: "The £32,000 IT PAID TO lawyers": a clause right behind a sum that tells which it is.
_CLAUSE = Regex(
    r"^\s(?:(?:that|which)\s)?(?:it|he|she|they|we|I|you|the\s(?:firm|company|club|council|trust|charity|team|board))"
    r"\s(?P<told>[a-z][\w’'-]*(?:\s[\w’'-]+){1,5})"
)
_THE = Regex(r"\b(?:the|those|these)\s$", re.IGNORECASE)
_INSERTED = Regex(r",\s(?:which|who|whose|where)\s[^,;]{1,80},")
#: Near a figure: it tells of another time, or of somebody else.
_ELSEWHERE = any_of(_WORDS["elsewhere"])


def is_elsewhere(story: Story, claim: Claim) -> bool:
    """True if the words near a figure tell of another time, or of somebody else."""
    return bool(elsewhere(story, claim))


def elsewhere(story: Story, claim: Claim) -> set[str]:
    """The words near a figure that tell of another time or of somebody else, outside of what is put in between."""
    words = _INSERTED.sub(" ", before(story, claim)) + after(story, claim)
    return {m[0].lower() for m in _ELSEWHERE.finditer(words)}


def is_set_apart(story: Story, claim: Claim) -> bool:
    """True if the words beside a figure make it another than the one told elsewhere: a rival's, a target."""
    beside = before(story, claim, ASIDE) + "#" + after(story, claim, ASIDE)
    return is_of_another(story, claim) or _APART.search(beside) is not None


def is_of_another(story: Story, claim: Claim) -> bool:
    """True if the words beside a figure say that it is of something else, or of another time."""
    beside = before(story, claim, ASIDE) + "#" + after(story, claim, ASIDE)
    return _STRANGER.search(beside) is not None


def is_named_apart(story: Story, first: Claim, second: Claim) -> bool:
    """True if the later of two sums is named by a clause of its own that tells what the earlier one's sentence does not.

    "Before the £32,000 IT PAID TO LAWYERS": named here, and no sum that was told before.
    """
    earlier, later = sorted((first, second), key=lambda c: c.figure.span)
    clause = _CLAUSE.match(after(story, later, 80))
    if clause is None or not _THE.search(before(story, later, 12)):
        return False
    return bool(content_words(clause["told"]) - content_words(story.sentence(earlier)))


def hours(story: Story, claim: Claim) -> set[str]:
    """The hours told beside a figure: a queue of 38 at dawn may have 83 in it by noon."""
    return {m[1].lower() for m in _HOUR.finditer(before(story, claim) + after(story, claim, BESIDE))}
