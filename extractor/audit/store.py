"""The store of record: one SQLite file that one process writes and any number read meanwhile.

Whatever belongs together is written in one transaction, so that a crash at any moment leaves a store
that opens, and that the next run goes on with.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from pathlib import Path
from types import TracebackType
from typing import Literal

from extractor.audit.analysis import Analysis, FindingRows
from extractor.audit.schema import migrate
from extractor.errors import SettingsError
from extractor.model import Document, stable_id

#: Milliseconds that a writer waits for another one.
PATIENCE = 30_000


@dataclass(frozen=True, slots=True)
class Printing:
    """Who printed a text, and where."""

    id: str
    place: str
    content: str
    source: str
    name: str
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None

    @classmethod
    def of(cls, document: Document, content: str) -> Printing:
        """The printing of a document as it was read."""
        source = document.source or "-"
        place = f"{source}#{document.id}"
        day = None if document.published is None else document.published.isoformat()
        return cls(
            stable_id("d", place, content),
            place,
            content,
            source,
            document.id,
            document.outlet,
            document.url,
            document.title,
            day,
        )


@dataclass(frozen=True, slots=True)
class Failure:
    """What could not be read or checked; the message holds no word of the text."""

    place: str
    source: str
    content: str | None
    stage: Literal["read", "check"]
    message: str


class Store:
    """An open store; `with Store.open(path) as store` closes it again."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    @classmethod
    def open(cls, path: Path, *, create: bool = False) -> Store:
        """The store in a file, brought to this version.

        Raises:
            SettingsError: there is none and `create` is off, or it is something else or of a later version.
        """
        if not create and not path.is_file():
            raise SettingsError(f"store {path}: no such file; make one with crossfoot audit --store {path}")
        try:
            connection = sqlite3.connect(path, timeout=PATIENCE / 1000, isolation_level=None)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute(f"PRAGMA busy_timeout = {PATIENCE}")
            migrate(connection)
        except sqlite3.Error as error:
            raise SettingsError(f"store {path}: {error}; name another file") from error
        return cls(connection)

    @classmethod
    def reading(cls, path: str) -> Store:
        """A store that another process has open, to be read only."""
        return cls(
            sqlite3.connect(f"{Path(path).absolute().as_uri()}?mode=ro", uri=True, timeout=PATIENCE / 1000)
        )

    @property
    def path(self) -> str:
        """The file that the store stands in; nothing for one in memory."""
        return str(self.rows("PRAGMA database_list")[0][2])

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.connection.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All of it or nothing."""
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield self.connection
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")

    def rows(self, query: str, *values: object) -> list[tuple[object, ...]]:
        """The answer to a query, whole."""
        return self.connection.execute(query, values).fetchall()

    def holds(self, content: str) -> bool:
        """True if a text was analysed, or could not be."""
        query = "SELECT 1 FROM contents WHERE id = ? UNION SELECT 1 FROM errors WHERE content = ? LIMIT 1"
        return self.connection.execute(query, (content, content)).fetchone() is not None

    def print(self, printing: Printing) -> bool:
        """Say who printed a text; false if that was known. What the place held before is superseded."""
        query = "SELECT id FROM documents WHERE place = ? AND current"
        before = self.connection.execute(query, (printing.place,)).fetchone()
        if before is not None and before[0] == printing.id:
            return False
        with self.transaction() as write:
            write.execute("UPDATE documents SET current = 0 WHERE place = ?", (printing.place,))
            write.execute(
                "INSERT OR REPLACE INTO documents (id, place, content, source, name, outlet, url, title,"
                " published, supersedes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (*(getattr(printing, n) for n in Printing.__slots__), before and before[0]),
            )
        return True

    def print_release(self, printing: Printing) -> None:
        """Say who printed a text that others were written from."""
        self.print(printing)
        with self.transaction() as write:
            write.execute("INSERT OR IGNORE INTO releases VALUES (?)", (printing.place,))

    def add(self, analysis: Analysis, settings: str) -> None:
        """Everything that was found in one text."""
        a = analysis
        with self.transaction() as write:
            write.execute(
                "INSERT OR REPLACE INTO contents VALUES (?, ?, ?, ?, ?, ?, ?)",
                (a.content, settings, a.text, a.document, a.comparisons, a.signature, a.figures),
            )
            insert(write, "claims", a.claims)
            insert(write, "anchors", a.anchors)
            write.executemany("INSERT OR IGNORE INTO bands VALUES (?, ?)", ((a.content, b) for b in a.bands))
            add_findings(write, a.findings)

    def fail(self, failure: Failure) -> None:
        """Write down what could not be read or checked, and why."""
        with self.transaction() as write:
            insert(write, "errors", [astuple(failure)])

    def forgive(self, source: str) -> None:
        """Take back what could not be read of a source, which is read anew."""
        if self.rows("SELECT 1 FROM errors WHERE source = ? AND stage = 'read' LIMIT 1", source):
            with self.transaction() as write:
                write.execute("DELETE FROM errors WHERE source = ? AND stage = 'read'", (source,))

    def decide(self, finding: str, state: str, who: str, at: str, note: str = "") -> None:
        """Write down what a person says of a finding."""
        with self.transaction() as write:
            write.execute(
                "INSERT OR REPLACE INTO decisions VALUES (?, ?, ?, ?, ?)", (finding, at, who, state, note)
            )


def insert(write: sqlite3.Connection, name: str, rows: Sequence[Sequence[object]]) -> None:
    """Rows into a table of the store, replacing those with the same key."""
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        write.executemany(f"INSERT OR REPLACE INTO {name} VALUES ({marks})", rows)


def add_findings(write: sqlite3.Connection, found: Iterable[FindingRows]) -> None:
    """Findings with their relations and roles."""
    for one in found:
        insert(write, "relations", [one.relation])
        insert(write, "roles", one.roles)
        insert(write, "findings", [one.finding])
