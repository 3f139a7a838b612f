"""A figure told first that the rest of the story bears out nowhere, and the one figure there that it must be.

`headline`, `lead` and `retelling` tie figures by their nouns. Here a headline, a caption, the first paragraph or a
quote tells a figure that agrees with none below it, and words of one deed ("took", "stole") or a slip that is
hardly one of chance tie it to one that is told once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from extractor.amount import meet
from extractor.model import Claim, Cue, Relation, Role
from extractor.reconcile.link.cues.deeds import one_deed
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.went import at_odds
from extractor.reconcile.link.retold.aside import is_named_apart, is_set_apart
from extractor.reconcile.link.retold.retelling import agree, may_be_retold, names_one, size, words_shared
from extractor.reconcile.link.retold.scale_words import leaves_scale_out
from extractor.reconcile.link.retold.slip import digits
from extractor.reconcile.link.window.scope import after, before, one_place
from extractor.reconcile.misprints import Kind, hedged_ends, is_seldom, misprint, rounds, significant
from extractor.reconcile.periods import may_be_one_time
from extractor.reconcile.story import DISPLAY, Story, alike, family
from extractor.regexes import Regex

#: Counts below this meet others all the time; from this on a story has few.
SMALL, LARGE = 20, 1000
#: Digits of the longer of two numbers that are a round one and an exact one.
DIGITS = 3
#: How many times as large as another a figure is that is of no other size, and that is no other fact.
SIZE, TIMES = 10, 2
#: Parts of a sum from this one on are told with it, and how near to a printed sum its parts come.
LEAST, MADE = Decimal("0.003"), Decimal("1.02")
#: Years from which on an age is of a thing of which a story tells no other.
LONG_AGO = 100
_THE = Regex(r"\b(?:the|this|that|these|those)\s$", re.IGNORECASE)
_LEFT = Regex(
    r"\b(?:leav(?:es|ing)|left)\s(?:[\w’'-]+\s){0,3}?(?:with|to\s(?:pay|find|raise))\s(?:about\s|just\s|some\s|only\s)?$",
    re.IGNORECASE,
)
_AGO = Regex(r"^[\s-](?:ago|old)\b|^-year-old\b")


def orphans(story: Story, linked: Sequence[Relation]) -> Iterator[Relation]:
    """Figures that nothing bears out, each with the only figure of the story that a slip or its deed makes it."""
    together = {frozenset((a.id, b.id)) for r in linked for a, b in combinations(r.claims(), 2)}
    told = [c for c in story.claims if _may_be_told(story, c)]
    seen = {frozenset(c.figure.amount for c in r.claims()) for r in linked if r.kind == "same"}
    for first in told:
        if not _opens(story, first) or any(agree(c, first) for c in story.claims if c is not first):
            continue
        meant = [c for c in told if _may_be_meant(story, first, c)]
        meant = [c for c in meant if frozenset((first.id, c.id)) not in together]
        pair = frozenset((first.figure.amount, *(c.figure.amount for c in meant)))
        if len(pair) == 2 and pair not in seen:
            seen.add(pair)
            cue = Cue(story.document.id, first.figure.span, first.figure.text)
            yield Relation("same", (Role("stated", first), Role("from", meant[0])), cue, "contextual")


def _may_be_told(story: Story, claim: Claim) -> bool:
    """True for an amount that may be told twice: asserted, no change, of some size, and all there is of it."""
    if family(claim) in "AD":
        may = claim.stance == "asserted" and not is_change(claim)
    else:
        may = story.once(may_be_retold, claim)
    value = claim.figure.value
    large = value is not None and value > 0 and (family(claim) != "C" or value >= SMALL)
    return may and large and family(claim) != "P" and not leaves_scale_out(story, claim)


def _opens(story: Story, claim: Claim) -> bool:
    """True for what the display, the first paragraph or a quote tells."""
    return claim.block in DISPLAY or claim.voice == "direct_quote" or _is_lead(story, claim)


def _is_lead(story: Story, claim: Claim) -> bool:
    first = next((n for n, zone in enumerate(story.zones) if zone.kind not in DISPLAY), -1)
    return story.block_number(claim.sentence.start) == first


def _may_be_meant(story: Story, first: Claim, other: Claim) -> bool:
    """True if the two are one fact but for a slip."""
    if first.sentence == other.sentence or not _one_unit(story, first, other):
        return False
    if any(agree(c, other) for c in story.in_sentence(first.sentence)):
        return False  # "£3.6bn, and £3.6m of it for a car park": the sentence has both
    if not _stand_apart(story, first, other):
        return False
    if _LEFT.search(before(story, other)):
        return False  # what is left of another sum is no fact of the first paragraph
    kind = misprint(first, other) or _near(first, other)
    if kind == "dropped" and first.voice == "direct_quote" and not one_deed(story, first, other):
        return False  # "We have 318 people who have" waited, beside 1,318 patients without a bed
    if kind in ("scaled", "dropped") and digits(first) == digits(other) and _leans(first, other):
        return False  # "over Rs 246 crore" rounds a number of more digits, and is no Rs 24.9 crore
    if kind is None or _is_made(story, first, other):
        return False
    return _tied(story, kind, first, other) and _one_frame(story, first, other)


def _leans(x: Claim, y: Claim) -> bool:
    """True if a hedge alone would make the digits of two figures one."""
    return significant(x.figure.value) != significant(y.figure.value) and any(
        any(hedged_ends(c)) for c in (x, y)
    )


def _near(x: Claim, y: Claim) -> Kind | None:
    """ "near" for figures in display and text that no slip makes one, and that are of one size."""
    u, v = x.figure.value or Decimal(1), y.figure.value or Decimal(1)
    shown = (x.block in DISPLAY) != (y.block in DISPLAY)
    near = min(u, v) > 0 and not meet(x.figure.amount, y.figure.amount) and max(u / v, v / u) <= TIMES
    return "near" if shown and near and not rounds(u, v) else None


def _one_unit(story: Story, x: Claim, y: Claim) -> bool:
    """True if two figures may be compared; "5,000 years old" and "5,300 years ago" may be one age."""
    if alike(x, y):
        return True
    return {family(x), family(y)} == {"A", "D"} and all(_is_long_ago(story, c) for c in (x, y))


def _is_long_ago(story: Story, claim: Claim) -> bool:
    """True for an age of things that nobody remembers."""
    long = (claim.figure.value or 0) >= LONG_AGO and "year" in claim.figure.amount.unit
    return long and (family(claim) == "A" or _AGO.match(after(story, claim)) is not None)


def _stand_apart(story: Story, first: Claim, other: Claim) -> bool:
    """True if the second stands where the first is told again."""
    if first.block in DISPLAY:
        return other.block not in DISPLAY or other.figure.span > first.figure.span
    if first.voice == "direct_quote":
        return other.voice != "direct_quote" and story.paragraphs_apart(first, other) > 0
    if other.block in DISPLAY:
        return other.block == "caption"
    return other.figure.span > first.figure.span and story.paragraphs_apart(first, other) > 0


def _is_made(story: Story, first: Claim, other: Claim) -> bool:
    """True if the first is what the other and further figures near it make: a fine with its costs."""
    near = [c for c in story.around(other, 1) if alike(c, first) and c.sentence != first.sentence]
    near = [c for c in near if c is not other and size(c) >= LEAST * size(first) and _may_be_added(other, c)]
    sizes = [size(c) for c in near]
    made = [size(other) + n for n in sizes] + [size(other) - n for n in sizes]
    made += [size(other) + a + b for a, b in pairwise(sizes)]
    return any(m > 0 and max(m / size(first), size(first) / m) <= MADE for m in made)


def _may_be_added(a: Claim, b: Claim) -> bool:
    return family(a) != "C" or not _are_named(a, b) or names_one(a, b)


def _one_frame(story: Story, x: Claim, y: Claim) -> bool:
    """True if nothing that is said of the two keeps them apart."""
    if not may_be_one_time(x.period, y.period) or not one_place(x, y) or at_odds(story, x, y) is not None:
        return False
    return not any(is_set_apart(story, c) for c in (x, y)) and not is_named_apart(story, x, y)


def _tied(story: Story, kind: Kind, x: Claim, y: Claim) -> bool:
    """True if words tie the two closely enough for the slip that it takes."""
    noun, deed, words = _one_noun(x, y), one_deed(story, x, y), words_shared(story, x, y)
    only, shown = _is_only(story, x, y), (x.block in DISPLAY) != (y.block in DISPLAY)
    if family(x) == "C" and not noun and _are_named(x, y):
        return deed and only and min(size(x), size(y)) >= LARGE and kind not in ("changed", "near")
    if is_seldom(kind, x, y) or (kind == "scaled" and family(x) != "C" and digits(x) == digits(y) > 1):
        return noun or deed or (family(x) != "C" and (words > 0 or _is_named_back(story, kind, y)))
    if kind in ("changed", "near"):
        bare = kind == "changed" and min(size(x), size(y)) >= LARGE
        return shown and only and deed and (noun or bare or family(x) != "C") and digits(x) > 1
    if family(x) == "M" and kind != "leaned":
        return deed and only
    long = max(digits(x), digits(y)) >= (DIGITS if family(x) in "CMU" else 2)
    return (noun or deed) and noun + deed + min(words, 2) + only >= 2 and long


def _is_named_back(story: Story, kind: Kind, claim: Claim) -> bool:
    """True for "the $2.4-million programme" of another scale, which is named as one told before."""
    return kind == "scaled" and _THE.search(before(story, claim)) is not None


def _is_only(story: Story, x: Claim, y: Claim) -> bool:
    """True if no further figure of the story is of the size of two, a tenth to ten times as large."""
    low, high = min(size(x), size(y)) / SIZE, max(size(x), size(y)) * SIZE
    own = (x.figure.amount, y.figure.amount)
    rest = [c for c in story.claims if alike(c, x) and c.figure.amount not in own and _is_rival(c, x, y)]
    return not any(low <= size(c) <= high for c in rest)


def _is_rival(claim: Claim, x: Claim, y: Claim) -> bool:
    """True unless a count has a noun of its own that neither of two has."""
    if family(x) != "C" or not _are_named(x, y) or claim.measure is None or claim.measure.found != "here":
        return True
    return names_one(claim, x) or names_one(claim, y)


def _one_noun(x: Claim, y: Claim) -> bool:
    """True if two counts have one noun."""
    return family(x) == "C" and _are_named(x, y) and names_one(x, y)


def _are_named(x: Claim, y: Claim) -> bool:
    return all(c.measure is not None and c.measure.found == "here" for c in (x, y))


__all__ = ["orphans"]
