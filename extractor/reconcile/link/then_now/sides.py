"""Two levels that the words set side by side, then and now: "468,000, where it had managed 390,000", "840. In 2020 it was 210".

The two are the nearest figures of their unit, in one sentence or in two that follow each other. The earlier one is led in
by words that hold it against the other, or by its time; a bare number has the unit of what it is held against.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractor.amount import meet
from extractor.lexicon import table
from extractor.model import Claim, Span
from extractor.nouns import may_be_one
from extractor.reconcile.link.cues.beside import unmoved
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.fits.facts import unit_of
from extractor.reconcile.link.order.dated import year_of
from extractor.reconcile.link.retold.same import key_of
from extractor.reconcile.link.window.levels import EXTREME, SMALL, UNTOLD, is_elsewhere
from extractor.reconcile.link.window.scope import after, are_nested, before, of_one_size, one_place
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import any_of, one_of

_WORDS = table("then_now")["sides"]
FAMILIES = "CMURPD"
#: Characters between the two, and between two that each have their time.
REACH, SHORT = 140, 60
_TIME = one_of(_WORDS["then"])
_YEAR = r"(?:18|19|20)\d\d"
#: Between the later level and the earlier one behind it.
_HELD = Regex(
    rf"(?:\b(?:against|compared\s(?:with|to)|versus|(?:up|down)\s(?:from|on)|rather\sthan|in\splace\sof)\s(?:[\w’'-]+\s){{0,3}}"
    rf"|\b(?:where|whereas|while|when|though|and)\s[^,;.]{{0,60}}\b(?:had|was|were|used\sto)\b[^,;.]{{0,40}}"
    rf"|[;,]\s(?:{_TIME}|in\s(?:[\w’'-]+\s){{0,3}}{_YEAR}),?\s[^,;.]{{0,25}}\bhad\s(?:been|stood\sat)\s"
    rf"|\bthe\s(?:figure|number|total|rate|share|level|count|price)[^,;.]{{0,40}}\shaving\s(?:been|stood\sat)\s|,\shaving\s(?:been|stood\sat)\s(?:[\w’'-]+\s){{0,2}})$",
    re.IGNORECASE,
)
#: What the earlier level's own words may be told with.
_THEN = Regex(
    rf"\b(?:{_TIME}|(?:in|for|of|at)\s(?:[\w’'-]+\s){{0,4}}{_YEAR}|had|having\sbeen)\b", re.IGNORECASE
)
_NOW = any_of(_WORDS["now"])
_FROM_TO = Regex(r"^(?:\s[\w’'-]+){0,4}?\sto\s(?:[\w’'-]+\s){0,2}$")
#: "Fell TO 54 per cent FROM 60 per cent".
_TO, _TO_FROM = (
    Regex(r"\bto\s(?:just\s|about\s|only\s)?$"),
    Regex(r"^(?:\s[\w’'-]+){0,4}?\sfrom\s$"),
)
_FROM = Regex(r"\bfrom\s(?:[\w’'-]+\s){0,2}$", re.IGNORECASE)
#: How the sentence of the earlier level leads to it, if it goes on about the later one.
_LED = Regex(
    rf"^\W*(?:(?:But|And|Yet)\s)?(?:(?:{one_of(_WORDS['opens'])}|In\s(?:[\w’'-]+\s){{0,4}}{_YEAR}),?\s)?"
    rf"(?:(?P<general>it|they|there|that|{one_of(_WORDS['general'])})\b[^,;:]{{0,70}}"
    rf"|(?P<subject>(?:the|its|their)\s[^,;:]{{2,60}}))?$",
    re.IGNORECASE,
)
#: How the sentence of the earlier level begins, and that of the later one behind it.
_OPENS_OLD = Regex(
    rf"^[“\"‘]?(?:Before\b|Until\b|Previously\b|Originally\b|Once\b|(?:An?|One|Two|Three|Four|Five|Six|Ten|\d+)\s(?:years?|months?|weeks?|decades?)\s(?:ago|earlier)\b|In\s(?:[\w’'-]+\s){{0,3}}{_YEAR}\b)",
    re.IGNORECASE,
)
_OPENS_NEW = Regex(
    rf"^[“\"‘]?(?:(?:But|Yet|And)\s)?(?:By\s(?:the\s(?:end|middle|start)\sof\s)?(?:last\s|this\s)?[\w’'-]+(?:\s{_YEAR})?|Now(?:adays)?|Today|Since\sthen|These\sdays|(?:An?|One|Two|Three|Four|Five|Six|Ten|\d+)\s(?:years?|months?|weeks?)\s(?:later|on))"
    rf",?\s(?:it|they|that|there|{one_of(_WORDS['general'])})\s(?:[\w’'-]+\s){{0,4}}$",
    re.IGNORECASE,
)
_THEN_AND = Regex(r"^(?:\s[\w’'-]+){0,3}?\sthen[;,]?\s", re.IGNORECASE)
_NOW_AT = Regex(
    r"^(?:\s[\w’'-]+){0,4}?\s(?:now|today|nowadays|(?:this|last)\s(?:year|month|season))\b", re.IGNORECASE
)
_AND = Regex(r"\s(?:and|but)\s|[;–—]\s")
_CLAUSE = Regex(r"[,;:()–—]\s?|\s(?:and|but|while|whereas)\s")
_PARTS = Regex(
    r"\b(?:of\s(?:them|these|those|which|whom)|including|among|men|women|boys|girls)\b", re.IGNORECASE
)
#: "612 of them, against 450 a year earlier": what was told before, and no part of it.
_THEM = Regex(r"^\sof\s(?:them|these|those)(?=,?\s(?:against|compared|versus|up|down|then)\b)", re.IGNORECASE)
_KIND = Regex(r"\d-[a-z]")
#: "Could deliver 861 megawatts, compared with 410": what it was able to, and no guess.
_ABLE = Regex(r"\bcould\s(?=(?:deliver|hold|seat|store|handle|treat|supply|house|sleep|process|carry)\s)")


@dataclass(frozen=True, slots=True)
class Sides:
    """The earlier and the later level, and the stretch of text in which they are told."""

    old: Claim
    new: Claim
    extent: Span

    @property
    def both(self) -> tuple[Claim, Claim]:
        """The two, the earlier one first."""
        return self.old, self.new

    @property
    def last(self) -> Claim:
        """The one that is printed second."""
        return max(self.both, key=lambda c: c.figure.span)


def sides(story: Story) -> Iterator[Sides]:
    """All such pairs of the running text, in the order of print."""
    for place, sentence in enumerate(story.sentences):
        inside = _levels(story, sentence)
        for n, two in enumerate(inside):
            one = next((c for c in reversed(inside[:n]) if _may_be(story, c, two)), None)
            found = None if one is None else _in_one(story, one, two)
            if found is not None:
                yield found
        if place + 1 < len(story.sentences):
            found = _in_two(story, inside, _levels(story, story.sentences[place + 1]))
            if found is not None:
                yield found


def _levels(story: Story, sentence: Span) -> list[Claim]:
    return [c for c in story.in_sentence(sentence) if story.once(is_told_level, c)]


def is_told_level(story: Story, claim: Claim) -> bool:
    """True for a level that may be one side of two, then and now: asserted, above nothing, no change."""
    if claim.block in DISPLAY or claim.stance != "asserted" or claim.negated or family(claim) not in FAMILIES:
        return False
    if (
        (claim.figure.value or 0) <= 0
        or claim.figure.kind in ("ratio", "date")
        or _KIND.search(claim.figure.text)
    ):
        return False
    if family(claim) == "D" and re.match(r"^\s(?:ago|earlier|later|before)\b", after(story, claim)):
        return False
    return _is_plain(story, claim) and not is_elsewhere(story, claim)


def _is_plain(story: Story, claim: Claim) -> bool:
    """False for changes, peaks and forecasts, by the words of its own clause."""
    if is_change(unmoved(story, claim)) or claim.statistic in ("maximum", "minimum"):
        return False
    low, high = claim.figure.amount.low, claim.figure.amount.high
    if low is None or high is None or low <= 0 or after(story, claim, 1) == "-":
        return False
    if family(claim) == "C" and claim.measure is None and (claim.figure.value or 0) < SMALL:
        return False
    around = f"{_CLAUSE.split(before(story, claim, 40))[-1]} {_CLAUSE.split(after(story, claim, 25))[0]}"
    return not (UNTOLD.search(_ABLE.sub("", around)) or EXTREME.search(around.replace("capacity", "")))


def are_alike(one: Claim, two: Claim) -> bool:
    """True for two of one unit, and for one whose unit is left out behind the other: "46 per cent ... having been 40"."""
    if unit_of(one) == unit_of(two):
        return True
    first, last = sorted((one, two), key=lambda c: c.figure.span)
    left_out = last.measure is None or last.measure.found != "here"
    return family(last) == "C" and family(first) in "PURMD" and left_out


def _may_be(story: Story, one: Claim, two: Claim) -> bool:
    if not are_alike(one, two) or not of_one_size(one, two) or meet(one.figure.amount, two.figure.amount):
        return False
    if not one_place(one, two) or are_nested(story, sorted((one, two), key=lambda c: c.figure.span)):
        return False
    named = [
        c for c in (one, two) if c.measure is not None and c.measure.found == "here" and family(c) == "C"
    ]
    return len(named) < 2 or may_be_one(key_of(one), key_of(two))


def _of_one_unit(old: Claim, new: Claim, extent: Span) -> Sides:
    """The two, with the unit of a share for a bare number beside one."""
    if family(new) == "P" and family(old) == "C":
        amount = replace(old.figure.amount, unit=new.figure.amount.unit)
        old = replace(old, figure=replace(old.figure, kind="percentage", amount=amount))
    return Sides(old, new, extent)


def _in_one(story: Story, one: Claim, two: Claim) -> Sides | None:
    """Two neighbours of one sentence, the earlier one held against the other."""
    between = _THEM.sub("", story.between(one, two))
    if len(between) > REACH or not _may_be(story, one, two) or _PARTS.search(between):
        return None
    if _FROM.search(before(story, one)) and _FROM_TO.match(between):
        return _of_one_unit(one, two, one.sentence)
    if _TO.search(before(story, one)) and _TO_FROM.match(between):
        return _of_one_unit(two, one, one.sentence)
    held = _HELD.search(between)
    told = f"{'' if held is None else held[0]} {after(story, two, 70).split(',')[0]}"
    if held is None and _by_times(story, one, two, between):
        return Sides(one, two, one.sentence)
    if (
        held is None
        or not (_THEN.search(told) or re.search(r"\b(?:from|on)\s$", between))
        or _NOW.search(told)
    ):
        return None
    return _of_one_unit(two, one, one.sentence)


def _by_times(story: Story, one: Claim, two: Claim, between: str) -> bool:
    """True for "150 then and there are 450 now", "54 million in 2021 and loses 27 million today"."""
    if len(between) > SHORT or not _AND.search(between):
        return False
    first, second = year_of(story, one), year_of(story, two)
    told = after(story, two, 40).split(",")[0]
    then = _THEN_AND.match(between) is not None or first is not None
    if first is not None and second is not None and first != second:
        return first < second and _NOW.search(told) is None
    return then and _NOW_AT.search(told) is not None


def _in_two(story: Story, first: list[Claim], second: list[Claim]) -> Sides | None:
    """The level of a sentence and the one that opens the next with its time, or with words for the thing."""
    if not first or not second or story.paragraphs_apart(first[0], second[0]):
        return None
    other = second[0]
    gap = story.words(Span(first[0].sentence.end, other.sentence.start))
    reached = _reached(story, first, other) if not gap.strip() else None
    if reached is not None:
        return reached
    alike = [c for c in first if are_alike(c, other)]
    same = [c for c in alike if unit_of(c) == unit_of(other)] or alike
    if gap.strip() or len(same) != 1 or not _may_be(story, same[0], other):
        return None
    led = story.lead(other)
    told = f"{led} {after(story, other, 45).split(',')[0]}"
    if not _THEN.search(told) or not _goes_on(story, same[0], led):
        return None
    mine = story.sentence(same[0])
    if _THEN.search(mine.replace(" had ", " ")) and not _NOW.search(mine) and not re.search(_YEAR, told):
        return _by_time(same[0], other, told)
    return _of_one_unit(other, same[0], Span(same[0].sentence.start, other.sentence.end))


def _reached(story: Story, first: list[Claim], other: Claim) -> Sides | None:
    """ "Before the meters went in, a home used 24 kilolitres. By October the figure was 18": the later one comes second."""
    if len(first) != 1 or not _OPENS_OLD.match(story.sentence(first[0])):
        return None
    old = first[0]
    led = story.lead(other)
    if not _OPENS_NEW.match(led) or not (_is_of_one_rate(old, other) or are_alike(old, other)):
        return None
    unit = old.figure.amount.unit
    new = replace(
        other,
        figure=replace(other.figure, kind=old.figure.kind, amount=replace(other.figure.amount, unit=unit)),
    )
    return Sides(old, new, Span(old.sentence.start, new.sentence.end)) if _may_be(story, old, new) else None


def _is_of_one_rate(old: Claim, new: Claim) -> bool:
    """True for "24 kilolitres a month", "18 kilolitres": the second goes without saying."""
    return (
        family(old) == family(new) == "U" and old.figure.amount.unit.split(" / ")[0] == new.figure.amount.unit
    )


def _by_time(one: Claim, two: Claim, told: str) -> Sides | None:
    """The two where the first is of last year too: only "before that" and the like make the second earlier."""
    if not re.search(r"\b(?:before|earlier|previous|preceding|prior)\b", told):
        return None
    return _of_one_unit(two, one, Span(one.sentence.start, two.sentence.end))


def _goes_on(story: Story, level: Claim, led: str) -> bool:
    """True if the words that lead to the earlier level stand for what the later one is of, or name it."""
    found = _LED.match(led)
    if found is None:
        return False
    if found["subject"] is None:
        return True
    return content_words(_WORD_BEFORE.sub("", found["subject"])) <= content_words(story.sentence(level))


_WORD_BEFORE = Regex(
    r"(?:\b(?:had|was|were|has|been|stood|at|came|to)\b|[\w’'-]+\s\W*$|\b(?:18|19|20)\d\d\b)"
)


__all__ = ["Sides", "are_alike", "is_told_level", "sides"]
