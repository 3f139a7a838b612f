"""Direct quotes: every way to open, close, forget and nest the marks, and none runs away."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.frame.sentences import zones
from extractor.frame.speaker.quotes import quotes
from extractor.model import Block, Document, Span


def quoted(text: str) -> list[str]:
    """The words inside the outermost quotes."""
    document = Document("d", text)
    return [q.span.of(text) for q in quotes(text, zones(document))]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("“We had 330,” she said.", ["We had 330,"]),
        ('"We had 330," she said.', ["We had 330,"]),
        ("'We had 330,' she said.", ["We had 330,"]),
        ("‘We had 330,’ she said.", ["We had 330,"]),
        ("“He told me ‘330’ and left,” she said.", ["He told me ‘330’ and left,"]),
        ("‘He told me “330” and left,’ she said.", ["He told me “330” and left,"]),
        ("'Don't ask for 5. It's the boards' plan,' she said.", ["Don't ask for 5. It's the boards' plan,"]),
        ("“It is 5,” she said. “And it was 6.”", ["It is 5,", "And it was 6."]),
        ('The "golden hello" of 6,000 is gone.', ["golden hello"]),
        ("It’s the council’s plan, isn’t it?", []),
        ('The 6\'2" man and the 5" nail', []),
        ("Rock 'n' roll has 3 words", ["n"]),
        ("“Never closed again", ["Never closed again"]),
        ("“", [""]),
        ("", []),
    ],
)
def test_what_stands_inside_the_marks(text: str, inside: list[str]) -> None:
    assert quoted(text) == inside


def test_a_quote_over_paragraphs_reopens_without_closing() -> None:
    text = "“I used to walk,” he said. “Now I stop.\n\n“They tell me 600.\n\n“It is a queue.”\n\nHe left 5."
    found = quotes(text, zones(Document("d", text)))
    assert [q.continues for q in found] == [False, False, True, True]
    assert [q.open for q in found] == [False, True, True, False]
    assert "He left 5." not in "".join(q.span.of(text) for q in found)


def test_a_quote_that_is_never_closed_ends_with_its_paragraph() -> None:
    text = "“We lost 7 of them.\n\nThe council has 9 homes.\n\n“It has 8,” he said."
    assert quoted(text) == ["We lost 7 of them.", "It has 8,"]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("“We lost 7, she said.\n\nThe council has 9 homes.", "We lost 7,"),
        ("“We lost 7 in a year, chief executive Ida Rowe said.", "We lost 7 in a year,"),
        ('"Have we lost 7? said Ida Rowe.', "Have we lost 7?"),
        ("“We lost 7. Who said that? Nobody.", "We lost 7. Who said that? Nobody."),
    ],
)
def test_a_quote_that_is_never_closed_ends_where_its_speaker_is_told(text: str, inside: str) -> None:
    assert quoted(text) == [inside]


def test_a_second_opening_mark_ends_the_quote_before_at_its_first_sentence() -> None:
    assert quoted("“We lost 7. The council has 9 homes. “It has 8,” he said.") == ["We lost 7.", "It has 8,"]


def test_a_zone_that_is_a_quote_needs_no_marks() -> None:
    text = "We lost 7 homes."
    assert [q.span for q in quotes(text, (Block("quote", Span(0, len(text))),))] == [Span(0, len(text))]


@given(st.text(alphabet="ab5 .,'\"“”‘’«»\n—-", max_size=80))
def test_no_text_breaks_it_and_no_quote_leaves_its_zone(text: str) -> None:
    zoned = zones(Document("d", text))
    at = 0
    for quote in quotes(text, zoned):
        assert zoned[quote.zone].span.contains(quote.span)
        assert quote.span.start >= at
        at = quote.span.end
