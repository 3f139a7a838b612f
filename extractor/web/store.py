"""What people did, kept in one SQLite file: the works with their documents, decisions, corrections.

Claims and findings are not kept: they are worked out anew from the documents, and what people said lies
over them. Nothing is ever changed in place: a later entry overrules an earlier one, and the file tells
who said what and when. All tables begin with `desk_`, so that the file may hold others' as well.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from secrets import token_urlsafe
from threading import RLock
from typing import Any, Literal, Self, get_args

import msgspec

from extractor.errors import SettingsError
from extractor.model import Correction, Document, Problem, Slot

What = Literal["accept", "dismiss", "reopen", "note", "state", "sign", "query"]
State = Literal["to check", "query drafted", "sent", "answered", "corrected", "declined"]
STATES: tuple[State, ...] = get_args(State)
#: Entries that decide whether a finding is shown.
DECISIONS: tuple[What, ...] = ("accept", "dismiss", "reopen")

_TABLES = """
CREATE TABLE IF NOT EXISTS desk_setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS desk_work (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, added TEXT NOT NULL, published TEXT,
    documents BLOB NOT NULL, errors BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS desk_file (
    work TEXT NOT NULL REFERENCES desk_work ON DELETE CASCADE, name TEXT NOT NULL, role TEXT NOT NULL,
    data BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS desk_entry (
    id INTEGER PRIMARY KEY, work TEXT REFERENCES desk_work ON DELETE SET NULL, finding TEXT NOT NULL,
    what TEXT NOT NULL, text TEXT NOT NULL, who TEXT NOT NULL, at TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS desk_entry_finding ON desk_entry (finding);
CREATE INDEX IF NOT EXISTS desk_entry_work ON desk_entry (work);
CREATE TABLE IF NOT EXISTS desk_correction (
    id INTEGER PRIMARY KEY, work TEXT NOT NULL REFERENCES desk_work ON DELETE CASCADE, claim TEXT NOT NULL,
    slot TEXT NOT NULL, text TEXT, who TEXT NOT NULL, at TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS desk_correction_work ON desk_correction (work);
"""


@dataclass(frozen=True, slots=True)
class Work:
    """Documents that somebody looks at together."""

    id: str
    title: str
    added: datetime
    documents: tuple[Document, ...]
    errors: tuple[Problem, ...] = ()
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """A file as it was dropped: a table to check against, or a story whose pages are shown."""

    name: str
    role: Literal["table", "story"]
    data: bytes


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that a person said of a finding, or of a whole work where `finding` is ""."""

    finding: str
    what: What
    text: str
    who: str
    at: datetime
    work: str | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A work in the list of works."""

    id: str
    title: str
    added: datetime


def now() -> datetime:
    """This moment in UTC."""
    return datetime.now(UTC)


class Store:
    """One file, or memory alone where no path is given; threads may share it.

    Raises:
        SettingsError: the file cannot be made, or is no SQLite file.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self._lock = RLock()
        try:
            self._db = sqlite3.connect(path or ":memory:", check_same_thread=False)
            self._db.execute("PRAGMA foreign_keys = ON")
            if path is not None:
                self._db.execute("PRAGMA journal_mode = WAL")
            self._db.executescript(_TABLES)
        except sqlite3.Error as error:
            raise SettingsError(f"--store {path}: {error}; name a file that can be written") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._lock, self._db:
            yield self._db

    def secret(self) -> str:
        """A word that only this store's pages know, the same after a restart."""
        with self._writing() as db:
            db.execute("INSERT OR IGNORE INTO desk_setting VALUES ('secret', ?)", (token_urlsafe(32),))
            return str(db.execute("SELECT value FROM desk_setting WHERE name = 'secret'").fetchone()[0])

    def add(self, work: Work, files: Iterable[Kept] = ()) -> None:
        """Keep a work with its files."""
        day = None if work.published is None else work.published.isoformat()
        row = (
            work.id,
            work.title,
            work.added.isoformat(),
            day,
            _packed(work.documents),
            _packed(work.errors),
        )
        with self._writing() as db:
            db.execute("INSERT INTO desk_work VALUES (?, ?, ?, ?, ?, ?)", row)
            rows = [(work.id, f.name, f.role, f.data) for f in files]
            db.executemany("INSERT INTO desk_file VALUES (?, ?, ?, ?)", rows)

    def works(self) -> list[Listed]:
        """All works, the newest first."""
        rows = self._rows("SELECT id, title, added FROM desk_work ORDER BY added DESC, rowid DESC")
        return [Listed(i, title, datetime.fromisoformat(at)) for i, title, at in rows]

    def work(self, name: str) -> Work | None:
        """One work, or None if there is none of that name."""
        rows = self._rows(
            "SELECT id, title, added, documents, errors, published FROM desk_work WHERE id = ?", name
        )
        for i, title, added, documents, errors, day in rows:
            return Work(
                i,
                title,
                datetime.fromisoformat(added),
                msgspec.json.decode(documents, type=tuple[Document, ...]),
                msgspec.json.decode(errors, type=tuple[Problem, ...]),
                None if day is None else date.fromisoformat(day),
            )
        return None

    def files(self, work: str, role: str) -> list[Kept]:
        """The files of a work that have a role."""
        found = self._rows("SELECT name, role, data FROM desk_file WHERE work = ? AND role = ?", work, role)
        return [Kept(*row) for row in found]

    def names(self, work: str, role: str) -> list[str]:
        """What the files of a work that have a role are called."""
        found = self._rows("SELECT name FROM desk_file WHERE work = ? AND role = ?", work, role)
        return [str(row[0]) for row in found]

    def remove(self, work: str) -> None:
        """Forget a work with its texts, files and corrections; what was decided of its findings stays."""
        with self._writing() as db:
            db.execute("DELETE FROM desk_work WHERE id = ?", (work,))

    def enter(self, entry: Entry) -> None:
        """Add what a person said."""
        row = (entry.work, entry.finding, entry.what, entry.text, entry.who, entry.at.isoformat())
        with self._writing() as db:
            db.execute(
                "INSERT INTO desk_entry (work, finding, what, text, who, at) VALUES (?, ?, ?, ?, ?, ?)", row
            )

    def entries(self, work: str) -> list[Entry]:
        """All that was said of a work and its findings, in order."""
        return self._entries("work = ?", work)

    def dismissals(self) -> dict[str, Entry]:
        """Key of each finding whose last decision anywhere was to dismiss it."""
        last = {e.finding: e for e in self._entries("what IN ('accept', 'dismiss', 'reopen')")}
        return {key: entry for key, entry in last.items() if entry.what == "dismiss"}

    def _entries(self, where: str, *values: str) -> list[Entry]:
        rows = self._rows(
            f"SELECT finding, what, text, who, at, work FROM desk_entry WHERE {where} ORDER BY id", *values
        )
        return [
            Entry(f, what, text, who, datetime.fromisoformat(at), w) for f, what, text, who, at, w in rows
        ]

    def correct(self, work: str, correction: Correction, *, undo: bool = False) -> None:
        """Lay a correction over a claim, or take the one that lies there away."""
        text = None if undo else correction.text
        at = (correction.at or now()).isoformat()
        row = (work, correction.claim, correction.slot, text, correction.who, at)
        with self._writing() as db:
            db.execute(
                "INSERT INTO desk_correction (work, claim, slot, text, who, at) VALUES (?, ?, ?, ?, ?, ?)",
                row,
            )

    def corrections(self, work: str) -> list[Correction]:
        """What lies over the claims of a work now: the last word on each slot."""
        rows = self._rows(
            "SELECT claim, slot, text, who, at FROM desk_correction WHERE work = ? ORDER BY id", work
        )
        last: dict[tuple[str, Slot], Correction | None] = {}
        for claim, slot, text, who, at in rows:
            last.pop((claim, slot), None)
            made = None if text is None else Correction(claim, slot, text, who, datetime.fromisoformat(at))
            last[claim, slot] = made
        return [c for c in last.values() if c is not None]

    def touched(self, work: str) -> datetime | None:
        """When a decision, a state or a correction was last made; notes and drafts change nothing."""
        rows = self._rows(
            "SELECT max(at) FROM (SELECT at FROM desk_entry WHERE work = ?"
            " AND what IN ('accept', 'dismiss', 'reopen', 'state')"
            " UNION ALL SELECT at FROM desk_correction WHERE work = ?)",
            work,
            work,
        )
        return None if rows[0][0] is None else datetime.fromisoformat(rows[0][0])

    def _rows(self, query: str, *values: str) -> list[tuple[Any, ...]]:
        with self._lock:
            return self._db.execute(query, values).fetchall()


def _packed(what: object) -> bytes:
    return msgspec.json.encode(what)
