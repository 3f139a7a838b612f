"""From a path, or "-" for standard input, to documents; what cannot be read becomes a `Problem`."""

from __future__ import annotations

from collections.abc import Iterator
from glob import glob
from pathlib import Path
from typing import BinaryIO

from extractor.errors import InputError
from extractor.model import Document, Problem
from extractor.read.apart import Job, read_apart
from extractor.read.archives import warc
from extractor.read.articles import articles, is_lines
from extractor.read.draft import Origin
from extractor.read.files import given, not_empty
from extractor.read.kinds import is_plain
from extractor.read.options import OPTIONS, ReadOptions
from extractor.read.readers import documents_in

STDIN = "-"
#: Bytes that tell plain text from all else.
_HEAD = 4096


def read(
    source: str | Path, *, stdin: BinaryIO | None = None, options: ReadOptions = OPTIONS
) -> Iterator[Document | Problem]:
    """The documents in a file, in order; one that cannot be read never stops the rest.

    "-" reads `stdin`; a folder or a pattern such as "stories/*.html" stands for the files in it, by name.
    What kind of file it is, its bytes say first and its ending second. All but plain text is read in a
    process of its own, which is ended where it takes more than the options allow.
    """
    origin = Origin(str(source))
    try:
        yield from _read(origin, stdin, options)
    except InputError as error:
        yield Problem(error.source, error.message, error.line)
    except OSError as error:
        yield Problem(origin.source, _why_not(error))


def _read(origin: Origin, stdin: BinaryIO | None, options: ReadOptions) -> Iterator[Document | Problem]:
    path = Path(origin.source)
    if origin.source == STDIN:
        if stdin is None:
            raise InputError(origin.source, "there is no standard input; name a file")
        yield from _stream(stdin, origin, options)
    elif path.is_dir():
        yield from _each(_files_below(path), origin, options, "no file in the folder")
    elif not path.exists() and any(c in origin.source for c in "*?["):
        yield from _each(map(Path, _matching(origin.source)), origin, options, "no such file")
    elif path.exists() and not path.is_file():  # a pipe, which can be read only once
        with path.open("rb") as file:
            yield from _stream(file, origin, options)
    else:
        yield from _file(path, origin, options)


def _file(path: Path, origin: Origin, options: ReadOptions) -> Iterator[Document | Problem]:
    with path.open("rb") as file:
        plain = is_plain(file.read(_HEAD), origin.source)
    if plain:
        yield from read_file(origin.source, options)
    else:
        yield from read_apart(Job(read_file, origin.source, (origin.source, options), options))


def _stream(file: BinaryIO, origin: Origin, options: ReadOptions) -> Iterator[Document | Problem]:
    data = file.read(options.most_bytes + 1)
    if is_plain(data[:_HEAD], origin.source):
        yield from read_bytes(data, origin, options)
    else:
        yield from read_apart(Job(read_bytes, origin.source, (data, origin, options), options))


def read_bytes(data: bytes, origin: Origin, options: ReadOptions) -> Iterator[Document | Problem]:
    """The documents in the bytes of a file, read in this process."""
    try:
        yield from documents_in(given(data, origin, options=options))
    except InputError as error:
        yield Problem(error.source, error.message, error.line)


def read_file(source: str, options: ReadOptions = OPTIONS) -> Iterator[Document | Problem]:
    """The documents in one file, read in this process; what holds many articles is streamed."""
    origin = Origin(source)
    try:
        with Path(source).open("rb") as file:
            if is_lines(source):
                yield from not_empty(articles(file, origin), origin)
            elif ".warc" in Path(source).name.lower():
                yield from not_empty(warc(file, origin, documents_in, options), origin)
            else:
                yield from read_bytes(file.read(options.most_bytes + 1), origin, options)
    except InputError as error:
        yield Problem(error.source, error.message, error.line)
    except OSError as error:
        yield Problem(source, _why_not(error))


def _matching(pattern: str) -> list[str]:
    return sorted(glob(pattern, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern


def _files_below(folder: Path) -> Iterator[Path]:
    """Files of the folder and those below, by name; hidden ones and links are left out."""
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.is_file() and not hidden and not path.is_symlink():
            yield path


def _each(
    paths: Iterator[Path], origin: Origin, options: ReadOptions, otherwise: str
) -> Iterator[Document | Problem]:
    found = (one for path in paths for one in read(path, options=options))
    yield from not_empty(found, origin, f"{otherwise}; check the path")


def _why_not(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file; check the path"
    if isinstance(error, PermissionError):
        return "not allowed to read it; check its permissions"
    return f"cannot be read ({error.strerror or error}); check the path"
