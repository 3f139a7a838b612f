"""Rules of attributes that are looked up set what spaCy's own matcher sets."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from extractor.frame.attributes import quicken
from extractor.frame.language_model import PACKAGES, load_model

TEXTS = (
    "There's nothin' to do, let's go: I'm gonna win, you ain't, y'all gotta come and c'mon.",
    "It had 1,204 pupils in 2019 and has 1,310 now, but for 12 who didn't have to do it.  \n\n Two spaces.",
    "Her staff did 40 per cent more than they'd done; you saw it, I saw you.",
    "   ",
    "",
)


def attributes(doc: Doc) -> list[tuple[object, ...]]:
    return [(t.tag_, t.pos_, t.lemma_, t.dep_, str(t.morph), t.is_sent_start) for t in doc]


@pytest.fixture(scope="module")
def plain() -> Language:
    import spacy

    name = next(p for p in PACKAGES if spacy.util.is_package(p))
    return spacy.load(name, exclude=["ner"])


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_looked_up_is_what_is_matched(text: str, plain: Language) -> None:
    quick = load_model()
    assert "match" in vars(quick.get_pipe("attribute_ruler"))
    for _ in range(2):
        assert attributes(quick(text)) == attributes(plain(text))


def test_rules_that_ask_for_more_are_left_to_the_matcher() -> None:
    import spacy

    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    ruler.add([[{"TEXT": "May"}]], {"POS": "PROPN"})
    quicken(nlp)
    assert "match" not in vars(ruler)
    assert [t.pos_ for t in nlp("In May I may")] == ["", "PROPN", "", ""]


def test_later_rules_outrank_earlier_ones_and_reach_over_tokens() -> None:
    import spacy

    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    ruler.add(
        [[{"LOWER": "per"}, {"LOWER": {"REGEX": "^cent"}}]], {"POS": "NOUN", "LEMMA": "percent"}, index=1
    )
    ruler.add([[{"LOWER": {"IN": ["cent", "cents"]}}]], {"POS": "X"})
    ruler.add([[{"LOWER": "per"}, {"LOWER": "cent"}]], {"POS": "ADP"}, index=-2)
    quicken(nlp)
    assert "match" in vars(ruler)
    told = [(t.pos_, t.lemma_) for t in nlp("40 per cent, a cent per cents")]
    assert told == [
        ("", ""),
        ("ADP", ""),
        ("X", "percent"),
        ("", ""),
        ("", ""),
        ("X", ""),
        ("", ""),
        ("X", "percent"),
    ]


def test_a_pipeline_without_such_rules_is_left_alone() -> None:
    import spacy

    nlp = spacy.blank("en")
    quicken(nlp)
    assert nlp.pipe_names == []
