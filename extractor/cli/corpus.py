"""`crossfoot audit` and what is done with its store."""

from __future__ import annotations

from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.ending import guarded
from extractor.cli.options import (
    Debug,
    Model,
    Password,
    PolicyFile,
    Published,
    SizeLimit,
    TimeLimit,
    day_of,
    reading_options,
)


class Engine(StrEnum):
    """Who does the work of an audit."""

    local = "local"
    ray = "ray"


Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="STORY",
        show_default=False,
        help="Files or folders of them, archives, or a .jsonl of articles; none with --import alone.",
    ),
]
Store = Annotated[Path, typer.Option(metavar="FILE", help="The store of an audit.")]


def audit(
    paths: Paths = None,
    *,
    store: Annotated[Path, typer.Option(metavar="FILE", help="The store; made if there is none.")],
    workers: Annotated[int, typer.Option(min=1, max=256, help="Processes that check at once.")] = 1,
    engine: Annotated[
        Engine, typer.Option(help="Processes of this machine, or a Ray cluster.")
    ] = Engine.local,
    export: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the store as sorted lines of JSON, too.")
    ] = None,
    source: Annotated[
        list[str] | None,
        typer.Option(metavar="RELEASE", help="What the stories were written from; may be repeated."),
    ] = None,
    dump: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Write the store's tables as Parquet, too.")
    ] = None,
    taken: Annotated[
        list[Path] | None,
        typer.Option(
            "--import", metavar="FOLDER", help="Take in what another audit dumped; may be repeated."
        ),
    ] = None,
    published: Published = None,
    policy: PolicyFile = None,
    password: Password = None,
    time_limit: TimeLimit = 120,
    size_limit: SizeLimit = 100,
    model: Model = None,
    debug: Debug = False,
) -> int:
    """Check many stories into a store, and against each other where they tell the same news.

    May be stopped at any time and run again: what the store has is not checked twice.
    """

    def work() -> int:
        _equipped("audit", "duckdb", "rensa")
        from extractor.audit.run import Way
        from extractor.audit.settings import Settings
        from extractor.cli.auditing import Corpus, Outputs, audited
        from extractor.errors import SettingsError

        reading = reading_options(time_limit, size_limit, password)
        way = Way(workers, time_limit, reading=reading, engine=engine.value)
        given = Corpus(paths or (), source or (), taken or ())
        if not (given.paths or given.releases or given.dumps):
            raise SettingsError("nothing to audit: name stories, or tables with --import")
        return audited(given, store, Settings(day_of(published), policy, model), way, Outputs(export, dump))

    return guarded(work, debug)


def forget(
    document: Annotated[str, typer.Argument(help="Its id, name, file or address.", show_default=False)],
    store: Store,
    debug: Debug = False,
) -> int:
    """Remove a document from the store of an audit: its text, its claims and every trace of them."""

    def work() -> int:
        from extractor.audit.forget import forget as forgotten
        from extractor.audit.store import Store as Kept
        from extractor.cli.ending import OK, print_out

        with Kept.open(store) as kept:
            print_out(f"{document}: forgotten in {forgotten(kept, document)} place(s)\n")
        return OK

    return guarded(work, debug)


def report(
    store: Annotated[
        Path, typer.Argument(metavar="STORE", help="The store of an audit.", show_default=False)
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="Where the page goes.")
    ] = Path("audit.html"),
    tables: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="The tables of the page as CSV and Parquet, too.")
    ] = None,
    title: Annotated[str, typer.Option(help="What the page is called.")] = "Audit",
    debug: Debug = False,
) -> int:
    """Write what an auditor reads: what is printed differently, by whom, and what to check."""

    def work() -> int:
        from extractor.cli.auditing import reported

        if tables is not None:
            _equipped("report --tables", "duckdb")
        return reported(store, output, tables, title)

    return guarded(work, debug)


def _equipped(command: str, *packages: str) -> None:
    """Tell of missing packages before a store is made.

    Raises:
        SettingsError: one of them is not installed.
    """
    from extractor.errors import SettingsError

    for name in packages:
        if find_spec(name) is None:
            raise SettingsError(f"crossfoot {command} needs {name}; install it: pip install '.[audit]'")
