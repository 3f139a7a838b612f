"""What kind of file some bytes are: by their content first, by the ending of the name second."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal

from extractor.errors import NotSupportedError

Kind = Literal["text", "markdown", "html", "pdf", "jsonl", "json"]

_ENDINGS: dict[str, Kind] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
}
#: Opening bytes → what it is, and what to do about it.
_UNREADABLE: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "a picture; give the text that it shows"),
    (b"\xff\xd8\xff", "a picture; give the text that it shows"),
    (b"GIF8", "a picture; give the text that it shows"),
    (b"\xd0\xcf\x11\xe0", "an old Microsoft Office file; save it as .docx, .xlsx or .txt"),
    (b"{\\rtf", "an RTF file; save it as .docx or .txt"),
    (b"\x7fELF", "a program, no text"),
    (b"MZ\x90", "a program, no text"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it first"),
    (b"Rar!", "a RAR archive; unpack it first"),
)
_PDF_WITHIN = 1024
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|main)\b", re.IGNORECASE)
_JSON_OBJECT = re.compile(rb'\s*\{\s*"[^"\n]*"\s*:')
_HEAD = 4096


def kind_of(data: bytes, name: str) -> Kind:
    """The kind of a file from its bytes and its name ("-" for none).

    Raises:
        NotSupportedError: it is of a kind that holds no text to read.
    """
    for opening, told in _UNREADABLE:
        if data.startswith(opening):
            raise NotSupportedError(name, told)
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return "pdf"
    ending = PurePath(name).suffix.lower()
    if ending in _ENDINGS:
        return _ENDINGS[ending]
    return _text_kind(data[:_HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n"))


def _text_kind(head: bytes) -> Kind:
    if head.startswith(b"<") and _HTML.search(head):
        return "html"
    if _JSON_OBJECT.match(head):
        return "jsonl"
    return "text"
