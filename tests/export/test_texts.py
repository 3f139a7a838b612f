"""How much of the texts an export holds, and that no more of them is in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import get_args

import msgspec
import pytest
from msgspec.structs import replace

from extractor.export.kinds import TextMode
from extractor.export.texts import LEFT_OUT, RECKONING, mode_of, with_text
from extractor.model import (
    BlockKind,
    Certainty,
    ComparisonDirection,
    Direction,
    FigureKind,
    Found,
    PeriodKind,
    Reading,
    RelationKind,
    Severity,
    Stance,
    Statistic,
    Strength,
    Verdict,
    Voice,
)
from extractor.report.records import DocumentRecord, ReviewRecord
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


#: Words that our codes consist of and that the texts may print as well.
CODES = {
    word
    for kinds in (
        *(BlockKind, Certainty, ComparisonDirection, Direction, FigureKind, Found, PeriodKind, Reading),
        *(RelationKind, Severity, Stance, Statistic, Strength, Verdict, Voice),
    )
    for code in get_args(kinds)
    for word in words_of(code.replace("_", " "))
}
#: Roles of figures in findings.
ROLES = {
    "part",
    "whole",
    "rate",
    "total",
    "from",
    "change",
    "mean",
    "other",
    "context",
    "year",
    "body",
    "exact",
}


@pytest.mark.parametrize("made", RECORDS)
def test_none_holds_no_word_of_the_texts(made: str) -> None:
    record = RECORDS[made]()
    bare = with_text(record, TextMode.none)
    for document, whole in zip(bare.documents, record.documents, strict=True):
        assert leaked(document, whole) == set()
        assert len(leaked(whole, whole)) > 5


def leaked(document: DocumentRecord, whole: DocumentRecord) -> set[str]:
    """Words of the text that stand in a record of it and are none of ours."""
    ours = {w for c in whole.claims for w in words_of(f"{c.hedge} {c.unit}")}
    ours |= {w for c in whole.comparisons for w in words_of(str(c.degree))}
    told = _values(msgspec.to_builtins(document), {"id", "source", "url", "outlet"})
    return (words_of(" ".join(told)) & words_of(whole.text)) - ours - CODES - ROLES - RECKONING


#: Made by hand, the ids of this story are words.
ID = re.compile(r"[cdfk]-\w+")


def _values(value: object, skipped: set[str]) -> list[str]:
    """The words in the values of an object, its names and the ids left out."""
    if isinstance(value, dict):
        return [w for name, part in value.items() if name not in skipped for w in _values(part, set())]
    if isinstance(value, list | tuple):
        return [w for part in value for w in _values(part, set())]
    return [value] if isinstance(value, str) and not ID.fullmatch(value) else []


@pytest.mark.parametrize(
    ("told", "numbers"),
    [
        ("1,900 drivers ≠ 1,940 offences; 1,940 / 1,127 = 1.7 each", "1,900 ≠ 1,940; 1,940 / 1,127 = 1.7"),
        ("100 − 60 = 40; 61.7% − 39.5 to 40.5% = 21.15 to 22.25 points",) * 2,
        ("430 + 260 + 120 = 810",) * 2,
    ],
)
def test_arithmetic_keeps_its_numbers(told: str, numbers: str) -> None:
    finding = replace(HAND.documents[0].findings[0], arithmetic=told)
    record = replace(HAND, documents=(replace(HAND.documents[0], findings=(finding,)),))
    assert with_text(record, TextMode.none).documents[0].findings[0].arithmetic == numbers


def test_none_keeps_numbers_offsets_and_verdicts() -> None:
    bare = with_text(HAND, TextMode.none)
    for document, whole in zip(bare.documents, HAND.documents, strict=True):
        assert [(c.id, c.start, c.low, c.high, c.unit) for c in document.claims] == [
            (c.id, c.start, c.low, c.high, c.unit) for c in whole.claims
        ]
        assert [(f.id, f.verdict, f.computed) for f in document.findings] == [
            (f.id, f.verdict, f.computed) for f in whole.findings
        ]
        empty = [
            (c.measure is None) == (w.measure is None)
            for c, w in zip(document.claims, whole.claims, strict=True)
        ]
        assert all(empty)
