"""What two stories take one number of: all tenants in one, the tenants with damp in the other.

Other words for a whole are no slip in themselves. They are one where the words part it (adults and children),
where one story leaves nobody out and the other speaks of some, and where a story counts both nouns apart.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from extractor.lexicon import table
from extractor.model import Claim, Mention
from extractor.nouns import kinds, may_be_one
from extractor.reconcile.contrary import parted
from extractor.reconcile.link.cues.stems import stems
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

#: Words behind a noun that pick some out of all: "tenants WITH damp", "pupils WHO sat it".
_SOME = r"(?:who|whom|whose|that|which|with|without|aged|under|over|on|already|not)\b"

#: What may stand between a number and its noun: "1,702 NEW homes", "402 OF THE charges"; no "AND loans 640".
_BETWEEN = Regex(
    r"\s+(?:(?:of\s)?(?:the|its|their|these|those|other|new)\s+)*"
    r"(?:(?!(?:and|or|but|plus|while|with|from|to)\b)[\w-]+\s+)?"
)
#: A number whose noun stands before it, as a part of the one behind: "thefts MADE UP 402 OF THE cases".
_MADE_UP = Regex(
    r"\b(?:ma[dk](?:e|es|ing)\sup|account(?:s|ed|ing)?\sfor|form(?:s|ed|ing)?|represent(?:s|ed|ing)?"
    r"|constitut(?:e|es|ed|ing)|compris(?:e|es|ed|ing)|contribut(?:e|es|ed|ing)|provid(?:e|es|ed|ing)|was|were|are|is)\s"
    r"(?:(?:just|only|about|some|nearly|almost|over|as|many)\s)*$"
)
_OF = Regex(r"\s(?:out\s)?of\s")
#: Sentences with figures from one count to another that is told beside it.
BESIDE = 1


def wholes_apart(a: Story, x: Claim, b: Story, y: Claim) -> tuple[str, str] | None:
    """The wholes, or things counted, of one number in two stories, if they are known to be two."""
    if family(x) != family(y) or family(x) not in "CPM":
        return None
    found = parted(_near(a, x), _near(b, y))
    if found is not None:
        return found
    if family(x) == "P":
        return _all_and_some(a, x, b, y) or _all_and_some(b, y, a, x, turned=True) or _two_sorts(a, x, b, y)
    return _nouns(a, x, b, y) if family(x) == "C" else None


def _near(story: Story, claim: Claim) -> str:
    """The sentence of a figure that stands alone in it, in lower case; nothing where others do."""
    alone = len(story.in_sentence(claim.sentence)) == 1
    return story.sentence(claim).lower() if alone else ""


def _all_and_some(a: Story, x: Claim, b: Story, y: Claim, *, turned: bool = False) -> tuple[str, str] | None:
    """ "58 per cent of all the tenants" beside "of the tenants with damp": one noun, two wholes."""
    whole, part = _everyone(a, x), _some(b, y)
    if not whole or not part or not _one_noun(whole.split()[-1], part):
        return None
    return (part, whole) if turned else (whole, part)


def _everyone(story: Story, claim: Claim) -> str:
    """The whole behind a figure that leaves nobody out: "of all the tenants"; nothing if some are picked."""
    text, span = story.document.text, claim.figure.span
    found = _every().match(text, span.end, claim.sentence.end)
    return "" if found is None else found["whole"]


def _some(story: Story, claim: Claim) -> str:
    """The whole, picked out of a greater one, that stands behind a figure or opens its clause."""
    text, span = story.document.text, claim.figure.span
    behind = _picked().match(text, span.end, claim.sentence.end)
    before = _picked().search(text[claim.sentence.start : span.start])
    found = behind or before
    return "" if found is None else found["whole"]


@cache
def _every() -> Regex:
    words = "|".join(map(re.escape, table("siblings")["every"]))
    return Regex(rf"\s+of\s+(?P<whole>(?:{words})\s+(?:the |its |their |our )?[a-z]+)(?!\s+{_SOME})")


@cache
def _picked() -> Regex:
    return Regex(rf"\b[Oo]f\s+(?P<whole>(?:the |its |their |our |those )?[a-z]+\s+{_SOME}(?:\s+[a-z]+)?)")


def _one_noun(whole: str, part: str) -> bool:
    """True if the picked ones are some of the whole, by the first letters of its noun."""
    return any(word[:5] == whole[:5] for word in part.split() if len(word) > 3)


def _nouns(a: Story, x: Claim, b: Story, y: Claim) -> tuple[str, str] | None:
    """Two things counted by one number."""
    p, q = x.measure, y.measure
    if p is None or q is None or not stands_at(a, x, p) or not stands_at(b, y, q) or not _other_nouns(p, q):
        return None
    if _said(p, b.sentence(y)) or _said(q, a.sentence(x)) or _is_part_told(a, x) or _is_part_told(b, y):
        return None
    if not are_of_two_kinds(p.key, q.key) and _are_one_renamed(p, q):
        return None
    apart = are_of_two_kinds(p.key, q.key) or counts_too(b, y, p) or counts_too(a, x, q)
    return (p.text, q.text) if apart else None


def _two_sorts(a: Story, x: Claim, b: Story, y: Claim) -> tuple[str, str] | None:
    """Shares of two listed sorts of things; any other whole a paper calls by several names."""
    p, q = x.base, y.base
    if p is None or q is None or not stands_at(a, x, p) or not stands_at(b, y, q) or not _other_nouns(p, q):
        return None
    said = _said(p, b.sentence(y)) or _said(q, a.sentence(x))
    return (p.text, q.text) if _in_rows(p.key, q.key) and not said else None


def _is_part_told(story: Story, claim: Claim) -> bool:
    """True for "thefts made up 402 OF THE cases": the number is of what makes them up."""
    text, span = story.document.text, claim.figure.span
    led = _MADE_UP.search(text[claim.sentence.start : span.start])
    return led is not None and _OF.match(text, span.end) is not None


def _are_one_renamed(p: Mention, q: Mention) -> bool:
    """True for two words for one thing, or nouns told by one word: "FAMILY cases", "FAMILY rows"."""
    if are_renamed(p.key, q.key):
        return True
    heads = stems(f"{p.key} {q.key}")
    return bool((stems(p.text) - heads - _plain()) & (stems(q.text) - heads))


def are_renamed(p: str, q: str) -> bool:
    """True for two words for one thing: gigs and concerts, a court's cases and its disputes."""
    rows = (row.split("|") for row in table("siblings")["renamed"])
    ours, theirs = (key.split()[-1] if key else "" for key in (p, q))
    return any(ours in row and theirs in row for row in rows)


@cache
def _plain() -> frozenset[str]:
    return stems(" ".join(table("siblings")["plain"]))


def stands_at(story: Story, claim: Claim, noun: Mention) -> bool:
    """True if a noun follows its number with no more than words of its own between: "1,702 new homes"."""
    if noun.found != "here" or noun.span is None or noun.span.start < claim.figure.span.end:
        return False
    between = story.document.text[claim.figure.span.end : noun.span.start]
    return _BETWEEN.fullmatch(between) is not None


def _other_nouns(p: Mention, q: Mention) -> bool:
    general = table("siblings")["general"]
    return not may_be_one(p.key, q.key) and p.key not in general and q.key not in general


def _said(noun: Mention, sentence: str) -> bool:
    """True if a sentence has the noun in whatever form: "412 reports of potholes" are potholes reported."""
    return re.search(rf"\b{re.escape(noun.key[:5])}", sentence.lower()) is not None


def are_of_two_kinds(p: str, q: str) -> bool:
    """True for the nouns of things of which none is the other: pupils and teachers, homes and shops."""
    if any(
        {i, j} in ({*pair} for pair in table("siblings")["kinds_apart"]) for i in kinds(p) for j in kinds(q)
    ):
        return True
    return _in_rows(p, q)


def _in_rows(p: str, q: str) -> bool:
    return any(_sorts(p, row) and _sorts(q, row) and not _sorts(p, row) & _sorts(q, row) for row in _things())


def _sorts(noun: str, row: Mapping[str, frozenset[int]]) -> frozenset[int]:
    """The sorts of a row that a noun, or the last word of it, is a word for."""
    return row.get(noun) or row.get(noun.split()[-1], frozenset()) if noun else frozenset()


@cache
def _things() -> tuple[Mapping[str, frozenset[int]], ...]:
    """Rows of sorts of things of which none is another: noun → the sorts that it may be a word for."""
    rows = []
    for row in table("siblings")["things"]:
        nouns = [words.split("|") for words in row]
        rows.append(
            {n: frozenset(i for i, sort in enumerate(nouns) if n in sort) for sort in nouns for n in sort}
        )
    return tuple(rows)


def counts_too(story: Story, claim: Claim, noun: Mention) -> bool:
    """True if a story counts the noun too, by another number, beside the figure: it means more by it.

    Farther off the noun may be one more word for what is counted: "112 buildings", "nine of the schools".
    """
    return any(
        c.measure is not None
        and c.measure.found == "here"
        and c.measure.key == noun.key
        and c.base is None
        and family(c) == "C"
        and c.figure.value is not None
        and c.figure.value != claim.figure.value
        and abs(story.number_of(c) - story.number_of(claim)) <= BESIDE
        for c in story.claims
    )
