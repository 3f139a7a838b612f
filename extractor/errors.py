"""Everything that Crossfoot raises on purpose.

    CrossfootError
    ├── InputError             a document, table or line that cannot be read
    │   ├── NotSupportedError  it can be read, but not understood here (language, kind of file)
    │   └── EmptyError         nothing to read in it
    ├── SettingsError          an option or a policy file that makes no sense
    └── ModelError             the language model is missing or damaged

Every message names the thing, the value and the way out.
"""

from __future__ import annotations


class CrossfootError(Exception):
    """Base of all errors raised on purpose."""


class InputError(CrossfootError):
    """A document, table or line that cannot be read."""

    def __init__(self, source: str, message: str, line: int | None = None) -> None:
        where = source if line is None else f"{source}, line {line}"
        super().__init__(f"{where}: {message}")
        self.source = source
        self.message = message
        self.line = line


class NotSupportedError(InputError):
    """Readable, but not understood here: another language, another kind of file."""


class EmptyError(InputError):
    """Nothing to read: no bytes, no text, a scan without a text layer."""


class SettingsError(CrossfootError):
    """An option or a policy file that makes no sense."""


class ModelError(CrossfootError):
    """The language model is missing or damaged."""
