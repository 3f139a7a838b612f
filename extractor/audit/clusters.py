"""Which texts tell the same news: near-duplicates, and rewritings of one release.

Everything is joined in SQL on hashes that few texts share, so that the work grows with the matches:

    bands of signatures     texts that share much of their wording
    figures and sentences   texts that share the figures of one release, in whatever words

Mere reprints, the same figures in the same sentences on the same day, count as one wording here.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from extractor.audit.analysis import likeness
from extractor.audit.settings import rules
from extractor.audit.store import Store

Pair = tuple[str, str]
#: A text is joined with this many others that share a hash with it, in the order of their ids.
REACH = 12

_WORDINGS = """
CREATE TEMP TABLE wordings AS
SELECT min(c.id) AS content, c.figures, coalesce(d.published, '') AS day
FROM contents c JOIN documents d ON d.content = c.id WHERE d.current GROUP BY c.figures, day;
CREATE UNIQUE INDEX temp.wordings_content ON wordings (content);
CREATE TEMP TABLE keys AS
SELECT DISTINCT hash, content, weight FROM (
    SELECT figure AS hash, content, 1 AS weight FROM claims JOIN wordings USING (content)
    WHERE figure IS NOT NULL
    UNION ALL
    SELECT sentence, content, 2 FROM claims JOIN wordings USING (content)
);
CREATE TEMP TABLE slots AS
SELECT hash, content, weight, row_number() OVER (PARTITION BY hash, weight ORDER BY content) AS number
FROM keys
WHERE (hash, weight) IN (
    SELECT hash, weight FROM keys GROUP BY hash, weight HAVING count(*) BETWEEN 2 AND {common}
);
CREATE INDEX temp.slots_hash ON slots (hash, weight, number);
CREATE TEMP TABLE shelves AS
SELECT hash, content, row_number() OVER (PARTITION BY hash ORDER BY content) AS number
FROM bands JOIN wordings USING (content);
CREATE INDEX temp.shelves_hash ON shelves (hash, number);
"""
_BY_FIGURES = f"""
SELECT a.content, b.content FROM slots a
JOIN slots b ON a.hash = b.hash AND a.weight = b.weight
    AND b.number BETWEEN a.number + 1 AND a.number + {REACH}
GROUP BY a.content, b.content HAVING sum(a.weight) >= ?
"""
_BY_WORDS = f"""
SELECT DISTINCT a.content, b.content, x.signature, y.signature FROM shelves a
JOIN shelves b ON a.hash = b.hash AND b.number BETWEEN a.number + 1 AND a.number + {REACH}
JOIN contents x ON x.id = a.content JOIN contents y ON y.id = b.content
"""


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
    _prepare(store)
    days = {str(c): str(d) for c, d in store.rows("SELECT content, day FROM wordings WHERE day > ''")}
    near = sorted({p for p in _matches(store) if _close(days, p)})
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


def _prepare(store: Store) -> None:
    for name in ("wordings", "keys", "slots", "shelves"):
        store.connection.execute(f"DROP TABLE IF EXISTS temp.{name}")
    store.connection.executescript(_WORDINGS.format(common=int(rules("siblings")["common"])))


def _matches(store: Store) -> Iterator[Pair]:
    rule = rules("siblings")
    for a, b in store.connection.execute(_BY_FIGURES, (rule["figures"],)):
        yield a, b
    for a, b, x, y in store.connection.execute(_BY_WORDS):
        if likeness(x, y) >= rule["likeness"]:
            yield a, b


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
