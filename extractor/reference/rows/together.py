"""All rows of a table, told by their number: "in the four districts together", "the 22 forces recorded"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extractor.lexicon import table as data
from extractor.model import Span
from extractor.reference.rows.labels import Named
from extractor.reference.tables.reference_table import ReferenceTable, is_average
from extractor.reference.words import root
from extractor.regexes import Regex

#: What follows where only some of the rows are meant, or those of a part: "the six forces of the North".
_SOME = Regex(r"\s+(?:of|in|that|which|who|whose|where|with|outside|around|nearest|not|most)\b")


def together(text: str, totals: Sequence[str], reference: ReferenceTable) -> Iterator[Named]:
    """Every place of a text that tells of as many rows as there are, for the row of all."""
    if not totals:
        return
    numbers = _numbers(reference)
    for match in _words().finditer(text):
        # "The 22 police forces", "the four districts together".
        for end in (match.end("first"), match.end("second")):
            word = text[max(match.start(), text.rfind(" ", 0, end) + 1) : end]
            many = numbers.get(root(word), set()) if end > 0 else set()
            if _value(match["many"]) in many and not _SOME.match(text, end):
                yield Named(Span(match.start("many"), end), tuple(totals), full=False, wide=True)
                break


def _numbers(reference: ReferenceTable) -> dict[str, set[int]]:
    """Root of a noun for rows → how many there are, without those for all; of blocks by their own noun."""
    wholes = {reference.rows[n].label for n in reference.parts}
    others = {r.label for r in reference.totals}
    labels = {r.label for r in reference.rows if r.label not in others and not is_average(r.label)}
    nouns = {root(w) for w in [*reference.row_noun.split(), *data("reference")["row_nouns"]]}
    found = {noun: {len(labels - wholes)} for noun in nouns}
    for label in wholes:
        words = re.findall(r"[A-Za-z]+", label)
        found.setdefault(root(words[-1]), set()).add(len(wholes)) if words else None
    return found


def _value(printed: str) -> int:
    cardinals: dict[str, int] = data("numbers")["cardinals"]
    plain = printed.lower()
    return int(plain) if plain.isdigit() else int(cardinals[plain])


@cache
def _words() -> Regex:
    cardinals = "|".join(sorted(data("numbers")["cardinals"], key=len, reverse=True))
    many = rf"(?P<many>\d{{1,3}}|{cardinals})"
    lead = (
        r"(?:\b(?:[Ii]n|[Aa]cross|[Aa]t|[Bb]etween)\s+(?:all\s+(?:the\s+)?|the\s+)"
        r"|(?:\A|[.!?”\n]\s)(?:All\s+(?:the\s+)?|The\s+))"
    )
    return Regex(rf"{lead}{many}\s+(?P<first>[a-z-]+)(?:\s+(?P<second>[a-z]+))?\b")
