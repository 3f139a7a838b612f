"""Two sentences that tell alike of two things: "the price of a crate of PEACHES", "of a crate of CHERRIES".

A paper that tells a fact in its own words changes several of them. Where the sentences have all in common but one
noun each, and nobody takes the one for the other, their figures are of two things and may differ.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cache

from extractor.lexicon import table
from extractor.model import Claim
from extractor.nouns import may_be_one
from extractor.reconcile.link.cues.stems import STEM, cut, stems, words
from extractor.reconcile.story import Story
from extractor.regexes import Regex

#: Words in common from which two sentences tell alike.
ALIKE = 2
#: Words that stand in one place at most.
PLACE = 3
_WORD = Regex(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
#: Letters by which a form of a verb is known: "spend", "spent".
VERB = 3


def exchanged(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True if all that keeps the sentences of two figures apart is a noun in each, of two things."""
    tellers = _tellers(x) | _tellers(y)
    ours, theirs = _told(a, x) - tellers, _told(b, y) - tellers
    here, there = (_only(u, v) for u, v in ((ours, theirs), (theirs, ours)))
    if len(here) != 1 or len(there) != 1 or len(cut(ours) & cut(theirs)) < ALIKE:
        return False
    (mine,), (other,) = here, there
    if not _is_thing(mine, x) or not _is_thing(other, y) or stems(mine) & stems(other):
        return False
    if any(may_be_one(m, n) for m in _forms(mine) for n in _forms(other)):
        return False
    return _in_one_place(a.sentence(x), mine, b.sentence(y), other)


def _in_one_place(ours: str, mine: str, theirs: str, other: str) -> bool:
    """True if one word stands where the other does: "for GAS", "for their WATER"."""
    u, v = (_WORD.findall(sentence.lower()) for sentence in (ours, theirs))
    return any(
        kind == "replace"
        and max(j - i, m - k) <= PLACE
        and mine in words(" ".join(u[i:j]))
        and other in words(" ".join(v[k:m]))
        for kind, i, j, k, m in SequenceMatcher(None, u, v, autojunk=False).get_opcodes()
    )


def _told(story: Story, claim: Claim) -> frozenset[str]:
    """The words of a figure's sentence but for the figure's own."""
    return words(story.sentence(claim)) - words(claim.figure.text)


def _tellers(claim: Claim) -> frozenset[str]:
    """The words for who tells a figure."""
    return words(" ".join(m.text for m in (claim.source, claim.speaker) if m is not None))


def _only(ours: frozenset[str], theirs: frozenset[str]) -> frozenset[str]:
    return frozenset(w for w in ours if w[:STEM] not in cut(theirs) | _empty())


def _is_thing(word: str, claim: Claim) -> bool:
    """False for a word that says what was done, how, when or what is planned."""
    plan = re.search(table("siblings")["asides"][0], word)
    return not (
        word.endswith("ly") or plan or word in _deed(claim) or word[:STEM] in _empty() or word in _times()
    )


def _deed(claim: Claim) -> frozenset[str]:
    """The verb of what was done, without its object: "costs" of "costs residents"."""
    if claim.event is None:
        return frozenset()
    told, verb = words(claim.event.text), claim.event.key[:VERB]
    return frozenset(w for w in told if w.startswith(verb)) or told


def _forms(word: str) -> tuple[str, ...]:
    """A noun as it stands and in the singular."""
    return (word, word.removesuffix("s"), word.removesuffix("es"), re.sub("ies$", "y", word))


@cache
def _times() -> frozenset[str]:
    rule = table("siblings")
    return frozenset(
        [*rule["season"], *rule["vague_time"], *(w for told in rule["stretch"].values() for w in told)]
    )


@cache
def _empty() -> frozenset[str]:
    rule = table("siblings")
    return cut(words(" ".join(w for name in ("saying", "finding", "plain", "spending") for w in rule[name])))


__all__ = ["exchanged"]
