"""Sums: parts and the total that the print gives for them; shares that make up one whole.

A list that says it is complete ("made up of", "the remaining", "45 in all") may be questioned;
one that happens to add up is only confirmed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extractor.amount import contains, exact, surely_less, total
from extractor.lexicon import table
from extractor.model import Claim, Cue, Relation, Role, Strength
from extractor.nouns import are_distinct
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.phrases import Marked
from extractor.reconcile.link.cues.sum_phrases import AFTER_TOTAL, BEFORE_TOTAL, INTO_PARTS
from extractor.reconcile.link.left_over import left_overs
from extractor.reconcile.link.runs import Run, runs, unit_of
from extractor.reconcile.link.shared_out import shares_out
from extractor.reconcile.link.window.scope import OF_THEM, after, before
from extractor.reconcile.story import AMOUNTS, Story, family
from extractor.regexes import Regex

_SCORES = frozenset(table("sums")["total"]["scores"])
_SCALE = Regex(
    r"\b(?:marks?|marked|points|scor\w+|rat(?:ings?|ed)|stars?)\b[^,.;:]{0,30}\sout\sof\s$", re.IGNORECASE
)
_VERB = Regex(r"^[^,.;:]*\b(?:is|are|was|were)\b", re.IGNORECASE)
#: "Two for respect, one for safety": a one that was read as no figure.
_ONE = Regex(r"\bone\s(?:for|in|at|from|on|with|to|by)\b", re.IGNORECASE)

#: A question that allows several answers, or groups that overlap: nothing has to add up.
OVERLAPPING = Regex(
    r"\bmore\sthan\sone\b|\bas\smany\s(?:\w+\s){0,2}as\s(?:they|people|you|respondents|was|were|liked)|\bmultiple\s(?:answers|responses|choices)"
    r"|\bseveral\sanswers|\ball\sthat\sappl|\bmay\sbe\scounted|\bcounted\s(?:twice|more)|\bboth\b|\boverlap|\bdo\snot\s(?:sum|add)|\bnot\sadd\sup"
    r"|\btick(?:ed)?\sas\smany|\bchoose\s(?:up\sto|any)",
    re.IGNORECASE,
)
_OPTIONS = Regex(
    r"\bof\s(?:the|all|its|their)\s(?P<n>two|three|four|five|six)\s(?:main\s)?(?:options?|choices?|candidates?|answers?|routes?|parties|proposals?|plans?|schemes?|categories|groups|alternatives|possibilities)\b",
    re.IGNORECASE,
)
_NUMBER = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
#: Characters between two figures that leave room for a label and no clause.
LABEL = 40
#: "Another 84 were shut and 71 were freed, making 102": what is taken off again is no part.
_TAKEN_OFF = Regex(
    r"\b(?:freed|released|lifted|less|minus|given\sback|handed\sback|withdrawn|discharged|recovered)\b"
    r"(?!\sthan\b)",
    re.IGNORECASE,
)
#: "730 are reckoned as half each, giving": a list with weights.
_WEIGHED = Regex(
    r"\b(?:reckoned|count(?:ed|s|ing)?|weighted|weighed|treated|scored|taken|valued)\s(?:[\w’'-]+\s)?"
    r"(?:as|at|for)\s(?:only\s|just\s)?(?:an?\s)?(?:half|third|quarter|one|two|three|double|twice)\b"
    r"|\bcount(?:ed|s|ing)?\s(?:double|twice|half)\b",
    re.IGNORECASE,
)
#: "Four SETS OF six plates": no four of anything.
_GROUPS_OF = Regex(
    r"^\s(?:sets?|pairs?|couples?|dozens?|packs?|box(?:es)?|crates?|bags?|trays?|litters?|teams?)\sof\s"
)
#: "Six cents HIGHER THAN a year earlier" is no part.
_DIFFERS = Regex(
    r"^\s(?:[\w’'-]+\s)?(?:higher|lower|more|less|fewer|better|worse|dearer|cheaper)\sthan\b", re.IGNORECASE
)
#: "4,600 came, MORE THAN HALF OF THEM early: 1,798 by post": the list is of a part that has no figure of its own.
_PART_OF_THEM = Regex(
    r"\b(?:hal(?:f|ves)|most|majority|quarters?|thirds?|fifths?|tenths?|bulk|many|some|several|few|lot|part|portion|share)"
    r"\s(?:by\sfar\s)?of\s(?:them|these|those|which|whom|it|that)\b",
    re.IGNORECASE,
)
#: "ADDED TO the claims of rivals, 44 and 23, that makes 128": the total takes in more than the list.
_ON_TOP = Regex(
    r"\b(?:added\sto|adding|on\stop\sof|(?:together|along|combined|taken|coupled)\swith|in\saddition\sto|plus|besides)\b",
    re.IGNORECASE,
)
#: "OF 160 listings 56 came with a free month": the whole of the parts is none of them.
_OF_ALL = Regex(
    r"(?:^|[;:–—]\s?)[“\"‘]?(?:Out\s)?(?:Of|Among|From)\s(?:(?:the|its|their|all|these|those|a\stotal\sof|about|some)\s)*$",
    re.IGNORECASE,
)
#: Shares that make more than this were never one whole.
_MOST = exact(130)


def sums(story: Story, marked: Marked) -> Iterator[Relation]:
    """All totals with their parts, and all complete sets of shares."""
    seen: set[str] = set()
    for found in left_overs(story, marked):
        seen.add(found.roles[0].value.id)
        yield found
    for run in runs(story, AMOUNTS):
        stated = _stated_total(story, run)
        if stated is not None:
            seen.add(stated.roles[0].value.id)
            yield stated
    yield from _whole_sets(story)


def _stated_total(story: Story, run: Run) -> Relation | None:
    """The total that the words beside a list give for it."""
    if _unread_digits(story, run):
        return None
    text, first, last = story.document.text, run.claims[0], run.claims[-1]
    led = text[first.sentence.start : first.figure.span.start]
    listed = text[first.figure.span.start : last.sentence.end]
    if _OF_ALL.search(led) and len(run.claims) > 2:
        run = replace(run, claims=run.claims[1:])
    elif _ON_TOP.search(led) or _OF_ALL.search(led):
        return None
    if any(_is_total(story, c) for c in run.claims[:-1]):
        return None
    return None if _TAKEN_OFF.search(listed) or _WEIGHED.search(listed) else _total_beside(story, run)


def _is_total(story: Story, claim: Claim) -> bool:
    """True for the 56 of "four boats, MAKING 56 wrecks, and three huts, making 27": what some came to is no part."""
    return BEFORE_TOTAL.pattern.search(before(story, claim)) is not None


def _total_beside(story: Story, run: Run) -> Relation | None:
    """The total right behind a list, at its end or right before it."""
    text, last = story.document.text, run.claims[-1]
    if len(run.claims) >= 3:
        gap = text[run.claims[-2].figure.span.end : last.figure.span.start]
        after = text[last.figure.span.end : last.sentence.end]
        if BEFORE_TOTAL.pattern.search(gap) or AFTER_TOTAL.pattern.match(after):
            return _sum(story, last, run.claims[:-1], "stated")
    inside = story.in_sentence(last.sentence)
    before = [
        c
        for c in inside
        if c.figure.span.end <= run.span.start and unit_of(c) == unit_of(last) and family(c) == family(last)
    ]
    after_run = [
        c
        for c in inside
        if c.figure.span.start >= run.span.end and unit_of(c) == unit_of(last) and family(c) == family(last)
    ]
    if after_run:
        gap = text[run.span.end : after_run[0].figure.span.start]
        after = text[after_run[0].figure.span.end : last.sentence.end]
        if BEFORE_TOTAL.pattern.search(gap) or AFTER_TOTAL.pattern.match(after):
            return _sum(story, after_run[0], run.claims, "stated")
    before = before if before and not is_change(before[-1]) else []  # "1,420 more: 2,310 joined, 890 left"
    told = _VERB.search(text[run.span.end : last.sentence.end])  # "and seven under the roof are open"
    if before and (_is_some_of(story, before, run) or _is_scale(story, before[-1], run)):
        return None
    if before and not told and INTO_PARTS.pattern.search(text[before[-1].figure.span.end : run.span.start]):
        return _sum(story, before[-1], run.claims, "stated")
    return None


def _is_scale(story: Story, whole: Claim, run: Run) -> bool:
    """True for "Marks out of ten: comfort 7, space 6", each out of ten; not for "out of 100: 40 for style"."""
    gap = story.document.text[whole.figure.span.end : run.span.start]
    if gap.rstrip().endswith(":"):
        return False
    return _SCALE.search(story.lead(whole)) is not None


def _is_some_of(story: Story, figures: Sequence[Claim], run: Run) -> bool:
    """True for "28 shows, ten of them here: six in Hull": the list may be of the ten, or of the other 18."""
    behind = story.document.text[figures[-1].figure.span.end : run.span.start]
    counted = len(figures) > 1 and OF_THEM.match(behind) is not None
    return counted or _PART_OF_THEM.search(behind) is not None


def _unread_digits(story: Story, run: Run) -> bool:
    """True if a number stands between the listed figures that is none of them."""
    text = story.document.text
    gaps = (text[a.figure.span.end : b.figure.span.start] for a, b in pairwise(run.claims))
    return any(any(c.isdigit() for c in gap) or _ONE.search(gap) for gap in gaps)


def _whole_sets(story: Story) -> Iterator[Relation]:
    """Shares that together are a whole, because the words say so or because they add up to 100."""
    for run in runs(story, "P"):
        block = next(b for b in story.zones if b.span.contains(run.claims[0].figure.span))
        digits = [c for c in run.claims if any(ch.isdigit() for ch in c.figure.text)]
        if len(digits) < len(run.claims) or any(c.statistic == "change" for c in run.claims):
            continue
        if OVERLAPPING.search(story.words(block.span)):
            continue
        together = total(c.figure.amount for c in run.claims)
        strength = _completeness(story, run)
        if surely_less(_MOST, together):
            continue
        short = run.closed and surely_less(together, exact(100))
        if strength is not None and (not short or (_all_listed(story, run) and _left(story, run))):
            yield _set(story, run, strength)
        elif len(run.claims) >= 3 and contains(together, 100):
            yield _set(story, run, "numeric")


def _completeness(story: Story, run: Run) -> Strength | None:
    """How the text says that a list of shares is complete; None where it does not."""
    sentence = story.sentence(run.claims[0])
    options = _OPTIONS.search(sentence)
    if options is not None and _NUMBER[options["n"].lower()] == len(run.claims):
        return "stated"
    if run.closed and len(run.claims) >= 2:
        return "stated"
    over = surely_less(exact(100), total(c.figure.amount for c in run.claims))
    whole = over and len(run.claims) >= 3 and _closely_listed(run) and not _unread_digits(story, run)
    return "contextual" if whole and shares_out(story, run) else None


def _closely_listed(run: Run) -> bool:
    """True if no more than a label stands between the figures of a list."""
    return all(b.figure.span.start - a.figure.span.end < LABEL for a, b in pairwise(run.claims))


def _left(story: Story, run: Run) -> bool:
    """True if the last share is told as all that remains, and not only as that of some others."""
    last = run.claims[-1]
    before = story.document.text[
        max(last.sentence.start, last.figure.span.start - 30) : last.figure.span.start
    ]
    return re.search(r"\bthe\s(?:remaining|rest|remainder)\b[^.;]{0,15}$", before, re.IGNORECASE) is not None


def _all_listed(story: Story, run: Run) -> bool:
    """True if no other share stands in the paragraph or just before it: the list is the whole set."""
    first = run.claims[0]
    others = [c for c in story.claims if family(c) == "P" and c not in run.claims]
    begins = story.zones[story.block_number(first.sentence.start)].span.start == first.sentence.start
    near = 1 if begins else 0  # a sentence that begins its paragraph may go on from the one before
    return not any(story.paragraphs_apart(c, first) <= near and c.figure.span < run.span for c in others)


def _set(story: Story, run: Run, strength: Strength) -> Relation:
    *parts, last = run.claims
    roles = (Role("part", last), *(Role("part", c) for c in parts))
    return Relation("sum", roles, Cue(story.document.id, run.span, story.words(run.span)), strength)


def _is_score(claim: Claim) -> bool:
    """True for what a tally is worth and not how many there are: points, marks."""
    return claim.measure is not None and claim.measure.key.split(" ")[-1] in _SCORES


def _sum(story: Story, whole: Claim, parts: tuple[Claim, ...], strength: Strength) -> Relation | None:
    """The total of its parts; None for a balance, and for parts that are different things."""
    named = [c.measure.key for c in parts if c.measure is not None and c.measure.found == "here"]
    if _is_score(whole) and not any(_is_score(c) for c in parts):
        return None  # "three conversions and two penalties, which is 12 points in all"
    grouped = any(_GROUPS_OF.match(after(story, c)) for c in parts)
    if (grouped and not _GROUPS_OF.match(after(story, whole))) or any(
        _DIFFERS.match(after(story, c)) for c in parts
    ):
        return None
    mixed = family(whole) == "C" and any(are_distinct(named[0], key) for key in named)
    if mixed or (whole.figure.value or 0) <= 0:
        return None
    roles = (Role("total", whole), *(Role("part", c) for c in parts))
    sentence = parts[0].sentence
    return Relation("sum", roles, Cue(story.document.id, sentence, story.words(sentence)), strength)
