"""A share of those who did not that is told of those who did: "56 per cent had not installed it ... 56 per cent using it".

The same number on both sides of one deed can be right only where it is half. So the deed has to be one, in words or
by the families of `data/windows.toml`, the second may have no scope of its own, and nothing prints the other share.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.amount import percent_of
from extractor.lexicon import table
from extractor.model import Claim, Cue, Derived, Relation, Role, Span, stable_id
from extractor.nouns import may_be_one
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.retold.aside import is_elsewhere
from extractor.reconcile.link.tally.polar import denies
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.periods import may_be_one_time
from extractor.reconcile.story import Story, family
from extractor.wording import any_of

_WORDS = table("windows")["both_ways"]
#: Letters by which a deed is known again, and characters behind a figure in which it is told.
STEM, REACH = 4, 90
#: Shares as near to half as this are the same for those who did and those who did not.
HALF, NEAR = 50, 3
_NOT = re.compile(
    r"\b(?:not|never|yet\sto)\s(?:(?:been|yet|ever|be|have|[a-z]+ly)\s)*(?P<verb>[a-z]{3,})\b(?P<object>[^.;:]{0,40})"
)
_DENIAL = any_of(_WORDS["denials"])
#: "Of those who had fixed a leak 60 per cent had paid", "60 per cent of those who ...": a share of some.
_OF_SOME = re.compile(r"^of\s(?:those|them|these|the\s[a-z]+)\s(?:who|that|which)\b")
#: "In Leeds", "among students": those of whom a share is told.
_SCOPE = re.compile(r"\b(?:[Ii]n|[Aa]t|[Aa]cross|[Nn]ear)\s[A-Z]|\b[Aa]mong\s(?!them\b)")
#: Behind a verb: where or when, and no object.
_WHERE = re.compile(r"^\s(?:at|in|on|during|over|by|since|within|for|from|until)\b")
#: What will be, or would, or was wanted.
_OPEN = any_of(_WORDS["open"])


@dataclass(frozen=True, slots=True)
class _Denied:
    """A share of those who did not do something, with the words for what they did not do."""

    share: Claim | Derived
    told: Claim
    verb: str
    words: frozenset[str]


def both_ways(story: Story) -> Iterator[Relation]:
    """One relation for each share of those who did that is printed for those who did not."""
    shares = [c for c in story.claims if _is_share(c)]
    denied = [*_denied_shares(story, shares), *_denied_parts(story)]
    for claim in shares if denied else ():
        told = [d for d in denied if _is_turned(story, claim, d)]
        if told and not _is_printed(shares, claim):
            span = Span(*_ends(claim, told[0].told))
            roles = (Role("stated", claim), Role("other", told[0].share))
            yield Relation("complement", roles, Cue(story.document.id, span, story.words(span)), "contextual")


def _ends(a: Claim, b: Claim) -> tuple[int, int]:
    return min(a.sentence.start, b.sentence.start), max(a.sentence.end, b.sentence.end)


def _is_share(claim: Claim) -> bool:
    value = claim.figure.value
    plain = claim.figure.kind == "percentage" and claim.stance == "asserted" and not is_change(claim)
    return plain and value is not None and abs(value - HALF) > NEAR


def _denied_shares(story: Story, shares: Sequence[Claim]) -> Iterator[_Denied]:
    """The shares whose own clause says that something was not done."""
    for claim in shares:
        found = _NOT.search(_behind(story, claim))
        if found is not None:
            thing = "" if _WHERE.match(found["object"]) else found["object"]
            yield _Denied(claim, claim, found["verb"], content_words(thing))


def _denied_parts(story: Story) -> Iterator[_Denied]:
    """What 371 is of 640, in "269 of the 640 said they had raised it and 371 said they had not"."""
    counts = [c for c in story.claims if family(c) == "C" and c.stance == "asserted"]
    for did, did_not in pairwise_in_sentences(counts):
        if denies(story, did_not) and not denies(story, did):
            whole = next((c for c in story.around(did, 1) if _is_whole(c, did, did_not)), None)
            if whole is not None:
                yield _part(story, did, did_not, whole)


def pairwise_in_sentences(counts: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Each two counts of one sentence that follow each other, or with one between them."""
    for far in (1, 2):
        yield from ((a, b) for a, b in zip(counts, counts[far:], strict=False) if a.sentence == b.sentence)


def _is_whole(claim: Claim, did: Claim, did_not: Claim) -> bool:
    return family(claim) == "C" and _value(claim) == _value(did) + _value(did_not) > 0


def _part(story: Story, did: Claim, did_not: Claim, whole: Claim) -> _Denied:
    between = story.words(Span(did.figure.span.end, did_not.figure.span.start)).lower()
    ident = stable_id("d", whole.id, did_not.id, "share")
    told = f"{did_not.figure.text} of {whole.figure.text}"
    amount = percent_of(did_not.figure.amount, whole.figure.amount)
    share = Derived(ident, amount, "the share of those who did not", (did_not, whole), told)
    return _Denied(share, did_not, between, frozenset())


def _value(claim: Claim) -> int:
    return int(claim.figure.value or 0)


def _behind(story: Story, claim: Claim) -> str:
    """The words of a figure's clause behind it."""
    return re.split(r"[.,;:(]|\d", after(story, claim, REACH).lstrip(", "))[0].lower()


def _is_turned(story: Story, claim: Claim, denied: _Denied) -> bool:
    """True if a share is told of those who did what the denied ones did not, with the number of those."""
    if denied.told.sentence == claim.sentence or claim.negated or not _is_number_of(claim, denied):
        return False
    words = _behind(story, claim)
    if _DENIAL.search(words) or _OPEN.search(words) or not _is_one_deed(words, denied):
        return False
    if _OF_SOME.match(words) and not before(story, claim).lower().endswith(" the "):
        return False
    return _is_one_whole(story, claim, denied.told)


def _is_number_of(claim: Claim, denied: _Denied) -> bool:
    if isinstance(denied.share, Claim):
        return (
            claim.figure.value == denied.share.figure.value
            and claim.figure.hedge == denied.share.figure.hedge
        )
    low, high = denied.share.amount.low, denied.share.amount.high
    a = claim.figure.amount
    return None not in (low, high, a.low, a.high) and a.low <= low <= high <= a.high  # type: ignore[operator]


def _is_one_deed(words: str, denied: _Denied) -> bool:
    """True if the clause of a share has the verb that the other one denies, or another word for it, and its object."""
    if not isinstance(denied.share, Claim):
        return any(_has(words, deed) and _has(denied.verb, deed) for deed in _WORDS["deeds"]) or bool(
            content_words(denied.verb) & content_words(words) - _EMPTY
        )
    own = re.search(rf"\b{re.escape(denied.verb[:STEM])}[a-z]*", words)
    if own is None:
        return any(_has(words, d) for d in _WORDS["deeds"] if _has(denied.verb, d))
    rest = content_words(words[own.end() :])
    return not denied.words or not rest or bool(denied.words & rest)


def _has(words: str, patterns: Sequence[str]) -> bool:
    return any(re.search(rf"\b(?:{p})\b", words) for p in patterns)


#: Words of any answer.
_EMPTY = frozenset(("said", "told", "report"))


def _is_one_whole(story: Story, claim: Claim, other: Claim) -> bool:
    """True unless one of two shares is told of some only, or of another time."""
    for one in (claim, other):
        if _SCOPE.search(re.split(r"[,;]", before(story, one, 100).rstrip(", "))[-1]) or is_elsewhere(
            story, one
        ):
            return False
    x, y = claim.base, other.base or other.measure
    named = x is not None and y is not None and x.found == "here"
    if named and x is not None and y is not None and not _names_one(x.key, y.key):
        return False
    told = {p.found for c in (claim, other) if (p := c.period) is not None}
    return "here" not in told or may_be_one_time(claim.period, other.period)


def _names_one(ours: str, theirs: str) -> bool:
    return may_be_one(ours, theirs) or ours.endswith(theirs) or theirs.endswith(ours)


def _is_printed(shares: Sequence[Claim], claim: Claim) -> bool:
    """True if the story prints the share of the others as well."""
    return any((c.figure.value or 0) + (claim.figure.value or 0) == 2 * HALF for c in shares)


__all__ = ["both_ways"]
