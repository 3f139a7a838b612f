"""Which of two levels a story tells as the earlier one, by the words of their clauses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from extractor.lexicon import table
from extractor.model import Claim
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.times import COMING, HAD, LEFT, PRESENT, in_order, time_of
from extractor.reconcile.link.window.scope import after
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex
from extractor.wording import any_of

_WORDS = table("then_now")["levels"]


_THEN, _LAST, _NOW, _EARLIER = (any_of(_WORDS[n]) for n in ("then", "last", "now", "earlier"))
_LATER, _BY = any_of(_WORDS["later"]), any_of(_WORDS["by"])
#: "They had stood at 1,120" right at the figure; in reported speech the tense tells no time.
_FAR = Regex(rf"\b(?:{'|'.join(_WORDS['far_back'])})\b|\bhad\s(?:stood\sat|been)\s[^‹,]{{0,20}}‹", re.I)
_SAID = Regex(r"\b(?:said|says?|told|claimed|reported|announced|added)\b", re.IGNORECASE)
_OPENS = Regex(rf"^\W*(?:{'|'.join(_WORDS['opens'])})\b", re.IGNORECASE)
_YEAR = Regex(r"\b(?:19|20)\d\d\b")
_HELD = Regex(
    r"\b(?:against|compared\s(?:with|to)|versus|(?:up|down)\s(?:from|on))\s(?:the\s|just\s|only\s|about\s)?‹"
)
_SINCE = Regex(r"^[^,;]{0,25}\bsince\b", re.IGNORECASE)
#: What opens a sentence and tells the time of all of it: "This spring she went back".
_OPENING = Regex(r"\W{0,12}(?:[\w’'-]{1,40}\s){1,4}")
#: Where a clause about something else begins, or one in brackets: "1,460 last year (previous year: 1,120)".
_CLAUSE = Regex(
    r";|[,–—]\s?(?:and|but|while|whereas|so)\s|[”\"]\s|\.\s|\s\((?=[^()]{0,30}:|(?:against|compared|from|versus|vs)\b)"
)


@dataclass(frozen=True, slots=True)
class Pair:
    """The earlier and the later level of one thing; `ordered` is False where only the movement tells which is which."""

    old: Claim
    new: Claim
    ordered: bool

    @property
    def both(self) -> tuple[Claim, Claim]:
        """The two, the earlier one first."""
        return self.old, self.new


def clause(story: Story, claim: Claim, *others: Claim) -> str:
    """The words of the clause that a figure stands in, with what opens its sentence; up to other figures."""
    inside = [c for c in others if c is not claim and claim.sentence.contains(c.figure.span)]
    return story.once(_clause, claim, *inside)


def _clause(story: Story, claim: Claim, *others: Claim) -> str:
    text, span = story.document.text, claim.figure.span
    moves = [c for c in story.in_sentence(claim.sentence) if is_change(c) or family(c) in "PX"]
    near = [c.figure.span for c in (*others, *moves) if c is not claim]
    start = max((s.end for s in near if s < span), default=claim.sentence.start)
    end = min((s.start for s in near if span < s), default=claim.sentence.end)
    led = _CLAUSE.split(text[start : span.start])[-1]
    opening = _OPENING.match(text[claim.sentence.start : span.start - len(led)])
    return f"{opening[0] if opening else ''} {led}‹›{_CLAUSE.split(text[span.end : end])[0]}".strip()


def in_time(story: Story, x: Claim, y: Claim, change: Claim | None = None) -> Pair | None:
    """The two by the time that their clauses tell, up to the change between them; None where nothing tells it."""
    others = () if change is None else (change,)
    told = {c.id: clause(story, c, x, y, *others) for c in (x, y)}
    old = _far(told, x, y) or _old(story, change, told, x, y) or _held_against(told, x, y)
    if old is None:
        return _otherwise(story, others, told, x, y)
    new = y if old is x else x
    if _HELD.search(told[old.id]) and _LAST.search(told[new.id]):
        return Pair(old, new, ordered=True)
    if _LAST.search(told[old.id]) and _YEAR.search(told[new.id]):
        return Pair(new, old, ordered=False)  # "in 2022 ... last year"
    return (
        None if _NOW.search(told[old.id]) and not _NOW.search(told[new.id]) else Pair(old, new, ordered=True)
    )


def _held_against(told: Mapping[str, str], x: Claim, y: Claim) -> Claim | None:
    """The one with a year that one of last year is held against: "420 last year, compared with 560 in 2022"."""
    for old, new in ((x, y), (y, x)):
        years = _YEAR.search(told[old.id]) and not _YEAR.search(told[new.id])
        if years and _HELD.search(told[old.id]) and _LAST.search(told[new.id]):
            return old
    return None


def _far(told: Mapping[str, str], x: Claim, y: Claim) -> Claim | None:
    """The only one of two that is told of a time long left: "that spring, when she took over"."""
    found = [c for c in (x, y) if _FAR.search(told[c.id]) and not _SAID.search(told[c.id])]
    return found[0] if len(found) == 1 else None


def _old(story: Story, change: Claim | None, told: Mapping[str, str], x: Claim, y: Claim) -> Claim | None:
    """The only one of two that is told as earlier; or as earlier than that; or with a year, beside "now" or "since"."""
    dated = [c for c in (x, y) if _YEAR.search(told[c.id])]
    news = [c for c in (x, y) if _NOW.search(told[c.id])]
    since = len(dated) == 1 and change is not None and _SINCE.search(after(story, change)) is not None
    ways = (
        [c for c in (x, y) if _is_then(told[c.id])],
        [c for c in (x, y) if _EARLIER.search(told[c.id])],
        [c for c in dated if since or (len(news) == 1 and c not in news)],
    )
    return next((found[0] for found in ways if len(found) == 1), None)


def _otherwise(
    story: Story, others: tuple[Claim, ...], told: Mapping[str, str], x: Claim, y: Claim
) -> Pair | None:
    """By the years of both, by a time that comes after another, or by tenses that more than one word tells."""
    if any(_is_then(words) for words in told.values()):
        return None
    order = _by_years(told, x, y) or _by_steps(told, x, y)
    if order is None:
        order = in_order(story, x, y, others)
        order = order if order is not None and _is_marked(story, others, *order) else None
    return None if order is None else Pair(*order, ordered=True)


def _by_years(told: Mapping[str, str], x: Claim, y: Claim) -> tuple[Claim, Claim] | None:
    """Two levels of which each is told with one year of its own."""
    years = [set(_YEAR.findall(told[c.id])) for c in (x, y)]
    if any(len(found) != 1 for found in years) or years[0] == years[1]:
        return None
    return (x, y) if min(years[0]) < min(years[1]) else (y, x)


def _by_steps(told: Mapping[str, str], x: Claim, y: Claim) -> tuple[Claim, Claim] | None:
    """The printed order, where the second is told of a time that follows: "By December", "In the first year since"."""
    first, second = sorted((x, y), key=lambda c: c.figure.span)
    on = [_LATER.search(told[c.id]) or _BY.search(told[c.id]) for c in (first, second)]
    return (first, second) if on[1] and not on[0] and not _NOW.search(told[first.id]) else None


def _is_marked(story: Story, others: tuple[Claim, ...], old: Claim, new: Claim) -> bool:
    """True if more than a plain past tense tells which is the earlier one."""
    ranks = [time_of(story, c, (old, new, *others)) for c in (old, new)]
    return ranks[0] in (LEFT, HAD) or (ranks[0] == PRESENT and ranks[1] == COMING)


@lru_cache(maxsize=4096)
def _is_then(words: str) -> bool:
    return _THEN.search(words) is not None or _OPENS.match(words) is not None


__all__ = ["Pair", "clause", "in_time"]
