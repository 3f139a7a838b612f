"""Whatever is handed in: a document, or one line that names the thing, the value and the way out."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from extractor.errors import EmptyError, NotSupportedError
from extractor.model import Document, Problem
from extractor.read import document_from_text, read

GOOD = "Council sells 120 homes\n\nThe council sold 120 homes last year, 40 of them in the town of Dunmere."
FRENCH = (
    "Le conseil a vendu 120 logements\n\nLe conseil municipal a vendu 120 logements l'année dernière, "
    "dont 40 en ville, selon les chiffres publiés par la mairie, mais les familles ne sont pas là."
)


def scanned() -> bytes:
    made = io.BytesIO()
    canvas = Canvas(made)
    canvas.rect(100, 100, 300, 400, fill=1)
    canvas.save()
    return made.getvalue()


def locked() -> bytes:
    made = io.BytesIO()
    canvas = Canvas(made, encrypt="secret")
    canvas.drawString(100, 700, "Only for the eyes of 12 people")
    canvas.save()
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("empty.txt", b"", "empty; give"),
        ("blank.txt", b" \n\t\n", "empty; give"),
        ("empty.pdf", b"", "empty; give"),
        ("noise.txt", bytes(range(256)) * 20, "binary data"),
        ("photo.jpg", b"\xff\xd8\xff\xe0" + b"\0" * 50, "a picture"),
        ("old.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 50, "save it as .docx"),
        ("scan.pdf", scanned(), "probably a scan; run it through OCR"),
        ("locked.pdf", locked(), "locked with a password"),
        ("torn.pdf", b"%PDF-1.7\n1 0 obj <<", "a damaged PDF"),
        ("page.html", b"<html><body></body></html>", "no article in the page"),
        ("conte.txt", FRENCH.encode(), "the text is in French; only English is read"),
        (
            "novel.txt",
            b"The council sold 120 homes in the year.\n" * 1_300_000,
            "52 MB of text, more than 40 MB",
        ),
        (
            "long.txt",
            b"The council sold 120 homes in the year.\n" * 300_000,
            "12,000,000 characters, more than",
        ),
        ("wide.txt", b"\xff\xfeA\0B\0\0\xd8", "marked as utf-16"),
    ],
)
def test_one_line_says_what_is_the_matter(name: str, data: bytes, words: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    (problem,) = read(file)
    assert isinstance(problem, Problem)
    assert problem.source == str(file)
    assert words in problem.message
    assert "\n" not in problem.message


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    (missing,) = read(tmp_path / "gone.txt")
    assert missing == Problem(str(tmp_path / "gone.txt"), "no such file; check the path")


@pytest.mark.parametrize(
    ("text", "error"), [("", EmptyError), ("\n", EmptyError), (FRENCH, NotSupportedError)]
)
def test_a_text_that_cannot_be_read_raises(text: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        document_from_text(text, id="story")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_the_encoding_is_told_from_the_bytes(encoding: str, tmp_path: Path) -> None:
    text = GOOD.replace("120 homes last", "£1.2m of homes – “cheap” – last")
    file = tmp_path / "story.txt"
    file.write_bytes(text.encode(encoding))
    (document,) = read(file)
    assert isinstance(document, Document)
    assert document.text == text
    assert bool(document.notes) is (encoding == "cp1252")


def test_a_bad_byte_among_good_ones_is_mended_aloud(tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    file.write_bytes("£5 – £6 – £7 – £8, ".encode() + b"\xa39" + GOOD.encode())
    (document,) = read(file)
    assert isinstance(document, Document)
    assert document.text.startswith("£5 – £6 – £7 – £8, £9")
    assert document.notes == ("some bytes are no UTF-8; they were read as Windows-1252",)


def test_a_bad_line_does_not_stop_the_good_ones(tmp_path: Path) -> None:
    file = tmp_path / "feed.jsonl"
    lines = [
        json.dumps(
            {
                "id": "a",
                "text": GOOD,
                "outlet": "The Post",
                "published": "2024-05-31T06:00:00Z",
                "url": "http://x",
            }
        ),
        "{not JSON",
        "",
        '["a list"]',
        '{"id": "b", "headline": "only"}',
        json.dumps(
            {"id": 7, "html": f"<html><body><article><h1>A</h1><p>{GOOD}</p></article></body></html>"}
        ),
        json.dumps({"text": FRENCH}),
        json.dumps({"text": ""}),
        json.dumps({"title": "Homes sold", "text": GOOD}),
    ]
    file.write_text("\n".join(lines), encoding="utf-8")
    found = list(read(file))
    assert [one.id if isinstance(one, Document) else one.line for one in found] == [
        "a",
        2,
        4,
        5,
        "7",
        7,
        8,
        "feed-9",
    ]
    problems = [one.message for one in found if isinstance(one, Problem)]
    assert problems[0].startswith("no JSON")
    assert problems[1] == 'not an object but ["a list"]'
    assert "no \"text\" and no \"html\" in the object, which has 'id', 'headline'" in problems[2]
    first = found[0]
    assert isinstance(first, Document)
    assert (first.outlet, str(first.published), first.url) == ("The Post", "2024-05-31", "http://x")
    assert first.text == GOOD
    last = found[-1]
    assert isinstance(last, Document)
    assert (last.title, last.text) == ("Homes sold", GOOD)


@pytest.mark.parametrize(
    "line", ["[" * 100_000, '{"text": 1e999999}', '{"text": "\\ud800 is half a character"}', "NaN"]
)
def test_hostile_lines_are_a_problem_or_a_document(line: str, tmp_path: Path) -> None:
    file = tmp_path / "feed.jsonl"
    file.write_text(line, encoding="utf-8")
    (found,) = read(file)
    assert isinstance(found, Problem | Document)


@pytest.mark.parametrize(
    ("data", "count"),
    [
        (GOOD.encode(), 1),
        (json.dumps({"text": GOOD}).encode(), 1),
        ((json.dumps({"text": GOOD}) + "\n" + json.dumps({"text": GOOD})).encode(), 2),
        (f"<!doctype html><html><body><article><p>{GOOD}</p></article></body></html>".encode(), 1),
    ],
)
def test_standard_input_is_told_by_its_content(data: bytes, count: int) -> None:
    found = list(read("-", stdin=io.BytesIO(data)))
    assert len(found) == count
    assert all(isinstance(one, Document) and "sold 120 homes last year" in one.text for one in found)


def test_no_standard_input_is_told() -> None:
    assert list(read("-")) == [Problem("-", "there is no standard input; name a file")]
