"""Blocks go to the model in heaps: a paragraph is read in one as it is read alone."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extractor.find import find
from extractor.frame import load_model, sentences
from extractor.frame.sentences import BATCH, parse
from extractor.lexicon import load_policy
from extractor.model import Document
from extractor.read import document_from_text

TEXT = "\n\n".join(
    f"In May {n} of the {2 * n + 1} boats that lay at Westport were sold. The rest went to {n + 3} yards."
    for n in range(2, 40)
)


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ([], []),
        ([5], [[5]]),
        ([BATCH], [[BATCH]]),
        ([BATCH, 1], [[BATCH], [1]]),
        ([1, BATCH - 1, 1], [[1, BATCH - 1], [1]]),
        ([BATCH + 1, BATCH + 1, 2, 3], [[BATCH + 1], [BATCH + 1], [2, 3]]),
    ],
)
def test_a_heap_holds_so_many_characters_or_one_text(sizes: list[int], expected: list[list[int]]) -> None:
    assert [[len(t) for t in batch] for batch in sentences._batches("x" * n for n in sizes)] == expected


def test_heaps_of_any_size_are_read_alike(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    story = document_from_text(TEXT, id="boats")
    together = _read(story, nlp)
    monkeypatch.setattr(sentences, "BATCH", 1)
    assert _read(story, nlp) == together
    assert len(together) > 700


def test_numpy_multiplies_for_the_model_that_is_loaded_here_alone() -> None:
    import spacy

    ours = load_model().get_pipe("tok2vec").model  # type: ignore[attr-defined]
    others = spacy.blank("en").add_pipe("tok2vec").model  # type: ignore[attr-defined]
    assert [node.ops.use_blis for node in ours.walk()] == [False] * len(list(ours.walk()))
    assert all(node.ops.use_blis for node in others.walk())


def _read(story: Document, nlp: Language) -> list[tuple[object, ...]]:
    """Each token of the story with what the parser says of it."""
    figures = find(story.text, load_policy(), story.blocks)
    found = parse(story, figures, nlp)
    return [(t.text, t.tag_, t.dep_, t.head.text, t.lemma_, s.span) for s in found for t in s.tokens]
