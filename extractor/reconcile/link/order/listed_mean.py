"""A mean behind all that it is the mean of: "£16 in Yeo, £15 in Man and £14 in Nan. THE AVERAGE OF THE THREE was £17".

So it is where the words say how many there are and as many figures of the unit stand right before them, or where the
lowest and the highest are told by two sentences as the two ends of a scale.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.amount import surely_less
from extractor.model import Claim, Relation, Span
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.fits.facts import unit_of
from extractor.reconcile.link.order.range_mean import relation_of_end
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import DISPLAY, Story
from extractor.regexes import Regex
from extractor.wording import how_many

_N = r"(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_IS = r"(?:\s[\w’'-]+){0,3}?\s(?:(?:was|is|at|of|as|came\sto|comes\sto|works?\sout\sat|worked\sout\sat|stood\sat|to)\s)?(?:about\s|just\s)?$"
#: "The average of the five was", "Taking the nine together, the average comes to".
_OF_ALL = Regex(
    rf"\b(?:average|mean)(?:\s[a-z]+)?\s(?:of|for|across|over|among)\s(?:the|all|all\sof\sthe|these|those)\s{_N}\b{_IS}"
    rf"|\b(?:[Tt]aking|[Aa]cross|[Oo]ver)\s(?:the|all|all\sthe)\s{_N}(?:\s[a-z]+)?(?:\stogether)?,\s(?:the|an|their)\saverage{_IS}"
)
_EACH = Regex(r"\b(?:weighted|moving|usual|normal|last|previous|target|expected|forecast)\b", re.IGNORECASE)
_LOWEST = Regex(
    r"(?:^|[.;]\s)(?:The|Its)\s(?:cheapest|lowest|smallest|shortest|lightest|youngest|quietest|least\sexpensive)\b[^.;\d]*$"
)
_OTHER_END = Regex(
    r"\b(?:[Aa]t\sthe\s(?:other|top|upper)(?:\send|\sextreme)(?:\sof\sthe\s(?:scale|range|market))?|[Tt]he\s(?:dearest|highest|largest"
    r"|longest|heaviest|oldest|busiest|most\sexpensive))\b[^.;\d]*$"
)
#: Sentences in which all that a mean is of may stand.
REACH = 4


def listed_means(story: Story) -> Iterator[Relation]:
    """One relation for each such mean with the end that it lies beyond, or else with the highest."""
    for mean in story.claims:
        if mean.block in DISPLAY or mean.stance != "asserted" or mean.negated or mean.figure.value is None:
            continue
        found = _OF_ALL.search(before(story, mean, 110))
        if found is None or _EACH.search(story.sentence(mean)) or is_change(mean):
            continue
        ends = _listed(story, mean, how_many(next(g for g in found.groups() if g))) or _of_scale(story, mean)
        if ends is not None:
            low, high = ends
            below = surely_less(mean.figure.amount, low.figure.amount)
            end = low if below else high
            words = Span(mean.figure.span.start - len(found[0]), mean.figure.span.start - 1)
            yield relation_of_end(story, mean, end, words, "higher" if below else "lower")


def _before(story: Story, mean: Claim) -> list[list[Claim]]:
    """The figures of the mean's unit in the sentences before it, the nearest last."""
    number = story.number_of(mean)
    near = story.sentences[max(0, number - REACH) : number]
    told = [[c for c in story.in_sentence(s) if unit_of(c) == unit_of(mean)] for s in near]
    return [[c for c in of if c.block not in DISPLAY] for of in told]


def _listed(story: Story, mean: Claim, number: int) -> tuple[Claim, Claim] | None:
    """The least and the greatest of so many figures, if the sentences next before the mean have just as many."""
    told: list[Claim] = []
    near = _before(story, mean)
    if not near or not near[-1]:
        return None  # "91.3%, 88.9% and 84.6%. The average of the three comes to 88.3"
    for of in reversed(near):
        if any(is_change(c) or c.figure.value is None or c.stance != "asserted" for c in of):
            return None
        told += [c for c in of if not _IS_OLD.search(before(story, c, 30))]
        if len(told) >= number:
            break
    if len(told) != number:
        return None
    told.sort(key=lambda c: c.figure.value or 0)
    return told[0], told[-1]


#: Right before a figure: it is what another one is set against.
_IS_OLD = Regex(r"\b(?:from|against|than|compared\s(?:with|to))\s(?:[A-Za-z]+\s){0,2}$")


def _of_scale(story: Story, mean: Claim) -> tuple[Claim, Claim] | None:
    """The two ends of a scale that the sentences before a mean tell, one by one."""
    told = [c for of in _before(story, mean) for c in of]
    if len(told) != 2 or any(_OF.match(after(story, c)) for c in told):
        return None
    low, high = told
    ends = _LOWEST.search(story.lead(low)) and _OTHER_END.search(story.lead(high))
    return (low, high) if ends and surely_less(low.figure.amount, high.figure.amount) else None


_OF = Regex(r"^\s(?:of|for)\s(?:the|its|their)\s(?:first|last)\b")

__all__ = ["listed_means"]
