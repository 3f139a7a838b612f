"""A number of things and their names: "six pools ... They are Klipgat, Skaduwee and ...", "the two towns, Marl and Hythe, had".

The names are a list by their capitals, commas and the "and" before the last one. They stand behind the noun itself,
between two commas or a dash, or in a sentence that says "they are".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.lexicon import table
from extractor.model import Claim, Span
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import FEW, any_of

_WORDS = table("windows")["named_list"]
_PART = r"(?:[A-Z][\w’'.-]*|of|the|de|del|di|da|la|le|el|al|y|upon|on|under|for|St\.?)"
_NAME = rf"(?:[Tt]he\s)?[A-Z][\w’'.-]*(?:\s{_PART})*"
#: "A, B and C", "A, B, and C"; a name may hold an "and" of its own.
_NAMES = rf"{_NAME}(?:\sand\s{_NAME})?(?:,\s{_NAME}(?:\sand\s{_NAME})?)*(?P<comma>,)?\s(?:and|&)\s{_NAME}"
#: "The Sultan Shoal FLATS": a noun that a name may end with.
_COMMON = r"(?:\s(?!(?:and|or|in|at|on|who|which|that)\b)[a-z]+)?"
_NUMBER = rf"(?:{'|'.join(FEW)}|\d\d?)"
#: What a sentence that names them begins with, and what may follow the last name.
_THEY = Regex(
    rf"\s*(?:They|These|Those|The\s(?:{_NUMBER}|[a-z]+s|{_NUMBER}\s[a-z]+s))\s(?:are|were)\s(?:in\s|at\s|on\s)?(?P<items>{_NAMES})"
    r"(?=[.;]|,\s(?:and|but|all|which|where|with)\s|\n|$)"
)
#: From a number to the names beside it, or behind the colon of its sentence.
_BESIDE = Regex(
    rf"(?:\s(?!(?:and|or)\b)[a-z][\w’'-]*){{1,5}}(?P<open>,\s(?:namely,?\s|viz\.?,?\s)?|\s\(|\s[–—]\s)(?P<items>{_NAMES}{_COMMON})(?P<close>,\s[a-z]|\)|\s[–—]\s)"
)
_COLON = Regex(
    rf"(?:\s(?![a-z]+s\b(?<!is)(?<!was)(?<!has)(?<!this)(?<!ss))[^\s:.;!?,\d]+){{0,9}}(?:,\snamely,?|\snamely|:)\s(?P<items>{_NAMES})(?=[.;\n]|$)"
)
#: "The four hospitals taking part are": the names behind the verb.
_ARE = Regex(
    rf"(?:\s(?!(?:and|or|that|which|who)\b)[a-z][\w’'-]*){{1,7}}?\s(?:are|were)\s(?P<items>{_NAMES})(?=[.;]|\n|$)"
)
_NOUN = Regex(r"(?:\s[A-Za-z][\w’'-]*){0,2}?\s[a-z]+(?:s|en|people|ies)\b")
#: Words at a number that make the list one of some, or of others.
_SOME = Regex(
    r"\b(?:of|of\s(?:the|its|their|his|her|our|these|those|all)|other|another|further|least|than|up\sto|to|or|and|next|top|nearly|almost|about|some|over)\s$",
    re.IGNORECASE,
)
_MORE = any_of(_WORDS["open"])
_GOES_ON = any_of(_WORDS["goes_on"])
FEWEST, MOST = 2, 12
#: Characters behind the names in which one more may be told after all.
AFTERWARDS = 220


def named_lists(story: Story, claim: Claim) -> Iterator[tuple[Span, int, int]]:
    """The place of the names that a number is told with, and the fewest and the most that they may be."""
    if not _may_be_listed(story, claim):
        return
    for found in (_beside(story, claim), _named_next(story, claim)):
        if found is None:
            continue
        fewest, most = _how_many(found["items"], found["comma"] is not None)
        number = int(claim.figure.value or 0)
        too_many = fewest > number
        apart = fewest - number if too_many else number - most
        if apart == 1 and too_many and found["comma"]:
            return  # "two towns, Kilcoole, Wicklow, and Bray": one name may tell where another is
        goes_on = number > most and _GOES_ON.search(_behind(story, found.end()))
        if apart <= 1 and most > 2 and not goes_on:
            yield Span(found.start("items"), found.end("items")), fewest, most
        return


def _may_be_listed(story: Story, claim: Claim) -> bool:
    value = claim.figure.value
    if family(claim) != "C" or claim.block in DISPLAY or claim.figure.hedge is not None or value is None:
        return False
    text, span = story.document.text, claim.figure.span
    return FEWEST <= value <= MOST and _SOME.search(text[max(0, span.start - 14) : span.start]) is None


def _beside(story: Story, claim: Claim) -> re.Match[str] | None:
    """The names right behind what a number counts, or behind the colon that ends its clause."""
    text, end = story.document.text, claim.figure.span.end
    found = _BESIDE.match(text, end)
    if found is not None and (found["open"] == " (") != (found["close"] == ")"):
        found = None
    if found is None and (noun := _NOUN.match(text, end)) is not None:
        found = _COLON.match(text, noun.end()) or _ARE.match(text, end)
    if (
        found is None
        or _MORE.search(text[end : found.start("items")])
        or counts_more(story, claim, found.end())
    ):
        return None
    return found


def _named_next(story: Story, claim: Claim) -> re.Match[str] | None:
    """The names of the next sentence, where the number is the only one that its sentence counts."""
    text, end = story.document.text, claim.sentence.end
    found = _THEY.match(text, end)
    if (
        found is None
        or len(text[end : found.end()].split("\n\n")) > 1
        or _NOUN.match(text, claim.figure.span.end) is None
    ):
        return None
    others = [c for c in story.in_sentence(claim.sentence) if c is not claim and family(c) == "C"]
    few = [c for c in others if c.figure.value is not None and c.figure.value <= MOST]
    if few or _MORE.search(text[claim.figure.span.end : claim.figure.span.end + 30]):
        return None
    return found


def _behind(story: Story, end: int) -> str:
    """What follows the names in their paragraph."""
    return story.document.text[end : end + AFTERWARDS].split("\n\n")[0]


def counts_more(story: Story, claim: Claim, end: int) -> bool:
    """True if another figure stands before the end of the list: "from five to four: two civilians and ..."."""
    return any(claim.figure.span.end <= c.figure.span.start < end for c in story.claims)


def _how_many(items: str, closed: bool) -> tuple[int, int]:
    """The fewest and the most names, as an "and" may belong to a name."""
    parts = [p for p in items.split(",") if p.strip()]
    inner = sum(len(re.findall(r"\s(?:and|&)\s", f" {p.strip()}")) for p in parts)
    return len(parts) + (0 if closed else 1), len(parts) + inner - (1 if closed else 0)


__all__ = ["counts_more", "named_lists"]
