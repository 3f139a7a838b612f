"""Lists that go on behind their last figure, and rests of something else than the figures before.

"Six in the bus, four in the car and one on foot. Three more were in a shop": the list goes on behind its end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.model import Claim, Relation, Span
from extractor.reconcile.link.window.scope import OF_THEM, after, stems
from extractor.reconcile.story import Story
from extractor.regexes import Regex

#: The sentence behind a list that goes on with it.
_GOES_ON = Regex(
    r"\s*[“\"‘]?(?:(?:All\s)?[Tt]he\s(?:rest|others?|remainder|remaining|balance)|Others|Another|A\sfurther"
    r"|[\w-]+\s(?:more|others?|further|of\sthe\s(?:rest|others))|It\shad\sother)\b"
)
#: Behind a total of more, or of less, than its list: "making £95,000 with what they had in May".
_OF_MORE = Regex(
    r"^\s(?:[\w’'-]+\s){0,2}?(?:in\sall\s|in\stotal\s|altogether\s)?(?:with|including|counting|not\scounting|excluding"
    r"|without|plus|since|so\sfar|to\s(?:take|keep)|if\s(?:you|one)\scounts?)\b",
    re.IGNORECASE,
)
#: "In the two years together", "over the last three months": of longer than the whole is told for.
_LONGER = Regex(
    r"\b(?:over|in|for|during)\s(?:the\s)?(?:last|past|two|three|four|five)\s(?:[\w-]+\s)?(?:years|months|weeks|days|seasons)\b"
    r"|\bsince\b|\btogether\b",
    re.IGNORECASE,
)
#: A list that goes on without a figure: ", and some launches", ", with the rest boys".
_AND_SOME = Regex(
    r"(?:,\s|\s)(?:with|and|plus)\s(?:the\s(?:rest|others|remainder)|some|others|a\sfew|several|many|various|interest)\b"
    r"|\bhad\sthe\srest\b|\b(?:the\s(?:others|rest)\s(?:being|are|were|is|was)|no\send\sof|any\snumber\sof)\b",
    re.IGNORECASE,
)
#: What a rest is a rest of.
_OF_REST = Regex(
    r"^\s(?:per\scent\s|percent\s)?(?:of\s(?!(?:them|these|those\sasked|all|it)\b)(?:the\s|its\s|their\s|those\s)?|in\sthe\s|among\s(?:the\s)?)"
    r"(?:with\s|in\s|who\s)?([a-z]{4,})",
    re.IGNORECASE,
)
_REST_OF = Regex(r"\b(?:rest|balance|remainder|others?)\sof\s(?:the|its|their)\s([a-z]{4,})", re.IGNORECASE)
_THE_REST = Regex(r"\b(?:the|its|their)\s(?:rest|other|others|remaining|remainder|balance)\b", re.IGNORECASE)


def is_of_other_rest(story: Story, claims: Sequence[Claim]) -> bool:
    """True for a rest of something else: "the other 44 per cent of those with cars", "the rest of the barley"."""
    first, last = (f(claims, key=lambda c: c.figure.span) for f in (min, max))
    led = story.lead(last)
    if _THE_REST.search(led) is None:
        return False
    told = (
        story.words(Span(first.sentence.start, first.figure.span.end)) + after(story, first, 90).split(".")[0]
    )
    told = told.split(" and the ")[0]
    named = (_REST_OF.search(led[-80:]), _OF_REST.match(after(story, last)))
    return any(not stems(m[1]) & stems(told) for m in named if m is not None and stems(m[1]))


def goes_on(story: Story, relation: Relation) -> bool:
    """True for a total of more or less than its list, and for a list that goes on behind its last figure."""
    whole, *parts = relation.claims()
    last = max(relation.claims(), key=lambda c: c.figure.span)
    if whole is last:
        return _OF_MORE.match(after(story, whole)) is not None
    if OF_THEM.match(after(story, last)) and parts[0].sentence == last.sentence and last is not parts[0]:
        return True
    printed = [c.figure.value for c in (whole, *parts)]
    behind = story.words(Span(last.figure.span.end, last.sentence.end))
    if None in printed:
        return False
    missing = (whole.figure.value or 0) - sum(c.figure.value or 0 for c in parts)
    if missing < 0:
        first = min(whole.sentence.start, parts[0].sentence.start)
        led = story.words(Span(first, parts[0].figure.span.start))
        return _LONGER.search(behind) is not None and _LONGER.search(led) is None
    next_one = story.document.text[last.sentence.end : last.sentence.end + 90].split("\n")[0]
    near = story.starting(last.sentence.end, last.sentence.end + len(next_one))
    told = _AND_SOME.search(behind) or _GOES_ON.match(next_one)
    return told is not None or any(c.figure.value == missing for c in near)
