"""A majority told in words beside the share of the next sentence: "MOST pupils passed. The pass rate was 47 per cent".

The share, or the part of a whole, is told of the same deed: its sentence brings no word that the majority's has not, but for
those by which surveys and votes are told. Where a vote is for or against, "backed", "in favour" and "yes" are one deed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from fractions import Fraction

from extractor.amount import exact, scale, surely_less
from extractor.lexicon import table
from extractor.model import (
    Claim,
    ComparisonDirection,
    Cue,
    Derived,
    Relation,
    Role,
    Span,
    stable_id,
)
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.order.compared import compared
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import any_of, one_of

_WORDS = table("orders")["most_told"]
_SIZED = r"(?:(?:slight|narrow|clear|small|large|big|solid|bare|thin|comfortable|substantial|slim|vast|overwhelming)\s)?"
#: "MOST voters backed the plan", "the survey found that A MAJORITY OF tenants want it".
_HEAD = Regex(
    r"(?:^|(?<=[.!?]\s))[“\"‘]?(?:(?:[\w’'-]+\s){1,6}(?:said|says|say|found|finds|shows?|showed)\s(?:that\s)?)?(?:(?:only|just)\s)?"
    rf"(?:(?P<more>(?:an?|the)\s{_SIZED}majority\sof|most(?:\sof)?|(?:more\sthan|over|well\sover)\shalf(?:\sof)?)"
    rf"|(?P<less>(?:an?|the)\s{_SIZED}minority\sof|(?:fewer\sthan|less\sthan|under|well\sunder)\shalf(?:\sof)?))"
    r"\s(?P<told>[^.;:!?]{8,140}?)(?=[.;:!?]|$)",
    re.IGNORECASE,
)
_OF = Regex(r"\s(?:out\s)?of\s(?:the|its|their|all|those)?\s?$", re.IGNORECASE)
_WORD = Regex(r"[A-Za-z][a-z’'-]+")
_NAME = Regex(r"(?<![.:;“\"]\s)(?<!^)\b[A-Z][a-z]+")
_FOR, _AGAINST = (any_of(_WORDS[n]) for n in ("for", "against"))
_APART = any_of(_WORDS["apart"])
_NEUTRAL = Regex(rf"{one_of(_WORDS['neutral'])}", re.IGNORECASE)
_NARROW = any_of(_WORDS["narrow"])
#: Letters by which two forms of a word are known as one, and characters from a majority to its share.
_STEM, _GAP = 4, 3


def most_told(story: Story) -> Iterator[Relation]:
    """One relation for each majority or minority in words that the next statement tells in figures."""
    for claim in story.claims:
        plain = claim.block not in DISPLAY and claim.stance == "asserted" and not claim.negated
        if not plain or is_change(claim) or claim.figure.value is None or family(claim) not in "CP":
            continue
        clause = _clause(story, claim)
        if clause is None:
            continue
        head = _head(story, clause)
        whole = _whole(story, claim, clause) if family(claim) == "C" else None
        if head is None or (family(claim) == "C" and whole is None):
            continue
        if _is_of_it(story, head, clause):
            yield _relation(story, claim, whole, head)


def _clause(story: Story, claim: Claim) -> Span | None:
    """The statement of a share: its sentence, or what stands behind a colon in it; none with other figures than a whole."""
    led = story.lead(claim)
    stops = [m.end() for m in re.finditer(r"[:;]\s", led)]
    span = Span(claim.sentence.start + (stops[-1] if stops else 0), claim.sentence.end)
    told = [c for c in story.starting(span.start, span.end) if c is not claim]
    if family(claim) == "P":
        return (
            None if told or (claim.figure.kind == "ratio" and not claim.figure.text[:1].isdigit()) else span
        )
    return span if len(told) >= 1 and all(family(c) == "C" for c in told) else None


def _head(story: Story, clause: Span) -> re.Match[str] | None:
    """The majority that ends right before a statement, with no figure but its own half and a whole."""
    number = story.block_number(clause.start)
    start = max(story.zones[max(0, number - 1)].span.start, clause.start - 260)
    text = story.document.text
    found = [m for m in _HEAD.finditer(text, start, clause.start) if _ends_at(text, m, clause.start)]
    if len(found) != 1:
        return None
    head = found[0]
    told = story.starting(head.start(), head.end())
    own = head.span("more") if head["more"] else head.span("less")
    inside = [c for c in told if not own[0] <= c.figure.span.start < own[1]]
    inside = [c for c in inside if family(c) in "CPTR"]
    if len(inside) > 1 or any(family(c) != "C" for c in inside) or story.block_number(head.start()) < 0:
        return None
    if story.zones[story.block_number(head.start())].kind in DISPLAY:
        return None
    return head


def _ends_at(text: str, head: re.Match[str], start: int) -> bool:
    return not text[head.end() : start].strip(' .;:!?”"\n') and start - head.end() <= _GAP + 1


def _whole(story: Story, part: Claim, clause: Span) -> Claim | None:
    """The one larger count that a part is told of: "31 of the 50", "of the 50, 31"."""
    others = [c for c in story.starting(clause.start, clause.end) if c is not part]
    if len(others) != 1 or not surely_less(part.figure.amount, others[0].figure.amount):
        return None
    whole = others[0]
    if part.figure.span < whole.figure.span:
        return whole if _OF.fullmatch(story.between(part, whole)) else None
    led = story.document.text[clause.start : whole.figure.span.start]
    return (
        whole
        if re.fullmatch(r"[“\"]?(?:out\s)?of\s(?:the\s|its\s|all\s|those\s)?", led, re.IGNORECASE)
        else None
    )


def _is_of_it(story: Story, head: re.Match[str], clause: Span) -> bool:
    """True if a statement tells of the deed of a majority, and of nothing else."""
    told, behind = head["told"], story.words(clause)
    for figure in story.starting(clause.start, clause.end):
        behind = behind.replace(figure.figure.text, "0", 1)
    if _APART.search(told) or _APART.search(behind) or _NAME.search(behind):
        return False
    narrow = {m[0].lower() for m in _NARROW.finditer(told)}
    if any(word not in behind.lower() for word in narrow):
        return False
    ours, theirs = _side(told), _side(behind)
    if ours is None or theirs is None or (ours and theirs and ours != theirs):
        return False
    known = _stems(told)
    new = [w for w in _WORD.findall(_without_side(behind)) if not _NEUTRAL.fullmatch(w)]
    if any(w[:_STEM].lower() not in known for w in new):
        return False
    if ours:
        return theirs == ours
    subject = {w[:_STEM].lower() for w in _subject(told)}
    deed = known - subject
    return bool(deed & {w[:_STEM].lower() for w in new}) and not theirs


def _side(words: str) -> str | None:
    """Which side of a vote the words are on; "" for none, None for both."""
    sides = [name for name, p in (("for", _FOR), ("against", _AGAINST)) if p.search(words)]
    return None if len(sides) > 1 else "".join(sides)


def _without_side(words: str) -> str:
    return _AGAINST.sub(" ", _FOR.sub(" ", words))


def _stems(words: str) -> AbstractSet[str]:
    return {w[:_STEM].lower() for w in _WORD.findall(words) if not _NEUTRAL.fullmatch(w)}


def _subject(told: str) -> list[str]:
    """The words of a majority that name who it is of: the noun that comes first."""
    return [w for w in _WORD.findall(told) if not _NEUTRAL.fullmatch(w)][:1]


def _relation(story: Story, claim: Claim, whole: Claim | None, head: re.Match[str]) -> Relation:
    name = "more" if head["more"] else "less"
    word = Span(*head.span(name))
    direction: ComparisonDirection = "higher" if name == "more" else "lower"
    comparison = compared(story, word, claim, direction, "most told", str(word.start))
    if whole is None:
        half = Derived(stable_id("d", claim.id, "half"), exact(50, "%"), "one half", (), "half = 50")
    else:
        amount, text = scale(whole.figure.amount, Fraction(1, 2)), whole.figure.text
        half = Derived(stable_id("d", whole.id, "half"), amount, f"half of {text}", (whole,), f"{text} / 2")
    roles = (Role("stated", comparison), Role("subject", claim), Role("reference", half))
    extent = Span(word.start, claim.sentence.end)
    return Relation("compare", roles, Cue(story.document.id, extent, story.words(extent)), "contextual")


__all__ = ["most_told"]
