"""What a command writes: its formats, and how a text report is drawn."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.model import Review
    from extractor.report.pages import Sheet

#: Lines longer than this are hard to read, however wide the terminal.
WIDEST = 100


class Colour(StrEnum):
    """When the terminal report is coloured."""

    auto = "auto"
    always = "always"
    never = "never"


class CheckFormat(StrEnum):
    """What `check` writes."""

    text = "text"
    json = "json"
    jsonl = "jsonl"
    html = "html"
    md = "md"
    csv = "csv"
    docx = "docx"
    sarif = "sarif"


class ClaimsFormat(StrEnum):
    """What `claims` writes."""

    text = "text"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"


@dataclass(frozen=True, slots=True)
class Look:
    """How a text report is drawn: for the terminal that shows it, or plain for a file."""

    width: int
    colour: bool
    encoding: str | None

    @classmethod
    def of(cls, color: Colour, output: Path | None) -> Look:
        encoding = sys.stdout.encoding if output is None else "utf-8"
        return cls(_width(), coloured(color, output), encoding)


def rendered(review: Review, shape: CheckFormat, everything: bool, excerpt: bool, look: Look) -> str:
    """The review in a format of `check`."""
    match shape:
        case CheckFormat.html:
            from extractor.report.html import render_html

            sheets = {} if excerpt else _sheets(review)
            return render_html(
                review, everything=everything, whole=not excerpt, made=date.today(), sheets=sheets
            )
        case CheckFormat.md:
            from extractor.report.markdown import render_markdown

            return render_markdown(review, everything=everything)
        case CheckFormat.csv:
            from extractor.report.sheet import render_sheet_csv

            return render_sheet_csv(review)
        case CheckFormat.sarif:
            from extractor.report.sarif import render_sarif

            return render_sarif(review)
        case CheckFormat.json | CheckFormat.jsonl:
            return _json(review, lines=shape is CheckFormat.jsonl)
    return _cards(review, everything, look)


def _sheets(review: Review) -> dict[str, list[Sheet]]:
    """Pictures of the pages of the PDFs that something is to be looked at in; all together keep a budget."""
    from extractor.read.pictures import BUDGET, pictures_of
    from extractor.report.pages import Sheet, boxes_of

    made: dict[str, list[Sheet]] = {}
    left = BUDGET
    for document in review.documents:
        pages = boxes_of(review, document)
        source = Path(document.source or "")
        if pages and source.is_file():
            pictures = pictures_of(source.read_bytes(), pages, left)
            left -= sum(len(p.png) for p in pictures)
            made[document.id] = [Sheet(p.page, p.width, p.height, p.png) for p in pictures]
    return made


def _cards(review: Review, everything: bool, look: Look) -> str:
    from extractor.report.layout import glyphs_for
    from extractor.report.terminal import render_text

    glyphs = glyphs_for(look.encoding)
    return render_text(review, width=look.width, colour=look.colour, everything=everything, glyphs=glyphs)


def _json(review: Review, lines: bool) -> str:
    from extractor.report.json import render_json, render_jsonl

    return render_jsonl(review) if lines else render_json(review)


def claim_table(review: Review, shape: ClaimsFormat, look: Look, missing: bool) -> str:
    """The claims of a review in a format of `claims`."""
    if shape is ClaimsFormat.csv:
        from extractor.report.claim_table import render_csv

        return render_csv(review, missing=missing)
    if shape is not ClaimsFormat.text:
        return _json(review, lines=shape is ClaimsFormat.jsonl)
    from extractor.report.claim_table import render_claims
    from extractor.report.layout import glyphs_for

    glyphs = glyphs_for(look.encoding)
    return render_claims(review, width=look.width, colour=look.colour, glyphs=glyphs, missing=missing)


def coloured(color: Colour, output: Path | None) -> bool:
    if color is not Colour.auto:
        return color is Colour.always
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or output is not None
    return not plain and sys.stdout.isatty()


def _width() -> int:
    from shutil import get_terminal_size

    return min(get_terminal_size().columns, WIDEST)
