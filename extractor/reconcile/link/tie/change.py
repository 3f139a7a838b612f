"""A change and the two levels that it lies between, by what the text shows of the three."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from extractor.amount import meet
from extractor.lexicon import table
from extractor.model import Claim, Cue, Relation, Role
from extractor.reconcile.link.change import fits_kind
from extractor.reconcile.link.cues.beside import is_own, unmoved, way_beside
from extractor.reconcile.link.cues.times import in_order, is_marked, time_of
from extractor.reconcile.link.fits.facts import unit_of
from extractor.reconcile.link.fits.hypotheses import way_of
from extractor.reconcile.link.tie.no_change import FROM, is_ruled_out, measured_from, told_order
from extractor.reconcile.link.tie.triple import (
    Choice,
    Triple,
    around,
    between,
    distance,
    position,
)
from extractor.reconcile.link.window.change import (
    ATTACHED,
    BACK,
    GOES_ON,
    LEVELS,
    OF_ANOTHER,
    exceeds,
    is_aside,
)
from extractor.reconcile.link.window.levels import (
    UNTOLD,
    are_of_two,
    by_way,
    has_own_level,
    is_level,
    is_old,
    is_ordered,
)
from extractor.reconcile.link.window.plain import is_plain, is_told
from extractor.reconcile.link.window.scope import after, before, nearest_before, of_one_size, stems
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex

_WORDS = table("windows")["change"]
_NOW = Regex(rf"\b(?:{'|'.join(_WORDS['now'])})\s(?:[\w’'-]+\s){{0,2}}$", re.IGNORECASE)
#: A level right beside its change: "up 4% to", "47,200, a fifth more".
_DIRECT = Regex(r"^\s?,?\s?(?:to|from|on|at)\s(?:[\w’'-]+\s){0,3}$")
_DIRECT_BACK = Regex(
    r"^(?:\s[\w’'-]+){0,3}?,?\s(?:up|down|an?|or|rising|falling|by|about|some)?\s?(?:[\w’'-]+\s){0,3}$"
)
_SINCE = Regex(
    r"^,?\s(?:from|on|since|than|over|in|between)\s(?:a|an|the|last|this|its|two|three|five|ten|\d+|[A-Z]\w+)\b"
)


_AGAIN = Regex(r"\bagain$|^(?:doubl|tripl|trebl|quadrupl)", re.IGNORECASE)


def triples(story: Story, change: Claim) -> Iterator[Triple]:
    """Each pair of levels that a change could lie between; none for what is no plain change."""
    if change.block in DISPLAY or not _is_change(story, change):
        return
    levels = around(story, change, lambda c: _is_level(story, change, c))
    choice = Choice(change, levels)
    for one, two in combinations(levels, 2):
        if _alike(change, one, two) and not meet(one.figure.amount, two.figure.amount):
            triple = Triple(change, one, two, choice)
            ordered = has_own_level(story, change, one, two) and is_ordered(story, change, one, two)
            apart = (
                exceeds(change, one, two) or is_aside(story, change, one, two) or are_of_two(story, one, two)
            )
            if ordered and not apart and not is_ruled_out(story, triple):
                yield triple


def features(story: Story, triple: Triple) -> Iterator[str]:
    """What can be said of a change and two levels, beyond what can be said of any three figures."""
    t, x, y = triple.claims
    olds = "".join(str(int(story.once(is_old, c))) for c in (x, y))
    sides = position(story, t, x)[0] + position(story, t, y)[0]
    yield f"old={olds}"
    yield f"old={olds}:{sides}"
    yield from _in_print(story, triple)
    yield f"from={''.join(str(int(story.once(_is_left, c))) for c in (x, y))}"
    yield f"now={''.join(str(int(story.once(_is_reached, c))) for c in (x, y))}"
    if any(story.once(_is_untold, c) for c in triple.claims):
        yield "untold"
    yield f"since={story.once(_is_since, t)}"
    yield f"keeps={_keeps_attached(story, triple)}"
    yield f"measured={measured_from(story, triple)}"
    yield from _told_apart(story, triple, sides)
    near = x if distance(t, x) <= distance(t, y) else y
    words = between(story, t, near)
    direct = _DIRECT.match(words) if t.figure.span < near.figure.span else _DIRECT_BACK.match(words)
    yield f"direct={bool(direct)}"
    if x.sentence != y.sentence:
        yield f"goes on={bool(GOES_ON.match(story.sentence(y)))}"
    if x.sentence == y.sentence == t.sentence:
        ends = sorted(c.figure.span for c in triple.claims)
        if ";" in story.document.text[ends[0].start : ends[-1].end]:
            yield "semicolon"


def _is_left(story: Story, level: Claim) -> bool:
    return FROM.search(before(story, level, 40)) is not None


def _is_reached(story: Story, level: Claim) -> bool:
    return _NOW.search(before(story, level, 40)) is not None


def _is_untold(story: Story, claim: Claim) -> bool:
    return UNTOLD.search(story.sentence(claim)) is not None


def _is_since(story: Story, change: Claim) -> bool:
    return _SINCE.match(after(story, change)) is not None


def relation(story: Story, triple: Triple) -> Relation:
    """The change from the level that is told as the earlier one, or else from where its direction starts.

    It is stated where one sentence tells all three, and which level is the earlier one.
    """
    t, x, y = triple.claims
    way = way_of(story, t) or way_beside(story, t)
    ordered = in_order(story, x, y, (t,))
    old, new = ordered or _in_time(story, x, y) or by_way(x, y, way)
    roles = (Role("change", t), Role("from", old), Role("to", new))
    extent = triple.extent
    cue = Cue(story.document.id, extent, story.words(extent))
    told = ordered is not None and x.sentence == y.sentence == t.sentence
    told = told and is_marked(story, x, y, (t,))
    return Relation("change", roles, cue, "stated" if told else "contextual", way, triple.choice.claims)


def _is_change(story: Story, change: Claim) -> bool:
    """A change by its grammar, or by the word right beside it: "six and a half extra weeks", "half as many again"."""
    if is_told(story, change):
        return True
    beside = way_beside(story, change) is not None or _AGAIN.search(change.figure.text) is not None
    return beside and is_plain(story, change)


def _is_level(story: Story, change: Claim, claim: Claim) -> bool:
    return (
        family(claim) in LEVELS
        and (claim.figure.value or 0) > 0
        and is_level(story, change, unmoved(story, claim))
    )


def _alike(change: Claim, one: Claim, two: Claim) -> bool:
    """True if two levels are of one unit that the change can stand in, or one leaves out the unit of the other."""
    if unit_of(one) == unit_of(two):
        return fits_kind(change, one) or _bare(change, one)
    full, short = (one, two) if family(two) == "C" else (two, one)
    return (
        _bare(short, full) and of_one_size(full, short) and (fits_kind(change, full) or _bare(change, full))
    )


def _bare(short: Claim, full: Claim) -> bool:
    """True for a number that may leave the unit of another out, "23 days ... they took 14"."""
    named = short.measure is not None and short.measure.found == "here"
    one = full.measure is not None and short.measure is not None and full.measure.key == short.measure.key
    return family(short) == "C" and family(full) in "UDR" and (not named or one)


def _in_time(story: Story, x: Claim, y: Claim) -> tuple[Claim, Claim] | None:
    """Earlier and later level, where one is marked as left behind and the other as reached."""
    for old, new in ((x, y), (y, x)):
        left = story.once(_is_left, old) and not story.once(_is_left, new)
        if left and story.once(_is_reached, new) and not story.once(is_old, new):
            return old, new
    return None


def _keeps_attached(story: Story, triple: Triple) -> bool:
    """False where the change is told with a level of its own, "up 14% at $37", that is neither of the two."""
    t = triple.target
    behind = [c for c in story.in_sentence(t.sentence) if c.figure.span > t.figure.span]
    others = [c for c in behind if c not in triple.claims and family(c) in LEVELS]
    return not any(ATTACHED.match(between(story, t, c)) for c in others)


def _in_print(story: Story, triple: Triple) -> Iterator[str]:
    """Which level the words tell as the earlier one, and what makes the figure a change."""
    t, x, y = triple.claims
    ranks = [time_of(story, c, triple.claims) for c in (x, y)]
    yield f"times={ranks[0]}{ranks[1]}"
    ordered = story.once(told_order, x, y, t)
    yield f"in order={'untold' if ordered is None else ordered[0] is x}"
    yield f"told={story.once(is_told, t)}{story.once(way_beside, t) is not None}"
    if unit_of(x) != unit_of(y):
        yield "unit left out"
    if ordered is not None:
        yield f"in order:sides={position(story, t, x)[0]}{position(story, t, y)[0]}"
        yield f"own of the earlier={is_own(story, t, ordered[0])}"


def _told_apart(story: Story, triple: Triple, sides: str) -> Iterator[str]:
    """How a sentence without any of the two levels points back to them."""
    t, x, y = triple.claims
    told = stems(story.sentence(x) + " " + story.sentence(y))
    if "S" not in sides:
        own = stems(story.lead(t))
        yield f"subject={'none' if not own else 'theirs' if own & told else 'other'}"
        yield f"back={bool(BACK.search(story.lead(t)))}"
        yield f"after levels={nearest_before(story, t) in (x.sentence, y.sentence)}"
    of = OF_ANOTHER.match(after(story, t))
    if of is not None and stems(of[1]):
        yield f"of them={bool(stems(of[1]) & told)}"
