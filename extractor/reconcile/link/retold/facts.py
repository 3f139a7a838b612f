"""The words by which a figure is told, whatever phrase a paper takes: "lost their lives" and "dead" are one.

What two tellings of one event have in common besides these are names, which are looked at apart.
"""

from __future__ import annotations

from functools import cache, lru_cache

from extractor.lexicon import table
from extractor.model import Claim, Mention
from extractor.reconcile.clauses import own_words
from extractor.reconcile.link.cues.stems import moving, stems, times
from extractor.reconcile.story import Story
from extractor.regexes import Regex

#: Words that say no more than that something was counted, or is some of it.
_IDLE = (
    "rate share proportion percentage level figure number make take account come total other half third quarter"
    " fifth percent cent majority minority most only bare less more fewer nearly almost about around people"
    " person case count year month week day today last latest this new also first second now came come comes made"
    " long wide deep high tall makes went goes got gets had has have gave gives given took takes put did"
)
_EARLIER = Regex(
    r"\b(?:before|earlier|previous|prior|preceding|ago|then|once|used to|last time|compared with|against"
    r"|up from|down from)\b"
)
_HAD_BEEN = Regex(r"\bhad been (?:\w+ )?$")


@lru_cache(maxsize=8192)
def facts(text: str) -> frozenset[str]:
    """The words of a text by their first letters, and a mark for each thing that it names by one of several."""
    marks = set()
    for mark, words in _things():
        if words.search(text):
            text = words.sub(" ; ", text)
            marks.add(mark)
    return frozenset(w for w in stems(text) if w[0] != "~") | frozenset(marks)


@cache
def _things() -> tuple[tuple[str, Regex], ...]:
    listed = table("siblings")["one_fact"]
    return tuple((f"={n}", Regex(rf"\b(?:{words})\b", 2)) for n, words in enumerate(listed))


@cache
def mark_of(word: str) -> str:
    """The mark of the one thing that a word is for."""
    (mark,) = facts(word)
    return mark


@cache
def idle() -> frozenset[str]:
    """Words that tie no figure to another."""
    listed = table("siblings")
    return facts(" ".join([_IDLE, *listed["finding"], *listed["saying"]])) | times() | moving()


def slot(story: Story, claim: Claim) -> frozenset[str]:
    """What a figure's own words, its noun, its whole and its deed say that it is of."""
    return story.once(_slot, claim)


def _slot(story: Story, claim: Claim) -> frozenset[str]:
    told = [own_words(story, claim), "" if claim.event is None else claim.event.text]
    told += [m.text for m in (claim.measure, claim.base) if is_printed(m) and m is not None]
    return frozenset(w for text in told for w in facts(text)) - facts(claim.figure.text) - idle()


def around(story: Story, claim: Claim) -> frozenset[str]:
    """What the sentence of a figure tells."""
    return facts(story.sentence(claim))


def tie(a: Story, x: Claim, b: Story, y: Claim) -> frozenset[str]:
    """What either figure is told with and the other's sentence has as well."""
    return (slot(a, x) & around(b, y)) | (slot(b, y) & around(a, x))


def is_printed(mention: Mention | None) -> bool:
    """True for a noun that a figure's own sentence prints."""
    return mention is not None and mention.found in ("here", "sentence")


def is_then(story: Story, claim: Claim) -> bool:
    """True if a figure's own words are of an earlier time, or set it against a later one."""
    led = story.lead(claim)
    return _EARLIER.search(own_words(story, claim).lower()) is not None or _HAD_BEEN.search(led) is not None


__all__ = ["around", "facts", "idle", "is_printed", "is_then", "mark_of", "slot", "tie"]
