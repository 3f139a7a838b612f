"""Where the work is done: one thread with a warm model reads what was dropped and checks it.

What strangers made is read in a process that ends at its limits (see `extractor.read`); what comes out of it
is checked here, and its length is limited, because a check takes time in proportion to it.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path
from secrets import token_urlsafe
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from extractor.errors import CrossfootError
from extractor.model import Correction, Document, Problem, Review
from extractor.report.layout import clean
from extractor.report.telling import name
from extractor.web.mending import mended
from extractor.web.store import Kept, Store, Work, now

if TYPE_CHECKING:
    from spacy.language import Language

#: Works whose claims are held in memory; the others are worked out anew when somebody opens them.
HELD = 20
#: Characters of a file's name that are shown and kept.
LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Limits:
    """What one drop may ask for."""

    #: Megabytes of a request.
    size: int = 25
    #: Seconds for reading one file.
    seconds: float = 60
    #: Characters of all texts together; a check takes about a second for every twenty thousand.
    characters: int = 400_000
    documents: int = 50
    files: int = 40

    @property
    def most_bytes(self) -> int:
        """The size limit in bytes."""
        return self.size * 1_000_000


@dataclass(frozen=True, slots=True)
class Dropped:
    """A file as the browser sent it."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Order:
    """What somebody wants checked together."""

    text: str = ""
    title: str = ""
    published: date | None = None
    stories: tuple[Dropped, ...] = ()
    tables: tuple[Dropped, ...] = ()


@dataclass(slots=True)
class Job:
    """Work in progress, as its page tells it."""

    work: str
    step: str = "waiting for its turn"
    #: Why it came to nothing.
    trouble: str | None = None
    future: Future[None] | None = field(default=None, repr=False)

    @property
    def is_done(self) -> bool:
        """True once nothing more will happen."""
        return self.future is not None and self.future.done()


class Bench:
    """Reads, checks, and checks again; every method may be called from any thread."""

    def __init__(
        self, store: Store, limits: Limits | None = None, load: Callable[[], Language] | None = None
    ) -> None:
        self.store = store
        self.limits = limits or Limits()
        self._load = load or _model
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="bench")
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._raw: OrderedDict[str, Review] = OrderedDict()
        self._now: dict[str, Review] = {}

    def warm(self) -> Future[object]:
        """Load the model before anybody waits for it."""
        return self._thread.submit(self._load)

    def close(self) -> None:
        """Finish what is being done, and nothing more."""
        self._thread.shutdown(cancel_futures=True)

    def take(self, order: Order) -> Job:
        """Begin with an order."""
        job = Job(token_urlsafe(9))
        return self._begin(job, lambda: self._carry_out(job, order))

    def job(self, work: str) -> Job | None:
        """The work in progress, or just done, under that name; begun anew for a work of an earlier run."""
        known = self._jobs.get(work)
        if known is not None and (not known.is_done or known.trouble or work in self._raw):
            return known
        kept = self.store.work(work)
        if kept is None:
            return None
        job = Job(work)
        return self._begin(job, lambda: self._check(job, kept))

    def review(self, work: str) -> Review | None:
        """The review of a work with all corrections over it; None until its job is done."""
        if work not in self._raw:
            return None
        return self._thread.submit(self._current, work).result()

    def try_out(self, work: str, corrections: Sequence[Correction]) -> None:
        """See that corrections can be laid over the claims of a work before they are kept.

        Raises:
            InputError: one of them cannot be understood.
        """
        raw = self._raw.get(work)
        if raw is not None:
            self._thread.submit(lambda: mended(raw, corrections, self._load())).result()

    def changed(self, work: str) -> None:
        """Forget what was checked, because a correction was made."""
        self._now.pop(work, None)

    def forget(self, work: str) -> None:
        """Drop everything that is held of a work."""
        for held in (self._jobs, self._raw, self._now):
            held.pop(work, None)

    def _begin(self, job: Job, work: Callable[[], None]) -> Job:
        while len(self._jobs) > 10 * HELD:
            self._jobs.popitem(last=False)
        self._jobs[job.work] = job
        job.future = self._thread.submit(self._guarded, job, work)
        return job

    def _guarded(self, job: Job, work: Callable[[], None]) -> None:
        try:
            work()
        except CrossfootError as error:
            job.trouble = str(error)
        except Exception as error:
            job.trouble = f"internal error, {type(error).__name__}: this is a bug in Crossfoot"
            raise

    def _carry_out(self, job: Job, order: Order) -> None:
        from extractor.pipeline import distinct

        found = tuple(self._read(job, order))
        documents = tuple(distinct(d for d in found if isinstance(d, Document)))[: self.limits.documents]
        errors = tuple(e for e in found if isinstance(e, Problem))
        if not documents:
            told = "; ".join(f"{e.source}: {e.message}" for e in errors)
            job.trouble = told or "nothing was given to check"
            return
        length = sum(len(d.text) for d in documents)
        if length > self.limits.characters:
            job.trouble = (
                f"{length:,} characters are more than the {self.limits.characters:,} that are checked at"
                " once; give fewer files, or use crossfoot check"
            )
            return
        work = Work(job.work, _title(documents), now(), documents, errors, order.published)
        self.store.add(work, _files(order))
        self._check(job, work)

    def _read(self, job: Job, order: Order) -> Iterator[Document | Problem]:
        from extractor.read import document_from_text

        if order.text.strip():
            job.step = "reading the text"
            try:
                yield document_from_text(
                    order.text, id="pasted", title=order.title or None, published=order.published
                )
            except CrossfootError as error:
                yield Problem("the pasted text", str(error).partition(": ")[2] or str(error))
        for number, dropped in enumerate(order.stories, start=1):
            job.step = f"reading file {number} of {len(order.stories)}"
            yield from self._file(dropped)

    def _file(self, dropped: Dropped) -> Iterator[Document | Problem]:
        """The documents in a dropped file, under the name that it had."""
        from extractor.read import ReadOptions, read

        options = ReadOptions(seconds=self.limits.seconds, size=self.limits.size)
        with _on_disk(dropped) as path:
            for one in read(path, options=options):
                source = (one.source or "").replace(str(path), file_name(dropped.name))
                yield replace(one, source=source)

    def _check(self, job: Job, work: Work) -> None:
        from extractor.pipeline import review_documents

        words = sum(len(d.text.split()) for d in work.documents)
        job.step = f"checking {words:,} words"
        review = review_documents(work.documents, published=work.published, nlp=self._load())
        self._raw[work.id] = replace(review, errors=work.errors)
        self._now.pop(work.id, None)
        while len(self._raw) > HELD:
            gone, _ = self._raw.popitem(last=False)
            self._now.pop(gone, None)
        self._current(work.id)

    def _current(self, work: str) -> Review | None:
        raw = self._raw.get(work)
        if raw is None:
            return None
        if work not in self._now:
            self._now[work] = self._checked(work, raw)
        self._raw.move_to_end(work)
        return self._now[work]

    def _checked(self, work: str, raw: Review) -> Review:
        from extractor.pipeline import check_again

        corrections = self.store.corrections(work)
        tables = self.store.files(work, "table")
        if not corrections and not tables:
            return raw
        claims = mended(raw, corrections, self._load())
        with TemporaryDirectory(prefix="crossfoot-") as folder:
            paths = _written(tables, Path(folder))
            again = check_again(raw, claims, references=paths)
        errors = [replace(e, source=e.source.rpartition("/")[2]) for e in again.errors]
        return replace(again, errors=tuple(dict.fromkeys(errors)))


@cache
def _model() -> Language:
    from extractor.frame import load_model

    return load_model()


def file_name(given: str) -> str:
    """The name of a dropped file as it is shown: no folders, nothing that steers a page or a terminal."""
    plain = clean(given.replace("\\", "/").rpartition("/")[2]).strip(" .")
    if len(plain) > LONGEST_NAME:
        stem, dot, ending = plain.rpartition(".")
        plain = f"{stem[: LONGEST_NAME - 20]}…{dot}{ending[-12:]}"
    return plain or "file"


def _title(documents: Sequence[Document]) -> str:
    more = len(documents) - 1
    return clean(name(documents[0]))[:200] + (f" and {more} more" if more else "")


def _files(order: Order) -> Iterator[Kept]:
    """What has to be there when the work is opened again: tables, and PDFs for their pages."""
    yield from (Kept(file_name(d.name), "table", d.data) for d in order.tables)
    pages = (d for d in order.stories if d.data[:1024].lstrip().startswith(b"%PDF"))
    yield from (Kept(file_name(d.name), "story", d.data) for d in pages)


@contextmanager
def _on_disk(dropped: Dropped) -> Iterator[Path]:
    with TemporaryDirectory(prefix="crossfoot-") as folder:
        (path,) = _written([Kept(file_name(dropped.name), "story", dropped.data)], Path(folder))
        yield path


def _written(files: Sequence[Kept], folder: Path) -> list[Path]:
    """The files in a folder, each in one of its own, so that two may have one name."""
    paths = []
    for number, kept in enumerate(files):
        own = folder / str(number)
        own.mkdir()
        # Characters that mean something to a file system or a pattern of names become a sign that does not.
        safe = "".join(c if c.isalnum() or c in " ._-()" else "_" for c in kept.name)
        path = own / (safe.encode()[-200:].decode(errors="ignore").strip() or "file")
        path.write_bytes(kept.data)
        paths.append(path)
    return paths
