"""`crossfoot annotate`: texts for people to label, their labels back, and how far two sets of them agree."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.delivering import with_output
from extractor.cli.ending import OK, guarded, print_out
from extractor.cli.gathering import documents_in
from extractor.cli.options import Debug, Output, Stories
from extractor.errors import SettingsError

if TYPE_CHECKING:
    from extractor.export.agreement import Agreement, Score
    from extractor.export.labels import LabelledDocument

annotate = typer.Typer(
    name="annotate",
    help="Texts for people to label without seeing what was found, and how far they agree.",
    no_args_is_help=True,
)
HOW_TO = """\
# Labelling

1. In Label Studio make a project. Under Settings, Labeling Interface, Code, paste `interface.xml`.
2. Import `tasks.json`. The tasks hold texts and nothing that a program found.
3. Label by the guide: `gold/GUIDE.md` of Crossfoot. Do not talk about a text before both are done.
4. Export as JSON (not JSON-MIN).

    crossfoot annotate agree export.json            two people in one export
    crossfoot annotate agree export.json labels/    against labels that you have
    crossfoot annotate read export.json -o labels.json
"""


@annotate.command()
def make(
    stories: Stories,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FOLDER", help="Where to put them.")],
    debug: Debug = False,
) -> int:
    """Write blind tasks for Label Studio: texts, an interface, and no word of what Crossfoot finds."""

    def work() -> int:
        from extractor.export.label_config import label_config
        from extractor.export.labelstudio import render_labelstudio
        from extractor.model import Review
        from extractor.report.encode import review_record
        from extractor.report.files import write_atomically

        documents = documents_in(stories)
        if not documents:
            raise SettingsError("no story could be read; there is nothing to label")
        record = review_record(Review(documents=tuple(documents)))
        output.mkdir(parents=True, exist_ok=True)
        write_atomically(output / "tasks.json", render_labelstudio(record, blind=True))
        write_atomically(output / "interface.xml", label_config())
        write_atomically(output / "README.md", HOW_TO)
        return OK

    return guarded(work, debug)


@annotate.command()
def read(
    labels: Annotated[Path, typer.Argument(metavar="EXPORT", help="JSON export of Label Studio.")],
    output: Output = None,
    debug: Debug = False,
) -> int:
    """Turn what people labelled into labels in the format of the gold, each with its annotator."""

    def work() -> int:
        from extractor.export.labels import render_labels
        from extractor.report.files import write_atomically

        text = render_labels(_labels(labels))
        if output is None:
            print_out(text)
        else:
            write_atomically(output, text)
        return OK

    return guarded(lambda: with_output(output, [str(labels)], work), debug)


@annotate.command()
def agree(
    one: Annotated[Path, typer.Argument(metavar="ONE", help="Labels; alone, they must be by two people.")],
    other: Annotated[Path | None, typer.Argument(metavar="OTHER", help="Labels on the same texts.")] = None,
    show: Annotated[bool, typer.Option("--show", help="Also list what they do not agree on.")] = False,
    debug: Debug = False,
) -> int:
    """Tell how far two sets of labels agree: Label Studio exports, labels, folders of them, kept reviews."""

    def work() -> int:
        from extractor.export.agreement import agreement

        first, second = _two(one, other)
        print_out("".join(f"{line}\n" for line in _told(agreement(first, second), show)))
        return OK

    return guarded(work, debug)


def _labels(path: Path) -> list[LabelledDocument]:
    from extractor.export.labels import labels_of, load_labels
    from extractor.export.labelstudio_in import is_labelstudio, read_labelstudio
    from extractor.export.load import is_record, load_record

    if is_labelstudio(path):
        return read_labelstudio(path)
    return list(labels_of(load_record(path))) if is_record(path) else load_labels(path)


def _two(one: Path, other: Path | None) -> tuple[list[LabelledDocument], list[LabelledDocument]]:
    """The labels of two annotators.

    Raises:
        SettingsError: one file alone does not hold the labels of exactly two.
    """
    first = _labels(one)
    if other is not None:
        return first, _labels(other)
    people = sorted({str(d.annotator) for d in first})
    if len(people) != 2:
        told = ", ".join(people) or "nobody"
        raise SettingsError(f"{one}: labels of {told}; name two files, or one with labels of two people")
    return tuple([d for d in first if str(d.annotator) == who] for who in people)  # type: ignore[return-value]


def _told(found: Agreement, show: bool) -> Iterator[str]:
    yield f"{found.documents} documents labelled by both"
    yield from map(_line, found.scores)
    if show:
        yield ""
        for one in found.differences:
            yield f"{one.document}: {one.what}: {one.one or 'nothing'} | {one.other or 'nothing'}"


def _line(score: Score) -> str:
    if score.n == 0:
        return f"  {score.name:<32} nothing to compare"
    low, high = score.interval
    chance = "" if score.kappa is None else f"   kappa {score.kappa:.2f}"
    interval = "" if score.name.endswith("(F1)") else f"   {100 * low:.1f} to {100 * high:.1f}"
    return f"  {score.name:<32} {100 * score.hits / score.n:5.1f}%   n {score.n}{interval}{chance}"
