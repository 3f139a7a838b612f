"""Whether some words name what two levels are levels of: by their noun, by a word right beside them, or by another for it."""

from __future__ import annotations

import re

from extractor.lexicon import table
from extractor.model import Claim, Span
from extractor.nouns import may_be_one
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.then_now.groups import GROUPS, STOP, are_in_one, beside
from extractor.reconcile.link.then_now.levels import VAGUE, Pair, is_named
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

#: Behind a sum or a measure: "R14.6bn in revenue", "£3.1m of sales"; the year is no such thing.
_IN = Regex(r"^\s(?:in|of)\s((?!the\b|its\b|their\b|all\b)[a-z][\w-]+(?:\s[a-z][\w-]+)?)")
#: Before it: "revenue came to", "a turnover of".
_WAS = Regex(
    r"([a-z][\w-]+)\s(?:(?:for|in|over|from|at|of)\s[^,;.]{1,45}?\s)?"
    r"(?:of|was|were|is|are|came\sto|come\sto|comes\sto|stood\sat|stands\sat|reached|hit|totalled|totaled|amounted\sto|had\sbeen|at)"
    r"\s(?:a\s|about\s|some\s|just\s|only\s|nearly\s|almost\s)?$",
    re.IGNORECASE,
)
#: "Thefts triple IN DUBLIN 8", and levels of all the city; "in the city" may be Leeds itself.
_NAMED_PART = Regex(
    r"^\s(?:in|at|on|across)\s(?:the\s)?(?P<part>(?:North|South|East|West|Inner|Outer|Central|Old)\w*\s)?"
    r"(?P<name>[A-Z][\w’'-]+)(?P<ward>\s\d)?"
)
_WIDER = Regex(
    r"\b(?:in|across|throughout|over)\s(?:the\s)?(?:whole\s|entire\s)?"
    r"(?:(?P<town>city|county|district|borough|island)|country|state|region|province|nation|republic|continent|world)\b|\bnation(?:wide|ally)\b",
    re.IGNORECASE,
)


#: "Profit trebled AS DEMAND FOR cooling rose": why, and not what.
_AS = Regex(r"\sas\s(?=[a-z]+\s(?:for|in|of)\s)")


def nouns(story: Story, pair: Pair) -> frozenset[str]:
    """The words for what the two are levels of."""
    told = [c.measure for c in pair.both if c.measure is not None and is_named(c)]
    keys = [m.key for m in told if m.key not in VAGUE]
    words = content_words(" ".join(f"{k} {k}es {k[:-1]}ies" for k in keys))
    return words | content_words(" ".join(w for c in pair.both for w in _beside(story, c) if w not in VAGUE))


def _beside(story: Story, level: Claim) -> list[str]:
    """What stands right beside a sum or a measure as the thing that it is of."""
    if family(level) == "C":
        return []
    found = (_IN.match(after(story, level)), _WAS.search(before(story, level, 90)))
    return [m[1].lower() for m in found if m is not None]


def names(story: Story, change: Claim | None, words: str, pair: Pair) -> bool:
    """True if words around a movement name what two levels are of, or the movement has a noun that may be it."""
    if content_words(_singular(words)) & nouns(story, pair) or is_one_measure(story, change, words, pair):
        return True
    if family(pair.old) != "C" or change is None or change.measure is None or change.measure.found != "here":
        return False
    if change.measure.key in VAGUE:
        return False
    keys = [c.measure.key for c in pair.both if c.measure is not None and c.measure.found == "here"]
    own = change.measure.key
    return any(may_be_one(own, k) and not _are_two_kinds(own, k) for k in keys)


def _are_two_kinds(one: str, other: str) -> bool:
    """True for burglaries and thefts: each has a group of words of its own, and no common one."""
    own, theirs = (any(g.search(k) for g in GROUPS) for k in (one, other))
    return own and theirs and not are_in_one(one, other)


def _singular(words: str) -> str:
    """The words with the lemma of each irregular plural behind it: "children child"."""
    lemmas = table("nouns")["singular"]
    return " ".join(f"{w} {lemmas.get(w.lower(), '')}" for w in words.split())


def is_one_measure(story: Story, change: Claim | None, words: str, pair: Pair) -> bool:
    """True for "the backlog" of cases pending, and for "ridership" of passengers, by the words of the levels alone."""
    told = words if change is None else _about(story, change)
    apart = [c for c in pair.both if change is None or c.sentence != change.sentence]
    return any(are_in_one(told, beside(story, c)) for c in apart or pair.both)


def _about(story: Story, change: Claim) -> str:
    """The words round a movement up to a comma: what they name is what moved."""
    led = story.lead(change)
    told = story.words(Span(change.figure.span.end, change.sentence.end))
    return f"{STOP.split(led)[-1]} ‹› {_AS.split(STOP.split(told)[0])[0]}"


def are_wider(behind: str, told: str) -> bool:
    """True for levels of all the city behind a movement "in Dublin 8", a place that their words do not name."""
    place, wider = _NAMED_PART.match(behind), _WIDER.search(told)
    if place is None or wider is None or place["name"] in told:
        return False
    return wider["town"] is None or place["part"] is not None or place["ward"] is not None


__all__ = ["are_wider", "is_one_measure", "names", "nouns"]
