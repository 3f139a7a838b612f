"""A majority with the votes told anywhere in the story: "took 1,487 votes ... was second with 1,309 ... a majority of 278".

The two that it lies between are the most votes that are told as somebody's. So far from its words a majority is
questioned only if one wrong digit, or two in the wrong order, make it of what lies between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.model import Claim, Relation
from extractor.reconcile.link.margin.sides import HEDGE, WORDS, is_made, may_be_side, ordered, relation_of
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.misprints import of_a_digit
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import any_of, one_of

_LEAD = WORDS["lead"]
_MAJORITY = Regex(rf"\b(?:majority|margin)(?:\sof\svictory)?\s{one_of(_LEAD['is'])}\s{HEDGE}$", re.IGNORECASE)
_BEHIND = Regex(r"^[\s-](?:vote\s)?(?:majority|margin)\b", re.IGNORECASE)
#: Before and behind the votes that somebody got.
_POLLED = Regex(
    r"\b(?:votes?\sto(?:\sthe)?|polled|received|took|won|got|secured|gained|garnered|attracted|collected|scored|returned"
    r"|(?:seat|ward|second|third|runner-up|rival|elected|winner|victory|in|home|followed)\s(?:[\w’'-]+\s){0,4}?(?:with|on))"
    rf"\s{HEDGE}$",
    re.IGNORECASE,
)
_VOTES = Regex(
    r"^(?:\s(?:first-preference|personal))?\svotes?\b(?!\s(?:cast|counted|were|had|in\sall|spoil))",
    re.IGNORECASE,
)
_VOTED = Regex(r"\bvotes?\b|\bpoll(?:ed|s|ing)?\b|\bballots?\b", re.IGNORECASE)
_OF_ALL = Regex(
    r"\b(?:electorate|of|turnout|total|all|majority|margin|lead|by)\s(?:[\w’'-]+\s){0,2}$", re.IGNORECASE
)
#: In the sentence of a majority or of votes: they are of another vote, or of one round.
_ANOTHER = Regex(
    r"\b(?:ago|earlier|previous(?:ly)?|last\s(?:time|year|election)|neighbouring|next|another|elsewhere|postal|first\s(?:count|round)|second\s(?:count|round)"
    r"|transfers?|had\s(?:been|won|held|taken)|(?:in|of|at|since)\s(?:the\s)?(?:19|20)\d\d|predecessor|if|would|could)\b",
    re.IGNORECASE,
)
_OTHER = any_of(_LEAD["other"])
#: What ends the clause of a figure.
_CLAUSE = Regex(r"[,;:()]\s|\s[–—]\s")


def polled(story: Story) -> Iterator[Relation]:
    """The one majority of a story with the two sides that got most votes."""
    sizes = [c for c in story.claims if _is_majority(story, c)]
    if len({c.figure.value for c in sizes}) != 1:
        return
    size = sizes[-1]
    told = {
        c.figure.value: c for c in story.claims if c.figure.value is not None and _is_polled(story, c, size)
    }
    if len(told) < 2 or size.figure.value is None or is_made(story, size):
        return
    *_, second, most = sorted(told)
    pair = ordered(told[most], told[second])
    if pair is not None and of_a_digit(size.figure.value, most - second):
        yield relation_of(story, size, *pair)


def _is_majority(story: Story, claim: Claim) -> bool:
    """True for the size of a majority that somebody has."""
    if family(claim) != "C" or claim.block in DISPLAY or claim.figure.hedge is not None:
        return False
    led, behind = before(story, claim, 60), after(story, claim)
    told = _MAJORITY.search(led) or _BEHIND.match(behind)
    clause = _clause(story, claim)
    return told is not None and not _OTHER.search(clause) and not _ANOTHER.search(story.sentence(claim))


def _is_polled(story: Story, claim: Claim, size: Claim) -> bool:
    """True for votes that one candidate got in this vote."""
    if not may_be_side(claim, size) or claim.stance != "asserted" or claim.negated:
        return False
    led, behind = before(story, claim, 60), after(story, claim)
    told = _VOTES.match(behind) or (_POLLED.search(led) and _is_of_votes(story, claim))
    return bool(told) and not _OF_ALL.search(led) and not _ANOTHER.search(_clause(story, claim))


def _clause(story: Story, claim: Claim) -> str:
    behind = _CLAUSE.split(after(story, claim), 1)[0]
    return f"{_CLAUSE.split(story.lead(claim))[-1]}# {behind}"


def _is_of_votes(story: Story, claim: Claim) -> bool:
    """True if the sentence of a number, or the one before it, tells of votes."""
    number = story.number_of(claim)
    near = story.sentences[max(0, number - 1) : number + 1]
    return any(_VOTED.search(story.words(s)) for s in near)


__all__ = ["polled"]
