"""A headline's number with another noun than the story's: "to shut 18 wards" over "will close 18 of its 216 beds".

That the story has the number for another thing is no slip by itself: "40 jobs" may be 40 drivers. So the story has
to say besides that the headline's things are not so many: "all nine wards stay open", "none of the nurses".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from extractor.model import Claim, Cue, Relation, Role
from extractor.nouns import may_be_one
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.retold.unit_swaps import tells_size
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import DISPLAY, Story, family

#: Paragraphs below a headline, at most, in which its number is told.
LEAD = 4
_ALL = re.compile(
    r"\b(?:all|each\sof\s(?:the|its|their))\s(?:of\s)?(?:the\s|its\s|their\s|our\s)?$", re.IGNORECASE
)
_STAY = re.compile(
    r"^(?:\s[\w’'-]+){1,4}?\s(?:stays?|stayed|remain(?:s|ed)?|keeps?|kept|(?:is|are|was|were)\s(?:safe|unhurt|open|unharmed|spared|untouched|saved))\b",
    re.IGNORECASE,
)


def misnamed(story: Story) -> Iterator[Relation]:
    """The headline's counts whose number the story has for another thing, and whose noun it counts otherwise."""
    body = [c for c in story.claims if c.block not in DISPLAY and not tells_size(story, c)]
    for shown in story.claims:
        if shown.block != "headline" or not _is_count(shown) or not _value(shown):
            continue
        if any(_is_count(c) and _names_one(c, shown) and _value(c) == _value(shown) for c in body):
            continue
        told = _told(story, shown, body)
        apart = tuple(islice((c for c in body if _is_apart(story, c, shown)), 1))
        if told is not None and (apart or _is_denied(story, shown)):
            roles = (Role("stated", shown), Role("other", told), *(Role("counted", c) for c in apart))
            cue = Cue(story.document.id, shown.figure.span, shown.figure.text)
            yield Relation("same", roles, cue, "stated")


def _is_denied(story: Story, shown: Claim) -> bool:
    """True if the story says that there was none of a headline's things: "No branch will close"."""
    key = shown.measure.key if shown.measure is not None else ""
    none = re.compile(
        rf"\b[Nn]o(?:ne\sof\s(?:the|its|their))?\s{re.escape(key)}(?:e?s)?\b(?!\s(?:but|other|more)\b)"
    )
    return any(none.search(story.words(zone.span)) for zone in story.zones if zone.kind not in DISPLAY)


def _is_count(claim: Claim) -> bool:
    """True for a count with its noun beside it."""
    noun = claim.measure
    return family(claim) == "C" and claim.stance == "asserted" and noun is not None and noun.found == "here"


def _value(claim: Claim) -> int:
    return int(claim.figure.value or 0)


def _names_one(a: Claim, b: Claim) -> bool:
    ours, theirs = (c.measure.key if c.measure is not None else "" for c in (a, b))
    return may_be_one(ours, theirs)


def _told(story: Story, shown: Claim, body: Sequence[Claim]) -> Claim | None:
    """The one count of the lead with the headline's number, in a sentence with its words, for another thing."""
    zones = [n for n, zone in enumerate(story.zones) if zone.kind not in DISPLAY]
    lead = set(islice(zones, LEAD))
    found = [c for c in body if story.block_number(c.figure.span.start) in lead and _is_count(c)]
    found = [c for c in found if _value(c) == _value(shown)]
    if len(found) != 1 or _names_one(found[0], shown) or found[0].figure.hedge is not None:
        return None
    shared = content_words(story.sentence(found[0])) & content_words(story.sentence(shown))
    return found[0] if shared else None


def _is_apart(story: Story, claim: Claim, shown: Claim) -> bool:
    """True for "none of the nurses", and for "all nine wards" where they are fewer than told or stay as they were."""
    if family(claim) != "C" or claim.measure is None or claim.measure.found != "here":
        return False
    if claim.measure.key != (shown.measure.key if shown.measure is not None else ""):
        return False
    if _value(claim) == 0:
        return claim.figure.text.lower().startswith(("none", "no", "not"))
    everything = _ALL.search(before(story, claim)) is not None
    return everything and (_value(claim) < _value(shown) or _STAY.match(after(story, claim)) is not None)


__all__ = ["misnamed"]
