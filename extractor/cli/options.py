"""The options that several commands share, and what their values become."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.writing import Colour

if TYPE_CHECKING:
    from extractor.read import ReadOptions

Stories = Annotated[
    list[str],
    typer.Argument(
        metavar="STORY",
        show_default=False,
        help="Files or folders of them (text, web page, PDF, office document, mail, archive), "
        "- for standard input, or a .jsonl of articles.",
    ),
]
Published = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="When the stories came out, as 2024-05-31."),
]
PolicyFile = Annotated[Path | None, typer.Option("--policy", metavar="FILE", help="Another word policy.")]
Model = Annotated[str | None, typer.Option(metavar="NAME", help="Another spaCy model, by name or path.")]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here instead.")]
Coloured = Annotated[Colour, typer.Option("--color", help="NO_COLOR in the environment means never.")]
References = Annotated[
    list[Path] | None,
    typer.Option(
        "--reference",
        metavar="TABLE",
        help="An official table (CSV, XLSX, ODS, Parquet, PDF); may be repeated.",
    ),
]
Password = Annotated[
    str | None,
    typer.Option(
        metavar="WORD", envvar="CROSSFOOT_PASSWORD", show_envvar=True, help="Opens locked PDFs and zips."
    ),
]
TimeLimit = Annotated[
    float,
    typer.Option("--time-limit", metavar="SECONDS", help="The longest that reading one document may take."),
]
SizeLimit = Annotated[
    int, typer.Option("--size-limit", metavar="MB", help="The largest file that is read at once.")
]
Release = Annotated[
    Path | None, typer.Option("--source", metavar="RELEASE", help="What the stories were written from.")
]
Debug = Annotated[bool, typer.Option("--debug", help="Show the traceback of a crash.")]


def day_of(moment: datetime | None) -> date | None:
    """The day of a date that was typed."""
    return None if moment is None else moment.date()


def reading_options(seconds: float, megabytes: int, password: str | None) -> ReadOptions:
    """The limits of reading, by what was typed."""
    from extractor.read import ReadOptions

    return ReadOptions(seconds=seconds, size=megabytes, password=password)
