"""Phrases that stand for a place: "in the county", "overseas", "on the mainland", "worldwide"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from extractor.frame.gazetteer import gazetteer, listed
from extractor.frame.place.aside import is_neighbour
from extractor.frame.place.counted import NUMBER
from extractor.frame.place.never import ending_weight
from extractor.lexicon import table
from extractor.literals import find_within
from extractor.model import Mention, Span
from extractor.regexes import Regex
from extractor.wording import one_of

#: "The COUNTRY'S 1,010 schools", "ALL-INDIA arrears".
_THE_COUNTRYS = Regex(r"\b([Tt]he\s+(?:country|nation))['’]s\s+(?=\d)")
_NATIONAL = Regex(
    r"\b(?:[Aa]|[Tt]he)\s+(national)\s+(?!average)[a-z]+\s+(?:of|is|was|stands|stood|rose|fell)\b"
)
_ALL = Regex(r"\bAll-([A-Z][a-z]+)\b")
_LAND = r"(?:city|capital|town|county|state|country|region|province|district|island|river|border|canal)"
_NAME = rf"(?!(?:{'|'.join(sorted(listed('never')))})\b)[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*"
#: "OUTSIDE THE CITY", "east of Broomehollow", "the rest of the region", "between Gerrin and Moss Head".
_BESIDE = Regex(
    rf"\b(?:[Oo]utside|[Bb]eyond)\s+the\s+{_LAND}\b"
    rf"|\b(?:(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est)|[Tt]he\s+rest)\s+of\s+(?:the\s+{_LAND}\b|{_NAME})"
    rf"|(?<=[Oo]n\s)the\s+(?:north|south|east|west|far|other)(?:ern)?\s+side\s+of\s+{_NAME}"
    rf"|\bbetween\s+{_NAME}\s+and\s+{_NAME}"
)
#: What holds several towns: no town is called one.
_WIDE = frozenset({"county", "region", "state"})


@lru_cache(maxsize=8)
def areas(text: str, span: Span) -> tuple[Mention, ...]:
    """Parts of a country without a name, "in the capital", "on the mainland", and the world."""
    return tuple(_areas(text, span))


def _areas(text: str, span: Span) -> Iterator[Mention]:
    for found in find_within(phrases("world"), text, span.start, span.end):
        yield Mention(Span(*found.span()), found[0], "world", "sentence")
    for found in find_within(_beyond(), text, span.start, span.end):
        yield Mention(Span(*found.span(1)), found[1], found[1].lower(), "sentence")
    for found in find_within(_THE_COUNTRYS, text, span.start, span.end):
        yield Mention(Span(*found.span(1)), found[1], "country", "sentence")
    for found in find_within(_NATIONAL, text, span.start, span.end):
        yield Mention(Span(*found.span(1)), found[1], "country", "sentence")
    for found in find_within(_ALL, text, span.start, span.end):
        yield Mention(Span(*found.span()), found[0], gazetteer().get(found[1], found[1].lower()), "sentence")
    for found in find_within(_BESIDE, text, span.start, span.end):
        yield Mention(Span(*found.span()), found[0], found[0].lower(), "sentence")
    for found in find_within(_areas_of(), text, span.start, span.end):
        yield Mention(Span(*found.span(1)), found[1], found[1].lower(), "sentence")


@dataclass(frozen=True, slots=True)
class Called:
    """What the phrases that stand for a place, "the county", stand for in one document."""

    text: str
    own: Mention | None
    mentions: tuple[Mention, ...]
    #: The phrases that were looked up, each with the key of its place.
    _known: dict[str, str] = field(default_factory=dict)

    def within(self, span: Span) -> Iterator[Mention]:
        """The document's own place where a clause of its own names it: "but IN THE COUNTY it is 31"."""
        for told in (led_own(), _BODY):
            for found in find_within(told, self.text, span.start, span.end):
                yield self.at(Span(*found.span(1)))
        for found in find_within(_members(), self.text, span.start, span.end):
            part = Span(*found.span(found.lastgroup or 0))
            yield Mention(part, part.of(self.text), part.of(self.text).lower(), "sentence")

    def at(self, span: Span) -> Mention:
        """What "the county" stands for: the document's own place, another that it names, or the words."""
        phrase = span.of(self.text)
        if phrase not in self._known:
            self._known[phrase] = self._key_of(phrase)
        return Mention(span, phrase, self._known[phrase], "sentence")

    def _key_of(self, phrase: str) -> str:
        text, own, noun = self.text, self.own, phrase.split()[-1].lower()
        towns = {m.key for m in self.mentions} - set(gazetteer().values()) if noun == "borough" else set()
        # Of three towns in a borough none is the borough.
        alone = own is not None and (len(towns) < 3 or noun in own.key or _called_so(text, own, phrase))
        called = own if own is not None and alone and _may_be_called(text, own, noun) else None
        near = [m for m in self.mentions if m.span is not None and not is_neighbour(text, m.span)]
        printed = next((m for m in near if _printed_so(text, m, noun)), None) if noun not in _WIDE else None
        named = printed or called or next((m for m in near if _is_a(m, noun)), None)
        return phrase.lower() if named is None else named.key


def _called_so(text: str, own: Mention, phrase: str) -> bool:
    """True where one sentence names both: "nurses in Ashby saw 81 of the babies born in the borough"."""
    return re.search(rf"\b{re.escape(own.text)}\b[^.!?\n]*\bin\s+{re.escape(phrase)}\b", text) is not None


def _printed_so(text: str, mention: Mention, noun: str) -> bool:
    """True for a name that the text prints with the noun: "the Waihemo BASIN"."""
    assert mention.span is not None
    return text.startswith((f" {noun}", f" {noun.title()}"), mention.span.end)


def _is_a(mention: Mention, noun: str) -> bool:
    """True for a name that says that it is a county, a borough, a state: "Wenshire", "Orrin County"."""
    if noun == "county" and (ending_weight(mention.text) == 2 or mention.text in table("places")["counties"]):
        return True
    return noun in {*_WIDE, "borough"} and mention.key.split()[-1] == noun


def _may_be_called(text: str, own: Mention, noun: str) -> bool:
    """False for a town beside "in the county": only a county, or what the gazetteer holds, is called one."""
    shire = noun == "county" and ending_weight(own.text) == 2
    known = own.key in gazetteer().values() and own.text not in listed("cities")
    return noun not in _WIDE or noun in own.key or shire or known or f"{own.text} {noun.title()}" in text


#: "THE STATE crime lab tested 2,940": a body of the state that counts.
_BODY = Regex(r"(?:(?<=\n)|(?<=[.!?;]\s))([Tt]he\s+state)\s+(?:[\w’'-]+\s+){2,5}?(?=\d)")


@cache
def _members() -> Regex:
    """A part of a country with a number but no "in": "Lund had 19 and THE PENINSULA the other 24"."""
    own = one_of(sorted((p for p in table("places")["own"] if p.startswith("the ")), key=len, reverse=True))
    areas = one_of(sorted(table("places")["areas"], key=len, reverse=True))
    beside = r"(?:(?<=\sand\s)|(?<=\swhile\s)|(?<=\sbut\s))"
    opens = r"(?:(?<=[.:?!]\s)|(?<=\n))"
    return Regex(
        rf"{beside}(?P<own>{own})(?=\s(?:for|with|at|had|has)\s(?:the\s(?:other|remaining)\s)?{NUMBER})"
        rf"|(?:{beside}the\s(?P<area>{areas})|{opens}The\s(?P<opening>{areas}))(?=\s(?:[a-z]+\s){{0,4}}{NUMBER})"
    )


@cache
def led_own() -> Regex:
    """ "In the county", "across the region": its group is the phrase that stands for the place."""
    phrases = "|".join(
        sorted((p for p in table("places")["own"] if p.startswith("the ")), key=len, reverse=True)
    )
    return Regex(rf"\b(?:[Ii]n|[Aa]cross|[Tt]hroughout)\s+({phrases})\b(?!\s+(?:of|[A-Z])|['’]s\b)")


@cache
def _beyond() -> Regex:
    words = "|".join(f"[{w[0].upper()}{w[0]}]{w[1:]}" for w in table("places")["beyond"])
    return Regex(
        rf"(?:^|(?<=[.;:!?]\s)|(?<=\sand\s)|(?<=\sbut\s)|(?<=\swhile\s)|(?<=\n))((?:{words})\b(?:\s+in\s+the\s+[a-z]+)?)"
    )


#: Before "villages" these name none: "in TWO villages".
_SOME = (
    r"(?:the|these|those|some|many|most|all|both|other|several|its|their|our|few|such|own"
    r"|two|three|four|five|six|seven|eight|nine|ten|\d+)\b"
)


#: "The north-east", "the EASTERN DISTRICTS".
_TOWARDS = (
    r"(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west)"
    r"(?:ern\s+(?:districts|counties|provinces|states|regions|islands|towns))?(?![\w-])"
)


@cache
def _areas_of() -> Regex:
    areas = "|".join(sorted(table("places")["areas"], key=len, reverse=True))
    return Regex(
        rf"\b(?:[Ii]n|[Oo]n|[Aa]cross|[Oo]f|[Ff]rom)\s+(?:the\s+)?((?<=the\s)(?:{_TOWARDS})|(?<!of\sthe\s)(?<!from\sthe\s)(?<=the\s)(?:{areas})"
        rf"|(?<!of\s)(?<!from\s)(?<!of\sthe\s)(?<!from\sthe\s)(?!{_SOME})\w+\s+(?:areas|parishes|suburbs|villages|estates|valleys))\b(?!\s+(?:of|side)\b)"
    )


@cache
def phrases(section: str) -> Regex:
    longest = sorted(table("places")[section], key=len, reverse=True)
    return Regex(r"\b(?:" + "|".join(longest) + r")\b", re.IGNORECASE)


def nationwide(text: str, span: Span, country: Mention | None) -> Iterator[Mention]:
    """Phrases for the whole country: "nationally", "across the country"."""
    for found in find_within(phrases("whole"), text, span.start, span.end):
        yield country_at(Span(*found.span()), found[0], country)


def country_at(span: Span, phrase: str, country: Mention | None) -> Mention:
    return Mention(span, phrase, "country" if country is None else country.key, "sentence")


def statewide(text: str, span: Span, state: Mention | None) -> Iterator[Mention]:
    """Phrases for the whole state, "statewide"."""
    for found in find_within(phrases("states"), text, span.start, span.end):
        yield Mention(Span(*found.span()), found[0], state.key if state else found[0].lower(), "sentence")
