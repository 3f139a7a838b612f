"""Sources and denials in short news stories: what both halves get right at least."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.frame.snippet import HALVES, denials, exact, marked, sources

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize("half", HALVES)
def test_most_sources_of_snippets_are_told_and_told_rightly(nlp: Language, half: str) -> None:
    found = marked(half, nlp)
    assert sources(found).f1 >= 0.9
    assert exact(found) >= 0.82
    assert denials(found).f1 >= 0.9


@pytest.mark.parametrize("half", HALVES)
def test_snippets_mark_figures_of_either_kind(nlp: Language, half: str) -> None:
    found = marked(half, nlp)
    assert len(found) > 100
    assert 0.1 < sum(m.negated for m in found) / len(found) < 0.3
    assert 0.5 < sum(m.who is not None for m in found) / len(found) < 0.8
    assert all(m.source is None or m.source in m.printed for m in found)
