"""Workers: processes that load the language model once and check one text after another.

Each worker has a line of its own to the parent, which therefore always knows which text a worker is at:
one that hangs is ended, one that dies is replaced, and only the text that it was at is lost.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, Protocol, TypeVar

from extractor.errors import ModelError

Task = TypeVar("Task")
Result = TypeVar("Result")
#: Seconds that a worker may take to load its model.
START = 120.0


class Make(Protocol):
    """A function of a module, so that another process can import it; it makes what does the tasks."""

    def __call__(self, *arguments: Any) -> Callable[[Any], Any]: ...


@dataclass(frozen=True, slots=True)
class Done(Generic[Task, Result]):
    """A task with its result."""

    task: Task
    result: Result


@dataclass(frozen=True, slots=True)
class Lost(Generic[Task]):
    """A task that came to nothing, and why, without a word of its text."""

    task: Task
    why: str


@dataclass(slots=True)
class Farm:
    """A number of workers that do tasks within a time each."""

    make: Make
    arguments: tuple[Any, ...]
    workers: int
    seconds: float
    _hands: list[_Hand] = field(default_factory=list)

    def each(self, tasks: Iterable[Task], *, stay: bool = False) -> Iterator[Done[Task, Any] | Lost[Task]]:
        """The results as they come, in no order; one task is taken ahead of those being done.

        Leaving the loop early, or an interrupt, ends the workers. Told to stay, they wait for more otherwise.
        """
        done = False
        try:
            yield from self._each(iter(tasks))
            done = True
        finally:
            if not (done and stay):
                self.end()

    def end(self) -> None:
        """Send the workers home."""
        for hand in self._hands:
            hand.end()
        self._hands.clear()

    @property
    def waiting(self) -> int:
        """How many workers have their model loaded and nothing to do."""
        return sum(h.ready and not h.busy for h in self._hands)

    @property
    def _busy(self) -> int:
        return sum(h.busy for h in self._hands)

    def _each(self, tasks: Iterator[Task]) -> Generator[Done[Task, Any] | Lost[Task], None, None]:
        """A worker that comes free has its next task before anybody looks at what it answered."""
        ahead = next(tasks, None)
        while ahead is not None or self._busy:
            answers: list[Done[Task, Any] | Lost[Task]] = list(self._answers()) if self._busy else []
            while ahead is not None and self._busy < self.workers:
                self._free().give(ahead)
                ahead = next(tasks, None)
            yield from answers

    def _free(self) -> _Hand:
        """A worker without a task; one is started only for a task."""
        free = next((h for h in self._hands if not h.busy), None)
        if free is None:
            free = _Hand(self.make, self.arguments)
            self._hands.append(free)
        return free

    def _answers(self) -> Iterator[Done[Task, Any] | Lost[Task]]:
        busy = {h.line: h for h in self._hands if h.busy}
        late = min((h.deadline(self.seconds) for h in busy.values()), default=0.0)
        ready = wait(list(busy), timeout=max(0.0, late - time.monotonic()))
        for line in ready:
            answer = busy[line].answer()  # type: ignore[index]
            if answer is not None:
                yield answer
        for hand in busy.values():
            if hand.busy and hand.line not in ready and time.monotonic() > hand.deadline(self.seconds):
                yield hand.lose(f"takes more than {self.seconds:g} seconds to check; allow more")
        self._hands = [h for h in self._hands if not h.gone]


class _Hand:
    """One worker, from the parent's side."""

    def __init__(self, make: Make, arguments: tuple[Any, ...]) -> None:
        context = multiprocessing.get_context("spawn")
        self.line, theirs = context.Pipe()
        self.process = context.Process(target=_work, args=(theirs, make, arguments), daemon=True)
        before = os.environ.get("OMP_NUM_THREADS")
        os.environ["OMP_NUM_THREADS"] = "1"
        self.process.start()
        _restore("OMP_NUM_THREADS", before)
        theirs.close()
        self.task: Any = None
        self.since = time.monotonic()
        self.busy = self.ready = self.gone = False

    def give(self, task: Any) -> None:
        self.task, self.busy = task, True
        self.since = time.monotonic()
        try:
            self.line.send(task)
        except OSError:
            return  # it has died; whoever asks for the answer learns why

    def deadline(self, seconds: float) -> float:
        return self.since + (seconds if self.ready else seconds + START)

    def answer(self) -> Done[Any, Any] | Lost[Any] | None:
        """What the worker says: None that it has loaded its model and begins."""
        try:
            kind, value = self.line.recv()
        except (EOFError, OSError):
            return self.lose(None)
        if kind == "ready":
            self.ready, self.since = True, time.monotonic()
            return None
        self.busy = False
        return Done(self.task, value) if kind == "done" else Lost(self.task, value)

    def lose(self, why: str | None) -> Lost[Any]:
        """Give the worker up with the task that it was at."""
        self.end()
        if not self.ready:
            raise ModelError(
                f"a worker ended before its first text ({_how(self.process.exitcode)}); try crossfoot check"
            )
        self.busy, self.gone = False, True
        return Lost(self.task, why or f"the worker broke down on it ({_how(self.process.exitcode)})")

    def end(self) -> None:
        self.line.close()
        if self.busy:
            self.process.kill()
        self.process.join(timeout=2)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()


def _restore(name: str, before: str | None) -> None:
    if before is None:
        del os.environ[name]
    else:
        os.environ[name] = before


def _how(status: int | None) -> str:
    if status is not None and status < 0:
        return signal.Signals(-status).name
    return f"status {status}"


def _work(line: Connection, make: Make, arguments: tuple[Any, ...]) -> None:
    """A worker's life: load, then answer until the parent hangs up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent tells when to stop
    do = make(*arguments)
    try:
        line.send(("ready", None))
        while True:
            task = line.recv()
            line.send(_done(do, task))
    except (EOFError, OSError):
        return  # the parent hung up


def _done(do: Callable[[Any], Any], task: Any) -> tuple[str, Any]:
    """The result, or the kind of failure: a message may quote the text, and texts stay out of logs."""
    try:
        return "done", do(task)
    except MemoryError:
        return "lost", "takes more memory than a worker has"
    except Exception as error:
        return "lost", f"the check broke down on it ({type(error).__name__}); a bug, please report it"
