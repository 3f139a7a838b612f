"""A figure said to be higher or lower than the one told before: "The second pass lies higher: 2,214 metres".

What it is compared with stands in no "than": it is the last figure of the unit, in the same sentence or in one
shortly before. That holds only where the words set the two against each other ("then", "there", "the other",
"in Wexley") and name one thing for both ("turnout was ... turnout then was higher, at"): a level that is just
"higher, at £4m" is higher than last year's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractor.lexicon import table
from extractor.model import Claim, ComparisonDirection, Cue, Relation, Role, Span
from extractor.reconcile.link.cues.moves import direction_of, is_change
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.order.compared import compared
from extractor.reconcile.link.window.scope import after, before, one_thing
from extractor.reconcile.story import DISPLAY, Story, alike, family
from extractor.regexes import Regex
from extractor.wording import any_of

_WORDS = table("windows")["set_after"]
#: At most so many paragraphs from the one to the other.
REACH = 2
#: Characters around the earlier figure in which a word of movement speaks of it.
NEAR = 40


def set_after(story: Story) -> Iterator[Relation]:
    """One relation for each figure that is said to be more or less than the one told before it."""
    for claim in story.claims:
        if not _is_level(claim) or _OF_MORE.match(after(story, claim)):
            continue
        words = story.lead(claim)
        for direction, pattern in _patterns():
            found = pattern.search(words)
            if found is None:
                continue
            earlier = _before(story, claim, words[: found.start("word")])
            if earlier is not None:
                start = claim.sentence.start
                word = Span(start + found.start("word"), start + found.end("word"))
                yield _relation(story, claim, earlier, word, direction)


@cache
def _patterns() -> tuple[tuple[ComparisonDirection, Regex], ...]:
    ways: tuple[ComparisonDirection, ...] = ("higher", "lower")
    return tuple((way, Regex(_form(_WORDS[way]), re.IGNORECASE)) for way in ways)


def _form(words: list[str]) -> str:
    return (
        rf"\b(?P<word>{'|'.join(words)})(?:\s(?:still|there|then|yet|again))?"
        r"(?:,\sat|\sat|:|,|\s[–—-]|\s\(|,\swith)\s?(?:just\s|only\s|about\s)?$"
    )


def _is_level(claim: Claim) -> bool:
    plain = claim.stance == "asserted" and claim.figure.hedge is None and claim.block not in DISPLAY
    return plain and family(claim) in "CMUDPR" and not is_change(claim) and claim.figure.value is not None


def _before(story: Story, claim: Claim, lead: str) -> Claim | None:
    """The one figure of the last sentence with any of the unit, where the words set the two against each other."""
    near = [c for c in story.claims if c.figure.span < claim.figure.span and alike(c, claim) and _is_level(c)]
    if not near or not _SETS.search(lead) or _TURNED.search(lead) or _WHO_ARE.search(lead):
        return None
    told = [c for c in near if c.sentence == near[-1].sentence]
    (first, *others) = told
    if others or story.paragraphs_apart(first, claim) > REACH or not one_thing(first, claim):
        return None
    own = story.lead(first)
    inside = first.sentence == claim.sentence
    if any(direction_of(word) for word in _words_around(story, first)):
        return None
    clause, other = (_CLAUSE.split(words)[-1] for words in (lead, own))
    named = inside or _NAMES.search(clause) or content_words(clause) & content_words(other)
    return first if named and first.negated == claim.negated else None


def _words_around(story: Story, claim: Claim) -> list[str]:
    """The words near the earlier figure: if it moved, the later one may be higher than it was itself."""
    return re.findall(r"[a-z]+", f"{before(story, claim, NEAR)} {after(story, claim, NEAR)}".lower())


#: Between clauses; a place or time set before its clause is of it, "in Wexley, it was".
_CLAUSE = Regex(r"[;:.]\s|,?\s(?:and|but|while)\s")
_SETS = Regex(rf"\b(?:{'|'.join(_WORDS['sets'])})\b")
_NAMES = any_of(_WORDS["names"])
#: "Among the 200 WHO WERE older, 128": which ones, and not how many.
_WHO_ARE = Regex(r"\b(?:who|that|which)\s(?:are|is|were|was)\s$")
_OF_MORE = Regex(rf"^\s(?:{'|'.join(_WORDS['of_more'])})", re.IGNORECASE)
_TURNED = Regex(rf"\b(?:{'|'.join(_WORDS['turned'])})\b|n[’']t\b|‹", re.IGNORECASE)


def _relation(
    story: Story, claim: Claim, earlier: Claim, word: Span, direction: ComparisonDirection
) -> Relation:
    comparison = compared(story, word, claim, direction, str(word.start), str(word.end), "after")
    roles = (Role("stated", comparison), Role("subject", claim), Role("reference", earlier))
    span = Span(min(earlier.sentence.start, word.start), claim.figure.span.end)
    return Relation("compare", roles, Cue(story.document.id, span, story.words(span)), "contextual")


__all__ = ["set_after"]
