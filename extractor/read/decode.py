"""Bytes to characters: a byte order mark, UTF-8, UTF-16, then the older encodings of the West."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from extractor.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: Control characters that no text holds; a few may be dirt, many are another kind of file.
_BINARY = bytes({*range(9), *range(14, 27), *range(28, 32)})
_MOST_BINARY = 0.01
#: Share of bytes above ASCII past which a text is hardly in a Western language.
_MOST_HIGH = 0.25
_SAMPLE = 64_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, and what a reader should know of how they were read."""

    text: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, source: str, declared: str | None = None) -> Decoded:
    """The text that the bytes stand for; `declared` is the encoding that a page or a part names.

    Raises:
        InputError: the bytes are no text, or in no encoding that is known.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_strictly(data, encoding, source))
    if wide := _unmarked_utf16(data):
        return Decoded(_strictly(data, wide, source))
    if is_binary(data):
        raise InputError(source, "binary data, no text; give a text, web page, PDF or office document")
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _older(data, source, declared)


def is_binary(data: bytes) -> bool:
    """True if the bytes hold more control characters than any text does."""
    sample = data[:_SAMPLE]
    return len(sample) - len(sample.translate(None, _BINARY)) > _MOST_BINARY * len(sample)


def _strictly(data: bytes, encoding: str, source: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        told = f"marked as {encoding}, but byte {error.start} does not fit; save it as UTF-8"
        raise InputError(source, told) from error


def _unmarked_utf16(data: bytes) -> str | None:
    """The byte order of English text in UTF-16: every other byte is nought."""
    sample = data[: _SAMPLE // 2 * 2]
    if len(sample) < 4 or len(data) % 2:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _older(data: bytes, source: str, declared: str | None) -> Decoded:
    if declared and (text := _as_declared(data, declared)) is not None:
        return Decoded(text)
    if _mostly_utf8(data):
        note = "some bytes are no UTF-8; they were read as Windows-1252"
        return Decoded(data.decode("utf-8", errors="crossfoot_western"), (note,))
    high = sum(b >= 0x80 for b in data[:_SAMPLE])
    if high <= _MOST_HIGH * len(data[:_SAMPLE]):
        text = data.decode("cp1252", errors="crossfoot_western")
        return Decoded(text, ("not in UTF-8; read as Windows-1252 (Western)",))
    return _guessed(data, source)


def _as_declared(data: bytes, declared: str) -> str | None:
    # Pages that say Latin-1 mean Windows-1252, as browsers have it.
    western = declared.lower().replace("_", "-") in {"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"}
    try:
        return data.decode("cp1252" if western else declared)
    except (ValueError, LookupError):  # "embedded null character" is no Unicode error
        return None


def _mostly_utf8(data: bytes) -> bool:
    """True if far more sequences above ASCII are good UTF-8 than are not."""
    sample = data[:_SAMPLE].decode("utf-8", errors="replace")
    bad = sample.count("\ufffd")
    good = sum(c > "\x7f" for c in sample) - bad
    return good > 4 * bad


def _guessed(data: bytes, source: str) -> Decoded:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    text = _as_declared(data, best.encoding) if best else None
    if best is None or text is None:
        raise InputError(source, "in an encoding that was not recognised; save it as UTF-8")
    return Decoded(text, (f"not in UTF-8; read as {best.encoding}",))


def _western(error: UnicodeError) -> tuple[str, int]:
    """What a byte that does not fit means in Windows-1252, or in Latin-1 where that has nothing."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    odd = error.object[error.start : error.end]
    return "".join(_western_letter(bytes([b])) for b in odd), error.end


def _western_letter(byte: bytes) -> str:
    try:
        return byte.decode("cp1252")
    except UnicodeDecodeError:
        return byte.decode("latin-1")


codecs.register_error("crossfoot_western", _western)
