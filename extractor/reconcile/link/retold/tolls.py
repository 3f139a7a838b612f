"""The dead of one event, of whom two siblings count not as many: "three people have died", "which killed two".

Each story tells one number of dead alone; of those of a place, of other years, and of a count that was put right
since, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractor.model import Claim, Cue, Relation, Role
from extractor.reconcile.clauses import own_words
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.retold.apart import apart, one_sided
from extractor.reconcile.link.retold.elsewhere import one_place
from extractor.reconcile.link.retold.facts import facts, mark_of
from extractor.reconcile.link.retold.strangers import of_strangers
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex

#: Words by which a number is of some of the dead, of other times, or of a rate.
_OTHERS = Regex(
    r"\b(?:another|others?|further|more|of (?:them|these|whom|which|the)|since|years?|months?|weeks?|last|previous"
    r"|decade|\d{4}|among|also|later|remaining|alone|average|each|every|nearly|almost|least|feared|may have|or)\b"
)
#: Words by which a number is of what was known before.
_BEFORE = Regex(
    r"\b(?:correct(?:ed|ion)|revis(?:ed|ion)|earlier|initial(?:ly)?|at first|this morning|had (?:spoken|given|put|reported)"
    r"|spoke of|instead of|rather than|compared with|up from|down from|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day['’]s)\b"
)
#: The largest number of dead that two stories of one event may differ in: larger ones are other counts.
MANY = 100


def tolls(a: Story, b: Story) -> Iterator[Relation]:
    """The one number of dead of each story, where the two differ."""
    x, y = a.once(_toll), b.once(_toll)
    if x is None or y is None or x.figure.value == y.figure.value:
        return
    if _prints(a, y) or _prints(b, x) or not _may_be_one(a, x, b, y):
        return
    cue = Cue(x.document, x.figure.span, x.figure.text)
    yield Relation("same", (Role("stated", x), Role("from", y)), cue, "stated")


def _toll(story: Story) -> Claim | None:
    """The number of dead that a story tells, where it tells one alone."""
    told = [c for c in story.claims if _is_toll(story, c)]
    body = [c for c in told if c.block not in DISPLAY]
    return body[0] if body and len({c.figure.value for c in told}) == 1 else None


def _is_toll(story: Story, claim: Claim) -> bool:
    value = claim.figure.value
    plain = family(claim) == "C" and value is not None and 0 < value < MANY and not is_change(claim)
    if not plain or claim.figure.hedge is not None or claim.stance != "asserted" or claim.negated:
        return False
    noun = "" if claim.measure is None else claim.measure.text
    own = own_words(story, claim)
    if mark_of("died") not in facts(f"{own} {noun}") or _OTHERS.search(own):
        return False
    return _BEFORE.search(story.sentence(claim)) is None


def _prints(story: Story, toll: Claim) -> bool:
    """True if a story has the other's number in a sentence about the dead, whatever it says there of it."""
    dead = mark_of("died")
    told = (c for c in story.claims if family(c) == "C" and c.figure.value == toll.figure.value)
    return any(dead in facts(story.sentence(c)) for c in told)


def _may_be_one(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    if not one_place(x, y) or of_strangers(a, x, b, y):
        return False
    return apart(a, x, b, y) is None and not one_sided(a, x, b, y)


__all__ = ["tolls"]
