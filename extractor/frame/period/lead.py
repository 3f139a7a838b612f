"""The time that a story is about where no word of its top measures one: the first that it tells.

"Farmers brought 2,846 sheep to Pentrefoel ON TUESDAY": the figures after it are of Tuesday unless they say
another time, or hold always, as an age, a distance or a price does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractor.frame.grammar import subject_of, verb_of
from extractor.frame.period.scope import bounds, is_ahead, names_level, told_on
from extractor.frame.sentences import Sentence, Spot
from extractor.lexicon import table
from extractor.model import Block, Figure, Found, Period, PeriodKind, Span
from extractor.regexes import Regex

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Zones from the top in which the first time may stand: headline and two paragraphs.
_TOP = 3
#: Keys of times that another time, a pace or a length tells, which are of their own figure alone.
_OF_ITS_OWN = ("per:", "then", "same:", "ago:", "over:", "normal:", "before:", "now+1", "now+2", "first:")
#: Kinds of times in which nobody says anything as one does on a day.
_STRETCHES: frozenset[PeriodKind] = frozenset({"span", "financial", "academic", "quarter"})
#: Characters before a time in which the words stand that say what it dates.
_BACK = 60
#: Where a sentence of a paragraph ends; a time past its first two is of what is told there.
_ENDS = Regex(r"[a-z\d)%’”\]][.!?][”\"’]?\s+(?=[“\"‘A-Z])")
#: Around the day of a dateline: "TAVISTOCK, 14 October –", "NEW YORK, Jan. 5 (Wire) —", "Mumbai, March 3:".
_BEFORE_DAY = Regex(r"(?:[A-Z][\w.’'-]*,?\s+){1,5}")
_BEHIND_DAY = Regex(r"\s*(?:\([^)]{1,30}\)\s*)?(?:[–—:]|-\s)")
_TODAY = frozenset({"VBZ", "VBP", "MD"})
_PRESENT = frozenset({"VBZ", "VBP"})
_LENGTH = Regex(
    rf"(?:{'|'.join(table('periods')['lengths'])})\b(?!\s+(?:of\s+(?:rain|snow)|a|per|an)\b)", re.IGNORECASE
)
#: "180 OF ITS 450 people", "a quarter OF THE 380 on the books, ARE TO go".
_OF_WHOLE = Regex(r"\bof\s+(?:its|their|our|the)\s+$")
_ARE_TO = Regex(r"[^.;:]{0,40}\b(?:is|are)\s+to\s+[a-z]+")
_POLL = Regex(r"\b(?:polls?|surveys?|surveyed|polled|questionnaire)\b")


@dataclass(frozen=True, slots=True)
class Timed:
    """The time that a figure's own words or paragraph tell."""

    period: Period | None
    #: True for a level that another is compared with.
    compared: bool = False


def lead_period(
    text: str, zoned: Sequence[Block], told: Sequence[Period], timed: Sequence[Timed]
) -> Period | None:
    """The first of the times told in a story that its top sets: in its first sentences, or with a figure."""
    attached = {
        one.period.span
        for one in timed
        if one.period is not None and not one.compared and one.period.found in ("here", "sentence")
    }
    year: Period | None = None  # "In 1976 it fell to 31; on Monday it was at 44" is about Monday
    for number, zone in enumerate(zoned[:_TOP]):
        for period in told:
            if period.span is None or not zone.span.contains(period.span):
                continue
            late = len(_ENDS.findall(text, zone.span.start, period.span.start)) > 1
            if (
                not late
                and _may_lead(text, zone, period, attached=period.span in attached)
                and _stands_so_high(text, period, number, period.span in attached)
            ):
                found: Found = "headline" if number == 0 else "document"
                led = replace(period, found=found)
                if not _is_bare_year(period):
                    return led
                year = year or led
    return year


def _may_lead(text: str, zone: Block, period: Period, *, attached: bool) -> bool:
    """True for a time in which other things can have happened too, and not only what stands beside it."""
    # "The board has shut 64 pumps SINCE SEPTEMBER": what follows is of that time as well.
    since = period.key.endswith("/") and not attached
    if period.key.startswith(_OF_ITS_OWN) or period.key == "now" or since:
        return False
    assert period.span is not None
    lead = text[max(zone.span.start, period.span.start - _BACK) : period.span.start]
    if names_level(text, period.span.end) or _is_of_dateline(text, zone, period.span):
        return False
    told = period.kind not in _STRETCHES and told_on(text, period.span, zone.span)
    return not (told or bounds(lead) or is_ahead(text, period))


def _is_of_dateline(text: str, zone: Block, day: Span) -> bool:
    """True for the day on which a story was sent, which dates none of its figures."""
    opens = _BEFORE_DAY.fullmatch(text, zone.span.start, day.start) is not None
    return opens and _BEHIND_DAY.match(text, day.end) is not None


def _stands_so_high(text: str, period: Period, number: int, attached: bool) -> bool:
    """True in the first paragraph, further down for a time with a figure; bare years only with one."""
    assert period.span is not None
    if is_day(period):
        return number < 2 or attached or text.startswith(("'s ", "’s "), period.span.end)
    if _is_bare_year(period):
        return number < 2 and attached
    if period.key in table("periods")["seasons"]:
        return attached
    return number < 2 or attached


def _is_bare_year(period: Period) -> bool:
    """True for "in 1976"."""
    return period.kind == "calendar" and period.key.isdigit()


def is_day(period: Period) -> bool:
    """True for a single day: "on Tuesday", "on 9 January"."""
    return period.kind == "day" or period.key.startswith("weekday:") or period.key.endswith(":day")


def is_length(text: str, figure: Figure) -> bool:
    """True for a distance: "400 yards", "25 metres"."""
    return (
        figure.kind == "measure" and _LENGTH.search(text, figure.span.start, figure.span.end + 12) is not None
    )


def holds_always(text: str, spot: Spot) -> bool:
    """True for a distance, a price ("each lorry COSTS £92,000"), what somebody owns, wants or is allowed."""
    figure = spot.figure
    if is_length(text, figure):
        return True
    verb = verb_of(spot.root)
    if verb is None:
        return False
    helping = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    if (helping[0] if helping else verb).tag_ not in _PRESENT or verb.tag_ == "VBN":
        return False
    words = table("periods")
    kept = verb.lemma_.lower() in words["kept"] or (
        figure.kind == "money" and verb.lemma_.lower() in words["priced"]
    )
    return kept or _is_speakers_own(verb)


def _is_speakers_own(verb: Token) -> bool:
    """True for what a speaker is or has: "I'VE 168 points", "MY mother IS 84"."""
    subject = subject_of(verb)
    return subject is not None and (subject.lower_ == "i" or any(c.lower_ == "my" for c in subject.children))


def is_whole_ahead(text: str, spot: Spot) -> bool:
    """True for the whole of what is to come, which is there already: "it WILL LOSE 180 of its 450 people"."""
    if (
        _OF_WHOLE.search(
            text, max(spot.sentence.span.start, spot.figure.span.start - 12), spot.figure.span.start
        )
        is None
    ):
        return False
    verb = verb_of(spot.root)
    if verb is None:
        return False
    to_come = any(c.lower_ in {"will", "would", "shall"} for c in verb.children if c.dep_ == "aux")
    return to_come or _ARE_TO.search(text, spot.figure.span.end, spot.sentence.span.end) is not None


def is_of_poll(text: str, sentence: Span) -> bool:
    """True for a sentence that tells what people answered."""
    return _POLL.search(text, sentence.start, sentence.end) is not None


def is_of_today(sentence: Sentence, figure: Span) -> bool:
    """True for a figure whose verb speaks of now or of what is to come: "ARE", "has", "will cut"."""
    held = sentence.inside(figure)
    verb = verb_of(held[0]) if held else None
    if verb is None or verb.i < sentence.tokens[0].i:
        return False
    taken_up = any(c.dep_ == "nsubj" and c.lower_ in {"that", "this", "it"} for c in verb.children)
    if taken_up and verb.lemma_ == "be":
        return False  # "That is a fall of 40,000" speaks of what was told before
    helping = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    return (helping[0] if helping else verb).tag_ in _TODAY
