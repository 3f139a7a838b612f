"""What reading one document may take, and what opens a locked one."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.errors import SettingsError


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Limits of reading; a document that needs more becomes a `Problem`, the rest is still read.

    Raises:
        SettingsError: a limit is not above nought.
    """

    #: Seconds by the clock for one document: a PDF of 3,000 full pages takes about fifty on a quiet machine.
    seconds: float = 120
    #: Megabytes of one file; what holds an article on each line is read line by line and has no limit.
    size: int = 100
    #: Megabytes of memory for reading alone, where the system can hold a process to it.
    memory: int = 2_000
    #: Opens PDFs and zips that are locked with it.
    password: str | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        for name in ("seconds", "size", "memory"):
            if not getattr(self, name) > 0:
                raise SettingsError(
                    f"the limit of {name} in reading must be above nought, not {getattr(self, name):g}"
                )

    @property
    def most_bytes(self) -> int:
        """The size limit in bytes."""
        return self.size * 1_000_000


OPTIONS = ReadOptions()
