"""What a store holds as the record of a review, so that it can be exported like any other.

Claims and comparisons are whole. Of findings the store keeps the verdict, the figures, the arithmetic and the
explanation; the rest is empty. A text that several printed has its claims where it was printed first, by
place; the others name that one in `duplicate_of`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import msgspec

from extractor.audit.across import story
from extractor.audit.settings import Settings
from extractor.audit.store import Store
from extractor.errors import SettingsError
from extractor.lexicon import load_policy
from extractor.model import Document, Review
from extractor.report.encode import review_record
from extractor.report.records import CueRecord, ErrorRecord, FigureRecord, FindingRecord, ReviewRecord

_PRINTINGS = (
    "SELECT d.content, d.name, d.source, d.url, d.outlet, d.title, d.published, c.settings"
    " FROM documents d JOIN contents c ON c.id = d.content WHERE d.current ORDER BY d.place"
)
_FINDINGS = (
    "SELECT f.id, f.relation, f.verdict, f.severity, f.reading, r.strength, r.cue, f.arithmetic,"
    " f.explanation FROM findings f JOIN relations r USING (scope, id) WHERE scope = ? ORDER BY id"
)
_ROLES = (
    "SELECT name, content, claim, start, end, EXISTS (SELECT 1 FROM claims c"
    " WHERE c.content = roles.content AND c.id = roles.claim)"
    " FROM roles WHERE scope = ? AND relation = ? ORDER BY position"
)


def stored_record(store: Store, settings: Settings) -> ReviewRecord:
    """The record of all that the store holds; it names model and policy if the store was made with these.

    Raises:
        SettingsError: the store holds texts that were checked in different ways.
    """
    printed = store.rows(_PRINTINGS)
    made = sorted({str(row[-1]) for row in printed})
    if len(made) > 1:
        raise SettingsError(
            "the store holds texts that were checked in different ways; audit them anew into one store"
        )
    first: dict[str, Document] = {}
    documents, claims, comparisons = [], [], []
    for document, content in _documents(store, printed):
        if content in first:
            documents.append(replace(document, duplicate_of=first[content].id))
            continue
        first[content] = document
        kept = story(store, content)
        documents.append(document)
        claims += [replace(c, document=document.id) for c in kept.claims]
        comparisons += [replace(c, document=document.id) for c in kept.comparisons]
    provenance = _provenance(settings, made)
    record = review_record(Review(tuple(documents), tuple(claims), tuple(comparisons), provenance=provenance))
    return _with_findings(record, store, first)


def _documents(store: Store, printed: list[tuple[object, ...]]) -> Iterator[tuple[Document, str]]:
    taken: set[str] = set()
    for content, name, source, url, outlet, title, published, _ in printed:
        named: dict[str, Any] = {"source": source, "url": url, "outlet": outlet, "title": title}
        day = None if published is None else date.fromisoformat(str(published))
        document = story(store, str(content)).document
        yield replace(document, id=_own(str(name), taken), published=day, **named), str(content)


def _own(name: str, taken: set[str]) -> str:
    """The name, with a number where an earlier document has it."""
    own, number = name, 1
    while own in taken:
        number += 1
        own = f"{name}-{number}"
    taken.add(own)
    return own


def _provenance(settings: Settings, made: list[str]) -> dict[str, str]:
    if made != [settings.digest]:
        return {"store": " ".join(made)}
    known = {"policy": load_policy(settings.policy).digest, "model": settings.model, "store": settings.digest}
    return {name: value for name, value in known.items() if value}


def _with_findings(record: ReviewRecord, store: Store, first: Mapping[str, Document]) -> ReviewRecord:
    within = {d.id: tuple(_findings(store, content, first, between=False)) for content, d in first.items()}
    documents = tuple(msgspec.structs.replace(d, findings=within.get(d.id, ())) for d in record.documents)
    clusters = [str(row[0]) for row in store.rows("SELECT DISTINCT id FROM clusters ORDER BY id")]
    between = tuple(f for cluster in clusters for f in _findings(store, cluster, first, between=True))
    failed = store.rows("SELECT place, message FROM errors ORDER BY place, stage")
    errors = tuple(ErrorRecord(str(place), None, str(message)) for place, message in failed)
    return msgspec.structs.replace(record, documents=documents, findings=between, errors=errors)


def _findings(
    store: Store, scope: str, first: Mapping[str, Document], *, between: bool
) -> Iterator[FindingRecord]:
    for row in store.rows(_FINDINGS, scope):
        name, relation, verdict, severity, reading, strength, cue, arithmetic, explanation = row
        roles = store.rows(_ROLES, scope, name)
        if any(str(role[1]) not in first for role in roles):
            continue  # a wording that nobody prints any more
        told: dict[str, Any] = {
            "id": name,
            "relation": relation,
            "verdict": verdict,
            "severity": severity,
            "reading": reading,
            "strength": strength,
            "cue": CueRecord(None, None, str(cue)),
            "figures": tuple(_figure(role, first, between) for role in roles),
            "arithmetic": arithmetic,
            "explanation": explanation,
        }
        yield FindingRecord(
            **told,
            asserted_by=(),
            stated=None,
            computed=None,
            assumptions=(),
            notes=(),
            missing=(),
            suggestion="",
        )


def _figure(role: tuple[object, ...], first: Mapping[str, Document], between: bool) -> FigureRecord:
    name, content, claim, start, end, is_claim = role
    document = first[str(content)]
    begin, stop = int(str(start)), int(str(end))
    made = FigureRecord(str(name), str(claim) if is_claim else None, begin, stop, document.text[begin:stop])
    return msgspec.structs.replace(made, document=document.id) if between else made
