"""Where the work is done: one thread has what was dropped read and checked, one work after the other.

What strangers made is read in a process that ends at its limits (see `extractor.read`), and checked in
another that does as well (see `checker`).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date
from secrets import token_urlsafe

from extractor.errors import CrossfootError
from extractor.model import Correction, Document, Problem, Review
from extractor.report.layout import clean
from extractor.report.telling import name
from extractor.web.checker import STOPPED, Checker, NotDoneError
from extractor.web.files import file_name, on_disk
from extractor.web.store import Kept, Store, Work, now

#: Works whose claims are held in memory; the others are worked out anew when somebody opens them.
HELD = 20


@dataclass(frozen=True, slots=True)
class Limits:
    """What one drop may ask for."""

    #: Megabytes of a request.
    size: int = 25
    #: Seconds for reading one file.
    seconds: float = 60
    #: Seconds for one check of all texts together.
    check: float = 300
    #: Characters of all texts together; see docs/serve.md for the time that they take.
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
    #: True once somebody has asked for its end.
    stopped: bool = False
    future: Future[None] | None = field(default=None, repr=False)

    @property
    def is_done(self) -> bool:
        """True once nothing more will happen."""
        return self.future is not None and self.future.done()


class Bench:
    """Reads, checks, and checks again; every method may be called from any thread."""

    def __init__(self, store: Store, limits: Limits | None = None, checker: Checker | None = None) -> None:
        """A checker that is handed in is not closed with the bench."""
        self.store = store
        self.limits = limits or Limits()
        self._own = checker is None
        self._checker = checker or Checker(self.limits.check)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="bench")
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._at: Job | None = None
        self._raw: OrderedDict[str, Review] = OrderedDict()
        self._now: dict[str, Review] = {}

    def warm(self) -> None:
        """Begin to load the model before anybody waits for it."""
        self._checker.start()

    def close(self) -> None:
        """Stop what is being done."""
        if self._own:
            self._checker.stop()
        self._thread.shutdown(cancel_futures=True)
        if self._own:
            self._checker.close()

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

    def correct(self, work: str, made: Sequence[Correction], *, undo: bool = False) -> None:
        """Lay corrections over the claims of a work, or take them away, check again, and keep them.

        Raises:
            InputError: one of them cannot be understood.
            NotDoneError: the check came to no end; nothing is kept.
        """
        self._thread.submit(self._correct, work, tuple(made), undo).result()

    def _correct(self, work: str, made: Sequence[Correction], undo: bool) -> None:
        over = {(c.claim, c.slot): c for c in self.store.corrections(work)}
        for correction in made:
            over.pop((correction.claim, correction.slot), None)
            if not undo:
                over[correction.claim, correction.slot] = correction
        raw = self._raw.get(work)
        if raw is not None:
            self._now[work] = self._checked(work, raw, tuple(over.values()))
        for correction in made:
            self.store.correct(work, correction, undo=undo)

    def stop(self, work: str) -> None:
        """End what is being done for a work, or do not begin with it."""
        job = self._jobs.get(work)
        if job is None or job.future is None or job.is_done:
            return
        job.stopped = True
        if job.future.cancel():
            job.trouble = STOPPED
        elif self._at is job:
            self._checker.stop()

    def try_again_later(self, work: str) -> None:
        """Let a kept work whose check came to nothing be checked anew by whoever opens it next."""
        if self.store.work(work) is not None:
            self.forget(work)

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
        self._at = job
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
        try:
            self._check(job, work)
        except NotDoneError:  # nobody could ever open it
            self.store.remove(work.id)
            raise

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
        kept = Kept(file_name(dropped.name), "story", dropped.data)
        with on_disk(kept) as path:
            for one in read(path, options=options):
                yield replace(one, source=(one.source or "").replace(str(path), kept.name))

    def _check(self, job: Job, work: Work) -> None:
        if job.stopped:
            raise NotDoneError(STOPPED)
        words = sum(len(d.text.split()) for d in work.documents)
        job.step = f"checking {words:,} words"
        review = self._checker.check(work.documents, work.published)
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
            self._now[work] = self._checked(work, raw, self.store.corrections(work))
        self._raw.move_to_end(work)
        return self._now[work]

    def _checked(self, work: str, raw: Review, corrections: Sequence[Correction]) -> Review:
        tables = self.store.files(work, "table")
        return self._checker.correct(raw, corrections, tables) if corrections or tables else raw


def _title(documents: Sequence[Document]) -> str:
    more = len(documents) - 1
    return clean(name(documents[0]))[:200] + (f" and {more} more" if more else "")


def _files(order: Order) -> Iterator[Kept]:
    """What has to be there when the work is opened again: tables, and PDFs for their pages."""
    yield from (Kept(file_name(d.name), "table", d.data) for d in order.tables)
    pages = (d for d in order.stories if d.data[:1024].lstrip().startswith(b"%PDF"))
    yield from (Kept(file_name(d.name), "story", d.data) for d in pages)
