"""Parts that a list tells by another figure: "41 features, twice as many shorts and five restorations".

Such a part has no figure of its own, so a sum that leaves it out says nothing. Where its words give
it, it is put into the sum; where they do not, the sum is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from extractor.amount import meet, middle, product, scale, total
from extractor.lexicon import table
from extractor.model import Amount, Claim, Derived, Relation, Role, Span, stable_id
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

_WORDS = table("sums")["worded"]
#: What is compared with another time or another list ends the reading: "twice as many as last year".
_ALONE = rf"(?![^,;.]{{0,40}}\bas\b)(?!\s(?:{'|'.join(_WORDS['elsewhere'])})\b)"
_TIMES = Regex(rf"^\s(?:{'|'.join(_WORDS['times'])})\b{_ALONE}", re.IGNORECASE)
_AGAIN = Regex(rf"\b(?:{'|'.join(_WORDS['again'])})\b{_ALONE}", re.IGNORECASE)
_OF_WHOLE = Regex(rf"^\sof\s(?:{'|'.join(_WORDS['whole'])})\b", re.IGNORECASE)
_CLAUSE = Regex(r"[,;.()]|\s(?:and|plus)\s")
#: A part that the words tell: where it stands, and what it comes to if they say of what.
_Part = tuple[int, Derived | None]


def completed(story: Story, relations: Iterable[Relation]) -> Iterator[Relation]:
    """The relations, each sum with the parts that words give; none that lacks a part which they do not."""
    for relation in relations:
        whole = relation.claims("total")
        told = (
            [*_worded(story, relation)] if relation.kind == "sum" and whole and not _holds(relation) else []
        )
        if all(part is not None for _, part in told):
            extra = tuple(
                Role("part", part) for _, part in sorted(told, key=lambda t: t[0]) if part is not None
            )
            yield replace(relation, roles=(*relation.roles, *extra)) if extra else relation


def told_in_words(story: Story, relation: Relation) -> int:
    """How many parts of a sum words give."""
    return sum(len(full.roles) - len(relation.roles) for full in completed(story, (relation,)))


def nearly_completed(story: Story, relation: Relation, factor: float) -> bool:
    """True if words give parts of a sum and it then differs from its total by no more than the factor."""
    sums = (r for r in completed(story, (relation,)) if len(r.roles) > len(relation.roles))
    for full in sums:
        parts = (r.value for r in full.roles[1:])
        summed = total(
            p.figure.amount if isinstance(p, Claim) else p.amount
            for p in parts
            if isinstance(p, Claim | Derived)
        )
        a, b = middle(full.claims("total")[0].figure.amount), middle(summed)
        return a is not None and b is not None and 0 < max(a, b) <= factor * min(a, b)
    return False


def _holds(relation: Relation) -> bool:
    """True if the printed figures make the total, so that nothing is left for words to tell; or if some are derived."""
    parts = relation.claims("part")
    printed = sum(r.name == "part" for r in relation.roles) == len(parts)
    return not printed or meet(
        relation.claims("total")[0].figure.amount, total(p.figure.amount for p in parts)
    )


def _worded(story: Story, relation: Relation) -> Iterator[_Part]:
    """The parts that stand in words among those of a list, or right behind it."""
    (whole, *_), parts = relation.claims("total"), relation.claims("part")
    first = min(c.figure.span.start for c in (whole, *parts))
    region = Span(first, max(c.sentence.end for c in (whole, *parts)))
    taken: set[int] = set()
    for claim in story.claims:
        if region.contains(claim.figure.span) and family(claim) in "XP":
            if found := _TIMES.match(after(story, claim)):
                taken.add(claim.figure.span.end + found.end())
                yield claim.figure.span.start, _of_part(parts, claim)
            elif _is_of_whole(story, whole, claim):
                yield claim.figure.span.start, _of_whole(whole, claim)
    for match in _AGAIN.finditer(story.document.text, region.start, region.end):
        if match.end() not in taken and not _is_printed(story, parts, match.end()):
            yield match.start(), _again(parts, match)


def _of_part(parts: Sequence[Claim], times: Claim) -> Derived | None:
    """ "Twice as many", "half that": so many times the part before."""
    earlier = [p for p in parts if p.figure.span < times.figure.span]
    if not earlier:
        return None
    last = max(earlier, key=lambda p: p.figure.span)
    return _derived(
        times.figure.text, (times, last), product(_factor(times), last.figure.amount, _unit(last))
    )


def _again(parts: Sequence[Claim], match: re.Match[str]) -> Derived | None:
    """ "As many again": the part before once more."""
    earlier = [p for p in parts if p.figure.span.end <= match.start()]
    last = max(earlier, key=lambda p: p.figure.span, default=None)
    return None if last is None else _derived(match[0], (last,), last.figure.amount)


def _is_of_whole(story: Story, whole: Claim, share: Claim) -> bool:
    """True for "Half of it" at the start of its sentence, or right behind the whole."""
    if (
        family(share) != "P"
        or not whole.figure.span < share.figure.span
        or not _OF_WHOLE.match(after(story, share))
    ):
        return False
    opens = not before(story, share).strip("“\"‘' ")
    return opens or story.between(whole, share).strip() in (
        ",",
        ":",
        "–",
        "—",
    )


def _of_whole(whole: Claim, share: Claim) -> Derived:
    return _derived(
        share.figure.text, (share, whole), product(_factor(share), whole.figure.amount, _unit(whole))
    )


def _factor(claim: Claim) -> Amount:
    """A multiple as it stands, a share as a part of one; a bare word stands for its number."""
    amount = replace(claim.figure.amount, unit="")
    return scale(amount, Fraction(1, 100)) if family(claim) == "P" else amount


def _unit(claim: Claim) -> str:
    return claim.figure.amount.unit


def _is_printed(story: Story, parts: Sequence[Claim], at: int) -> bool:
    """True if a figure of the list follows in the clause: "the same number, 12"."""
    end = at + max(len(_CLAUSE.split(story.document.text[at : at + 200])[0]), len(", "))
    return any(at <= p.figure.span.start <= end for p in parts)


def _derived(words: str, claims: tuple[Claim, ...], amount: Amount) -> Derived:
    told = f"{words} of {claims[-1].figure.text}"
    return Derived(stable_id("d", *(c.id for c in claims), words), amount, words, claims, told)


__all__ = ["completed", "nearly_completed", "told_in_words"]
