"""A line for each article: JSON objects with "text" or "html", in the order and under the ids given."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import PurePath
from typing import Any

from extractor.errors import InputError
from extractor.model import Document, Problem
from extractor.read.clean import one_line, whole_characters
from extractor.read.dates import day
from extractor.read.draft import Origin
from extractor.read.page import web_page
from extractor.read.text import plain_text
from extractor.read.watch import begins

#: One article is no longer than this many bytes.
LONGEST_LINE = 20_000_000


def articles(lines: Iterable[bytes], origin: Origin) -> Iterator[Document | Problem]:
    """A document or a problem for each line that is not blank, in order."""
    for number, line in enumerate(lines, 1):
        if line.strip() and begins(origin.source, number):
            yield _told(number, origin, lambda n=number, text=line: _from_line(text, n, origin))  # type: ignore[misc]


def whole_json(data: bytes, origin: Origin) -> Iterator[Document | Problem]:
    """The articles of one JSON value: an object, a list of them, or an object for each line after all."""
    try:
        value = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        yield from articles(data.splitlines(), origin)
        return
    if isinstance(value, list):
        yield from from_records(value, origin)
    elif begins(origin.source):
        yield _told(None, origin, lambda: _from_record(value, None, origin))


def from_records(records: Iterable[Any], origin: Origin) -> Iterator[Document | Problem]:
    """A document or a problem for each record, in order."""
    for number, record in enumerate(records, 1):
        if begins(origin.source, number):
            yield _told(number, origin, lambda n=number, one=record: _from_record(one, n, origin))  # type: ignore[misc]


def rows_as_records(rows: Sequence[Sequence[str]]) -> list[dict[str, str]]:
    """The rows of a sheet as records, if its heads name a "text" or "html"; else none."""
    heads = [head.strip().lower() for head in rows[0]] if rows else []
    if "text" not in heads and "html" not in heads:
        return []
    return [dict(zip(heads, row, strict=False)) for row in rows[1:] if any(row)]


def _told(number: int | None, origin: Origin, make: Callable[[], Document]) -> Document | Problem:
    try:
        return make()
    except InputError as error:
        return Problem(origin.source, error.message, number)


def _from_line(line: bytes, number: int, origin: Origin) -> Document:
    if len(line) > LONGEST_LINE:
        raise InputError(
            origin.source, f"longer than {LONGEST_LINE:,} bytes; one line is one article", number
        )
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise InputError(
            origin.source, f"no JSON ({_why(error)}); each line must be one object", number
        ) from error
    return _from_record(record, number, origin)


def _why(error: Exception) -> str:
    return str(error).split(":")[0].lower() if isinstance(error, json.JSONDecodeError) else "not in UTF-8"


def _from_record(record: Any, number: int | None, origin: Origin) -> Document:
    if not isinstance(record, dict):
        raise InputError(origin.source, f"not an object but {_shown(record)}", number)
    known = _origin(record, number, origin)
    text, page = record.get("text"), record.get("html")
    if isinstance(text, str) and (text.strip() or not isinstance(page, str)):
        return plain_text(text, known)
    if isinstance(page, str):
        return web_page(page, known)
    has = ", ".join(map(repr, list(record)[:5])) or "nothing"
    raise InputError(origin.source, f'no "text" and no "html" in the object, which has {has}', number)


def _shown(value: Any) -> str:
    printed = json.dumps(value)
    return printed if len(printed) <= 40 else f"{printed[:40]}..."


def _origin(record: dict[str, Any], number: int | None, origin: Origin) -> Origin:
    """What the object says of its article; an id that is a number counts as well."""
    own = record.get("id")
    named = whole_characters(str(own)) if isinstance(own, str | int) and str(own) else None
    return Origin(
        origin.source,
        named or (origin.name if number is None else f"{origin.name}-{number}"),
        title=_text(record, "title"),
        url=_text(record, "url"),
        outlet=_text(record, "outlet"),
        byline=_text(record, "byline") or _text(record, "author"),
        published=_day(record, "published"),
        modified=_day(record, "modified"),
    )


def _text(record: dict[str, Any], key: str) -> str | None:
    value = record.get(key)
    return one_line(value) or None if isinstance(value, str) else None


def _day(record: dict[str, Any], key: str) -> date | None:
    value = record.get(key)
    return day(value) if isinstance(value, str) else None


def is_lines(name: str) -> bool:
    """True if the name says that each line is an article."""
    return PurePath(name).suffix.lower() in (".jsonl", ".ndjson")
