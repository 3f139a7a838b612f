"""Texts put back by whoever has them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec.structs import replace as with_fields

from extractor.export.kinds import TextMode
from extractor.export.rehydrate import rehydrated
from extractor.export.texts import mode_of, with_text
from extractor.report.records import ReviewRecord
from tests.export.made import HAND
from tests.report.marlowe import BOTH

TEXTS = BOTH.documents


def without_settings(record: ReviewRecord) -> ReviewRecord:
    return with_fields(record, settings={})


def test_from_quotes_everything_comes_back() -> None:
    done = rehydrated(with_text(HAND, TextMode.quote), TEXTS)
    assert done.missing == ()
    assert without_settings(done.record) == without_settings(HAND)
    assert done.record.settings == {**HAND.settings, "text": "full", "rehydrated": "quote"}


def test_from_nothing_come_the_words_that_offsets_point_to() -> None:
    done = rehydrated(with_text(HAND, TextMode.none), reversed(TEXTS)).record
    for made, whole in zip(done.documents, HAND.documents, strict=True):
        assert (made.text, made.title) == (whole.text, whole.title)
        for claim, wanted in zip(made.claims, whole.claims, strict=True):
            slots = {name: with_fields(s, key="") for name, s in wanted.slots.items()}
            assert claim == with_fields(wanted, slots=slots)
        for finding, judged in zip(made.findings, whole.findings, strict=True):
            assert (finding.cue, finding.figures) == (judged.cue, judged.figures)
    assert [f.figures for f in done.findings] == [f.figures for f in HAND.findings]


@pytest.mark.parametrize("mode", [TextMode.none, TextMode.quote])
def test_another_edition_is_not_taken_for_the_text(mode: TextMode) -> None:
    other = replace(TEXTS[0], text=TEXTS[0].text.replace("410", "401"))
    record = with_text(HAND, mode)
    done = rehydrated(record, [other, TEXTS[1]])
    assert done.missing == (TEXTS[0].id,)
    assert done.record.documents[0] == record.documents[0]
    assert done.record.documents[1].text == TEXTS[1].text
    assert mode_of(done.record) is mode
