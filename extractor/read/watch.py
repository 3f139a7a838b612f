"""Which document is being read, told to whoever has to know should it never come to an end."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Begun:
    """A document whose reading begins; they are counted from 1 through all that one call reads."""

    number: int
    source: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Broken:
    """A reader failed in a way that nobody foresaw."""

    what: str


def _to_nobody(_: Begun) -> None:
    pass


@dataclass(slots=True)
class Watch:
    """Counts the documents of one call; the first few are left out where they were read before."""

    tell: Callable[[Begun], None] = _to_nobody
    left_out: int = 0
    number: int = 0


_WATCH: ContextVar[Watch] = ContextVar("watch", default=Watch())  # noqa: B039 - only ever counts up
watched_by = _WATCH.set


def begins(source: str, line: int | None = None) -> bool:
    """Say that a document is about to be read; false if it is to be left out."""
    watch = _WATCH.get()
    watch.number += 1
    if watch.number <= watch.left_out:
        return False
    watch.tell(Begun(watch.number, source, line))
    return True


def goes_on() -> bool:
    """True if the first documents are left out, so that finding none is nothing to tell."""
    return _WATCH.get().left_out > 0
