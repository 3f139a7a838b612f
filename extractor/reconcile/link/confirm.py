"""Confirming by numbers: which figures near a claim make it, where the words alone do not say.

A relation found here can confirm and never accuse. For each claim the equations of its kind are
tried on the figures around it, in the same sentence first, then in the neighbouring paragraphs,
then farther away. A fit counts only if it is the one fit of its level and chance would hardly
make one: quotients of printed numbers spread about evenly over the powers of ten (Benford 1938),
so an interval of relative width w is hit by chance about w / ln 10 times for each try.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import inf, log

from extractor.model import Amount, Claim, Cue, Direction, Relation, RelationKind, Role
from extractor.nouns import may_be_one
from extractor.reconcile.link.moves import DOWN, UP, alternatives, direction_of, is_change
from extractor.reconcile.story import AMOUNTS, Story, family

#: Above this many fits expected by chance, a fit confirms nothing.
BY_CHANCE = 0.15
#: How many zones apart the figures of a level may stand (-1: in one sentence), and whether one of
#: them must be the figure printed right before or after the claim.
LEVELS = ((-1, True), (1, True), (-1, False), (1, False), (3, True), (3, False), (1000, True))
#: "More than 300" is seldom said of more than this times 300.
HEDGED = 1.15
#: Counts below this are so common that their sums and quotients tell little.
SMALL = 10
#: Farther figures than these per claim are not tried.
MOST = 40

Ends = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """An equation that may make a claim: its relation, the roles of the others, and how they compute."""

    kind: RelationKind
    target: str
    roles: tuple[str, ...]
    #: The families that each role may have.
    families: tuple[str, ...]
    #: Whether the words at the target allow the equation at all.
    applies: Callable[[Story, Claim], bool]
    compute: Callable[[Sequence[Ends]], Ends]
    admits: Callable[[Story, Claim, Sequence[Claim]], bool]


@dataclass(frozen=True, slots=True)
class _Near:
    """A figure near the target: how many zones away, in its sentence or not, printed beside it or not."""

    claim: Claim
    apart: int
    inside: bool
    beside: bool


def confirmed(story: Story, linked: Iterable[Relation]) -> Iterator[Relation]:
    """One relation for each claim that the phrases left alone and that others make."""
    done = {r.roles[0].value.id for r in linked if r.kind != "same" and isinstance(r.roles[0].value, Claim)}
    used = {frozenset(c.id for c in r.claims()) for r in linked}
    for target in story.claims:
        if target.id in done or ends(target) is None:
            continue
        relation = _confirm(story, target)
        if relation is not None and frozenset(c.id for c in relation.claims()) not in used:
            used.add(frozenset(c.id for c in relation.claims()))
            yield relation


def ends(claim: Claim) -> Ends | None:
    """Both ends as floats, for a quick look; a one-sided hedge is taken to lie near its number."""
    a = claim.figure.amount
    if a.high is None:
        return None if a.low is None or a.low <= 0 else (float(a.low), HEDGED * float(a.low))
    if a.low is None or (a.low == 0 and claim.figure.hedge is not None):
        return (float(a.high) / HEDGED, float(a.high)) if a.high > 0 else None
    return float(a.low), float(a.high)


def _confirm(story: Story, target: Claim) -> Relation | None:
    """The relation that makes a claim, from the nearest level that has one; None as soon as chance could."""
    expected = 0.0
    tried: set[frozenset[str]] = set()
    around = _all_around(story, target)
    for reach, adjacent in LEVELS:
        fits: list[tuple[Hypothesis, tuple[Claim, ...]]] = []
        for hypothesis, others in _tries(story, target, around, reach, adjacent):
            key = frozenset((hypothesis.kind, *(c.id for c in others)))
            if key in tried:
                continue
            tried.add(key)
            computed = hypothesis.compute([e for c in others if (e := ends(c)) is not None])
            if not fits:
                expected += _chance(target, others, computed)
            if expected > BY_CHANCE:
                return None
            if _meets(target, computed):
                fits.append((hypothesis, others))
        if fits:
            distinct = {(h.kind, tuple(sorted(str(c.figure.value) for c in o))) for h, o in fits}
            return _relation(story, target, *fits[0]) if len(distinct) == 1 else None
    return None


def shared_wholes(story: Story, linked: Sequence[Relation]) -> Iterator[Relation]:
    """Shares whose part stands beside them and whose whole another share of the paragraph has."""
    shares = [r for r in linked if r.kind == "share"]
    done = {r.roles[0].value.id for r in shares}
    wholes = [r.value for r in (role for s in shares for role in s.roles) if r.name == "whole"]
    for rate in story.claims:
        if family(rate) != "P" or rate.id in done or is_change(rate):
            continue
        beside = _beside(story, rate)
        parts = [c for c in story.in_sentence(rate.sentence) if c.id in beside and family(c) in AMOUNTS]
        near = [w for w in wholes if isinstance(w, Claim) and story.paragraphs_apart(w, rate) <= 1]
        for part, whole in ((p, w) for p in parts for w in near if p is not w):
            x, y = ends(part), ends(whole)
            if (
                x
                and y
                and _alike(part, whole)
                and not _larger(part, whole)
                and _meets(rate, _percent([x, y]))
            ):
                yield _relation(story, rate, HYPOTHESES[0], (part, whole))
                break


def _beside(story: Story, target: Claim) -> set[str]:
    """The claims printed right before and after one."""
    place = story.claims.index(target)
    return {c.id for c in (*story.claims[max(0, place - 1) : place], *story.claims[place + 1 : place + 2])}


def _all_around(story: Story, target: Claim) -> list[_Near]:
    """The other figures of the story, the nearest first, each value once."""
    beside = _beside(story, target)
    found: dict[tuple[str, Amount], Claim] = {}
    for claim in sorted(story.claims, key=lambda c: abs(c.figure.span.start - target.figure.span.start)):
        usable = claim is not target and ends(claim) is not None and not _is_step(story, claim)
        if usable and _one_scope(claim, target):
            found.setdefault((family(claim), claim.figure.amount), claim)
    return [
        _Near(c, story.paragraphs_apart(c, target), c.sentence == target.sentence, c.id in beside)
        for c in found.values()
    ]


def _is_step(story: Story, claim: Claim) -> bool:
    """True for the five of "rounded to the nearest five"."""
    return story.document.text[: claim.figure.span.start].endswith("nearest ")


def _one_scope(a: Claim, b: Claim) -> bool:
    """False where both name their place themselves and the places differ."""
    if a.place is None or b.place is None or "here" not in (a.place.found, b.place.found):
        return True
    return a.place.key == b.place.key


def _tries(
    story: Story, target: Claim, around: Sequence[_Near], reach: int, adjacent: bool
) -> Iterator[tuple[Hypothesis, tuple[Claim, ...]]]:
    near = [n for n in around if (n.inside if reach < 0 else n.apart <= reach)][:MOST]
    for hypothesis in HYPOTHESES:
        if family(target) not in hypothesis.target or not hypothesis.applies(story, target):
            continue
        groups = _windows(target, near) if hypothesis is SUM else _groups(near, hypothesis.families)
        for group in groups:
            if adjacent and not any(n.beside for n in group):
                continue
            others = tuple(n.claim for n in group)
            if _near_enough(group) and hypothesis.admits(story, target, others):
                yield hypothesis, others


def _groups(near: Sequence[_Near], families: tuple[str, ...]) -> Iterator[tuple[_Near, ...]]:
    """One figure, or each pair both ways round, of which one stands in the claim's own zone."""
    if len(families) == 1:
        yield from ((n,) for n in near if n.apart == 0 and family(n.claim) in families[0])
        return
    firsts = [n for n in near if family(n.claim) in families[0]]
    seconds = [n for n in near if family(n.claim) in families[1]]
    for first in firsts:
        for second in seconds:
            if first is not second and (first.apart == 0 or second.apart == 0):
                yield first, second


def _near_enough(group: Sequence[_Near]) -> bool:
    """True if all the others stand in neighbouring zones, or one of them in the claim's own sentence."""
    if any(n.inside for n in group):
        return True
    apart = [n.apart for n in group]
    return max(apart) <= 1 and min(apart) == 0


def _windows(target: Claim, near: Sequence[_Near]) -> Iterator[tuple[_Near, ...]]:
    """Two to six figures of the claim's unit that follow each other in print."""
    ordered = sorted((n for n in near if _alike(n.claim, target)), key=lambda n: n.claim.figure.span)
    for size in range(2, 7):
        for start in range(len(ordered) - size + 1):
            yield tuple(ordered[start : start + size])


def _alike(a: Claim, b: Claim) -> bool:
    return family(a) == family(b) and (family(a) in "CP" or a.figure.amount.unit == b.figure.amount.unit)


def _chance(target: Claim, others: Sequence[Claim], computed: Ends) -> float:
    """How likely a chance pair would meet the target; small counts make simple fractions all the time."""
    if all(family(c) == "C" and (c.figure.value or 0) < SMALL for c in others):
        return 1 / SMALL
    low, high = ends(target) or (0.0, 0.0)
    centre = abs(low + high) / 2
    if centre == 0 or inf in computed:
        return 1.0
    least = 1.0 if family(target) in "C" else 0.0
    width = max(high - low, least)
    return min(1.0, width / (centre * log(10)))


def _meets(target: Claim, computed: Ends) -> bool:
    """True if the printed numbers themselves make the target, not only the ends of their rounding."""
    low, high = ends(target) or (0.0, 0.0)
    slack = 1e-9 * max(abs(low), abs(high), 1e-9)
    middle = (computed[0] + computed[1]) / 2
    return low - slack <= middle <= high + slack


def _relation(story: Story, target: Claim, hypothesis: Hypothesis, others: Sequence[Claim]) -> Relation:
    cue = Cue(story.document.id, target.figure.span, target.figure.text)
    way = way_of(story, target)
    if hypothesis.compute is _product:
        roles = [Role("mean", others[0]), Role("total", target), Role("n", others[1])]
    elif hypothesis is SUM:
        roles = [Role("total", target), *(Role("part", c) for c in others)]
    elif hypothesis is DIFFERENCE:
        roles = [Role("total", others[0]), Role("part", others[1]), Role("part", target)]
    elif hypothesis is PART:
        roles = [Role("rate", others[0]), Role("part", target), Role("whole", others[1])]
    else:
        first = {
            "share": "rate",
            "change": "change",
            "mean": "mean",
            "multiple": "multiple",
            "complement": "stated",
        }
        roles = [Role(first[hypothesis.kind], target), *(map(Role, hypothesis.roles, others))]
    direction = way if hypothesis.kind == "change" else None
    return Relation(hypothesis.kind, tuple(roles), cue, "numeric", direction)


# How the others compute the target, on floats.


def _quotient(others: Sequence[Ends]) -> Ends:
    (a, b), (c, d) = others
    return (a / d, b / c) if c > 0 and a >= 0 else (inf, inf)


def _product(others: Sequence[Ends]) -> Ends:
    (a, b), (c, d) = others
    return a * c, b * d


def _percent(others: Sequence[Ends]) -> Ends:
    low, high = _quotient(others)
    return 100 * low, 100 * high


def _percent_change(others: Sequence[Ends]) -> Ends:
    """The size of the change from the first to the second."""
    low, high = _percent([others[1], others[0]])
    return (low - 100, high - 100) if low >= 100 else (100 - high, 100 - low) if high <= 100 else (0.0, inf)


def _gap(others: Sequence[Ends]) -> Ends:
    (a, b), (c, d) = others
    return (a - d, b - c) if a + b >= c + d else (c - b, d - a)


def _minus(others: Sequence[Ends]) -> Ends:
    (a, b), (c, d) = others
    return a - d, b - c


def _added(others: Sequence[Ends]) -> Ends:
    return sum(a for a, _ in others), sum(b for _, b in others)


def _rest(others: Sequence[Ends]) -> Ends:
    ((a, b),) = others
    return 100 - b, 100 - a


def _of_whole(others: Sequence[Ends]) -> Ends:
    (a, b), (c, d) = others
    return a * c / 100, b * d / 100


# What the words must allow before an equation is tried.

_MOVE = alternatives(UP | DOWN)
#: "Up" and "down" that tell no movement.
_NO_RISE = re.compile(
    r"\b(?:ma(?:ke|kes|king|de)|tak(?:e|es|ing|en)|took|end(?:s|ed|ing)?|add(?:s|ed|ing)?|set|sum(?:s|med)?|pick(?:s|ed)?|broke|come|came)\s(?:up|down)\b",
    re.IGNORECASE,
)
_CHANGE_BEFORE = re.compile(_MOVE + r"(?:\s[\w’'-]+){0,2}\s*$", re.IGNORECASE)
_CHANGE_AFTER = re.compile(r"^\s?(?:[\w’'-]+\s){0,2}?" + _MOVE, re.IGNORECASE)
_EACH = re.compile(
    r"^\s?(?:[\w’'-]+\s){0,2}?(?:each|apiece|a\shead|per|on\saverage|for\severy|an?\s(?:day|week|month|year|hour|head|share|match|game|unit|pupil|person"
    r"|patient|night|minute|house|home|household|go|piece|night|visit|ticket|acre|tonne|litre|kilo|mile))\b",
    re.IGNORECASE,
)
_AVERAGE = re.compile(r"\baverag\w*(?:\s[\w’'-]+){0,3}\s*$|\bmean\s(?:of\s)?$", re.IGNORECASE)
_ADDING = re.compile(
    r"\b(?:total\w*|in\sall|altogether|together|combined|making|of\swhich|of\swhom|further|another|remaining|remainder|rest|plus|add\w*|includ\w+|comprising|split"
    r"|made\sup|balance|swing|left|leaving|leaves)\b",
    re.IGNORECASE,
)
_REST = re.compile(r"\b(?:rest|remaining|remainder|other|others|leaves|leaving|not|without)\b", re.IGNORECASE)


def _around(story: Story, claim: Claim) -> tuple[str, str]:
    text, span = story.document.text, claim.figure.span
    return text[max(claim.sentence.start, span.start - 60) : span.start], text[
        span.end : min(claim.sentence.end, span.end + 60)
    ]


def way_of(story: Story, claim: Claim) -> Direction | None:
    """Which way the words around a figure of change point."""
    before, after = _around(story, claim)
    around = (_CHANGE_BEFORE.search(before), _CHANGE_AFTER.match(after))
    words = [claim.figure.text, *(found[0] for found in around if found)]
    return claim.direction or next((w for w in map(direction_of, words) if w is not None), None)


def _share_admits(_: Story, rate: Claim, others: Sequence[Claim]) -> bool:
    part, whole = others
    if not _alike(part, whole) or family(part) not in AMOUNTS or is_change(rate) or _larger(part, whole):
        return False
    if rate.base is None or whole.measure is None or family(whole) != "C":
        return True
    restated = part.measure is not None and part.measure.key == rate.base.key
    named = rate.base.found == "here" and rate.base.key[:4] in rate.base.text.lower()
    return restated or not named or may_be_one(rate.base.key, whole.measure.key)


def _larger(a: Claim, b: Claim) -> bool:
    x, y = ends(a), ends(b)
    return x is not None and y is not None and x[0] >= y[1]


def _change_admits(story: Story, change: Claim, others: Sequence[Claim]) -> bool:
    old, new = others
    if not _alike(old, new) or family(old) not in "CMUDPR" or not is_change(change):
        return False
    way = way_of(story, change)
    return way is not None and (_larger(new, old) if way == "rose" else _larger(old, new))


def _points_admits(story: Story, change: Claim, others: Sequence[Claim]) -> bool:
    old, new = others
    if family(old) != "P" or family(new) != "P" or "minus" in change.figure.text or "±" in change.figure.text:
        return False
    way = way_of(story, change)
    return _larger(new, old) if way in ("rose", None) else _larger(old, new)


def _sum_admits(story: Story, whole: Claim, others: Sequence[Claim]) -> bool:
    if not all(_alike(whole, c) for c in others) or is_change(whole) or family(whole) not in AMOUNTS:
        return False
    sentences = {c.sentence for c in others}
    listed = len(sentences) == 1 and (
        whole.sentence in sentences or family(whole) != "C" or _one_noun(whole, others)
    )
    return listed or any(_ADDING.search(story.words(s)) for s in sentences | {whole.sentence})


def _one_noun(whole: Claim, others: Sequence[Claim]) -> bool:
    key = None if whole.measure is None else whole.measure.key
    return key is not None and all(c.measure is not None and may_be_one(c.measure.key, key) for c in others)


def _difference_admits(_: Story, part: Claim, others: Sequence[Claim]) -> bool:
    whole, other = others
    return (
        _alike(part, whole)
        and _alike(part, other)
        and family(part) in AMOUNTS
        and _larger(whole, other)
        and _larger(whole, part)
    )


def _mean_admits(_: Story, mean: Claim, others: Sequence[Claim]) -> bool:
    whole, number = others
    if family(number) not in "CUD" or family(whole) not in AMOUNTS:
        return False
    return family(mean) == "R" or _alike(mean, whole)


def _product_admits(story: Story, whole: Claim, others: Sequence[Claim]) -> bool:
    """A price and a number in the claim's own passage."""
    price, number = others
    if not _alike(price, whole) or not _larger(whole, price) or (number.figure.value or 0) < 2:
        return False
    before, after = _around(story, price)
    priced = _EACH.match(after) or re.search(r"\b(?:at|for|get|gets|of|worth|costs?|paid|pays?)\s$", before)
    return bool(priced) and all(story.paragraphs_apart(whole, c) <= 1 for c in others)


def _rest_admits(story: Story, share: Claim, others: Sequence[Claim]) -> bool:
    other = others[0]
    if (
        family(other) != "P"
        or is_change(share)
        or is_change(other)
        or story.paragraphs_apart(share, other) > 0
    ):
        return False
    before, after = _around(story, share)
    return share.negated != other.negated or bool(_REST.search(before[-30:] + " " + after[:25]))


def _part_admits(story: Story, part: Claim, others: Sequence[Claim]) -> bool:
    rate, whole = others
    if family(rate) != "P" or not _alike(part, whole) or is_change(rate) or is_change(part):
        return False
    return _larger(whole, part) and (
        part.sentence == rate.sentence or story.paragraphs_apart(part, rate) == 0
    )


def _multiple_admits(_: Story, __: Claim, others: Sequence[Claim]) -> bool:
    return _alike(*others) and family(others[0]) in AMOUNTS + "PR"


def _no_change(_: Story, claim: Claim) -> bool:
    return not is_change(claim)


def _directed(story: Story, claim: Claim) -> bool:
    return is_change(claim) and way_of(story, claim) is not None


def _always(_: Story, __: Claim) -> bool:
    return True


def _told_as_mean(story: Story, claim: Claim) -> bool:
    before, after = _around(story, claim)
    each = _EACH.match(after) or _AVERAGE.search(before)
    return family(claim) == "R" or bool(each) or claim.statistic == "mean"


_LEVELS = (AMOUNTS + "PR", AMOUNTS + "PR")
SUM = Hypothesis("sum", AMOUNTS, (), (), _no_change, _added, _sum_admits)
DIFFERENCE = Hypothesis(
    "sum", AMOUNTS, ("total", "part"), (AMOUNTS, AMOUNTS), _always, _minus, _difference_admits
)
PART = Hypothesis("share", AMOUNTS, ("rate", "whole"), ("P", AMOUNTS), _no_change, _of_whole, _part_admits)
HYPOTHESES = (
    Hypothesis("share", "P", ("part", "whole"), (AMOUNTS, AMOUNTS), _no_change, _percent, _share_admits),
    Hypothesis("change", "P", ("from", "to"), _LEVELS, _directed, _percent_change, _change_admits),
    Hypothesis("change", "T", ("from", "to"), ("P", "P"), _always, _gap, _points_admits),
    Hypothesis("complement", "P", ("other",), ("P",), _no_change, _rest, _rest_admits),
    Hypothesis("multiple", "X", ("to", "from"), _LEVELS, _always, _quotient, _multiple_admits),
    Hypothesis("mean", "M", ("mean", "n"), ("MU", "C"), _always, _product, _product_admits),
    Hypothesis("mean", "CMUDR", ("total", "n"), (AMOUNTS, "CUD"), _told_as_mean, _quotient, _mean_admits),
    SUM,
    DIFFERENCE,
    PART,
)
