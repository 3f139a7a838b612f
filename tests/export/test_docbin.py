"""DocBin as spaCy reads it, and the way back."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from spacy.tokens import Doc, DocBin
from spacy.training import Example, offsets_to_biluo_tags

from extractor.errors import SettingsError
from extractor.export.docbin import read_docbin, render_docbin
from extractor.export.kinds import TextMode
from extractor.export.texts import with_text
from extractor.report.records import ReviewRecord
from tests.export.made import HAND, checked


def docs(record: ReviewRecord, folder: Path) -> list[Doc]:
    path = folder / "claims.spacy"
    path.write_bytes(render_docbin(record))
    return list(DocBin().from_disk(path).get_docs(spacy.blank("en").vocab))


@pytest.mark.parametrize("name", ["hand", "checked", "quoted"])
def test_everything_comes_back(name: str) -> None:
    record = {"hand": HAND, "checked": checked(), "quoted": with_text(checked(), TextMode.quote)}[name]
    assert read_docbin(render_docbin(record)) == record


def test_spacy_finds_text_figures_and_slots(tmp_path: Path) -> None:
    for doc, document in zip(docs(checked(), tmp_path), checked().documents, strict=True):
        assert doc.text == document.text
        told = [(s.text, s.label_, s.id_) for s in doc.spans["figures"]]
        assert told == [(c.quote, c.kind, c.id) for c in document.claims]
        slots = [(s.id_, s.label_, s.text) for s in doc.spans["slots"]]
        # "The council" may stand for Wattleford: the span is what the story prints.
        wanted = [
            (c.id, n, document.text[s.start : s.end])
            for c in document.claims
            for n, s in c.slots.items()
            if s.start is not None
        ]
        assert slots == wanted
        assert [s.text for s in doc.spans["comparisons"]] == [c.quote for c in document.comparisons]


def test_the_figures_can_be_trained_on(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    ner = nlp.add_pipe("ner")
    examples = [Example(nlp.make_doc(d.text), d) for d in docs(checked(), tmp_path)]
    nlp.initialize(lambda: examples)
    assert {"count", "percentage"} <= set(ner.labels)  # type: ignore[attr-defined]
    assert nlp.update(examples)["ner"] > 0


@settings(max_examples=25)
@given(st.integers(0, 40), st.integers(1, 20))
def test_a_span_may_start_and_end_inside_a_word(start: int, length: int) -> None:
    text = "A £4.2m-a-year plan\n\nfor “330-odd” homes, 56.9% won't be built"
    end = min(len(text), start + length)
    if text[start:end].strip() != text[start:end]:
        return
    home = HAND.documents[0]
    claim = replace(home.claims[1], start=start, end=end, slots={})
    record = replace(HAND, documents=(replace(home, text=text, claims=(claim,), comparisons=()),))
    (doc,) = DocBin().from_bytes(render_docbin(record)).get_docs(spacy.blank("en").vocab)
    assert doc.text == text
    assert [s.text for s in doc.spans["figures"]] == [text[start:end]]
    tags = offsets_to_biluo_tags(doc, [(start, end, "X")])
    assert "-" not in tags


def test_without_words_there_is_no_doc() -> None:
    with pytest.raises(SettingsError, match="--text quote or full"):
        render_docbin(with_text(HAND, TextMode.none))


@pytest.mark.parametrize("data", [b"", b"something else", DocBin().to_bytes()])
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(SettingsError, match="no DocBin"):
        read_docbin(data)
