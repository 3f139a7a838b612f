"""Between documents: the wordings of each cluster are compared, and what they tell is gathered into facts.

A cluster that was compared before, and whose wordings are the same, is left as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extractor.audit.analysis import FindingRows, finding_rows
from extractor.audit.clusters import Cluster, Groups, clusters, reprinted
from extractor.audit.codec import from_json
from extractor.audit.settings import Settings
from extractor.audit.store import Store, add_findings, insert
from extractor.lexicon import Policy, load_policy
from extractor.model import Claim, Comparison, Document, Finding, stable_id
from extractor.reconcile import Story
from extractor.reconcile.siblings.pair import Pair, awaiting, pair

#: Tables that hold what is known of a cluster, and the column that names it.
_OF_CLUSTERS = (
    ("findings", "scope"),
    ("relations", "scope"),
    ("roles", "scope"),
    ("facts", "cluster"),
    ("clusters", "id"),
)


@dataclass(frozen=True, slots=True)
class Between:
    """What was found between the wordings of a cluster, as rows of the store."""

    cluster: Cluster
    findings: tuple[FindingRows, ...]
    facts: tuple[tuple[str, str, str, str], ...]


#: Who compares: this process, or workers that read the store.
Spread = Callable[[Sequence[Cluster]], Iterable[Between]]


def compare_siblings(store: Store, settings: Settings, spread: Spread | None = None) -> None:
    """Bring clusters, facts and findings between documents up to what the store holds."""
    found = list(clusters(store))
    known = {str(row[0]) for row in store.rows("SELECT DISTINCT id FROM clusters")}
    _forget(store, known - {c.id for c in found})
    new = [c for c in found if c.id not in known]
    for made in spread(new) if spread is not None else betweens(store, new, settings):
        _keep(store, made)
    _members(store, found)


def betweens(store: Store, found: Iterable[Cluster], settings: Settings) -> Iterator[Between]:
    """What is found between the wordings of each cluster, in turn."""
    policy = load_policy(settings.policy)
    for cluster in found:
        told = compared(store, cluster, policy)
        rows = tuple(finding_rows(cluster.id, f) for f in told)
        yield Between(cluster, rows, tuple(_facts(cluster, told)))


def _forget(store: Store, ids: set[str]) -> None:
    for cluster in sorted(ids):
        with store.transaction() as write:
            for table, column in _OF_CLUSTERS:
                write.execute(f"DELETE FROM {table} WHERE {column} = ?", (cluster,))


def compared(store: Store, cluster: Cluster, policy: Policy) -> tuple[Finding, ...]:
    """The findings between the wordings of a cluster, each once, in an order that never changes."""
    stories = {wording: story(store, wording) for wording in cluster.wordings}
    waiting = {wording: awaiting(stories[wording]) for wording in cluster.wordings}
    pairs = {(a, b): pair(stories[a], stories[b], policy, waiting[a] + waiting[b]) for a, b in cluster.pairs}
    found: dict[str, Finding] = {}
    for (a, b), made in pairs.items():
        one_event = (made.bond.holds or _by_a_third(a, b, pairs)) and not _parted_by_a_third(a, b, pairs)
        for finding in made.told(one_event=one_event):
            found.setdefault(finding.id, finding)
    return tuple(found[key] for key in sorted(found))


def _by_a_third(a: str, b: str, pairs: Mapping[tuple[str, str], Pair]) -> bool:
    """True if two stories that differ in one figure are each firmly tied to one that differs from neither."""
    if pairs[a, b].bond.differing > 1:
        return False
    tied = [{*names} for names, made in pairs.items() if made.bond.firm]
    return any({a, c} in tied and {b, c} in tied for c in {name for names in tied for name in names})


def _parted_by_a_third(a: str, b: str, pairs: Mapping[tuple[str, str], Pair]) -> bool:
    """True if one of two stories that differ is firmly tied to a third of another event.

    One figure that two firms of a name have in common by chance ties the shortest accounts of their results.
    """
    if not pairs[a, b].bond.differing:
        return False
    made = {frozenset(names): pair for names, pair in pairs.items()}
    others = {name for names in pairs for name in names} - {a, b}
    return any(
        _is_firm(made, ours, c) and _is_another(made, theirs, c)
        for c in others
        for ours, theirs in ((a, b), (b, a))
    )


def _is_firm(made: Mapping[frozenset[str], Pair], a: str, b: str) -> bool:
    found = made.get(frozenset((a, b)))
    return found is not None and found.bond.firm


def _is_another(made: Mapping[frozenset[str], Pair], a: str, b: str) -> bool:
    """True if two stories differ in more than the one figure that a paper gets wrong."""
    found = made.get(frozenset((a, b)))
    return found is not None and not found.bond.holds and found.bond.differing > 1


def _keep(store: Store, made: Between) -> None:
    with store.transaction() as write:
        insert(write, "clusters", [(w, made.cluster.id) for w in made.cluster.wordings])
        add_findings(write, made.findings)
        insert(write, "facts", made.facts)


def _members(store: Store, found: Sequence[Cluster]) -> None:
    """Put the reprints of each wording beside it."""
    for cluster in found:
        rows = [(c, cluster.id) for w in cluster.wordings for c in reprinted(store, w)]
        with store.transaction() as write:
            write.execute("DELETE FROM clusters WHERE id = ?", (cluster.id,))
            insert(write, "clusters", rows)


def _facts(cluster: Cluster, found: Sequence[Finding]) -> Iterator[tuple[str, str, str, str]]:
    """Claims of different wordings that speak of one thing, as rows of `facts`."""
    same = (f.relation.claims() for f in found if f.relation.kind == "same")
    pairs = [(_name(a), _name(b)) for a, b in (c for c in same if len(c) == 2)]
    for members in Groups(pairs).sorted():
        fact = stable_id("k", *members)
        for member in members:
            content, claim = member.split(" ")
            yield fact, cluster.id, content, claim


def _name(claim: Claim) -> str:
    return f"{claim.document} {claim.id}"


def story(store: Store, content: str) -> Story:
    """A text with its claims and comparisons, as the stages left it but for guessed denials."""
    query = "SELECT text, document, comparisons FROM contents WHERE id = ?"
    ((text, document, comparisons),) = store.rows(query, content)
    claims = store.rows("SELECT record FROM claims WHERE content = ? ORDER BY start, end, id", content)
    return Story(
        replace(from_json(str(document), Document), text=str(text)),
        tuple(_sure(from_json(str(row[0]), Claim)) for row in claims),
        from_json(str(comparisons), tuple[Comparison, ...]),
    )


def _sure(claim: Claim) -> Claim:
    """The claim without a denial that is only guessed, by which nothing is compared."""
    return replace(claim, negated=claim.surely_negated)
