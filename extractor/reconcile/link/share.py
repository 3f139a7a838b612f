"""Shares: a part, the whole that it is taken of, and the rate that the print gives for it.

Where the print ties all three, a rate that does not fit can be questioned. Where it ties two,
the third is sought: a whole with the noun of the base may be questioned too, any other figure
may only confirm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from extractor.amount import meet, scale, surely_less
from extractor.amount import product as times
from extractor.amount import ratio as divide
from extractor.model import Claim, Cue, Derived, Relation, Role, Span, Strength, stable_id
from extractor.reconcile.link.cues.phrases import Marked, Match, first_of_each, matches, relation_of
from extractor.reconcile.link.cues.share_phrases import (
    BASE_PHRASES,
    MEANING_PHRASES,
    PART_PHRASES,
    SMALL_BASE,
    WHOLE_PHRASES,
)
from extractor.reconcile.link.fits.fill import fitting, nearby, tied
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex
from extractor.shown import str_amount

_OR = Regex(r"\bor\s(?:about\s|some\s|nearly\s|almost\s|roughly\s)?$", re.IGNORECASE)
_OF_THEM = Regex(r"\sof\s(?:them|those|these|whom|which)\b", re.IGNORECASE)


def shares(story: Story, marked: Marked) -> Iterator[Relation]:
    """All shares that the story states or lets one find."""
    full = [m for m in first_of_each(matches(marked, WHOLE_PHRASES), "rate") if _possible(m)]
    full = [m for m in full if not _is_subject(story, m) and not _is_denied(story, m)]
    yield from (relation_of(story, m, "rate", "part", "whole") for m in full if not _is_of_part(story, m))
    taken = {m.roles["rate"].id for m in full}
    yield from _other_parts(story, marked)
    yield from _of_small_base(story, marked, taken)
    for match in first_of_each(matches(marked, PART_PHRASES), "rate"):
        if match.roles["rate"].id not in taken and _is_share(match.roles["rate"]):
            yield from _with_whole(story, match)
            taken.add(match.roles["rate"].id)
    for match in first_of_each(matches(marked, BASE_PHRASES), "rate"):
        if match.roles["rate"].id not in taken and _is_share(match.roles["rate"]):
            yield from _with_part(story, match)


#: "Some 710 of the 2,040, 64 per cent were against": what the share did, so that it says nothing again.
_DID = Regex(
    r"\s(?:were|was|are|is|had|have|has|said|say|did|do|would|will|voted|want(?:ed)?|thought|believed?|backed|opposed"
    r"|supported|favou?red|preferred|chose|felt)\b"
)


#: Behind a share of those who did: "35 per cent of members DID NOT vote".
_DID_NOT = Regex(
    r"^(?:\sof\s[^,.;:‹›]{1,40}?)?\s(?:did|do|does|had|have|has|were|was|are|is|would|will|could|can)(?:\s(?:not|never)\b|n[’']t\b)"
)
_NOT = Regex(r"\b(?:not|never|no|none|without|nobody)\b|n[’']t\b", re.IGNORECASE)


def _is_denied(story: Story, match: Match) -> bool:
    """True for the share of those who did not, in a sentence behind a part that did: "2,080 came back. That means 35 per cent"."""
    rate, part, whole = (match.roles[n] for n in ("rate", "part", "whole"))
    if rate.sentence in (part.sentence, whole.sentence):
        return False
    told = story.document.text[rate.figure.span.end : rate.sentence.end]
    return _DID_NOT.match(told) is not None and _NOT.search(story.sentence(part)) is None


def _is_subject(story: Story, match: Match) -> bool:
    """True for a share behind a comma that begins a clause of its own about others than the counts before."""
    rate, text = match.roles["rate"].figure.span, story.document.text
    last = all(c.figure.span.end <= rate.start for n, c in match.roles.items() if n != "rate")
    return last and text[: rate.start].endswith(", ") and _DID.match(text, rate.end) is not None


def _other_parts(story: Story, marked: Marked) -> Iterator[Relation]:
    """A rate with its part against the other rate with its part: both imply one whole."""
    pairs = [
        m
        for m in first_of_each(matches(marked, MEANING_PHRASES + PART_PHRASES), "rate")
        if family(m.roles["part"]) in "CM"
    ]
    for match in pairs:
        for other in pairs:
            if _is_other(story, match, other):
                yield _share(story, match, match.roles["part"], _implied_whole(other), "stated")


def _is_other(story: Story, match: Match, other: Match) -> bool:
    """True if the second rate is said to be what the first one leaves, just after it."""
    first, second = match.roles["rate"], other.roles["rate"]
    if first.figure.span >= second.figure.span or story.paragraphs_apart(first, second) > 1:
        return False
    before = story.document.text[max(0, second.figure.span.start - 16) : second.figure.span.start]
    told = re.search(r"\b(?:other|remaining)\s$", before, re.IGNORECASE)
    one_unit = family(match.roles["part"]) == family(other.roles["part"])
    adds = (
        first.figure.value is not None
        and second.figure.value is not None
        and first.figure.value + second.figure.value == 100
    )
    return bool(told) and one_unit and adds


def _implied_whole(match: Match) -> Derived:
    """What a part and its rate make together."""
    part, rate = match.roles["part"], match.roles["rate"]
    whole = scale(divide(part.figure.amount, rate.figure.amount), 100, part.figure.amount.unit)
    told = f"{part.figure.text} / {rate.figure.text} = {str_amount(whole)}"
    return Derived(
        stable_id("d", part.id, rate.id, "whole"), whole, "the whole that they imply", (part, rate), told
    )


def _of_small_base(story: Story, marked: Marked, taken: set[str]) -> Iterator[Relation]:
    """A share with decimals, or a small base: is there a whole number that prints as the share?"""
    for match in first_of_each(matches(marked, SMALL_BASE), "rate"):
        rate, whole = match.roles["rate"], match.roles["whole"]
        if rate.id not in taken and _is_share(rate) and whole.figure.hedge is None:
            taken.add(rate.id)
            yield relation_of(story, match, "rate", "whole")
    for rate in story.claims:
        decimals = (
            rate.figure.value is not None and rate.figure.value != rate.figure.value.to_integral_value()
        )
        if rate.id not in taken and rate.figure.kind == "percentage" and decimals and _is_share(rate):
            yield from _of_told_base(story, rate)


def _of_told_base(story: Story, rate: Claim) -> Iterator[Relation]:
    """A share with decimals and the count in its sentence, or just before, of what it is taken of."""
    keys = {m.key for m in (rate.base, rate.measure) if m is not None}
    before = [
        c
        for c in story.claims
        if family(c) == "C" and c.figure.span < rate.figure.span and story.paragraphs_apart(c, rate) == 0
    ]
    bases = [c for c in before if c.measure is not None and c.measure.key in keys and c.figure.hedge is None]
    if bases:
        cue = Cue(story.document.id, rate.figure.span, rate.figure.text)
        yield Relation("share", (Role("rate", rate), Role("whole", bases[-1])), cue, "contextual")


def _is_share(rate: Claim) -> bool:
    return rate.statistic != "change" and rate.direction is None


def _is_of_part(story: Story, match: Match) -> bool:
    """True for a share of the part itself: "300 of the 790 vacancies open, half OF THEM in parks".

    "64 of the 160 patients, OR one in four of them" says the part again.
    """
    rate, whole = match.roles["rate"].figure.span, match.roles["whole"].figure.span
    behind = story.words(Span(rate.end, match.roles["rate"].sentence.end))
    again = _OR.search(story.document.text[whole.end : rate.start]) is not None
    return whole < rate and not again and _OF_THEM.match(behind) is not None


def _possible(match: Match) -> bool:
    """False where the part cannot belong to the whole: other units, or a movement between them."""
    part, whole = match.roles["part"], match.roles["whole"]
    same_unit = family(part) == "C" or part.figure.amount.unit == whole.figure.amount.unit
    if surely_less(whole.figure.amount, part.figure.amount):
        return False
    return family(part) == family(whole) and same_unit and match.roles["rate"].statistic != "change"


def _alike_near(story: Story, anchor: Claim, *but: Claim) -> list[Claim]:
    """The claims of the anchor's family and unit around it."""
    unit = None if family(anchor) == "C" else anchor.figure.amount.unit
    return [c for c in nearby(story, anchor, family(anchor), unit=unit) if c not in but]


def _with_whole(story: Story, match: Match) -> Iterator[Relation]:
    part, rate = match.roles["part"], match.roles["rate"]
    near = [c for c in _alike_near(story, part) if not surely_less(c.figure.amount, part.figure.amount)]
    implied = scale(divide(part.figure.amount, rate.figure.amount), 100)
    named = _named_whole(near, part, rate)
    whole = named if named is not None and meet(named.figure.amount, implied) else fitting(implied, near)
    if whole is not None:
        yield _share(story, match, part, whole, "numeric")


def _named_whole(near: list[Claim], part: Claim, rate: Claim) -> Claim | None:
    """The whole with the noun of the base, where the rate names its base and one value has that noun."""
    if rate.base is None or rate.base.key[:4] not in rate.base.text.lower():
        return None
    return tied(near, (rate.base.key,), lambda c: not c.negated and same_scope(c, part))


def same_scope(a: Claim, b: Claim) -> bool:
    """False where the two are told of different places or times."""
    places = a.place is None or b.place is None or a.place.key == b.place.key
    periods = a.period is None or b.period is None or a.period.key == b.period.key
    return places and periods


def _with_part(story: Story, match: Match) -> Iterator[Relation]:
    rate, whole = match.roles["rate"], match.roles["whole"]
    near = [c for c in _alike_near(story, whole) if not surely_less(whole.figure.amount, c.figure.amount)]
    implied = scale(times(rate.figure.amount, whole.figure.amount), Fraction(1, 100))
    part = fitting(implied, near)
    if part is not None:
        yield _share(story, match, part, whole, "numeric")


def _share(story: Story, match: Match, part: Claim, whole: Claim | Derived, strength: Strength) -> Relation:
    roles = (Role("rate", match.roles["rate"]), Role("part", part), Role("whole", whole))
    return Relation("share", roles, Cue(story.document.id, match.span, story.words(match.span)), strength)
