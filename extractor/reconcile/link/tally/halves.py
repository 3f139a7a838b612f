"""Two shares of one whole: "71 per cent are sold. The remaining 29 per cent are let"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from extractor.amount import exact, middle, surely_less, total
from extractor.model import Claim, Cue, Relation, Role, Span
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.runs import is_of_others
from extractor.reconcile.link.tally.listing import WORDS
from extractor.reconcile.link.tally.polar import (
    are_exhaustive,
    are_opposed,
    denies,
    divide_by_name,
    is_of_condition,
    of_one_time,
)
from extractor.reconcile.link.tally.questioned import overlaps
from extractor.reconcile.link.tally.rest import is_rest
from extractor.reconcile.link.window.scope import before
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import any_of

_POLAR = WORDS["polar"]
_ELSE = Regex(rf"\b(?:{'|'.join(_POLAR['else'])})\s?$", re.IGNORECASE)
_OPINION = any_of(_POLAR["opinion"])
#: "On a turnout of 81 per cent": of all who might have voted, and no third part.
_TURNOUT = Regex(r"\bturnout\s(?:of|was|reached|came\sto)\s(?:\w+\s)?$", re.IGNORECASE)
#: "In the second poll 46 per cent", "the firm says that 45 per cent": asked or told another time, or by others.
_ANOTHER = Regex(
    r"\b(?:in|on|at|among|for|by)\s(?:the\s)?(?:second|third|other|latest|last|next)\b", re.IGNORECASE
)
#: "In the south 56 per cent": the place or group that a share is of, but for "in all", "in contrast".
_OPENS = Regex(
    r"(?:^|[,;.]\s|\b(?:and|while|but)\s)(?:in|at|among|for|across|on)\s(?:the\s)?"
    r"(?!all\b|total\b|fact\b|contrast\b|short\b|other\b|addition\b|turn\b)([\w’'-]+)[^.;]{0,20}$",
    re.IGNORECASE,
)
#: "Of 433 tenants 58 per cent; of 119 OWNERS": before the number of another whole.
_OF_SO_MANY = Regex(r"\b(?:of|among|from)\s(?:the\s|its\s|their\s|some\s|about\s)?$", re.IGNORECASE)
_SAYS = Regex(r"\b(?:says?|said|claims?|claimed|reckons?|puts?)\s(?:that\s)?(?:\w+\s)?$", re.IGNORECASE)
#: "Of the rest 66 per cent": a share of what is left.
_OF_REST = Regex(
    r"\b(?:of|among)\s(?:the|its|their)\s(?:rest|others|remainder),?\s(?:\w+\s)?$",
    re.IGNORECASE,
)
#: "46 per cent of visits; Pontarfor ANOTHER 19": a part between the two shares.
_THIRD = Regex(
    r"\b(?:another|an?\s(?:further|additional|extra)|a\s(?:second|third)\s(?=\d))\s(?:\w+\s)?\d",
    re.IGNORECASE,
)
APART = int(WORDS["bounds"]["apart"])
#: Points that two shares told as all of a whole may leave of it.
LEFT = 4
#: "48 per cent of women": the whole of a share, if it is no pronoun.
OWN_BASE = Regex(r"^\sof\s(?!(?:them|those|these|it)\b)", re.IGNORECASE)


def halves(story: Story, summed: frozenset[str]) -> Iterator[Relation]:
    """One relation for each share that its words make the rest, or the opposite, of the one before it."""
    for share in story.claims:
        other = _before(story, share) if is_share(share) and share.id not in summed else None
        if other is None or other.id in summed or not _are_one_whole(story, other, share):
            continue
        span = Span(other.sentence.start, share.sentence.end)
        if not overlaps(story, span):
            roles = (Role("stated", share), Role("other", other))
            yield Relation("complement", roles, Cue(story.document.id, span, story.words(span)), "contextual")


def is_share(claim: Claim) -> bool:
    return family(claim) == "P" and not is_change(claim) and claim.block not in DISPLAY


def _before(story: Story, share: Claim) -> Claim | None:
    """The one share before another in its sentence; where there is none, the one share of the sentence before."""
    here = [c for c in story.in_sentence(share.sentence) if family(c) == "P" and c is not share]
    here = [c for c in here if not _TURNOUT.search(before(story, c, 30))]
    around = here or shares_before(story, share, 1)
    if len(around) != 1 or not is_share(around[0]) or not around[0].figure.span < share.figure.span:
        return None
    return around[0] if here or not shares_before(story, share, 2) else None


def shares_before(story: Story, share: Claim, far: int) -> list[Claim]:
    """The shares of the sentence with figures so many before a share's own, in its paragraph."""
    place = story.number_of(share) - far
    inside = story.in_sentence(story.sentences[place]) if place >= 0 else ()
    return [c for c in inside if family(c) == "P" and story.paragraphs_apart(c, share) == 0]


def _are_one_whole(story: Story, other: Claim, share: Claim) -> bool:
    """True if the words make the second share all that the first is not, or some of it and it is too much."""
    told = total((other.figure.amount, share.figure.amount))
    sum_ = middle(told)
    if sum_ is None or abs(float(sum_) - 100) > APART:
        return False
    if not of_one_time(other, share) or is_of_others(story, share) or _is_told_apart(story, other, share):
        return False
    too_much = surely_less(exact(100), told)
    if _OF_REST.search(before(story, share, 40)):
        return False
    if _THIRD.search(story.between(other, share)):
        return False
    if is_rest(story, share) or _ELSE.search(before(story, share)):
        third = other.sentence == share.sentence and shares_before(story, share, 1)
        return too_much or not third
    if OWN_BASE.match(story.words(Span(share.figure.span.end, share.sentence.end))):
        return False
    if denies(story, share) and not denies(story, other):
        return too_much or not _OPINION.search(story.words(Span(other.sentence.start, share.figure.span.end)))
    if not (too_much or (_is_too_little(sum_) and are_exhaustive(story, other, share))):
        return False
    return are_opposed(story, other, share) or divide_by_name(story, other, share)


def _is_too_little(together: Fraction) -> bool:
    """True if two shares leave more of the whole than rounding or a few who would not say."""
    return together < 100 - LEFT


def _is_told_apart(story: Story, other: Claim, share: Claim) -> bool:
    """True if the second share is of another poll, place or group, or each is what somebody else says."""
    told = before(story, share)
    if any(is_of_condition(story, c) for c in (other, share)) or _has_own_whole(story, other, share):
        return True
    group, first = (_OPENS.search(before(story, c, 40)) for c in (share, other))
    if group is not None and (first is None or first[1].lower() != group[1].lower()):
        return True
    says = other.sentence != share.sentence and _SAYS.search(told) and _SAYS.search(before(story, other))
    return bool(says) or (_ANOTHER.search(told) is not None and not is_rest(story, share))


def _has_own_whole(story: Story, other: Claim, share: Claim) -> bool:
    """True if the words between two shares number another whole for the second."""
    between = story.starting(other.figure.span.end, share.figure.span.start - 1)
    return any(family(c) == "C" and _OF_SO_MANY.search(before(story, c)) for c in between)
