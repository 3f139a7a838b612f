"""Every shape that the readers take, each with a writer: stories as text, tables as rows of cells."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Callable, Sequence
from typing import Any

import docx
import odfdo
import openpyxl
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.platypus import SimpleDocTemplate, TableStyle
from reportlab.platypus import Table as Printed

from tests.read import making

Rows = Sequence[Sequence[str]]
#: What Markdown may take for a mark; a backslash makes a letter of it.
_MARKS = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|&~^$])")
#: A line before the table of a page, so that there is an article.
_LEAD = "The council gave these figures for each of its towns, and said that more would come in the spring."


def _cue(number: int, text: str) -> str:
    first, last = (f"00:{n // 60:02}:{n % 60:02},000" for n in (number * 4, number * 4 + 4))
    return f"{number}\n{first} --> {last}\n{text}\n"


def srt(text: str) -> bytes:
    """The paragraphs as what is said in so many subtitles."""
    return "\n".join(_cue(n, said) for n, said in enumerate(text.split("\n\n"), 1)).encode()


def vtt(text: str) -> bytes:
    """The same for the web, where "&" and "<" are written as pages write them."""
    body = srt(text).decode().replace("&", "&amp;").replace("<", "&lt;")
    return ("WEBVTT\n\n" + re.sub(r"(?<=:\d\d),(?=\d\d\d)", ".", body)).encode()


def markdown(text: str) -> bytes:
    """The story in Markdown, whatever could be taken for a mark of it escaped."""
    headline, *rest = map(_unmarked, text.split("\n\n"))
    return "\n\n".join(["# " + headline, *rest]).encode()


def _unmarked(text: str) -> str:
    return _MARKS.sub(r"\\\1", text)


def json_list(text: str) -> bytes:
    """The story as the one of a list."""
    return json.dumps([{"id": "a", "text": text}]).encode()


#: Name with an ending → what makes a story such a file.
STORIES: dict[str, Callable[[str], bytes]] = {
    "story.txt": str.encode,
    "story.html": lambda text: making.web_page(text).encode(),
    **{f"story.{ending}": make for ending, make in making.MAKERS.items()},
    "story.md": markdown,
    "story.json": json_list,
    "story.srt": srt,
    "story.vtt": vtt,
    "one-column.pdf": making.pdf,
    "two-columns.pdf": lambda text: making.pdf(text, columns=2),
    "justified.pdf": lambda text: making.flowed(text, gap=8, justified=True),
}


def _parted(delimiter: str) -> Callable[[Rows], bytes]:
    def write(rows: Rows) -> bytes:
        made = io.StringIO()
        csv.writer(made, delimiter=delimiter).writerows(rows)
        return made.getvalue().encode()

    return write


def excel(rows: Rows) -> bytes:
    """The rows as a sheet of Excel, numbers as numbers that their format shows as they are printed."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for r, row in enumerate(rows, 1):
        for c, text in enumerate(row, 1):
            cell = sheet.cell(r, c, text)
            if r > 1 and re.fullmatch(r"-?[\d,]+(?:\.\d+)?%?", text):
                number = float(text.rstrip("%").replace(",", ""))
                cell.value = number / 100 if text.endswith("%") else number
                decimals = "." + "0" * len(text.rstrip("%").partition(".")[2]) if "." in text else ""
                shown = ("#,##0" if "," in text else "0") + decimals
                cell.number_format = shown + ("%" if text.endswith("%") else "")
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _table_of_odf(rows: Rows) -> odfdo.Table:
    table = odfdo.Table("Table")
    for row in rows:
        own = odfdo.Row()
        for text in row:
            own.append_cell(odfdo.Cell(text=text, cell_type="string"), clone=False)
        table.append_row(own, clone=False)
    return table


def ods(rows: Rows) -> bytes:
    """The rows as a sheet of OpenDocument."""
    opened = odfdo.Document("spreadsheet")
    opened.body.clear()
    opened.body.append(_table_of_odf(rows))
    made = io.BytesIO()
    opened.save(made)
    return made.getvalue()


def odt(rows: Rows) -> bytes:
    """The rows as a table in an OpenDocument text."""
    opened = odfdo.Document("text")
    opened.body.clear()
    opened.body.append(odfdo.Paragraph(_LEAD))
    opened.body.append(_table_of_odf(rows))
    made = io.BytesIO()
    opened.save(made)
    return made.getvalue()


def word(rows: Rows) -> bytes:
    """The rows as a table in a Word file."""
    opened = docx.Document()
    opened.add_paragraph(_LEAD)
    table = opened.add_table(len(rows), len(rows[0]))
    for own, row in zip(table.rows, rows, strict=True):
        for cell, text in zip(own.cells, row, strict=True):
            cell.text = text
    made = io.BytesIO()
    opened.save(made)
    return made.getvalue()


def page(rows: Rows) -> bytes:
    """The rows as a table in a web page."""
    body = "".join(f"<tr>{''.join(f'<td>{html.escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    story = making.web_page(f"Figures for the towns\n\n{_LEAD}\n\nTABLE\n\n{_LEAD}")
    return story.replace("<p>TABLE</p>", f"<table>{body}</table>").encode()


def markdown_table(rows: Rows) -> bytes:
    """The rows as a table in Markdown."""
    lines = [f"| {' | '.join(map(_unmarked, row))} |" for row in rows]
    return "\n".join([_LEAD, "", lines[0], "|" + "---|" * len(rows[0]), *lines[1:]]).encode()


def _pdf(*, ruled: bool) -> Callable[[Rows], bytes]:
    def write(rows: Rows) -> bytes:
        lines: list[Any] = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)] if ruled else []
        made = io.BytesIO()
        style = TableStyle([("ALIGN", (1, 0), (-1, -1), "RIGHT"), *lines])
        table = Printed([list(row) for row in rows], style=style)
        SimpleDocTemplate(made, pagesize=A4).build([table])
        return made.getvalue()

    return write


#: Name with an ending → what makes a table such a file.
TABLES: dict[str, Callable[[Rows], bytes]] = {
    "commas.csv": _parted(","),
    "semicolons.csv": _parted(";"),
    "tabs.tsv": _parted("\t"),
    "book.xlsx": excel,
    "book.ods": ods,
    "text.odt": odt,
    "text.docx": word,
    "page.html": page,
    "text.md": markdown_table,
    "ruled.pdf": _pdf(ruled=True),
    "bare.pdf": _pdf(ruled=False),
}

__all__ = ["STORIES", "TABLES", "Rows"]
