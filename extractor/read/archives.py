"""Zips, gzipped files and web archives: their documents one after the other, never all in memory."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import BinaryIO
from zipfile import ZipFile, ZipInfo

from extractor.errors import InputError
from extractor.model import Document, Problem
from extractor.read.draft import Origin
from extractor.read.files import Given, given
from extractor.read.options import OPTIONS, ReadOptions
from extractor.read.packed import opened, unpacked

Documents = Iterator[Document | Problem]
#: Reads what is in an archive; handed in, so that archives may lie in archives.
Reader = Callable[[Given], Documents]
_WEB_TEXT = ("text/html", "text/plain", "application/xhtml", "application/pdf")


def zipped(archive: Given, reader: Reader) -> Documents:
    """The documents of every file in a zip, in its order; each bears the archive's name and its own."""
    source = archive.origin.source
    packed = opened(archive.data, source)
    if archive.options.password is not None:
        packed.setpassword(archive.options.password.encode())
    members = [m for m in packed.infolist() if m.filename and not m.is_dir() and not _is_hidden(m.filename)]
    for member in members:
        origin = Origin(f"{source}/{member.filename}")
        yield from guarded(lambda m=member, o=origin: reader(_member(archive, packed, m, o)))  # type: ignore[misc]
    if not members:
        yield Problem(source, "no file in the archive; give one that holds some")


def gzipped(archive: Given, reader: Reader) -> Documents:
    """The documents of the file in a gzip."""
    origin = Origin(archive.origin.source.removesuffix(".gz"))
    try:
        with gzip.open(io.BytesIO(archive.data)) as packed:
            data = packed.read(archive.options.most_bytes + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(archive.origin.source, "a damaged gzip file; pack it again") from error
    yield from reader(_inside(archive, data, origin))


def _member(archive: Given, packed: ZipFile, member: ZipInfo, origin: Origin) -> Given:
    return _inside(archive, unpacked(packed, member, origin.source), origin)


def _inside(archive: Given, data: bytes, origin: Origin) -> Given:
    return given(data, origin, archive.depth + 1, archive.options)


def warc(file: BinaryIO, origin: Origin, reader: Reader, options: ReadOptions = OPTIONS) -> Documents:
    """The pages, texts and PDFs of a web archive; the day of capture is not taken for publication."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    number = 0
    try:
        for record in ArchiveIterator(file, record_types=WarcRecordType.response | WarcRecordType.resource):
            kind = (record.http_content_type or record.headers.get("Content-Type") or "").lower()
            if not kind.startswith(_WEB_TEXT):
                continue
            number += 1
            url = record.headers.get("WARC-Target-URI")
            data = record.reader.read(options.most_bytes + 1)
            own = Origin(origin.source, f"{origin.name.removesuffix('.warc')}-{number}", url=url)
            yield from guarded(lambda d=data, o=own: reader(given(d, o, options=options)))  # type: ignore[misc]
    except (OSError, ValueError, EOFError, RuntimeError) as error:
        raise InputError(origin.source, f"a damaged web archive after {number} pages ({error})") from error


def guarded(make: Callable[[], Documents]) -> Documents:
    """What one member holds, or the problem that it is."""
    try:
        yield from make()
    except InputError as error:
        yield Problem(error.source, error.message, error.line)


def _is_hidden(name: str) -> bool:
    parts = [part for part in PurePosixPath(name).parts if part not in (".", "..")]
    return any(part.startswith((".", "__MACOSX")) for part in parts)
