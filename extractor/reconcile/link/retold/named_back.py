"""A whole that is named again by what was done to it: "fitted tags to 1,316 birds ... Of the 1,361 tagged, 987 returned".

The words take up a number told before, and the deed says which: it is told of one earlier count alone. So two
digits in the wrong order, one lost or one wrong make the second another telling of the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from extractor.lexicon import table
from extractor.model import Claim, Cue, Relation, Role, Span
from extractor.reconcile.link.retold.aside import is_of_another
from extractor.reconcile.link.retold.retelling import agree, may_be_retold, size
from extractor.reconcile.link.retold.slip import digits
from extractor.reconcile.link.window.scope import after, before, one_place
from extractor.reconcile.misprints import misprint
from extractor.reconcile.story import DISPLAY, Story, alike, family
from extractor.regexes import Regex
from extractor.wording import any_of

_WORDS = table("windows")["named_back"]
#: Before a number that names a whole again, "of the", "all"; and at the start of a sentence, "the".
_BACK = Regex(
    r"(?:\b(?:of|among|from)\s(?:the|those|these|all|its|their)\s|\ball\s(?:of\s)?(?:the\s|those\s|these\s)?"
    r"|(?:^|[.!?]\s)[“\"‘]?(?:the|those|these)\s)$",
    re.IGNORECASE,
)
#: Behind it, with a noun or without: "tagged", "wells tested", "of the seized guns".
_DONE = Regex(
    r"^\s(?:of\s(?:the|those|these)\s)?(?:[a-z’'-]+\s){0,2}?(?:(?:who|that)\s(?:had\s|have\s|were\s|was\s)?)?(?P<deed>[a-z]{2,}ed|"
    + "|".join(_WORDS["deeds"])
    + r")\b(?P<rest>[^.,;:–—()]{0,40})",
    re.IGNORECASE,
)
#: Digits from which on a number hardly is another's slip by chance, and one digit of which may be wrong.
LONG, CHANGED = 3, 4
#: Letters by which a deed is known again.
STEM = 4
_APART = any_of(_WORDS["apart"])


def named_back(story: Story, linked: Sequence[Relation]) -> Iterator[Relation]:
    """One relation for each whole that is named again with a number that its first telling does not have."""
    together = {frozenset((a.id, b.id)) for r in linked for a, b in combinations(r.claims(), 2)}
    told = [c for c in story.claims if family(c) == "C" and story.once(may_be_retold, c)]
    for again in told:
        deed = _deed(story, again)
        if deed is None or any(agree(c, again) for c in story.claims if c is not again):
            continue
        first = _first(story, again, deed, told)
        if first is not None and frozenset((first.id, again.id)) not in together:
            span = Span(first.sentence.start, again.sentence.end)
            roles = (Role("stated", again), Role("from", first))
            yield Relation("same", roles, Cue(story.document.id, span, story.words(span)), "contextual")


def _deed(story: Story, claim: Claim) -> str | None:
    """The word for what was done to a whole that is named again; None for any other figure."""
    if claim.block in DISPLAY or claim.figure.hedge is not None or size(claim) < 10:
        return None
    if not _BACK.search(before(story, claim)):
        return None
    found = _DONE.match(after(story, claim, 90))
    return None if found is None or _APART.search(found["rest"]) else found["deed"].lower()


def _first(story: Story, again: Claim, deed: str, told: Sequence[Claim]) -> Claim | None:
    """The only earlier number that the deed is told of, if a slip makes the second one of it."""
    known = Regex(rf"\b{re.escape(_stem(deed))}\w{{0,4}}\b", re.IGNORECASE)
    ahead = [c for c in told if c.sentence.end <= again.sentence.start and alike(c, again)]
    meant = [c for c in ahead if known.search(story.sentence(c)) and _is_slip(story, c, again)]
    if len({c.figure.amount for c in meant}) != 1:
        return None
    first = meant[-1]
    if not one_place(first, again) or any(is_of_another(story, c) for c in (first, again)):
        return None
    return None if _is_lessened(story, first, again) else first


def _stem(deed: str) -> str:
    """The word without its ending: "tag" of "tagged", "seiz" of "seized"."""
    stem = deed.removesuffix("ed")
    doubled = stem != deed and len(stem) > STEM - 1 and stem[-1] == stem[-2] and stem[-1] not in "ls"
    return (
        stem[:-1]
        if doubled or (stem != deed and stem.endswith("i"))
        else stem
        if len(stem) >= STEM - 1
        else deed
    )


def _is_slip(story: Story, first: Claim, again: Claim) -> bool:
    kind = misprint(first, again)
    least = min(digits(first), digits(again))
    if kind in ("swapped", "dropped"):
        return least >= LONG or (kind == "swapped" and least == 2 and _is_of_all(story, again))
    return kind == "changed" and least >= CHANGED


def _is_of_all(story: Story, claim: Claim) -> bool:
    """True for "all 74 of the seized guns"."""
    return re.search(r"\ball\s(?:of\s)?(?:the\s)?$", before(story, claim), re.IGNORECASE) is not None


def _is_lessened(story: Story, first: Claim, again: Claim) -> bool:
    """True if the text prints what lies between the two: some were lost or came later."""
    gap = abs(size(first) - size(again))
    return any(size(c) == gap for c in story.claims if family(c) == "C")


__all__ = ["named_back"]
