"""Nothing that is read, checked or printed opens a connection, in whatever process or library it is done."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.read import making

STORY = "Council sells 120 homes\n\nThe council sold 120 homes last year, 40 of them in the town, it said.\n"
FAR = "http://127.0.0.1:9/x"
PAGE = f"""<!doctype html><html><head><link rel="stylesheet" href="{FAR}.css"><base href="{FAR}">
<meta http-equiv="refresh" content="0; url={FAR}"><script src="{FAR}.js"></script></head><body><article>
<h1>Council sells 120 homes</h1><img src="{FAR}.png"><iframe src="{FAR}"></iframe>
<p>The council sold 120 homes last year, 40 of them in the town, it said.</p></article></body></html>"""
FEED = f"""<?xml version="1.0"?><!DOCTYPE rss SYSTEM "{FAR}.dtd" [<!ENTITY far SYSTEM "{FAR}">]>
<rss><channel><item><title>Council sells 120 homes &far;</title><link>{FAR}</link>
<description>The council sold 120 homes last year, 40 of them in Dunmere.</description>
</item></channel></rss>"""
MAIL = f"""From: a@b.c
Subject: Council sells 120 homes
Content-Type: message/external-body; access-type=URL; URL="{FAR}"

The council sold 120 homes last year, 40 of them in the town.
"""
#: Ends the process at the first connection that it makes or waits for: the kernel does, and what the process
#: starts inherits it. The numbers are those of the calls `connect` and `listen` on x86-64 and on 64-bit ARM.
GUARD = """
import ctypes, os, platform, struct, sys
connect, listen = {"x86_64": (42, 50), "aarch64": (203, 201)}[platform.machine()]
steps = [(0x20, 0, 0, 0), (0x15, 1, 0, connect), (0x15, 0, 1, listen), (0x06, 0, 0, 0x80000000), (0x06, 0, 0, 0x7FFF0000)]
program = b"".join(struct.pack("HBBI", *step) for step in steps)
held = ctypes.create_string_buffer(program)
class Filter(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("steps", ctypes.c_void_p)]
libc = ctypes.CDLL(None, use_errno=True)
libc.prctl(38, 1, 0, 0, 0)
if libc.prctl(22, 2, ctypes.byref(Filter(len(steps), ctypes.addressof(held))), 0, 0):
    sys.exit(77)
"""  # noqa: E501
#: In the process itself no socket may be made at all, but for the one by which urllib3, when it is imported,
#: tries whether the machine has IPv6: it is bound to the machine itself and closed.
LISTEN = """
def is_probe(frame):
    while frame is not None:
        if frame.f_code.co_name == "_has_ipv6":
            return True
        frame = frame.f_back
    return False
def heard(event, told):
    if event in ("socket.__new__", "socket.connect", "socket.getaddrinfo") and not is_probe(sys._getframe()):
        os._exit(99)
sys.addaudithook(heard)
"""
CHECK = f"{LISTEN}\nfrom extractor import cli; sys.exit(cli.run(sys.argv[1:]))"
#: SIGSYS, as the status of a process.
KILLED = -31


def guarded(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The code in a process that dies of a connection; skipped where no process can be held to that."""
    if sys.platform != "linux":
        pytest.skip("only Linux holds a process to it")
    ran = subprocess.run(
        [sys.executable, "-c", f"{GUARD}\n{code}", *arguments], capture_output=True, text=True, check=False
    )
    if ran.returncode == 77:
        pytest.skip("the system lets no process give up its sockets")
    return ran


def test_a_connection_is_noticed() -> None:
    ran = guarded(f"import urllib.request; urllib.request.urlopen({FAR!r})")
    assert ran.returncode == KILLED
    assert guarded("import socket; socket.create_server(('127.0.0.1', 0))").returncode == KILLED
    assert guarded(f"{LISTEN}\nimport socket; socket.socket()").returncode == 99


def test_a_connection_of_a_process_that_it_starts_is_noticed() -> None:
    inner = "import socket; socket.create_connection(('127.0.0.1', 9))"
    start = f"import subprocess; sys.exit(-subprocess.call([sys.executable, '-c', {inner!r}]))"
    assert guarded(start).returncode == -KILLED


def files(folder: Path) -> list[str]:
    """Documents of many kinds, each of which asks for something from elsewhere."""
    made = {
        "story.txt": f"{STORY}\nMore at {FAR} and {FAR}.\n".encode(),
        "page.html": PAGE.encode(),
        "feed.rss": FEED.encode(),
        "mail.eml": MAIL.encode(),
        "notes.md": f"{STORY}\n![a picture]({FAR}.png)\n".encode(),
        "many.jsonl": f'{{"text": "The council sold 120 homes last year.", "url": "{FAR}"}}\n'.encode(),
        "two.pdf": making.pdf(STORY.strip()),
        **{f"made.{ending}": make(STORY.strip()) for ending, make in making.MAKERS.items()},
    }
    made["linked.docx"] = _with_a_far_template(made["made.docx"], folder)
    for name, data in made.items():
        (folder / name).write_bytes(data)
    return [str(folder / name) for name in made]


def _with_a_far_template(document: bytes, folder: Path) -> bytes:
    whole = folder / "whole.docx"
    whole.write_bytes(document)
    relations = f"""<?xml version="1.0"?><Relationships
xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" TargetMode="External"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="{FAR}"/>
</Relationships>"""
    with zipfile.ZipFile(whole, "a") as packed:
        packed.writestr("word/_rels/settings.xml.rels", relations)
    data = whole.read_bytes()
    whole.unlink()
    return data


@pytest.mark.parametrize("form", ["json", "html"])
def test_a_check_makes_no_connection(form: str, tmp_path: Path) -> None:
    table = tmp_path / "homes.csv"
    table.write_text("area,homes sold\nDunmere,40\nSheer,50\nMarsh,30\nAll,120\n")
    options = ["--format", form, "--reference", str(table)]
    ran = guarded(CHECK, "check", *files(tmp_path), *options)
    assert ran.returncode == 2, ran.stderr[-600:]  # the mail has its text elsewhere
    assert len(ran.stderr.splitlines()) == 1
    assert "120" in ran.stdout
    assert "broke down" not in ran.stderr + ran.stdout  # what is read apart dies of a connection too


def test_a_table_named_like_an_address_is_no_file(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(STORY)
    ran = guarded(CHECK, "check", str(story), "--reference", "http://127.0.0.1:9/far.parquet")
    assert ran.returncode not in (KILLED, 99)
    assert "no such file" in ran.stderr + ran.stdout
