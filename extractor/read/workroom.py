"""The process that reads what strangers made, from its own side: jobs come in, documents go out.

The system itself ends it when a document takes too long, however deep in a library it hangs.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from functools import partial
from typing import Any, BinaryIO

from extractor.model import Document, Problem
from extractor.read.apart import OUT_OF_MEMORY
from extractor.read.watch import Begun, Broken, Watch, watched_by


def main() -> None:
    """Do jobs until there are no more; the second argument is the limit of memory in megabytes."""
    jobs, answers = sys.stdin.buffer, _answers()
    _obey_limits(int(sys.argv[2]))
    try:
        while True:
            read, arguments, seconds, left_out = pickle.load(jobs)
            _alarm_after(seconds)
            _do(read, arguments, partial(_tell, answers, seconds), left_out)
    except (EOFError, BrokenPipeError):
        os._exit(0)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)


def _answers() -> BinaryIO:
    """Where answers go; what libraries print goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    return answers


def _obey_limits(memory: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent tells when to stop
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGALRM})
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory * 1_000_000, memory * 1_000_000))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, ValueError, OSError):
        return  # a system that holds no process to its memory


def _do(read: Any, arguments: tuple[Any, ...], tell: Any, left_out: int) -> None:
    watched_by(Watch(tell, left_out))
    try:
        for found in read(*arguments):
            tell(found)
    except (MemoryError, BrokenPipeError):
        raise
    except Exception as error:
        tell(Broken(f"{type(error).__name__}: {error}"[:200].replace("\n", " ")))
    else:
        tell(None)


def _tell(answers: BinaryIO, seconds: float, what: Document | Problem | Begun | Broken | None) -> None:
    """Say something, and count the seconds of what comes next from now; waiting for the parent is free."""
    _alarm_after(0)
    pickle.dump(what, answers, protocol=pickle.HIGHEST_PROTOCOL)
    answers.flush()
    if not (what is None or isinstance(what, Broken)):
        _alarm_after(seconds)


def _alarm_after(seconds: float) -> None:
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)
