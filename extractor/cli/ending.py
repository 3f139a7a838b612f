"""How a command ends: its status, what standard error says, and what becomes of a crash."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from extractor.errors import CrossfootError, SettingsError

OK, QUESTIONED, UNREADABLE, CRASHED, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 70, 130, 141


def print_out(text: str) -> None:
    """Standard output, with a stand-in for each character that its encoding lacks."""
    encoding = sys.stdout.encoding or "utf-8"
    try:
        sys.stdout.write(text.encode(encoding, "replace").decode(encoding))
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _discard_output()
        raise SettingsError(f"standard output: {error.strerror}; the report is incomplete") from error


def complain(message: str) -> None:
    """One line on standard error, whatever the message holds."""
    line = " ".join(message.split())
    safe = "".join(c if c.isprintable() else "�" for c in line)
    print(f"crossfoot: {safe}", file=sys.stderr)


def guarded(work: Callable[[], int], debug: bool) -> int:
    """Run a command; every way to fail gets its own status, and a crash is never 1."""
    if not debug:
        _hush()
    try:
        return work()
    except CrossfootError as error:
        complain(str(error))
        return UNREADABLE
    except BrokenPipeError:
        return leave_pipe()
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        return crashed(error, debug)


def crashed(error: Exception, debug: bool) -> int:
    """Say on standard error that this is a bug, with the traceback if asked; the exit status of a crash."""
    if debug:
        import traceback

        traceback.print_exception(error)
    what = f"{type(error).__name__}: {error}"[:200]
    complain(
        f"internal error, {what}. This is a bug in Crossfoot: please report this line, the command and, "
        f"if you may, the story{'' if debug else ' (--debug shows the traceback)'}."
    )
    return CRASHED


def _hush() -> None:
    """Keep what libraries log or warn of off standard error; what matters is a Problem."""
    import logging
    import warnings

    logging.disable(logging.CRITICAL)
    if not sys.warnoptions:
        warnings.simplefilter("ignore")


def leave_pipe() -> int:
    """The reader of the output went away: no reason to say anything."""
    _discard_output()
    return PIPE_CLOSED


def _discard_output() -> None:
    """Keep Python from failing once more on what is left in the buffer at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
