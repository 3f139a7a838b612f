"""Levels of a time further back than the one that a change starts from.

"Oil rose 80 cents to $71.20. It was $75.40 a month ago": the rise is the day's, and the level is no start of it.
"Up three points at 54, still down from 61 in 2019": a second comparison. Such figures bear each other out where
they fit, and say nothing where they do not.
"""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.lexicon import table
from extractor.model import Claim, Relation, Span
from extractor.reconcile.link.window.scope import after
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex
from extractor.wording import any_of

_WORDS = table("windows")["earlier"]


_FAR, _YEAR_AGO, _SPAN, _MARKET, _DAY = (
    any_of(_WORDS[n]) for n in ("far", "year_ago", "span", "market", "day")
)
_MONTH = any_of(_WORDS["month"])
#: From a change to the level that it led to.
_REACHED = Regex(r"\b(?:to|at)\s(?:[\w’'-]+\s){0,3}$", re.IGNORECASE)
#: Before the level from which all of a day's change is measured.
_CLOSED = Regex(r"\b(?:ended|closed|finished|settled|shut|close\sof)\b", re.IGNORECASE)
#: Between the new level and the old one: what is compared a second time, or is told of another thing.
_STILL = Regex(r"\bstill\b", re.IGNORECASE)
_SECOND = Regex(r"\b(?:up|down)\sfrom\s", re.IGNORECASE)
_ELSEWHERE = Regex(
    rf"(?:^|[.;]\W*)(?:(?:in|at|for|among|across|excluding|including|without)\s|(?:after|before)\s(?=tax\b|interest\b|costs\b|expenses\b))(?!(?:{'|'.join(_WORDS['times'])})\b)[^.;]*$",
    re.IGNORECASE,
)
#: "... £2.60; passes, which were £2.80".
_ANOTHER = Regex(r"[;.]\W*(?:[\w’'-]+\s){0,3}[\w’'-]+,\swhich\s(?:was|were|cost)\b", re.IGNORECASE)
_SINCE = Regex(r"\bsince\b", re.IGNORECASE)
_WHEN = Regex(r"\bwhen\b", re.IGNORECASE)
#: Back to where the day began: "though it has come back from 2,295".
_BACK = Regex(r"\b(?:back|recover\w*|rebound\w*|rall\w+)\s(?:up\s)?from\b", re.IGNORECASE)
_HAD = Regex(r"\b(?:had|having)\s(?:been|stood)\b", re.IGNORECASE)
#: Characters behind a level that may tell its time.
BEHIND = 60
_CLAUSE = Regex(r"[,;:.)]|\s(?:and|but|while)\s")


def only_borne_out(story: Story, relation: Relation) -> Relation:
    """The relation, without its right to accuse where the level that it starts from is of another time."""
    return replace(relation, strength="numeric") if is_of_earlier(story, relation) else relation


def is_of_earlier(story: Story, relation: Relation) -> bool:
    """True for a change told with the level that it reached, where the other level is told behind as of its own time."""
    if relation.kind != "change" or relation.strength == "numeric":
        return False
    roles = {r.name: r.value for r in relation.roles}
    change, old, new = (roles.get(n) for n in ("change", "from", "to"))
    if not (isinstance(change, Claim) and isinstance(old, Claim) and isinstance(new, Claim)):
        return False
    if old.figure.span < new.figure.span:
        old, new = new, old  # the words of the change may have put them the other way round
    if family(change) not in "CMUPTX" or not change.figure.span < new.figure.span:
        return False
    if change.sentence != new.sentence or not new.figure.span < old.figure.span:
        return False
    if not _REACHED.search(story.between(change, new)):
        return False
    return _is_apart(story, new, old) or _is_of_another_time(story, change, new, old)


def _is_apart(story: Story, new: Claim, old: Claim) -> bool:
    """True if words between the levels begin a second comparison, or tell the second of another thing."""
    between = story.between(new, old)
    if any(words.search(between) for words in (_STILL, _BACK, _ANOTHER)):
        return True
    return new.sentence != old.sentence and _ELSEWHERE.search(between) is not None


def _is_of_another_time(story: Story, change: Claim, new: Claim, old: Claim) -> bool:
    """True if the earlier level names a time, and the change is told over another one or over none."""
    start = new.figure.span.end if old.sentence == new.sentence else old.sentence.start
    led = story.words(Span(start, old.figure.span.start))
    between = story.between(change, old)
    told = f"{led}·{_CLAUSE.split(after(story, old, BEHIND))[0]}"
    own = story.words(Span(change.sentence.start, min(start, change.sentence.end)))
    if _CLOSED.search(led) or _SINCE.search(between):
        return False
    if _WHEN.search(told):
        return True
    if _FAR.search(told):
        return _SPAN.search(own) is None
    if _DAY.search(told):
        return _DAY.search(own) is None and (_SECOND.search(led) is not None or _HAD.search(led) is not None)
    if not _YEAR_AGO.search(told):
        return False
    apart = old.sentence != new.sentence
    return _MARKET.search(own) is not None or bool(apart and (_MONTH.search(own) or _DAY.search(own)))


__all__ = ["is_of_earlier", "only_borne_out"]
