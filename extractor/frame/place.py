"""Where a claim holds: from the clause, the sentence, the paragraph, the headline, the document.

A name is a place if the gazetteer knows it, or if the text itself says so: "in X", "X
Council", "X's schools". Phrases that stand for a place ("the county", "nationally") are
resolved to the document's own one or to its country.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extractor.frame.nearest import Near, nearest
from extractor.frame.sayers import RUN, person_names
from extractor.frame.sayers import words as speech_words
from extractor.frame.sentences import Sentence, zones
from extractor.lexicon import table
from extractor.model import Block, Document, Found, Mention, Span

_DATELINE = re.compile(r"^([A-Z][A-Z .'’-]{2,}(?:,\s+[A-Z][\w. ]+?)?)\s+(?:\([A-Z]\w+\)\s+)?[—–-]{1,2}\s")
#: The word after a name and its possessive, with a number or "own" between them passed over.
_NEXT = re.compile(
    r"(['’]s?)?\s+(?:(?:\d+|two|three|four|five|six|seven|eight|nine|ten|own|state|public|average)\s+)?([a-z]+)"
)
_ADDRESS = re.compile(
    r"\b(?:Street|Road|Lane|Avenue|Terrace|Close|Drive|Crescent|Way|Place|Square|Court|Gardens),\s+$"
)
_AGED = re.compile(r",\s+\d{1,2}\b")
_SPEAKS = re.compile(r",?\s+(?:said|says|told|added|who)\b")
_SPOKEN = re.compile(r"\b(?:said|says|told|by)\s+$")
_THERE = re.compile(
    r"\b(?:there|where|its|it|they|their|the\s+(?:village|town|hospital|school|estate))\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Places:
    """The places that a document names, in the order of print, and its own one."""

    mentions: tuple[Mention, ...]
    own: Mention | None
    country: Mention | None
    text: str
    zones: tuple[Block, ...]


def places_of(document: Document) -> Places:
    """Every mention of a place in a document, and the place that the document is about."""
    text, zoned = document.text, zones(document)
    runs = [(z, r) for z in zoned for r in RUN.finditer(text, z.span.start, z.span.end)]
    local = _told(text, zoned, runs)
    mentions = tuple(m for z, r in runs for m in _mentions(text, z, r, local))
    own = _own(zoned, mentions)
    return Places(mentions, own, _country(mentions), text, zoned)


def place_of(places: Places, sentence: Sentence, span: Span, earlier: Mention | None) -> Mention | None:
    """Where the words at a span hold; `earlier` is the place of the figure before in its paragraph."""
    inside = [m for m in places.mentions if m.span is not None and sentence.span.contains(m.span)]
    phrases = list(_phrases(places, sentence.span))
    best = nearest(places.text, span, [Near(m.span, m) for m in (*inside, *phrases) if m.span is not None])
    if best is not None:
        return best
    if earlier is not None and earlier != places.own and _THERE.search(sentence.span.of(places.text)):
        return _as(earlier, "paragraph")
    return _as(places.own, "document") if places.own is not None else None


def _as(mention: Mention, found: Found) -> Mention:
    return Mention(mention.span, mention.text, mention.key, found)


def _told(text: str, zoned: Sequence[Block], runs: Sequence[tuple[Block, re.Match[str]]]) -> dict[str, str]:
    """Names that the text itself makes places → their key: sure signs at once, weak ones from two up."""
    never = _people(text, zoned) | _bodies(runs)
    strong: dict[str, str] = {}
    weak: Counter[str] = Counter()
    for zone, run in runs:
        name = _local_name(text, run)
        if name and _may_be_place(name, never):
            strong[name] = name.lower().removeprefix("the ")
        plain = _plain(run[0])
        if _may_be_place(plain, never) and len(plain.split()) <= 2:
            weak[plain] += _weak_signs(text, zone, zoned, run)
    return strong | {name: name.lower() for name, signs in weak.items() if signs >= 2}


def _plain(name: str) -> str:
    return name.removesuffix("'s").removesuffix("’s").removesuffix("'").removesuffix("’")


def _may_be_place(name: str, never: frozenset[str]) -> bool:
    tokens = name.split()
    return (
        not set(tokens) & _words("never")
        and tokens[-1] not in (speech_words("titles") - {"General"})
        and not (set(tokens) <= never)
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
            if titled or _AGED.match(after) or _SPEAKS.match(after) or _SPOKEN.search(before):
                names.update(span.of(text).split())
    return frozenset(names)


def _bodies(runs: Sequence[tuple[Block, re.Match[str]]]) -> frozenset[str]:
    """Words of names of companies and the like, which are no places: "Tamarack Coffee Roasters"."""
    names: set[str] = set()
    for _, run in runs:
        tokens = _plain(run[0]).split()
        ends = tokens[-1] in speech_words("bodies") and tokens[-1] not in _words("place_words")
        if (ends or "&" in tokens) and not any(run[0].endswith(w) for w in _words("body_words")):
            names.update(tokens[:-1] if ends else tokens)
    return frozenset(names)


def _weak_signs(text: str, zone: Block, zoned: Sequence[Block], run: re.Match[str]) -> int:
    """Signs that alone prove nothing: a headline's name, a possessive, "of X"."""
    possessive = _plain(run[0]) != run[0]
    before = text[max(zone.span.start, run.start() - 4) : run.start()].split()[-1:]
    return (zone is zoned[0]) + possessive + (before in (["of"], ["to"], ["from"], ["at"]))


def _local_name(text: str, run: re.Match[str]) -> str | None:
    name = _plain(run[0])
    tokens = name.split()
    for ending in _body_words():
        if name.endswith(" " + ending) and len(tokens) > len(ending.split()):
            return name.removesuffix(" " + ending).removeprefix("The ")
    following = _NEXT.match(text, run.start() + len(name))
    word = following[2] if following else ""
    if (tokens[-1] in _words("place_words") and len(tokens) > 1) or (
        tokens[0] in _words("first_words") and len(tokens) > 1
    ):
        return name
    if word in _words("place_words") or word in _words("people_of"):
        return name if tokens[-1] not in speech_words("bodies") else None
    before = text[max(0, run.start() - 14) : run.start()].split()[-1:]
    led = bool(before) and before[0].lower() in _words("led_by") and tokens[-1] not in speech_words("bodies")
    return name if led or _ADDRESS.search(text, max(0, run.start() - 40), run.start()) else None


@cache
def _words(section: str) -> frozenset[str]:
    return frozenset(table("places")[section])


@cache
def _body_words() -> tuple[str, ...]:
    return tuple(sorted(table("places")["body_words"], key=len, reverse=True))


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


def _mentions(text: str, zone: Block, run: re.Match[str], local: dict[str, str]) -> Iterator[Mention]:
    """The longest known names inside a run of words with capitals."""
    parts = list(re.finditer(r"\S+", run[0]))
    at = 0
    while at < len(parts):
        for stop in range(len(parts), at, -1):
            start, end = run.start() + parts[at].start(), run.start() + parts[stop - 1].end()
            name = re.sub(r"['’]s?$", "", text[start:end])
            key = local.get(name) or gazetteer().get(name) or _shouted(name, zone)
            if key is not None and not _in_a_name(parts, at, stop):
                yield Mention(Span(start, start + len(name)), name, key, "sentence")
                at = stop - 1
                break
        at += 1


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


def _own(zoned: Sequence[Block], mentions: Sequence[Mention]) -> Mention | None:
    """The place that weighs most: in the headline, then in the first paragraphs, then anywhere."""
    weight: Counter[str] = Counter()
    for mention in mentions:
        number = next((n for n, z in enumerate(zoned) if mention.span and z.span.contains(mention.span)), 99)
        weight[mention.key] += 4 if number == 0 else 3 if number == 1 else 2 if number < 4 else 1
    if not weight:
        return None
    key, _ = weight.most_common(1)[0]
    first = next(m for m in mentions if m.key == key)
    in_head = first.span is not None and bool(zoned) and zoned[0].span.contains(first.span)
    return _as(first, "headline" if in_head else "document")


def _country(mentions: Sequence[Mention]) -> Mention | None:
    """The country that the document speaks of, for "nationally"."""
    known = {
        gazetteer()[f]
        for row in (*table("places")["nations"], *table("places")["countries"])
        for f in row.split("|")
    }
    counted = Counter(m.key for m in mentions if m.key in known)
    if not counted:
        return None
    key = counted.most_common(1)[0][0]
    return next(m for m in mentions if m.key == key)


def _phrases(places: Places, span: Span) -> Iterator[Mention]:
    for found in _whole_phrases().finditer(places.text, span.start, span.end):
        where = Span(*found.span())
        key = places.country.key if places.country is not None else "country"
        yield Mention(where, places.country.text if places.country is not None else found[0], key, "sentence")
    if places.own is not None:
        for found in _own_phrases().finditer(places.text, span.start, span.end):
            yield Mention(Span(*found.span()), places.own.text, places.own.key, "sentence")


@cache
def _whole_phrases() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:" + "|".join(sorted(_words("whole"), key=len, reverse=True)) + r")\b", re.IGNORECASE
    )


@cache
def _own_phrases() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:" + "|".join(sorted(_words("own"), key=len, reverse=True)) + r")\b", re.IGNORECASE
    )
