"""Lemmas that are looked up are those that spaCy's own lemmatizer makes."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from extractor.frame.language_model import PACKAGES, load_model
from extractor.frame.lemmas import quicken_lemmas

TEXTS = (
    "Fewer children were fostered; the better-off went further, and mice ate the loaves.",
    "Councils' figures rose, having fallen: “worst in years”, said Ms Betts, whose men found leaves.",
    "She leaves. The leaves lay; he lay, they lie and are lying, 12 lies told.",
    "XQZZings glorbled; the FEET of 40 per cent's owners’ axes\n\n  ached",
    "",
)


@pytest.fixture(scope="module")
def plain() -> Language:
    import spacy

    name = next(p for p in PACKAGES if spacy.util.is_package(p))
    return spacy.load(name, exclude=["ner"])


def lemmas(doc: Doc) -> list[str]:
    return [t.lemma_ for t in doc]


def test_what_is_looked_up_is_what_is_made(plain: Language) -> None:
    quick = load_model()
    assert "pipe" in vars(quick.get_pipe("lemmatizer"))
    for _ in range(2):
        made = [lemmas(d) for d in quick.pipe(TEXTS)]
        assert made == [lemmas(d) for d in plain.pipe(TEXTS)] == [lemmas(quick(t)) for t in TEXTS]


def test_a_lemma_that_a_token_has_stays() -> None:
    quick = load_model()
    lemmatizer = quick.get_pipe("lemmatizer")
    docs = [
        Doc(quick.vocab, ["mice", "mice"], pos=["NOUN", "NOUN"], lemmas=["pests", ""]),
        Doc(quick.vocab, ["mice"], pos=["NOUN"]),
    ]
    told = [lemmas(d) for d in vars(lemmatizer)["pipe"](docs)]
    assert told == [["pests", "mouse"], ["mouse"]]


def test_pipelines_without_rules_are_left_alone() -> None:
    import spacy

    nlp = spacy.blank("en")
    quicken_lemmas(nlp)
    nlp.add_pipe("lemmatizer", config={"mode": "lookup"})
    quicken_lemmas(nlp)
    assert "pipe" not in vars(nlp.get_pipe("lemmatizer"))
