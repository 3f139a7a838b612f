"""A part beside the whole that it is of, with nothing computed from them: "44 of the town's 180 posts".

The part cannot be larger. Told are the whole ("of the 180", "of which", "of them") and one noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from extractor.amount import surely_less
from extractor.model import Claim, Cue, Relation, Role, Span
from extractor.nouns import may_be_one
from extractor.reconcile.link.change import same_unit
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.window.no_share import REST
from extractor.reconcile.link.window.scope import before
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

_OWN = r"(?:(?:the|its|their|his|her|our|my|these|those|all|some|about|nearly)\s)*(?:(?:[\w’'-]+\s){0,3}[\w-]+(?:[’']s|s[’'])\s)?"
#: "44 OF THE TOWN'S 180 posts", "five OF 12 furnaces".
_OF = Regex(rf"\s(?:out\s)?of\s{_OWN}(?:(?:a\stotal|more\sthan)\s(?:of\s)?)?")
#: "OF THE 602 bookings 211 were tested".
_FRONT = Regex(
    rf"(?:^|[,;:.—–“\"‘(]\s?|\b(?:and|but|while)\s)(?:[Oo]f|[Aa]mong|[Oo]ut of)\s(?:a\stotal\sof\s)?(?!these\b|those\b){_OWN}$"
)
#: "Of 23 quakes BETWEEN 40 and 60 km, three", "of 12 farms OVER 300 acres": how large they are whose number it is.
_SIZED = Regex(
    r"(?:\s[\w’'-]+){1,4}\s(?:between|above|below|over|under|of|from|with|at|exceeding|beyond|within|up\sto|(?:more|less|fewer)\sthan"
    r"|(?:larg|bigg|small|old|young|long|short|tall|high|low|deep|heavi|light|wid)er\sthan)\s",
    re.IGNORECASE,
)
_ON = Regex(r"(?:(?!,\s(?:and|but|while)\s$)[^.;:?!]){0,90}")
#: A verb that leads to another number than the part: "would bring the total TO 351".
_TO = Regex(r"\b(?:to|than|from|by|total|against|with)\s(?:[\w’'-]+\s)?$")
#: "84 letters, OF WHICH 12 were answered".
_WHICH = Regex(r"[^.;?!]{0,60},\sof\s(?:which|whom)\s(?:just\s|only\s|about\s|some\s)?")
#: "It has 1,215 requests, and 1,130 OF THEM are open."
_THEM = Regex(r"\s(?:[\w’'-]+\s)?of\s(?:them|those|these)\b")
#: "The drones spotted the suspects in 85 OF THE ARRESTS", where the story counts its arrests once.
_OF_NOUN = Regex(r"\sof\s(?:the|its|their|his|her|these|those)\s(?P<noun>[a-z][\w-]+)\b(?!\s\d)")
#: A time that is not now.
_TIME = Regex(
    r"\b(?:(?:19|20)\d\d|(?:last|previous|the)\s(?:year|month|week|season|quarter)\s(?:before|earlier)|(?:last|the\sprevious|an\searlier)"
    r"\s(?:year|month|week|season|quarter|decade)|(?:years?|months?|weeks?|seasons?)\s(?:ago|earlier|before))\b",
    re.IGNORECASE,
)
#: Characters back to the whole that "of them" goes back to.
_BACK = 240
#: Paragraphs back to the one count of a noun.
FAR = 2
#: No slip makes a part so many times its whole.
MUCH = 50


def parted(story: Story, linked: Sequence[Relation]) -> Iterator[Relation]:
    """Parts with their wholes that no other relation holds already."""
    used = {frozenset(pair) for r in linked for pair in combinations([c.id for c in r.claims()], 2)}
    for number, part in enumerate(story.claims):
        whole, span = _whole_of(story, number, part)
        if whole is None or frozenset((whole.id, part.id)) in used or not _one_thing(part, whole):
            continue
        if _is_above(part, whole) and (_has_rival(story, part, whole) or _is_far_above(story, part, whole)):
            continue
        used.add(frozenset((whole.id, part.id)))
        cue = Cue(story.document.id, span, story.words(span))
        yield Relation("bound", (Role("part", part), Role("whole", whole)), cue, "stated")


def _whole_of(story: Story, number: int, part: Claim) -> tuple[Claim | None, Span]:
    """The whole that the words around a part name, and those words."""
    text, claims = story.document.text, story.claims
    at = part.figure.span
    after = claims[number + 1] if number + 1 < len(claims) else None
    before = claims[number - 1] if number else None
    if after is not None and _OF.fullmatch(text, at.end, after.figure.span.start):
        return after, Span(at.start, after.figure.span.end)
    if before is None:
        return None, at
    start = before.figure.span.start
    if before.sentence == part.sentence:
        between = text[before.figure.span.end : at.start]
        front = _FRONT.search(text[max(before.sentence.start, start - 80) : start]) and _ON.fullmatch(between)
        if (front and not _SIZED.fullmatch(between)) or _WHICH.fullmatch(between):
            return before, Span(start, at.end)
    noun = _OF_NOUN.match(text, at.end, part.sentence.end)
    if noun is not None:
        return _only_count(story, part, noun["noun"]), Span(at.start, noun.end())
    them = _THEM.match(text, at.end, part.sentence.end)
    if them is None:
        return None, at
    return _counted_before(story, part), Span(at.start, them.end())


def _counted_before(story: Story, part: Claim) -> Claim | None:
    """The one count before "of them" that may be meant; None if several may, or one alone is large enough.

    Where the nearest is smaller than its part, "them" goes back to something else.
    """
    near = [
        c
        for c in story.claims
        if c.figure.span < part.figure.span and part.figure.span.start - c.figure.span.end < _BACK
    ]
    fitting = [c for c in near if _one_thing(part, c) and not _is_above(part, c)]
    return fitting[-1] if fitting else None


def _only_count(story: Story, part: Claim, noun: str) -> Claim | None:
    """The one earlier figure, not far, that the story prints right before a noun; None if there are more."""
    text = story.document.text
    counted = [
        c
        for c in story.claims
        if c is not part and text.startswith(f" {noun}", c.figure.span.end) and family(c) == "C"
    ]
    if any(REST.search(before(story, c, 20)) for c in counted):
        return None  # "the remaining 354 workers" are not all of the workers
    if len(counted) != 1 or counted[0].figure.span > part.figure.span or _is_of_then(story, part, counted[0]):
        return None
    return counted[0] if story.paragraphs_apart(counted[0], part) <= FAR else None


def _is_of_then(story: Story, part: Claim, whole: Claim) -> bool:
    """True for a part of another time than the whole: "in 2023, when 148 OF THE VICTIMS were killed"."""
    told = story.lead(part)
    return bool(
        {m[0].lower() for m in _TIME.finditer(told)}
        - {m[0].lower() for m in _TIME.finditer(story.sentence(whole))}
    )


def _is_above(part: Claim, whole: Claim) -> bool:
    return surely_less(whole.figure.amount, part.figure.amount)


def _is_far_above(story: Story, part: Claim, whole: Claim) -> bool:
    """True for "of the three bridges the longest at 412m", and for "its 350-a-site target": no whole of the part."""
    a, b = part.figure.value or 0, whole.figure.value or 1
    return a > MUCH * b or story.document.text.startswith("-", whole.figure.span.end)


def _has_rival(story: Story, part: Claim, whole: Claim) -> bool:
    """True if the sentence has another number that is large enough, or words between the two that add up."""
    others = [c for c in story.in_sentence(part.sentence) if c not in (part, whole) and family(c) == "C"]
    first, last = sorted((part.figure.span, whole.figure.span))
    between = story.document.text[first.end : last.start]
    return any(not _is_above(part, c) for c in others) or _TO.search(between) is not None


def _one_thing(part: Claim, whole: Claim) -> bool:
    """True for two counts of one noun, neither of them a change or a share."""
    if family(part) != "C" or family(whole) != "C" or is_change(part) or is_change(whole):
        return False
    a, b = part.measure, whole.measure
    named = a is not None and b is not None and may_be_one(a.key, b.key)
    return named and same_unit(part, whole)
