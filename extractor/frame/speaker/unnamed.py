"""Speakers without a name: "the council", "a coffee grower of 52", "police", "the bank's economists"."""

from __future__ import annotations

import re

from extractor.frame.keys import singular
from extractor.frame.named import RUN
from extractor.frame.speaker.phrases import trimmed
from extractor.frame.speaker.said import Sayer, SayerKind, words
from extractor.lexicon import table
from extractor.model import Span
from extractor.regexes import Regex

#: Words up to which a phrase without a name is taken for a speaker.
LONGEST = 9
_WORD = Regex(r"\b[A-Za-z][a-z-]+\b")
_NAMED_NEXT = Regex(rf",?\s+({RUN.pattern})\s*(?:,|$)")
_AUXILIARY = Regex(
    r"\s+(?:has|have|had|would|also|later|then|previously|recently|himself|herself|themselves)$"
)
#: The noun of a phrase for one: "A PARENT from Ely", "the fire authority's SPOKESWOMAN", "its NURSE, 41".
_ONE = Regex(
    r"(?:an?|the|one|another|its|his|her|their|our|my|[A-Z][\w-]+(?:\s+[A-Z][\w-]+){0,3}['’]s?)\s+"
    r"(?:(?!(?:of|for|at|from|in|with|to|on|and|or|who|by)\b)[\w'’-]+\s+){0,5}?"
    r"(?P<noun>[a-z][\w-]*)(?=$|,|\s+(?:of|for|at|from|in|with|to|on|by|who|whose|there|aged|close|familiar|himself|herself)\b)",
    re.IGNORECASE,
)
#: Words of a clause, which no name of a speaker holds.
FINITE = Regex(
    r"\b(?:is|was|are|were|has|have|had|will|would|which|that|who|been|he|she|they|it|we|joined|before|after)\b"
)
#: What opens a question.
_ASKS = Regex(
    r"(?:[Dd]o|[Dd]oes|[Dd]id|[Ii]s|[Aa]re|[Ww]as|[Ww]ere|[Cc]an|[Cc]ould|[Ww]ill|[Ww]ould|[Hh]ave|[Hh]as)\s"
)


def common(text: str, start: int, stop: int, *, after: bool) -> Sayer | None:
    """A common noun as speaker: "the council", "a coffee grower of 52", "police", "the bank's economists"."""
    found: tuple[Span, SayerKind] | None = None
    for word in _WORD.finditer(text, start, stop):
        noun = word[0].lower() if not text[start : word.start()].strip(" “\"‘'") else word[0]
        near = found is None or word.start() - found[0].end <= 3
        if not near or (found is None and after and word.start() - start > 60):
            break
        if noun in words("people_nouns") and _ends_there(text, word.end(), stop):
            late = len(text[start : word.start()].split()) > 6
            return None if late else unnamed(text, start, stop, "people")
        if noun in words("body_nouns"):
            found = Span(*word.span()), "body"
            name = _NAMED_NEXT.match(text, word.end(), stop)
            if name is not None and name[1].lower() not in words("no_names"):  # "polling company Sifo"
                return Sayer(Span(*name.span(1)), name[1], "body")
    return unnamed(text, _from(text, start, found[0].start), found[0].end, "body") if found else None


def _ends_there(text: str, end: int, stop: int) -> bool:
    """True if a noun for people may end its phrase: "owner of a shop", not "Democrats SPLIT their vote"."""
    after = Regex(r"\s+([\w-]+)").match(text, end, stop)
    if after is None or not after[1][0].islower():
        return True
    word = after[1]
    roles = words("people_nouns", "body_nouns", "occupations")
    return word in words("goes_with") | roles or word.endswith(("ed", "ing", "ly"))


def _from(text: str, start: int, at: int) -> int:
    """Where the phrase starts that ends at a noun: not before the last comma."""
    comma = text.rfind(", ", start, at)
    begin = comma + 1 if comma >= 0 else start
    while begin < at and not text[begin].isalnum():
        begin += 1
    return begin


def unnamed(text: str, start: int, stop: int, kind: SayerKind) -> Sayer | None:
    """The words up to the first comma, if they are no more than a noun with its "for" or "of"."""
    begin = start
    while begin < stop and not text[begin].isalnum():
        begin += 1
    comma = text.find(",", begin, stop)
    words_only = _AUXILIARY.sub("", text[begin : comma if comma >= 0 else stop].rstrip(" ,.“”\"‘’'(-—–"))
    longest = LONGEST if kind == "body" else 2 * LONGEST
    joined = re.match(r"(?:And|But|Then|Yet|So|Still|Now|Also|Even|Except)\s+", words_only)
    begin += joined.end() if joined is not None else 0
    words_only = words_only[joined.end() :] if joined is not None else words_only
    if not words_only or len(words_only.split()) > longest or FINITE.search(words_only):
        return None
    if speaks(words_only):
        return None
    return Sayer(Span(begin, begin + len(words_only)), words_only, kind)


def is_one_person(printed: str) -> bool:
    """True for words that stand for one human being: "a spokesman for the board", "its returning officer"."""
    phrase = _ONE.match(printed)
    if phrase is None:
        return False
    noun = phrase["noun"].lower()
    if noun in words("body_nouns", "papers") or singular(noun) != noun:
        return False
    nouns = table("nouns")
    known = noun in words("people_nouns", "occupations") or noun in nouns["living"]
    known = known or (noun.endswith(tuple(nouns["personal"])) and noun not in nouns["lifeless"])
    return known and noun not in words("not_one")


def speaks(printed: str) -> bool:
    """True if the words hold a verb of saying: "a spokesman said the numbers had to be" explained."""
    return bool(words("strict").intersection(printed.split()))


def anyone(text: str, span: Span) -> Sayer | None:
    """The words as a speaker of no known kind: "paramedics", "the patient's daughter"."""
    span = trimmed(text, span.start, span.end)
    printed = span.of(text)
    count = len(printed.split())
    if _ASKS.match(printed) or re.search(r"\b(?:you|I)\b", printed):
        return None  # "Do people come back once you have said no?"
    opens = printed[:1].isupper() or re.match(r"(?:an?|the|his|her|its|their|our|my|[a-z]+)\b", printed)
    if not 0 < count <= LONGEST or FINITE.search(printed) or not opens or re.search(r"[\d“”\"]", printed):
        return None
    first, last = printed.split()[0].lower(), printed.split()[-1]
    refused = words("fronting", "no_subjects") | (words("no_names") if count == 1 else frozenset())
    refused -= words("some_people") if count == 1 else frozenset()
    told = (
        not speaks(printed)
        and first not in refused
        and first not in words("papers_tell", "participles")
        and last not in words("no_speakers")
        and last[-1:].isalpha()
    )
    return Sayer(span, printed, "people") if told else None


def group_at(text: str, start: int, stop: int) -> Sayer | None:
    """A common noun right before the verb, whatever names stand before its comma: "..., two sources said"."""
    comma = text.rfind(", ", start, stop)
    last = start if comma < 0 else comma + 2
    phrase = text[last:stop].rstrip()
    noun = re.search(r"\b([a-z]+)$", phrase)
    if noun is None or noun[1] not in words("people_nouns", "body_nouns") or RUN.search(phrase):
        return None
    kind: SayerKind = "people" if noun[1] in words("people_nouns") else "body"
    return unnamed(text, last, last + len(phrase), kind)
