"""Two stories that tell the same news: what one prints otherwise than the other.

A sentence that one edited and the other left tells it best: the same words with other figures in them.
The rest is linked as between any two stories.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.lexicon import Policy, table
from extractor.model import Claim, Cue, Finding, Relation, Role, Span
from extractor.reconcile.check import check
from extractor.reconcile.link import link
from extractor.reconcile.link.between import between, supplied
from extractor.reconcile.story import Story, family

_WORD = re.compile(r"[a-z]+(?:['’-][a-z]+)*")
#: Sentences of fewer words than these are like too many others.
FEWEST = 5


def awaiting(story: Story) -> tuple[Relation, ...]:
    """Comparisons of a story with what another one may print: "lower than the national average"."""
    return tuple(r for r in link(story) if r.kind == "compare")


def printed_differently(
    a: Story, b: Story, policy: Policy, waiting: Sequence[Relation] = ()
) -> Iterator[Finding]:
    """The findings between two stories, each pair of figures once; `waiting` are comparisons of either."""
    seen: set[frozenset[str]] = set()
    relations = [*edited(a, b), *between((a, b)), *supplied((a, b), waiting)]
    for finding in check(relations, policy):
        pair = frozenset(f"{c.document} {c.id}" for c in finding.relation.claims())
        if pair not in seen:
            seen.add(pair)
            yield finding


def edited(a: Story, b: Story) -> Iterator[Relation]:
    """Figures in the same place of a sentence that both print, in the same words but for the figures."""
    least = float(table("audit")["compare"]["edited"])
    there = [(t, _words(b, t)) for t in b.sentences]
    for sentence in a.sentences:
        words = _words(a, sentence)
        alike = [t for t, other in there if len(words) >= FEWEST and _likeness(words, other) >= least]
        if len(alike) == 1:
            yield from _aligned(a.in_sentence(sentence), b.in_sentence(alike[0]))


def _aligned(ours: tuple[Claim, ...], theirs: tuple[Claim, ...]) -> Iterator[Relation]:
    if [_kind(c) for c in ours] != [_kind(c) for c in theirs]:
        return
    for x, y in zip(ours, theirs, strict=True):
        cue = Cue(x.document, x.figure.span, x.figure.text)
        yield Relation("same", (Role("stated", x), Role("from", y)), cue, "stated")


def _kind(claim: Claim) -> tuple[str, str]:
    return family(claim), claim.figure.amount.unit


def _words(story: Story, sentence: Span) -> frozenset[str]:
    """The words of a sentence without those of its figures."""
    text, at, kept = story.document.text, sentence.start, []
    for claim in story.in_sentence(sentence):
        kept.append(text[at : claim.figure.span.start])
        at = claim.figure.span.end
    return frozenset(_WORD.findall(" ".join([*kept, text[at : sentence.end]]).lower()))


def _likeness(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / len(a | b) if a and b else 0.0
