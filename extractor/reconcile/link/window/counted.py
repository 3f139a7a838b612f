"""Whether the words count a part from a whole: "63 of the apprentices", "in 39 cases", "eleven sold her one"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.lexicon import table
from extractor.model import Claim, Span
from extractor.nouns import may_be_one
from extractor.reconcile.link.window.others import is_of_others
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.link.window.share import COLLECTIVE
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

_WORDS = table("windows")["worked"]
#: A part that says what it is of: "of them", "63 of the apprentices".
_OF_THEM = Regex(r"\b(?:(?:of|among)\s(?:them|these|those|that|it|which|whom)|out\sof)\b", re.IGNORECASE)
_OF_ITS = Regex(
    r"^\s(?:of\s(?:the|its|their|his|her|our|all)\s(?!(?:year|month|week|day|season|time)\b)"
    r"|(?:had\s)?(?:accounts?\sfor|accounted\sfor|made\sup|makes\sup)\b)",
    re.IGNORECASE,
)


#: A part that goes back to what was counted.
#: "Gained 3.9 per cent to": before a level.
_MOVED_TO = Regex(r"(?:per\scent|percent|%)[^,;.]{0,20}\sto\s(?:about\s|some\s)?$", re.IGNORECASE)
#: Between a number and a noun that is not its own.
_OBJECT = Regex(
    r"\b(?:an?|the|her|him|his|their|its|them|no|any|to|in|on|at|had|have|has|was|were|did|would|could|got|took|gave|said)\b",
    re.IGNORECASE,
)


def is_some(story: Story, part: Claim) -> bool:
    """True for "63 of the apprentices", "of them 63"; not for the "990 pages of her diary" of 2,750 letters."""
    behind = after(story, part, 30)
    return bool(_OF_THEM.search(f"{before(story, part, 20)}·{behind}") or _OF_ITS.match(behind))


def is_counted_of(story: Story, rate: Claim, part: Claim, whole: Claim) -> bool:
    """True if the words at part or rate count from the whole, which stands near."""
    if is_of_others(story, part, whole):
        return False
    if is_general(part) and story.number_of(part) - story.number_of(whole) < 3:
        return True
    if _is_counted_from(story, part, whole):
        return True
    return _names_whole(rate, part, whole) and (family(part) == "C" or _are_alone(story, part, whole))


def _are_alone(story: Story, part: Claim, whole: Claim) -> bool:
    """True if the paragraphs of two amounts hold no other of their unit, and neither is where something rose to."""
    if any(_MOVED_TO.search(before(story, c, 40)) for c in (part, whole)):
        return False
    first = story.block_number(whole.figure.span.start)
    last = story.block_number(part.figure.span.start)
    others = (c for c in story.claims if first <= story.block_number(c.figure.span.start) <= last)
    amounts = {c.figure.amount for c in others if family(c) == family(part)}
    return amounts <= {part.figure.amount, whole.figure.amount}


def _names_whole(rate: Claim, part: Claim, whole: Claim) -> bool:
    """True if the words at a rate name what the whole counts, or of an amount all of it: "£175m ... 45 per cent of turnover"."""
    if rate.base is None or rate.base.found == "document" or rate.base.key in _WORDS["general"]:
        return False
    named = whole.measure is not None and may_be_one(rate.base.key, whole.measure.key)
    if family(part) == "C":
        return named and rate.base.found == "here"
    return named or rate.base.key in COLLECTIVE


def is_general(part: Claim) -> bool:
    """True for "234 people", "525 households", which may stand for those that the rate is of."""
    return part.measure is not None and part.measure.key in _WORDS["general"]


def _is_counted_from(story: Story, part: Claim, whole: Claim) -> bool:
    """True if a part leaves its noun out, says "of them", or counts what the whole counts."""
    if is_some(story, part):
        return True
    if _leaves_noun_out(story, part):
        near = story.paragraphs_apart(part, whole) == 0 or story.number_of(part) - story.number_of(whole) < 2
        return family(part) == "C" and near and _may_be_its_noun(part, whole)
    if part.measure is None or family(part) != "C":
        return False  # online sales are no part of those of supermarkets
    return whole.measure is not None and may_be_one(part.measure.key, whole.measure.key)


def _leaves_noun_out(story: Story, part: Claim) -> bool:
    """True for "eleven stood empty", "in 39 cases", and "eleven sold her a vape", where the vape is what they sold."""
    noun = part.measure
    if noun is None or noun.found != "here" or noun.key in _WORDS["cases"]:
        return True
    if noun.span is None or noun.span.start < part.figure.span.end:
        return False
    return _OBJECT.search(story.words(Span(part.figure.span.end, noun.span.start))) is not None


def _may_be_its_noun(part: Claim, whole: Claim) -> bool:
    """False where the noun that a part leaves out is known, and the other count is of something else."""
    if (
        part.measure is None
        or part.measure.found == "here"
        or whole.measure is None
        or whole.measure.found != "here"
    ):
        return True
    keys = {m.key for m in (part.measure, part.base) if m is not None}
    return bool(keys & set(_WORDS["cases"])) or any(may_be_one(k, whole.measure.key) for k in keys)


def names_itself(count: Claim) -> bool:
    """True for a count of things, as in "climbed 212 towers", "grew 40 vines", whatever its verb may mean elsewhere."""
    return family(count) == "C" and count.measure is not None and count.measure.found == "here"


def of_their_noun(rate: Claim, part: Claim, counts: Sequence[Claim]) -> list[Claim]:
    """Those of several counts that count what part and rate are of: 212 towers, and not the 94 steps of one."""
    told = (m for m in (part.base, part.measure, rate.base) if m is not None and m.found == "here")
    keys = {m.key for m in told} - set(_WORDS["general"])
    return [c for c in counts if c.measure is not None and any(may_be_one(c.measure.key, k) for k in keys)]
