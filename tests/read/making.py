"""Stories set as people set them: a web page with what stands around it, a PDF of one to three columns."""

from __future__ import annotations

import html
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

GOLD = Path(__file__).resolve().parent.parent.parent / "gold"

TOP = """<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li>
<li><a href="/sport">Sport</a></li></ul></nav>
<div class="advert">Save 50% on tyres this week, only 3 left</div>"""
ASIDE = """<aside class="related"><h3>Read more</h3><ul><li><a href="/x">Ten things about 300 dogs</a></li>
<li><a href="/y">Why 40 per cent of cats sleep all day</a></li></ul></aside>"""
FOOT = """<footer><p>Copyright 2024 The Dunmere Post. Registered in England 123456.</p></footer>"""
#: Printed on every page made here; none of it is of the story.
AROUND = ("Save 50%", "300 dogs", "40 per cent of cats", "Registered in England", "Advertisement")


def gold_texts() -> Iterator[tuple[str, str]]:
    """Name and text of each labelled document that is tuned on."""
    for name in json.loads((GOLD / "split.json").read_text(encoding="utf-8"))["tune"]:
        label = json.loads((GOLD / name).read_text(encoding="utf-8"))
        if "text" in label:
            yield name, label["text"]


def paragraphs(text: str) -> list[str]:
    """The zones of a text as strings, bullets off."""
    return [re.sub(r"^[-•] ", "", part) for part in text.split("\n") if part]


def web_page(text: str, *, head: str = "") -> str:
    """The story as an article among navigation, adverts and related links."""
    headline, *rest = (html.escape(p) for p in text.split("\n\n"))
    body = [_element(p) for p in rest]
    return f"""<!doctype html><html lang="en">
<head><meta charset="utf-8"><title>{headline} | The Dunmere Post</title>
<meta property="og:title" content="{headline}"><meta property="og:site_name" content="The Dunmere Post">{head}
</head><body>{TOP}<main><article><h1>{headline}</h1><p class="byline">By <a href="/ann">Ann Lee</a></p>
{"".join(body[:3])}<div class="ad-slot">Advertisement</div>{"".join(body[3:])}</article>{ASIDE}</main>
{FOOT}</body></html>"""


def _element(paragraph: str) -> str:
    lines = paragraph.split("\n")
    if all(line.startswith("- ") for line in lines):
        return f"<ul>{''.join(f'<li>{line[2:]}</li>' for line in lines)}</ul>"
    return "".join(f"<p>{line}</p>" for line in lines)


def pdf(text: str, *, columns: int = 1, size: float = 11, rows_first: bool = False) -> bytes:
    """The story in columns, lines broken in mid-sentence, a running head and a number on each page."""
    made = io.BytesIO()
    _Press(Canvas(made, pagesize=A4), columns, size, rows_first).set(text)
    return made.getvalue()


class _Press:
    """Sets lines down the columns; with `rows_first` it draws them across, as some programs do."""

    margin, gutter, foot = 60.0, 22.0, 60.0

    def __init__(self, canvas: Canvas, columns: int, size: float, rows_first: bool) -> None:
        self.canvas, self.columns, self.size, self.rows_first = canvas, columns, size, rows_first
        self.width, self.height = A4
        self.measure = (self.width - 2 * self.margin - self.gutter * (columns - 1)) / columns
        self.page: list[tuple[float, float, str, float, str]] = []
        self.number, self.column, self.y = 1, 0, self.height - 90

    def set(self, text: str) -> None:
        for i, paragraph in enumerate(text.split("\n\n")):
            font, size = ("Helvetica-Bold", 16.0) if i == 0 else ("Helvetica", self.size)
            for line in paragraph.split("\n"):
                for piece in simpleSplit(line, font, size, self.measure):
                    self._line(piece, font, size)
                self.y -= size * 0.6
        self._end_page()
        self.canvas.save()

    def _line(self, text: str, font: str, size: float) -> None:
        if self.y - size * 1.2 < self.foot:
            self.column, self.y = self.column + 1, self.height - 90
            if self.column >= self.columns:
                self._end_page()
        x = self.margin + self.column * (self.measure + self.gutter)
        self.page.append((x, self.y, font, size, text))
        self.y -= size * 1.2

    def _end_page(self) -> None:
        self.canvas.setFont("Helvetica", 8)
        self.canvas.drawString(
            self.margin, self.height - 35, f"The Evening Courier, 4 March    Page {self.number}"
        )
        self.canvas.drawCentredString(self.width / 2, 25, str(self.number))
        order = sorted(self.page, key=lambda drawn: (-drawn[1], drawn[0])) if self.rows_first else self.page
        for x, y, font, size, text in order:
            self.canvas.setFont(font, size)
            self.canvas.drawString(x, y, text)
        self.canvas.showPage()
        self.page, self.number, self.column, self.y = [], self.number + 1, 0, self.height - 90
