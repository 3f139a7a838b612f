"""One number of what is measured here and packed there, or for a year here and for several there.

packed    "86,300 LITRES of petrol", "86,300 JERRYCANS of petrol"
years     "$2.6 million A YEAR", "$2.6 million OVER TWO YEARS"
"""

from __future__ import annotations

from extractor.model import Claim
from extractor.reconcile.link.cues.stems import stems
from extractor.reconcile.link.retold.facts import tie
from extractor.reconcile.link.retold.near_numbers import UNLIKELY, digits
from extractor.reconcile.siblings.shift import Shift
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

_PACKED = Regex(
    r"^\s(?P<pack>(?:jerry\s?can|bag|drum|barrel|sack|crate|carton|tin|bottle|can|box|bale|case|keg|tanker|container|pallet"
    r"|bucket|packet|sachet|cylinder|bundle|basket|truck|lorry|trailer|wagon|van|boat)(?:load)?(?:e?s|ies)?)\sof\s"
    r"(?P<stuff>(?:[a-z-]+\s)?[a-z-]+)"
)
_MEASURED = Regex(
    r"(?P<unit>lit(?:re|er)s?|gallons?|tonnes?|tons?|kilos?|kilogramm?e?s?|kg|pounds?|quintals?|grams?|cubic\smetres?)$"
)
#: What one pack holds: "25-litre jerrycans", "bags of 50kg", "a tonne each".
_HOLDS = Regex(
    r"\b(?:[\d.]+|one|two|five|ten|twenty|fifty|half-?|an?|each)[\s-]?"
    r"(?P<unit>lit(?:re|er)|l|gallon|tonne|ton|kilo|kilogramm?e?|kg|pound|quintal|gram)s?\b"
)
#: Letters by which a unit is known: "litre", "liters".
LETTERS = 3
_YEARLY = Regex(
    r"^[\s-]{0,2}(?:(?:in|of)\s[\w-]+\s)?(?:an?\syear|per\syear|per\sannum|annually|every\syear|each\syear|yearly)\b(?!\s(?:ago|earlier|before|later|after))"
)
_LED = Regex(r"\b(?:annual|yearly|each\syear|every\syear)\b[^,;.\d]{0,30}$", 2)
_OVER = Regex(
    r"^,?\s(?:(?:in|of)\s[\w-]+\s)?(?:[\w-]+\s){0,2}?(?:over|across|spread\sover|during|within|in)\s"
    r"(?:(?:the|its|their|a|an)\s)?(?:(?:next|first|coming|past|last|following|whole)\s)?"
    r"(?P<n>two|three|four|five|six|seven|eight|nine|ten|a\sdozen|[2-9]|1\d|20)[\s-]years?\b(?!\s(?:ago|earlier|before|time))"
)
_RATE = Regex(r"\b(?:a|per|each|every)\s(?:year|annum)\b|\bannual")


def contained(a: Story, x: Claim, b: Story, y: Claim) -> Shift | None:
    """One long number of litres of a stuff in one story, and of what it is filled in in the other."""
    if digits(x) < UNLIKELY or {x.figure.kind, y.figure.kind} != {"count", "measure"}:
        return None
    (s, count), (other, measure) = ((a, x), (b, y)) if x.figure.kind == "count" else ((b, y), (a, x))
    text = s.document.text
    packed = _PACKED.match(text[count.figure.span.end : count.sentence.end])
    unit = _MEASURED.search(measure.figure.text.lower())
    if (
        packed is None
        or unit is None
        or any(_holds_one(p, c, unit["unit"]) for p, c in ((s, count), (other, measure)))
    ):
        return None
    if not stems(packed["stuff"]) & stems(_near(other, measure)):
        return None
    names = (f"{count.figure.text} {packed['pack']}", measure.figure.text)
    return Shift("unit", *(names if count is x else names[::-1]))


def _holds_one(story: Story, claim: Claim, unit: str) -> bool:
    """True if a sentence says how much of it one pack holds: that may be one litre."""
    at, end = (span - claim.sentence.start for span in (claim.figure.span.start, claim.figure.span.end))
    sentence = story.sentence(claim)
    told = [m["unit"] for part in (sentence[:at], sentence[end:]) for m in _HOLDS.finditer(part)]
    return any(unit.startswith(one[:LETTERS]) for one in told)


def _near(story: Story, claim: Claim) -> str:
    """The words behind a figure, up to the next one's clause."""
    return story.document.text[claim.figure.span.end : min(claim.sentence.end, claim.figure.span.end + 60)]


def yearly(a: Story, x: Claim, b: Story, y: Claim) -> Shift | None:
    """One sum a year in one story, and over several years in the other."""
    if family(x) != "M" or family(y) != "M" or x.figure.amount.unit != y.figure.amount.unit:
        return None
    for (s, each), (other, whole) in (((a, x), (b, y)), ((b, y), (a, x))):
        over = _OVER.match(_near(other, whole))
        if over is None or not _is_yearly(s, each) or _RATE.search(other.sentence(whole)):
            continue
        if _OVER.search(_near(s, each)) or not tie(a, x, b, y):
            continue
        names = (f"{each.figure.text} a year", f"{whole.figure.text} over {over['n']} years")
        return Shift("period", *(names if each is x else names[::-1]))
    return None


def _is_yearly(story: Story, claim: Claim) -> bool:
    return _YEARLY.match(_near(story, claim)) is not None or _LED.search(story.lead(claim)) is not None


__all__ = ["contained", "yearly"]
