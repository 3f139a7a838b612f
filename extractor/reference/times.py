"""Which of a table's periods a figure may speak of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from extractor.model import Claim, Comparison, Period
from extractor.periods import find_periods, same_period
from extractor.reference.interpret import ReferenceTable
from extractor.reference.setting import Place, Told

#: "up from 18", "compared with 21", "against 30 a year earlier": the older of two levels.
_OLDER = re.compile(
    r"\b(?:up|down|rose|fell|risen|fallen|went|gone|rising|falling|increased?|decreased?|dropped|climbed|jumped"
    r"|moved|grew|grown|shrank|slipped|sank|change|changed|drop|fall|rise)\s+from\s+(?:a\s+\w+\s+)?$"
    r"|(?:per cent|percent|%|points?)\s*,?\s*from\s+$"
    r"|\b(?:compared|comparing)\s+(?:with|to)\s+(?:just\s+|only\s+)?$|\bagainst\s+(?:just\s+)?$"
)
_ELSEWHERE = re.compile(
    r"\s*(?:[a-z]+\s+)?(?:nationally|(?:in|at|for|across)\s+(?:the\s+)?(?:[A-Z][a-z]|country|state))"
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
    #: True if a cell without a period is surely meant too: in an undated table, or of the latest time.
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
    found = _among(told, value, place, known, printed, older)
    latest = found.main is None or one_time(found.main, known[-1])
    now = not older and latest and any(one_time(p, known[-1]) for p in found.periods or ())
    return replace(found, sure=found.sure or now)


def _among(
    told: Told,
    value: Claim | Comparison,
    place: Place,
    known: Sequence[Period],
    printed: Sequence[Period],
    older: bool,
) -> When:
    """Which of the times of a table the words near a figure allow."""
    meant = [k for k in known if any(one_time(p, k) for p in printed)]
    if not meant and any(_LATEST.search(p.text) for p in printed):
        meant = [known[-1]]
    if meant:
        return When(tuple(meant), meant[0] if len(meant) == 1 else None)
    inside = [k for k in known if any(_covers(p, k) for p in printed)]
    if len(inside) > 1:  # "between 2022 and 2024 it went from 18 to 21"
        end = inside[0] if older else inside[-1]
        return When((end,), end)
    if any(p.start is not None for p in printed):
        return When((), None)  # a time that the table does not have
    earlier = next((m for p in printed if (m := _EARLIER.match(p.key))), None)
    if earlier is not None and not older and earlier[2] == "1":
        # "Last year" of a story without a day: the latest time of the table, or the one before.
        return When(tuple(reversed(known[-2:])), known[-1], assumed=f"last year is {known[-1].text}")
    if older or earlier is not None:
        back = int(next((n for n in earlier.groups() if n), 1)) if earlier is not None else 1
        one = _back(known, _anchor(told, value, place, known), back)
        if earlier is not None and one is not None:
            return When((one,), one)
        return When(tuple(known[:-1] or known), known[0] if len(known) == 2 else one)
    return _as_the_story(told, value, known)


def _covers(whole: Period, part: Period) -> bool:
    """True if a period holds another and more."""
    if whole.start is None or whole.end is None or part.start is None or part.end is None:
        return False
    return whole.start <= part.start and part.end <= whole.end


def _anchor(told: Told, value: Claim | Comparison, place: Place, known: Sequence[Period]) -> Period | None:
    """The time that "the year before" is counted from: the last one in the sentence, else the story's."""
    before = told.document.text[place.sentence.start : place.before.end]
    named = (k for p in reversed(find_periods(before)) for k in known if one_time(p, k))
    return next(named, None) or _as_the_story(told, value, known).main


def _back(known: Sequence[Period], anchor: Period | None, years: int) -> Period | None:
    """The time of a table so many years before another."""
    if anchor is None or anchor.end is None:
        return None
    wanted = (anchor.end.year - years, anchor.end.month)
    return next((k for k in known if k.end is not None and (k.end.year, k.end.month) == wanted), None)


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
    text, span = told.document.text, claim.figure.span
    if _ELSEWHERE.match(text[span.end : claim.sentence.end]):
        return False  # "against 40.7 per cent in England as a whole"
    return bool(_OLDER.search(text[claim.sentence.start : span.start]))


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
