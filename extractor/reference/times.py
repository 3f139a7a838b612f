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
    r"\b(?:up|down|rose|fell|risen|fallen|went|gone|rising|falling|increased?|decreased?|dropped|climbed|jumped"
    r"|moved|grew|grown|shrank|slipped|sank|change|changed|drop|fall|rise)\s+from\s+(?:a\s+\w+\s+)?$"
    r"|\b(?:compared|comparing)\s+(?:with|to)\s+(?:just\s+|only\s+)?$|\bagainst\s+(?:just\s+)?$"
)
_LATEST = re.compile(r"\b(?:latest|most recent)\b", re.IGNORECASE)
_EARLIER = re.compile(r"then-(\d+):|now-(\d+):year|ago:(\d+):year")


@dataclass(frozen=True, slots=True)
class When:
    """The periods that a figure may mean."""

    #: The periods that the words allow; None stands for all of them.
    periods: tuple[Period, ...] | None
    #: The one that is meant, if the words or the story as a whole fix it; None where nothing does.
    main: Period | None
    #: True if every cell of the periods is surely meant: an undated table.
    sure: bool = False
    #: What had to be supposed to fix it.
    assumed: str = ""

    def of(self, period: Period | None) -> bool | None:
        """Whether a cell of a period is the one meant; None if it cannot be."""
        if period is None or self.periods is None:
            return self.sure
        if not any(one_time(p, period) for p in self.periods):
            return None
        return self.main is not None and one_time(self.main, period)


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
    rows = [r.period for r in reference.rows]
    found = {p.key: p for p in [*_of_columns(reference), *rows] if p is not None}
    return tuple(sorted(found.values(), key=lambda p: (p.end or p.start or date.min, p.key)))


def _of_columns(reference: ReferenceTable) -> Sequence[Period]:
    """The periods of the columns: the population of another year beside counts of two is no third time."""
    dated = [(c.unit, c.head.words, c.head.period) for c in reference.columns if c.head.period is not None]
    times: dict[object, set[str]] = {}
    for unit, words, period in dated:
        times.setdefault((unit, words), set()).add(period.key)
    series = {key for keys in times.values() if len(keys) > 1 for key in keys}
    return [p for _, _, p in dated if not series or p.key in series]


def when(told: Told, reference: ReferenceTable, value: Claim | Comparison, place: Place) -> When:
    """The periods of a table that a figure may speak of, by the words around it."""
    known = periods_of(reference)
    older = isinstance(value, Claim) and is_older(told, value)
    printed = _printed(told, value, place)
    if not known:
        return When(None, None, not older and not _another_time(told, reference, printed))
    meant = [k for k in known if any(one_time(p, k) for p in printed)]
    if not meant and any(_LATEST.search(p.text) for p in printed):
        meant = [known[-1]]
    if meant:
        return When(tuple(meant), meant[0] if len(meant) == 1 else None)
    if any(p.start is not None for p in printed):
        return When((), None)  # a time that the table does not have
    if older or any(_EARLIER.match(p.key) for p in printed):
        return When(known[:-1] or known, known[0] if len(known) == 2 else None)
    return _as_the_story(told, value, known)


def _as_the_story(told: Told, value: Claim | Comparison, known: Sequence[Period]) -> When:
    """The period that a figure without one takes from the story, the latest where it names several."""
    latest_first = tuple(reversed(known))
    if len(known) == 1:
        return When(latest_first, known[0], sure=True)
    framed = value.period if isinstance(value, Claim) else None
    if framed is not None and framed.start is not None:
        told_periods: Sequence[Period] = (framed,)
    else:
        told_periods = find_periods(told.document.text)
    main = next((k for k in latest_first if any(one_time(p, k) for p in told_periods)), None)
    if main is None and not any(p.start is not None for p in told_periods):
        main = latest_first[0]
    assumed = "" if main is None else f"the figure is for {main.text}, which the story is about"
    return When(latest_first, main, assumed=assumed)


def _printed(told: Told, value: Claim | Comparison, place: Place) -> Sequence[Period]:
    """The periods near a figure: in its own stretch, else the one its claim was framed with."""
    text = told.document.text
    own = find_periods(text[place.before.start : place.after.end])
    if own:
        return own
    if isinstance(value, Claim) and value.period is not None and value.period.found in ("here", "sentence"):
        return (value.period,)
    first = min((c.figure.span.start for c in told.figures.get(place.sentence, ())), default=place.before.end)
    return find_periods(text[place.sentence.start : first])


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
