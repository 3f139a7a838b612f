"""Stories set as people set them: a web page with what stands around it, a PDF of one to three columns."""

from __future__ import annotations

import csv
import gzip
import html
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from pathlib import Path

from reportlab.lib.enums import TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate

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


def word(text: str) -> bytes:
    """The story as a Word file."""
    import docx

    headline, *rest = text.split("\n\n")
    opened = docx.Document()
    opened.add_heading(headline, 0)
    for line in "\n".join(rest).split("\n"):
        style = "List Bullet" if line.startswith("- ") else None
        opened.add_paragraph(line.removeprefix("- "), style)
    made = io.BytesIO()
    opened.save(made)
    return made.getvalue()


def odt(text: str) -> bytes:
    """The story as an OpenDocument text."""
    import odfdo

    headline, *rest = text.split("\n\n")
    opened = odfdo.Document("text")
    opened.body.clear()
    opened.body.append(odfdo.Header(1, headline))
    for paragraph in rest:
        lines = paragraph.split("\n")
        if lines[0].startswith("- "):
            opened.body.append(odfdo.List([line[2:] for line in lines]))
        else:
            for line in lines:
                opened.body.append(odfdo.Paragraph(line))
    made = io.BytesIO()
    opened.save(made)
    return made.getvalue()


def mail(text: str) -> bytes:
    """The story as a mail, its headline as the subject."""
    message = EmailMessage()
    headline, _, body = text.partition("\n\n")
    message["Subject"] = headline
    message["From"] = "Ann Lee <ann@example.org>"
    message["Date"] = "Fri, 31 May 2024 06:00:00 +0000"
    message.set_content(body, cte="quoted-printable")
    return message.as_bytes()


def mhtml(text: str) -> bytes:
    """The story as a browser archives its page."""
    message = EmailMessage()
    message["From"] = "<Saved by a browser>"
    message["Snapshot-Content-Location"] = "https://dunmere.example/story"
    message["Date"] = "Sat, 1 Jun 2024 06:00:00 +0000"
    message.set_content(web_page(text), subtype="html", cte="quoted-printable")
    message.add_related(b"\x89PNG", "image", "png")
    return message.as_bytes()


def zipped(text: str) -> bytes:
    """The story as a text in a folder in a zip, beside what some systems put there."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("stories/", "")
        packed.writestr("stories/story.txt", text)
        packed.writestr("__MACOSX/stories/._story.txt", b"\0\5\26\7")
    return made.getvalue()


def warc(text: str) -> bytes:
    """The story's page in a web archive, beside a picture."""
    page = _record("https://dunmere.example/story", "text/html; charset=utf-8", web_page(text).encode())
    return page + _record("https://dunmere.example/photo", "image/png", b"\x89PNG")


def _record(url: str, kind: str, body: bytes) -> bytes:
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        "WARC-Date: 2024-06-01T00:00:00Z\r\n"
        f"WARC-Target-URI: {url}\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def feed(text: str) -> bytes:
    """The story as the one entry of an RSS file."""
    headline, *rest = (html.escape(p) for p in text.split("\n\n"))
    body = html.escape("".join(_element(p) for p in rest))
    return f"""<?xml version="1.0"?><rss version="2.0"><channel><title>The Dunmere Post</title><item>
<title>{headline}</title><link>https://dunmere.example/story</link><description>{body}</description>
<pubDate>Fri, 31 May 2024 06:00:00 GMT</pubDate></item></channel></rss>""".encode()


def atom(text: str) -> bytes:
    """The story as the one entry of an Atom file, its text as elements."""
    headline, *rest = (html.escape(p) for p in text.split("\n\n"))
    body = "".join(_element(p) for p in rest)
    return f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Dunmere Post</title><entry>
<title>{headline}</title><link href="https://dunmere.example/story"/><content type="xhtml">
<div xmlns="http://www.w3.org/1999/xhtml">{body}</div></content></entry></feed>""".encode()


def jsonl(text: str) -> bytes:
    """The story's text on one line."""
    return json.dumps({"id": "a", "text": text}).encode()


def jsonl_of_pages(text: str) -> bytes:
    """The story's page on one line."""
    return json.dumps({"id": "a", "html": web_page(text)}).encode()


def csv_of_articles(text: str) -> bytes:
    """The story in a row of a CSV file."""
    made = io.StringIO()
    csv.writer(made).writerows([["id", "text"], ["a", text]])
    return made.getvalue().encode()


def markdown(text: str) -> bytes:
    """The story in Markdown."""
    lines = text.replace("\n\n", "\n").split("\n")
    marked = ["# " + lines[0], *(_escaped(line) for line in lines[1:])]
    return re.sub(r"(\n- .*)\n(?=\n- )", r"\1", "\n\n".join(marked)).encode()


def _escaped(line: str) -> str:
    return re.sub(r"([*_#\[\]])", r"\\\1", line)


#: Ending → what makes a story such a file.
MAKERS: dict[str, Callable[[str], bytes]] = {
    "md": markdown,
    "docx": word,
    "odt": odt,
    "eml": mail,
    "mhtml": mhtml,
    "zip": zipped,
    "warc": warc,
    "warc.gz": lambda text: gzip.compress(warc(text)),
    "txt.gz": lambda text: gzip.compress(text.encode()),
    "rss": feed,
    "atom": atom,
    "jsonl": jsonl,
    "ndjson": jsonl_of_pages,
    "csv": csv_of_articles,
    "htm": lambda text: web_page(text).encode("utf-16"),
    "utf16.txt": lambda text: text.encode("utf-16"),
}


def flowed(
    text: str, *, indent: float = 0, gap: float = 0, justified: bool = False, plain: bool = False
) -> bytes:
    """The story set by a page maker under one running head in the type of the text itself.

    Paragraphs are told by an indent, a gap or neither; a plain headline is no larger than the text.
    """
    body = ParagraphStyle("body", fontName="Times-Roman", fontSize=11, leading=13)
    body.firstLineIndent, body.spaceAfter, body.alignment = indent, gap, TA_JUSTIFY if justified else TA_LEFT
    head = ParagraphStyle("head", body, fontSize=11 if plain else 18, leading=13 if plain else 22)
    head.spaceAfter, head.firstLineIndent = 12, 0
    headline, *rest = (html.escape(line) for line in text.replace("\n\n", "\n").split("\n"))
    made = io.BytesIO()
    flowables = [Paragraph(headline, head), *(Paragraph(line, body) for line in rest)]
    SimpleDocTemplate(made, pagesize=A4).build(
        flowables, onFirstPage=_running_head, onLaterPages=_running_head
    )
    return made.getvalue()


def _running_head(canvas: Canvas, _: object) -> None:
    canvas.setFont("Times-Roman", 11)
    canvas.drawString(72, 810, "The Evening Courier, Tuesday 4 March")
