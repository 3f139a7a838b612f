"""What makes a name a place where no gazetteer knows it: the words around it, its ending, its neighbours.

Sure signs ("in X", "X Council", "X's schools", an address) make a name a place at once; weak ones (a
headline, a possessive, "of X", an ending such as "-shire") only two together. Names of people and of
companies are none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from extractor.frame.gazetteer import gazetteer, listed
from extractor.frame.keys import singular
from extractor.frame.place_bodies import STREETS, housed_places
from extractor.frame.place_counted import beside, plain, starts
from extractor.frame.place_lies import lying_places
from extractor.frame.place_rows import row_places
from extractor.frame.place_turns import turned_places
from extractor.frame.sayers import person_names
from extractor.frame.sayers import words as speech_words
from extractor.lexicon import table
from extractor.model import Block

#: The word after a name and its possessive, with a number or "own" between them passed over.
_NEXT = re.compile(
    r"(['’]s?)?\s+(?:(?:\d+|two|three|four|five|six|seven|eight|nine|ten|own|state|public|average)\s+)?([a-z]+)"
)
_ADDRESS = re.compile(
    r"\b(?:Street|Road|Lane|Avenue|Terrace|Close|Drive|Crescent|Way|Place|Square|Court|Gardens),\s+$"
)
_AGED = re.compile(r",\s+\d{1,2}\b(?!\s*(?:per\b|percent|%)|[.,]\d|\s+(?:(?!years)[a-z]+s|are|were|have)\b)")
_SPEAKS = re.compile(r",?\s+(?:said|says|told|added|who)\b")
_SPOKEN = re.compile(r"\b(?:said|says|told|by)\s+$")
#: What stands before a name that is only where something is: "shipments THROUGH Sarvel told two stories".
_LED = frozenset({"in", "at", "of", "to", "from", "through", "across", "near", "outside", "for", "on"})
#: "Ruakoro ASKED TO save water" is not asking.
_IS_ASKED = re.compile(r"\s+(?:asked|told)\s+(?:to|not\s+to)\b")
#: Sure signs after and before a name: "X, where ...", "At X, ...", "the district of X".
_WHERE = re.compile(
    r",\s+(?:\w+\s+){0,5}where\b"
    r"|,\s+the\s+(?:[\w-]+\s+){0,5}(?:villages?|towns?|city|cities|districts?|islands?|county|counties|valleys?|suburbs?)\b"
)
#: A dateline: "GRANBY FALLS, Minn. (AP) —", "RAJPURA: "; in a transcript a colon follows whoever speaks.
_DATELINE = re.compile(
    r"([A-Z][A-Z.'’-]+(?:\s+[A-Z][A-Z.'’-]+){0,3})(?:,\s+[A-Z][\w.]+(?:\s+[\w.]+)?){0,2}\s*(?:\([^)\n]{2,25}\)\s*)?"
    r"(?:(:)|\s?[–—-]{1,2})\s"
)
#: "KIRIMUNI County Referral Hospital": a body that has its name from its county.
_SEATED = re.compile(r"(\w+(?:\s+\w+)?)\s+(?:County|City|District|Borough|Town|Municipal|Regional)\s+[A-Z]")
#: Joined names of towns: "Lac-aux-Ormes", "Stow-on-Marsh".
_JOINED = re.compile(r"[A-Z]\w+-(?:sur|aux|en|les|le|la|de|du|des|on|upon|under|by|am|an|der)-[A-Z]")
_AT_FIRST = re.compile(
    r"(?:^|[.!?\n]\s*)At\s+$|\b(?:village|town|city|district|island|county|borough|parish|port|region|province|suburb|harbour|harbor|valley|hamlet|township)\s+of\s+$"
)
_VERB = re.compile(r"\s+(\w+)")
#: "You've", "They're": words that an apostrophe cuts short.
_SHORTENED = re.compile(r"['’](?:ve|re|ll|d|m|t)\b")
#: Weak signs beside a sure one by which a place is known that a body is named after.
_SURE = 2
#: Peoples and days, of which there are several: "Germans", "on Thursdays".
_NO_PLURALS = frozenset({*table("places")["demonyms"], *table("periods")["weekdays"]})
#: What a name may end in that alone is never a place.
_KIND_OF = re.compile(r" (?:State|Street)$")
#: "Thirty-four had never been told".
_NUMERAL = re.compile(r"(?:Twenty|Thirty|Forty|Fifty|Sixty|Seventy|Eighty|Ninety)(?![a-z])")
#: "Libraries AT X", "the prison IN X".
_SITE_AT = re.compile(r"\b([a-z]+)\s+(?:at|in|near|outside)\s+$")


def told_places(
    text: str, zoned: Sequence[Block], runs: Sequence[tuple[Block, re.Match[str]]]
) -> dict[str, str]:
    """Names that the text itself makes places → their key: sure signs at once, weak ones from two up."""
    people, bodies = _people(text, zoned) | _speaking(text, runs), _bodies(runs)
    people |= _called_by_surname(runs)
    never = people | bodies | _openers(text, runs)
    # Where a headline gives every word a capital, the capital says nothing.
    head = None if not zoned or _all_capitals(zoned[0].span.of(text)) else zoned[0]
    named = (tokens for _, r in runs if len(tokens := plain(r[0]).split()) > 1)
    surnames = {tokens[-1] for tokens in named if tokens[0] not in listed("body_first")}
    strong: dict[str, str] = {}
    weak: Counter[str] = Counter()
    signs: Counter[str] = Counter()
    for zone, run in runs:
        signs[plain(run[0])] += _weak_signs(text, zone, head, run)
    for zone, run in runs:
        name = _local_name(text, run)
        # A body may have its name from its town: "Carrow Tenants' League", beside "Carrow's firefighters".
        named_after = name in bodies and signs[name or ""] >= _SURE
        if name and _may_be_place(name, never - bodies if named_after else never) and name not in surnames:
            strong[name] = name.lower().removeprefix("the ")
        bare = plain(run[0])
        if bare in surnames:
            continue
        if _may_be_place(bare, never) and len(bare.split()) <= 2:
            weak[bare] += _weak_signs(text, zone, head, run)
    for name in weak:
        weak[name] += ending_weight(name)
    told = strong | {name: name.lower() for name, signs in weak.items() if signs >= 2}
    told |= dict(_dated(text, zoned)) | dict(_apposed(text, runs, people | bodies))
    told |= dict(row_places(text, zoned))
    told |= {
        n: n.lower() for n in turned_places(text, (r for _, r in runs)) if _may_be_place(n, people | bodies)
    }
    lying = (n for n in lying_places(text, runs) if n not in surnames or n in told)
    told |= {n: n.lower() for n in lying if _may_be_place(_KIND_OF.sub("", n), people | bodies)}
    alone = people | bodies
    housed = (n for n in housed_places(text, zoned, runs) if _may_be_place(n.title(), people))
    told |= {name: name.lower() for name in housed}
    near = (
        n
        for n in beside(text, runs, told)
        if n not in surnames and (_may_be_place(n, alone) or (" " in n and n.split()[-1] in STREETS))
    )
    return told | {name: name.lower() for name in near}


def _dated(text: str, zoned: Sequence[Block]) -> Iterator[tuple[str, str]]:
    """The place of a dateline in the first zones, as it is printed there and as it would be elsewhere."""
    labels = sum((m := _DATELINE.match(text, z.span.start)) is not None and m[2] == ":" for z in zoned)
    for zone in zoned[:3]:
        found = _DATELINE.match(text, zone.span.start, zone.span.end)
        speaks = found is not None and found[2] == ":" and labels > 1
        known = found is not None and found[1].title() in listed("no_datelines") | gazetteer().keys()
        if found is not None and not speaks and not known:
            yield from ((form, found[1].lower()) for form in (found[1], found[1].title()))


def _apposed(
    text: str, runs: Sequence[tuple[Block, re.Match[str]]], never: frozenset[str]
) -> Iterator[tuple[str, str]]:
    """Names told to be places though they open a sentence: "Sommerau, the lowest of the VALLEYS"."""
    for _, run in runs:
        name = plain(run[0])
        seated = _SEATED.match(name)
        titled = seated is not None and name[seated.end() - 1 :].split()[0] in speech_words("titles")
        if seated is not None and not titled and _may_be_place(seated[1], never):
            yield seated[1], seated[1].lower()
        told = _WHERE.match(text, run.start() + len(name)) or _JOINED.match(name)
        if told and len(name.split()) < 4 and _may_be_place(name, never) and _may_be_inside(name.split()):
            yield name, name.lower()


@lru_cache(maxsize=4096)
def ending_weight(name: str) -> int:
    """What the end of a name says of its being a place: "Tollshire" all, "Marbury" half, "Fraser" nothing."""
    last = name.split()[-1].lower()
    sure = any(last.endswith(e) and len(last) > len(e) + 1 for e in listed("endings_sure"))
    return 2 if sure else int(any(last.endswith(e) and len(last) > len(e) + 1 for e in listed("endings")))


def _may_be_place(name: str, never: frozenset[str]) -> bool:
    tokens = name.split()
    housed = len(tokens) > 1 and tokens[-1] in listed("houses")
    return (
        _SHORTENED.search(name) is None
        and not any(t.removesuffix("s") in _NO_PLURALS for t in tokens)
        and _NUMERAL.match(name) is None
        and listed("never").isdisjoint(tokens[:-1] if housed else tokens)
        and (tokens[-1] not in speech_words("titles") or tokens[-1] in listed("place_words"))
        and tokens[0] not in never
        and name.lower() not in speech_words("no_names")
        and not name.isupper()
    )


def _people(text: str, zoned: Sequence[Block]) -> frozenset[str]:
    """Words of the names of people that speak, have a title or an age."""
    names: set[str] = set()
    for zone in zoned:
        for span in person_names(text, zone.span.start, zone.span.end):
            before, after = text[max(0, span.start - 14) : span.start], text[span.end : span.end + 24]
            titled = before.split()[-1:] and before.split()[-1].rstrip(".") in speech_words("titles")
            if before.rstrip().endswith((" in", " at", " near", " from", ", of")):
                continue
            if titled or _AGED.match(after) or _SPEAKS.match(after) or _SPOKEN.search(before):
                names.update(w for w in _after_title(span.of(text).split()) if w not in gazetteer())
    return frozenset(names)


def _called_by_surname(runs: Sequence[tuple[Block, re.Match[str]]]) -> frozenset[str]:
    """Words of names whose last word also stands alone: "Scott WALKER" who is "Walker" later."""
    alone = {name for _, r in runs if " " not in (name := plain(r[0]))}
    alone -= _body_words().keys() | listed("place_words") | speech_words("bodies")
    found = (tokens for _, r in runs if len(tokens := plain(r[0]).split()) in {2, 3})
    called = (t for t in found if t[-1] in alone and t[-1] not in gazetteer() and not ending_weight(t[-1]))
    return frozenset(w for t in called if t[0] not in listed("first_words", "body_first") for w in t)


def _bodies(runs: Sequence[tuple[Block, re.Match[str]]]) -> frozenset[str]:
    """Words of names of companies and the like, which are no places: "Tamarack Coffee Roasters"."""
    names: set[str] = set()
    for _, run in runs:
        tokens = plain(run[0]).split()
        placed = _ends_in_place(tokens) or tokens[-1] in listed("houses")
        ends = tokens[-1] in speech_words("bodies") and not placed
        if (ends or "&" in tokens) and not any(run[0].endswith(w) for w in listed("body_words")):
            names.update(tokens[:-1] if ends else tokens)
    return frozenset(names)


def _speaking(text: str, runs: Sequence[tuple[Block, re.Match[str]]]) -> frozenset[str]:
    """Names that say something themselves: a company, a person."""
    names: set[str] = set()
    for _, run in runs:
        after = _VERB.match(text, run.end())
        if after is not None and after[1] in speech_words("said") and plain(run[0]) == run[0]:
            before = text[max(0, run.start() - 9) : run.start()].lower().split()[-1:]
            speaks_for = run[0].split()[0] in listed("body_first") or any(
                run[0].endswith(f" {w}") for w in listed("body_words", "place_words")
            )
            led = set(before) <= _LED and bool(before)
            idle = led or speaks_for or _IS_ASKED.match(text, run.end())
            names.update(() if idle else _after_title(run[0].split()))
    return frozenset(names)


def _after_title(tokens: Sequence[str]) -> Sequence[str]:
    """The person of "Corby City Superintendent ANN LOMAX", whose title has a place before it."""
    titled = [n for n, token in enumerate(tokens[:-1]) if n and token in speech_words("titles")]
    return tokens[titled[-1] + 1 :] if titled and _ends_in_place(tokens[: titled[0]]) else tokens


def _openers(text: str, runs: Sequence[tuple[Block, re.Match[str]]]) -> frozenset[str]:
    """Words that have their capital only from opening a sentence: "Secondary schools".

    A word that opens several and is never printed small, or that ends like a place, has it from being a name.
    """
    inside = {w for _, r in runs for w in plain(r[0]).split() if not starts(text, r.start())}
    firsts = Counter(plain(r[0].split()[0]) for _, r in runs)
    opening = {n: firsts[n] for _, r in runs for n in [plain(r[0])] if " " not in n and n not in inside}
    small = set(re.findall(r"\b[a-z]+", text))
    return frozenset(
        n for n, times in opening.items() if not ending_weight(n) and (times == 1 or n.lower() in small)
    )


def _all_capitals(headline: str) -> bool:
    """True for "Senators Signal Breakthrough in Gun Debate": most long words have a capital."""
    long = re.findall(r"\b[A-Za-z]{4,}", headline.split("\n")[0])
    return len(long) > 3 and sum(w[0].isupper() for w in long) > 0.7 * len(long)


def _weak_signs(text: str, zone: Block, head: Block | None, run: re.Match[str]) -> int:
    """Signs that alone prove nothing: a headline's name, a possessive, "of X"."""
    possessive = plain(run[0]) != run[0]
    before = text[max(zone.span.start, run.start() - 4) : run.start()].split()[-1:]
    return (zone is head) + possessive + (before in (["of"], ["to"], ["from"], ["at"], ["on"]))


def _local_name(text: str, run: re.Match[str]) -> str | None:
    name = re.split(r"['’]s\s", plain(run[0]))[-1]
    if "-based" in name:
        return name.partition("-based")[0].removeprefix("The ")
    tokens = name.split()
    if len(tokens) in {2, 3} and tokens[0] in listed("body_first"):
        return " ".join(tokens[1:])
    for ending in _body_words().get(tokens[-1], ()):
        if name.endswith(" " + ending) and len(tokens) > len(ending.split()):
            if len(tokens) - len(ending.split()) > 3 or any(plain(t) != t for t in tokens):
                return None
            return name.removesuffix(" " + ending).removeprefix("The ")
    following = _NEXT.match(text, run.start() + len(plain(run[0])))
    word = following[2] if following else ""
    if len(tokens) > 1 and (_ends_in_place(tokens) or tokens[0] in listed("first_words")):
        return name
    site = _SITE_AT.search(text, max(0, run.start() - 30), run.start())
    if site is not None and singular(site[1]) in listed("sites", "located") and _may_be_inside(tokens):
        return name
    if word in listed("place_words") or word in listed("people_of") or word in listed("sites"):
        return name if tokens[-1] not in speech_words("bodies") else None
    before = text[max(0, run.start() - 14) : run.start()].split()[-1:]
    if _WHERE.match(text, run.start() + len(name)) or _AT_FIRST.search(
        text, max(0, run.start() - 24), run.start()
    ):
        return name if _may_be_inside(tokens) else None
    led = bool(before) and before[0].lower() in listed("led_by") and _may_be_inside(tokens)
    return name if led or _ADDRESS.search(text, max(0, run.start() - 40), run.start()) else None


def _ends_in_place(tokens: Sequence[str]) -> bool:
    """True for "Cray Valley" and "Cray Leisure Centre"."""
    return tokens[-1] in listed("place_words") or " ".join(tokens[-2:]) in listed("place_words")


def _may_be_inside(tokens: Sequence[str]) -> bool:
    """True for what one may be in: a town, or a house of that name, but no company or court of law."""
    house = len(tokens) > 1 and tokens[-1] in listed("houses") and tokens[0] not in listed("no_houses")
    return house or tokens[-1] not in speech_words("bodies")


@cache
def _body_words() -> dict[str, list[str]]:
    """What bodies are called, by the last word: the longest first."""
    found: dict[str, list[str]] = {}
    for ending in sorted(table("places")["body_words"], key=len, reverse=True):
        found.setdefault(ending.split()[-1], []).append(ending)
    return found
