"""`crossfoot export` and `crossfoot rehydrate`: reviews as data, with or without the texts."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.delivering import with_output
from extractor.cli.ending import OK, UNREADABLE, complain, guarded, print_out
from extractor.cli.gathering import Checking, documents_in, gathered
from extractor.cli.options import Debug, Output, PolicyFile, Published, References, day_of
from extractor.errors import SettingsError
from extractor.export.kinds import Format, Rows, TextMode

if TYPE_CHECKING:
    from extractor.report.records import ErrorRecord

Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE",
        show_default=False,
        help="Kept reviews (--format json or jsonl), stores of audits, or stories, which are checked first.",
    ),
]


def export(
    sources: Sources,
    shape: Annotated[Format, typer.Option("--format", help="What to write.")] = Format.csv,
    rows: Annotated[Rows, typer.Option(help="What a table has a row for.")] = Rows.claims,
    text: Annotated[
        TextMode, typer.Option(help="How much of the texts: nothing, the sentences that matter, all.")
    ] = TextMode.quote,
    name: Annotated[str, typer.Option(help="Of a dataset: what it is called.")] = "",
    licence: Annotated[
        str | None, typer.Option("--license", help="Of a dataset: the licence of the labels, as CC-BY-4.0.")
    ] = None,
    published: Published = None,
    policy: PolicyFile = None,
    reference: References = None,
    output: Output = None,
    debug: Debug = False,
) -> int:
    """Write claims and findings as data for other tools: tables, annotations, a dataset.

    Texts are other people's: unless told otherwise an export holds the sentences with figures alone, and
    `rehydrate` puts the rest back for whoever has the texts.
    """

    def work() -> int:
        from extractor.export.formats import rendered_export
        from extractor.export.texts import with_text

        folder = _folder(output) if shape is Format.dataset else None
        record = gathered(sources, Checking(day_of(published), policy, tuple(reference or ())))
        kept = with_text(record, text)
        if folder is not None:
            from extractor.export.dataset import write_dataset

            write_dataset(kept, folder, name=name, licence=licence)
        else:
            _write(rendered_export(kept, shape, rows), output, shape)
        return _failures(record.errors)

    return guarded(partial(with_output, None if shape is Format.dataset else output, sources, work), debug)


def rehydrate(
    review: Annotated[Path, typer.Argument(metavar="REVIEW", help="An export in JSON.", show_default=False)],
    stories: Annotated[
        list[str],
        typer.Argument(metavar="STORY", help="The texts, as they were checked.", show_default=False),
    ],
    output: Output = None,
    debug: Debug = False,
) -> int:
    """Put the texts back into an export in JSON, for whoever has them.

    A text is known by its digest. Exit status: 0 all texts were found, 2 some were not (the rest is written).
    """

    def work() -> int:
        from extractor.export.formats import rendered_export
        from extractor.export.load import load_record
        from extractor.export.rehydrate import rehydrated

        done = rehydrated(load_record(review), documents_in(stories))
        _write(rendered_export(done.record, Format.json, Rows.claims), output, Format.json)
        for name in done.missing:
            complain(f"{name}: no text given has its digest; give the story as it was checked")
        return UNREADABLE if done.missing else OK

    return guarded(partial(with_output, output, [str(review), *stories], work), debug)


def _folder(output: Path | None) -> Path:
    if output is None:
        raise SettingsError("--format dataset makes a folder; name it with --output")
    return output


def _write(data: str | bytes, output: Path | None, shape: Format) -> None:
    if output is not None:
        from extractor.report.files import write_atomically

        write_atomically(output, data)
    elif isinstance(data, bytes):
        raise SettingsError(f"--format {shape.value} is no text; name a file with --output")
    else:
        print_out(data)


def _failures(errors: Iterable[ErrorRecord]) -> int:
    """A line for each input that could not be read, and the status that they make."""
    told = list(errors)
    for problem in told:
        where = problem.source if problem.line is None else f"{problem.source}, line {problem.line}"
        complain(f"{where}: {problem.message}")
    return UNREADABLE if told else OK
