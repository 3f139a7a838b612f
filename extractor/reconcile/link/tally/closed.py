"""A whole and what is left of it, with its parts wherever they stand.

"The firm will cut 365 jobs ... At Marl 180 will go ... A further 115 go at Hythe ... The other 70 are in head office."
The words of the last part say that the parts are all. A list is left alone if it fits with anything that
may be a part, if some part is told without a figure, and if it misses its whole by more than a slip would.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations

from extractor.amount import between, meet, scale, surely_less, total
from extractor.model import Claim, Relation, Span
from extractor.reconcile.link.tally.apart import are_rivals, is_range
from extractor.reconcile.link.tally.gather import (
    BACK,
    FURTHER,
    OF_THE,
    OF_THEM,
    Gathered,
    are_named,
    gather,
    is_item,
    is_loose,
    is_of_noun,
    is_small,
    level,
    noun_behind,
    told_whole,
)
from extractor.reconcile.link.tally.left import is_left, leaves_it
from extractor.reconcile.link.tally.listing import MOST, WORDS, Tally, is_level, of_one_unit, swapped
from extractor.reconcile.link.tally.questioned import overlaps
from extractor.reconcile.link.tally.rest import is_narrowed, is_undone
from extractor.reconcile.link.tally.wholes import wholes
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import any_of

_WORDS = WORDS["closed"]
_GOES_ON = any_of(_WORDS["goes_on"])
_OF_THE = Regex(r"^\sof\s(?:the|its|their|his|her|our|all|these|those)\b", re.IGNORECASE)
#: Between two parts of one sentence; between one and a part of it; before a part that is told as one.
_AND = Regex(r"\b(?:and|while|plus)\b|[;,]", re.IGNORECASE)
_SUBSET = Regex(r":|\b(?:of\s(?:which|whom|them|these|those)|including|among\sthem|with)\b", re.IGNORECASE)
_SLICE = Regex(rf"\b(?:{'|'.join(_WORDS['slice'])})\b[^.;]{{0,30}}$", re.IGNORECASE)
#: Between two of one list, of which the second leaves out the unit.
_LISTED = Regex(
    r"^(?:,|;|\s\()?(?:\s?(?:(?:[A-Z][\w’'-]*|and|then|with|in|at|by|from|followed|the|for|has|had)(?![\w’'-])|,|&))*\s?\(?$"
)
#: Characters behind what is left in which the list may go on after all.
AFTERWARDS = 160
NEAR = float(_WORDS["near"])
#: Figures that may be parts beyond this many are too many to try.
TRIED = 10


@dataclass(frozen=True, slots=True)
class Told:
    """A whole with its parts, and the figures between that may be parts as well."""

    tally: Tally
    maybe: tuple[Claim, ...]
    untold: bool
    few: int
    #: What belongs to another division of the whole, told before.
    aside: tuple[Claim, ...] = ()

    @property
    def lacks(self) -> bool:
        """True if a part that has no figure may account for what the others leave out."""
        amounts = [c.figure.amount for c in self.tally.parts]
        if self.untold or not self.few or self.tally.exceeds:
            return self.untold
        whole = self.tally.total
        return family(whole) != "C" or meet(whole.figure.amount, total([*amounts, between(0, self.few)]))


def closed(story: Story, summed: frozenset[str]) -> Iterator[Relation]:
    """One relation for each figure that is told as what is left of a whole some sentences before."""
    for rest in story.claims:
        if rest.block in DISPLAY or rest.id in summed or not is_left(story, rest):
            continue
        last = level(story, rest)
        if not is_level(last):
            continue
        told = [t for w in wholes(story, last) if (t := _told(story, w, last, summed)) is not None]
        told = [t for t in told if not _is_sibling(story, t.tally.total, told[0].tally)]
        found = next((t for t in told if t.tally.holds), None) or outer(told)
        if found is not None and (found.tally.holds or _may_be_questioned(story, found)):
            relation = found.tally.relation(story)
            yield replace(relation, strength="stated") if is_slip(found.tally) else relation


def _told(story: Story, whole: Claim, last: Claim, summed: frozenset[str]) -> Told | None:
    """The whole with all that may be its parts up to what is left; None where one of them stands in a sum."""
    told = tell(story, whole, last)
    if told is None or any(c.id in summed for c in told.tally.parts[:-1]):
        return None
    return None if whole.id in summed and not told.aside else told


def tell(story: Story, whole: Claim, last: Claim, left: Sequence[Claim] = ()) -> Told | None:
    """The whole with all that may be its parts up to the last; None where it is not near their sum.

    What is `left` may be several figures, the last behind.
    """
    found = gather(story, whole, left[0] if left else last)
    parts = _undivided(whole, found)
    tally = Tally(whole, (*parts, *(left or (last,))))
    if not 1 <= len(parts) < MOST or is_small(last, whole):
        return None
    if not (tally.holds or tally.gap <= NEAR or is_slip(tally)):
        return None
    return Told(tally, found.maybe, found.untold, found.few, tuple(p for p in found.parts if p not in parts))


def _undivided(whole: Claim, found: Gathered) -> tuple[Claim, ...]:
    """The parts without those of a sentence that divides it some other way: "52 were of steel and 34 of wood"."""
    told: dict[Span, list[Claim]] = {}
    for part in (*found.parts, *found.maybe):
        told.setdefault(part.sentence, []).append(part)
    others = {s for s, group in told.items() if len(group) > 1 and Tally(whole, tuple(group)).holds}
    return tuple(p for p in found.parts if p.sentence not in others)


def is_slip(tally: Tally) -> bool:
    """True if two swapped digits, or one nought, in one figure account for the whole gap."""
    return swapped(tally) or any(
        _holds_with(tally, n, factor) for n in range(len(tally.claims)) for factor in (10, Fraction(1, 10))
    )


def _holds_with(tally: Tally, number: int, factor: int | Fraction) -> bool:
    amounts = [c.figure.amount for c in tally.claims]
    amounts[number] = scale(amounts[number], Fraction(factor))
    return meet(amounts[0], total(amounts[1:]))


def outer(told: Sequence[Told]) -> Told | None:
    """The whole of which all others that come near are parts."""
    if not told:
        return None
    first, *others = told
    parts = {c.id for c in (*first.tally.parts, *first.maybe, *first.aside)}
    return first if all(t.tally.total.id in parts for t in others) else None


def may_be_all(story: Story, told: Told) -> bool:
    """True if no word makes the list open, and no other choice of figures makes it fit."""
    tally = told.tally
    if told.lacks or len(told.maybe) + len(tally.parts) > TRIED or _fits_otherwise(story, told):
        return False
    if any(is_range(story, p) for p in tally.parts) or are_rivals(story, tally.claims):
        return False
    if family(tally.total) == "C" and any(_leaves_out_unit(story, p) for p in tally.parts):
        return False
    last = tally.parts[-1]
    inner = [c for c in (*tally.parts[:-1], *told.maybe) if surely_less(last.figure.amount, c.figure.amount)]
    if any(told_whole(story, c) and is_of_noun(story, c, tally.total) for c in inner):
        return False  # "the 130 that chime: of these 90 are on show": a whole of its own
    return not any(overlaps(story, p.sentence) for p in tally.claims)


def _leaves_out_unit(story: Story, part: Claim) -> bool:
    """True for the 22,500 of "50,300 hectares, followed by Mansa (22,500)": it is of what is listed before it."""
    led = [c for c in story.in_sentence(part.sentence) if c.figure.span < part.figure.span]
    if noun_behind(story, part) is not None or not led or family(led[-1]) not in "UM":
        return False
    return _LISTED.match(story.between(led[-1], part)) is not None


def _may_be_questioned(story: Story, told: Told) -> bool:
    """True if what is left is left of this whole, and of all of it."""
    tally = told.tally
    if len(tally.parts) == 2 and not (_is_pair(story, tally) or leaves_it(story, tally.total, *tally.parts)):
        return False
    last = tally.parts[-1]
    of = OF_THE.match(after(story, last))
    if of is not None and not are_named(story, of["words"], tally.total):
        return False  # "The remaining $3m of its advertising budget"
    if (
        is_narrowed(story, tally.total, last)
        or _is_paired(story, told)
        or is_item(story, tally.total, tally.parts)
    ):
        return False
    if _is_share(story, last) or any(is_left(story, p) for p in tally.parts[:-1]):
        return False
    end = last.figure.span.end
    if is_undone(story, tally):
        return False
    if _GOES_ON.search(story.document.text[end : end + AFTERWARDS]) or _has_more(story, tally):
        return False
    return may_be_all(story, told)


def _has_more(story: Story, tally: Tally) -> bool:
    """True if the sentence of what is left goes on with what may be one more part: "and six seats are empty"."""
    last = tally.parts[-1]
    behind = [c for c in story.in_sentence(last.sentence) if c.figure.span.start > last.figure.span.end]
    alike = [c for c in behind if of_one_unit(c, last) and is_of_noun(story, c, tally.total)]
    return any(not is_loose(story, c) and not OF_THEM.match(after(story, c)) for c in alike)


def _is_paired(story: Story, told: Told) -> bool:
    """True if what is left is left beside another count of its sentence or the last: "Nine spoke; the other 60 listened".

    Both are then of a whole in words, if the other parts stand in paragraphs before.
    """
    *parts, last = told.tally.parts
    if family(last) != "C":
        return False
    here = [p for p in parts if story.paragraphs_apart(p, last) == 0]
    own = [c for c in story.around(last, 0) if family(c) == "C" and c.figure.span < last.figure.span]
    near = [c for c in own if story.number_of(last) - story.number_of(c) <= 1 and c.block not in DISPLAY]
    known = {c.id for c in told.tally.claims}
    linked = any(FURTHER.search(before(story, p)) or OF_THEM.match(after(story, p)) for p in here)
    others = [c for c in near if c.id not in known and not OF_THEM.match(after(story, c))]
    alone = [p for p in here if p.sentence == last.sentence] if len(here) == 1 else []
    return not linked and len(here) < len(parts) and bool(others or alone)


def _is_sibling(story: Story, claim: Claim, tally: Tally) -> bool:
    """True for a part that words set beside the next one: it is no whole of those behind it, though it may fit."""
    following = [p for p in tally.parts if p.figure.span > claim.figure.span]
    if claim.id not in {p.id for p in tally.parts} or not following:
        return False
    if OF_THEM.match(after(story, following[0])):
        return False
    between_ = story.between(claim, following[0])
    listed = (
        claim.sentence == following[0].sentence and _AND.search(between_) and not _SUBSET.search(between_)
    )
    share = _SLICE.search(before(story, claim))
    return bool(listed or share or FURTHER.search(before(story, following[0])))


def _is_share(story: Story, last: Claim) -> bool:
    """True for the 56 of "We grit 44 per cent of the network, and the other 56 would cost more"."""
    own = [c for c in story.in_sentence(last.sentence) if c.figure.span < last.figure.span]
    return family(last) == "C" and bool(own) and family(own[-1]) == "P"


def _is_pair(story: Story, tally: Tally) -> bool:
    """True for one part told as some of the whole, beside what is left: "67 of them ... the other 14"."""
    part = after(story, tally.parts[0])
    return OF_THEM.match(part) is not None or _OF_THE.match(part) is not None


def _fits_otherwise(story: Story, told: Told) -> bool:
    """True if some choice of what may be parts makes the whole, or leaves what is left of another figure."""
    whole, (*parts, last) = told.tally.total, told.tally.parts
    if any(_holds_too(told.tally, c) for c in _other_things(story, told.tally)):
        return True
    others = [*parts, *told.maybe]
    near = [c for c in story.around(last, BACK) if c.block not in DISPLAY and of_one_unit(c, last)]
    near = [c for c in near if c.figure.span < last.figure.span and not _is_sibling(story, c, told.tally)]
    wholes = [whole, *[c for c in near if c.id != whole.id]]
    for size in range(1, len(others) + 1):
        for chosen in combinations(others, size):
            made = total(c.figure.amount for c in (*chosen, last))
            ids = {c.id for c in chosen}
            if any(w.id not in ids and meet(w.figure.amount, made) for w in wholes):
                return True
    return False


def _other_things(story: Story, tally: Tally) -> tuple[Claim, ...]:
    """The figures of the unit up to the end of the list that name something else: "and six seats are empty"."""
    inside = story.starting(tally.total.figure.span.end, tally.parts[-1].sentence.end - 1)
    known = {c.id for c in tally.claims}
    return tuple(
        c for c in inside if c.id not in known and c.block not in DISPLAY and of_one_unit(c, tally.total)
    )


def _holds_too(tally: Tally, other: Claim) -> bool:
    return meet(tally.total.figure.amount, total(c.figure.amount for c in (*tally.parts, other)))


__all__ = ["Told", "closed", "is_slip", "may_be_all", "outer", "tell"]
