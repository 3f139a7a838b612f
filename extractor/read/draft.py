"""What every reader gathers, and the one place where it becomes a `Document`.

A reader of pages, PDFs or sheets gives pieces in reading order; their texts are set one below
the other and the spans fall out of that. Nothing is moved afterwards.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import PurePath

from extractor.errors import EmptyError, NotSupportedError
from extractor.model import Block, BlockKind, Document, Span, Table
from extractor.read.agency import agency_of
from extractor.read.clean import one_line
from extractor.read.language import language_name, language_of
from extractor.read.zones import kind_of_paragraph

Box = tuple[float, float, float, float]
BETWEEN_CELLS = " | "
#: One story is no longer than this; the longest novels have three million characters.
MOST_CHARACTERS = 10_000_000


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document comes from and what is known of it from outside its text."""

    #: Path, address or "-".
    source: str
    id: str | None = None
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: date | None = None
    modified: date | None = None
    #: SHA-256 of the bytes; of the text where there were none.
    sha256: str = ""

    @property
    def name(self) -> str:
        """The id given, or the file's name without its ending, or "stdin"."""
        return self.id or ("stdin" if self.source == "-" else PurePath(self.source).stem) or "document"

    def with_defaults(self, **known: object) -> Origin:
        """This origin with what was read filled in where nothing was given."""
        missing = {k: v for k, v in known.items() if v is not None and getattr(self, k) is None}
        return replace(self, **missing)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Piece:
    """One zone before it has a place in the text."""

    text: str
    kind: BlockKind = "paragraph"
    page: int | None = None
    box: Box | None = None
    row: int | None = None
    column: int | None = None
    heads: tuple[str, ...] = ()
    #: When the post of a live page went up.
    posted: datetime | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table before it has a place in the text: its cells as printed, heads in the first rows."""

    rows: tuple[tuple[str, ...], ...]
    caption: str | None = None
    heads: tuple[str, ...] = ()
    page: int | None = None
    box: Box | None = None

    def pieces(self) -> tuple[Piece, ...]:
        """The printed cells in reading order, each with the heads that name it."""
        top = [self.heads] if self.heads else []
        return tuple(
            Piece(text, "table_cell", self.page, self.box, r, c, self._heads_of(r - len(top), c))
            for r, row in enumerate([*top, *self.rows])
            for c, text in enumerate(row)
            if text
        )

    def _heads_of(self, row: int, column: int) -> tuple[str, ...]:
        if row < 0:
            return ()
        stub = self.rows[row][0] if column else ""
        above = self.heads[column] if column < len(self.heads) else ""
        return tuple(head for head in (stub, above) if head)


def document_from_pieces(
    parts: Iterable[Piece | Sheet], origin: Origin, notes: Sequence[str] = ()
) -> Document:
    """The pieces one below the other as a document; a table is a line for each row.

    Raises:
        EmptyError: there is no text in them.
        NotSupportedError: the text is not English.
    """
    text, blocks, tables = _set_down(_with_headings(list(parts)))
    return finished(text, blocks, origin, notes, tables)


def finished(
    text: str,
    blocks: Sequence[Block],
    origin: Origin,
    notes: Sequence[str] = (),
    tables: Sequence[Table] = (),
) -> Document:
    """The document of a text whose zones are known, its language told for each of them.

    Raises:
        EmptyError: there is no text.
        NotSupportedError: it is not English, or longer than any story.
    """
    if not text.strip():
        raise EmptyError(origin.source, "nothing to read in it; give a file with text")
    if len(text) > MOST_CHARACTERS:
        told = f"{len(text):,} characters, more than {MOST_CHARACTERS:,} for one story; split it"
        raise NotSupportedError(origin.source, told)
    told_blocks, language = _languages(text, blocks)
    if language not in (None, "en"):
        told = f"the text is in {language_name(language)}; only English is read, so give an English version"
        raise NotSupportedError(origin.source, told)
    headline = next((b.span.of(text) for b in blocks if b.kind == "headline"), None)
    return Document(
        id=origin.name,
        text=text,
        blocks=told_blocks,
        tables=tuple(tables),
        title=origin.title or headline,
        source=origin.source,
        url=origin.url,
        outlet=origin.outlet,
        byline=origin.byline,
        agency=agency_of((b.span.of(text) for b in blocks), origin.byline),
        published=origin.published,
        modified=origin.modified,
        language=language or "en",
        sha256=origin.sha256 or hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        notes=(*notes, *_unread(told_blocks)),
    )


def _with_headings(parts: Sequence[Piece | Sheet]) -> Iterator[Piece | Sheet]:
    """The parts, short paragraphs among others told as the headings that they are."""
    for before, part, after in zip([None, *parts], parts, [*parts[1:], None], strict=False):
        if isinstance(part, Piece) and part.kind == "paragraph" and after is not None:
            under = isinstance(before, Piece) and before.kind == "headline"
            yield replace(part, kind=kind_of_paragraph(part.text.strip(), under_headline=under))
        else:
            yield part


def _set_down(parts: Iterable[Piece | Sheet]) -> tuple[str, list[Block], list[Table]]:
    texts: list[str] = []
    blocks: list[Block] = []
    tables: list[Table] = []
    length, before = 0, None
    for part in parts:
        first = len(blocks)
        for piece in _pieces(part):
            gap = "" if before is None else _between(before, piece, new=len(blocks) == first)
            texts += [gap, piece.text]
            start = length + len(gap)
            length = start + len(piece.text)
            blocks.append(_block(piece, Span(start, length)))
            before = piece
        if isinstance(part, Sheet) and len(blocks) > first:
            span = Span(blocks[first].span.start, length)
            tables.append(Table(part.caption, part.heads, part.rows, span, part.page))
    return "".join(texts), blocks, tables


def _pieces(part: Piece | Sheet) -> Iterable[Piece]:
    found = part.pieces() if isinstance(part, Sheet) else (part,)
    flat = (replace(piece, text=one_line(piece.text)) for piece in found)
    return [piece for piece in flat if piece.text]


def _between(before: Piece, piece: Piece, *, new: bool) -> str:
    kinds = (before.kind, piece.kind)
    if kinds == ("table_cell", "table_cell") and not new:
        return BETWEEN_CELLS if before.row == piece.row else "\n"
    return "\n" if kinds == ("list_item", "list_item") else "\n\n"


def _block(piece: Piece, span: Span) -> Block:
    own = (piece.kind, span, piece.page, piece.box, piece.row, piece.column, piece.heads)
    return Block(*own, posted=piece.posted)


def _languages(text: str, blocks: Sequence[Block]) -> tuple[tuple[Block, ...], str | None]:
    """The blocks with their language where it is not the document's, and the document's."""
    whole = language_of(text)
    told = [language_of(b.span.of(text)) for b in blocks]
    if whole not in (None, "en") and _letters(blocks, told, "en") > len(text) // 3:
        whole = "en"  # a story with long quotes in another language
    spoken = (t or whole for t in told)
    return tuple(_spoken(b, t) for b, t in zip(blocks, spoken, strict=True)), whole


def _spoken(block: Block, language: str | None) -> Block:
    return block if language == block.language else replace(block, language=language)


def _letters(blocks: Sequence[Block], told: Sequence[str | None], language: str) -> int:
    return sum(len(b.span) for b, t in zip(blocks, told, strict=True) if t == language)


def _unread(blocks: Sequence[Block]) -> Iterable[str]:
    foreign = [b.language for b in blocks if b.language not in (None, "en")]
    if foreign:
        names = ", ".join(sorted({language_name(code) for code in foreign if code}))
        what = "one passage" if len(foreign) == 1 else f"{len(foreign)} passages"
        yield f"{what} in {names}, not checked"
