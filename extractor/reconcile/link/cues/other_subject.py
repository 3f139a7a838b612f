"""A movement of something narrower than the levels before it, or of something else, by the words of its subject."""

from __future__ import annotations

import re

from extractor.lexicon import table
from extractor.model import Claim, Span
from extractor.reconcile.link.cues.moves import MOVE
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.story import Story
from extractor.regexes import Regex
from extractor.wording import one_of

_WORDS = table("then_now")["subject"]
#: Words of a movement that say nothing of its subject.
_PLAIN = Regex(rf"{MOVE}|\b(?:{'|'.join([*_WORDS['plain'], *_WORDS['general']])})\b|\b\w+ly\b", re.IGNORECASE)
_CLAUSE = Regex(r";|[,–—:]\s?(?:and|but|while|whereas|so)\s|[”\"]\s|,\s")

#: A subject of its own behind "and": "sold for £4.50, and whisky has gone up by".
_AND_ANOTHER = Regex(
    rf",\sand\s(?:the\s|its\s|their\s|his\s|her\s)?((?!(?:it|they|that|this|so|now|then|since|an?)\b)[\w’'-]+(?:\s[\w’'-]+)?)\s"
    rf"(?:has|have|had|is|are|was|were|went|{MOVE})\s[^,;]*$",
    re.IGNORECASE,
)


#: How a sentence begins that turns to somebody else: "Its rival had a drop of 12 per cent".
_ANOTHER = Regex(
    rf"[“\"‘]?(?:its|their|his|her|the|an?|one|another)\s(?:[\w-]+\s)?{one_of(_WORDS['another'])}\b",
    re.IGNORECASE,
)
#: "9 per cent higher, AND THE NAIRA ITSELF WAS weaker, at 1,535".
_ITSELF = Regex(
    r"\band\s(?:[\w’'-]+\s){1,3}(?:it|them)sel(?:f|ves)\s(?:has|have|had|is|are|was|were)\b", re.IGNORECASE
)


def is_of_other_subject(story: Story, change: Claim, *levels: Claim) -> bool:
    """True where the subject of a movement is narrower than its levels, or has a noun that they have not."""
    apart = all(c.sentence != change.sentence for c in levels) and _ANOTHER.match(story.sentence(change))
    return bool(apart) or is_narrowed(story, change, *levels) or _turns(story, change, *levels)


def _turns(story: Story, change: Claim, *levels: Claim) -> bool:
    led = story.lead(change)
    found = _AND_ANOTHER.search(led)
    told = any(c.figure.span < change.figure.span for c in levels if c.sentence == change.sentence)
    if not told and levels and all(change.figure.span < c.figure.span for c in levels):
        nearest = min(c.figure.span.start for c in levels)
        return _ITSELF.search(story.document.text[change.figure.span.end : nearest]) is not None
    if found is None or not told:
        return False
    before = " ".join(
        [led[: found.start()], *(story.sentence(c) for c in levels if c.sentence != change.sentence)]
    )
    return not content_words(found[1]) & content_words(before)


def is_narrowed(story: Story, change: Claim, *levels: Claim) -> bool:
    """True where a movement behind its levels has a subject with their noun and with words that were not told before."""
    if any(change.figure.span < c.figure.span for c in levels):
        return False
    start = max(
        [change.sentence.start, *(c.figure.span.end for c in levels if c.sentence == change.sentence)]
    )
    subject = _CLAUSE.split(story.words(Span(start, change.figure.span.start)))[-1]
    nouns = content_words(" ".join(c.measure.key for c in levels if c.measure is not None))
    own = subject_words(subject)
    return bool(own & nouns) and bool(own - content_words(story.document.text[:start]))


def subject_words(words: str) -> frozenset[str]:
    """The words before a movement that tell what moved."""
    return content_words(_PLAIN.sub(" ", words))
