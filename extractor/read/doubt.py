"""Pages whose letters may mislead, and the numbers on which two readers of one page do not agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from extractor.regexes import Regex

#: "2 0 1 5": letters spaced out for looks.
_SPACED = Regex(r"(?<!\d)\d(?: \d){2,}(?!\d)")
#: "22001199": the same digits printed twice to look bold.
_DOUBLED = Regex(r"(?:(\d)\1){3,}")
#: Letters of fonts that do not say which letters they are.
_UNKNOWN = Regex("[\ufffd\ue000-\uf8ff\x01\x03-\x08\x0e-\x1f]")
_MOST_UNKNOWN = 0.01
_NUMBER = Regex(r"\d+(?:[.,]\d+)*")
#: The note names no more numbers of each reader, and no more pages, than these.
_MOST_NUMBERS, _MOST_PAGES = 4, 8


def is_doubtful(text: str) -> bool:
    """True if a page as the first reader gives it should be read by the second as well."""
    unknown = len(_UNKNOWN.findall(text))
    return unknown > _MOST_UNKNOWN * len(text) or bool(_SPACED.search(text) or _DOUBLED.search(text))


def disagreement(first: str, second: str) -> str | None:
    """The numbers that only one of two readers finds on a page, "2,019 / 22001199"; None where they agree."""
    ours, theirs = Counter(_NUMBER.findall(first)), Counter(_NUMBER.findall(second))
    return None if ours == theirs else f"{_named(ours - theirs)} / {_named(theirs - ours)}"


def note_on(disagreements: Mapping[int, str]) -> str | None:
    """One line for a reader, from what the readers disagree on by page; None where there is nothing."""
    if not disagreements:
        return None
    (page, figures), *others = disagreements.items()
    told = f"page {page}: two readers disagree on the figures {figures}"
    if not others:
        return told
    pages = ", ".join(str(number) for number, _ in others[:_MOST_PAGES])
    more = len(others) - _MOST_PAGES
    return f"{told}; likewise on page {pages}{f' and {more} more' if more > 0 else ''}"


def _named(numbers: Counter[str]) -> str:
    named = list(numbers)[:_MOST_NUMBERS]
    more = len(numbers) - len(named)
    return (", ".join(named) + (f" and {more} more" if more else "")) or "none"
