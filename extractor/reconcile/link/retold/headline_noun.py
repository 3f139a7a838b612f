"""A headline's number with another noun than the story's: "to shut 18 wards" over "will close 18 of its 216 beds".

That the story has the number for another thing is no slip by itself: "40 jobs" may be 40 drivers. So the story has
to say besides that the headline's things are not so many: "all nine wards stay open", "none of the nurses". Where
the two nouns never name one thing, as berths and jobs do not, it is enough that the story counts fewer of the headline's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from extractor.lexicon import table
from extractor.model import Claim, Cue, Relation, Role
from extractor.nouns import may_be_one
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.retold.unit_swaps import tells_size
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex

#: Paragraphs below a headline, at most, in which its number is told.
LEAD = 4
#: From this number on a headline hardly shares one with another thing of the story.
LARGE = 20
#: "No house was affected", "none of the branches".
_NONE = Regex(
    r"\b(?:[Nn]o|[Nn]one\sof\s(?:the|its|their))\s(?P<noun>[a-z]{3,})\b(?!\s(?:but|other|more|longer)\b)"
)
_OF_THEM = Regex(
    r"\b(?:of\s(?:which|whom|them|these|those)|including|among\s(?:them|these|those)),?\s(?:\w+\s)?$"
)
_NEVER_ONE = tuple(frozenset(nouns) for nouns in table("windows")["headline_noun"]["never_one"])
_ALL = Regex(
    r"\b(?:all|each\sof\s(?:the|its|their))\s(?:of\s)?(?:the\s|its\s|their\s|our\s)?$", re.IGNORECASE
)
_STAY = Regex(
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
        others = (c for c in body if told is not None and _is_counted(story, c, shown, told))
        apart = tuple(islice(chain((c for c in body if _is_apart(story, c, shown)), others), 1))
        if told is not None and (apart or _is_denied(story, shown)):
            roles = (Role("stated", shown), Role("other", told), *(Role("counted", c) for c in apart))
            cue = Cue(story.document.id, shown.figure.span, shown.figure.text)
            yield Relation("same", roles, cue, "stated")


def _is_denied(story: Story, shown: Claim) -> bool:
    """True if the story says that there was none of a headline's things: "No branch will close"."""
    key = shown.measure.key if shown.measure is not None else ""
    body = (story.words(zone.span) for zone in story.zones if zone.kind not in DISPLAY)
    named = {m["noun"].lower() for words in body for m in _NONE.finditer(words)}
    return any(one == key or _group(one) & _group(key) for noun in named for one in _singulars(noun))


def _singulars(noun: str) -> set[str]:
    return {noun, noun.removesuffix("s"), noun.removesuffix("es")}


def _group(key: str) -> frozenset[int]:
    """The number of the group of things, of which none is one of another group, that a noun belongs to."""
    last = key.split(" ")[-1]
    return frozenset(n for n, nouns in enumerate(_NEVER_ONE) if last in nouns)


def _is_counted(story: Story, claim: Claim, shown: Claim, told: Claim) -> bool:
    """True for "lose 18 of its 72 staff" below a headline about 240 jobs, where the 240 are berths."""
    ours, theirs = (_group(c.measure.key if c.measure is not None else "") for c in (shown, told))
    if not ours or not theirs or ours & theirs or not _is_count(claim) or _value(claim) >= _value(shown):
        return False
    key = claim.measure.key if claim.measure is not None else ""
    return bool(_group(key) & ours) and not _OF_THEM.search(before(story, claim))


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
    if len(found) != 1 or _names_one(found[0], shown) or _is_hedged(found[0]):
        return None
    ours, theirs = (_group(c.measure.key if c.measure is not None else "") for c in (shown, found[0]))
    if ours and theirs and not ours & theirs and _value(shown) >= LARGE:
        return found[0]  # two digits and nouns that never name one thing
    shared = content_words(story.sentence(found[0])) & content_words(story.sentence(shown))
    return found[0] if shared else None


def _is_hedged(claim: Claim) -> bool:
    """True for "about 34"; "no fewer than 34" is 34, in papers that like the words."""
    hedge = (claim.figure.hedge or "").lower()
    return bool(hedge) and hedge not in ("no fewer than", "no less than", "not less than", "a total of")


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
