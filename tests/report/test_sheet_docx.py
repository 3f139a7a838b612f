"""The check sheet as a Word document."""

from __future__ import annotations

from io import BytesIO

from docx import Document

from extractor.report.sheet_docx import COLUMNS, render_sheet_docx
from tests.report.marlowe import BOTH, REVIEW
from tests.report.test_html import hostile


def test_every_figure_has_a_row_and_room_for_notes() -> None:
    file = Document(BytesIO(render_sheet_docx(REVIEW)))
    (table,) = file.tables
    lines = [[cell.text for cell in row.cells] for row in table.rows]
    assert lines[0] == list(COLUMNS)
    assert len(lines) == 10
    assert "63.4" in [line[1] for line in lines]
    assert all(line[-3:] == ["", "", ""] for line in lines[1:])


def test_what_is_questioned_comes_first() -> None:
    told = [p.text for p in Document(BytesIO(render_sheet_docx(BOTH))).paragraphs]
    assert any(t.startswith("Check first, paragraph 3: “The 63.4 rate") for t in told)
    assert "Machine-made and unreviewed. crossfoot 0.1.0" in told


def test_a_hostile_story_makes_a_file_that_opens() -> None:
    told = [p.text for p in Document(BytesIO(render_sheet_docx(hostile()))).paragraphs]
    assert any("<script>alert(1)</script>" in t for t in told)
