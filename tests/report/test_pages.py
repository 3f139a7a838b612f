"""Page pictures in the report: boxes around what is questioned, nothing loaded."""

from __future__ import annotations

from dataclasses import replace

from extractor.model import Review
from extractor.report.html import render_html
from extractor.report.pages import Sheet, boxed, boxes_of
from tests.report.marlowe import MAIN, REVIEW

BOXES = [(50.0, 40.0 * n, 500.0, 40.0 * n + 30) for n in range(len(MAIN.blocks))]
PAGED = replace(
    MAIN,
    blocks=tuple(
        replace(b, page=1 + n // 4, box=box)
        for n, (b, box) in enumerate(zip(MAIN.blocks, BOXES, strict=True))
    ),
)
PRINTED = replace(REVIEW, documents=(PAGED,))
PICTURES = tuple(Sheet(n, 595, 842, b"picture") for n in (1, 2, 3))


def test_a_box_has_the_gravest_state_of_its_zone() -> None:
    found = boxes_of(PRINTED, PAGED)
    assert found[1] == {BOXES[0]: "warning", BOXES[1]: "warning", BOXES[2]: "warning", BOXES[3]: "error"}
    assert set(found) == {1, 2}


def test_pages_with_nothing_to_look_at_are_left_out() -> None:
    assert [b.sheet.page for b in boxed(PRINTED, PAGED, PICTURES)] == [1, 2]
    assert boxed(replace(PRINTED, findings=()), PAGED, PICTURES) == ()
    assert boxes_of(REVIEW, MAIN) == {}


def test_the_report_shows_pages_and_loads_nothing() -> None:
    page = render_html(PRINTED, sheets={PAGED.id: PICTURES})
    assert page.count('<image href="data:image/png;base64,') == 2
    assert page.count('<rect class="error"') >= 1
    assert "img-src data:" in page
    assert "<image" not in render_html(Review(documents=(MAIN,)))
