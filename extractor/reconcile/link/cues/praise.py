"""Words that tell what is good, and not what is more: an injury rate that IMPROVED is lower.

"Improve", "worsen" and "better" go up for sales and down for waits. A "gain" goes up, but for rejects, injuries and
the like, of which fewer are better: "from 14 to 9 per cent, A GAIN of five points".
"""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.model import Claim, Relation, Role
from extractor.reconcile.link.guards.made import makes_change
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

_BY = r"(?:\sin\s[\w’'-]+)?(?:\sby|\sof)?(?:\s(?:about|some|just|nearly|almost|over|around|roughly|more\sthan))?\s$"
_BETTER = r"(?:improv(?:e[sd]?|ing|ements?)|better(?:ed|ing)?|worse(?:n(?:s|ed|ing)?)?|deteriorat(?:e[sd]?|ing|ion))"
_GAIN = r"(?:gain(?:s|ed|ing)?|advances?)"
_BETTER_BY = Regex(rf"\b{_BETTER}{_BY}", re.IGNORECASE)
_BETTER_BEHIND = Regex(rf"^\s(?:[\w-]+\s)?{_BETTER}\b", re.IGNORECASE)
_GAIN_OF = Regex(rf"\b{_GAIN}{_BY}", re.IGNORECASE)
_GAIN_BEHIND = Regex(rf"^\s(?:[\w-]+\s)?{_GAIN}\b", re.IGNORECASE)
#: What is better if there is more of it: "sales improved" is a rise.
_WANTED = Regex(
    r"\b(?:sales|revenues?|turnover|profits?|incomes?|earnings|takings|receipts|output|production|yields?"
    r"|exports?"
    r"|attendances?|audiences?|memberships?|turnouts?|enrol\w*|pass\srates?|success\srates?|scores?|marks"
    r"|grades|savings"
    r"|margins?|wages|pay|dividends?|punctuality|on\stime|satisf\w+|approv\w+|occupancy|recycl\w+"
    r"|coverage|productivity|reserves)\b",
    re.IGNORECASE,
)
#: What is better if there is less of it.
_UNWANTED = Regex(
    r"\b(?:injur\w+|accidents?|incidents?|deaths?|died|killed|mortality|fatalit\w+|rejects?|rejected"
    r"|rejections?|scrapp?\w*|faults?"
    r"|defects?|errors?|mistakes|failures?|failed|failing|waits?|waiting|waited|delays?|delayed|late"
    r"|cancel\w+|queues?|backlogs?|unemploy\w+"
    r"|jobless\w*|out\sof\swork|crimes?|murders?|homicides?|burglar\w+|thefts?|robber\w+|reoffend\w*"
    r"|violen\w+|losses|loss|loses|deficits?"
    r"|debts?|arrears|bad\sloans|defaults?|overdue|unpaid|absen\w+|sick\w*|vacan\w+|drop-?outs?|truan\w+"
    r"|turnover\sof\sstaff"
    r"|staff\sturnover|complaints?|poverty|poor|homeless\w*|hungry|hunger|infect\w+|emissions?|pollut\w+"
    r"|leak\w*|wasted?|spoil\w*"
    r"|spillages?|churn|inflation|costs?|cost-to-income|combined\sratio|expenses?|overdraft|breaches"
    r"|breakdowns?|miss(?:ed|es)"
    r"|smok\w+|obes\w+|illitera\w+|stunt\w+|malnutrition|underweight|over-?crowd\w+|empty)\b",
    re.IGNORECASE,
)
#: A time in which something is run or done: less of it is better.
_FASTER = Regex(r"\b(?:times?|laps?|races?|mile|metres|marathon)\b", re.IGNORECASE)


def by_what_is_good(story: Story, relation: Relation) -> Relation:
    """The change without a direction if its words tell only whether it was for good."""
    if relation.kind != "change" or relation.direction is None:
        return relation
    change = relation.roles[0].value
    old, new = relation.claims("from"), relation.claims("to")
    if (
        not isinstance(change, Claim)
        or not (len(old) == len(new) == 1)
        or not _is_praise(story, change, new[0])
    ):
        return relation
    # The levels may have been put in the order of a rise.
    turned = (
        family(change) == "P" and makes_change(change, *new, *old) and not makes_change(change, *old, *new)
    )
    if turned and relation.strength != "stated":
        old, new = new, old
    return replace(relation, roles=(relation.roles[0], Role("from", *old), Role("to", *new)), direction=None)


def _is_praise(story: Story, change: Claim, level: Claim) -> bool:
    """True for words of good or bad beside a change of what may be the better for being less."""
    told, behind = before(story, change, 60), after(story, change, 30)
    whole = story.sentence(change) + (story.sentence(level) if level.sentence != change.sentence else "")
    unwanted = _UNWANTED.search(whole) is not None or (
        family(level) == "D" and _FASTER.search(whole) is not None
    )
    if _BETTER_BY.search(told) or _BETTER_BEHIND.match(behind):
        return unwanted or not _WANTED.search(whole)
    return unwanted and bool(_GAIN_OF.search(told) or _GAIN_BEHIND.match(behind))


__all__ = ["by_what_is_good"]
