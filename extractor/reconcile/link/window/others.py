"""Parts that the words beside them count from others than those told before: "1,240 beds ... 130 of its nurses"."""

from __future__ import annotations

import re

from extractor.lexicon import table
from extractor.model import Claim, Span
from extractor.nouns import may_be_one
from extractor.reconcile.link.window.scope import after, stems
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

_WORDS = table("windows")["others"]
#: Endings of plurals, and of the one.
_SINGLE = (
    (r"s$", ""),
    (r"es$", ""),
    (r"ies$", "y"),
    (r"ves$", "f"),
    (r"^people$", "person"),
    (r"men$", "man"),
)
#: Nouns that may stand for any that were counted.
_GENERAL = frozenset((*table("windows")["worked"]["general"], *table("windows")["worked"]["cases"]))
#: A part that goes back to what was counted: "of them 130".
_BACK = Regex(r"\bof\s(?:them|these|those|which|whom),?\s(?:(?:just|only|some|about)\s)?$", re.IGNORECASE)
#: "130 of those jobs", "130 of its nurses".
_OF_NOUN = Regex(
    r"^(?:\s[\w’'-]+)?\sof\s(?:(?:those|these|the)|(?P<whose>its|their|his|her|our))\s(?:[\w’'-]+\s)?"
    r"(?P<noun>[a-z][\w’'-]*s|people|staff|men|women|children)\b",
    re.IGNORECASE,
)
_OF_THEM = Regex(
    r"^(?:\s[\w’'-]+)?\sof\s(?:them|whom|which|(?:those|these)(?!\s(?:who|that|with|in|at|on|from|aged)\b))\b",
    re.IGNORECASE,
)
_WHEN = rf"(?:{'|'.join(_WORDS['when'])})\b"
#: "Of those who did, 130", "in the women's race 130": what is counted are some only.
_SCOPE = Regex(
    rf"\b(?:of|among|amongst|out\sof|(?:in|at|for|with)(?=\s(?:the\s)?[\w-]+(?:[’']s|s[’'])\s))\s(?!{_WHEN})"
    rf"(?:(?:the|its|their|his|her|our|all|a|an)\s(?!(?:[\w-]+\s)?{_WHEN})|(?=[a-z]))"
    r"(?!(?:them|these|which|whom|that|this|it)\b|those,)(?P<noun>[\w’'-]+(?:\s[a-z][\w’'-]*)?)",
    re.IGNORECASE,
)
#: "Its doctors are leaving: 130 have gone".
_OTHERS = Regex(
    r"\b(?P<noun>[a-z]{3,}s|people|staff|men|women|children)\b[^:;–—]{0,30}(?::|\s[–—]|;)\s[^:;–—]{0,12}$",
    re.IGNORECASE,
)


def is_of_others(story: Story, part: Claim, whole: Claim) -> bool:
    """True for "130 of its nurses" beside 1,240 beds, "among pensioners 130": others than those counted before."""
    if family(part) != "C":
        return False
    lead, behind = story.lead(part), after(story, part)
    noun = _OF_NOUN.match(behind)
    if noun is not None and noun["whose"]:
        return _is_named(whole) and not _may_name(noun["noun"], whole)
    if noun is not None:
        return not _prints(whole, noun["noun"]) and _is_told_between(story, noun["noun"], whole, part)
    if _OF_THEM.match(behind) or _BACK.search(lead):
        return False
    if any(family(c) == "P" for c in story.in_sentence(part.sentence) if c.figure.span < part.figure.span):
        return False  # "40 per cent of the patients, 1,036 people": the rate's own words
    if any(not _may_name(m["noun"], whole) for m in _SCOPE.finditer(lead)):
        return True
    found = _OTHERS.search(lead)
    return found is not None and _is_named(whole) and not _may_name(found["noun"], whole)


def _is_told_between(story: Story, noun: str, whole: Claim, part: Claim) -> bool:
    """True if "those posts" have been told of by that name behind the whole, and need not be what it counts."""
    start = min(whole.sentence.end, part.figure.span.start)
    return bool(stems(noun) & stems(story.words(Span(start, part.figure.span.start))))


def _prints(whole: Claim, noun: str) -> bool:
    return whole.measure is not None and bool(
        stems(noun) & stems(f"{whole.measure.text} {whole.measure.key}")
    )


def _may_name(noun: str, whole: Claim) -> bool:
    """True if a noun prints what a whole counts, or the whole counts people and the noun does too."""
    if whole.measure is None or not _is_named(whole):
        return False
    word = noun.split()[-1].lower()
    keys = {word, *(re.sub(ending, single, word) for ending, single in _SINGLE)}
    return (
        bool(keys & _GENERAL) or _prints(whole, noun) or any(may_be_one(k, whole.measure.key) for k in keys)
    )


def _is_named(whole: Claim) -> bool:
    return whole.measure is not None and whole.measure.found == "here"


__all__ = ["is_of_others"]
