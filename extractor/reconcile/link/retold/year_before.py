"""Whether one of two levels of a story is that of the year before the other: "2,914, against 3,722 a year earlier"."""

from __future__ import annotations

import re

from extractor.model import Claim
from extractor.reconcile.clauses import own_words
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.stems import lacking, moving, stems, times
from extractor.reconcile.story import Story, alike
from extractor.regexes import Regex

#: A level of the time before.
_OLD = Regex(
    r"\b(?:from|than|against|on|after|compared with|compared to|with|to)\s(?:the\s|just\s|only\s|about\s|some\s)*$",
    re.IGNORECASE,
)
_FROM = Regex(r"\bfrom\s(?:\w+\s){0,2}$")
_THEN = Regex(
    r"\b(?:a year|twelve months|12 months|a month|a quarter|last (?:year|month|season|summer|winter)|(?:years?|months?) (?:earlier|before|ago)"
    r"|earlier|before|previous|in (?:19|20)\d\d)\b"
)
#: A sentence that goes on with the level of the year before: "In 2023 there had been", "A year earlier it was".
_GOES_ON = Regex(
    r"(?:In (?:the (?:previous|preceding|prior) (?:year|season)|(?P<year>(?:19|20)\d\d))|(?:A|One) (?:year|season) (?:earlier|before|ago)"
    r"|The (?:year|season|winter|summer) before|Twelve months (?:earlier|before)|Last year),?\s"
    r"(?:it|there|they|the (?:figure|number|total|count|sum))\s(?:was|were|had been|stood at|came to|numbered|had)\s"
    r"(?:(?:only|just|about|some|around|still|nearly|almost)\s)*"
)
#: Longer times back, times before something, and parts of a time: no level of the year before.
_OTHER_TIME = Regex(
    r"\b(?:(?:two|three|four|five|six|seven|eight|nine|ten|\d+) (?:years|decades) (?:ago|earlier|before)|decade|half|quarter|(?<!same )months?|(?<!same )weeks?|peak|record|first"
    r"|before (?:(?:the|an?) (?!(?:figure|number|total|count|sum)\b)|its|their|this|covid|lockdown|war)"
    r"|expected|planned|forecast|budget\w*)\b(?! (?:earlier|before|ago))",
    re.IGNORECASE,
)
_CLAUSE = Regex(r"[,;:()–—]")
_YEAR = Regex(r"\b(?:19|20)\d\d\b")


def is_year_before(story: Story, new: Claim, old: Claim, other: Story) -> bool:
    """True if a level stands by another as that of the time before it, without a third between."""
    if old.stance != "asserted" or not alike(new, old) or _others_between(story, new, old):
        return False
    if old.sentence != new.sentence:
        return _goes_on(story, new, old, other)
    text = story.document.text
    if old.figure.span < new.figure.span:
        return _FROM.search(text[old.sentence.start : old.figure.span.start]) is not None
    behind = text[old.figure.span.end : old.sentence.end]
    led = _OLD.search(text[new.figure.span.end : old.figure.span.start])
    if led is None or _OTHER_TIME.search(own_words(story, old)):
        return False
    return led[0].lower().startswith("from") or _THEN.search(behind) is not None


def _others_between(story: Story, new: Claim, old: Claim) -> bool:
    first, last = sorted((new.figure.span, old.figure.span))
    return any(
        first.end <= c.figure.span.start < last.start and not is_change(c)
        for s in {new.sentence, old.sentence}
        for c in story.in_sentence(s)
    )


def _goes_on(story: Story, new: Claim, old: Claim, other: Story) -> bool:
    """True for "Some 7,412 bicycles were stolen. In 2023 there had been 8,096."."""
    if old.sentence <= new.sentence or story.paragraphs_apart(new, old):
        return False
    text = story.document.text
    if text[new.sentence.end : old.sentence.start].strip():
        return False
    led = _GOES_ON.fullmatch(text[old.sentence.start : old.figure.span.start])
    if led is None or (led["year"] and not _is_last(led["year"], story, other)):
        return False
    behind = _CLAUSE.split(text[old.figure.span.end : old.sentence.end])[0]
    own = stems(behind) - moving() - times()
    return not lacking(own, stems(story.sentence(new))) and not _OTHER_TIME.search(own_words(story, old))


def _is_last(year: str, *stories: Story) -> bool:
    """True if the stories tell of the year after, by printing it or by their dates."""
    after = int(year) + 1
    dates = {s.document.published.year for s in stories if s.document.published is not None}
    return bool(dates & {after, after + 1}) or any(
        str(after) in _YEAR.findall(s.document.text) for s in stories
    )


__all__ = ["is_year_before"]
