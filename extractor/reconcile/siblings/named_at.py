"""Figures told right beside a name: "Tierhoek, AT 24.6%", "the TIERHOEK median was $759".

digits    "Tierhoek, at $795" and "the Tierhoek median was $759": one number with its digits in another order
row       "Tierhoek, at 18%" where the sibling has "Swartnek at 18%, Tierhoek 24.6%"
"""

from __future__ import annotations

from collections.abc import Iterator

from extractor.model import Claim, Cue, Relation, Role
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.retold.facts import is_then
from extractor.reconcile.link.retold.near_numbers import UNLIKELY, digits, of_same_digits
from extractor.reconcile.siblings.periods import may_be_one_time
from extractor.reconcile.siblings.rows import plain_words
from extractor.reconcile.siblings.strays import Stray
from extractor.reconcile.story import DISPLAY, Story, alike, family, prints
from extractor.regexes import Regex

_NAME = r"(?P<name>[A-Z][\w’'-]{3,}(?:\s[A-Z][\w’'-]+){0,3}?)"
_BE = r"(?:is|was|were|are|stands|stood|remains|remained|averaged|came|comes)"
_HEDGE = r"(?:(?:about|some|just|only|around|nearly|almost)\s)?"
#: A name before a figure: "Tierhoek, at ", "Tierhoek 24.6%", "The Tierhoek median was ".
_BEFORE = Regex(
    rf"(?<![\w-]){_NAME}(?:['’]s)?(?:,?\s(?:{_BE}\s)?(?:at|on|with)\s|,\s|:\s|\s\(|\s"
    rf"|\s[a-z]{{3,12}}(?:\s[a-z]{{3,12}})?\s{_BE}\s(?:at\s)?|\s{_BE}\s|,?\s(?:it|they|where\s[a-z]{{2,6}})\s{_BE}\s){_HEDGE}$"
)
_YEAR = Regex(r"\b(?:19|20)\d\d\b")
_EARLIER = Regex(r"\b(?:ago|earlier|before|previous(?:ly)?|prior|used\sto|had\sbeen|last|once|then)\b")
#: Digits of a share that a story has once: "18%".
SHARE = 2


def digits_turned(a: Story, b: Story) -> Iterator[Relation]:
    """Numbers of one name with their digits in another order, each in one story alone."""
    for x in a.claims:
        for y in b.claims:
            if _may_be_slip(x, y) and _is_one(a, x, b, y):
                cue = Cue(x.document, x.figure.span, x.figure.text)
                yield Relation("same", (Role("stated", x), Role("from", y)), cue, "stated")


def shares_strayed(a: Story, b: Story) -> Iterator[Stray]:
    """The shares of either story that the other has for another name, and another for that one."""
    for ours, theirs in ((a, b), (b, a)):
        for told in ours.claims:
            name = named_at(ours, told) if _may_stray(told) else ""
            same = [c for c in theirs.claims if alike(c, told) and c.figure.value == told.figure.value]
            if not name or len(same) != 1 or not _of_another_name(ours, theirs, same[0], name):
                continue
            if not _one_year(ours, told, theirs, same[0]) or name in plain_words(ours, theirs):
                continue
            due = [c for c in theirs.claims if _is_due(theirs, c, told, name)]
            if len(due) == 1 and not prints(ours, due[0]) and abs(_places(theirs, due[0], same[0])) <= 1:
                yield Stray(told, due[0], (same[0],), "definition")


def named_at(story: Story, claim: Claim) -> str:
    """The name that a figure stands right beside, or nothing."""
    found = _BEFORE.search(story.lead(claim))
    return "" if found is None else str(found["name"])


def _may_be_slip(x: Claim, y: Claim) -> bool:
    exact = all(digits(c) >= UNLIKELY and c.figure.hedge is None and c.block not in DISPLAY for c in (x, y))
    return exact and alike(x, y) and family(x) in "MUC" and of_same_digits(x, y)


def _is_one(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    name = named_at(a, x)
    if not name or name != named_at(b, y) or name in plain_words(a, b):
        return False  # "Rents are £1,240 for two rooms, £1,420 for three"
    if prints(a, y) or prints(b, x):
        return False
    if is_then(a, x) or is_then(b, y) or x.stance != y.stance or is_change(x) or is_change(y):
        return False
    return _one_year(a, x, b, y) and may_be_one_time(x.period, y.period)


def _one_year(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True if two sentences print the same years or none, and neither is of an earlier time: "a year AGO"."""
    if _EARLIER.search(a.sentence(x)) or _EARLIER.search(b.sentence(y)):
        return False
    return set(_YEAR.findall(a.sentence(x))) == set(_YEAR.findall(b.sentence(y)))


def _may_stray(claim: Claim) -> bool:
    exact = claim.figure.hedge is None and digits(claim) >= SHARE and claim.block not in DISPLAY
    return exact and family(claim) == "P" and claim.stance == "asserted" and not is_change(claim)


def _of_another_name(ours: Story, theirs: Story, same: Claim, name: str) -> bool:
    """True if the sibling has the number beside another name, of which the story tells none of the kind."""
    other = named_at(theirs, same)
    if not other or other in name or name in other or is_then(theirs, same):
        return False
    return not any(family(c) == "P" and named_at(ours, c) == other for c in ours.claims)


def _is_due(theirs: Story, claim: Claim, told: Claim, name: str) -> bool:
    if not _may_stray(claim) or not alike(claim, told) or is_then(theirs, claim):
        return False
    return named_at(theirs, claim) == name and claim.figure.value != told.figure.value


def _places(story: Story, x: Claim, y: Claim) -> int:
    return story.number_of(x) - story.number_of(y)


__all__ = ["digits_turned", "named_at", "shares_strayed"]
