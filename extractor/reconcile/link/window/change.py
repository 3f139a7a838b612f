"""A change and the two levels around it, where the text leaves no other choice.

"Cases climbed to 561, officials said. That is 37 more than on Friday, when 524 were listed": no
phrase ties the three, but the change points back, one level is told as the earlier one, and there
is no third.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.amount import meet, surely_less
from extractor.lexicon import table
from extractor.model import Claim, Direction, Relation, Role
from extractor.reconcile.link.beside import is_of_another, is_own
from extractor.reconcile.link.change import fits_kind
from extractor.reconcile.link.hypotheses import way_of
from extractor.reconcile.link.moves import MOVE, direction_of, is_change
from extractor.reconcile.link.times import in_order, is_marked
from extractor.reconcile.link.window.scope import (
    Window,
    after,
    before,
    cue,
    nearest_before,
    of_one_noun,
    one_place,
    one_thing,
    stems,
    units,
    windows,
)
from extractor.reconcile.story import Story, family

_WORDS = table("windows")["change"]


def _any(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_WORDS[name])})\b", re.IGNORECASE)


_OLD_BEFORE = re.compile(rf"\b(?:{'|'.join(_WORDS['old_before'])})\b[^;.]{{0,50}}$", re.IGNORECASE)
_OLD_AFTER = re.compile(rf"^[^;.]{{0,40}}?\b(?:{'|'.join(_WORDS['old_after'])})", re.IGNORECASE)
_ADJUSTED, UNTOLD, EXTREME, _RIVALRY = (_any(n) for n in ("adjusted", "untold", "extreme", "rivalry"))
#: What points back to levels told before: "that is 37", "a fall of 6%", "they are now", "so ... 9 days longer".
BACK = re.compile(
    rf"\b(?:that|this|it|which|so)(?:\s(?:is|was|represents?|represented|means|meant|marks?|makes|made)|[’']s)\b[^;]{{0,50}}$"
    rf"|\b(?:the|that|this|an?|its|their)\s(?:[\w’'-]+\s){{0,2}}?{MOVE}[^,;]{{0,30}}$"
    r"|^[“\"‘]?(?:they|it|we|he|she|those|these)\b[^;]{0,80}$|(?<!even )(?<!or )\bso\s(?:that\s)?[^;]{0,60}$",
    re.IGNORECASE,
)
#: A sentence that goes on about the thing of the one before.
GOES_ON = re.compile(rf"^[“\"‘]?(?:{'|'.join(_WORDS['goes_on'])})\b")
OF_ANOTHER = re.compile(r"^[^.;]{0,25}?\b(?:in|of|for)\s(?:the\s)?((?:[\w’'-]+\s?){1,4})")
_OF_DIRECTLY = re.compile(r"^\s(?:in|of|for)\s(?:the\s)?((?:[\w’'-]+\s?){1,4})")
ATTACHED = re.compile(r"^\s?(?:[\w’'-]+\s){0,2}?(?:to|at|from|on)\s(?:[\w’'-]+\s){0,3}$")
_AGAINST = re.compile(r"\b(?:compared\s(?:with|to)|against|than|versus)\s(?:[\w’'-]+\s){0,2}$", re.IGNORECASE)
_IN_A_PLACE = re.compile(
    r"^(?:\s[\w’'-]+){0,2}?\s(?:in|at|for)\s(?:the\s)?(?!(?:January|February|March|April|May|June|July"
    r"|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)[A-Z]"
)
#: What begins a clause about something else: "to $14.8 million, but prices have gone up by a third".
OTHER_CLAUSE = re.compile(r"\b(?:but|while|where|whereas|although|though|because|as)\b|;", re.IGNORECASE)
#: "From 39 to 47; the increase of": what follows goes on about the levels.
_TOLD_BACK = re.compile(rf";\s(?:the|that|this|an?)\s(?:[\w’'-]+\s)?{MOVE}\s(?:of|is|was)\s$", re.IGNORECASE)
#: "44 per cent in 2019, when the electorate was six per cent smaller": the change is the electorate's.
WHEN = re.compile(r",\swhen\s(?:the|its|their|his|her|there)\s", re.IGNORECASE)
#: A change that names what it is measured from: "31 per cent above where it stood in 2021".
MEASURED_FROM = re.compile(
    r"^\s?(?:[\w’'-]+\s){0,2}?(?:than|above|below|from|on|since|compared|over)\s(?!that\b|this\b|it\b|then\b|before\b)",
    re.IGNORECASE,
)
#: "A third of a cent" is an amount of cents, and "an increase of 25 per cent that was awarded" is in the level.
_OF_UNIT = re.compile(r"^\s?of\s(?:an?|one)\s", re.IGNORECASE)
_PART_OF = re.compile(r"\bincluding\s(?:[\w’'-]+\s){0,4}$", re.IGNORECASE)
#: "Their share halved and a bit more": the word tells less than what happened.
_AND_MORE = re.compile(
    r"^,?\s(?:and|or)\s(?:perhaps\s|maybe\s)?(?:a\s(?:bit|little)|then\ssome|rather|even)\b", re.IGNORECASE
)
#: "The nearest water is 2.4km off": how far away, not how much less.
_IS = re.compile(r"\b(?:is|are|was|were|lies|lay|stands|stood)\s(?:[\w’'-]+\s)?$", re.IGNORECASE)
_OFF = re.compile(r"^\soff\b", re.IGNORECASE)
#: A change between commas, and a clause behind it: "52 of 74, two fewer than last time, and in the west 52".
_CLOSES = re.compile(r"^[^,;.:]{0,40},\s(?:and|but|while|whereas)\s", re.IGNORECASE)
#: Between a change and the level that it started from.
_LEFT = re.compile(r"^,?\sfrom\s(?:[\w’'-]+\s){0,2}$", re.IGNORECASE)
#: A level right before its change: "to 40p, up 1.25".
_OWN = re.compile(
    r"^(?:\s[\w’'-]+){0,2}?,\s(?:up|down|an?\s(?:[\w-]+\s)?(?:rise|fall|gain|loss|drop|increase|decrease)\sof)"
    r"\s(?:by\s|about\s|some\s|just\s)?$",
    re.IGNORECASE,
)
#: What a change is set against, up to the end of its clause: "more than Marudhar".
_THAN = re.compile(r"^\s?(?:[\w’'-]+\s){0,2}?(?:than|below|above)\s([^,.;:()]*)", re.IGNORECASE)
_TIME = re.compile(rf"\b(?:{'|'.join(_WORDS['time'])})\b", re.IGNORECASE)
#: Before a level that another comparison is measured from: "and a third below the £156", "though under the 65".
_OTHER_MEASURE = re.compile(
    r"\b(?:but|though|although|if|albeit)\s(?:still\s|well\s|just\s|far\s)?"
    r"(?:[\w’'-]+er\sthan|less\sthan|more\sthan|below|above|under|over|short\sof)\s(?:[\w’'-]+\s){0,2}$|"
    r"\b(?:and|but|or|,)\s(?:an?\s|almost\s|nearly\s|about\s|over\s)*"
    r"(?:half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|two-thirds|three-quarters|twice|double|treble)"
    r"\s(?:as\s[\w’'-]+\sas|less\sthan|more\sthan|[\w’'-]+er\sthan|below|above|under|over|down\son|up\son|of)\s(?:[\w’'-]+\s){0,2}$",
    re.IGNORECASE,
)
#: Behind a change that tells since when, another one: "6,120 in the north, 720 MORE THAN LAST YEAR, AND 4,480".
_AND_ANOTHER = re.compile(
    rf"^(?:\s[\w’'-]+){{0,3}}?\s(?:than|on|from|compared\swith)\s[^,;.:]{{0,40}}?\b(?:{'|'.join(_WORDS['time'])})\b[^,;.:]{{0,20}}?"
    r"(?:[,;]\s(?:and|while|but|with)|\sand)\s",
    re.IGNORECASE,
)
LEVELS = "CMUDPR"
#: Counts below this without a noun are labels more often than levels.
SMALL = 10


def changes(story: Story, open_ones: Sequence[Claim]) -> Iterator[Relation]:
    """One relation for each change that nothing explains and that stands by two levels."""
    for change in open_ones:
        if is_told(story, change):
            relation = next((r for w in windows(story, change) if (r := _in(story, w)) is not None), None)
            if relation is not None:
                yield relation


def is_told(story: Story, change: Claim) -> bool:
    """True for a change that is asserted as the plain difference or quotient of two levels."""
    if not (is_change(change) or family(change) == "T") or way_of(story, change) is None:
        return False
    rival = _RIVALRY.search(before(story, change) + after(story, change))
    return rival is None and is_plain(story, change)


def is_plain(story: Story, change: Claim) -> bool:
    """False for the size of a change that is hoped for, adjusted or set against another thing."""
    if family(change) not in "PXTCMUD" or "minus" in change.figure.text or "±" in change.figure.text:
        return False
    if _bounds_next(story, change) or _against_another(story, change):
        return False
    if _OF_UNIT.match(after(story, change)) or _PART_OF.search(before(story, change)):
        return False
    if _AND_MORE.match(after(story, change)) or _is_distance(story, change):
        return False
    around = before(story, change) + after(story, change)
    return not (_ADJUSTED.search(story.sentence(change)) or UNTOLD.search(around))


def _is_distance(story: Story, change: Claim) -> bool:
    off = _OFF.match(after(story, change)) is not None
    return off and family(change) == "U" and _IS.search(before(story, change)) is not None


def _bounds_next(story: Story, change: Claim) -> bool:
    """True where the word of change belongs to the next figure: "one in ten more than £750"."""
    end = change.figure.span.end
    return any(c.figure.hedge is not None for c in story.starting(end + 1, end + 2))


def _against_another(story: Story, change: Claim) -> bool:
    """True for "two-thirds more than Marudhar": set against another thing, and not against another time."""
    than = _THAN.match(after(story, change, 80))
    if than is None or _TIME.search(than[1]):
        return False
    reach = change.figure.span.end + than.end()
    return not any(
        change.figure.span.end < c.figure.span.start < reach for c in story.in_sentence(change.sentence)
    )


def _in(story: Story, window: Window) -> Relation | None:
    """The change with the only two levels of a window, where it has two."""
    change = window.target
    for group in units((c for c in window.claims if is_level(story, change, c)), LEVELS):
        levels = group if len(group) == 2 else of_one_noun(group, change)
        if len(levels) == 2 and fits_kind(change, levels[0]) and _are_levels(story, window, *levels):
            return _relation(story, window, *levels)
    return None


def is_level(story: Story, change: Claim, claim: Claim) -> bool:
    """False for other changes, peaks, forecasts, labels and lengths of time beside a rate of change."""
    if is_change(claim) or claim.statistic in ("maximum", "minimum"):
        return False
    low, high = claim.figure.amount.low, claim.figure.amount.high
    if low is None or high is None or low <= 0 < high:
        return False
    kind, value = family(claim), claim.figure.value
    if kind == "D" and family(change) != "D":
        return False
    if kind == "C" and claim.measure is None and value is not None and abs(value) < SMALL:
        return False
    if _measures_another(story, change, claim) or _is_another(story, change, claim):
        return False
    around = before(story, claim, 40) + after(story, claim, 25)
    return not (UNTOLD.search(around) or EXTREME.search(around) or after(story, claim, 1) == "-")


def _are_levels(story: Story, window: Window, one: Claim, two: Claim) -> bool:
    """True if one of the two is told as the earlier one, and the change and both speak of one thing."""
    if not one_thing(one, two) or not one_place(one, two) or _one_time(one, two):
        return False
    if meet(one.figure.amount, two.figure.amount) or not has_own_level(story, window.target, one, two):
        return False
    change = window.target
    if not is_ordered(story, change, one, two):
        return False
    if any(is_change(c) and fits_kind(c, one) for c in window.claims) or exceeds(change, one, two):
        return False
    if not any(is_old(story, c) for c in (one, two)) or not _keeps_attached(story, window, one, two):
        return False
    ordered = in_order(story, one, two, (change,))
    if is_of_another(story, change, story.words(window.span).replace(after(story, change), "")):
        return False
    if any(is_elsewhere(story, c) for c in (one, two)) or (ordered and is_own(story, change, ordered[0])):
        return False
    if one.sentence == two.sentence == change.sentence:
        if is_aside(story, change, one, two):
            return False
        words = _between(story, change, one, two)
        return not (
            is_other_clause(story, change, words) or (_is_last(change, one, two) and WHEN.search(words))
        )
    return _points_back(story, window, one, two) and _go_on(story, one, two)


def exceeds(change: Claim, *levels: Claim) -> bool:
    """True for "130, so there will be 350 more" beside five: nothing rises by more than it comes to."""
    own = family(change) in "CMUD"
    return own and all(surely_less(c.figure.amount, change.figure.amount) for c in levels)


def is_aside(story: Story, change: Claim, one: Claim, two: Claim) -> bool:
    """True if a change is set between commas behind a figure, and both levels come only after that.

    So does one level where the change names its time: "1,412, a third more than the year before, and 3,006".
    """
    closes = _CLOSES.match(after(story, change))
    if closes is None or not re.search(r",\s(?:[\w’'-]+\s)?$", before(story, change, 20)):
        return False
    start = change.figure.span.end + closes.end()
    behind = [c for c in (one, two) if c.figure.span.start >= start]
    if len(behind) == 1 and MEASURED_FROM.match(closes[0]) and _TIME.search(closes[0]):
        led = story.document.text[start : behind[0].figure.span.start]
        return not (_OLD_BEFORE.search(led) or _OLD_AFTER.match(after(story, behind[0])))
    return len(behind) == 2


def _is_last(change: Claim, *levels: Claim) -> bool:
    return all(c.figure.span < change.figure.span for c in levels)


def is_ordered(story: Story, change: Claim, one: Claim, two: Claim) -> bool:
    """False where the level right behind the change, "slipped by 12 per cent, from $2.35", cannot be the old one."""
    end = change.figure.span.end
    left = [
        c
        for c in (one, two)
        if end < c.figure.span.start and _LEFT.match(story.document.text[end : c.figure.span.start])
    ]
    return not left or by_way(one, two, way_of(story, change))[0] is left[0]


def _measures_another(story: Story, change: Claim, level: Claim) -> bool:
    """True for "£19 less than in May and a third below the £156": the level belongs to the other comparison."""
    found = _OTHER_MEASURE.search(before(story, level))
    return found is not None and change.figure.span.end <= level.figure.span.start - len(found[0])


def _is_another(story: Story, change: Claim, level: Claim) -> bool:
    """True for the next of several that are told, after a change whose earlier level is not printed."""
    if level.sentence != change.sentence or level.figure.span < change.figure.span:
        return False
    between = story.document.text[change.figure.span.end : level.figure.span.start]
    closed = _AND_ANOTHER.match(between)
    if closed is None or _OLD_AFTER.match(after(story, level)):
        return False
    return _OLD_BEFORE.search(between[closed.end() :]) is None


def by_way(one: Claim, two: Claim, way: Direction | None) -> tuple[Claim, Claim]:
    """Old and new level by the way that the change points; where it points nowhere, the smaller first."""
    low, high = (one, two) if (one.figure.value or 0) < (two.figure.value or 0) else (two, one)
    return (high, low) if way == "fell" else (low, high)


def has_own_level(story: Story, change: Claim, one: Claim, two: Claim) -> bool:
    """False where the change stands right behind a level that is neither of the two: "to 40p, up 1.25"."""
    earlier = [c for c in story.in_sentence(change.sentence) if c.figure.span < change.figure.span]
    if not earlier or earlier[-1] in (one, two):
        return True
    return not _OWN.match(story.document.text[earlier[-1].figure.span.end : change.figure.span.start])


def is_old(story: Story, level: Claim) -> bool:
    return bool(_OLD_BEFORE.search(before(story, level)) or _OLD_AFTER.match(after(story, level)))


def is_other_clause(story: Story, change: Claim, words: str) -> bool:
    """True if the words up to a change turn to something else: "; costs fell by", but not "; the increase of"."""
    if _TOLD_BACK.search(words) is None:
        return OTHER_CLAUSE.search(words) is not None
    before_it = story.document.text[change.sentence.start : change.figure.span.start]
    return is_of_other(story, change, before_it) or OTHER_CLAUSE.search(_TOLD_BACK.sub("", words)) is not None


def is_of_other(story: Story, change: Claim, told: str) -> bool:
    """True for "the drop of 35 per cent in funding" where the levels are told in other words and no time is named."""
    of = _OF_DIRECTLY.match(after(story, change))
    if of is None or _TIME.search(of[1]):
        return False
    return bool(stems(of[1])) and not stems(of[1]) & stems(told)


def _between(story: Story, change: Claim, one: Claim, two: Claim) -> str:
    """The words between the change and the nearer level."""
    at = change.figure.span
    spans = [
        (c.figure.span.end, at.start) if c.figure.span < at else (at.end, c.figure.span.start)
        for c in (one, two)
    ]
    start, end = min(spans, key=lambda s: s[1] - s[0])
    return story.document.text[start:end]


def is_elsewhere(story: Story, level: Claim) -> bool:
    """True for "compared with 398 in Cork": another place, not another time."""
    return bool(_AGAINST.search(before(story, level)) and _IN_A_PLACE.match(after(story, level)))


def _keeps_attached(story: Story, window: Window, one: Claim, two: Claim) -> bool:
    """False where the change is told with a level of its own, "up 14% at $37", that is neither of the two."""
    change = window.target
    for claim in story.in_sentence(change.sentence):
        if claim.figure.span.start > change.figure.span.end and claim not in (one, two):
            between = story.document.text[change.figure.span.end : claim.figure.span.start]
            if ATTACHED.match(between) and family(claim) in (*LEVELS, "T"):
                return False
    return True


def _one_time(one: Claim, two: Claim) -> bool:
    """True if both levels name their own time and it is one."""
    if one.period is None or two.period is None:
        return False
    own = one.period.found == two.period.found == "here"
    return own and one.period.key == two.period.key


def _points_back(story: Story, window: Window, one: Claim, two: Claim) -> bool:
    """True if the change points to levels told elsewhere, and not to those of something else."""
    change = window.target
    lead = story.document.text[change.sentence.start : change.figure.span.start]
    beside = any(c.sentence == change.sentence for c in (one, two))
    if not beside and (not BACK.search(lead) or MEASURED_FROM.match(after(story, change))):
        return False
    if not beside and nearest_before(story, change) not in (one.sentence, two.sentence):
        return False
    told = stems(story.sentence(one) + " " + story.sentence(two))
    of = OF_ANOTHER.match(after(story, change))
    if not beside and of is not None and stems(of[1]) and not stems(of[1]) & told:
        return False
    named = change.measure
    if beside or named is None or direction_of(named.text) is not None:
        return True
    return not stems(named.text) or bool(stems(named.text) & told)


def _go_on(story: Story, one: Claim, two: Claim) -> bool:
    """True if the later level is told in the sentence of the first, or in one that goes on about its thing."""
    first, second = sorted((one, two), key=lambda c: c.figure.span)
    if first.sentence == second.sentence:
        return True
    return bool(GOES_ON.match(story.sentence(second)))


def _relation(story: Story, window: Window, one: Claim, two: Claim) -> Relation:
    """The change from the level that is told as the earlier one, or else from where its direction starts."""
    change = window.target
    way = way_of(story, change)
    ordered = in_order(story, one, two, (change,))
    old, new = ordered or by_way(one, two, way)
    told = ordered is not None and one.sentence == two.sentence == change.sentence
    told = told and is_marked(story, one, two, (change,))
    roles = (Role("change", change), Role("from", old), Role("to", new))
    return Relation("change", roles, cue(story, window), "stated" if told else "contextual", way)
