"""The words of the review page: never an accusation of people."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import extractor.web
from tests.report.test_words import ACCUSING

TEMPLATES = Path(extractor.web.__file__).parent / "templates"


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.j*")), ids=lambda p: p.name)
def test_no_template_accuses(path: Path) -> None:
    told = re.sub(r"{[%{].*?[%}]}", "", path.read_text(encoding="utf-8"))
    assert not ACCUSING.search(told)
    assert not re.search(r"\bclean\b", told, re.IGNORECASE)
