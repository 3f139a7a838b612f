"""Folders and archives: every file by itself, and nothing that blows up."""

from __future__ import annotations

import gzip
import io
import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from extractor.model import Document, Problem
from extractor.read import ReadOptions, read
from tests.read.making import pdf, warc

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


def test_a_pdf_that_lies_unpacked_in_a_zip_does_not_make_it_a_pdf(tmp_path: Path) -> None:
    file = tmp_path / "all.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.pdf", pdf(GOOD))
        archive.writestr("b.txt", GOOD)
    assert sources(list(read(file))) == [f"{file}/a.pdf", f"{file}/b.txt"]


def locked_zip() -> bytes:
    """A zip whose one text is locked with "secret" in the oldest way; `zipfile` can only read such."""
    keys = [0x12345678, 0x23456789, 0x34567890]

    def turn(byte: int) -> None:
        keys[0] = ~zlib.crc32(bytes([byte]), ~keys[0] & 0xFFFFFFFF) & 0xFFFFFFFF
        keys[1] = ((keys[1] + (keys[0] & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        keys[2] = ~zlib.crc32(bytes([keys[1] >> 24]), ~keys[2] & 0xFFFFFFFF) & 0xFFFFFFFF

    for byte in b"secret":
        turn(byte)
    plain = GOOD.encode()
    check = zlib.crc32(plain)
    sealed = bytearray()
    for byte in bytes(11) + bytes([check >> 24]) + plain:
        mask = (keys[2] | 2) & 0xFFFF
        sealed.append(byte ^ ((mask * (mask ^ 1)) >> 8 & 0xFF))
        turn(byte)
    head = struct.pack("<HHHHHIIIHH", 20, 1, 0, 0, 33, check, len(sealed), len(plain), 5, 0)
    entry = b"PK\x03\x04" + head + b"a.txt" + sealed
    listed = b"PK\x01\x02" + struct.pack("<H", 20) + head + struct.pack("<HHHII", 0, 0, 0, 0, 0) + b"a.txt"
    end = struct.pack("<HHHHIIH", 0, 0, 1, 1, len(listed), len(entry), 0)
    return entry + listed + b"PK\x05\x06" + end


@pytest.mark.parametrize(
    ("password", "message"),
    [
        (None, "a.txt is locked with a password; give it with --password"),
        ("wrong", "the password does not open it; check --password"),
    ],
)
def test_a_locked_zip_names_the_way_out(password: str | None, message: str, tmp_path: Path) -> None:
    file = tmp_path / "locked.zip"
    file.write_bytes(locked_zip())
    (problem,) = read(file, options=ReadOptions(password=password))
    assert problem == Problem(f"{file}/a.txt", message)
    (document,) = read(file, options=ReadOptions(password="secret"))
    assert isinstance(document, Document)
    assert document.text == GOOD


def test_the_size_limit_can_be_moved(tmp_path: Path) -> None:
    file = tmp_path / "story.html"
    file.write_text(f"<html><body><article><p>{GOOD}</p></article><!-- {'x' * 1_000_000} --></body></html>")
    (problem,) = read(file, options=ReadOptions(size=1))
    assert problem == Problem(str(file), "more than 1 MB; split it, or allow more with --size-limit")
    (document,) = read(file)
    assert isinstance(document, Document)


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
