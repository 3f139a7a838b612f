"""Which texts tell the same news: near-duplicates, and rewritings of one release.

Mere reprints, the same figures in the same sentences on the same day, count as one wording here.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from extractor.audit.matches import Pair, matches
from extractor.audit.settings import rules
from extractor.audit.store import Store


@dataclass(frozen=True, slots=True)
class Cluster:
    """Wordings of the same news, each by the id of its text."""

    wordings: tuple[str, ...]
    #: Which of them to compare, in order.
    pairs: tuple[Pair, ...]

    @property
    def id(self) -> str:
        """Another as soon as a wording comes or goes."""
        return "x-" + hashlib.sha256(" ".join(self.wordings).encode()).hexdigest()[:16]


def clusters(store: Store) -> Iterator[Cluster]:
    """Every group of at least two wordings, by the ids of their texts."""
    found = set(matches(store))
    days = {str(c): str(d) for c, d in store.rows("SELECT content, day FROM wordings WHERE day > ''")}
    near = sorted({p for p in found if _close(days, p)})
    matched = defaultdict(list)
    groups = Groups(near)
    for pair in near:
        matched[groups.head(pair[0])].append(pair)
    for members in groups.sorted():
        every = len(members) <= rules("compare")["all_pairs"]
        pairs = [p for p in combinations(members, 2) if _close(days, p)] if every else matched[members[0]]
        yield Cluster(members, tuple(pairs))


def reprinted(store: Store, wording: str) -> tuple[str, ...]:
    """The texts that have a wording, itself among them; after `clusters`."""
    query = (
        "SELECT DISTINCT c.id FROM wordings w JOIN contents c USING (figures)"
        " JOIN documents d ON d.content = c.id"
        " WHERE w.content = ? AND d.current AND coalesce(d.published, '') = w.day ORDER BY c.id"
    )
    return tuple(str(row[0]) for row in store.rows(query, wording))


def _close(days: dict[str, str], pair: Pair) -> bool:
    """True unless the two are known to have come out on days far apart."""
    from datetime import date

    first, second = (days.get(content) for content in pair)
    if first is None or second is None:
        return True
    apart = date.fromisoformat(first) - date.fromisoformat(second)
    return abs(apart.days) <= int(rules("siblings")["days"])


class Groups:
    """What hangs together by pairs; the least member stands for its group."""

    def __init__(self, pairs: Iterable[Pair]) -> None:
        self._above: dict[str, str] = {}
        for a, b in pairs:
            self.join(a, b)

    def head(self, one: str) -> str:
        """The least member of its group."""
        above = self._above.setdefault(one, one)
        while above != one:
            self._above[one] = self._above[above]
            one, above = above, self._above[above]
        return one

    def join(self, a: str, b: str) -> None:
        """Say that two belong together."""
        low, high = sorted((self.head(a), self.head(b)))
        self._above[high] = low

    def sorted(self) -> list[tuple[str, ...]]:
        """All groups with their members, in order."""
        found: dict[str, list[str]] = {}
        for one in sorted(self._above):
            found.setdefault(self.head(one), []).append(one)
        return [tuple(members) for _, members in sorted(found.items())]
