"""Units and scales that one number lends another: "5, 6 and 7 per cent", "46 per cent, up from 44"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from extractor.find.lent_scale import CONJUNCTION, LISTED, SCALE_CAP, scale_lent
from extractor.find.nouns import AGE, Draft, Item, Pair
from extractor.find.ranges import RANGE, is_between
from extractor.find.shares import BARE_END, SENTENCE
from extractor.regexes import Regex

_PAIRED = Regex(rf"(?:{CONJUNCTION}|[-–‑][ ](?:to|or|and)[ ]|[ ]?[-–][ ]?|[ ]?/[ ]?|-to-|-or-| of )")
_LIST = Regex(rf"(?:{_PAIRED.pattern}|{LISTED.pattern})")
_BACK_CUE = Regex(
    r"(?:\b(?:from|to|against|than|and|with|at|or|was|were|is|versus|between|of|then|but|only|just|by|"
    r"below|above|under|over|around|about"
    r"|nearly|almost)|[,–—-]|\()[ \u00a0\n]*$",
    re.IGNORECASE,
)
_TO = Regex(r" to (?:about |around |just |only |nearly |almost |over )?")
_PER_WORDS = Regex(r"^ (?:an?|per) \w+")
_ADJUNCT = Regex(
    r"\b(?:in|over|for|within|after|during|every|last|past|on|at|(?<!average )of|by|from) "
    r"(?:just |the |about |its |their |his |her |our |first |last |past |next |opening |closing )*$"
)
_PARALLEL = Regex(
    r"(?:,|;|,? and|,? but|,? with|,? while)[ \n](?:(?:the|in|for|at|among) )?"
    r"(?:[A-Z][\w.'’-]*|men|women|boys|girls|others)(?: [A-Z][\w.'’-]*){0,2}(?: (?:on|at|with))? "
)
_PARALLEL_END = Regex(r"[.,;)](?!\d)|$|\n| and (?:the |in |for |among )?[A-Z]")
#: "Passengers were 34 per cent, DRIVERS 22 and CYCLISTS 3": the next of a row of shares.
_ROW = Regex(r"(?:[,;]|,? and|,? but|,? while)[ \n](?:the )?(?:[a-z-]+ )?[a-z-]+s ")
_ROW_BEGINS = Regex(
    r"\b(?:is|are|was|were|had|have|got|took|made up|make up|accounted for"
    r"|account for|came to|formed|were at)"
    r" (?:only |just |about |around |nearly |almost |some )?$"
)
_ROW_END = Regex(r"[.,;)](?!\d)|$|\n| and (?:the )?[a-z-]+s \d")
#: "Up 15 per cent FROM 80": where a change began is in the unit of what changed, and no share.
_MOVED = Regex(
    r"\b(?:up|down|by|(?:rose|fell|grew|climbed|dropped|jumped|declined|increased|decreased|slipped|soared|plunged|gained"
    r"|(?:rise|fall|increase|drop|decrease|gain|growth|decline|jump|cut) of)(?: by)?)"
    r" (?:about |around |nearly |almost |some |over |only |just |more than )?$"
)
_SHARE = Regex(r"%|per ?cent|\brates?\b|\bshares?\b|\bturnout\b")
_BEGAN = Regex(r",? (?:from|on) (?:the |just |about |around |some )?")
_WORDS_FOR = r"(?:figure|rate|share|proportion|percentage|level|average|target|limit)"
_EARLIER = Regex(
    r", (?:(?:up|down) (?:slightly |sharply )?from|compared (?:with|to)|against|versus)"
    r" (?:just |about |around |only |nearly |almost )?$"
)
#: "Ours was 29 five years ago", "the figure was 2.3", "the target is 170": the quantity before goes on.
_GOES_ON = Regex(
    rf"\b(?:ours|theirs|mine|the {_WORDS_FOR}|the national {_WORDS_FOR})"
    r" (?:was|is|were|had been|stood at|stands at|reached|came to)"
    r" (?:only |just |about |around |nearly |almost |some |still )?$",
    re.IGNORECASE,
)
_GOES_ON_END = Regex(
    r"[.;:!?,)](?!\d)|$|\n|[ ](?:in|last|this) \w+[.,;]|"
    r"[ ](?:a|\w+) (?:years?|months?|weeks?) (?:ago|before|earlier)\b"
)
#: "Hybrids were 12.6": another kind of the same, in a decimal.
_OTHERS_WERE = Regex(r"[;,] (?:the )?[a-z-]+s (?:were|had|was|got|took) (?:only |just |at )?$")
_ELSEWHERE = Regex(
    r",? (?:and|but|against|while) (?:nationally|elsewhere|statewide|nationwide|"
    r"(?:in|across) the (?:country|state|region|county|city|UK|US|rest)(?: as a whole| of the country)?) "
)
_THEY_ARE = Regex(r"\b(?:are|were) (?:under|over|below|above) $")
_FROM = Regex(r"\bfrom (?:about |some )?$")
#: "3.025 million twenty-FOOT units, against 3.125 million": of what kind those are.
_OF_KIND = Regex(r"[^ ]+-[a-z]+ [a-z]")
#: Units that a number without one takes over from the figure before it.
_LENT = {"percentage", "points"}
#: How far back the quantity may lie that "ours was 29" goes on with.
_FAR = 160
#: How far numbers of a list without "and" lie apart at most, and how large they are.
_STEP, _SMALL = Fraction(5, 2), 100
_STEP_LEAD = Regex(r"[a-z] $|[a-z] \w{1,9}, $")


def lent_forward(text: str, drafts: Sequence[Item]) -> list[Item]:
    """ "5, 6 and 7 per cent", "18 or 19 months", "£26 to £31 million": the last one lends unit and scale."""
    out = list(drafts)
    for i in range(len(out) - 2, -1, -1):
        first, last = out[i], out[i + 1]
        if not isinstance(first, Draft) or not isinstance(last, Draft) or last.start - first.end > 12:
            continue
        gap = text[first.end : last.start]
        if (
            _PAIRED.fullmatch(gap)
            or _in_steps(text, first, last, gap)
            or (LISTED.fullmatch(gap) and _in_list(text, out, i, gap))
        ):
            out[i], out[i + 1] = _lend(text, first, last, gap)
    return out


def _in_steps(text: str, first: Draft, last: Draft, gap: str) -> bool:
    """True for "20, 30, 40 years": numbers that climb, in a list without "and"."""
    a, b = first.number, last.number
    if gap != ", " or a.form != b.form or not a.value < b.value <= _STEP * a.value:
        return False
    return (
        b.value <= _SMALL
        and last.kind == "duration"
        and _STEP_LEAD.search(text, max(0, first.start - 14), first.start) is not None
    )


def _in_list(text: str, items: Sequence[Item], i: int, gap: str) -> bool:
    """True for a comma inside "5, 6 and 7": one more number of the list is joined to these two."""
    last, after = items[i + 1], items[i + 2] if i + 2 < len(items) else None
    follows = isinstance(last, Draft) and isinstance(after, Draft) and after.unit == last.unit
    if follows and after is not None and LISTED.fullmatch(text[last.end : after.start]):
        return True
    return " " in gap.strip() and i > 0 and text[items[i - 1].end : items[i].start] in (", ", ",\n")


def _lend(text: str, first: Draft, last: Draft, gap: str) -> tuple[Draft, Draft]:
    if first.outside or last.outside:
        return first, last
    first, last = scale_lent(text, first, last, gap)
    ranging = RANGE.fullmatch(gap) or is_between(text, first)
    if first.unit.kind == "money" and last.bare and ranging and first.number.value < last.number.value:
        return first, replace(last, unit=first.unit, pattern="money")
    if not first.bare or last.bare or not last.unit.sure or (first.maybe and "o" not in gap):
        return first, last
    if not _may_take(text, first, last, gap):
        return first, last
    return replace(first, unit=last.unit, pattern=last.pattern, maybe=False), last


def _may_take(text: str, first: Draft, last: Draft, gap: str) -> bool:
    unit = last.unit
    if gap == " of ":
        return unit.kind == "measure" and first.number.value < last.number.value
    if unit.kind in ("percentage", "points", "duration", "age", "measure"):
        if unit.kind == "percentage" and first.number.value > 100 >= last.number.value:
            return False
        return not gap.startswith(",") or first.number.value < SCALE_CAP
    if unit.kind == "rate":
        return RANGE.fullmatch(gap) is not None or is_between(text, first)
    named = text[last.end - 1].isalpha() and "," not in gap
    listed = "," in gap and first.number.rounded
    return unit.kind == "multiple" or (unit.kind == "money" and (named or listed))


def lent_back(text: str, drafts: Sequence[Item]) -> list[Item]:
    """ "46 per cent, up from 44": a number that stands alone takes the per cent of the one before it."""
    out: list[Item] = []
    for draft in drafts:
        lender = out[-1] if out else None
        if (
            isinstance(draft, Draft)
            and draft.bare
            and lender is not None
            and _takes_back(text, lender, draft)
        ):
            unit = lender.last.unit if isinstance(lender, Pair) else lender.unit
            draft = replace(draft, unit=unit, pattern=unit.kind, maybe=False)
        out.append(draft)
    return out


def _takes_back(text: str, lender: Item, draft: Draft) -> bool:
    source = lender.last if isinstance(lender, Pair) else lender
    if source.unit.kind == "duration" and text[source.end : draft.start] == " or ":  # "a year or two"
        return draft.number.form == "words"
    if _goes_on(text, lender, source, draft):
        return True
    if draft.start - lender.end > 60 or source.outside or draft.maybe:
        return False
    if source.unit.kind in ("measure", "rate", "duration"):
        return _takes_measure(text, source, draft)
    if source.unit.kind not in _LENT:
        return False
    if abs(draft.number.value) > 100 or draft.number.form not in ("digits", "words"):
        return False
    if _in_parallel(text, source, draft):
        return True
    if _in_own_unit(text, source, draft) or _THEY_ARE.search(text, max(0, draft.start - 16), draft.start):
        return False  # "65% of users are under 30"
    if not BARE_END.match(text, draft.end) or not _BACK_CUE.search(
        text, max(0, draft.start - 12), draft.start
    ):
        return False
    return not SENTENCE.search(text, lender.end, draft.start)


def _takes_measure(text: str, source: Draft, draft: Draft) -> bool:
    if source.unit.kind == "measure" and _OF_KIND.fullmatch(text, source.start, source.end + 2):
        return False
    whole = text[source.end : draft.start] == " of " and source.number.value < draft.number.value
    return (whole and _alone(text, draft)) or _from_to(text, source, draft) or _up_from(text, source, draft)


def _in_own_unit(text: str, source: Draft, draft: Draft) -> bool:
    """True for the 80 of "88 ships, up 15 per cent from 80", where no share is told before."""
    if source.kind != "percentage" or not _BEGAN.fullmatch(text, source.end, draft.start):
        return False
    led = text[max(0, source.start - 160) : source.start]
    told = SENTENCE.split(led)[-1]
    return _MOVED.search(led) is not None and _SHARE.search(told) is None


def _goes_on(text: str, lender: Item, source: Draft, draft: Draft) -> bool:
    """True for "ours was 29" and "the figure was 2.3", which leave out the unit of the figure before."""
    if source.outside or source.kind not in ("percentage", "measure") or draft.maybe or source.reach:
        return False
    if source.kind == "percentage" and not 0 <= draft.number.value <= 100:
        return False
    if draft.start - lender.end > _FAR or "\n\n" in text[lender.end : draft.start]:
        return False
    told = _GOES_ON.search(text, max(0, draft.start - 50), draft.start)
    if draft.number.rounded and draft.number.step < 1:
        told = told or _OTHERS_WERE.search(text, max(0, draft.start - 40), draft.start)
    told = told or _ELSEWHERE.fullmatch(text, lender.end, draft.start)
    return told is not None and _GOES_ON_END.match(text, draft.end) is not None


def _in_parallel(text: str, first: Draft, last: Draft) -> bool:
    """True for "Labour was on 42 per cent, the Tories 31 and the Greens 9", which leaves out the unit."""
    if _PARALLEL.fullmatch(text, first.end, last.start):
        return _PARALLEL_END.match(text, last.end) is not None
    if first.kind != "percentage" or not _ROW.fullmatch(text, first.end, last.start):
        return False
    lent = text[first.end - 1].isdigit()
    begins = lent or _ROW_BEGINS.search(text, max(0, first.start - 30), first.start)
    return bool(begins) and _ROW_END.match(text, last.end) is not None


def _alone(text: str, draft: Draft) -> bool:
    return BARE_END.match(text, draft.end) is not None


def _from_to(text: str, first: Draft, last: Draft) -> bool:
    """True for "from 30 megawatt-hours to 60": the two ends of a movement in one unit."""
    began = _FROM.search(text, max(0, first.start - 12), first.start)
    gap = (
        _PER_WORDS.sub("", text[first.end : last.start], count=1)
        if first.kind == "rate"
        else text[first.end : last.start]
    )
    return bool(began) and _TO.fullmatch(gap) is not None and bool(BARE_END.match(text, last.end))


def _up_from(text: str, first: Draft, last: Draft) -> bool:
    """True for "58 minutes a day, up from 39 in 2021", and not for "20 deaths in three days, up from 9"."""
    if _ADJUNCT.search(text, max(0, first.start - 24), first.start) or SENTENCE.search(
        text, first.end, last.start
    ):
        return False
    earlier = _EARLIER.search(text, max(first.end, last.start - 32), last.start)
    return earlier is not None and BARE_END.match(text, last.end) is not None


def ages_of_ranges(text: str, drafts: Sequence[Item]) -> list[Item]:
    """ "Aged 18 to 24": the second age has no word of its own."""
    out: list[Item] = []
    for draft in drafts:
        first = out[-1] if out else None
        if isinstance(first, Draft) and isinstance(draft, Draft) and _is_second_age(text, first, draft):
            draft = replace(draft, unit=AGE, pattern="age", maybe=False)
        out.append(draft)
    return out


def _is_second_age(text: str, first: Draft, draft: Draft) -> bool:
    if first.unit.kind != "age" or not draft.bare or not 0 < draft.number.value < 120:
        return False
    return _LIST.fullmatch(text[first.end : draft.start]) is not None
