"""One number in two units, or of two things that are counted: what two stories cannot both mean."""

from __future__ import annotations

import re

from extractor.model import Claim
from extractor.nouns import are_distinct, kinds
from extractor.reconcile.clauses import own_words
from extractor.reconcile.link.cues.stems import stems
from extractor.reconcile.siblings import units
from extractor.reconcile.siblings.shift import Shift
from extractor.reconcile.siblings.wholes_apart import counts_too, stands_at
from extractor.reconcile.story import Story
from extractor.regexes import Regex

_POINT = Regex(r"\bpoints?\b|\bpp\b|\bpts?\b", re.IGNORECASE)
#: Words that "12 boats" and "12 per cent" have beside them both, where one is a slip for the other.
BESIDE = 2


def unit(x: Claim, y: Claim) -> Shift | None:
    """One number in two units, by what the figures print: points for per cent, a count for a share."""
    ours, theirs = x.figure, y.figure
    if {ours.kind, theirs.kind} == {"percentage", "points"}:
        # "Five points behind the national rate of 88.9" leaves the unit of that rate out.
        named = all(f.kind != "points" or _POINT.search(f.text) for f in (ours, theirs))
        return Shift("points", ours.text, theirs.text) if named else None
    # "Eleven more shops" and "rose 11 per cent": a slip keeps the form of a number.
    one_form = units.in_digits(ours) == units.in_digits(theirs)
    if {ours.kind, theirs.kind} == {"percentage", "count"} and one_form:
        # "Climate by 22" goes on in per cent.
        if any(c.figure.kind == "count" and units.picked_out(c) for c in (x, y)):
            return None
        return Shift("unit", units.with_noun(x), units.with_noun(y))
    if (
        ours.kind == theirs.kind
        and ours.kind in ("money", "measure", "duration")
        and units.per_no_time(ours.amount.unit) != units.per_no_time(theirs.amount.unit)
        and not units.one_coin(ours, theirs)
        and not units.are_degrees(ours, theirs)
    ):
        return Shift("unit", ours.text, theirs.text)
    return None


def other_unit(a: Story, x: Claim, b: Story, y: Claim) -> Shift | None:
    """One number in two units, where the words of both figures themselves meet."""
    found = unit(x, y)
    if found is None:
        return None
    own = [stems(own_words(s, c)) for s, c in ((a, x), (b, y))]
    told = {x.figure.kind, y.figure.kind}
    needed = 0 if "points" in told else 1 if told == {"money"} else BESIDE
    return found if len(own[0] & own[1]) >= needed else None


def counted_apart(a: Story, x: Claim, b: Story, y: Claim) -> Shift | None:
    """Two things counted by one number, where a story counts the other too; else it is one renamed."""
    found = counted(x, y)
    if found is None or x.measure is None or y.measure is None:
        return None
    if not stands_at(a, x, x.measure) or not stands_at(b, y, y.measure):
        return None
    return found if counts_too(a, x, y.measure) or counts_too(b, y, x.measure) else None


def counted(x: Claim, y: Claim) -> Shift | None:
    """One number of two things that are known to be two: episodes, and the children who had them."""
    if x.measure is None or y.measure is None or x.figure.kind != "count" or y.figure.kind != "count":
        return None
    if not are_distinct(x.measure.key, y.measure.key) or any(units.picked_out(c) for c in (x, y)):
        return None
    people = any("person" in kinds(m.key) for m in (x.measure, y.measure))
    if people and any(units.is_room(c) for c in (x, y)):
        return None  # "The hall has 1,318 seats", "the hall seats 1,318 people"
    return Shift("unit", x.measure.text, y.measure.text)
