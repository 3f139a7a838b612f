"""Figures of one sentence or story that only stand beside each other, whichever rule tied them.

"£26,000, or a whisker under (it was £25,940), of which a tenth": two tellings of one sum are no part and whole.
"40 holes, to the company's 92, and found it in 47 hectares, or 55 per cent": the rate says the 47 again.
"Two-thirds of the members: 27 in the Senate and 67 in the House": a list of two.
"A revised 7.41 million ... the first figure had been 7.52": one level, told twice.
"Up 15 per cent ... one in four. Three years ago it was one in six": of what was counted, and of a share.
"Over six feet. The average was 5ft 6in": one of them and the mean of all.
"""

from __future__ import annotations

import re
from itertools import pairwise

from extractor.model import Claim, Relation
from extractor.reconcile.link.window.scope import OF_THEM, after, before, stems
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

#: A part so near its whole is the whole, told more exactly, and so is what a rate below this is of.
NEARLY, MUCH = 0.97, 90
#: From a figure to a rate that says it again: "47 hectares, or 55 per cent".
_OR = Regex(r"^(?:\s[\w’'-]+){0,3},\sor\s(?:(?:about|nearly|almost|some|just)\s)?$", re.IGNORECASE)
_AT = r"\s(?:in|at|for|from|by)\s(?:the\s)?[\w’'-]+"
_ROW = Regex(rf"^{_AT}\sand\s$")
_ROW_ENDS = Regex(rf"^{_AT}\b")
_AMONG = Regex(r"\b(?:among\sthem|including)\b[^,;.]{0,40}$", re.IGNORECASE)
_REVISED = Regex(
    r"\brevis(?:ed|ion)\b|\b(?:first|earlier|initial|previous)\s(?:figure|estimate|count)s?\b"
    r"|\bestimates?\s(?:earlier|before|that\sday)\b",
    re.IGNORECASE,
)
_AVERAGE = Regex(r"\b(?:average|mean|median)\b[^,;.]{0,30}$", re.IGNORECASE)
_OF_THE = Regex(r"\bof\s(?:the|those|these)\s$", re.IGNORECASE)

#: "(£15.48), without the £500": what is left out of a share.
_WITHOUT = Regex(
    r"\b(?:without|excluding|besides|apart\sfrom|aside\sfrom|on\stop\sof|in\saddition\sto|not\scounting|over\sand\sabove)\s"
    r"(?:(?:the|its|their|an?|any|another|some)\s)?$",
    re.IGNORECASE,
)
#: "Only 14,900, about half of what it had before the floors were shut": of a level of its own.
_OF_WHAT = Regex(
    r"^\s?(?:per\scent\s|percent\s)?(?:of\s)?(?:what\b[^.;]{0,40}?\b(?:had|was|were|then)|(?:what|the\s(?:level|number|figure|amount))\b"
    r"[^.;]{0,40}?\b(?:used\sto|before|ago|last|once|earlier|previous))\b",
    re.IGNORECASE,
)
#: From one level to the next: "the standard of 98.5 is coming down to 95".
_MOVES_TO = Regex(
    r"\b(?:down|up|coming|going|cut|cuts|falls?|fell|falling|rises?|rose|rising|drops?|dropped|dropping|raised|lowered|reduced"
    r"|increased|changed|moves?|moved|moving)\s(?:(?:down|up|back|again)\s)?to\s(?:[\w’'-]+\s)?$",
    re.IGNORECASE,
)
_PAIRED = Regex(r"^\s(?:[\w’'-]+\s)?(?:out\s)?of\s(?:the\s|its\s|their\s)?$", re.IGNORECASE)
#: "Of the rented homes 300": of some of what was counted.
_OF_SOME = Regex(r"[“\"‘]?(?:Of|Among)\s(?:the|its|their|those|these|all)\s([a-z][\w-]{3,})\s[a-z]{3,}s\b")
#: "At night it was 68 per cent" behind "9,100 of them at night": of these.
_OPENS_AT = Regex(
    r"[“\"‘]?(?:At|In|On|Among|For|By|Of)\s(?:the\s|those\s(?:at|in|on|by)\s)?([A-Za-z][\w’-]{2,})"
)
#: "The failure rate for knives was".
_RATE_FOR = Regex(r"\brate\s(?:for|among|in|of)\s(?:the\s)?([a-z][\w’-]{2,})", re.IGNORECASE)
#: "A turnout of 45 per cent in the hall's own ward".
_RATE_IN = Regex(
    r"^\s(?:per\scent\s|percent\s)?(?:in|among)\s(?:the\s|its\s|their\s|those\s)?(?:in\s|with\s|who\s)?([a-z]{4,})"
)
_IN_ALL = Regex(r"^\s(?:in\sall|in\stotal|altogether|overall)\b", re.IGNORECASE)
#: From a part to a rate of it: ", half of them badly", and no "half of them." that says the part again.
_COMMA = Regex(r",\s(?:about\s|nearly\s|almost\s|only\s)?$", re.IGNORECASE)
_OF_THEM_ALL = Regex(r"^\s(?:per\scent\s|percent\s)?of\s(?:them|these|whom|which)\s[a-z]", re.IGNORECASE)
#: "Repaid €142,000, a fifth of it, LEAVING €542,200": what is left is no whole of the part before it.
_LEAVING = Regex(
    r"\b(?:leaving|leaves|left\swith|which\sleft|that\sleft)\s(?:[\w’'-]+\s){0,3}$", re.IGNORECASE
)
_OF_ALL_OF = Regex(r"^\sof\s(?:the|its|all)\s(?!(?:rest|others?|remain\w+)\b)", re.IGNORECASE)
_OF_THESE = Regex(
    r"\bof\s(?:these|those|them|which|whom),?\s(?:about\s|some\s|only\s|just\s)?$", re.IGNORECASE
)
_TURNOUT = Regex(r"\bturnout\b[^,;.]{0,40}$", re.IGNORECASE)
_COULD_VOTE = Regex(
    r"\b(?:regist\w+|electorate|electors?|eligible|entitled|members|voters|roll|rolls|could\s(?:have\s)?vote\w*|allowed|balloted|ballots?|papers"
    r"|staff|workers|teachers|nurses|residents|tenants|people|households|those)\b",
    re.IGNORECASE,
)
_STILL = Regex(
    r"^\s(?:[\w’'-]+\s){0,3}?(?:outstanding|remain(?:s|ing|ed)?|unpaid|unaccounted|still\s(?:owed|owing|due|missing|to)|to\sgo|is\sleft|are\sleft"
    r"|(?:were|was|is|are)\sstill)\b",
    re.IGNORECASE,
)


def is_beside(story: Story, relation: Relation) -> bool:
    """True where words or sizes tell that the figures are of different statements, or one figure told twice."""
    roles = {r.name: r.value for r in relation.roles if isinstance(r.value, Claim)}
    if relation.kind == "share" and {"rate", "part", "whole"} <= roles.keys():
        return _is_no_share(story, roles["rate"], roles["part"], roles["whole"])
    if relation.kind == "change":
        levels = [c for name, c in roles.items() if name in ("from", "to")]
        change = roles.get("change", levels[0]) if levels else None
        shares = [c for c in levels if c.figure.kind == "ratio"]
        far = change is not None and any(story.paragraphs_apart(change, c) for c in shares)
        far = far or any(_REVISED.search(story.sentence(c)) for c in levels)
        return far or any(_is_part_of(story, a, b) for a, b in (levels, levels[::-1]) if len(levels) == 2)
    if relation.kind == "same":
        return len({_AVERAGE.search(before(story, c, 50)) is not None for c in roles.values()}) > 1
    return relation.kind == "sum" and _repeats(story, relation)


def _is_no_share(story: Story, rate: Claim, part: Claim, whole: Claim) -> bool:
    share, one, all_ = rate.figure.amount.high, part.figure.value, whole.figure.value
    if one and all_ and share is not None and share < MUCH and float(one) > NEARLY * float(all_):
        return True
    return (
        any(_WITHOUT.search(before(story, c)) for c in (part, whole))
        or _is_left(story, part, whole)
        or _is_some(story, part, whole)
        or _is_turnout(story, rate, part, whole)
        or (part.sentence == rate.sentence and _OF_WHAT.match(after(story, rate, 70)) is not None)
        or _moves(story, part, whole)
        or _is_of_part(story, rate, part)
        or _is_of_next(story, rate, part, whole)
        or _is_of_some(story, rate, part, whole)
        or _says_another(story, rate, part, whole)
        or _are_row(story, part, whole)
        or bool(_AMONG.search(before(story, part)))
    )


def _is_left(story: Story, part: Claim, whole: Claim) -> bool:
    """True for what a part, told before it, leaves of the whole."""
    if not part.figure.span < whole.figure.span:
        return False
    return _LEAVING.search(before(story, whole)) is not None or _STILL.match(after(story, whole)) is not None


def _is_turnout(story: Story, rate: Claim, part: Claim, whole: Claim) -> bool:
    """True for a turnout beside the votes of some: it is of those who could vote."""
    if _TURNOUT.search(before(story, rate)) is None:
        return False
    return _COULD_VOTE.search(f"{story.sentence(part)} {story.sentence(whole)}") is None


def _is_some(story: Story, part: Claim, whole: Claim) -> bool:
    """True for a part of all, "203 OF THE CASES", behind a number that is itself a part: "Of these, 257 had"."""
    apart = part.sentence != whole.sentence and _OF_ALL_OF.match(after(story, part)) is not None
    told = _OF_THESE.search(before(story, whole)) or _OF_ALL_OF.match(after(story, whole))
    return apart and told is not None


def _is_of_part(story: Story, rate: Claim, part: Claim) -> bool:
    """True for "Ten had flu, half of them badly": the rate is of the ten."""
    if part.sentence != rate.sentence or not part.figure.span < rate.figure.span:
        return False
    between = story.between(part, rate)
    return _COMMA.search(between) is not None and _OF_THEM_ALL.match(after(story, rate)) is not None


def _says_another(story: Story, rate: Claim, *own: Claim) -> bool:
    """True if the figure right before a rate is the one that it says again, and is none of the two."""
    ahead = [c for c in story.in_sentence(rate.sentence) if c.figure.span < rate.figure.span]
    if not ahead or ahead[-1] in own:
        return False
    return _OR.match(story.between(ahead[-1], rate)) is not None


def _is_of_some(story: Story, rate: Claim, part: Claim, whole: Claim) -> bool:
    """True if the words at a rate tell it of some of what was counted, or of another thing."""
    words = story.lead(rate)
    if whole.sentence != rate.sentence:
        some, at = _OF_SOME.match(words), _OPENS_AT.match(words)
        if some is not None and not stems(some[1]) & stems(story.sentence(whole)):
            return True
        if at is not None and part.sentence != rate.sentence and at[1].lower() in after(story, part).lower():
            return True
    of = _RATE_IN.match(after(story, rate))
    if (
        of is not None
        and stems(of[1])
        and not stems(of[1])
        & stems(f"{story.sentence(part)} {story.sentence(whole)}".replace(after(story, rate), ""))
    ):
        return True
    named = _RATE_FOR.search(words)
    if named is not None and not stems(named[1]) & stems(f"{story.sentence(part)} {story.sentence(whole)}"):
        return True
    rates = [
        c for c in story.in_sentence(rate.sentence) if family(c) == "P" and c.figure.span < part.figure.span
    ]
    return len(rates) > 1 and any(_IN_ALL.match(after(story, c)) for c in (part, whole))


def _is_part_of(story: Story, part: Claim, whole: Claim) -> bool:
    """True for "up to 1,206. It upheld 731 OF THEM": no earlier level."""
    return whole.figure.span < part.figure.span and OF_THEM.match(after(story, part)) is not None


def _moves(story: Story, *levels: Claim) -> bool:
    """True if one of two figures of a sentence is told to become the other."""
    first, last = sorted(levels, key=lambda c: c.figure.span)
    if first.sentence != last.sentence:
        return False
    return _MOVES_TO.search(story.between(first, last)) is not None


def _is_of_next(story: Story, rate: Claim, part: Claim, whole: Claim) -> bool:
    """True for a half of "418 of 840, against 383 of 890: exactly half, and 43 per cent" with the second pair."""
    inside = [c for c in story.in_sentence(rate.sentence) if c.figure.span < rate.figure.span or c is rate]
    rates = [c for c in story.in_sentence(rate.sentence) if family(c) == "P"]
    pairs = [
        (a, b)
        for a, b in pairwise(c for c in inside if family(c) != "P")
        if _PAIRED.match(story.between(a, b))
    ]
    if (
        len(pairs) != len(rates)
        or len(pairs) < 2
        or any(c.figure.span < pairs[-1][1].figure.span for c in rates)
    ):
        return False
    return any(p == (part, whole) and r is not rate for p, r in zip(pairs, rates, strict=True))


def _are_row(story: Story, part: Claim, whole: Claim) -> bool:
    """True for "27 in the Senate and 67 in the House"."""
    first, last = sorted((part, whole), key=lambda c: c.figure.span)
    row = _ROW.match(story.between(first, last))
    return row is not None and _ROW_ENDS.match(after(story, last)) is not None


def _repeats(story: Story, relation: Relation) -> bool:
    """True if one part is told again as a whole: "put up nine satellites. One OF THE nine"."""
    parts = [r.value for r in relation.roles if r.name == "part" and isinstance(r.value, Claim)]
    again = [c for c in parts if _OF_THE.search(before(story, c, 20))]
    return any(c is not d and c.figure.amount == d.figure.amount for c in again for d in parts)


__all__ = ["is_beside"]
