"""Names of places: those that the gazetteer knows, and those that the text itself tells as such.

"In X", "X Council", "X's schools", "the village of X", an address: sure signs make a name a place
at once; a possessive, a headline or "of X" only together. Names of people and companies are none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from extractor.frame.sayers import RUN, person_names
from extractor.frame.sayers import words as speech_words
from extractor.lexicon import table
from extractor.model import Block, Mention, Span

#: The word after a name and its possessive, with a number or "own" between them passed over.
_NEXT = re.compile(
    r"(['’]s?)?\s+(?:(?:\d+|two|three|four|five|six|seven|eight|nine|ten|own|state|public|average)\s+)?([a-z]+)"
)
_ADDRESS = re.compile(
    r"\b(?:Street|Road|Lane|Avenue|Terrace|Close|Drive|Crescent|Way|Place|Square|Court|Gardens),\s+$"
)
#: After "English" or "French" these make it the language.
_NO_NOUN = frozenset(
    {"and", "or", "language", "is", "was", "as", "in", "at", "by", "teacher", "teachers", "lessons", "fries"}
)
_AGED = re.compile(r",\s+\d{1,2}\b")
_SPEAKS = re.compile(r",?\s+(?:said|says|told|added|who)\b")
_VERB = re.compile(r"\s+(\w+)")
_SPOKEN = re.compile(r"\b(?:said|says|told|by)\s+$")
#: Sure signs after and before a name: "X, where ...", "At X, ...", "the district of X".
_WHERE = re.compile(r",\s+(?:\w+\s+){0,5}where\b|,\s+the\s+(?:village|town|city|district|island|county)\b")
_AT_FIRST = re.compile(
    r"(?:^|[.!?\n]\s*)At\s+$|\b(?:village|town|city|district|island|county|borough|parish|port)\s+of\s+$"
)
_LEAD = re.compile(
    r"(?:In|At|Across|Near|Around|Throughout|Outside|From|For|The|But|And|While|When|As|Of|On|To|Its)\s+"
)


def place_mentions(text: str, zoned: Sequence[Block]) -> tuple[Mention, ...]:
    """Every mention of a place in a text, in the order of print."""
    runs = [(z, r) for z in zoned for r in _runs(text, z.span)]
    local = _told(text, zoned, runs)
    return tuple(m for z, r in runs for m in _mentions(text, z, r, local))


@cache
def gazetteer() -> dict[str, str]:
    """Printed name → key; a US state's key names its country, so that "in the US" may hold it."""
    keys: dict[str, str] = {}
    for section in ("cities", "counties", "provinces", "states_us", "nations", "countries"):
        for row in table("places")[section]:
            forms = row.split("|")
            key = forms[0].lower() + (", united states" if section == "states_us" else "")
            keys.update(dict.fromkeys(forms, key))
    return keys


def is_site(name: str) -> bool:
    """True for a lake, a school or an estate: a place within the one that a text is about."""
    parts = name.split()
    return len(parts) > 1 and (parts[0] in _words("site_first") or parts[-1] in _words("site_words"))


def _mentions(text: str, zone: Block, run: re.Match[str], local: dict[str, str]) -> Iterator[Mention]:
    """The longest known names inside a run of words with capitals."""
    parts = list(re.finditer(r"\S+", run[0]))
    at = 0
    while at < len(parts):
        for stop in range(len(parts), at, -1):
            start, end = run.start() + parts[at].start(), run.start() + parts[stop - 1].end()
            name = re.sub(r"['’]s?$", "", text[start:end])
            key = (
                gazetteer().get(name)
                or _people_key(text, name, end)
                or local.get(name)
                or _shouted(name, zone)
            )
            inside = text[max(0, start - 14) : start].endswith(("University of ", "Bishop of ", "Bank of "))
            if key is not None and not inside and not _in_a_name(parts, at, stop):
                yield Mention(Span(start, start + len(name)), name, key, "sentence")
                at = stop - 1
                break
        at += 1


def _people_key(text: str, name: str, end: int) -> str | None:
    """The country of "Canadians", or of "Canadian" before a word in small letters."""
    demonyms = table("places")["demonyms"]
    if name.endswith("s") and name[:-1] in demonyms:
        return str(demonyms[name[:-1]])
    following = _VERB.match(text, end)
    small = following is not None and following[1][0].islower() and following[1] not in _NO_NOUN
    return demonyms.get(name) if small else None


def _shouted(name: str, zone: Block) -> str | None:
    """A gazetteer name in a headline or dateline in capitals."""
    return (
        gazetteer().get(name.title())
        if name.isupper() and len(name) > 3 and zone.kind != "table_cell"
        else None
    )


def _in_a_name(parts: Sequence[re.Match[str]], at: int, stop: int) -> bool:
    """True for "Boston Globe" or "Paris Hilton": a place in a longer run that names something else."""
    after = parts[stop][0].rstrip("'’s.,") if stop < len(parts) else ""
    before = parts[at - 1][0] if at else ""
    known = {"Council", *_words("body_words"), *_words("place_words")}
    return (bool(after) and after not in known) or (
        bool(before) and at > 0 and before[0].isupper() and before not in {"The", "In"} and not after
    )


def _runs(text: str, span: Span) -> Iterator[re.Match[str]]:
    """Runs of words with capitals, without the "In" or "The" that opens a sentence."""
    for run in RUN.finditer(text, span.start, span.end):
        lead = _LEAD.match(text, run.start(), run.end())
        yield (RUN.match(text, lead.end(), run.end()) or run) if lead is not None else run


def _told(text: str, zoned: Sequence[Block], runs: Sequence[tuple[Block, re.Match[str]]]) -> dict[str, str]:
    """Names that the text itself makes places → their key: sure signs at once, weak ones from two up."""
    never = _people(text, zoned) | _bodies(runs) | _openers(text, runs) | _speaking(text, runs)
    surnames = {tokens[-1] for _, r in runs if len(tokens := _plain(r[0]).split()) > 1}
    strong: dict[str, str] = {}
    weak: Counter[str] = Counter()
    for zone, run in runs:
        name = _local_name(text, run)
        if name and _may_be_place(name, never) and name not in surnames:
            strong[name] = name.lower().removeprefix("the ")
        plain = _plain(run[0])
        if plain in surnames:
            continue
        if _may_be_place(plain, never) and len(plain.split()) <= 2:
            weak[plain] += _weak_signs(text, zone, zoned, run)
    return strong | {name: name.lower() for name, signs in weak.items() if signs >= 2}


def _plain(name: str) -> str:
    return name.removesuffix("'s").removesuffix("’s").removesuffix("'").removesuffix("’")


def _may_be_place(name: str, never: frozenset[str]) -> bool:
    tokens = name.split()
    return (
        not set(tokens) & _words("never")
        and tokens[-1] not in (speech_words("titles") - _words("place_words"))
        and not (set(tokens) <= never or tokens[0] in never)
        and name.lower() not in speech_words("no_names")
        and not name.isupper()
    )


def _people(text: str, zoned: Sequence[Block]) -> frozenset[str]:
    """Words of the names of people that speak, have a title or an age."""
    names: set[str] = set()
    for zone in zoned:
        for span in person_names(text, zone.span.start, zone.span.end):
            before, after = text[max(0, span.start - 14) : span.start], text[span.end : span.end + 12]
            titled = before.split()[-1:] and before.split()[-1].rstrip(".") in speech_words("titles")
            if before.rstrip().endswith((" in", " at", " near", " from")):
                continue
            if titled or _AGED.match(after) or _SPEAKS.match(after) or _SPOKEN.search(before):
                names.update(w for w in span.of(text).split() if w not in gazetteer())
    return frozenset(names)


def _bodies(runs: Sequence[tuple[Block, re.Match[str]]]) -> frozenset[str]:
    """Words of names of companies and the like, which are no places: "Tamarack Coffee Roasters"."""
    names: set[str] = set()
    for _, run in runs:
        tokens = _plain(run[0]).split()
        ends = tokens[-1] in speech_words("bodies") and not _ends_in_place(tokens)
        if (ends or "&" in tokens) and not any(run[0].endswith(w) for w in _words("body_words")):
            names.update(tokens[:-1] if ends else tokens)
    return frozenset(names)


def _speaking(text: str, runs: Sequence[tuple[Block, re.Match[str]]]) -> frozenset[str]:
    """Names that say something themselves: a company, a person."""
    names: set[str] = set()
    for _, run in runs:
        after = _VERB.match(text, run.end())
        if after is not None and after[1] in speech_words("said") and _plain(run[0]) == run[0]:
            before = text[max(0, run.start() - 6) : run.start()].split()[-1:]
            speaks_for = any(run[0].endswith(f" {w}") for w in _words("body_words") | _words("place_words"))
            names.update(run[0].split() if before not in (["in"], ["at"], ["of"]) and not speaks_for else ())
    return frozenset(names)


def _openers(text: str, runs: Sequence[tuple[Block, re.Match[str]]]) -> frozenset[str]:
    """Words that have their capital only from opening a sentence: "Secondary schools"."""
    inside = {w for _, r in runs for w in _plain(r[0]).split() if not _starts(text, r.start())}
    return frozenset(n for _, r in runs for n in [_plain(r[0])] if " " not in n and n not in inside)


def _starts(text: str, at: int) -> bool:
    return at == 0 or text[max(0, at - 2) : at].rstrip(" “\"‘'(-•")[-1:] in {"", ".", "!", "?", "\n", ":"}


def _weak_signs(text: str, zone: Block, zoned: Sequence[Block], run: re.Match[str]) -> int:
    """Signs that alone prove nothing: a headline's name, a possessive, "of X"."""
    possessive = _plain(run[0]) != run[0]
    before = text[max(zone.span.start, run.start() - 4) : run.start()].split()[-1:]
    return (zone is zoned[0]) + possessive + (before in (["of"], ["to"], ["from"], ["at"], ["on"]))


def _local_name(text: str, run: re.Match[str]) -> str | None:
    name = _plain(run[0])
    tokens = name.split()
    for ending in _body_words():
        if name.endswith(" " + ending) and len(tokens) > len(ending.split()):
            if len(tokens) - len(ending.split()) > 3 or any(_plain(t) != t for t in tokens):
                return None
            return name.removesuffix(" " + ending).removeprefix("The ")
    following = _NEXT.match(text, run.start() + len(name))
    word = following[2] if following else ""
    if len(tokens) > 1 and (_ends_in_place(tokens) or tokens[0] in _words("first_words")):
        return name
    if word in _words("place_words") or word in _words("people_of"):
        return name if tokens[-1] not in speech_words("bodies") else None
    before = text[max(0, run.start() - 14) : run.start()].split()[-1:]
    if _WHERE.match(text, run.start() + len(name)) or _AT_FIRST.search(
        text, max(0, run.start() - 24), run.start()
    ):
        return name if tokens[-1] not in speech_words("bodies") else None
    led = bool(before) and before[0].lower() in _words("led_by") and _may_be_inside(tokens)
    return name if led or _ADDRESS.search(text, max(0, run.start() - 40), run.start()) else None


def _ends_in_place(tokens: Sequence[str]) -> bool:
    """True for "Cray Valley" and "Cray Leisure Centre"."""
    return tokens[-1] in _words("place_words") or " ".join(tokens[-2:]) in _words("place_words")


def _may_be_inside(tokens: Sequence[str]) -> bool:
    """True for what one may be in: a town, or a house of that name, but no company or court of law."""
    house = len(tokens) > 1 and tokens[-1] in _words("houses") and tokens[0] not in _words("no_houses")
    return house or tokens[-1] not in speech_words("bodies")


@cache
def _words(section: str) -> frozenset[str]:
    return frozenset(table("places")[section])


@cache
def _body_words() -> tuple[str, ...]:
    return tuple(sorted(table("places")["body_words"], key=len, reverse=True))
