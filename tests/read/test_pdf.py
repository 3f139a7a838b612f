"""PDF pages: tables, footnote marks, words broken at line ends, places of what was read."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

from extractor.model import Document
from extractor.read import read
from extractor.read.doubt import is_doubtful, note_on
from extractor.read.layout import join

PLAIN = [
    ["Council", "2022", "2023", "Change"],
    ["Dunmere", "1,234", "1,300", "5.3%"],
    ["Sheer Water", "c", "20", ".."],
    ["Wattleford North", "2,300", "2,100", "-8.7%"],
    ["Total", "3,540", "3,420", "-3.4%"],
]
MERGED = [
    ["", "2022", "", "2023", ""],
    ["Council", "Number", "Per cent", "Number", "Per cent"],
    ["Dunmere", "1,234", "44.1%", "1,300", "50%"],
    ["Sheer", "c", "..", "20", "10%"],
    ["Total", "3,540", "100%", "3,420", "100%"],
]
ABOVE = "The number of children who went missing fell by 3.4 per cent in the year, the council said."
BELOW = "The number rose in Dunmere, where it was 1,300, up from 1,234 in the year before, or 5.3 per cent."


def only(data: bytes, tmp_path: Path) -> Document:
    file = tmp_path / "report.pdf"
    file.write_bytes(data)
    (found,) = read(file)
    assert isinstance(found, Document), found
    return found


def report(rows: list[list[str]], *, ruled: bool, above: str = ABOVE) -> bytes:
    style = [("ALIGN", (1, 0), (-1, -1), "RIGHT")]
    style += [("GRID", (0, 0), (-1, -1), 0.5, colors.black)] if ruled else []
    style += [("SPAN", (1, 0), (2, 0)), ("SPAN", (3, 0), (4, 0))] if rows is MERGED else []
    types = getSampleStyleSheet()
    made = io.BytesIO()
    SimpleDocTemplate(made, pagesize=A4).build(
        [
            Paragraph("Children missing from care", types["Title"]),
            Paragraph(above, types["BodyText"]),
            Paragraph("Table 1: Children missing, by council", types["Heading3"]),
            Table(rows, style=TableStyle(style)),
            Paragraph("Source: the councils", types["BodyText"]),
            Paragraph(BELOW, types["BodyText"]),
        ]
    )
    return made.getvalue()


@pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "not ruled"])
def test_a_table_stands_where_it_is_printed(ruled: bool, tmp_path: Path) -> None:
    document = only(report(PLAIN, ruled=ruled), tmp_path)
    (table,) = document.tables
    assert table.heads == tuple(PLAIN[0])
    assert table.rows == tuple(map(tuple, PLAIN[1:]))
    assert (table.caption, table.page) == ("Table 1: Children missing, by council", 1)
    zones = [(b.kind, b.span.of(document.text)) for b in document.blocks if b.kind != "table_cell"]
    assert zones == [
        ("headline", "Children missing from care"),
        ("paragraph", ABOVE),
        ("caption", "Table 1: Children missing, by council"),
        ("footnote", "Source: the councils"),
        ("paragraph", BELOW),
    ]
    assert document.text.index(ABOVE) < document.text.index("Dunmere | 1,234") < document.text.index(BELOW)


@pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "not ruled"])
def test_merged_heads_name_each_column(ruled: bool, tmp_path: Path) -> None:
    document = only(report(MERGED, ruled=ruled), tmp_path)
    (table,) = document.tables
    assert table.heads == ("Council", "2022: Number", "2022: Per cent", "2023: Number", "2023: Per cent")
    cell = next(b for b in document.blocks if b.span.of(document.text) == "44.1%")
    assert cell.heads == ("Dunmere", "2022: Per cent")


def test_a_raised_mark_is_no_digit(tmp_path: Path) -> None:
    marked = ABOVE.replace("3.4", "4,245<super size=7>1</super> or 3.4").replace(
        "year", "year<super size=7>12</super>"
    )
    text = only(report(PLAIN, ruled=True, above=marked), tmp_path).text
    assert "fell by 4,245 or 3.4 per cent in the year, the council" in text


def test_a_figure_is_found_on_its_page(tmp_path: Path) -> None:
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=A4)
    canvas.drawString(72, 700, "The council sold 120 homes last year.")
    canvas.showPage()
    canvas.drawString(72, 400, "It was 44 per cent of all that it had.")
    canvas.save()
    document = only(made.getvalue(), tmp_path)
    span = next(b.span for b in document.blocks if "44" in b.span.of(document.text))
    located = document.locate(span)
    assert located is not None
    page, box = located
    assert page == 2
    assert box is not None
    assert box[1] < A4[1] - 400 < box[3]


@pytest.mark.parametrize(
    ("lines", "words", "wanted"),
    [
        (["56.9 per", "cent of them"], "", "56.9 per cent of them"),
        (["the inter-", "view was held"], "", "the interview was held"),
        (["the twenty-", "five of them"], "twenty-five", "the twenty-five of them"),
        (["the Anglo-", "Irish council"], "", "the Anglo-Irish council"),
        (["in 2018-", "19 it rose"], "", "in 2018-19 it rose"),
        (["it rose -", "and fell"], "", "it rose - and fell"),
        ([], "", ""),
    ],
)
def test_lines_are_joined_as_they_were_before_they_broke(lines: list[str], words: str, wanted: str) -> None:
    assert join(lines, frozenset(words.split())) == wanted


WORDS = [["Council", "Mayor", "Answer"], ["Dunmere", "Ann Lee", "Yes"], ["Sheer", "Bob Ray", "No answer"]]
LONG = [
    ["Council", "What it said of the year", "Children"],
    ["Dunmere", "It counts every child who was away for longer than a night, and so it has", "1,300"],
    ["Sheer", "No answer, though it was asked twice", "c"],
    ["Wattleford North", "It counts all of them and says that the number fell", "2,100"],
]


def test_lines_around_its_cells_tell_a_table_of_words(tmp_path: Path) -> None:
    (table,) = only(report(WORDS, ruled=True), tmp_path).tables
    assert (table.heads, table.rows) == (tuple(WORDS[0]), tuple(map(tuple, WORDS[1:])))


def test_a_ruled_cell_of_several_lines_is_one_cell(tmp_path: Path) -> None:
    body = getSampleStyleSheet()["BodyText"]
    made = io.BytesIO()
    cells = [[Paragraph(cell, body) for cell in row] for row in LONG]
    grid = Table(
        cells, colWidths=[90, 180, 70], style=TableStyle([("GRID", (0, 0), (-1, -1), 1, colors.black)])
    )
    SimpleDocTemplate(made, pagesize=A4).build([Paragraph(ABOVE, body), grid, Paragraph(BELOW, body)])
    document = only(made.getvalue(), tmp_path)
    (table,) = document.tables
    assert (table.heads, table.rows) == (tuple(LONG[0]), tuple(map(tuple, LONG[1:])))
    assert document.notes == ()
    assert document.text.startswith(ABOVE)
    assert document.text.endswith(BELOW)


def test_where_the_second_reader_fails_the_first_is_enough(tmp_path: Path) -> None:
    damaged = report(PLAIN, ruled=True).replace(b"/MediaBox", b"/MediaXox")
    document = only(damaged, tmp_path)
    assert document.tables[0].rows == tuple(map(tuple, PLAIN[1:]))


def test_a_frame_around_a_paragraph_is_no_table(tmp_path: Path) -> None:
    body = getSampleStyleSheet()["BodyText"]
    made = io.BytesIO()
    frame = Table([[Paragraph(ABOVE, body)]], style=TableStyle([("BOX", (0, 0), (-1, -1), 1, colors.black)]))
    SimpleDocTemplate(made, pagesize=A4).build([frame, Paragraph(BELOW, body)])
    document = only(made.getvalue(), tmp_path)
    assert document.tables == ()
    assert document.text == f"{ABOVE}\n\n{BELOW}"


def test_figures_on_which_two_readers_disagree_are_told(tmp_path: Path) -> None:
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=A4)
    canvas.grid([72, 172, 272], [600, 620, 640])
    for y, words in ((626, "Dunmere"), (606, "Sheer")):
        canvas.drawString(80, y, words)
        canvas.drawString(180, y, "2,019")
        canvas.drawString(180.2, y, "2,019")  # twice, to look bold
    canvas.save()
    document = only(made.getvalue(), tmp_path)
    assert [row[1] for row in document.tables[0].rows] == ["2,019", "2,019"]
    (note,) = document.notes
    assert note.startswith("page 1: two readers disagree on the figures 2,019 / 22")


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("in the year 2 0 1 5 it rose", True),
        ("in the year 22001199 it rose", True),
        ("\ue001\ue002 it rose", True),
        ("it rose by 5 to 1,122 in 2022", False),
        ("", False),
    ],
)
def test_odd_letters_are_read_twice(text: str, doubtful: bool) -> None:
    assert is_doubtful(text) is doubtful


def test_many_pages_make_one_note() -> None:
    assert note_on({}) is None
    assert note_on({3: "1 / 2"}) == "page 3: two readers disagree on the figures 1 / 2"
    assert note_on(dict.fromkeys(range(1, 11), "1 / 2")) == (
        "page 1: two readers disagree on the figures 1 / 2; likewise on page 2, 3, 4, 5, 6, 7, 8, 9"
        " and 1 more"
    )


def numbered(edge: float, first: int, *, counts: bool) -> bytes:
    """Three pages of a text that runs on, with a number at the edge that counts them or does not."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=A4)
    for page in range(3):
        for line in range(12):
            canvas.drawString(130, 640 - 14 * line, f"the council counted homes in street {'abc'[page]}")
        canvas.drawCentredString(A4[0] / 2, edge, str(first + page if counts else (71, 12, 40)[page]))
        canvas.showPage()
    canvas.save()
    return made.getvalue()


@pytest.mark.parametrize("edge", [25.0, 110.0, 150.0])
@pytest.mark.parametrize("first", [1, 17])
def test_a_page_number_is_no_figure_however_wide_the_margins(edge: float, first: int, tmp_path: Path) -> None:
    text = only(numbered(edge, first, counts=True), tmp_path).text
    assert not any(letter.isdigit() for letter in text)


def test_a_number_at_the_edge_that_does_not_count_pages_stays(tmp_path: Path) -> None:
    text = only(numbered(110.0, 1, counts=False), tmp_path).text
    assert [text.count(n) for n in ("71", "12", "40")] == [1, 1, 1]
