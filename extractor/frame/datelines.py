"""Where a story was written, printed before its first words: "GRANBY FALLS, Minn. (AP) —", "NEW DELHI: "."""

from __future__ import annotations

from extractor.regexes import Regex

_WRITTEN_AT = Regex(
    r"[A-Z][A-Z.'’-]{2,}(?:\s+[A-Z][A-Z.'’-]+){0,3}(?:,\s+[A-Z][\w.]+(?:\s+[\w.]+){0,2}){0,2}"
    r"\s*(?:\([^)\n]{2,25}\)\s*)?(?::|\s?[–—-]{1,2})\s"
)


def after_dateline(text: str, start: int) -> int:
    """Where a sentence begins that may open with one; `start` itself where it does not."""
    dated = _WRITTEN_AT.match(text, start)
    return start if dated is None else dated.end()
