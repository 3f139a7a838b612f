"""A share that one story tells and its sibling counts: "nearly two-thirds of clinics", 288 of 640 clinics.

The sibling's sentence has to say that one number is of the other, the share has to be of the same whole, and to
say nothing that the sibling's sentence lacks: "two-thirds of the clinics IN THE EAST" is of others.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from extractor.amount import complement, meet
from extractor.model import Claim, Cue, Relation, Role
from extractor.reconcile.clauses import clause_of
from extractor.reconcile.contrary import contrary
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.stems import lacking, moving, stems
from extractor.reconcile.link.retold.apart import one_sided, sets_apart
from extractor.reconcile.link.retold.aside import is_elsewhere
from extractor.reconcile.named import of_others
from extractor.reconcile.siblings.periods import may_be_one_time
from extractor.reconcile.story import DISPLAY, Story, alike, family
from extractor.regexes import Regex

#: "Of the 640 clinics, 288": before the whole, and between it and the part.
_OF = Regex(r"\b[Oo]f\s(?:the\s|its\s|their\s|all\s(?:the\s)?|those\s)?$")
_THEN = Regex(r"[^.;:]{1,60}?,\s(?:[a-z]+\s){0,2}$")
#: "288 of the 640", "£87 of a bill of £1,240": between the part and the whole.
_PART_OF = Regex(r"\s(?:[\w’'-]+\s){0,3}?(?:out\s)?of\s(?:[\w’'-]+\s){0,5}?")
#: "Of the pupils THERE": in a place that was just named.
_THERE = Regex(r"\b(?:of|the|its)\s(?:[\w’'-]+\s)?(?:[a-z]+s|people|staff|children)\sthere\b")
#: Who says so, up to what is said: "officers told the panel THAT".
_SAYS = Regex(
    r"\b(?:told|sa(?:ys?|id)|shows?|showed|suggests?|revealed|found|reckons?|claims?|claimed|warns?|warned)\b[^,;]{0,60}?\sthat\s"
)
#: Words of a share by which it says no more than that it is one.
_PLAIN = stems(
    "rate share proportion percentage level figure number make take account come total case other turns turned yield reveal"
)


def shares_told(a: Story, b: Story) -> Iterator[Relation]:
    """The shares of either story with the part and the whole that the other counts."""
    for ours, theirs in ((a, b), (b, a)):
        for told in theirs.claims:
            if _is_share(told):
                yield from _of(ours, theirs, told)


def _is_share(told: Claim) -> bool:
    noun = told.base
    named = noun is not None and noun.found in ("here", "sentence")
    plain = family(told) == "P" and not is_change(told) and told.stance in ("asserted", "forecast", "target")
    return named and plain and told.block not in DISPLAY


def _of(ours: Story, theirs: Story, told: Claim) -> Iterator[Relation]:
    made = [(p, w) for p, w in ours.once(parts_of_wholes) if _is_one(ours, p, w, theirs, told)]
    if len(made) == 1:
        part, whole = made[0]
        cue = Cue(told.document, told.figure.span, told.figure.text)
        yield Relation("share", (Role("rate", told), Role("part", part), Role("whole", whole)), cue, "stated")


def parts_of_wholes(story: Story) -> list[tuple[Claim, Claim]]:
    """The amounts of a story of which its words say that one is some of the other, the part first."""
    found = []
    for sentence in story.sentences:
        told = [c for c in story.in_sentence(sentence) if _may_be_counted(c)]
        for x, y in pairwise(told):
            if alike(x, y):
                found += [pair for pair in ((y, x), (x, y)) if _says_so(story, *pair)]
    return found


def _may_be_counted(claim: Claim) -> bool:
    exact = bool(claim.figure.value) and claim.figure.hedge in (None, "only", "just") and not is_change(claim)
    return exact and family(claim) in "CMU" and claim.block not in DISPLAY


def _says_so(story: Story, part: Claim, whole: Claim) -> bool:
    if (part.figure.value or 0) >= (whole.figure.value or 0) or sets_apart(story, part):
        return False
    text, sentence = story.document.text, whole.sentence
    p, w = part.figure.span, whole.figure.span
    if p.start > w.start:
        opens = _OF.search(text[sentence.start : w.start]) is not None
        return opens and _THEN.fullmatch(text[w.end : p.start]) is not None
    return _PART_OF.fullmatch(text[p.end : w.start]) is not None


def _is_one(ours: Story, part: Claim, whole: Claim, theirs: Story, told: Claim) -> bool:
    """True if a share is of a whole of the sibling, and of that part of it, by its words."""
    if _is_worked_out(told) and not _counts(theirs, part, whole):
        return False
    if _is_there(theirs, told) or is_elsewhere(theirs, told) or _are_of_two_places(part, told):
        return False
    if told.negated != part.negated or told.stance != part.stance or of_others(ours, part, theirs, told):
        return False
    said, counted = _SAYS.split(clause_of(theirs, told))[-1], _told_of(ours, part, whole)
    if contrary(said, counted.lower()) is not None or one_sided(ours, part, theirs, told):
        return False
    of_one = _names_whole(ours, whole, told) and may_be_one_time(told.period, part.period)
    own = stems(said) - stems(told.figure.text) - _PLAIN - moving()
    beyond = own - (frozenset() if told.base is None else stems(told.base.text))
    said_there = not lacking(own, stems(counted))
    return of_one and bool(beyond) and said_there and not _fits_the_rest(told, part, whole)


def _is_there(story: Story, told: Claim) -> bool:
    """True for "21.8 per cent of the pupils THERE": of a place that was named beside another one."""
    return _THERE.search(clause_of(story, told)) is not None


def _are_of_two_places(part: Claim, told: Claim) -> bool:
    """True if the words around a part name its place, and a share is of another one, however that was found."""
    ours, theirs = part.place, told.place
    if ours is None or theirs is None or ours.found not in ("here", "sentence", "paragraph"):
        return False
    return ours.key not in theirs.key and theirs.key not in ours.key


def _is_worked_out(told: Claim) -> bool:
    """True for a share with a decimal, which somebody made of numbers of its own."""
    return "." in told.figure.text


def _counts(story: Story, *counted: Claim) -> bool:
    """True if a story prints one of some numbers itself."""
    return any(alike(c, n) and c.figure.value == n.figure.value for c in story.claims for n in counted)


def _told_of(story: Story, part: Claim, whole: Claim) -> str:
    """A sentence without what it tells of other figures: "of 640 clinics 288 had damp AND 120 HAD LIFTS"."""
    first, last = sorted((part.figure.span, whole.figure.span))
    others = [c.figure.span for c in story.in_sentence(part.sentence) if family(c) == family(part)]
    start = max((s.end for s in others if s.end <= first.start), default=part.sentence.start)
    end = min((s.start for s in others if s.start >= last.end), default=part.sentence.end)
    return story.document.text[start:end]


def _names_whole(story: Story, whole: Claim, told: Claim) -> bool:
    """True if the noun of a share's whole is that of the sibling's: a bill of £1,240, 640 clinics."""
    base, noun = told.base, whole.measure
    if base is None:
        return False
    counted = family(whole) == "C" and noun is not None and noun.found == "here"
    return (
        noun.key == base.key
        if counted and noun is not None
        else stems(base.key) <= stems(story.sentence(whole))
    )


def _fits_the_rest(told: Claim, part: Claim, whole: Claim) -> bool:
    """True if the share is of those who are not of the part, however that is said."""
    rest = 1 - (part.figure.value or 0) / (whole.figure.value or 1)
    left = complement(told.figure.amount)
    return meet(told.figure.amount, left) or _near(float(rest) * 100, told)


def _near(percent: float, told: Claim) -> bool:
    low, high = told.figure.amount.low, told.figure.amount.high
    return (low is None or float(low) <= percent) and (high is None or percent <= float(high))


__all__ = ["parts_of_wholes", "shares_told"]
