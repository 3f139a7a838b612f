"""`crossfoot serve`: the review page."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.ending import OK, guarded
from extractor.cli.options import Debug, SizeLimit, TimeLimit
from extractor.errors import SettingsError


def serve(
    host: Annotated[
        str, typer.Option(help="Where to listen; anywhere but here asks for a token.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port to listen on.")] = 8765,
    store: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Keep work here instead of in your data folder.")
    ] = None,
    no_store: Annotated[bool, typer.Option("--no-store", help="Keep nothing after the end.")] = False,
    token: Annotated[
        str | None,
        typer.Option(metavar="WORD", envvar="CROSSFOOT_TOKEN", help="What a browser has to bring."),
    ] = None,
    time_limit: TimeLimit = 60,
    check_limit: Annotated[
        float, typer.Option(metavar="SECONDS", min=1, help="The longest that one check may take.")
    ] = 300,
    size_limit: SizeLimit = 25,
    debug: Debug = False,
) -> int:
    """Open the review page: paste stories, look at the findings, decide, correct and ask."""

    def work() -> int:
        from extractor.web.bench import Limits
        from extractor.web.serve import Settings, default_store
        from extractor.web.serve import serve as answer

        if store and no_store:
            raise SettingsError("--store and --no-store exclude each other; give one of them")
        kept = None if no_store else store or default_store()
        limits = Limits(size=size_limit, seconds=time_limit, check=check_limit)
        answer(Settings(host, port, kept, token, limits))
        return OK

    return guarded(work, debug)
