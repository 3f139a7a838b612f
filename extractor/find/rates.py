"""So much for each: "430 a day", "3.6 each on average", "20 mg per day", "6.4 litres per 100 km"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.find.nouns import Draft, Item
from extractor.find.unit import PER, Unit
from extractor.find.units import NO_CURRENCY, unit_after
from extractor.regexes import Regex

_EACH = Regex(
    r"[ \u00a0\n](?:(a|an|per)[ \u00a0\n](day|night|week|fortnight|month|year|hour|minute|second|match|"
    r"game|head|person|pupil|"
    r"household|capita|class|session|shift|ride|race|round|outing|start)\b|"
    r"(each|apiece|on average|for every|from each|for each)\b)"
)
#: "13,676 a year before", "193 a year ago" tell when and not how often.
_WHEN = Regex(r"[ \u00a0\n](?:ago|before|earlier|later|after|previously|prior)\b")
_AVERAGE = Regex(r"\baverage\b", re.IGNORECASE)
_OVER = Regex(r"[ \u00a0\n](?:per|an?)(?=[ \u00a0\n])|/(?=(?:day|hour|year|person|hectare)\b)")
_PER_100_KM = Regex(r"(?:[ ]per |/|[ ]an? )$")
#: What a unit of measure is told for, besides a length of time: "3.1 tonnes per hectare".
_UNDER = ("duration", "measure")
#: What belongs to the words of a unit, where days and years say how often: "50 metres per millisecond".
_PHYSICAL = frozenset(
    ("second", "minute", "hour", "millisecond", "liter", "kilogram", "meter ** 3", "meter ** 2")
)


def rates(text: str, drafts: Sequence[Item]) -> list[Item]:
    """Counts and measures for each of something, with the unit that says so."""
    out: list[Item] = []
    for draft in drafts:
        last = out[-1] if out else None
        if isinstance(draft, Draft) and last is not None and _is_for_each(text, last, draft):
            continue
        if isinstance(draft, Draft) and isinstance(last, Draft) and _is_per_100(text, last, draft):
            unit = Unit("measure", f"{last.unit.name} / (100 * {draft.unit.name})")
            out[-1] = replace(last, unit=unit)
        else:
            out.append(_rate(text, draft) if isinstance(draft, Draft) else draft)
    return out


def _is_for_each(text: str, last: Item, draft: Draft) -> bool:
    """True for the "a week" of "310 a week", which only says for how long the number stands."""
    article = draft.maybe and text[draft.start : draft.start + 2].lower() in ("a ", "an")
    return article and text[last.end : draft.start] in (" ", " each ")


def _is_per_100(text: str, last: Draft, draft: Draft) -> bool:
    """True for the "100 km" of "6.4 litres per 100 km", which is a unit and no figure."""
    if draft.number.value != 100 or draft.kind != "measure" or last.kind != "measure":
        return False
    return _PER_100_KM.fullmatch(text, last.end, draft.start) is not None


def _rate(text: str, draft: Draft) -> Draft:
    if draft.kind == "measure":
        return _measured(text, draft)
    return _counted(text, draft) if draft.bare else draft


def told_each(text: str, end: int) -> str | None:
    """What a number is for each of, by the words behind it: "ride" of "6.8 points a ride"; or None."""
    found = _EACH.match(text, end)
    return found[2] if found is not None and not _WHEN.match(text, found.end()) else None


def _counted(text: str, draft: Draft) -> Draft:
    found = _EACH.match(text, draft.end)
    if found is None or _WHEN.match(text, found.end()):
        return draft
    if found[3]:
        near = text[max(0, draft.start - 30) : found.end() + 14]
        each = found[3] == "for every" or _AVERAGE.search(near)
        return replace(draft, unit=Unit("rate", f"{PER}each"), pattern="rate", maybe=False) if each else draft
    return replace(draft, unit=Unit("rate", PER + found[2]), pattern="rate")


def _measured(text: str, draft: Draft) -> Draft:
    """ "20 mg per day", "54 micrograms per cubic metre": one unit over the other."""
    over = _OVER.match(text, draft.end)
    if over is None:
        return draft
    under = unit_after(
        text, over.end(), digits=text[over.end() - 1 : over.end()] != "a", currencies=NO_CURRENCY
    )
    if under is None or under[0].kind not in _UNDER or _WHEN.match(text, under[1]):
        return draft
    name = f"{draft.unit.name} / {_grouped(under[0].name)}"
    whole = under[0].name in _PHYSICAL and text[over.start() + 1] != "a"
    return replace(draft, end=under[1] if whole else draft.end, unit=Unit("measure", name))


def _grouped(unit: str) -> str:
    return f"({unit})" if " * " in unit else unit
