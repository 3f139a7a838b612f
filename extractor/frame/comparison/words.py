"""Comparisons: words that set two things side by side, with what they compare.

Only where something is compared with a reference that can be named is there a comparison:
"more than 300" hedges a number, "higher than the national average" compares one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from extractor.frame import grammar
from extractor.frame.comparison.compared import Comparing, Line
from extractor.frame.comparison.comparing import comparing
from extractor.frame.comparison.references import key_of
from extractor.frame.keys import Acronyms, noun_key
from extractor.frame.sentences import Sentence
from extractor.model import Comparison, Document, Mention, Span, stable_id

if TYPE_CHECKING:
    from spacy.tokens import Token


def comparisons(
    document: Document, sentence: Sentence, figures: Sequence[Span], known: Acronyms
) -> Iterator[Comparison]:
    """All comparisons of a parsed sentence, in the order of print; `figures` are those inside it."""
    start = sentence.span.start
    spans = tuple(Span(max(0, s.start - start), s.end - start) for s in figures)
    line = Line(sentence.span.of(document.text), sentence, spans)
    for found in comparing(line):
        span = Span(start + found.start, start + found.end)
        at = start + found.reference_start
        reference = Mention(Span(at, at + len(found.reference)), found.reference, key_of(found.reference))
        yield Comparison(
            id=stable_id("k", document.id, span.start, span.end),
            document=document.id,
            span=span,
            text=span.of(document.text),
            sentence=sentence.span,
            direction=found.direction,
            subject=_subject(document.text, sentence, line, found, known),
            reference=reference,
            degree=found.degree,
            block=sentence.block.kind,
        )


def _subject(text: str, sentence: Sentence, line: Line, found: Comparing, known: Acronyms) -> Mention | None:
    """What is compared: the figure just before ("36 per cent, lower than"), or the subject of the verb."""
    near = _figure_before(line, found)
    if near is not None:
        span = Span(sentence.span.start + near.start, sentence.span.start + near.end)
        return Mention(span, span.of(text), span.of(text).casefold(), "here")
    token = _token_at(sentence, found.start)
    verb = grammar.verb_of(token) if token is not None else None
    noun = grammar.subject_of(verb) if verb is not None else None
    if noun is None or not noun.doc[noun.left_edge.i : noun.right_edge.i + 1].text.strip():
        return None
    first, last = noun.left_edge, _last_of(noun)
    span = sentence.span_of(first, last)
    return Mention(span, span.of(text), noun_key(noun, known), "here")


def _last_of(noun: Token) -> Token:
    """The end of a subject without clauses that hang on it."""
    clause = [c for c in noun.rights if c.dep_ in {"relcl", "acl", "appos", "punct"}]
    return noun.doc[clause[0].left_edge.i - 1] if clause else noun.right_edge


def _figure_before(line: Line, found: Comparing) -> Span | None:
    """A figure that the comparing words follow at once or after a comma: "around 36 per cent, lower"."""
    before = [f for f in line.figures if f.end <= found.start]
    if not before:
        return None
    gap = line.text[before[-1].end : found.start]
    return before[-1] if re.fullmatch(r"\s*,?\s*(?:[–—-]\s*|and\s+|or\s+|\(\s*)?", gap) else None


def _token_at(sentence: Sentence, offset: int) -> Token | None:
    start = sentence.span.start + offset
    return next((t for t in sentence.tokens if sentence.offset + t.idx + len(t) > start), None)
