"""Figures beside a whole that are no items of it: an equivalent, another's count, a share of something else.

"The 22 staff, of whom 13 are part-time, are THE EQUIVALENT OF 16.5 full-timers": the 16.5 are all of them again.
"""

from __future__ import annotations

import re
from itertools import pairwise

from extractor.model import Claim, Relation
from extractor.reconcile.link.window.scope import OF_THEM, after, before
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

_SOME = r"(?:(?:about|some|just|only|nearly|almost|over|around|roughly)\s)?"
#: Before and behind what a whole comes to if it is counted otherwise.
_EQUAL_TO = Regex(
    r"\b(?:equivalents?\s(?:of|to)|equivalent,?|equal\sto|equat\w+\sto|(?:the\s)?same\sas|count(?:s|ed"
    r"|ing)?\sas|the\swork\sof"
    rf"|work(?:s|ed|ing)?\sout\s(?:at|as)|translat\w+\s(?:to|into)|amount\w*\sto)\s{_SOME}$",
    re.IGNORECASE,
)
_EQUIVALENTS = Regex(r"^\s(?:[\w-]+\s){0,2}?(?:[\w-]+-)?(?:equivalents?|FTEs?|WTEs?)\b", re.IGNORECASE)
_OF_WHOM = Regex(r"\bof\s(?:whom|which)\s(?:about\s|some\s)?$", re.IGNORECASE)
#: "AND THE NEW ONE WILL NEED 42": the count of what comes after, or stands beside, what the whole is of.
_ANOTHER_HAS = Regex(
    r"[,;]?\s(?:and|while|but|whereas)\s(?:the\s(?:new|next|old|other|second|third|former|latter|planned"
    r"|proposed|present|current|smaller|larger)"
    r"(?:\s(?!are\b|were\b|is\b|was\b)[a-z][\w’'-]+){0,3}?|another(?:\s[\w’'-]+){0,3}?|(?:its"
    r"|their)\s(?:successor|sister|neighbour|rival|replacement|twin)"
    r"(?:\s[\w’'-]+)?|the\sone\s(?:in|at|on|near)\s[\w’'-]+)\s"
    rf"(?:(?:will|would|is\sto|could|can)\s(?:have\s|need\s|[a-z]+\s)|(?:has|had|needs?|needed|employ(?:s"
    rf"|ed)|hold(?:s)?|held|seats?|seated|carrie[sd]|owns?|runs?))\s?{_SOME}$",
    re.IGNORECASE,
)
#: "OF THE INCOME, £812,000 came in grants": an item of a whole without a number, and no whole.
_OF_NAMED = Regex(
    r"(?:^|[.!?”\"]\s)[“\"‘]?(?:Out\s)?[Oo]f\s(?:the|its|their|his|her|our|all|this"
    r"|that)\s(?:[a-z][\w’'-]+\s){0,3}?[a-z][\w’'-]+,\s"
    rf"{_SOME}$"
)
#: From how many there are to what one of them has: "Of the four clubs, Denny won THE MOST, three".
_THE_MOST = Regex(r"\bthe\s(?:most|fewest|least|highest|lowest)\b[^.;]*$", re.IGNORECASE)
#: What splits an item after all: "came in grants: £497,000", "of which".
_SPLITS = Regex(
    r"[:(–—]|\s-\s|\b(?:of\s(?:which|whom|them|that|these|those)|includ\w+|made\sup|compris\w+|split"
    r"|divided)\b"
)
#: From a count to a share that is of it: "512 members, 38 PER CENT OF THEM".
_ASIDE = Regex(
    r"^(?:\s[\w’'-]+){0,5}?(?:,|\s[–—-]|\s\()\s?(?:about\s|some\s|just\s(?:over|under)\s|nearly\s|almost\s)?$"
)
#: The same behind a number that may be read as a name: "members NUMBER 512, 38 per cent of them".
_NUMBERED = Regex(r"\bnumber(?:ed|s|ing)?\s[\d,]+(?:\s[\w’'-]+){0,5}?,\s$", re.IGNORECASE)
_NEXT_CLAUSE = Regex(r"(?:\s(?:and|while|but|whereas)|;)\s(?:\w+\s){0,2}$", re.IGNORECASE)
#: Behind a rest: those who do what the first did and yet do not go on: "who like trams BUT CANNOT say yes".
_BOTH = Regex(
    r"^(?:\sof\s[^,;.]{1,40}?)?,?\s(?:who|that|which)\s(?P<do>[^.;]{2,80}?)"
    r"(?:,?\s(?:but|yet)\b|\sand\s(?:yet|still|(?:do|did|does|will|would|are|were|have|had|can"
    r"|could)(?:\snot|n[’']t)|cannot|never)\b)",
    re.IGNORECASE,
)
#: In that clause: they do the contrary of the first, "who OPPOSE it but may come round".
_CONTRARY = Regex(
    r"\b(?:not|no|none|never|nor|neither|oppos\w+|object\w*|reject\w*|refus\w+|dis[a-z]+|against|den(?:y"
    r"|ied)|abstain\w*|stayed|un[a-z]+)\b|n[’']t\b",
    re.IGNORECASE,
)


def is_no_item(story: Story, relation: Relation) -> bool:
    """True for a sum, a share or a complement one of whose figures is none of it."""
    if relation.kind == "sum":
        parts, totals = relation.claims("part"), relation.claims("total")
        return (
            any(_EQUAL_TO.search(before(story, c)) or _EQUIVALENTS.match(after(story, c)) for c in parts[1:])
            or _is_of_another(story, parts)
            or any(_is_item_itself(story, c, parts) for c in totals)
        )
    if relation.kind == "share":
        return any(_is_of_count_before(story, c, relation) for c in relation.claims("rate"))
    if relation.kind == "complement":
        return any(_does_both(story, c) for c in relation.claims("stated"))
    return False


def _is_of_another(story: Story, parts: tuple[Claim, ...]) -> bool:
    """True for parts behind one that is told in passing, which are the next one's."""
    for one, two in pairwise(sorted(parts, key=lambda c: c.figure.span)):
        aside = OF_THEM.match(after(story, one)) or _OF_WHOM.search(before(story, one))
        if one.sentence == two.sentence and aside and _ANOTHER_HAS.search(story.between(one, two)):
            return True
    return False


def _is_item_itself(story: Story, total: Claim, parts: tuple[Claim, ...]) -> bool:
    first = min(parts, key=lambda c: c.figure.span, default=None)
    if first is None or first.sentence != total.sentence or not total.figure.span < first.figure.span:
        return False
    gap = story.between(total, first)
    if _THE_MOST.search(gap) is not None:
        return True
    return _OF_NAMED.search(before(story, total, 90)) is not None and _SPLITS.search(gap) is None


def _is_of_count_before(story: Story, rate: Claim, relation: Relation) -> bool:
    """True for a share of the count right before it, whose part and whole come only in the next clause."""
    others = sorted((*relation.claims("part"), *relation.claims("whole")), key=lambda c: c.figure.span)
    if not others or not OF_THEM.match(after(story, rate)) or not rate.figure.span < others[0].figure.span:
        return False
    if not _NEXT_CLAUSE.search(story.between(rate, others[0])):
        return False
    ahead = [
        c for c in story.in_sentence(rate.sentence) if c.figure.span < rate.figure.span and family(c) in "CMU"
    ]
    beside = ahead and _ASIDE.match(story.between(ahead[-1], rate))
    return bool(beside) or _NUMBERED.search(before(story, rate)) is not None


def _does_both(story: Story, rest: Claim) -> bool:
    """True for a rest of those who are some of the first share as well."""
    found = _BOTH.match(after(story, rest, 160))
    return found is not None and _CONTRARY.search(found["do"]) is None


__all__ = ["is_no_item"]
