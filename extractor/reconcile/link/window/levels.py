"""Which figures beside a change may be its two levels, and which of the two is the earlier one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.amount import difference, meet, negate
from extractor.lexicon import table
from extractor.model import Claim, Direction
from extractor.reconcile.link.change import same_unit
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.fits.hypotheses import way_of
from extractor.reconcile.link.window.scope import after, before, stems
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex
from extractor.wording import any_of

WORDS = table("windows")["change"]


OLD_BEFORE = Regex(rf"\b(?:{'|'.join(WORDS['old_before'])})\b[^;.]{{0,50}}$", re.IGNORECASE)
OLD_AFTER = Regex(rf"^[^;.]{{0,40}}?\b(?:{'|'.join(WORDS['old_after'])})", re.IGNORECASE)
UNTOLD, EXTREME = (any_of(WORDS[n]) for n in ("untold", "extreme"))
_DATES = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
)
#: "..., and the GREENS 36": a name and no verb between a comma and a number.
_NAMED = Regex(
    r"(?:[,;]|\band|\bwhile|\bbut)\s(?:the\s)?"
    rf"((?!(?:{_DATES})\b)[A-Z][\w’'&.-]*(?:\s[A-Z][\w’'&.-]*){{0,3}})\s(?:at\s|on\s|with\s)?$"
)
#: "REFORM took 31.2 per cent", "LABOUR had 46.8": who holds a level.
_HOLDER = Regex(
    rf"(?:^|[\s“])((?!(?:{_DATES}|It|They|He|She|We|This|That|There|Both|Each)\b)[A-Z][\w’'&.-]*)\s(?:took|had|has|won|got|polled|scored|held|holds|made|sold)\s(?:about\s|some\s|just\s|only\s)?$"
)
#: Of the average home all are told: "household use has dropped ... the average home was using".
_AVERAGE = Regex(
    r"\b(?:average|mean|median|typical)\s(?!(?:home|household|family|resident|customer|consumer)\b)",
    re.IGNORECASE,
)
_OWNED = Regex(
    rf"\b((?!(?:{_DATES})\b)[A-Z][\w-]+(?:\s[A-Z][\w-]+){{0,2}})(?:[’']s|s[’'])\s(?:about\s|record\s)?$"
)
#: "..., and that FIRST-TIME ENTRIES had been 7,320": a level with a subject of its own.
_SUBJECT = Regex(
    r"(?:,|\band|\bwhile|\bbut)\s(?:and\s|while\s|but\s)?(?:that\s)?(?:the\s)?"
    r"((?!(?:and|but|while|it|they|this|that|there|these|those|he|she|we|now|today|then)\b)"
    r"(?:[\w’'-]+\s){1,4}?)(?:had\sbeen|has\sbeen|have\sbeen|was|were|is|are|stood\sat|came\sto|totall?ed|numbered)"
    r"\s(?:about\s|some\s|just\s|only\s)?$",
    re.IGNORECASE,
)
#: Subjects of a level that stand for what was told, or for when.
_GENERAL = Regex(
    r"(?<!-)\b(?:numbers?|totals?|figures?|rates?|averages?|shares?|counts?|levels?|tally|sum|same|years?|months?"
    r"|weeks?|days?|seasons?|quarters?|decades?|earlier|before|ago|last|previous)\b",
    re.IGNORECASE,
)
_STARTS = Regex(r"\bfrom\s(?:about\s|some\s|just\s|over\s|nearly\s)?$", re.IGNORECASE)
_AGAINST = Regex(r"\b(?:compared\s(?:with|to)|against|than|versus)\s(?:[\w’'-]+\s){0,2}$", re.IGNORECASE)
_IN_A_PLACE = Regex(rf"^(?:\s[\w’'-]+){{0,2}}?\s(?:in|at|for)\s(?:the\s)?(?!(?:{_DATES})\b)[A-Z]")
#: Between a change and the level that it started from.
_LEFT = Regex(r"^,?\sfrom\s(?:[\w’'-]+\s){0,2}$", re.IGNORECASE)
#: A level right before its change: "to 40p, up 1.25".
_OWN = Regex(
    r"^(?:\s[\w’'-]+){0,2}?,\s(?:up|down|an?\s(?:[\w-]+\s)?(?:rise|fall|gain|loss|drop|increase|decrease)\sof)"
    r"\s(?:by\s|about\s|some\s|just\s)?$",
    re.IGNORECASE,
)
#: Before a level that another comparison is measured from: "and a third below the £156", "though under the 65".
_OTHER_MEASURE = Regex(
    r"\b(?:but|though|although|if|albeit)\s(?:still\s|well\s|just\s|far\s)?"
    r"(?:[\w’'-]+er\sthan|less\sthan|more\sthan|below|above|under|over|short\sof)\s(?:[\w’'-]+\s){0,2}$|"
    r"\b(?:and|but|or|,)\s(?:an?\s|almost\s|nearly\s|about\s|over\s|still\s|yet\s|well\s)*"
    r"(?:half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|two-thirds|three-quarters|twice|double|treble"
    r"|[\d.,]+(?:%|\s(?:per\scent|percent|pc|percentage\spoints|points)))"
    r"\s(?:as\s[\w’'-]+\sas|less\sthan|more\sthan|[\w’'-]+er\sthan|below|above|under|over|short\sof|shy\sof|off|down\son|up\son|of)"
    r"\s(?:[\w’'-]+\s){0,2}$",
    re.IGNORECASE,
)
#: Behind a change that tells since when, another one: "6,120 in the north, 720 MORE THAN LAST YEAR, AND 4,480".
_AND_ANOTHER = Regex(
    rf"^(?:\s[\w’'-]+){{0,3}}?\s(?:than|on|from|compared\swith)\s[^,;.:]{{0,40}}?\b(?:{'|'.join(WORDS['time'])})\b[^,;.:]{{0,20}}?"
    r"(?:[,;]\s(?:and|while|but|with)|\sand)\s",
    re.IGNORECASE,
)
#: "I was off BY 41": how far, and no level.
_BY = Regex(r"\b(?:off|out)\sby\s(?:about\s)?$", re.IGNORECASE)
#: "The Gulf brought in THE REMAINING €118m": what is left of a whole did not move.
_REST = Regex(
    r"\b(?:the\s(?:remaining|other|balance\sof|rest,?|remainder,?)|another|(?:a\s)?further)\s(?:about\s|some\s|of\s)?$",
    re.IGNORECASE,
)
#: Between a change and the same once more.
_OR = Regex(r",?\s(?:or|that\sis|which\sis)\s(?:about\s|some\s|nearly\s|almost\s|roughly\s)?$", re.IGNORECASE)
_POINTS = Regex(r"\bpoints?$", re.IGNORECASE)
#: What is so many times another one is told of quite another thing.
OTHER_SIZE = 1000
#: Counts below this without a noun are labels more often than levels.
SMALL = 10


def is_level(story: Story, change: Claim, claim: Claim) -> bool:
    """False for other changes, peaks, forecasts, labels and lengths of time beside a rate of change."""
    if family(claim) == "D" and family(change) != "D":
        return False
    return is_plain_level(story, claim) and is_free(story, change, claim)


def is_plain_level(story: Story, claim: Claim) -> bool:
    """False for changes, peaks, forecasts and labels: what is a level of no change at all."""
    if is_change(claim) or claim.statistic in ("maximum", "minimum") or _is_change_again(story, claim):
        return False
    low, high = claim.figure.amount.low, claim.figure.amount.high
    if low is None or high is None or low <= 0 < high:
        return False
    value = claim.figure.value
    bare = family(claim) == "C" and claim.measure is None
    if bare and ((value is not None and abs(value) < SMALL) or _BY.search(before(story, claim, 10))):
        return False
    if _REST.search(before(story, claim, 24)):
        return False
    around = before(story, claim, 40) + after(story, claim, 25)
    return not (UNTOLD.search(around) or EXTREME.search(around) or after(story, claim, 1) == "-")


def _is_change_again(story: Story, claim: Claim) -> bool:
    """True for "lost 14 points, OR 38 PER CENT of what they had": a change told once more in another unit."""
    led = _OR.split(before(story, claim, 40))
    if len(led) == 1:
        return False
    told = [c for c in story.in_sentence(claim.sentence) if c.figure.span < claim.figure.span]
    return _POINTS.search(led[0]) is not None or (
        bool(told) and is_change(told[-1]) and led[0].endswith(told[-1].figure.text)
    )


def is_free(story: Story, change: Claim, level: Claim) -> bool:
    """True unless the words tie a level to another change, or to one whose earlier level is not printed."""
    return not _measures_another(story, change, level) and not _is_another(story, change, level)


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
    start = story.once(_other_measure, level)
    return start is not None and change.figure.span.end <= start


def _other_measure(story: Story, level: Claim) -> int | None:
    """Where the comparison begins that a level is told for; None where it is told for none."""
    found = _OTHER_MEASURE.search(before(story, level))
    return None if found is None else level.figure.span.start - len(found[0])


def _is_another(story: Story, change: Claim, level: Claim) -> bool:
    """True for the next of several that are told, after a change whose earlier level is not printed."""
    if level.sentence != change.sentence or level.figure.span < change.figure.span:
        return False
    between = story.between(change, level)
    closed = _AND_ANOTHER.match(between)
    if closed is None or OLD_AFTER.match(after(story, level)):
        return False
    return OLD_BEFORE.search(between[closed.end() :]) is None


def by_way(one: Claim, two: Claim, way: Direction | None) -> tuple[Claim, Claim]:
    """Old and new level by the way that the change points; where it points nowhere, the smaller first."""
    low, high = (one, two) if (one.figure.value or 0) < (two.figure.value or 0) else (two, one)
    return (high, low) if way == "fell" else (low, high)


def has_own_level(story: Story, change: Claim, one: Claim, two: Claim) -> bool:
    """False where the change stands right behind a level that is neither of the two: "to 40p, up 1.25"."""
    earlier = [c for c in story.in_sentence(change.sentence) if c.figure.span < change.figure.span]
    if not earlier or earlier[-1] in (one, two):
        return True
    return not _OWN.match(story.between(earlier[-1], change))


def is_old(story: Story, level: Claim) -> bool:
    """True if the words around a level tell it as the earlier one: "the 47 of last year", "39 a year ago"."""
    return bool(OLD_BEFORE.search(before(story, level)) or OLD_AFTER.match(after(story, level)))


def are_of_two(story: Story, one: Claim, two: Claim) -> bool:
    """True for "Labour took 39 per cent, and the GREENS 36", "second to KERRIDGE'S £34m", and for two levels left."""
    if all(_STARTS.search(before(story, c, 30)) for c in (one, two)):
        return True
    first, second = sorted((one, two), key=lambda c: c.figure.span)
    if first.sentence != second.sentence:
        owners = [m[1] if (m := _HOLDER.search(before(story, c, 60))) else None for c in (first, second)]
        return None not in owners and owners[0] != owners[1]
    if _has_own_subject(story, second):
        return True
    named = _NAMED.search(before(story, second, 60)) or _OWNED.search(before(story, second, 60))
    return named is not None and named[1] not in before(story, first, 60)


#: Where something stood at a time of its own, told by the way.
_HAVING = Regex(
    r"\bhaving\s(?:closed|ended|finished|stood|been|started|begun|opened)\b[^,;]{0,40}\s(?:at|on|with)\s$"
)


def _has_own_subject(story: Story, level: Claim) -> bool:
    """True if a level has a subject that shares no word with what its sentence told before it."""
    led = story.lead(level)
    found = _SUBJECT.search(led[-80:])
    if found is None or _GENERAL.search(found[1]):
        return False
    own = stems(found[1])
    return bool(own) and not own & stems(led[: len(led) - len(found[0])])


def is_of_average(story: Story, change: Claim, *levels: Claim) -> bool:
    """True for "moves 12 per cent more boxes" beside levels of an average: "THE AVERAGE per call rose to 403 from 332"."""
    told = any(_AVERAGE.search(before(story, c)) for c in levels if c.sentence != change.sentence)
    return told and _AVERAGE.search(story.sentence(change)) is None


def is_elsewhere(story: Story, level: Claim) -> bool:
    """True for "compared with 398 in Cork", another place, and for "having closed the previous Friday at 1,819", aside."""
    if _HAVING.search(before(story, level)):
        return True
    return bool(_AGAINST.search(before(story, level)) and _IN_A_PLACE.match(after(story, level)))


def of_a_size(group: Sequence[Claim]) -> tuple[Claim, ...]:
    """The levels without one of quite another size than all others: the £54m wiped off beside 360p and 324p."""
    return tuple(c for c in group if any(_are_comparable(c, o) for o in group if o is not c))


def _are_comparable(a: Claim, b: Claim) -> bool:
    x, y = a.figure.value or 0, b.figure.value or 0
    return x > 0 and y > 0 and max(x / y, y / x) < OTHER_SIZE


def is_gap(size: Claim, one: Claim, two: Claim) -> bool:
    """True for "36p lower" between 360p and 324p: the same movement told in their unit."""
    gap = difference(one.figure.amount, two.figure.amount)
    return same_unit(size, one) and any(meet(size.figure.amount, g) for g in (gap, negate(gap)))
