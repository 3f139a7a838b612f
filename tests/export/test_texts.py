"""How much of the texts an export holds, and that no more of them is in it."""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec
import pytest
from msgspec.structs import replace

from extractor.export.kinds import TextMode
from extractor.export.texts import LEFT_OUT, mode_of, with_text
from extractor.report.records import ReviewRecord
from tests.export.made import HAND, checked

RECORDS: dict[str, Callable[[], ReviewRecord]] = {"hand": lambda: HAND, "checked": checked}


@pytest.mark.parametrize("made", RECORDS)
@pytest.mark.parametrize("mode", list(TextMode))
def test_a_record_says_how_much_it_holds(made: str, mode: TextMode) -> None:
    record = RECORDS[made]()
    assert mode_of(record) is TextMode.full
    assert mode_of(with_text(record, mode)) is mode


@pytest.mark.parametrize("made", RECORDS)
def test_quotes_keep_offsets_and_sentences_and_nothing_else(made: str) -> None:
    record = RECORDS[made]()
    for whole, quoted in zip(record.documents, with_text(record, TextMode.quote).documents, strict=True):
        assert len(whole.text) == len(quoted.text)
        for claim in quoted.claims:
            assert quoted.text[claim.start : claim.end] == claim.quote
            assert LEFT_OUT not in quoted.text[claim.sentence.start : claim.sentence.end]
        assert whole.text_sha256 == quoted.text_sha256
        differ = [b for a, b in zip(whole.text, quoted.text, strict=True) if a != b]
        assert set(differ) <= {LEFT_OUT}


def test_a_sentence_without_figures_is_left_out() -> None:
    plain = "Nobody at the depot would say why."
    text = f"{HAND.documents[0].text}\n\n{plain}"
    record = replace(HAND, documents=(replace(HAND.documents[0], text=text),), findings=())
    (document,) = with_text(record, TextMode.quote).documents
    assert document.text.endswith("\n\n" + " ".join(LEFT_OUT * len(word) for word in plain.split()))


def words_of(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{4,}", text.lower()))


@pytest.mark.parametrize("made", RECORDS)
def test_none_holds_no_word_of_the_texts(made: str) -> None:
    """Only codes of ours may coincide with words of a text: they stand in an empty record, too."""
    record = RECORDS[made]()
    bare = with_text(record, TextMode.none)
    told = msgspec.to_builtins(bare)
    for document, whole in zip(told["documents"], record.documents, strict=True):
        assert document["text"] == ""
        found = words_of(" ".join(_words_in(document, {"id", "source", "url", "outlet"})))
        printed = words_of(whole.text)
        hedges = words_of(" ".join(c.hedge or "" for c in whole.claims))
        units = words_of(" ".join(c.unit for c in whole.claims))
        degrees = words_of(" ".join(c.degree or "" for c in whole.comparisons))
        assert found & printed - hedges - units - degrees - CODES == set()


#: Words that our codes and arithmetic use and that the texts may print as well.
CODES = {"points", "higher", "lower", "share", "point", "narration", "headline", "rank", "total", "people"}


def _words_in(value: object, skipped: set[str]) -> list[str]:
    if isinstance(value, dict):
        return [w for k, v in value.items() if k not in skipped for w in _words_in(v, set())]
    if isinstance(value, list):
        return [w for v in value for w in _words_in(v, set())]
    return [value] if isinstance(value, str) else []


def test_none_keeps_numbers_offsets_and_verdicts() -> None:
    bare = with_text(HAND, TextMode.none)
    for document, whole in zip(bare.documents, HAND.documents, strict=True):
        assert [(c.id, c.start, c.low, c.high, c.unit) for c in document.claims] == [
            (c.id, c.start, c.low, c.high, c.unit) for c in whole.claims
        ]
        assert [(f.id, f.verdict, f.arithmetic) for f in document.findings] == [
            (f.id, f.verdict, f.arithmetic) for f in whole.findings
        ]
        empty = [
            (c.measure is None) == (w.measure is None)
            for c, w in zip(document.claims, whole.claims, strict=True)
        ]
        assert all(empty)
