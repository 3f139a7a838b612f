"""The check sheet as a Word document: what a desk prints, fills in and files."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from extractor.model import Document, Review
from extractor.report import telling
from extractor.report.cards import Card, cards
from extractor.report.layout import clean
from extractor.report.sheet import Row, Sheet
from extractor.report.words import READING, SEVERITY

#: Column → its width in centimetres; the last three are for people to fill in.
COLUMNS = {
    "#": 0.9,
    "Figure": 2.6,
    "Sentence": 8.2,
    "Who says it": 2.8,
    "Here": 3.6,
    "Source": 3.0,
    "Checked by": 2.4,
    "Date": 1.9,
}


def render_sheet_docx(review: Review) -> bytes:
    """A landscape page for each document: what is questioned, then a row for every figure."""
    import docx
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm, Pt

    file = docx.Document()
    page = file.sections[0]
    page.orientation, page.page_width, page.page_height = WD_ORIENT.LANDSCAPE, Cm(29.7), Cm(21)
    page.left_margin = page.right_margin = Cm(1.6)
    page.top_margin = page.bottom_margin = Cm(1.5)
    file.styles["Normal"].font.size = Pt(9)
    sheet = Sheet(review)
    for number, document in enumerate(review.documents):
        if number:
            file.add_page_break()
        _chapter(file, review, document, sheet.rows(document))
    file.add_paragraph(clean(telling.closing(review)))
    file.add_paragraph(
        f"Machine-made and unreviewed. crossfoot {review.provenance.get('version', '')}".strip()
    )
    kept = BytesIO()
    file.save(kept)
    return kept.getvalue()


def _chapter(file: Any, review: Review, document: Document, rows: Iterable[Row]) -> None:
    file.add_heading(_text(telling.name(document)), 1)
    for line in (" · ".join(telling.about(document)), telling.embargo(document), *document.notes):
        if line:
            file.add_paragraph(_text(line))
    for card in cards(review):
        if card.questioned.document is document:
            _card(file, card)
    _table(file, tuple(rows))


def _card(file: Any, card: Card) -> None:
    told = file.add_paragraph()
    told.add_run(f"{SEVERITY[card.severity]}, {_text(telling.place(card.questioned))}: ").bold = True
    told.add_run(f"“{_text(card.questioned.sentence.of(card.questioned.document.text)).strip()}”")
    for finding in card.findings:
        fit = f"Would fit if {READING[finding.reading]}." if finding.reading else ""
        for line in (finding.explanation, finding.arithmetic, fit):
            if line:
                file.add_paragraph(_text(line), style="List Bullet")


def _table(file: Any, rows: tuple[Row, ...]) -> None:
    from docx.shared import Cm

    if not rows:
        return
    table = file.add_table(rows=1, cols=len(COLUMNS), style="Table Grid")
    table.autofit = False
    for cell, head in zip(table.rows[0].cells, COLUMNS, strict=True):
        cell.paragraphs[0].add_run(head).bold = True
    for row in rows:
        here = "; ".join((row.status, *row.agrees))
        told = (str(row.number), row.quote, row.sentence, row.speaker, here, "", "", "")
        for cell, text in zip(table.add_row().cells, told, strict=True):
            cell.text = _text(text)
    for line in table.rows:
        for cell, width in zip(line.cells, COLUMNS.values(), strict=True):
            cell.width = Cm(width)


def _text(text: str) -> str:
    """Text that XML can hold."""
    return clean(text).replace("\ufffe", "�").replace("\uffff", "�")
