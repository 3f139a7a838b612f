"""The figure that a story is about, told again with two digits swapped: "sold for €128 million ... At €182 million".

A headline and the first paragraphs tell it, so that it is borne out; the one below agrees with nothing. Two long
numbers of one unit with two digits turned are no chance where the later one is told as known, or in a quote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from extractor.model import Claim, Cue, Relation, Role, Span
from extractor.reconcile.link.cues.deeds import one_deed
from extractor.reconcile.link.retold.aside import elsewhere, is_of_another
from extractor.reconcile.link.retold.retelling import agree, may_be_retold, names_one
from extractor.reconcile.link.window.scope import after, before, one_place
from extractor.reconcile.misprints import Kind, is_seldom, misprint
from extractor.reconcile.periods import may_be_one_time
from extractor.reconcile.story import DISPLAY, Story, alike, family
from extractor.regexes import Regex

_KNOWN = Regex(r"\b(?:the|this|that|his|her|its|their|at|a)\s$|\bthe\s[a-z]+\sof\s$", re.IGNORECASE)
_THE = Regex(r"\b(?:the|this|that)\s$", re.IGNORECASE)
_MOVED = Regex(
    r"\b(?:by|up|down|from|than|rose|fell|grew|dropped|climbed|rise|fall|increase|drop|against|to)\s(?:about\s|some\s)?$",
    re.IGNORECASE,
)
#: In the sentence of the later figure: it is another one, with a name of its own.
_OTHER = Regex(
    r"\b(?:record|previous(?:ly)?|averag\w+|normal|targets?|estimate[ds]?|budget(?:ed)?|limit|last\s(?:year|month|season)"
    r"|(?:year|decade)\s(?:ago|earlier|before)|rivals?|another|second|other|instead|originally|first\s(?:said|put|reported)"
    r"|wrongly|mistake\w*|misprint\w*|typo|corrected|not)\b",
    re.IGNORECASE,
)
_NARROWED = Regex(r"^\s(?:that|which|who|for|in|of|from|on)\s")
_ALSO = Regex(r"\b(?:also|too|near\sby|nearby|elsewhere|meanwhile)\b", re.IGNORECASE)
#: "The $16.8 million SETTLEMENT would be".
_NOUN = Regex(
    r"^\s(?!(?:and|but|as|with|by|at|to|was|were|is|are|would|will|had|has|have)\b)([a-z]{4,})\b(?!ed\b)"
)
_DEAL = Regex(
    r"(?:deal|price|sum|bill|payment|contract|settlement|award|cost|plan|project|programme|scheme|fine|penalty|payout|waiver|sale)s?$"
)
_SWAPPED: frozenset[Kind] = frozenset(("swapped",))
#: Paragraphs from the start of the running text in which the figure of a story is told.
LEAD = 2


def main_figures(story: Story, linked: Sequence[Relation]) -> Iterator[Relation]:
    """One relation for each figure that agrees with none, with the story's own that a swap makes of it."""
    judged = (r for r in linked if all(c.stance == "asserted" for c in r.claims()))
    together = {frozenset((a.id, b.id)) for r in judged for a, b in combinations(r.claims(), 2)}
    first = next((n for n, zone in enumerate(story.zones) if zone.kind not in DISPLAY), 0)
    told = [replace(c, statistic=None, direction=None) for c in story.claims if not _is_moved(story, c)]
    leads = [c for c in told if _is_lead(story, c, first) and may_be_retold(story, c)]
    for later in told:
        if later.block in DISPLAY or family(later) not in "CMU" or not _may_be_later(story, later):
            continue
        meant = [c for c in leads if _may_be(story, c, later)]
        if not meant or len({c.figure.amount for c in meant}) > 1:
            continue
        if any(agree(c, later) for c in story.claims if c.id != later.id):
            continue
        if any(frozenset((c.id, later.id)) in together for c in meant) or not _is_tied(story, meant, later):
            continue
        span = Span(meant[0].sentence.start, later.sentence.end)
        cue = Cue(story.document.id, span, story.words(span))
        told_again = replace(later, stance="asserted")
        yield Relation("same", (Role("stated", told_again), Role("from", meant[-1])), cue, "contextual")


def _is_moved(story: Story, claim: Claim) -> bool:
    return _MOVED.search(before(story, claim)) is not None


def _may_be_later(story: Story, claim: Claim) -> bool:
    """True for what may be told again: asserted, or named as known in what may come of it."""
    if _OTHER.search(story.sentence(claim)):
        return False
    known = _THE.search(before(story, claim)) is not None or claim.voice == "direct_quote"
    return may_be_retold(story, replace(claim, stance="asserted") if known else claim)


def _is_lead(story: Story, claim: Claim, first: int) -> bool:
    return (
        claim.block in ("headline", "standfirst") or story.block_number(claim.sentence.start) < first + LEAD
    )


def _may_be(story: Story, first: Claim, later: Claim) -> bool:
    """True for two long numbers of one thing that a swap of digits makes one."""
    if first.figure.span >= later.figure.span or first.sentence == later.sentence or not alike(first, later):
        return False
    if misprint(first, later, _SWAPPED) != "swapped" or not is_seldom("swapped", first, later):
        return False
    if not may_be_one_time(first.period, later.period) or not one_place(first, later):
        return False
    if any(is_of_another(story, c) or elsewhere(story, c) for c in (first, later)):
        return False
    if _OTHER.search(story.sentence(first)) or not _names_alike(story, first, later):
        return False
    return family(later) != "C" or names_one(first, later) or one_deed(story, first, later)


def _names_alike(story: Story, first: Claim, later: Claim) -> bool:
    """False for "the $26.4 million FOR SCHOOLS", and for a noun behind the later figure that the first is not told of."""
    behind = after(story, later)
    if _NARROWED.match(behind) or _ALSO.search(story.sentence(later)):
        return False
    noun = _NOUN.match(behind)
    told = f"{story.sentence(first)} {story.words(story.zones[0].span)}".lower()
    quoted = later.voice == "direct_quote"
    return noun is None or quoted or _DEAL.match(noun[1]) is not None or noun[1].lower()[:4] in told


def _is_tied(story: Story, told: Sequence[Claim], later: Claim) -> bool:
    """True if the later figure is told as known or in a quote, or the first one stands in headline and text."""
    quoted = later.voice == "direct_quote" and all(c.voice != "direct_quote" for c in told)
    known = _KNOWN.search(before(story, later)) is not None
    return quoted or known or len(told) > 1


__all__ = ["main_figures"]
