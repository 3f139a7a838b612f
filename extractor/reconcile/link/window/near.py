"""Whether a figure is near what its window makes of it: what differs widely was never one fact.

Like the search of `confirm`, a quick look on floats that can only excuse; the judges compute exactly.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import log10

from extractor.lexicon import table
from extractor.model import Claim, Derived, Relation
from extractor.reconcile.story import family

_LIMITS = table("windows")["near"]
FACTOR, CLOSE, TOLD, TURNED, HAIR, SCALED, LEAVES = (
    float(_LIMITS[name]) for name in ("factor", "close", "told", "turned", "hair", "scaled", "leaves")
)


def is_near(relation: Relation) -> bool:
    """True if the stated figure and the computed one differ by no more than the factor."""
    both = _sides(relation)
    if both is None or _by_a_hair(relation.roles[0].value, both[1]) or leaves_another(relation):
        return False
    limit = TOLD if relation.kind in ("change", "share") and relation.strength == "stated" else FACTOR
    return max(both[0] / both[1], both[1] / both[0]) <= (TURNED if is_turned(relation) else limit)


def is_close(relation: Relation) -> bool:
    """True if a share and what its figures make differ as little as a slip leaves them where nothing but their place ties them."""
    both = _sides(relation)
    return both is not None and max(both[0] / both[1], both[1] / both[0]) <= CLOSE and is_near(relation)


def is_near_multiple(relation: Relation) -> bool:
    """True if a multiple is near that of its levels, or about what it would be if they changed places."""
    both = _sides(relation)
    if both is None or _by_a_hair(relation.roles[0].value, both[1]):
        return False
    stated, computed = both
    apart, turned = stated / computed, stated * computed
    return max(apart, 1 / apart) <= FACTOR or max(turned, 1 / turned) <= TURNED


def is_scaled(relation: Relation) -> bool:
    """True if the stated share would be the computed one with its point one to three places away."""
    both = _sides(relation)
    if both is None or relation.kind != "share":
        return False
    apart = abs(log10(both[0] / both[1]))
    return 0.5 < apart < 3.5 and abs(apart - round(apart)) < SCALED


def is_excused(relation: Relation) -> bool:
    """True for what no mix-up has to account for: off by a hair, or pointing the other way and of another size."""
    both = _sides(relation)
    told = is_turned(relation) or both is None or _by_a_hair(relation.roles[0].value, both[1])
    return told or leaves_another(relation)


def leaves_another(relation: Relation) -> bool:
    """True for a fall of 39 per cent beside 512 and 26: what it would leave is far from what is left."""
    value = relation.roles[0].value
    if relation.kind != "change" or not isinstance(value, Claim) or family(value) != "P":
        return False
    stated, old, new = (_middle(role.value) or 0 for role in relation.roles)
    if not 0 < new < old or stated >= 100:
        return False
    return (1 - stated / 100) * old > LEAVES * new


def _sides(relation: Relation) -> tuple[float, float] | None:
    """The stated figure and what the others make, where both are above nought."""
    stated = _middle(relation.roles[0].value)
    others = [m for role in relation.roles[1:] if (m := _middle(role.value)) is not None]
    if stated is None or len(others) < len(relation.roles) - 1:
        return None
    computed = _COMPUTE[relation.kind](relation, others)
    return None if computed is None or computed <= 0 or stated <= 0 else (stated, computed)


def _by_a_hair(value: object, computed: float) -> bool:
    """True for 39 beside 38.49: a level that was itself rounded a little accounts for it."""
    if not isinstance(value, Claim) or value.figure.amount.low is None or value.figure.amount.high is None:
        return False
    low, high = float(value.figure.amount.low), float(value.figure.amount.high)
    return 0 < max(low - computed, computed - high) < HAIR * (high - low)


def is_turned(relation: Relation) -> bool:
    """True if a change points away from the level that the words tell as the later one."""
    if relation.kind != "change" or relation.direction is None:
        return False
    old, new = (_middle(role.value) or 0 for role in relation.roles[1:])
    return relation.direction == ("fell" if new > old else "rose")


def _middle(value: object) -> float | None:
    if isinstance(value, Claim):
        amount = value.figure.amount
    elif isinstance(value, Derived):
        amount = value.amount
    else:
        return None
    ends = [float(e) for e in (amount.low, amount.high) if e is not None]
    return sum(ends) / len(ends) if ends else None


def _change(relation: Relation, others: list[float]) -> float | None:
    old, new = others
    stated = relation.roles[0].value
    kind = family(stated) if isinstance(stated, Claim) else ""
    if old <= 0 or new <= 0:
        return None
    if kind == "X":
        part = isinstance(stated, Claim) and stated.figure.value is not None and stated.figure.value < 1
        return min(new / old, old / new) if part else max(new / old, old / new)
    return 100 * abs(new - old) / old if kind == "P" else abs(new - old)


def _quotient(_: Relation, others: list[float]) -> float | None:
    part, whole = others
    return part / whole if whole > 0 else None


_COMPUTE: Mapping[str, Callable[[Relation, list[float]], float | None]] = {
    "change": _change,
    "share": lambda r, o: None if (q := _quotient(r, o)) is None else 100 * q,
    "mean": _quotient,
    "multiple": _quotient,
    "sum": lambda _, o: sum(o),
}
