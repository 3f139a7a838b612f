"""From a path, or "-" for standard input, to documents; what cannot be read becomes a `Problem`."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from extractor.errors import EmptyError, InputError
from extractor.model import Document, Problem
from extractor.read.articles import articles, is_lines, whole_json
from extractor.read.decode import decode
from extractor.read.draft import Origin
from extractor.read.kinds import Kind, kind_of
from extractor.read.text import plain_text

STDIN = "-"
#: A file that is not read line by line is no longer than this.
MOST_BYTES = 100_000_000
#: Plain text and pages are no longer than this.
MOST_TEXT = 40_000_000
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Given:
    """The bytes of one file with what is known of them."""

    data: bytes
    origin: Origin


def read(source: str | Path, *, stdin: BinaryIO | None = None) -> Iterator[Document | Problem]:
    """The documents in a file, in order; one that cannot be read never stops the rest.

    "-" reads `stdin`. What kind of file it is, its bytes say first and its ending second.
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
        yield from _documents(_from_stdin(stdin, origin))
        return
    path = Path(origin.source)
    if path.is_dir():
        raise InputError(origin.source, "a folder; give the files in it")
    if is_lines(origin.source):
        with path.open("rb") as lines:
            yield from _not_empty(articles(lines, origin), origin)
        return
    yield from _documents(_from_file(path, origin))


def _from_stdin(stdin: BinaryIO | None, origin: Origin) -> Given:
    if stdin is None:
        raise InputError(origin.source, "there is no standard input; name a file")
    return _given(stdin.read(MOST_BYTES + 1), origin)


def _from_file(path: Path, origin: Origin) -> Given:
    with path.open("rb") as file:
        return _given(file.read(MOST_BYTES + 1), origin)


def _given(data: bytes, origin: Origin) -> Given:
    if not data.strip():
        raise EmptyError(origin.source, "empty; give a file with text")
    if len(data) > MOST_BYTES:
        raise InputError(origin.source, f"more than {MOST_BYTES // 1_000_000} MB; split it")
    return Given(data, replace(origin, sha256=hashlib.sha256(data).hexdigest()))


def _documents(given: Given) -> Iterator[Document | Problem]:
    kind = kind_of(given.data, given.origin.source)
    if kind in ("jsonl", "json"):
        read_json = (
            articles(given.data.splitlines(), given.origin) if kind == "jsonl" else whole_json(*_pair(given))
        )
        yield from _not_empty(read_json, given.origin)
        return
    yield _READERS[kind](given)


def _pair(given: Given) -> tuple[bytes, Origin]:
    return given.data, given.origin


def _not_empty(found: Iterator[Document | Problem], origin: Origin) -> Iterator[Document | Problem]:
    """What was found, or the word that there was nothing."""
    nothing = True
    for one in found:
        nothing = False
        yield one
    if nothing:
        raise EmptyError(origin.source, "no article in it; each line must be an object with a text")


def _plain(given: Given) -> Document:
    decoded = decode(_short_enough(given), given.origin.source)
    return plain_text(decoded.text, given.origin, decoded.notes)


def _page(given: Given) -> Document:
    from extractor.read.page import web_page

    declared = _CHARSET.search(given.data[:4096])
    decoded = decode(_short_enough(given), given.origin.source, declared and declared[1].decode("ascii"))
    return web_page(decoded.text, given.origin, decoded.notes)


def _short_enough(given: Given) -> bytes:
    if len(given.data) > MOST_TEXT:
        size, most = len(given.data) // 1_000_000, MOST_TEXT // 1_000_000
        raise InputError(given.origin.source, f"{size} MB of text, more than {most} MB; split it")
    return given.data


def _pdf(given: Given) -> Document:
    from extractor.read.pdf import pdf

    return pdf(given.data, given.origin)


def _why_not(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file; check the path"
    if isinstance(error, PermissionError):
        return "not allowed to read it; check its permissions"
    return f"cannot be read ({error.strerror or error}); check the path"


_READERS: dict[Kind, Callable[[Given], Document]] = {
    "text": _plain,
    "markdown": _plain,
    "html": _page,
    "pdf": _pdf,
}
