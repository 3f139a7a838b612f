"""One clean form of the characters, made once, before anything points into the text.

What stays as printed: letters, digits, quotes, dashes, fractions. What goes: byte order marks,
soft hyphens, zero-width characters, control characters, kinds of line end, kinds of space. A clean
text comes out unchanged.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from extractor.regexes import Regex

#: Nothing is printed for these: byte order mark, soft hyphen, zero-width and direction marks.
_UNSEEN = Regex("[\ufeff\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069]")
_CONTROL = Regex("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
#: Half of a character, as "\\ud83d" alone in JSON: no encoding has bytes for it.
_HALF = Regex("[\ud800-\udfff]")
_LINE_END = Regex("\r\n?|[\x0b\x0c\x85\u2028]")
_WIDE_SPACE = Regex("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
#: "27 000" with a space that no line may break at groups its digits as "27,000" does.
_SPACED_DIGITS = Regex(
    "(?<![\\d.,\u00a0\u2007\u2009\u202f])\\d{1,3}(?:[\u00a0\u2007\u2009\u202f]\\d{3})+(?![\\d])"
)
_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
    # The long s of old print: no ligature, but a form of a letter that nobody tells from another.
    "\u017f": "s",
}
_LIGATURE = Regex(f"[{''.join(_LIGATURES)}]")
#: UTF-8 read as Windows-1252: "â€™" for ’, "Â£" for £, "Ã©" for é. Only what no English word holds.
_MOJIBAKE = Regex(
    "[ÂÃ][\u00a0-\u00bf€‚ƒ„…†‡ˆ‰Š‹Œ\u008d\u017d\u008f\u0090‘’“”•–—˜™š›œ\u009dž\u0178]|â[€‚„][^\\s\\w]|â€œ|â€š|â€ž"
)
_REPAIRED = "characters that were read in a wrong encoding before (such as Â£ for £) were repaired"


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text in its clean form, and what a reader should know of the cleaning."""

    text: str
    notes: tuple[str, ...] = ()


def clean(text: str) -> Cleaned:
    """The text in its clean form; a clean one comes out unchanged."""
    if text.isascii() and text.isprintable():
        return Cleaned(text)
    repaired = _MOJIBAKE.sub(_repair, text)
    notes = () if repaired == text else (_REPAIRED,)
    return Cleaned(_normal(repaired), notes)


def _normal(text: str) -> str:
    text = _UNSEEN.sub("", _LINE_END.sub("\n", text)).replace("\u2029", "\n\n")
    text = unicodedata.normalize("NFC", _CONTROL.sub(" ", whole_characters(text)))
    text = _LIGATURE.sub(lambda m: _LIGATURES[m[0]], text)
    return _WIDE_SPACE.sub(" ", _SPACED_DIGITS.sub(_group_by_commas, text))


def whole_characters(text: str) -> str:
    """The text with the sign of a lost character for each half of one."""
    return _HALF.sub("\ufffd", text)


def one_line(text: str) -> str:
    """Clean text with every run of white space, line ends too, as one space."""
    return " ".join(clean(text).text.split())


def _group_by_commas(found: re.Match[str]) -> str:
    return _WIDE_SPACE.sub(",", found[0])


def _repair(found: re.Match[str]) -> str:
    try:
        return _as_bytes(found[0]).decode("utf-8")
    except UnicodeError:
        return found[0]


def _as_bytes(text: str) -> bytes:
    """The bytes that were read as Windows-1252; its five empty places stand for themselves."""
    return b"".join(c.encode("latin-1" if "\x80" <= c <= "\x9f" else "cp1252") for c in text)
