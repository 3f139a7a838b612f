"""The store as lines of JSON, in an order that depends on nothing but what it holds.

One line a document, a finding between documents, a printing of a fact, a trace of a release, a failure, in
that order. Times, runs and decisions are left out: two audits of one corpus give the same bytes, however many
workers had part in them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from extractor.audit.store import Store

_DOCUMENTS = (
    "SELECT d.*, c.id AS cluster FROM documents d LEFT JOIN clusters c USING (content)"
    " WHERE d.current ORDER BY d.place"
)
_CLAIMS = (
    "SELECT id, start, end, quote, kind, value, low, high, unit, hedge, measure, base, event, negated, place,"
    " period, speaker, stance, block FROM claims WHERE content = ? ORDER BY start, end, id"
)
_FINDINGS = (
    "SELECT scope, id, relation, verdict, severity, reading, arithmetic, explanation FROM findings"
    " WHERE scope = ? ORDER BY id"
)
_ROLES = (
    "SELECT name, content, claim, start, end FROM roles WHERE scope = ? AND relation = ? ORDER BY position"
)
_FACTS = "SELECT cluster, id, content, claim FROM facts ORDER BY cluster, id, content, claim"
_ERRORS = "SELECT place, stage, message FROM errors ORDER BY place, stage"
_TRACES = "SELECT release, content, claim, fate, origin FROM traces ORDER BY release, content, claim"
Record = dict[str, Any]


def export_lines(store: Store) -> Iterator[str]:
    """The lines, each with its line end."""
    told = (_FACTS, _TRACES, _ERRORS)
    for record in (
        *_documents(store),
        *_between(store),
        *(r for query in told for r in _records(store, query)),
    ):
        yield json.dumps(record, ensure_ascii=False) + "\n"


def _documents(store: Store) -> Iterator[Record]:
    for document in _records(store, _DOCUMENTS):
        content = document["content"]
        document["claims"] = list(_records(store, _CLAIMS, content))
        document["findings"] = list(findings_of(store, content))
        yield document


def _between(store: Store) -> Iterator[Record]:
    for cluster in _records(store, "SELECT DISTINCT id FROM clusters ORDER BY id"):
        yield from findings_of(store, cluster["id"])


def findings_of(store: Store, scope: str) -> Iterator[Record]:
    """The findings within a text or a cluster, with the figures that they rest on."""
    for finding in _records(store, _FINDINGS, scope):
        yield {**finding, "figures": list(_records(store, _ROLES, scope, finding["id"]))}


def _records(store: Store, query: str, *values: object) -> Iterator[Record]:
    answer = store.connection.execute(query, values)
    names = [column[0] for column in answer.description]
    for row in answer:
        yield dict(zip(names, row, strict=True))
