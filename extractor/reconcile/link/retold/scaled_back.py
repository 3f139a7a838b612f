"""An amount told again by "the" with another scale word: "half of the $1.4 BILLION cost ... the $1.4 MILLION extension".

"The" says that the amount is known, and so does its noun, which the story has told of; but no such amount was told
before, only the same digits at another scale.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extractor.model import Claim, Cue, Relation, Role, Span
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.misprints import significant
from extractor.reconcile.story import DISPLAY, Story, alike
from extractor.regexes import Regex

_THE = Regex(r"\b[Tt]he\s$")
#: "The $1.4 million EXTENSION", "the $1.4 million COST of it".
_NOUN = Regex(
    r"^\s(?:[a-z]+-[a-z]+\s)?(?!(?:to|in|for|from|by|on|at|a|per|each|and|or|is|was|that|it|they|more|less)\b)(?P<noun>[a-z]{4,})\b"
)
_WORD = Regex(r"\b(?:thousand|million|billion|trillion|lakh|crore|m|bn|tn)\b|\d(?:m|bn|tn|k)\b")
_EACH = Regex(r"\b(?:each|apiece|per|an?\s(?:year|month|week|day|head|share))\b")
#: Digits that two amounts hardly have in common by chance, with a noun that is known.
DIGITS = 2


def scaled_back(story: Story) -> Iterator[Relation]:
    """One relation for each amount that takes up one of another scale."""
    told = [c for c in story.claims if _is_amount(c)]
    for again in told:
        noun = _noun(story, again)
        if noun is None or again.block in DISPLAY or any(_is_again(c, again) for c in told):
            continue
        first = [c for c in told if c.figure.span < again.figure.span and _is_scaled(c, again)]
        known = Regex(rf"\b{noun}").search(story.document.text, 0, again.sentence.start)
        if first and known is not None and len({c.figure.value for c in first}) == 1:
            span = Span(first[-1].sentence.start, again.sentence.end)
            # What will be done with an amount does not make the amount itself a plan.
            stated, known_as = (replace(c, stance="asserted") for c in (again, first[-1]))
            roles = (Role("stated", stated), Role("from", known_as))
            yield Relation("same", roles, Cue(story.document.id, span, story.words(span)), "stated")


def _is_amount(claim: Claim) -> bool:
    """True for money whose scale is a word."""
    plain = claim.figure.kind == "money" and not is_change(claim)
    return plain and len(significant(claim.figure.value)) >= DIGITS and bool(_WORD.search(claim.figure.text))


def _noun(story: Story, claim: Claim) -> str | None:
    """The noun that "the" and an amount are of."""
    behind = after(story, claim)
    found = _NOUN.match(behind)
    return (
        None
        if found is None or not _THE.search(before(story, claim)) or _EACH.search(behind[:30])
        else found["noun"]
    )


def _is_again(other: Claim, claim: Claim) -> bool:
    return other is not claim and alike(other, claim) and other.figure.value == claim.figure.value


def _is_scaled(first: Claim, again: Claim) -> bool:
    a, b = first.figure.value, again.figure.value
    one = alike(first, again) and significant(a) == significant(b)
    return one and a is not None and b is not None and max(a / b, b / a) >= 1000


__all__ = ["scaled_back"]
