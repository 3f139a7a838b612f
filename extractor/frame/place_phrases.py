"""Phrases that stand for a place: "in the county", "overseas", "on the mainland", "worldwide"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractor.frame.gazetteer import gazetteer, listed
from extractor.frame.place_signs import ending_weight
from extractor.lexicon import table
from extractor.model import Mention, Span


def areas(text: str, span: Span) -> Iterator[Mention]:
    """Parts of a country without a name, "in the capital", "on the mainland", and the world."""
    for found in phrases("world").finditer(text, span.start, span.end):
        yield Mention(Span(*found.span()), found[0], "world", "sentence")
    for found in _beyond().finditer(text, span.start, span.end):
        yield Mention(Span(*found.span(1)), found[1], found[1].lower(), "sentence")
    for found in _areas_of().finditer(text, span.start, span.end):
        yield Mention(Span(*found.span(1)), found[1], found[1].lower(), "sentence")


def own_area(text: str, own: Mention | None, span: Span) -> Iterator[Mention]:
    """The document's own place where a clause of its own names it: "but IN THE COUNTY it is 31"."""
    for found in _led_own().finditer(text, span.start, span.end):
        phrase = found[1]
        if own is not None and _may_be_called(own, phrase.split()[-1].lower()):
            yield Mention(Span(*found.span(1)), own.text, own.key, "sentence")
        else:
            yield Mention(Span(*found.span(1)), phrase, phrase.lower(), "sentence")


def _may_be_called(own: Mention, noun: str) -> bool:
    """False for a town beside "in the county": only a county, or what the gazetteer holds, is called one."""
    wide = noun in {"county", "region", "state"}
    shire = noun == "county" and ending_weight(own.text) == 2
    known = own.key in gazetteer().values() and own.text not in listed("cities")
    return not wide or noun in own.key or shire or known


@cache
def _led_own() -> re.Pattern[str]:
    phrases = "|".join(
        sorted((p for p in table("places")["own"] if p.startswith("the ")), key=len, reverse=True)
    )
    return re.compile(rf"\b(?:[Ii]n|[Aa]cross|[Tt]hroughout)\s+({phrases})\b(?!\s+(?:of|[A-Z]))")


@cache
def _beyond() -> re.Pattern[str]:
    words = "|".join(f"[{w[0].upper()}{w[0]}]{w[1:]}" for w in table("places")["beyond"])
    return re.compile(
        rf"(?:^|(?<=[.;:!?]\s)|(?<=\sand\s)|(?<=\sbut\s)|(?<=\swhile\s)|(?<=\n))((?:{words})\b(?:\s+in\s+the\s+[a-z]+)?)"
    )


@cache
def _areas_of() -> re.Pattern[str]:
    areas = "|".join(sorted(table("places")["areas"], key=len, reverse=True))
    return re.compile(
        rf"\b(?:[Ii]n|[Oo]n|[Aa]cross)\s+(?:the\s+)?((?<=the\s)(?:{areas})|\w+\s+areas)\b(?!\s+(?:of|side)\b)"
    )


@cache
def phrases(section: str) -> re.Pattern[str]:
    longest = sorted(table("places")[section], key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(longest) + r")\b", re.IGNORECASE)
