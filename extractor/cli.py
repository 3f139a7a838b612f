"""The command line: options in, a report and an exit status out.

Exit status of `check`: 0 no error-level mismatch (with `--fail-on warning`, no warning either),
1 at least one, 2 bad arguments or an input that could not be read (2 outranks 1), 70 a crash,
which is a bug, 130 interrupted, 141 the reader of the output went away.

Nothing heavy is imported before a command runs.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor import __version__
from extractor.errors import CrossfootError, SettingsError

if TYPE_CHECKING:
    from extractor.model import Review

OK, QUESTIONED, UNREADABLE, CRASHED, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 70, 130, 141
#: Lines longer than this are hard to read, however wide the terminal.
WIDEST = 100

app = typer.Typer(
    name="crossfoot",
    help="Finds every figure in a story, works out what it claims, and checks the claims against each other.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class Colour(StrEnum):
    """When the terminal report is coloured."""

    auto = "auto"
    always = "always"
    never = "never"


class CheckFormat(StrEnum):
    """What `check` writes."""

    text = "text"
    json = "json"
    jsonl = "jsonl"


class ClaimsFormat(StrEnum):
    """What `claims` writes."""

    text = "text"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"


class FailOn(StrEnum):
    """The least severity that makes `check` end with 1."""

    error = "error"
    warning = "warning"


Stories = Annotated[
    list[str],
    typer.Argument(
        metavar="STORY",
        show_default=False,
        help="Files (text, Markdown, HTML, PDF), - for standard input, or a .jsonl of articles.",
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
    published: Published = None,
    policy: PolicyFile = None,
    everything: Annotated[bool, typer.Option("--all", help="Also what agrees or is undecided.")] = False,
    fail_on: Annotated[FailOn, typer.Option(help="What makes the exit status 1.")] = FailOn.error,
    shape: Annotated[CheckFormat, typer.Option("--format", help="What to write.")] = CheckFormat.text,
    output: Output = None,
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

        review = pipeline.check(*stories, published=_day(published), policy=policy, model=model)
        text = _report(review, shape, everything, color, output)
        return _deliver(review, text, output) or _verdict(review, fail_on)

    return _guarded(partial(_with_output, output, stories, work), debug)


@app.command()
def claims(
    stories: Stories,
    published: Published = None,
    policy: PolicyFile = None,
    shape: Annotated[ClaimsFormat, typer.Option("--format", help="What to write.")] = ClaimsFormat.text,
    output: Output = None,
    model: Model = None,
    color: Coloured = Colour.auto,
    debug: Debug = False,
) -> int:
    """List every figure with what it claims, without checking anything."""

    def work() -> int:
        from extractor import pipeline

        review = pipeline.claims(*stories, published=_day(published), policy=policy, model=model)
        return _deliver(review, _claim_table(review, shape, color, output), output)

    return _guarded(partial(_with_output, output, stories, work), debug)


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else moment.date()


def _verdict(review: Review, fail_on: FailOn) -> int:
    grave = {FailOn.error: ("error",), FailOn.warning: ("error", "warning")}[fail_on]
    hit = any(f.verdict == "mismatch" and f.severity in grave for f in review.findings)
    return QUESTIONED if hit else OK


def _report(review: Review, shape: CheckFormat, everything: bool, color: Colour, output: Path | None) -> str:
    if shape is CheckFormat.text:
        from extractor.report.layout import glyphs_for
        from extractor.report.terminal import render_text

        return render_text(
            review,
            width=_width(),
            colour=_coloured(color, output),
            everything=everything,
            glyphs=glyphs_for(_encoding(output)),
        )
    from extractor.report.json import render_json, render_jsonl

    return render_json(review) if shape is CheckFormat.json else render_jsonl(review)


def _claim_table(review: Review, shape: ClaimsFormat, color: Colour, output: Path | None) -> str:
    if shape is ClaimsFormat.text:
        from extractor.report.claim_table import render_claims
        from extractor.report.layout import glyphs_for

        return render_claims(
            review, width=_width(), colour=_coloured(color, output), glyphs=glyphs_for(_encoding(output))
        )
    if shape is ClaimsFormat.csv:
        from extractor.report.claim_table import render_csv

        return render_csv(review)
    from extractor.report.json import render_json, render_jsonl

    return render_json(review) if shape is ClaimsFormat.json else render_jsonl(review)


def _coloured(color: Colour, output: Path | None) -> bool:
    if color is not Colour.auto:
        return color is Colour.always
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or output is not None
    return not plain and sys.stdout.isatty()


def _width() -> int:
    from shutil import get_terminal_size

    return min(get_terminal_size().columns, WIDEST)


def _encoding(output: Path | None) -> str | None:
    return sys.stdout.encoding if output is None else "utf-8"


def _deliver(review: Review, text: str, output: Path | None) -> int:
    """Write the report, then a line for each input that could not be read."""
    if output is None:
        _print(text)
    else:
        from extractor.report.files import write_atomically

        write_atomically(output, text)
    for problem in review.errors:
        where = problem.source if problem.line is None else f"{problem.source}, line {problem.line}"
        _complain(f"{where}: {problem.message}")
    return UNREADABLE if review.errors else OK


def _print(text: str) -> None:
    """Standard output, with a stand-in for each character that its encoding lacks."""
    encoding = sys.stdout.encoding or "utf-8"
    try:
        sys.stdout.write(text.encode(encoding, "replace").decode(encoding))
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _discard_output()
        raise SettingsError(f"standard output: {error.strerror}; the report is incomplete") from error


def _complain(message: str) -> None:
    """One line on standard error, whatever the message holds."""
    line = " ".join(message.split())
    safe = "".join(c if c.isprintable() else "�" for c in line)
    print(f"crossfoot: {safe}", file=sys.stderr)


def _with_output(output: Path | None, stories: list[str], work: Callable[[], int]) -> int:
    """Refuse a place that cannot be written to before the work is done."""
    if output is not None:
        from extractor.report.files import check_writable

        check_writable(output, stories)
    return work()


def _guarded(work: Callable[[], int], debug: bool) -> int:
    """Run a command; every way to fail gets its own status, and a crash is never 1."""
    if not debug:
        _hush()
    try:
        return work()
    except CrossfootError as error:
        _complain(str(error))
        return UNREADABLE
    except BrokenPipeError:
        return _leave_pipe()
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        return _crashed(error, debug)


def _crashed(error: Exception, debug: bool) -> int:
    if debug:
        import traceback

        traceback.print_exception(error)
    what = f"{type(error).__name__}: {error}"[:200]
    _complain(
        f"internal error, {what}. This is a bug in Crossfoot: please report this line, the command and, "
        f"if you may, the story{'' if debug else ' (--debug shows the traceback)'}."
    )
    return CRASHED


def _hush() -> None:
    """Keep what libraries log or warn of off standard error; what matters is a Problem."""
    import logging
    import warnings

    logging.disable(logging.CRITICAL)
    if not sys.warnoptions:
        warnings.simplefilter("ignore")


def _leave_pipe() -> int:
    """The reader of the output went away: no reason to say anything."""
    _discard_output()
    return PIPE_CLOSED


def _discard_output() -> None:
    """Keep Python from failing once more on what is left in the buffer at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def run(arguments: list[str] | None = None) -> int:
    """The exit status of a command line; a bad one is told in one line.

    Typer's own standalone mode would print a usage block and end a crash or a closed pipe with 1.
    """
    try:
        status = app(args=arguments, prog_name="crossfoot", standalone_mode=False)
        sys.stdout.flush()
    except (BrokenPipeError, SystemExit):
        # Typer turns a closed pipe into SystemExit(1), which here would mean a mismatch.
        return _leave_pipe()
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        # The base of usage errors has no public name in all versions of typer; its method has.
        told = getattr(error, "format_message", None)
        if told is None:
            return _crashed(error, debug=False)
        _complain(f"{told()} (see crossfoot --help)".replace("\n", " "))
        return UNREADABLE
    return status if isinstance(status, int) else OK


def main() -> None:
    """Entry point of the `crossfoot` command."""
    sys.exit(run())
