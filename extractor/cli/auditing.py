"""`crossfoot audit`: a bar while it runs, one line of what came of it, and the export."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from extractor.audit.export import export_lines
from extractor.audit.run import Progress as Run
from extractor.audit.run import Way, audit
from extractor.audit.settings import Settings
from extractor.audit.store import Store
from extractor.cli.ending import OK, UNREADABLE, complain, print_out


def audited(paths: Sequence[str], store: Path, settings: Settings, way: Way, export: Path | None) -> int:
    """Bring a store up to what the paths hold; 2 where something could not be read or checked."""
    with Store.open(store, create=True) as kept:
        run = _watched(paths, kept, settings, way)
        failures = kept.rows("SELECT place, message FROM errors ORDER BY place, stage")
        if export is not None:
            export.write_text("".join(export_lines(kept)), encoding="utf-8")
        print_out(_told(kept, run))
    for place, message in failures:
        complain(f"{place}: {message}")
    return UNREADABLE if failures else OK


def _watched(paths: Sequence[str], store: Store, settings: Settings, way: Way) -> Run:
    columns = (TextColumn("audit"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("audit", total=None)
        return audit(
            paths, store, settings, way, lambda p: bar.update(task, completed=p.seen, total=p.expected)
        )


def _told(store: Store, run: Run) -> str:
    """What a run did, and what there is to check between documents."""
    query = "SELECT count(*) FROM findings WHERE verdict = 'mismatch' AND scope {} (SELECT id FROM clusters)"
    ((within,),) = store.rows(query.format("NOT IN"))
    ((between,),) = store.rows(query.format("IN"))
    return (
        f"{run.done} checked, {run.skipped} known before, {run.failed} failed\n"
        f"to check: {within} within a document, {between} between documents\n"
    )


def reported(store: Path, page: Path, tables: Path | None, title: str) -> int:
    """Write the report of a store, and its tables where asked for."""
    from extractor.audit.overview import overview
    from extractor.audit.page import render_page, write_tables
    from extractor.report.files import write_atomically

    with Store.open(store) as kept:
        seen = overview(kept)
    write_atomically(page, render_page(seen, title))
    if tables is not None:
        write_tables(seen, tables)
    print_out(f"{len(seen.disputes)} figures printed differently; {page}\n")
    return OK
