"""Two stories that tell the same news: what one prints otherwise than the other.

    edited      a sentence that both print, with another number or with words that change its meaning
    retold      a figure that both tell, each in its own words
    portions    the share that one part has of one whole
    between     what agrees, and what is linked as between any two stories
    moved       a movement whose size is a level of the sibling's, or points between two of its shares
    supplied    a comparison whose other side only the sibling prints

Stories that share little besides their wording are of two events: where more differs than agrees, nothing
is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from extractor.lexicon import Policy
from extractor.model import Claim, Finding, Relation
from extractor.reconcile.check import check, not_comparable
from extractor.reconcile.link.cues.phrases import mark
from extractor.reconcile.link.order.compare import comparisons
from extractor.reconcile.link.retold.between import between, supplied
from extractor.reconcile.link.retold.borne_out import borne_out
from extractor.reconcile.link.retold.changes_told import changes_told
from extractor.reconcile.link.retold.elsewhere import retold
from extractor.reconcile.link.retold.follows import follows
from extractor.reconcile.link.retold.moved import moved
from extractor.reconcile.link.retold.near_numbers import digits
from extractor.reconcile.link.retold.other_units import other_units
from extractor.reconcile.link.retold.portion import portions
from extractor.reconcile.link.retold.same_number import is_half, same_numbers
from extractor.reconcile.link.retold.scales_apart import scales_apart
from extractor.reconcile.link.retold.set_apart import set_apart
from extractor.reconcile.link.retold.share_told import shares_told
from extractor.reconcile.link.retold.shares_apart import shares_apart
from extractor.reconcile.link.retold.summed import summed
from extractor.reconcile.link.retold.swapped import swapped
from extractor.reconcile.link.retold.tolls import tolls
from extractor.reconcile.link.retold.turned_round import turned_round
from extractor.reconcile.link.retold.turns_told import turns_told
from extractor.reconcile.named import of_others, same_people
from extractor.reconcile.siblings.claim_shifts import (
    of_two_times,
    shift_of_bundles,
    shift_of_claims,
    shift_of_nouns,
    shift_of_places,
    shift_of_slots,
)
from extractor.reconcile.siblings.edited import Edit, edits
from extractor.reconcile.siblings.explained import explained, is_other, of_two
from extractor.reconcile.siblings.findings import (
    SHARES,
    complement_finding,
    digit_finding,
    said_to_be_one,
    scale_finding,
    share_finding,
    shift_finding,
    strayed_finding,
)
from extractor.reconcile.siblings.named_at import digits_turned, shares_strayed
from extractor.reconcile.siblings.one_event import Bond, bond, is_kin
from extractor.reconcile.siblings.strayed import strays
from extractor.reconcile.siblings.strayed_levels import levels_before
from extractor.reconcile.siblings.strayed_people import people_for_things
from extractor.reconcile.siblings.strays import Stray
from extractor.reconcile.siblings.word_shifts import shift_of_words
from extractor.reconcile.story import Story, family

Names = frozenset[str]
#: Pairs of stories given together that are all compared, whatever they have in common.
FEW = 10
#: Figures by which two stories on one subject tell of the same things, though of no one event.
AGREEING = 2
#: Digits of a number that two strangers hardly agree on beside like words.
LONG = 3
#: Days after which a share may be another one.
APART = 60


def awaiting(story: Story) -> tuple[Relation, ...]:
    """Comparisons of a story with what another one may print: "lower than the national average"."""
    if not any(c.reference for c in story.comparisons):
        return ()
    return tuple(comparisons(story, mark(story)))


@dataclass(frozen=True, slots=True)
class Pair:
    """What is found between two stories, and whether they tell one event."""

    found: tuple[Finding, ...]
    bond: Bond

    def told(self, *, one_event: bool) -> tuple[Finding, ...]:
        """The findings that may be told: between two events only what agrees."""
        return tuple(f for f in self.found if one_event or f.verdict == "consistent")

    @property
    def shares(self) -> tuple[Finding, ...]:
        """The shares of one part of one whole that do not meet, if other figures of the two stories do."""
        again = {f.relation.claims()[0].figure.value for f in self.found if _agrees(f)}
        return tuple(f for f in self.found if len(again) >= AGREEING and f.explanation == SHARES)

    @property
    def slips(self) -> tuple[Finding, ...]:
        """What differs by a mix-up, as its digits turned or its complement: no two facts do so by chance.

        Two numbers that only differ may be of two facts.
        """
        return tuple(f for f in self.found if f.verdict == "mismatch" and f.reading is not None)

    @property
    def is_kin(self) -> bool:
        """True if the two agree on a long number, whomever they name."""
        same = (f for f in self.found if _agrees(f))
        return any(min(map(digits, f.relation.claims())) >= LONG for f in same)


def pair(
    a: Story, b: Story, policy: Policy, waiting: Sequence[Relation] = (), *, given: bool = False
) -> Pair:
    """Two stories compared, each pair of figures once; `waiting` are comparisons of either.

    `given` says that they were given together with few others.
    """
    found = tuple(_once(_all(a, b, policy, waiting)))
    return Pair(found, bond(a, b, found, given=given))


def _agrees(finding: Finding) -> bool:
    return finding.verdict == "consistent" and finding.relation.kind == "same"


def across(stories: Sequence[Story], policy: Policy) -> Iterator[Finding]:
    """What is found between stories given together: as siblings if they tell one event, else as strangers."""
    pairs = list(combinations(stories, 2))
    compared = {_ids(a, b): _compared(a, b, len(pairs), policy) for a, b in pairs}
    among = 1 if len(pairs) <= FEW else len(pairs)
    made = {names: p for names, p in compared.items() if p is not None and p.bond.holds_among(among)}
    tied = list(made)
    for a, b in pairs:
        found = made.get(_ids(a, b))
        if found is None and by_a_third(a.document.id, b.document.id, tied):
            found = pair(a, b, policy)
            found = found if found.bond.differing <= 1 else None
        if found is not None:
            yield from found.found
            continue
        linked = list(check((r for r in between((a, b)) if not is_other(a, b, r)), policy))
        if (told := compared[_ids(a, b)]) is not None and len(pairs) <= FEW and _of_one_time(a, b):
            slips = told.slips if told.is_kin or is_kin(a, b) else ()
            linked = [*slips, *linked, *told.shares]
        yield from _once(iter(linked))


def _compared(a: Story, b: Story, pairs: int, policy: Policy) -> Pair | None:
    """What is found between two stories, one of so many pairs; None for those that nothing can tie."""
    # What differs speaks against one event: without any, the bond is as strong as it can be, but for what
    # follows from a story's figures, which is looked for where few stories are given.
    if pairs > FEW and not bond(a, b, ()).holds_among(pairs):
        return None
    return pair(a, b, policy, given=pairs <= FEW)


def _of_one_time(a: Story, b: Story) -> bool:
    """True unless two stories say that they came out months apart."""
    ours, theirs = a.document.published, b.document.published
    return ours is None or theirs is None or abs((ours - theirs).days) <= APART


def by_a_third(a: str, b: str, tied: Sequence[frozenset[str]]) -> bool:
    """True if two documents are each tied to one and the same other."""
    others = ({name for names in tied if one in names for name in names} - {a, b} for one in (a, b))
    return bool(set.intersection(*others))


def _ids(a: Story, b: Story) -> frozenset[str]:
    return frozenset((a.document.id, b.document.id))


def _all(a: Story, b: Story, policy: Policy, waiting: Sequence[Relation]) -> Iterator[Finding]:
    strayed = list(_strayed(a, b))
    yield from map(strayed_finding, strayed)
    told = list(edits(a, b))
    settled = {_name(s.told) for s in strayed} | {
        _name(c) for edit in told if not _retells(edit) for c in (*edit.ours, *edit.theirs)
    }
    judged = {_name(s.told) for s in strayed}
    turned = [r for r in swapped(a, b) if not explained(a, b, r)]
    turned = [r for r in (*turned, *digits_turned(a, b)) if not judged & _names(r)]
    yield from map(digit_finding, turned)
    judged |= {name for r in turned for name in _names(r)}
    for edit in told:
        renumbered = (r for r in _renumbered(edit) if not of_two(a, b, r))
        for finding in (*_shifted(a, b, edit), *check(renumbered, policy)):
            judged |= _names(finding.relation) if finding.verdict == "mismatch" else set()
            yield finding
    for x, y in same_numbers(a, b):
        known = {_name(x), _name(y)}
        seen = known <= judged or any(_name(s.told) in known for s in strayed)
        shift = None if seen else shift_of_claims(a, x, b, y)
        if shift is not None:
            settled |= known
            yield shift_finding(said_to_be_one(x, y), shift)
    for x, y, shift in other_units(a, b):
        if not {_name(x), _name(y)} & judged:
            settled |= {_name(x), _name(y)}
            yield shift_finding(said_to_be_one(x, y), shift)
    one = (r for r in between((a, b)) if not is_other(a, b, r))
    yield from (f for f in check(one, policy) if not _is_of(strayed, f))
    two = {frozenset((_name(x), _name(y))) for edit in told if edit.parallel for x, y in edit.pairs}
    rest = (r for r in retold(a, b) if not settled & _names(r) and _names(r) not in two)
    yield from (complement_finding(r) for r in turned_round(a, b) if not (judged | settled) & _names(r))
    yield from (
        f
        for f in check((*changes_told(a, b), *turns_told(a, b)), policy)
        if f.verdict == "mismatch" and not _is_of(strayed, f)
    )
    rest = (r for r in rest if not explained(a, b, r))
    yield from check(rest, policy)
    yield from (share_finding(r) for r in portions(a, b) if not settled & _names(r))
    yield from check(supplied((a, b), waiting), policy)
    yield from (f for f in check(borne_out(a, b), policy) if not _is_of(strayed, f))
    sums = [f for f in check((*summed(a, b), *shares_told(a, b)), policy) if not _is_of(strayed, f)]
    yield from sums
    short = {_name(f.relation.claims()[0]) for f in sums if f.verdict == "mismatch"}
    made = (r for r in follows(a, b) if not short & _names(r))
    yield from (f for f in check(made, policy) if not _is_of(strayed, f))
    apart = (*shares_apart(a, b), *tolls(a, b))
    yield from check((r for r in apart if not (judged | settled) & _names(r)), policy)
    yield from (scale_finding(r) for r in scales_apart(a, b) if not (judged | settled) & _names(r))
    mixed_up = (r for r in moved(a, b) if _name(r.claims()[0]) not in settled)
    yield from (f for f in check(mixed_up, policy) if f.reading in ("level", "points"))
    yield from (not_comparable(c) for c in set_apart(a, b))


def _strayed(a: Story, b: Story) -> Iterator[Stray]:
    """The figures that are the sibling's for something else, each once."""
    seen: set[str] = set()
    for stray in (*strays(a, b), *people_for_things(a, b), *levels_before(a, b), *shares_strayed(a, b)):
        if _name(stray.told) not in seen:
            seen.add(_name(stray.told))
            yield stray


def _is_of(strayed: Sequence[Stray], finding: Finding) -> bool:
    """True for a finding that bears out a figure with what it was mistaken for."""
    told = {_name(s.told) for s in strayed}
    return any(_name(c) in told for c in finding.relation.claims())


def _once(found: Iterator[Finding]) -> Iterator[Finding]:
    seen: set[Names] = set()
    for finding in found:
        names = frozenset(_name(c) for c in finding.relation.claims())
        if names not in seen:
            seen.add(names)
            yield finding


def _name(claim: Claim) -> str:
    return f"{claim.document} {claim.id}"


def _names(relation: Relation) -> Names:
    return frozenset(_name(c) for c in relation.claims())


def _renumbered(edit: Edit) -> Iterator[Relation]:
    """Figures in the same place of a sentence, where its words stayed the same and most figures did."""
    if edit.renames or [_kind(x) for x in edit.ours] != [_kind(y) for y in edit.theirs]:
        return
    differing = [(x, y) for x, y in edit.pairs if x.figure.value != y.figure.value]
    if differing and (edit.rewords or shift_of_words(edit.lost, edit.gained)):
        return
    if len(differing) <= max(1, len(edit.ours) // 2):
        yield from (said_to_be_one(x, y) for x, y in edit.pairs)


def _retells(edit: Edit) -> bool:
    """True for a sentence of its own: another number in other words, or one number beside other names."""
    return edit.renames if edit.agrees else not any(True for _ in _renumbered(edit))


def _shifted(a: Story, b: Story, edit: Edit) -> Iterator[Finding]:
    """Equal figures in a sentence whose words now tell something else."""
    if not edit.agrees or (edit.renames and not same_people(a, b, (*edit.ours, *edit.theirs))):
        return
    worded = None if edit.renames else shift_of_words(edit.lost, edit.gained)
    for x, y in edit.pairs:
        shift = worded or shift_of_slots(x, y) or shift_of_bundles(a, x, b, y)
        if shift is None:
            by_name = shift_of_places if edit.renames else shift_of_nouns
            shift = by_name(x, y, edit.lost, edit.gained)
        if shift is None or (edit.renames and shift.reading != "place" and of_others(a, x, b, y)):
            continue
        if shift.reading in ("direction", "complement") and of_two_times(x, y):
            continue
        if not (shift.reading in ("complement", "base") and is_half(x)):
            yield shift_finding(said_to_be_one(x, y), shift)


def _kind(claim: Claim) -> tuple[str, str]:
    return family(claim), claim.figure.amount.unit
