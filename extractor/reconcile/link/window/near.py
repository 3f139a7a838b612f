"""Whether a figure is near what its window makes of it: what differs widely was never one fact.

Like the search of `confirm`, a quick look on floats that can only excuse; the judges compute exactly.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from extractor.lexicon import table
from extractor.model import Claim, Derived, Relation
from extractor.reconcile.story import family

_LIMITS = table("windows")["near"]
FACTOR, TOLD, TURNED = (float(_LIMITS[name]) for name in ("factor", "told", "turned"))


def is_near(relation: Relation) -> bool:
    """True if the stated figure and the computed one differ by no more than the factor."""
    stated = _middle(relation.roles[0].value)
    others = [_middle(role.value) for role in relation.roles[1:]]
    if stated is None or any(o is None for o in others):
        return False
    computed = _COMPUTE[relation.kind](relation, [o for o in others if o is not None])
    if computed is None or computed <= 0 or stated <= 0:
        return False
    if is_turned(relation):
        return max(stated / computed, computed / stated) <= TURNED
    limit = TOLD if relation.kind == "change" and relation.strength == "stated" else FACTOR
    return max(stated / computed, computed / stated) <= limit


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
        return max(new / old, old / new)
    return 100 * abs(new - old) / old if kind == "P" else abs(new - old)


def _quotient(_: Relation, others: list[float]) -> float | None:
    part, whole = others
    return part / whole if whole > 0 else None


_COMPUTE: Mapping[str, Callable[[Relation, list[float]], float | None]] = {
    "change": _change,
    "share": lambda r, o: None if (q := _quotient(r, o)) is None else 100 * q,
    "mean": _quotient,
    "sum": lambda _, o: sum(o),
}
