"""Dropped files: what they are called on a page, and on a disk while they are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from extractor.report.layout import clean
from extractor.web.store import Kept

#: Characters of a file's name that are shown and kept.
LONGEST_NAME = 120


def file_name(given: str) -> str:
    """The name of a dropped file as it is shown: no folders, nothing that steers a page or a terminal."""
    plain = clean(given.replace("\\", "/").rpartition("/")[2]).strip(" .")
    if len(plain) > LONGEST_NAME:
        stem, dot, ending = plain.rpartition(".")
        plain = f"{stem[: LONGEST_NAME - 20]}…{dot}{ending[-12:]}"
    return plain or "file"


@contextmanager
def on_disk(kept: Kept) -> Iterator[Path]:
    """A file on the disk until the end of the block."""
    with TemporaryDirectory(prefix="crossfoot-") as folder:
        (path,) = written([kept], Path(folder))
        yield path


def written(files: Sequence[Kept], folder: Path) -> list[Path]:
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
