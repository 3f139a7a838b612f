"""Places that a number is of the whole of: "across Portugal" in one story, a region of it in the other.

A place lies in another, and papers name whichever their readers know. A word that takes in the whole of one,
beside a sentence that names another place for the same number and not this one, gives it to too many.
"""

from __future__ import annotations

import re
from functools import cache

from extractor.lexicon import table
from extractor.model import Claim, Mention
from extractor.nouns import may_be_one
from extractor.reconcile.link.cues.stems import stems
from extractor.reconcile.link.retold.near_numbers import digits
from extractor.reconcile.story import Story
from extractor.regexes import Regex

#: All houses of a place, as a sentence begins: "The hospitals of Eastshire", "Across Eastshire's libraries".
_HOUSES = Regex(
    r"(?:^|\b(?:at|in|across|by|from|out of)\s)"
    r"(?:(?:[Aa]ll\s)?[Tt]he\s(?P<noun>[a-z]{4,20}s)\s(?:of|in|across)\s[A-Z][\w’'-]+"
    r"|[A-Z][\w’'-]+?(?:['’]s?)\s(?P<own>[a-z]{4,20}s)\b)"
)
#: Where a number is not of the place behind: "the biggest in Eastshire", "to people from across Eastshire".
_ASIDE = Regex(
    r"\b(?:\w+est|first|only|from|heart|middle|home|(?:serv|cover|reach)(?:e?s|ing|ed)?)\b[^,.;]{0,25}$"
)
#: Digits of a number that no two places have by chance.
TELLING = 4
_NAME = r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}"
_AT = Regex(rf"\b(?:[Ff]or|[Ii]n|[Aa]t|[Aa]cross|[Uu]nder)\s({_NAME})")


def scopes_apart(a: Story, x: Claim, b: Story, y: Claim) -> tuple[str, str] | None:
    """The places of one number, where a story takes in the whole of one and its sibling names another.

    One of the stories has to print both names: the next town's bulletin knows its own alone.
    """
    levels = _levels_apart(a, x, b, y) or _houses_apart(a, x, b, y)
    if levels is not None:
        return levels
    if _of_one_house(a.sentence(x), b.sentence(y)):
        return None
    found = _apart(a, x, b, y) or _turned(_apart(b, y, a, x)) or _moved(a, x, b, y) or _named(a, x, b, y)
    return found if found is not None and any(_prints(s, found) for s in (a, b)) else None


def _levels_apart(a: Story, x: Claim, b: Story, y: Claim) -> tuple[str, str] | None:
    """ "Across the district 3,450 people" beside "the 3,450 residents of the town": one noun, two levels."""
    if x.measure is None or y.measure is None or not may_be_one(x.measure.key, y.measure.key):
        return None
    here, there = (_levels(s.sentence(c)) for s, c in ((a, x), (b, y)))
    if {len(here), len(there)} <= {0, 1} and len(here) + len(there) < 2:
        return _whole_level(a, x, b, y) or _turned(_whole_level(b, y, a, x))
    if len(here) != 1 or len(there) != 1 or level_rank(here[0]) == level_rank(there[0]):
        return None
    ours, theirs = a.sentence(x).lower(), b.sentence(y).lower()
    return None if here[0] in theirs or there[0] in ours else (f"the {here[0]}", f"the {there[0]}")


def _houses_apart(a: Story, x: Claim, b: Story, y: Claim) -> tuple[str, str] | None:
    """ "The hospitals of Eastshire treated 7,120" beside "Eastham General Hospital treated 7,120"."""
    if x.measure is None or y.measure is None or not may_be_one(x.measure.key, y.measure.key):
        return None
    return _many_and_one(a.sentence(x), b.sentence(y)) or _turned(_many_and_one(b.sentence(y), a.sentence(x)))


def _many_and_one(many: str, one: str) -> tuple[str, str] | None:
    """All houses of one sort in a place, and the one that has a name."""
    houses = next((m for m in _HOUSES.finditer(many) if not _ASIDE.search(many[: m.start()])), None)
    if houses is None:
        return None
    noun = houses["noun"] or houses["own"]
    if (houses["own"] or houses.start() > 0) and noun not in _many_houses():
        return None
    single = noun[:-3] + "y" if noun.endswith("ies") else noun[:-1]
    found = re.search(rf"\b[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){{0,2}}\s(?i:{single})\b(?!s)", one)
    found = found or re.search(rf"\b[Tt]he\s{single}\sin\s[A-Z][\w’'-]+", one)
    return None if found is None or noun in one.lower() else (houses[0].strip(), found[0])


@cache
def _many_houses() -> frozenset[str]:
    """Houses in the plural, "libraries", as they stand in a list of houses or in the sorts of things."""
    return frozenset(f"{h[:-1]}ies" if h.endswith("y") else f"{h}s" for h in table("siblings")["houses"])


def _levels(sentence: str) -> list[str]:
    """The words for a place that a sentence is of, "in the town", "the county has", not beside another."""
    return [m[1] or m[2] for m in _level().finditer(sentence) if not _ASIDE.search(sentence[: m.start()])]


def _whole_level(a: Story, x: Claim, b: Story, y: Claim) -> tuple[str, str] | None:
    """ "The whole county" beside the name of a town that is not said to be one."""
    wide, place = _whole().search(a.sentence(x)), y.place
    if wide is None or place is None or not _own(place, y) or place.text not in b.sentence(y):
        return None
    level = next(words for words in table("siblings")["levels"] if wide[1] in words)
    names = "|".join([*level, *(w.capitalize() for w in level)])
    told = rf"\b(?:{names})\sof\s{re.escape(place.text)}\b|\b{re.escape(place.text)}\s(?:{names})\b"
    if any(re.search(told, s.document.text) or place.text in a.sentence(x) for s in (a, b)):
        return None
    return wide[0], place.text


@cache
def _whole() -> Regex:
    words = "|".join(w for level in table("siblings")["levels"][2:] for w in level)
    return Regex(rf"\b(?:the\s(?:whole|entire)|(?<!all\sin\s)all(?:\sof)?\sthe)\s({words})\b(?!['’]s)")


def _of_one_house(ours: str, theirs: str) -> bool:
    """True if both tell of one house, whatever place they put it in: "Eastham Mill", "a mill in Eastshire".

    A council or a force is in charge of a place, and its numbers are of whichever it is told for.
    """
    here, there = ({w.lower() for w in re.findall(r"[A-Za-z]{4,}", s)} for s in (ours, theirs))
    return any(
        _single(ours, noun) and _single(theirs, noun)
        for noun in here & there & {*table("siblings")["houses"]}
    )


def _single(sentence: str, noun: str) -> bool:
    """True if a sentence has a house by its name or behind an article, in the singular."""
    return (
        re.search(
            rf"\b(?:[Tt]he|[Tt]hat|[Ii]ts|[Aa]n?|[A-Z][\w’'-]+)\s(?:[\w’'-]+\s){{0,2}}?(?i:{noun})\b",
            sentence,
        )
        is not None
    )


def level_rank(level: str) -> int:
    """How wide an area a word names, 0 for the narrowest: "district", "county", "country"."""
    return next(n for n, words in enumerate(table("siblings")["levels"]) if level in words)


@cache
def _level() -> Regex:
    words = "|".join(w for level in table("siblings")["levels"] for w in level)
    return Regex(
        rf"\b(?:[Ii]n|[Oo]f|[Aa]cross|[Tt]hroughout)\sthe\s(?:whole\s|entire\s)?({words})\b"
        r"(?!\s[a-z]*(?:council|hall|centre|court))"
        rf"|\b[Tt]he\s({words})\s(?:has|had|counts?|counted|records?|recorded|saw|as a whole)\b"
    )


def _prints(story: Story, names: tuple[str, str]) -> bool:
    return all(name in story.document.text for name in names)


def _turned(found: tuple[str, str] | None) -> tuple[str, str] | None:
    return None if found is None else (found[1], found[0])


def _apart(a: Story, x: Claim, b: Story, y: Claim) -> tuple[str, str] | None:
    wide, other = whole_of(a, x), y.place
    if not wide or other is None or not _own(other, y) or _names_level(other.text):
        return None
    ours, theirs = a.sentence(x), b.sentence(y)
    if _names(wide, theirs) or other.text in ours or other.key in wide.lower() or wide.lower() in other.key:
        return None
    return wide, other.text


def _names(place: str, sentence: str) -> bool:
    """True if a sentence has a place, and not only as the name of a body: "Eastshire Council"."""
    return re.search(rf"\b{re.escape(place)}\b(?!\s[A-Z])", sentence) is not None


def _moved(a: Story, x: Claim, b: Story, y: Claim) -> tuple[str, str] | None:
    """The places of one thing done, each in the sentence of the number."""
    p, q = x.place, y.place
    if p is None or q is None or not _own(p, x) or not _own(q, y) or not _one_deed(x, y):
        return None
    if not _prints_it(a, x, p) or not _prints_it(b, y, q) or _names_level(p.text) or _names_level(q.text):
        return None  # "in the state" is in New South Wales
    if p.key in q.key or q.key in p.key or p.text in b.sentence(y) or q.text in a.sentence(x):
        return None
    return p.text, q.text


def _named(a: Story, x: Claim, b: Story, y: Claim) -> tuple[str, str] | None:
    """ "The register for Eastshire holds 68,888 people" beside "68,888 people are registered in Eastham"."""
    if x.measure is None or y.measure is None or min(digits(x), digits(y)) < TELLING:
        return None
    ours, theirs = a.sentence(x), b.sentence(y)
    here, there = (set(_AT.findall(s)) for s in (ours, theirs))
    if len(here) != 1 or len(there) != 1 or not may_be_one(x.measure.key, y.measure.key):
        return None
    p, q = here.pop(), there.pop()
    if p in theirs or q in ours or not stems(ours) & stems(theirs) - stems(x.measure.key):
        return None
    copied = ours.replace(p, "").split() == theirs.replace(q, "").split()
    return (p, q) if copied or all(_is_place(n, a, b) for n in (p, q)) else None


def _is_place(name: str, a: Story, b: Story) -> bool:
    """True if a claim of either story is of a place of this name, or a body is named by it."""
    return any(
        (c.place is not None and c.place.text == name and c.place.found != "document")
        for s in (a, b)
        for c in s.claims
    ) or any(f"{name} Council" in s.document.text for s in (a, b))


def _own(place: Mention, claim: Claim) -> bool:
    """True if the place of a claim stands in its own sentence."""
    span = place.span
    return span is not None and claim.sentence.contains(span) and place.found in ("here", "sentence")


def _prints_it(story: Story, claim: Claim, place: Mention) -> bool:
    """True if a sentence has the name of a place, and not aside: "the council" may stand for its county."""
    sentence, span = story.sentence(claim), place.span
    at = sentence.find(place.text)
    if at < 0 and span is not None and _names_level(story.words(span)):
        at = span.start - claim.sentence.start
    return at >= 0 and not _ASIDE.search(sentence[:at])


def _names_level(words: str) -> bool:
    """True for "the county", which is the one that was named before."""
    return any(w.lower() in level for w in words.split() for level in table("siblings")["levels"])


def _one_deed(x: Claim, y: Claim) -> bool:
    if x.measure is None or y.measure is None or x.event is None or y.event is None:
        return False
    return may_be_one(x.measure.key, y.measure.key) and x.event.key.split(":")[0] == y.event.key.split(":")[0]


def whole_of(story: Story, claim: Claim) -> str:
    """The one place that a sentence takes in the whole of; nothing where it has none, or several."""
    sentence = story.sentence(claim)
    found = [m[1] for m in _wide().finditer(sentence) if not _ASIDE.search(sentence[: m.start()])]
    return found[0] if len(found) == 1 else ""


@cache
def _wide() -> Regex:
    words = "|".join(f"[{w[0].upper()}{w[0]}]{re.escape(w[1:])}" for w in table("siblings")["wide"])
    return Regex(rf"\b(?:{words})\s+(?:the\s+)?({_NAME})")
