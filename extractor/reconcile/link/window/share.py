"""A rate with the only part and whole around it, tied to both by the way they are told.

One sentence may hold all three; or the part is said again as the rate and its whole stands in the
sentence before; or the part is told of its whole and the next sentence says the rate; or the rate
names what the whole counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.amount import exact, surely_less
from extractor.lexicon import table
from extractor.model import Claim, Relation, Role, Span
from extractor.nouns import may_be_one
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.window.no_share import NO_SHARE, SINCE, is_other, is_ruled_out
from extractor.reconcile.link.window.others import is_of_others
from extractor.reconcile.link.window.scope import (
    Window,
    after,
    before,
    cue,
    leaves_unit_out,
    nearest_before,
    of_one_noun,
    one_place,
    stems,
    units,
    windows,
)
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex
from extractor.wording import any_of

_WORDS = table("windows")["share"]
#: The part tells its whole: "of them", "of the 52", "out of 7,140", "accounts for".
PARTITIVE = any_of(_WORDS["partitive"])
#: Between a part and its rate: "103, or", "(", "– just".
_AGAIN = Regex(
    r"^(?:\s[\w’'-]+){0,12}?\s?(?:,|\(|:|\s[–—-]|,?\sor\b|;)\s?(?!(?:but|and|yet|with|while)\b)(?:[\w’'-]+\s){0,3}$"
)
#: Between a rate and its part: "8 per cent of it, 118".
_WHICH_WAS = Regex(
    r"^[^.;]{0,40},\s(?:which|that)\b[^.;]{0,60}?\b(?:was|is|were|are|made|makes)\s(?:[\w’'-]+\s){0,2}$"
)
_AGAIN_BACK = Regex(r"^(?:\s[\w’'-]+){0,5}?\s?(?:,|\(|:|\s[–—-])\s?(?:or\s)?(?:[\w’'-]+\s){0,2}$")
#: A sentence that says the rate of what was just told.
_SAYS_RATE = Regex(rf"^[“\"‘]?(?:{'|'.join(_WORDS['says_rate'])})\b[^;]{{0,70}}$", re.IGNORECASE)
MOVED = Regex(
    r"\b(?:rose|fell|(?:in|de)creased?|dropped|climbed|jumped|declined?|up|down|drop|rise|fall|gain)(?:\s(?:by|of))?,?\s$",
    re.IGNORECASE,
)
#: "On the north side, WHERE 2,310 of them stand, one in four is dark": one in four of the 2,310.
#: "95 per cent of the 66,800 km is under wire, leaving 3,340 km": the rate is of the others.
_LEAVING = Regex(r"\bleaving\s(?:[\w’'-]+\s)?$", re.IGNORECASE)
_WHERE = Regex(r"\bwhere\s(?:\w+\s)?$", re.IGNORECASE)
#: From a rate to another part of the same whole: " of them for cancer treatment and about", " of it and Ann".
_OWN_THEM = Regex(
    r"^\sof\s(?:them|these|those|which|whom|it|that)\b(?:[^.;]*?[^.;,])?\s?,?\s(?:and|while|but)\s(?:[\w’'-]+\s){0,2}$",
    re.IGNORECASE,
)
#: A share of more than this is of something smaller.
_ALL = exact(100)
#: Bases that name no thing of their own: "a quarter of the group".
COLLECTIVE = frozenset(_WORDS["collective"])
#: Bases that may be anybody.
_GENERAL = frozenset(("person", "people", "man", "woman"))
#: From a whole to its part: "replies and ", "in all, with ".
_COUNTED_OFF = Regex(
    r"^(?:\s[\w’'-]+){0,12}?(?:,|;|\sand\b|\swith\b|\sbut\b)(?:\s[\w’'-]+){0,6}?\s$", re.IGNORECASE
)
#: "For National it was 66, and for the Greens 52": a row beside the first, and no part of it.
_NEXT_ROW = Regex(r"\band\s(?:for|in|at|among|with)\s(?:the\s)?[^\W\d_a-z][\w’'-]*\s(?:[\w’'-]+\s)?$")
_AGAINST = any_of(_WORDS["against"])
#: Characters between two counts that are read for a comparison.
REACH = 160
OF_FIGURE = Regex(r"^\s?of\s(?:(?!(?:at|or|with|and|in)\b)[\w’'-]+\s){0,3}$")
#: "North had 402 and South 377; TOGETHER that is 61 per cent": of a whole that is told elsewhere.
_TOGETHER = Regex(
    r"\b(?:together|combined|jointly|between\s(?:them|the\s(?:two|pair|three))|both)\b[^.,;:]{0,20}$",
    re.IGNORECASE,
)
#: A share that goes on about the figure before it: "but almost half of them".
_BUT = Regex(r"\b(?:but|while|although|though|whereas|yet)\s(?:\w+\s){0,2}$", re.IGNORECASE)
#: A share of those to whom something was done.
_OF_THOSE = Regex(
    r"^\sof\s(?:(?:those|people|the\s[a-z]+s|all)\s)(?:(?:who|that)\s(?:(?:were|had|have|are|been)\s){0,2})?"
    r"(?P<deed>[a-z]{2,}(?:ed|en|nt|ght))\b(?:\s(?!(?:did|do|have|had|has|were|was|are|is|said)\b)[\w’'-]+){0,4}?"
    r"(?:\s(?P<last>[\w’'-]+))?(?=[,;.:]|\s(?:did|do|have|had|has|were|was|are|is|said)\b|$)",
    re.IGNORECASE,
)
_OF_THEM = Regex(r"\sof\s(?:them|those|these|whom)\b", re.IGNORECASE)

#: "It will shut 140; more than a third OF THEM ARE in Wales": of the 140, in a clause of its own.
OF_THEM_DID = Regex(
    r"^\sof\s(?:them|these|those)\s(?:was|were|is|are|had|have|has|did|do|does|will|would|could|can|came|went|live[ds]?)\b",
    re.IGNORECASE,
)


def shares(story: Story, open_ones: Sequence[Claim]) -> Iterator[Relation]:
    """One relation for each share that nothing explains and that stands by a part and a whole."""
    for rate in open_ones:
        if family(rate) != "P" or is_change(rate) or rate.direction is not None or is_other(story, rate):
            continue
        if NO_SHARE.search(before(story, rate, 20)) or SINCE.match(after(story, rate)):
            continue
        if _TOGETHER.search(before(story, rate, 40)):
            continue
        relation = next((r for w in windows(story, rate) if (r := _in(story, w)) is not None), None)
        if relation is not None:
            yield relation


def _in(story: Story, window: Window) -> Relation | None:
    """The rate with the only two amounts of a window, where it has two."""
    rate = window.target
    if any(family(c) == "P" and not is_change(c) for c in window.claims) or surely_less(
        _ALL, rate.figure.amount
    ):
        return None  # "built for 480, there were 812, which is 169 per cent": more than there is room for
    for group in units((c for c in window.claims if not is_change(c)), "CMU"):
        pair = group if len(group) == 2 else of_one_noun(group, rate)
        if len(pair) != 2:
            continue
        part, whole = (
            pair if surely_less(pair[0].figure.amount, pair[1].figure.amount) else (pair[1], pair[0])
        )
        if surely_less(part.figure.amount, whole.figure.amount) and _are_tied(story, window, part, whole):
            roles = (Role("rate", rate), Role("part", part), Role("whole", whole))
            return Relation("share", roles, cue(story, window), "contextual")
    return None


def _are_tied(story: Story, window: Window, part: Claim, whole: Claim) -> bool:
    rate = window.target
    apart = leaves_unit_out(part) != leaves_unit_out(whole) or not one_place(part, whole)
    if apart or not of_base(rate, part, whole) or set_against(story, part, whole):
        return False
    if "mean" in (rate.statistic, part.statistic, whole.statistic) or has_other_whole(story, rate, whole):
        return False
    if (
        _LEAVING.search(before(story, part, 20))
        or MOVED.search(before(story, part, 40))
        or _goes_on(story, rate, part)
    ):
        return False
    if _WHERE.search(before(story, part, 20)) and part.figure.span < rate.figure.span:
        return False
    if whole.sentence < part.sentence and (
        is_of_others(story, part, whole) or _is_of_another_deed(story, rate, whole)
    ):
        return False
    again = said_again(story, part, rate)
    of_rate = OF_FIGURE.match(story.between(rate, whole))
    together = part.sentence == whole.sentence
    if part.sentence < whole.sentence or is_ruled_out(story, rate, part, whole):
        return False
    told_of = together and not of_rate and partitive(story, part, whole)
    told_of = told_of and not _is_listed_beside(story, rate, part)
    if window.narrow:
        return told_of or (again and _is_part(story, rate, part, whole))
    if part.sentence == rate.sentence:
        return again and _is_part(story, rate, part, whole)
    if rate.sentence < part.sentence:
        told = together and _names_whole(rate, part, whole) and counted_off(story, part, whole)
        return told and _is_one_deed(story, rate, part)
    return (told_of or counted_off(story, part, whole)) and says_rate(story, rate, part)


def _is_of_another_deed(story: Story, rate: Claim, whole: Claim) -> bool:
    """True for "13 per cent of those CALLED" behind a sentence that counts those who were seen."""
    deed = _OF_THOSE.match(after(story, rate))
    return deed is not None and not stems(f"{deed['deed']} {deed['last'] or ''}") & stems(
        story.sentence(whole)
    )


def _is_one_deed(story: Story, rate: Claim, part: Claim) -> bool:
    """True if a rate and the part told behind it share a word besides what is counted: "sold", "upheld"."""
    nouns = stems(
        " ".join(m.text for m in (rate.base, rate.measure, part.measure, part.base) if m is not None)
    )
    told = story.words(Span(part.figure.span.end, part.sentence.end))
    return bool((stems(story.sentence(rate)) & stems(told)) - nouns)


def _is_listed_beside(story: Story, rate: Claim, part: Claim) -> bool:
    """True for "2,080, half OF THEM for cancer and about 450 for dialysis": the words are the rate's alone."""
    if part.sentence != rate.sentence or not rate.figure.span < part.figure.span:
        return False
    return _OWN_THEM.match(story.between(rate, part)) is not None


def said_again(story: Story, part: Claim, rate: Claim) -> bool:
    """True if part and rate stand side by side as two ways to say one thing."""
    if part.sentence != rate.sentence:
        return False
    a, b = part.figure.span, rate.figure.span
    if a < b:
        between = story.document.text[a.end : b.start]
        return bool(_AGAIN.match(between) or _WHICH_WAS.match(between))
    return bool(_AGAIN_BACK.match(story.document.text[b.end : a.start]))


def partitive(story: Story, part: Claim, whole: Claim) -> bool:
    """True if the words between two figures of a sentence, or before the first, make one a part of the other."""
    first, last = sorted((part.figure.span, whole.figure.span))
    between = story.document.text[first.end : last.start]
    behind = story.document.text[last.end : last.end + 14]
    lead = story.document.text[max(part.sentence.start, first.start - 14) : first.start]
    if part.figure.span < whole.figure.span:
        return bool(PARTITIVE.search(between))
    return bool(
        PARTITIVE.search(between + "·" + behind) or re.search(r"\b(?:of|among)\s(?:\w+\s)?$", lead, re.I)
    )


def says_rate(story: Story, rate: Claim, part: Claim) -> bool:
    """True if the rate's sentence follows the part's and says what the part makes."""
    lead = story.lead(rate)
    return nearest_before(story, rate) == part.sentence and bool(_SAYS_RATE.match(lead))


def _is_part(story: Story, rate: Claim, part: Claim, whole: Claim) -> bool:
    """True if both count one thing, or the words at the part, not those behind the rate, make it a part."""
    if _one_noun(part, whole):
        return True
    text, sentence = story.document.text, part.sentence
    behind = min(rate.figure.span.end + len(" of the "), sentence.end)
    told = text[sentence.start : rate.figure.span.start] + "·" + text[behind : sentence.end]
    return bool(PARTITIVE.search(told))


def counted_off(story: Story, part: Claim, whole: Claim) -> bool:
    """True for "had 322 replies and 219 of those", "310 in all, with 90 going": the whole, then its part."""
    first, last = whole.figure.span, part.figure.span
    if part.sentence != whole.sentence or last < first:
        return False
    between = story.document.text[first.end : last.start]
    return bool(_COUNTED_OFF.match(between)) and not _NEXT_ROW.search(between)


def _names_whole(rate: Claim, part: Claim, whole: Claim) -> bool:
    """True if the rate is of what the whole counts, or the counts name nothing themselves."""
    if rate.base is None or rate.base.found != "here" or rate.base.key in _GENERAL:
        return False
    named = [c.measure for c in (whole, part) if c.measure is not None and c.measure.found == "here"]
    return not named or may_be_one(rate.base.key, named[0].key)


def set_against(story: Story, part: Claim, whole: Claim) -> bool:
    """True if the words between two counts compare them."""
    first, last = sorted((part.figure.span, whole.figure.span))
    between = story.document.text[first.end : last.start]
    moved = between.strip() == "to" or story.document.text[: first.start].endswith(
        ("from ", "rose ", "fell ")
    )
    return moved or (len(between) < REACH and bool(_AGAINST.search(between)))


def has_other_whole(story: Story, rate: Claim, whole: Claim) -> bool:
    """True if the rate is told of a figure of its own: "40 per cent of the 66,700 homes"."""
    following = [c for c in story.in_sentence(rate.sentence) if c.figure.span > rate.figure.span]
    if not following or following[0] is whole:
        return False
    return bool(OF_FIGURE.match(story.between(rate, following[0])))


def _one_noun(part: Claim, whole: Claim) -> bool:
    if part.measure is None or whole.measure is None:
        return family(part) != "C"
    return may_be_one(part.measure.key, whole.measure.key)


def _goes_on(story: Story, rate: Claim, part: Claim) -> bool:
    """True for a share of the part itself: "712 tested positive, BUT almost half OF THEM had no symptoms"."""
    if part.sentence != rate.sentence or rate.figure.span < part.figure.span:
        return False
    text, end = story.document.text, rate.figure.span.end
    if _BUT.search(before(story, rate, 24)) and _OF_THEM.match(text, end):
        return True
    anew = ";" in text[part.figure.span.end : rate.figure.span.start]
    return anew and OF_THEM_DID.match(text[end : end + 20]) is not None


def of_base(rate: Claim, part: Claim, whole: Claim) -> bool:
    """False where the rate names another base than the whole or the part."""
    if rate.base is None or rate.base.found != "here":
        return True
    if rate.base.key in COLLECTIVE:
        return True
    named = [c.measure.key for c in (part, whole) if c.measure is not None]
    return not named or any(may_be_one(rate.base.key, key) for key in named)
