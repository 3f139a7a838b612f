"""What words make of a rate that stands beside two counts and is no share of them."""

from __future__ import annotations

import re

from extractor.lexicon import table
from extractor.model import Claim, Span
from extractor.nouns import may_be_one
from extractor.reconcile.link.window.levels import UNTOLD
from extractor.reconcile.link.window.scope import (
    after,
    before,
    stems,
)
from extractor.reconcile.link.window.taken import is_of_some
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex
from extractor.wording import any_of

_WORDS = table("windows")["share"]
#: Nouns that may stand for whatever was counted.
GENERAL = frozenset(
    (*_WORDS["collective"], *table("windows")["worked"]["general"], *table("windows")["worked"]["cases"])
)
_OTHER_RATE = any_of(_WORDS["other_rate"])
#: "That is not a fifth", "which is also by a third", "six of the 22 PASSED 90 per cent".
NO_SHARE = Regex(
    r"\b(?:(?:not|by)\s(?:about\s|nearly\s|almost\s|some\s)?"
    r"|(?:top|bottom|upper|lower|first|last|middle|inner|outer|front|back|left|right)\s"
    r"|(?:passed|topped|exceeded|cleared|scor(?:ed|es|ing)|past|beat|above|below)\s)$",
    re.IGNORECASE,
)
#: "The best shooting team in the league at 81 percent, made": what the subject is known for, not this count.
_KNOWN_FOR = Regex(r"\b(?:best|worst|highest|lowest|\w{4,}est|most|least)\b[^,.;:]{0,70}\bat\s(?:\w+\s)?$")
SINCE = Regex(
    r"^,?\s(?:(?:from|on|since|than|over)\s(?:a|an|the|last|this|its|two|three|five|ten)\s"
    r"|(?:a|an|per|each|every)\s(?:year|month|week|day|hour|quarter|decade)\b)",
    re.IGNORECASE,
)
#: "Another 31%", "the other 6,150": a part of more than the figure before it.
REST = Regex(r"\b(?:rest|remaining|remainder|others?|another|further)(?:\s\w+)?\s$", re.IGNORECASE)
#: "35 percent of its budget that year": of what the whole was at another time.
_THEN = Regex(
    r"^[^,.;:()]{0,40}?\sof\s(?:its|their|the|his|her)\s(?:[\w’'-]+\s){1,3}?(?:(?:that|last|the\sprevious)\s(?:year|season|month)|then|at\sthe\stime)\b",
    re.IGNORECASE,
)
#: "About 600, a third of them from one street": what follows tells some of the part from the rest of it.
_SOME_OF = Regex(rf"^\sof\s(?:them|these|those|whom)\s(?:{'|'.join(_WORDS['some_of'])})\b", re.IGNORECASE)
#: "27 had been sold, half for less than £500".
_SOME_FOR = Regex(r"^\s(?:for|at|on|by|to|from|with|without|aged|under|over)\s", re.IGNORECASE)
#: "One in four of those where a dog had died": of fewer than were counted.
OF_THOSE_WHO = Regex(
    r"^\sof\s(?:(?:those|them|these|the\s[\w-]+)\s(?:who|whom|whose|which|that|where|when|with|without|in|on|at|from|aged|under|over|bound|seen|left|still)\b)",
    re.IGNORECASE,
)
#: "Two-thirds of the fall": what a rate is of, which is no level.
_OF_MOVE = Regex(
    r"^(?:\sand\smore)?\sof\s(?:the|that|this)\s(?:[\w-]+\s)?(?:fall|drop|decline|rise|increase|growth|gain|loss|cut|difference|gap)\b",
    re.IGNORECASE,
)
#: A time that is told of a count.
_THEN_TOLD = Regex(
    r"\b(?:(?:in|by|until|before|during|between|of)\s(?:[a-z]+\s)?(?:19|20)\d\d"
    r"|(?:last|the\sprevious)\s(?:year|month|week|season|decade))\b",
    re.IGNORECASE,
)
#: "A third of those ALLOWED TO": of whom, and not of all that were counted.
_ABLE = Regex(
    r"^\sof\s(?:all\s)?(?:those|the\sones)\s(?:eligible|entitled|allowed|able|qualified|due|likely|permitted|expected|willing|affected|needed)\b",
    re.IGNORECASE,
)
#: "Two of the eight zones HAVE half OF THE total": of what they have, and not of the zones.
_HOLDING = Regex(
    r"\b(?:ha(?:s|ve|d)|h[oe]lds?|own(?:s|ed)?|produc(?:e|es|ed)|generat(?:e|es|ed)|t[ao]kes?|took|recei(?:ve|ves|ved)|us(?:e|es|ed)"
    r"|bring(?:s)?\sin|brought\sin|dig(?:s)?|dug|answer(?:s|ed)?|account(?:s|ed)?\sfor|ma[dk]es?(?:\sup)?|contribut(?:e|es|ed)|report(?:s|ed)?)"
    r"\s(?:(?:about|just|nearly|almost|some|over|around|roughly|more\sthan|up\sto)\s){0,2}$",
    re.IGNORECASE,
)
_OF_ALL = Regex(r"^\sof\s(?:(?:the|its|their|all|that|this|every)\s)")
#: "Of the newcomers": a noun of its own behind a rate.
_OF_NOUN = Regex(r"^\sof\s(?:the|these|those)\s([a-z]{4,}s)\b(?!\s(?!(?:is|was|has)\b)[a-z]+s\b)")
#: "Of the people 7,100 were children", unlike "of the county's 7,100": a part, and not what the next count is a part of.
AS_PART = Regex(
    r"(?:^|[.!?]\s)[Oo]f\s(?:the|its|their|all|these|those)\s(?:[a-z][\w’'-]*\s){0,2}[a-z][\w-]*\s$"
)
#: "104 of the first group and 89 of the second": parts of two groups.
_GROUPS = Regex(
    r"^(?:\s[\w’'-]+)?\s(of|in|on|from|at|among|with|after)\s(?!(?:them|these|those|which|whom)\b)(?:[\w’'-]+\s){0,6}?[\w’'-]+,?\s(?:and|against|to|but|while)\s$"
)
_OR = Regex(r"\bor\s(?:[\w’'-]+\s){0,2}$", re.IGNORECASE)
#: What ends the words before a rate that can say of which time it is.
_NEW_CLAUSE = Regex(r",\s(?:but|and|while|so|yet|or)\s|\s\(", re.IGNORECASE)
_RECORD = Regex(r"\b(?:its|their|the|a|previous)\srecord\b", re.IGNORECASE)
#: "With a population half as big".
_LIKE = Regex(r"^\s?(?:as|that\sof|the\ssize)\s", re.IGNORECASE)
#: A sentence about what was told before it.
_TELLS_BACK = Regex(r"^[“\"‘]?(?:that|this|it|which)(?:[’']s|\sis|\swas|\smeans|\smakes)\b", re.IGNORECASE)
_GROUP = Regex(
    r"^[^,.;]{0,40}\bin\sthe\s(?:[\w-]+\s){1,3}?(?:group|arm|half|third|category|class)\b", re.IGNORECASE
)
_USUAL = any_of(_WORDS["usual"])
#: Right before a rate that says the figure before it again.
_SAID = Regex(r"(?:,\s(?:which|that)\s(?:is|was|makes|made)|,\sor)\s$", re.IGNORECASE)
#: "Nearly two in five households, 784, have been": the count is what the rate comes to.
_APPOSED = Regex(r"\s(?:of\s)?(?:[\w’'-]+\s){0,2}[\w’'-]+,\s(?:or\s)?")


def is_of_then(story: Story, rate: Claim, part: Claim) -> bool:
    """True for a part of a time of its own behind a rate that has none: "half fear for their jobs ... cut 300 in 2019"."""
    if not rate.sentence < part.sentence or _THEN_TOLD.search(story.sentence(rate)):
        return False
    others = [c.figure.span for c in story.in_sentence(part.sentence) if c is not part]
    leads = all(s.start > part.figure.span.start for s in others)
    start = part.sentence.start if leads else part.figure.span.end
    end = min((s.start for s in others if s.start >= part.figure.span.end), default=part.sentence.end)
    return _THEN_TOLD.search(story.words(Span(start, end))) is not None


#: "About a third OF THE GROSS FIGURE": a whole by its name.
_OF_NAMED = Regex(
    r"^\sof\s(?:the|its|their|that|this)\s(?:gross|net|original|initial|full|combined|former|latter|first|second|old|new|larger|smaller"
    r"|higher|lower|final|earlier|previous)\s(?:figure|number|total|sum|amount|count|cost|bill|budget|target)\b",
    re.IGNORECASE,
)
#: "9.2 million tonnes, or a third, ABOVE what is required".
_BEYOND = Regex(
    r"^,\s(?:above|below|over|under|beyond|more|less|fewer|higher|lower|ahead|short)\b", re.IGNORECASE
)
#: "A charity WITH 26 per cent OVERHEAD".
_WITH = Regex(r"\bwith\s(?:an?\s|only\s|just\s|about\s)*$", re.IGNORECASE)
_OF_ITS_OWN = Regex(r"^\s(?!(?:of|in|at|on|to|and|or|who|which|that|more|less|fewer)\b)[a-z]")
#: "117 OF THE CRASHES, one in ten": from a number to its own share.
_OF_SOME = Regex(
    r"\sof\s(?:the|its|their|all)\s[^,;.:]{1,40},\s(?:or\s|about\s|nearly\s|almost\s|just\s|over\s){0,3}"
)


def is_other(story: Story, rate: Claim) -> bool:
    """True for interest, chances and the like, and for what is usual and not what was counted here."""
    around = _NEW_CLAUSE.split(before(story, rate, 50))[-1] + "·" + after(story, rate, 30)
    known = _KNOWN_FOR.search(before(story, rate, 100)) and after(story, rate, 1) == ","
    own = (
        _OF_NAMED.match(after(story, rate))
        or _BEYOND.match(after(story, rate))
        or (_WITH.search(before(story, rate, 20)) and _OF_ITS_OWN.match(after(story, rate)))
    )
    return bool(_OTHER_RATE.search(around) or _USUAL.search(around) or known or own)


def _is_of_whole(story: Story, rate: Claim, part: Claim, whole: Claim) -> bool:
    """True for "in 117 of the crashes, one in ten, and buses in 15": the rate is set behind the larger number alone."""
    if not whole.figure.span < rate.figure.span < part.figure.span or whole.sentence != part.sentence:
        return False
    led = story.between(whole, rate)
    return _OF_SOME.fullmatch(led) is not None and after(story, rate, 1) == ","


def is_ruled_out(story: Story, rate: Claim, part: Claim, whole: Claim) -> bool:
    """True where the words say that the rate is of something else than these two."""
    if _is_of_another_time(part, whole) or any(story.once(_is_untold, c) for c in (part, whole)):
        return True
    if is_of_then(story, rate, part):
        return True
    if _OF_MOVE.match(after(story, rate)) or (family(part) == "M" and OF_THOSE_WHO.match(after(story, rate))):
        return True
    later = max(part.sentence, whole.sentence)
    if rate.sentence < later and _TELLS_BACK.match(story.sentence(rate)):
        return True
    if (
        story.once(_is_of_more, rate)
        or story.once(is_of_some, rate)
        or _is_said_of_another(story, rate, part, whole)
    ):
        return True
    if REST.search(before(story, part, 20)) or _is_of_part(story, rate, part):
        return True
    if _APPOSED.fullmatch(story.between(rate, whole)):
        return True
    if any(told(story, rate, part, whole) for told in (_is_of_able, _is_held, _names_another, _is_of_whole)):
        return True
    led = [_preposition(story, c) for c in (rate, part, whole)]
    if led[0] and led == led[:1] * 3:
        return True
    return _are_groups(story, part, whole)


def _preposition(story: Story, claim: Claim) -> str:
    """The preposition right before a figure: "IN 46 per cent of cases, debt IN 21 and illness IN 24" is a list."""
    found = re.search(r"\b(in|for|at|on|to)\s$", before(story, claim, 5), re.IGNORECASE)
    return "" if found is None else found[1].lower()


def _is_untold(story: Story, count: Claim) -> bool:
    led = before(story, count, 40)
    return bool(UNTOLD.search(led) or _RECORD.search(led))


def _is_of_more(story: Story, rate: Claim) -> bool:
    """True for a share of the rest, one that is like another or of another time, and the first of two."""
    told = story.words(Span(rate.figure.span.start, rate.sentence.end))
    rest = REST.search(before(story, rate, 20)) or _LIKE.match(after(story, rate)) or _THEN.match(told)
    rest = rest or (_TELLS_BACK.match(story.sentence(rate)) and OF_THOSE_WHO.match(after(story, rate)))
    return bool(rest) or _is_listed(story, rate)


def _is_said_of_another(story: Story, rate: Claim, part: Claim, whole: Claim) -> bool:
    """True for "by 104p, which is 14.8 per cent and took £470m off": the rate says the figure before it again."""
    if _SAID.search(before(story, rate, 20)) is None:
        return False
    earlier = any(c.figure.span < rate.figure.span for c in story.in_sentence(rate.sentence))
    return earlier and all(
        c.sentence == rate.sentence and c.figure.span > rate.figure.span for c in (part, whole)
    )


def _is_of_part(story: Story, rate: Claim, part: Claim) -> bool:
    """True for "about 600 were about noise, a third of them from one street": the rate is of the 600."""
    if part.sentence != rate.sentence or part.figure.span > rate.figure.span:
        return False
    some = _SOME_OF.match(after(story, rate)) or (
        family(part) == "C" and _in_words(rate) and _SOME_FOR.match(after(story, rate))
    )
    return bool(some) and not _OR.search(before(story, rate, 20))


def _in_words(rate: Claim) -> bool:
    """True for "half", "a third", not for "47 per cent"."""
    return not any(c.isdigit() for c in rate.figure.text)


def _is_listed(story: Story, rate: Claim) -> bool:
    """True for the first of "48 and 47 per cent": which of two things it is of stands elsewhere."""
    behind = [
        c for c in story.in_sentence(rate.sentence) if c.figure.span > rate.figure.span and family(c) == "P"
    ]
    gap = story.between(rate, behind[0]) if behind else ""
    return gap in (" and ", " to ", " or ")


def _is_of_another_time(part: Claim, whole: Claim) -> bool:
    """True for "44% of the deaths, 205 people" and a whole of another year."""
    periods = part.period, whole.period
    own = [p for p in periods if p is not None and p.found == "here"]
    return len(own) == len(periods) and own[0].key != own[1].key


def _is_of_able(story: Story, rate: Claim, _: Claim, whole: Claim) -> bool:
    """True for a rate of those who may, and for a whole that is told as one more part: "of the people 7,100"."""
    return bool(_ABLE.match(after(story, rate)) or AS_PART.search(before(story, whole, 60)))


def _names_another(story: Story, rate: Claim, part: Claim, whole: Claim) -> bool:
    """True for "one in three of the newcomers" behind both counts, which count singers and never name a newcomer."""
    found = _OF_NOUN.match(after(story, rate))
    if found is None or not max(part.figure.span, whole.figure.span) < rate.figure.span:
        return False
    noun, keys = found[1].lower(), [c.measure.key for c in (part, whole) if c.measure is not None]
    forms = {noun, noun.removesuffix("s"), noun.removesuffix("es")}
    if forms & GENERAL or len(keys) < 2 or any(may_be_one(f, k) for f in forms for k in keys):
        return False
    return not any(
        stems(noun) & stems(story.sentence(c)) for c in (part, whole) if c.sentence != rate.sentence
    ) and (not stems(noun) & stems(story.lead(rate)))


def _is_held(story: Story, rate: Claim, part: Claim, whole: Claim) -> bool:
    """True for a rate behind both counts of its sentence, of what those who were counted have or do."""
    last = max(part.figure.span.end, whole.figure.span.end)
    if whole.sentence != rate.sentence or not last <= rate.figure.span.start:
        return False
    led = story.words(Span(last, rate.figure.span.start))
    return _HOLDING.search(led) is not None and _OF_ALL.match(after(story, rate)) is not None


def _are_groups(story: Story, part: Claim, whole: Claim) -> bool:
    """True for "59 in the dummy group ... and 14 in the high-dose group", "104 of the first and 89 of the second"."""
    if all(_GROUP.match(after(story, c)) for c in (part, whole)):
        return True
    first, last = sorted((part.figure.span, whole.figure.span))
    found = _GROUPS.match(story.words(Span(first.end, last.start))) if last.start - first.end < 90 else None
    return (
        found is not None
        and re.match(rf"(?:\s[\w’'-]+)?\s{found[1]}\s", story.words(Span(last.end, last.end + 30)))
        is not None
    )
