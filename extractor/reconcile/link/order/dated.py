"""Of which printed year a level is told: "52 per cent in 2015", "In 2020 the rate had been 8.1"."""

from __future__ import annotations

from extractor.model import Claim
from extractor.reconcile.link.fits.facts import unit_of
from extractor.reconcile.story import Story
from extractor.regexes import Regex

YEAR = Regex(r"\b((?:18|19|20)\d\d)\b(?!\s(?:[a-z]+s\b|per\scent|people))")
_NAMES = "January|February|March|April|May|June|July|August|September|October|November|December"
MONTHS = Regex(rf"\b(?:{_NAMES})\b")
#: What makes a figure one of less than a year.
STRETCH = Regex(
    rf"\b({_NAMES}|months?|quarters?|weeks?|days?|half|winter|spring|summer|autumn|weekend|fortnight)\b"
)
_IN = rf"\b(?:[Ii]n|of|for|during)\s(?:the\s(?:[\w’'-]+\s){{1,4}}?of\s|early\s|late\s|mid-|(?:{_NAMES})\s)?((?:18|19|20)\d\d)\b"
_BEHIND = Regex(
    rf"^(?:\s(?!(?:and|but|while|whereas|against|than)\b)[\w%’'-]+){{0,4}}?\s{_IN}(?!\s(?:terms|prices|dollars|levels))"
)
#: "In 2011", "in the drought of 2011".
IN_YEAR = Regex(_IN)
_PART = Regex(r"[,;(–—]\s|\s(?:and|but|while|whereas)\s")


def year_of(story: Story, level: Claim) -> int | None:
    """The one year that the words right around a level name; None where there is none, or another figure may have it."""
    span, text = level.figure.span, story.document.text
    near = [
        c.figure.span
        for c in story.in_sentence(level.sentence)
        if c is not level and unit_of(c) == unit_of(level)
    ]
    end = min((s.start for s in near if span < s), default=level.sentence.end)
    behind = _BEHIND.match(text[span.end : end])
    if behind is not None:
        return int(behind[1])
    start = max((s.end for s in near if s < span), default=level.sentence.start)
    led = text[start : span.start]
    if start > level.sentence.start:
        led = led[max((m.start() for m in _PART.finditer(led)), default=len(led)) :]
    years = IN_YEAR.findall(led)
    others = YEAR.findall(led)
    return int(years[0]) if len(years) == 1 and len(others) == 1 else None


__all__ = ["IN_YEAR", "MONTHS", "STRETCH", "YEAR", "year_of"]
