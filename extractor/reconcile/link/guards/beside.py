"""Figures of one sentence or story that only stand beside each other, whichever rule tied them.

"£26,000, or a whisker under (it was £25,940), of which a tenth": two tellings of one sum are no part and whole.
"40 holes, to the company's 92, and found it in 47 hectares, or 55 per cent": the rate says the 47 again.
"Two-thirds of the members: 27 in the Senate and 67 in the House": a list of two.
"A revised 7.41 million ... the first figure had been 7.52": one level, told twice.
"Up 15 per cent ... one in four. Three years ago it was one in six": of what was counted, and of a share.
"Over six feet. The average was 5ft 6in": one of them and the mean of all.
"""

from __future__ import annotations

import re

from extractor.model import Claim, Relation, Span
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import Story

#: A part so near its whole is the whole, told more exactly, and so is what a rate below this is of.
NEARLY, MUCH = 0.97, 90
#: From a figure to a rate that says it again: "47 hectares, or 55 per cent".
_OR = re.compile(r"^(?:\s[\w’'-]+){0,3},\sor\s(?:(?:about|nearly|almost|some|just)\s)?$", re.IGNORECASE)
_AT = r"\s(?:in|at|for|from|by)\s(?:the\s)?[\w’'-]+"
_ROW = re.compile(rf"^{_AT}\sand\s$")
_ROW_ENDS = re.compile(rf"^{_AT}\b")
_AMONG = re.compile(r"\b(?:among\sthem|including)\b[^,;.]{0,40}$", re.IGNORECASE)
_REVISED = re.compile(
    r"\brevis(?:ed|ion)\b|\b(?:first|earlier|initial|previous)\s(?:figure|estimate|count)s?\b"
    r"|\bestimates?\s(?:earlier|before|that\sday)\b",
    re.IGNORECASE,
)
_AVERAGE = re.compile(r"\b(?:average|mean|median)\b[^,;.]{0,30}$", re.IGNORECASE)
_OF_THE = re.compile(r"\bof\s(?:the|those|these)\s$", re.IGNORECASE)


def is_beside(story: Story, relation: Relation) -> bool:
    """True where words or sizes tell that the figures are of different statements, or one figure told twice."""
    roles = {r.name: r.value for r in relation.roles if isinstance(r.value, Claim)}
    if relation.kind == "share" and {"rate", "part", "whole"} <= roles.keys():
        return _is_no_share(story, roles["rate"], roles["part"], roles["whole"])
    if relation.kind == "change":
        levels = [c for name, c in roles.items() if name in ("from", "to")]
        change = roles.get("change", levels[0]) if levels else None
        shares = [c for c in levels if c.figure.kind == "ratio"]
        far = change is not None and any(story.paragraphs_apart(change, c) for c in shares)
        return far or any(_REVISED.search(story.sentence(c)) for c in levels)
    if relation.kind == "same":
        return len({_AVERAGE.search(before(story, c, 50)) is not None for c in roles.values()}) > 1
    return relation.kind == "sum" and _repeats(story, relation)


def _is_no_share(story: Story, rate: Claim, part: Claim, whole: Claim) -> bool:
    share, one, all_ = rate.figure.amount.high, part.figure.value, whole.figure.value
    if one and all_ and share is not None and share < MUCH and float(one) > NEARLY * float(all_):
        return True
    return (
        _says_another(story, rate, part, whole)
        or _are_row(story, part, whole)
        or bool(_AMONG.search(before(story, part)))
    )


def _says_another(story: Story, rate: Claim, *own: Claim) -> bool:
    """True if the figure right before a rate is the one that it says again, and is none of the two."""
    ahead = [c for c in story.in_sentence(rate.sentence) if c.figure.span < rate.figure.span]
    if not ahead or ahead[-1] in own:
        return False
    return _OR.match(story.words(Span(ahead[-1].figure.span.end, rate.figure.span.start))) is not None


def _are_row(story: Story, part: Claim, whole: Claim) -> bool:
    """True for "27 in the Senate and 67 in the House"."""
    first, last = sorted((part, whole), key=lambda c: c.figure.span)
    row = _ROW.match(story.words(Span(first.figure.span.end, last.figure.span.start)))
    return row is not None and _ROW_ENDS.match(after(story, last)) is not None


def _repeats(story: Story, relation: Relation) -> bool:
    """True if one part is told again as a whole: "put up nine satellites. One OF THE nine"."""
    parts = [r.value for r in relation.roles if r.name == "part" and isinstance(r.value, Claim)]
    again = [c for c in parts if _OF_THE.search(before(story, c, 20))]
    return any(c is not d and c.figure.amount == d.figure.amount for c in again for d in parts)


__all__ = ["is_beside"]
