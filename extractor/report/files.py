"""Writing a report to a file, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from tempfile import NamedTemporaryFile

from extractor.errors import SettingsError


def check_writable(path: Path, inputs: Iterable[str]) -> None:
    """Find out before the work is done that a report could not, or should not, be written.

    Raises:
        SettingsError: the path is a folder or one of the inputs, or its folder is missing or closed to us.
    """
    folder = path.resolve().parent
    if path.is_file() and any(Path(i).is_file() and path.samefile(i) for i in inputs):
        raise SettingsError(f"--output {path}: this is a story to be read; name another file")
    if path.is_dir():
        raise SettingsError(f"--output {path}: this is a folder; name a file in it")
    if not folder.is_dir():
        raise SettingsError(f"--output {path}: no folder {folder}; create it first")
    if not os.access(folder if _replaceable(path) else path, os.W_OK):
        raise SettingsError(f"--output {path}: no permission to write there")


def write_atomically(path: Path, content: str | bytes) -> None:
    """Replace the file with bytes, or text in UTF-8, so that a reader sees the old one or the new one.

    Raises:
        SettingsError: the disk is full, or the place became unwritable.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        if _replaceable(path):
            _replace(path.resolve(), data)
        else:
            path.write_bytes(data)
    except OSError as error:
        raise SettingsError(f"--output {path}: {error.strerror}; nothing was written") from error


def _replaceable(path: Path) -> bool:
    """False for devices and pipes, which are written to in place."""
    return path.is_file() or not path.exists()


def _replace(path: Path, data: bytes) -> None:
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
    with NamedTemporaryFile("wb", dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            Path(file.name).chmod(mode)
            Path(file.name).replace(path)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
