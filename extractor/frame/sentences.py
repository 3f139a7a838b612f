"""Parsed sentences, with the way back to the text of the document.

Blocks are parsed one by one as they stand, so every offset is the block's start plus an
offset inside it; nothing is rewritten. Only blocks that carry a figure, and those that somebody
asks for, are parsed: the others cost time and add nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.frame.rows import with_heads
from extractor.model import Block, BlockKind, Document, Figure, Span
from extractor.regexes import Regex

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

#: Zones that are one sentence however the parser would cut them.
ONE_SENTENCE: frozenset[BlockKind] = frozenset({"headline", "heading", "table_cell"})
_PARAGRAPH = Regex(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")
_PER_CENT = Regex(r"\bper\s+cent\b", re.IGNORECASE)
#: Characters of blocks handed to the model at once: as many again hold more memory at the same speed.
BATCH = 10_000
#: More figures than these in one sentence are a table that lost its lines: it is read in heaps of so many,
#: as the time that a sentence takes grows with the square of its figures.
HEAP = 150
_STOP = Regex(r"[.!?][”\"’')]*\s|\n")
#: Characters that are parsed at once; the parser refuses a million, and its memory grows with them.
LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a block: its tokens and its place in the document's text."""

    tokens: tuple[Token, ...]
    span: Span
    block: Block
    #: Offset of the parsed block in the document's text.
    offset: int
    #: The parsed block as printed: `Doc.text` puts it together token by token at every call.
    printed: str

    def span_of(self, first: Token, last: Token | None = None) -> Span:
        """The range of the document's text from the first token to the end of the last."""
        last = last or first
        return Span(self.offset + first.idx, self.offset + last.idx + len(last))

    def inside(self, span: Span) -> tuple[Token, ...]:
        """The tokens that share a character with a range of the document's text."""
        start, end = span.start - self.offset, span.end - self.offset
        first = bisect_right(self.tokens, start, key=lambda t: t.idx + len(t))
        return self.tokens[first : bisect_left(self.tokens, end, key=lambda t: t.idx)]


def _place(token: Token) -> int:
    return int(token.i)


@dataclass(frozen=True)
class Spot:
    """A figure at its place in a parsed sentence."""

    figure: Figure
    sentence: Sentence
    #: Never empty; the first holds the figure's first character.
    tokens: tuple[Token, ...]

    @cached_property
    def root(self) -> Token:
        """The token by which the figure hangs on the rest of the sentence."""
        own = {t.i for t in self.tokens}
        outward = [t for t in self.tokens if t.head.i not in own or t.head.i == t.i]
        return next((t for t in outward if not t.is_punct), self.tokens[-1])

    @property
    def last(self) -> Token:
        """The figure's last token."""
        return self.tokens[-1]

    @cached_property
    def before(self) -> tuple[Token, ...]:
        """The tokens of the sentence in front of the figure."""
        tokens = self.sentence.tokens
        return tokens[: bisect_left(tokens, self.tokens[0].i, key=_place)]

    def close_before(self, reach: int) -> list[Token]:
        """The tokens of the sentence among so many in front of the figure, spaces counted and left out."""
        furthest = self.tokens[0].i - reach
        return [t for t in self.before[-reach:] if t.i >= furthest]

    def ahead(self, count: int) -> tuple[Token, ...]:
        """The next tokens of the sentence behind the figure, so many at most."""
        tokens = self.sentence.tokens
        start = bisect_right(tokens, self.last.i, key=_place)
        return tokens[start : start + count]

    def close_behind(self, reach: int) -> tuple[Token, ...]:
        """The tokens of the sentence among so many behind the figure, spaces counted and left out."""
        furthest = self.last.i + reach
        return tuple(t for t in self.ahead(reach) if t.i <= furthest)

    def holds(self, token: Token) -> bool:
        """True if the token is part of the printed figure."""
        return bool(self.tokens[0].i <= token.i <= self.tokens[-1].i)


class Spans:
    """Ranges of a text in the order of print."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts, self._ends = [s.start for s in self._spans], [s.end for s in self._spans]

    def inside(self, span: Span) -> Sequence[Span]:
        """Those that share a character with another range."""
        return self._spans[bisect_right(self._ends, span.start) : bisect_left(self._starts, span.end)]


def zones(document: Document) -> tuple[Block, ...]:
    """The document's blocks, or its paragraphs where a reader gave no blocks."""
    if document.blocks:
        return with_heads(document.text, document.blocks)
    return tuple(Block("paragraph", Span(m.start(), m.end())) for m in _PARAGRAPH.finditer(document.text))


def parse(
    document: Document, figures: Iterable[Figure], nlp: Language, asks: Callable[[str], bool] | None = None
) -> Iterator[Sentence]:
    """The sentences of the blocks that carry a figure or whose words are asked for; of all without `asks`.

    They come one by one: who keeps none needs no room for their parse.
    """
    spans = sorted(f.span for f in figures)
    starts = [s.start for s in spans]
    # What is in another language is never read with English rules.
    english = (b for b in zones(document) if b.language in (None, "en"))
    pieces = [(b, p) for b in english for p in _pieces(document.text, b.span, starts)]
    wanted = [(b, p) for b, p in pieces if asks is None or _holds(p, starts) or asks(p.of(document.text))]
    batches = _batches(piece.of(document.text) for _, piece in wanted)
    docs = (doc for batch in batches for doc in _parsed(batch, nlp))
    found = zip(wanted, docs, strict=True)
    return (s for (block, piece), doc in found for s in _sentences(block, piece.start, doc, spans))


def _parsed(texts: Sequence[str], nlp: Language) -> Iterator[Doc]:
    """The texts parsed, without the vectors behind the parse, which take more room than all the rest."""
    for doc in nlp.pipe((tokens(t, nlp) for t in texts), batch_size=len(texts)):
        doc.tensor = doc.tensor[:0].copy()
        yield doc


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    """The texts in heaps of no more than `BATCH` characters, or of one text that is longer."""
    batch: list[str] = []
    for text in texts:
        if batch and sum(map(len, batch)) + len(text) > BATCH:
            yield batch
            batch = []
        batch.append(text)
    if batch:
        yield batch


def _pieces(text: str, span: Span, starts: Sequence[int]) -> Iterator[Span]:
    """The span whole, or cut where it is too long for the parser or has more figures than a sentence has."""
    for piece in _short_enough(text, span):
        held = starts[bisect_left(starts, piece.start) : bisect_left(starts, piece.end)]
        yield from _heaps(text, piece, held) if len(held) > HEAP else (piece,)


def _heaps(text: str, span: Span, starts: Sequence[int]) -> Iterator[Span]:
    """The span cut in front of every figure that so many others precede in its sentence."""
    first, count, last = span.start, 0, span.start
    for start in starts:
        count = count + 1 if _STOP.search(text, last, start) is None else 1
        if count > HEAP:
            yield Span(first, start)
            first, count = start, 1
        last = start
    yield Span(first, span.end)


def _short_enough(text: str, span: Span) -> Iterator[Span]:
    """The span whole, or cut after sentences and at spaces where it is too long for the parser."""
    start = span.start
    while span.end - start > LONGEST:
        cut = max(text.rfind(mark, start, start + LONGEST) for mark in ("\n", ". "))
        cut = cut if cut > start else text.rfind(" ", start, start + LONGEST)
        end = cut + 1 if cut > start else start + LONGEST
        yield Span(start, end)
        start = end
    yield Span(start, span.end)


def tokens(text: str, nlp: Language) -> Doc:
    """Tokens of a text, with "per cent" as the one word that the model knows as "percent"."""
    doc = nlp.make_doc(text)
    with doc.retokenize() as retokenizer:
        for found in _PER_CENT.finditer(text):
            two = doc.char_span(found.start(), found.end())
            if two is not None and len(two) > 1:
                retokenizer.merge(two, attrs={"NORM": "percent"})
    return doc


def with_spots(
    sentences: Iterable[Sentence], figures: Iterable[Figure]
) -> Iterator[tuple[Sentence, tuple[Spot, ...]]]:
    """Each sentence with the figures that begin in it; figures outside any block are left out."""
    ordered = sorted(figures, key=lambda f: f.span)
    starts = [f.span.start for f in ordered]
    at = 0
    for sentence in sentences:
        stop = bisect_left(starts, sentence.span.end, at)
        held = ((f, sentence.inside(f.span)) for f in ordered[at:stop])
        yield sentence, tuple(Spot(f, sentence, tokens) for f, tokens in held if tokens)
        at = stop


def _is_within(at: int, figures: Sequence[Span]) -> bool:
    """True inside a figure, where the parser may see a sentence end ("Between 400 And 600" in a headline)."""
    before = bisect_left(figures, at, key=lambda s: s.start) - 1
    return before >= 0 and at < figures[before].end


def _goes_on(doc: Doc, start: int) -> bool:
    """True behind a comma in a line, where the parser may see an end: "pays $412,000,| twice what"."""
    return start > 0 and doc[start - 1].text == ","


def _holds(span: Span, starts: Sequence[int]) -> bool:
    first = bisect_left(starts, span.start)
    return first < len(starts) and starts[first] < span.end


def _sentences(block: Block, offset: int, doc: Doc, figures: Sequence[Span]) -> Iterator[Sentence]:
    whole, text = block.kind in ONE_SENTENCE, doc.text
    starts = [s.start for s in doc.sents if not _is_within(offset + s.start_char, figures)]
    cuts = [0] if whole else [s for s in starts if not _goes_on(doc, s)]
    for start, end in pairwise([*cuts, len(doc)]):
        held = tuple(t for t in doc[start:end] if not t.is_space)
        if held:
            first, last = held[0], held[-1]
            span = Span(offset + first.idx, offset + last.idx + len(last))
            yield Sentence(held, span, block, offset, text)
