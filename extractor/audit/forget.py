"""Forgetting: a document's text, its claims and every trace of them leave the store."""

from __future__ import annotations

import json
import sqlite3

from extractor.audit.across import compare_siblings
from extractor.audit.releases import trace_releases
from extractor.audit.settings import Settings
from extractor.audit.store import Store
from extractor.errors import SettingsError

_NAMED = "SELECT DISTINCT place FROM documents WHERE ? IN (id, name, place, source, url)"
_UNREAD = "SELECT DISTINCT place FROM errors WHERE ? IN (place, source)"
#: Tables that hold what was found in a scope, a text or a cluster, and the column that names it.
_SCOPED = (("findings", "scope"), ("relations", "scope"), ("roles", "scope"))


def forget(store: Store, document: str) -> int:
    """Remove every printing of this id, name, place, source or address; the number of places forgotten.

    What a place held before goes as well. A text that others print too stays theirs. Clusters that lose a
    member are compared anew. Deleted words are overwritten in the file, not only unlinked.

    Raises:
        SettingsError: the store knows no such document.
    """
    places = {str(row[0]) for query in (_NAMED, _UNREAD) for row in store.rows(query, document)}
    if not places:
        raise SettingsError(
            f"{document}: the store holds no such document; give its id, name, source or address"
        )
    store.connection.execute("PRAGMA secure_delete = ON")
    with store.transaction() as write:
        for place in sorted(places):
            _forget_place(write, place)
        _forget_orphans(write)
        _forget_paths(write, document)
    compare_siblings(store, Settings())
    trace_releases(store, Settings())
    _wipe(store.connection)
    return len(places)


def _forget_place(write: sqlite3.Connection, place: str) -> None:
    for (content,) in write.execute("SELECT content FROM documents WHERE place = ?", (place,)).fetchall():
        write.execute("DELETE FROM errors WHERE content = ?", (content,))
    write.execute("DELETE FROM documents WHERE place = ?", (place,))
    write.execute("DELETE FROM releases WHERE place = ?", (place,))
    write.execute("DELETE FROM errors WHERE place = ? OR source = ?", (place, place))


def _forget_orphans(write: sqlite3.Connection) -> None:
    """Texts that nobody prints any more, with all that was found in them and between them and others."""
    orphans = "SELECT id FROM contents WHERE id NOT IN (SELECT content FROM documents)"
    for (content,) in write.execute(orphans).fetchall():
        cluster = write.execute("SELECT id FROM clusters WHERE content = ?", (content,)).fetchone()
        for scope in (content, *(cluster or ())):
            _forget_scope(write, str(scope))
        write.execute("DELETE FROM contents WHERE id = ?", (content,))


def _forget_scope(write: sqlite3.Connection, scope: str) -> None:
    write.execute(
        "DELETE FROM decisions WHERE finding IN (SELECT id FROM findings WHERE scope = ?)"
        " AND finding NOT IN (SELECT id FROM findings WHERE scope <> ?)",
        (scope, scope),
    )
    for table, column in _SCOPED:
        write.execute(f"DELETE FROM {table} WHERE {column} = ?", (scope,))
    write.execute("DELETE FROM facts WHERE cluster = ?", (scope,))
    write.execute("DELETE FROM clusters WHERE id = ?", (scope,))


def _forget_paths(write: sqlite3.Connection, document: str) -> None:
    """Take the document's own path out of the runs that were given it."""
    for run, told in write.execute("SELECT id, paths FROM runs").fetchall():
        kept = [path for path in json.loads(told) if path != document]
        write.execute("UPDATE runs SET paths = ? WHERE id = ?", (json.dumps(kept), run))


def _wipe(connection: sqlite3.Connection) -> None:
    """Leave nothing of it in the free pages or beside the store."""
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
