"""Sentences and quotations that one story took from the other and edited: the same words, but for a few.

A figure alone that differs is another number for the same thing. Equal figures in words that differ may be
another thing for the same number; `word_shifts` says which words do that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from extractor.amount import meet
from extractor.lexicon import table
from extractor.model import Claim, Span
from extractor.nouns import may_be_one
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.named import names_of
from extractor.reconcile.story import Story, alike
from extractor.regexes import Regex

#: A figure's place among the words of its sentence.
FIGURE = "#"
_QUOTATION = Regex(r"(?<=“)[^“”\n]+(?=”)|(?<=\")\b[^\"\n]+(?=\")")
_WORD = Regex(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|#")


@dataclass(frozen=True, slots=True)
class Edit:
    """Two sentences with the same number of figures, and the words that only one of them has."""

    ours: tuple[Claim, ...]
    theirs: tuple[Claim, ...]
    lost: tuple[str, ...]
    gained: tuple[str, ...]

    @property
    def pairs(self) -> tuple[tuple[Claim, Claim], ...]:
        """Each figure with the one in its place."""
        return tuple(zip(self.ours, self.theirs, strict=True))

    @property
    def agrees(self) -> bool:
        """True if every figure prints the number of the one in its place, whatever its unit."""
        return all(_one_number(x, y) for x, y in self.pairs)

    @property
    def renames(self) -> bool:
        """True if one sentence has a name that the other has not."""
        return any(names_of(f"of {w}") for w in (*self.lost, *self.gained))

    @property
    def rewords(self) -> bool:
        """True if a word that tells what the sentence is about is in one of them alone."""
        ours, theirs = (_telling(w) for w in (self.lost, self.gained))
        return ours != theirs

    @property
    def parallel(self) -> bool:
        """True for sentences of one form on two things: "the wait for a hip", "the wait for a knee"."""
        ours, theirs = (_telling(w) for w in (self.lost, self.gained))
        if len(ours) != 1 or len(theirs) != 1:
            return False
        (here,), (there,) = ours, theirs
        deeds = " ".join(c.event.text.lower() for c in (*self.ours, *self.theirs) if c.event is not None)
        if {here, there} & {*table("siblings")["season"], *table("siblings")["vague_time"]}:
            return False
        planned = any(re.search(table("siblings")["asides"][0], w) for w in (here, there))
        return not planned and not may_be_one(here, there) and here not in deeds and there not in deeds


def edits(a: Story, b: Story) -> Iterator[Edit]:
    """Sentences and quotations of two stories that are one but for a few words, where there is no choice."""
    yield from _edited(a, a.sentences, b, b.sentences, float(table("siblings")["edited"]))
    yield from _edited(a, a.once(_quoted), b, b.once(_quoted), float(table("siblings")["quoted"]))


def _quoted(story: Story) -> tuple[Span, ...]:
    """The quotations of a story, whoever is told to have said them, that have figures."""
    found = (Span(*m.span()) for m in _QUOTATION.finditer(story.document.text))
    return tuple(span for span in found if story.in_sentence(span))


def _edited(a: Story, ours: Sequence[Span], b: Story, theirs: Sequence[Span], least: float) -> Iterator[Edit]:
    fewest = int(table("siblings")["fewest"])
    there = [(t, _bare(b, t)) for t in theirs]
    for span in ours:
        words = _bare(a, span)
        alike = [t for t, other in there if len(words) >= fewest and _likeness(words, other) >= least]
        if len(alike) == 1:
            yield from _edit(a, span, b, alike[0])


def _edit(a: Story, ours: Span, b: Story, theirs: Span) -> Iterator[Edit]:
    x, y = a.in_sentence(ours), b.in_sentence(theirs)
    if len(x) != len(y):
        return
    if ours not in a.sentences:
        # One quotation, whether a paper calls who said it "Ann Lee" or "the former cook".
        y = tuple(replace(there, speaker=here.speaker) for here, there in zip(x, y, strict=True))
    lost, gained = _apart(_words(a, ours), _words(b, theirs))
    yield Edit(x, y, lost, gained)


def _apart(ours: list[str], theirs: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words that stand in one list alone, in order; a first word's capital tells nothing."""
    x, y = ([w.lower() for w in words] for words in (ours, theirs))
    lost: list[str] = []
    gained: list[str] = []
    for kind, i, j, k, m in SequenceMatcher(None, x, y, autojunk=False).get_opcodes():
        if kind != "equal":
            lost += _cased(ours, i, j)
            gained += _cased(theirs, k, m)
    return tuple(w for w in lost if w != FIGURE), tuple(w for w in gained if w != FIGURE)


def _cased(words: list[str], start: int, end: int) -> list[str]:
    return [w.lower() if n == 0 else w for n, w in enumerate(words[start:end], start)]


def _words(story: Story, sentence: Span) -> list[str]:
    """The words of a sentence in order, a mark for each figure."""
    text, at, kept = story.document.text, sentence.start, []
    for claim in story.in_sentence(sentence):
        kept += [text[at : claim.figure.span.start], FIGURE]
        at = claim.figure.span.end
    return _WORD.findall(" ".join([*kept, text[at : sentence.end]]))


def _bare(story: Story, sentence: Span) -> frozenset[str]:
    return frozenset(w.lower() for w in _words(story, sentence) if w != FIGURE)


def _likeness(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / len(a | b) if a and b else 0.0


def _telling(words: tuple[str, ...]) -> frozenset[str]:
    kept = [w for w in words if w.lower() not in table("siblings")["saying"]]
    return content_words(" ".join(kept))


def _one_number(x: Claim, y: Claim) -> bool:
    """True if two figures print one number, exactly or rounded; "nearly half" and "over half" are two."""
    if x.figure.value is None or y.figure.value is None:
        return meet(x.figure.amount, y.figure.amount)
    if x.figure.value != y.figure.value and None not in (x.figure.hedge, y.figure.hedge):
        return False  # "about 2,310" and "fewer than 2,200" agree whatever was counted
    if x.figure.value == y.figure.value and not alike(x, y):
        return True
    return meet(x.figure.amount, y.figure.amount)
