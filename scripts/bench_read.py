"""How fast documents are read, beside pdfplumber and trafilatura alone, and in how much memory.

All read in this process and take turns; ratios are of processor time within one run.
"""

from __future__ import annotations

import re
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import process_time

from extractor.model import Document
from extractor.read.source import read_file
from tests.read import making

CLEAN = Path(__file__).resolve().parent.parent / "corpora" / "clean"
TURNS = 5
#: Pages of the short and the long PDF whose memory is compared.
SHORT, LONG = 20, 2_000


def stories() -> list[str]:
    """Some of the shipped news texts that the fonts of every PDF program can print."""
    texts = (path.read_text(encoding="utf-8").strip() for path in sorted(CLEAN.glob("*.txt"))[::3])
    return [text for text in texts if text.encode("cp1252", "ignore").decode("cp1252") == text]


def ours(file: Path) -> str:
    """The text that the product reads."""
    return "\n".join(found.text for found in read_file(str(file)) if isinstance(found, Document))


def pdfplumber_alone(file: Path) -> str:
    """The text of all pages as pdfplumber gives it in the order of the file."""
    import pdfplumber

    with pdfplumber.open(file) as opened:
        return "\n".join(page.extract_text(use_text_flow=True) for page in opened.pages)


def trafilatura_alone(file: Path) -> str:
    """The article of a page with its tables and what the page says of itself, as trafilatura gives it."""
    import trafilatura

    tree = trafilatura.load_html(file.read_bytes())
    found = trafilatura.bare_extraction(tree, with_metadata=True)
    return found.text if found is not None else ""


def recovered(stories: Sequence[str], texts: Sequence[str]) -> tuple[int, int]:
    """How many sentences of the stories stand in the texts, and how many there are."""
    found = total = 0
    for story, text in zip(stories, texts, strict=True):
        flat = " ".join(text.split())
        wanted = [
            " ".join(s.removeprefix("- ").split()) for s in re.split(r"(?<=[.!?])\s+|\n+", story) if s.strip()
        ]
        found, total = found + sum(s in flat for s in wanted), total + len(wanted)
    return found, total


def compare(name: str, files: Sequence[Path], told: Sequence[str], other: Callable[[Path], str]) -> None:
    """Print sentences found, seconds, and the ratio of the other reader's time to ours."""
    seconds: dict[Callable[[Path], str], list[float]] = {ours: [], other: []}
    texts: dict[Callable[[Path], str], list[str]] = {}
    for turn in range(TURNS + 1):
        for read in (ours, other) if turn % 2 else (other, ours):
            start = process_time()
            texts[read] = [read(file) for file in files]
            if turn:  # the first turn loads the libraries
                seconds[read].append(process_time() - start)
    for label, read in (("ours", ours), (name, other)):
        found, total = recovered(told, texts[read])
        each = 1000 * median(seconds[read]) / len(files)
        print(f"  {label}: {found} of {total} sentences, {each:.1f} ms a document")
    print(f"  ours takes {median(seconds[ours]) / median(seconds[other]):.2f} of the time of {name}")


def hold(pages: str) -> None:
    """Read a PDF of so many pages and print this process's peak in megabytes: what `peak` starts."""
    print(len(ours(Path(pages))), file=sys.stderr)
    unit = 1024**2 if sys.platform == "darwin" else 1024
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit)


def peak(file: Path) -> float:
    """Megabytes that a process of its own holds at most while it reads the file."""
    ran = subprocess.run([sys.executable, __file__, str(file)], check=True, capture_output=True, text=True)
    return float(ran.stdout)


def long_pdf(file: Path, pages: int) -> None:
    """A report of so many full pages."""
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(file))
    for page in range(1, pages + 1):
        for line in range(40):
            canvas.drawString(
                60, 780 - 17 * line, f"In ward {page} the council let {line} homes to families,"
            )
        canvas.showPage()
    canvas.save()


def main() -> None:
    """Print speed beside the two readers, and memory by length."""
    texts = stories()
    with tempfile.TemporaryDirectory() as folder:
        for columns in (1, 3):
            files = [Path(folder) / f"{number}.{columns}.pdf" for number in range(len(texts))]
            for file, text in zip(files, texts, strict=True):
                file.write_bytes(making.pdf(text, columns=columns))
            print(f"pdf, {columns} column(s), {len(files)} stories")
            compare("pdfplumber", files, texts, pdfplumber_alone)
        pages = [Path(folder) / f"{number}.html" for number in range(len(texts))]
        for file, text in zip(pages, texts, strict=True):
            file.write_text(making.web_page(text), encoding="utf-8")
        print(f"web pages, {len(pages)} stories")
        compare("trafilatura", pages, texts, trafilatura_alone)
        for count in (SHORT, LONG):
            long_pdf(Path(folder) / "long.pdf", count)
            print(f"memory for a PDF of {count} pages: {peak(Path(folder) / 'long.pdf'):.0f} MB")


if __name__ == "__main__":
    hold(sys.argv[1]) if len(sys.argv) > 1 else main()
