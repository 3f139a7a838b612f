"""Files that break readers: each has to be told with its reason, and nothing else may suffer."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random

#: A file's ending and what makes its bytes.
Maker = tuple[str, Callable[[Random], bytes]]


def _noise(random: Random) -> bytes:
    return b"\x00" + random.randbytes(2000)


def _empty(_: Random) -> bytes:
    return b""


def _cut_pdf(random: Random) -> bytes:
    return b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\n" + random.randbytes(
        random.randint(10, 400)
    )


def _cut_zip(random: Random) -> bytes:
    return _zip({"word/document.xml": b"<w:document/>" * 50})[: random.randint(30, 90)]


def _no_document(_: Random) -> bytes:
    return _zip({"nothing.bin": bytes(50)})


def _bomb(_: Random) -> bytes:
    """A small file that unpacks to more than any limit allows."""
    return gzip.compress(bytes(300_000_000), compresslevel=9, mtime=0)


def _cut_gzip(random: Random) -> bytes:
    return gzip.compress(random.randbytes(3000), mtime=0)[:700]


def _foreign(_: Random) -> bytes:
    return ("Le conseil municipal a réparé 412 nids-de-poule cette année, selon un rapport. " * 12).encode()


def _deep(_: Random) -> bytes:
    """Nothing but open tags."""
    return b"<html><body>" + b"<div><table><tr><td>" * 20_000


def _zip(files: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return held.getvalue()


MAKERS: tuple[Maker, ...] = (
    (".txt", _noise),
    (".pdf", _noise),
    (".txt", _empty),
    (".pdf", _cut_pdf),
    (".docx", _cut_zip),
    (".docx", _no_document),
    (".txt.gz", _bomb),
    (".txt.gz", _cut_gzip),
    (".txt", _foreign),
    (".html", _deep),
)


def write_hostile(folder: Path, number: int, random: Random) -> None:
    """So many files that cannot be read, of every sort in turn."""
    if number:
        folder.mkdir(parents=True, exist_ok=True)
    for n in range(number):
        ending, make = MAKERS[n % len(MAKERS)]
        (folder / f"h{n:04}{ending}").write_bytes(make(random))
