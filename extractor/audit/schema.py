"""The tables of the store, as steps from one version to the next; `docs/audit.md` tells what is for what.

A step that was ever released is never edited: a change is a step of its own at the end.
`PRAGMA user_version` holds how many steps a store has taken.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from extractor.errors import SettingsError

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE runs (
        id INTEGER PRIMARY KEY,
        started TEXT NOT NULL,              -- UTC, ISO 8601
        ended TEXT,                         -- null while it runs, and after a crash
        settings TEXT NOT NULL,             -- digest of version, model, policy and options
        version TEXT NOT NULL,
        workers INTEGER NOT NULL,
        paths TEXT NOT NULL,                -- JSON list
        done INTEGER NOT NULL DEFAULT 0,    -- texts analysed in this run
        failed INTEGER NOT NULL DEFAULT 0,
        skipped INTEGER NOT NULL DEFAULT 0  -- documents whose text the store had
    );
    CREATE TABLE contents (                 -- a text under certain settings, analysed once
        id TEXT PRIMARY KEY,                -- sha256 of the text, its zones, title, day and the settings
        settings TEXT NOT NULL,
        text TEXT NOT NULL,
        document TEXT NOT NULL,             -- JSON: the document as the stages saw it, without its text
        comparisons TEXT NOT NULL,          -- JSON list
        signature BLOB NOT NULL,            -- MinHash, 4 bytes a value, little end first
        figures TEXT NOT NULL               -- digest of the figure-bearing sentences: equal for mere reprints
    );
    CREATE INDEX contents_figures ON contents (figures);
    CREATE TABLE documents (                -- a printing: who printed which text, and where
        id TEXT PRIMARY KEY,
        place TEXT NOT NULL,                -- source#id: one place holds one current document
        source TEXT NOT NULL,
        name TEXT NOT NULL,                 -- id of the document as its source gives it
        outlet TEXT,
        url TEXT,
        title TEXT,
        published TEXT,
        content TEXT NOT NULL,              -- contents.id, once that text is analysed
        supersedes TEXT,                    -- documents.id of what the place held before
        current INTEGER NOT NULL DEFAULT 1
    );
    CREATE UNIQUE INDEX documents_current ON documents (place) WHERE current;
    CREATE INDEX documents_content ON documents (content);
    CREATE TABLE claims (                   -- a figure with its frame
        content TEXT NOT NULL REFERENCES contents (id) ON DELETE CASCADE,
        id TEXT NOT NULL,
        start INTEGER NOT NULL,             -- code points into contents.text
        end INTEGER NOT NULL,
        quote TEXT NOT NULL,
        kind TEXT NOT NULL,
        value TEXT,
        low TEXT,                           -- exact, a whole number or a fraction "1/3"
        high TEXT,
        unit TEXT NOT NULL,
        hedge TEXT,
        measure TEXT,                       -- keys, under which slots meet
        base TEXT,
        event TEXT,
        negated INTEGER NOT NULL,
        place TEXT,
        period TEXT,
        speaker TEXT,
        stance TEXT NOT NULL,
        block TEXT NOT NULL,
        sentence INTEGER NOT NULL,          -- hash of its sentence's words
        figure INTEGER,                     -- hash of value, unit and measure; null where these tell nothing
        record TEXT NOT NULL,               -- JSON: the whole claim
        PRIMARY KEY (content, id)
    ) WITHOUT ROWID;
    CREATE INDEX claims_figure ON claims (figure, content) WHERE figure IS NOT NULL;
    CREATE INDEX claims_sentence ON claims (sentence, content);
    CREATE TABLE bands (                    -- slices of signatures: texts that share one are near-duplicates
        content TEXT NOT NULL REFERENCES contents (id) ON DELETE CASCADE,
        hash INTEGER NOT NULL,
        PRIMARY KEY (hash, content)
    ) WITHOUT ROWID;
    CREATE INDEX bands_content ON bands (content);
    CREATE TABLE relations (                -- why figures belong together
        scope TEXT NOT NULL,                -- contents.id, or clusters.id for what lies between documents
        id TEXT NOT NULL,                   -- that of the finding on it
        kind TEXT NOT NULL,
        strength TEXT NOT NULL,
        cue TEXT NOT NULL,
        PRIMARY KEY (scope, id)
    ) WITHOUT ROWID;
    CREATE TABLE roles (                    -- which figure or phrase stands where in a relation
        scope TEXT NOT NULL,
        relation TEXT NOT NULL,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        content TEXT NOT NULL,
        claim TEXT NOT NULL,                -- claims.id, or the id of a comparison
        start INTEGER NOT NULL,
        end INTEGER NOT NULL,
        PRIMARY KEY (scope, relation, position)
    ) WITHOUT ROWID;
    CREATE INDEX roles_content ON roles (content);
    CREATE TABLE findings (                 -- a relation, judged
        scope TEXT NOT NULL,
        id TEXT NOT NULL,
        relation TEXT NOT NULL,
        verdict TEXT NOT NULL,
        severity TEXT NOT NULL,
        reading TEXT,
        arithmetic TEXT NOT NULL,
        explanation TEXT NOT NULL,
        PRIMARY KEY (scope, id)
    ) WITHOUT ROWID;
    CREATE INDEX findings_verdict ON findings (verdict, severity);
    CREATE TABLE clusters (                 -- documents that tell the same news
        content TEXT PRIMARY KEY,
        id TEXT NOT NULL                    -- the least contents.id of the cluster
    ) WITHOUT ROWID;
    CREATE INDEX clusters_id ON clusters (id);
    CREATE TABLE facts (                    -- one thing told by several: printings of one claim
        id TEXT NOT NULL,
        cluster TEXT NOT NULL,
        content TEXT NOT NULL,
        claim TEXT NOT NULL,
        PRIMARY KEY (id, content, claim)
    ) WITHOUT ROWID;
    CREATE INDEX facts_cluster ON facts (cluster);
    CREATE TABLE errors (                   -- what could not be read, or not checked
        place TEXT NOT NULL,                -- the source, with its line; or documents.place
        source TEXT NOT NULL,
        content TEXT,                       -- the text that could not be checked
        stage TEXT NOT NULL,                -- read, check
        message TEXT NOT NULL,
        PRIMARY KEY (place, stage)
    ) WITHOUT ROWID;
    CREATE INDEX errors_source ON errors (source);
    CREATE INDEX errors_content ON errors (content) WHERE content IS NOT NULL;
    CREATE TABLE decisions (                -- what people say of findings; no run ever touches them
        finding TEXT NOT NULL,
        at TEXT NOT NULL,
        who TEXT NOT NULL,
        state TEXT NOT NULL,                -- accepted, dismissed
        note TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (finding, at)
    ) WITHOUT ROWID;
    """,
    # Texts analysed before have no anchors: the next run makes them anew.
    """
    DELETE FROM contents;
    DROP INDEX claims_figure;
    DROP INDEX claims_sentence;
    CREATE TABLE anchors (                  -- a number with a word of its sentence: by these, rewritings meet
        hash INTEGER NOT NULL,              -- of value, unit and word
        content TEXT NOT NULL REFERENCES contents (id) ON DELETE CASCADE,
        value INTEGER NOT NULL,             -- hash of value and unit
        digits INTEGER NOT NULL,            -- that the value has without its noughts
        word INTEGER NOT NULL,              -- hash of the word
        PRIMARY KEY (hash, content)
    ) WITHOUT ROWID;
    CREATE INDEX anchors_content ON anchors (content);
    """,
    """
    CREATE TABLE releases (                 -- documents that others were written from
        place TEXT PRIMARY KEY              -- documents.place
    ) WITHOUT ROWID;
    CREATE TABLE traces (                   -- what became of a release's figures, by figure of the other text
        release TEXT NOT NULL REFERENCES contents (id) ON DELETE CASCADE,
        content TEXT NOT NULL REFERENCES contents (id) ON DELETE CASCADE,
        claim TEXT NOT NULL,                -- claims.id in the text that was written from it
        fate TEXT NOT NULL,                 -- same, rounded, changed, unit changed, caveat dropped,
                                            -- base dropped, not in the source
        origin TEXT,                        -- claims.id in the release; null for what is not in it
        PRIMARY KEY (release, content, claim)
    ) WITHOUT ROWID;
    CREATE INDEX traces_content ON traces (content);
    """,
)


def migrate(connection: sqlite3.Connection, steps: Sequence[str] = MIGRATIONS) -> None:
    """Take the steps that the store lacks, each wholly or not at all.

    Raises:
        SettingsError: the store was made by a later version.
    """
    (taken,) = connection.execute("PRAGMA user_version").fetchone()
    if taken > len(steps):
        raise SettingsError(
            f"the store is of version {taken}, this Crossfoot knows {len(steps)}; use a newer Crossfoot"
        )
    for number, step in enumerate(steps[taken:], taken + 1):
        connection.executescript(f"BEGIN IMMEDIATE;\n{step}\nPRAGMA user_version = {number};\nCOMMIT;")
