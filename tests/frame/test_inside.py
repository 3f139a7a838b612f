"""The tokens of a range share a character with it, and words that open no match are not asked."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extractor.find import find
from extractor.frame.comparison.comparing import _section
from extractor.frame.sentences import parse, with_spots
from extractor.model import Block, Document, Span

TEXT = "First line.\n\nIt took 1,204 pupils, or 40 per cent, more than the £3.5m  that they had."


@pytest.mark.parametrize("length", [1, 2, 7])
def test_tokens_of_a_range_are_those_that_share_a_character_with_it(length: int, nlp: Language) -> None:
    blocks = (Block("paragraph", Span(0, 11)), Block("paragraph", Span(13, len(TEXT))))
    *_, sentence = parse(Document("d", TEXT, blocks, sha256="x"), (), nlp)
    seen = 0
    for start in range(len(TEXT) - length):
        span = Span(start, start + length)
        plain = tuple(t for t in sentence.tokens if sentence.span_of(t).overlaps(span))
        assert sentence.inside(span) == plain
        seen += len(plain)
    assert seen > len(sentence.tokens)


@pytest.mark.parametrize("name", ["words", "prepositions", "move_words"])
def test_every_listed_word_is_opened_by_one_of_its_openers(name: str) -> None:
    for _, pattern, openers in _section(name):
        assert openers
        assert "" not in openers
        for words in ("more", "well above", "up", "twice as many as", "fewer", "below"):
            if pattern.match(words):
                assert words.split()[0] in openers


def test_tokens_behind_a_figure_leave_spaces_out(nlp: Language) -> None:
    figures = find(TEXT)
    sentences = parse(
        Document("d", TEXT, (Block("paragraph", Span(0, len(TEXT))),), sha256="x"), figures, nlp
    )
    spot = next(s for _, inside in with_spots(sentences, figures) for s in inside if s.figure.text == "£3.5m")
    assert [t.text for t in spot.ahead(3)] == ["that", "they", "had"]
    assert [t.text for t in spot.ahead(9)] == ["that", "they", "had", "."]
    assert [t.text for t in spot.close_behind(2)] == ["that"]
