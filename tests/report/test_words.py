"""The words of the reports: complete, and never an accusation of people."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

import extractor.report
from extractor.model import Reading, Severity, Verdict
from extractor.report.words import READING, SEVERITY, VERDICT, counted, inside_sentence

REPORT = Path(extractor.report.__file__).parent
ACCUSING = re.compile(
    r"\b(wrong\w*|false\w*|mislead\w*|mistake\w*|incorrect\w*|verified|lie[sd]?)\b", re.IGNORECASE
)


def test_every_verdict_severity_and_reading_has_its_words() -> None:
    assert set(VERDICT) == set(get_args(Verdict))
    assert set(SEVERITY) == set(get_args(Severity))
    assert set(READING) == set(get_args(Reading))


@pytest.mark.parametrize("words", [*VERDICT.values(), *SEVERITY.values(), *READING.values()])
def test_no_word_accuses(words: str) -> None:
    assert not ACCUSING.search(words)


@pytest.mark.parametrize("path", sorted(REPORT.rglob("*.html.j2")), ids=lambda p: p.name)
def test_no_template_accuses(path: Path) -> None:
    told = re.sub(r"{[%{].*?[%}]}", "", path.read_text(encoding="utf-8"))
    assert not ACCUSING.search(told)
    assert not re.search(r"\bclean\b", told, re.IGNORECASE)


@pytest.mark.parametrize(
    ("number", "told"), [(0, "0 figures"), (1, "1 figure"), (2, "2 figures"), (1200, "1,200 figures")]
)
def test_counted(number: int, told: str) -> None:
    assert counted(number, "figure", "figures") == told


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("A spokeswoman", "a spokeswoman"),
        ("The council", "the council"),
        ("Jane Roe", "Jane Roe"),
        ("A", "A"),
    ],
)
def test_inside_sentence(name: str, told: str) -> None:
    assert inside_sentence(name) == told
