"""Totals told as such of a list before or after them: "40 in Kent and 22 in Essex, a total of 62"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractor.literals import search
from extractor.model import Claim, Relation, Span
from extractor.reconcile.link.tally.apart import set_apart
from extractor.reconcile.link.tally.listing import WORDS, Tally, is_level, made_nearby, of_one_unit, swapped
from extractor.reconcile.link.tally.questioned import is_of_another_time, may_be_questioned
from extractor.reconcile.link.window.scope import after, are_nested, before, may_be_for, windows
from extractor.reconcile.story import DISPLAY, Story
from extractor.regexes import Regex
from extractor.wording import any_of

_TOTAL = WORDS["total"]
#: "Makes 30 out of 40": what stands behind another number is no total.
_TAIL = r"(?:\s(?!than\b|out\b|\d)[\w’'-]+){0,3}?\s$"
_MAKES = Regex(rf"(?:{'|'.join(_TOTAL['makes'])}){_TAIL}", re.IGNORECASE)
_REACHES = Regex(rf"(?:{'|'.join(_TOTAL['reaches'])}){_TAIL}", re.IGNORECASE)
_AHEAD = Regex(rf"\b(?:{'|'.join(_TOTAL['ahead'])})\b[^;.:]{{0,60}}$", re.IGNORECASE)
_NARROW = Regex(rf"(?:{'|'.join(_TOTAL['narrow'])}){_TAIL}", re.IGNORECASE)
_SPANS = any_of(_TOTAL["spans"])
_IN_ALL = Regex(rf"^\s(?:[\w’'-]+\s){{0,2}}?(?:{'|'.join(_TOTAL['in_all'])})\b", re.IGNORECASE)
_SINCE = any_of(_TOTAL["since"])
#: "All other industries together", "nearly all of the £3.1m": no sum of what stands before.
OTHERS = Regex(r"\b(?:others?|nearly\sall|almost\sall|not\sall|most)\b[^;.]{0,30}$", re.IGNORECASE)
#: "34 minutes in all, and scored 19": the words of summing are of the figure before them.
_OF_FIGURE = Regex(r"\d(?:\s[\w’'-]+){0,3}\s$")
_NUMBER = {"two": 2, "both": 2, "pair": 2, "three": 3, "four": 4, "five": 5, "six": 6}
#: "Over the three months it mended ": the total of as many parts.
_OF_SO_MANY = Regex(
    r"^[“\"‘]?(?:Over|Across|In|During|From|Between)\s(?:the|those|these|all)\s(two|three|four|five|six)\s[^;.\d]{0,60}$",
    re.IGNORECASE,
)
_HOW_MANY = Regex(r"\b(two|both|pair|three|four|five|six)\b", re.IGNORECASE)


def totals(story: Story, summed: frozenset[str]) -> Iterator[Relation]:
    """One relation for each figure that is told as a total and stands by its parts."""
    for whole in story.claims:
        if whole.block in DISPLAY or whole.id in summed:
            continue
        makes = search(_MAKES, _led_to(story, whole)) is not None
        if not (is_level(whole) or (makes and _is_loss(whole))):
            continue
        if OTHERS.search(before(story, whole)):
            continue
        tally = _of_list_before(story, whole) or _of_list_after(story, whole)
        if tally is not None and (tally.holds or _is_free(story, tally, makes)):
            yield tally.relation(story)


def _is_loss(whole: Claim) -> bool:
    """True for what reads as a change and is an amount: "for a statewide loss of $375 million"."""
    return is_level(replace(whole, statistic=None, direction=None))


def _is_free(story: Story, tally: Tally, makes: bool) -> bool:
    """True if no other figures around make the total, and nothing forbids that these should."""
    listed = may_be_for(story, tally.total, tally.parts)
    return listed and not made_nearby(story, tally.total) and may_be_questioned(story, tally, kinds=makes)


def _of_list_before(story: Story, whole: Claim) -> Tally | None:
    told = _led_to(story, whole)
    rest = re.split(r"[,;(–—]", story.words(Span(whole.figure.span.end, whole.sentence.end)))[0]
    reaches = search(_REACHES, told) is not None
    of_so_many = _OF_SO_MANY.search(told)
    told_total = reaches or search(_MAKES, told) or _IN_ALL.match(after(story, whole)) or _ahead(story, whole)
    if not (told_total or of_so_many):
        return None
    for window in windows(story, whole):
        parts = [
            c
            for c in window.claims
            if is_level(c) and of_one_unit(c, whole) and c.figure.span < whole.figure.span
        ]
        if not window.narrow and _NARROW.search(told):
            return None
        if len(parts) >= 2:
            tally = Tally(whole, tuple(parts))
            if of_so_many is not None and _NUMBER[of_so_many[1].lower()] == len(parts):
                return None if _is_apart(story, tally) else tally
            if not told_total:
                return None
            partial = reaches or _SINCE.search(rest) is not None or _SPANS.search(told) is not None
            apart = _is_apart(story, tally) or is_of_another_time(story, whole, parts)
            return None if apart or (partial and not tally.exceeds) else tally
    return None


def _is_apart(story: Story, tally: Tally) -> bool:
    return set_apart(story, tally.parts) or are_nested(story, tally.parts)


def _led_to(story: Story, whole: Claim) -> str:
    """The words before a figure's digits, those that were read as a part of it with them: "a total of 62"."""
    return before(story, whole) + re.split(r"[^\w\s]?\d", whole.figure.text)[0]


def _ahead(story: Story, whole: Claim) -> bool:
    """True if words of summing stand before the figure in its clause, and no other figure between."""
    told = before(story, whole, 80)
    found = _AHEAD.search(told)
    if found is None or _OF_FIGURE.search(told[: found.start()]):
        return False
    return not any(ch.isdigit() for ch in found[0])


def _of_list_after(story: Story, whole: Claim) -> Tally | None:
    """ "Together the two took 2,904 patients, 1,730 at Kent and 1,174 at Hove"."""
    if not _ahead(story, whole):
        return None
    parts = tuple(
        c
        for c in story.in_sentence(whole.sentence)
        if is_level(c) and of_one_unit(c, whole) and c.figure.span > whole.figure.span
    )
    tally = Tally(whole, parts)
    if len(parts) < 2 or set_apart(story, parts) or are_nested(story, parts):
        return None
    return tally if _all_are_listed(story, tally) or tally.exceeds or tally.holds or swapped(tally) else None


def _all_are_listed(story: Story, tally: Tally) -> bool:
    """True if as many are listed as the words before the total say: "the two hospitals together"."""
    told = _HOW_MANY.search(before(story, tally.total, 80))
    return told is not None and _NUMBER[told[1].lower()] == len(tally.parts)
