"""Which reader takes which kind of file; each is imported when it is first needed."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator

from extractor.errors import InputError
from extractor.model import Document, Problem
from extractor.read.articles import articles, from_records, rows_as_records, whole_json
from extractor.read.decode import Decoded, decode
from extractor.read.files import Given, not_empty
from extractor.read.kinds import Kind, kind_of
from extractor.read.text import plain_text
from extractor.read.watch import begins

Documents = Iterator[Document | Problem]
#: Plain text and pages are no longer than this.
MOST_TEXT = 40_000_000
#: Kinds that hold many documents, each of which begins by itself.
_HOLDERS = {"jsonl", "json", "csv", "feed", "zip", "gzip", "warc"}
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)


def documents_in(file: Given) -> Documents:
    """The documents in the bytes of one file, whatever kind of file it is.

    Raises:
        InputError: it cannot be read.
    """
    kind = kind_of(file.data, file.origin.source)
    if kind in _HOLDERS or begins(file.origin.source):
        yield from not_empty(_READERS[kind](file), file.origin)


def _decoded(file: Given, declared: str | None = None) -> Decoded:
    if len(file.data) > MOST_TEXT:
        size, most = len(file.data) // 1_000_000, MOST_TEXT // 1_000_000
        raise InputError(file.origin.source, f"{size} MB of text, more than {most} MB; split it")
    return decode(file.data, file.origin.source, declared)


def _text(file: Given) -> Documents:
    decoded = _decoded(file)
    yield plain_text(decoded.text, file.origin, decoded.notes)


def _markdown(file: Given) -> Documents:
    from extractor.read.markdown import markdown

    decoded = _decoded(file)
    yield markdown(decoded.text, file.origin, decoded.notes)


def _html(file: Given) -> Documents:
    from extractor.read.page import web_page

    declared = _CHARSET.search(file.data[:4096])
    decoded = _decoded(file, declared and declared[1].decode("ascii"))
    yield web_page(decoded.text, file.origin, decoded.notes)


def _pdf(file: Given) -> Documents:
    from extractor.read.pdf import pdf

    yield pdf(file.data, file.origin, file.options.password)


def _jsonl(file: Given) -> Documents:
    yield from articles(io.BytesIO(file.data), file.origin)


def _json(file: Given) -> Documents:
    yield from whole_json(file.data, file.origin)


def _csv(file: Given) -> Documents:
    from extractor.read.sheets import csv_rows, csv_table

    decoded = _decoded(file)
    rows = csv_rows(decoded.text, file.origin.source)
    if records := rows_as_records(rows):
        yield from from_records(records, file.origin)
    elif begins(file.origin.source):
        yield csv_table(rows, file.origin, decoded.notes)


def _word(file: Given) -> Documents:
    from extractor.read.word import word

    yield word(file.data, file.origin)


def _excel(file: Given) -> Documents:
    from extractor.read.sheets import excel

    yield excel(file.data, file.origin)


def _opendocument(file: Given) -> Documents:
    from extractor.read.opendocument import opendocument

    yield opendocument(file.data, file.origin)


def _mail(file: Given) -> Documents:
    from extractor.read.mail import mail

    yield mail(file.data, file.origin)


def _transcript(file: Given) -> Documents:
    from extractor.read.transcript import transcript

    decoded = _decoded(file)
    yield transcript(decoded.text, file.origin, decoded.notes)


def _feed(file: Given) -> Documents:
    from extractor.read.feeds import feed

    yield from feed(file.data, file.origin)


def _zip(file: Given) -> Documents:
    from extractor.read.archives import zipped

    yield from zipped(file, documents_in)


def _gzip(file: Given) -> Documents:
    from extractor.read.archives import gzipped

    yield from gzipped(file, documents_in)


def _warc(file: Given) -> Documents:
    from extractor.read.archives import warc

    yield from warc(io.BytesIO(file.data), file.origin, documents_in, file.options)


_READERS: dict[Kind, Callable[[Given], Documents]] = {
    "text": _text,
    "markdown": _markdown,
    "html": _html,
    "pdf": _pdf,
    "jsonl": _jsonl,
    "json": _json,
    "csv": _csv,
    "word": _word,
    "excel": _excel,
    "opendocument": _opendocument,
    "mail": _mail,
    "transcript": _transcript,
    "feed": _feed,
    "zip": _zip,
    "gzip": _gzip,
    "warc": _warc,
}
