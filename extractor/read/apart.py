"""Files that strangers made are read in a process of their own: it ends at its limits, and ours goes on.

One such process is kept and used again. What it answers is unpickled as documents and problems alone.
"""

from __future__ import annotations

import atexit
import json
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from typing import Any

from extractor.model import Document, Problem
from extractor.read.options import ReadOptions
from extractor.read.watch import Begun, Broken

#: How the process ends when its memory does not do.
OUT_OF_MEMORY = 3
_START = """import json, sys
sys.path[:] = json.loads(sys.argv[1])
from extractor.read.workroom import main
main()"""
_ANSWERS = {
    *(("extractor.model", name) for name in ("Document", "Block", "Span", "Table", "Problem")),
    ("extractor.read.watch", "Begun"),
    ("extractor.read.watch", "Broken"),
    ("datetime", "date"),
    ("datetime", "datetime"),
    ("datetime", "timedelta"),
    ("datetime", "timezone"),
}


@dataclass(frozen=True, slots=True)
class Job:
    """A module's function that reads, and what it is called with; `source` is told where it fails."""

    read: Callable[..., Iterator[Document | Problem]]
    source: str
    arguments: tuple[Any, ...]
    options: ReadOptions


class _GoneError(Exception):
    """The process is gone in the midst of its work."""


class _Answers(pickle.Unpickler):
    """Makes nothing but what reading gives, whatever a broken process may say."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in _ANSWERS:
            raise pickle.UnpicklingError(f"{module}.{name} is no answer")
        return super().find_class(module, name)


class _Process:
    """The other process, from this side."""

    def __init__(self, memory: int) -> None:
        path = json.dumps([os.path.abspath(entry) for entry in sys.path])  # noqa: PTH100 - "" is this folder
        self.owner, self.memory = os.getpid(), memory
        self.process = subprocess.Popen(
            [sys.executable, "-I", "-c", _START, path, str(memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def ask(self, job: Job, left_out: int) -> None:
        assert self.process.stdin is not None
        try:
            pickle.dump((job.read, job.arguments, job.options.seconds, left_out), self.process.stdin)
            self.process.stdin.flush()
        except OSError as error:
            raise _GoneError from error

    def answer(self) -> Document | Problem | Begun | Broken | None:
        """The next thing that it says; None when the work is done."""
        try:
            return _Answers(self.process.stdout).load()  # type: ignore[arg-type, no-any-return]
        except (EOFError, pickle.UnpicklingError, OSError) as error:
            raise _GoneError from error

    def end(self) -> int:
        """Stop it, whatever it does; its exit status, negative for a signal."""
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    continue  # what it did not take is lost with it
        try:
            return self.process.wait(timeout=0.2)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return self.process.wait()


#: Processes without work; one of them is kept.
_idle: list[_Process] = []


def read_apart(job: Job) -> Iterator[Document | Problem]:
    """What the job reads; a document that cannot be read within the limits is a `Problem`, the next go on.

    Where no process can be started, the job is done in this one.
    """
    if not sys.executable:
        yield from job.read(*job.arguments)
        return
    left_out: int | None = 0
    while left_out is not None:
        left_out = yield from _attempt(job, left_out)


def _attempt(job: Job, left_out: int) -> Generator[Document | Problem, None, int | None]:
    """Read until the end or until the reader fails; in that case how many documents to leave out next."""
    process = _taken(job.options.memory)
    at: Begun | None = None
    try:
        process.ask(job, left_out)
        while (found := process.answer()) is not None:
            if isinstance(found, Begun):
                at = found
            elif isinstance(found, Broken):
                why = f"the reader broke down on it ({found.what}); a bug, please report this line"
                break
            else:
                at = None
                yield found
        else:
            why = ""
        _kept(process)
    except _GoneError:
        why = _why(process.end(), job.options)
    except BaseException:  # whoever asked has gone in the midst of it
        process.end()
        raise
    if not why:
        return None
    yield Problem(at.source, why, at.line) if at else Problem(job.source, why)
    return at.number if at else None


def _taken(memory: int) -> _Process:
    while _idle:
        process = _idle.pop()
        # After a fork the other process belongs to the parent.
        if process.owner == os.getpid() and process.memory == memory and process.process.poll() is None:
            return process
        if process.owner == os.getpid():
            process.end()
    return _Process(memory)


def _kept(process: _Process) -> None:
    if _idle:
        process.end()
    else:
        _idle.append(process)


@atexit.register
def end_all() -> None:
    """Stop the process that is kept; the next reading starts one anew."""
    while _idle:
        process = _idle.pop()
        if process.owner == os.getpid():
            process.end()


def _why(status: int, options: ReadOptions) -> str:
    """What the end of the process means to the reader of a message, with the way out."""
    if status < 0 and -status == getattr(signal, "SIGALRM", None):
        return (
            f"takes more than {options.seconds:g} seconds to read; split it, or allow more with --time-limit"
        )
    if status == OUT_OF_MEMORY:
        return f"takes more than {options.memory:,} MB of memory to read; split it"
    how = signal.Signals(-status).name if status < 0 else f"status {status}"
    return f"the reader broke down on it ({how}); save it again in another form, such as plain text"
