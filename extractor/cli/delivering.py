"""Where a report goes: to standard output or whole into a file, with a line for each input that failed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.cli.ending import OK, UNREADABLE, complain, print_out

if TYPE_CHECKING:
    from extractor.model import Review


def deliver(review: Review, text: str | bytes, output: Path | None) -> int:
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


def with_output(output: Path | None, stories: list[str], work: Callable[[], int]) -> int:
    """Refuse a place that cannot be written to before the work is done."""
    if output is not None:
        from extractor.report.files import check_writable

        check_writable(output, stories)
    return work()
