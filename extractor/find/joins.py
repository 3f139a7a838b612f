"""The second pass: what numbers lend each other. Shares, ranges, elided units and scales, rates.

Each rule takes the drafts of a text in the order of print and gives them back with some changed or
joined; the rules run in the order of `JOINS`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from extractor.find.drafts import AGE, Draft
from extractor.find.unit import PER, Unit
from extractor.lexicon import table


@dataclass(frozen=True, slots=True)
class Pair:
    """Two drafts that make one figure: a range or a share."""

    first: Draft
    last: Draft
    how: Literal["range", "share"]

    @property
    def start(self) -> int:
        """Where the pair begins."""
        return self.first.start

    @property
    def end(self) -> int:
        """Where the pair ends."""
        return self.last.number.end if self.how == "share" else self.last.end


Item = Draft | Pair
_MOVEMENT = frozenset(table("labels")["movement"])
_IN = re.compile(r"[ \u00a0\n](?:in|out of)(?: every| each)?[ \u00a0\n]", re.IGNORECASE)
_IN_EVERY = re.compile(r"[ \u00a0\n](?:in|out of) every[ \u00a0\n]", re.IGNORECASE)
_IN_AFTER_NOUN = re.compile(r"(?:[ \u00a0\n][a-z-]+){1,3}[ \u00a0\n](?:in|out of)(?: every)?[ \u00a0\n]")
_RANGE = re.compile(
    r"(?:[ \u00a0]?[-–—‑][ \u00a0]?|[-–‑][ ](?:to|or)[ ]|"
    r"[ \u00a0\n](?:to|or|up to|through)[ \u00a0\n]|-to-|~)"
)
_BETWEEN = re.compile(r"\bbetween (?:the (?:ages )?of )?(?:about |around |roughly |some )?$", re.IGNORECASE)
_AND = re.compile(r"[ \u00a0\n]and[ \u00a0\n]")
_CONJUNCTION = (
    r"[ \u00a0\n](?:and|or|to|through|versus|v)[ \u00a0\n](?:just |about |around |then |over |only |nearly |"
    r"almost )?"
)
_PAIRED = re.compile(rf"(?:{_CONJUNCTION}|[-–‑][ ](?:to|or|and)[ ]|[ ]?[-–][ ]?|[ ]?/[ ]?|-to-|-or-| of )")
_LISTED = re.compile(rf",?{_CONJUNCTION}|,[ \u00a0\n]")
_LIST = re.compile(rf"(?:{_PAIRED.pattern}|{_LISTED.pattern})")
_FROM = re.compile(r"\bfrom (?:about |around |just |nearly |almost )?$", re.IGNORECASE)
_RANGING = re.compile(
    r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying))(?: anywhere)? from (?:about |around )?$", re.IGNORECASE
)
_LEAD_WORD = re.compile(
    r"([A-Za-z]+)(?: an?)?(?: (?:further|another|extra|about|nearly|almost|around))?[ \u00a0]$"
)
_PER = re.compile(r"(?:per|in every|for every|out of every)[ \u00a0]$", re.IGNORECASE)
_MADE_UP = re.compile(r"\bma(?:k(?:e|es|ing)|de) up (?:about |around |nearly |between )?$", re.IGNORECASE)
_FOR_EVERY = re.compile(r"[ \u00a0\n](?:[a-z]+ )?(?:for|per) every\b")
_SENTENCE = re.compile(r"[.?!][”\"']?\s+[A-Z“\"]|\n\n|[;]")
_BARE_END = re.compile(
    r"\s*(?:[.,;:)!?—–”\"]|$)|[ \n](?:in|last|this|a year|the (?:year|month)|at the|on|by|from|to|and|"
    r"for|when|while|after|before|"
    r"earlier|later|previously|respectively|now|today|against|but|during|as|then|of those|since|among)\b"
)
#: What one of so many did: "one bus in eight was late", "one call in 12 rings out".
_VERB = re.compile(
    rf"[ \u00a0\n](?:{'|'.join(table('numbers')['after_share'])}|[a-z]{{2,}}ed|"
    r"[a-z]+s[ ](?:out|off|up|down|away|back|late|the|an?|its|their|no|nothing))\b"
)
_BACK_CUE = re.compile(
    r"(?:\b(?:from|to|against|than|and|with|at|or|was|were|is|versus|between|of|then|but|only|just|by|"
    r"below|above|under|over|around|about"
    r"|nearly|almost)|[,–—-]|\()[ \u00a0\n]*$",
    re.IGNORECASE,
)
#: Units that a number without one takes over from the figure before it.
_LENT = {"percentage", "points"}
_SCALE_CAP = 1000
#: "15 dollars 50": the cents without their name, at the end of a clause.
_CENTS_LEFT_OUT = re.compile(r"[ \u00a0]")
_CLAUSE_END = re.compile(r"[.,;:!?)](?!\d)|$| more\b|\n")
_COMPOUND: dict[str, int] = dict(table("units")["compound"])
_JOINED = re.compile(r"[ \u00a0-](?:and )?")


def shares(text: str, drafts: Sequence[Item]) -> list[Item]:
    """ "One in five", "seven out of ten", "one emergency call in 12": two numbers, one share."""
    out: list[Item] = []
    for draft in drafts:
        first = out[-1] if out else None
        if isinstance(first, Draft) and isinstance(draft, Draft) and _is_share(text, first, draft):
            out[-1] = Pair(first, draft, "share")
        else:
            out.append(draft)
    return out


def _is_share(text: str, first: Draft, last: Draft) -> bool:
    if last.start - first.end > 40 or last.outside or not first.bare or last.number.rounded:
        return False
    a, b = first.number.value, last.number.value
    if not 0 < a < b or a.denominator != 1 or b.denominator != 1:
        return False
    gap = text[first.end : last.start]
    if not last.bare:
        return _IN_EVERY.fullmatch(gap) is not None
    if _IN.fullmatch(gap):
        return a == 1 or (b <= 10 or b in (12, 20, 25, 50, 100, 1000))
    return first.maybe and a == 1 and _IN_AFTER_NOUN.fullmatch(gap) is not None and _alone(text, last.end)


def _alone(text: str, end: int) -> bool:
    """True if no noun follows that the number would count."""
    if _BARE_END.match(text, end) or _VERB.match(text, end):
        return True
    return text[end : end + 1] in " " and not text[end + 1 : end + 2].isalpha()


def per_number(text: str, drafts: Sequence[Item]) -> list[Item]:
    """ "9.6 per 100,000": the second number is the unit of the first and no figure."""
    out: list[Item] = []
    for draft in drafts:
        if isinstance(draft, Draft) and draft.maybe and _FOR_EVERY.match(text, draft.end):
            draft = replace(draft, maybe=False)
        if isinstance(draft, Draft) and draft.bare and _is_per(text, draft):
            _make_rate(text, out, draft)
        else:
            out.append(draft)
    return out


def _is_per(text: str, draft: Draft) -> bool:
    found = _PER.search(text, max(0, draft.start - 15), draft.start)
    if found is None:
        return False
    value = draft.number.value
    return found[0].lower().startswith("per") and value >= 10 and set(str(value.numerator)[1:]) <= {"0"}


def _make_rate(text: str, out: list[Item], per: Draft) -> None:
    last = out[-1] if out else None
    if not isinstance(last, Draft) or not last.bare or per.start - last.end > 60:
        return
    if not _SENTENCE.search(text, last.end, per.start):
        out[-1] = replace(last, unit=Unit("rate", f"{PER}{per.number.value}"), pattern="rate")


def lent_forward(text: str, drafts: Sequence[Item]) -> list[Item]:
    """ "5, 6 and 7 per cent", "18 or 19 months", "£26 to £31 million": the last one lends unit and scale."""
    out = list(drafts)
    for i in range(len(out) - 2, -1, -1):
        first, last = out[i], out[i + 1]
        if not isinstance(first, Draft) or not isinstance(last, Draft) or last.start - first.end > 12:
            continue
        gap = text[first.end : last.start]
        if _PAIRED.fullmatch(gap) or (_LISTED.fullmatch(gap) and _in_list(text, out, i, gap)):
            out[i], out[i + 1] = _lend(text, first, last, gap)
    return out


def _in_list(text: str, items: Sequence[Item], i: int, gap: str) -> bool:
    """True for a comma inside "5, 6 and 7": one more number of the list is joined to these two."""
    last, after = items[i + 1], items[i + 2] if i + 2 < len(items) else None
    follows = isinstance(last, Draft) and isinstance(after, Draft) and after.unit == last.unit
    if follows and after is not None and _LISTED.fullmatch(text[last.end : after.start]):
        return True
    return " " in gap.strip() and i > 0 and text[items[i - 1].end : items[i].start] in (", ", ",\n")


def _lend(text: str, first: Draft, last: Draft, gap: str) -> tuple[Draft, Draft]:
    if first.outside or last.outside:
        return first, last
    first, last = _scale_lent(text, first, last, gap)
    ranging = _RANGE.fullmatch(gap) or _is_between(text, first)
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
        return not gap.startswith(",") or first.number.value < _SCALE_CAP
    return unit.kind == "multiple" or (
        unit.kind == "money" and text[last.end - 1].isalpha() and "," not in gap
    )


def _scale_lent(text: str, first: Draft, last: Draft, gap: str) -> tuple[Draft, Draft]:
    """ "Between £26 and £31 million", "10 to 15 million": the scale of the last is that of both."""
    if first.kind != last.kind and not (first.kind == "money" and last.bare):
        return first, last
    scale = last.number.step if last.number.step >= _SCALE_CAP else _decimal_scale(last)
    ranging = _RANGE.fullmatch(gap) or (_AND.fullmatch(gap) and _is_between(text, first))
    number = first.number
    if not ranging or scale < _SCALE_CAP or not last.number.rounded or number.value >= _SCALE_CAP:
        return first, last
    if number.value * scale >= last.number.value or last.number.form == "vague" or number.step >= _SCALE_CAP:
        return first, last
    scaled = replace(number, value=number.value * scale, step=number.step * scale, rounded=True)
    return replace(first, number=scaled, maybe=False), last


def _decimal_scale(draft: Draft) -> Fraction:
    """The scale of "1.2 million", whose last digit is a tenth of it."""
    step, value = draft.number.step, abs(draft.number.value)
    scale = Fraction(1000)
    while scale * 1000 <= value:
        scale *= 1000
    return scale if step >= 10 else Fraction(1)


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
    if draft.start - lender.end > 60 or source.outside or source.unit.kind not in _LENT or draft.maybe:
        return False
    if abs(draft.number.value) > 100 or draft.number.form not in ("digits", "words"):
        return False
    if not _BARE_END.match(text, draft.end) or not _BACK_CUE.search(
        text, max(0, draft.start - 12), draft.start
    ):
        return False
    return not _SENTENCE.search(text, lender.end, draft.start)


def ranges(text: str, drafts: Sequence[Item]) -> list[Item]:
    """ "10 to 20", "between 5 and 7 per cent", "18-24": one figure from one number to the other."""
    out: list[Item] = []
    for draft in drafts:
        first = out[-1] if out else None
        if isinstance(first, Draft) and isinstance(draft, Draft) and _is_range(text, first, draft):
            out[-1] = Pair(_same_unit(first, draft), draft, "range")
        else:
            out.append(draft)
    return out


def _same_unit(first: Draft, last: Draft) -> Draft:
    return replace(first, unit=last.unit, pattern=last.pattern) if first.bare else first


def _is_range(text: str, first: Draft, last: Draft) -> bool:
    if last.start - first.end > 9 or first.outside or last.outside or first.unit != last.unit:
        return False
    gap = text[first.end : last.start]
    if "ordinal" in (first.number.form, last.number.form):
        return False
    if not first.number.value < last.number.value:
        ranging = _RANGING.search(text, max(0, first.start - 36), first.start)
        return ranging is not None and _RANGE.fullmatch(gap) is not None
    if _AND.fullmatch(gap):
        return _is_between(text, first)
    if not _RANGE.fullmatch(gap):
        return False
    if "or" in gap and last.number.value > 2 * first.number.value:
        return False
    return not _is_change(text, first)


def _is_between(text: str, first: Draft) -> bool:
    return _BETWEEN.search(text, max(0, first.start - 40), first.start) is not None


def _is_change(text: str, first: Draft) -> bool:
    """True for "from 10 to 20" and "up 5 to 300", whose numbers are two figures."""
    if _RANGING.search(text, max(0, first.start - 36), first.start):
        return False
    if _FROM.search(text, max(0, first.start - 16), first.start):
        return first.kind not in ("age",)
    lead = _LEAD_WORD.search(text, max(0, first.start - 30), first.start)
    if _MADE_UP.search(text, max(0, first.start - 30), first.start):
        return False
    return lead is not None and lead[1].lower() in _MOVEMENT


def compounds(text: str, drafts: Sequence[Item]) -> list[Item]:
    """ "5 feet 2 inches", "13 dollars and 45 cents", "1 year 1 month": one quantity in two units."""
    out: list[Item] = []
    tail = ""
    for draft in drafts:
        first = out[-1] if out else None
        parts = (
            _parts(text, first, draft, tail)
            if isinstance(first, Draft) and isinstance(draft, Draft)
            else None
        )
        if parts is not None and isinstance(first, Draft) and isinstance(draft, Draft):
            out[-1] = _compound(first, draft, parts)
        else:
            out.append(draft)
        tail = draft.unit.name if isinstance(draft, Draft) else ""
    return out


def _parts(text: str, first: Draft, last: Draft, tail: str) -> Fraction | None:
    """How many of the second unit make one of the first; None where the two are two quantities."""
    if last.start - first.end > 5 or first.outside or last.outside:
        return None
    if last.number.value < 0 or first.number.rounded:
        return None
    gap = text[first.end : last.start]
    if first.kind == "money" and last.bare and _CENTS_LEFT_OUT.fullmatch(gap):
        whole = text[first.end - 1].isalpha() and 0 < last.number.value < 100 and not last.number.rounded
        return Fraction(100) if whole and _CLAUSE_END.match(text, last.end) else None
    if first.unit.kind == last.unit.kind == "money" and first.unit.name == last.unit.name:
        cents = last.unit.divisor == 100 and first.unit.divisor == 1 and last.number.value < 100
        return Fraction(100) if cents and _JOINED.fullmatch(gap) else None
    pair = f"{tail or first.unit.name} {last.unit.name}"
    size = _COMPOUND.get(pair)
    if size is None or last.number.value >= size or not _JOINED.fullmatch(gap):
        return None
    base = _COMPOUND.get(f"{first.unit.name} {tail}", 1) if tail != first.unit.name else 1
    return Fraction(size * base)


def _compound(first: Draft, last: Draft, parts: Fraction) -> Draft:
    value = first.number.value + last.number.value / parts
    number = replace(first.number, end=last.end, value=value, form="fraction", step=1 / parts)
    return replace(first, end=last.end, number=number)


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


Join = Callable[[str, Sequence[Item]], list[Item]]
JOINS: tuple[Join, ...] = (compounds, shares, per_number, lent_forward, ages_of_ranges, lent_back, ranges)
