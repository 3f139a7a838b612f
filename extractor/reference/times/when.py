"""Which of a table's periods a figure may speak of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from extractor.model import Claim, Comparison, Period
from extractor.periods import find_periods, same_period
from extractor.reference.setting import Place, Told
from extractor.reference.tables.reference_table import Column, ReferenceTable
from extractor.reference.tables.stocks import at_day, stock_month
from extractor.reference.times.looking_back import is_left, is_older, is_set_against, looks_back
from extractor.regexes import Regex

_COMPARED = Regex(
    r"(?:\b(?:than|since|from|against|with|to|between|over|before|short\s+of|below|above|under|as\s+(?:it|they|there)\s+(?:did|was|were|had))|(?:%|\bper\s?cent|\bpoints?|\bup|\bdown)\s+on)"
    r"\s+(?:in\s+|the\s+|its\s+|their\s+|those\s+(?:of|in)\s+)?$",
    re.IGNORECASE,
)
_OTHER_SIDE = Regex(
    r"(?:\b(?:than|since|compared\s+(?:with|to))|(?:%|\bper\s?cent|\bpoints?|\bup|\bdown)\s+on)"
    r"\s+(?:in\s+|it\s+was\s+in\s+|(?:its|their|the|that\s+of|those\s+of)\s+)?$"
    r"|\b(?:above|below|past|beyond|under|short\s+of|ahead\s+of|behind|shy\s+of|topping|beating|exceeding)"
    r"\s+(?:its|their|that\s+of|those\s+of)\s+$",
    re.IGNORECASE,
)
#: "Top of the list in 2022 with 151,900, slipped to 132,600": the new level is of the latest time.
_TO_LEVEL = Regex(
    r"\b(?:rose|fell|slipped|dropped|climbed|grew|sank|shrank|jumped|leapt|went|came|recovered|declined|plunged)"
    r"\s+(?:back\s+|up\s+|down\s+)?to\s+(?:just\s+|only\s+)?$"
)
#: Before a year, in its clause: what it is told to compare with.
_SET_AGAINST = Regex(
    r"\b(?:than|since|from|against|compared|comparison|up|down|before|earlier|when|until|overtook|overtaking)\b",
    re.IGNORECASE,
)
_CLAUSE = Regex(r"[.;:!?](?=\s)|\n")
#: "Wants 400 by 2027", "has run it since 2021": no time that a story is about.
_ASIDE = Regex(r"\b(?:by|until|since|before)\s+(?:the\s+end\s+of\s+)?$", re.IGNORECASE)
#: A story that says so is about the latest time.
_THIS_YEAR = Regex(
    r"\b(?:(?:last|this) (?:(?:school|financial|calendar) )?year|this fall|this autumn|this summer|now|latest"
    r"|today)\b",
    re.IGNORECASE,
)
#: A story tells in so many paragraphs of what time it is.
_FIRST = 3
#: Characters before a year in which its clause begins.
_NEAR = 100
_MONTH = Regex(r"(now-1:)?--(\d\d)(?:-\d\d|/--(\d\d))?")
_QUARTER = Regex(r"q([1-4])")
#: Days of what may pass for a year.
_YEAR = 300
_LATEST = Regex(r"\b(?:latest|most recent)\b", re.IGNORECASE)
_EARLIER = Regex(r"then-(\d+):|now-(\d+):year|ago:(\d+):year")


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
    # "2023" told of the year that ends in March 2023, or of the school year that begins in it, is not sure;
    # two quarters of a year are two times.
    years = max(a.end - a.start, b.end - b.start).days > _YEAR and "month" not in (a.kind, b.kind)
    return years and (a.start.year, a.end.year) == (b.start.year, b.end.year)


def periods_of(reference: ReferenceTable, columns: Sequence[Column] | None = None) -> tuple[Period, ...]:
    """The different periods of a table, or of some of its columns, oldest first."""
    rows = [r.period for r in reference.rows]
    found = {
        p.key: p
        for p in [*_of_columns(reference.columns if columns is None else columns), *rows]
        if p is not None
    }
    # Of a year and the quarter that ends with it the year is the later.
    return tuple(
        sorted(found.values(), key=lambda p: (p.end or p.start or date.min, p.kind != "quarter", p.key))
    )


def days_of(period: Period) -> int:
    """How many days a period has; 0 where that is not known."""
    return 0 if period.start is None or period.end is None else (period.end - period.start).days


def _of_columns(columns: Sequence[Column]) -> Sequence[Period]:
    """The periods of the columns: the population of another year beside counts of two is no third time."""
    dated = [(c.unit, c.head.words, c.head.period) for c in columns if c.head.period is not None]
    times: dict[object, set[str]] = {}
    for unit, words, period in dated:
        times.setdefault((unit, words), set()).add(period.key)
    series = {key for keys in times.values() if len(keys) > 1 for key in keys}
    return [p for _, _, p in dated if not series or p.key in series]


def when(
    told: Told,
    reference: ReferenceTable,
    value: Claim | Comparison,
    place: Place,
    columns: Sequence[Column] | None = None,
) -> When:
    """The periods of a table, or of some columns, that a figure may speak of, by the words around it."""
    known = periods_of(reference, columns)
    older = isinstance(value, Claim) and is_older(told, value)
    printed = _printed(told, value, place)
    if not known:
        return When(None, None, not older and not _another_time(told, reference, printed))
    month = stock_month(reference.caption)
    found = _among(told, value, place, known, [at_day(p, known, month) for p in printed], older)
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
    meant = [k for k in known if any(one_time(p, k) for p in printed)] or _of_month(known, printed)
    if not meant and any(_LATEST.search(p.text) for p in printed):
        meant = [known[-1]]
    if meant:
        return When(tuple(meant), meant[0] if len(meant) == 1 else None)
    inside = [k for k in known if any(_covers(p, k) for p in printed)]
    if len(inside) == 1:  # "in 2019", of a table of autumns
        return When(tuple(inside), inside[0])
    if len(inside) > 1:  # "between 2022 and 2024 it went from 18 to 21"
        end = inside[0] if older else inside[-1]
        return When((end,), end)
    if any(p.start is not None for p in printed):
        return When((), None)  # a time that the table does not have
    earlier = next((m for p in printed if (m := _EARLIER.match(p.key))), None)
    if earlier is not None and not older and earlier[2] == "1":
        # "Last year" of a story without a day: the latest time of the table, or the one before.
        before = _back(known, known[-1], 1)
        likely = (known[-1],) if before is None else (known[-1], before)
        return When(likely, known[-1], assumed=f"last year is {known[-1].text}")
    if older or earlier is not None:
        back = int(next((n for n in earlier.groups() if n), 1)) if earlier is not None else 1
        one = _back(known, _anchor(told, value, place, known), back)
        if earlier is not None and one is not None:
            return When((one,), one)
        if back > 1 and earlier is not None and earlier.string.endswith("year"):
            return When((), None)  # "three years ago", of a table of two
        return When(tuple(known[:-1] or known), known[0] if len(known) == 2 else one)
    return _as_the_story(told, value, known)


def _of_month(known: Sequence[Period], printed: Sequence[Period]) -> list[Period]:
    """The latest time of a month or quarter that is told without its year: "in December", "July to June"."""
    told = {(int(m[2]), int(m[3] or m[2]), bool(m[1])) for p in printed if (m := _MONTH.fullmatch(p.key))}
    told |= {(3 * int(m[1]) - 2, 3 * int(m[1]), False) for p in printed if (m := _QUARTER.fullmatch(p.key))}
    if len(told) != 1:
        return []
    first, last, before = told.pop()
    if (last - first) % 12 == 11:
        return list(known[-1:])  # "in the year to March"
    ends = ((k, k.start, k.end) for k in known if k.kind not in ("calendar", "financial", "academic"))
    found = [
        k for k, a, b in ends if a and b and (a.month, b.month) == (first, last) and (b - a).days < _YEAR
    ]
    return found[-2:-1] if before else found[-1:]


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
    then = [k for k in known if k.end is not None and (k.end.year, k.end.month) == wanted]
    return min(then, key=lambda k: abs(days_of(k) - days_of(anchor)), default=None)


def _as_the_story(told: Told, value: Claim | Comparison, known: Sequence[Period]) -> When:
    """The period that a figure without one takes from the story, the latest where it names several."""
    latest_first = tuple(reversed(known))
    if len(known) == 1:
        return When(latest_first, known[0], sure=True)
    framed = value.period if isinstance(value, Claim) else None
    if framed is not None and framed.start is not None and not is_left(told, value, framed):
        main = next((k for k in latest_first if one_time(framed, k)), None) or _main_time(told, known)
    else:
        main = _main_time(told, known)
    assumed = "" if main is None else f"the figure is for {main.text}, which the story is about"
    return When(latest_first, main, assumed=assumed)


def _main_time(told: Told, known: Sequence[Period]) -> Period | None:
    """The time that a story is about: the table's latest, unless it names an older one, and not to compare.

    "Than in 2022" and "since 2020" say that the rest is newer. A story that names times which the table does
    not have is about none of its.
    """
    text = told.document.text
    found = [p for p in find_periods(text) if p.start is not None and p.span is not None]
    named = [(p, k) for p in found for k in reversed(known) if one_time(p, k)]
    if any(k is known[-1] for _, k in named) or any(p.end is None or _covers(p, known[-1]) for p in found):
        return known[-1]
    if all(p.span is None or _ASIDE.search(text[: p.span.start]) for p in found):
        return known[-1]
    if not named:  # "two longer than in 2024", of a table of Januaries, is told to compare
        aside = all(p.span and _is_compared(text, p.span.start) for p in found)
        return known[-1] if aside and any(_covers(p, k) for p in found for k in known) else None
    plain = [(p.span.start, k) for p, k in named if p.span and not _is_compared(text, p.span.start)]
    if not plain or _THIS_YEAR.search(text[: plain[0][0]]):
        return known[-1]
    if len({k.key for _, k in plain}) > 1:
        # "On 92 per cent in 2023 and now on 84; in 2022 it was 90": of no one of those that it looks back to.
        return known[-1] if _THIS_YEAR.search(text) else None
    # "In 2022 it was 8 per cent; the share has risen since", far down, is no time that the story is about.
    return plain[0][1] if _is_early(told, plain[0][0]) else known[-1] if _THIS_YEAR.search(text) else None


def _is_early(told: Told, at: int) -> bool:
    """True for a place in the headline or the first paragraphs."""
    starts = [b.span.start for b in told.document.blocks if b.kind == "paragraph"]
    return len(starts) <= _FIRST or at < starts[_FIRST]


def _is_compared(text: str, at: int) -> bool:
    """True for a time that is set against another: "than in 2022", "down from 28 per cent in 2019"."""
    clause = _CLAUSE.split(text[max(0, at - _NEAR) : at])[-1]
    return (
        bool(_COMPARED.search(text[:at]) or _SET_AGAINST.search(clause))
        or looks_back(text, at)
        or is_set_against(text, at)
    )


def _printed(told: Told, value: Claim | Comparison, place: Place) -> Sequence[Period]:
    """The periods near a figure: in its own stretch, else the one its claim was framed with."""
    text = told.document.text
    stretch = text[place.before.start : place.after.end]
    every = find_periods(stretch)
    own = [p for p in every if p.span is None or not _OTHER_SIDE.search(stretch[: p.span.start])]
    if own:
        return own
    framed = value.period if isinstance(value, Claim) else None
    other = {p.key for p in every}  # "more than in 2020" is of another time than the figure
    if framed is not None and framed.found in ("here", "sentence") and framed.key not in other:
        before = "" if framed.span is None else text[place.sentence.start : framed.span.start]
        beyond = framed.span is not None and framed.span.start >= place.after.end
        moved = _TO_LEVEL.search(text[place.sentence.start : place.before.end])
        # "435, compared with 497 in 2022, and Dene 612": the 612 is of the time before the comparison.
        behind = framed.span is not None and framed.span.end <= place.before.start
        left = behind and is_set_against(text, place.sentence.start + len(before))
        return () if beyond or moved or left or _OTHER_SIDE.search(before) else (framed,)
    first = min((c.figure.span.start for c in told.figures.get(place.sentence, ())), default=place.before.end)
    opening = text[place.sentence.start : first]
    return [
        p for p in find_periods(opening) if p.span is None or not _OTHER_SIDE.search(opening[: p.span.start])
    ]


def _another_time(told: Told, reference: ReferenceTable, printed: Sequence[Period]) -> bool:
    """True if the words name a time that an undated table need not be of: an earlier year, another one."""
    titled = find_periods(reference.caption)
    if titled:
        return any(not any(one_time(p, t) for t in titled) for p in printed if p.start is not None)
    if any((m := _EARLIER.match(p.key)) and m[2] != "1" for p in printed):  # "last year" may be the table's
        return True
    years = [p.end.year for p in find_periods(told.document.text) if p.end is not None]
    latest = max(years, default=None)
    return any(p.end is not None and latest is not None and p.end.year < latest for p in printed)
