"""`crossfoot check` and `crossfoot claims`."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.delivering import deliver, with_output
from extractor.cli.ending import OK, QUESTIONED, complain, guarded
from extractor.cli.options import (
    Coloured,
    Debug,
    Model,
    Output,
    Password,
    PolicyFile,
    Published,
    References,
    Release,
    SizeLimit,
    Stories,
    TimeLimit,
    day_of,
    reading_options,
)
from extractor.cli.writing import CheckFormat, ClaimsFormat, Colour, Look, claim_table, rendered
from extractor.errors import SettingsError

if TYPE_CHECKING:
    from extractor.ignored import Ignored
    from extractor.model import Review


class FailOn(StrEnum):
    """The least severity that makes `check` end with 1."""

    error = "error"
    warning = "warning"


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
        from extractor.ignored import load_ignored

        if shape is CheckFormat.docx and output is None:
            raise SettingsError("--format docx is no text; name a file with --output")
        ignored = None if ignore is None else load_ignored(ignore)
        review = pipeline.check(
            *stories,
            *([] if source is None else [str(source)]),
            published=day_of(published),
            policy=policy,
            model=model,
            references=tuple(reference or ()),
            reading=reading_options(time_limit, size_limit, password),
        )
        if store is not None:
            review = _without_dismissed(review, store)
        if ignored is not None:
            review = _without_settled(review, ignored)
        text = _content(review, shape, everything, excerpt, Look.of(color, output))
        if isinstance(text, str) and shape is CheckFormat.text:
            text += _record(review, source, reference, everything)
        return deliver(review, text, output) or _verdict(review, fail_on)

    return guarded(partial(with_output, output, stories, work), debug)


def claims(
    stories: Stories,
    published: Published = None,
    policy: PolicyFile = None,
    shape: Annotated[ClaimsFormat, typer.Option("--format", help="What to write.")] = ClaimsFormat.text,
    missing: Annotated[
        bool,
        typer.Option(
            "--missing", help="Also which of source, period, measure and base is not printed (text, csv)."
        ),
    ] = False,
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

        if missing and shape not in (ClaimsFormat.text, ClaimsFormat.csv):
            raise SettingsError(
                f"--missing --format {shape}: in JSON a slot that is not printed is null; drop one"
            )
        reading = reading_options(time_limit, size_limit, password)
        review = pipeline.claims(
            *stories, published=day_of(published), policy=policy, model=model, reading=reading
        )
        return deliver(review, claim_table(review, shape, Look.of(color, output), missing), output)

    return guarded(partial(with_output, output, stories, work), debug)


def _record(review: Review, source: Path | None, reference: list[Path] | None, everything: bool) -> str:
    """What became of the figures of a release, and what the tables speak of."""
    from extractor.cli.tracing import coverage_line, source_lines

    lines = [] if source is None else list(source_lines(review, str(source), everything))
    if reference:
        lines.append(coverage_line(review))
    return "".join(f"{line}\n" for line in lines)


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


def _without_settled(review: Review, ignored: Ignored) -> Review:
    """The review without what an ignore file names; standard error tells how much that is."""
    from extractor.ignored import without_ignored

    kept = without_ignored(review, ignored)
    left = {f.id for f in kept.findings}
    gone = sum(f.verdict == "mismatch" and f.id not in left for f in review.findings)
    if gone:
        complain(f"{gone} settled before and left out; without --ignore they are shown")
    return kept


def _verdict(review: Review, fail_on: FailOn) -> int:
    grave = {FailOn.error: ("error",), FailOn.warning: ("error", "warning")}[fail_on]
    hit = any(f.verdict == "mismatch" and f.severity in grave for f in review.findings)
    return QUESTIONED if hit else OK


def _content(review: Review, shape: CheckFormat, everything: bool, excerpt: bool, look: Look) -> str | bytes:
    if shape is not CheckFormat.docx:
        return rendered(review, shape, everything, excerpt, look)
    from extractor.report.sheet_docx import render_sheet_docx

    return render_sheet_docx(review)
