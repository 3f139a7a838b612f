"""Movements whose levels are of something else, of another time or of another's count, by the words beside them.

"Online sales rose 14 per cent and now make up 38 per cent of all, against 35": a growth, and two shares that it
did not lead to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import permutations

from extractor.model import Claim, Relation, Span
from extractor.reconcile.link.fits.equations import gap
from extractor.reconcile.link.guards.made import meets
from extractor.reconcile.link.window.scope import after, before, stems
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

#: Characters behind a mark from which on it is told no more of a level that follows.
_NEAR = 60
#: So many times as large as a number in words is no level of the same thing.
_APART = 20
#: "A rise of 9 per cent, AFTER 17 and 14 in the two years before": rates with their unit left out.
_AFTER = Regex(r"\bafter\s$")
#: "Having TOUCHED 3.99%": on the way, and no level at either end.
_TOUCHED = Regex(
    r"\b(?:having|after|earlier)\s(?:touched|touching|hit|hitting|dipped\sto|peaked\sat)\s(?:an?\s(?:low|high)\sof\s)?$"
)
#: Between two subjects: "612,000 tonnes AND EXPORTS FELL BY".
_AND_THESE = Regex(
    r"\b(?:and|while|but)\s(?:the\s|its\s|their\s)?([a-z]{4,}s)\s(?:[a-z]+\s){1,2}(?:by\s)?(?:about\s)?$"
)
#: A clause of its own behind a movement, and nouns that stand for whatever moved.
_AND_THE = Regex(
    r"\b(?:and|while|but)\s(?:the|its|their|an?)\s((?:[a-z’'-]+\s){1,6}?)"
    r"(?:is|was|were|are|has|had|came|stood|stands|reached|rose|fell|totall?ed)\b"
)
#: What moved, and what the levels are told of: "a rise in EXPORTS made up for home SALES, which were 612".
_IN_THESE = Regex(r"^\s(?:[\w’'-]+\s)?(?:in|of)\s(?:the\s|its\s|their\s)?([\w’'-]+(?:\s[\w’'-]+)?)")
_WHICH_WERE = Regex(
    r"([\w’'-]+),\s(?:which|that)\s(?:is|was|were|are|came|stood|reached|rose|fell|went)\b[^,;]*$"
)
_ANY_LEVEL = "total figure number count rate level sum average new latest current overall same"
#: "Doubles ITS TURBINES": what moved, behind a movement.
_MOVES = Regex(r"^\s(?:its|their|his|her|our)\s(?:[a-z-]+\s)?([a-z-]{3,})")
#: "Coverage edged PAST half": a level, and no size of a change.
_PAST = Regex(r"\b(?:past|above|beyond|below|topped|passed|crossed|reached|neared|nearing)\s(?:the\s)?$")
#: A sentence that goes on about what moved in the one before, or tells its level as the earlier one.
_GOES_BACK = Regex(
    r"^[“\"‘']?(?:It|They|That|This|These|Those|The\s(?:figure|number|total|rate|level|price|count))\b"
    r"|\b(?:ago|before|earlier|last|previous(?:ly)?|prior|had|used\sto|compared|then|(?:19|20)\d\d)\b"
)
#: "The TRUE TOTAL is about 47 million": somebody's other figure for the same time.
_TRUE = Regex(
    r"\b(?:true|real|actual|correct|right|proper|full)\s(?:figure|number|total|sum|rate|share|count|cost|bill|toll|picture)\b",
    re.IGNORECASE,
)
#: "Online sales rose 14 per cent AND NOW MAKE UP 38 per cent of all": what moved, and its part of something larger.
_MAKES_UP = Regex(
    r"\band\s(?:(?:now|already|today|alone|together|still)\s)?"
    r"(?:mak(?:es?|ing)\sup|account(?:s|ed|ing)?\sfor|represent(?:s|ed|ing)?|compris(?:es?|ed|ing)|constitut(?:es?|ed|ing)"
    r"|form(?:s|ed)?|provid(?:es?|ed)|suppl(?:y|ies|ied)|contribut(?:es?|ed)|made\sup|(?:is|are|was|were)\snow)\s",
    re.IGNORECASE,
)
#: "Closed at $36.85, which is 6 per cent BELOW THEIR PEAK": measured from a mark without a figure.
_OFF_MARK = Regex(
    r"^\s(?:above|below|off|short\sof|shy\sof|under|over)\s(?:its|their|his|her|the|an?|yesterday[’']s|all|what)[\s-]"
    r"(?:[\w’'-]+\s){0,3}?(?:peaks?|highs?|lows?|records?|close|closing|averages?|means?|medians?|targets?|norms?|normal|usual"
    r"|forecasts?|estimates?|expectations?|budget|limits?|threshold|guideline|ceiling|floor)\b(?!\s(?:of|at)\s[£$€₹]?\d)",
    re.IGNORECASE,
)
#: "So the farm is a quarter BELOW IT": below what was just told.
_OFF_IT = Regex(r"^\s(?:above|below|under|over|short\sof|off)\s(?:it|that|this|them)\b", re.IGNORECASE)
#: "Fell $3bn SHORT OF the $52bn it had set itself": a gap, and no fall.
_FALLS = Regex(
    r"\b(?:f[ae]ll(?:s|en|ing)?|dropp?(?:s|ed|ing)?)\s(?:about\s|some\s|just\s|only\s)?$", re.IGNORECASE
)
_SHORT = Regex(r"^\s(?:[\w’'-]+\s){0,2}?(?:short|shy)\sof\b", re.IGNORECASE)
#: "Camps had gone up TO 134 and the inmates TO 36,850": two places reached, each by another thing.
_TO = Regex(r"\bto\s(?:about\s|some\s|nearly\s|almost\s|over\s|more\sthan\s)?$", re.IGNORECASE)
#: "SHARES in the bakery FELL 5 per cent after it reported lower profits".
_PRICE_OF_SHARES = Regex(
    r"\b(?:shares|stock)\b(?:\s(?!profits?\b|sales\b|revenue\b)[\w’'-]+){0,6}?\s$", re.IGNORECASE
)
_SHARE = Regex(r"\b(?:shares?|stock)\b", re.IGNORECASE)
#: "29 OPENED and 15 CLOSED": each does something else.
_DOES = Regex(r"^\s([a-z]+(?:ed|ost|ell|eft|ent))\b")
#: From a movement to levels that are of what made it.
_DRIVEN = Regex(
    r"\b(?:driven|caused|led|explained|fuell?ed|offset|helped|powered)\s(?:\w+ly\s)?by\b"
    r"|\b(?:because\sof|due\s(?:\w+ly\s)?to|thanks\s(?:\w+ly\s)?to|owing\sto|on\sthe\sback\sof|attributed\sto)\b"
)
#: "I’M £4,500 down": before what somebody lost or won, and behind it.
_SOMEBODY = Regex(
    r"\b(?:I|we|you|he|she|they)(?:['’](?:m|re|s|ve\sbeen)|\s(?:am|are|is|was|were))\s(?:still\s|now\s|about\s|some\s)*$",
    re.IGNORECASE,
)
_LOST = Regex(r"\s(?:down|up|short|out\sof\spocket|(?:worse|better)\soff|poorer|richer)\b")

#: "The wage bill had gone from 2.9 to 4.6 billion and receipts had risen TOO, by 44 per cent": something else did.
_TOO = Regex(
    r"\b(?:too|as\swell|likewise|also\s[a-z]+(?:ed|en|n|t|ew|se|ll))(?:,|\s–)?\s(?:by\s)?(?:about\s|just\s|nearly\s)?$",
    re.IGNORECASE,
)
_MAJORITY = Regex(r"\b(?:majority|margin)\s(?:of|was|is)\s(?:just\s|only\s)?$", re.IGNORECASE)


def is_no_movement(story: Story, relation: Relation) -> bool:
    """True for a change one of whose levels, or whose words of movement, tell something else."""
    apart = _is_elided(story, relation) or _is_off_it(story, relation)
    apart = apart or _is_driven_by_levels(story, relation)
    apart = apart or any(_is_out_of_pocket(story, c) for c in relation.claims("change"))
    return apart or _do_unlike(story, relation) or _is_no_size(story, relation)


def _is_driven_by_levels(story: Story, relation: Relation) -> bool:
    """True for "the decline of 7.8 percent WAS DRIVEN BY a fall in those outside, which went from 1,702 to 1,376"."""
    change, levels = relation.claims("change"), (*relation.claims("from"), *relation.claims("to"))
    behind = [
        c
        for c in levels
        if change and c.sentence == change[0].sentence and c.figure.span > change[0].figure.span
    ]
    return len(behind) == 2 and _DRIVEN.search(story.between(change[0], min(behind, key=_start))) is not None


def _start(claim: Claim) -> int:
    return claim.figure.span.start


def _is_out_of_pocket(story: Story, claim: Claim) -> bool:
    """True for "I’M £4,500 DOWN": what is lost or won, and no movement between two levels."""
    told = _SOMEBODY.search(before(story, claim)) is not None and _LOST.match(after(story, claim)) is not None
    return told and family(claim) == "M"


def _is_off_it(story: Story, relation: Relation) -> bool:
    """True for a gap to what was told before it, where a level comes sentences later."""
    change, *levels = relation.claims()
    later = any(c.sentence.start > change.sentence.start for c in levels)
    return later and _OFF_IT.match(after(story, change)) is not None


def _is_elided(story: Story, relation: Relation) -> bool:
    change, *levels = relation.claims()
    if family(change) != "P" or not levels or any(family(c) != "C" for c in levels):
        return False
    first = min(levels, key=lambda c: c.figure.span)
    beside = first.sentence == change.sentence and first.figure.span > change.figure.span
    return beside and _AFTER.search(before(story, first)) is not None


def _do_unlike(story: Story, relation: Relation) -> bool:
    done = {m[1] for c in relation.claims()[1:] if (m := _DOES.match(after(story, c))) is not None}
    return len(done) > 1


def _is_no_size(story: Story, relation: Relation) -> bool:
    """True for "past half", and for a later sentence with a level that nothing tells as the earlier one."""
    change, old, new = relation.claims()[0], relation.claims("from"), relation.claims("to")
    if change.figure.kind == "ratio" and _PAST.search(before(story, change)):
        return True
    levels = (*old, *new)
    if _PRICE_OF_SHARES.search(before(story, change)) and not any(
        _SHARE.search(story.sentence(c)) for c in levels
    ):
        return True
    if (
        _TOO.search(before(story, change, 40))
        or _is_off_mark(story, change, levels)
        or _falls_short(story, change, levels)
    ):
        return True
    if len(levels) == 2 and all(
        c.sentence == change.sentence and _TO.search(before(story, c)) for c in levels
    ):
        return True
    if any(_TOUCHED.search(before(story, c)) for c in levels) or _moves_another(story, change, levels):
        return True
    if any(c.figure.text.isalpha() for c in levels) and max(map(_value, levels)) > _APART * min(
        map(_value, levels)
    ):
        return True  # "4,452.8, after falling 3.5% over the previous FIVE sessions"
    if any(_is_of_next_subject(story, change, c) for c in old) or _is_of_portion(story, change, levels):
        return True
    if any(_is_of_own_clause(story, change, c) for c in levels):
        return True
    if any(_TRUE.search(story.sentence(c)) and c.sentence != change.sentence for c in levels):
        return True
    return _goes_on_elsewhere(story, change, old, new)


def _goes_on_elsewhere(story: Story, change: Claim, old: Sequence[Claim], new: Sequence[Claim]) -> bool:
    """True if the old level stands in a later sentence that does not go back to the change."""
    if _MAJORITY.search(before(story, change, 30)):
        return False  # "took the seat with 9,412 votes, a MAJORITY of 545. The loser polled 8,867"
    told_later = [c for c in old if c.figure.span > change.figure.span and c.sentence != change.sentence]
    beside = all(c.sentence == change.sentence for c in new)
    return beside and not all(_GOES_BACK.search(story.sentence(c)) for c in told_later)


def _falls_short(story: Story, change: Claim, levels: Sequence[Claim]) -> bool:
    """True for a gap told as one of two figures that it does lie between: "fell 1,600 short of" 20,000 at 18,400."""
    told = _FALLS.search(before(story, change)) and _SHORT.match(after(story, change))
    return bool(told) and any(meets(change, pair, gap) for pair in permutations(levels, 2))


def _is_off_mark(story: Story, change: Claim, levels: Sequence[Claim]) -> bool:
    """True for a size told from an average, a peak or a target that no level is told as."""
    found = _OFF_MARK.match(after(story, change))
    if found is None:
        return False
    mark, end = found[0].lower().split()[-1].rstrip("s"), change.figure.span.end + found.end()
    told = (c for c in levels if mark in before(story, c).lower() + after(story, c, 24).lower())
    return all(c.sentence == change.sentence and c.figure.span.start - end < _NEAR for c in told)


def _is_of_next_subject(story: Story, change: Claim, old: Claim) -> bool:
    """True for "imports were higher at 612,000 tonnes AND EXPORTS FELL by 6 per cent"."""
    if old.sentence != change.sentence or not old.figure.span < change.figure.span:
        return False
    found = _AND_THESE.search(story.between(old, change))
    led = story.lead(old)
    return found is not None and not stems(found[1]) & stems(led)


def _is_of_own_clause(story: Story, change: Claim, level: Claim) -> bool:
    """True for "71,240 members, 4,660 more than last year, AND THE AVERAGE ATTENDANCE WAS 41,000"."""
    if level.sentence != change.sentence or not change.figure.span < level.figure.span:
        return False
    gap = story.between(change, level)
    moved, told = _IN_THESE.match(gap), _WHICH_WERE.search(gap)
    if moved is not None and told is not None and not stems(moved[1]) & stems(told[1]):
        return True
    found = _AND_THE.search(gap)
    led = story.lead(change)
    own = stems(found[1]) - stems(_ANY_LEVEL) if found is not None else frozenset()
    return bool(own) and not own & stems(led)


def _is_of_portion(story: Story, change: Claim, levels: Sequence[Claim]) -> bool:
    """True for a change in per cent before two shares that tell what part the same thing is of another."""
    if family(change) != "P" or any(family(c) != "P" for c in levels):
        return False
    first = min(levels, key=lambda c: c.figure.span)
    told = story.words(Span(change.figure.span.end, max(change.figure.span.end, first.figure.span.start)))
    return first.sentence == change.sentence and _MAKES_UP.search(told) is not None


def _moves_another(story: Story, change: Claim, levels: Sequence[Claim]) -> bool:
    """True for "doubles its turbines" between levels of something else."""
    thing = _MOVES.match(after(story, change))
    if thing is None or family(change) not in "XP":
        return False
    told = " ".join(
        f"{story.sentence(c)} {c.measure.key if c.measure else ''}"
        for c in levels
        if c.sentence != change.sentence
    )
    return bool(told) and not stems(thing[1]) & stems(told)


def _value(claim: Claim) -> float:
    return float(claim.figure.value or 0)
