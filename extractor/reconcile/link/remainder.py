"""What is left of a whole, told as a rate: "R640m of the R1.6bn was spent. The remaining 60% was not"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.amount import difference, surely_less
from extractor.model import Claim, Cue, Derived, Relation, Role, stable_id
from extractor.reconcile.link.change import same_unit
from extractor.reconcile.link.cues.phrases import Marked, Match, Phrase, first_of_each, matches
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

_ON = r"[^‹|¶;]{0,110}?(?:[|][|\s]*[^‹|¶;]{0,70}?)?"
#: "Children UNDER FIVE", right behind what is counted.
_AGED = r"(?:[^‹|¶;]{0,25}?‹[CAD](?P<aged>\d+)›)?"
_LEFT = r"\b(?:remaining|other|what\s(?:is|was)\sleft,|leaving|leaves|left)\s(?:about\s|some\s|nearly\s)?"
#: "14,000 of THE TOWN'S 25,000 children", "of Ohio's 88 counties".
_OWNED = r"(?:the\s|its\s|their\s)?(?:[A-Z][\w-]+\s)?[\w-]+(?:[’']s|s[’'])\s"
_AGE = Regex(r"(?:under|over|aged|below)\b", re.IGNORECASE)
#: A rate of something else named behind it: "the remaining 20 per cent of the staff".
_ALL = (
    r"(?!\s(?:of|in)\s(?!it\b|them\b|those\b|these\b|the\s(?:total|money|sum|lot|cash)\b)|\smore\b|\sless\b)"
)
PHRASES = (
    Phrase(
        "part-of-whole-remaining-rate",
        "a part of a whole, then the rate of what is left of it",
        rf"{{part:N}}(?:\s[\w’'-]+){{0,2}}?\s(?:out\s)?of\s(?:@ART\s|its\s|their\s|our\s|all\s|those\s|these\s|{_OWNED}){{whole:N}}{_AGED}{_ON}{_LEFT}{{rate:P}}{_ALL}",
        "share",
        (
            "£640 of the £1,600 grant was spent. The remaining 60 per cent is in the bank",
            "Nurses have seen 360 of the town's 900 pupils.| That leaves 60 per cent of them unseen",
        ),
        "£640 of the £1,600 grant was spent. The remaining 60 per cent of the staff left",
    ),
    Phrase(
        "of-whole-part-leaves-rate",
        "of a whole a part, then the rate that this leaves",
        r"\bof\s(?:@ART\s|its\s|their\s|all\s|those\s|these\s){whole:N}[^‹|¶;]{0,60}?,\s(?:(?:some|only|just|about)\s)?{part:N}"
        + _ON
        + r"\b(?:leaving|leaves|left)\s(?:about\s|some\s|nearly\s)?{rate:P}"
        + _ALL,
        "share",
        (
            "Of the 2,400 shops in the market, 1,680 had been wired by May.| That leaves 30 per cent of them without",
        ),
        "Of the 2,400 shops in the market, 1,680 had been wired by May.| That leaves 30 per cent of the budget",
    ),
    Phrase(
        "whole-of-which-part-leaves-rate",
        "a whole of which a part is told, then the rate that this leaves",
        r"{whole:N}[^‹|¶;]{0,60}?,?\sof\s(?:which|whom)\s(?:(?:some|only|just|about)\s)?{part:N}"
        + _ON
        + r"\b(?:leaving|leaves|left)\s(?:about\s|some\s|nearly\s)?{rate:P}"
        + _ALL,
        "share",
        ("has 18,400 names, of which 10,120 were checked.| That leaves 45 per cent to be",),
        "has 18,400 names, of which 10,120 were checked.| That leaves 45 per cent of the budget",
    ),
    Phrase(
        "whole-and-part-left-without",
        "a whole and a part of it, then the rate of those that this left without",
        r"{whole:N}[^‹|¶;]{0,80}?\b(?:and|but)\s(?:[\w’'-]+\s){0,4}?(?:only|just|no\smore\sthan)?\s?{part:N}[^‹|¶;]{0,110}?[|][|\s]*(?:That|This|It|Which)\s(?:leaves|left)\s(?:about\s|some\s|nearly\s)?{rate:P}"
        r"(?=\s(?:of\sthem\s)?(?:with\s(?:no|nothing|neither)|without|un[a-z]+|still|to\sbe|in\sthe\sdark|who\s(?:had|have|did|do|were|are)\snot|empty|waiting)\b)",
        "share",
        (
            "asked 1,250 tenants and found that only 550 had a lease.| That left 56 per cent with no lease",
            "has 1,250 taps but just 550 run.| That leaves 56 per cent without water",
        ),
        "asked 1,250 tenants and found that only 550 had a lease.| That left 56 per cent of landlords cross",
    ),
    Phrase(
        "whole-part-of-them-remaining-rate",
        "a whole, a part of it, then the rate of what is left",
        rf"{{whole:N}}[^‹|¶;]{{0,70}}?{{part:N}}(?:\s[\w’'-]+)?\sof\s(?:them|those|these|it)\b{_ON}{_LEFT}{{rate:P}}{_ALL}",
        "share",
        ("has 340 cars and can show 221 of them, so the remaining 35 per cent are lost",),
        "has 340 cars and can show 221 of them, and 35 per cent of drivers",
    ),
)


def remainders(story: Story, marked: Marked) -> Iterator[Relation]:
    """The rates of what is left of a printed whole without a printed part of it."""
    for match in first_of_each(matches(marked, PHRASES), "rate"):
        rate, part, whole = (match.roles[r] for r in ("rate", "part", "whole"))
        if (
            family(part) in "CMU"
            and same_unit(part, whole)
            and surely_less(part.figure.amount, whole.figure.amount)
            and ("aged" not in match.roles or _is_age(match.roles["aged"]))
        ):
            yield _relation(story, match, rate, _rest(part, whole), whole)


def _is_age(claim: Claim) -> bool:
    """True for "under five", behind children."""
    return family(claim) == "A" or _AGE.match(claim.figure.text) is not None


def _rest(part: Claim, whole: Claim) -> Derived:
    amount = difference(whole.figure.amount, part.figure.amount)
    told = f"{whole.figure.text} − {part.figure.text}"
    return Derived(stable_id("d", whole.id, part.id, "rest"), amount, "what is left", (whole, part), told)


def _relation(story: Story, match: Match, rate: Claim, rest: Derived, whole: Claim) -> Relation:
    roles = (Role("rate", rate), Role("part", rest), Role("whole", whole))
    return Relation("share", roles, Cue(story.document.id, match.span, story.words(match.span)), "stated")
