"""Two figures of one sentence with a comparing word right between them: "412 yards, well over the 287".

The frames make a comparison where the words name what is compared with what; here the two are the
only figures of their unit in the sentence, and the comparing word leads from one to the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.lexicon import table
from extractor.model import Claim, Comparison, ComparisonDirection, Cue, Relation, Role, Span, stable_id
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.window.scope import after, before, of_one_noun, one_thing, units
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex

_WORDS = table("windows")["order"]
#: A count below this and one of this or more are seldom of one thing.
SMALL = 10
#: Characters from the first figure to the comparing word, and from there to the last figure.
_TO, _ON = 80, 70
_BETWEEN: tuple[tuple[ComparisonDirection, Regex], ...] = tuple(
    (
        direction,
        Regex(
            rf"^(?P<lead>[^.;:]{{0,{_TO}}}?)\b(?P<word>{'|'.join(_WORDS[direction])})\b(?P<rest>[^.;:]{{0,{_ON}}})$",
            re.IGNORECASE,
        ),
    )
    for direction in ("lower", "higher")
)
#: Comparing words before which a bare figure is the size of the difference; before a verb it is the subject.
_SIZED = Regex(r"\b(?:than|above|below|over|under|ahead|short|beyond|behind|excess)\b", re.IGNORECASE)
#: "31 per cent put it behind Labour": the figure is the subject of these, and no size of the difference.
_PLACES = Regex(r"^(?:put|leav|left|plac)", re.IGNORECASE)
#: "Planners had expected 21,150, so the drop is less than": what is compared is the drop.
_NEW_SUBJECT = Regex(
    r",\s(?:so|and|but|while|which\smeans)\s(?:that\s)?(?:the|its|their|this|that|an?)\s(?:[\w’'-]+\s){1,4}?"
    r"(?:is|was|are|were|has\sbeen|had\sbeen|will\sbe)\s",
    re.IGNORECASE,
)
#: "Less than the average of 36 tonnes would suggest", "over the 33 litres once the winter is left out".
_MOOT = Regex(
    r"^\s(?:[\w’'-]+\s)?(?:would|might|could|once|if|when|before|after|without|for|in\sthe\swhole)\b",
    re.IGNORECASE,
)
_MEAN = Regex(r"\b(?:average|mean|median|norm|limit)\s(?:of\s|\(|at\s)?$", re.IGNORECASE)
_TURNED = Regex(rf"\b(?:{'|'.join(_WORDS['turned'])})\b|n[’']t\b", re.IGNORECASE)


def orders(story: Story, linked: Sequence[Relation]) -> Iterator[Relation]:
    """One relation for each pair of figures that a word between them sets in order."""
    compared = {frozenset(c.id for c in r.claims()) for r in linked if r.kind == "compare"}
    for sentence in story.sentences:
        inside = [c for c in story.in_sentence(sentence) if not is_change(c) and c.block not in DISPLAY]
        for group in (*units(inside, "CMUDPR"), *_with_means(story, inside)):
            pair = group if len(group) == 2 else of_one_noun(group, group[0])
            if len(pair) == 2 and frozenset(c.id for c in pair) not in compared:
                yield from _order(story, *sorted(pair, key=lambda c: c.figure.span))


def _with_means(story: Story, inside: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """ "19.1kg a year, under the European mean of 22.4kg": a mean is told for the time of what it is set beside."""
    for one in (c for c in inside if " / " in c.figure.amount.unit):
        for mean in inside:
            unit, plain = one.figure.amount.unit, mean.figure.amount.unit
            timed = family(one) == family(mean) and plain and unit.startswith(f"{plain} / ")
            if timed and _MEAN.search(before(story, mean)):
                yield one, mean


def _order(story: Story, first: Claim, last: Claim) -> Iterator[Relation]:
    start, end = first.figure.span.end, last.figure.span.start
    between = story.document.text[start:end]
    if _MOOT.match(after(story, last)):
        return
    if first.figure.hedge is not None or last.figure.hedge is not None or not one_thing(first, last):
        return
    if any(start < c.figure.span.start < end for c in story.claims) or _is_small(first, last):
        return
    for direction, pattern in _BETWEEN:
        found = pattern.match(between)
        if found is not None and _leads_on(found):
            word = Span(start + found.start("word"), start + found.end("word"))
            yield _relation(story, first, last, word, direction)
            return


def _leads_on(found: re.Match[str]) -> bool:
    """True if the words lead from one figure to the other; "four above the figure of 61" is their difference."""
    sized = _SIZED.search(found["word"]) is not None and not _PLACES.match(found["word"])
    is_size = sized and not found["lead"].strip()
    if _NEW_SUBJECT.search(found["lead"]):
        return False
    return not is_size and not _TURNED.search(found["lead"]) and not _TURNED.search(found["rest"])


def _is_small(first: Claim, last: Claim) -> bool:
    """True for counts of which one is so small that it may be of anything: "its first three games"."""
    x, y = first.figure.value, last.figure.value
    return family(first) == "C" and x is not None and y is not None and min(x, y) < SMALL <= max(x, y)


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
