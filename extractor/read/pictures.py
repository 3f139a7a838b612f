"""Pictures of PDF pages, small enough to stand in a report."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from struct import pack
from typing import Any

#: Pixels to the point: small print can still be read.
SCALE = 1.3
#: Bytes of all pictures together; a report of fifty pages stays below five megabytes.
BUDGET = 3_400_000
#: Points of a side beyond which a page is drawn smaller: posters and plans.
LARGEST = 1200
#: Grey levels: eight keep letters smooth and make files a third as large as all 256.
_GREYS = bytes(min(255, (level + 18) // 36 * 36) if level < 250 else 255 for level in range(256))


@dataclass(frozen=True, slots=True)
class Picture:
    """One page as a PNG; width and height in points, as boxes on it are counted."""

    page: int
    width: float
    height: float
    png: bytes


def pictures_of(data: bytes, pages: Iterable[int], budget: int = BUDGET) -> tuple[Picture, ...]:
    """The pages of a PDF, counted from 1, in order, as far as the bytes of the budget go.

    None of a file that is locked, broken or no PDF.
    """
    import pypdfium2 as pdfium

    try:
        file = pdfium.PdfDocument(data)
    except pdfium.PdfiumError:
        return ()
    made: list[Picture] = []
    left = budget
    try:
        for number in sorted(set(pages)):
            picture = _drawn(file, number) if 1 <= number <= len(file) else None
            if picture is not None and len(picture.png) <= left:
                made.append(picture)
                left -= len(picture.png)
    finally:
        file.close()
    return tuple(made)


def _drawn(file: Any, number: int) -> Picture | None:
    page = file[number - 1]
    try:
        width, height = page.get_size()
        if not width or not height:
            return None
        scale = SCALE * min(1, LARGEST / max(width, height))
        bitmap = page.render(scale=scale, grayscale=True)
        png = png_of(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)
        return Picture(number, width, height, png)
    finally:
        page.close()


def png_of(pixels: bytes, width: int, height: int, stride: int) -> bytes:
    """A PNG of grey pixels that come in rows of `stride` bytes."""
    grey = pixels.translate(_GREYS)
    rows = b"".join(b"\0" + grey[at : at + width] for at in range(0, stride * height, stride))
    head = pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_part(name, body) for name, body in parts)


def _part(name: bytes, body: bytes) -> bytes:
    return pack(">I", len(body)) + name + body + pack(">I", zlib.crc32(name + body))
