"""`crossfoot audit`: a bar while it runs, one line of what came of it, and the export."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from extractor.audit.export import export_lines
from extractor.audit.run import Progress as Run
from extractor.audit.run import Way, audit
from extractor.audit.settings import Settings
from extractor.audit.store import Store
from extractor.cli.ending import OK, UNREADABLE, complain, print_out


@dataclass(frozen=True, slots=True)
class Corpus:
    """What an audit is given: stories, the releases that they were written from, and what others audited."""

    paths: Sequence[str]
    releases: Sequence[str] = ()
    dumps: Sequence[Path] = ()


@dataclass(frozen=True, slots=True)
class Outputs:
    """Where the store goes besides its file: as sorted lines of JSON, as tables in a folder."""

    export: Path | None = None
    dump: Path | None = None


def audited(given: Corpus, store: Path, settings: Settings, way: Way, outputs: Outputs) -> int:
    """Bring a store up to what the paths hold; 2 where something could not be read or checked."""
    from extractor.audit.parquet import read_tables, write_tables

    with Store.open(store, create=True) as kept:
        taken = sum(read_tables(kept, folder, settings) for folder in given.dumps)
        run = _watched(given, kept, settings, way)
        failures = kept.rows("SELECT place, message FROM errors ORDER BY place, stage")
        if outputs.export is not None:
            outputs.export.write_text("".join(export_lines(kept)), encoding="utf-8")
        if outputs.dump is not None:
            write_tables(kept, outputs.dump)
        print_out(
            "".join([f"{taken} texts taken in\n" if given.dumps else "", _told(kept, run), *_beside(kept)])
        )
    for place, message in failures:
        complain(f"{place}: {message}")
    return UNREADABLE if failures else OK


def _watched(given: Corpus, store: Store, settings: Settings, way: Way) -> Run:
    columns = (TextColumn("audit"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    seen = Console(stderr=True)
    with Progress(*columns, console=seen, transient=True, disable=not seen.is_terminal) as bar:
        task = bar.add_task("audit", total=None)

        def show(run: Run) -> None:
            bar.update(task, completed=run.seen, total=run.expected)

        return audit(given.paths, store, settings, way, show, given.releases)


def _told(store: Store, run: Run) -> str:
    """What a run did, and what there is to check between documents."""
    query = "SELECT count(*) FROM findings WHERE verdict = 'mismatch' AND scope {} (SELECT id FROM clusters)"
    ((within,),) = store.rows(query.format("NOT IN"))
    ((between,),) = store.rows(query.format("IN"))
    return (
        f"{run.done} checked, {run.skipped} known before, {run.failed} failed\n"
        f"to check: {within} within a document, {between} between documents\n"
    )


def _beside(store: Store) -> Iterator[str]:
    """One line a release: how many texts print figures of it, and what became of those."""
    query = (
        "SELECT coalesce(d.title, d.name), t.fate, count(*), (SELECT count(DISTINCT content) FROM traces"
        " WHERE release = t.release) FROM traces t JOIN documents d ON d.content = t.release AND d.current"
        " JOIN releases r ON r.place = d.place GROUP BY t.release, d.place, t.fate ORDER BY 1, d.place, 2"
    )
    told: dict[str, list[str]] = {}
    for title, fate, number, texts in store.rows(query):
        told.setdefault(f"beside {title}: {texts} texts", []).append(f"{number} {fate}")
    yield from (f"{head}; {', '.join(fates)}\n" for head, fates in told.items())


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
    print_out(f"figures printed differently: {len(seen.disputes)}; {page}\n")
    return OK
