"""Which of a table's periods a figure may speak of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from extractor.model import Claim, Comparison, Period
from extractor.periods import find_periods, same_period
from extractor.reference.interpret import ReferenceTable
from extractor.reference.setting import Place, Told

#: "up from 18", "compared with 21", "against 30 a year earlier": the older of two levels.
_OLDER = re.compile(
    r"\b(?:up|down|rose|fell|risen|fallen|went|increased?|decreased?|dropped|climbed|moved)?\s*from\s+(?:a\s+\w+\s+)?$"
    r"|\b(?:compared|comparing)\s+(?:with|to)\s+(?:just\s+|only\s+)?$|\bagainst\s+(?:just\s+)?$"
)
_EARLIER = re.compile(r"then-(\d+):|now-(\d+):year|ago:(\d+):year")


@dataclass(frozen=True, slots=True)
class When:
    """The periods that a figure may mean."""

    #: None stands for all of them.
    periods: tuple[Period, ...] | None
    #: True if the words fix the period, or the table has one only.
    sure: bool

    def of(self, period: Period | None) -> bool | None:
        """Whether a cell of a period is surely meant; None if it cannot be."""
        if period is None or self.periods is None:
            return self.sure
        return self.sure if any(one_time(p, period) for p in self.periods) else None


def one_time(a: Period, b: Period) -> bool:
    """True if two periods are one, or one label stands for both ("2018-19")."""
    if same_period(a, b):
        return True
    if a.start is None or b.start is None or a.end is None or b.end is None:
        return False
    # "2023" told of the year that ends in March 2023, or of the school year that begins in it, is not sure.
    return (
        (a.start.year, a.end.year) == (b.start.year, b.end.year) and a.kind != "month" and b.kind != "month"
    )


def periods_of(reference: ReferenceTable) -> tuple[Period, ...]:
    """The different periods of a table, oldest first."""
    told = [c.head.period for c in reference.columns] + [r.period for r in reference.rows]
    found = {p.key: p for p in told if p is not None}
    return tuple(sorted(found.values(), key=lambda p: (p.end or p.start or date.min, p.key)))


def when(told: Told, reference: ReferenceTable, value: Claim | Comparison, place: Place) -> When:
    """The periods of a table that a figure may speak of, by the words around it."""
    known = periods_of(reference)
    older = isinstance(value, Claim) and is_older(told, value)
    printed = _printed(told, value, place)
    if not known:
        return When(None, not older and not _another_time(told, reference, printed))
    if not printed:
        if older:
            return When(known[:-1] or known, len(known) == 2)
        return When(known if len(known) == 1 else known[::-1], len(known) == 1)
    meant = [k for k in known if any(one_time(p, k) for p in printed)]
    if meant:
        return When(tuple(meant), len(meant) == 1)
    if any(_EARLIER.match(p.key) for p in printed):
        return When(known[-2:-1] or known, False)
    dated = [p for p in printed if p.start is not None]
    return When((), False) if dated else When(known[::-1], len(known) == 1)


def _printed(told: Told, value: Claim | Comparison, place: Place) -> Sequence[Period]:
    """The periods near a figure: in its own stretch, else the one its claim was framed with."""
    text = told.document.text
    own = find_periods(text[place.before.start : place.after.end])
    if own:
        return own
    if isinstance(value, Claim) and value.period is not None and value.period.found in ("here", "sentence"):
        return (value.period,)
    return find_periods(place.sentence.of(text))


def is_older(told: Told, claim: Claim) -> bool:
    """True for the older of two levels: "up from 18"."""
    before = told.document.text[claim.sentence.start : claim.figure.span.start]
    return bool(_OLDER.search(before))


def _another_time(told: Told, reference: ReferenceTable, printed: Sequence[Period]) -> bool:
    """True if the words name a time that an undated table need not be of: an earlier year, another one."""
    titled = find_periods(reference.caption)
    if titled:
        return any(not any(one_time(p, t) for t in titled) for p in printed if p.start is not None)
    if any(_EARLIER.match(p.key) for p in printed):
        return True
    years = [p.end.year for p in find_periods(told.document.text) if p.end is not None]
    latest = max(years, default=None)
    return any(p.end is not None and latest is not None and p.end.year < latest for p in printed)
