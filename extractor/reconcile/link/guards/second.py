"""Figures of a second statement: what may still bear a relation out, and must not accuse, whichever rule tied it.

"Up 7 per cent from 11 million and 4 per cent more than in 2019": the 11 million are of the first change.
"234 camps, in 119 parks, up from 202": what went up stands before the parks.
"Although 16 per cent less was used. It cost £31m in 2023": the change is of another thing than the levels.
"That is the firm's count. 6.1 divided by 13.3 cannot be more than half": the print itself says so.
"""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.model import Claim, Relation, Span
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.window.scope import after, before, of_one_size, stems
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

_HEDGE = r"(?:(?:about|around|some|nearly|almost|just|roughly|over|more\sthan)\s)?"
#: Right before a figure that something told earlier is held against: "up from", "better than the", "above the".
_HELD = Regex(
    rf"\b(?:than|from|on|above|below|over|under|against|with|exceeding|exceeded|topping|beating|beat|missed|missing)\s"
    rf"(?:(?:the|its|their|his|her|our|an?|last\syear[’']s)\s)?{_HEDGE}$",
    re.IGNORECASE,
)
#: From such a figure to a second comparison with the same subject: "from 3.7 in August AND well above".
_AND_THEN = Regex(
    rf"^[^;.:()]{{0,60}}?,?\s(?:and|but|yet|though|although|albeit|or)\s(?:[\w’'-]+\s){{0,2}}?{_HEDGE}$",
    re.IGNORECASE,
)
#: Behind a change: what it is measured from itself.
_OWN_START = Regex(
    r"^\s?(?:[\w’'-]+\s){0,2}?(?:than|on|from|above|below|over|since)\s(?!(?:that|this|it)\b)", re.IGNORECASE
)
#: Where something was counted, or for how long, and no level: "IN 119 parks".
_BESIDE = Regex(
    rf"\b(?:in|across|among|between|with|for|over|of|within|during|throughout)\s(?:(?:the|its|their|all|these|those)\s)?{_HEDGE}$",
    re.IGNORECASE,
)
#: "Although 16 per cent LESS WAS USED": what is said of the change is of another thing than the levels before it.
_DONE = Regex(
    r"^\s(?:less|more|fewer)(?:\s[\w’'-]+){0,2}?\s(?:was|were|is|are|has\sbeen|have\sbeen|had\sbeen)\s([a-z]{3,}(?:ed|n|t|d))\b",
    re.IGNORECASE,
)
#: The print itself says that it is not so: "That is the firm's count; 6.1 divided by 13.3 cannot be more than half".
_DISPUTED = Regex(
    r"\b(?:can(?:not|[’']t)|could\s(?:not|never|hardly))\sbe\s(?:more|less|right|true|so|over|under|correct)\b"
    r"|\b(?:do|does|did)(?:\snot|n[’']t)\s(?:add\sup|fit|tally|square|follow|bear\sthat\sout)\b|\b(?:is|was|are|were)\s(?:wrong|mistaken|not\s(?:so|right|true|correct))\b"
    r"|\bby\s(?:the|its|their|[A-Z][\w’'-]+)\s(?:[\w’'-]+\s){0,2}?(?:count|reckoning|figures|arithmetic|calculation|sums)\s(?:it|that|this)\sis\b"
    r"|\b(?:sums?|arithmetic|maths?)\s(?:is|are|was|were|does|do)\b",
    re.IGNORECASE,
)
_SENTENCE = Regex(r"[\s”\"’]{0,3}(?:[^.!?\n]|[.](?=\d)){1,300}")
#: A change that is told from an earlier time, and what tells a level as one of such a time.
_THAN_THEN = Regex(
    r"^\s?(?:[\w’'-]+\s)?(?:than|on|from)\s(?:in\s|at\s|for\s|during\s)?(?:(?:the\s)?(?:previous|prior|preceding|same|last)|the|an?)\s"
    r"(?:year|month|week|day|season|quarter|summer|winter|spring|autumn)\b",
    re.IGNORECASE,
)
_AGAINST = Regex(
    r"\b(?:against|versus|compared\s(?:with|to))\s(?:the\s|just\s|only\s|about\s)?$", re.IGNORECASE
)
_TIME = Regex(
    r"\b(?:(?:19|20)\d\d|years?|months?|weeks?|seasons?|quarters?|summer|winter|spring|autumn|last|previous|before|ago|earlier|then"
    r"|January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_CLAUSE = Regex(r"[,.;:()–—]|\s(?:and|but|while)\s")


def of_one_statement(story: Story, relation: Relation) -> Relation:
    """The relation, without its right to accuse where its figures are of different statements."""
    apart = (_is_of_first, _stands_beside, _is_done, _is_disputed, _is_no_then)
    return replace(relation, strength="numeric") if any(rule(story, relation) for rule in apart) else relation


def _is_disputed(story: Story, relation: Relation) -> bool:
    """True if the sentence behind the one that is asked about says that it is not so."""
    own = relation.claims()[0].sentence
    block = story.zones[story.block_number(own.start)].span
    behind = _SENTENCE.match(story.document.text, own.end, block.end)
    return behind is not None and _DISPUTED.search(behind[0]) is not None


def _is_of_first(story: Story, relation: Relation) -> bool:
    """True if a level is what a first comparison is held against, and a second one goes on: "up from 3.7 and above the 5"."""
    if relation.kind == "mean":
        return any(
            c.sentence != relation.claims()[0].sentence and _is_held(story, c)
            for c in relation.claims("total")
        )
    if relation.kind not in ("compare", "multiple", "change"):
        return False
    told = relation.roles[0].value
    second = told.figure.span if isinstance(told, Claim) else getattr(told, "span", None)
    if second is None or (
        relation.kind == "change" and not _OWN_START.match(after(story, relation.claims()[0]))
    ):
        return False
    levels = [c for name in ("subject", "to", "from") for c in relation.claims(name)]
    return any(_is_held(story, c) and _goes_on(story, c, second) for c in levels)


def _is_held(story: Story, level: Claim) -> bool:
    return _HELD.search(before(story, level)) is not None


def _goes_on(story: Story, level: Claim, second: Span) -> bool:
    if level.figure.span.end >= second.start or level.sentence.end < second.start:
        return False
    return _AND_THEN.match(story.words(Span(level.figure.span.end, second.start))) is not None


def _stands_beside(story: Story, relation: Relation) -> bool:
    """True for the 119 of "234 camps, in 119 parks, up from 202", where a figure before it may be the one that moved."""
    if relation.kind not in ("compare", "change", "multiple"):
        return False
    new = [c for name in ("subject", "to") for c in relation.claims(name)]
    old = [c for name in ("reference", "from") for c in relation.claims(name)]
    if not new or not old or not new[0].figure.span < old[0].figure.span:
        return False
    if _BESIDE.search(before(story, new[0])) is None:
        return False
    return any(_may_have_moved(story, c, new[0], old[0]) for c in story.in_sentence(new[0].sentence))


def _may_have_moved(story: Story, claim: Claim, beside: Claim, old: Claim) -> bool:
    if not claim.figure.span < beside.figure.span or is_change(claim) or not of_one_size(claim, old):
        return False
    one_unit = family(claim) == family(old) and (
        family(old) in "CP" or claim.figure.amount.unit == old.figure.amount.unit
    )
    return one_unit and _BESIDE.search(before(story, claim)) is None


def _is_no_then(story: Story, relation: Relation) -> bool:
    """True for "against 176 abroad. That is 48 more than last year": the level is of no earlier time."""
    changes, old = relation.claims("change"), relation.claims("from")
    if (
        relation.kind != "change"
        or not changes
        or not old
        or _THAN_THEN.match(after(story, changes[0])) is None
    ):
        return False
    told = _CLAUSE.split(after(story, old[0]))[0].strip()
    if old[0].sentence == changes[0].sentence or _AGAINST.search(before(story, old[0])) is None or not told:
        return False
    return _TIME.search(told) is None


def _is_done(story: Story, relation: Relation) -> bool:
    """True for a change with a verb of its own that is told of none of its levels."""
    changes, levels = relation.claims("change"), (*relation.claims("from"), *relation.claims("to"))
    if relation.kind != "change" or not changes:
        return False
    change = changes[0]
    done = _DONE.match(after(story, change))
    if done is None:
        return False
    told = " ".join(story.sentence(c) for c in levels).replace(after(story, change), "")
    return not stems(done[1]) & stems(told)
