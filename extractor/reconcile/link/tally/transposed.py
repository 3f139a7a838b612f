"""Lists that two digits in the wrong order keep from their total: "left $46.1 million ... $18.2 million, $14.9 million".

A list that says nowhere that it is complete may leave parts out, so a gap alone tells nothing. A gap that is
just what two swapped digits make, in a list that stands as one beside the only figure that can be its whole,
is no chance. The list is all figures of its unit in neighbouring sentences or bullets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from extractor.amount import is_exact, surely_less
from extractor.model import Claim, Relation, Span
from extractor.reconcile.link.tally.afar import may_be_of
from extractor.reconcile.link.tally.apart import set_apart
from extractor.reconcile.link.tally.listing import MOST, WORDS, Tally, fitting, is_level, of_one_unit, swaps
from extractor.reconcile.link.tally.questioned import may_be_questioned
from extractor.reconcile.link.window.scope import after, are_nested, before
from extractor.reconcile.misprints import significant
from extractor.reconcile.story import DISPLAY, Story
from extractor.regexes import Regex

_WORDS = WORDS["transposed"]
_LINKED = Regex(rf"\b(?:{'|'.join(_WORDS['linked'])})\s(?:[\w’'-]+\s){{0,3}}?$", re.IGNORECASE)
_SCOPE = Regex(r"^\s(?:[\w’'-]+\s){0,4}?(at|on|in|for)\s", re.IGNORECASE)
_SCOPED = Regex(r"^(at|on|in|for)\s", re.IGNORECASE)
_END = Regex(r"[,;.()–—]")
#: Paragraphs between a whole and its list, digits of the number that is misprinted, parts of a list without such words.
BACK, DIGITS, FEWEST = int(_WORDS["back"]), int(_WORDS["digits"]), 3
#: Paragraphs around a whole in which it is the largest figure of its unit.
AROUND = 5


def transposed(story: Story, summed: frozenset[str]) -> Iterator[Relation]:
    """One relation for each whole and list that two swapped digits in one of them would make agree."""
    for whole in story.claims:
        if whole.id in summed or whole.block in DISPLAY or not is_level(whole) or not _is_plain(whole):
            continue
        if not _is_largest(story, whole):
            continue
        near = [c for c in story.around(whole, AROUND) if _may_be_part(story, c, whole)]
        found = [
            t for parts in _lists(story, whole, near) if (t := _told(story, whole, parts, summed)) is not None
        ]
        if len(found) == 1 and fitting(near, whole) is None:
            yield found[0].relation(story)


def _is_plain(claim: Claim) -> bool:
    return is_exact(claim.figure.amount) or claim.figure.hedge is None


def _is_largest(story: Story, whole: Claim) -> bool:
    """True if no figure of the unit near a whole is as large: it is no item of a list, and no level beside another."""
    near = story.around(whole, AROUND)
    alike = (c for c in near if c is not whole and c.block not in DISPLAY and of_one_unit(c, whole))
    return all(surely_less(c.figure.amount, whole.figure.amount) for c in alike)


def _may_be_part(story: Story, claim: Claim, whole: Claim) -> bool:
    """True for a smaller amount in the unit of a whole, of what it counts or of nothing that is told."""
    if claim is whole or claim.block in DISPLAY or not is_level(claim) or not of_one_unit(claim, whole):
        return False
    return surely_less(claim.figure.amount, whole.figure.amount) and may_be_of(story, claim, whole)


def _lists(story: Story, whole: Claim, near: Sequence[Claim]) -> Iterator[tuple[Claim, ...]]:
    """The figures of the sentences that follow a whole, or go before it, as lists of whole sentences."""
    behind = [c for c in near if c.figure.span > whole.figure.span]
    ahead = [c for c in near if c.figure.span < whole.figure.span]
    for side in (_by_sentence(behind), [*reversed(_by_sentence(ahead))]):
        for first in range(len(side)):
            if first and _apart(story, whole, side[first]) > BACK:
                break
            listed: list[Claim] = []
            for group in side[first:]:
                listed.extend(group)
                if len(listed) > MOST:
                    break
                yield tuple(sorted(listed, key=_place))


def _by_sentence(claims: Sequence[Claim]) -> list[tuple[Claim, ...]]:
    return [tuple(group) for _, group in groupby(claims, key=lambda c: c.sentence)]


def _apart(story: Story, whole: Claim, parts: Sequence[Claim]) -> int:
    return min(story.paragraphs_apart(whole, p) for p in parts)


def _place(claim: Claim) -> Span:
    return claim.figure.span


def _told(story: Story, whole: Claim, parts: tuple[Claim, ...], summed: frozenset[str]) -> Tally | None:
    """The list with its whole, if swapped digits account for the gap and nothing tells against it."""
    if not 2 <= len(parts) <= MOST or any(p.id in summed or not _is_plain(p) for p in parts):
        return None
    if any(story.paragraphs_apart(a, b) > 1 for a, b in pairwise(parts)):
        return None
    if _apart(story, whole, parts) > BACK or not (len(parts) >= FEWEST or _is_linked(story, parts)):
        return None
    tally = Tally(whole, parts)
    if _is_first_row(story, whole, parts):
        return None
    sentences = _by_sentence(parts)
    if (
        not _is_swapped(tally)
        or any(set_apart(story, group) for group in sentences)
        or are_nested(story, parts)
    ):
        return None
    clauses = tuple(_clause(story, group) for group in (*sentences, (whole,)))
    return tally if may_be_questioned(story, tally, kinds=True, among=clauses) else None


def _is_first_row(story: Story, whole: Claim, parts: Sequence[Claim]) -> bool:
    """True for "562 seals at the point. At the bay there were 241": the whole is told of one place or day of several."""
    scope = _SCOPE.match(after(story, whole))
    told = _SCOPED.search(story.lead(parts[0]))
    return scope is not None and told is not None and scope[1].lower() == told[1].lower()


def _clause(story: Story, claims: Sequence[Claim]) -> Span:
    """From the start of a sentence to the end of the clause of its last part."""
    end = claims[-1].figure.span.end
    return Span(
        claims[0].sentence.start, end + len(_END.split(story.words(Span(end, claims[0].sentence.end)))[0])
    )


def _is_linked(story: Story, parts: Sequence[Claim]) -> bool:
    """True if a part is told as one more beside the part before it."""
    return any(_LINKED.search(before(story, p)) for p in parts[1:])


def _is_swapped(tally: Tally) -> bool:
    """True if one number, with two neighbouring digits of it swapped, would make the sum right to the last digit."""
    values = [c.figure.value for c in tally.claims]
    numbers = [int(v) for v in values if v is not None and v == int(v)]
    if len(numbers) < len(values):
        return False
    gap = numbers[0] - sum(numbers[1:])
    told = [(c, n, 1 if c is not tally.total else -1) for c, n in zip(tally.claims, numbers, strict=True)]
    long = [(n, sign) for c, n, sign in told if len(significant(c.figure.value)) >= DIGITS]
    return any(gap == sign * (other - n) for n, sign in long for other in swaps(n))


__all__ = ["transposed"]
