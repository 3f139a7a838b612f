"""Figures that stand together and are not of each other, whichever rule tied them.

"N1.84 billion, N260 million or 12 per cent less than before": the second is the change once more.
"35 tonnes less than the year before and well under the average of 160": the average is another comparison's.
"Of the 96, 52 went to the trust, which teaches 31 per cent of all pupils": the rate is the trust's.
"It needs £5.8m, of which the council pays a quarter, and its 12 shops": the rate is of the £5.8m.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.lexicon import table
from extractor.model import Claim, Relation, Span
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

_WORDS = table("windows")["loose"]
_HEDGE = r"(?:(?:about|around|some|nearly|almost|just|roughly|over|more\sthan)\s)?"
#: From a level to the change that says it again: " or about ".
_OR = Regex(rf"^\sor\s{_HEDGE}(?:by\s)?{_HEDGE}$", re.IGNORECASE)
#: Before an amount that is told as a size and not as where something got to.
_SIZE = Regex(rf"(?:[,;–—(]|\b(?:by|of))\s{_HEDGE}$", re.IGNORECASE)
#: From a change to a level of another comparison: "less than the year before and well under the average of".
_AND_COMPARED = Regex(
    rf"^\s?(?:[\w’'-]+\s){{0,3}}?(?:than|on|from|above|below)\s[^;.()]{{2,50}}?,?\s(?:and|but|or)\s(?:[\w’'-]+\s){{0,2}}?"
    rf"(?:{'|'.join(_WORDS['compares'])})\s(?:[\w’'-]+\s){{0,6}}?$",
    re.IGNORECASE,
)
#: What a change is set against, up to the end of its clause, where it is no time.
_THAN = Regex(
    r"^\s?(?!(?:is|was|are|were|has|had|would)\s)(?:[\w’'-]+\s){0,2}?than\s([^,.;:()]*)", re.IGNORECASE
)
_TIME = Regex(
    rf"\b(?:{'|'.join(w for w in table('windows')['change']['time'] if w not in ('it', 'they', 'was', 'were', 'that'))})\b",
    re.IGNORECASE,
)
#: Before a rate: a clause in which somebody does something to it.
_DOES = Regex(
    rf"\b(?:which|who)\s(?!(?:{'|'.join(_WORDS['is'])})\b)[a-z]{{3,}}\s(?:up\s|for\s|with\s)?{_HEDGE}$",
    re.IGNORECASE,
)
#: Before a rate: "of which the health board pays ".
_OF_WHICH = Regex(r"\bof\s(?:which|whom)\b[^,;:.]*$", re.IGNORECASE)


def is_loose(story: Story, relation: Relation) -> bool:
    """True where the words say that the figures of a relation belong to different statements."""
    roles = {r.name: r.value for r in relation.roles if isinstance(r.value, Claim)}
    if relation.kind == "change" and "change" in roles:
        levels = [roles[n] for n in ("from", "to") if n in roles]
        if levels and _is_against(story, roles["change"], levels):
            return True
        return any(_is_size(story, roles["change"], c) for c in levels) or any(
            _is_compared_too(story, roles["change"], c) for c in levels
        )
    if relation.kind == "share" and "rate" in roles:
        told = _DOES.search(before(story, roles["rate"])) is not None
        return told or _is_of_antecedent(story, roles["rate"], relation)
    return relation.kind == "sum" and _has_parts_of_one(relation)


def _is_of_antecedent(story: Story, rate: Claim, relation: Relation) -> bool:
    """True if the figure that "of which" goes back to is none of those that the rate is held against."""
    found = _OF_WHICH.search(before(story, rate, 80))
    if found is None:
        return False
    end = rate.figure.span.start - len(found[0])
    earlier = [c for c in story.in_sentence(rate.sentence) if c.figure.span.end <= end and family(c) in "CMU"]
    return bool(earlier) and earlier[-1] not in relation.claims()


def _is_against(story: Story, change: Claim, levels: Sequence[Claim]) -> bool:
    """True for "£82,000 and then £96,000, 12 per cent more than her predecessor": another's, told nowhere before."""
    than = _THAN.match(after(story, change, 80))
    if than is None or any(change.figure.span < c.figure.span for c in levels) or _TIME.search(than[1]):
        return False
    told = story.words(Span(min(c.sentence.start for c in levels), change.figure.span.start))
    return bool(content_words(than[1])) and not content_words(than[1]) & content_words(told)


def _is_size(story: Story, change: Claim, level: Claim) -> bool:
    """True for the N260m of "N260m or 12 per cent less"."""
    if level.figure.span > change.figure.span:
        return False
    words = story.between(level, change)
    return _OR.match(words) is not None and _SIZE.search(before(story, level)) is not None


def _is_compared_too(story: Story, change: Claim, level: Claim) -> bool:
    """True for the 160 of "35 less than the year before and well under the average of 160"."""
    if level.figure.span < change.figure.span or level.sentence != change.sentence:
        return False
    return _AND_COMPARED.match(story.between(change, level)) is not None


def _has_parts_of_one(relation: Relation) -> bool:
    """True where whole numbers of things should make a broken one: nine and four are not 9.3."""
    total, *parts = (r.value for r in relation.roles if isinstance(r.value, Claim))
    if family(total) != "C" or _is_whole(total):
        return False
    return all(family(p) == "C" and _is_whole(p) for p in parts)


def _is_whole(claim: Claim) -> bool:
    value = claim.figure.value
    return value is not None and value == int(value)
