"""Checks run in a process of their own: it ends at its limit of time, and the server goes on.

The process has the language model; this side needs none. One check runs at a time. What comes back is
unpickled as reviews alone, whatever a process may say that a file has broken.
"""

from __future__ import annotations

import io
import multiprocessing
import pickle
import signal
import time
from collections.abc import Callable, Sequence
from datetime import date
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any

from extractor.errors import CrossfootError, InputError, ModelError
from extractor.model import Correction, Document, Review
from extractor.web.store import Kept

if TYPE_CHECKING:
    from spacy.language import Language

#: Seconds that a process has to load the model; a cold disk takes some of them.
START = 120.0
READY = b"ready"
#: Why nothing came of it where somebody asked for its end.
STOPPED = "It was stopped before it was done."
_ANSWERS = {
    "extractor.model",
    "extractor.amount",
    "extractor.errors",
    "extractor.web.checker",
    "datetime",
    "decimal",
    "fractions",
}
_TIMES = {"date", "datetime", "timedelta", "timezone"}


class NotDoneError(CrossfootError):
    """A check that came to no end: it took too long, somebody stopped it, or it broke down."""


class Broken:
    """A fault of ours within a check, by its kind: a message may quote the text."""

    def __init__(self, kind: str) -> None:
        self.kind = kind


class Checker:
    """The process that checks, from this side.

    Checks come from one thread, `stop` from any.
    """

    def __init__(self, seconds: float = 300) -> None:
        """`seconds` are what one check may take, loading the model not counted."""
        self.seconds = seconds
        self._hand: _Hand | None = None
        self._busy = self._stopped = False

    def start(self) -> None:
        """Begin to load the model, without waiting for it."""
        if self._hand is None:
            self._hand = _Hand()

    def stop(self) -> None:
        """End the check that runs now, if one does."""
        hand = self._hand
        if self._busy and hand is not None:
            self._stopped = True
            hand.process.kill()

    def close(self) -> None:
        """End the process."""
        if self._hand is not None:
            self._hand.end()
            self._hand = None

    def check(self, documents: Sequence[Document], published: date | None) -> Review:
        """What `review_documents` makes of some documents.

        Raises:
            NotDoneError: it took too long, was stopped or broke down.
        """
        return self._asked(_check, tuple(documents), published)

    def correct(self, raw: Review, corrections: Sequence[Correction], tables: Sequence[Kept]) -> Review:
        """The review with corrections over its claims, checked again and against tables.

        Raises:
            InputError: a correction cannot be understood.
            NotDoneError: it took too long, was stopped or broke down.
        """
        return self._asked(_correct, raw, tuple(corrections), tuple(tables))

    def _asked(self, what: Callable[..., Review], *arguments: object) -> Review:
        self.start()
        assert self._hand is not None
        self._busy, self._stopped = True, False
        try:
            answer = self._hand.asked((what, arguments), self.seconds)
        except (EOFError, OSError, TimeoutError, pickle.UnpicklingError) as error:
            raise NotDoneError(self._why(error)) from error
        except ModelError:
            self.close()
            raise
        finally:
            self._busy = False
        if isinstance(answer, Broken):
            raise NotDoneError(f"internal error, {answer.kind}: this is a bug in Crossfoot")
        if isinstance(answer, tuple):
            raise InputError(*answer)
        return answer

    def _why(self, error: Exception) -> str:
        """Why there is no answer; the next check gets a process of its own."""
        self.close()
        self.start()
        if self._stopped:
            return STOPPED
        if isinstance(error, TimeoutError):
            return (
                f"The check takes more than {self.seconds:g} seconds and was ended; give less at once, or"
                " allow more with crossfoot serve --check-limit."
            )
        return "The check broke down, perhaps for want of memory; give less at once."


class _Hand:
    """One process and the line to it."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._line, theirs = context.Pipe()
        self.process = context.Process(target=_work, args=(theirs,), daemon=True)
        self.process.start()
        theirs.close()
        self._until = time.monotonic() + START
        self._ready = False

    def asked(self, task: object, seconds: float) -> Review | tuple[str, str] | Broken:
        """The answer to a task.

        Raises:
            ModelError: there is no model.
            TimeoutError: it takes longer.
            EOFError, OSError, UnpicklingError: the process is gone, or talks nonsense.
        """
        if not self._ready:
            told = self._heard(self._until - time.monotonic())
            if told != READY:
                raise ModelError(told.decode(errors="replace"))
            self._ready = True
        self._line.send(task)
        return _Answers(io.BytesIO(self._heard(seconds))).load()  # type: ignore[no-any-return]

    def _heard(self, seconds: float) -> bytes:
        if not self._line.poll(max(0.0, seconds)):
            raise TimeoutError
        return self._line.recv_bytes()

    def end(self) -> None:
        """Stop it, whatever it does."""
        self._line.close()
        self.process.kill()
        self.process.join()


class _Answers(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if module not in _ANSWERS or not name.isidentifier() or not (name[0].isupper() or name in _TIMES):
            raise pickle.UnpicklingError(f"{module}.{name} is no answer")
        return super().find_class(module, name)


def _work(line: Connection) -> None:
    """The life of the process: load the model, then answer until the server hangs up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server tells when to stop
    from extractor.frame import load_model

    try:
        nlp = load_model()
    except CrossfootError as error:
        line.send_bytes(str(error).encode())
        return
    try:
        line.send_bytes(READY)
        while True:
            what, arguments = line.recv()
            line.send_bytes(pickle.dumps(_done(what, nlp, arguments)))
    except (EOFError, OSError):
        return  # the server hung up


def _done(what: Callable[..., Review], nlp: Language, arguments: tuple[Any, ...]) -> object:
    try:
        return what(nlp, *arguments)
    except InputError as error:
        return error.source, error.message
    except Exception as error:
        return Broken(type(error).__name__)


def _check(nlp: Language, documents: Sequence[Document], published: date | None) -> Review:
    from extractor.pipeline import review_documents

    return review_documents(documents, published=published, nlp=nlp)


def _correct(nlp: Language, raw: Review, corrections: Sequence[Correction], tables: Sequence[Kept]) -> Review:
    from extractor.web.again import checked_again

    return checked_again(raw, corrections, tables, nlp)
