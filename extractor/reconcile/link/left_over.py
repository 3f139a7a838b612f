"""Totals of which a part is told and "the other" or "the remaining" part.

"The other two CLASSES start next week" and "the other four IN THE VALLEY are to go" begin just like what is left of
a whole. So they accuse only where a verb follows the number at once and no further figure stands between; else
they confirm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from extractor.amount import difference, scale, surely_less
from extractor.model import Claim, Cue, Relation, Role, Span
from extractor.reconcile.link.change import same_unit
from extractor.reconcile.link.cues.phrases import Marked, Match, Phrase, first_of_each, matches
from extractor.reconcile.link.runs import unit_of
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

#: A total, one part, and the part that is left.
PHRASES = (
    Phrase(
        "of-total-part-the-other",
        "a fronted total, a part, and 'the other' part",
        r"(?<!›\s)\b(?:of|out\sof)\s(?!(?:which|whom|them|those|these)\b)(?:@ART\s|all\s|all\sthe\s)?(?:[\w’'-]+\s){0,2}?{total:N}[^‹|¶]{0,90}?,\s[^‹|¶;]{0,60}?{first:N}[^‹|¶]{0,110}?(?:@NEXT|,\s(?:and\s|while\s|with\s)?|;\s|\sand\s)(?:the|its|their)\s(?:other|remaining)\s{rest:N}",
        "sum",
        (
            "Of the 975 patients, 585 got better.| The other 390 did not",
            "of its 96 firms, 24 replied and the remaining 72 did not",
        ),
        "Of the 975 patients, 585 got better and 390 others came later",
    ),
    Phrase(
        "of-total-part-leaving",
        "a fronted total, a part, and what that leaves",
        r"(?<!›\s)\b(?:of|out\sof|from)\s(?!(?:which|whom|them|those|these)\b)(?:@ART\s|all\s|all\sthe\s|a\stotal\sof\s)?(?:[\w’'-]+\s){0,2}?{total:N}[^‹|¶;]{0,90}?{first:N}[^‹|¶;]{0,90}?,?\s(?:leaving|which\s(?:leaves|left)|so\sthat\s(?:leaves|left))\s(?:just\s|only\s|about\s|some\s|another\s|them\swith\s)?{rest:N}(?!\s(?:per\b|[\w-]+(?:ers|ors|ists|people|staff)\b))",
        "sum",
        (
            "Out of 84 centres opened in the region, 57 have been closed, leaving 37 still in operation",
            "Of the £12.4m, £9.1m went on pay, which leaves £3.3m",
        ),
        "Of the 84 centres 57 have closed, leaving 37 drivers without work",
    ),
    Phrase(
        "total-of-these-part-the-other",
        "a total in one sentence, then of these a part, and 'the other' part",
        r"{total:N}[^‹|¶;]{0,60}?(?:‹[A-Z]\d+›[^‹|¶;]{0,60}?)?@NEXT(?:Of|From|Among)\s(?:these|them|those),?\s(?:[\w’'-]+\s){0,3}?{first:N}[^‹|¶]{0,110}?(?:@NEXT|,\s(?:and\s|while\s|with\s|but\s)?|;\s|\sand\s)(?:the|its|their)\s(?:other|remaining)\s{rest:N}",
        "sum",
        (
            "spoke to 480 traders.| Of these, 360 had raised a price, while the other 120 had held theirs",
            "has 96 firms at 4 parks.| Of them 24 replied and the remaining 72 did not",
        ),
        "spoke to 480 traders.| Of these, 360 had raised a price, while 120 others had come from abroad",
    ),
    Phrase(
        "total-part-the-other",
        "a total in one sentence, a part in the next, then 'the other' part",
        r"{total:N}(?:\s[\w’'-]+){1,4}[.”\"]*\s?[|¶][|¶\s]*(?:[\w’'-]+\s){1,4}{first:N}[.,;”\"]*\s?(?:[|¶][|¶\s]*|and\s)(?:the|its|their)\s(?:other|remaining)\s{rest:N}",
        "sum",
        ("The centre received 73,800 calls.| Operators picked up 67,650.| The other 6,150 rang out",),
        "The centre received 73,800 calls.| It has 67 staff.| Last year 6,150 rang out",
    ),
    Phrase(
        "total-so-far-leaving",
        "a whole, what there is of it so far, and what that leaves",
        r"{total:N}(?:(?!\b(?:on|in|by)\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[^‹|¶;]){0,60}?(?:\b(?:but|though|although|yet|only|just|so\sfar|already|currently)\b|\b(?:and|while)\s(?:(?:has|have|had|there\s(?:are|were)|employs?|employed)\b))[^‹|¶;]{0,50}?{first:N}[^‹|¶;]{0,60}?(?:,\s(?:leaving|which\s(?:leaves|left))|[.”\"]*\s?[|¶][|¶\s]*(?:That|This|Which)\s(?:leaves|left|would\sleave))\s(?:just\s|only\s|about\s|some\s|another\s|it\s|them\s|us\s|a\s(?:gap|shortfall|shortage|deficit)\sof\s)*{rest:N}",
        "sum",
        (
            "is budgeted for 340 officers and has 289 on the payroll.| That leaves 51 positions unfilled",
            "has room for 340 pupils but only 289 are enrolled, leaving 51 places empty",
        ),
        "sold 340 tickets on Monday and 289 on Tuesday.| That leaves 51 for Wednesday",
    ),
)
#: The phrase whose figures are no whole and part by their words alone: a slip leaves the rest near what it should be.
_SO_FAR = "total-so-far-leaving"


#: What is left of people that are wanted, and of room for them.
_UNFILLED = frozenset(
    ["position", "post", "place", "job", "vacancy", "role", "spot", "gap", "slot", "opening"]
)


#: "Two, both nurses OF 30": an age.
_PLURAL = Regex(r"\b[a-z]{3,}(?:s|men|ren)\s$")

#: What follows a rest that is told of nothing narrower: "the other 390 DID not".
_VERB = Regex(
    r"\s(?:are|were|is|was|did|do|does|have|had|has|will|would|can|could|must|remain(?:ed|s)?|stay(?:ed|s)?|went|came|got"
    r"|took|said|voted|failed|refused|declined|rang|left|lost|won|live[ds]?|work(?:ed)?|not)\b|[,.;]"
)


#: Behind a number without a noun: a verb in the past, whichever; no word that narrows it or counts it for each.
_GOES_ON = Regex(
    r"\s(?!(?:per|need|hundred|speed|red|seed|weed|bed|shed)\b)[a-z]{2,}ed\b|\s(?:fell|fled|kept|sat|stood|sold|held|slept|hid|rose|met|fought|paid|spent|grew|ran)\b"
)
#: "The other 110 pupils IN THE VALLEY": those of somewhere else.
_NARROWED = Regex(r"\s[\w’'-]+\s(?:in|of|at|from|on|who|that|which|with|for|to)\b")
#: Characters behind a number within which its own noun ends.
_NEAR = 25
_HOW = Regex(r"\s(by|on|in|at|to|for|with|from|into)\s(?:the\s|an?\s)?[\w’'-]+[.,;]")


#: "61 positions UNFILLED", "51 TO COME": what there is not yet.
_EMPTY = Regex(
    r"(?:\s[\w’'-]+)?\s(?:unfilled|empty|vacant|unsold|unspent|unlet|unbuilt|open|idle|to\s[a-z]+)\b"
)
#: A slip makes a rest no more than so many times its whole.
_MOST = Fraction(23, 20)
#: A slip makes it no more than so many times what is left, and no less than one part in so many.
_NEAR_BY = Fraction(4, 3)
_EACH = Regex(r"\b(?:each|every|apiece|per|an?\s(?:day|week|month|year))\b", re.IGNORECASE)


def left_overs(story: Story, marked: Marked) -> Iterator[Relation]:
    """All totals of which one part is told, and the other as what is left."""
    for match in first_of_each(matches(marked, PHRASES), "total", "rest"):
        if _PLURAL.search(story.document.text[max(0, match.span.start - 20) : match.span.start]):
            continue
        whole, first, rest = (match.roles[r] for r in ("total", "first", "rest"))
        if _is_larger(whole, first, rest) and _are_of_one_unit(match.phrase, whole, first, rest):
            roles = (Role("total", whole), Role("part", first), Role("part", rest))
            cue = Cue(story.document.id, match.span, story.words(match.span))
            yield Relation("sum", roles, cue, "stated" if _is_all_that_is_left(story, match) else "numeric")


def _are_of_one_unit(phrase: Phrase, whole: Claim, first: Claim, rest: Claim) -> bool:
    """True if a rest can be what is left: of the noun of its whole, or of about the right size in posts or places."""
    if phrase.name != _SO_FAR:
        return len({(unit_of(c), family(c)) for c in (whole, first, rest)}) == 1
    noun = rest.measure.key if rest.measure is not None and rest.measure.found == "here" else ""
    named = noun in _UNFILLED or unit_of(rest) == unit_of(whole)
    return named and same_unit(whole, first) and same_unit(whole, rest) and _is_slip_of(rest, whole, first)


def _is_slip_of(rest: Claim, whole: Claim, first: Claim) -> bool:
    """True if a rest is what the part leaves of the whole, or within a third of that."""
    left = difference(whole.figure.amount, first.figure.amount)
    least, most = scale(left, 1 / _NEAR_BY), scale(left, _NEAR_BY)
    return not surely_less(rest.figure.amount, least) and not surely_less(most, rest.figure.amount)


def _is_all_that_is_left(story: Story, match: Match) -> bool:
    """True if the rest is of nothing narrower than the whole, and no other figure may have been left out."""
    rest = match.roles["rest"].figure.span
    total, first = match.roles["total"], match.roles["first"]
    start = match.span.start if total.sentence == first.sentence else first.sentence.start
    if len([c for c in story.starting(start, rest.start) if c is not total and c is not first]) > 1:
        return False
    if _VERB.match(story.document.text, rest.end) is not None or _is_bare(story, match.roles["rest"]):
        return True
    if match.phrase.name == _SO_FAR and _EMPTY.match(story.document.text, rest.end) is not None:
        return True
    alike = _is_named_alike(match.roles["total"], match.roles["rest"])
    narrowed = _NARROWED.match(story.document.text, rest.end) and not match.phrase.name.endswith("-leaving")
    return (alike and not narrowed) or _ends(story, match)


def _is_bare(story: Story, rest: Claim) -> bool:
    """True for "the other 110 walked free": a number with no noun of its own behind it, and nothing that narrows it."""
    end, noun = rest.figure.span.end, rest.measure
    named = noun is not None and noun.span is not None and end <= noun.span.end <= end + _NEAR
    return not named and _GOES_ON.match(story.document.text, end) is not None


def _is_named_alike(whole: Claim, rest: Claim) -> bool:
    """True for "860 herds ... which leaves 89 herds": both with one noun of their own."""
    nouns = [c.measure for c in (whole, rest) if c.measure is not None and c.measure.found == "here"]
    if len(nouns) < 2 or nouns[0].key != nouns[1].key or nouns[1].span is None:
        return False
    return 0 < nouns[1].span.start - rest.figure.span.end <= 1


def _ends(story: Story, match: Match) -> bool:
    """True if nothing more is counted behind a rest that is told as left, or in the way of the first part."""
    rest = match.roles["rest"]
    behind = story.words(Span(rest.figure.span.end, rest.sentence.end))
    if len(story.starting(rest.figure.span.end, rest.sentence.end)) or _EACH.search(behind):
        return False
    return match.phrase.name.endswith("-leaving") or _is_gapped(story, match)


def _is_gapped(story: Story, match: Match) -> bool:
    """True for "2,450 went BY train and the remaining 850 BY coach", which leaves the verb out."""
    first, rest = (match.roles[r].figure.span for r in ("first", "rest"))
    text = story.document.text
    how = _HOW.match(text, rest.end)
    return how is not None and re.search(rf"\s{how[1]}\s", text[first.end : rest.start]) is not None


def _is_larger(whole: Claim, *parts: Claim) -> bool:
    """False for "won 22 gold. Boxing gave nine, and the remaining 43": nothing leaves so much more than it was."""
    most = scale(whole.figure.amount, _MOST)
    return not any(surely_less(most, p.figure.amount) for p in parts)
