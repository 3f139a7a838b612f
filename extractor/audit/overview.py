"""What an auditor reads, out of a store: who prints what, what to check, and of how much that was checked.

An agency's text counts once, where it was printed first. Figures to check are counted on every side of a
dispute: the store does not know who is right. Only what a person reviewed becomes a rate.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from extractor.audit.clusters import Groups
from extractor.audit.matrix import Matrix, matrices
from extractor.audit.store import Store

_SIDES = """
SELECT f.scope, f.id, f.severity, f.relation, f.reading, f.arithmetic, f.explanation,
    r.content, r.claim, r.start, r.end, x.text,
    coalesce((SELECT c.quote FROM claims c WHERE c.content = r.content AND c.id = r.claim),
             substr(x.text, r.start + 1, r.end - r.start))
FROM findings f JOIN roles r ON r.scope = f.scope AND r.relation = f.id JOIN contents x ON x.id = r.content
WHERE f.verdict = 'mismatch' AND f.scope IN (SELECT id FROM clusters)
    AND r.content IN (SELECT content FROM documents WHERE current)
    AND f.id NOT IN (SELECT finding FROM standing WHERE state = 'dismissed')
ORDER BY f.scope, f.id, r.position
"""
_PRINTED = """
SELECT d.content, c.figures, coalesce(d.outlet, d.source)
    || CASE WHEN d.place IN (SELECT place FROM releases) THEN ' (release)' ELSE '' END, d.title
FROM documents d JOIN contents c ON c.id = d.content WHERE d.current
ORDER BY c.figures, coalesce(d.published, '9999'), d.place
"""
#: What people said last of each finding.
_STANDING = """
CREATE TEMP TABLE standing AS SELECT finding, state FROM decisions d
WHERE at = (SELECT max(at) FROM decisions WHERE finding = d.finding)
"""
_CHECKS = """
SELECT relation, coalesce(reading, ''), scope IN (SELECT id FROM clusters), severity, count(*)
FROM findings WHERE verdict = 'mismatch' GROUP BY 1, 2, 3, 4 ORDER BY 3, 1, 2, 4
"""
_CROSSED = """
SELECT DISTINCT r.content, r.start FROM roles r JOIN findings f ON f.scope = r.scope AND f.id = r.relation
WHERE r.scope IN (SELECT id FROM clusters) AND f.verdict IN ('mismatch', 'consistent')
"""
_REVIEWED = """
SELECT DISTINCT r.content, f.id FROM findings f JOIN standing s ON s.finding = f.id AND s.state = 'accepted'
JOIN roles r ON r.scope = f.scope AND r.relation = f.id WHERE f.scope IN (SELECT id FROM clusters)
"""
#: Letters shown on each side of a figure.
AROUND = 90


@dataclass(frozen=True, slots=True)
class Side:
    """A figure as one wording prints it, with the outlets that do; the first is its origin."""

    before: str
    quote: str
    after: str
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """Figures of one cluster that cannot all hold, on all sides."""

    cluster: str
    topic: str
    severity: str
    check: str
    reading: str
    explanation: str
    arithmetic: str
    sides: tuple[Side, ...]

    @property
    def alone(self) -> str | None:
        """The one outlet whose figure no other prints, where at least two wordings print the other one."""
        by_quote: dict[str, list[Side]] = defaultdict(list)
        for side in self.sides:
            by_quote[side.quote].append(side)
        single = [sides[0] for sides in by_quote.values() if len(sides) == 1 and len(sides[0].outlets) == 1]
        return single[0].outlets[0] if len(self.sides) > 2 and len(single) == 1 else None


@dataclass(frozen=True, slots=True)
class OutletRow:
    """An outlet's own texts: agency copy counts where it came out first."""

    name: str
    documents: int
    own_texts: int
    figures: int
    crossed: int
    #: Figures on some side of a dispute that nobody has reviewed.
    to_check: int
    #: Those that a person found to be the outlet's slip or not; only these make a rate.
    reviewed: int

    @property
    def interval(self) -> tuple[float, float] | None:
        """Reviewed figures per 100 cross-checked ones, with 95% certainty (Wilson); None where nothing is."""
        if not self.crossed or not self.reviewed:
            return None
        p, n, z = self.reviewed / self.crossed, self.crossed, 1.96
        centre, width = p + z * z / (2 * n), z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
        return 100 * (centre - width) / (1 + z * z / n), 100 * (centre + width) / (1 + z * z / n)


@dataclass(frozen=True, slots=True)
class CheckRow:
    """How many figures a kind of check questions."""

    check: str
    reading: str
    between: bool
    severity: str
    number: int


@dataclass(frozen=True, slots=True)
class Overview:
    """All that the report says."""

    documents: int
    texts: int
    clusters: int
    checks: tuple[CheckRow, ...]
    disputes: tuple[Dispute, ...]
    outlets: tuple[OutletRow, ...]
    errors: tuple[tuple[str, str, str], ...]
    versions: tuple[str, ...]
    matrices: tuple[Matrix, ...] = ()


@dataclass(frozen=True, slots=True)
class _Printing:
    content: str
    outlet: str
    title: str | None


@dataclass(frozen=True, slots=True)
class _Press:
    """Who prints what; texts with the same figures in the same sentences are one, whatever the day."""

    printings: dict[str, list[_Printing]]
    wording: dict[str, str]

    def of(self, content: str) -> list[_Printing]:
        """All printings of a text's figures, the earliest first."""
        return self.printings[self.wording[content]]

    def outlets(self, content: str) -> tuple[str, ...]:
        """Who prints a text's figures, the earliest first, each once."""
        return tuple(dict.fromkeys(p.outlet for p in self.of(content)))

    @property
    def origins(self) -> dict[str, str]:
        """The outlet that printed each wording first."""
        return {wording: found[0].outlet for wording, found in self.printings.items()}


def overview(store: Store) -> Overview:
    """The report of a store; nothing in it depends on who ran the audit, or how."""
    store.connection.execute("DROP TABLE IF EXISTS temp.standing")
    store.connection.executescript(_STANDING)
    press = _printed(store)
    found = tuple(_disputes(store, press))
    return Overview(
        _count(store, "SELECT count(*) FROM documents WHERE current"),
        len(press.wording),
        _count(store, "SELECT count(DISTINCT id) FROM clusters"),
        tuple(
            CheckRow(*_texts(row[:2]), bool(row[2]), str(row[3]), int(str(row[4])))
            for row in store.rows(_CHECKS)
        ),
        found,
        tuple(_outlets(store, press)),
        tuple(
            (str(p), str(s), str(m))
            for p, s, m in store.rows("SELECT place, stage, message FROM errors ORDER BY 1, 2")
        ),
        tuple(str(row[0]) for row in store.rows("SELECT DISTINCT version FROM runs ORDER BY 1")),
        matrices(store, press.outlets),
    )


def _texts(row: Sequence[object]) -> tuple[str, str]:
    return str(row[0]), str(row[1])


def _count(store: Store, query: str, *values: object) -> int:
    return int(str(store.rows(query, *values)[0][0]))


def _printed(store: Store) -> _Press:
    printings: dict[str, list[_Printing]] = defaultdict(list)
    wording: dict[str, str] = {}
    for content, figures, outlet, title in store.rows(_PRINTED):
        wording[str(content)] = str(figures)
        one = _Printing(str(content), str(outlet), None if title is None else str(title))
        printings[str(figures)].append(one)
    return _Press(printings, wording)


def _disputes(store: Store, press: _Press) -> Iterator[Dispute]:
    """Findings that share a figure are one dispute; gravest first, then by topic."""
    rows: dict[tuple[str, str], list[tuple[object, ...]]] = defaultdict(list)
    for row in store.rows(_SIDES):
        rows[str(row[0]), str(row[1])].append(row)
    groups = Groups(_ties(rows))
    joined: dict[str, list[tuple[object, ...]]] = defaultdict(list)
    for found in rows.values():
        joined[groups.head(_figure(found[0]))] += found
    made = [_dispute(found, press) for found in joined.values()]
    order = {"error": 0, "warning": 1, "note": 2}
    yield from sorted(made, key=lambda d: (order[d.severity], d.topic, d.cluster, d.arithmetic))


def _figure(row: tuple[object, ...]) -> str:
    return f"{row[0]} {row[7]} {row[8]}"


def _ties(rows: dict[tuple[str, str], list[tuple[object, ...]]]) -> Iterator[tuple[str, str]]:
    for found in rows.values():
        first = _figure(found[0])
        yield from ((first, _figure(row)) for row in found)


def _dispute(rows: Sequence[tuple[object, ...]], press: _Press) -> Dispute:
    sides = dict.fromkeys(_side(row, press) for row in rows)
    scope, _, severity, relation, reading, arithmetic, explanation = rows[0][:7]
    titles = [p.title for row in rows for p in press.of(str(row[7])) if p.title]
    topic = titles[0] if titles else str(rows[0][11]).partition("\n")[0]
    told = str(arithmetic), tuple(sides)
    return Dispute(
        str(scope), topic, str(severity), str(relation), str(reading or ""), str(explanation), *told
    )


def _side(row: tuple[object, ...], press: _Press) -> Side:
    start, end, text = int(str(row[9])), int(str(row[10])), str(row[11])
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    before = text[max(first, start - AROUND) : start]
    after = text[end : min(len(text) if last < 0 else last, end + AROUND)]
    return Side(before, text[start:end], after, press.outlets(str(row[7])))


def _outlets(store: Store, press: _Press) -> Iterator[OutletRow]:
    """By name: no order by flags, which nobody has reviewed."""
    documents = Counter(p.outlet for printings in press.printings.values() for p in printings)
    own = Counter(press.origins.values())
    figures = _by_outlet(press, store.rows("SELECT content, start FROM claims"))
    crossed = _by_outlet(press, store.rows(_CROSSED))
    checked = _by_outlet(press, [(row[7], row[9]) for row in store.rows(_SIDES)])
    reviewed = _by_outlet(press, store.rows(_REVIEWED))
    for name in sorted(documents):
        told = (len(t[name]) for t in (figures, crossed, checked, reviewed))
        yield OutletRow(name, documents[name], own[name], *told)


def _by_outlet(press: _Press, rows: Sequence[tuple[object, ...]]) -> dict[str, set[tuple[str, str]]]:
    """What there is in texts, each wording's once and for the outlet that printed it first."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    origins = press.origins
    for content, one in rows:
        wording = press.wording.get(str(content))
        if wording is not None:
            found[origins[wording]].add((wording, str(one)))
    return found
