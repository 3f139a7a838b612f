"""Names that are people or bodies, and words that only open a sentence: what no sign makes a place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from extractor.frame.gazetteer import gazetteer, listed
from extractor.frame.place.counted import plain, starts
from extractor.frame.speaker.sayers import person_names
from extractor.frame.speaker.sayers import words as speech_words
from extractor.lexicon import table
from extractor.model import Block
from extractor.regexes import Regex

_AGED = Regex(r",\s+\d{1,2}\b(?!\s*(?:per\b|percent|%)|[.,]\d|\s+(?:(?!years)[a-z]+s|are|were|have)\b)")
_SPEAKS = Regex(r",?\s+(?:said|says|told|added|who)\b")
_SPOKEN = Regex(r"\b(?:said|says|told|by)\s+$")
#: "Said Tottenham Creek GRAZIER NOEL Pascoe": what is before a trade is no person.
_TRADE = Regex(r"\s+[a-z-]{3,}\s+[A-Z][a-z]")
#: What stands before a name that is only where something is: "shipments THROUGH Sarvel told two stories".
_LED = frozenset({"in", "at", "of", "to", "from", "through", "across", "near", "outside", "for", "on"})
#: "Ruakoro ASKED TO save water" is not asking.
_IS_ASKED = Regex(r"\s+(?:asked|told)\s+(?:to|not\s+to)\b")
#: "You've", "They're": words that an apostrophe cuts short.
#: "Tarbolt REPORTED 41" is no saying, unlike "reported that".
_THAT = Regex(r"\s*(?:,|[.]|that\b|on\b|last\b|this\b|in\b|yesterday\b|it\b|[A-Z]\w+day\b)")
_SHORTENED = Regex(r"['’](?:ve|re|ll|d|m|t)\b")
#: Peoples and days, of which there are several: "Germans", "on Thursdays".
_NO_PLURALS = frozenset({*table("places")["demonyms"], *table("periods")["weekdays"]})
#: "Thirty-four had never been told".
_NUMERAL = Regex(r"(?:Twenty|Thirty|Forty|Fifty|Sixty|Seventy|Eighty|Ninety)(?![a-z])")
#: What only a person is called by: "Prosecutor Imogen Vale".
_PERSONS = frozenset(
    {
        "Prosecutor",
        "Inspector",
        "Detective",
        "Sergeant",
        "Constable",
        "Councillor",
        "Councilman",
        "Councilwoman",
        "Alderman",
        "Senator",
        "Congressman",
        "Congresswoman",
        "Commissioner",
        "Superintendent",
        "Professor",
        "Coroner",
        "Magistrate",
        "Barrister",
        "Solicitor",
        "Minister",
        "Director",
        "Treasurer",
        "Coach",
    }
)
_WORKERS = ("firms", "people_nouns", "occupations", "titles", "body_nouns")
_VERB = Regex(r"\s+(\w+)")
_NAMES_ON = Regex(r"\s+[A-Z]")


@dataclass(frozen=True, slots=True)
class Others:
    """Words of the names in a text that are no places."""

    people: frozenset[str]
    bodies: frozenset[str]
    #: Words that have their capital only from opening a sentence.
    openers: frozenset[str]
    #: Last words of names of two words or more, by which people are called.
    surnames: frozenset[str]

    @property
    def named(self) -> frozenset[str]:
        """People and bodies."""
        return self.people | self.bodies


def others_of(text: str, zoned: Sequence[Block], runs: Sequence[tuple[Block, re.Match[str]]]) -> Others:
    """The names of a text that are no places."""
    people = _people(text, zoned) | _speaking(text, runs) | _called_by_surname(runs)
    named = (tokens for _, r in runs if len(tokens := plain(r[0]).split()) > 1)
    surnames = frozenset(tokens[-1] for tokens in named if tokens[0] not in listed("body_first"))
    return Others(people, _bodies(runs), _openers(text, runs), surnames)


def _people(text: str, zoned: Sequence[Block]) -> frozenset[str]:
    """Words of the names of people that speak, have a title or an age."""
    names: set[str] = set()
    for zone in zoned:
        for span in person_names(text, zone.span.start, zone.span.end):
            before, after = text[max(0, span.start - 14) : span.start], text[span.end : span.end + 24]
            titled = before.split()[-1:] and before.split()[-1].rstrip(".") in speech_words("titles")
            if before.rstrip().endswith((" in", " at", " near", " from", ", of")):
                continue
            if _TRADE.match(after):
                continue
            if titled or _AGED.match(after) or _SPEAKS.match(after) or _SPOKEN.search(before):
                names.update(w for w in _after_title(span.of(text).split()) if w not in gazetteer())
    return frozenset(names)


def _called_by_surname(runs: Sequence[tuple[Block, re.Match[str]]]) -> frozenset[str]:
    """Words of names whose last word also stands alone: "Scott WALKER" who is "Walker" later."""
    alone = {name for _, r in runs if " " not in (name := plain(r[0]))}
    alone -= body_words().keys() | listed("place_words") | speech_words("bodies")
    found = (tokens for _, r in runs if len(tokens := plain(r[0]).split()) in {2, 3})
    called = (t for t in found if t[-1] in alone and t[-1] not in gazetteer() and not ending_weight(t[-1]))
    return frozenset(w for t in called if t[0] not in listed("first_words", "body_first") for w in t)


def _bodies(runs: Sequence[tuple[Block, re.Match[str]]]) -> frozenset[str]:
    """Words of names of companies and the like, which are no places: "Tamarack Coffee Roasters"."""
    names: set[str] = set()
    for _, run in runs:
        tokens = plain(run[0]).split()
        placed = ends_in_place(tokens) or tokens[-1] in listed("houses")
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
            counts = after[1] in {"reported", "reports"} and not _THAT.match(text, after.end())
            idle = led or speaks_for or counts or _IS_ASKED.match(text, run.end())
            names.update(() if idle else _after_title(run[0].split()))
    return frozenset(names)


def _after_title(tokens: Sequence[str]) -> Sequence[str]:
    """The person of "Corby City Superintendent ANN LOMAX", whose title has a place before it."""
    titled = [n for n, token in enumerate(tokens[:-1]) if n and token in speech_words("titles")]
    return tokens[titled[-1] + 1 :] if titled and ends_in_place(tokens[: titled[0]]) else tokens


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


def may_be_place(name: str, never: frozenset[str]) -> bool:
    """True for a name that could be a place's, whose first word is none of those that never are."""
    return _may_name_place(name) and name.split()[0] not in never


@lru_cache(maxsize=4096)
def _may_name_place(name: str) -> bool:
    tokens = name.split()
    housed = len(tokens) > 1 and tokens[-1] in listed("houses")
    return (
        _SHORTENED.search(name) is None
        and not any(t.removesuffix("s") in _NO_PLURALS for t in tokens)
        and _NUMERAL.match(name) is None
        and listed("never").isdisjoint(tokens[:-1] if housed else tokens)
        and (tokens[-1] not in speech_words("titles") or tokens[-1] in listed("place_words"))
        and not (len(tokens) > 2 and tokens[0] in _PERSONS)
        and name.lower() not in speech_words("no_names")
        and not name.isupper()
    )


def ends_in_place(tokens: Sequence[str]) -> bool:
    """True for "Cray Valley" and "Cray Leisure Centre"."""
    return tokens[-1] in listed("place_words") or " ".join(tokens[-2:]) in listed("place_words")


@cache
def body_words() -> dict[str, list[str]]:
    """What bodies are called, by the last word: the longest first."""
    found: dict[str, list[str]] = {}
    for ending in sorted(table("places")["body_words"], key=len, reverse=True):
        found.setdefault(ending.split()[-1], []).append(ending)
    return found


@lru_cache(maxsize=4096)
def ending_weight(name: str) -> int:
    """What the end of a name says of its being a place: "Tollshire" all, "Marbury" half, "Fraser" nothing."""
    last = name.split()[-1].lower()
    sure = any(last.endswith(e) and len(last) > len(e) + 1 for e in listed("endings_sure"))
    return 2 if sure else int(any(last.endswith(e) and len(last) > len(e) + 1 for e in listed("endings")))


def is_firm_or_person(text: str, name: str) -> bool:
    """True where the text says what a name is: "operator NORLINK", "KERBLINE, the firm that"."""
    at = text.find(name)
    while at >= 0:
        if _is_worker(text, at, at + len(name)):
            return True
        at = text.find(name, at + 1)
    return False


def _is_worker(text: str, start: int, end: int) -> bool:
    if text[end : end + 1].isalnum() or text[max(0, start - 1) : start].isalnum():
        return False
    if _is_firm().match(text, end):
        return True
    return _works().search(text, max(0, start - 30), start) is not None and not _NAMES_ON.match(text, end)


@cache
def _works() -> Regex:
    return Regex(rf"\b(?:{'|'.join(sorted(speech_words(*_WORKERS)))})\s+$")


@cache
def _is_firm() -> Regex:
    """Behind the name of a firm: ", the COMPANY that"."""
    firms = "|".join(sorted(speech_words("firms") - {"it", "team", "club"}))
    return Regex(rf",\s+(?:an?|the|which)\s[^.,;\n]{{0,60}}\b(?:{firms})\b")
