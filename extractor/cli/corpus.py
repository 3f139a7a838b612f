"""`crossfoot audit`: many stories into one store."""

from __future__ import annotations

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
    Stories,
    TimeLimit,
    day_of,
    reading_options,
)


def audit(
    paths: Stories,
    store: Annotated[Path, typer.Option(metavar="FILE", help="The store; made if there is none.")],
    workers: Annotated[int, typer.Option(min=1, max=256, help="Processes that check at once.")] = 1,
    export: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the store as sorted lines of JSON, too.")
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
        from extractor.audit.run import Way
        from extractor.audit.settings import Settings
        from extractor.cli.auditing import audited

        way = Way(workers, time_limit, reading=reading_options(time_limit, size_limit, password))
        return audited(paths, store, Settings(day_of(published), policy, model), way, export)

    return guarded(work, debug)
