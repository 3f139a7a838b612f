"""Makes `corpora/made`: known stories and tables in the shapes in which people have them.

    scripts/make_documents

The stories are those of `corpora/clean`; the manifest says which file was made from what, so that a test
can tell how much of it is read back.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl

from tests.read import making, test_pdf

CORPORA = making.GOLD.parent / "corpora"
FOLDER = CORPORA / "made"
#: Shape → what makes a story so.
SHAPES: dict[str, Callable[[str], bytes]] = {
    "html": lambda text: making.web_page(text).encode(),
    "one-column.pdf": making.pdf,
    "two-columns.pdf": lambda text: making.pdf(text, columns=2, size=10),
    "three-columns.pdf": lambda text: making.pdf(text, columns=3, size=9),
    "drawn-across.pdf": lambda text: making.pdf(text, columns=2, rows_first=True),
    "justified.pdf": lambda text: making.flowed(text, gap=8, justified=True),
    "indented.pdf": lambda text: making.flowed(text, indent=14),
    "plain-headline.pdf": lambda text: making.flowed(text, gap=12, plain=True),
    **making.MAKERS,
}
TABLES = {"plain": test_pdf.PLAIN, "merged": test_pdf.MERGED}


def table_shapes(rows: list[list[str]]) -> Iterator[tuple[str, bytes]]:
    """Ending and bytes of a table in each shape."""
    yield "ruled.pdf", test_pdf.report(rows, ruled=True)
    yield "unruled.pdf", test_pdf.report(rows, ruled=False)
    yield "csv", "\n".join(",".join(f'"{cell}"' for cell in row) for row in rows).encode()
    yield "xlsx", _workbook(rows)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    story = making.web_page(f"Children missing from care\n\n{test_pdf.ABOVE}\n\nTABLE\n\n{test_pdf.BELOW}")
    yield "html", story.replace("<p>TABLE</p>", f"<table>{body}</table>").encode()


def _workbook(rows: list[list[str]]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def stories() -> list[Path]:
    """The stories that the documents are made from."""
    return sorted((CORPORA / "clean").glob("*.txt"))


def _has_letters_for(story: Path) -> bool:
    """True if the fonts that every PDF program brings have all letters of a story."""
    try:
        story.read_text(encoding="utf-8").encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


def make() -> None:
    """Write every document and the manifest."""
    FOLDER.mkdir(exist_ok=True)
    listed = []
    # Each shape takes the next story, so that no shape hangs on one text.
    for number, (shape, maker) in enumerate(SHAPES.items()):
        known = [s for s in stories() if not shape.endswith("pdf") or _has_letters_for(s)]
        story = known[number % len(known)]
        data = maker(story.read_text(encoding="utf-8").strip())
        listed.append(_write(f"{story.stem}.{shape}", data, story=f"clean/{story.name}"))
    for name, rows in TABLES.items():
        for ending, data in table_shapes(rows):
            listed.append(_write(f"table-{name}.{ending}", data, table=name))
    manifest = {
        "about": "Known stories and tables in the shapes that people have; see scripts/make_documents.",
        "source": "Made from the stories in corpora/clean and from tables written for this project.",
        "licence": "the licence of this repository",
        "documents": listed,
    }
    text = json.dumps(manifest, indent=1, ensure_ascii=False) + "\n"
    (FOLDER / "manifest.json").write_text(text, encoding="utf-8")


def _write(name: str, data: bytes, **of: str) -> dict[str, str]:
    (FOLDER / name).write_bytes(data)
    return {"file": name, **of, "sha256": hashlib.sha256(data).hexdigest()}


if __name__ == "__main__":
    make()
