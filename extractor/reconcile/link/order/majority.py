"""A majority with its share or number: "most members, 47 per cent", "nearly all of the 1,240 members, 517, voted".

A majority is more than half of those it is of, a minority less.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from extractor.amount import exact, scale, str_amount
from extractor.model import (
    Claim,
    Comparison,
    ComparisonDirection,
    Cue,
    Derived,
    Relation,
    Role,
    Span,
    stable_id,
)
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import Story, family

_SIZED = r"(?:(?:slight|narrow|clear|small|large|big|solid|overall|bare|thin|comfortable|substantial)\s)?"
#: The words before a share that is told in apposition, and where the apposition ends.
_BEFORE: tuple[tuple[ComparisonDirection, re.Pattern[str]], ...] = (
    (
        "higher",
        re.compile(
            rf"(?:\b(?:a|the)\s{_SIZED}(?P<a>majority)\sof|(?<!\bthe\s)(?<!\bat\s)\b(?P<b>most)(?:\sof)?)"
            r"\s(?:(?!\b(?:and|but|while|with)\b)[\w’'-]+\s?){1,4}(?:,\s(?:or\s)?|\s?\(|\s[–—]\s)$",
            re.IGNORECASE,
        ),
    ),
    (
        "lower",
        re.compile(
            rf"\b(?:a|the)\s{_SIZED}(?P<a>minority)\sof\s(?P<b>)(?:(?!\b(?:and|but|while|with)\b)[\w’'-]+\s?){{1,4}}"
            r"(?:,\s(?:or\s)?|\s?\(|\s[–—]\s)$",
            re.IGNORECASE,
        ),
    ),
)
#: The words before a whole whose part follows: "most of the 1,240 members, 517,".
_OF_WHOLE: tuple[tuple[ComparisonDirection, re.Pattern[str]], ...] = (
    (
        "higher",
        re.compile(
            rf"(?:\b(?:a|the)\s{_SIZED}(?P<a>majority|bulk)|(?<!\bthe\s)(?<!\bat\s)\b(?P<b>most|(?:nearly|almost|virtually)\sall))"
            r"\sof\s(?:the|its|their|his|her|our|these|those)\s(?:[\w’'-]+\s)?$",
            re.IGNORECASE,
        ),
    ),
    (
        "lower",
        re.compile(
            rf"\b(?:a|the)\s{_SIZED}(?P<a>minority)\sof\s(?P<b>)(?:the|its|their|his|her|our|these|those)\s(?:[\w’'-]+\s)?$",
            re.IGNORECASE,
        ),
    ),
)
_NOUN = re.compile(
    r"^(?:\s(?!(?:and|but|while|with|for|about|than|in|on|at|from|of|to|by)\b)[\w’'-]+){1,4}(?:,\s|\s\(|\s[–—]\s)$"
)
_END = re.compile(r"^\s?[,);.–—]")


def majorities(story: Story) -> Iterator[Relation]:
    """One relation for each share or part that the print tells as a majority or a minority."""
    for claim in story.claims:
        if is_change(claim) or not _END.match(after(story, claim)):
            continue
        if family(claim) == "P":
            half = Derived(stable_id("d", claim.id, "half"), exact(50, "%"), "one half", (), "half = 50")
            yield from _majority(story, claim, claim, half, _BEFORE)
        elif family(claim) == "C" and (whole := _whole(story, claim)) is not None:
            yield from _majority(story, claim, whole, _half_of(claim, whole), _OF_WHOLE)


def _whole(story: Story, part: Claim) -> Claim | None:
    """The count right before a part in apposition: the 1,240 of "the 1,240 members, 517,"."""
    earlier = [c for c in story.in_sentence(part.sentence) if c.figure.span < part.figure.span]
    if not earlier or family(earlier[-1]) != "C":
        return None
    gap = story.document.text[earlier[-1].figure.span.end : part.figure.span.start]
    return earlier[-1] if _NOUN.match(gap) else None


def _half_of(part: Claim, whole: Claim) -> Derived:
    amount = scale(whole.figure.amount, Fraction(1, 2), part.figure.amount.unit)
    told = f"{whole.figure.text} / 2 = {str_amount(amount)}"
    return Derived(stable_id("d", part.id, "half"), amount, "one half", (whole,), told)


def _majority(
    story: Story,
    claim: Claim,
    led: Claim,
    half: Derived,
    ways: Sequence[tuple[ComparisonDirection, re.Pattern[str]]],
) -> Iterator[Relation]:
    """The order of a figure and a half, by the words before the figure that they lead to."""
    lead = before(story, led, 80)
    for direction, pattern in ways:
        found = pattern.search(lead)
        if found is None:
            continue
        name = "a" if found["a"] else "b"
        start = led.figure.span.start - len(lead)
        word = Span(start + found.start(name), start + found.end(name))
        comparison = Comparison(
            stable_id("k", story.document.id, "majority", str(word.start)),
            story.document.id,
            word,
            story.words(word),
            claim.sentence,
            direction,
            block=claim.block,
            stance=claim.stance,
            speaker=claim.speaker,
        )
        roles = (Role("stated", comparison), Role("subject", claim), Role("reference", half))
        cue = Cue(story.document.id, Span(word.start, claim.figure.span.end), story.words(word))
        yield Relation("compare", roles, cue, "stated")
        return


__all__ = ["majorities"]
