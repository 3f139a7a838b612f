"""What is left of a whole told some paragraphs before: "has the £240,000 it needs ... Firms put up the rest, £57,000".

The words of a remainder say that the parts are all. Which figures they are is told by the unit, and for counts
by what they count; the sum must then miss the whole by little, or what stands between was none of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.amount import surely_less
from extractor.model import Claim, Relation
from extractor.nouns import may_be_one
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.tally.gather import ONE_MORE
from extractor.reconcile.link.tally.listing import (
    MOST,
    WORDS,
    Tally,
    fitting,
    is_level,
    of_one_unit,
    own_noun,
    swapped,
)
from extractor.reconcile.link.tally.questioned import is_no_part, overlaps
from extractor.reconcile.link.tally.rest import is_narrowed, is_rest, is_told_whole, is_undone
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.link.worded import nearly_completed, told_in_words
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import any_of

_AFAR = WORDS["afar"]
_REST = Regex(rf"\b(?:{'|'.join(_AFAR['rest'])})(?:\sof\s\w+)?,?\s$", re.IGNORECASE)
_MADE_UP = Regex(rf"^[^.;]{{0,60}}?\b(?:{'|'.join(_AFAR['made_up'])})\b", re.IGNORECASE)
_LOOSE = any_of(_AFAR["loose"])
#: Before a number: what it counts stands in front, "a staff of 17".
_OF = Regex(r"\sof\s$", re.IGNORECASE)
#: Behind a part: it is one more, or some of what was told.
_OF_THEM = Regex(r"^\sof\s(?:them|these|those)\b", re.IGNORECASE)
#: What stands for any noun: "that leaves 19 who want to strike", "540 of the total".
_ANY = Regex(r"(?:the\s)?(?:who|whom|which|that|total|whole|number|lot)", re.IGNORECASE)
_CLAUSE = Regex(r"[,;:()–—]|\s(?:and|while|but|which|who)\s")
#: How far a sum may miss its whole, how many paragraphs before the rest the whole may stand, and the fewest parts.
NEAR, BACK, FEWEST = float(_AFAR["near"]), int(_AFAR["back"]), 3


def rests_afar(story: Story, summed: frozenset[str]) -> Iterator[Relation]:
    """One relation for each remainder of a whole that no window around it holds."""
    for rest in story.claims:
        if rest.block in DISPLAY or rest.id in summed or not is_level(rest) or not _is_rest(story, rest):
            continue
        earlier = [c for c in story.around(rest, BACK) if _is_before(story, c, rest)]
        tallies = [t for w in earlier if (t := _of_whole(story, w, rest, earlier)) is not None]
        if len(tallies) == 1 and not any(c.id in summed for c in tallies[0].claims):
            (tally,) = tallies
            apart = is_narrowed(story, tally.total, rest) or is_undone(story, tally)
            apart = apart or _is_of_another(story, rest, earlier)
            if tally.holds or not apart:
                yield tally.relation(story)


def _is_rest(story: Story, claim: Claim) -> bool:
    """True for "the rest, £57,000", "that leaves 18", and "$750,000 for earnings, which made up the balance"."""
    told = _REST.search(before(story, claim)) is not None or is_rest(story, claim)
    return told or _MADE_UP.match(after(story, claim, 90)) is not None


def _is_of_another(story: Story, rest: Claim, earlier: Sequence[Claim]) -> bool:
    """True if a rest completes another figure before it, be it told as a rise: "Costs will go up by £41m"."""
    told = [c for c in story.around(rest, BACK) if c.figure.span < rest.figure.span]
    moved = (
        replace(c, statistic=None, direction=None) for c in told if is_change(c) and of_one_unit(c, rest)
    )
    return any(fitting((*earlier, rest), w, rest) is not None for w in (*earlier, *moved))


def _is_before(story: Story, claim: Claim, rest: Claim) -> bool:
    """True for an amount in the unit of the rest before it."""
    told = claim.block not in DISPLAY and claim.figure.span < rest.figure.span
    counted = ONE_MORE.match(after(story, claim)) is not None or _is_divided(story, claim)
    level = is_level(replace(claim, statistic=None, direction=None) if counted else claim)
    return told and level and of_one_unit(claim, rest)


def _is_divided(story: Story, claim: Claim) -> bool:
    """True for what reads as a change and is a number of things: "will drop 36 routes. Fifteen of them run at night"."""
    behind = story.following(claim)
    return behind is not None and _OF_THEM.match(after(story, behind)) is not None


def _of_whole(story: Story, whole: Claim, rest: Claim, earlier: Sequence[Claim]) -> Tally | None:
    """The whole with all figures up to the rest that may be of it; None if they are too few, or far from it."""
    if next((c for c in earlier if may_be_of(story, c, whole)), rest) is not whole:
        return None  # "2.6tn. Of this, 1.69tn is raised here": what stands behind another figure may be a part of it
    parts = (*(c for c in earlier if c is not whole and may_be_of(story, c, whole)), rest)
    alone = all(c.sentence != whole.sentence for c in (*earlier, rest) if c is not whole)
    larger = all(surely_less(p.figure.amount, whole.figure.amount) for p in parts)
    if (
        not larger
        or len(parts) > MOST
        or not (is_told_whole(story, whole) or alone)
        or not may_be_of(story, rest, whole)
    ):
        return None
    tally = Tally(whole, parts)
    if len(parts) < FEWEST and len(parts) + told_in_words(story, tally.relation(story)) < FEWEST:
        return None
    loose = (
        any(_is_loose(story, p) for p in parts)
        or is_no_part(story, whole)
        or any(overlaps(story, p.sentence) for p in parts)
    )
    near = tally.gap <= NEAR or swapped(tally) or nearly_completed(story, tally.relation(story), NEAR)
    return tally if near and not loose else None


def may_be_of(story: Story, part: Claim, whole: Claim) -> bool:
    """False for a count that names another thing: the desks between the people."""
    noun = _counted(story, part)
    if family(whole) != "C" or noun is None or family(part) != "C":
        return family(whole) == family(part) or family(part) == "C"
    if whole.measure is not None and may_be_one(noun, whole.measure.key):
        return True
    return _REST.search(before(story, part)) is not None and _names(story, whole, noun)


def _counted(story: Story, part: Claim) -> str | None:
    """The noun behind a figure, or before it with "of"; another one is a label: "wind chimes accounted for 671"."""
    noun = part.measure
    if noun is None or noun.span is None or _ANY.fullmatch(noun.text):
        return None  # "19 who want to strike" are people of whatever kind
    if part.figure.span.start < noun.span.start:
        return own_noun(story, part)
    return own_noun(story, part) if _OF.search(before(story, part, 4)) else None


def _names(story: Story, whole: Claim, noun: str) -> bool:
    """True for the remaining holders and "the holders of all 342 plots"."""
    return (
        re.search(rf"\b{re.escape(noun)}s?\sof\s(?:[\w’'-]+\s)?$", before(story, whole), re.IGNORECASE)
        is not None
    )


def _is_loose(story: Story, claim: Claim) -> bool:
    """True if the words of a figure's clause, itself a #, tell it for each, for a time, or beside another."""
    if _OF_THEM.match(after(story, claim)):
        return False
    clause = _CLAUSE.split(before(story, claim))[-1] + "# " + _CLAUSE.split(after(story, claim))[0]
    return is_no_part(story, claim) or _LOOSE.search(clause) is not None


__all__ = ["may_be_of", "rests_afar"]
