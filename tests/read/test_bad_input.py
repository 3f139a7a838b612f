"""Whatever is handed in: a document, or one line that names the thing, the value and the way out."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from extractor.errors import EmptyError, NotSupportedError
from extractor.model import Document, Problem
from extractor.read import ReadOptions, document_from_text, read
from extractor.read.source import read_file

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
        ("locked.pdf", locked(), "locked with a password; give it with --password"),
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


def test_a_password_opens_a_locked_pdf_and_a_wrong_one_is_told(tmp_path: Path) -> None:
    file = tmp_path / "locked.pdf"
    file.write_bytes(locked())
    (document,) = read(file, options=ReadOptions(password="secret"))
    assert isinstance(document, Document)
    assert document.text == "Only for the eyes of 12 people"
    (problem,) = read(file, options=ReadOptions(password="guess"))
    assert problem == Problem(str(file), "the password does not open it; check --password")


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


@pytest.mark.parametrize(
    ("ending", "data"),
    [
        (
            "eml",
            b"From: a@b.c\nDate: 31 May 99999999999 06:00:00 +0000\nSubject: Homes\n\nWe sold 120 homes.",
        ),
        (
            "eml",
            b"From: a@b.c\nDate: Fri, 31 May 2024 06:00:00 +99999999999999\nSubject: Homes\n\nWe sold 120.",
        ),
        ("eml", b'From: a@b.c\nContent-Type: text/plain; charset="ut\0f"\n\nWe sold 120 homes.\xff'),
        (
            "rss",
            b"<rss><channel><item><title>A</title><pubDate>1 May 99999999999</pubDate>"
            b"<description>We sold 120 homes.</description></item></channel></rss>",
        ),
        (
            "atom",
            b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A</title><content type="xhtml"><html '
            b'xmlns="http://www.w3.org/2005/Atom"/><p>We sold 120 homes.</p></content></entry></feed>',
        ),
    ],
    ids=[
        "a year past all years",
        "a time zone past all zones",
        "an encoding with a nought",
        "a feed's year",
        "a page in a feed",
    ],
)
def test_headers_that_no_library_expects_do_no_harm(ending: str, data: bytes, tmp_path: Path) -> None:
    file = tmp_path / f"odd.{ending}"
    file.write_bytes(data)
    (document,) = read_file(str(file))
    assert isinstance(document, Document)
    assert "We sold 120" in document.text


def test_a_member_without_a_name_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "odd.zip"
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("x.txt", GOOD)
        packed.writestr("y.txt", GOOD)
        packed.infolist()[0].filename = ""
    (document,) = read_file(str(file))
    assert document.source == f"{file}/y.txt"


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
