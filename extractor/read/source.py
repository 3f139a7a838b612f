"""From a path, or "-" for standard input, to documents; what cannot be read becomes a `Problem`."""

from __future__ import annotations

from collections.abc import Iterator
from glob import glob
from pathlib import Path
from typing import BinaryIO

from extractor.errors import InputError
from extractor.model import Document, Problem
from extractor.read.archives import warc
from extractor.read.articles import articles, is_lines
from extractor.read.draft import Origin
from extractor.read.files import MOST_BYTES, given, not_empty
from extractor.read.readers import documents_in

STDIN = "-"


def read(source: str | Path, *, stdin: BinaryIO | None = None) -> Iterator[Document | Problem]:
    """The documents in a file, in order; one that cannot be read never stops the rest.

    "-" reads `stdin`; a folder or a pattern such as "stories/*.html" stands for the files in it, by name.
    What kind of file it is, its bytes say first and its ending second.
    """
    origin = Origin(str(source))
    try:
        yield from _read(origin, stdin)
    except InputError as error:
        yield Problem(error.source, error.message, error.line)
    except OSError as error:
        yield Problem(origin.source, _why_not(error))


def _read(origin: Origin, stdin: BinaryIO | None) -> Iterator[Document | Problem]:
    if origin.source == STDIN:
        if stdin is None:
            raise InputError(origin.source, "there is no standard input; name a file")
        yield from documents_in(given(stdin.read(MOST_BYTES + 1), origin))
    elif Path(origin.source).is_dir():
        yield from _each(_files_below(Path(origin.source)), origin, "no file in the folder")
    elif not Path(origin.source).exists() and any(c in origin.source for c in "*?["):
        yield from _each(map(Path, _matching(origin.source)), origin, "no such file")
    else:
        yield from _file(Path(origin.source), origin)


def _file(path: Path, origin: Origin) -> Iterator[Document | Problem]:
    """One file; what holds many articles is streamed."""
    with path.open("rb") as file:
        if is_lines(origin.source):
            yield from not_empty(articles(file, origin), origin)
        elif ".warc" in path.name.lower():
            yield from not_empty(warc(file, origin, documents_in), origin)
        else:
            yield from documents_in(given(file.read(MOST_BYTES + 1), origin))


def _matching(pattern: str) -> list[str]:
    return sorted(glob(pattern, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern


def _files_below(folder: Path) -> Iterator[Path]:
    """Files of the folder and those below, by name; hidden ones and links are left out."""
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.is_file() and not hidden and not path.is_symlink():
            yield path


def _each(paths: Iterator[Path], origin: Origin, otherwise: str) -> Iterator[Document | Problem]:
    found = (one for path in paths for one in read(path))
    yield from not_empty(found, origin, f"{otherwise}; check the path")


def _why_not(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file; check the path"
    if isinstance(error, PermissionError):
        return "not allowed to read it; check its permissions"
    return f"cannot be read ({error.strerror or error}); check the path"
