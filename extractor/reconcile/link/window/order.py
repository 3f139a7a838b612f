"""Two figures of one sentence with a comparing word right between them: "412 yards, well over the 287".

The frames make a comparison where the words name what is compared with what; here the two are the
only figures of their unit in the sentence, and the comparing word leads from one to the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.lexicon import table
from extractor.model import Claim, Comparison, ComparisonDirection, Cue, Relation, Role, Span, stable_id
from extractor.reconcile.link.moves import is_change
from extractor.reconcile.link.window.scope import of_one_noun, one_thing, units
from extractor.reconcile.story import DISPLAY, Story

_WORDS = table("windows")["order"]
_REACHES = r"(?:\s(?:the|a|an|its|their|that|those|what|in|of|for|at|on|by|from|with|where|which|[\w’'-]+,?)){0,6}?\s?$"
_BETWEEN: tuple[tuple[ComparisonDirection, re.Pattern[str]], ...] = tuple(
    (
        direction,
        re.compile(
            rf"^[^.;:]{{0,60}}?[\w,)][^.;:]{{0,20}}?\b(?P<word>{'|'.join(_WORDS[direction])}){_REACHES}",
            re.IGNORECASE,
        ),
    )
    for direction in ("higher", "lower")
)
_TURNED = re.compile(rf"\b(?:{'|'.join(_WORDS['turned'])})\b|n[’']t\b", re.IGNORECASE)


def orders(story: Story, linked: Sequence[Relation]) -> Iterator[Relation]:
    """One relation for each pair of figures that a word between them sets in order."""
    compared = {frozenset(c.id for c in r.claims()) for r in linked if r.kind == "compare"}
    for sentence in story.sentences:
        inside = [c for c in story.in_sentence(sentence) if not is_change(c) and c.block not in DISPLAY]
        for group in units(inside, "CMUDPR"):
            pair = group if len(group) == 2 else of_one_noun(group, group[0])
            if len(pair) == 2 and frozenset(c.id for c in pair) not in compared:
                yield from _order(story, *sorted(pair, key=lambda c: c.figure.span))


def _order(story: Story, first: Claim, last: Claim) -> Iterator[Relation]:
    start, end = first.figure.span.end, last.figure.span.start
    between = story.document.text[start:end]
    if first.figure.hedge is not None or last.figure.hedge is not None or not one_thing(first, last):
        return
    if _TURNED.search(between) or any(start < c.figure.span.start < end for c in story.claims):
        return
    for direction, pattern in _BETWEEN:
        found = pattern.match(between)
        if found is not None:
            word = Span(start + found.start("word"), start + found.end("word"))
            yield _relation(story, first, last, word, direction)
            return


def _relation(
    story: Story, first: Claim, last: Claim, word: Span, direction: ComparisonDirection
) -> Relation:
    text = story.words(word)
    comparison = Comparison(
        stable_id("k", story.document.id, str(word.start), str(word.end)),
        story.document.id,
        word,
        text,
        first.sentence,
        direction,
        block=first.block,
        stance=first.stance,
        speaker=first.speaker,
    )
    roles = (Role("stated", comparison), Role("subject", first), Role("reference", last))
    return Relation("compare", roles, Cue(story.document.id, word, text), "contextual")
