"""What there was, less what went, with what came: "214 at the start. Seventeen shut and 29 opened. It ended with 226".

The four stand within a few sentences: one figure told as of the start, one as of the end, one that went and one
that came. Any other number of the kind between them, or a word for more that moved, leaves the end open; numbers
that make up one of the two movements do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from extractor.amount import add, exact, meet, middle, negate, total
from extractor.model import Amount, Claim, Cue, Derived, Relation, Role, Span, stable_id
from extractor.nouns import may_be_one
from extractor.reconcile.link.tally.listing import WORDS, of_one_unit, own_noun
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import any_of, one_of

_FLOW = WORDS["flow"]
_START, _END, _APART, _ALONE = (any_of(_FLOW[n]) for n in ("start", "end", "apart", "alone"))
_INTO, _OUT = (one_of(_FLOW[n]) for n in ("into", "out"))
_NEW = r"(?:\s(?:of\sthem|new|more|other|old|ones?|others|people|[a-z]+s)){0,3}?\s"
_BEHIND = {way: Regex(rf"^{_NEW}{words}\b", re.IGNORECASE) for way, words in (("in", _INTO), ("out", _OUT))}
_BEFORE = {
    way: Regex(rf"\b{words}\s(?:(?:another|some|about|a\sfurther)\s)?$", re.IGNORECASE)
    for way, words in (("in", _INTO), ("out", _OUT))
}
#: Sentences with figures from the start to the end, and how far off a slip leaves the end.
_REACH, _FACTOR = 4, 1.35


def flows(story: Story) -> Iterator[Relation]:
    """One relation for each end whose start and movements are told before it."""
    for end in story.claims:
        if not _may_be_level(end) or not _END.search(_clause(story, end)):
            continue
        told = _told(story, end)
        if told is not None:
            yield _relation(story, end, *told)


def _may_be_level(claim: Claim) -> bool:
    a = claim.figure.amount
    plain = claim.stance == "asserted" and claim.figure.hedge in (None, "some") and claim.block not in DISPLAY
    return family(claim) == "C" and plain and a.low is not None and a.high is not None


def _clause(story: Story, claim: Claim) -> str:
    """The words around a figure up to the next figures and stops."""
    led, behind = _around(story, claim)
    return f"{led} # {behind}"


def _around(story: Story, claim: Claim) -> tuple[str, str]:
    beside = [c.figure.span for c in story.in_sentence(claim.sentence) if family(c) == "C"]
    start = max((s.end for s in beside if s < claim.figure.span), default=claim.sentence.start)
    end = min((s.start for s in beside if claim.figure.span < s), default=claim.sentence.end)
    led = story.words(Span(start, claim.figure.span.start))
    behind = story.words(Span(claim.figure.span.end, end))
    return led, re.split(r"[;.]|,\s(?!(?:at|in|by)\b)", behind)[0]


def _told(story: Story, end: Claim) -> tuple[Claim, Claim, Claim] | None:
    """The start, what went and what came before an end; None where another figure or word leaves it open."""
    number = story.number_of(end)
    first = story.sentences[max(0, number - _REACH)].start
    near = [c for c in story.starting(first, end.figure.span.start - 1) if _is_counted(story, c, end)]
    starts = [c for c in near if _START.search(_clause(story, c)) and not _way(story, c)]
    if not starts:
        return None
    start = starts[-1]
    between = [c for c in near if c.figure.span > start.figure.span]
    ways = {way: [c for c in between if _way(story, c) == way] for way in ("out", "in")}
    if any(len(found) != 1 for found in ways.values()):
        return None
    out, into = ways["out"][0], ways["in"][0]
    words = story.words(Span(start.sentence.start, end.sentence.end))
    if _APART.search(words) or _ALONE.search(words):
        return None
    nouns = [n for c in (start, end, out, into) if (n := own_noun(story, c)) not in (None, "one")]
    if not all(may_be_one(a, b) for a, b in combinations(nouns, 2)):
        return None
    others = [c for c in between if c not in (out, into)]
    if not _are_parts(others, (out, into)) or not _is_near(end, start, out, into):
        return None
    return start, out, into


def _is_counted(story: Story, claim: Claim, end: Claim) -> bool:
    return of_one_unit(claim, end) and claim.block not in DISPLAY and story.paragraphs_apart(claim, end) <= 1


def _way(story: Story, claim: Claim) -> str | None:
    """ "in" or "out" where the words at a figure say that so many came or went."""
    led, behind = _around(story, claim)
    for pattern, words in ((_BEHIND, behind), (_BEFORE, led)):
        found = [way for way in ("in", "out") if pattern[way].search(words)]
        if len(found) == 1:
            return found[0]
    return None


def _are_parts(others: Sequence[Claim], moved: Sequence[Claim]) -> bool:
    """True if the other figures, if there are any, make up one of the movements."""
    if not others:
        return True
    made = total(c.figure.amount for c in others)
    return len(others) > 1 and any(meet(made, c.figure.amount) for c in moved)


def _amount(claim: Claim) -> Amount:
    """What a figure allows; "some 214" is 214, only "some 200" is about so many."""
    value = claim.figure.value
    precise = claim.figure.hedge == "some" and value is not None and value % 10 != 0
    return exact(value) if precise and value is not None else claim.figure.amount


def _made(start: Claim, out: Claim, into: Claim) -> Amount:
    return add(add(_amount(start), negate(out.figure.amount)), into.figure.amount)


def _is_near(end: Claim, start: Claim, out: Claim, into: Claim) -> bool:
    """True if a slip may have made the end, and no other signs of the figures do."""
    made, told = middle(_made(start, out, into)), middle(end.figure.amount)
    if made is None or told is None or made <= 0 or told <= 0 or max(made / told, told / made) > _FACTOR:
        return False
    for size in (1, 2):
        for chosen in combinations((out, into), size):
            amount = total(c.figure.amount for c in chosen)
            signs = (add(_amount(start), amount), add(_amount(start), negate(amount)))
            if any(meet(end.figure.amount, made_) for made_ in signs):
                return False
    return True


def _relation(story: Story, end: Claim, start: Claim, out: Claim, into: Claim) -> Relation:
    amount = _made(start, out, into)
    shown = [c.figure.value for c in (start, out, into)]
    arithmetic = f"{shown[0]:,} − {shown[1]:,} + {shown[2]:,} = {(shown[0] or 0) - (shown[1] or 0) + (shown[2] or 0):,}"
    words = "what there was, less what went, with what came"
    made = Derived(stable_id("d", end.id, words), amount, words, (start, out, into), arithmetic)
    span = Span(start.sentence.start, end.sentence.end)
    cue = Cue(story.document.id, span, story.words(span))
    return Relation("sum", (Role("total", end), Role("part", made)), cue, "contextual")


__all__ = ["flows"]
