"""One number that two stories tell of different things: which words make it so, and the mix-up that fits.

Only words that are known to differ in meaning count; a noun that an editor likes better is no slip.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from extractor.lexicon import table
from extractor.model import Claim, Period, Reading, Severity
from extractor.nouns import may_be_one
from extractor.reconcile.clauses import deed_of
from extractor.reconcile.contrary import opposed, parted
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.retold.apart import apart
from extractor.reconcile.siblings import units
from extractor.reconcile.siblings.answers import answers_alike
from extractor.reconcile.siblings.denied import beyond, denied, denies, is_denied
from extractor.reconcile.siblings.joined import told_of_more
from extractor.reconcile.siblings.limits_turned import limits_turned
from extractor.reconcile.siblings.own_time import due_in_one, of_its_own
from extractor.reconcile.siblings.periods import of_other_months
from extractor.reconcile.siblings.scopes import scopes_apart
from extractor.reconcile.siblings.shift import Shift
from extractor.reconcile.siblings.spans import runs_apart, spans_apart
from extractor.reconcile.siblings.stretches import bundled, per
from extractor.reconcile.siblings.two_lines import (
    of_two_lines,
    of_two_movements,
    of_two_sites,
    of_two_subjects,
    of_two_wholes,
)
from extractor.reconcile.siblings.unit_shifts import counted, counted_apart, other_unit, unit
from extractor.reconcile.siblings.wholes_apart import are_renamed, wholes_apart
from extractor.reconcile.siblings.word_shifts import denied_in, turned
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

#: Words of a period that fix its year.
_YEARS = Regex(r"\d{4}|\b(?:year|last|this|next|ago|previous|past|earlier)\b")

_LENGTHS = ("meter", "mile", "foot", "yard", "inch")


def shift_of_slots(x: Claim, y: Claim) -> Shift | None:
    """The change of meaning between two claims with one number, by what their figures and slots say."""
    return unit(x, y) or counted(x, y)


def shift_of_nouns(x: Claim, y: Claim, lost: Sequence[str], gained: Sequence[str]) -> Shift | None:
    """The same where the noun of an edited sentence was replaced by one that is not known to be like it."""
    for reading, ours, theirs in _nouns(x, y):
        named = all(_stands_in(key, words) for key, words in ((ours, lost), (theirs, gained)))
        if named and not _may_replace(ours, theirs):
            return Shift(reading, ours, theirs, "warning")
    return None


def shift_of_claims(a: Story, x: Claim, b: Story, y: Claim) -> Shift | None:
    """The change of meaning between sentences of their own that tell one number."""
    ours, theirs = a.sentence(x).lower(), b.sentence(y).lower()
    if of_two_lines(a, x, b, y):
        return None
    found = None if units.told_of_two(ours, theirs) else other_unit(a, x, b, y) or counted_apart(a, x, b, y)
    found = found or _reversed(a, x, b, y) or _outcome(a, x, b, y) or _per_stretch(a, x, b, y)
    found = found or _other_time(a, x, b, y)
    found = found or (_denied_deed(x, y, ours, theirs) if denied_in(ours, theirs) else None)
    return found or next(_of_others(a, x, b, y), None)


def _of_others(a: Story, x: Claim, b: Story, y: Claim) -> Iterator[Shift]:
    """One number of another span or place than the sibling's."""
    told: tuple[tuple[Reading, Severity, tuple[str, str] | None], ...] = (
        ("period", "error", spans_apart(a, x, b, y) or runs_apart(x, y, a, b)),
        ("complement", "error", beyond(a, x, b, y) or limits_turned(a, x, b, y)),
        ("complement", "warning", denied(a, x, b, y)),
        ("place", "warning", told_of_more(a, x, b, y) or scopes_apart(a, x, b, y)),
        ("base", "warning", wholes_apart(a, x, b, y)),
    )
    nouns = tuple("" if c.measure is None else c.measure.text for c in (x, y))
    for reading, severity, names in told:
        if names is None:
            continue
        # Where the words that differ are what is counted, it is the unit that was mistaken.
        counted = reading == "base" and names == nouns and parted(*names) is None
        if not counted or not any(map(_stands_for_others, (x, y))):
            yield Shift("unit" if counted else reading, *names, severity)


def _stands_for_others(claim: Claim) -> bool:
    """True for a noun that counts things by what goes with each: the load of a bus, its tickets."""
    return claim.measure is not None and claim.measure.key in table("siblings")["stands_for"]


def _reversed(a: Story, x: Claim, b: Story, y: Claim) -> Shift | None:
    if x.direction is None or y.direction is None or x.direction == y.direction:
        return None
    if apart(a, x, b, y) is not None or of_two_times(x, y) or of_two_movements(a, x, b, y):
        return None
    if family(x) == family(y) == "P" and (of_two_subjects(a, x, b, y) or of_two_sites(a, x, b, y)):
        return None
    return Shift("direction", x.direction, y.direction)


def of_two_times(x: Claim, y: Claim) -> bool:
    """True if the sentences of two figures name times that have no day in common."""
    p, q = x.period, y.period
    if p is None or q is None or {p.found, q.found} - {"here", "sentence"}:
        return False
    return _apart(p, q)


def _is_how_far(claim: Claim) -> bool:
    """True for a distance or a time, which are there whoever did not: "not offered a post 140 km away"."""
    return family(claim) == "D" or claim.figure.amount.unit.endswith(_LENGTHS)


def _denied_deed(x: Claim, y: Claim, told: str, other: str) -> Shift | None:
    """One deed, done in one story and not done in the other; "ran late" and "did not run on time" are one."""
    twice = denies(told) != is_denied(x) or opposed(told, other)
    if is_denied(x) == is_denied(y) or x.event is None or y.event is None or _is_how_far(x):
        return None
    (ours, _, here), (theirs, _, there) = (c.event.key.partition(":") for c in (x, y) if c.event is not None)
    of_two = bool(here and there) and not may_be_one(here, there)
    of_two = of_two or of_two_wholes(x, y)
    return Shift("complement", _did(x), _did(y)) if ours == theirs and not (twice or of_two) else None


def _did(claim: Claim) -> str:
    told = "" if claim.event is None else claim.event.text
    return f"not: {told}" if claim.negated and not denies(told) else told


def _outcome(a: Story, x: Claim, b: Story, y: Claim) -> Shift | None:
    """Contrary words around the two figures, within their clauses."""
    ours, theirs = deed_of(a, x), deed_of(b, y)
    if answers_alike(a, x, theirs) or answers_alike(b, y, ours):
        return None
    found = turned(ours, theirs)
    if (
        found is not None
        and found.reading == "direction"
        and not (family(x) == family(y) == "P" and _moves(x, y))
    ):
        return None
    return found


def _moves(x: Claim, y: Claim) -> bool:
    """True if one of two shares is a change, and the other not known to be the same one."""
    return (x.direction is None) != (y.direction is None)


def _per_stretch(a: Story, x: Claim, b: Story, y: Claim) -> Shift | None:
    """A number a day in one story and a week in the other."""
    here, there = per(a, x), per(b, y)
    if here and there and here != there:
        return Shift("period", here, there)
    return shift_of_bundles(a, x, b, y)


def shift_of_bundles(a: Story, x: Claim, b: Story, y: Claim) -> Shift | None:
    """One number for a lesson in one story, and for a month of them in the other."""
    found = bundled(a, x, b, y)
    return None if found is None else Shift("period", *found)


def _other_time(a: Story, x: Claim, b: Story, y: Claim) -> Shift | None:
    """A number for one month in one story and for another in the other: both say so beside it."""
    p, q = x.period, y.period
    if not all(_is_beside(s, c) and of_its_own(s, c) for s, c in ((a, x), (b, y))):
        return None
    if p is None or q is None or {p.found, q.found} - {"here", "sentence"} or due_in_one(a, x, b, y):
        return None
    return Shift("period", p.text, q.text) if _apart(p, q) or of_other_months(p, q) else None


def _is_beside(story: Story, claim: Claim) -> bool:
    """True unless another figure stands between a number and its period: "in May 12 boats, 31 in all"."""
    period = claim.period
    if period is None or period.span is None:
        return True
    first, last = sorted((claim.figure.span, period.span))
    others = (c.figure.span for c in story.in_sentence(claim.sentence) if c.id != claim.id)
    return not any(first.end <= span.start and span.end <= last.start for span in others)


def _guessed_years(p: Period, q: Period) -> bool:
    """True for equal months of years that neither story prints: "April to June", "three months to June"."""
    if p.start is None or q.start is None or p.end is None or q.end is None:
        return False
    dated = any(_YEARS.search(period.text.lower()) for period in (p, q))
    months = [(d.start.month, d.end.month) for d in (p, q) if d.start and d.end]
    return not dated and months[0] == months[1]


def _apart(p: Period, q: Period) -> bool:
    """True if two periods have no day in common; months and quarters of an unknown year go by their names."""
    if p.text.lower() == q.text.lower():
        return False  # "on Tuesday", printed on days of two weeks
    if p.start and q.start and p.end and q.end:
        return (p.end < q.start or q.end < p.start) and not _guessed_years(p, q)
    named = p.kind == q.kind and p.kind in ("month", "quarter", "year") and len(p.key) == len(q.key)
    return named and p.start is q.start is None and p.key != q.key


def shift_of_places(x: Claim, y: Claim, lost: Sequence[str], gained: Sequence[str]) -> Shift | None:
    """The same where all that was replaced is the place: one number for a town and for its county."""
    p, q = x.place, y.place
    if p is None or q is None or p.span is None or q.span is None or p.key in q.key or q.key in p.key:
        return None
    named = _names_only(lost, p.text) and _names_only(gained, q.text)
    return Shift("place", p.text, q.text, "warning") if named else None


def _names_only(words: Sequence[str], place: str) -> bool:
    """True if the words with capitals are a place's, and the others say no more than "in" or "across"."""
    names = [w for w in words if w[0].isupper()]
    rest = {w for w in words if w not in names}
    return bool(names) and all(name in place for name in names) and not content_words(" ".join(rest))


def _nouns(x: Claim, y: Claim) -> Iterable[tuple[Reading, str, str]]:
    slots: tuple[tuple[Reading, str], ...] = (("unit", "measure"), ("base", "base"))
    for reading, slot in slots:
        ours, theirs = getattr(x, slot), getattr(y, slot)
        if ours is not None and theirs is not None and ours.key != theirs.key:
            yield reading, ours.key, theirs.key


def _stands_in(key: str, words: Sequence[str]) -> bool:
    """True if the noun of a key is among some words, in whatever number."""
    stem = key.split()[-1][:4] if key else ""
    return bool(stem) and any(w.lower().startswith(stem) for w in words)


def _may_replace(ours: str, theirs: str) -> bool:
    general = table("siblings")["general"]
    wide = any({ours, theirs} & {*wider} and {ours, theirs} & {*narrower} for wider, narrower in _wider())
    return (
        may_be_one(ours, theirs) or ours in general or theirs in general or wide or are_renamed(ours, theirs)
    )


@cache
def _wider() -> tuple[tuple[list[str], list[str]], ...]:
    """Nouns that name a sort of things, and the things: "vehicles", "trams"."""
    return tuple((wide.split("|"), narrow.split("|")) for wide, narrow in table("siblings")["wider"])
