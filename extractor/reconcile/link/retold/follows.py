"""Figures of one story that follow from two of its sibling: what is left, what was added, the share of the others.

One paper prints 870 houses looked at and 41 destroyed, another that 829 came through; one has 71 per cent settled,
the other 29 that were not. Such figures are no slips, and where words tie them they are borne out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from extractor.amount import complement, difference, meet, percent_of, surely_less
from extractor.lexicon import table
from extractor.model import Amount, Claim, Cue, Relation, RelationKind, Role
from extractor.nouns import may_be_one
from extractor.reconcile.contrary import contrary, parted
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.retold.apart import sets_apart
from extractor.reconcile.link.retold.near_numbers import digits
from extractor.reconcile.story import DISPLAY, Story, alike, family, one_noun

_REST = frozenset(table("siblings")["rest"])
#: How far off two figures are at most that are looked at closely.
ROUGHLY = 1.5
_CLOSE = Fraction(str(table("siblings")["rounds"]))


def follows(a: Story, b: Story) -> Iterator[Relation]:
    """What the figures of one story make of those of the other, told there."""
    for ours, theirs in ((a, b), (b, a)):
        for told in theirs.claims:
            if told.block not in DISPLAY and told.stance == "asserted":
                relation = next(_made(ours, theirs, told), None)
                if relation is not None and not _prints(ours, told):
                    yield relation


def is_left(story: Story, told: Claim) -> bool:
    """True if a figure is what two of the other story leave or make together: 829 beside 870 and 41."""
    return any(_is_made(told, more, less) for more, less in _pairs(story, told)) or _is_sum(story, told)


def _is_sum(story: Story, told: Claim) -> bool:
    """True if a figure is what two or more next to each other in a sentence make: 199 beside 112, 87 and 46."""
    value = told.figure.value
    if value is None or digits(told) < 3:
        return False
    for sentence in story.sentences:
        listed = [c.figure.value for c in story.in_sentence(sentence) if alike(c, told)]
        runs = (listed[i:j] for i, j in combinations(range(len(listed) + 1), 2) if j - i >= 2)
        if any(None not in run and sum(v for v in run if v is not None) == value for run in runs):
            return True
    return False


def are_others(x: Claim, y: Claim) -> bool:
    """True if two shares make a whole: one is of those who did, the other of those who did not."""
    shares = family(x) == family(y) == "P" and not is_change(x) and not is_change(y)
    closed = all(c.figure.amount.low and c.figure.amount.high is not None for c in (x, y))
    return (
        shares
        and closed
        and not (x.negated and y.negated)
        and _agree(x.figure.amount, complement(y.figure.amount))
    )


def _made(ours: Story, theirs: Story, told: Claim) -> Iterator[Relation]:
    yield from _differences(ours, theirs, told)
    if family(told) == "P" and not is_change(told):
        yield from _others(ours, theirs, told)
        yield from _shares(ours, theirs, told)


def _differences(ours: Story, theirs: Story, told: Claim) -> Iterator[Relation]:
    """Two figures near each other and the change between them, or the part that they leave."""
    for more, less in _pairs(ours, told):
        tied = _words(theirs, told) & (_words(ours, more) | _words(ours, less))
        if not _is_made(told, more, less) or not (tied or one_noun(told, more)):
            continue
        if is_change(told) or family(told) == "T":
            old, new = (more, less) if told.direction == "fell" else (less, more)
            yield _relation("change", told, (Role("change", told), Role("from", old), Role("to", new)))
        elif _one_thing(told, more, less):
            yield _relation("sum", told, (Role("total", more), Role("part", less), Role("part", told)))


def _one_thing(*claims: Claim) -> bool:
    """True if three exact figures may count one thing: what hedges leave proves nothing."""
    if any(c.figure.hedge is not None for c in claims) or digits(claims[0]) < 3 > digits(claims[1]):
        return False
    told = [c for c in claims if c.measure is not None and family(c) == "C"]
    return all(one_noun(x, y) for x, y in combinations(told, 2))


def _pairs(story: Story, told: Claim) -> Iterator[tuple[Claim, Claim]]:
    """Two figures of a story in the unit of another one whose difference may be that, the larger first."""
    value = told.figure.value
    if value is None or value <= 0:
        return
    key = "P%" if family(told) == "T" else f"{family(told)}{_unit(told)}"
    for left, more, less in story.once(_near_pairs).get(key, ()):
        if ROUGHLY * left >= float(value) >= left / ROUGHLY:
            yield more, less


def near_pairs(story: Story, told: Claim) -> Iterator[tuple[Claim, Claim]]:
    """Two figures near each other in the unit of another story's figure, the larger first."""
    found = story.once(_near_pairs).get(f"{family(told)}{_unit(told)}", ())
    yield from ((more, less) for _, more, less in found)


def _near_pairs(story: Story) -> dict[str, list[tuple[float, Claim, Claim]]]:
    """Figures of a sentence or of neighbouring ones, two by two, with their difference, by family and unit."""
    found: dict[str, list[tuple[float, Claim, Claim]]] = {}
    plain = [c for c in story.claims if c.block not in DISPLAY and c.figure.value and not is_change(c)]
    for n, x in enumerate(plain):
        for y in plain[n + 1 :]:
            if story.number_of(y) - story.number_of(x) > 1:
                break
            if family(x) == family(y) and _unit(x) == _unit(y) and x.figure.value != y.figure.value:
                more, less = sorted((x, y), key=_value, reverse=True)
                found.setdefault(f"{family(x)}{_unit(x)}", []).append(
                    (_value(more) - _value(less), more, less)
                )
    return found


def _unit(claim: Claim) -> str:
    """The unit of a figure; whole numbers of anything have none."""
    return "%" if family(claim) == "P" else "" if family(claim) == "C" else claim.figure.amount.unit


def _value(claim: Claim) -> float:
    return float(claim.figure.value or 0)


def _is_made(told: Claim, more: Claim, less: Claim) -> bool:
    """True if a figure is the difference of two others, to its printed digits."""
    if digits(told) < 2 and told.figure.hedge is None and not is_change(told):
        return False
    if not surely_less(less.figure.amount, more.figure.amount):
        return False
    left = difference(more.figure.amount, less.figure.amount)
    return _agree(told.figure.amount, left)


def _agree(told: Amount, made: Amount) -> bool:
    """True if two amounts meet and are about as large: an open hedge holds for nearly anything."""
    ours, theirs = _middle(told), _middle(made)
    if ours is None or theirs is None or ours <= 0 or theirs <= 0:
        return False
    return meet(told, Amount(made.low, made.high, told.unit, made.low_open, made.high_open)) and (
        abs(ours / theirs - 1) <= _CLOSE
    )


def _middle(amount: Amount) -> Fraction | None:
    """Halfway between the ends; the one end of a figure behind an open hedge."""
    if amount.low is not None and amount.high is not None and amount.low > 0:
        return (amount.low + amount.high) / 2
    return amount.high if amount.low is None or amount.low == 0 else amount.low


def _others(ours: Story, theirs: Story, told: Claim) -> Iterator[Relation]:
    """The share of those who did not beside the share of those who did, each in a story of its own."""
    for other in ours.claims:
        if family(other) != "P" or is_change(other) or other.block in DISPLAY or other.stance != "asserted":
            continue
        left = complement(other.figure.amount)
        if _agree(told.figure.amount, left) and _says_others(ours, other, theirs, told):
            roles = (Role("stated", told), Role("other", other))
            yield _relation("complement", told, roles)


def _says_others(ours: Story, other: Claim, theirs: Story, told: Claim) -> bool:
    """True if words tie two shares and turn one of them round: "were not settled", "stood empty", "elsewhere"."""
    shared = _words(theirs, told) & _words(ours, other)
    here, there = theirs.sentence(told).lower(), ours.sentence(other).lower()
    turned = told.negated != other.negated or contrary(here, there) or parted(here, there)
    said = _REST & {*here.replace(",", " ").split(), *there.replace(",", " ").split()}
    return bool(shared or _one_base(told, other)) and bool(turned or said)


def _shares(ours: Story, theirs: Story, told: Claim) -> Iterator[Relation]:
    """A share whose part and whole the sibling counts."""
    rough = [(p, w) for share, p, w in ours.once(_parts) if abs(share - _value(told)) <= _value(told) / 4]
    tied = [(p, w) for p, w in rough if _words(theirs, told) & (_words(ours, p) | _words(ours, w))]
    made = [(p, w) for p, w in tied if _is_share(told, p, w)]
    if len({p.figure.amount for p, _ in made}) == 1 and len({w.figure.amount for _, w in made}) == 1:
        part, whole = made[0]
        roles = (Role("rate", told), Role("part", part), Role("whole", whole))
        yield _relation("share", told, roles)


def _parts(story: Story) -> list[tuple[float, Claim, Claim]]:
    """Exact counts of a paragraph or of neighbouring ones, two by two, with the share that one is of the other."""
    counts = [c for c in story.claims if family(c) == "C" and c.block not in DISPLAY and digits(c) >= 2]
    counts = [c for c in counts if c.figure.hedge is None and _value(c) > 0 and not sets_apart(story, c)]
    near = ((x, y) for x, y in combinations(counts, 2) if story.paragraphs_apart(x, y) <= 2)
    told = (tuple(sorted(pair, key=_value)) for pair in near)
    return [(100 * _value(p) / _value(w), p, w) for p, w in told if _value(p) < _value(w)]


def _is_share(told: Claim, part: Claim, whole: Claim) -> bool:
    return surely_less(part.figure.amount, whole.figure.amount) and _agree(
        told.figure.amount, percent_of(part.figure.amount, whole.figure.amount)
    )


def _prints(story: Story, told: Claim) -> bool:
    """True if a story has a figure that agrees closely itself."""
    return any(alike(told, c) and _agree(told.figure.amount, c.figure.amount) for c in story.claims)


def _relation(kind: RelationKind, told: Claim, roles: Sequence[Role]) -> Relation:
    cue = Cue(told.document, told.figure.span, told.figure.text)
    direction = told.direction if kind == "change" else None
    return Relation(kind, tuple(roles), cue, "numeric", direction)


def _words(story: Story, claim: Claim) -> frozenset[str]:
    return content_words(story.sentence(claim))


def _one_base(x: Claim, y: Claim) -> bool:
    ours, theirs = (c.base or c.measure for c in (x, y))
    return ours is not None and theirs is not None and may_be_one(ours.key, theirs.key)


__all__ = ["are_others", "follows", "is_left", "near_pairs"]
