"""The letters that pdfium sees on a page: which they are, how large, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from extractor.regexes import Regex

#: A footnote mark is set smaller than this share of the word before it.
RAISED = 0.8
_DIGIT = Regex(r"\d")


def characters(text: Any) -> str:
    """One character for each index that pdfium counts, so that both kinds of offset are one."""
    import pypdfium2.raw as pdfium

    whole: str = text.get_text_range()
    count: int = text.count_chars()
    if len(whole) == count:
        return whole
    codes = (pdfium.FPDFText_GetUnicode(text, i) for i in range(count))
    return "".join(chr(c) if 0 < c <= 0x10FFFF else " " for c in codes)


def without_marks(text: Any, whole: str, start: int, end: int) -> Iterator[str]:
    """The words with the spaces between them; digits set smaller than their word are footnote marks."""
    for found in re.finditer(r"\s+|\S+", whole[start:end]):
        word = found[0]
        if len(word) > 1 and _DIGIT.search(word, 1):
            yield "".join(_full_size(text, word, start + found.start()))
        else:
            yield word


def _full_size(text: Any, word: str, at: int) -> Iterator[str]:
    import pypdfium2.raw as pdfium

    size = pdfium.FPDFText_GetFontSize(text, at)
    for i, letter in enumerate(word):
        if not (i and letter.isdigit() and pdfium.FPDFText_GetFontSize(text, at + i) < RAISED * size):
            yield letter


def place(text: Any, index: int) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of a character's cell; what pypdfium2's own method costs thrice."""
    import pypdfium2.raw as pdfium

    cell = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text, index, cell)
    return cell.left, cell.bottom, cell.right, cell.top
