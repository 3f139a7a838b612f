"""So many in so many: "one in five", "9.6 per 100,000"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.find.nouns import Draft, Item, Pair
from extractor.find.unit import PER, Unit
from extractor.lexicon import table
from extractor.regexes import Regex

_IN = Regex(r"[ \u00a0\n](?:in|out of)(?: every| each)?[ \u00a0\n]|-in-|-out-of-", re.IGNORECASE)
_IN_EVERY = Regex(r"[ \u00a0\n](?:in|out of) every[ \u00a0\n]", re.IGNORECASE)
_IN_AFTER_NOUN = Regex(r"(?:[ \u00a0\n][a-z-]+){1,3}[ \u00a0\n](?:in|out of)(?: every)?[ \u00a0\n]")
_PER = Regex(r"(?:per|in every|for every|out of every)[ \u00a0]$", re.IGNORECASE)
_FOR_EVERY = Regex(r"[ \u00a0\n](?:[a-z]+ )?(?:for|per) every\b")
#: How far behind "per 100,000" its rates may stand.
_AHEAD = 80
SENTENCE = Regex(r"[.?!][”\"']?\s+[A-Z“\"]|\n\n|[;]")
BARE_END = Regex(
    r"\s*(?:[.,;:)!?—–”\"]|$)|[ \n](?:in|last|this|a year|the (?:year|month)|at the|on|by|from|to|and|"
    r"for|when|while|after|before|"
    r"earlier|later|previously|respectively|overall|nationally|"
    r"nationwide|elsewhere|now|today|against|but|during|as|then|of those|since|among)\b"
)
#: What one of so many did: "one bus in eight was late", "one call in 12 rings out".
_RUNS_FOR = Regex(r"\d (?:for|all out) $")
_VERB = Regex(
    rf"[ \u00a0\n](?:{'|'.join(table('numbers')['after_share'])}|[a-z]{{2,}}ed|"
    r"[a-z]+s[ ](?:out|off|up|down|away|back|late|the|an?|its|their|no|nothing))\b"
)


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
    if last.start - first.end > 40 or last.outside or last.number.rounded:
        return False
    if first.kind == "money" and first.unit == last.unit and first.number.value < last.number.value:
        return _IN_EVERY.fullmatch(text[first.end : last.start]) is not None  # "£1 in every £8"
    if _RUNS_FOR.search(text, max(0, first.start - 9), first.start):
        return False  # "352 for 5 in 50 overs"
    if not first.bare:
        return _is_time_in(text, first, last)
    a, b = first.number.value, last.number.value
    if not 0 < a < b or a.denominator != 1 or b.denominator != 1:
        return False
    gap = text[first.end : last.start]
    if not last.bare:
        return _IN_EVERY.fullmatch(gap) is not None
    if _IN.fullmatch(gap):
        return a == 1 or (b <= 10 or b in (12, 20, 25, 50, 100, 1000))
    return first.maybe and a == 1 and _IN_AFTER_NOUN.fullmatch(gap) is not None and _alone(text, last.end)


def _is_time_in(text: str, first: Draft, last: Draft) -> bool:
    """True for "one day in ten", which counts days and is no length of time."""
    if first.kind != "duration" or first.number.value != 1 or not last.bare or last.number.value <= 1:
        return False
    return _IN.fullmatch(text[first.end : last.start]) is not None and _alone(text, last.end)


def _alone(text: str, end: int) -> bool:
    """True if no noun follows that the number would count."""
    if BARE_END.match(text, end) or _VERB.match(text, end):
        return True
    return text[end : end + 1] in " " and not text[end + 1 : end + 2].isalpha()


def per_number(text: str, drafts: Sequence[Item]) -> list[Item]:
    """ "9.6 per 100,000": the second number is the unit of the first and no figure."""
    out: list[Item] = []
    ahead: Draft | None = None
    for draft in drafts:
        if ahead is not None and isinstance(draft, Draft) and _is_rate_ahead(text, ahead, draft):
            draft = replace(draft, unit=Unit("rate", f"{PER}{ahead.number.value}"), pattern="rate")
        if isinstance(draft, Draft) and draft.maybe and _FOR_EVERY.match(text, draft.end):
            draft = replace(draft, maybe=False)
        if isinstance(draft, Draft) and draft.bare and _is_per(text, draft):
            ahead = None if _make_rate(text, out, draft) else draft
        else:
            out.append(draft)
    return out


def _is_per(text: str, draft: Draft) -> bool:
    found = _PER.search(text, max(0, draft.start - 15), draft.start)
    if found is None:
        return False
    value = draft.number.value
    return found[0].lower().startswith("per") and value >= 10 and set(str(value.numerator)[1:]) <= {"0"}


def _is_rate_ahead(text: str, per: Draft, draft: Draft) -> bool:
    """True for the 12.4 of "deaths per 100,000 fell from 12.4 to 9.8": decimals later in the sentence."""
    decimal = draft.bare and draft.number.rounded and draft.number.step < 1
    return decimal and draft.start - per.end < _AHEAD and not SENTENCE.search(text, per.end, draft.start)


def _make_rate(text: str, out: list[Item], per: Draft) -> bool:
    """Give the number before "per 1,000" its unit; False where there is none."""
    last = out[-1] if out else None
    if not isinstance(last, Draft) or not last.bare or per.start - last.end > 60:
        return False
    if SENTENCE.search(text, last.end, per.start):
        return False
    out[-1] = replace(last, unit=Unit("rate", f"{PER}{per.number.value}"), pattern="rate")
    return True
