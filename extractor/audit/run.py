"""An audit: read, skip what the store has, check the rest in workers, compare siblings.

It may be stopped at any moment and started again; the store then holds what an undisturbed run would have.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from extractor import __version__
from extractor.audit.across import Between, betweens, compare_siblings
from extractor.audit.analysis import Analysis, analyse
from extractor.audit.clusters import Cluster
from extractor.audit.codec import to_json
from extractor.audit.farm import Done, Farm, Lost, Make
from extractor.audit.releases import trace_releases
from extractor.audit.settings import Settings, content_id
from extractor.audit.spread import Comparing, compare, spread
from extractor.audit.store import Failure, Printing, Store
from extractor.model import Document, Problem
from extractor.read import ReadOptions, read
from extractor.read.options import OPTIONS

if TYPE_CHECKING:
    from extractor.audit.ray_farm import RayFarm


#: Who does the work: processes of this machine, or a Ray cluster.
Engine = Literal["local", "ray"]


@dataclass(frozen=True, slots=True)
class Task:
    """A text that a worker has to check."""

    place: str
    source: str
    content: str
    document: Document


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is; documents, all of them counted since it began."""

    #: As far as known; documents in archives are counted as they come.
    expected: int
    done: int = 0
    skipped: int = 0
    failed: int = 0

    @property
    def seen(self) -> int:
        """Documents of which the run knows what became."""
        return self.done + self.skipped + self.failed


@dataclass(frozen=True, slots=True)
class Way:
    """How a run is carried out; it changes nothing in what the store holds at the end."""

    workers: int = 1
    seconds: float = 120.0
    memory: int = 4000
    reading: ReadOptions = OPTIONS
    engine: Engine = "local"
    #: What a worker is made of; tests put in workers that break.
    make: Make | None = None


def analyser(settings: Settings, memory: int) -> Callable[[Task | Comparing], Analysis | tuple[Between, ...]]:
    """What a worker does, with the model that it keeps."""
    from extractor.frame import load_model

    nlp = load_model(settings.model)
    _hold_to(memory)

    def do(task: Task | Comparing) -> Analysis | tuple[Between, ...]:
        if isinstance(task, Comparing):
            return compare(task, settings)
        return analyse(task.document, task.content, settings, nlp)

    return do


def audit(
    paths: Sequence[str],
    store: Store,
    settings: Settings | None = None,
    way: Way | None = None,
    watch: Callable[[Progress], None] = lambda _: None,
    releases: Sequence[str] = (),
) -> Progress:
    """Bring the store up to what the paths hold, and the releases that they were written from.

    Raises:
        ModelError: no worker can load the model.
    """
    settings, way = settings or Settings(), way or Way()
    given = [*releases, *paths]
    run = _Run(store, settings, way, watch, Progress(expected(given)))
    number = _begun(store, given, settings.digest, way.workers)
    try:
        run.check(paths, releases)
        compare_siblings(store, settings, run.spread)
        trace_releases(store, settings)
    finally:
        run.end()
        _ended(store, number, run.progress)
    return run.progress


class _Run:
    """The state of one run on the parent's side."""

    def __init__(
        self, store: Store, settings: Settings, way: Way, watch: Callable[[Progress], None], begun: Progress
    ) -> None:
        self.store, self.settings, self.way, self.watch = store, settings, way, watch
        self.digest = settings.digest
        self.progress = begun
        self.under_way: set[str] = set()
        self.releases: set[Path] = set()
        make = way.make or analyser
        # Ray maps more memory than it uses and keeps its own watch on it.
        arguments = (settings, way.memory if way.engine == "local" else 0)
        self.farm = _farm(way.engine)(make, arguments, way.workers, way.seconds)

    def check(self, paths: Sequence[str], releases: Sequence[str] = ()) -> None:
        self.releases = {Path(release).resolve() for release in releases}
        tasks = self._tasks(releases, paths)
        for answer in (
            self.farm.each(tasks, stay=True) if isinstance(self.farm, Farm) else self.farm.each(tasks)
        ):
            self._keep(answer)

    def spread(self, found: Sequence[Cluster]) -> Iterable[Between]:
        """What is found between the wordings of clusters, by the workers where there are several."""
        if isinstance(self.farm, Farm):
            return spread(self.farm, self.store, self.settings, found)
        return betweens(self.store, found, self.settings)

    def end(self) -> None:
        """Send the workers home."""
        if isinstance(self.farm, Farm):
            self.farm.end()

    def _tasks(self, releases: Sequence[str], paths: Sequence[str]) -> Iterator[Task]:
        """Texts that the store lacks, each once; who prints them is written down on the way."""
        yield from self._read(releases, self.store.print_release)
        yield from self._read(paths, self.store.print, self.releases)

    def _read(
        self, paths: Sequence[str], write: Callable[[Printing], object], but: Collection[Path] = ()
    ) -> Iterator[Task]:
        source = None
        for one in (found for path in paths for found in read(path, options=self.way.reading)):
            if one.source is not None and but and Path(one.source).resolve() in but:
                continue
            if one.source != source and one.source is not None:
                self.store.forgive(source := one.source)
            if isinstance(one, Problem):
                self.store.fail(_unread(one))
                self._count("failed")
                continue
            task = self._task(one, write)
            if task is None:
                self._count("skipped")
            else:
                yield task

    def _task(self, document: Document, write: Callable[[Printing], object]) -> Task | None:
        content = content_id(document, self.digest)
        printing = Printing.of(document, content)
        write(printing)
        if content in self.under_way or self.store.holds(content):
            return None
        self.under_way.add(content)
        return Task(printing.place, printing.source, content, document)

    def _keep(self, answer: Done[Task, Analysis] | Lost[Task]) -> None:
        task = answer.task
        if isinstance(answer, Done):
            self.store.add(answer.result, self.digest)
            self._count("done")
        else:
            self.store.fail(Failure(task.place, task.source, task.content, "check", answer.why))
            self._count("failed")
        self.under_way.discard(task.content)

    def _count(self, what: str) -> None:
        known = replace(self.progress, **{what: getattr(self.progress, what) + 1})
        self.progress = replace(known, expected=max(known.expected, known.seen))
        self.watch(self.progress)


def _farm(engine: Engine) -> type[Farm] | type[RayFarm]:
    if engine == "local":
        return Farm
    from extractor.audit.ray_farm import RayFarm

    return RayFarm


def expected(paths: Sequence[str]) -> int:
    """About how many documents the paths hold, without reading them: files, and lines of articles."""
    return sum(_lines(f) for path in paths for f in _files(Path(path)))


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from (f for f in path.rglob("*") if f.is_file())
    elif path.is_file():
        yield path


def _lines(path: Path) -> int:
    if path.suffix.lower() not in (".jsonl", ".ndjson"):
        return 1
    with path.open("rb") as file:
        return sum(1 for _ in file)


def _unread(problem: Problem) -> Failure:
    place = problem.source if problem.line is None else f"{problem.source}, line {problem.line}"
    return Failure(place, problem.source, None, "read", problem.message)


def _begun(store: Store, paths: Sequence[str], settings: str, workers: int) -> int:
    with store.transaction() as write:
        made = write.execute(
            "INSERT INTO runs (started, settings, version, workers, paths) VALUES (?, ?, ?, ?, ?)",
            (_now(), settings, __version__, workers, to_json(tuple(paths))),
        )
    assert made.lastrowid is not None
    return made.lastrowid


def _ended(store: Store, number: int, progress: Progress) -> None:
    with store.transaction() as write:
        write.execute(
            "UPDATE runs SET ended = ?, done = ?, failed = ?, skipped = ? WHERE id = ?",
            (_now(), progress.done, progress.failed, progress.skipped, number),
        )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _hold_to(memory: int) -> None:
    """Keep this process below so many megabytes, where the system can; 0 for no limit."""
    if not memory:
        return
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory * 1_000_000, memory * 1_000_000))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, ValueError, OSError):
        return
