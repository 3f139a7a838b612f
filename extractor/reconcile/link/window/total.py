"""Totals told of a list in the sentences before, and what is told as left of a whole.

"Parents raised £6,420, staff £1,080, and the old boys sent £2,500. That makes £10,000."
"Of the 214 passengers, 38 were winched up and 169 taken off by boat. The other seven swam."
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.amount import surely_less
from extractor.lexicon import table
from extractor.model import Claim, Relation, Role
from extractor.nouns import may_be_one
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.tally.apart import are_rivals, is_range
from extractor.reconcile.link.tally.gather import is_item
from extractor.reconcile.link.tally.listing import (
    Tally,
    fitting,
    is_level,
    is_next_row,
    of_one_unit,
    told_before,
)
from extractor.reconcile.link.tally.questioned import is_of_another_time, names_another
from extractor.reconcile.link.tally.rest import OF_WHOLE, is_narrowed, is_part_of_these
from extractor.reconcile.link.tally.told import OTHERS
from extractor.reconcile.link.window.scope import (
    Window,
    after,
    are_nested,
    before,
    cue,
    in_one_paragraph,
    may_be_for,
    windows,
)
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex
from extractor.wording import any_of

_WORDS = table("windows")["total"]
_MAKES = Regex(rf"(?:{'|'.join(_WORDS['makes'])})\s?(?:(?!out\b|\d)[\w’'-]+\s){{0,2}}?$", re.IGNORECASE)
_IN_ALL = Regex(rf"^\s(?:[\w’'-]+\s){{0,2}}?(?:{'|'.join(_WORDS['in_all'])})\b", re.IGNORECASE)
_OPEN = any_of([*_WORDS["open"], *table("sums")["total"]["runs_on"]])
#: "The other 17", "the remaining five"; "two other sites" are none of those counted.
_LEFT = Regex(
    r"\bthe\s(?:rest|remaining|remainder|others?)(?:\s(?:of\sthem|[^\W\d][\w’'-]*)){0,2},?\s$", re.IGNORECASE
)
#: "Of the ferry's 214 passengers", "an audit of the 75 bridges", "there were 60".
_TOLD_AS_WHOLE = Regex(rf"\b(?:{'|'.join(_WORDS['whole'])})\b[^;.]{{0,24}}$", re.IGNORECASE)
#: Behind a part: a price for a time, or one of some others.
_NO_PART = Regex(
    r"^\s(?:other\b|an?\s(?:day|week|month|year|hour|head)\b|per\s|each\b|apiece\b)", re.IGNORECASE
)
#: A part that is told as one more than those before: "It also paid £40,000".
_ALSO = Regex(r"\b(?:also|another|further|added|additional|more|too|as\swell)\b", re.IGNORECASE)
#: More parts than these are a table.
MOST = 7


def totals(story: Story, open_ones: Sequence[Claim]) -> Iterator[Relation]:
    """One relation for each total or remainder that nothing explains and that stands by its parts."""
    for claim in open_ones:
        if family(claim) not in "CMU" or is_change(claim):
            continue
        if _LEFT.search(before(story, claim)):
            tie = _whole_of_rest
        elif OTHERS.search(before(story, claim)):
            continue
        elif _MAKES.search(before(story, claim)) or _IN_ALL.match(after(story, claim)):
            tie = _total_of_list
        else:
            continue
        relation = next((r for w in windows(story, claim) if (r := tie(story, w)) is not None), None)
        if relation is not None:
            yield relation


def _total_of_list(story: Story, window: Window) -> Relation | None:
    """A total with all figures of its unit that stand before it, where those are a list."""
    whole = window.target
    parts = [c for c in _alike(window) if c.figure.span < whole.figure.span and _one_noun(c, whole)]
    if not 2 <= len(parts) <= MOST or _is_open(story, window, parts):
        return None
    if not may_be_for(story, whole, parts) or are_nested(story, parts) or not in_one_paragraph(story, parts):
        return None
    if any(not surely_less(p.figure.amount, whole.figure.amount) for p in parts):
        return None
    if _goes_on(story, window, parts) or _is_below_rounding(whole, parts):
        return None
    roles = (Role("total", whole), *(Role("part", c) for c in parts))
    return Relation("sum", roles, cue(story, window), "contextual")


def _is_below_rounding(whole: Claim, parts: Sequence[Claim]) -> bool:
    """True if a part is too small to show in the total as printed: $61,000 beside $134 million."""
    low, high = whole.figure.amount.low, whole.figure.amount.high
    values = [p.figure.value for p in parts if p.figure.value is not None]
    return low is not None and high is not None and any(v < high - low for v in values)


def _goes_on(story: Story, window: Window, parts: Sequence[Claim]) -> bool:
    """True if the list began before the window, by its figures or by "also", or the total is of another time."""
    whole = window.target
    if Tally(whole, tuple(parts)).holds:
        return False
    if is_of_another_time(story, whole, parts):
        return True
    earlier = [c for c in told_before(story, whole) if c.figure.span < parts[0].figure.span and is_level(c)]
    earlier = [c for c in earlier if of_one_unit(c, whole)]
    made = any(Tally(whole, (*earlier[at:], *parts)).holds for at in range(len(earlier)))
    return made or (bool(earlier) and _ALSO.search(story.words(window.span)) is not None)


def _whole_of_rest(story: Story, window: Window) -> Relation | None:
    """What is left, with the one whole before it and the parts between."""
    rest = window.target
    figures = [c for c in _alike(window) if c.figure.span < rest.figure.span]
    figures = [c for c in figures if _one_noun(c, figures[0])]
    if figures and not _one_noun(figures[0], rest):
        return None
    if not 2 <= len(figures) <= MOST or _is_open(story, window, figures):
        return None
    whole, *parts = _whole_first(story, figures)
    if is_next_row(story, whole, parts[0]):
        return None
    if any(_UNTIL.search(story.lead(p)) for p in parts):
        return None
    if names_another(story, whole, parts) or any(_OF.search(before(story, c, 6)) for c in (*parts, rest)):
        return None
    told = Tally(whole, (*parts, rest))
    if not told.holds and (
        is_narrowed(story, whole, rest)
        or _is_told_out(story, window, told)
        or are_rivals(story, told.claims)
        or is_item(story, whole, told.parts)
    ):
        return None
    if not in_one_paragraph(story, parts) or not _TOLD_AS_WHOLE.search(before(story, whole, 40)):
        return None
    if is_part_of_these(story, whole):
        return None
    if any(not surely_less(p.figure.amount, whole.figure.amount) for p in (*parts, rest)):
        return None
    made = fitting((*parts, rest), whole, rest)  # "£210,000 on cars, one for £94,000": no part but of a part
    listed = made.parts if made is not None else (*parts, rest)
    roles = (Role("total", whole), *(Role("part", c) for c in listed))
    return Relation("sum", roles, cue(story, window), "contextual")


#: Before the 52 of "nine of 61, eight of 52": what a part is of.
_OF = Regex(r"\bof\s$", re.IGNORECASE)
#: What a level was before: "Until September, when she resigned, it was 25".
_UNTIL = Regex(r"\b(?:until|till|used\sto|previously|formerly|had\sbeen)\b", re.IGNORECASE)


def _is_told_out(story: Story, window: Window, told: Tally) -> bool:
    """True if the parts alone make the whole, so that the rest is of another, or some figures were left out.

    "Of the 34, 21 are women, eight children and five men. Twenty-two were buried; the other 12 ..."
    """
    *parts, rest = told.parts
    between = [c for c in window.claims if told.total.figure.span < c.figure.span < rest.figure.span]
    skipped = [c for c in between if family(c) == family(rest) and c not in parts and not is_range(story, c)]
    made = any(Tally(told.total, tuple(parts[: n + 1])).holds for n in range(1, len(parts)))
    return made or bool(skipped) or any(is_range(story, p) for p in parts)


def _whole_first(story: Story, figures: Sequence[Claim]) -> Sequence[Claim]:
    """The figures with the whole first: it may stand second, as in "nine of the 14 seats"."""
    first, second, *rest = figures
    between = story.between(first, second)
    if OF_WHOLE.match(between) and surely_less(first.figure.amount, second.figure.amount):
        return (second, first, *rest)
    return figures


def _one_noun(part: Claim, whole: Claim) -> bool:
    """True unless both name what they count and the nouns differ: people and the sites they go to."""
    if family(whole) != "C" or part.measure is None or whole.measure is None:
        return True
    return may_be_one(part.measure.key, whole.measure.key)


def _alike(window: Window) -> Sequence[Claim]:
    """The figures of the target's unit in the window that are no changes."""
    kind, unit = family(window.target), window.target.figure.amount.unit
    inside = [c for c in window.claims if not is_change(c) and family(c) == kind]
    return tuple(c for c in inside if kind == "C" or c.figure.amount.unit == unit)


def _is_open(story: Story, window: Window, parts: Sequence[Claim]) -> bool:
    """True if the list is not complete, overlaps, or has a part that is a bound."""
    bounded = any(c.figure.amount.low is None or c.figure.amount.high is None for c in parts)
    loose = any(_NO_PART.match(after(story, c)) for c in parts)
    return bounded or loose or bool(_OPEN.search(story.words(window.span)))
