"""Pictures of PDF pages: right pages, right size, within the budget, none of what is broken."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from struct import unpack

import pytest
from reportlab.pdfgen import canvas

from extractor.read.pictures import pictures_of, png_of


def pdf(pages: int, size: tuple[float, float] = (595, 842)) -> bytes:
    kept = BytesIO()
    drawn = canvas.Canvas(kept, pagesize=size)
    for number in range(1, pages + 1):
        for line in range(40):
            drawn.drawString(72, 780 - 18 * line, f"Page {number}, line {line}: {number * line} halls")
        drawn.showPage()
    drawn.save()
    return kept.getvalue()


def test_the_pages_asked_for_in_order() -> None:
    made = pictures_of(pdf(4), [3, 1, 3, 9, 0])
    assert [p.page for p in made] == [1, 3]
    assert (made[0].width, made[0].height) == (595, 842)
    assert made[0].png.startswith(b"\x89PNG")
    assert unpack(">II", made[0].png[16:24]) == (774, 1095)


def test_a_picture_is_what_other_readers_see() -> None:
    image = pytest.importorskip("PIL.Image")
    with image.open(BytesIO(png_of(bytes([0, 255, 99, 7, 0, 255, 0, 9]), 3, 2, 4))) as opened:
        assert (opened.size, opened.mode) == ((3, 2), "L")
        assert opened.tobytes() == bytes([0, 255, 108, 0, 255, 0])


def test_the_budget_is_kept() -> None:
    every = pictures_of(pdf(3), [1, 2, 3])
    some = pictures_of(pdf(3), [1, 2, 3], len(every[0].png) + 10)
    assert [p.page for p in some] == [1]


def test_a_poster_is_drawn_smaller() -> None:
    (poster,) = pictures_of(pdf(1, (6000, 3000)), [1])
    assert unpack(">II", poster.png[16:24])[0] <= 1560


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4 nothing", b"plain words"])
def test_what_is_no_pdf_has_no_pictures(data: bytes) -> None:
    assert pictures_of(data, [1]) == ()


def test_a_shipped_pdf(root: Path) -> None:
    data = (root / "corpora" / "made" / "bank-branch-closures.three-columns.pdf").read_bytes()
    assert len(pictures_of(data, [1])) == 1
