"""The command line: options in, a report and an exit status out.

Exit status of `check`: 0 no error-level mismatch (with `--fail-on warning`, no warning either),
1 at least one, 2 bad arguments or an input that could not be read (2 outranks 1), 70 a crash,
which is a bug, 130 interrupted, 141 the reader of the output went away.

Nothing heavy is imported before a command runs.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor import __version__
from extractor.cli.ending import (
    INTERRUPTED,
    OK,
    QUESTIONED,
    UNREADABLE,
    complain,
    crashed,
    guarded,
    leave_pipe,
    print_out,
)
from extractor.cli.writing import CheckFormat, ClaimsFormat, Colour, Look, claim_table, rendered
from extractor.errors import SettingsError

if TYPE_CHECKING:
    from extractor.model import Review
    from extractor.read import ReadOptions

app = typer.Typer(
    name="crossfoot",
    help="Finds every figure in a story, works out what it claims, and checks the claims against each other.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class FailOn(StrEnum):
    """The least severity that makes `check` end with 1."""

    error = "error"
    warning = "warning"


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
        "--reference", metavar="TABLE", help="An official table (CSV, XLSX, ODS, PDF); may be repeated."
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


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"crossfoot {__version__}")
        raise typer.Exit


@app.callback()
def crossfoot(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Finds every figure in a story, works out what it claims, and checks the claims against each other."""


@app.command()
def check(
    stories: Stories,
    source: Release = None,
    reference: References = None,
    published: Published = None,
    policy: PolicyFile = None,
    everything: Annotated[bool, typer.Option("--all", help="Also what agrees or is undecided.")] = False,
    fail_on: Annotated[FailOn, typer.Option(help="What makes the exit status 1.")] = FailOn.error,
    shape: Annotated[
        CheckFormat, typer.Option("--format", help="What to write; csv and docx are check sheets.")
    ] = CheckFormat.text,
    excerpt: Annotated[bool, typer.Option("--excerpt", help="Leave the full text out (html).")] = False,
    store: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Leave out what was dismissed there on the review page."),
    ] = None,
    ignore: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Leave out the findings whose ids or /patterns/ stand there."),
    ] = None,
    output: Output = None,
    password: Password = None,
    time_limit: TimeLimit = 120,
    size_limit: SizeLimit = 100,
    model: Model = None,
    color: Coloured = Colour.auto,
    debug: Debug = False,
) -> int:
    """Check the figures of one story, or of several against each other.

    Exit status: 0 no error-level mismatch, 1 at least one, 2 bad arguments or an input that could
    not be read (the rest is still reported).
    """

    def work() -> int:
        from extractor import pipeline
        from extractor.ignored import load_ignored, without_ignored

        if shape is CheckFormat.docx and output is None:
            raise SettingsError("--format docx is no text; name a file with --output")
        ignored = None if ignore is None else load_ignored(ignore)
        review = pipeline.check(
            *stories,
            *([] if source is None else [str(source)]),
            published=_day(published),
            policy=policy,
            model=model,
            references=tuple(reference or ()),
            reading=_reading(time_limit, size_limit, password),
        )
        if store is not None:
            review = _without_dismissed(review, store)
        if ignored is not None:
            review = without_ignored(review, ignored)
        text = _content(review, shape, everything, excerpt, Look.of(color, output))
        if isinstance(text, str) and shape is CheckFormat.text:
            text += _record(review, source, reference, everything)
        return _deliver(review, text, output) or _verdict(review, fail_on)

    return guarded(partial(_with_output, output, stories, work), debug)


@app.command()
def claims(
    stories: Stories,
    published: Published = None,
    policy: PolicyFile = None,
    shape: Annotated[ClaimsFormat, typer.Option("--format", help="What to write.")] = ClaimsFormat.text,
    output: Output = None,
    password: Password = None,
    time_limit: TimeLimit = 120,
    size_limit: SizeLimit = 100,
    model: Model = None,
    color: Coloured = Colour.auto,
    debug: Debug = False,
) -> int:
    """List every figure with what it claims, without checking anything."""

    def work() -> int:
        from extractor import pipeline

        reading = _reading(time_limit, size_limit, password)
        review = pipeline.claims(
            *stories, published=_day(published), policy=policy, model=model, reading=reading
        )
        return _deliver(review, claim_table(review, shape, Look.of(color, output)), output)

    return guarded(partial(_with_output, output, stories, work), debug)


@app.command()
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

        way = Way(workers, time_limit, reading=_reading(time_limit, size_limit, password))
        return audited(paths, store, Settings(_day(published), policy, model), way, export)

    return guarded(work, debug)


@app.command()
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
        answer(Settings(host, port, kept, token, Limits(size=size_limit, seconds=time_limit)))
        return OK

    return guarded(work, debug)


def _record(review: Review, source: Path | None, reference: list[Path] | None, everything: bool) -> str:
    """What became of the figures of a release, and what the tables speak of."""
    from extractor.cli.tracing import coverage_line, source_lines

    lines = [] if source is None else list(source_lines(review, str(source), everything))
    if reference:
        lines.append(coverage_line(review))
    return "".join(f"{line}\n" for line in lines)


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else moment.date()


def _reading(seconds: float, megabytes: int, password: str | None) -> ReadOptions:
    from extractor.read import ReadOptions

    return ReadOptions(seconds=seconds, size=megabytes, password=password)


def _without_dismissed(review: Review, store: Path) -> Review:
    """The review without what was dismissed on the review page; standard error tells how much that is."""
    from extractor.web.board import Board
    from extractor.web.store import Store

    if not store.is_file():
        raise SettingsError(f"--store {store}: no such file; crossfoot serve --store makes one")
    with Store(store) as kept:
        board = Board("", review, (), kept.dismissals())
    if board.dismissed:
        complain(f"{len(board.dismissed)} dismissed before and left out; without --store they are shown")
    return board.shown


def _verdict(review: Review, fail_on: FailOn) -> int:
    grave = {FailOn.error: ("error",), FailOn.warning: ("error", "warning")}[fail_on]
    hit = any(f.verdict == "mismatch" and f.severity in grave for f in review.findings)
    return QUESTIONED if hit else OK


def _content(review: Review, shape: CheckFormat, everything: bool, excerpt: bool, look: Look) -> str | bytes:
    if shape is not CheckFormat.docx:
        return rendered(review, shape, everything, excerpt, look)
    from extractor.report.sheet_docx import render_sheet_docx

    return render_sheet_docx(review)


def _deliver(review: Review, text: str | bytes, output: Path | None) -> int:
    """Write the report, then a line for each input that could not be read."""
    if output is None:
        print_out(str(text))
    else:
        from extractor.report.files import write_atomically

        write_atomically(output, text)
    for problem in review.errors:
        where = problem.source if problem.line is None else f"{problem.source}, line {problem.line}"
        complain(f"{where}: {problem.message}")
    return UNREADABLE if review.errors else OK


def _with_output(output: Path | None, stories: list[str], work: Callable[[], int]) -> int:
    """Refuse a place that cannot be written to before the work is done."""
    if output is not None:
        from extractor.report.files import check_writable

        check_writable(output, stories)
    return work()


def run(arguments: list[str] | None = None) -> int:
    """The exit status of a command line; a bad one is told in one line.

    Typer's own standalone mode would print a usage block and end a crash or a closed pipe with 1.
    """
    try:
        status = app(args=arguments, prog_name="crossfoot", standalone_mode=False)
        sys.stdout.flush()
    except (BrokenPipeError, SystemExit):
        # Typer turns a closed pipe into SystemExit(1), which here would mean a mismatch.
        return leave_pipe()
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        # The base of usage errors has no public name in all versions of typer; its method has.
        told = getattr(error, "format_message", None)
        if told is None:
            return crashed(error, debug=False)
        complain(f"{told()} (see crossfoot --help)".replace("\n", " "))
        return UNREADABLE
    return status if isinstance(status, int) else OK


def main() -> None:
    """Entry point of the `crossfoot` command."""
    sys.exit(run())
