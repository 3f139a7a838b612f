"""Reasons why two figures that the text sets side by side are not of one kind.

A caveat neither replaces nor softens what a comparison comes to; people see it on the same card.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extractor.lexicon import table
from extractor.model import Claim, Cue, Derived, Reading, Relation, Role
from extractor.reconcile.caveat import Caveat
from extractor.reconcile.link.topic import one_topic
from extractor.reconcile.story import Story, family

#: Words by which a text itself says that two figures do not belong side by side.
WARNING = re.compile(
    r"\b(?:can(?:not|[’']t)|should\snot|shouldn[’']t|must\snot|may\snot|not\sto)\sbe\s(?:directly\s)?(?:compared|set\s(?:beside|against|alongside)|read\stogether)"
    r"|\bnot\s(?:directly\s|strictly\s)?comparable\b|\b(?:answer|measure|count)s?\sdifferent(?:ly|\s(?:things|questions|groups))"
    r"|\bno\s(?:\w+\s)?(?:rate|comparison|conclusion|trend)\s(?:should|can|may)\sbe\s(?:inferred|drawn|made)|\bnot\slike\swith\slike\b|\bapples\sand\s(?:oranges|pears)\b",
    re.IGNORECASE,
)
_IMPROVED = re.compile(
    r"\b(?:improved|better|progress|turned\sa\s?round|come\sa\slong\sway|risen|raised|worse|deteriorated)\b",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:today|now|currently|at\spresent|this\s(?:year|month|week)|nowadays|these\sdays)\b", re.IGNORECASE
)


def caveats(story: Story, linked: Sequence[Relation]) -> Iterator[Caveat]:
    """The caveats on the comparisons of a story, and those that the text itself gives."""
    for relation in linked:
        if relation.kind == "compare" and relation.strength == "contextual":
            yield from _of_comparison(story, relation)
    yield from _warned(story)
    yield from _then_and_now(story)


def _of_comparison(story: Story, relation: Relation) -> Iterator[Caveat]:
    subject = [r.value for r in relation.roles if r.name == "subject" and isinstance(r.value, Claim)]
    reference = [c for r in relation.roles if r.name == "reference" for c in _claims(r.value)]
    if subject and reference:
        yield from differences(story, subject[0], reference[0], relation.cue)


def _claims(value: object) -> tuple[Claim, ...]:
    if isinstance(value, Derived):
        return value.claims
    return (value,) if isinstance(value, Claim) else ()


def differences(story: Story, a: Claim, b: Claim, cue: Cue, other: Story | None = None) -> Iterator[Caveat]:
    """Period, deed and population, each where both claims name one and they differ."""
    if a.period is not None and b.period is not None and _other_time(a, b):
        yield _caveat(a, b, cue, "period", f"{a.period.text} is not {b.period.text}.")
    if a.event is not None and b.event is not None and _other_stage(a.event.key, b.event.key):
        yield _caveat(a, b, cue, "definition", f"“{a.event.text}” is not the same as “{b.event.text}”.")
    groups = _population(story, a), _population(other or story, b)
    if groups[0] and groups[1] and groups[0] != groups[1]:
        yield _caveat(a, b, cue, "subset", f"One is told of {groups[0]}, the other of {groups[1]}.")


def _caveat(a: Claim, b: Claim, cue: Cue, reading: Reading, explanation: str) -> Caveat:
    roles = (Role("stated", a), Role("from", b))
    return Caveat(Relation("compare", roles, cue, "contextual"), reading, explanation)


def _other_time(a: Claim, b: Claim) -> bool:
    x, y = a.period, b.period
    if x is None or y is None or x.key == y.key or None in (x.start, x.end, y.start, y.end):
        return False
    return (x.start, x.end) != (y.start, y.end)


def _other_stage(a: str, b: str) -> bool:
    """True if two deeds are done to one thing but are not one deed: "accept:interview" and "interview"."""
    return a != b and a.split(":")[-1] == b.split(":")[-1]


@cache
def _people() -> re.Pattern[str]:
    person = table("nouns")["kind"]["person"]
    nouns = sorted({*person["general"], *person["nouns"]}, key=len, reverse=True)
    plural = [*(f"{n}s" for n in nouns), "children", "people", "men", "women"]
    return re.compile(
        r"(?:\b(?P<before>foster|looked[\s-]after|disabled|elderly|young|older|female|male|state|private|primary|secondary|homeless|unemployed|full-time|part-time|\w+-born)\s)?"
        r"\b(?P<noun>"
        + "|".join(map(re.escape, plural))
        + r")\b(?:\s(?P<after>(?:in|under|on|from|without)\s(?:care|foster\scare|custody|hospital|work|benefits|school|prison|university|\w+\scare)|who\s\w+\s\w+))?",
        re.IGNORECASE,
    )


def _population(story: Story, claim: Claim) -> str:
    """The narrowed group of people that a claim is told of, in its sentence or the one before; "" if none."""
    block = next((z for z in story.zones if z.span.contains(claim.figure.span)), None)
    if block is None:
        return ""
    here = story.document.text[block.span.start : claim.sentence.end]
    number = story.block_number(claim.figure.span.start)
    before = story.words(story.zones[number - 1].span) if number > 0 else ""
    for text in (here, before):
        found = [m for m in _people().finditer(text) if m["before"] or m["after"]]
        if found:
            return found[-1][0].lower()
    return ""


def _warned(story: Story) -> Iterator[Caveat]:
    """Two figures that the text itself warns not to compare."""
    text = story.document.text
    for found in WARNING.finditer(text):
        number = story.block_number(found.start())
        close = [
            c
            for c in story.claims
            if number - 1 <= story.block_number(c.figure.span.start) <= number
            and c.figure.span.start < found.end() + 80
        ]
        pair = _last_pair([c for c in close if family(c) in "CPM"])
        if pair is not None:
            cue = Cue(story.document.id, None, found[0])
            yield _caveat(pair[1], pair[0], cue, "definition", f"The text itself says so: “{found[0]}”.")


def _last_pair(claims: Sequence[Claim]) -> tuple[Claim, Claim] | None:
    for later in reversed(claims):
        for earlier in reversed(claims):
            if (
                earlier.figure.span < later.figure.span
                and family(earlier) == family(later)
                and earlier.figure.value != later.figure.value
            ):
                return earlier, later
    return None


def _then_and_now(story: Story) -> Iterator[Caveat]:
    """A share told as an improvement of today against an earlier share that was measured at another stage."""
    for now in story.claims:
        sentence = story.sentence(now)
        block = story.zones[story.block_number(now.figure.span.start)]
        passage = story.document.text[block.span.start : now.sentence.end]
        if (
            family(now) != "P"
            or not _NOW.search(sentence)
            or not _IMPROVED.search(passage)
            or now.event is None
        ):
            continue
        then = [
            c
            for c in story.claims
            if c.figure.span < now.figure.span
            and family(c) == "P"
            and c.event is not None
            and one_topic(c, now)
        ]
        then = [
            c for c in then if _other_stage(c.event.key if c.event else "", now.event.key) and not c.negated
        ]
        if then:
            cue = Cue(story.document.id, now.sentence, sentence)
            told = f"“{now.event.text}” is not the same as “{then[0].event.text if then[0].event else ''}”, and the times differ."
            yield _caveat(now, then[0], cue, "definition", told)
