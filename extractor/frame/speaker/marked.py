"""Sayings that marks and the order of the page tell, with no verb of saying before what is said.

A label that opens a line ("SMITH: ..."), a name and a colon, a name after a dash, any verb between a quote
and a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.frame.sentence_ends import sentence_start, sentence_stop
from extractor.frame.speaker.quotes import Quote, near
from extractor.frame.speaker.said import SAID, Sayer, Saying, words
from extractor.frame.speaker.sayers import sayer_after, sayer_before
from extractor.model import Block, Span
from extractor.regexes import Regex

_COLON = Regex(r"(?P<who>[A-Z][^.:;!?“”\"]{2,160}):\s*[“\"‘']")
_LABEL = Regex(
    r"^(?:\*\*)?(?:(?:CLIP|SOUNDBITE|AUDIO|ACTUALITY)[,:]\s+)?"
    r"([A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,4}|[A-Z]{2,}(?:\s+[A-Z]+){0,4})"
    r"(?:,\s+[A-Z][A-Z .&’'-]+){0,3}(?:\*\*)?:\s+(?=\S)"
)
_ANY_VERB = Regex(r"[,?!—–][”\"’']\s+([a-z]+(?:ed|s))\s+(?=(?:[a-z-]+\s+){0,3}[A-Z])")
_DASHED = Regex(r"[”\"’'»]?\s*[—–-]{1,2}\s*(?=[A-Z])")
#: Before the name of somebody whose words are the paper's own.
_REPORTERS = (
    r"\b(?:[Cc]orrespondent|[Rr]eporter|[Oo]ur\s+(?:own\s+)?(?:[a-z]+\s+)?editor|[Mm]y\s+colleague),?\s+"
    r"(?:[A-Z][\w’'-]+\s+){0,2}"
)
#: Behind it: "Ann LEE has been finding out why", "Ann LEE reports".
_REPORTING = (
    r"\s+(?:reports\b|went\s+to\s+(?:see|meet|find)\b|has\s+(?:this|the|our)\s+(?:report|story)\b"
    r"|(?:has|['’]s)\s+been\s+(?:finding|looking|talking|speaking|following|covering|hearing|asking|meeting)\b)"
)
_INTRODUCED = Regex(rf"{_REPORTERS}[\w’'-]+")
_INTRODUCING = Regex(rf"\b[\w’'-]+{_REPORTING}")
#: Labelled lines from which a text is taken for a transcript.
_TRANSCRIPT = 3


def by_marks(text: str, zone: Block, number: int, quoted: Sequence[Quote]) -> Iterator[Saying]:
    """The sayings of a zone that a colon, a dash or any verb beside a quote tells."""
    yield from _colons(text, zone, number, quoted)
    yield from _signed(text, zone, number, quoted)
    yield from _inverted(text, zone, number, quoted)


def labels(text: str, zones: Sequence[Block]) -> Iterator[Saying]:
    """The labels of a transcript: names and colons that open several lines, some of them more than once."""
    labelled = [(n, m) for n, z in enumerate(zones) if (m := _LABEL.match(text[z.span.start : z.span.end]))]
    if len(labelled) < _TRANSCRIPT or len({m[1] for _, m in labelled}) == len(labelled):
        return
    reporters = [m[0] for told in (_INTRODUCED, _INTRODUCING) for m in told.finditer(text)]
    for number, found in labelled:
        at = zones[number].span.start
        name = Span(at + found.start(1), at + found.end(1))
        words_only = found[1].isupper() or found[1].split()[0].lower() not in words("no_names")
        presents = not words("presenters").isdisjoint(re.findall(r"\w+", found[0].lower()))
        presents = presents or any(_reports(told, found[1]) for told in reporters)
        if len(found[1]) > 1 and words_only and not presents:  # "One Side:" is nobody
            yield Saying(name, number, Sayer(name, found[1], "person"), label=True)


def _reports(told: str, label: str) -> bool:
    """True for the label of whoever reports, as some words tell: "our correspondent Ann LEE was there"."""
    name = re.escape(label.split()[-1])
    introduced = re.search(rf"{_REPORTERS}(?i:{name})\b", told)
    return introduced is not None or re.search(rf"\b(?i:{name}){_REPORTING}", told) is not None


def _colons(text: str, zone: Block, number: int, quoted: Sequence[Quote]) -> Iterator[Saying]:
    """A name and a colon that open a sentence before a quote: `Premier Angela Doyle: “We will.”`."""
    for quote in quoted:
        start = sentence_start(text, zone.span, quote.span.start)
        found = _COLON.fullmatch(text, start, quote.span.start)
        sayer = sayer_before(text, start, found.end("who")) if found is not None else None
        verb = found is not None and SAID.search(found["who"]) is not None
        if found is not None and sayer is not None and not verb and sayer.kind in {"person", "people"}:
            yield Saying(Span(found.end("who"), found.end("who") + 1), number, sayer)


def _signed(text: str, zone: Block, number: int, quoted: Sequence[Quote]) -> Iterator[Saying]:
    """A name after a dash that closes a quote: `"We have built 13,000." — Ana Paewai`."""
    for quote in quoted:
        found = _DASHED.match(text, quote.span.end, zone.span.end)
        sayer = sayer_after(text, found.end(), zone.span.end) if found is not None else None
        if found is not None and sayer is not None and sayer.kind == "person":
            yield Saying(Span(found.end() - 1, found.end()), number, sayer, inverted=True)


def _inverted(text: str, zone: Block, number: int, quoted: Sequence[Quote]) -> Iterator[Saying]:
    """Any verb between a quote and a person's name is one of saying: `"...," fumed Peter Fisher`."""
    for quote in quoted:
        found = _ANY_VERB.match(text, quote.span.end - 1, zone.span.end)
        if found is None or found[1] in words("said"):
            continue
        stop = sentence_stop(text, zone.span, found.end())
        sayer = sayer_after(
            text,
            found.end(),
            min([stop, *(q.span.start for q in near(quoted, found.end()) if q.span > quote.span)]),
        )
        if sayer is not None and sayer.kind == "person" and " " in sayer.text:
            yield Saying(Span(*found.span(1)), number, sayer, inverted=True)
