"""The command line: options in, a report and an exit status out.

Exit status of `check`: 0 no error-level mismatch (with `--fail-on warning`, no warning either),
1 at least one, 2 bad arguments or an input that could not be read (2 outranks 1), 70 a crash,
which is a bug, 130 interrupted, 141 the reader of the output went away.

Nothing heavy is imported before a command runs.
"""

from __future__ import annotations

import gc
import sys
from typing import Annotated

import typer

from extractor import __version__
from extractor.cli.annotating import annotate
from extractor.cli.checking import check, claims
from extractor.cli.comparing import compare
from extractor.cli.corpus import audit, forget, report
from extractor.cli.ending import INTERRUPTED, OK, UNREADABLE, complain, crashed, leave_pipe
from extractor.cli.exporting import export, rehydrate
from extractor.cli.serving import serve

app = typer.Typer(
    name="crossfoot",
    help="Finds every figure in a story, works out what it claims, and checks the claims against each other.",
    no_args_is_help=True,
    add_completion=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

for command in (check, claims, compare, audit, report, forget, export, rehydrate, serve):
    app.command()(command)
app.add_typer(annotate)


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


def run(arguments: list[str] | None = None) -> int:
    """The exit status of a command line; a bad one is told in one line.

    Typer's own standalone mode would print a usage block and end a crash or a closed pipe with 1.
    """
    try:
        status = app(args=arguments, prog_name="crossfoot", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        return leave_pipe()
    except SystemExit as ended:
        # A shell was told how a word may go on; or typer made 1, a mismatch to us, of a closed pipe.
        return leave_pipe() if ended.code else OK
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
    # Python looks for garbage whenever 700 objects are new; modules, word lists and the model only grow.
    gc.set_threshold(20_000)
    sys.exit(run())
