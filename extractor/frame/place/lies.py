"""Names that are places because of where they lie, or because something runs to them.

"HOBWICK, across the river, has 19"; "on OUTER LAMB, 11 kilometres to the west, it was 18"; "the line between
ARKHOLM and LUND"; "freight to PORT SARN"; "in MERTON, ASH and Sedge counties"; "the counter at TOLLCROSS
turned away 2,310"; and roads, "on the N3".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from extractor.frame.gazetteer import listed
from extractor.frame.place.bodies import STREETS
from extractor.frame.place.counted import plain, starts
from extractor.frame.speaker.sayers import words
from extractor.lexicon import table
from extractor.model import Block, Mention, Span
from extractor.regexes import Regex

#: What may lie between two places.
APART = (
    r"(?:border|river|strait|valley|bay|water|channel|road|coast|line|hill|hills|estuary|sound|lake|pass|firth|moor"
    r"|bridge|mountain|mountains|plain|harbour|harbor|sea|island|delta)"
)
SIDES = r"north|south|east|west|inland|up|down|along|afield"
_WAY = rf"(?:{SIDES}|away|off|by|from|outside|to\s+the|upriver|downriver|upstream|downstream|out)"
_FAR = (
    r"(?:(?:about|some|nearly|barely)\s+)?(?:\d[\d.]*|an?|half\s+an|two|three|four|five|six|seven|eight|nine|ten|\w+ty)\s+"
    r"(?:kilomet(?:re|er)s?|met(?:re|er)s|km|miles?|hours?(?:['’]s?\s+\w+)?|minutes?(?:['’]\s+\w+)?)"
)
#: What says where the name before it lies, up to its comma.
_LIES = Regex(
    rf",\s+(?:just\s+|right\s+)?(?:(?:across|over|beyond|down|up|along|off)\s+the\s+(?:\w+\s+)?{APART}|(?:hard|close)\s+by\s+the\s+\w+"
    rf"|{_FAR}\s+{_WAY}|inland|upriver|downriver|upstream|downstream|(?:further|farther)\s+(?:{SIDES}))\b[^,.;:\d\n]{{0,30}},"
)
#: "From Tarbolt, NINE MILES OFF": how far it lies, wherever it stands.
_FAR_OFF = Regex(rf",\s+(?:just\s+)?{_FAR}\s+{_WAY}\b")
_FROM = Regex(r"\b(?:from|to|at|in|of)\s+$")
#: What may stand before it at the head of its sentence.
_FRONT = Regex(r"(?:\b(?:In|At|On|Near|But|And|Yet|The)\s+){1,2}$")
_RUNS = (
    r"(?:freight|flights?|trains?|bus(?:es)?|ferr(?:y|ies)|sailings?|shipments?"
    r"|road|route|line|railway|highway|motorway|track|[A-Z]\d{1,3})"
)
_RUNS_TO = Regex(rf"\b(?:{_RUNS}|exports?)\s+to\s+$")
_BETWEEN = Regex(rf"\b{_RUNS}\s+(?:that\s+\w+\s+|running\s+)?between\s+(?:the\s+)?$")
#: "Dee Ash, 44, OF Clay Corner", "Hob Marr, 46, a widower IN Sedge".
_AGED_OF = Regex(r"\b[A-Z][\w'’-]+,\s+\d{1,3},\s+(?:an?\s+(?:[a-z-]+\s+){1,3})?(?:of|in)\s+$")
#: "ON Fern Street, that is little comfort".
_ON = Regex(r"(?:^|[.!?\n]\s*)On\s+(?:the\s+)?$")
_ROAD = Regex(
    r"\b(?:[Oo]n|[Aa]long)\s+(?:the\s+)?([A-Z]{1,2}-?\d{1,3})\b(?!-|\s*(?:%|per\b)|[.,]\d|\s+paper)"
)
_IN = Regex(r"\b(?:[Ii]n|[Aa]cross|[Tt]hroughout)\s+$")
_AFTER_STATE = Regex(
    r"[,.;\n]|\s+(?:by|in|on|at|to|and|was|were|is|are|had|has|have|since|until|last|this)\b"
)


def lying_places(text: str, runs: Sequence[tuple[Block, re.Match[str]]]) -> Iterator[str]:
    """The names, as they are printed, that where they lie or what runs to them makes places."""
    yield from _in_row(text, runs)
    for (_, run), (_, other) in pairwise(runs):
        back = text[max(0, run.start() - 60) : run.start()]
        if text[run.end() : other.start()] in {" and ", " and the "} and _BETWEEN.search(back):
            yield from (run[0], plain(other[0]))
    for _, run in runs:
        name = plain(run[0])
        if len(name.split()) < 4 and name == run[0] and _lies(text, run):
            yield name
        yield from _before_title(name.split())


def _lies(text: str, run: re.Match[str]) -> bool:
    back = text[max(0, run.start() - 60) : run.start()]
    led = back.rstrip().removesuffix(" the").rpartition(" ")[2].lower()
    if led == "to" and _RUNS_TO.search(back):
        return True
    if led in ("of", "in") and run[0].split()[-1] not in STREETS and _AGED_OF.search(back):
        return True
    if run[0].endswith(" State"):
        return _IN.search(back) is not None and _AFTER_STATE.match(text, run.end()) is not None
    last = run[0].split()[-1]
    part = last in STREETS or last in listed("place_words")
    if part and led.endswith("on") and _ON.search(back) and text.startswith(",", run.end()):
        return True
    comma = text.startswith(",", run.end())
    if comma and _FROM.search(back) and _FAR_OFF.match(text, run.end()):
        return True
    front = _FRONT.search(back) if comma else None
    return (
        comma
        and starts(text, run.start() - (len(front[0]) if front else 0))
        and bool(_LIES.match(text, run.end()))
    )


def _before_title(tokens: Sequence[str]) -> Iterator[str]:
    """The place in "ARDEN CITY Superintendent Ann Lomax"."""
    titled = next((n for n, token in enumerate(tokens[:-1]) if n and token in words("titles")), 0)
    if titled > 1 and tokens[titled - 1] in listed("place_words"):
        yield " ".join(tokens[:titled])


def _in_row(text: str, runs: Sequence[tuple[Block, re.Match[str]]]) -> Iterator[str]:
    """The names of "MERTON, ASH and SEDGE counties": two at least before what they all are."""
    row: list[re.Match[str]] = []
    for _, run in runs:
        between = text[row[-1].end() : run.start()] if row else ""
        row = [*row, run] if between in {", ", " and ", ", and "} else [run]
        if len(row) > 1 and between.endswith("and ") and _many().match(text, run.end()):
            yield from (one[0] for one in row)


def is_road(name: str) -> bool:
    """True for "N3": a road is no more than a part of what a text is about."""
    return re.fullmatch(r"[A-Z]{1,2}-?\d{1,3}", name) is not None


def roads(text: str, zoned: Sequence[Block]) -> Iterator[Mention]:
    """Roads that have a number for a name: "on the N3"."""
    for zone in zoned:
        for found in _ROAD.finditer(text, zone.span.start, zone.span.end):
            yield Mention(Span(*found.span(1)), found[1], found[1].lower(), "sentence")


@cache
def _many() -> Regex:
    """ "Counties", "districts": what several places are."""
    return Regex(rf"\s+(?:{'|'.join(sorted(listed('settled') | set(table('places')['settled'])))})\b")
