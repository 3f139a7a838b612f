"""Names in a text, by their capital letters: whom and what two stories both speak of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from extractor.lexicon import table
from extractor.model import Claim
from extractor.reconcile.story import Story
from extractor.regexes import Regex

#: Several words with capital letters in a row, or one inside a sentence.
_NAME = Regex(r"[A-Z][a-z]\w+(?: [A-Z][a-z]\w+)+|(?<=[a-z,;:] )[A-Z][a-z]\w+")
#: A word with a capital, long enough to be no conjunction, and what hangs on its apostrophe.
_CAPITAL = Regex(r"\b[A-Z][a-z]{5,}\b(?!ly\b)")
#: A word of two parts that opens a sentence, "Same-store sales".
_FORMED = Regex(r"[A-Z][a-z]+-[a-z]")
#: A word in capitals, long enough to be no initials.
_SHOUTED = Regex(r"\b[A-Z]{5,}\b")
#: Letters of a word in capitals that may be initials.
SHORT = 3
#: A first word of a sentence, which is none of the name behind it.
_FIRST = Regex(r"^(?:The|A|An|In|At|For|Of|But|And|When|While|After|Some|On|As|From|By|With|Since|Until) ")


def names_in_common(a: Story, b: Story) -> int:
    """How many names of one story the other prints, whole, or as one word where either has no more."""
    return len(_both(a, b))


def opened_in_common(a: Story, b: Story) -> int:
    """How many are names inside of a sentence in one, "big Klipgat", and open a sentence in the other."""
    once = _words_of(told_names(a)) ^ _words_of(told_names(b))
    return len(once & _opening(a) & _opening(b) - _words_of(_both(a, b)))


def own_names(a: Story, b: Story) -> bool:
    """True if each headline or lead has a name that the other story never prints."""
    common = _in_lower(a.document.text) | _in_lower(b.document.text)
    ours, theirs = ({w for w in _openers(_top(s)) if w.lower() not in common} for s in (a, b))
    return bool(ours) and bool(theirs) and not (ours & _opening(b)) and not (theirs & _opening(a))


def _top(story: Story) -> str:
    """The headline and the paragraph below it."""
    return "\n".join(story.words(zone.span) for zone in story.zones[:2])


def _both(a: Story, b: Story) -> set[str]:
    ours, theirs = told_names(a), told_names(b)
    return {x for x in ours if any(_one_name(x, y) for y in theirs)}


def _words_of(names: Iterable[str]) -> frozenset[str]:
    return frozenset(word for name in names for word in name.split())


@lru_cache(maxsize=4096)
def _openers(text: str) -> frozenset[str]:
    """Words with a capital, wherever they stand, and in lower case nowhere: "Klipgat is full"."""
    found = {m.removesuffix("’s").removesuffix("'s") for m in _CAPITAL.findall(text)}
    lower, dates = _in_lower(text), _dates()
    return frozenset(w for w in found if w.lower() not in dates and w.lower() not in lower)


@lru_cache(maxsize=4096)
def _in_lower(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\b[a-z]{5,}\b", text))


def _opening(story: Story) -> frozenset[str]:
    return _openers(story.document.text)


def told_names(story: Story) -> frozenset[str]:
    """The names that a text prints, with the bodies and places of its claims: a name may open a sentence."""
    framed = {
        m.text for c in story.claims for m in (*c.organisations, *([] if c.place is None else [c.place]))
    }
    text = story.document.text
    return (
        names_of(text)
        | _shouted(text)
        | {n for n in framed if n[:1].isupper() and not _in_lower_case(n, text) and not _FORMED.match(n)}
    )


def _shouted(text: str) -> frozenset[str]:
    """Words in capitals as names are written: a paper's first word, "HARNWICK has spoken"."""
    return frozenset(word.capitalize() for word in _SHOUTED.findall(text) if not _in_lower_case(word, text))


def _in_lower_case(name: str, text: str) -> bool:
    """True for a word of any sentence that only opens this one: "Revenue", where the text has "revenue"."""
    return re.search(rf"\b{re.escape(name.lower())}\b", text) is not None


def full_names_in_common(a: Story, b: Story) -> int:
    """How many names of two words or more both stories print."""
    ours, theirs = names_of(a.document.text), names_of(b.document.text)
    return sum(" " in name for name in ours & theirs)


def _one_name(x: str, y: str) -> bool:
    ours, theirs = x.split(), y.split()
    return x == y or (min(len(ours), len(theirs)) == 1 and bool({*ours} & {*theirs}))


@lru_cache(maxsize=4096)
def names_of(text: str) -> frozenset[str]:
    """The names that a text prints, without those of days and months."""
    found = (_FIRST.sub("", name) for name in _NAME.findall(text))
    return frozenset(n for n in found if n.lower() not in _dates() and not n[-1].isdigit())


def same_people(a: Story, b: Story, claims: Sequence[Claim]) -> bool:
    """True if two stories share several names, or one of the claims' places: else they are other news."""
    places = {c.place.text for c in claims if c.place is not None}
    known = any(all(place in s.document.text for s in (a, b)) for place in places)
    return known or not places or names_in_common(a, b) >= 2


def of_others(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True if the sentences have no name in common, and one has a name that the other story never prints."""
    ours, theirs = names_of(a.sentence(x)), names_of(b.sentence(y))
    if not ours or not theirs or any(_one_name(m, n) for m in ours for n in theirs):
        return False
    if _shouts(ours, b.sentence(y)) or _shouts(theirs, a.sentence(x)):
        return False
    return _unknown(ours, b) or _unknown(theirs, a)


def _shouts(names: frozenset[str], sentence: str) -> bool:
    """True if a sentence has one of some names in capitals: "TOTARA FLAT Building Society"."""
    return any(word in sentence for name in names for word in name.upper().split() if len(word) > SHORT)


def _unknown(names: frozenset[str], story: Story) -> bool:
    known = names_of(story.document.text)
    return any(not any(_one_name(name, k) for k in known) for name in names)


def _dates() -> frozenset[str]:
    return frozenset(word for words in table("siblings")["stretch"].values() for word in words)
