"""Markdown to a document: what is marked as a heading, a list, a table or a quote is one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from extractor.model import Document
from extractor.read.clean import clean
from extractor.read.dates import day
from extractor.read.draft import Origin, Piece, Sheet, document_from_pieces
from extractor.read.headline import with_headline
from extractor.read.zones import kind_by_opening
from extractor.regexes import Regex

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = Regex(r"\A---\n(.*?)\n---\n", re.DOTALL)
_FIELD = Regex(r"^(\w+):\s*[\"']?(.*?)[\"']?\s*$", re.MULTILINE)
_NOTE_MARK = Regex(r"\[\^[\w-]+\](?!:)")


def markdown(text: str, origin: Origin, notes: tuple[str, ...] = ()) -> Document:
    """The document of a Markdown text; its first heading of the first level is the headline.

    Raises:
        EmptyError: there is no text.
        NotSupportedError: it is not English.
    """
    from markdown_it import MarkdownIt

    cleaned = clean(text)
    front = _FRONT.match(cleaned.text)
    known = _with_front(origin, front[1]) if front else origin
    body = _NOTE_MARK.sub("", cleaned.text[front.end() :] if front else cleaned.text)
    tokens = MarkdownIt("commonmark").enable("table").parse(body)
    return document_from_pieces(with_headline(_parts(tokens), known.title), known, (*notes, *cleaned.notes))


def _with_front(origin: Origin, front: str) -> Origin:
    fields = {name.lower(): value for name, value in _FIELD.findall(front) if value}
    published = fields.get("published") or fields.get("date")
    return origin.with_defaults(
        title=fields.get("title"),
        byline=fields.get("author") or fields.get("byline"),
        outlet=fields.get("outlet"),
        url=fields.get("url"),
        published=day(published) if published else None,
    )


def _parts(tokens: Sequence[Token]) -> Iterator[Piece | Sheet]:
    #: What is open at the token, as "blockquote" or "table".
    around: Counter[str] = Counter()
    table: list[Token] = []
    for token in tokens:
        around[token.type.removesuffix("_open").removesuffix("_close")] += token.nesting
        if around["table"]:
            table.append(token)
        elif table:
            yield _sheet(table)
            table = []
        elif token.type == "inline":
            yield from (_piece(text, around) for text in _paragraphs(token))
        elif token.type in ("code_block", "fence") and token.content.strip():
            yield Piece(token.content)


def _piece(text: str, around: Counter[str]) -> Piece:
    if around["heading"]:
        return Piece(text, "heading")
    if around["list_item"]:
        return Piece(text, "list_item")
    return Piece(text, "quote" if around["blockquote"] else kind_by_opening(text) or "paragraph")


def _paragraphs(inline: Token) -> Iterator[str]:
    """The words of a run of text, without marks, links or pictures; a hard break parts two lines."""
    yield from (part for part in _words(inline).split("\n") if part.strip())


def _words(inline: Token) -> str:
    spoken = {"softbreak": " ", "hardbreak": "\n"}
    return "".join(
        spoken.get(child.type, child.content if child.type in ("text", "code_inline") else "")
        for child in inline.children or ()
    )


def _sheet(tokens: Sequence[Token]) -> Sheet:
    rows: list[list[str]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(_words(token).strip())
    return Sheet(tuple(map(tuple, rows[1:])), heads=tuple(rows[0]))
