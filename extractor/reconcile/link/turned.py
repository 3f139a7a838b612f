"""Movements that are told the wrong way round: "has swollen by $1.14 to $7.45" from $8.59.

Here a fit ties, which it may do nowhere else: that the size of a change is exactly what lies between
two levels, one of them told as left and the other as reached, is no chance, and so a change that
points the other way is misprinted. What points is the word right beside the change; what tells
left from reached are the words around the levels (`times`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from extractor.amount import difference, middle, percent_change, surely_less
from extractor.lexicon import table
from extractor.model import Claim, Cue, Direction, Relation, Role, Span
from extractor.reconcile.link.change import fits_kind
from extractor.reconcile.link.cues.beside import is_earlier_move, is_of_another, is_own, unmoved, way_beside
from extractor.reconcile.link.cues.times import in_order
from extractor.reconcile.link.tie.triple import around, between
from extractor.reconcile.link.window.change import ATTACHED, LEVELS
from extractor.reconcile.link.window.levels import is_elsewhere, is_level
from extractor.reconcile.link.window.plain import is_plain
from extractor.reconcile.link.window.scope import after, before, one_place, one_thing, stems, units
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import any_of

_WORDS = table("windows")["turned"]
#: At most so many sentences with figures from the first to the last of the three.
REACH = 2
_REVERSED = any_of(_WORDS["reversed"])
#: Behind a change: what it is measured from, "37 below the 210".
_AGAINST = Regex(
    r"^[\s-](?:[\w’'-]+\s){0,4}?(?:than|on|from|below|above|over|under|against)\s(?:[\w’'-]+\s){0,3}?[“\"(]?$"
)
#: ... where it is no figure but the time being: then the subject is the earlier level.
_THAN_NOW = Regex(
    r"^[\s-](?:[\w’'-]+\s){0,2}?(?:than|below|above|under)\s(?:it\s|they\s)?(?:is|are|has|have|now|today|at\spresent|currently|this)\b"
)
#: A sentence without any level that goes on about those of the one before: "That is 37 more", "The 65% rise".
_GOES_ON = Regex(
    r"^[“\"‘]?(?:(?:the|that|this|its|their|an?)\s(?:[\w-]+\s){0,2}?(?:(?:of|is|was|about|nearly|almost|some)\s)*"
    r"|(?:that|this|it|they|we|which|so|these|those)(?:[’']s|[’']re)?\s(?:[\w’'-]+\s){0,4})$",
    re.IGNORECASE,
)
#: Between a level and a change that comes after another one: "fell to 84p and then gained 6p", or of something else.
_ANOTHER = Regex(
    r"\b(?:then|later|again|back|but|while|whereas|before|although|though)\b|;"
    r"|\band\s(?:the|its|their|his|her|our|some|more|[\w-]+s)\s"
    r"|,\swith\s(?!(?:it|them|that|this)\b)[^,;]+\band\s"
    r"|\bthe\s(?:first|second|former|latter|other|older|younger|larger|smaller|bigger)\b",
    re.IGNORECASE,
)
#: "It had been as much as 61 points lower just after lunch": not from one of the levels to the other.
_FOR_A_TIME = Regex(
    r"\b(?:had\sbeen|as\s(?:much|many|low|high)\sas|at\sone\s(?:point|stage|time)|at\smost|briefly|intraday)\b",
    re.IGNORECASE,
)
#: "18 are confirmed. ADDING eight more makes 26": from the one to the other, whichever is told first.
_ADDED = Regex(
    r"\b(?:add|adding|added|plus|counting|including|includes?)\s(?:the\s|another\s)?$", re.IGNORECASE
)
#: From one end of a movement to the other.
_TO = Regex(r"^(?:\s[\w’'-]+){0,4}?\sto\s(?:[\w’'-]+\s){0,2}$")
_IN = Regex(
    r"^\s(?:per\scent\s|percent\s)?(?:in|among)\s(?:the\s|its\s|their\s)?(?:number\sof\s|cost\sof\s|price\sof\s)?"
    r"(?!(?:an?|one|two|three|four|five|six|last|past|first|same|next|week|month|year|quarter|day|session|time|total|all)\b)([a-z][\w’'-]{2,})"
)
#: "A NORMAL year is 2,080": what a level is held against, whenever it is told.
_NORM = Regex(
    r"\b(?:normal|usual|typical|average|standard|ordinary|full|allowed|allowance|limit|target|planned|budgeted|expected)\b"
    r"[^.,;]{0,30}$",
    re.IGNORECASE,
)
#: "SWUNG to a LOSS OF £12m from a profit of £23m": levels on both sides of nothing.
_RESULT = Regex(
    r"\b(?:loss|profit|deficit|surplus|shortfall)\sof\s(?:about\s|some\s|just\s)?$", re.IGNORECASE
)
_SWUNG = Regex(
    r"\b(?:sw[iu]ng(?:s|ing)?|turn(?:s|ed|ing)?|turn-?around|sl(?:id|ipped|umped)|s[au]nk|went|moved|returned|recovered)\b"
    r"|\bfrom\san?\s(?:[\w-]+\s)?(?:loss|profit|deficit|surplus)\b",
    re.IGNORECASE,
)
_CLAUSE = Regex(r"[,;:()]")
_DENIED = Regex(r"\b(?:not|never|no|rather\sthan|instead\sof|without)\b|n[’']t\b", re.IGNORECASE)


def turned(story: Story, found: Sequence[Relation]) -> Iterator[Relation]:
    """The changes whose size lies between two levels that stand the other way round."""
    for claim in story.claims:
        way = _way(story, claim)
        if way is not None and not _is_stated(claim, found):
            relation = _turned(story, claim, way)
            if relation is not None:
                yield relation


def without(found: Sequence[Relation], wrong: Sequence[Relation]) -> list[Relation]:
    """The relations but for those that bear the same three figures out."""
    told = {frozenset(c.id for c in r.claims()) for r in wrong}
    return [r for r in found if frozenset(c.id for c in r.claims()) not in told]


def _way(story: Story, claim: Claim) -> Direction | None:
    if claim.block in DISPLAY or not is_plain(story, claim):
        return None
    ahead, behind = _CLAUSE.split(before(story, claim, 40))[-1], _CLAUSE.split(after(story, claim, 40))[0]
    if _FOR_A_TIME.search(f"{ahead}{claim.figure.text}·{behind}"):
        return None
    if (
        is_earlier_move(story, claim)
        or _DENIED.search(before(story, claim, 40))
        or _THAN_NOW.match(after(story, claim, 40))
        or _ADDED.search(ahead)
        or (_RESULT.search(ahead) and _SWUNG.search(story.sentence(claim)))
    ):
        return None
    return way_beside(story, claim)


def _is_stated(claim: Claim, found: Sequence[Relation]) -> bool:
    """True for a change that a phrase ties to its levels, with the roles that its words give."""
    return any(r.kind == "change" and r.strength == "stated" and r.roles[0].value is claim for r in found)


def _turned(story: Story, change: Claim, way: Direction) -> Relation | None:
    """The one pair of levels that the change fits but for its sign; None where a pair bears it out."""
    levels = around(
        story, change, lambda c: family(c) in LEVELS and is_level(story, change, unmoved(story, c))
    )
    groups = units(levels, LEVELS)
    pairs = [p for group in groups if fits_kind(change, group[0]) for p in combinations(group, 2)]
    contrary = [p for x, y in pairs if (p := _contrary(story, change, way, x, y)) is not None]
    if len(contrary) != 1:
        return None
    old, new = contrary[0]
    if any(_bears_out(change, way, x, y) for x, y in pairs if {x.id, y.id} != {old.id, new.id}):
        return None
    roles = (Role("change", change), Role("from", old), Role("to", new))
    extent = _extent((change, old, new))
    cue = Cue(story.document.id, extent, story.words(extent))
    return Relation("change", roles, cue, "contextual", way)


def _contrary(story: Story, change: Claim, way: Direction, x: Claim, y: Claim) -> tuple[Claim, Claim] | None:
    """Left and reached level, if the words tell which is which and they stand against the change."""
    numbers = [story.number_of(c) for c in (change, x, y)]
    if max(numbers) - min(numbers) > REACH or not one_thing(x, y) or not one_place(x, y):
        return None
    if any(is_elsewhere(story, c) or _NORM.search(before(story, c, 40)) for c in (x, y)) or _REVERSED.search(
        story.words(_extent((change, x, y)))
    ):
        return None
    if not _is_about(story, change, x, y) or any(_is_paired(story, a, b) for a, b in ((x, y), (y, x))):
        return None
    told = in_order(story, x, y, (change,))
    measured = _measured_from(story, change, x, y)
    if measured is not None:
        told = measured
    if told is None or is_own(story, change, told[0]):
        return None
    old, new = told
    goes = _goes(old, new)
    fits = goes not in (None, way) and _fits(change, old, new)
    return told if fits else None


def _is_paired(story: Story, level: Claim, other: Claim) -> bool:
    """True for a level that moved from or to one told beside it, which is not the other: "fell from 3,901 to 3,686"."""
    beside = [c for c in story.in_sentence(level.sentence) if c is not level and family(c) == family(level)]
    for claim in beside:
        first, last = sorted((claim.figure.span, level.figure.span))
        led = story.document.text[max(level.sentence.start, first.start - 6) : first.start]
        if (
            claim is not other
            and led.endswith("from ")
            and _TO.match(story.words(Span(first.end, last.start)))
        ):
            return True
    return False


def _is_about(story: Story, change: Claim, x: Claim, y: Claim) -> bool:
    """False for "34 per cent more vaccinations" of other things, and for a change told apart that points to none."""
    apart = change.sentence not in (x.sentence, y.sentence)
    told = f"{story.sentence(x)} {story.sentence(y)}" if apart else between(story, x, y)
    if is_of_another(story, change, told) or _is_in(story, change, told):
        return False
    near = x if len(between(story, change, x)) <= len(between(story, change, y)) else y
    if min(x.sentence, y.sentence) > change.sentence or _ANOTHER.search(between(story, change, near)):
        return False
    if any(ATTACHED.match(between(story, change, c)) for c in _behind(story, change) if c not in (x, y)):
        return False
    return not apart or bool(_GOES_ON.match(story.lead(change)))


def _is_in(story: Story, change: Claim, told: str) -> bool:
    """True for "a drop of 18 in the number of nurses" beside levels of which no nurse is told."""
    of = _IN.match(after(story, change, 60))
    return of is not None and bool(stems(of[1])) and not stems(of[1]) & stems(told)


def _behind(story: Story, change: Claim) -> Iterator[Claim]:
    """The levels that follow a change in its sentence."""
    for claim in story.in_sentence(change.sentence):
        if claim.figure.span > change.figure.span and family(claim) in LEVELS:
            yield claim


def _measured_from(story: Story, change: Claim, x: Claim, y: Claim) -> tuple[Claim, Claim] | None:
    """The level that the change names as what it is measured from, and the other."""
    for old, new in ((x, y), (y, x)):
        if old.figure.span > change.figure.span and _AGAINST.match(between(story, change, old)):
            return old, new
    return None


def _goes(old: Claim, new: Claim) -> Direction | None:
    a, b = old.figure.amount, new.figure.amount
    return "rose" if surely_less(a, b) else "fell" if surely_less(b, a) else None


def _fits(change: Claim, old: Claim, new: Claim) -> bool:
    """True if the printed numbers of two levels make the size of the change, not only the ends of their rounding."""
    a, b = old.figure.amount, new.figure.amount
    computed = middle(percent_change(a, b) if family(change) == "P" else difference(b, a))
    low, high = change.figure.amount.low, change.figure.amount.high
    if computed is None or low is None or high is None:
        return False
    return low <= abs(computed) <= high


def _bears_out(change: Claim, way: Direction, x: Claim, y: Claim) -> bool:
    """True if another two levels fit the change the way that it points."""
    return any(_goes(a, b) == way and _fits(change, a, b) for a, b in ((x, y), (y, x)))


def _extent(claims: Sequence[Claim]) -> Span:
    return Span(min(c.sentence.start for c in claims), max(c.sentence.end for c in claims))
