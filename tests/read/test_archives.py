"""Folders and archives: every file by itself, and nothing that blows up."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from extractor.model import Document, Problem
from extractor.read import read
from tests.read.making import warc

GOOD = "Council sells 120 homes\n\nThe council sold 120 homes last year, 40 of them in the town of Dunmere."


def packed(members: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return made.getvalue()


def sources(found: list[Document | Problem]) -> list[str | None]:
    return [one.source for one in found]


def test_a_folder_stands_for_its_files_by_name(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden.txt", "below/c.txt"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(GOOD)
    (tmp_path / "empty.txt").touch()
    found = list(read(tmp_path))
    names = ["a.txt", "b.txt", "below/c.txt", "empty.txt"]
    assert sources(found) == [str(tmp_path / name) for name in names]
    assert isinstance(found[-1], Problem)


def test_a_pattern_stands_for_the_files_that_fit(tmp_path: Path) -> None:
    for name in ("a.txt", "b.md", "c.txt"):
        (tmp_path / name).write_text(GOOD)
    assert sources(list(read(f"{tmp_path}/*.txt"))) == [str(tmp_path / "a.txt"), str(tmp_path / "c.txt")]
    (nothing,) = read(f"{tmp_path}/*.pdf")
    assert isinstance(nothing, Problem)


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    (problem,) = read(tmp_path)
    assert problem == Problem(str(tmp_path), "no file in the folder; check the path")


def test_one_bad_file_in_a_zip_is_told_and_the_rest_read(tmp_path: Path) -> None:
    file = tmp_path / "all.zip"
    inner = packed({"deep.txt": GOOD.encode()})
    file.write_bytes(packed({"../../etc/a.txt": GOOD.encode(), "b.pdf": b"%PDF-", "c.zip": inner}))
    found = list(read(file))
    assert sources(found) == [f"{file}/../../etc/a.txt", f"{file}/b.pdf", f"{file}/c.zip/deep.txt"]
    assert [type(one) for one in found] == [Document, Problem, Document]


def test_archives_in_archives_end(tmp_path: Path) -> None:
    data = GOOD.encode()
    for _ in range(8):
        data = packed({"next.zip": data})
    file = tmp_path / "russian.zip"
    file.write_bytes(data)
    (problem,) = read(file)
    assert isinstance(problem, Problem)
    assert "archives deep; unpack it first" in problem.message


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    file = tmp_path / "bomb.zip"
    file.write_bytes(packed({"bomb.txt": b"0" * 60_000_000, "good.txt": GOOD.encode()}))
    bomb, good = read(file)
    assert isinstance(bomb, Problem)
    assert "far more than any text" in bomb.message
    assert isinstance(good, Document)


def test_a_bomb_in_an_office_file_is_not_unpacked(tmp_path: Path) -> None:
    file = tmp_path / "bomb.docx"
    file.write_bytes(packed({"word/document.xml": b" " * 60_000_000}))
    (problem,) = read(file)
    assert isinstance(problem, Problem)
    assert "far more than any text" in problem.message


def test_a_gzip_bomb_is_cut_off(tmp_path: Path) -> None:
    file = tmp_path / "bomb.gz"
    file.write_bytes(gzip.compress(b"0" * 101_000_000))
    (problem,) = read(file)
    assert isinstance(problem, Problem)
    assert "more than 100 MB" in problem.message


ENTITIES = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY f SYSTEM "file:///etc/passwd">]>"""


@pytest.mark.parametrize(
    ("name", "data"),
    [
        (
            "feed.rss",
            ENTITIES
            + b"<rss><channel><item><title>&c;</title><description>&f;</description></item></channel></rss>",
        ),
        (
            "text.odt",
            packed(
                {
                    "mimetype": b"application/vnd.oasis.opendocument.text",
                    "content.xml": ENTITIES + b"<x>&f;</x>",
                }
            ),
        ),
    ],
)
def test_entities_are_not_followed(name: str, data: bytes, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    (found,) = read(file)
    told = found.message if isinstance(found, Problem) else found.text
    assert "haha" not in told
    assert "root:" not in told


@pytest.mark.parametrize(
    "ending", ["zip", "docx", "xlsx", "odt", "gz", "pdf", "warc", "warc.gz", "eml", "rss", "csv"]
)
def test_torn_files_are_a_problem(ending: str, tmp_path: Path) -> None:
    whole = {
        "docx": packed({"word/document.xml": b"<w:document"}),
        "xlsx": packed({"xl/workbook.xml": b"<workbook"}),
        "odt": packed({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<"}),
        "gz": gzip.compress(GOOD.encode())[:-12],
        "pdf": b"%PDF-1.4\n%%EOF",
        "warc": b"WARC/1.0\r\nContent-Length: 99999\r\n\r\nx",
        "warc.gz": gzip.compress(warc(GOOD))[:40],
        "eml": b"From: a\nSubject: b\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\n",
        "rss": b"<rss><",
        "csv": b"\n\n",
    }
    file = tmp_path / f"torn.{ending}"
    file.write_bytes(whole.get(ending, b"PK\x03\x04 and no more"))
    (found,) = read(file)
    assert isinstance(found, Problem), found.text
    assert ";" in found.message


def test_a_capture_is_no_publication(tmp_path: Path) -> None:
    file = tmp_path / "crawl.warc"
    file.write_bytes(warc(GOOD))
    (document,) = read(file)
    assert isinstance(document, Document)
    assert (document.url, document.published) == ("https://dunmere.example/story", None)
