"""What the words right beside a figure make of it: a size that points one way, a level that was reached."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.lexicon import table
from extractor.model import Claim, Direction
from extractor.reconcile.link.window.scope import after, before, stems
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex
from extractor.wording import one_of

_WORDS = table("windows")["turned"]
_HEDGE = r"(?:\s(?:by|a\sfurther|another|about|around|some|nearly|almost|just|only|an?))*"
_WAYS: tuple[Direction, Direction] = ("rose", "fell")


_BEFORE = {
    way: Regex(
        rf"\b(?:{one_of(_WORDS['verbs_' + way])}(?:\sby)?|{one_of(_WORDS['nouns_' + way])}(?:\sin\s[\w’'-]+(?:\s[\w’'-]+)?)?\sof){_HEDGE}\s[“\"]?$",
        re.IGNORECASE,
    )
    for way in _WAYS
}
_AFTER = {
    way: Regex(
        rf"^[\s-](?:{one_of(_WORDS['unit'])}\s)?(?:{one_of(_WORDS[way])}|{one_of(_WORDS['nouns_' + way])})\b(?!\son\s(?:average|paper))",
        re.IGNORECASE,
    )
    for way in _WAYS
}
#: "34 per cent more vaccinations": what there was more of.
_MORE_OF = Regex(
    r"^[\s-](?:[\w-]+\s)??(?:more|fewer|less|extra)\s(?!than|since|when|which|after|over|from|each|this|that|last|here|now|often|frequently|likely|common\b|expensive)"
    r"([a-z]{4,}(?:\s[a-z]{4,})?)"
)
_OWN = Regex(
    r"^[^,;:.()–—]{0,40}[,(–—]\s?(?:(?:up|down|an?|the|or|which\s(?:is|was))\b[^,;:.()–—]{0,25})?$",
    re.IGNORECASE,
)
#: "Three smaller parties": what is counted, and no count of what there was less of.
_KIND = Regex(
    r"^\s(?:smaller|larger|bigger|greater|lower|higher|longer|shorter|taller|heavier|lighter|cheaper|dearer|costlier)\s"
    r"(?!than\b|in\b|on\b|at\b|by\b|this\b|last\b|since\b|and\b|or\b|for\b|when\b|over\b|now\b|still\b)[a-z]"
)
#: A bare count behind a verb is what was moved, "dropped three goals", but not behind "by".
_BY = Regex(r"\b(?:by|of)\s(?:[\w’'-]+\s){0,3}$", re.IGNORECASE)
#: "Makes up well over half" is no movement.
_PHRASAL = Regex(table("movement")["phrasal"], re.IGNORECASE)
#: "A one-off gain of £1.8m to come off": an item of an account, and no movement.
_ITEM = Regex(
    r"\b(?:one-off|exceptional|extraordinary|paper|accounting|capital|non-cash|unrealised|unrealized|windfall)\s"
    r"(?:[\w’'-]+\s)?(?:gain|loss|increase|rise|drop)s?\sof\s(?:[\w’'-]+\s){0,2}$",
    re.IGNORECASE,
)
#: "After a gain of £300,000", "a rise of 34 the day before": moved before the levels were so.
_BEFORE_IT = Regex(
    r"\b(?:after|following|despite)\s(?:an?|the|its|their)\s(?:[\w’'-]+\s){1,2}of\s(?:[\w’'-]+\s)?$",
    re.IGNORECASE,
)
_THE_DAY_BEFORE = Regex(
    r"^\s(?:[\w’'-]+\s)?(?:(?:the|a)\s(?:day|week|month|year|session)\s(?:before|earlier)|on\sthe\sprevious)\b",
    re.IGNORECASE,
)
_LOST = Regex(
    r"\b(?:los(?:es?|t|ing)|wast(?:es?|ed|ing)|spill(?:s|ed)?)\s(?:about\s|some\s|just\s|only\s|nearly\s)?$"
)
_OF_WHAT = Regex(
    r"^\sof\s(?:(?:the|all\s(?:the|its))\s(?:[\w’'-]+\s){1,3}?(?:(?:that|which)\s)?(?:it|they|we|he|she)\s\w|what\b)",
    re.IGNORECASE,
)
_FROM = Regex(r"\bfrom\s(?:(?:the|its|their|an?|some|about|just|only)\s)*$", re.IGNORECASE)
_TO = Regex(r"\b(?:to|at)\s$")


def way_beside(story: Story, change: Claim) -> Direction | None:
    """Which way the word right beside a change points; None where there is none, or one for each way."""
    led, told = before(story, change, 40), after(story, change, 40)
    if _PHRASAL.search(led) or _ITEM.search(led) or (family(change) == "C" and _KIND.match(told)):
        return None
    sized = family(change) != "C" or change.statistic == "change" or _BY.search(led) is not None
    ways = {w for w in _WAYS if (sized and _BEFORE[w].search(led)) or _AFTER[w].match(told)}
    return ways.pop() if len(ways) == 1 else None


def is_earlier_move(story: Story, change: Claim) -> bool:
    """True for "closed at 88p after a rise of 6p", "a rise of 34 the day before": it moved before."""
    led, told = before(story, change, 40), after(story, change)
    return _BEFORE_IT.search(led) is not None or _THE_DAY_BEFORE.match(told) is not None


def is_of_another(story: Story, change: Claim, told: str) -> bool:
    """True where what there was more or fewer of does not occur in the words of the levels."""
    of = _MORE_OF.match(after(story, change))
    return of is not None and not stems(of[1]) & stems(told)


def unmoved(story: Story, claim: Claim) -> Claim:
    """A level that the movement before it made look like its size, as the level it is: "by 35p to £3.85"."""
    reached = claim.statistic == "change" and _TO.search(before(story, claim, 20))
    return replace(claim, statistic=None) if reached or _is_lost(story, claim) else claim


def _is_lost(story: Story, claim: Claim) -> bool:
    """True for "lost 21.6 per cent of the water that it pumped": a share, and no fall."""
    lost = claim.statistic == "change" and _LOST.search(before(story, claim, 30)) is not None
    return lost and family(claim) == "P" and _OF_WHAT.match(after(story, claim, 60)) is not None


def is_own(story: Story, change: Claim, old: Claim) -> bool:
    """True where the change stands right behind the earlier level and is its own: "100 in 2019, down 20"."""
    if old.figure.span > change.figure.span or _FROM.search(before(story, old, 20)):
        return False
    if story.starting(old.figure.span.end, change.figure.span.start - 1):
        return False  # the other level stands between: "100 in June and 80 in July, 20 fewer"
    return bool(_OWN.match(story.between(old, change)))
