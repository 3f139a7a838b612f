"""What is left of several shares: "48 per cent said yes and 37 per cent no. The remaining 25 per cent did not know".

Two shares of one whole are read by `halves`; here two or more stand before the rest, in its sentence, in the one before or in its paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from extractor.amount import contains, exact, middle, surely_less, total
from extractor.model import Claim, Cue, Relation, Role, Span
from extractor.reconcile.link.runs import is_of_others
from extractor.reconcile.link.tally.halves import APART, OWN_BASE, is_share, shares_before
from extractor.reconcile.link.tally.listing import WORDS
from extractor.reconcile.link.tally.questioned import overlaps
from extractor.reconcile.link.tally.rest import is_rest
from extractor.reconcile.link.window.scope import after, are_nested, before, one_place
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex
from extractor.wording import any_of, one_of

_ANSWERS = WORDS["answers"]
#: Shares that may stand before the rest.
MOST = 6
#: Points by which the shares of a whole paragraph may miss it and still be misprinted.
CLOSE = 15
#: Points and characters between a share in words and in digits.
NEAR, BESIDE = 4, 40
#: Before a number that tells a share again: "46 per cent, or 552 families".
_SAID_AGAIN = Regex(r"(?:,\s(?:or|that\sis|i\.e\.|which\sis)\s|\s\()(?:some\s|about\s)?$", re.IGNORECASE)
_LAST = Regex(r"\bthe\s(?:last|final)\s$", re.IGNORECASE)
#: Behind a share: those who gave no answer; and what makes that one to another question.
_NO_ANSWER = Regex(rf"^[^.;:,\d]{{0,40}}?\b{one_of(_ANSWERS['none'])}\b", re.IGNORECASE)
_ON = any_of(_ANSWERS["on"])
#: "EVERYTHING ELSE 15 per cent", "11 per cent OTHER SOURCES": what the shares before it leave, or a share more of it.
_ALL, _OTHER = one_of(_ANSWERS["all_else"]), one_of(_ANSWERS["other"])
_OF = r"(?:\s(?:was|were|is|are|of|from|to|by|for|with|on|came\sfrom|went\s(?:to|on)|said|chose|named))?\s(?:the\s)?"
_HAD = r"\s(?:(?:was|were|is|are|made\sup|accounted\sfor|took|takes|came\sto|had|got|with|at|another|just|about|only)\s)*$"
_ALL_ELSE = (Regex(rf"^{_OF}{_ALL}\b", re.IGNORECASE), Regex(rf"\b{_ALL}{_HAD}", re.IGNORECASE))
_OTHERS = (Regex(rf"^{_OF}{_OTHER}(?=[.;,)]|$)", re.IGNORECASE), Regex(rf"\b{_OTHER}{_HAD}", re.IGNORECASE))
#: How a sentence begins whose shares are of some only.
_GROUP = Regex(
    r"^(?:of|among|in|for)\s(?!(?:these|those|them|all|total|the\s(?:total|rest|whole|lot))\b)[^,;\d]{1,40},\s(?!.*\d)",
    re.IGNORECASE,
)


def thirds(story: Story, summed: frozenset[str]) -> Iterator[Relation]:
    """One relation for each share that is told as what several before it leave of the whole."""
    for rest in story.claims:
        if (
            not is_share(rest)
            or rest.id in summed
            or not (_is_left(story, rest) or _is_no_answer(story, rest))
            or _has_own_group(story, rest)
        ):
            continue
        near, far = _parts(story, rest), _in_paragraph(story, rest)
        longer = len(far) > len(near) and not _is_close((*near, rest), CLOSE)
        own = len(near) > 1 and _is_close((*near, rest), APART) and not _make_all((*far, rest))
        parts, reach = (near, APART) if own and not longer else (far, CLOSE)
        if not _is_left(story, rest) and not _are_too_many(story, rest, parts):
            continue
        if 2 <= len(parts) <= MOST and _are_one_whole(story, rest, parts, summed, reach):
            span = Span(parts[0].sentence.start, rest.sentence.end)
            roles = (Role("part", rest), *(Role("part", c) for c in parts))
            yield Relation("sum", roles, Cue(story.document.id, span, story.words(span)), "contextual")


def _parts(story: Story, rest: Claim) -> Sequence[Claim]:
    """The shares of its sentence in front of the rest, or of the one before where it is the only one there."""
    here = [c for c in story.in_sentence(rest.sentence) if family(c) == "P" and c is not rest]
    if here:
        return _told_once(here) if all(c.figure.span < rest.figure.span for c in here) else ()
    return () if shares_before(story, rest, 2) else shares_before(story, rest, 1)


def _in_paragraph(story: Story, rest: Claim) -> Sequence[Claim]:
    """All shares of the paragraph up to the rest, where they come near the whole and no others of them make it.

    "Forty-six per cent picked the first. The second was the choice of 24 per cent, and the remaining 20 had none".
    """
    block = story.zones[story.block_number(rest.sentence.start)].span
    inside = [c for c in story.starting(block.start, block.end) if family(c) == "P" and c is not rest]
    parts = _told_once([c for c in inside if c.figure.span < rest.figure.span])
    if not 2 <= len(parts) <= MOST or len(inside) > MOST:
        return ()
    starts = [at for at, c in enumerate(parts) if at == 0 or c.sentence != parts[at - 1].sentence]
    lists = [parts[at:] for at in starts]
    if (whole := next((some for some in lists if _make_all((*some, rest))), None)) is not None:
        return whole
    others = (some for size in range(1, len(inside)) for some in combinations(inside, size))
    if any(_is_close((*some, rest), (len(some) + 1) / 2) for some in others):
        return ()
    return next((some for some in lists if len(some) > 1 and _is_close((*some, rest), CLOSE)), ())


def _is_left(story: Story, rest: Claim) -> bool:
    """True for "the remaining 9 per cent" and for "the last 9 per cent", which is no time here."""
    return (
        is_rest(story, rest)
        or _LAST.search(before(story, rest, 20)) is not None
        or _is_told_with(story, rest, *_ALL_ELSE)
    )


def _is_told_with(story: Story, share: Claim, behind: Regex, ahead: Regex) -> bool:
    """True if words stand right behind a share, or right before it and behind the one before."""
    return (
        behind.match(after(story, share, 40)) is not None
        or ahead.search(before(story, share, 60)) is not None
    )


def _is_no_answer(story: Story, rest: Claim) -> bool:
    """True for those who had no view, on what the others had one, and for all other answers together."""
    if _is_told_with(story, rest, *_OTHERS):
        return True
    own = [c.figure.span.end for c in story.in_sentence(rest.sentence) if c.figure.span < rest.figure.span]
    led = story.words(Span(max(own, default=rest.sentence.start), rest.figure.span.start))
    behind = after(story, rest, 70)
    return _NO_ANSWER.search(behind) is not None and _ON.search(behind + led) is None


def _are_too_many(story: Story, rest: Claim, parts: Sequence[Claim]) -> bool:
    """True if all answers told up to those who had none come to more than everybody."""
    if not parts or any(_NO_ANSWER.search(after(story, c, 50).partition(",")[0]) for c in parts[:-1]):
        return False
    return surely_less(exact(100), total(c.figure.amount for c in (*parts, rest)))


def _is_close(shares: Sequence[Claim], reach: float) -> bool:
    together = middle(total(c.figure.amount for c in shares))
    return together is not None and abs(float(together) - 100) <= reach


def _make_all(shares: Sequence[Claim]) -> bool:
    return contains(total(c.figure.amount for c in shares), 100)


def _has_own_group(story: Story, rest: Claim) -> bool:
    """True for "Of the women, the remaining 25 per cent had no view": what is left of some only."""
    led = story.lead(rest)
    return _GROUP.match(led) is not None


def _told_once(shares: Sequence[Claim]) -> Sequence[Claim]:
    """The shares without those in words that the next one says again in digits: "a fifth of the money, 20 per cent"."""
    again = {a.id for a, b in pairwise(shares) if _is_said_again(a, b)}
    return [c for c in shares if c.id not in again]


def _is_count_apart(story: Story, claim: Claim) -> bool:
    """True for a number of things that tells no share again, and is none of "two-wheelers"."""
    again = _SAID_AGAIN.search(before(story, claim, 20)) is not None
    return family(claim) == "C" and not again and after(story, claim, 1) != "-"


def _is_said_again(words: Claim, digits: Claim) -> bool:
    """True for a share in words that the next one tells in digits: "nearly two thirds of readers, 64 per cent"."""
    if any(ch.isdigit() for ch in words.figure.text) or words.sentence != digits.sentence:
        return False
    gap = digits.figure.span.start - words.figure.span.end
    apart = abs(float(words.figure.value or 0) - float(digits.figure.value or 0))
    return apart == 0 or (apart < NEAR and gap < BESIDE)


def _are_one_whole(
    story: Story, rest: Claim, parts: Sequence[Claim], summed: frozenset[str], reach: int
) -> bool:
    """True if nothing in the words makes one of the shares that of another whole, time or place."""
    if any(c.id in summed or not is_share(c) or is_of_others(story, c) for c in parts):
        return False
    if not _is_close((rest, *parts), reach):
        return False
    listed = story.starting(parts[0].figure.span.start, rest.figure.span.start)
    if any(_is_count_apart(story, c) for c in listed):
        return False  # "44 per cent got it from shops, 31 from friends, 12 from parents"
    if any(OWN_BASE.match(story.words(Span(c.figure.span.end, c.sentence.end))) for c in (*parts[1:], rest)):
        return False
    times = {c.period.key for c in (rest, *parts) if c.period is not None and c.period.found == "here"}
    if len(times) > 1 or not all(one_place(rest, c) for c in parts) or are_nested(story, (*parts, rest)):
        return False
    return not overlaps(story, Span(parts[0].sentence.start, rest.sentence.end))


__all__ = ["thirds"]
