"""Caveats on figures of siblings that tell one sort of thing, and whose words say that it is not the same.

length      the three months to June, where the sibling has the year
place       the city, where the sibling has the region; "nationally the figure is 67 per cent"
definition  full-time posts beside people, different visitors beside visits, those that a clause picks out
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from extractor.amount import meet
from extractor.lexicon import table
from extractor.model import Claim, Cue
from extractor.nouns import may_be_one
from extractor.reconcile.caveat import Caveat, caveat_on
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.stems import stems
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.retold.apart import (
    COMPOUND,
    Apart,
    apart,
    around,
    differ,
    levels,
    on_levels,
    sets_apart,
    stretch,
)
from extractor.reconcile.link.retold.borne_out import shared_words
from extractor.reconcile.named import of_others
from extractor.reconcile.story import DISPLAY, Story, alike, family
from extractor.regexes import Regex

_WORDS = table("siblings")["apart_from"]
#: How many times the lesser of two figures of one sort the greater may be: a county has some ten towns.
FARTHEST = 40
#: Words in common of figures of which one is some of the other, and sentences back to a figure that "the figure" is.
MANY, BACK = 4, 2
#: Letters between "the figure is" and that figure: "just under".
NEAR = 24
_PICKED = Regex(
    r"\s(?:(?:occasion|time|day|night|instance|incident)s(?:\s(?:last|this)\s[a-z]+|\sin\s\d{4})?\s(?:when|on which)"
    r"|[a-z]{4,}(?:\s(?:last|this)\s[a-z]+|\sin\s\d{4})?\s(?:who|whose|where|in which))\s"
)
_ELSEWHERE = Regex(
    r"(?:[Nn]ationally|[Nn]ationwide|[Ss]tatewide|[Rr]egionally|[Gg]lobally|[Ww]orldwide"
    r"|(?:[Ii]n|[Aa]cross|[Ff]or)\sthe\s(?:country|nation|county|region|state|province|city)(?:\sas\sa\swhole|\soverall)?),?"
    r"\s(?:the|that|this|its)\s(?:figure|rate|share|proportion|average|number|level)\s(?:is|was|stands?\sat|stood\sat|came\sto)\s"
)


def set_apart(a: Story, b: Story) -> Iterator[Caveat]:
    """The caveats on figures of two stories that tell one sort of thing and say that it is not the same."""
    for x in a.claims:
        yield from _caveat(a, x, b)
    for y in b.claims:
        yield from _caveat(b, y, a)


def _caveat(a: Story, x: Claim, b: Story) -> Iterator[Caveat]:
    """The caveat on a figure whose own words set it apart, beside the one of the sibling that is most like it."""
    if x.block in DISPLAY or is_change(x):
        return
    yield from _the_figure(a, x, b)
    if not _tells(a, x) or _prints(b, x):
        return
    told = [(y, why) for y in b.claims if _of_one_sort(a, x, b, y) and (why := _why(a, x, b, y))]
    if told:
        y, why = max(told, key=lambda pair: _likeness(a, x, b, pair[0]))
        cue = Cue(x.document, x.figure.span, x.figure.text)
        told_of = f"One is told with “{why.ours}”, the other with “{why.theirs}”."
        yield caveat_on(x, y, cue, why.reading, told_of)


def _tells(story: Story, claim: Claim) -> bool:
    """True if a figure's own sentence says of which time, place or definition it is."""
    if sets_apart(story, claim) or stretch(claim) is not None:
        return True
    sentence = story.sentence(claim)
    return bool(levels(sentence)) or _picked(story, claim) or _once().search(sentence) is not None


def _why(a: Story, x: Claim, b: Story, y: Claim) -> Apart | None:
    """What the words say that keeps two figures of one sort apart."""
    if _people_and_visits(a, x, y):
        return Apart("definition", f"{x.figure.text}, each once", y.figure.text)
    return apart(a, x, b, y) or _in_all_the_time(a, x, b, y) or _some_of(a, x, b, y)


def _in_all_the_time(a: Story, x: Claim, b: Story, y: Claim) -> Apart | None:
    """The three months that a sentence prints, where the sibling's figure is of the year that its text is about."""
    own, period = stretch(x), y.period
    if not own or period is None or period.found in ("here", "sentence") or not _one_noun(x, y):
        return None
    whole = stretch(y, inherited=True)
    if not whole or not differ(own, whole) or whole < own or len(shared_words(a, x, b, y)) < 2:
        return None
    return Apart("period", "" if x.period is None else x.period.text, period.text)


def _some_of(a: Story, x: Claim, b: Story, y: Claim) -> Apart | None:
    """ "1,312 occasions when an overflow discharged though it was dry" beside 24,870 times that one did."""
    general = table("siblings")["general"]
    if not _one_noun(x, y) or any(c.measure is not None and c.measure.key in general for c in (x, y)):
        return None
    fewer = (x.figure.value or 0) < (y.figure.value or 0)
    if not fewer or not _picked(a, x) or _picked(b, y) or len(shared_words(a, x, b, y)) < MANY:
        return None
    found = _PICKED.match(a.document.text, x.figure.span.end, x.sentence.end)
    return Apart("definition", "" if found is None else f"{x.figure.text}{found[0]}".strip(), y.figure.text)


def _picked(story: Story, claim: Claim) -> bool:
    """True if a clause picks out those that are counted: "1,312 occasions when …"."""
    if family(claim) != "C":
        return False
    return _PICKED.match(story.document.text, claim.figure.span.end, claim.sentence.end) is not None


def _the_figure(a: Story, x: Claim, b: Story) -> Iterator[Caveat]:
    """ "Nationally the figure is 67 per cent", behind a share that the sibling prints for the town."""
    found = _ELSEWHERE.match(a.sentence(x))
    if found is None or x.figure.span.start - x.sentence.start > found.end() + NEAR:
        return
    number = a.number_of(x)
    before = [c for c in a.claims if 0 < number - a.number_of(c) <= BACK and alike(c, x) and not is_change(c)]
    for y in b.claims if before else ():
        last = before[-1]
        one = alike(y, last) and y.figure.value == last.figure.value and y.block not in DISPLAY
        if one and stems(b.sentence(y)) & stems(a.sentence(last)):
            cue = Cue(x.document, x.figure.span, x.figure.text)
            yield caveat_on(x, y, cue, "place", f"One is told with “{found[0].strip()}”, the other is not.")
            return


def _of_one_sort(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True if two figures count one sort of thing in one unit, told alike, and are not one number."""
    if not alike(x, y) or x.negated != y.negated or x.stance != y.stance or x.stance != "asserted":
        return False
    if is_change(y) or y.block in DISPLAY or meet(x.figure.amount, y.figure.amount) or of_others(a, x, b, y):
        return False
    return family(x) in "CPMU" and _of_one_size(x, y) and _one_topic(a, x, b, y)


def _of_one_size(x: Claim, y: Claim) -> bool:
    """True unless one number is far from the other, as a rate or a rank told like a count is."""
    values = [float(c.figure.value or 0) for c in (x, y)]
    return min(values) > 0 and max(values) <= FARTHEST * min(values)


def _one_topic(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    shared = len(shared_words(a, x, b, y))
    if family(x) == "C":
        told = shared >= 1 and (_names(a, x, y) or _names(b, y, x) or _is_one_deed(a, x, b, y))
        return _one_noun(x, y) or told or _heads_and_posts(a, x, b, y) or _people_and_visits(a, x, y)
    if family(x) == "P":
        if on_levels(a, x, b, y) is not None:
            shared = max(shared, len(stems(a.sentence(x)) & stems(b.sentence(y))))
        return shared >= 2 or (shared >= 1 and _one_noun(x, y))
    return _one_noun(x, y) or shared >= 2


def _is_one_deed(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True for "took 58 lives" beside "killed 263 people"."""
    return any(w.startswith("~") for w in stems(a.sentence(x)) & stems(b.sentence(y)))


def _heads_and_posts(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True for jobs counted as full-time posts, and the people who work there."""
    if "full-time" not in around(a, x) or y.measure is None or y.measure.key not in _WORDS["heads"]:
        return False
    return _working().search(b.sentence(y)) is not None


def _people_and_visits(a: Story, x: Claim, y: Claim) -> bool:
    """True for people who are each counted once, and what they did however often."""
    once = _once().search(a.sentence(x)) is not None
    return once and y.measure is not None and y.measure.key.split()[-1] in _WORDS["often"]


@cache
def _once() -> Regex:
    return Regex("|".join(_WORDS["once"]))


@cache
def _working() -> Regex:
    return Regex(rf"\b(?:{'|'.join(_WORDS['working'])})\b")


def _names(story: Story, claim: Claim, other: Claim) -> bool:
    """True if the sentence of a figure has the noun of the other: "calls about falls" beside 1,310 falls."""
    return other.measure is not None and bool(
        content_words(other.measure.text) & content_words(story.sentence(claim))
    )


def _one_noun(x: Claim, y: Claim) -> bool:
    """True if two figures count what may be one thing, or a sort of it: fires and wildfires."""
    if x.measure is None or y.measure is None:
        return False
    short, long = sorted((x.measure.key, y.measure.key), key=len)
    return may_be_one(short, long) or (len(short) >= COMPOUND and long.endswith(short))


def _likeness(a: Story, x: Claim, b: Story, y: Claim) -> tuple[bool, int, float]:
    """How like two figures are told; of two that are told alike the greater is the whole."""
    return _one_noun(x, y), len(shared_words(a, x, b, y)), float(y.figure.value or 0)


def _prints(story: Story, claim: Claim) -> bool:
    """True if a story has a figure that agrees."""
    return any(
        alike(claim, c) and meet(claim.figure.amount, c.figure.amount) and c.figure.value
        for c in story.claims
    )


__all__ = ["set_apart"]
