"""A majority told of a poll beside its two sides: "MOST voters back the bond, a poll suggests ... 47 per cent yes, 41 no".

The first sentence of the body with two shares, one for and one against, is the poll's answer to what the story leads
with. Where another share of the story is more than half, it may be the one that is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.amount import exact, surely_less
from extractor.lexicon import table
from extractor.model import Claim, Cue, Derived, Relation, Role, Span, stable_id
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.order.compared import compared
from extractor.reconcile.link.window.scope import after
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import any_of

_WORDS = table("orders")["most_told"]
_FOR, _AGAINST = (any_of(_WORDS[n]) for n in ("for", "against"))
_MOST = Regex(
    r"(?:^|(?<=[.!?]\s)|(?<=[.!?][”\"]\s))[“\"]?(?P<most>(?:An?\s(?:slim\s|clear\s|narrow\s|solid\s|large\s)?majority\sof|Most(?:\sof)?|(?:More\sthan|Over)\shalf(?:\sof)?))\s"
    r"(?!recent\b|people\sare\b)[^.;:?\d]{8,200}?\b(?:poll|survey|questionnaire|canvass)",
    re.IGNORECASE | re.MULTILINE,
)
#: Who is asked again, or only some: "most of those who use it".
_SOME = Regex(r"\b(?:of\sthose|who|under|aged|women|men|owners|users|among|likely)\b", re.IGNORECASE)
#: The other side of a change: "41 per cent WHO WOULD LEAVE IT alone".
_LEAVE = Regex(r"^[^.;]{0,40}?\b(?:would|to)\s(?:leave|keep|rather|prefer|stay|stop)\b", re.IGNORECASE)
#: Paragraphs from a majority to the shares of its poll.
REACH = 6
_HALF = exact(50, "%")


def most_polled(story: Story) -> Iterator[Relation]:
    """The majority that a story opens with and the share of its side in the poll, if that is less than half."""
    shares = [c for c in story.claims if _is_share(c) and not is_change(c) and c.block not in DISPLAY]
    if not shares or any(not surely_less(c.figure.amount, _HALF) for c in shares):
        return
    found = _majority(story, shares[0])
    if found is not None and not _SOME.search(found[0]):
        share = _share(story, shares[0], against=_AGAINST.search(found[0]) is not None)
        if share is not None:
            yield _relation(story, share, Span(*found.span("most")))


def _majority(story: Story, share: Claim) -> re.Match[str] | None:
    """The only majority that is told of a poll in the paragraphs up to a share."""
    number = story.block_number(share.sentence.start)
    near = [z for z in story.zones[max(0, number - REACH) : number + 1] if z.kind not in DISPLAY]
    text = story.document.text
    found = [
        m for z in near for m in _MOST.finditer(text, z.span.start, min(z.span.end, share.sentence.start))
    ]
    return found[0] if len(found) == 1 else None


def _is_share(claim: Claim) -> bool:
    """True for a share in digits or words, but for "most" itself."""
    return family(claim) == "P" and claim.figure.kind == "percentage"


def _share(story: Story, first: Claim, *, against: bool) -> Claim | None:
    """The share of the side that a majority is told for, where a sentence has one for and one against."""
    told = [c for c in story.in_sentence(first.sentence) if _is_share(c)]
    if not 2 <= len(told) <= 3 or any(c.stance != "asserted" for c in told):
        return None
    one, two = told[:2]
    between, behind = story.between(one, two), after(story, two)
    if _FOR.search(between) and not _AGAINST.search(between):
        opposed = _AGAINST.search(behind) or _LEAVE.match(behind)
        return (two if against else one) if opposed and not _FOR.search(behind) else None
    if _AGAINST.search(between) and _FOR.search(behind) and not _AGAINST.search(behind):
        return one if against else two
    return None


def _relation(story: Story, share: Claim, words: Span) -> Relation:
    comparison = compared(story, words, share, "higher", "most polled", str(words.start))
    half = Derived(stable_id("d", share.id, "half"), _HALF, "one half", (), "half = 50")
    roles = (Role("stated", comparison), Role("subject", share), Role("reference", half))
    extent = Span(words.start, share.sentence.end)
    return Relation("compare", roles, Cue(story.document.id, extent, story.words(extent)), "contextual")


__all__ = ["most_polled"]
