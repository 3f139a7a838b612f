"""Jump to what may begin a figure, read it there, then let the figures of the text complete each other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from extractor.find.currencies import Currencies
from extractor.find.drafts import digit_draft, glyph_draft, word_draft
from extractor.find.multiples import times_draft
from extractor.find.nouns import Draft, Outside, from_outside
from extractor.find.number_words import BARE_SCALES
from extractor.find.numerals import GLYPHS, SCALES
from extractor.find.ones import universal_draft
from extractor.find.outside import addresses
from extractor.find.units import unit_words
from extractor.find.word_values import CARDINALS, ORDINALS, PARTS, VAGUE
from extractor.lexicon import table
from extractor.model import Period
from extractor.periods import find_periods
from extractor.periods.triggers import stops
from extractor.regexes import Regex

#: A period in words that only counts from now: "two years ago"; its number is a figure.
_COUNTED_PERIOD = Regex(r"\d{4}")
_LENGTH_TO = Regex(r"\S+[ -](?:years?|months?|weeks?|days?|quarters?)[ ]", re.IGNORECASE)

Reader = Callable[[str, int, str, Currencies], Draft | None]


def _word(text: str, at: int, word: str, currencies: Currencies) -> Draft | None:
    return word_draft(text, at, word, currencies)


def _times(text: str, at: int, word: str, _: Currencies) -> Draft | None:
    return times_draft(text, at, word)


def _universal(text: str, at: int, word: str, _: Currencies) -> Draft | None:
    return universal_draft(text, at, word)


def _digits(text: str, at: int, _: str, currencies: Currencies) -> Draft | None:
    return digit_draft(text, at, currencies)


def _glyph(text: str, at: int, _: str, currencies: Currencies) -> Draft | None:
    return glyph_draft(text, at, currencies)


def _readers() -> dict[str, Reader]:
    """Word in lower case → what reads a figure that begins with it."""
    times = table("numbers")["times"]
    folds = [f"{w}{table('numbers')['fold']}" for w in CARDINALS]
    found: dict[str, Reader] = dict.fromkeys(
        (*CARDINALS, *VAGUE, *ORDINALS, "a", "an", "half", "quarter", "several", *BARE_SCALES), _word
    )
    found.update(dict.fromkeys((*times, *folds, "halved", "halving", "halve", "halves"), _times))
    found.update(dict.fromkeys(("none", "not", "every"), _universal))
    return found


_READERS = _readers()
#: What reads a figure that begins with digits, and one that is a glyph.
_BY_GROUP: dict[int, Reader] = {2: _digits, 3: _glyph}
_STOPS = stops(_READERS, {}, "[0-9]+", "".join(GLYPHS))
_NEXT_WORD = Regex(r"[-\s]+([A-Za-z]+)")


def drafts_of(text: str) -> list[Draft]:
    """All numbers of a text in the order of print, those that are no quantities included."""
    return list(_drafts(text, masked(text), Currencies.of(text)))


def _drafts(text: str, masks: Sequence[Outside], currencies: Currencies) -> Iterator[Draft]:
    at, mask = 0, 0
    for start, word, read in _openings(text):
        if start < at:
            continue
        while mask < len(masks) and masks[mask].end <= start:
            mask += 1
        if mask < len(masks) and masks[mask].start <= start:
            yield from_outside(masks[mask])
            at = masks[mask].end
            continue
        draft = read(text, start, word.lower(), currencies)
        if draft is not None and not (mask < len(masks) and draft.end > masks[mask].start):
            yield draft
            at = draft.end


def _openings(text: str) -> Iterator[tuple[int, str, Reader]]:
    """Where a figure may begin, the word there, and what reads it."""
    for stop in _STOPS.finditer(text):
        group = stop.lastindex
        if group is None:
            continue
        word = stop[group]
        if group > 1:
            yield stop.start(group), word, _BY_GROUP[group]
        elif word.lower() not in ("a", "an") or _is_counted(text, stop.end()):
            yield stop.start(group), word, _READERS[word.lower()]


@cache
def _after_article() -> frozenset[str]:
    """What has to follow an article for it to be a number, as it is printed: a unit, a part, a scale."""
    words = (*unit_words(), *SCALES, *PARTS, "half", "few", "couple")
    return frozenset(form for word in words for form in (word, word.capitalize(), word.upper()))


def _is_counted(text: str, at: int) -> bool:
    """True where a word follows that makes the article before it a number: "a week", "a third"."""
    after = _NEXT_WORD.match(text, at)
    return after is not None and after[1] in _after_article()


def masked(text: str) -> list[Outside]:
    """Dates, periods and addresses, in the order of print."""
    dates = (date for period in find_periods(text) if (date := _as_date(text, period)) is not None)
    found = sorted((*dates, *addresses(text)), key=lambda o: o.start)
    out: list[Outside] = []
    for one in found:
        if not out or one.start >= out[-1].end:
            out.append(one)
    return out


def _as_date(text: str, period: Period) -> Outside | None:
    """The part of a period that is a date; None where its number is a length of time, "two years ago"."""
    if period.span is None:
        return None
    printed = period.span.of(text)
    if period.kind == "relative" and not _COUNTED_PERIOD.search(printed):
        return None
    if not any(c.isdigit() for c in printed) and period.kind not in ("calendar", "financial"):
        return None
    length = _LENGTH_TO.match(printed)
    start = period.span.start + (length.end() if length is not None else 0)
    return Outside(start, period.span.end, "date", "period")
