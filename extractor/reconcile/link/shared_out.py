"""Shares of one whole that words deal out: "Wind made 41 per cent of the power, gas 33 per cent and coal 22 per cent".

Each thing has one place in it, so that the shares cannot come to more than all. What people say, use or own may be
several things at once, and shares with places, times or wholes of their own behind them are of several wholes.
"""

from __future__ import annotations

import re
from itertools import pairwise

from extractor.lexicon import table
from extractor.model import Claim, Span
from extractor.reconcile.link.runs import Run
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import Story
from extractor.regexes import Regex
from extractor.wording import any_of, one_of

_WORDS = table("sums")["shared_out"]
#: Nobody votes twice, and what is broken down by kind is broken down once.
_ONE_WHOLE = Regex(
    r"\b(?:voted|would\svote|will\svote|votes?)\b|\bundecided\b|\bdon[’']?t\sknows?\b|\babstain"
    r"|\b(?:broken\sdown|breakdown|split|divided)\b|\bby\s(?:source|type|age|region|sector|category|party|fuel)\b",
    re.IGNORECASE,
)
_DEALT, _SEVERAL = any_of(_WORDS["dealt"]), any_of(_WORDS["several"])
#: "The estate is 62 per cent pasture".
_IS = Regex(
    r"(?<!that\s)(?<!this\s)(?<!which\s)(?<!it\s)\b(?:is|are|was|were)\s(?:about\s|some\s|nearly\s)?$"
)
_LABEL = Regex(r"\b(?!(?:and|with|while|but)\b)[A-Za-z][\w’'-]{2,}")
#: Behind a share but the first: where, when or of what it is.
_OWN = Regex(rf"^\s{one_of(_WORDS['own'])}\b")


def shares_out(story: Story, run: Run) -> bool:
    """True if the words of a list deal one whole out, each part of it once."""
    first, *others = run.claims
    if _ONE_WHOLE.search(story.sentence(first)):
        return True
    last = run.claims[-1]
    words = (
        story.words(Span(first.sentence.start, last.figure.span.end)) + after(story, last).partition(",")[0]
    )
    gaps = (story.between(a, b) for a, b in pairwise(run.claims))
    if not all(_LABEL.search(gap) for gap in gaps):
        return False  # "That is 48, 45 and 30 per cent"
    dealt = _DEALT.search(words) or (_IS.search(before(story, first, 20)) and not _is_of(story, first))
    apart = _SEVERAL.search(words) or any(_OWN.match(after(story, c)) for c in others)
    return bool(dealt) and not apart and len({c.negated for c in run.claims}) == 1


def _is_of(story: Story, share: Claim) -> bool:
    return after(story, share, 4).startswith(" of ")


__all__ = ["shares_out"]
