"""Figures of one thing with the words beside each that name it: "41 in Marl and 62 in Selby".

A stretch of the sentence belongs to each figure: what stands between two of them is shared at the first pause or
joining word. Names reach over figures of other things, "Denham, which has 3 clinics, had 262 cases". Where the sentence names nothing ("It was £5.20"), the place that the frame found stands for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.lexicon import table
from extractor.model import Claim, Span
from extractor.reconcile.link.order.ordering import singular, tokens
from extractor.reconcile.story import Story
from extractor.regexes import Regex

#: Where what is said of one figure ends and what is said of the next begins.
_SHARED = Regex(
    r"[,;:()–—]|\.\s|\s(?:and|but|while|whereas|to|against|compared|versus|than|with|though|although)\s"
)
_EMPTY = frozenset(singular(w) for w in (*table("times")["empty"], *table("orders")["words"]["plain"]))
#: Names of days and months, which name no level.
_DAYS = frozenset(singular(w) for w in table("orders")["words"]["time"] if w.isalpha())
#: A name by its capital behind a word that opens no sentence.
_PROPER = Regex(r"(?<=[a-z\d,;:(“—–-]\s)[A-Z][\w’'-]*|(?<=\bThe\s)[A-Z][\w’'-]*|(?<=\bIn\s)[A-Z][\w’'-]*")
_CAPITAL, _SMALL = Regex(r"\b[A-Z][\w’'-]*"), Regex(r"\b[a-z][\w’'-]*")
_YEAR = Regex(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Named:
    """A figure, and the words that name it and not all others of its group."""

    claim: Claim
    own: frozenset[str]
    #: Those of them that the story prints as names.
    proper: frozenset[str]


def named_levels(story: Story, group: Sequence[Claim], statement: Span) -> tuple[Named, ...]:
    """The figures of a group with the words of their own; the statement's words are no one's."""
    names, openings = proper_names(story), story.once(_openings)
    beside = [_words(story, c, group, statement, names | openings) for c in group]
    common = frozenset.intersection(*beside) | _EMPTY
    own = [words - common for words in beside]
    return tuple(
        Named(c, words, (words & names) or (words & openings)) for c, words in zip(group, own, strict=True)
    )


def proper_names(story: Story) -> frozenset[str]:
    """The words that a story prints with a capital inside a sentence, and its years."""
    return story.once(_proper)


def _proper(story: Story) -> frozenset[str]:
    text = story.document.text[story.start :]
    return tokens(" ".join([*_PROPER.findall(text), *_YEAR.findall(text)])) - _EMPTY - _DAYS


def _openings(story: Story) -> frozenset[str]:
    """The words that open sentences and stand nowhere without a capital."""
    text = story.document.text[story.start :]
    return tokens(" ".join(_CAPITAL.findall(text))) - tokens(" ".join(_SMALL.findall(text))) - _EMPTY


def _words(
    story: Story, claim: Claim, group: Sequence[Claim], statement: Span, names: frozenset[str]
) -> frozenset[str]:
    """The words beside a figure; the place that the frame found where none of them is a name."""
    wide = tokens(_beside(story, claim, group, statement))
    found = wide & names | tokens(_beside(story, claim, story.in_sentence(claim.sentence), statement))
    if found & names or claim.place is None or claim.place.found not in ("paragraph", "sentence", "here"):
        return found
    return found | tokens(claim.place.key)


def _beside(story: Story, claim: Claim, group: Sequence[Claim], statement: Span) -> str:
    """The words of a figure's sentence that are about it and no other figure of its group."""
    text, sentence = story.document.text, claim.sentence
    rest = [c.figure.span for c in group if c is not claim and sentence.contains(c.figure.span)]
    ends = max((s.end for s in rest if s < claim.figure.span), default=None)
    starts = min((s.start for s in rest if s > claim.figure.span), default=None)
    start = sentence.start if ends is None else _share(text, ends, claim.figure.span.start)
    end = sentence.end if starts is None else _share(text, claim.figure.span.end, starts)
    if start <= statement.start < end:
        end = max(claim.figure.span.end, statement.start)
    elif start < statement.end <= end:
        start = min(claim.figure.span.start, statement.end)
    return f"{text[start : claim.figure.span.start]} {text[claim.figure.span.end : end]}"


def _share(text: str, start: int, end: int) -> int:
    """Where the words between two figures change hands."""
    found = _SHARED.search(text, start, end)
    return end if found is None else found.end()


__all__ = ["Named", "named_levels", "proper_names"]
