"""Texts beside the release that they were written from: what became of each figure.

A text belongs to a release if it tells the same news, or has numbers beside words of the release.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractor.audit.across import story
from extractor.audit.settings import Settings, rules
from extractor.audit.store import Store, insert
from extractor.lexicon import Policy, load_policy
from extractor.reconcile import Story
from extractor.reconcile.siblings.pair import across
from extractor.reference.source import trace

_RELEASES = """
SELECT DISTINCT d.content FROM documents d JOIN releases r ON r.place = d.place
WHERE d.current AND d.content IN (SELECT id FROM contents) ORDER BY 1
"""
_VERSIONS = """
SELECT DISTINCT d.content FROM documents d JOIN contents c ON c.id = d.content
WHERE d.current AND d.place NOT IN (SELECT place FROM releases) AND d.content IN (
    SELECT content FROM clusters WHERE id = (SELECT id FROM clusters WHERE content = :release)
    UNION
    SELECT content FROM (
        SELECT DISTINCT b.content, a.value, a.digits FROM anchors a JOIN anchors b ON a.hash = b.hash
        WHERE a.content = :release AND a.value <> 0
    ) GROUP BY content HAVING sum(digits) >= :digits
) ORDER BY 1
"""
Row = tuple[str, str, str, str, str | None]


def trace_releases(store: Store, settings: Settings) -> None:
    """Say anew of every figure of every version what it is of its release: rows of `traces`."""
    policy = load_policy(settings.policy)
    rows = [row for (release,) in store.rows(_RELEASES) for row in _traced(store, str(release), policy)]
    with store.transaction() as write:
        write.execute("DELETE FROM traces")
        insert(write, "traces", rows)


def _traced(store: Store, release: str, policy: Policy) -> Iterator[Row]:
    given = story(store, release)
    limits = {"release": release, "digits": rules("release")["digits"]}
    for (content,) in store.connection.execute(_VERSIONS, limits).fetchall():
        yield from _beside(given, given if content == release else story(store, content), policy)


def _beside(given: Story, told: Story, policy: Policy) -> Iterator[Row]:
    found = [] if told is given else list(across((told, given), policy))
    for one in trace(told.document, told.claims, given.document, given.claims, found):
        origin = None if one.origin is None else one.origin.id
        yield given.document.id, told.document.id, one.claim.id, one.fate, origin
