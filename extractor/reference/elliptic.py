"""Figures that leave out what the one before them said: "lost 740,600 days ... Education lost 428,800".

A bare number takes the unit of the last level in its paragraph, and "65 days for every 1,000 employees" is
a rate whatever it counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractor.amount import PERCENT
from extractor.model import Claim
from extractor.reference.setting import Told
from extractor.reference.words import roots
from extractor.regexes import Regex

#: What may follow a number that nothing is counted by: the end, a joint, a place or a time.
_NOTHING = Regex(
    r"\s*(?:\Z|[.,;:)”\"—–]|(?:and|but|in|at|while|whereas|against|to|from|for|last|a\s+year|the|compared|on|by|this"
    r"|that|respectively|nationally|across|or|as|than|before|when|where|it|with|over|each|apiece|too|also)\b)",
    re.IGNORECASE,
)
#: "Days lost per 1,000 employees", "days for every 1,000 employees"; "per 100 ml" is a concentration.
_PER = Regex(
    r"(?:\s+[a-z-]+){0,4}?\s+(?:per|(?:for|to)\s+(?:every|each))\s+(?P<many>\d[\d,]*|thousand|million)\b"
    r"(?!\s*(?:ml|cl|l|kg|g|km|m3|cm3|litres?|liters?|grams?|kilomet(?:re|er)s?|miles?|hectares?|tonnes?)\b)"
)
_OFF_A_YEAR = Regex(
    r"\s*(?:[a-z]+\s+)?"
    r"(?P<way>short of|below|above|fewer than|more than|less than|down on|up on|ahead of|behind)"
    r"\s+(?:in\s+)?(?=(?:19|20)\d\d\b)",
    re.IGNORECASE,
)
_BY = Regex(r"\bby\s+(?:just\s+|only\s+|about\s+|some\s+)?$")
_IT_WAS = Regex(r"\b(?:it|that)\s+was\s+(?:just\s+|only\s+|about\s+)?$")
_PARTED = Regex(r"\d|\n|[.!?]\s.*[.!?]\s")
_PER_CENT = Regex(r"\bper\s?cent|%")
_TOLD = {"thousand": "1000", "million": "1000000"}
#: Kinds of figures that tell a level in a unit.
_HUNDRED = 100
#: A sentence that opens a paragraph goes on about the percentage before it where it says so.
_RATE = Regex(r"\b(?:rates?|shares?|proportions?|percentages?)\b", re.IGNORECASE)
#: "From 8.1 to 9.9" has its own way.
_ENDS = Regex(r"\b(?:from|to|by)\s+$", re.IGNORECASE)
#: What stands before a bare number that has no verb of its own, names of rows left out: "; the region, 81".
_VERBLESS = Regex(
    r"(?:\A|[.;:,—–(]|\b(?:and|but|while|against|where))\s{0,40}"
    r"(?:(?:in|at|for|across|the|only|just|with|and|of|about|it|they|that|this|was|were|is|are|stood|came\s{1,9}to"
    r"|reached)\s{1,40}|[,:]\s{1,40}){0,6}\Z",
    re.IGNORECASE,
)
#: "Within 13 weeks" is how something was done, no level.
_WITHIN = Regex(r"\b(?:within|in|over|under|than|after|for|every)\s+(?:the\s+)?$", re.IGNORECASE)
_LEVELS = ("count", "duration", "measure", "rate")


def completed(told: Told, plain: str, measures: frozenset[str], *, of_rates: bool = False) -> Told:
    """The story with the units that its bare numbers and its rates leave out.

    `plain` is its text without the names of rows, `measures` are the words of the table: a number whose
    sentence names another of them than that of the number before it goes on as that no more. `of_rates` is
    true of a table in which percentages alone have decimals.
    """
    claims = (_as_rate(told, c) if of_rates else c for c in _completed(told, plain, measures))
    return replace(told, claims=tuple(claims))


def _as_rate(told: Told, claim: Claim) -> Claim:
    """A bare number with decimals as a percentage, where a rate is spoken of: "the rate fell; it was 5.9"."""
    text, value = told.document.text, claim.figure.value
    if value is None or not 0 < value <= _HUNDRED or not _has_places(claim) or not is_bare(text, claim):
        return claim
    if _RATE.search(text, claim.sentence.start, claim.figure.span.start) is None:
        return claim
    share = replace(claim, statistic="share", measure=None)
    return _in_unit(share, "percentage", PERCENT)


def _completed(told: Told, plain: str, measures: frozenset[str]) -> Iterator[Claim]:
    text, last, until = told.document.text, -1, 0
    model: Claim | None = None
    before: Claim | None = None
    share: Claim | None = None
    far: Claim | None = None
    for claim in sorted(told.claims, key=lambda c: c.figure.span):
        if claim.figure.span.start < until:  # the 1,000 of "per 1,000"
            yield claim
            continue
        paragraph = told.paragraph(claim.sentence.start).start
        if paragraph != last:
            far = model if model is not None and _is_measured(model) else None
            model, last = None, paragraph
            share = share if _RATE.search(claim.sentence.of(text)) else None
        per = _PER.match(text, claim.figure.span.end, claim.sentence.end)
        one = _of_itself(text, plain, claim if per is None else _rate(claim, per))
        one = _from_a_year(text, _by(text, one, before))
        before = one if one.statistic == "change" else before
        until = claim.figure.span.end if per is None else per.end()
        if share is not None and _is_share(text, plain, one, share, measures):
            one = replace(_as_before(one, share), statistic=share.statistic, measure=None)
        within = one.figure.kind == "duration" and _WITHIN.search(
            text[one.sentence.start : one.figure.span.start]
        )
        share = share if within else _last_share(one, share)
        if one.figure.kind == "money":  # but "22.6 billion pounds" may be a weight
            model = one if one.figure.text.endswith("pounds") else None
        if one.figure.kind in _LEVELS:
            counted = model is not None and model.figure.text[0].isdigit()
            if far is not None and not counted and _is_measured_on(text, plain, one, far, measures):
                one = model = _as_before(one, far)
            elif (
                model is not None
                and is_bare(text, one)
                and not _is_larger(one, model)
                and not _names_more(one, model, plain, measures)
            ):
                one = _as_before(one, model)
            elif not within or share is None:
                model = one
        yield one


def _is_larger(claim: Claim, rate: Claim) -> bool:
    """True for a whole number far above the rate with decimals before it: 3,388, after "4.3 per 1,000"."""
    a, b = claim.figure.value, rate.figure.value
    if a is None or b is None or rate.figure.kind != "rate" or _has_places(claim) or not _has_places(rate):
        return False
    return a > _HUNDRED * b


def _is_measured(claim: Claim) -> bool:
    """True for a level with decimals in a unit of measure: "38.9 minutes"."""
    return claim.figure.kind in ("duration", "measure") and _has_places(claim) and claim.statistic != "change"


def _is_measured_on(text: str, plain: str, claim: Claim, far: Claim, measures: frozenset[str]) -> bool:
    """True for a bare number with decimals in the paragraph after such a level: "Dene did best, at 25.2"."""
    bare = claim.figure.kind == "count" and _has_places(claim) and is_bare(text, claim)
    return bare and not _names_more(claim, far, plain, measures)


def _last_share(claim: Claim, share: Claim | None) -> Claim | None:
    """The percentage that a bare number may go on as, after a figure: none after a level of another unit."""
    if claim.figure.kind == "percentage" and claim.statistic != "change":
        return claim
    # "The six forces" are no level of anything.
    level = claim.figure.kind in (*_LEVELS, "money") and claim.figure.text[0].isdigit()
    return None if level and claim.statistic != "change" else share


def _is_share(text: str, plain: str, claim: Claim, share: Claim, measures: frozenset[str]) -> bool:
    """True for a bare number that goes on as a percentage: "64.5 per cent; Marsh was best, at 74.7"."""
    value = claim.figure.value
    if value is None or not 0 < value <= _HUNDRED or not is_bare(text, claim):
        return False
    before = plain[claim.sentence.start : claim.figure.span.start]
    if _names_more(claim, share, plain, measures) or _ENDS.search(before):
        return False
    return (_has_places(claim) and _has_places(share)) or _VERBLESS.search(before) is not None


def _has_places(claim: Claim) -> bool:
    """True for a number printed with decimals, "34.0" too."""
    exponent = 0 if claim.figure.value is None else claim.figure.value.as_tuple().exponent
    return isinstance(exponent, int) and exponent < 0


def _from_a_year(text: str, claim: Claim) -> Claim:
    """ "Still 763,000 short of 2019": the size of a change since then."""
    found = _OFF_A_YEAR.match(text, claim.figure.span.end, claim.sentence.end)
    if (
        found is None
        or claim.statistic is not None
        or claim.figure.kind not in (*_LEVELS, "money", "percentage")
    ):
        return claim
    more = found["way"].lower() in ("above", "more than", "up on", "ahead of")
    return replace(claim, statistic="change", direction="rose" if more else "fell")


def _by(text: str, claim: Claim, before: Claim | None) -> Claim:
    """ "Marsh came down by 16 per cent, Dene by 5.7 micrograms": a change as the one before it."""
    if before is not None and before.sentence != claim.sentence:
        return _like_change(text, claim, before)
    if claim.statistic is not None or before is None:
        return claim
    if not _BY.search(text, before.figure.span.end, claim.figure.span.start):
        return claim
    return replace(claim, statistic="change", direction=before.direction)


def _like_change(text: str, claim: Claim, before: Claim) -> Claim:
    """ "Fell by 40 per cent. In Dene it was 14 per cent": a change too, where no level was told between."""
    if claim.figure.kind != "percentage" or before.figure.kind != "percentage":
        return claim
    own = claim.base is not None and claim.base.span is not None and claim.sentence.contains(claim.base.span)
    if own or claim.statistic not in (None, "share"):
        return claim
    if _PARTED.search(text, before.figure.span.end, claim.sentence.start):
        return claim
    if _IT_WAS.search(text[claim.sentence.start : claim.figure.span.start]) is None:
        return claim
    if len(_PER_CENT.findall(before.sentence.of(text))) != 1:
        return claim  # "The share was 57 per cent, down by 4 per cent. In Dene it was 62"
    return replace(claim, statistic="change", direction=before.direction)


def _of_itself(text: str, plain: str, claim: Claim) -> Claim:
    """A bare number without a noun that is of another sentence, or the name of a row."""
    noun = None if claim.measure is None else claim.measure.span
    if noun is None or not is_bare(text, claim):
        return claim
    own = claim.sentence.contains(noun) and noun.of(plain) == noun.of(text)
    return claim if own else replace(claim, measure=None)


def _names_more(claim: Claim, model: Claim, plain: str, measures: frozenset[str]) -> bool:
    """True if words between a model and a number, in its sentence, name another measure than the model's."""
    start = max(claim.sentence.start, model.figure.span.end)
    said = set(roots(plain[start : claim.figure.span.start])) & measures
    return bool(said - set(roots(model.sentence.of(plain))))


def is_bare(text: str, claim: Claim) -> bool:
    """True for a plain number behind which nothing is named that it counts.

    >>> from extractor.reference.elliptic import _NOTHING
    >>> [bool(_NOTHING.match(behind)) for behind in (" in Marsh", ".", " stoppages", " such hours")]
    [True, True, False, False]
    """
    if claim.figure.kind != "count":
        return False
    noun = None if claim.measure is None else claim.measure.span
    behind = noun is not None and 0 <= noun.start - claim.figure.span.end <= 1
    return not behind and _NOTHING.match(text, claim.figure.span.end) is not None


def _rate(claim: Claim, per: re.Match[str]) -> Claim:
    """A claim told per 1,000 of something, as a rate."""
    if claim.figure.kind not in _LEVELS:
        return claim
    many = _TOLD.get(per["many"].lower()) or per["many"].replace(",", "")
    return _in_unit(claim, "rate", f"per {many}")


def _as_before(claim: Claim, model: Claim) -> Claim:
    if not model.figure.amount.unit:
        return claim
    return _in_unit(claim, model.figure.kind, model.figure.amount.unit)


def _in_unit(claim: Claim, kind: str, unit: str) -> Claim:
    amount = replace(claim.figure.amount, unit=unit)
    return replace(claim, figure=replace(claim.figure, kind=kind, amount=amount))  # type: ignore[arg-type]
