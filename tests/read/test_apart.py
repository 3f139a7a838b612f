"""Reading in a process of its own: whatever becomes of it, the run goes on and says what was not read."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from extractor.errors import SettingsError
from extractor.model import Document, Problem
from extractor.read import ReadOptions, read
from extractor.read import apart as apart_module
from extractor.read.apart import Job, read_apart
from extractor.read.text import document_from_text
from extractor.read.watch import begins
from tests.read.making import web_page

GOOD = "Council sells 120 homes\n\nThe council sold 120 homes last year, 40 of them in the town of Dunmere."
SOON = ReadOptions(seconds=0.4)


@pytest.fixture(autouse=True)
def _no_process_from_before() -> Iterator[None]:
    """Each test begins without a process, and leaves none with its own limits."""
    apart_module.end_all()
    yield
    apart_module.end_all()


def hostile(*deeds: str) -> Iterator[Document | Problem]:
    """Documents one after the other, some of which do what hostile files do to a reader."""
    for number, deed in enumerate(deeds, 1):
        if begins(f"file {number}", number):
            DEEDS[deed]()
            yield document_from_text(GOOD, id=f"document {number}")


def backtrack() -> None:
    """A regular expression that holds the interpreter for longer than anybody lives."""
    re.match(r"(a+)+b", "a" * 60)


DEEDS = {
    "nothing": lambda: None,
    "sleep": lambda: time.sleep(60),
    "backtrack": backtrack,
    "eat": lambda: bytearray(3_000_000_000),
    "crash": lambda: os.kill(os.getpid(), signal.SIGSEGV),
    "leave": lambda: os._exit(7),
    "raise": lambda: {}["a key"],
    "print": lambda: os.write(1, b"libraries print what they like"),
}


def told(found: Document | Problem) -> str:
    return f"{found.source}, line {found.line}: {found.message}" if isinstance(found, Problem) else found.id


@pytest.mark.parametrize(
    ("deed", "message"),
    [
        ("sleep", "takes more than 0.4 seconds to read; split it, or allow more with --time-limit"),
        ("backtrack", "takes more than 0.4 seconds to read"),
        ("eat", "takes more than 2,000 MB of memory to read; split it"),
        ("crash", "the reader broke down on it (SIGSEGV); save it again"),
        ("leave", "the reader broke down on it (status 7); save it again"),
        ("raise", "the reader broke down on it (KeyError: 'a key'); a bug, please report this line"),
    ],
)
def test_one_that_breaks_the_reader_is_told_and_the_others_are_read(deed: str, message: str) -> None:
    job = Job(hostile, "all.zip", ("nothing", deed, "nothing", deed, "nothing"), SOON)
    found = [told(one) for one in read_apart(job)]
    assert found[0::2] == ["document 1", "document 3", "document 5"]
    assert found[1].startswith(f"file 2, line 2: {message}")
    assert found[3].startswith(f"file 4, line 4: {message}")


def test_what_a_library_prints_is_no_answer() -> None:
    assert [told(one) for one in read_apart(Job(hostile, "a", ("print",), SOON))] == ["document 1"]


def before_the_first() -> Iterator[Document | Problem]:
    time.sleep(60)
    yield Problem("never", "said")


def test_one_that_hangs_before_any_document_is_told_once() -> None:
    (problem,) = read_apart(Job(before_the_first, "all.zip", (), SOON))
    assert told(problem).startswith("all.zip, line None: takes more than 0.4 seconds")


def test_the_time_is_that_of_one_document_and_not_of_whoever_waits_for_it() -> None:
    job = Job(hostile, "a", ("nothing",) * 4, SOON)
    found = []
    for one in read_apart(job):
        time.sleep(0.5)
        found.append(told(one))
    assert found == [f"document {n}" for n in (1, 2, 3, 4)]


def test_one_process_serves_document_after_document() -> None:
    list(read_apart(Job(hostile, "a", ("nothing",), SOON)))
    (kept,) = apart_module._idle
    list(read_apart(Job(hostile, "a", ("nothing", "nothing"), SOON)))
    assert apart_module._idle == [kept]


def test_whoever_stops_in_the_midst_leaves_no_process_behind() -> None:
    reading = read_apart(Job(hostile, "a", ("nothing", "sleep"), ReadOptions()))
    next(reading)
    reading.close()  # type: ignore[attr-defined]
    assert apart_module._idle == []


def test_a_process_that_died_while_idle_is_replaced() -> None:
    list(read_apart(Job(hostile, "a", ("nothing",), SOON)))
    (kept,) = apart_module._idle
    kept.process.kill()
    kept.process.wait()
    assert [told(one) for one in read_apart(Job(hostile, "a", ("nothing",), SOON))] == ["document 1"]


def long_pdf(file: Path) -> None:
    canvas = Canvas(str(file))
    for page in range(1000):
        for line in range(60):
            canvas.drawString(50, 800 - 12 * line, f"On page {page} the council sold {line} homes in {page}.")
        canvas.showPage()
    canvas.save()


def test_a_pdf_that_takes_too_long_is_told_and_the_next_file_is_read(tmp_path: Path) -> None:
    long_pdf(tmp_path / "a.pdf")
    (tmp_path / "b.html").write_text(web_page(GOOD))
    problem, document = read(tmp_path, options=ReadOptions(seconds=2.5))
    assert isinstance(problem, Problem)
    assert problem.source == str(tmp_path / "a.pdf")
    assert problem.message.startswith("takes more than 2.5 seconds to read; split it")
    assert isinstance(document, Document)


def test_a_file_in_a_zip_that_takes_too_long_does_not_hide_the_next(tmp_path: Path) -> None:
    long_pdf(tmp_path / "a.pdf")
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as packed:
        packed.write(tmp_path / "a.pdf", "a.pdf")
        packed.writestr("b.txt", GOOD)
    problem, document = read(tmp_path / "all.zip", options=ReadOptions(seconds=2.5))
    assert isinstance(problem, Problem)
    assert problem.source == f"{tmp_path}/all.zip/a.pdf"
    assert isinstance(document, Document)


def test_a_pipe_is_read_like_a_file(tmp_path: Path) -> None:
    pipe = tmp_path / "story.html"
    os.mkfifo(pipe)
    command = "import sys; open(sys.argv[1], 'w').write(sys.argv[2])"
    with subprocess.Popen([sys.executable, "-c", command, str(pipe), web_page(GOOD)]):
        (document,) = read(pipe)
    assert isinstance(document, Document)


def test_reading_loads_neither_spacy_nor_what_this_file_does_not_need(tmp_path: Path) -> None:
    file = tmp_path / "lines.jsonl"
    file.write_text(json.dumps({"text": GOOD}))
    job = Job(loaded, "a", (str(file),), SOON)
    (answer,) = read_apart(job)
    assert isinstance(answer, Problem)
    heavy = {"spacy", "numpy", "trafilatura", "pypdfium2", "openpyxl", "docx", "rich", "typer", "lxml"}
    assert not heavy & set(answer.message.split())


def loaded(file: str) -> Iterator[Document | Problem]:
    """The modules that are loaded after a file is read."""
    from extractor.read.source import read_file

    list(read_file(file))
    yield Problem(file, " ".join(sys.modules))


@pytest.mark.parametrize("name", ["seconds", "size", "memory"])
def test_a_limit_of_nought_makes_no_sense(name: str) -> None:
    with pytest.raises(SettingsError, match=f"limit of {name} in reading must be above nought, not 0"):
        ReadOptions(**{name: 0})


def test_a_password_is_not_shown() -> None:
    assert "secret" not in repr(ReadOptions(password="secret"))
