"""What a year's total makes for each day, week or month of it: "took in 14,600 dogs in 2024, or 40 a day".

The number that divides is printed nowhere, but everybody knows it within bounds: a thing that is not done at weekends
has some 250 days in a year, one that never stops 366.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.amount import between, surely_less
from extractor.lexicon import table
from extractor.model import Claim, Derived, Relation, Role, stable_id
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.window.mean import EACH, is_usual, says_again, totals_of
from extractor.reconcile.link.window.scope import Window, after, cue
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import any_of

_WORDS = table("windows")["daily"]
_YEAR = Regex(rf"\b(?:{'|'.join(_WORDS['year'])})\b(?!\s?[-–—])", re.IGNORECASE)
_OPEN = any_of(_WORDS["open"])
_ENDS = Regex(r"^(?:\son\saverage)?\s?(?:[.,;)–—]|$|\s(?:and|but|said|says)\b)", re.IGNORECASE)


def daily(story: Story, open_ones: Sequence[Claim]) -> Iterator[Relation]:
    """One relation for each average for a time that stands right behind the only total of a year."""
    for mean in open_ones:
        each = EACH.match(after(story, mean))
        if mean.block in DISPLAY or each is None or (each["noun"] or "").lower() not in _WORDS["times"]:
            continue
        told = family(mean) in "CMUR" and not is_change(mean) and says_again(story, mean, each)
        if told and not is_usual(story, mean, _YEAR) and _ENDS.match(after(story, mean)[each.end() :]):
            total = _total(story, mean)
            if total is not None:
                roles = (
                    Role("mean", mean),
                    Role("total", total),
                    Role("n", _number(each["noun"].lower(), total)),
                )
                yield Relation("mean", roles, cue(story, Window(mean, mean.sentence, ())), "contextual")


def _total(story: Story, mean: Claim) -> Claim | None:
    """The only figure before the average in its sentence, if it is the total of one whole year."""
    earlier = [c for c in story.in_sentence(mean.sentence) if c.figure.span < mean.figure.span]
    if len(earlier) != 1 or is_change(earlier[0]) or not totals_of(mean, earlier[0]):
        return None
    (total,) = earlier
    amount = total.figure.amount
    bounded = amount.low is not None and amount.high is not None and surely_less(mean.figure.amount, amount)
    words = story.lead(mean)
    return (
        total
        if bounded and _YEAR.search(words) and not _OPEN.search(words + after(story, mean, 20))
        else None
    )


def _number(time: str, total: Claim) -> Derived:
    """So many days, weeks or months as a year may have in which anything is done."""
    low, high = _WORDS["bounds"][time]
    told = f"{low} to {high} {time}s in a year"
    return Derived(stable_id("d", total.id, time), between(low, high), f"{time}s in a year", (), told)


__all__ = ["daily"]
