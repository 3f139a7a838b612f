"""One number for several parts that a sibling lists, each with its own: "the gates, dykes and pumps cost £212m".

The words have to name every part, and nothing else, in one list. A number that lacks one of the parts is then
questioned; one that is off by anything else may be of another time or count, and is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise

from extractor.lexicon import table
from extractor.model import Claim, Cue, Relation, Role, Span
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.stems import cut, stems
from extractor.reconcile.link.retold.apart import one_sided
from extractor.reconcile.siblings.periods import may_be_one_time
from extractor.reconcile.story import DISPLAY, Story, alike, family
from extractor.regexes import Regex

Parts = tuple[Claim, ...]
#: Parts that a list has at least: of two, one is left out by whoever speaks of the other.
FEWEST = 3
#: Letters of a word that others are made of: "pump".
ROOT = 4
_NAME = Regex(r"[A-Z][\w-]+")
_WORD = Regex(r"[A-Za-z][\w-]+")
#: What stands between two names of a list, and before the last.
_LITTLE = r"(?:(?:the|its|their|a|an|of|in|at|for|from|on|by|to|those)\s+){0,2}(?:[\w-]+\s+)?"
_COMMA = Regex(rf"(?:['’]s?)?,\s+{_LITTLE}", re.IGNORECASE)
_AND = Regex(rf"(?:['’]s?)?,?\s+(?:and|&|as\swell\sas|plus)\s+{_LITTLE}", re.IGNORECASE)


def summed(a: Story, b: Story) -> Iterator[Relation]:
    """The numbers of either story for all parts that the other lists, or for all of them but one."""
    for ours, theirs in ((a, b), (b, a)):
        for told in theirs.claims:
            if _may_sum(theirs, told):
                yield from _of(ours, theirs, told)


def _may_sum(story: Story, told: Claim) -> bool:
    """True for an asserted amount of the text below the headline, alone of its sort in its sentence."""
    plain = told.figure.value and told.figure.hedge in (None, "a total of") and not is_change(told)
    if not plain or family(told) not in "CMU" or told.block in DISPLAY or told.stance != "asserted":
        return False
    return [c for c in story.in_sentence(told.sentence) if alike(c, told)] == [told]


def _of(ours: Story, theirs: Story, told: Claim) -> Iterator[Relation]:
    for parts in ours.once(lists):
        if not alike(told, parts[0]) or not names_all(theirs.sentence(told), own_words(ours, parts)):
            continue
        if leaves_out().search(theirs.sentence(told)) or one_sided(ours, parts[0], theirs, told):
            continue
        if may_be_one_time(told.period, parts[0].period) and _may_be_of(told, parts):
            cue = Cue(told.document, told.figure.span, told.figure.text)
            roles = (Role("total", told), *(Role("part", p) for p in parts))
            yield Relation("sum", roles, cue, "stated")


def _may_be_of(told: Claim, parts: Parts) -> bool:
    """True if a number is the sum of parts, or of all but one."""
    whole = _sum(parts)
    return told.figure.value in {whole, *(whole - _sum((p,)) for p in parts)}


def _sum(claims: Sequence[Claim]) -> Decimal:
    return sum((c.figure.value or Decimal(0) for c in claims), Decimal(0))


def lists(story: Story) -> list[Parts]:
    """The exact amounts of one sort of a sentence, three or more; without the first where that is their sum."""
    found = []
    for sentence in story.sentences:
        told = [c for c in story.in_sentence(sentence) if family(c) in "CMU" and not is_change(c)]
        for sort in {(family(c), c.figure.amount.unit): c for c in told}.values():
            parts = tuple(c for c in told if alike(c, sort))
            if len(parts) > FEWEST and parts[0].figure.value == _sum(parts[1:]):
                parts = parts[1:]
            if len(parts) >= FEWEST and all(map(_may_be_part, parts)):
                found.append(parts)
    return found


def _may_be_part(claim: Claim) -> bool:
    exact = bool(claim.figure.value) and claim.figure.hedge is None
    return exact and claim.stance == "asserted" and claim.block not in DISPLAY


def own_words(story: Story, parts: Parts) -> list[frozenset[str]]:
    """The words beside each part that stand beside no other: behind them all, or before them all."""
    spans = [c.figure.span for c in story.in_sentence(parts[0].sentence)]
    behind = [_told(story.words(_gap(part, spans, behind=True))) for part in parts]
    before = [_told(story.words(_gap(part, spans, behind=False))) for part in parts]
    told = [[words - _rest(side, n) for n, words in enumerate(side)] for side in (behind, before)]
    return next((side for side in told if all(side)), told[0])


def _gap(part: Claim, spans: Sequence[Span], *, behind: bool) -> Span:
    """From a part to the next figure of its sentence, or back to the one before."""
    at, sentence = part.figure.span, part.sentence
    if behind:
        return Span(at.end, min([sentence.end, *(s.start for s in spans if s.start >= at.end)]))
    return Span(max([sentence.start, *(s.end for s in spans if s.end <= at.start)]), at.start)


def _told(words: str) -> frozenset[str]:
    """The words of a text by their first letters; a name may be short: "Bo"."""
    return stems(words) | cut(frozenset(w.lower() for w in _NAME.findall(words)))


def _rest(side: Sequence[frozenset[str]], number: int) -> frozenset[str]:
    return frozenset(w for n, words in enumerate(side) if n != number for w in words)


def names_all(sentence: str, parts: Sequence[frozenset[str]]) -> bool:
    """True if a sentence has one closed list with a word of each part: "at Bo, Kenema and Makeni"."""
    found = [(n, m) for m in _WORD.finditer(sentence) for n, own in enumerate(parts) if _is_one_of(m[0], own)]
    for first in range(len(found) - len(parts) + 1):
        run = found[first : first + len(parts)]
        if len({n for n, _ in run}) == len(parts) and _is_list(sentence, [m for _, m in run]):
            return True
    return False


def _is_one_of(word: str, own: frozenset[str]) -> bool:
    """True if a word is one of a part's, or begins like it: "pumps", "the pumping station"."""
    told = _told(word)
    return bool(told & own) or any(
        len(min(w, o, key=len)) >= ROOT and (w.startswith(o) or o.startswith(w)) for w in told for o in own
    )


def _is_list(sentence: str, words: Sequence[re.Match[str]]) -> bool:
    gaps = [sentence[x.end() : y.start()] for x, y in pairwise(words)]
    return all(_COMMA.fullmatch(gap) for gap in gaps[:-1]) and _AND.fullmatch(gaps[-1]) is not None


@cache
def leaves_out() -> Regex:
    """Words by which a number is of some parts and says so."""
    words = "|".join(map(re.escape, table("siblings")["leaving_out"]))
    return Regex(rf"\b(?:{words})\b", re.IGNORECASE)


__all__ = ["leaves_out", "lists", "own_words", "summed"]
