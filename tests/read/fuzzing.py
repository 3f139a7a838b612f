"""Damaged documents for the readers, the same ones on every run."""

from __future__ import annotations

import faulthandler
import gzip
import io
import random
import signal
import sys
import tempfile
import time
import traceback
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from extractor.read.source import read_file
from tests.read import making, test_live, test_pdf, test_sheets

ROOT = making.GOLD.parent
STORY = (ROOT / "corpora" / "demo" / "noise-complaints.txt").read_text(encoding="utf-8").strip()
#: Seconds of a processor that a damaged document may take.
LIMIT = 20
#: Pieces that readers trip over when they stand where they should not.
ODD = (
    b"",
    b"\0",
    b"\xff\xfe",
    b"<",
    b">",
    b"&#0;",
    b"%%EOF",
    b"\xe2\x80",
    b"999999999999",
    b"-1",
    b"\n\n",
    b"}{",
)
SEEDS: dict[str, bytes] = {
    "txt": STORY.encode(),
    "html": making.web_page(STORY).encode(),
    "live.html": test_live.live_page().encode(),
    "pdf": making.pdf(STORY, columns=2),
    "table.pdf": test_pdf.report(test_pdf.MERGED, ruled=True),
    "xlsx": test_sheets.workbook(),
    "srt": b"1\n00:00:01,000 --> 00:00:04,000\nWe sold 120 homes\n\n2\n00:00:04,000 --> 00:00:06,000\nyes\n",
    **{ending: make(STORY) for ending, make in making.MAKERS.items()},
}


def damaged(ending: str, number: int) -> bytes:
    """The document of a kind, damaged in one to eight places; every other one inside what is packed in it."""
    return broken(SEEDS[ending], random.Random(f"{ending} {number}"), within=bool(number % 2))


def broken(data: bytes, chance: random.Random, *, within: bool) -> bytes:
    """A file damaged in one to eight places, or what is packed in it."""
    if within and data.startswith(b"PK"):
        return _damaged_member(data, chance)
    if within and data.startswith(b"\x1f\x8b"):
        return gzip.compress(_damaged_bytes(gzip.decompress(data), chance), mtime=0)
    return _damaged_bytes(data, chance)


def _damaged_member(data: bytes, chance: random.Random) -> bytes:
    """The zip with one of its members damaged and packed again: its sums are right, its content is not."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as packed, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as to:
        chosen = chance.choice([m.filename for m in packed.infolist() if m.file_size])
        for member in packed.infolist():
            own = packed.read(member)
            to.writestr(member, _damaged_bytes(own, chance) if member.filename == chosen else own)
    return made.getvalue()


def _damaged_bytes(whole: bytes, chance: random.Random) -> bytes:
    data = bytearray(whole)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(data) + 1)
        length = chance.choice((0, 1, 1, 2, 8, 64, len(data) // 4))
        piece = chance.choice(
            (*ODD, chance.randbytes(chance.randint(1, 8)), bytes(data[at : at + length]) * 2)
        )
        data[at : at + length] = piece
    return bytes(data)


def try_out(ending: str, data: bytes, folder: Path) -> float:
    """Read the document to its end; how many seconds that took. Whatever is raised is a bug."""
    file = folder / f"damaged.{ending}"
    file.write_bytes(data)
    start = time.process_time()
    with limited(LIMIT):
        for found in read_file(str(file)):
            assert found.source
    return time.process_time() - start


@contextmanager
def limited(seconds: int) -> Iterator[None]:
    """Raise TimeoutError in the code within after so many seconds of a processor: what hangs is told."""

    def ring(*_: object) -> None:
        raise TimeoutError(f"more than {seconds} seconds")

    before = signal.signal(signal.SIGVTALRM, ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _failures(ending: str, most: int, kept: Path) -> Iterator[int]:
    done = kept / f"{ending}.done"
    first = int(done.read_text()) if done.exists() else 0
    with tempfile.TemporaryDirectory() as folder:
        for number in range(first, most):
            data = damaged(ending, number)
            try:
                slow = try_out(ending, data, Path(folder)) > LIMIT
            except Exception:
                traceback.print_exc(limit=-2)
                slow = True
            if slow:
                (kept / f"{number}.{ending}").write_bytes(data)
                yield number
            done.write_text(str(number + 1))


def main(arguments: list[str]) -> int:
    """Try so many of each kind, or of one; the number of kinds that broke."""
    faulthandler.enable()
    most = int(arguments[0]) if arguments else 5_000
    kept = ROOT / "build" / "fuzz"
    kept.mkdir(parents=True, exist_ok=True)
    broken = 0
    for ending in arguments[1:] or SEEDS:
        failures = list(_failures(ending, most, kept))
        print(f"{ending}: {most} tried, {len(failures)} broke it {failures[:10] or ''}", flush=True)
        broken += bool(failures)
    return broken


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
