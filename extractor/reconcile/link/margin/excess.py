"""So many more than another one that tells its own figure: "69 more than the clinic at Toukley, which managed 349"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.model import Claim, Direction, Relation, Span
from extractor.reconcile.link.margin.sides import (
    WORDS,
    is_made,
    is_near_size,
    is_told,
    may_be_side,
    of_one_thing,
    ordered,
    relation_of,
    sides_in,
)
from extractor.reconcile.link.window.scope import after
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import any_of, one_of

_EXCESS = WORDS["excess"]
_THAN = r"(?:\s(?:than|of|on|the))?"
#: Words of a thing between a size and its comparison; no verb, whose particle it may be: "61 turned up".
_THING = r"(?:\s(?![a-z]+ed\b|(?:came|come|went|go|gave|give|took|take|made|make|fell|fall|ran|run|grew|grow|held|hold|got|get|was|were|are|is|had|have)\b)[a-z][\w’'-]*){0,2}?"
_MORE, _LESS = (
    Regex(rf"^{_THING}\s(?P<way>{one_of(_EXCESS[way])})\b{_THAN}", re.IGNORECASE) for way in ("more", "less")
)
_TO_NAME = r"(?:\s(?!(?:and|but|or|while)\b)[\w’'&.-]+){1,10}?"
#: From "than" to the figure of what is compared with: a clause of its own, a possessive, an apposition.
_LINKED = (
    Regex(rf"^{_TO_NAME},?\s{one_of(_EXCESS['link'])}(?:\s[\w’'-]+){{0,6}}?\s$"),
    Regex(rf"^{_TO_NAME}[’']s?\s(?:own\s|tally\sof\s|total\sof\s|figure\sof\s|score\sof\s)?$"),
    Regex(r"^\s?(?:the|its|his|her|their)?\s$"),
    Regex(rf"^{_TO_NAME}\s\($|^{_TO_NAME},?\swith\s(?:its|his|her|their)?\s?$"),
)
_OTHER = any_of(_EXCESS["other"])
#: "220 fewer than it had in 2019, when Abuja had 1,460": held against another time, of which it must tell itself.
_OF_THEN = Regex(
    r"^\s(?:it|they|he|she|we|there|in|at|on|during|before|last|a|the\s(?:year|month|week|season|previous|same))\b",
    re.IGNORECASE,
)
_WHEN_IT = Regex(r"\b(?:when|which)\s(?:it|they|he|she|we|there)\b|,\swhen\s$", re.IGNORECASE)
#: How a sentence begins that goes on about the figure of the one before.
_GOES_ON = Regex(
    r"^[“\"‘]?(?:that|this|it|they|these|those|the\s(?:figure|total|number|tally|count|sum|result|latter))\s"
    r"(?:(?:is|was|were|are|makes|made|means|represents|represented|came\s(?:to|out)|marks|puts|left|stood)\s)"
    r"(?:[\w’'-]+\s){0,3}$",
    re.IGNORECASE,
)
#: Between a figure and how much more it is: an apposition, and no new clause.
_APPOSED = Regex(
    r"^(?:(?!\b(?:and|but|while|or|when|where|who)\b)[^,;:()–—]){0,60}(?:,|\s[–—]|;|\s\()\s?"
    r"(?:(?:or|which\s(?:is|was)|that\sis|some|about|just|only|nearly|fully|a\sfull)\s)*$"
)
#: The end of a clause right behind "23 fewer".
_ENDS = Regex(r"^\s?[.,;:)]|^\s?$")


def excesses(story: Story) -> Iterator[Relation]:
    """One relation for each size behind which the other side stands with its own figure."""
    for size in story.claims:
        if size.block in DISPLAY or family(size) not in "CMUT":
            continue
        told = _cue(story, size)
        if told is None:
            continue
        way, end = told
        one, other = _sides(story, size, end)
        if one is not None and other is not None and _may_be_asked(story, size, one, other, way):
            yield relation_of(story, size, other, one, way)


def _cue(story: Story, size: Claim) -> tuple[Direction, int] | None:
    """Which way a size points, and where its words end."""
    behind = after(story, size)
    more, less = _MORE.match(behind), _LESS.match(behind)
    found = more if less is None or (more is not None and more.end("way") < less.end("way")) else less
    if found is None:
        return None
    return ("rose" if found is more else "fell"), size.figure.span.end + found.end()


def _sides(story: Story, size: Claim, end: int) -> tuple[Claim | None, Claim | None]:
    """The figure that is so much more, and that of what it is compared with."""
    behind = next((c for c in story.in_sentence(size.sentence) if c.figure.span.start >= end), None)
    if behind is not None and may_be_side(behind, size) and _is_linked(story, end, behind):
        return _compared(story, size), behind
    if _ENDS.match(story.words(Span(end, size.sentence.end))):
        return _own_of_two(story, size)
    return None, None


def _is_linked(story: Story, end: int, behind: Claim) -> bool:
    gap = story.words(Span(end, behind.figure.span.start))
    if _OF_THEN.match(gap) and not _WHEN_IT.search(gap):
        return False
    return any(p.match(gap) for p in _LINKED) and _OTHER.search(gap) is None


def _compared(story: Story, size: Claim) -> Claim | None:
    """The figure right before a size, or the only one of its unit in the sentence that it goes on about."""
    earlier = [c for c in story.in_sentence(size.sentence) if c.figure.span < size.figure.span]
    if earlier:
        last = earlier[-1]
        gap = story.between(last, size)
        return last if may_be_side(last, size) and _APPOSED.match(gap) else None
    led = story.lead(size)
    return _only_before(story, size) if _GOES_ON.match(led) else None


def _own_of_two(story: Story, size: Claim) -> tuple[Claim | None, Claim | None]:
    """ "Brentford scored 61 goals. Fulham, with 48, managed 13 fewer": its own figure, and the one before it."""
    own = [c for c in sides_in(story, size.sentence, size) if c.figure.span < size.figure.span]
    if len(own) != 1 or len(sides_in(story, size.sentence, size)) != 1:
        return None, None
    return own[0], _only_before(story, size)


def _only_before(story: Story, size: Claim) -> Claim | None:
    """The only figure of the unit in the sentence with figures before, in the same paragraph or the last."""
    place = story.number_of(size)
    if place == 0:
        return None
    sentence = story.sentences[place - 1]
    near = story.block_number(size.sentence.start) - story.block_number(sentence.start) <= 1
    found = sides_in(story, sentence, size) if near else ()
    return found[0] if len(found) == 1 else None


def _may_be_asked(story: Story, size: Claim, one: Claim, other: Claim, way: Direction) -> bool:
    """True if the two stand as the words say, near the size that is told, and nothing near by makes it."""
    told = ordered(one, other)
    if told is None or (told[1] is one) != (way == "rose"):
        return False
    if is_made(story, size) or is_told(story, size, *told):
        return False
    return is_near_size(size, *told) and of_one_thing(story, size, one, other)


__all__ = ["excesses"]
