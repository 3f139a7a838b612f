"""A long document takes little room: its parse is let go while it is read, and no vectors are kept."""

from __future__ import annotations

import weakref
from collections.abc import Iterator
from typing import Any

import pytest
from spacy.language import Language

import extractor.frame as package
from extractor.find import find
from extractor.frame import frame, load_model, sentences
from extractor.lexicon import load_policy
from extractor.model import Document

TEXT = "\n\n".join(
    f"Ward {n} counted {n + 200} herons, and its {n + 30} ponds more frogs than those of the ward before."
    for n in range(2, 160)
)
DOCUMENT = Document("d", TEXT, sha256="x")


@pytest.fixture
def nlp() -> Language:
    return load_model()


def test_a_parse_is_let_go(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[weakref.ref[Any]] = []
    most = 0
    plain = sentences._parsed

    def watched(*given: Any) -> Iterator[Any]:
        nonlocal most
        for doc in plain(*given):
            held.append(weakref.ref(doc))
            most = max(most, sum(d() is not None for d in held))
            yield doc

    monkeypatch.setattr(sentences, "_parsed", watched)
    monkeypatch.setattr(sentences, "BATCH", 500)
    monkeypatch.setattr(package, "REMEMBERED", 20)
    framed = frame(DOCUMENT, find(TEXT, load_policy()), nlp)
    assert len(held) == 158
    assert most < 40
    assert all(d() is None for d in held)
    assert len(framed.claims) >= 300


def test_what_is_remembered_changes_nothing_near(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    figures = list(find(TEXT, load_policy()))
    together = frame(DOCUMENT, figures, nlp)
    monkeypatch.setattr(package, "REMEMBERED", 20)
    assert frame(DOCUMENT, figures, nlp) == together


def test_no_vectors_are_kept(nlp: Language) -> None:
    parsed = sentences.parse(DOCUMENT, find(TEXT, load_policy()), nlp)
    assert {s.tokens[0].doc.tensor.size for s in parsed} == {0}
