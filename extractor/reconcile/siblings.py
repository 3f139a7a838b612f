"""Two stories that tell the same news: what they print differently.

    between → one fact in other words        edited → one sentence in which something was changed

A sentence that a colleague edited shows by its other words that it is the same one: where a value, a unit,
a negation, a period or a place in it is another, one of the two stories needs a look. Nothing is said
where two things changed at once, or where each names somebody whom the other never names: then they may
well tell two things.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from extractor.amount import meet
from extractor.lexicon import Policy, table
from extractor.model import Claim, Cue, Finding, Mention, Period, Reading, Relation, Role, Severity
from extractor.nouns import may_be_one
from extractor.reconcile.check import check
from extractor.reconcile.check.finding import finding_of
from extractor.reconcile.link.between import between
from extractor.reconcile.story import DISPLAY, Story, family

_WORD = re.compile(r"[^\W\d_]+(?:[’'][a-z]+)?|\d[\d.,]*")
_NAME = re.compile(r"(?<![.!?:] )(?<!^)(?<![“\"‘'])\b[A-Z][\w’'-]+")
#: Sentences shorter than this are alike by chance ("It was 12 last year.").
SHORTEST = 6
Slot = Literal["value", "unit", "negated", "period", "place"]


@dataclass(frozen=True, slots=True)
class Told:
    """How a difference in one slot is put to people."""

    severity: Severity
    reading: Reading
    explanation: str


TOLD: dict[Slot, Told] = {
    "unit": Told("error", "unit", "Two printings of one sentence count different things with one number."),
    "negated": Told(
        "error", "complement", "One printing says it of those that did, the other of those that did not."
    ),
    "period": Told("warning", "period", "Two printings of one sentence put the figure in different periods."),
    "place": Told("warning", "place", "Two printings of one sentence put the figure in different places."),
}


def printed_differently(a: Story, b: Story, policy: Policy) -> tuple[Finding, ...]:
    """The findings between two stories of the same news, those that agree among them."""
    found = [f for f in check(between((a, b)), policy) if f.verdict != "mismatch" or _one_subject(a, b, f)]
    known = {_pair(f) for f in found}
    for finding in edited(a, b, policy):
        if _pair(finding) not in known:
            known.add(_pair(finding))
            found.append(finding)
    return tuple(found)


def edited(a: Story, b: Story, policy: Policy) -> Iterator[Finding]:
    """Differences between sentences that are one but for them."""
    for mine, theirs in _same_sentences(a, b):
        if len(mine) != len(theirs):
            continue
        pairs = list(zip(mine, theirs, strict=True))
        changed = [(x, y, slots) for x, y in pairs if (slots := tuple(_differing(x, y)))]
        kinds = {slot for _, _, slots in changed for slot in slots}
        if (
            len(kinds) == 1
            and _may_be_asked(changed, len(pairs))
            and _named_in_both(a, b, mine[0], theirs[0])
        ):
            x, y, (slot, *_) = changed[0]
            yield from _judged(x, y, slot, policy)


def _may_be_asked(changed: Sequence[tuple[Claim, Claim, tuple[Slot, ...]]], figures: int) -> bool:
    """True if the text asserts both, and not every one of several values is another."""
    asserted = all(c.stance == "asserted" for x, y, _ in changed for c in (x, y))
    values = sum("value" in slots for _, _, slots in changed)
    return asserted and (values <= 1 or values < figures / 2)


def _judged(x: Claim, y: Claim, slot: Slot, policy: Policy) -> Iterator[Finding]:
    relation = _same(x, y)
    if slot == "value":
        yield from check([relation], policy)
        return
    told = TOLD[slot]
    yield finding_of(
        relation,
        "mismatch",
        severity=told.severity,
        stated=x.figure.amount,
        computed=y.figure.amount,
        reading=told.reading,
        arithmetic=f"{x.figure.text}: {_slot(x, slot)}; {y.figure.text}: {_slot(y, slot)}",
        explanation=told.explanation,
        suggestion="check both printings against the source",
    )


def _same(x: Claim, y: Claim) -> Relation:
    return Relation(
        "same", (Role("stated", x), Role("from", y)), Cue(x.document, x.sentence, ""), "contextual"
    )


def _slot(claim: Claim, slot: Slot) -> str:
    """The words of a slot, for a reader."""
    if slot == "negated":
        return "did not" if claim.negated else "did"
    mention: Mention | Period | None = {
        "unit": claim.measure,
        "period": claim.period,
        "place": claim.place,
    }.get(slot)
    return claim.figure.amount.unit if mention is None else mention.text


def _differing(x: Claim, y: Claim) -> Iterator[Slot]:
    """The slots in which two claims cannot both be what is meant."""
    if not meet(x.figure.amount, y.figure.amount) and family(x) == family(y):
        yield "value"
    if not _one_unit(x, y):
        yield "unit"
    if x.negated != y.negated:
        yield "negated"
    if _both(x.period, y.period) and not _one_period(x, y):
        yield "period"
    if _both(x.place, y.place) and x.place and y.place and x.place.key != y.place.key:
        yield "place"


def _both(x: Mention | Period | None, y: Mention | Period | None) -> bool:
    """True if both sentences say it themselves."""
    return all(m is not None and m.span is not None and m.found in ("here", "sentence") for m in (x, y))


def _one_period(x: Claim, y: Claim) -> bool:
    if x.period is None or y.period is None:
        return True
    return x.period.key == y.period.key or (x.period.start, x.period.end) == (y.period.start, y.period.end)


def _one_unit(x: Claim, y: Claim) -> bool:
    if family(x) != family(y) or x.figure.amount.unit != y.figure.amount.unit:
        return False
    if family(x) != "C" or x.measure is None or y.measure is None:
        return True
    return may_be_one(x.measure.key, y.measure.key)


def _same_sentences(a: Story, b: Story) -> Iterator[tuple[tuple[Claim, ...], tuple[Claim, ...]]]:
    """The claims of sentences that are each other's likest, and not the same to the letter."""
    mine, theirs = _lines(a), _lines(b)
    printed = {" ".join(line.words) for line in theirs}
    for line in mine:
        if " ".join(line.words) in printed:
            continue
        likest = max(theirs, key=lambda other: _likeness(line, other), default=None)
        if likest is None or _likeness(line, likest) < table("audit")["compare"]["edited"]:
            continue
        if max(mine, key=lambda other: _likeness(likest, other)) is line:
            yield line.claims, likest.claims


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence of the body with its claims, its words in lower case."""

    words: tuple[str, ...]
    claims: tuple[Claim, ...]


def _lines(story: Story) -> tuple[_Line, ...]:
    found: dict[tuple[int, int], list[Claim]] = {}
    for claim in story.claims:
        if claim.block not in DISPLAY and family(claim) != "?":
            found.setdefault((claim.sentence.start, claim.sentence.end), []).append(claim)
    lines = (_Line(_words(story.sentence(claims[0])), tuple(claims)) for claims in found.values())
    return tuple(line for line in lines if len(line.words) >= SHORTEST)


def _words(text: str) -> tuple[str, ...]:
    return tuple(w.lower().strip(".,") for w in _WORD.findall(text))


def _likeness(x: _Line, y: _Line) -> float:
    """The share of words in one order that two sentences have in common; 0 where they share too few."""
    common = 2 * sum((Counter(x.words) & Counter(y.words)).values()) / (len(x.words) + len(y.words))
    if common < table("audit")["compare"]["edited"]:
        return 0.0
    return SequenceMatcher(None, x.words, y.words, autojunk=False).ratio()


def _one_subject(a: Story, b: Story, finding: Finding) -> bool:
    """False where two figures are of other places, or each sentence names what the other story never does."""
    claims = finding.relation.claims()
    if len(claims) != 2 or claims[0].document == claims[1].document:
        return True
    x, y = claims if claims[0].document == a.document.id else claims[::-1]
    if x.place and y.place and _both(x.place, y.place) and x.place.key != y.place.key:
        return False
    return _named_in_both(a, b, x, y)


def _named_in_both(a: Story, b: Story, x: Claim, y: Claim) -> bool:
    """False where each sentence names somebody or something that the other story never names."""
    mine = {n for n in _NAME.findall(a.sentence(x)) if n not in b.document.text}
    theirs = {n for n in _NAME.findall(b.sentence(y)) if n not in a.document.text}
    return not (mine and theirs)


def _pair(finding: Finding) -> frozenset[str]:
    return frozenset(v.value.id for v in finding.relation.roles)
