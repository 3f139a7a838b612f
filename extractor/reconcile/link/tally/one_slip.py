"""Lists that one slip of the pen keeps from their total: "left $46.1 million ... $18.2 million, $14.9 million".

A list that says nowhere that it is complete may leave parts out, so a gap alone tells nothing. A gap that is
just what two swapped digits make, or one wrong digit, in a list that stands as one beside the only figure that
can be its whole, is no chance. The list is all figures of its unit in neighbouring sentences or bullets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import groupby, pairwise

from extractor.amount import is_exact, scale, surely_less
from extractor.model import Claim, Relation, Span
from extractor.reconcile.link.tally.afar import may_be_of
from extractor.reconcile.link.tally.apart import set_apart
from extractor.reconcile.link.tally.gather import is_first_of, is_loose, is_rated, noun_behind
from extractor.reconcile.link.tally.left import is_left
from extractor.reconcile.link.tally.listing import (
    MOST,
    WORDS,
    Tally,
    fitting,
    is_level,
    may_be_questioned,
    of_one_unit,
    swapped,
)
from extractor.reconcile.link.tally.told import is_told_total
from extractor.reconcile.link.window.scope import after, are_nested, before, stems
from extractor.reconcile.misprints import misprints_of, significant
from extractor.reconcile.story import DISPLAY, Story
from extractor.regexes import Regex
from extractor.wording import any_of

_WORDS = WORDS["one_slip"]
_LINKED = Regex(rf"\b(?:{'|'.join(_WORDS['linked'])})\s(?:[\w’'-]+\s){{0,3}}?$", re.IGNORECASE)
_SCOPE = Regex(r"^\s(?:[\w’'-]+\s){0,4}?(at|on|in|for)\s", re.IGNORECASE)
_SCOPED = Regex(r"^(at|on|in|for)\s", re.IGNORECASE)
_END = Regex(r"[,;.()–—]")
_OF_THE = Regex(r"^\sof\s(?:the|these|those|them)\b")
_OF_IT = Regex(r"^\sof\s(?:it|that|this|them|those|these|which|whom)\b")
_WHEN = Regex(
    r"[“\"‘]?((?:Last|This|Next)\s\w+|(?:On|In|By|Since|During|Until)\s(?:[A-Z]\w+day|(?:early\s|late\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*|(?:19|20)\d\d)|Yesterday|Today)\b"
)
_NEARLY = Fraction(4, 5)
_SLIPS = frozenset(("swapped", "changed"))
#: What a list that one slip would make fit may have in it: the time of all of it, and which part is the largest.
_OPEN = any_of([*(w for w in WORDS["list"]["open"] if w not in _WORDS["may_have"]), *_WORDS["open"]])
#: Paragraphs between a whole and its list, digits of the number that is misprinted, parts of a list without such words.
BACK, DIGITS, FEWEST = int(_WORDS["back"]), int(_WORDS["digits"]), 3
#: Paragraphs between a whole and a list of one sentence, or one that ends with what is left.
FAR = int(_WORDS["far"])
#: Paragraphs around a whole in which it is the largest figure of its unit.
AROUND = 5


def one_slip(story: Story, summed: frozenset[str]) -> Iterator[Relation]:
    """One relation for each whole and list that two swapped digits, or one other digit, would make agree."""
    for whole in story.claims:
        if whole.id in summed or whole.block in DISPLAY or not is_level(whole) or not _is_plain(whole):
            continue
        near = [c for c in story.around(whole, AROUND) if _may_be_part(story, c, whole)]
        found = [
            t for parts in _lists(story, whole, near) if (t := _told(story, whole, parts, summed)) is not None
        ]
        if len(found) == 1 and fitting(_between(story, found[0], near), whole) is None:
            yield found[0].relation(story)


def _between(story: Story, tally: Tally, near: Sequence[Claim]) -> tuple[Claim, ...]:
    """The figures in the paragraphs from a whole to its list."""
    at = [story.block_number(c.figure.span.start) for c in tally.claims]
    return tuple(c for c in near if min(at) <= story.block_number(c.figure.span.start) <= max(at))


def _is_closed(story: Story, whole: Claim, parts: Sequence[Claim]) -> bool:
    """True if the last part is told as what is left, in another paragraph than the whole."""
    return is_left(story, parts[-1]) and _apart(story, whole, parts) > 0


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
    if not surely_less(claim.figure.amount, whole.figure.amount):
        return False
    return _may_be_of_it(story, claim, whole)


def _may_be_of_it(story: Story, claim: Claim, whole: Claim) -> bool:
    return may_be_of(story, claim, whole) or _is_named_again(story, claim, whole)


def _is_named_again(story: Story, part: Claim, whole: Claim) -> bool:
    """True for "146 of the temporary rooms", and for the evacuees of those who were evacuated."""
    noun = noun_behind(story, part)
    of_the = _OF_THE.match(after(story, part)) is not None
    return of_the or (noun is not None and bool(stems(noun) & stems(story.sentence(whole))))


def _lists(story: Story, whole: Claim, near: Sequence[Claim]) -> Iterator[tuple[Claim, ...]]:
    """The figures of the sentences that follow a whole, or go before it, as lists of whole sentences."""
    behind = [c for c in near if c.figure.span > whole.figure.span]
    ahead = [c for c in near if c.figure.span < whole.figure.span]
    for side in (_by_sentence(behind), [*reversed(_by_sentence(ahead))]):
        for first in range(len(side)):
            if first and _apart(story, whole, side[first]) > FAR:
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
    far = len({p.sentence for p in parts}) == 1 or is_left(story, parts[-1])
    back = FAR if far else BACK
    if _apart(story, whole, parts) > back or not (len(parts) >= FEWEST or _is_linked(story, parts)):
        return None
    tally = Tally(whole, parts)
    closed = not swapped(tally) and _is_closed(story, whole, parts)
    if _is_first_row(story, whole, parts) or not (closed or story.once(_is_largest, whole)):
        return None
    sentences = _by_sentence(parts)
    if (
        not _is_one_slip(tally)
        or any(set_apart(story, group) for group in sentences)
        or are_nested(story, parts)
    ):
        return None
    if not swapped(tally) and not _is_one_list(story, tally):
        return None
    clauses = tuple(_clause(story, group) for group in (*sentences, (whole,)))
    return tally if may_be_questioned(story, tally, kinds=True, among=clauses, opens=_OPEN) else None


def _is_one_list(story: Story, tally: Tally) -> bool:
    """True for a list in one paragraph of which nothing is told for each, of another time, or as a bound."""
    blocks = {story.block_number(p.figure.span.start) for p in tally.parts}
    rated = any(is_rated(story, p) for p in tally.parts)
    first, last = (f(tally.parts, key=_place) for f in (min, max))
    beside = [c for c in story.around(first, 0) if c.figure.span < last.figure.span and c not in tally.claims]
    more = [
        c for c in beside if is_level(c) and of_one_unit(c, first) and _may_be_of_it(story, c, tally.total)
    ]
    few = len(tally.parts) < FEWEST or len(blocks) > 1
    ahead = last.figure.span < tally.total.figure.span and not is_told_total(story, tally.total)
    nested = any(_OF_IT.match(after(story, p)) for p in tally.parts[1:])
    apart = is_loose(story, tally.total) or _has_most(tally) or _is_of_other_days(story, tally)
    apart = apart or is_first_of(story, tally.total)
    return not (few or rated or more or ahead or nested or apart)


def _is_of_other_days(story: Story, tally: Tally) -> bool:
    """True for a list that opens with a time of its own: "It has 1,375 flats. LAST MONTH 420 were let in Hull"."""
    opens = _WHEN.match(story.sentence(tally.parts[0]))
    return opens is not None and opens[1].lower() not in story.sentence(tally.total).lower()


def _has_most(tally: Tally) -> bool:
    """True for a part that is nearly the whole, as the officers left of a force after some came and went."""
    most = scale(tally.total.figure.amount, _NEARLY)
    return any(surely_less(most, p.figure.amount) for p in tally.parts)


def _is_first_row(story: Story, whole: Claim, parts: Sequence[Claim]) -> bool:
    """True for "562 seals at the point. At the bay there were 241": the whole is told of one place or day of several."""
    scope = _SCOPE.match(after(story, whole))
    told = _SCOPED.search(story.words(Span(parts[0].sentence.start, parts[0].figure.span.start)))
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


def _is_one_slip(tally: Tally) -> bool:
    """True if one number, with two neighbouring digits swapped or one changed, would make the sum right to the last digit."""
    values = [c.figure.value for c in tally.claims if c.figure.value is not None]
    if len(values) < len(tally.claims):
        return False
    gap = values[0] - sum(values[1:], Decimal(0))
    right = (values[0] - gap, *(v + gap for v in values[1:]))
    return any(
        len(significant(v)) >= DIGITS and any(n == r for _, n in misprints_of(v, _SLIPS))
        for v, r in zip(values, right, strict=True)
    )


__all__ = ["one_slip"]
