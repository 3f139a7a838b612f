"""A share of those who did not that is told of those who did: "56 per cent had not installed it ... 56 per cent using it".

The same number on both sides of one deed can be right only where it is half. So the deed has to be one, in words or
by the families of `data/windows.toml`, the second may have no scope of its own, and nothing prints the other share.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.amount import meet, percent_of
from extractor.lexicon import table
from extractor.model import Claim, Cue, Derived, Relation, Role, Span, stable_id
from extractor.nouns import may_be_one
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.retold.aside import is_elsewhere
from extractor.reconcile.link.tally.polar import denies
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.siblings.periods import may_be_one_time
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex
from extractor.wording import any_of, one_of

_WORDS = table("windows")["both_ways"]
#: Letters by which a deed is known again, and characters behind a figure in which it is told.
STEM, REACH = 4, 90
#: How many sentences with figures the rest of a share stands behind it.
CLOSE = 2
#: Shares as near to half as this are the same for those who did and those who did not.
HALF, NEAR = 50, 3
_NOT = Regex(
    r"\b(?:not|never|yet\sto)\s(?:(?:been|yet|ever|be|have|[a-z]+ly)\s)*(?P<verb>[a-z]{3,})\b(?P<object>[^.;:]{0,40})"
)
_DENIAL = any_of(_WORDS["denials"])
#: "Of those who had fixed a leak 60 per cent had paid", "60 per cent of those who ...": a share of some.
_OF_SOME = Regex(r"^of\s(?:those|them|these|the\s[a-z]+)\s(?:who|that|which)\b")
#: "In Leeds", "among students": those of whom a share is told.
_SCOPE = Regex(r"\b(?:[Ii]n|[Aa]t|[Aa]cross|[Nn]ear)\s[A-Z]|\b[Aa]mong\s(?!them\b)")
#: Behind a verb: where or when, and no object.
_WHERE = Regex(r"^\s(?:at|in|on|during|over|by|since|within|for|from|until)\b")
#: "540 OF THE 900".
_OF_THE = Regex(
    r"^\s(?:[\w’'-]+\s){0,2}?(?:out\s)?of\s(?:the|its|their|all|those|these|our|(?:the\s)?[\w’'-]+[’']s)\s$",
    re.IGNORECASE,
)
#: "OF 250 spots checked, 205 met the standard".
_OF_ALL = Regex(r"(?:^|[.:—–-]\s)Of\s(?:the\s|its\s|their\s|some\s)?$")
_NEXT = Regex(r"^(?:\s[\w’'-]+){1,8}?,?\s(?:(?:only|just|some|about)\s)?$")
#: "The 62 per cent left out", "the 60 per cent it could not reach": those of whom something just told is not so.
_LEFT_OUT = Regex(rf"\b(?:the|those)\s‹›\s(?:of\s[\w’'-]+\s)?{one_of(_WORDS['left_out'])}\b")
#: "The 64 per cent who accepted".
_WHO = Regex(r"\b(?:the|those)\s‹›\s(?:of\s[\w’'-]+\s)?(?:who|that|which)\s.*")
_OPPOSITES = [
    tuple(Regex(rf"\b(?:{side})\b") for side in pair) for pair in table("sums")["polar"]["opposites"]
]
#: What will be, or would, or was wanted.
_OPEN = any_of(_WORDS["open"])


@dataclass(frozen=True, slots=True)
class _Told:
    """A share of those who did or did not do something: printed, or that of "540 of the 900"."""

    share: Claim | Derived
    claim: Claim
    #: The words of its clause, in lower case, and what they deny.
    words: str
    verb: str | None = None
    object: frozenset[str] = frozenset()

    @property
    def denied(self) -> bool:
        """True if its words say that something was not done."""
        return self.verb is not None or _DENIAL.search(self.words) is not None


def both_ways(story: Story) -> Iterator[Relation]:
    """One relation for each share of those who did that is printed for those who did not, or the other way round."""
    shares = [_of_share(story, c) for c in story.claims if _is_share(c)]
    told = [*shares, *_split(story), *_parts(story)] if shares else []
    for stated in shares:
        others = [t for t in told if _is_before(t, stated) and _is_turned(story, t, stated)]
        if others and not _is_printed(shares, stated.claim):
            claim, other = stated.claim, others[0]
            span = Span(*_ends(claim, other.claim))
            roles = (Role("stated", claim), Role("other", other.share))
            yield Relation("complement", roles, Cue(story.document.id, span, story.words(span)), "contextual")


def _is_before(told: _Told, stated: _Told) -> bool:
    """True for what is told in an earlier sentence; what counts people may also follow a share of a lead."""
    if told.claim.sentence == stated.claim.sentence:
        return False
    return told.claim.figure.span < stated.claim.figure.span or not isinstance(told.share, Claim)


def _ends(a: Claim, b: Claim) -> tuple[int, int]:
    return min(a.sentence.start, b.sentence.start), max(a.sentence.end, b.sentence.end)


def _is_share(claim: Claim) -> bool:
    value = claim.figure.value
    plain = claim.figure.kind == "percentage" and claim.stance == "asserted" and not is_change(claim)
    return plain and value is not None and abs(value - HALF) > NEAR


def _of_share(story: Story, claim: Claim) -> _Told:
    words = f"{_led(story, claim)} ‹› {_behind(story, claim)}"
    found = _NOT.search(words)
    if found is None:
        return _Told(claim, claim, words)
    thing = "" if _WHERE.match(found["object"]) else found["object"]
    return _Told(claim, claim, words, found["verb"], content_words(thing))


def _parts(story: Story) -> Iterator[_Told]:
    """What 540 is of 900, in "reached 540 of the 900 women" and "Of the 900 women 540 were reached"."""
    for one in story.claims:
        two = story.following(one) if family(one) == "C" and one.stance == "asserted" else None
        if two is None or family(two) != "C" or two.sentence != one.sentence or two.stance != "asserted":
            continue
        between = story.between(one, two)
        if _value(one) < _value(two) and _OF_THE.match(between):
            yield from _told_of(one, two, f"{_led(story, one)} ‹› {_behind(story, two)}")
        elif _value(two) < _value(one) and _OF_ALL.search(before(story, one)) and _NEXT.match(between):
            yield from _told_of(two, one, f" ‹› {_behind(story, two)}")


def _told_of(part: Claim, whole: Claim, words: str) -> Iterator[_Told]:
    if not _NOT.search(words):
        yield _Told(_share_of(part, whole), part, words)


def _split(story: Story) -> Iterator[_Told]:
    """What 371 is of 640, in "269 of the 640 said they had raised it and 371 said they had not"."""
    counts = [c for c in story.claims if family(c) == "C" and c.stance == "asserted"]
    for did, did_not in pairwise_in_sentences(counts):
        if denies(story, did_not) and not denies(story, did):
            whole = next((c for c in story.around(did, 1) if _is_whole(c, did, did_not)), None)
            if whole is not None:
                between = story.between(did, did_not).lower()
                yield _Told(_share_of(did_not, whole), did_not, between, "")


def _share_of(part: Claim, whole: Claim) -> Derived:
    amount = percent_of(part.figure.amount, whole.figure.amount)
    told = f"{part.figure.text} of {whole.figure.text}"
    return Derived(
        stable_id("d", whole.id, part.id, "share"), amount, "the share of them", (part, whole), told
    )


def pairwise_in_sentences(counts: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Each two counts of one sentence that follow each other, or with one between them."""
    for far in (1, 2):
        yield from ((a, b) for a, b in zip(counts, counts[far:], strict=False) if a.sentence == b.sentence)


def _is_whole(claim: Claim, did: Claim, did_not: Claim) -> bool:
    return family(claim) == "C" and _value(claim) == _value(did) + _value(did_not) > 0


def _value(claim: Claim) -> int:
    return int(claim.figure.value or 0)


def _behind(story: Story, claim: Claim) -> str:
    """The words of a figure's clause behind it."""
    return re.split(r"[.,;:(]|\d", after(story, claim, REACH).lstrip(", "))[0].lower()


def _led(story: Story, claim: Claim) -> str:
    """The words of a figure's clause before it."""
    return re.split(r"[.,;:()]|\d|\s(?:and|but|while)\s", before(story, claim, REACH).rstrip(", "))[
        -1
    ].lower()


def _is_turned(story: Story, other: _Told, stated: _Told) -> bool:
    """True if a share has the number of those who did the contrary of what its words tell."""
    if not _is_number_of(stated.claim, other):
        return False
    if _OPEN.search(stated.words) and not _LEFT_OUT.search(stated.words):
        return False
    if not _is_contrary(story, other, stated):
        return False
    of_some = _OF_SOME.match(stated.words.partition("‹› ")[2])
    if of_some and not stated.words.partition(" ‹›")[0].endswith("the"):
        return False
    return _is_one_whole(story, stated.claim, other.claim)


def _is_contrary(story: Story, other: _Told, stated: _Told) -> bool:
    if other.denied != stated.denied:
        denied, done = (other, stated) if other.denied else (stated, other)
        near = story.number_of(stated.claim) - story.number_of(other.claim)
        rest = stated.denied and 0 < near <= CLOSE and _LEFT_OUT.search(stated.words) is not None
        if rest or (denied.verb is not None and _is_one_deed(done.words, denied)):
            return True
    definite = _WHO.search(stated.words)
    return definite is not None and _are_opposed(other.words, definite[0])


def _are_opposed(words: str, others: str) -> bool:
    """True if some words have one side of a pair, "rejected", and some others the other one alone."""
    orders = [order for pair in _OPPOSITES for order in (pair, pair[::-1])]
    return any(
        x.search(words) and y.search(others) and not (y.search(words) or x.search(others)) for x, y in orders
    )


def _is_number_of(claim: Claim, told: _Told) -> bool:
    if isinstance(told.share, Claim):
        other = told.share.figure
        return claim.figure.value == other.value and meet(claim.figure.amount, other.amount)
    low, high = told.share.amount.low, told.share.amount.high
    a = claim.figure.amount
    return None not in (low, high, a.low, a.high) and a.low <= low <= high <= a.high  # type: ignore[operator]


def _is_one_deed(words: str, denied: _Told) -> bool:
    """True if the clause of a share has the verb that the other one denies, or another word for it, and its object."""
    if denied.verb == "":  # "371 said they had not": what they had not done was told of the others
        shared = content_words(denied.words) & content_words(words) - _EMPTY
        return bool(shared) or any(_has(words, d) and _has(denied.words, d) for d in _WORDS["deeds"])
    verb = denied.verb or ""
    own = re.search(rf"\b{re.escape(verb[:STEM])}[a-z]*", words)
    if own is None:
        return any(_has(words, d) for d in _WORDS["deeds"] if _has(verb, d))
    rest = content_words(words[own.end() :])
    return not denied.object or not rest or bool(denied.object & rest)


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


def _is_printed(shares: Sequence[_Told], claim: Claim) -> bool:
    """True if the story prints the share of the others as well."""
    return any((t.claim.figure.value or 0) + (claim.figure.value or 0) == 2 * HALF for t in shares)


__all__ = ["both_ways"]
