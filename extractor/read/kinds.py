"""What kind of file some bytes are: by their content first, by the ending of the name second."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal

from extractor.errors import NotSupportedError
from extractor.read.packed import opened

Kind = Literal[
    "text", "markdown", "html", "pdf", "jsonl", "json", "csv", "word", "excel", "opendocument",
    "mail", "transcript", "feed", "zip", "gzip", "warc",
]  # fmt: skip

_ENDINGS: dict[str, Kind] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".tsv": "csv",
    ".eml": "mail",
    ".mht": "mail",
    ".mhtml": "mail",
    ".srt": "transcript",
    ".vtt": "transcript",
}
#: A member that tells what an office document is.
_OFFICE: dict[str, Kind] = {
    "word/document.xml": "word",
    "xl/workbook.xml": "excel",
    "content.xml": "opendocument",
}
#: A member of a file that is an archive of something else.
_NO_TEXT = {
    "ppt/presentation.xml": "a presentation; save it as PDF",
    "xl/workbook.bin": "a binary Excel file; save it as .xlsx",
}
#: Opening bytes → what it is, and what to do about it.
_UNREADABLE: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "a picture; give the text that it shows"),
    (b"\xff\xd8\xff", "a picture; give the text that it shows"),
    (b"GIF8", "a picture; give the text that it shows"),
    (b"\xd0\xcf\x11\xe0", "an old or a locked Microsoft Office file; save it as .docx, .xlsx or .txt"),
    (b"{\\rtf", "an RTF file; save it as .docx or .txt"),
    (b"\x7fELF", "a program, no text"),
    (b"MZ\x90", "a program, no text"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it first"),
    (b"Rar!", "a RAR archive; unpack it first"),
    (b"SQLite format 3", "a database; export its articles as JSONL"),
    (b"PAR1", "a Parquet file; export its articles as JSONL"),
)
_PDF_WITHIN = 1024
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|main)\b", re.IGNORECASE)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)\b")
_JSON_OBJECT = re.compile(rb'\{\s*"[^"\n]*"\s*:')
_MAIL = re.compile(
    rb"(?:From|Return-Path|Received|MIME-Version|Date|Subject|Message-ID): [^\n]*\n[\w-]+: |From ?: <Saved by"
)
_CUE = re.compile(rb"(?:WEBVTT|\d+\s*\n\d\d:\d\d:\d\d[,.]\d\d\d --> )")
_HEAD = 4096


def kind_of(data: bytes, name: str) -> Kind:
    """The kind of a file from its bytes and its name ("-" for none).

    Raises:
        NotSupportedError: it is of a kind that holds no text to read.
        InputError: it is a damaged archive.
    """
    for opening, told in _UNREADABLE:
        if data.startswith(opening):
            raise NotSupportedError(name, told)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed_kind(data, name)
    if data.startswith(b"\x1f\x8b"):
        return "warc" if ".warc" in name.lower() else "gzip"
    # Archives may hold a PDF that is not packed; only after them may one begin a little way in.
    if b"%PDF-" in data[:_PDF_WITHIN] and not data.startswith(b"WARC/"):
        return "pdf"
    return _text_kind(data[:_HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n"), name)


def is_plain(head: bytes, name: str) -> bool:
    """True if the first bytes of a file are of a text that nothing but its decoding can hang on.

    Raises:
        NotSupportedError: it is of a kind that holds no text to read.
    """
    return not head.startswith((b"PK", b"\x1f\x8b")) and kind_of(head, name) in ("text", "markdown")


def _packed_kind(data: bytes, name: str) -> Kind:
    members = set(opened(data, name).namelist())
    if told := next((told for member, told in _NO_TEXT.items() if member in members), None):
        raise NotSupportedError(name, told)
    return next((kind for member, kind in _OFFICE.items() if member in members), "zip")


def _text_kind(head: bytes, name: str) -> Kind:
    """Text of some kind; what starts like a page or an archive is one, whatever its name says."""
    if head.startswith(b"WARC/"):
        return "warc"
    if head.startswith(b"<") and _FEED.search(head):
        return "feed"
    ending = PurePath(name).suffix.lower()
    if head.startswith(b"<") and _HTML.search(head) and ending != ".md":
        return "html"
    if ending in _ENDINGS:
        return _ENDINGS[ending]
    openings: tuple[tuple[re.Pattern[bytes], Kind], ...] = (
        (_JSON_OBJECT, "jsonl"),
        (_MAIL, "mail"),
        (_CUE, "transcript"),
    )
    return next((kind for opening, kind in openings if opening.match(head.replace(b"\r", b""))), "text")
